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
    """What a cut took off, or would: how many lines, the instant of the latest, the `place`
    reached, and what is wrong at the next one, if something is.
    """

    lines: int
    place: int = 0
    until: datetime | None = None
    bad: Bad | None = None


def cut(before: datetime, *, at_once: int = AT_ONCE, is_done: bool = True) -> Cut:
    """Take off the lines at the beginning of the chain that are older than `before`, `at_once` at
    most; with `is_done` false, tell only. Nothing goes that does not verify: it would be lost that
    somebody touched it. Raises `chain.Broken`.

    A line that bears an instant to come (the clock was wrong) goes with those around it.
    """
    with transaction.atomic(), verifying.bytes_as_they_are():
        chain.hold()
        held = chain.ends()
        if not held:
            return Cut(0)
        first, rows = held[0], verifying.joined(held[0].place, at_once)
        end, bad = verifying.check(rows, first)
        told = _past(rows[: end.place - first.place], before, timezone.now())
        lines = [row for row in told if row[7] is not None]
        until = max(filter(None, (prints.instant(row[8]) for row in lines)), default=None)
        if told and is_done:
            _take(first, told, until)
        return Cut(len(lines), told[-1][0] if told else first.place, until, bad)


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
