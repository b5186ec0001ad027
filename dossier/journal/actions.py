"""Leaving a line in the journal; it is sealed once it is on the disk."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models
from django.utils import timezone

from dossier.journal.chain import seal_after
from dossier.journal.models import Entry


def record(
    *,
    by: models.Model,
    notebook: models.Model,
    act: str,
    writing: models.Model | None = None,
    at: datetime | None = None,
) -> Entry:
    """Leave a line: `by` (a worker) did `act` in `notebook`, maybe on `writing`, now or `at`."""
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    line = Entry.objects.create(at=now, worker=by, notebook=notebook, act=act, writing=writing)
    seal_after([line.pk])
    return line


def record_each(*, by: models.Model, notebook_ids: Iterable[int], act: str) -> None:
    """Leave a line in each notebook that one act is about: one query."""
    now = timezone.now().replace(second=0, microsecond=0)
    _leave(sorted(notebook_ids), at=now, worker=by, act=act)


def record_opening(
    *, by: models.Model, notebook: models.Model, act: str = Entry.Act.OPENED
) -> None:
    """Leave one line a worker, notebook and half-hour, however many pages are opened."""
    record_openings(by=by, notebook_ids={notebook.pk}, act=act)


def record_openings(
    *, by: models.Model, notebook_ids: set[int], act: str = Entry.Act.OPENED
) -> None:
    """Leave the line of an opening for each notebook: at most two queries. `act` is a way of
    opening: the pages that are read, or read together.

    `at` is the start of the half-hour. Reads by notebook and instant, so the index serves.
    """
    now = timezone.now()
    start = now - timedelta(
        minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond
    )
    fresh = sorted(notebook_ids - _opened(by, notebook_ids, start, act))
    if fresh:
        _leave(fresh, at=start, worker=by, act=act)


def _leave(notebook_ids: list[int], **line: Any) -> None:
    lines = Entry.objects.bulk_create([Entry(**line, notebook_id=pk) for pk in notebook_ids])
    seal_after([one.pk for one in lines])


def _opened(by: models.Model, notebook_ids: set[int], start: datetime, act: str) -> set[int]:
    """Return which of these notebooks `by` opened in this half-hour.

    Each page asks it: written by hand, as building it took longer than running it.
    """
    marks = ", ".join(["%s"] * len(notebook_ids)) or "NULL"
    sql = f"""SELECT notebook_id FROM dossier_entry
        WHERE notebook_id IN ({marks}) AND at = %s AND worker_id = %s AND act = %s"""  # noqa: S608
    at = connection.ops.adapt_datetimefield_value(start)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*notebook_ids, at, by.pk, str(act)])
        return {row[0] for row in cursor.fetchall()}
