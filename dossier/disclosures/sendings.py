"""Acts on sendings: begun on agreements, chosen piece by piece, looked at, sealed, handed over.

Nothing is chosen by itself, nothing leaves that nobody looked at, and an agreement taken back stops
what was not handed over.
"""

import secrets
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from dossier.disclosures import preparing
from dossier.disclosures.consents import minute
from dossier.disclosures.models import Consent, ConsentQuerySet, Disclosed, Disclosure, Mission
from dossier.disclosures.preparing import Span
from dossier.disclosures.rules import is_said
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.files.models import Blob
from dossier.meetings.models import Council, Point
from dossier.notebooks.models import (
    Attachment,
    AttachmentQuerySet,
    NotAllowed,
    Writing,
    WritingQuerySet,
)
from dossier.projects.models import Project
from dossier.rights.models import Edition

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read as another
DRAWN = 6
UNNAMED = {Consent.Sort.EVALUATION, Consent.Sort.RESEARCH}  # who needs no name at all


class NotGiven(Exception):
    """What it stands on was not agreed to, or is no more."""


class AlreadySealed(Exception):
    """What is sealed does not change: one prepares another."""


class ChangedSince(Exception):
    """What would be sealed is not what was seen."""


class NotReady(Exception):
    """Something of it waits: nobody looked at it, or a name is not decided."""


class CannotLeave(Exception):
    """A file whose inside nobody can look at: it does not leave."""


@transaction.atomic
def begin_sending(*, by: Worker, consent: Consent, at: datetime | None = None) -> Disclosure:
    """Begin a sending of what was agreed to, empty. Raises NotAllowed, NotGiven."""
    if not Consent.objects.writable_by(by).filter(pk=consent.pk).exists():
        raise NotAllowed
    if not Consent.objects.given(timezone.localdate()).filter(pk=consent.pk).exists():
        raise NotGiven
    if not consent.allowed.exists():
        raise NotGiven
    names = Disclosure.Names.ALL if consent.sort in UNNAMED else Disclosure.Names.OTHERS
    return _begin(by, at, consent=consent, names=names, **_told_of(consent))


@transaction.atomic
def begin_of_mission(
    *, by: Worker, mission: Mission, pack: str, until: date, at: datetime | None = None
) -> Disclosure:
    """Begin what an evaluation receives of the house, or of persons who agreed that their dates
    leave. Raises NotAllowed unless `by` accompanies; ValueError for a pack that is of one person.
    """
    if not by.accompanies:
        raise NotAllowed
    if pack not in {Disclosure.Sort.FACTS, Disclosure.Sort.SHEET}:
        raise ValueError(pack)
    told = {"recipient": mission.body, "sort": Consent.Sort.EVALUATION, "mission": mission}
    purpose = mission.words.strip() or said("L’évaluation {maison.du}, que demande la loi.")
    made = _begin(by, at, pack=pack, purpose=purpose, until=until, **told)
    if pack == Disclosure.Sort.SHEET:
        Disclosed.objects.create(disclosure=made)
    return made


def _told_of(consent: Consent) -> dict[str, object]:
    names = ("recipient", "sort", "purpose", "until", "mission")
    return {name: getattr(consent, name) for name in names}


def _begin(by: Worker, at: datetime | None, **told: object) -> Disclosure:
    return Disclosure.objects.create(
        reference="".join(secrets.choice(SIGNS) for _ in range(DRAWN)),
        seed=secrets.token_bytes(32),
        key=b"",
        by=by,
        begun_at=minute(at),
        **told,
    )


def offered(*, by: Worker, disclosure: Disclosure) -> WritingQuerySet:
    """Return the writings that may be put in: those one said yes to, for the person; what councils
    concluded and what projects of several say, for the house.
    """
    if disclosure.consent:
        return disclosure.consent.leaving(by)
    if disclosure.pack == Disclosure.Sort.SHEET:
        return of_house(by=by)
    return Writing.objects.none()


def of_house(*, by: Worker) -> WritingQuerySet:
    """Return what may be shown of the house in writings, as `by` reads: what councils concluded,
    the texts of projects of collectives, in which no person is named as a member.
    """
    concluded = Point.objects.filter(notebook__in=Council.objects.values("notebook"))
    concluded = concluded.exclude(conclusion=None)
    shared = Project.objects.exclude(text=None).exclude(notebook__memberships__person__isnull=False)
    seen = Q(pk__in=concluded.values("conclusion")) | Q(pk__in=shared.values("text"))
    return Writing.objects.visible_to(by).filter(seen)


