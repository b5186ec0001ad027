"""Mentions: an @ followed by how a person or a collective is called."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.notebooks import french


@dataclass
class Found:
    """What the @ of a text name: notebook ids, words as typed by id, names that hesitate."""

    ids: set[int] = field(default_factory=set)
    typed: dict[int, set[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)


def find(text: str, candidates: Iterable[tuple[int, str]]) -> Found:
    """Return the notebooks among `candidates` (id, title) that `text` mentions with @.

    Case and accents are ignored, the longest title wins, and it must end with a word. A
    name that two candidates bear is doubtful and ties nothing.
    """
    found = Found()
    if "@" not in text:
        return found
    titles: dict[tuple[str, ...], list[int]] = {}
    for pk, title in candidates:
        titles.setdefault(tuple(french.fold_all(title).split()), []).append(pk)
    lengths: dict[str, set[int]] = {}
    for title in filter(None, titles):
        lengths.setdefault(title[0], set()).add(len(title))
    words = list(french.words(text))
    starts = {word.start: number for number, word in enumerate(words)}
    for at, char in enumerate(text):
        if char != "@" or at + 1 not in starts or (at and text[at - 1].isalnum()):
            continue
        first = starts[at + 1]
        for length in sorted(lengths.get(words[first].folded, ()), reverse=True):
            stretch = words[first : first + length]
            owners = titles.get(tuple(word.folded for word in stretch))
            typed = text[at + 1 : stretch[-1].end]
            if not owners or "\n" in typed:
                continue
            if len(owners) > 1:
                found.doubtful.add(typed)
            else:
                found.ids.add(owners[0])
                found.typed.setdefault(owners[0], set()).add(typed)
            break
    return found
