"""Noting what the house, a person or somebody else said of a project, or taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dossier.projects import actions
from dossier.projects.models import Agreement
from dossier.web.drafts import once, open_form, retry
from dossier.web.projects.finding import page, writable
from dossier.web.projects.forms import AgreementForm


def agreement_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Note an answer; those noted before stay."""
    project = writable(request, pk)
    form = open_form(AgreementForm, request, worker=request.user, project=project)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": project.notebook, "back": page(project, "accords")}
        return retry(request, "projects/agreement_create.html", context)

    def act() -> str:
        actions.note_agreement(by=request.user, project=project, **form.given())
        return page(project, "accords")

    return once(request, act)


@require_POST
def agreement_mark(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say that what is noted was so by mistake, or that it stands after all."""
    project = writable(request, pk)
    seen = Agreement.objects.visible_to(request.user).select_related("project__notebook")
    noted = get_object_or_404(seen, pk=line, project=project)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != noted.is_mistaken:
        actions.mark_agreement(by=request.user, agreement=noted, is_mistaken=is_mistaken)
    return redirect(page(project, "accords"))
