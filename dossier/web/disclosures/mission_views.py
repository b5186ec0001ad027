"""Pages of evaluations of the house: who comes, who agreed, what they receive."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.disclosures import missions, sendings
from dossier.disclosures.models import Consent, Disclosure, Mission
from dossier.journal.actions import record_openings
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.web.disclosures import shown
from dossier.web.disclosures.sending_forms import MissionForm
from dossier.web.disclosures.sending_views import page
from dossier.web.drafts import once, open_form, retry


def _mission(request: HttpRequest, pk: int) -> Mission:
    if not request.user.accompanies:
        raise Http404
    return get_object_or_404(Mission.objects.select_related("by"), pk=pk)


@require_safe
def mission_list(request: HttpRequest) -> HttpResponse:
    """Show the evaluations of the house."""
    if not request.user.accompanies:
        raise Http404
    context = {"missions": Mission.objects.all()}
    return render(request, "disclosures/mission_list.html", context)


def mission_create(request: HttpRequest) -> HttpResponse:
    """Note an evaluation that comes."""
    if not request.user.accompanies:
        raise Http404
    form = open_form(MissionForm, request)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = missions.note_mission(by=request.user, **form.given())
            return reverse("house-mission-detail", args=[made.pk])

        return once(request, act)
    return retry(request, "disclosures/mission_edit.html", {"form": form, "back": _list()})


def mission_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of an evaluation."""
    mission = _mission(request, pk)
    form = open_form(MissionForm, request, mission=mission)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            missions.change_mission(by=request.user, mission=mission, **form.given())
            return reverse("house-mission-detail", args=[pk])

        return once(request, act)
    context = {"form": form, "back": reverse("house-mission-detail", args=[pk]), "mission": mission}
    return retry(request, "disclosures/mission_edit.html", context)


def _list() -> str:
    return reverse("house-mission-list")


@require_safe
def mission_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an evaluation: the persons one reads who were asked, what is prepared, what left."""
    mission = _mission(request, pk)
    asked = Consent.objects.visible_to(request.user).filter(mission=mission)
    asked = list(asked.select_related("dossier__notebook", "dossier__person"))
    record_openings(by=request.user, notebook_ids={one.dossier.notebook_id for one in asked})
    writable = Notebook.objects.writable_by(request.user).values("pk")
    dossiers = Dossier.objects.filter(notebook__in=writable).select_related("notebook", "person")
    there = {one.dossier_id for one in asked}
    made = Disclosure.objects.visible_to(request.user).filter(mission=mission)
    context = {
        "mission": mission,
        "asked": [(one, shown.told(one)) for one in asked],
        "proposable": [one for one in dossiers.order_by("notebook__title") if one.pk not in there],
        "sheets": mission.disclosures.filter(sealed_at__isnull=False, pack="sheet").exclude(
            pk__in=made
        ),
        "sendings": made.select_related("consent__dossier__notebook", "by"),
    }
    return render(request, "disclosures/mission_detail.html", context)


@require_POST
def mission_send(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin what the evaluation receives: the sheet of the house, or dates of who agreed."""
    mission = _mission(request, pk)
    pack = request.POST.get("quoi", "")
    if pack not in {Disclosure.Sort.FACTS, Disclosure.Sort.SHEET}:
        raise Http404
    try:
        until = missions.last_day(mission, timezone.localdate())
        made = sendings.begin_of_mission(by=request.user, mission=mission, pack=pack, until=until)
    except missions.Over:
        messages.error(request, "Cette évaluation est finie : changez d’abord ses dates.")
        return redirect("house-mission-detail", pk)
    return redirect(page(made))
