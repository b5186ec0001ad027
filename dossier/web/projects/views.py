"""Pages of projects."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.collectives.actions import join
from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook
from dossier.projects import actions
from dossier.web.collectives.views import members
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry
from dossier.web.fiches import fiche
from dossier.web.meetings.around import meetings_around
from dossier.web.projects import finding, sheets
from dossier.web.projects.forms import NewProjectForm, ProjectForm


def project_create(request: HttpRequest) -> HttpResponse:
    """Open the notebook of a project, maybe for somebody, who is in it from the start."""
    whose = number(request.GET.get("avec", ""))
    form = open_form(NewProjectForm, request, worker=request.user)
    if whose and not form.is_bound:
        form.initial.setdefault("whose", whose)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "projects/project_create.html", {"form": form})

    def act() -> str:
        given = form.given()
        whose = given.pop("whose")
        project = actions.open_project(by=request.user, **given)
        if whose:
            _join(request, project.notebook, whose)
        done = "C’est fait : {projet.le} « {name} » est {projet:ouvert,ouverte}."
        messages.success(request, said(done, name=project))
        return reverse("project-detail", args=[project.notebook_id])

    return once(request, act)


def _join(request: HttpRequest, notebook: Notebook, whose: Notebook) -> None:
    """Put who a notebook is about in the project of another."""
    if whose.kind == Notebook.Kind.DOSSIER:
        join(by=request.user, notebook=notebook, person=whose.dossier.person)
    else:
        join(by=request.user, notebook=notebook, collective=whose.collective)


@require_safe
def project_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a project: its text, what each says of it, its steps, who is in it, who may read."""
    project = finding.readable(request, pk)
    notebook = project.notebook
    record_opening(by=request.user, notebook=notebook)
    memberships = list(members(notebook, worker=request.user))
    context = {
        "project": project,
        "notebook": notebook,
        "memberships": memberships,
        "relations": notebook.relations.all(),
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
        "steps": project.steps.all(),
        "tied": sheets.tied(notebook, worker=request.user),
        **sheets.texts(project, worker=request.user),
        **sheets.agreements(project, memberships, worker=request.user),
        **sheets.reviews(notebook),
        **meetings_around(notebook, worker=request.user),
    }
    return render(request, "projects/project_detail.html", context)


def project_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the project is."""
    project = finding.writable(request, pk)
    initial = {"title": project.title, "sort": project.sort}
    form = open_form(ProjectForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": project.notebook}
        return retry(request, "projects/project_edit.html", context)

    def act() -> str:
        actions.describe(by=request.user, project=project, **form.given())
        return fiche(project.notebook)

    return once(request, act)
