"""Coming for the first time: a code on paper, said once, that lets one choose their passphrase."""

import secrets
import unicodedata
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from dossier.accounts import passphrases
from dossier.accounts.digests import digest
from dossier.accounts.models import Invitation
from dossier.accounts.proofs import LETTERS
from dossier.establishment.models import Worker

LENGTH, GROUP = 20, 5  # letters of twenty: 86 bits
LASTS = timedelta(days=7)


class NoInvitation(Exception):
    """No such name, another code, or one that is over: nobody is told which."""


class AlreadyCame(Exception):
    """They chose their passphrase: nobody else makes them a code any more."""


def is_awaited(worker: Worker) -> bool:
    """Tell whether `worker` has not come yet: who holds their code could be somebody else."""
    return Invitation.objects.filter(worker=worker).exists()


def await_(*, by: Worker, worker: Worker) -> None:
    """Note that a new worker has not come yet; no code opens before `invite` makes one."""
    Invitation.objects.create(worker=worker, digest="", until=timezone.now(), by=by)


@transaction.atomic
def invite(*, by: Worker, worker: Worker) -> str:
    """Return a code for a worker who never came, said this once; the former serves no more.

    Raises AlreadyCame once they chose their passphrase.
    """
    invitation = Invitation.objects.select_for_update().filter(worker=worker).first()
    if not invitation or worker.has_usable_password() or not worker.is_active:
        raise AlreadyCame
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    invitation.digest, invitation.by = _code(worker, code), by
    invitation.until = (timezone.now() + LASTS).replace(second=0, microsecond=0)
    invitation.save()
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def invited(*, login: str, code: str) -> Worker:
    """Return who is awaited under this name and code, in time; NoInvitation otherwise."""
    worker = Worker.objects.filter(login=login.strip().lower(), is_active=True).first()
    asked = Invitation.objects.filter(worker=worker, until__gt=timezone.now()).first()
    # What is compared for nobody takes as long.
    kept = asked.digest if asked else ""
    if not constant_time_compare(_code(worker or Worker(pk=0), code), kept or "-" * 64):
        raise NoInvitation
    return worker


@transaction.atomic
def come(*, login: str, code: str, passphrase: str) -> Worker:
    """Give a new worker the passphrase they chose; the code has served.

    Raises NoInvitation, passphrases.Refused.
    """
    worker = invited(login=login, code=code)
    passphrases.must_be_good(passphrase, worker)
    if not Invitation.objects.filter(worker=worker, digest=_code(worker, code)).delete()[0]:
        raise NoInvitation  # it has just served
    worker.set_password(passphrase)
    worker.save(update_fields=["password"])
    return worker


def _code(worker: Worker, typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).lower()
    told = "".join(sign for sign in plain if sign.isalnum())
    return digest("invitation", str(worker.pk), told)
