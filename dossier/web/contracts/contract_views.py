"""Pages of contracts: which one, what it is, its text."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook
from dossier.notebooks.versions import hands
from dossier.rights import contracts, rules
from dossier.rights.models import Contract
from dossier.web.contracts import situation, telling
from dossier.web.contracts.finding import contract_of, contract_page, page, readable, writable
from dossier.web.contracts.forms import ContractForm, contract_said
from dossier.web.contracts.marking import marked
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry

SHOWN = 100


@require_safe
def contract_which(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which contract the situation leads to, and why: the worker decides."""
    dossier = writable(request, pk)
    asked = "category" in request.GET
    facts = situation.facts_of(request.GET) if asked else situation.begun(dossier)
    context = {
        "dossier": dossier,
        "notebook": dossier.notebook,
        "form": situation.SituationForm(request.GET if asked else None, initial=facts),
        "readings": situation.readings(facts) if asked else [],
        "facts": urlencode(facts),
    }
    return render(request, "contracts/contract_which.html", context)


def _asks_child(dossier) -> bool:
    person = dossier.person
    told = rules.majority(person.born_from, person.born_until, timezone.localdate())
    return told != rules.ADULT


def contract_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a contract, or an amendment to one, with what the situation told."""
    dossier = writable(request, pk)
    options = {"dossier": dossier, "asks_child": _asks_child(dossier)}
    form = open_form(ContractForm, request, **options)
    if not form.is_bound:
        for name, value in _begun(request, dossier).items():
            form.initial.setdefault(name, value)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "dossier": dossier, "notebook": dossier.notebook}
        context |= {"back": page(dossier, "contrats"), "majority": _majority(dossier)}
        return retry(request, "contracts/contract_create.html", context)

    def act() -> str:
        given = form.given()
        given["facts"] = situation.facts_of(QueryDict(given["facts"]))
        made = contracts.draw_up(by=request.user, dossier=dossier, **given)
        return contract_page(made)

    return once(request, act)


def _majority(dossier) -> str:
    person = dossier.person
    return rules.majority(person.born_from, person.born_until, timezone.localdate())


def _begun(request: HttpRequest, dossier) -> dict:
    """Return what an address and the dossier already say of a new contract. It begins with the stay
    only if one said which it is: an amendment takes effect later, a day that nobody told yet.
    """
    found = {"facts": urlencode(situation.facts_of(request.GET))}
    amended = number(request.GET.get("change", ""))
    if amended and dossier.contracts.filter(pk=amended).exists():
        found |= {"amends": amended, "sort": Contract.Sort.AMENDMENT}
    elif request.GET.get("sorte") in Contract.Sort:
        found["sort"] = request.GET["sorte"]
    stay = dossier.stays.first()
    found |= {"stay": stay.pk} if stay else {}
    begins = found.get("sort") not in {None, Contract.Sort.AMENDMENT}
    return found | ({"from_on": stay.from_on} if stay and begins else {})


@require_safe
def contract_detail(request: HttpRequest, pk: int, contract: int) -> HttpResponse:
    """Show a contract: who took part, its text, what was signed or refused."""
    dossier = readable(request, pk)
    found = contract_of(dossier, contract)
    record_opening(by=request.user, notebook=dossier.notebook)
    given = telling.lines(found.givings.order_by("-on", "-pk")[:SHOWN], dossier)
    context = {
        "dossier": dossier,
        "notebook": dossier.notebook,
        "contract": found,
        "name": contract_said(found),
        "given": given,
        "hands": hands(found.writing) if found.writing else [],
        "delays": telling.delays(found, dossier, [one["line"] for one in given]),
        "amendments": telling.contracts(found.amendments.select_related("writing")[:SHOWN]),
        "amended": contract_said(found.amends) if found.amends else "",
        "readings": situation.readings(found.facts) if found.facts else [],
        "majority": _majority(dossier),
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
    }
    return render(request, "contracts/contract_detail.html", context)


def contract_edit(request: HttpRequest, pk: int, contract: int) -> HttpResponse:
    """Say anew what a contract is, who took part, when it holds."""
    dossier = writable(request, pk)
    found = contract_of(dossier, contract)
    names = {"stay": found.stay_id, "amends": found.amends_id}
    initial = {name: getattr(found, name) for name in contracts.TOLD} | names
    is_asked = _asks_child(dossier) or bool(found.minor_opinion)
    options = {"dossier": dossier, "asks_child": is_asked}
    form = open_form(ContractForm, request, initial=initial, **options)
    if request.method != "POST" or not form.is_valid() or _amends_itself(form, found):
        context = {"form": form, "dossier": dossier, "notebook": dossier.notebook}
        context |= {"contract": found, "back": contract_page(found)}
        context["majority"] = _majority(dossier)
        return retry(request, "contracts/contract_create.html", context)

    def act() -> str:
        given = form.given()
        given.pop("facts")
        contracts.describe_contract(by=request.user, contract=found, **given)
        return contract_page(found)

    return once(request, act)


def _amends_itself(form: ContractForm, contract: Contract) -> bool:
    if form.cleaned_data.get("amends") != contract:
        return False
    form.add_error("amends", "Un avenant en change un autre : choisissez lequel, ou rien.")
    return True


@require_POST
def contract_mark(request: HttpRequest, pk: int, contract: int) -> HttpResponse:
    """Say that a contract was noted by mistake, or that it stands after all."""
    found = contract_of(writable(request, pk), contract)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != found.is_mistaken:
        contracts.mark_contract(by=request.user, contract=found, is_mistaken=is_mistaken)
        messages.success(request, marked(is_mistaken=is_mistaken))
    return redirect(contract_page(found))
