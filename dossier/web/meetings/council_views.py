"""Pages of councils: which form of participation a collective is, who sits there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.meetings import councils, rules
from dossier.meetings.models import Council, Seat
from dossier.notebooks.models import Notebook
from dossier.web.drafts import once, open_form, retry
from dossier.web.meetings.around import ASKED, meetings_around, tell
from dossier.web.meetings.forms import CouncilForm, SeatForm, SituationForm


def _council(request: HttpRequest, pk: int) -> Council:
    writable = Notebook.objects.writable_by(request.user)
    rows = Council.objects.filter(notebook__in=writable).select_related("notebook")
    return get_object_or_404(rows, notebook=pk)


def _address(pk: int) -> str:
    return reverse("council-detail", args=[pk])


@require_safe
def council_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the council is, who sits there, and what the law would ask, quietly."""
    seen = Notebook.objects.visible_to(request.user)
    rows = Council.objects.filter(notebook__in=seen).select_related("notebook")
    council = get_object_or_404(rows, notebook=pk)
    notebook = council.notebook
    record_opening(by=request.user, notebook=notebook)
    seats = _seats(council)
    context = meetings_around(notebook, worker=request.user) | {
        "council": council,
        "form": said(council.get_form_display()),
        "notebook": notebook,
        "seats": seats,
        "is_asked": council.form in ASKED,
        "year": timezone.localdate().year,
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
    }
    if council.form == Council.Form.COUNCIL:
        context["due"] = _due(council, seats, context["next_meeting"])
    return render(request, "meetings/council_detail.html", context)


def _seats(council: Council) -> list[dict]:
    """Return who sits in a council, with what is said of each."""
    today = timezone.localdate()
    return [
        {
            "seat": seat,
            "college": said(seat.get_college_display()),
            "role": seat.get_role_display() if seat.role else "",
            "is_past": bool(seat.until_on and seat.until_on < today),
            "mandate": tell(rules.mandate(seat.from_on, seat.until_on, today)),
        }
        for seat in council.seats.all()
    ]


def _due(council: Council, seats: list[dict], coming: object) -> list[str]:
    """Return, in sentences, what the law would still ask of a council."""
    today = timezone.localdate()
    sitting = [
        one["seat"].college for one in seats if not one["seat"].is_substitute and not one["is_past"]
    ]
    told = [rules.agenda(coming.on, coming.agenda_sent_on, today)] if coming else []
    told.append(rules.year(council.notebook.meetings.values_list("on", flat=True), today))
    told += rules.composition(sitting)
    sentences = [tell(one) for one in told if one]
    if not council.rules_on:
        sentences.append("Le règlement intérieur est à établir : sa date pourra être notée ici.")
    return sentences


def council_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which form of participation a collective is; see which one would be due."""
    collectives = Notebook.objects.writable_by(request.user).filter(kind=Notebook.Kind.COLLECTIVE)
    notebook = get_object_or_404(collectives.select_related("council"), pk=pk)
    council = getattr(notebook, "council", None)
    names = ("form", "rules_on", "word")
    initial = {name: getattr(council, name) for name in names} if council else {}
    form = open_form(CouncilForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        asked = SituationForm(request.GET if "here" in request.GET else None)
        context = {"form": form, "notebook": notebook, "council": council, "asked": asked}
        if asked.is_bound and asked.is_valid():
            context["due"] = tell(rules.form_due(asked.cleaned_data["here"]))
        return retry(request, "meetings/council_edit.html", context)

    def act() -> str:
        councils.declare_council(by=request.user, notebook=notebook, **form.given())
        return _address(pk)

    return once(request, act)


SEAT = ("name", "college", "is_substitute", "role", "chosen", "from_on", "until_on")


def seat_edit(request: HttpRequest, pk: int, seat: int | None = None) -> HttpResponse:
    """Say who sits in a council, or change what is said."""
    council = _council(request, pk)
    seated = get_object_or_404(Seat, pk=seat, council=council) if seat else None
    initial = {name: getattr(seated, name) for name in SEAT} if seated else {}
    form = open_form(SeatForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": council.notebook, "back": _address(pk)}
        return retry(request, "meetings/seat_edit.html", context)

    def act() -> str:
        councils.seat(by=request.user, council=council, seated=seated, **form.given())
        return _address(pk)

    return once(request, act)
