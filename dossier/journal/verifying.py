"""Verifying the chain of the journal: every line, every seal and both ends, a thousand at a time;
what is wrong is said with its place. Nothing is written.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from dossier.journal import chain, prints
from dossier.journal.chain import LATE, End, Line

CHANGED, MISSING, ADDED, MOVED = "changed", "missing", "added", "moved"
NOT_BEGUN, END = "not-begun", "end"
AT_ONCE = 1_000
AGAIN = 5  # times: the beginning of the chain may be cut while it is read
PATIENCE = 2.0  # seconds: a line may be read between its commit and its seal

Sealed = tuple[int, int, str, str, str, str, str]  # as columns of Seal, in their order
SEAL = "s.place, s.entry, s.core, s.writing, s.seal, s.gone, s.loosened"


@dataclass(frozen=True)
class Bad:
    """The first thing wrong: at which place, what (CHANGED, MISSING, ADDED or MOVED; END for a mark
    of an end; NOT_BEGUN), which line by its number if it has one, and its instant if it is there.
    """

    place: int
    what: str
    entry: int | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Whole:
    """A chain where nothing is wrong: its ends, and how many lines wait for their seal."""

    first: End
    last: End
    waiting: int


@dataclass(frozen=True)
class Anchor:
    """A place and its seal, as they were copied on paper."""

    place: int
    seal: str


def verify(
    anchor: Anchor | None = None, advance: Callable[[int], object] = lambda place: None
) -> Whole | Bad:
    """Return the chain, whole, or the first thing wrong. `advance` is told each place reached."""
    with bytes_as_they_are():
        for _ in range(AGAIN):
            first = _first()
            if isinstance(first, Bad):
                return first
            found = _verify(first, anchor, advance)
            if isinstance(found, Whole):
                break
            now = _first()
            if isinstance(now, Bad) or now.place == first.place:
                break
    return found


def _first() -> End | Bad:
    try:
        held = chain.ends()
    except chain.Broken:
        return Bad(0, END)
    return held[0] if held else Bad(0, NOT_BEGUN)


def check(rows: list[tuple], end: End) -> tuple[End, Bad | None]:
    """Check seals that follow an end of the chain, each with its line (as `joined` gives them).

    Return the end reached, and what is wrong at the place after it.
    """
    key = chain.key()
    for row in rows:
        if bad := _wrong(key, end, row[:7], row[7:]):
            return end, bad
        end = End(row[0], row[4], end.at)
    return end, None


def joined(after: int, at_once: int = AT_ONCE) -> list[tuple]:
    """Return the seals after a place, each with its line, or with nothing where it is not."""
    sql = f"""SELECT {SEAL}, {chain.line()}
        FROM dossier_seal s LEFT JOIN dossier_entry e ON e.id = s.entry
        WHERE s.place > %s ORDER BY s.place LIMIT {int(at_once)}"""  # noqa: S608
    return _rows(sql, [after])


def _rows(sql: str, told: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        return cursor.fetchall()


@contextmanager
def bytes_as_they_are() -> Iterator[None]:
    """Let SQLite give texts that are no UTF-8, which is what somebody may have written there."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    held, connection.connection.text_factory = (
        connection.connection.text_factory,
        lambda told: told.decode(errors="surrogateescape"),
    )
    try:
        yield
    finally:
        connection.connection.text_factory = held


def _verify(first: End, anchor: Anchor | None, advance: Callable[[int], object]) -> Whole | Bad:
    if rows := _rows("SELECT place, entry FROM dossier_seal WHERE place <= %s", [first.place]):
        return Bad(rows[0][0], ADDED, rows[0][1])
    end, newest, there = first, 0, 0
    while True:
        rows, former = joined(end.place), end.place
        end, bad = check(rows, end)
        if bad:
            return bad
        if bad := _not_as_copied(anchor, former, rows):
            return bad
        if rows:
            newest = max(newest, *(row[1] for row in rows))
            there += sum(row[7] is not None for row in rows)
            advance(end.place)
        elif last := _is_over(end):
            break
    if isinstance(last, Bad):
        return last
    if anchor and anchor.place > last.place:
        return Bad(last.place + 1, MISSING)
    return _left_out(first, last, newest, there)


