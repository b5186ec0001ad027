"""Acts on agreements: asked, answered, taken back. What was noted stays."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dossier.disclosures.models import Allowed, Consent, Mission
from dossier.disclosures.rules import is_said
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import Content, must_write, write
from dossier.notebooks.models import (
    Attachment,
    Heading,
    NotAllowed,
    Notebook,
    NotebookQuerySet,
    Writing,
)
from dossier.persons.models import Dossier


class AlreadyAnswered(Exception):
    """What was asked cannot change once somebody answered: one asks again."""


class AskedChanged(Exception):
    """What was answered is not what is asked now: somebody added to it, or took something out."""


class TellsOfCircle(Exception):
    """Without a circle it was about, what is asked would be known to who does not read it."""


class NowhereToKeep(Exception):
    """No notebook holds what was signed, and tells nobody what they do not read."""


class NotGiven(Exception):
    """What nobody said yes to cannot be taken back."""


class NothingAsked(Exception):
    """Nothing that could leave was said."""


class Asked(NamedTuple):
    """What one asks to let leave: writings of `notebook`, under `heading` or all."""

    notebook: Notebook
    heading: Heading | None = None


def theirs(*, by: Worker, dossier: Dossier) -> NotebookQuerySet:
    """Return the notebooks of a person that may be asked to leave whole: their own, and the circles
    around it; of those, what `by` reads.
    """
    own = Q(pk=dossier.notebook_id) | Q(circle__around=dossier.notebook_id)
    return Notebook.objects.visible_to(by).filter(own)


def askable(*, by: Worker, dossier: Dossier) -> NotebookQuerySet:
    """Return the notebooks of which a writing may be asked to leave: theirs, and those of the
    collectives and projects they are in; of those, what `by` reads.
    """
    around = Notebook.objects.filter(memberships__person=dossier.person).values("pk")
    own = theirs(by=by, dossier=dossier).values("pk")
    return Notebook.objects.visible_to(by).filter(Q(pk__in=own) | Q(pk__in=around))


@transaction.atomic
def ask_consent(
    *,
    by: Worker,
    dossier: Dossier,
    recipient: str,
    sort: str,
    purpose: str,
    until: date,
    asked: Iterable[Asked] = (),
    writings: Iterable[Writing] = (),
    since: date | None = None,
    before: date | None = None,
    with_files: bool = False,
    with_facts: bool = False,
    mission: Mission | None = None,
    at: datetime | None = None,
) -> Consent:
    """Ask whether something of a dossier may leave: what, to whom, what for, until when.

    `since` and `before` bound what is `asked`, both days included; `writings` are single ones;
    `with_facts` asks for dates, for the `mission` of an evaluation or not.
    Raises NotAllowed unless `by` writes in the dossier, and for what is not `theirs`, or `askable`;
    ValueError for a recipient without a name, a sort there is not, or days that cannot be.
    """
    must_write(by, dossier.notebook)
    now = minute(at)
    asked, writings = list(asked), list(writings)
    if not is_said(recipient) or not is_said(purpose) or sort not in Consent.Sort:
        raise ValueError("to whom, or what for, is not said")
    if until < _day(now) or (since and before and before < since):
        raise ValueError("days that cannot be")
    consent = Consent.objects.create(
        dossier=dossier,
        recipient=recipient.strip(),
        sort=sort,
        purpose=purpose.strip(),
        until=until,
        mission=mission,
        with_facts=with_facts,
        asked_by=by,
        asked_at=now,
    )
    _allow(by, consent, asked, since=since, until=before, with_files=with_files)
    _add(by, consent, writings, with_files)
    _record(by, dossier, now)
    return consent


@transaction.atomic
def add_to_consent(
    *, by: Worker, consent: Consent, writings: Iterable[Writing], with_files: bool = False
) -> None:
    """Add single writings to what is asked. Raises NotAllowed, AlreadyAnswered."""
    consent = _unanswered(by, consent)
    _add(by, consent, list(writings), with_files)
    _record(by, consent.dossier, minute(None))


@transaction.atomic
def take_from_consent(*, by: Worker, consent: Consent, allowed: Allowed) -> None:
    """Take something out of what is asked. Raises NotAllowed, AlreadyAnswered, TellsOfCircle."""
    consent = _unanswered(by, consent)
    others = consent.allowed.filter(notebook=allowed.notebook_id).exclude(pk=allowed.pk)
    if allowed.notebook.is_circle and not others.exists():
        raise TellsOfCircle
    consent.allowed.filter(pk=allowed.pk).delete()
    _record(by, consent.dossier, minute(None))


@transaction.atomic
def answer_consent(
    *,
    by: Worker,
    consent: Consent,
    answer: str,
    side: str = Consent.Side.PERSON,
    who: str = "",
    on: date | None = None,
    ways: Iterable[str] = (),
    how: str = "",
    present: str = "",
    words: str = "",
    key: uuid.UUID | None = None,
    seen: str = "",
    at: datetime | None = None,
) -> Consent:
    """Note what was answered, today when the day is not said; the files joined to the form `key`
    become a writing, where `kept_in` says. `seen` is the print of what was asked, as it was read.

    Raises NotAllowed unless `by` writes there, AlreadyAnswered, NothingAsked, AskedChanged,
    NowhereToKeep; ValueError for an answer, a side or a way there is not, and for a day that has
    not come, or comes before it was asked.
    """
    consent, now, ways = _unanswered(by, consent), minute(at), list(ways)
    on = on or _day(now)
    if answer not in Consent.Answer or side not in Consent.Side or set(ways) - set(Consent.Way):
        raise ValueError("an answer, a side or a way there is not")
    if not _day(consent.asked_at) <= on <= _day(now):
        raise ValueError("a day that has not come, or before it was asked")
    if not consent.with_facts and not consent.allowed.exists():
        raise NothingAsked
    if seen and seen != consent.print:
        raise AskedChanged
    consent.answer, consent.side, consent.who = answer, side, who.strip()
    consent.on, consent.ways, consent.how = on, ways, how.strip()
    consent.present, consent.words = present.strip(), words
    consent.writing = _signed(by, consent, key, at)
    consent.noted_by, consent.noted_at = by, now
    consent.save()
    _record(by, consent.dossier, now)
    return consent


@transaction.atomic
def withdraw_consent(
    *, by: Worker, consent: Consent, words: str = "", at: datetime | None = None
) -> None:
    """Note that an agreement is taken back, at once (RGPD art. 7, 3): also one said to be noted by
    mistake, which may stand after all. One that was taken back already is left as it is. Raises
    NotAllowed; NotGiven for what nobody said yes to.
    """
    consent = _of(by, consent)
    if consent.answer != Consent.Answer.YES:
        raise NotGiven
    if consent.withdrawn_on:
        return
    now = minute(at)
    consent.withdrawn_on, consent.withdrawn_words = _day(now), words
    consent.withdrawn_by = by
    consent.save(update_fields=["withdrawn_on", "withdrawn_words", "withdrawn_by"])
    _record(by, consent.dossier, now)


@transaction.atomic
def mark_consent(*, by: Worker, consent: Consent, is_mistaken: bool) -> None:
    """Say that an agreement was noted by mistake, or that it stands after all. Raises
    NotAllowed.
    """
    consent = _of(by, consent)
    consent.is_mistaken = is_mistaken
    consent.save(update_fields=["is_mistaken"])
    _record(by, consent.dossier, minute(None))


def kept_in(*, by: Worker, consent: Consent) -> Notebook | None:
    """Return where what is joined to an answer is kept: the dossier, or the circle it is about, so
    that who does not read it learns nothing. None for two circles, or when `by` does not write in
    the one.
    """
    circles = Notebook.objects.filter(kind=Notebook.Kind.CIRCLE)
    about = set(consent.allowed.filter(notebook__in=circles).values_list("notebook", flat=True))
    if len(about) > 1:
        return None
    place = about or {consent.dossier.notebook_id}
    return Notebook.objects.writable_by(by).filter(pk__in=place).first()


def _of(by: Worker, consent: Consent) -> Consent:
    """Return an agreement that `by` may answer, as it is now: nobody changes it meanwhile."""
    found = Consent.objects.writable_by(by).filter(pk=consent.pk).exists()
    if not found:
        raise NotAllowed
    return Consent.objects.select_for_update().get(pk=consent.pk)


def _unanswered(by: Worker, consent: Consent) -> Consent:
    consent = _of(by, consent)
    if consent.answer or consent.is_mistaken:
        raise AlreadyAnswered
    return consent


def _allow(by: Worker, consent: Consent, asked: Iterable[Asked], **more: object) -> None:
    may = set(theirs(by=by, dossier=consent.dossier).values_list("pk", flat=True))
    for one in asked:
        if one.notebook.pk not in may:
            raise NotAllowed
        Allowed.objects.create(consent=consent, notebook=one.notebook, heading=one.heading, **more)


def _add(by: Worker, consent: Consent, writings: Iterable[Writing], with_files: bool) -> None:
    may = set(askable(by=by, dossier=consent.dossier).values_list("pk", flat=True))
    for one in writings:
        if one.notebook_id not in may:
            raise NotAllowed
        Allowed.objects.update_or_create(
            consent=consent,
            writing=one,
            defaults={"notebook_id": one.notebook_id, "with_files": with_files},
        )


def _signed(
    by: Worker, consent: Consent, key: uuid.UUID | None, at: datetime | None
) -> Writing | None:
    """Sign what was joined to the form as a writing; None when nothing was."""
    if not key or not Attachment.objects.pending(by, key).exists():
        return None
    notebook = kept_in(by=by, consent=consent)
    if not notebook:
        raise NowhereToKeep
    title = said("{reponse.Singulier} à une demande d’accord : {to}", to=consent.recipient)
    return write(by=by, notebook=notebook, content=Content(text=title), key=key, at=at)[0]


def minute(at: datetime | None) -> datetime:
    """Return an instant without its seconds, now when none is said."""
    return (at or timezone.now()).replace(second=0, microsecond=0)


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()


def _record(by: Worker, dossier: Dossier, now: datetime) -> None:
    record(by=by, notebook=dossier.notebook, act=Entry.Act.CONSENTED, at=now)
