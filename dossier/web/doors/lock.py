"""A locked machine, and leaving quickly."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from dossier.accounts import machines
from dossier.accounts.models import Known
from dossier.web import rescue
from dossier.web.doors import entering, locking
from dossier.web.doors.forms import secret
from dossier.web.doors.going import local


class OpenForm(forms.Form):
    """A PIN, or the passphrase of who has none here."""

    pin = secret("", "Écrivez-le pour rouvrir.", "off", autofocus="autofocus")

    def __init__(self, *args, known: Known | None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        box = self.fields["pin"]
        if known and known.pin:
            box.label, box.widget.attrs["inputmode"] = "Vos chiffres sur cette machine", "numeric"
        else:
            box.label = "Votre phrase secrète"


@login_not_required
def lock(request: HttpRequest) -> HttpResponse:
    """Show nothing of what was read; open again to who locked it, and to nobody else."""
    worker = request.locked
    if not worker:
        return redirect("home")
    known = machines.known(worker, entering.token(request))
    form = OpenForm(request.POST or None, known=known)
    if request.method == "POST" and form.is_valid():
        if known and machines.opens(known=known, secret=form.cleaned_data["pin"]):
            return redirect(locking.unlock(request))
        if not known or not (left := machines.left(known)):
            entering.leave(request)
            messages.warning(request, "Par prudence, il faut entrer de nouveau.")
            return redirect("login")
        form.add_error("pin", _wrong(known, left))
    context = {"form": form, "name": worker.name, "has_pin": bool(known and known.pin)}
    return render(request, "doors/lock.html", context, status=422 if form.errors else 200)


def _wrong(known: Known, left: int) -> str:
    more = f"Encore {left} essai{'s' if left > 1 else ''}"
    if known.pin:
        return f"Ces chiffres ne vont pas. {more} ; ensuite, votre phrase."
    return f"Ce n’est pas votre phrase secrète. {more}."


@require_POST
def lock_shut(request: HttpRequest) -> HttpResponse:
    """Lock this machine now; what was being typed is kept, and comes back."""
    if locking.is_watched(request):
        locking.lock(request, _kept(request) or local(request, request.POST.get("then", "")))
    return redirect("lock")


def _kept(request: HttpRequest) -> str:
    draft = rescue.keep(request, request.user) if rescue.typed(request) else None
    return reverse("draft-resume", args=[draft.key]) if draft else ""


# One must be able to leave from a page opened long ago; another site has no cookie to do it with.
@csrf_exempt
@login_not_required
@require_POST
def leave_quickly(request: HttpRequest) -> HttpResponse:
    """Keep what was being typed, end the session, and show a page that tells nothing."""
    if request.user.is_authenticated:
        _kept(request)
    else:
        rescue.keep_unproven(request)
    entering.leave(request)
    return redirect("blank")


@login_not_required
@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """Show nothing."""
    return render(request, "doors/blank.html")
