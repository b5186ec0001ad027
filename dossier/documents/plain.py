"""A document made plain: the one tree, of dictionaries and text alone, that PDF, ODT and HTML set.

What must be the same in the three is decided here: which characters paper takes, what an answer
is tied to, how deep titles go, what stands for a picture that could not be opened.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.documents import pages
from dossier.documents.pictures import Drawn

Node = dict[str, Any]
File = pages.Sound | pages.Film | pages.Enclosed
LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What neither XML nor paper takes: controls, half a character, what is no character.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 65536))
    + "]"
)
MAX_DEPTH = 14  # blocks in blocks: as many as Typst sets


class TooDeep(Exception):
    """Blocks within blocks, beyond what a page can show."""


def plain(document: pages.Document, drawn: Mapping[Path, Drawn]) -> Node:
    """Return the tree of `document`, where pictures are those of `drawn`. Raises TooDeep.

    Each node has a `kind`: titles and paragraphs have `runs` (`lines`, `emphasis`, `strong`), lists
    their items in `each`, quotes and answers `blocks` and an `origin`, `tied` the blocks an answer
    belongs with.
    """
    words = document.words
    return {
        "title": line(document.title),
        "house": line(document.house),
        "told": line(document.told),
        "language": document.language,
        "is_easy": document.is_easy,
        "words": {name: line(getattr(words, name)) for name in words.__slots__},
        "blocks": _Setter(drawn, words).blocks(_signed(document)),
    }


def _signed(document: pages.Document) -> Iterable[pages.Block]:
    """Return the blocks of a document, after who signed it."""
    if document.signed:
        yield pages.Paragraph((pages.Run(document.signed, emphasis=True),))
    yield from document.blocks


def text(words: str) -> str:
    """Return `words` with line ends of one kind, and a sign in place of what cannot be shown."""
    return UNPRINTABLE.sub("\ufffd", LINE_ENDS.sub("\n", words))


def line(words: str) -> str:
    """Return `words` on one line."""
    return " ".join(text(words).split())


def is_right_to_left(words: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    for char in words:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def size(count: int) -> str:
    """Return a size in bytes as one says it."""
    for unit, name in ((1_000_000_000, "Go"), (1_000_000, "Mo"), (1_000, "Ko")):
        if count >= unit:
            return f"{count / unit:.1f}".replace(".", ",").removesuffix(",0") + f"\u00a0{name}"
    return f"{count}\u00a0octets"


def pictures(blocks: Iterable[pages.Block]) -> Iterator[Path]:
    """Yield the paths of the pictures in `blocks`."""
    for block in blocks:
        if isinstance(block, pages.Picture):
            yield block.path
        elif isinstance(block, pages.Quote | pages.Answer):
            yield from pictures(block.blocks)
        elif isinstance(block, pages.Items):
            for item in block.items:
                yield from pictures(item)


class _Setter:
    """Makes nodes; knows the pictures, the house's words, and the last title's level."""

    def __init__(self, drawn: Mapping[Path, Drawn], words: pages.Words) -> None:
        self.drawn, self.words, self.level, self.depth = drawn, words, 0, 0

    def blocks(self, blocks: Iterable[pages.Block]) -> list[Node]:
        """Return nodes, where answers are tied to what stands before them."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooDeep
        nodes: list[Node] = []
        for block in blocks:
            node = getattr(self, type(block).__name__.lower())(block)
            if node["kind"] != "answer" or not nodes:
                nodes.append(node)
            elif nodes[-1]["kind"] == "tied":
                nodes[-1]["blocks"].append(node)
            else:
                nodes[-1] = {"kind": "tied", "blocks": [nodes[-1], node]}
        self.depth -= 1
        return nodes

    def runs(self, runs: Iterable[pages.Run]) -> Node:
        """Return what a title and a paragraph have."""
        found = [
            {"lines": text(run.text).split("\n"), "emphasis": run.emphasis, "strong": run.strong}
            for run in runs
        ]
        whole = "".join("".join(one["lines"]) for one in found)
        return {"runs": found, "is_right_to_left": is_right_to_left(whole)}

    def title(self, title: pages.Title) -> Node:
        """Return a title, one level at most below the last: a reader aloud skips no level."""
        self.level = min(max(title.level, 1), self.level + 1, 4)
        return {"kind": "title", "level": self.level, **self.runs(title.runs)}

    def paragraph(self, paragraph: pages.Paragraph) -> Node:
        """Return a paragraph."""
        return {"kind": "paragraph", **self.runs(paragraph.runs)}

    def items(self, items: pages.Items) -> Node:
        """Return a list."""
        found = [self.blocks(item) for item in items.items]
        return {"kind": "items", "ordered": items.ordered, "start": items.start, "each": found}

    def quote(self, quote: pages.Quote | pages.Answer) -> Node:
        """Return a quote or an answer."""
        kind = type(quote).__name__.lower()
        return {"kind": kind, "blocks": self.blocks(quote.blocks), "origin": line(quote.origin)}

    answer = quote

    def picture(self, picture: pages.Picture) -> Node:
        """Return a picture, or the words that stand for it."""
        found = self.drawn.get(picture.path)
        alt, caption = line(picture.alt), line(picture.caption)
        if not found:
            about = alt or caption
            said = f"{self.words.unreadable} : {about}" if about else self.words.unreadable
            return self.paragraph(pages.Paragraph((pages.Run(said, emphasis=True),)))
        return {
            "kind": "picture",
            "path": str(found.path),
            "width": found.width,
            "height": found.height,
            "alt": alt or line(self.words.undescribed),
            "caption": caption,
        }

    def sound(self, sound: pages.Sound | pages.Film) -> Node:
        """Return a sound or a film: a file with what plays it."""
        kind = type(sound).__name__.lower()
        length = sound.path.stat().st_size if sound.path.exists() else 0
        media = {"media": kind, "path": str(sound.path), "mime": sound.mime, "length": length}
        return self.file(getattr(self.words, kind), sound, length) | media

    film = sound

    def enclosed(self, enclosed: pages.Enclosed) -> Node:
        """Return a file that is only named."""
        return self.file(self.words.enclosed, enclosed, enclosed.size)

    def file(
        self, label: str, file: pages.Sound | pages.Film | pages.Enclosed, length: int
    ) -> Node:
        """Return what is said of any file."""
        return {
            "kind": "file",
            "label": line(label),
            "name": line(file.name),
            "size": size(length) if length else "",
            "description": line(file.description),
        }

    def rule(self, _rule: pages.Rule) -> Node:
        """Return a line across the page."""
        return {"kind": "rule"}
