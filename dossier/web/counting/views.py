"""Figures of what one reads, on screen; the report of the house on a finished year, to take out."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.counting import activity
from dossier.counting.figures import figures
from dossier.counting.report import REASON, NotFinished, Report, house_report
from dossier.counting.rules import Period
from dossier.documents.pages import Document
from dossier.documents.pdf import NotSet
from dossier.documents.plain import TooDeep
from dossier.files.apart import Busy
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Notebook
from dossier.web.counting.forms import PeriodForm
from dossier.web.counting.sheets import document, table
from dossier.web.documents.views import KINDS
from dossier.web.drafts import once
from dossier.web.keyed import KeyedForm
from dossier.web.meetings.papers import names_in

OFFERED = 5  # finished years one is led to


@require_safe
def house_figures(request: HttpRequest) -> HttpResponse:
    """Show the figures of the dossiers one reads: those one could count by opening them."""
    today = timezone.localdate()
    asked = {"du": f"{today:%Y}-01-01", "au": f"{today}"}
    asked |= {name: request.GET[name] for name in asked if request.GET.get(name)}
    form = PeriodForm(asked)
    context = {"form": form, "years": [today.year - one for one in range(1, OFFERED + 1)]}
    if form.is_valid():
        period = Period(form.cleaned_data["du"], form.cleaned_data["au"])
        seen = Notebook.objects.visible_to(request.user)
        context |= {"figures": figures(seen, period, today), "period": period}
    context["may_report"] = request.user.speaks_for_house
    return render(request, "counting/house_figures.html", context)


def _report(request: HttpRequest, year: int) -> Report:
    """Return the report of the house, for who speaks for it, on a year that is over."""
    if not request.user.speaks_for_house:
        raise Http404
    try:
        return house_report(year, timezone.localdate())
    except NotFinished as error:
        raise Http404 from error


@require_safe
def house_figures_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the report of the house on a finished year, as it leaves."""
    report = _report(request, year)
    context = {"report": report, "reason": REASON}
    return render(request, "counting/house_figures_year.html", context)


@require_safe
def house_figures_document(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """Hand over the report of the house as a PDF, an ODT, a page in one file."""
    made = document(_report(request, year))
    return hand_over(request, made, kind, f"chiffres-{year}", ("house-figures-year", year))


def hand_over(
    request: HttpRequest, made: Document, kind: str, name: str, back: tuple
) -> HttpResponse:
    """Hand over a document of the house, or say what to do when it cannot be made now."""
    mime, make = KINDS[kind]
    try:
        content = make(made)
    except (NotSet, TooDeep):
        messages.warning(
            request, "Ce document est trop lourd à mettre en page. Prenez la page web."
        )
        return redirect(*back)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect(*back)
    response = HttpResponse(content, content_type=mime)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


@require_safe
def house_figures_csv(request: HttpRequest, year: int) -> HttpResponse:
    """Hand over the report of the house as a table for a spreadsheet."""
    response = HttpResponse(table(_report(request, year)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="chiffres-{year}.csv"'
    return response


def house_figures_activity(request: HttpRequest, year: int) -> HttpResponse:
    """Show the activity report as it begins, and take it up as an assembly to write around."""
    begun = activity.text(_report(request, year), by=request.user)
    title = f"Rapport d’activité {year}"
    if request.method == "POST":
        return once(request, lambda: _begin(request, title, begun))
    context = {
        "year": year,
        "text": begun,
        "form": KeyedForm(),
        "named": names_in([begun], request.user),
    }
    return render(request, "counting/house_figures_activity.html", context)


def _begin(request: HttpRequest, title: str, text: str) -> str:
    """Keep the report in one's drafts, as an assembly begun, and lead to it."""
    draft = keep_draft(
        by=request.user,
        key=uuid.uuid4(),
        path=reverse("assembly-create"),
        fields={"title": title, "text": text},
    )
    return reverse("draft-resume", args=[draft.key])
