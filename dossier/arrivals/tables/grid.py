"""A sheet as rows of words, and the bounds within which any file is read into one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from dossier.arrivals.brought import Fate, Line, Unreadable

MAX_CELLS = 2_000_000  # that are not empty, over all the sheets of a file
MAX_SLOTS = 8_000_000  # empty or not, from the first column to the last of each row
MAX_CHARS = 120_000_000
MAX_ROWS = 1_048_576  # what the programs that write sheets allow (ECMA-376, OpenDocument 1.3)
MAX_COLUMNS = 16_384
TOO_BIG = (
    "Ce fichier est trop grand pour être lu d’un coup : partagez-le en plusieurs fichiers"
    " (par année, par exemple), et donnez-les un à un."
)
DAY_ZERO = datetime.combine(date(1899, 12, 30), time())
DAY_ZERO_1904 = datetime.combine(date(1904, 1, 1), time())
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
EXACT_DIGITS = 15  # beyond, a number of a spreadsheet is no longer exact (IEEE 754)
MAX_DIGITS = 22


@dataclass(frozen=True)
class Sheet:
    """A sheet: rows from the first line of the source, each as long as its last filled cell.

    A cell is the words one would read there: "12/03/2021", "12/03/2021 14:30", "14:30", "3,5",
    "25 %", "VRAI", "#N/A"; an empty cell is "". `said` is what reading it has to say.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    is_hidden: bool = False
    said: tuple[Line, ...] = ()


class Room:
    """What may still be read of a file; raises Unreadable beyond the bounds."""

    def __init__(self) -> None:
        self.cells, self.slots, self.chars = MAX_CELLS, MAX_SLOTS, MAX_CHARS

    def take(self, *, cells: int = 0, slots: int = 0, chars: int = 0) -> None:
        """Count what was just read."""
        self.cells -= cells
        self.slots -= slots
        self.chars -= chars
        if min(self.cells, self.slots, self.chars) < 0:
            raise Unreadable(TOO_BIG)


class Grid:
    """The cells of a sheet being read, by row then column, both from 0."""

    def __init__(self, room: Room) -> None:
        self.room, self.rows, self.merged = room, {}, []

    def put(self, row: int, column: int, words: str) -> None:
        """Write a cell; an empty one is nothing."""
        words = clean(words)
        if not words:
            return
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise Unreadable(TOO_BIG)
        self.room.take(cells=1, chars=len(words))
        self.rows.setdefault(row, {})[column] = words

    def sheet(self, name: str, *, is_hidden: bool = False, said: tuple[Line, ...] = ()) -> Sheet:
        """Return what was written, merged cells said again on each line they stand beside."""
        spread = self._spread()
        if spread:
            words = (
                f"Des cellules fusionnées tenaient plusieurs lignes : ce qu’elles disent est"
                f" répété sur chacune ({spread} fois)."
            )
            said = (*said, Line(f"feuille « {name} »", Fate.TAKEN, words))
        if is_hidden:
            words = "Cette feuille était masquée : elle est lue comme les autres."
            said = (*said, Line(f"feuille « {name} »", Fate.TAKEN, words))
        rows = []
        for at in sorted(self.rows):
            rows += [()] * (at - len(rows))
            cells = self.rows[at]
            width = max(cells) + 1
            self.room.take(slots=width)
            rows.append(tuple(cells.get(column, "") for column in range(width)))
        return Sheet(name, tuple(rows), is_hidden, said)

    def _spread(self) -> int:
        spread = 0
        for top, left, bottom, right in self.merged:
            words = self.rows.get(top, {}).get(left, "")
            if not words or top == bottom:
                continue
            self.room.take(slots=min(bottom - top, len(self.rows)))
            lines = self.rows if bottom - top > len(self.rows) else range(top + 1, bottom + 1)
            for at in [at for at in lines if top < at <= bottom and at in self.rows]:
                if not any(left <= column <= right for column in self.rows[at]):
                    self.room.take(cells=1, chars=len(words))
                    self.rows[at][left] = words
                    spread += 1
        return spread


def clean(words: str) -> str:
    """Return the words of a cell less what is no word: NUL, control characters, blank ends."""
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub(" ", words).strip()


def letters(column: int) -> str:
    """Return the name of a column, from 0: A, B, … Z, AA."""
    name, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def in_order(rows: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows that are not empty, each with where it is, from 0."""
    return ((at, row) for at, row in enumerate(rows) if any(row))


def number(raw: str) -> str:
    """Return a number as French writes it, "3,5"; as it came when it is no plain number."""
    try:
        value = float(raw)
    except ValueError:
        return raw
    digits = raw.strip().lstrip("-")
    if digits.isdecimal() and len(digits) <= MAX_DIGITS:
        return raw.strip()
    if not value:
        return "0"
    if not 10**-MAX_DIGITS < abs(value) < 10**MAX_DIGITS:
        return raw.replace(".", ",")
    return format(Decimal(f"{value:.{EXACT_DIGITS}g}"), "f").replace(".", ",")


def percent(raw: str) -> str:
    """Return a share as "25 %"; as it came when it is no number."""
    try:
        return f"{number(repr(float(raw) * 100))} %"
    except ValueError:
        return raw


def moment(instant: datetime, *, with_day: bool = True, with_time: bool = True) -> str:
    """Return "12/03/2021 14:30", "12/03/2021" or "14:30"; seconds only when there are some."""
    told = [f"{instant.day:02}/{instant.month:02}/{instant.year:04}"] if with_day else []
    if with_time:
        second = f":{instant.second:02}" if instant.second else ""
        told.append(f"{instant.hour:02}:{instant.minute:02}{second}")
    return " ".join(told)


def from_serial(raw: str, kind: str, *, is_1904: bool = False) -> str:
    """Return the moment that a number of days is; `kind` is "day", "time" or "span".

    Days go from the 30th of December 1899, those before March 1900 being late by one, since
    the 29th of February 1900 is counted (ECMA-376 part 1, 18.17.4). The number itself, as
    French writes it, when it is no moment.
    """
    try:
        days = float(raw)
        if kind == "span":
            minutes, seconds = divmod(round(days * 86_400), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
        if days < 0:
            return number(raw)
        if not is_1904 and 1 <= days < 60:
            days += 1
        zero = DAY_ZERO_1904 if is_1904 else DAY_ZERO
        instant = zero + timedelta(seconds=round(days * 86_400))
    except (ValueError, OverflowError):
        return number(raw)
    return moment(
        instant,
        with_day=kind == "day" or days >= 1,
        with_time=kind == "time" or bool(instant.hour or instant.minute or instant.second),
    )
