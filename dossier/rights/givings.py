"""Acts on what a person was given, told, what they signed or refused: noted, and it stays."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import must_write
from dossier.persons.models import Dossier
from dossier.rights.models import Contract, Edition, Giving, Report


@transaction.atomic
def note_giving(
    *,
    by: Worker,
    dossier: Dossier,
    on: date | None = None,
    edition: Edition | None = None,
    contract: Contract | None = None,
    report: Report | None = None,
    version: int | None = None,
    what: str = "",
    side: str = Giving.Side.PERSON,
    who: str = "",
    answer: str = Giving.Answer.GIVEN,
    how: str = "",
    present: str = "",
    words: str = "",
    strokes: list | None = None,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Giving:
    """Note one thing given to somebody of `dossier`, and what they answered (CASF L311-4, D311).

    Raises NotAllowed unless `by` writes there; ValueError for what is somebody else's, a side or
    an answer there is not, and when nothing was said.
    """
    must_write(by, dossier.notebook)
    things = [one for one in (edition, contract, report) if one]
    if side not in Giving.Side or answer not in Giving.Answer or len(things) > 1:
        raise ValueError("a side, an answer or a thing there is not")
    if any(getattr(one, "dossier_id", dossier.pk) != dossier.pk for one in things):
        raise ValueError("what is somebody else's")
    if not things and not what.strip() and not words.strip():
        raise ValueError("nothing was said")
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    written = getattr(contract or report, "writing", None)
    noted = Giving.objects.create(
        dossier=dossier,
        edition=edition,
        contract=contract,
        report=report,
        version=version or (written.version if written else None),
        what=what.strip(),
        side=side,
        who=who.strip(),
        answer=answer,
        on=on or timezone.localtime(now).date(),
        how=how,
        present=present,
        words=words,
        strokes=strokes,
        noted_by=by,
        noted_at=now,
    )
    record(by=by, notebook=dossier.notebook, act=Entry.Act.GIVEN, at=now)
    return noted


@transaction.atomic
def mark_giving(*, by: Worker, giving: Giving, is_mistaken: bool) -> None:
    """Say that a line was noted by mistake, or that it stands after all; the line stays."""
    must_write(by, giving.dossier.notebook)
    giving.is_mistaken = is_mistaken
    giving.save(update_fields=["is_mistaken"])
    record(by=by, notebook=giving.dossier.notebook, act=Entry.Act.GIVEN)
