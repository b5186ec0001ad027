"""`python -m bench.asking ROUNDS WRITINGS`: fill an empty house, ask each list with the rule and
without, and print what it took. `bench.access` calls it.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dossier.config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from dossier.establishment.models import Team, Worker  # noqa: E402
from dossier.notebooks import actions, timeline  # noqa: E402
from dossier.notebooks.models import (  # noqa: E402
    KEEP,
    READ,
    WRITE,
    Notebook,
    TeamGrant,
    WorkerGrant,
)

WORKERS, TEAMS, NOTEBOOKS, BATCH = 200, 20, 3_000, 50_000
# Of every 20 notebooks, how many the team of that number writes in: from all of them to one.
SHARES = [20, 10, 5, 2, *[1] * (TEAMS - 4)]


def _fill(writings: int) -> None:
    """Make the house: rows alone, as only the rule is measured."""

    workers = Worker.objects.bulk_create(
        Worker(login=f"w{n}", name=f"Pro {n}", password="!") for n in range(WORKERS)
    )
    teams = [Team.objects.create(name=f"Équipe {n}") for n in range(TEAMS)]
    member = Worker.groups.through
    member.objects.bulk_create(
        member(worker=one, group=teams[(n + more) % TEAMS])
        for n, one in enumerate(workers)
        for more in ((0, 7) if n >= TEAMS else (0,))
    )
    books = Notebook.objects.bulk_create(
        Notebook(kind="dossier", title=f"Cahier {n}") for n in range(NOTEBOOKS)
    )
    keep, write, read = map(actions.permission, (KEEP, WRITE, READ))
    later = timezone.now() + timedelta(days=30)
    WorkerGrant.objects.bulk_create(
        WorkerGrant(
            user=workers[(n * 7 + more) % WORKERS],
            content_object=one,
            permission=read if more else keep,
            until=later if more else None,
        )
        for n, one in enumerate(books)
        for more in range(3)
    )
    TeamGrant.objects.bulk_create(
        TeamGrant(group=team, content_object=one, permission=write)
        for place, team in enumerate(teams)
        for n, one in enumerate(books)
        if (n + place) % 20 < SHARES[place]
    )
    columns = (
        "notebook_id, author_id, key, text, tag_words, voice, speaker, moment, signed_at, position,"
        " version, is_common"
    )
    sql = f"INSERT INTO dossier_writing ({columns}) VALUES ({', '.join(['%s'] * 12)})"
    signed = connection.ops.adapt_datetimefield_value(timezone.now())
    text = "Ce soir le repas a duré longtemps, on a parlé du jardin et de la voisine."
    books_, people = [one.pk for one in books], [one.pk for one in workers]
    with connection.cursor() as cursor:
        for start in range(0, writings, BATCH):
            rows = [
                (
                    books_[n * 7_919 % NOTEBOOKS], people[n % WORKERS], f"{n:032x}", text, "",
                    "worker", "", "", signed, n << 10, 1, False,
                )
                for n in range(start, min(start + BATCH, writings))
            ]  # fmt: skip
            with transaction.atomic():
                cursor.executemany(sql, rows)
        cursor.execute("ANALYZE")


def _in_turn(rounds: int, *acts: Callable[[], object]) -> list[float]:
    times: list[list[float]] = [[] for _ in acts]
    for number in range(rounds + 5):
        for spent, act in zip(times, acts, strict=True):
            start = time.perf_counter()
            act()
            if number >= 5:
                spent.append((time.perf_counter() - start) * 1000)
    return [statistics.median(one) for one in times]


def measure(rounds: int, writings: int) -> None:
    """Fill the house, ask each list both ways, and print what it took."""

    _fill(writings)

    for place in (0, 1, 2, 3, 10):
        worker = Worker.objects.get(login=f"w{place}")
        seen, anybody = timeline.Seen(worker), _Anybody(worker)
        ids = sorted(Notebook.objects.visible_to(worker).values_list("pk", flat=True))
        book = seen.notebook(ids[len(ids) // 2])
        pages = {
            "a page of all one reads": (
                lambda who=worker: timeline.read_all(by=who, choice=timeline.Choice()),
                lambda told=anybody: _all(told),
            ),
            "a page of one notebook": (
                lambda pk=book.pk, told=seen: _one(told, pk),
                lambda pk=book.pk, told=anybody: _one(told, pk),
            ),
            "the notebooks": (
                lambda who=worker: list(Notebook.objects.visible_to(who).order_by("title")),
                lambda known=ids: list(Notebook.objects.order_by("title")[: len(known)]),
            ),
        }
        for name, acts in pages.items():
            ours, bare = _in_turn(rounds, *acts)
            line = {"database": connection.vendor, "reads": len(ids), "list": name}
            line |= {
                "ms": round(ours, 2),
                "no rule": round(bare, 2),
                "ratio": round(ours / bare, 2),
            }
            print(json.dumps(line), flush=True)


class _Anybody(timeline.Seen):
    """Who reads everything, with nothing asked of the grants."""

    def notebook(self, pk: int) -> Notebook | None:
        """Return the notebook `pk`."""
        columns = "id, title, kind, team_id, owner_id"
        sql = f"SELECT {columns} FROM dossier_notebook WHERE id = %s"
        (row,) = timeline._rows(sql, [pk])
        return Notebook.from_db(None, columns.split(", "), row)

    def among(self, pks: Collection[int]) -> frozenset[int]:
        """Return all of them."""
        return frozenset(pks)

    def condition(self, column: str) -> tuple[str, list[Any]]:
        """Return what is always true."""
        return "1 = 1", []


def _one(seen: timeline.Seen, pk: int) -> timeline.Page:
    """Return a page of one notebook, once it is found."""
    notebook = seen.notebook(pk)
    assert notebook
    return timeline.read(notebook, seen=seen)


def _all(seen: timeline.Seen) -> timeline.Page:
    """Return a page of everything."""
    sql = f"{timeline.LINES} ORDER BY w.position DESC LIMIT {timeline.PAGE + 1}"
    return timeline._page(timeline._lines(sql, []), seen, timeline.PAGE)


if __name__ == "__main__":
    measure(int(sys.argv[1]), int(sys.argv[2]))
