"""Pages on which a sending is seen as it leaves, sealed, handed over, remembered."""

from itertools import islice

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.disclosures import keeping, outgoing, preparing, sealing, sendings
from dossier.disclosures.models import Disclosure
from dossier.establishment.house import said
from dossier.files import kinds
from dossier.journal.actions import record_each
from dossier.journal.models import Entry
from dossier.transfers import giving
from dossier.transfers.keys import are_words_of, is_key
from dossier.web.converters import number
from dossier.web.counting.views import hand_over
from dossier.web.disclosures import shown
from dossier.web.disclosures.sending_forms import HandForm
from dossier.web.disclosures.sending_views import (
    CANNOT,
    NOT_GIVEN,
    SEALED,
    context_of,
    opened,
    page,
    readable,
    unsealed,
    writable,
)
from dossier.web.drafts import once, open_form, retry
from dossier.web.files.serving import serve
from dossier.web.keyed import KeyedForm

AT_ONCE = 20  # parts a page
CHANGED = "Quelque chose a changé depuis cet aperçu : relisez-le avant de sceller."
NOT_READY = "Quelque chose attend encore d’être regardé ou décidé : c’est dit plus bas."
BUSY = "Cet envoi est en train d’être scellé : attendez un instant."
NO_HOUSE_KEY = (
    "Ce n’est pas une clé entière : elle commence par age1. Recopiez-la sans rien oublier."
)
OTHER_WORDS = (
    "Ces six mots ne sont pas ceux de cette clé. Demandez-les de vive voix à l’autre "
    "{maison.singulier}, qui les lit à côté de sa clé ; s’ils restent différents, la clé n’est pas "
    "la sienne."
)
WITHHELD = (
    "Un passage que {personne.le} ne lit pas est dans cet envoi : on ne dit pas oui à ce qu’on ne "
    "lit pas. Couvrez-le ici aussi, ou enlevez {ecrit.le}."
)
NOT_FOR_HOUSE = "Cet envoi ne va pas ailleurs ainsi : il parle de plusieurs, ou sans leur nom."
SHORT = "La phrase secrète n’est pas arrivée entière. Rechargez cette page pour en avoir une autre."
REFUSED = {
    sendings.AlreadySealed: SEALED,
    sendings.NotGiven: NOT_GIVEN,
    sendings.CannotLeave: CANNOT,
    outgoing.Busy: BUSY,
    giving.NotForHouse: NOT_FOR_HOUSE,
    giving.NotReadByPerson: WITHHELD,
}


def disclosure_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show exactly what would leave, part by part; then keep it so, to be sealed."""
    disclosure = unsealed(request, pk)
    if request.method == "POST":
        return _settle(request, disclosure)
    opened(request, disclosure)
    made = preparing.read(by=request.user, disclosure=disclosure)
    from_ = max(number(request.GET.get("depuis", "")) or 0, 0)
    told = outgoing.manifest(
        by=request.user, disclosure=disclosure, purpose=made.purpose, made=timezone.localtime()
    )
    try:
        pieces = [row.piece for row in made.rows]
        every = outgoing.parts(pieces, made.answers)
        parts = list(islice(every, from_, from_ + AT_ONCE + 1))
    except sendings.CannotLeave:
        messages.error(request, said(CANNOT))
        return redirect(page(disclosure))
    context = context_of(disclosure) | {
        "made": made,
        "manifest": told,
        "parts": [shown.part_of(one) for one in parts[:AT_ONCE]],
        "following": from_ + AT_ONCE if len(parts) > AT_ONCE else None,
    }
    return render(request, "disclosures/disclosure_preview.html", context)


def _settle(request: HttpRequest, disclosure: Disclosure) -> HttpResponse:
    try:
        sendings.settle(by=request.user, disclosure=disclosure, seen=request.POST.get("vu", ""))
    except sendings.ChangedSince:
        messages.error(request, CHANGED)
    except sendings.NotReady:
        messages.error(request, NOT_READY)
    except sendings.AlreadySealed:
        messages.error(request, SEALED)
        return redirect(page(disclosure))
    else:
        return redirect("disclosure-seal", disclosure.pk)
    return redirect("disclosure-preview", disclosure.pk)


def disclosure_seal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a passphrase once, then seal with it; sent again, lead to what was sealed."""
    disclosure = writable(request, pk)
    if disclosure.sealed_at:
        return redirect(page(disclosure))
    if request.method == "POST":
        return _seal(request, disclosure)
    if not sendings.is_settled(by=request.user, disclosure=disclosure):
        messages.error(request, NOT_READY)
        return redirect("disclosure-preview", pk)
    return _to_seal(request, disclosure, drawn=sealing.draw())


