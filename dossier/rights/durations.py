"""Acts on the durations of the house: change one from a day, come back to the law's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.accounts.people import decides_for_house
from dossier.establishment.models import Worker
from dossier.rights.actions import MayNotSpeak, frame_house
from dossier.rights.models import Frame
from dossier.rights.terms import KNOWN, Term, Terms


@transaction.atomic
def change_term(
    *, by: Worker, key: str, amount: int, unit: str, source: str = "", since: date | None = None
) -> None:
    """Change a duration from `since` (today for None), and say where that is from; what it was
    before that day holds before it. Changed again for the same day, the last holds.

    Raises MayNotSpeak, KeyError for a duration nobody knows, ValueError for what is none, is too
    long, or out of its bounds.
    """
    day = since or timezone.localdate()
    KNOWN[key].check(amount, unit)
    told = Term(amount, unit, source.strip(), day)
    row = {"amount": told.amount, "unit": unit, "source": told.source, "since": day.isoformat()}
    _keep(by, key, [*_others(key, day), row])


@transaction.atomic
def back_to_law(*, by: Worker, key: str, today: date | None = None) -> None:
    """Come back to the duration of the law from `today` on: what the house said for later goes,
    what held before today stays true of before. Raises as `change_term` does.
    """
    day = today or timezone.localdate()
    law = Terms({}).of(key, day)
    kept = [row for row in _rows(key) if date.fromisoformat(row["since"]) < day]
    here = Terms({key: kept}).of(key, day)
    if (here.amount, here.unit) != (law.amount, law.unit):
        kept.append(
            {"amount": law.amount, "unit": law.unit, "source": law.source, "since": day.isoformat()}
        )
    _keep(by, key, kept)


def _rows(key: str) -> list[dict[str, Any]]:
    """Return what the house said of a duration; held to the end of the act, as two changes at once
    would lose one.
    """
    held = Frame.objects.select_for_update().first()
    rows = held.terms.get(key, []) if held else []
    return [row | {"since": row.get("since") or date.min.isoformat()} for row in rows]


def _others(key: str, day: date) -> list[dict[str, Any]]:
    return [row for row in _rows(key) if row["since"] != day.isoformat()]


def may_change(by: Worker, key: str) -> bool:
    """Tell whether `by` changes a duration: who speaks for the house; one that has bounds, since it
    opens or wipes, who decides for it.
    """
    return decides_for_house(by) if KNOWN[key].bounds else by.speaks_for_house


def _keep(by: Worker, key: str, rows: list[dict[str, Any]]) -> None:
    if not may_change(by, key):
        raise MayNotSpeak
    rows = sorted(rows, key=lambda row: row["since"])
    frame_house(by=by, terms=Frame.here().terms | {key: rows})


@dataclass(frozen=True)
class Change:
    """A version of the frame: when, by whom, what it held, and what it held before."""

    at: datetime
    by: Worker | None
    new: Frame
    old: Frame


def changes() -> Iterator[Change]:
    """Yield each version of the frame, the latest first."""
    frame = Frame.objects.first()
    rows = list(frame.history.select_related("history_user").order_by("pk")) if frame else []
    versions = [Frame(), *(row.instance for row in rows)]
    for number in range(len(rows), 0, -1):
        row = rows[number - 1]
        yield Change(row.history_date, row.history_user, versions[number], versions[number - 1])
