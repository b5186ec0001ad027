"""The page of the handover: what is new, on one sheet, and where to write."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.journal.actions import record_openings
from dossier.notebooks.models import Notebook, Writing
from dossier.together.handover import Group, Told, nights, read
from dossier.web import dates
from dossier.web.bricabrac.heaps import heaps
from dossier.web.converters import number
from dossier.web.handover.forms import PeriodForm
from dossier.web.notebooks import articles
from dossier.web.notebooks.views import composer

ON_SCREEN = 4_000  # signs of a text that the screen shows whole, where the paper shortens it


@require_safe
def handover(request: HttpRequest) -> HttpResponse:
    """Show what was signed in one's notebooks since one was last here, or between two moments."""
    form = PeriodForm(request.GET)
    form.is_valid()
    since, until = form.cleaned_data["depuis"], form.cleaned_data["jusque"]
    chosen = (
        {number(one) for one in request.GET.getlist("cahier")}
        if request.GET.get("cahier")
        else None
    )
    seen = Notebook.objects.telling_writable(request.user).visible_to(request.user)
    notebooks = list(seen.order_by("kind", "title"))
    start = since or timezone.localtime(request.user.unread_since)
    among = None if chosen is None else chosen - {None}
    found = read(by=request.user, since=start, until=until, among=among)
    record_openings(by=request.user, notebook_ids=set(found.notebook_ids))
    writable = {one.pk for one in notebooks if one.is_writable}
    context = composer(request, None) | {
        "notebooks": [one for one in notebooks if _is_offered(one)],
        "heaps": heaps(request.user),
        "choices": notebooks,
        "chosen": chosen or set(),
        "form": PeriodForm(initial={"depuis": start, "jusque": until}),
        "quick": [(name, _address(request, *period)) for name, period in _nights().items()],
        "found": found,
        "groups": [_shown(one, request.user.pk, writable) for one in found.groups],
        "since": start,
        "until": until,
        "is_since_bookmark": not since and not until and chosen is None,
        "earlier": _address(request, start, found.before) if found.before else "",
    }
    return render(request, "handover/handover.html", context)


def _is_offered(notebook: Notebook) -> bool:
    return notebook.is_writable and notebook.kind != Notebook.Kind.BRICABRAC


def _nights() -> dict[str, tuple[datetime, datetime | None]]:
    return nights(timezone.localtime())


def _address(request: HttpRequest, since: datetime, until: datetime | None) -> str:
    """Return the choices of an address between two other moments, to the minute."""
    asked = [("cahier", one) for one in request.GET.getlist("cahier") if number(one) is not None]
    moments = [("depuis", since), ("jusque", until)]
    told = [(name, f"{timezone.localtime(at):%Y-%m-%dT%H:%M}") for name, at in moments if at]
    return f"?{urlencode([*told, *asked])}"


def _shown(group: Group, worker_id: int, writable: set[int]) -> dict[str, Any]:
    """Return what the sheet shows of a notebook; each day it tells begins with its name."""
    rows, day, today = [], None, timezone.localdate()
    for one in group.told:
        row = _row(one, today)
        row["day"] = row["spoken"] if row["spoken"] != day else ""
        day = row["spoken"]
        rows.append(row)
    return {"pk": group.pk, "name": group.name, "rows": rows, "may_write": group.pk in writable}


def _row(told: Told, today: date) -> dict[str, Any]:
    line, lived = told.line, articles.lived_at(told.line)
    is_whole = told.text is None or len(line.text) <= ON_SCREEN
    pieces = [articles.piece(one, line.author) for one in line.pieces] if is_whole else []
    return {
        "line": line,
        "text": told.text,
        "is_whole": is_whole,
        "whole": articles.text(line) if is_whole else "",
        "pieces": pieces,
        "spoken": dates.spoken_day(lived.date(), today),
        "at": line.moment
        or ("" if line.occurred_on and not line.occurred_time else dates.clock(lived)),
        "voice": Writing.Voice(line.voice).said,
        "answers": [_row(one, today) for one in told.answers],
    }
