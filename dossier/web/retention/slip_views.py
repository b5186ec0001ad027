"""Pages of slips: made, printed, decided line by line, then done; and certificates."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.documents.pages import Document
from dossier.documents.pdf import NotSet, pdf
from dossier.documents.plain import TooDeep
from dossier.establishment.house import said
from dossier.files.apart import Busy
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.models import Notebook
from dossier.retention import actions, cleaning, deposit, destruction
from dossier.retention.models import Archive, Certificate, Slip, SlipLine
from dossier.web.converters import number
from dossier.web.drafts import already, once, open_form, retry
from dossier.web.notebooks import articles
from dossier.web.retention import papers
from dossier.web.retention.forms import DecisionForm, DestroyForm, SlipForm, VisaForm, sentence

PAGE, MEGABYTE = 50, 1_000_000
NEEDS = {
    "visa": "Le visa des archives départementales manque : notez sa référence et son jour.",
    "early": "Le temps de garder n’est pas passé.",
    "held": "Quelqu’un a dit pourquoi le garder plus longtemps : levez d’abord cette réserve.",
    "deposit": "La référence du versement manque : écrivez-la sur la ligne.",
    "taken-out": "Sortez d’abord le fichier à verser aux archives, et remettez-le-leur.",
}


def _slip(request: HttpRequest, pk: int) -> Slip:
    return get_object_or_404(Slip.objects.visible_to(request.user), pk=pk)


def _kept_slip(request: HttpRequest, pk: int) -> Slip:
    kept = SlipLine.objects.kept_by(request.user)
    return get_object_or_404(Slip.objects.filter(lines__in=kept).distinct(), pk=pk)


def _kept_line(request: HttpRequest, pk: int, line: int) -> SlipLine:
    kept = SlipLine.objects.kept_by(request.user).filter(slip=pk, done_at=None)
    around = ("slip", "archive__dossier__person", "archive__dossier__notebook")
    return get_object_or_404(kept.select_related(*around), pk=line)


def _ripe(request: HttpRequest) -> QuerySet[Archive]:
    """Return the archives one answers for whose elimination may be proposed."""
    waiting = SlipLine.objects.filter(done_at=None, archive__isnull=False)
    waiting = waiting.exclude(decision=SlipLine.Decision.KEEP).values("archive")
    kept = Archive.objects.kept_by(request.user).filter(hold="")
    kept = kept.filter(keep_until__lt=timezone.localdate()).exclude(pk__in=waiting)
    return kept.select_related("dossier__person").order_by("keep_until", "pk")


def slip_create(request: HttpRequest) -> HttpResponse:
    """Put on a slip archives whose time has passed."""
    if done := already(request):
        return done
    form = open_form(SlipForm, request, archives=_ripe(request))
    if request.method != "POST" or not form.is_valid():
        return retry(request, "retention/slip_create.html", {"form": form})

    def act() -> str:
        slip = actions.make_slip(by=request.user, archives=form.given()["archives"])
        return reverse("slip-detail", args=[slip.pk])

    return once(request, act)


@require_safe
def slip_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a slip: its lines without names, the visa, what is left to do."""
    slip = _slip(request, pk)
    lines = _lines(slip, request)
    mine = set(slip.lines.kept_by(request.user).values_list("pk", flat=True))
    context = {
        "slip": slip,
        "lines": [(one, papers.years(one), papers.counted(one), one.pk in mine) for one in lines],
        "is_kept": bool(mine),
        "may_destroy": any(
            one.pk in mine and not one.done_at and one.decision in destruction.DESTROYED
            for one in lines
        ),
    }
    return render(request, "retention/slip_detail.html", context)


def _lines(slip: Slip, request: HttpRequest) -> list[SlipLine]:
    found = slip.lines.visible_to(request.user).select_related("certificate", "slip")
    return list(found)


@require_safe
def slip_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand over a slip to print, sign and send."""
    slip = _slip(request, pk)
    made = papers.slip_document(slip, _lines(slip, request), request.user)
    return _handed(made, f"bordereau-{slip.number}.pdf")


def _handed(document: Document, name: str) -> HttpResponse:
    try:
        content = pdf(document)
    except (NotSet, TooDeep, Busy):
        words = "Ce papier ne se prépare pas pour l’instant : redemandez-le dans un moment."
        return HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def slip_visa(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the visa of the departmental archives."""
    slip = _kept_slip(request, pk)
    saved = {"words": slip.visa, "visa_on": slip.visa_on}
    form = open_form(VisaForm, request, initial=saved)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "retention/slip_visa.html", {"form": form, "slip": slip})

    def act() -> str:
        given = form.given()
        actions.note_visa(by=request.user, slip=slip, visa=given["words"], on=given["visa_on"])
        return reverse("slip-detail", args=[pk])

    return once(request, act)


