"""A text as it is read: without its marks, what cannot be seen gone, lines cut in a word joined.
What one would read is what must have been looked at.
"""

import re
import unicodedata
from typing import NamedTuple

from dossier.notebooks import marks

AHEAD = 40  # signs that marks may take before what they mark
# No width, or blank, though no category says so.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
CUT = re.compile(r"(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_])")  # "Ké-", and "vin" on the next line
TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]+")  # what is typed is not what is seen


class Rendered(NamedTuple):
    """A text as it is read, and where each of its signs stands in what was typed."""

    text: str
    places: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in what was typed, never empty."""
        first = self.places[start]
        return first, max(self.places[end - 1], first) + 1


def is_unseen(char: str) -> bool:
    """Whether a sign takes no room when it is read: soft hyphens, joiners, signs of private use
    that pages leave out, selectors of form.
    """
    if char in BLANK or unicodedata.category(char) in {"Cf", "Co"}:
        return True
    return "\ufe00" <= char <= "\ufe0f"


def read(text: str) -> Rendered | None:
    """Return a text as it is read; None when it is read as it was typed."""
    found = [(char, at) for char, at in _without_marks(text) if not is_unseen(char)]
    told = "".join(char for char, _ in found)
    cut = {at for one in CUT.finditer(told) for at in range(*one.span())}
    found = [one for at, one in enumerate(found) if at not in cut]
    told = "".join(char for char, _ in found)
    if "".join(told.split()) == "".join(text.split()):
        return None
    return Rendered(told, tuple(at for _, at in found))


def _without_marks(text: str) -> list[tuple[str, int]]:
    """Return each sign that is shown, with its place in what was typed."""
    found: list[tuple[str, int]] = []
    at = 0
    for char in _shown(text):
        place = text.find(char, at, at + AHEAD)
        at = at if place < 0 else place
        found.append((char, min(at, max(len(text) - 1, 0))))
        at += place >= 0
    return found


def _shown(text: str) -> str:
    """Return the words that marks leave, a line for each block."""
    lines = []
    for token in marks.tokens(text):
        if token.type == "inline":
            kept = token.children or ()
            lines.append(
                "".join(
                    "\n" if one.type in {"softbreak", "hardbreak"} else one.content for one in kept
                )
            )
    return "\n".join(lines)
