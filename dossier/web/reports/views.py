"""Pages of reports: those of a child, one of them, what people did with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook
from dossier.rights import child_rules, reports
from dossier.rights.models import Giving, Report
from dossier.web.awaits.gather import awaited, tell
from dossier.web.contracts.marking import marked
from dossier.web.drafts import once, open_form, retry
from dossier.web.reports import finding
from dossier.web.reports.forms import NewReportForm, ReportForm

SHOWN = 60
AGES = {
    child_rules.INFANT: "Moins de deux ans : un rapport tous les six mois.",
    child_rules.CHILD: "Un rapport par an au moins.",
    child_rules.YOUNG: (
        "Dix-huit ans passés : le texte ne demande plus ce rapport. L’aide peut durer jusqu’à "
        "vingt et un ans (L222-5), et l’on peut continuer d’en faire un."
    ),
    child_rules.OLDER: "Vingt et un ans passés : le texte ne demande plus ce rapport.",
}


@require_safe
def person_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the reports on somebody's situation, the latest first, and when the next is due."""
    dossier = finding.dossier_of(Notebook.objects.visible_to(request.user), pk)
    record_opening(by=request.user, notebook=dossier.notebook)
    today, person = timezone.localdate(), dossier.person
    found = awaited(worker=request.user, today=today, notebook=dossier.notebook)
    ages = child_rules.ages((person.born_from, person.born_until), today)
    rows = dossier.reports.select_related("writing", "by")
    context = {
        "notebook": dossier.notebook,
        "reports": rows[:SHOWN],
        "ages": [words for age, words in AGES.items() if age in ages],
        "due": [tell(x.sentence) for who in found for x in who.lines if x.key == "child-report"],
        "may_write": finding.writing_here(request, dossier.notebook),
    }
    return render(request, "reports/person_reports.html", context)


def person_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a report, by one of the routes."""
    dossier = finding.dossier_of(Notebook.objects.writable_by(request.user), pk)
    form = open_form(NewReportForm, request)
    if request.method != "POST" or not form.is_valid():
        back = reverse("person-reports", args=[pk])
        context = {"form": form, "notebook": dossier.notebook, "back": back}
        return retry(request, "reports/person_report.html", context)

    def act() -> str:
        made = reports.open_report(by=request.user, dossier=dossier, **form.given())
        return finding.page(made)

    return once(request, act)


@require_safe
def report_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report: its text, who was told before, to whom it was sent, what was made known."""
    report = finding.readable(request, pk)
    notebook = report.dossier.notebook
    record_opening(by=request.user, notebook=notebook)
    context = {
        "report": report,
        "notebook": notebook,
        "lines": _told(report),
        "may_write": finding.writing_here(request, notebook),
    }
    return render(request, "reports/report_detail.html", context)


def _told(report: Report) -> list[Giving]:
    """Return to whom a report was made known, with who that is in the words of the house."""
    lines = list(report.givings.select_related("noted_by"))
    for line in lines:
        line.side_said = said(line.get_side_display()).capitalize()
    return lines


def report_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of what day it is, who was told before, to whom people sent it."""
    report = finding.writable(request, pk)
    initial = {name: getattr(report, name) for name in reports.TOLD}
    form = open_form(ReportForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "report": report, "notebook": report.dossier.notebook}
        context["back"] = finding.page(report)
        return retry(request, "reports/report_edit.html", context)

    def act() -> str:
        told = form.given()
        told["on"] = told["on"] or report.on
        reports.change_report(by=request.user, report=report, **told)
        return finding.page(report)

    return once(request, act)


@require_POST
def report_mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a report was noted by mistake, or that it stands after all."""
    report = finding.writable(request, pk)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != report.is_mistaken:
        reports.mark_report(by=request.user, report=report, is_mistaken=is_mistaken)
        messages.success(request, marked(is_mistaken=is_mistaken))
    return redirect(finding.page(report))
