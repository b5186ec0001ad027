"""The page of the handover: what is new, on one sheet, and where to write."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.establishment.actions import told_until
from dossier.journal.actions import record_openings
from dossier.notebooks.models import Notebook, Writing
from dossier.together.handover import Group, Told, nights, read
from dossier.web import dates
from dossier.web.bricabrac.heaps import heaps
from dossier.web.converters import number
from dossier.web.handover.forms import PeriodForm
from dossier.web.notebooks import articles
from dossier.web.notebooks.views import HANDOVER, composer

ON_SCREEN = 4_000  # signs of a text that the screen shows whole, where the paper shortens it


@require_safe
def handover(request: HttpRequest) -> HttpResponse:
    """Show what was signed in one's notebooks since one was last here, or between two moments."""
    form = PeriodForm(request.GET)
    since, until = form.period
    chosen = (
        {number(one) for one in request.GET.getlist("cahier")}
        if request.GET.get("cahier")
        else None
    )
    seen = Notebook.objects.telling_writable(request.user).visible_to(request.user)
    notebooks = list(seen.order_by("kind", "title"))
    end = told_until()
    start = since or timezone.localtime(request.user.unread_since)
    among = None if chosen is None else chosen - {None}
    found = read(by=request.user, since=start, until=until, among=among)
    record_openings(by=request.user, notebook_ids=set(found.notebook_ids))
    writable = {one.pk for one in notebooks if one.is_writable}
    came = f"?{_kept(request)}"
    ends = _ends(request, start, end) if chosen is None and not form.errors else None
    context = composer(request, None, {"came": came}) | {
        "notebooks": [one for one in notebooks if _is_offered(one)],
        "heaps": heaps(request.user),
        "choices": notebooks,
        "chosen": chosen or set(),
        "period": form.shown(start, until),
        "came": came,
        "quick": [(name, _address(request, *period)) for name, period in _nights().items()],
        "found": found,
        "groups": [_shown(one, request.user.pk, writable) for one in found.groups],
        "since": start,
        "until": until,
        "is_since_bookmark": not since and not until and chosen is None,
        "ends": ends,
        "earlier": _earlier(request, start, found.before, ends) if found.before else "",
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


def _ends(request: HttpRequest, start: datetime, end: datetime) -> int | None:
    """Return until when all was read once this sheet is, in seconds since 1970: its own end, or
    that of the first one whose earlier sheets this one ends; None for another period.
    """
    if not {"depuis", "jusque"} & request.GET.keys():
        return int(end.timestamp())
    read = number(request.GET.get("lu", ""))
    is_all = read and start <= request.user.unread_since and read <= end.timestamp()
    return read if is_all else None


def _earlier(request: HttpRequest, start: datetime, before: datetime, ends: int | None) -> str:
    return _address(request, start, before) + (f"&lu={ends}" if ends else "")


def _kept(request: HttpRequest) -> str:
    """Return what of an address chooses the handover."""
    return urlencode(
        [(name, one[:40]) for name in HANDOVER for one in request.GET.getlist(name) if one]
    )


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
