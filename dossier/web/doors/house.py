"""How one comes into this house: for who decides for it."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from dossier.accounts.actions import set_doors
from dossier.accounts.people import decides_for_house
from dossier.accounts.rules import Doors
from dossier.establishment.house import house
from dossier.web.doors.forms import DoorsForm
from dossier.web.drafts import once, open_form, retry


def house_doors(request: HttpRequest) -> HttpResponse:
    """Say who is asked a second proof, and when a shared machine locks itself."""
    if not decides_for_house(request.user):
        raise Http404
    form = open_form(DoorsForm, request, initial=asdict(Doors.of(house().doors)))
    if request.method != "POST" or not form.is_valid():
        return retry(request, "doors/house_doors.html", {"form": form})

    def act() -> str:
        set_doors(by=request.user, doors=Doors(**form.given()))
        messages.success(request, "C’est noté.")
        return reverse("door")

    return once(request, act)