def _to_seal(
    request: HttpRequest, disclosure: Disclosure, *, drawn: str, error: str = ""
) -> HttpResponse:
    """Show the passphrase, and what was typed if it is not right."""
    context = context_of(disclosure) | {
        "drawn": drawn,
        "error": error,
        "form": KeyedForm(),
        "pieces": disclosure.pieces.count(),
        "may_go_to_house": giving.may_go_to_house(disclosure),
        "typed": request.POST,
    }
    status = 422 if error else 200
    return render(request, "disclosures/disclosure_seal.html", context, status=status)


def _seal(request: HttpRequest, disclosure: Disclosure) -> HttpResponse:
    key = "".join(request.POST.get("autre_cle", "").split())
    told = {
        "by": request.user,
        "disclosure": disclosure,
        "passphrase": request.POST.get("drawn_passphrase", ""),
        "seen": request.POST.get("vu", ""),
    }
    words = request.POST.get("autres_mots", "").strip()
    error = _not_their_key(key, words) if key or words else ""
    if error:
        return _to_seal(request, disclosure, drawn=told["passphrase"], error=error)
    try:
        if key:
            giving.seal_for_house(key=key, **told)
        else:
            outgoing.seal_sending(with_archive=bool(request.POST.get("archive")), **told)
    except tuple(REFUSED) as refused:
        messages.error(request, said(REFUSED[type(refused)]))
    except (sendings.ChangedSince, sendings.NotReady):
        messages.error(request, CHANGED)
        return redirect("disclosure-preview", disclosure.pk)
    except ValueError:
        messages.error(request, SHORT)
        return redirect("disclosure-seal", disclosure.pk)
    else:
        messages.success(request, "C’est scellé. La phrase secrète n’est gardée nulle part ici.")
    return redirect(page(disclosure))


def _not_their_key(key: str, words: str) -> str:
    """Return what is to be said of a key that is none, or not the one that was told by voice."""
    if not is_key(key):
        return NO_HOUSE_KEY
    return "" if are_words_of(words, key) else said(OTHER_WORDS)


@require_safe
def disclosure_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how far the sealing went, from 0 to 1."""
    disclosure = writable(request, pk)
    path = outgoing.underway(disclosure)
    try:
        done = path.stat().st_size
    except FileNotFoundError:
        done = 0
    whole = max(1, outgoing.expected(disclosure) * 4 / 3)
    return JsonResponse({"part": min(1, done / whole)})


@require_safe
def disclosure_file(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """Hand the sealed file to who hands it over, as long as what it stands on is agreed to."""
    disclosure = writable(request, pk)
    blob = disclosure.copy if ending == "html" else disclosure.archive
    if not disclosure.sealed_at or not blob:
        raise Http404
    if not outgoing.is_standing(by=request.user, disclosure=disclosure):
        messages.error(request, NOT_GIVEN)
        return redirect(page(disclosure))
    name = f"envoi-{disclosure.reference}.{ending}"
    told = {"kind": kinds.SEALED, "mime": "application/octet-stream", "name": name}
    return serve(request, blob.path(), **told)


@require_safe
def disclosure_kept(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what left, as it left."""
    disclosure = readable(request, pk)
    opened(request, disclosure)
    if not disclosure.sealed_at:
        raise Http404
    context = context_of(disclosure)
    try:
        context["manifest"], parts = keeping.opened(disclosure)
        context["parts"] = [shown.part_of(one) for one in parts]
    except keeping.Forgotten:
        context["refusal"] = "Cette copie a été détruite avec {dossier.le} dont elle venait."
    except sealing.Damaged:
        context["refusal"] = (
            "La copie gardée ici est abîmée, ou vient d’une autre machine : on ne peut plus la "
            "relire. Ce qui en est dit reste vrai."
        )
    if "refusal" in context:
        context["refusal"] = said(context["refusal"])
    return render(request, "disclosures/disclosure_kept.html", context)


def disclosure_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that it was handed over."""
    disclosure = writable(request, pk)
    if not disclosure.sealed_at:
        raise Http404
    form = open_form(HandForm, request, disclosure=disclosure)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            outgoing.note_handed(by=request.user, disclosure=disclosure, **form.given())
            return page(disclosure)

        return once(request, act)
    return retry(
        request, "disclosures/disclosure_hand.html", context_of(disclosure) | {"form": form}
    )


@require_safe
def disclosure_letter(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Hand over the letter that asks a recipient to use it no more."""
    disclosure = readable(request, pk)
    if not disclosure.handed_on or not shown.withdrawn(disclosure):
        raise Http404
    notebooks = sendings.notebooks_of(disclosure)
    record_each(by=request.user, notebook_ids=notebooks, act=Entry.Act.PRINTED)
    back = ("disclosure-detail", pk)
    made = shown.letter(disclosure, by=request.user)
    return hand_over(request, made, kind, f"lettre-{disclosure.reference}", back)
