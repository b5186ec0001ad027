"""The copy for the person: explained, then handed over in one file."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dossier.documents.html import html
from dossier.documents.pages import Document
from dossier.documents.pdf import NotSet, pdf
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.journal.actions import record, record_opening
from dossier.journal.models import Entry
from dossier.reading.copy import copy
from dossier.web.reading.views import readable

KINDS: dict[str, tuple[str, Callable[[Document], bytes | str]]] = {
    "html": ("text/html; charset=utf-8", html),
    "pdf": ("application/pdf", pdf),
}
TOO_HEAVY = (
    "Cette copie est trop lourde pour être mise en pages d’un seul tenant. Prenez la page à lire à "
    "l’écran : elle tient tout, et s’imprime depuis le navigateur."
)


@require_safe
def person_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Explain what the copy holds, and offer it to who keeps the dossier."""
    dossier = readable(request, pk, is_kept=True)
    record_opening(by=request.user, notebook=dossier.notebook)
    context = {"notebook": dossier.notebook, "person": dossier.person}
    return render(request, "reading/person_copy.html", context)


@require_safe
def person_copy_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Hand over the copy as one page, or as a PDF to print; what waits stays covered."""
    dossier = readable(request, pk, is_kept=True)
    mime, make = KINDS[kind]
    try:
        content = make(copy(by=request.user, dossier=dossier))
    except (NotSet, TooDeep):
        messages.warning(request, TOO_HEAVY)
        return redirect("person-copy", pk=pk)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("person-copy", pk=pk)
    record(by=request.user, notebook=dossier.notebook, act=Entry.Act.COPIED)
    response = HttpResponse(content, content_type=mime)
    # No name: what is saved lies in a folder that others open.
    response.headers["Content-Disposition"] = f'attachment; filename="copie.{kind}"'
    return response
