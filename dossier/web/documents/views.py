"""Handing over a writing as a document."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from dossier.documents.easy import easy
from dossier.documents.html import html
from dossier.documents.odt import odt
from dossier.documents.pages import Document
from dossier.documents.pdf import NotSet, pdf
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.models import Writing
from dossier.web.documents.sheets import document

KINDS: dict[str, tuple[str, Callable[[Document], bytes | str]]] = {
    "pdf": ("application/pdf", pdf),
    "odt": ("application/vnd.oasis.opendocument.text", odt),
    "html": ("text/html; charset=utf-8", html),
}

EASY = "facile"  # what an address says to have a document set easy to read


@require_safe
def writing_document(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Hand over a writing as a PDF to print, an ODT to rework, or a page in one file; maybe set
    easy to read.
    """
    readable = Writing.objects.visible_to(request.user).select_related("notebook")
    writing = get_object_or_404(readable, pk=pk)
    if not (made := document(pk, by=request.user)):  # withdrawn between the two
        raise Http404
    if request.GET.get("mise") == EASY:
        made = easy(made)
    mime, make = KINDS[kind]
    try:
        content = make(made)
    except (NotSet, TooDeep):
        messages.warning(
            request,
            "Ce document est trop lourd pour être mis en page d’un seul tenant. Retirez-en des "
            "images, ou coupez-le en deux.",
        )
        return redirect("writing-detail", pk=pk)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("writing-detail", pk=pk)
    record(by=request.user, notebook=writing.notebook, act=Entry.Act.PRINTED, writing=writing)
    response = HttpResponse(content, content_type=mime)
    # A number, not a title: what is saved lies in a folder that others open.
    response.headers["Content-Disposition"] = f'attachment; filename="document-{pk}.{kind}"'
    return response
