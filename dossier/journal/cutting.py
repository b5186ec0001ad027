"""What the house itself takes off the journal, the chain staying true: lines whose time is past,
and those of a dossier that is destroyed.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction
from django.utils import timezone

from dossier.journal import chain, prints, verifying
from dossier.journal.chain import FIRST, End
from dossier.journal.models import Entry, Seal
from dossier.journal.verifying import SEAL, Bad

AT_ONCE = 500
NEVER = datetime.min.replace(tzinfo=UTC)  # of a line that is no more: it may go


@dataclass(frozen=True)
class Cut:
    """What a cut took off, or would: how many lines, the instant of the latest, whether there may
    be more to cut, and what is wrong at the place where it stopped, if something is.
    """

    lines: int = 0
    until: datetime | None = None
    is_more: bool = False
    bad: Bad | None = None


def cut(before: datetime, *, at_once: int = AT_ONCE) -> Cut:
    """Take off the lines at the beginning of the chain that are older than `before`, `at_once` at
    most. Nothing goes that does not verify: it would be lost that somebody touched it. Raises
    `chain.Broken`.

    A line that bears an instant to come (the clock was wrong) goes with those around it.
    """
    with transaction.atomic(), verifying.bytes_as_they_are():
        chain.hold()
        held = chain.ends()
        if not held:
            return Cut()
        rows, told = _piece(held[0], before, at_once)
        if rows:
            _take(held[0], rows, told.until)
        return told


def would_cut(before: datetime) -> Cut:
    """Return what cutting all that is older than `before` would take off; reads only. Raises
    `chain.Broken`.
    """
    held = chain.ends()
    end, lines, until, told = held and held[0], 0, None, Cut(is_more=bool(held))
    with verifying.bytes_as_they_are():
        while told.is_more:
            rows, told = _piece(end, before, AT_ONCE)
            lines, until = lines + told.lines, max(filter(None, (until, told.until)), default=None)
            if rows:
                end = End(rows[-1][0], rows[-1][4], end.at)
    return Cut(lines, until, False, told.bad)


def _piece(end: End, before: datetime, at_once: int) -> tuple[list[tuple], Cut]:
    """Return the seals after `end` that may go, with their lines, and what is to be told of it."""
    rows = verifying.joined(end.place, at_once)
    reached, bad = verifying.check(rows, end)
    rows = rows[: reached.place - end.place]
    told = _past(rows, before, timezone.now())
    lines = [row for row in told if row[7] is not None]
    until = max(filter(None, (prints.instant(row[8]) for row in lines)), default=None)
    is_all = len(told) == at_once
    return told, Cut(len(lines), until, is_all, bad if len(told) == len(rows) else None)


def _past(rows: list[tuple], before: datetime, now: datetime) -> list[tuple]:
    """Return those of `rows`, from the first, that may go: no younger line comes before them."""
    count = 0
    for place, row in enumerate(rows, start=1):
        at = (prints.instant(row[8]) if row[7] is not None else None) or NEVER
        if before <= at <= now:
            break
        if at < before:
            count = place
    return rows[:count]


def _take(first: End, rows: list[tuple], until: datetime | None) -> None:
    place, held = rows[-1][0], rows[-1][4]
    Entry.objects.filter(pk__in=[row[7] for row in rows if row[7] is not None]).delete()
    Seal.objects.filter(place__lte=place).delete()
    chain.mark(FIRST, End(place, held, max(first.at, until or first.at)))


def take_off(pks: Collection[int], writings: Collection[int]) -> None:
    """Leave the proof that the house itself takes off the lines `pks`, and `writings` of the lines
    that name one; to be called before they go, in the same transaction.

    What the prints say of a line that goes goes too. A line that was touched gets no proof.
    """
    chain.hold()
    key = chain.key()
    for row in _sealed("s.entry", pks):
        if _stands(key, row):
            proof = prints.off(key, "gone", row[0], row[1], row[4])
            Seal.objects.filter(place=row[0]).update(gone=proof, core="", writing="", loosened="")
    for row in _sealed("e.writing_id", writings):
        if row[1] not in pks and _stands(key, row):
            proof = prints.off(key, "loosened", row[0], row[1], row[4])
            Seal.objects.filter(place=row[0]).update(loosened=proof)


def _stands(key: bytes, row: tuple) -> bool:
    """Tell whether a line says what its seal says, but for a writing loosened before."""
    is_same = row[3] == prints.writing(key, row[7:]) or row[6]
    return bool(row[2] == prints.core(key, row[7:]) and is_same)


def _sealed(column: str, numbers: Iterable[int]) -> Iterator[tuple]:
    """Yield the sealed lines that have one of `numbers` in a column, as `verifying.joined` does."""
    left = sorted(numbers)
    while some := left[:AT_ONCE]:
        del left[:AT_ONCE]
        marks = ", ".join(["%s"] * len(some))
        sql = f"""SELECT {SEAL}, {chain.line()}
            FROM dossier_entry e JOIN dossier_seal s ON s.entry = e.id
            WHERE {column} IN ({marks}) ORDER BY s.place"""  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, some)
            rows = cursor.fetchall()
        yield from rows
