"""Pages of agreements for something of a dossier to leave."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.disclosures import consents, outgoing
from dossier.disclosures.models import Consent, Mission
from dossier.disclosures.preparing import day_of
from dossier.disclosures.rules import State
from dossier.establishment.house import said
from dossier.journal.actions import record, record_openings
from dossier.journal.models import Entry
from dossier.notebooks.models import Notebook, Writing
from dossier.persons.models import Dossier
from dossier.web import rescue
from dossier.web.converters import number, place
from dossier.web.counting.views import hand_over
from dossier.web.disclosures import shown
from dossier.web.disclosures.forms import AnswerForm, AskForm, WithdrawForm
from dossier.web.drafts import once, open_form, retry
from dossier.web.files.with_form import holds, once_with_files, pending

LISTED = 40
ANSWERED = (
    "On a déjà répondu à cette demande, ou elle a été notée par erreur. Pour autre chose, "
    "faites-en une nouvelle."
)
CHANGED = (
    "Ce qui est demandé a changé depuis que vous avez ouvert cette page. Relisez-le ici : est-ce "
    "bien à cela qu’on a répondu ?"
)
OF_CIRCLE = (
    "Sans ce cercle, cette demande serait connue de qui ne le lit pas. Notez-la par "
    "erreur, et faites-en une autre."
)
NOWHERE = (
    "Ce qui est joint ne peut être gardé ici sans que d’autres l’apprennent. Gardez la feuille à "
    "part, et enlevez-la d’ici."
)
NOT_GIVEN = (
    "On n’a pas dit oui à cette demande : il n’y a rien à reprendre. Si c’est un non, notez-le. "
    "Ce que vous avez tapé est gardé dans vos {brouillon.pluriel}."
)


def _asked(found: QuerySet[Consent]) -> QuerySet[Consent]:
    more = ("dossier__person", "dossier__notebook", "asked_by", "noted_by", "withdrawn_by")
    return found.select_related(*more)


def _readable(request: HttpRequest, pk: int, line: int) -> Consent:
    found = _asked(Consent.objects.visible_to(request.user))
    return get_object_or_404(found, pk=line, dossier__notebook=pk)


def _writable(request: HttpRequest, pk: int, line: int) -> Consent:
    found = _asked(Consent.objects.writable_by(request.user))
    return get_object_or_404(found, pk=line, dossier__notebook=pk)


def _page(consent: Consent) -> str:
    return reverse("consent-detail", args=[consent.dossier.notebook_id, consent.pk])


def consent_ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether something may leave."""
    writable = Notebook.objects.writable_by(request.user)
    dossiers = Dossier.objects.filter(notebook__in=writable).select_related("notebook", "person")
    dossier = get_object_or_404(dossiers, notebook=pk)
    mission = Mission.objects.filter(pk=number(request.GET.get("evaluation", "")) or 0).first()
    form = open_form(AskForm, request, by=request.user, dossier=dossier, mission=mission)
    if request.method != "POST" or not form.is_valid():
        usual = [(label, shown.usual(sort)) for sort, label in Consent.Sort.choices]
        context = {"form": form, "notebook": dossier.notebook, "usual": usual}
        return retry(request, "disclosures/consent_ask.html", context)

    def act() -> str:
        given = form.given()
        asked = [consents.Asked(dossier.notebook, one) for one in given.pop("headings", ())]
        asked += [consents.Asked(one) for one in given.pop("notebooks", ())]
        consent = consents.ask_consent(by=request.user, dossier=dossier, asked=asked, **given)
        return _page(consent)

    return once(request, act)


