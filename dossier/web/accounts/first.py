"""Coming for the first time: the code one was handed, and a passphrase one chooses."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dossier.accounts import invitations, passphrases, slowing
from dossier.establishment.models import Worker
from dossier.web.doors import entering
from dossier.web.doors.forms import LoginNameForm, NewPhraseForm, code

NO_INVITATION = (
    "Ce nom et ce code ne vont pas ensemble, ou le code a plus de sept jours, ou il a déjà servi. "
    "Recopiez-les, ou demandez-en un autre à qui vous l’a remis."
)


class FirstForm(LoginNameForm, NewPhraseForm):
    """The log-in name and the code one was handed, and the passphrase one chooses."""

    code = code("Le code qu’on vous a remis")
    field_order = ["login", "code", "new_passphrase", "again_passphrase"]


@login_not_required
def login_first(request: HttpRequest) -> HttpResponse:
    """Let a new worker choose their passphrase, and in."""
    login = request.POST.get("login", "").strip().lower()[:60]
    form = FirstForm(request.POST or None, worker=Worker(login=login))
    if request.method == "POST" and form.is_valid() and (worker := _come(request, form)):
        return entering.after_passphrase(request, worker, "/")
    status = 422 if form.errors else 200
    return render(request, "accounts/login_first.html", {"form": form}, status=status)


def _come(request: HttpRequest, form: forms.Form) -> Worker | None:
    given = form.cleaned_data
    key = ("first", given["login"].strip().lower(), entering.address(request))
    if left := slowing.wait(key):
        form.add_error(None, slowing.told(left))
        return None
    slowing.missed(key)
    told = {"login": given["login"], "code": given["code"], "passphrase": given["new_passphrase"]}
    try:
        worker = invitations.come(**told)
    except invitations.NoInvitation:
        form.add_error("code", NO_INVITATION)
    except passphrases.Refused as refused:
        slowing.forget(key)
        form.add_error("new_passphrase", str(refused))
    else:
        slowing.forget(key)
        return worker
    return None
