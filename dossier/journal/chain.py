"""The chain of the journal: each line is sealed right after it is written, and each seal holds the
former's; both ends are marked. Who can change the database and has no key is seen (decision 0022).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction

from dossier.journal import prints
from dossier.journal.models import Mark, Seal

AT_ONCE = 500  # lines sealed in one transaction
LOOK_BACK = 500  # numbers given before the last sealed one and committed after it (PostgreSQL)
LATE = timedelta(hours=1)  # an opening bears the start of its half-hour, and an act takes a while
LOCK = 430_022  # the advisory lock of PostgreSQL
FIRST, LAST = Mark.End.FIRST, Mark.End.LAST
NUMBER = {FIRST: 1, LAST: 2}

Line = tuple[int, datetime | str, int, int, str, int | None]


class Broken(Exception):
    """An end of the chain is not what the house left: nothing is sealed over it."""


@dataclass(frozen=True)
class End:
    """An end of the chain: a place, its seal, and an instant: that of the latest line sealed for
    the last, of the latest line cut for the first.
    """

    place: int
    seal: str
    at: datetime


def raw(column: str) -> str:
    """Return SQL for an instant as it is kept: Django gives those of SQLite read, and cleaned."""
    return f"CAST({column} AS TEXT)" if connection.vendor == "sqlite" else column


def line() -> str:
    """Return SQL for a line of the journal, its columns in the order of `Line`."""
    return f"e.id, {raw('e.at')}, e.worker_id, e.notebook_id, e.act, e.writing_id"


def key() -> bytes:
    """Return the key of the journal."""
    return settings.JOURNAL_KEY.encode()


def hold() -> None:
    """Keep others from sealing, cutting or taking off until this transaction ends. SQLite lets one
    write at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def ends() -> tuple[End, End] | None:
    """Return both ends; None for a chain that has not begun. Raises Broken."""
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT id, "end", place, seal, proof, {raw("at")} FROM dossier_mark ORDER BY id'  # noqa: S608
        )
        rows = cursor.fetchall()
    if not rows and not Seal.objects.exists():
        return None
    if [row[:2] for row in rows] != [(NUMBER[end], end) for end in (FIRST, LAST)]:
        raise Broken
    if any(prints.mark(key(), row[1], row[2], row[3], row[5]) != row[4] for row in rows):
        raise Broken
    first, last = (End(row[2], row[3], prints.instant(row[5])) for row in rows)
    return first, last


def mark(which: str, end: End) -> None:
    """Mark an end of the chain: by hand, as each act does it."""
    proof = prints.mark(key(), which, end.place, end.seal, end.at)
    at = connection.ops.adapt_datetimefield_value(end.at)
    told = [end.place, end.seal, proof, at, NUMBER[which]]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE dossier_mark SET place = %s, seal = %s, proof = %s, at = %s WHERE id = %s", told
        )
        if not cursor.rowcount:
            cursor.execute(
                'INSERT INTO dossier_mark (place, seal, proof, at, id, "end")'
                " VALUES (%s, %s, %s, %s, %s, %s)",
                [*told, str(which)],
            )


def seal_after(pks: Iterable[int]) -> None:
    """Seal lines once they are on the disk. What goes wrong then is logged: the act is done."""
    pks = list(pks)

    def seal_them() -> None:
        for place in range(0, len(pks), AT_ONCE):
            seal(pks[place : place + AT_ONCE])

    transaction.on_commit(seal_them, robust=True)


def seal(pks: Iterable[int] = ()) -> int:
    """Seal these lines, and before them those that a crash left without a seal; AT_ONCE at most.
    Return how many. Raises Broken.

    A line that is older than the last one sealed is not taken, but if it is one of `pks`: it may
    have come in by the back door, and `verify` tells of it.
    """
    pks = sorted(pks)
    with transaction.atomic():
        hold()
        last = _last()
        after = min([_newest(), *(pk - 1 for pk in pks)])
        return _seal(last, _unsealed(after, since=last.at - LATE, mine=pks))


def seal_all(advance: Callable[[int], object] = lambda count: None) -> tuple[int, int]:
    """Seal all lines that are not, in as many transactions as it takes; return how many, and how
    many of them are older than the last that was sealed before. Raises Broken.
    """
    total = late = after = 0
    while True:
        with transaction.atomic():
            hold()
            last = _last()
            rows = _unsealed(after)
            _seal(last, rows)
        if not rows:
            return total, late
        after, total = rows[-1][0], total + len(rows)
        late += sum((prints.instant(row[1]) or last.at) < last.at - LATE for row in rows)
        advance(len(rows))


def _last() -> End:
    """Return the last end of the chain, which begins if it has not. Raises Broken."""
    if held := ends():
        return held[1]
    begun = End(0, prints.beginning(key()), datetime(1970, 1, 2, tzinfo=UTC))
    mark(FIRST, begun)
    mark(LAST, begun)
    return begun


def _newest() -> int:
    """Return the number after which a line may have no seal: that of the newest that has one. In
    PostgreSQL, a few that were given before it may be committed after.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(entry) FROM dossier_seal")
        newest = cursor.fetchone()[0] or 0
    return newest - LOOK_BACK if connection.vendor == "postgresql" else newest


def _unsealed(after: int, *, since: datetime | None = None, mine: Iterable[int] = ()) -> list[Line]:
    """Return lines without a seal whose number comes after `after`, AT_ONCE at most: those since an
    instant, and those of `mine`.
    """
    mine = list(mine)
    marks = ", ".join(["%s"] * len(mine)) or "NULL"
    late = f"AND (e.at >= %s OR e.id IN ({marks}))" if since else ""
    sql = f"""SELECT {line()} FROM dossier_entry e LEFT JOIN dossier_seal s ON s.entry = e.id
        WHERE e.id > %s AND s.place IS NULL {late} ORDER BY e.id LIMIT {AT_ONCE}"""  # noqa: S608
    told = [connection.ops.adapt_datetimefield_value(since), *mine] if since else []
    with connection.cursor() as cursor:
        cursor.execute(sql, [after, *told])
        return cursor.fetchall()


def _seal(last: End, lines: list[Line]) -> int:
    """Seal lines after the last end, which moves."""
    if not lines:
        return 0
    held, place, former, at = key(), last.place, last.seal, last.at
    rows = []
    for line in lines:
        place += 1
        core, writing = prints.core(held, line), prints.writing(held, line)
        former = prints.seal(held, former, place, core, writing)
        at = max(at, prints.instant(line[1]) or at)
        rows.append((place, line[0], core, writing, former, "", ""))
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO dossier_seal (place, entry, core, writing, seal, gone, loosened)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            rows,
        )
    mark(LAST, End(place, former, at))
    return len(rows)
