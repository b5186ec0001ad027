"""The factual table: looked at before it is printed, then handed over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.documents.pdf import NotSet
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.journal.actions import record_each, record_openings
from dossier.journal.models import Entry
from dossier.web.awaits.table import Table, document, table
from dossier.web.converters import number
from dossier.web.documents.views import KINDS

NAMED = "oui"
PAGE = 40  # persons on the screen; the document holds them all


def _table(request: HttpRequest) -> Table:
    has_names = request.GET.get("noms") == NAMED
    return table(worker=request.user, today=timezone.localdate(), has_names=has_names)


@require_safe
def law_table(request: HttpRequest) -> HttpResponse:
    """Show what the table will hold, with names or without."""
    made = _table(request)
    first = (max(number(request.GET.get("suite", "")) or 1, 1) - 1) * PAGE
    shown = made.persons[first : first + PAGE]
    record_openings(by=request.user, notebook_ids={one.notebook_id for one in shown})
    context = {
        "table": made,
        "persons": shown,
        "is_first": not first,
        "next": first // PAGE + 2 if made.persons[first + PAGE :] else None,
    }
    return render(request, "awaits/law_table.html", context)


@require_safe
def law_document(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand over the table as a PDF to print, an ODT to rework, or a page in one file."""
    made = _table(request)
    mime, make = KINDS[kind]
    try:
        content = make(document(made, by=request.user, today=timezone.localdate()))
    except (NotSet, TooDeep):
        messages.warning(request, "Ce document est trop lourd. Essayez la page web.")
        return redirect("law-table")
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("law-table")
    told = {one.notebook_id for one in made.persons}
    record_each(by=request.user, notebook_ids=told, act=Entry.Act.PRINTED)
    response = HttpResponse(content, content_type=mime)
    response.headers["Content-Disposition"] = f'attachment; filename="remis.{kind}"'
    return response
