"""The calendar of the house: a page a month, and the same for a telephone, without names."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.establishment.dates import DAYS, MONTHS, full_day
from dossier.establishment.house import said, said_later
from dossier.journal.actions import record_openings
from dossier.notebooks.models import Notebook
from dossier.together.calendar import FIRST, LAST, Event, Sort, events, month_of
from dossier.together.export import exported
from dossier.web.dates import clock

COMING = 183  # days


class MonthForm(forms.Form):
    """Which month, in which notebook; what cannot be read is as if not given."""

    mois = forms.DateField(
        label="Mois",
        required=False,
        input_formats=["%Y-%m", "%m/%Y"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
    )
    cahier = forms.ModelChoiceField(
        Notebook.objects.none(),
        label="Dans",
        required=False,
        empty_label=said_later("{cahier:tous,toutes} les {cahier.pluriel}"),
    )

    def __init__(self, data: Any, *, request: HttpRequest) -> None:
        super().__init__(data)
        seen = Notebook.objects.visible_to(request.user)
        self.fields["cahier"].queryset = seen.order_by("kind", "title")

    def month(self) -> tuple[date, date]:
        """Return the first and the last day of the month asked for: this one by default."""
        asked = self.cleaned_data.get("mois")
        return month_of(asked if asked and FIRST <= asked <= LAST else timezone.localdate())


def _read(request: HttpRequest) -> tuple[MonthForm, Notebook | None, bool]:
    """Return the form, the notebook asked for, and whether it is one that may be read."""
    form = MonthForm(request.GET, request=request)
    form.is_valid()
    return form, form.cleaned_data.get("cahier"), "cahier" not in form.errors


def _events(request: HttpRequest, since: date, until: date) -> list[Event]:
    _, notebook, is_known = _read(request)
    if not is_known:
        return []
    return events(by=request.user, since=since, until=until, notebook=notebook)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show a month, day by day, as far as one may read."""
    form, notebook, is_known = _read(request)
    first, last = form.month()
    found = events(by=request.user, since=first, until=last, notebook=notebook) if is_known else []
    told = {one.notebook_id for one in found if one.writing_id}  # words of a text are read there
    record_openings(by=request.user, notebook_ids=told | ({notebook.pk} if notebook else set()))
    context = {
        "form": MonthForm({"mois": f"{first:%Y-%m}", "cahier": notebook}, request=request),
        "notebook": notebook,
        "first": first,
        "title": f"{MONTHS[first.month - 1].capitalize()} {first.year}",
        "days": _days(first, last, found),
        "weekdays": DAYS,
        "is_empty": not found,
        "more": f"&cahier={notebook.pk}" if notebook else "",
        "month": f"{first:%Y-%m}",
        "before": _month(first - timedelta(days=1)),
        "after": _month(last + timedelta(days=1)),
    }
    return render(request, "calendar/calendar.html", context)


def _month(day: date) -> dict[str, str] | None:
    """Return the address and the name of another month, if the calendar goes so far."""
    if not FIRST <= day <= LAST:
        return None
    return {"asked": f"{day:%Y-%m}", "name": f"{MONTHS[day.month - 1]} {day.year}"}


def _days(first: date, last: date, found: Iterable[Event]) -> list[dict[str, Any]]:
    """Return each day of the month with its events; a day that is past may be read."""
    by_day = {on: list(those) for on, those in groupby(found, key=attrgetter("on"))}
    today = timezone.localdate()
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [
        {
            "on": day,
            "next": day + timedelta(days=1),
            "number": full_day(day).split()[1],
            "month": MONTHS[day.month - 1],
            "place": DAYS[day.weekday()],
            "events": [_shown(one) for one in by_day.get(day, ())],
            "is_today": day == today,
            "is_past": day <= today,
        }
        for day in days
    ]


def _shown(event: Event) -> dict[str, Any]:
    if event.writing_id:
        address = reverse("writing-detail", args=[event.writing_id])
    else:
        address = reverse("notebook-detail", args=[event.notebook_id])
    at = clock(event.at) if event.at else ""
    sort = "" if event.sort == Sort.SAID and event.words else said(event.sort)
    return {"told": event, "address": address, "sort": sort, "at": at}


def _file(request: HttpRequest, found: list[Event], name: str) -> HttpResponse:
    def address(day: date) -> str:
        page = f"{reverse('calendar')}?mois={day:%Y-%m}#j{day.day}"
        return request.build_absolute_uri(page)

    zone = timezone.get_default_timezone()
    content = exported(found, at=timezone.now(), zone=zone, address=address)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


@require_safe
def calendar_month(request: HttpRequest) -> HttpResponse:
    """Hand over a month for a telephone, without names."""
    form, _, _ = _read(request)
    first, last = form.month()
    return _file(request, _events(request, first, last), f"calendrier-{first:%Y-%m}")


@require_safe
def calendar_coming(request: HttpRequest) -> HttpResponse:
    """Hand over the six months to come, without names."""
    today = timezone.localdate()
    found = _events(request, today, today + timedelta(days=COMING))
    return _file(request, found, f"calendrier-{today}")