def _not_as_copied(anchor: Anchor | None, former: int, rows: list[tuple]) -> Bad | None:
    """Return what is wrong if the place that was copied on paper is one of `rows`, which follow the
    place `former`, and has another seal.
    """
    place = anchor.place - former - 1 if anchor else -1
    if not 0 <= place < len(rows) or rows[place][4] == anchor.seal:
        return None
    return Bad(anchor.place, CHANGED, rows[place][1])


def _is_over(end: End) -> End | Bad | None:
    """Return the last end of the chain, which `end` is to be, or what is wrong; None when more was
    sealed meanwhile.
    """
    try:
        last = chain.ends()[1]
    except (chain.Broken, TypeError):
        return Bad(0, END)
    if last.place > end.place:
        return None if joined(end.place, 1) else Bad(end.place + 1, MISSING)
    if last.place < end.place:
        return Bad(last.place + 1, ADDED)
    return last if last.seal == end.seal else Bad(last.place, END)


def _wrong(key: bytes, end: End, sealed: Sealed, line: Line) -> Bad | None:
    """Return what is wrong with a seal that should follow `end`, or with its line."""
    place, entry, core, writing, held, gone, loosened = sealed
    if place != end.place + 1:
        return Bad(end.place + 1, MISSING)
    is_there = line[0] is not None

    def bad(what: str) -> Bad:
        return Bad(place, what, entry, prints.instant(line[1]) if is_there else None)

    if gone:
        if (core, writing, loosened) != ("", "", ""):
            return bad(CHANGED if is_there else MISSING)
        if gone != prints.off(key, "gone", place, entry, held):
            return bad(MOVED if is_there else MISSING)
        return bad(ADDED) if is_there else None
    if not is_there:
        return bad(MISSING)
    is_told = core == prints.core(key, line)
    if held != prints.seal(key, end.seal, place, core, writing):
        return bad(MOVED if is_told else CHANGED)
    if not is_told:
        return bad(CHANGED)
    if loosened:
        proof = prints.off(key, "loosened", place, entry, held)
        return None if loosened == proof and line[5] is None else bad(CHANGED)
    return None if writing == prints.writing(key, line) else bad(CHANGED)


def _left_out(first: End, last: End, newest: int, there: int) -> Whole | Bad:
    """Return a line that no seal holds though it is older than the last sealed; else the whole."""
    found = _out(last, newest, there)
    if found:
        time.sleep(PATIENCE)
        found = _out(last, newest)
    if found:
        sql = "SELECT MIN(place) FROM dossier_seal WHERE entry > %s"
        place = _rows(sql, [found[0]])[0][0]
        return Bad(place or last.place + 1, ADDED, found[0], prints.instant(found[1]))
    sql = f"SELECT COUNT(*) {_UNSEALED} AND e.id > %s"
    return Whole(first, last, _rows(sql, [newest])[0][0])


_UNSEALED = """FROM dossier_entry e LEFT JOIN dossier_seal s ON s.entry = e.id
    WHERE s.place IS NULL"""


def _out(last: End, newest: int, there: int | None = None) -> tuple | None:
    """Return the number and instant of a line left out. When as many lines stand before the newest
    sealed one as were seen (`there`), none is to be looked for among them.
    """
    since = connection.ops.adapt_datetimefield_value(last.at - LATE)
    at = chain.raw("e.at")
    late = f"SELECT e.id, {at} {_UNSEALED} AND e.id > %s AND e.at < %s ORDER BY e.id LIMIT 1"
    old = f"SELECT e.id, {at} {_UNSEALED} AND e.id < %s ORDER BY e.id LIMIT 1"
    count = "SELECT COUNT(*) FROM dossier_entry WHERE id <= %s"
    rows = []
    if there is None or _rows(count, [newest])[0][0] != there:
        rows = _rows(old, [newest])
    rows = rows or _rows(late, [newest, since])
    return rows[0] if rows else None
