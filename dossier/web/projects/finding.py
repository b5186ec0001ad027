"""Finding a project: what one may not know of is as what does not exist."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from dossier.notebooks.models import Notebook, NotebookQuerySet
from dossier.projects.models import Project


def projects(notebooks: NotebookQuerySet) -> QuerySet[Project]:
    """Return the projects of some notebooks, with their texts."""
    found = Project.objects.filter(notebook__in=notebooks)
    return found.select_related("notebook", "text", "easy")


def readable(request: HttpRequest, pk: int) -> Project:
    """Return the project of the notebook `pk`, if one may read it."""
    seen = Notebook.objects.visible_to(request.user)
    return get_object_or_404(projects(seen), notebook=pk)


def writable(request: HttpRequest, pk: int) -> Project:
    """Return the project of the notebook `pk`, if one may write there."""
    seen = Notebook.objects.writable_by(request.user)
    return get_object_or_404(projects(seen), notebook=pk)


def page(project: Project, part: str = "") -> str:
    """Return the address of a project's page, maybe of a part of it."""
    address = reverse("project-detail", args=[project.notebook_id])
    return f"{address}#{part}" if part else address