def slip_line(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Decide what becomes of a line."""
    told = _kept_line(request, pk, line)
    saved = {"decision": told.decision or "keep", "words": told.reason, "deposit": told.deposit}
    form = open_form(DecisionForm, request, initial=saved)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "line": told, "slip": told.slip, "years": papers.years(told)}
        return retry(request, "retention/slip_line.html", context)

    def act() -> str:
        given = form.given()
        actions.decide(
            by=request.user,
            line=told,
            decision=given["decision"],
            reason=given["words"],
            deposit=given["deposit"],
        )
        return reverse("slip-detail", args=[pk])

    return once(request, act)


@require_safe
def slip_deposit(request: HttpRequest, pk: int, line: int) -> StreamingHttpResponse:
    """Hand over all of a dossier, readable, for the archives."""
    told = _kept_line(request, pk, line)
    name = f"versement-{told.number}.zip"
    response = StreamingHttpResponse(_deposited(told, request), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _deposited(line: SlipLine, request: HttpRequest) -> Iterator[bytes]:
    """Yield the ZIP of a line, made first in a folder of the machine; its journal line is left once
    it is whole.
    """
    dossier = line.archive.dossier
    with tempfile.TemporaryFile() as file:
        deposit.write(dossier, file, by=request.user)
        record(by=request.user, notebook=dossier.notebook, act=Entry.Act.PRINTED)
        file.seek(0)
        while piece := file.read(MEGABYTE):
            yield piece


def slip_destroy(request: HttpRequest, pk: int) -> HttpResponse:
    """Show exactly what would go; destroy it once the sentence is typed."""
    if done := already(request):
        return done
    slip = _kept_slip(request, pk)
    plans = [one for one in destruction.plan(slip) if _answers_for(request, one)]
    told = {one.code: one for plan in plans for one in plan.told_to(request.user)}
    doubts = _doubts([one for one in told.values() if one.is_doubtful])
    choices = [(code, words) for code, (words, _) in doubts.items()]
    form = open_form(DestroyForm, request, number=slip.number, doubtful=choices)
    needs = sorted({NEEDS[need] for plan in plans for need in plan.needs})
    is_ready = plans and not needs
    if request.method != "POST" or not is_ready or not form.is_valid():
        context = {
            "form": form,
            "slip": slip,
            "plans": [(one, papers.years(one.line), papers.counted(one.line)) for one in plans],
            "places": sorted(
                {(one.said, where(one)) for one in told.values() if not one.is_doubtful}
            ),
            "needs": needs,
            "is_ready": is_ready,
            "sentence": sentence(slip.number),
        }
        return retry(request, "retention/slip_destroy.html", context)
    done = once(request, lambda: _destroyed(request, slip, form.given(), doubts))
    cleaning.clean()  # the database is written anew, which no transaction may hold
    articles.forget()
    return done


def _answers_for(request: HttpRequest, plan: destruction.Plan) -> bool:
    return SlipLine.objects.kept_by(request.user).filter(pk=plan.line.pk).exists()


Doubts = dict[str, tuple[str, list[str]]]


def _doubts(places: Iterable[destruction.Place]) -> Doubts:
    """Return the doubtful places by notebook, so that one says once for each: what to show, and
    the codes of them.
    """
    groups: dict[int, list[destruction.Place]] = {}
    for one in places:
        groups.setdefault(one.notebook or 0, []).append(one)
    named = Notebook.objects.in_bulk([pk for pk in groups if pk])
    mine = said("Vos {brouillon.pluriel} et vos notes")
    return {
        str(pk): (
            f"{named.get(pk, mine)} : {', '.join(sorted({f'« {one.said} »' for one in those}))}",
            [one.code for one in those],
        )
        for pk, those in sorted(groups.items(), key=lambda group: str(named.get(group[0], mine)))
    }


def _destroyed(request: HttpRequest, slip: Slip, given: dict[str, Any], doubts: Doubts) -> str:
    destruction.destroy(
        by=request.user,
        slip=slip,
        replace=[code for group in given.get("doubtful", ()) for code in doubts[group][1]],
        replace_unseen=given["unseen"],
    )
    return reverse("slip-detail", args=[slip.pk])


def where(place: destruction.Place) -> str:
    """Say in which sort of thing a name stands, with the words of the house."""
    words = {
        "writing": "{ecrit.un}",
        "historicalwriting": "{ecrit.un}, une ancienne version",
        "attachment": "le nom de {piece.un}",
        "historicalattachment": "le nom de {piece.un}, une ancienne version",
        "draft": "{brouillon.un}",
        "note": "une de vos notes",
        "meeting": "{reunion.un}",
        "point": "un point {reunion.du}",
        "seat": "un siège {conseil.du}",
        "relation": "{entourage.le} de quelqu’un",
        "project": "{projet.un}",
        "collective": "{collectif.un}",
        "membership": "qui en est",
        "piece": "un passage repris",
    }
    return said(words.get(place.table.split(".")[1], "ailleurs"))


@require_safe
def house_certificates(request: HttpRequest) -> HttpResponse:
    """Show what was destroyed in the house: no name, for everyone who works there."""
    before = number(request.GET.get("avant", ""))
    found = Certificate.objects.select_related("line__slip")
    shown = list((found.filter(number__lt=before) if before else found)[: PAGE + 1])
    context = {
        "certificates": shown[:PAGE],
        "next": shown[PAGE - 1].number if len(shown) > PAGE else None,
    }
    return render(request, "retention/certificates.html", context)


@require_safe
def house_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a certificate."""
    one = get_object_or_404(Certificate.objects.select_related("line__slip"), pk=pk)
    context = {"certificate": one, "told": papers.certificate_lines(one)}
    return render(request, "retention/certificate.html", context)


@require_safe
def house_certificate_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand over a certificate to print."""
    one = get_object_or_404(Certificate.objects.select_related("line__slip"), pk=pk)
    return _handed(papers.certificate_document(one), f"certificat-{one.number}.pdf")
