"""Acts on who works here: an account opened, one's own name, who is the direction."""

from collections.abc import Iterable

from django.db import transaction

from dossier.accounts import invitations
from dossier.establishment.actions import hold_keeping, welcome
from dossier.establishment.models import Worker


class NotTheirs(Exception):
    """This act is somebody else's."""


class Taken(Exception):
    """Somebody here bears this name already: two would be taken for one another."""


class LastOne(Exception):
    """Nobody else keeps the machine: no account would be opened any more."""


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


def may_name_heads(by: Worker) -> bool:
    """Tell whether `by` says who is the direction: the direction does; while there is none, who
    accompanies in a team; before anybody is in one, who keeps the machine.
    """
    here = Worker.objects.filter(is_active=True)
    if here.filter(is_head=True).exists():
        return by.is_active and by.is_head
    if by.is_administrator:
        return by.is_active and not here.filter(groups__isnull=False).exists()
    return by.speaks_for_house


def may_be_heads() -> list[Worker]:
    """Return who may be the direction, by name: who accompanies, and came."""
    here = Worker.objects.accompanying().filter(invitation=None)
    return list(here.order_by("name", "pk"))


@transaction.atomic
def name_heads(*, by: Worker, heads: Iterable[Worker]) -> None:
    """Say who is the direction, all of them; none is none. Raises NotTheirs."""
    hold_keeping(by)
    named = {one.pk for one in heads}
    if not may_name_heads(by) or named - {one.pk for one in may_be_heads()}:
        raise NotTheirs
    Worker.objects.filter(is_head=True).exclude(pk__in=named).update(is_head=False)
    Worker.objects.filter(pk__in=named).update(is_head=True)


def must_be_kept(worker: Worker) -> None:
    """Raise LastOne if nobody would keep the machine without `worker`; in a transaction."""
    hold_keeping(worker)
    others = Worker.objects.filter(is_active=True, is_administrator=True).exclude(pk=worker.pk)
    if worker.is_administrator and not others.filter(invitation=None).exists():
        raise LastOne
