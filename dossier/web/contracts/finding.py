"""Finding the dossier of an address, and what hangs on it."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.rights.models import Contract

AROUND = ("person", "notebook")


def readable(request: HttpRequest, pk: int) -> Dossier:
    """Return the dossier of a notebook one may read; 404 for any other."""
    seen = Notebook.objects.visible_to(request.user)
    return _of(pk, notebook__in=seen)


def writable(request: HttpRequest, pk: int) -> Dossier:
    """Return the dossier of a notebook one may write in; 404 for any other."""
    return _of(pk, notebook__in=Notebook.objects.writable_by(request.user))


def _of(pk: int, **which: Any) -> Dossier:
    found = Dossier.objects.filter(**which).select_related(*AROUND)
    return get_object_or_404(found, notebook=pk)


def contract_of(dossier: Dossier, pk: int | None) -> Contract:
    """Return a contract of `dossier`; 404 when it has no such one."""
    rows = Contract.objects.filter(dossier=dossier)
    found = rows.select_related("writing", "stay__team", "amends", "by")
    return get_object_or_404(found, pk=pk)


def page(dossier: Dossier, part: str = "") -> str:
    """Return the address of the page of a person's rights, maybe of a part of it."""
    return reverse("person-rights", args=[dossier.notebook_id]) + (f"#{part}" if part else "")


def contract_page(contract: Contract) -> str:
    """Return the address of a contract."""
    return reverse("contract-detail", args=[contract.dossier.notebook_id, contract.pk])
