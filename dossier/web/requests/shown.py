"""How requests are told on pages: what the law says of one, what it prepares."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.notes.actions import naming
from dossier.persons.models import Dossier
from dossier.reading import remedies as table
from dossier.reading import request_rules as rules
from dossier.reading.models import Reply, Request
from dossier.reading.remedies import why
from dossier.reading.requests import extended_on, is_answered, standing_replies
from dossier.rights.models import Frame, Report
from dossier.rights.terms import Terms
from dossier.web.meetings.around import tell

# What is ready for who asks to read: its address, how it is called, whether for keepers alone.
PREPARED = (
    ("reading-together", "Lire à deux", False),
    ("person-copy", "La copie à remettre", True),
)


def who(request: Request) -> str:
    """Return who asks, in words."""
    if request.who:
        return request.who
    if request.side == Request.Side.PERSON:
        return str(request.dossier.person)
    return said(request.get_side_display())


def _times(request: Request, terms: Terms) -> list[rules.Time]:
    more = extended_on(request)
    return rules.times(
        request.sort, request.matters, request.asked_on, terms, more, side=request.side
    )


def line(request: Request, terms: Terms) -> dict[str, Any]:
    """Return a request as lists show it."""
    replies = standing_replies(request)
    answered = is_answered(request)
    told = "" if answered else tell(rules.standing(_times(request, terms), timezone.localdate()))
    return {
        "one": request,
        "who": who(request),
        "last": replies[-1] if replies else None,
        "is_answered": answered,
        "time": told,
    }


def law_of(request: Request, frame: Frame) -> dict[str, Any]:
    """Return what the law says of a request, told in sentences."""
    terms, person = Terms(frame.terms), request.dossier.person
    age = rules.minority(person.born_from, person.born_until, timezone.localdate())
    public = frame.has_public_mission
    more = extended_on(request)
    told = rules.tell_times(_times(request, terms), request.asked_on, more, terms)
    may_be = rules.what_may_be(request.sort, has_public_mission=public, side=request.side)
    replies = standing_replies(request)
    refused = {Reply.Answer.REFUSED, Reply.Answer.PARTLY}
    return {
        "times": list(map(tell, told)),
        "asking": list(map(tell, rules.who_asks(request.side, age, request.matters))),
        "may_be": list(map(tell, may_be)),
        "about": list(map(tell, rules.about_matters(request.matters))),
        "why": why(request.side),
        "remedies": remedies(request, frame)
        if any(one.answer in refused for one in replies)
        else [],
        "matters": [rules.MATTERS[one] for one in request.matters if one in rules.MATTERS],
    }


def remedies(request: Request, frame: Frame) -> list[str]:
    """Return where who asks may turn today, told in sentences."""
    found = table.remedies(
        request.sort,
        request.side,
        has_public_mission=frame.has_public_mission,
        on=timezone.localdate(),
    )
    return list(map(tell, found))


def prepared(request: Request, worker: Worker) -> dict[str, Any]:
    """Return what is ready for a request: pages to read from, documents set apart, and the notes of
    `worker` themselves that name the person.
    """
    dossier = request.dossier
    keeps = Notebook.objects.kept_by(worker).filter(pk=dossier.notebook_id).exists()
    pages = [
        (reverse(name, args=[dossier.notebook_id]), called)
        for name, called, is_for_keepers in PREPARED
        if keeps or not is_for_keepers
    ]
    reports = Report.objects.visible_to(worker).filter(dossier=dossier, is_mistaken=False)
    names = [dossier.person.called, dossier.person.civil_name]
    return {
        "pages": pages if request.sort in rules.HANDED_OVER else [],
        "reports": reports.exclude(writing=None) if request.sort in rules.HANDED_OVER else [],
        "own_notes": naming(worker, names),
    }


def part(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return what the page of a person's rights shows of what was asked."""
    asked = Request.objects.visible_to(worker).filter(dossier=dossier)
    asked = asked.select_related("dossier__person").prefetch_related("replies")[:100]
    terms = Terms(Frame.here().terms)
    return {"requests": [line(one, terms) for one in asked]}
