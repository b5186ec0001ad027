"""Noting to whom a report was made known, and what they said of it, or taking that back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dossier.rights.givings import mark_giving, note_giving
from dossier.web.contracts.marking import marked
from dossier.web.drafts import once, open_form, retry
from dossier.web.reports.finding import page, writable
from dossier.web.reports.forms import MadeKnownForm


def report_tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a report was made known to somebody; what was noted before stays."""
    report = writable(request, pk)
    form = open_form(MadeKnownForm, request)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "report": report, "notebook": report.dossier.notebook}
        context["back"] = page(report, "connu")
        return retry(request, "reports/report_tell.html", context)

    def act() -> str:
        note_giving(by=request.user, dossier=report.dossier, report=report, **form.given())
        return page(report, "connu")

    return once(request, act)


@require_POST
def report_untell(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say that a line was noted by mistake, or that it stands after all."""
    report = writable(request, pk)
    noted = get_object_or_404(report.givings.select_related("dossier__notebook"), pk=line)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != noted.is_mistaken:
        mark_giving(by=request.user, giving=noted, is_mistaken=is_mistaken)
        messages.success(request, marked(is_mistaken=is_mistaken))
    return redirect(page(report, "connu"))
