"""The yearly report of a council: looked at before it goes, then handed over."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.documents.pdf import NotSet
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.journal.actions import record, record_openings
from dossier.journal.models import Entry
from dossier.meetings.models import Council
from dossier.notebooks.models import Notebook
from dossier.web.documents.views import KINDS
from dossier.web.meetings.around import opened
from dossier.web.meetings.yearly import FIRST, LAST, Year, document, year_of


def _year(request: HttpRequest, pk: int, year: int) -> tuple[Council, Year]:
    """Return a council and a year of it; a survey has no such report."""
    if not FIRST <= year <= LAST:
        raise Http404
    seen = Notebook.objects.visible_to(request.user)
    rows = Council.objects.filter(notebook__in=seen).select_related("notebook")
    council = get_object_or_404(rows, notebook=pk)
    return council, year_of(council, year, worker=request.user, today=timezone.localdate())


@require_safe
def council_year(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Show what the report of a year will hold, before it is printed."""
    council, made = _year(request, pk, year)
    notebook, today, met = council.notebook, timezone.localdate(), council.notebook.meetings
    record_openings(by=request.user, notebook_ids=opened(notebook, made.left))
    context = {
        "council": council,
        "notebook": notebook,
        "made": made,
        "before": met.filter(on__year__lt=year).dates("on", "year", "DESC").first(),
        "after": year + 1 if year < today.year else None,
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
    }
    return render(request, "meetings/council_year.html", context)


@require_safe
def council_year_document(request: HttpRequest, pk: int, year: int, kind: str) -> HttpResponse:
    """Hand over the report as a PDF to print, an ODT to rework, or a page in one file."""
    council, made = _year(request, pk, year)
    mime, make = KINDS[kind]
    try:
        content = make(document(made, council, by=request.user))
    except (NotSet, TooDeep):
        messages.warning(request, "Ce document est trop lourd. Essayez la page web.")
        return redirect("council-year", pk, year)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("council-year", pk, year)
    record(by=request.user, notebook=council.notebook, act=Entry.Act.PRINTED)
    response = HttpResponse(content, content_type=mime)
    response.headers["Content-Disposition"] = f'attachment; filename="annee-{year}-{pk}.{kind}"'
    return response
