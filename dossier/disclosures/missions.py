"""Evaluations of the house (CASF L312-8, D312-204): noted, changed; nobody outside has an account,
and nothing of them makes a score.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dossier.disclosures.models import Mission
from dossier.disclosures.rules import is_said
from dossier.establishment.models import Worker
from dossier.notebooks.models import NotAllowed

USUAL_DAYS = 60  # to read what is received, when no end is said
AFTER_DAYS = 30  # to write the report, once they have come


class Over(Exception):
    """It is over: nothing more is sent for it."""


@transaction.atomic
def note_mission(
    *,
    by: Worker,
    body: str,
    people: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    words: str = "",
    at: datetime | None = None,
) -> Mission:
    """Note an evaluation that comes. Raises NotAllowed unless `by` accompanies; ValueError for a
    body without a name, or an end before its beginning.
    """
    told = _told(by, body, people, from_on, until_on, words)
    return Mission.objects.create(by=by, at=at or timezone.now(), **told)


@transaction.atomic
def change_mission(*, by: Worker, mission: Mission, **told: object) -> None:
    """Change what is said of an evaluation. Raises as `note_mission`."""
    names = {"people": "", "from_on": None, "until_on": None, "words": ""} | told
    Mission.objects.filter(pk=mission.pk).update(**_told(by, **names))


def last_day(mission: Mission, today: date) -> date:
    """Return until when what is sent for an evaluation is to be read. Raises Over."""
    if not mission.until_on:
        return today + timedelta(days=USUAL_DAYS)
    until = mission.until_on + timedelta(days=AFTER_DAYS)
    if until < today:
        raise Over
    return until


def _told(
    by: Worker, body: str, people: str, from_on: date | None, until_on: date | None, words: str
) -> dict[str, object]:
    if not by.accompanies:
        raise NotAllowed
    if not is_said(body) or (from_on and until_on and until_on < from_on):
        raise ValueError("no name, or an end before its beginning")
    return {
        "body": body.strip(),
        "people": people.strip(),
        "from_on": from_on,
        "until_on": until_on,
        "words": words.strip(),
    }
