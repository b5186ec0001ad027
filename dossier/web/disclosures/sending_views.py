"""Pages on which a sending is prepared: what is put in, looked at, which names change."""

from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.disclosures import outgoing, preparing, sendings
from dossier.disclosures.models import Consent, Disclosed, Disclosure
from dossier.establishment.house import said
from dossier.journal.actions import record_openings
from dossier.notebooks.models import Attachment, Writing
from dossier.rights.models import Edition
from dossier.transfers.keys import words_of
from dossier.web import rescue
from dossier.web.converters import number, place
from dossier.web.disclosures import shown
from dossier.web.disclosures.sending_forms import HandForm, LookForm, NamesForm
from dossier.web.drafts import once, open_form, retry

LISTED = 40
SEALED = "Cet envoi est scellé : il ne change plus. Préparez-en un autre."
NOT_GIVEN = "L’accord ne tient plus, ou ne va pas jusque-là : rien ne sort. Demandez-en un autre."
CANNOT = (
    "Un fichier n’a pu être pris : on ne peut en relire l’intérieur. Recopiez ce qui compte "
    "dans {ecrit.un}."
)
CHANGED = "Ce texte a changé entre-temps : regardez-le à nouveau."


def readable(request: HttpRequest, pk: int) -> Disclosure:
    """Return a sending one may know of, or 404."""
    return get_object_or_404(_around(Disclosure.objects.visible_to(request.user)), pk=pk)


def writable(request: HttpRequest, pk: int) -> Disclosure:
    """Return a sending one may prepare, or 404."""
    return get_object_or_404(_around(Disclosure.objects.writable_by(request.user)), pk=pk)


def unsealed(request: HttpRequest, pk: int) -> Disclosure:
    """Return a sending one may prepare, not sealed yet, or 404."""
    found = _around(Disclosure.objects.writable_by(request.user).filter(sealed_at=None))
    return get_object_or_404(found, pk=pk)


def _around(found):
    around = (
        "consent__dossier__person",
        "consent__dossier__notebook",
        "mission",
        "copy",
        "archive",
    )
    return found.select_related(*around, "sealed_by", "by")


def page(disclosure: Disclosure) -> str:
    """Return the address of a sending."""
    return reverse("disclosure-detail", args=[disclosure.pk])


def context_of(disclosure: Disclosure) -> dict:
    """Return what every page of a sending shows of it."""
    notebook = disclosure.consent.dossier.notebook if disclosure.consent else None
    return {"sending": disclosure, "notebook": notebook, "back": page(disclosure)}


def opened(request: HttpRequest, disclosure: Disclosure) -> None:
    """Note in the journal that what a sending is made of was opened."""
    record_openings(by=request.user, notebook_ids=sendings.notebooks_of(disclosure))


def while_open(view):
    """Lead to a sending that somebody sealed meanwhile, rather than break."""

    @wraps(view)
    def looked(request: HttpRequest, pk: int, **more: int) -> HttpResponse:
        try:
            return view(request, pk, **more)
        except sendings.AlreadySealed:
            rescue.keep(request, request.user)
            messages.error(request, SEALED)
            return redirect("disclosure-detail", pk)

    return looked


