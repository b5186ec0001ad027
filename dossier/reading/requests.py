"""Acts on requests: what was asked, what was answered. What was noted stays."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import Content, must_write, write
from dossier.notebooks.models import Attachment, Writing
from dossier.persons.models import Dossier
from dossier.reading.models import Reply, Request
from dossier.reading.request_rules import MATTERS

FINAL = {Reply.Answer.GRANTED, Reply.Answer.PARTLY, Reply.Answer.REFUSED, Reply.Answer.DROPPED}


@transaction.atomic
def note_request(
    *,
    by: Worker,
    dossier: Dossier,
    sort: str,
    asked_on: date | None = None,
    side: str = Request.Side.PERSON,
    who: str = "",
    how: str = "",
    words: str = "",
    matters: Iterable[str] = (),
    checked: str = "",
    at: datetime | None = None,
) -> Request:
    """Note a request received on `asked_on`, today when it is not said (RGPD art. 15 to 22).

    Raises NotAllowed unless `by` writes in the dossier; ValueError for a sort, a side or a matter
    there is not, and for a day that has not come.
    """
    must_write(by, dossier.notebook)
    now = _minute(at)
    asked_on, matters = asked_on or _day(now), list(matters)
    if sort not in Request.Sort or side not in Request.Side or set(matters) - set(MATTERS):
        raise ValueError("a sort, a side or a matter there is not")
    if asked_on > _day(now):
        raise ValueError("a day that has not come")
    request = Request.objects.create(
        dossier=dossier,
        sort=sort,
        asked_on=asked_on,
        side=side,
        who=who.strip(),
        how=how,
        words=words,
        matters=matters,
        checked=checked,
        noted_by=by,
        noted_at=now,
    )
    _record(by, dossier, now)
    return request


@transaction.atomic
def complete(*, by: Worker, request: Request, matters: Iterable[str], checked: str) -> None:
    """Say what one learnt since: which matters, how one made sure of who asks. What was asked, by
    whom and when stays as it was noted. Raises NotAllowed, ValueError for a matter there is not.
    """
    must_write(by, request.dossier.notebook)
    matters = list(matters)
    if set(matters) - set(MATTERS):
        raise ValueError("a matter there is not")
    request.matters, request.checked = matters, checked
    request.save(update_fields=["matters", "checked"])
    _record(by, request.dossier, _minute(None))


@transaction.atomic
def note_reply(
    *,
    by: Worker,
    request: Request,
    answer: str,
    on: date | None = None,
    words: str = "",
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Reply:
    """Note what was answered, today when the day is not said; the files joined to the form `key`
    become a writing of the dossier.

    Raises NotAllowed unless `by` writes there; ValueError for an answer there is not, and for a day
    that has not come or comes before the request.
    """
    must_write(by, request.dossier.notebook)
    now = _minute(at)
    on = on or _day(now)
    if answer not in Reply.Answer:
        raise ValueError("an answer there is not")
    if not request.asked_on <= on <= _day(now):
        raise ValueError("a day that has not come, or before the request")
    reply = Reply.objects.create(
        request=request,
        answer=answer,
        on=on,
        words=words,
        writing=_signed(by, request, on, key, at),
        noted_by=by,
        noted_at=now,
    )
    _record(by, request.dossier, now)
    return reply


@transaction.atomic
def mark_request(*, by: Worker, request: Request, is_mistaken: bool) -> None:
    """Say that a request was noted by mistake, or that it stands after all. Raises NotAllowed."""
    must_write(by, request.dossier.notebook)
    request.is_mistaken = is_mistaken
    request.save(update_fields=["is_mistaken"])
    _record(by, request.dossier, _minute(None))


@transaction.atomic
def mark_reply(*, by: Worker, reply: Reply, is_mistaken: bool) -> None:
    """Say that a reply was noted by mistake, or that it stands after all. Raises NotAllowed."""
    must_write(by, reply.request.dossier.notebook)
    reply.is_mistaken = is_mistaken
    reply.save(update_fields=["is_mistaken"])
    _record(by, reply.request.dossier, _minute(None))


def standing_replies(request: Request) -> list[Reply]:
    """Return the replies that stand, in order of their days."""
    return [one for one in request.replies.all() if not one.is_mistaken]


def is_answered(request: Request) -> bool:
    """Whether the last reply that stands ends the request."""
    replies = standing_replies(request)
    return bool(replies) and replies[-1].answer in FINAL


def extended_on(request: Request) -> date | None:
    """Return when more time was first said to be needed, as far as that stands."""
    days = [one.on for one in standing_replies(request) if one.answer == Reply.Answer.EXTENDED]
    return min(days, default=None)


def _signed(
    by: Worker, request: Request, on: date, key: uuid.UUID | None, at: datetime | None
) -> Writing | None:
    """Sign what was joined to the form as a writing; None when nothing was."""
    if not key or not Attachment.objects.pending(by, key).exists():
        return None
    title = said("{reponse.Singulier} du {on} à une demande", on=f"{on:%d/%m/%Y}")
    content = Content(text=title)
    return write(by=by, notebook=request.dossier.notebook, content=content, key=key, at=at)[0]


def _minute(at: datetime | None) -> datetime:
    return (at or timezone.now()).replace(second=0, microsecond=0)


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()


def _record(by: Worker, dossier: Dossier, now: datetime) -> None:
    record(by=by, notebook=dossier.notebook, act=Entry.Act.ASKED, at=now)
