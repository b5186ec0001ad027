"""Noting what the house, a person or somebody else said of a project."""

from django.http import HttpRequest, HttpResponse

from dossier.projects import actions
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
