"""Acts on projects: open one, say what it is."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import must_write, open_notebook, rename
from dossier.notebooks.models import Notebook
from dossier.projects.models import Project


@transaction.atomic
def open_project(*, by: Worker, title: str, sort: str = "", teams: Iterable[Group] = ()) -> Project:
    """Open the notebook of a project; a title is enough. `by` keeps it."""
    notebook = open_notebook(by=by, kind=Notebook.Kind.PROJECT, title=title, teams=teams)
    return Project.objects.create(title=title, sort=sort, notebook=notebook)


@transaction.atomic
def describe(*, by: Worker, project: Project, title: str, sort: str = "") -> None:
    """Say what the project is; the notebook takes the title."""
    must_write(by, project.notebook)
    project.title, project.sort = title, sort
    project.save(update_fields=["title", "sort"])
    rename(project.notebook, title)
    record(by=by, notebook=project.notebook, act=Entry.Act.DESCRIBED)
