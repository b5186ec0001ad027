"""The second step of a log-in, and a passkey alone as the only one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dossier.accounts import passkeys, proofs, slowing
from dossier.accounts.models import Proof
from dossier.establishment.models import Worker
from dossier.web.doors import digits, entering, keys
from dossier.web.doors.forms import CodeForm, HalfDigitsForm
from dossier.web.doors.going import destination

WRONG_KEY = "Cette clé n’a pas été reconnue. Essayez encore, ou prenez une autre preuve."
WRONG_CODE = (
    "Ce code ne va pas. De l’application : attendez le suivant. Sur papier : prenez-en un autre."
)
WRONG_CLOCK = (
    "Ce code ne va pas. Vérifiez l’heure de votre téléphone, attendez le suivant, et recopiez-le."
)
CHANGED = (
    "Votre phrase secrète ou vos preuves ont changé entre-temps : recommencez, avec votre phrase "
    "d’aujourd’hui."
)


@login_not_required
def login_proof(request: HttpRequest) -> HttpResponse:
    """Ask a second proof of who gave their passphrase, or help them make one."""
    try:
        worker, then = entering.half(request)
    except entering.TooLate:
        return _again(request, "Trop de temps a passé : recommencez, s’il vous plaît.")
    except entering.Changed:
        return _again(request, CHANGED)
    if request.method == "POST" and keys.is_asked(request):
        return _question(request, worker)
    if proofs.has_one(worker):
        return _ask(request, worker, then)
    return _set_up(request, worker, then)


def _again(request: HttpRequest, words: str) -> HttpResponse:
    if request.session.pop(entering.HALF, None):
        messages.warning(request, words)
    return redirect("login")


def _question(request: HttpRequest, worker: Worker) -> HttpResponse:
    here = entering.place(request)
    if proofs.has_one(worker):
        return keys.question(request, passkeys.ask(place=here, worker=worker))
    return keys.question(request, passkeys.ask_new(place=here, worker=worker))


def _ask(request: HttpRequest, worker: Worker, then: str) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if request.method == "POST" and _is_right(request, worker, form):
        return entering.admit(request, worker, then)
    sorts = set(Proof.objects.filter(worker=worker).values_list("sort", flat=True))
    if Proof.Sort.TOTP not in sorts:
        form.fields["code"].label = "Un de vos codes sur papier"
    has_key = Proof.Sort.PASSKEY in sorts and entering.place(request).is_named
    return _page(request, "doors/login_proof.html", {"form": form, "has_key": has_key})


def _is_right(request: HttpRequest, worker: Worker, form: CodeForm) -> bool:
    if "credential" in request.POST:
        try:
            keys.answered(request, worker)
        except passkeys.WrongKey:
            form.errors.clear()
            form.add_error(None, WRONG_KEY)
            return False
        return True
    return form.is_valid() and _serves(worker, form)


def _serves(worker: Worker, form: CodeForm) -> bool:
    slow = ("proof", str(worker.pk))
    if left := slowing.wait(slow):
        form.add_error(None, slowing.told(left))
        return False
    slowing.missed(slow)  # before looking: many tries at once do not pass for one
    if proofs.serves(worker=worker, code=form.cleaned_data["code"]):
        slowing.forget(slow)
        return True
    form.add_error(None, WRONG_CODE)
    return False


def _set_up(request: HttpRequest, worker: Worker, then: str) -> HttpResponse:
    form = HalfDigitsForm(request.POST or None)
    if request.method == "POST" and _is_made(request, worker, form):
        messages.success(request, "C’est fait. Sur votre porte, faites aussi des codes sur papier.")
        return entering.admit(request, worker, then)
    context = {"form": form, "has_key": entering.place(request).is_named}
    return _page(request, "doors/login_set_up.html", context | digits.shown(request, worker))


def _is_made(request: HttpRequest, worker: Worker, form: HalfDigitsForm) -> bool:
    try:
        if "credential" in request.POST:
            keys.add(request, worker)
            return True
        if form.is_valid():
            code = form.cleaned_data["code"]
            proofs.add_totp(worker=worker, secret=digits.secret(request), code=code)
            return True
    except passkeys.WrongKey:
        form.errors.clear()
        form.add_error(None, WRONG_KEY)
    except proofs.WrongCode:
        form.add_error(None, WRONG_CLOCK)
    return False


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return render(request, template, context, status=status)


@login_not_required
@require_POST
def login_key(request: HttpRequest) -> HttpResponse:
    """Let in who has a passkey that checked who holds it: their passphrase is not asked."""
    if keys.is_asked(request):
        return keys.question(request, passkeys.ask(place=entering.place(request)))
    try:
        worker = keys.answered(request)
    except passkeys.WrongKey:
        messages.warning(request, WRONG_KEY)
        return redirect("login")
    return entering.admit(request, worker, destination(request))
