"""Acts on who works here: an account opened, one's own name, who is the direction."""

import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from dossier.accounts import invitations
from dossier.establishment.actions import hold_keeping, welcome
from dossier.establishment.models import Worker

SETTLED = timedelta(days=30)


class NotTheirs(Exception):
    """This act is somebody else's."""


# Seen by nobody, and yet letters: fillers, a braille blank.
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
ALPHABETS = {"LATIN", "CYRILLIC", "GREEK"}  # whose letters look like one another's
LOOK_ALIKE = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏ" + "αβεζηικμνορτυχ" + "ı",
    "abekmhopctyxijshdqwl" + "abezhikmnoptyx" + "i",
)


class Taken(Exception):
    """Somebody here bears this name already, or one that looks like it: two would be taken for one
    another.
    """


class Mixed(Exception):
    """A name in two alphabets: what it looks like is not what it is."""


class LastOne(Exception):
    """Nobody else keeps the machine: no account would be opened any more."""


class LastHead(Exception):
    """Nobody else is the direction, while others may be: say who will be first."""


@transaction.atomic
def open_account(
    *, by: Worker, login: str, name: str, function: str = "", is_administrator: bool = False
) -> Worker:
    """Open an account, in no team and without a passphrase: `invitations.invite` makes its code.

    Raises NotTheirs unless `by` keeps the machine, Taken, Mixed, ValidationError for a log-in name
    that somebody has, or had.
    """
    if not (by.is_active and by.is_administrator):
        raise NotTheirs
    must_be_free(name)
    told = {"login": login, "name": cleaned(name), "function": function}
    worker = welcome(**told, passphrase=None, is_administrator=is_administrator)
    invitations.await_(by=by, worker=worker)
    return worker


@transaction.atomic
def tell_oneself(*, worker: Worker, name: str, function: str) -> None:
    """Say how one is called here, and what one does. Raises Taken, Mixed."""
    must_be_free(name, but=worker)
    worker.name, worker.function = cleaned(name), function
    worker.save(update_fields=["name", "function"])


def must_be_free(name: str, *, but: Worker | None = None) -> None:
    """Raise Taken for a name that looks like that of another who works here: case, accents, spaces
    and what nobody sees apart; Mixed.
    """
    if len(ALPHABETS & set(map(_alphabet, unicodedata.normalize("NFKC", name)))) > 1:
        raise Mixed
    others = Worker.objects.filter(is_active=True).exclude(pk=but.pk if but else None)
    told = _heard(name)
    if any(_heard(one) == told for one in others.values_list("name", flat=True)):
        raise Taken


def cleaned(name: str) -> str:
    """Return a name as it is kept: without the signs that nobody sees, one space between words."""
    seen = (one for one in name if unicodedata.category(one) != "Cf" and one not in BLANKS)
    return " ".join("".join(seen).split())


def _alphabet(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0] if sign.isalpha() else ""


def _heard(name: str) -> str:
    flat = unicodedata.normalize("NFKC", cleaned(name)).casefold()
    apart = unicodedata.normalize("NFKD", flat)
    bare = "".join(one for one in apart if unicodedata.category(one) != "Mn")
    return cleaned(bare).translate(LOOK_ALIKE)


def is_settled(worker: Worker) -> bool:
    """Tell whether others could have seen `worker` at work: for a month, or the house itself is
    younger. What decides for others waits for it, as an account is opened in a minute.
    """
    before = timezone.localdate() - SETTLED
    if worker.here_since and worker.here_since <= before:
        return True
    return not Worker.objects.filter(is_active=True, here_since__lte=before).exists()


def _is_led() -> bool:
    return Worker.objects.filter(is_active=True, is_head=True).exists()


def decides_for_house(by: Worker) -> bool:
    """Tell whether `by` decides of what opens or shuts the house to others: the direction does;
    while there is none, who accompanies in a team and is settled.
    """
    if _is_led():
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


def came() -> QuerySet[Worker]:
    """Return who accompanies, and came: who is awaited decides and keeps nothing yet."""
    return Worker.objects.accompanying().filter(invitation=None)


def may_be_heads() -> list[Worker]:
    """Return who may be the direction, by name."""
    return list(came().order_by("name", "pk"))


@transaction.atomic
def name_heads(*, by: Worker, heads: Iterable[Worker]) -> None:
    """Say who is the direction, all of them. Raises NotTheirs; LastHead for nobody in place of
    somebody.
    """
    hold_keeping(by)
    named = {one.pk for one in heads}
    if not may_name_heads(by) or named - {one.pk for one in may_be_heads()}:
        raise NotTheirs
    if not named and _is_led():
        raise LastHead
    Worker.objects.filter(is_head=True).exclude(pk__in=named).update(is_head=False)
    Worker.objects.filter(pk__in=named).update(is_head=True)


def must_be_kept(worker: Worker) -> None:
    """Raise LastOne if nobody would keep the machine without `worker`; in a transaction."""
    hold_keeping(worker)
    others = Worker.objects.filter(is_active=True, is_administrator=True).exclude(pk=worker.pk)
    if worker.is_administrator and not others.filter(invitation=None).exists():
        raise LastOne


def must_be_led(worker: Worker) -> None:
    """Raise LastHead if `worker` alone is the direction, while another may be."""
    others = [one for one in may_be_heads() if one != worker]
    if worker.is_head and others and not any(one.is_head for one in others):
        raise LastHead
