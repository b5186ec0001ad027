"""Pages of logging in and out."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dossier.accounts import passphrases, tries
from dossier.web.doors import entering
from dossier.web.doors.going import destination

WRONG = (
    "Ce nom et cette phrase ne vont pas ensemble. Vérifiez l’un et l’autre : les majuscules "
    "comptent dans la phrase, pas dans le nom."
)


class LoginForm(forms.Form):
    """A name and a passphrase."""

    login = forms.CharField(
        label="Votre nom de connexion",
        max_length=60,
        error_messages={"required": "Écrivez votre nom de connexion."},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}
        ),
    )
    passphrase = forms.CharField(
        label="Votre phrase secrète",
        strip=False,
        max_length=1000,
        error_messages={"required": "Écrivez votre phrase secrète."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    is_slowed = False

    def __init__(self, *args: Any, request: HttpRequest) -> None:
        self.request = request
        super().__init__(*args)

    def clean(self) -> dict:
        """Find the worker; say the same for an unknown name and for a wrong phrase."""
        given = super().clean()
        if "login" in given and "passphrase" in given:
            where = {"address": entering.address(self.request)}
            where["token"] = entering.token(self.request)
            try:
                self.worker = tries.enter(**given, **where)
            except passphrases.Wrong as wrong:
                raise forms.ValidationError(WRONG) from wrong
            except passphrases.Slowed as slowed:
                self.is_slowed = True
                raise forms.ValidationError(
                    f"Plusieurs essais n’allaient pas. {slowed}"
                ) from slowed
        return given


@login_not_required
def worker_login(request: HttpRequest) -> HttpResponse:
    """Ask for the name and passphrase, then lead where one was going."""
    form = LoginForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        return entering.after_passphrase(request, form.worker, destination(request))
    if request.method != "POST" and request.user.is_authenticated:
        return HttpResponseRedirect(destination(request))
    has_name = entering.place(request).is_named
    context = {"form": form, "next": destination(request), "has_name": has_name}
    status = 429 if form.is_slowed else 200
    return render(request, "accounts/login.html", context, status=status)


@require_POST
def worker_logout(request: HttpRequest) -> HttpResponse:
    """End the session."""
    entering.leave(request)
    return redirect("login")


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 once the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
