"""Acts on the frame of the house: what of the law applies here."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.rights.models import Frame
from dossier.rights.terms import Terms


class MayNotSpeak(Exception):
    """Only who accompanies, in a team, or keeps the machine speaks for the house."""


def terms() -> Terms:
    """Return the durations of this house."""
    return Terms(Frame.here().terms)


@transaction.atomic
def frame_house(*, by: Worker, **told: Any) -> Frame:
    """Say what of the law applies here: the fields of `Frame` by name; each version is kept.

    Raises MayNotSpeak; KeyError for a duration that nobody knows, ValueError for what is none.
    """
    if not by.speaks_for_house:
        raise MayNotSpeak
    for key, rows in told.get("terms", {}).items():
        Terms({key: rows}).of(key, timezone.localdate())
    frame = Frame.objects.select_for_update().first() or Frame()
    for name, value in told.items():
        setattr(frame, name, value)
    frame._history_user = by
    frame.save()
    return frame


def longest_note() -> timedelta:
    """Return how long a personal note is kept at most in this house."""
    return timedelta(days=Frame.here().notes_days)
