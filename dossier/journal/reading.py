"""Reading the journal: that of one notebook, and what a worker did themselves. There is no other
way to ask it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from django.db import models
from django.db.models import Q
from django.utils import timezone

from dossier.journal.models import Entry

PAGE = 400  # lines read for a page


@dataclass(frozen=True)
class After:
    """Where a page begins: after the line `pk`, of the instant `at`."""

    at: datetime
    pk: int


@dataclass
class Told:
    """What a worker did in a notebook in a half-hour that begins at `at` (local): each act once,
    with the numbers of the writings it named.
    """

    at: datetime
    worker: models.Model
    notebook: models.Model
    acts: dict[str, list[int]] = field(default_factory=dict)


def of_notebook(notebook: models.Model, after: After | None = None) -> list[Entry]:
    """Return lines of a notebook, newest first: a page, and one more if there are more."""
    found = Entry.objects.filter(notebook=notebook).select_related("worker", "notebook")
    return _page(found, after)


def whole(notebook: models.Model) -> Iterator[Entry]:
    """Return all lines of a notebook, newest first."""
    found = Entry.objects.filter(notebook=notebook).select_related("worker", "notebook")
    return found.order_by("-at", "-pk").iterator(PAGE)


def own(
    worker: models.Model, first: datetime, last: datetime, after: After | None = None
) -> tuple[list[Entry], bool]:
    """Return what `worker`, who asks, did from `first` to before `last`, as `of_notebook` does, and
    whether there is more before. No index serves: it is asked rarely, and about oneself alone.
    """
    mine = Entry.objects.filter(worker=worker).select_related("notebook", "worker")
    told = _page(mine.filter(at__gte=first, at__lt=last), after)
    return told, mine.filter(at__lt=first).exists()


def _page(found: models.QuerySet, after: After | None) -> list[Entry]:
    if after:
        found = found.filter(Q(at__lt=after.at) | Q(at=after.at, pk__lt=after.pk))
    return list(found.order_by("-at", "-pk")[: PAGE + 1])


def by_day(lines: Iterable[Entry]) -> Iterator[tuple[date, list[Told]]]:
    """Yield the days of lines that come newest first, with what was done by half-hour."""
    for day, those in groupby(lines, lambda line: timezone.localtime(line.at).date()):
        found: dict[tuple, Told] = {}
        for line in those:
            at = half_hour(line.at)
            told = found.setdefault(
                (at, line.worker_id, line.notebook_id), Told(at, line.worker, line.notebook)
            )
            writings = told.acts.setdefault(line.act, [])
            if line.writing_id and line.writing_id not in writings:
                writings.append(line.writing_id)
        yield day, list(found.values())


def half_hour(at: datetime) -> datetime:
    """Return the beginning of the half-hour of an instant, where the house is."""
    local = timezone.localtime(at)
    return local.replace(minute=local.minute // 30 * 30, second=0, microsecond=0)
