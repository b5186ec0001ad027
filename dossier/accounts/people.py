"""Acts on who works here: an account opened, one's own name, who is the direction."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from dossier.accounts import invitations
from dossier.establishment.actions import welcome
from dossier.establishment.models import Worker

SETTLED = timedelta(days=30)


class NotTheirs(Exception):
    """This act is somebody else's."""


class Taken(Exception):
    """Somebody here bears this name already: two would be taken for one another."""


class LastOne(Exception):
    """Nobody else keeps the machine: no account would be opened any more."""


class LastHead(Exception):
    """Nobody else is the direction, while others may be: say who will be first."""


@transaction.atomic
def open_account(
    *, by: Worker, login: str, name: str, function: str = "", is_administrator: bool = False
) -> Worker:
    """Open an account, in no team and without a passphrase: `invitations.invite` makes its code.

    Raises NotTheirs unless `by` keeps the machine, Taken, ValidationError for a log-in name that
    somebody has, or had.
    """
    if not (by.is_active and by.is_administrator):
        raise NotTheirs
    must_be_free(name)
    told = {"login": login, "name": name, "function": function}
    worker = welcome(**told, passphrase=None, is_administrator=is_administrator)
    invitations.await_(by=by, worker=worker)
    return worker


@transaction.atomic
def tell_oneself(*, worker: Worker, name: str, function: str) -> None:
    """Say how one is called here, and what one does. Raises Taken."""
    must_be_free(name, but=worker)
    worker.name, worker.function = name, function
    worker.save(update_fields=["name", "function"])


def must_be_free(name: str, *, but: Worker | None = None) -> None:
    """Raise Taken for a name that another who works here bears, whatever its case and spaces."""
    others = Worker.objects.filter(is_active=True).exclude(pk=but.pk if but else None)
    told = _heard(name)
    if any(_heard(one) == told for one in others.values_list("name", flat=True)):
        raise Taken


def _heard(name: str) -> str:
    return " ".join(name.split()).casefold()


def is_settled(worker: Worker) -> bool:
    """Tell whether others could have seen `worker` at work: for a month, or the house itself is
    younger. What decides for others waits for it, as an account is opened in a minute.
    """
    before = timezone.localdate() - SETTLED
    if worker.here_since and worker.here_since <= before:
        return True
    return not Worker.objects.filter(is_active=True, here_since__lte=before).exists()


def decides_for_house(by: Worker) -> bool:
    """Tell whether `by` decides of what opens or shuts the house to others: the direction does;
    while there is none, who accompanies in a team and is settled.
    """
    if Worker.objects.filter(is_active=True, is_head=True).exists():
        return by.is_active and by.is_head
    return by.accompanies and by.groups.exists() and is_settled(by)


def may_name_heads(by: Worker) -> bool:
    """Tell whether `by` says who is the direction: who decides for the house; before anybody is in
    a team, who keeps the machine.
    """
    if by.is_administrator:
        here = Worker.objects.filter(is_active=True)
        told = here.filter(is_head=True) | here.filter(groups__isnull=False)
        return by.is_active and not told.exists()
    return decides_for_house(by)


def may_be_heads() -> list[Worker]:
    """Return who may be the direction, by name: who accompanies, and came."""
    here = Worker.objects.accompanying().filter(invitation=None)
    return list(here.order_by("name", "pk"))


@transaction.atomic
def name_heads(*, by: Worker, heads: Iterable[Worker]) -> None:
    """Say who is the direction, all of them. Raises NotTheirs; LastHead for nobody in place of
    somebody.
    """
    named = {one.pk for one in heads}
    if not may_name_heads(by) or named - {one.pk for one in may_be_heads()}:
        raise NotTheirs
    if not named and Worker.objects.filter(is_active=True, is_head=True).exists():
        raise LastHead
    Worker.objects.filter(is_head=True).exclude(pk__in=named).update(is_head=False)
    Worker.objects.filter(pk__in=named).update(is_head=True)


def must_be_kept(worker: Worker) -> None:
    """Raise LastOne if nobody would keep the machine without `worker`."""
    others = Worker.objects.filter(is_active=True, is_administrator=True).exclude(pk=worker.pk)
    if worker.is_administrator and not others.filter(invitation=None).exists():
        raise LastOne


def must_be_led(worker: Worker) -> None:
    """Raise LastHead if `worker` alone is the direction, while another may be."""
    others = [one for one in may_be_heads() if one != worker]
    if worker.is_head and others and not any(one.is_head for one in others):
        raise LastHead
