"""Acts on the *personne de confiance* (CASF L311-5-1): proposed, named, declined, revoked."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import must_write
from dossier.persons.models import Dossier
from dossier.rights.givings import keep_paper
from dossier.rights.models import Edition, Trust


@transaction.atomic
def note_trust(
    *,
    by: Worker,
    dossier: Dossier,
    act: str,
    on: date | None = None,
    name: str = "",
    interview_on: date | None = None,
    attested_on: date | None = None,
    edition: Edition | None = None,
    words: str = "",
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Trust:
    """Note what became of the *personne de confiance*; what was noted before stays.

    `edition` is the notice that was given, `interview_on` the interview it came before. The files
    joined to the form `key` (the attestation, signed) become a writing of the dossier. Raises
    NotAllowed unless `by` writes there; ValueError for an act there is not, and for somebody named
    without a word that says who.
    """
    must_write(by, dossier.notebook)
    if act not in Trust.Act:
        raise ValueError("an act there is not")
    if act == Trust.Act.NAMED and not name.strip() and not words.strip():
        raise ValueError("who is named has a name, or words")
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    on = on or timezone.localtime(now).date()
    paper = None
    if key:
        names = ["Personne de confiance"]
        paper = keep_paper(by=by, dossier=dossier, key=key, names=names, on=on, at=now)
    line = Trust.objects.create(
        dossier=dossier,
        act=act,
        on=on,
        name=" ".join(name.split()),
        interview_on=interview_on,
        attested_on=attested_on,
        edition=edition,
        words=words,
        writing=paper,
        noted_by=by,
        noted_at=now,
    )
    record(by=by, notebook=dossier.notebook, act=Entry.Act.GIVEN, at=now)
    return line


@transaction.atomic
def mark_trust(*, by: Worker, trust: Trust, is_mistaken: bool) -> None:
    """Say that a line was noted by mistake, or that it stands after all; the line stays."""
    must_write(by, trust.dossier.notebook)
    trust.is_mistaken = is_mistaken
    trust.save(update_fields=["is_mistaken"])
    record(by=by, notebook=trust.dossier.notebook, act=Entry.Act.GIVEN)
