"""Getting back in without e-mail: two colleagues vouch, the asking browser goes on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dossier.accounts import rescues, slowing, spoken
from dossier.accounts.models import Rescue
from dossier.establishment.house import said_later
from dossier.web.dates import clock
from dossier.web.doors import entering
from dossier.web.doors.entering import RESCUED, TOLD
from dossier.web.doors.forms import LoginNameForm, NewPhraseForm, SpokenForm

NO_CODE = said_later(
    "Ces mots ne vont pas. Faites-les répéter : on les donne pour une heure, et l’on ne se porte "
    "garant que de quelqu’un de {equipe.son}."
)


@login_not_required
def login_rescue(request: HttpRequest) -> HttpResponse:
    """Say the code to give by voice; the same for a name that nobody has."""
    half, login = _half(request)
    rescue = rescues.asked(half)
    if request.method == "POST" and (then := request.POST.get("renoncer")):
        rescues.give_up(half)
        request.session.pop(RESCUED, None)
        return redirect("login-rescue" if then == "recommencer" else "login")
    if not rescue:
        return _ask(request)
    if len(vouched := rescues.vouchers(rescue)) >= rescues.NEEDED:
        return redirect("login-anew")
    until = clock(timezone.localtime(rescue.until))
    told = {"code": spoken.code(half), "login": login}
    context = told | {"until": until, "vouched": len(vouched)}
    return render(request, "doors/rescue_code.html", context)


def _half(request: HttpRequest) -> tuple[str, str]:
    """Return the secret of this browser, and the log-in name that was typed, whoever has it."""
    half, _, login = request.session.get(RESCUED, "").partition(" ")
    return half, login


def _ask(request: HttpRequest) -> HttpResponse:
    form = LoginNameForm(request.POST or None)
    slow = ("rescue", entering.address(request))
    if request.method == "POST" and form.is_valid():
        if left := slowing.wait(slow):
            form.add_error(None, slowing.told(left))
        else:
            slowing.missed(slow)
            login = form.cleaned_data["login"]
            request.session[RESCUED] = f"{rescues.ask(login=login)} {login}"
            return redirect("login-rescue")
    status = 422 if form.errors else 200
    return render(request, "doors/login_rescue.html", {"form": form}, status=status)


@login_not_required
def login_anew(request: HttpRequest) -> HttpResponse:
    """Choose a new passphrase, once two colleagues have vouched."""
    half, _ = _half(request)
    rescue = rescues.asked(half)
    if not rescue or len(vouched := rescues.vouchers(rescue)) < rescues.NEEDED:
        return redirect("login-rescue")
    form = NewPhraseForm(request.POST or None, worker=rescue.worker)
    if request.method == "POST" and form.is_valid():
        try:
            worker = rescues.finish(half=half, passphrase=form.cleaned_data["new_passphrase"])
        except rescues.NotVouchedFor:  # the hour has just ended
            return redirect("login-rescue")
        return entering.after_passphrase(request, worker, "/")
    context = {"form": form, "who": rescue.worker.name, "vouched": vouched}
    status = 422 if form.errors else 200
    return render(request, "doors/login_anew.html", context, status=status)


def rescue_vouch(request: HttpRequest) -> HttpResponse:
    """Type the code a colleague says, see whose it is, and vouch for them."""
    if not request.user.accompanies:
        raise Http404
    form, found, by = SpokenForm(request.POST or None), None, request.user
    slow = ("rescue-code", str(by.pk))
    if request.method == "POST" and form.is_valid():
        if left := slowing.wait(slow):
            form.add_error(None, slowing.told(left))
        else:
            found = _found(request, form, slow)
    if found and request.POST.get("geste") == "garant":
        rescues.vouch(by=by, code=form.cleaned_data["code"])
        messages.success(request, f"C’est noté. {found.worker.name} peut le voir sur sa page.")
        return redirect("door")
    context = {"form": form, "found": found}
    status = 422 if form.errors else 200
    return render(request, "doors/rescue_vouch.html", context, status=status)


def _found(request: HttpRequest, form: SpokenForm, slow: tuple[str, ...]) -> Rescue | None:
    try:
        found = rescues.find(by=request.user, code=form.cleaned_data["code"])
    except rescues.NoSuchCode:
        slowing.missed(slow)
        form.add_error("code", NO_CODE)
        return None
    slowing.forget(slow)
    return found


@require_POST
def rescue_read(request: HttpRequest) -> HttpResponse:
    """Stop telling somebody that they were let back in: they know."""
    rescues.read(request.user)
    request.session.pop(TOLD, None)
    return redirect("door")
