"""Writing the text of a contract, from an outline; then it is corrected by many hands."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dossier.establishment.house import said
from dossier.notebooks import actions as notebooks
from dossier.notebooks.models import Outline, Writing
from dossier.notebooks.rules import title_of
from dossier.rights import contracts
from dossier.rights.models import Contract
from dossier.rights.outlines import is_of_contract, shipped
from dossier.web import rescue
from dossier.web.contracts.finding import contract_of, contract_page, writable
from dossier.web.notebooks.forms import WritingForm, initial_of
from dossier.web.notebooks.views import composer, outline_of, refused, sent
from dossier.web.notebooks.writing_views import attached

SHIPPED = "modele"  # how an address and a form name the outline that comes with the software


def contract_text(request: HttpRequest, pk: int, contract: int) -> HttpResponse:
    """Write what a contract says."""
    found = contract_of(writable(request, pk), contract)
    notebook = found.dossier.notebook
    path = reverse("contract-text", args=[pk, contract])
    context = {"notebook": notebook, "contract": found, "path": path}
    template = "contracts/contract_text.html"
    if request.method != "POST":
        if found.writing:
            return _both(request, found.writing)
        return render(request, template, context | _begun(request, found, path))
    form = sent(request)
    if request.POST.get("outline") == SHIPPED:
        form.outline = said(shipped(found.sort))
    if not form.is_valid():
        rescue.keep(request, request.user, path=path)
        context |= refused(request, form)
        context["values"]["outline"] = request.POST.get("outline", "")
        return render(request, template, context, status=422)
    return _signed(request, found, form)


def _signed(request: HttpRequest, contract: Contract, form: WritingForm) -> HttpResponse:
    try:
        contracts.sign(
            by=request.user,
            contract=contract,
            content=form.content(),
            key=rescue.form_key(request),
            version=0,
        )
    except notebooks.AlreadyWritten as already:
        return _again(request, form, already.writing)
    except notebooks.Outdated as outdated:
        return _again(request, form, outdated.writing)
    done = "C’est enregistré, et d’autres pourront le reprendre."
    if gone := _gone(request.POST.get("text", ""), contract.writing.text):
        done += f" Les titres restés vides n’y sont plus : {', '.join(gone)}."
    messages.success(request, done)
    return redirect(contract_page(contract))


def _gone(typed: str, kept: str) -> list[str]:
    """Return the titles that were typed, or begun with, and are not kept."""
    told = {title_of(line) for line in kept.splitlines()}
    return [one for line in typed.splitlines() if (one := title_of(line)) and one not in told]


def _begun(request: HttpRequest, contract: Contract, path: str) -> dict[str, Any]:
    """Return what is in the box to begin with: a draft, an outline of a team, or ours."""
    asked = request.GET.get("trame", "")
    outline = outline_of(request, asked)
    initial: dict[str, Any] = {}
    if outline:
        initial = {"text": outline.text, "outline": outline.pk}
    elif asked == SHIPPED and shipped(contract.sort):
        initial = {"text": said(shipped(contract.sort)), "outline": SHIPPED}
    offered = list(Outline.objects.of(request.user).filter(is_retired=False))
    place = None if initial else contract.dossier.notebook
    begun = composer(request, place, initial, path)
    ours = [one for one in offered if is_of_contract(one.title)]
    others = [one for one in offered if one not in ours]
    has_shipped = bool(shipped(contract.sort))
    return begun | {"outlines": ours, "others": others, "has_shipped": has_shipped}


def _both(request: HttpRequest, written: Writing) -> HttpResponse:
    """It is written already, and corrected from now on; what one had begun stands beside it."""
    if not rescue.draft_of(request):
        return redirect("writing-correct", pk=written.pk)
    return _beside(request, written, composer(request, None, initial_of(written)))


def _again(request: HttpRequest, form: WritingForm, writing: Writing) -> HttpResponse:
    """Somebody wrote it meanwhile, or the form came back with other words: show both texts."""
    rescue.keep(request, request.user, path=reverse("writing-correct", args=[writing.pk]))
    return _beside(request, writing, refused(request, form))


def _beside(request: HttpRequest, writing: Writing, context: dict[str, Any]) -> HttpResponse:
    """Show what is signed beside what was typed, to be made into one."""
    context |= {"writing": writing, "newer": writing}
    context |= {"notebook": writing.notebook, "present": attached(writing)}
    context["values"]["version"] = writing.version
    return render(request, "notebooks/writing_correct.html", context, status=409)
