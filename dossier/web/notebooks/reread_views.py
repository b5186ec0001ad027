"""Before one signs: a look at the wording, and the charter of those who write here."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.notebooks import wording
from dossier.notebooks.models import Notebook, Writing
from dossier.rights.models import Edition, HouseText
from dossier.web import rescue
from dossier.web.bricabrac.heaps import heaps
from dossier.web.converters import number
from dossier.web.notebooks.views import refused, sent
from dossier.web.notebooks.writing_views import attached

IN_A_NOTEBOOK = {"writing-create", "project-text", "project-easy"}
CHOSEN_THERE = {"writing-place", "fragment-keep"}
CORRECTED = "writing-correct"


@require_POST
def writing_reread(request: HttpRequest) -> HttpResponse:
    """Show again what is being typed, untouched, under what one may want to read again. Nothing of
    it is kept; only files that came along wait for the form, as they would have.
    """
    context = refused(request, sent(request))
    context.pop("form")
    context["values"]["notebook"] = request.POST.get("notebook", "")
    context |= _place(request)
    notebook = context.get("notebook") or _chosen(request)
    voice = request.POST.get("voice") or Writing.Voice.WORKER
    remarks = wording.look(
        request.POST.get("text", ""),
        names=_others(request, notebook),
        may_diagnose=wording.is_clinician(request.user.function),
        is_reported=voice != Writing.Voice.WORKER,
    )
    context["remarks"] = [
        {"says": said(one.says), "instead": said(one.instead), "passages": one.passages}
        for one in remarks
    ]
    return render(request, "notebooks/writing_reread.html", context)


def _place(request: HttpRequest) -> dict[str, Any]:
    """Return what the box needs to go where it was going: a notebook one writes in, a writing one
    corrects, or a choice. What one may not know of is as what does not exist.
    """
    path = rescue.page_of(request)
    found = resolve(path)
    pk = found.kwargs.get("pk")
    if found.url_name == CORRECTED:
        mine = Writing.objects.visible_to(request.user).correctable_by(request.user)
        writing = get_object_or_404(mine.select_related("notebook"), pk=pk)
        told = {"notebook": writing.notebook, "writing": writing, "present": attached(writing)}
        return told | {"action": path, "save": "Enregistrer la correction"}
    if found.url_name in IN_A_NOTEBOOK:
        notebook = get_object_or_404(Notebook.objects.writable_by(request.user), pk=pk)
        asked = number(request.POST.get("answers", ""))
        answered = Writing.objects.filter(notebook=notebook, pk=asked).first()
        save = "Répondre" if answered else ""
        return {"notebook": notebook, "answered": answered, "action": path, "save": save}
    place = found.url_name if found.url_name in CHOSEN_THERE else "writing-place"
    writable = Notebook.objects.writable_by(request.user).exclude(kind=Notebook.Kind.BRICABRAC)
    offered = writable.order_by("kind", "title") if place == "writing-place" else []
    told = {"notebooks": offered, "heaps": heaps(request.user), "action": reverse(place)}
    return told | {"save": "" if offered else "Garder"}


def _chosen(request: HttpRequest) -> Notebook | None:
    pk = number(request.POST.get("notebook", ""))
    return Notebook.objects.visible_to(request.user).filter(pk=pk).first() if pk else None


def _others(request: HttpRequest, notebook: Notebook | None) -> list[str]:
    """Return the names of the other persons one reads, where one writes in the notebook of one."""
    if not notebook or notebook.kind != Notebook.Kind.DOSSIER:
        return []
    seen = Notebook.objects.visible_to(request.user).filter(kind=Notebook.Kind.DOSSIER)
    names = seen.exclude(pk=notebook.pk).values_list("title", flat=True)
    return [name for name in names if name not in notebook.title]


@require_safe
def house_charter(request: HttpRequest) -> HttpResponse:
    """Show the charter of those who write here: the house's, else a few lines of ours."""
    standing = Edition.objects.filter(
        house_text__sort=HouseText.Sort.WRITING,
        house_text__is_retired=False,
        in_force_on__lte=timezone.localdate(),
    ).exclude(text="")
    edition = standing.order_by("-in_force_on", "-pk").first()
    template = "_charter.html" if request.headers.get("X-Suite") else "house_charter.html"
    return render(request, f"notebooks/{template}", {"edition": edition})