@require_safe
def consent_detail(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Show what was asked, what was answered, and what it speaks of today."""
    consent = _readable(request, pk, line)
    allowed = list(consent.allowed.select_related("notebook", "heading", "writing", "consent"))
    writings = list(consent.writings(request.user)[: LISTED + 1])
    opened = {pk, *(one.notebook_id for one in writings)}
    record_openings(by=request.user, notebook_ids=opened)
    may_write = Consent.objects.writable_by(request.user).filter(pk=line).exists()
    context = {
        "consent": consent,
        "notebook": consent.dossier.notebook,
        "told": shown.told(consent),
        "usual": shown.usual(consent.sort),
        "allowed": [(one, shown.what(one)) for one in allowed],
        "writings": [(one, day_of(one)) for one in writings[:LISTED]],
        "is_more": len(writings) > LISTED,
        "ways": [label for way, label in Consent.Way.choices if way in consent.ways],
        "may_write": may_write,
        "may_choose": may_write and consent.state == State.SILENT,
        "is_given": consent.state == State.GIVEN,
        "sendings": shown.sendings_of(consent, request.user),
        "to_write_to": consent.withdrawn_on
        and outgoing.to_write_to(consent=consent, by=request.user),
        "facts": shown.facts(consent),
        "form": WithdrawForm(),
    }
    return render(request, "disclosures/consent_detail.html", context)


def consent_writings(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Choose single writings that are asked to leave."""
    consent = _writable(request, pk, line)
    may = consents.askable(by=request.user, dossier=consent.dossier)
    before = place(request.GET.get("avant", ""))
    found = Writing.objects.filter(notebook__in=may).select_related("notebook", "author")
    found = found.order_by("-position")
    if request.method == "POST":
        pks = {one for one in map(number, request.POST.getlist("ecrit")) if one is not None}
        chosen = list(Writing.objects.filter(notebook__in=may, pk__in=pks))
        given = {"writings": chosen, "with_files": bool(request.POST.get("joints"))}
        try:
            consents.add_to_consent(by=request.user, consent=consent, **given)
        except consents.AlreadyAnswered:
            messages.error(request, ANSWERED)
        return redirect(_page(consent))
    page = list((found if before is None else found.filter(position__lt=before))[: LISTED + 1])
    record_openings(by=request.user, notebook_ids={one.notebook_id for one in page})
    context = {
        "consent": consent,
        "notebook": consent.dossier.notebook,
        "writings": [(one, day_of(one)) for one in page[:LISTED]],
        "chosen": set(consent.allowed.values_list("writing", flat=True)),
        "before": page[LISTED - 1].position if len(page) > LISTED else None,
        "back": _page(consent),
    }
    return render(request, "disclosures/consent_writings.html", context)


@require_POST
def consent_take_out(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Take something out of what is asked."""
    consent = _writable(request, pk, line)
    allowed = consent.allowed.filter(pk=number(request.POST.get("quoi", "")) or 0).first()
    try:
        if allowed:
            consents.take_from_consent(by=request.user, consent=consent, allowed=allowed)
    except consents.AlreadyAnswered:
        messages.error(request, ANSWERED)
    except consents.TellsOfCircle:
        messages.error(request, OF_CIRCLE)
    return redirect(_page(consent))


def consent_answer(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Note what was answered, once."""
    consent = _writable(request, pk, line)
    form = open_form(AnswerForm, request, consent=consent)
    if holds(request, form):

        def act() -> str:
            given = {
                "key": rescue.form_key(request),
                "seen": form.cleaned_data["seen"],
                **form.given(),
            }
            consents.answer_consent(by=request.user, consent=consent, **given)
            return _page(consent)

        try:
            return once_with_files(request, act)
        except consents.AlreadyAnswered:
            form.add_error(None, ANSWERED)
        except consents.AskedChanged:
            form.data["seen"] = consent.print
            form.add_error(None, CHANGED)
        except consents.NowhereToKeep:
            form.add_error(None, NOWHERE)
        except consents.NothingAsked:
            form.add_error(None, "Choisissez d’abord ce qui sortirait : on ne dit pas oui à rien.")
    context = {"form": form, "consent": consent, "notebook": consent.dossier.notebook}
    context |= {"back": _page(consent), "joined": pending(request, form)}
    asked = consent.allowed.select_related("notebook", "heading", "writing", "consent__dossier")
    context["kept_in"] = consents.kept_in(by=request.user, consent=consent)
    context["allowed"] = [*shown.facts(consent), *(shown.what(one) for one in asked)]
    return retry(request, "disclosures/consent_answer.html", context)


def consent_withdraw(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Take an agreement back, at once."""
    consent = _writable(request, pk, line)
    form = open_form(WithdrawForm, request)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "consent": consent, "notebook": consent.dossier.notebook}
        return retry(
            request, "disclosures/consent_withdraw.html", context | {"back": _page(consent)}
        )

    def act() -> str:
        consents.withdraw_consent(by=request.user, consent=consent, **form.given())
        return _page(consent)

    try:
        return once(request, act)
    except consents.NotGiven:
        rescue.keep(request, request.user)
        messages.error(request, said(NOT_GIVEN))
        return redirect(_page(consent))


@require_POST
def consent_mark(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say that an agreement was noted by mistake, or that it stands after all."""
    consent = _writable(request, pk, line)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != consent.is_mistaken:
        consents.mark_consent(by=request.user, consent=consent, is_mistaken=is_mistaken)
    return redirect(_page(consent))


@require_safe
def consent_sheet(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Hand over the paper to read together and to sign."""
    consent = _readable(request, pk, line)
    if not consent.with_facts and not consent.allowed.exists():
        messages.error(request, "Choisissez d’abord ce qui sortirait : on ne signe pas pour rien.")
        return redirect(_page(consent))
    record(by=request.user, notebook=consent.dossier.notebook, act=Entry.Act.PRINTED)
    back = ("consent-detail", pk, line)
    return hand_over(request, shown.sheet(consent), "pdf", "demande-d-accord", back)
