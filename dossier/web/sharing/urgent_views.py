"""Opening a dossier at once, and saying that one saw it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dossier.accounts import slowing
from dossier.establishment.house import said
from dossier.notebooks.models import Notebook, Urgent
from dossier.trust import urgent
from dossier.web import dates
from dossier.web.drafts import once, open_form, retry
from dossier.web.sharing.forms import UrgentForm

NOBODY = (
    "Nul ne porte ce nom ici, ou {dossier.son} ne s’ouvre pas ainsi. Vérifiez comment il "
    "s’orthographie, en entier ; sinon, appelez un collègue qui saura."
)
SEVERAL = (
    "Plusieurs portent ce nom. Écrivez aussi, plus bas, le nom d’état civil ou la naissance de qui "
    "vous cherchez."
)
SLOWED = (
    "Plusieurs noms de suite n’ont rien ouvert. {wait} D’ici là, appelez un collègue qui saura."
)


def urgent_open(request: HttpRequest) -> HttpResponse:
    """Open to oneself, for a while, the dossier of somebody whose name one knows."""
    if not request.user.accompanies:
        raise Http404
    form = open_form(UrgentForm, request)
    context = {"form": form, "is_welcomed": urgent.may_open(request.user), "lasts": urgent.lasts()}
    template = "sharing/urgent_open.html"
    if not context["is_welcomed"]:
        return render(request, template, context, status=403 if request.method == "POST" else 200)
    if request.method != "POST" or not form.is_valid():
        return retry(request, template, context)
    try:
        opened = urgent.open_at_once(by=request.user, **form.given())
    except urgent.Nobody:
        form.add_error("name", said(NOBODY))
    except urgent.Several:
        form.add_error("more", SEVERAL)
    except urgent.Slowed as slowed:
        form.add_error(None, SLOWED.format(wait=slowing.told(slowed.left)))
    if form.errors:
        return retry(request, template, context)
    return once(request, lambda: _led(request, opened))


def _led(request: HttpRequest, opened: urgent.Opened) -> str:
    if opened.urgent:
        until = timezone.localtime(opened.urgent.until)
        day = dates.full_day(until.date())
        told = "{cahier.Le} vous est {cahier:ouvert,ouverte} pour lire, jusqu’au {day}, {at}."
        messages.success(request, said(told, day=day, at=dates.clock(until)))
    else:
        messages.success(request, said("Vous lisez déjà {cahier.ce}."))
    return reverse("notebook-detail", args=[opened.notebook.pk])


@require_POST
def urgent_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one has seen that a notebook one keeps was opened at once."""
    kept = Notebook.objects.kept_by(request.user)
    one = get_object_or_404(Urgent.objects.filter(notebook__in=kept), pk=pk)
    urgent.say_seen(by=request.user, urgent=one)
    if request.POST.get("de") == "accueil":
        return redirect("home")
    return redirect("notebook-sharing", one.notebook_id)
