"""A document as PDF: A4 to print, tagged for those who hear it read (PDF/UA-1), by Typst.

`typesetting` sets the pages, apart. What people wrote reaches it as data, never as Typst code.
"""

import json
import re
import tempfile
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dossier.documents import pages
from dossier.documents.pictures import drawn
from dossier.documents.plain import pictures, plain
from dossier.files import apart

HERE = Path(__file__).resolve().parent
PATIENCE_S = 40
WAITING_S = 3  # a page that waits holds one of the few threads of the house
DRAWN = [
    tuple(int(one, 16) for one in line.split("-"))
    for line in (HERE / "fonts" / "drawn.txt").read_text(encoding="ascii").splitlines()
]
STARTS = [first for first, _ in DRAWN]
# So many signs without a space are wider than a page: they may be cut, but not before a sign that
# belongs to the one it follows.
LONG = re.compile("\\S{24}(?=[^\\s\u0300-\u036f\u200c-\u200f\u20d0-\u20ff\ufe00-\ufe0f])")
UNCUT = {"kind", "path", "alt", "language", "mime"}


class NotSet(Exception):
    """The document could not be set in pages within the memory and the time there are."""


def pdf(document: pages.Document) -> bytes:
    """Return `document` as PDF. Raises TooDeep, NotSet when it is more than can be printed, and
    `apart.Busy` while another is being made.
    """
    with tempfile.TemporaryDirectory(prefix="document-") as name:
        folder = Path(name)
        tree = plain(document, drawn(pictures(document.blocks), folder))
        tree["is_lacking"] = any(not is_drawn(char) for char in set(_words(tree)))
        (folder / "content.json").write_text(json.dumps(_cut(tree)), encoding="utf-8")
        apart.run("dossier.documents.typesetting", folder, patience=PATIENCE_S, waiting=WAITING_S)
        made = folder / "document.pdf"
        if not made.exists():
            raise NotSet
        return made.read_bytes()


def is_drawn(char: str) -> bool:
    """Whether our letters have one for `char`, or it is one that nobody sees."""
    if char.isspace() or unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return True
    found = bisect(STARTS, ord(char)) - 1
    return found >= 0 and ord(char) <= DRAWN[found][1]


def _words(tree: Any) -> Iterator[str]:
    """Yield the characters of a tree."""
    for value in tree.values() if isinstance(tree, dict) else tree:
        if isinstance(value, str):
            yield from value
        elif isinstance(value, dict | list):
            yield from _words(value)


def _cut(tree: Any, key: str = "") -> Any:
    """Return the tree where words wider than a page may be cut, and pictures are beside it."""
    if isinstance(tree, dict):
        return {name: _cut(value, name) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_cut(one, key) for one in tree]
    if key == "path":
        return Path(tree).name
    return LONG.sub("\\g<0>\u200b", tree) if isinstance(tree, str) and key not in UNCUT else tree
