"""One's own door: passphrase, second proofs, codes on paper, this machine. Nobody else's."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.accounts import machines, passkeys, proofs, rescues, sittings
from dossier.accounts.actions import change_passphrase, set_by
from dossier.accounts.models import Proof
from dossier.accounts.people import decides_for_house
from dossier.web.doors import digits, entering, keys, locking
from dossier.web.doors.forms import (
    ChangePhraseForm,
    DigitsForm,
    KeyForm,
    PinForm,
    ProofForm,
    TheirForm,
)
from dossier.web.doors.proof import WRONG_CLOCK, WRONG_KEY
from dossier.web.drafts import already, once, open_form

SHOWN = (
    "Ces codes ont déjà été montrés. Les derniers faits servent ; pas eu le temps de les copier ? "
    "Refaites-en dix."
)


def _page(request: HttpRequest, template: str, form: Form, **more: Any) -> HttpResponse:
    """Show a form; refused, it is kept in no draft: nearly all of it is secret."""
    status = 422 if form.is_bound else 200
    return render(request, f"doors/{template}.html", {"form": form} | more, status=status)


def _done(request: HttpRequest, words: str) -> str:
    messages.success(request, words)
    return reverse("door")


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Show by what one comes in, and from here."""
    worker = request.user
    context = {
        "proofs": Proof.objects.filter(worker=worker),
        "left": proofs.codes_left(worker),
        "known": machines.known(worker, entering.token(request)),
        "has_name": entering.place(request).is_named,
        "must": entering.must_prove(request),
        "rescued": rescues.done(worker),
        "decides": decides_for_house(worker),
        "set": set_by(),
    }
    return render(request, "doors/door.html", context)


def door_phrase(request: HttpRequest) -> HttpResponse:
    """Change one's passphrase."""
    if gone := already(request):
        return gone
    form = open_form(ChangePhraseForm, request, worker=request.user)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "door_phrase", form)

    def act() -> str:
        old, new = request.session.session_key, form.cleaned_data["new_passphrase"]
        change_passphrase(worker=request.user, passphrase=new, session=old)
        update_session_auth_hash(request, request.user)
        sittings.moved(old, request.session.session_key)
        return _done(request, "C’est fait. Ailleurs, il faudra entrer avec la nouvelle phrase.")

    return once(request, act)


def door_digits(request: HttpRequest) -> HttpResponse:
    """Add an application that gives six digits."""
    if gone := already(request):
        return gone
    worker = request.user
    form = open_form(DigitsForm, request, worker=worker)

    def act() -> str:
        told = {name: form.cleaned_data[name] for name in ("code", "name")}
        proofs.add_totp(worker=worker, secret=digits.secret(request), **told)
        del request.session[entering.DIGITS]
        return _added(request)

    if request.method == "POST" and form.is_valid():
        try:
            return once(request, act)
        except proofs.WrongCode:
            form.add_error("code", WRONG_CLOCK)
    return _page(request, "door_digits", form, **digits.shown(request, worker))


def _added(request: HttpRequest) -> str:
    words = "C’est ajouté. On vous la demandera en entrant."
    if proofs.codes_left(request.user):
        return _done(request, words)
    messages.success(request, f"{words} Faites maintenant des codes sur papier.")
    return reverse("door-codes")


def door_key(request: HttpRequest) -> HttpResponse:
    """Add a passkey."""
    worker, here = request.user, entering.place(request)
    if request.method == "POST" and keys.is_asked(request):
        return keys.question(request, passkeys.ask_new(worker=worker, place=here))
    if gone := already(request):
        return gone
    form = open_form(KeyForm, request, worker=worker)

    def act() -> str:
        keys.add(request, worker, form.cleaned_data["name"])
        return _added(request)

    if request.method == "POST" and form.is_valid():
        try:
            return once(request, act)
        except passkeys.WrongKey:
            form.add_error(None, WRONG_KEY)
    return _page(request, "door_key", form, has_name=here.is_named)


def door_proof(request: HttpRequest, pk: int) -> HttpResponse:
    """Call one of one's proofs otherwise, or take it off."""
    if gone := already(request):
        return gone
    proof = get_object_or_404(Proof, pk=pk, worker=request.user)
    form = open_form(ProofForm, request, worker=request.user, initial={"name": proof.name})
    if request.method != "POST" or not form.is_valid():
        return _page(request, "door_proof", form, proof=proof)

    def act() -> str:
        if request.POST.get("geste") == "enlever":
            proofs.remove(proof=proof)
            return _done(request, "C’est enlevé.")
        proofs.rename(proof=proof, name=form.cleaned_data["name"])
        return _done(request, "C’est noté.")

    return once(request, act)


def door_codes(request: HttpRequest) -> HttpResponse:
    """Make ten codes for paper, shown this once; the page loaded again makes no others."""
    worker, codes = request.user, []
    form = open_form(TheirForm, request, worker=worker)

    def act() -> str:
        codes.extend(proofs.make_codes(worker=worker))
        return reverse("door-codes")

    if request.method == "POST" and form.is_valid() and proofs.has_one(worker):
        response = once(request, act)
        if codes:
            return render(request, "doors/codes.html", {"codes": codes})
        messages.warning(request, SHOWN)
        return response
    more = {"left": proofs.codes_left(worker), "has_one": proofs.has_one(worker)}
    return _page(request, "door_codes", form, **more)


def door_machine(request: HttpRequest) -> HttpResponse:
    """Say that this machine is shared, and by which digits one opens it again; or that it is not
    shared any more.
    """
    if gone := already(request):
        return gone
    worker, cookie = request.user, entering.token(request)
    known = machines.known(worker, cookie)
    machine = known.machine if known else None
    is_back = request.POST.get("geste") == "seule"
    initial = {"name": machine.name if machine else ""}
    kind = TheirForm if is_back else PinForm
    form = open_form(kind, request, worker=worker, initial=initial)
    if request.method != "POST" or not form.is_valid():
        more = {"machine": machine, "rest": locking.rest(), "has_pin": bool(known and known.pin)}
        return _page(request, "door_machine", form, **more)
    if not known:
        known, cookie = machines.know(worker=worker, token=cookie)

    def act() -> str:
        if is_back:
            machines.share(machine=known.machine, is_shared=False)
            locking.unwatch(request)
            return _done(request, "C’est noté : cette machine ne se verrouille plus seule.")
        machines.share(machine=known.machine, is_shared=True, name=form.cleaned_data["name"])
        machines.set_pin(known=known, pin=form.cleaned_data["pin"])
        locking.watch(request)
        return _done(request, "C’est noté : cette machine se verrouillera, et vous la rouvrirez.")

    response = once(request, act)
    entering.keep_cookie(response, cookie)
    return response
