"""Leaving a line in the journal."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

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
    return Entry.objects.create(at=now, worker=by, notebook=notebook, act=act, writing=writing)


def record_opening(*, by: models.Model, notebook: models.Model) -> None:
    """Leave one line a worker, notebook and half-hour, however many pages are opened.

    `at` is the start of the half-hour. Reads by notebook and instant, so the index serves.
    """
    now = timezone.now()
    start = now - timedelta(
        minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond
    )
    line = {"at": start, "worker": by, "notebook": notebook, "act": Entry.Act.OPENED}
    if not Entry.objects.filter(**line).exists():
        Entry.objects.create(**line)
