"""What comes from elsewhere, as values: what any source is read into, before anything is kept.

A reader (spreadsheets, folders, TDDUI) makes a `Brought` of what it was given and touches nothing
else; one act takes it in. Nothing that was in the source may be in none of these values.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class Fate(StrEnum):
    """What became of one thing of the source."""

    TAKEN = "taken"  # it is where one would look for it
    KEPT = "kept"  # its words are kept as they were, in a writing or a file
    UNKNOWN = "unknown"  # not understood: it is in the original, which is kept, and is said here


@dataclass(frozen=True)
class Line:
    """A line of the report: where in the source ("ligne 12, colonne D"), and what became of it,
    in French words that whoever brought the source understands.
    """

    where: str
    fate: Fate
    words: str


@dataclass(frozen=True)
class Paper:
    """A file to keep, with the name it had: its bytes, or where they are."""

    name: str
    content: bytes | Path

    def pieces(self) -> Iterator[bytes]:
        """Give its bytes, a piece at a time. Raises OSError."""
        if isinstance(self.content, bytes):
            yield self.content
            return
        with self.content.open("rb") as file:
            while piece := file.read(1 << 20):
                yield piece


@dataclass(frozen=True)
class Period:
    """A stay as the source tells of it; days that it does not tell are None."""

    service: str = ""
    from_on: date | None = None
    until_on: date | None = None
    word: str = ""


@dataclass(frozen=True)
class Around:
    """Somebody around a person: their name, the tie, and all else that is told of them."""

    name: str
    tie: str = ""
    word: str = ""


@dataclass(frozen=True)
class Someone:
    """A person as the source tells of them.

    `key` names them in the source, the same each time it is read (their number there, else what
    tells them apart). `birth` keeps the words. `facts` is all else that is told of them, as
    (heading, text), for nothing to be lost.
    """

    key: str
    called: str
    civil_name: str = ""
    birth: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    stays: tuple[Period, ...] = ()
    around: tuple[Around, ...] = ()


@dataclass(frozen=True)
class Told:
    """A text of the source, to become a writing.

    `key` names it in the source, the same each time it is read. `of` are the keys of those it
    speaks of, the first being whose notebook it goes to; none when the source does not say. `when`
    is the day or the instant it tells, `moment` the words it has for it when they are not a day.
    `author` is who wrote it, as the source says.
    """

    key: str
    of: tuple[str, ...]
    text: str
    when: date | datetime | None = None
    moment: str = ""
    heading: str = ""
    author: str = ""
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True)
class Brought:
    """All that a source brings, and the report on it; `original` is the source itself."""

    original: Paper
    people: tuple[Someone, ...] = ()
    texts: tuple[Told, ...] = ()
    report: tuple[Line, ...] = field(default=())


class Unreadable(Exception):
    """The source cannot be read at all; the message says why, and what to do, in French."""
