"""The search index of a takeout: which word is in which writings, in pieces read one by one.

Sorted on the disk: as many words as one wants, in little memory.
"""

import json
import re
import tempfile
from collections import defaultdict
from pathlib import Path

from dossier.notebooks import french
from dossier.ownership.places import Place

MOST = 2000  # the latest writings in which one word is found
AT_ONCE = 400_000  # words kept in memory before they go to the disk
PIECE = re.compile(r"[a-z0-9]{2}")


class Index:
    """Words are added, in any order, then the pieces are put."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="dossier-index-")
        self._waiting: dict[str, list[str]] = defaultdict(list)
        self._count, self._seen = 0, set()

    def add(self, notebook: int, page: int, writing: int, day: int, text: str) -> None:
        """Add the words of a writing, of a day told as 20260131, shown on a page of a notebook."""
        at = f"{notebook}\t{page}\t{writing}\t{day}"
        for word in {french.fold(found) for found in french.WORD.findall(text)}:
            if len(word) > 1 and word not in french.STOP_WORDS:
                begins = PIECE.match(word)
                self._waiting[begins[0] if begins else "autres"].append(f"{word}\t{at}\n")
                self._count += 1
        if self._count > AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        for piece, lines in self._waiting.items():
            with (Path(self._folder.name) / piece).open("a", encoding="utf-8") as file:
                file.writelines(lines)
            self._seen.add(piece)
        self._waiting.clear()
        self._count = 0

    def put(self, place: Place) -> None:
        """Put the pieces, each a script that tells the page its words."""
        self._flush()
        for piece in sorted(self._seen):
            told = json.dumps(self._words(piece), ensure_ascii=False, separators=(",", ":"))
            place.put(f"recherche/{piece}.js", f'R("{piece}",{told});\n'.encode())
        self.close()

    def close(self) -> None:
        """Throw away what is on the disk."""
        self._folder.cleanup()

    def _words(self, piece: str) -> dict[str, list[int]]:
        """Return the latest places of each word: notebook, page, writing, day, four by four."""
        found: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
        with (Path(self._folder.name) / piece).open(encoding="utf-8") as file:
            for line in file:
                word, notebook, page, writing, day = line.rstrip("\n").split("\t")
                places = found[word]
                places.append((int(day), int(writing), int(page), int(notebook)))
                if len(places) > 2 * MOST:
                    places.sort(reverse=True)
                    del places[MOST:]
        return {word: _flat(sorted(found[word], reverse=True)[:MOST]) for word in sorted(found)}


def _flat(places: list[tuple[int, int, int, int]]) -> list[int]:
    return [
        number
        for day, writing, page, notebook in places
        for number in (notebook, page, writing, day)
    ]
