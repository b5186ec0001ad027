"""The papers of a meeting: looked at before they go, then handed over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dossier.documents.pdf import NotSet
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.journal.actions import record, record_openings
from dossier.journal.models import Entry
from dossier.notebooks.models import Notebook
from dossier.web.documents.views import KINDS
from dossier.web.meetings.around import opened
from dossier.web.meetings.papers import document, paper
from dossier.web.meetings.views import meeting_of

NAMES = {"agenda": "ordre-du-jour", "minutes": "compte-rendu"}


@require_safe
def meeting_paper(request: HttpRequest, pk: int, which: str) -> HttpResponse:
    """Show what a paper will hold, and which points will not be there, before it is printed."""
    meeting = meeting_of(request, pk)
    made = paper(meeting, which, request.user)
    record_openings(by=request.user, notebook_ids=opened(meeting.notebook, made.left))
    writable = Notebook.objects.writable_by(request.user)
    context = {
        "meeting": meeting,
        "notebook": meeting.notebook,
        "paper": made,
        "which": which,
        "may_write": writable.filter(pk=meeting.notebook_id).exists(),
    }
    return render(request, "meetings/meeting_paper.html", context)


@require_safe
def meeting_document(request: HttpRequest, pk: int, which: str, kind: str) -> HttpResponse:
    """Hand over a paper as a PDF to print, an ODT to rework, or a page in one file."""
    meeting = meeting_of(request, pk)
    mime, make = KINDS[kind]
    try:
        content = make(document(meeting, which, by=request.user))
    except (NotSet, TooDeep):
        messages.warning(
            request, "Ce document est trop lourd pour être mis en page. Essayez la page web."
        )
        return redirect(f"meeting-{which}", pk)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect(f"meeting-{which}", pk)
    record(by=request.user, notebook=meeting.notebook, act=Entry.Act.PRINTED)
    response = HttpResponse(content, content_type=mime)
    name = f"{NAMES[which]}-{pk}.{kind}"  # a number, not a title
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