@require_POST
def consent_send(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Begin a sending of what was agreed to."""
    found = Consent.objects.writable_by(request.user)
    consent = get_object_or_404(found, pk=line, dossier__notebook=pk)
    begun = consent.disclosures.filter(sealed_at=None, pieces=None, by=request.user).first()
    try:
        made = begun or sendings.begin_sending(by=request.user, consent=consent)
    except sendings.NotGiven:
        messages.error(request, NOT_GIVEN)
        return redirect("consent-detail", pk, line)
    return redirect(page(made))


@require_safe
def disclosure_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a sending: what it is being made of, or what left."""
    disclosure = readable(request, pk)
    opened(request, disclosure)
    may_write = Disclosure.objects.writable_by(request.user).filter(pk=pk).exists()
    context = context_of(disclosure) | {"may_write": may_write}
    if disclosure.sealed_at:
        standing = outgoing.is_standing(by=request.user, disclosure=disclosure)
        context |= {
            "pieces": disclosure.pieces.select_related("consent"),
            "is_standing": standing,
            "withdrawn": shown.withdrawn(disclosure),
            "form": HandForm(disclosure=disclosure),
            "told": shown.left(disclosure, is_standing=standing),
            "archive_words": words_of(disclosure.archive.sha256) if disclosure.archive else "",
            "key_words": words_of(disclosure.house_key) if disclosure.house_key else "",
        }
        return render(request, "disclosures/disclosure_sealed.html", context)
    made = preparing.read(by=request.user, disclosure=disclosure)
    context |= {"made": made}
    return render(request, "disclosures/disclosure_detail.html", context)


@while_open
def disclosure_choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what is put in: nothing is chosen before."""
    disclosure = unsealed(request, pk)
    if request.method == "POST":
        return _put_in(request, disclosure)
    before = place(request.GET.get("avant", ""))
    found = sendings.offered(by=request.user, disclosure=disclosure).order_by("-position")
    found = found.select_related("notebook", "author", "heading")
    texts = list((found if before is None else found.filter(position__lt=before))[: LISTED + 1])
    joined = sendings.joined(by=request.user, disclosure=disclosure)
    files = joined.filter(writing__in=[one.pk for one in texts[:LISTED]])
    record_openings(by=request.user, notebook_ids={one.notebook_id for one in texts})
    persons = sendings.agreed_facts(by=request.user, disclosure=disclosure)
    editions = Edition.objects.none()
    if disclosure.pack == Disclosure.Sort.SHEET:
        editions = Edition.objects.filter(house_text__is_retired=False).exclude(text="")
    there = disclosure.pieces.values_list("writing", "attachment", "edition", "consent")
    context = context_of(disclosure) | {
        "texts": [(one, preparing.day_of(one)) for one in texts[:LISTED]],
        "files": [(one, sendings.may_leave(one.blob)) for one in files],
        "persons": persons,
        "editions": editions.select_related("house_text").order_by("house_text", "-number"),
        "before": texts[LISTED - 1].position if len(texts) > LISTED else None,
        "chosen": {
            "texts": {row[0] for row in there if not row[1]},
            "files": {row[1] for row in there},
            "editions": {row[2] for row in there},
            "persons": {row[3] for row in there},
        },
    }
    return render(request, "disclosures/disclosure_choose.html", context)


def _put_in(request: HttpRequest, disclosure: Disclosure) -> HttpResponse:
    def ticked(name: str) -> set[int]:
        return {one for one in map(number, request.POST.getlist(name)) if one is not None}

    given = {
        "writings": Writing.objects.visible_to(request.user).filter(pk__in=ticked("ecrit")),
        "attachments": Attachment.objects.visible_to(request.user)
        .filter(pk__in=ticked("fichier"))
        .select_related("writing"),
        "editions": Edition.objects.filter(pk__in=ticked("texte")),
        "consents": Consent.objects.visible_to(request.user).filter(pk__in=ticked("accord")),
    }
    given["writings"] = given["writings"].order_by("position")
    try:
        sendings.put_in(by=request.user, disclosure=disclosure, **given)
    except sendings.NotGiven:
        messages.error(request, NOT_GIVEN)
    except sendings.CannotLeave:
        messages.error(request, said(CANNOT))
    return redirect(page(disclosure))


@while_open
def disclosure_piece(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Look at a piece whole, and decide of what speaks of others."""
    disclosure = unsealed(request, pk)
    piece = get_object_or_404(disclosure.pieces, pk=line)
    made = preparing.read(by=request.user, disclosure=disclosure)
    at = next(n for n, one in enumerate(made.rows) if one.piece.pk == piece.pk)
    row = made.rows[at]
    opened(request, disclosure)
    form = open_form(LookForm, request, row=row)
    if request.method == "POST" and form.is_valid():
        waiting = [one.piece.pk for one in made.rows if not one.is_looked_at]
        following = next((one for one in waiting if one != piece.pk), None)

        def act() -> str:
            sendings.look_at(by=request.user, piece=row.piece, **form.decided())
            if following:
                return reverse("disclosure-piece", args=[pk, following])
            return page(disclosure)

        try:
            return once(request, act)
        except sendings.ChangedSince:
            form.add_error(None, CHANGED)
    context = context_of(disclosure) | {"form": form, "row": row, "piece": row.piece}
    context |= {"rank": at + 1, "many": len(made.rows), "blob": shown.blob_of(row.piece)}
    return retry(request, "disclosures/disclosure_piece.html", context)


@require_POST
@while_open
def disclosure_take_out(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Take a piece out."""
    disclosure = unsealed(request, pk)
    piece = Disclosed.objects.filter(disclosure=disclosure, pk=line).first()
    if piece:
        sendings.take_out(by=request.user, piece=piece)
    return redirect(page(disclosure))


@while_open
def disclosure_names(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide which names change, what is doubtful, what is covered."""
    disclosure = unsealed(request, pk)
    opened(request, disclosure)
    made = preparing.read(by=request.user, disclosure=disclosure)
    form = open_form(NamesForm, request, made=made, disclosure=disclosure)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            given = form.decided()
            sendings.decide_names(by=request.user, disclosure=disclosure, **given)
            return reverse("disclosure-names", args=[pk])

        return once(request, act)
    left = sorted(preparing.choices_of(disclosure).undone - {one.said for one in made.doubts})
    covered = sorted(preparing.choices_of(disclosure).covered)
    context = context_of(disclosure) | {"form": form, "made": made}
    context |= {"left": left, "covered": covered}
    return retry(request, "disclosures/disclosure_names.html", context)


@require_POST
@while_open
def disclosure_name_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo what was decided of a word."""
    disclosure = unsealed(request, pk)
    word = request.POST.get("mot", "")
    sendings.decide_names(by=request.user, disclosure=disclosure, again=[word])
    return redirect("disclosure-names", pk)


@require_POST
@while_open
def disclosure_abandon(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a sending that is only prepared."""
    disclosure = unsealed(request, pk)
    consent, mission = disclosure.consent, disclosure.mission_id
    sendings.abandon(by=request.user, disclosure=disclosure)
    messages.success(request, "Cette préparation est défaite. Rien n’est sorti.")
    if consent:
        return redirect("consent-detail", consent.dossier.notebook_id, consent.pk)
    return redirect("house-mission-detail", mission) if mission else redirect("house-mission-list")
