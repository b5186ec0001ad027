"""Pages of projects."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook, NotebookQuerySet
from dossier.projects import actions
from dossier.projects.models import Project
from dossier.web.collectives.views import members
from dossier.web.drafts import once, open_form, retry
from dossier.web.fiches import fiche
from dossier.web.meetings.around import meetings_around
from dossier.web.projects.forms import NewProjectForm, ProjectForm


def _projects(notebooks: NotebookQuerySet) -> QuerySet[Project]:
    return Project.objects.filter(notebook__in=notebooks).select_related("notebook")


def _writable(request: HttpRequest, pk: int) -> Project:
    notebooks = Notebook.objects.writable_by(request.user)
    return get_object_or_404(_projects(notebooks), notebook=pk)


def project_create(request: HttpRequest) -> HttpResponse:
    """Open the notebook of a project."""
    form = open_form(NewProjectForm, request, worker=request.user)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "projects/project_create.html", {"form": form})

    def act() -> str:
        project = actions.open_project(by=request.user, **form.given())
        done = "C’est fait : {projet.le} « {name} » est {projet:ouvert,ouverte}."
        messages.success(request, said(done, name=project))
        return reverse("project-detail", args=[project.notebook_id])

    return once(request, act)


@require_safe
def project_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a project: who is in it, and who may read."""
    project = get_object_or_404(_projects(Notebook.objects.visible_to(request.user)), notebook=pk)
    record_opening(by=request.user, notebook=project.notebook)
    context = {
        "project": project,
        "notebook": project.notebook,
        "memberships": members(project.notebook, worker=request.user),
        "relations": project.notebook.relations.all(),
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
    } | meetings_around(project.notebook, worker=request.user)
    return render(request, "projects/project_detail.html", context)


def project_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the project is."""
    project = _writable(request, pk)
    initial = {"title": project.title, "sort": project.sort}
    form = open_form(ProjectForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": project.notebook}
        return retry(request, "projects/project_edit.html", context)

    def act() -> str:
        actions.describe(by=request.user, project=project, **form.given())
        return fiche(project.notebook)

    return once(request, act)
