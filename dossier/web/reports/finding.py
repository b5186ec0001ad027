"""Finding a report: what one may not know of is as what does not exist."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from dossier.notebooks.models import Notebook, NotebookQuerySet
from dossier.persons.models import Dossier
from dossier.rights.models import Frame, Report

AROUND = ("dossier__notebook", "dossier__person", "writing", "by")


def dossier_of(notebooks: NotebookQuerySet, pk: int) -> Dossier:
    """Return the dossier of the notebook `pk`, where the house protects children, or where there
    are reports from a time when it did.
    """
    rows = Dossier.objects.filter(notebook__in=notebooks).select_related("person", "notebook")
    found = get_object_or_404(rows, notebook=pk)
    if not Frame.here().protects_children and not found.reports.exists():
        raise Http404
    return found


def readable(request: HttpRequest, pk: int) -> Report:
    """Return a report, if one may read it."""
    rows = Report.objects.visible_to(request.user).select_related(*AROUND)
    return get_object_or_404(rows, pk=pk)


def writable(request: HttpRequest, pk: int) -> Report:
    """Return a report, if one may write there."""
    rows = Report.objects.writable_by(request.user).select_related(*AROUND)
    return get_object_or_404(rows, pk=pk)


def page(report: Report, part: str = "") -> str:
    """Return the address of a report, maybe of a part of its page."""
    address = reverse("report-detail", args=[report.pk])
    return f"{address}#{part}" if part else address


def writing_here(request: HttpRequest, notebook: Notebook) -> bool:
    """Whether one writes there."""
    return Notebook.objects.writable_by(request.user).filter(pk=notebook.pk).exists()