@transaction.atomic
def put_in(
    *,
    by: Worker,
    disclosure: Disclosure,
    writings: Iterable[Writing] = (),
    attachments: Iterable[Attachment] = (),
    editions: Iterable[Edition] = (),
    consents: Iterable[Consent] = (),
) -> None:
    """Put pieces in a sending; those that are there already stay as they are.

    Raises NotAllowed, AlreadySealed; NotGiven for what nobody said yes to; CannotLeave for a file
    that is neither looked at nor read.
    """
    disclosure = still_open(by, disclosure)
    may = offered(by=by, disclosure=disclosure)
    for one in writings:
        if not may.filter(pk=one.pk).exists():
            raise NotGiven
        _put(disclosure, consent=disclosure.consent, writing=one)
    for one in attachments:
        if not joined(by=by, disclosure=disclosure).filter(pk=one.pk).exists():
            raise NotGiven
        if not may_leave(one.blob):
            raise CannotLeave
        _put(disclosure, consent=disclosure.consent, writing=one.writing, attachment=one)
    for one in editions:
        if disclosure.pack != Disclosure.Sort.SHEET:
            raise NotGiven
        _put(disclosure, edition=one)
    for one in consents:
        if not agreed_facts(by=by, disclosure=disclosure).filter(pk=one.pk).exists():
            raise NotGiven
        _put(disclosure, consent=one)


def _put(disclosure: Disclosure, **told: object) -> None:
    """Put a piece last; a person, where chance says: their place tells nothing."""
    is_person = set(told) == {"consent"}
    last = disclosure.pieces.aggregate(last=Max("place"))["last"] or 0
    place = secrets.randbelow(1 << 30) if is_person else last + 1
    same = {name: told.get(name) for name in ("writing", "attachment", "edition")}
    found = disclosure.pieces.filter(**same, **({"consent": told["consent"]} if is_person else {}))
    if not found.exists():
        Disclosed.objects.create(disclosure=disclosure, place=place, **told)


def joined(*, by: Worker, disclosure: Disclosure) -> AttachmentQuerySet:
    """Return the files that may be put in: joined to what one said yes to, with what is joined."""
    if not disclosure.consent:
        return Attachment.objects.none()
    allowed = disclosure.consent.leaving(by, with_files=True).values("pk")
    found = Attachment.objects.visible_to(by).filter(writing__in=allowed, until=None, piece=None)
    return found.select_related("blob", "writing").order_by("writing__position", "pk")


def may_leave(blob: Blob) -> bool:
    """Whether a file may leave: looked at or listened to whole, or its words alone."""
    return blob.kind in preparing.TO_LOOK or (blob.kind in preparing.TO_READ and is_said(blob.text))


def agreed_facts(*, by: Worker, disclosure: Disclosure) -> ConsentQuerySet:
    """Return the agreements of persons whose dates may be told to an evaluation, that `by` writes
    of.
    """
    if disclosure.pack != Disclosure.Sort.FACTS or not disclosure.mission:
        return Consent.objects.none()
    given = Consent.objects.writable_by(by).given(timezone.localdate())
    return given.filter(
        mission=disclosure.mission, with_facts=True, until__gte=disclosure.until
    ).select_related("dossier__person", "dossier__notebook")


@transaction.atomic
def take_out(*, by: Worker, piece: Disclosed) -> None:
    """Take a piece out, with what was decided of it. Raises NotAllowed, AlreadySealed."""
    disclosure = still_open(by, piece.disclosure)
    disclosure.pieces.filter(pk=piece.pk).delete()
    if piece.writing_id and not piece.attachment_id:
        disclosure.pieces.filter(writing=piece.writing_id).delete()


