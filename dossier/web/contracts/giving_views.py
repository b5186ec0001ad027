"""Noting what was given, signed or refused; signing on the screen; who is trusted."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.rights import admitted, givings, heads, rules, texts, trust
from dossier.rights.models import Contract, Edition, Giving, HouseText, Trust
from dossier.web import rescue
from dossier.web.contracts import telling
from dossier.web.contracts.finding import contract_of, contract_page, page, readable, writable
from dossier.web.contracts.forms import GivingForm, SignForm, TrustForm, contract_said, edition_said
from dossier.web.contracts.marking import marked
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry
from dossier.web.files.with_form import holds, once_with_files, pending

SHOWN = 300


@require_safe
def giving_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all that was given to somebody, the latest first."""
    dossier = readable(request, pk)
    record_opening(by=request.user, notebook=dossier.notebook)
    given = telling.lines(dossier.givings.order_by("-on", "-pk")[:SHOWN], dossier)
    context = {
        "dossier": dossier,
        "notebook": dossier.notebook,
        "given": given,
        "is_cut": len(given) == SHOWN,
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
    }
    return render(request, "contracts/giving_list.html", context)


def giving_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what was given, several things in one gesture, and what was answered."""
    dossier = writable(request, pk)
    editions = texts.in_force(timezone.localdate())
    asked = [request.GET.get("edition", ""), *request.POST.getlist("editions")]
    former = {pk for pk in map(number, asked) if pk} - {one.pk for one in editions}
    editions += Edition.objects.filter(pk__in=former).select_related("house_text")
    form = open_form(GivingForm, request, dossier=dossier, editions=editions)
    if not form.is_bound:
        for name, value in _begun(request, dossier, editions).items():
            form.initial.setdefault(name, value)
    back = _back(request, dossier)
    if not holds(request, form):
        context = {"form": form, "dossier": dossier, "notebook": dossier.notebook}
        context |= {"joined": pending(request, form), "back": back}
        return retry(request, "contracts/giving_create.html", context)

    def act() -> str:
        key, things = rescue.form_key(request), form.things()
        given = form.given()
        for name in ("editions", "contract", "report"):
            given.pop(name, None)
        given["what"] = given["what"] or _in_words(given, things)
        givings.note_givings(by=request.user, dossier=dossier, things=things, key=key, **given)
        return back if things else page(dossier, "remis")

    return once_with_files(request, act)


def _in_words(given: dict[str, Any], things: list) -> str:
    """Return what to call something of which neither a box nor a word said what it is."""
    return "" if things or given["words"].strip() else "Ce jour-là"


def _begun(request: HttpRequest, dossier: Dossier, editions: list[Edition]) -> dict[str, Any]:
    """Return what an address says is given: an edition, those of the arrival that nobody gave yet,
    a contract …
    """
    found: dict[str, Any] = {}
    if edition := number(request.GET.get("edition", "")):
        found["editions"] = [edition]
    if "arrivee" in request.GET:
        missing = set(rules.ADMISSION) - admitted.held(dossier, timezone.localdate())
        found["editions"] = [one.pk for one in editions if one.house_text.sort in missing]
    for asked, name in (("contrat", "contract"), ("rapport", "report")):
        if chosen := number(request.GET.get(asked, "")):
            found[name] = chosen
    if request.GET.get("reponse") in Giving.Answer:
        found["answer"] = request.GET["reponse"]
    return found


def _back(request: HttpRequest, dossier: Dossier) -> str:
    """Return where one goes once it is noted: the contract it is about, or the person's rights."""
    asked = number(request.GET.get("contrat", "") or request.POST.get("contract", ""))
    contract = Contract.objects.filter(dossier=dossier, pk=asked).first() if asked else None
    return contract_page(contract) if contract else page(dossier, "remis")


@require_POST
def giving_mark(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say that a line was noted by mistake, or that it stands after all."""
    dossier = writable(request, pk)
    noted = get_object_or_404(Giving, pk=line, dossier=dossier)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != noted.is_mistaken:
        givings.mark_giving(by=request.user, giving=noted, is_mistaken=is_mistaken)
        messages.success(request, marked(is_mistaken=is_mistaken))
    return redirect(contract_page(noted.contract) if noted.contract else page(dossier, "remis"))


def contract_sign(request: HttpRequest, pk: int, contract: int) -> HttpResponse:
    """Read a contract in large letters and sign it on the screen, by drawing or by name."""
    dossier = writable(request, pk)
    found = contract_of(dossier, contract)
    about = {"text": found.writing.text if found.writing else "", "name": contract_said(found)}
    version = found.writing.version if found.writing else None
    return _sign(request, dossier, found, about, version)


def edition_sign(request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """Read a text of the house in large letters and sign that one was given it."""
    dossier = writable(request, pk)
    found = get_object_or_404(Edition.objects.select_related("house_text"), pk=edition)
    about = {"text": found.easy or found.text, "name": edition_said(found)}
    return _sign(request, dossier, found, about, None)


def _sign(
    request: HttpRequest,
    dossier: Dossier,
    thing: Contract | Edition,
    about: dict[str, str],
    version: int | None,
) -> HttpResponse:
    head = heads.print_of(thing) if isinstance(thing, Contract) else ""
    form = open_form(SignForm, request, head=head, version=version)
    back = contract_page(thing) if isinstance(thing, Contract) else page(dossier, "remis")
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            told = form.given() | {"answer": Giving.Answer.SIGNED}
            givings.note_givings(by=request.user, dossier=dossier, things=[thing], **told)
            messages.success(request, "C’est signé.")
            return back

        return once(request, act)
    context = {"form": form, "dossier": dossier, "notebook": dossier.notebook}
    context |= about | {"thing": thing, "back": back}
    context["contract"] = thing if isinstance(thing, Contract) else None
    return retry(request, "contracts/signature.html", context)


TRUST = HouseText.Sort.TRUSTED


def trust_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a person of trust was proposed, named, declined or revoked."""
    dossier = writable(request, pk)
    notices = texts.in_force(timezone.localdate(), [TRUST])
    form = open_form(TrustForm, request, editions=notices)
    if not form.is_bound:
        if request.GET.get("quoi") in Trust.Act:
            form.initial.setdefault("act", request.GET["quoi"])
        if notices:
            form.initial.setdefault("edition", notices[0].pk)
    if not holds(request, form):
        context = {"form": form, "dossier": dossier, "notebook": dossier.notebook}
        context |= {"joined": pending(request, form), "back": page(dossier, "confiance")}
        return retry(request, "contracts/trust_create.html", context | telling.trust(dossier))

    def act() -> str:
        key = rescue.form_key(request)
        trust.note_trust(by=request.user, dossier=dossier, key=key, **form.given())
        return page(dossier, "confiance")

    return once_with_files(request, act)


@require_POST
def trust_mark(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say that a line was noted by mistake, or that it stands after all."""
    dossier = writable(request, pk)
    noted = get_object_or_404(Trust, pk=line, dossier=dossier)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != noted.is_mistaken:
        trust.mark_trust(by=request.user, trust=noted, is_mistaken=is_mistaken)
        messages.success(request, marked(is_mistaken=is_mistaken))
    return redirect(page(dossier, "confiance"))
