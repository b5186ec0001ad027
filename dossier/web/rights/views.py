"""What the law gives a person; what it asks of the house."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.web.rights.parts import PARTS, WAYS, Way


@require_safe
def person_rights(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a person was given, what they asked, what they may read; and where to go on."""
    seen = Notebook.objects.visible_to(request.user)
    dossiers = Dossier.objects.filter(notebook__in=seen).select_related("person", "notebook")
    dossier = get_object_or_404(dossiers, notebook=pk)
    record_opening(by=request.user, notebook=dossier.notebook)
    context = {
        "dossier": dossier,
        "person": dossier.person,
        "notebook": dossier.notebook,
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
    }
    for part in PARTS:
        context |= part(dossier, request.user)
    return render(request, "rights/person_rights.html", context)


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """Show where one goes for what the law asks of the house."""
    ways = [Way(way.name, said(way.called), said(way.word)) for way in WAYS]
    return render(request, "rights/law.html", {"ways": ways})
