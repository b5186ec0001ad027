"""Sheets written in XML, alone or in a ZIP file: read piece by piece, never opened whole.

Attributes and elements go by their local names: a prefix is the writer's own.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat

from dossier.arrivals.brought import Unreadable
from dossier.arrivals.tables.grid import TOO_BIG

MAX_INFLATED = 400_000_000  # bytes of XML of one file, once out of its ZIP
PIECE = 1 << 16
BROKEN = (  # what a ZIP file may raise once it is damaged
    zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, zlib.error,
    struct.error, lzma.LZMAError,
)  # fmt: skip
CUT = (
    "Ce tableau est coupé ou abîmé : il ne s’ouvre pas jusqu’au bout. Ouvrez-le dans un tableur,"
    " qui sait parfois le réparer, enregistrez-le à nouveau, et redonnez-le."
)


class Listener(Protocol):
    """What hears a piece of XML: an element begins, ends, words stand between."""

    def start(self, name: str, given: dict[str, str]) -> None:
        """Hear an element begin, with its attributes."""

    def end(self, name: str) -> None:
        """Hear it end."""

    def words(self, text: str) -> None:
        """Hear words."""


class Local(dict[str, str]):
    """Names less their prefix."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


class Source:
    """Where the XML is: a ZIP file, of which no more than MAX_INFLATED bytes come out."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive, self.left = archive, MAX_INFLATED
        self.names = {name.lower().lstrip("/"): name for name in archive.namelist()}

    def hear(self, name: str, listener: Listener) -> bool:
        """Have `listener` hear a member; False when there is none of that name."""
        if (found := self.names.get(name.lower())) is None:
            return False
        try:
            with self.archive.open(found) as file:
                hear(self._bounded(file.read), listener)
        except BROKEN as bad:
            raise Unreadable(CUT) from bad
        except RuntimeError as locked:  # the ZIP itself asks for a passphrase
            raise Unreadable(LOCKED) from locked
        return True

    def _bounded(self, read: Callable[[int], bytes]) -> Callable[[int], bytes]:
        def less(size: int) -> bytes:
            piece = read(size)
            self.left -= len(piece)
            if self.left < 0:
                raise Unreadable(TOO_BIG)
            return piece

        return less


LOCKED = (
    "Ce tableau est protégé par un mot de passe. Ouvrez-le dans un tableur avec son mot de passe,"
    " enregistrez-en une copie sans mot de passe, et donnez cette copie."
)


def hear(read: Callable[[int], bytes], listener: Listener) -> None:
    """Have `listener` hear the XML that `read` gives; raises Unreadable when it is cut, or when it
    defines words of its own, with which a few lines would become millions.
    """
    parser, local = expat.ParserCreate(), Local()
    parser.buffer_text = True

    def start(name: str, given: dict[str, str]) -> None:
        if given:
            given = {local[key]: value for key, value in given.items()}
        listener.start(local[name], given)

    def refuse(*_: object) -> None:
        raise Unreadable(CUT)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: listener.end(local[name])
    parser.CharacterDataHandler = listener.words
    parser.EntityDeclHandler = refuse
    try:
        while piece := read(PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as bad:
        raise Unreadable(CUT) from bad
