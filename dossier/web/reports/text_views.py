"""Writing the text of a report for the first time, from our own outline; then it is corrected."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dossier.notebooks import actions as notebooks
from dossier.notebooks import rules
from dossier.notebooks.actions import Content
from dossier.rights import reports
from dossier.rights.models import Report
from dossier.web import rescue
from dossier.web.notebooks.forms import BLANK, WritingForm
from dossier.web.notebooks.views import composer, refused, sent
from dossier.web.projects.text_views import again, both
from dossier.web.reports.finding import page, writable


def report_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the text of a report."""
    report = writable(request, pk)
    path = reverse("report-text", args=[pk])
    context = {"notebook": report.dossier.notebook, "report": report, "path": path}
    template = "reports/report_text.html"
    if request.method != "POST":
        if report.writing:
            return both(request, report.writing)
        begun = {"text": reports.OUTLINES[report.sort]}
        context |= composer(request, report.dossier.notebook, begun, path)
        return render(request, template, context)
    form = sent(request)
    if not form.is_valid() or not (content := _content(form, report)):
        rescue.keep(request, request.user, path=path)
        return render(request, template, context | refused(request, form), status=422)
    try:
        reports.sign_report(
            by=request.user, report=report, content=content, key=rescue.form_key(request), version=0
        )
    except notebooks.AlreadyWritten as already:
        return again(request, form, already.writing)
    except notebooks.Outdated as outdated:
        return again(request, form, outdated.writing)
    messages.success(request, "C’est enregistré, et d’autres pourront le reprendre.")
    return redirect(page(report))


def _content(form: WritingForm, report: Report) -> Content | None:
    """Return what was written, less the titles under which nothing was; None for nothing."""
    content = form.content()
    text = rules.without_untouched(content.text, reports.OUTLINES[report.sort])
    if not text.strip() and not form.holds_files:
        form.add_error("text", BLANK)
        return None
    return replace(content, text=text)
