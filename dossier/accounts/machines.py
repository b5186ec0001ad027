"""Machines people log in from, and the PIN that opens a locked one again."""

import re
import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dossier.accounts.digests import digest
from dossier.accounts.models import Known, Machine
from dossier.accounts.passphrases import Refused
from dossier.establishment.models import Worker

TRIES = 5


def of(token: str) -> Machine | None:
    """Return the machine whose cookie this is."""
    return Machine.objects.filter(digest=_digest(token)).first() if token else None


@transaction.atomic
def know(*, worker: Worker, token: str) -> tuple[Known, str]:
    """Remember that `worker` logged in from the machine whose cookie this is, a new one when there
    is none; return it with the cookie to give.
    """
    machine = of(token)
    if not machine:
        token = secrets.token_urlsafe(32)
        machine = Machine.objects.create(digest=_digest(token), added_on=timezone.localdate())
    known, _ = Known.objects.update_or_create(
        worker=worker, machine=machine, defaults={"missed": 0}
    )
    return known, token


def known(worker: Worker, token: str) -> Known | None:
    """Return what is remembered of `worker` on a machine."""
    if not token:
        return None
    asked = Known.objects.filter(worker=worker, machine__digest=_digest(token))
    return asked.select_related("machine", "worker").first()


def share(*, machine: Machine, is_shared: bool, name: str = "") -> None:
    """Say whether several people use a machine; one that is not shared has no PIN any more."""
    machine.is_shared, machine.name = is_shared, name
    machine.save(update_fields=["is_shared", "name"])
    if not is_shared:
        Known.objects.filter(machine=machine).update(pin="")


def check_pin(pin: str) -> None:
    """Raise Refused, with what to say, for a PIN that is not one, or that all would try first."""
    if not re.fullmatch("[0-9]{4,8}", pin):
        raise Refused("Il faut de quatre à huit chiffres.")
    steps = {(int(two) - int(one)) % 10 for one, two in zip(pin, pin[1:], strict=False)}
    if steps in ({0}, {1}, {9}):
        raise Refused("Ces chiffres se devinent tout de suite : mélangez-les.")


def set_pin(*, known: Known, pin: str) -> None:
    """Keep the PIN of a worker for one machine, hashed; Refused for one that is too easy."""
    check_pin(pin)
    known.pin, known.missed = make_password(pin), 0
    known.save(update_fields=["pin", "missed"])


def opens(*, known: Known, secret: str) -> bool:
    """Tell whether this is the PIN, or the passphrase when there is none; a wrong one counts.

    The try is counted before it is looked at: many at once do not pass for one.
    """
    counted = Known.objects.filter(pk=known.pk, missed__lt=TRIES).update(missed=F("missed") + 1)
    if not counted:
        return False
    right = check_password(secret, known.pin) if known.pin else known.worker.check_password(secret)
    if right:
        Known.objects.filter(pk=known.pk).update(missed=0)
    return right


def left(known: Known) -> int:
    """Return how many tries are left."""
    known.refresh_from_db(fields=["missed"])
    return max(TRIES - known.missed, 0)


def _digest(token: str) -> str:
    return digest("machine", token)