@transaction.atomic
def look_at(
    *,
    by: Worker,
    piece: Disclosed,
    seen: str,
    hidden: Iterable[Span] = (),
    kept: Iterable[Span] = (),
    criterion: str = "",
    method: str = "",
) -> None:
    """Note that somebody looked at a piece: what they covered, what they left though it speaks of
    others. `seen` is the print of its words as they were read.

    Raises NotAllowed, AlreadySealed; ChangedSince when the words changed; ValueError for stretches
    that are no sentences of it, or a method there is not.
    """
    disclosure = still_open(by, piece.disclosure)
    rows = preparing.rows_of(disclosure, only=piece.pk)
    if not rows:
        raise ChangedSince
    piece = rows[0]
    _, whole = preparing.source(piece, by=by)
    if preparing.print_of(whole) != seen:
        raise ChangedSince
    hidden, kept = sorted(set(hidden)), sorted(set(kept) - set(hidden))
    if {*hidden, *kept} - set(preparing.spans(whole)) or method not in {"", *Disclosed.Method}:
        raise ValueError("not sentences of it, or no method")
    piece.seen, piece.hidden, piece.kept = seen, hidden, kept
    piece.version = piece.writing.version if piece.writing else None
    piece.criterion, piece.method = criterion.strip(), method
    piece.save(update_fields=["seen", "hidden", "kept", "version", "criterion", "method"])


@transaction.atomic
def decide_names(
    *,
    by: Worker,
    disclosure: Disclosure,
    left: Iterable[str] = (),
    changed: Iterable[str] = (),
    covered: Iterable[str] = (),
    again: Iterable[str] = (),
    names: str = "",
) -> None:
    """Decide of words, by spelling: `left` as they are, `changed` for another name, `covered`
    wherever they stand, or decided `again` from nothing. `names` says which names change.

    Raises NotAllowed, AlreadySealed, ValueError for names there is no such choice of.
    """
    disclosure = still_open(by, disclosure)
    if names and names not in Disclosure.Names:
        raise ValueError(names)
    held = preparing.choices_of(disclosure)
    left, changed, covered = (
        {one for one in told if is_said(one)} for told in (left, changed, covered)
    )
    gone = left | changed | covered | set(again)
    added = {one: who for one, who in held.added.items() if one not in gone}
    disclosure.choices = {
        "undone": sorted((held.undone - gone) | left),
        "added": added | dict.fromkeys(sorted(changed), ""),
        "covered": sorted((held.covered - gone) | covered),
    }
    disclosure.names = names or disclosure.names
    disclosure.save(update_fields=["choices", "names"])


@transaction.atomic
def abandon(*, by: Worker, disclosure: Disclosure) -> None:
    """Forget a sending that is only prepared: what it was made of stays. Raises NotAllowed,
    AlreadySealed.
    """
    still_open(by, disclosure).delete()


@transaction.atomic
def settle(*, by: Worker, disclosure: Disclosure, seen: str) -> None:
    """Keep a sending as it was seen, for it to be sealed so; `seen` is the basis of what was shown.
    Raises NotAllowed, AlreadySealed, ChangedSince; NotReady.
    """
    made = preparing.prepare(by=by, disclosure=still_open(by, disclosure))
    if made.basis != seen:
        raise ChangedSince
    if not made.is_ready:
        raise NotReady


def is_settled(*, by: Worker, disclosure: Disclosure) -> bool:
    """Whether what was kept to be sealed is still what there is."""
    now = preparing.basis(disclosure, by=by, names=preparing.known(by=by))
    return disclosure.is_ready and disclosure.basis == now


def needed(disclosure: Disclosure) -> set[int]:
    """Return the numbers of the agreements a sending stands on."""
    return {disclosure.consent_id, *disclosure.pieces.values_list("consent", flat=True)} - {None}


def notebooks_of(disclosure: Disclosure) -> set[int]:
    """Return the numbers of the notebooks a sending is taken from, and of the persons in it."""
    told = disclosure.pieces.values_list("writing__notebook", "consent__dossier__notebook")
    return {pk for row in told for pk in row if pk}


def writable(by: Worker, disclosure: Disclosure) -> Disclosure:
    """Return a sending that `by` may prepare or hand over, as it is now. Raises NotAllowed."""
    if not Disclosure.objects.writable_by(by).filter(pk=disclosure.pk).exists():
        raise NotAllowed
    return Disclosure.objects.select_for_update().get(pk=disclosure.pk)


def still_open(by: Worker, disclosure: Disclosure) -> Disclosure:
    """Return a sending that `by` may prepare, as it is now. Raises NotAllowed, AlreadySealed."""
    disclosure = writable(by, disclosure)
    if disclosure.sealed_at:
        raise AlreadySealed
    return disclosure
