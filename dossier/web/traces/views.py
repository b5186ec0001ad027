"""Pages of the journal: that of a notebook, for who keeps it or asked for it; one's own."""

from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.documents.pdf import NotSet
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.journal.actions import record, record_opening
from dossier.journal.models import Entry
from dossier.journal.reading import PAGE, of_notebook, own
from dossier.notebooks.models import JournalAsked, Notebook
from dossier.rights.actions import terms
from dossier.trust.asking import ask, may_ask, readable
from dossier.web.documents.views import KINDS
from dossier.web.drafts import once, open_form, retry
from dossier.web.traces import telling
from dossier.web.traces.forms import AskForm


@require_safe
def journal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who opened, wrote in, took out of a notebook, and when; this opening among them."""
    notebook = get_object_or_404(readable(request.user), pk=pk)
    record_opening(by=request.user, notebook=notebook, act=Entry.Act.READ_JOURNAL)
    is_kept = Notebook.objects.kept_by(request.user).filter(pk=pk).exists()
    lines = of_notebook(notebook, telling.after(request.GET.get("avant", "")))
    asked = JournalAsked.objects.filter(notebook=notebook).select_related("worker")
    context = _paged(lines, request) | {
        "notebook": notebook,
        "is_kept": is_kept,
        "asked": asked if is_kept else asked.filter(until__gt=timezone.now()),
        "kept_for": terms().of("journal", timezone.localdate()).said,
    }
    return render(request, "traces/journal_detail.html", context)


def _paged(lines: list[Entry], request: HttpRequest, *, is_own: bool = False) -> dict[str, Any]:
    shown = lines[:PAGE]
    return {
        "days": telling.days(shown, request.user, is_own=is_own),
        "next": telling.place(shown[-1]) if len(lines) > PAGE else None,
    }


@require_safe
def journal_document(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Hand over the journal of a notebook, for the person: a PDF, an ODT, or a page in one file."""
    notebook = get_object_or_404(Notebook.objects.kept_by(request.user), pk=pk)
    mime, make = KINDS[kind]
    try:
        content = make(telling.document(notebook, by=request.user.name))
    except (NotSet, TooDeep):
        messages.warning(
            request, "Cette trace est trop longue pour être mise en page. Essayez la page web."
        )
        return redirect("journal-detail", pk)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("journal-detail", pk)
    record(by=request.user, notebook=notebook, act=Entry.Act.PRINTED)
    response = HttpResponse(content, content_type=mime)
    response.headers["Content-Disposition"] = f'attachment; filename="trace-{pk}.{kind}"'
    return response


def journal_ask(request: HttpRequest) -> HttpResponse:
    """Let the direction ask for the journal of one notebook, saying why."""
    if not may_ask(request.user):
        raise Http404
    form = open_form(AskForm, request, worker=request.user)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "traces/journal_ask.html", {"form": form})

    def act() -> str:
        asked = ask(by=request.user, **form.given())
        return reverse("journal-detail", args=[asked.notebook_id])

    return once(request, act)


@require_safe
def journal_own(request: HttpRequest) -> HttpResponse:
    """Show a worker what the journal holds of them: a month of it, and nobody else's."""
    first = _month(request.GET.get("mois", ""))
    last = _beside(first, 1)
    place = telling.after(request.GET.get("avant", ""))
    lines, is_more = own(request.user, _start(first), _start(last), place)
    context = _paged(lines, request, is_own=True) | {
        "month": first,
        "before": _beside(first, -1) if is_more and first.year > 2000 else None,
        "after": last if last <= timezone.localdate() else None,
        "kept_for": terms().of("journal", timezone.localdate()).said,
    }
    return render(request, "traces/journal_own.html", context)


def _month(told: str) -> date:
    """Return the first day of the month that an address asks for ("2026-03"), else of this one."""
    try:
        asked = date.fromisoformat(f"{told}-01")
    except ValueError:
        asked = timezone.localdate().replace(day=1)
    return min(max(asked, date(2000, 1, 1)), timezone.localdate().replace(day=1))


def _beside(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
