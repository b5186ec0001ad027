"""Getting back in without e-mail: two colleagues, who saw or heard who asks, vouch for them.

The asking browser holds a secret (`half`) of which the house keeps digests; the code that is said
by voice comes from it. An unknown name is answered as any other, and nobody can vouch for it.
"""

import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from dossier.accounts import passphrases, sittings, spoken
from dossier.accounts.digests import digest
from dossier.accounts.models import Invitation, Known, Proof, RecoveryCode, Rescue, Voucher
from dossier.accounts.people import is_settled
from dossier.establishment.models import Worker

LASTS = timedelta(hours=1)
KEPT = timedelta(days=90)
NEEDED = 2


class NoSuchCode(Exception):
    """A code that nobody was given, or too long ago, or somebody for whom one may not vouch."""


class NotVouchedFor(Exception):
    """Two colleagues have not vouched, or the hour is over."""


@transaction.atomic
def ask(*, login: str) -> str:
    """Return the secret of a browser whose worker cannot log in any more."""
    now = timezone.now()
    Rescue.objects.filter(until__lte=now, done_at=None).delete()
    Rescue.objects.filter(done_at__lte=now - KEPT).delete()
    half = _new_half()
    Rescue.objects.create(
        worker=Worker.objects.filter(login=login.strip().lower(), is_active=True).first(),
        code=_code(spoken.code(half)),
        browser=_browser(half),
        until=(now + LASTS).replace(second=0, microsecond=0),
    )
    return half


def _new_half() -> str:
    while True:
        half = secrets.token_urlsafe(32)
        if not Rescue.objects.filter(code=_code(spoken.code(half))).exists():
            return half


def asked(half: str) -> Rescue | None:
    """Return what the browser that holds `half` asked, while it is open."""
    return _open().filter(browser=_browser(half)).first() if half else None


def give_up(half: str) -> None:
    """Forget what a browser asked."""
    _open().filter(browser=_browser(half)).delete()


def may_vouch(by: Worker, worker: Worker) -> bool:
    """Tell whether `by` knows `worker` well enough: of a team of theirs, or of the direction; any
    team for who has none. Never who keeps the machine, nor oneself, nor who has just come.
    """
    if not by.accompanies or by.pk == worker.pk or not worker.is_active or not is_settled(by):
        return False
    if by.is_head:
        return True
    theirs, own = (set(one.groups.values_list("pk", flat=True)) for one in (worker, by))
    return bool(own & theirs) if theirs else bool(own)


def find(*, by: Worker, code: str) -> Rescue:
    """Return the rescue whose code `by` was told; NoSuchCode if there is none for them."""
    told = _open().filter(code=_code(spoken.heard(code))).select_related("worker").first()
    if not told or not told.worker or not may_vouch(by, told.worker):
        raise NoSuchCode
    return told


@transaction.atomic
def vouch(*, by: Worker, code: str) -> Rescue:
    """Note that `by` saw or heard who asks; twice is once."""
    rescue = find(by=by, code=code)
    now = timezone.now().replace(second=0, microsecond=0)
    Voucher.objects.get_or_create(rescue=rescue, by=by, defaults={"at": now})
    return rescue


def vouchers(rescue: Rescue) -> list[Worker]:
    """Return who vouched, and still may."""
    if not rescue.worker:
        return []
    told = [one.by for one in rescue.vouchers.select_related("by").order_by("pk")]
    return [by for by in told if may_vouch(by, rescue.worker)]


@transaction.atomic
def finish(*, half: str, passphrase: str) -> Worker:
    """Give the worker a new passphrase, and take off all that another may hold: second proofs,
    codes on paper, PINs, sessions, other rescues. Raises NotVouchedFor, passphrases.Refused.
    """
    rescue = _open().select_for_update().filter(browser=_browser(half)).first()
    if not rescue or len(vouchers(rescue)) < NEEDED:
        raise NotVouchedFor
    worker = rescue.worker
    passphrases.must_be_good(passphrase, worker)
    worker.set_password(passphrase)
    worker.save(update_fields=["password"])
    for table in (Proof, RecoveryCode, Invitation):
        table.objects.filter(worker=worker).delete()
    Known.objects.filter(worker=worker).update(pin="", missed=0)
    sittings.end_all(worker)
    rescue.done_at = timezone.now().replace(second=0, microsecond=0)
    rescue.save(update_fields=["done_at"])
    drop(worker)
    return worker


def drop(worker: Worker) -> None:
    """Forget the open rescues of who has just logged in: they need none, and asked none."""
    Rescue.objects.filter(worker=worker, done_at=None).delete()


def unread(worker: Worker) -> QuerySet[Rescue]:
    """Return the rescues of `worker` that were done, of which they have not said they know."""
    return done(worker).filter(read_at=None)


def done(worker: Worker) -> QuerySet[Rescue]:
    """Return the rescues of `worker` of the last months, said to be known or not: who came in so
    may not be the worker.
    """
    since = timezone.now() - KEPT
    told = Rescue.objects.filter(worker=worker, done_at__gt=since)
    return told.prefetch_related("vouchers__by").order_by("done_at")


def read(worker: Worker) -> None:
    """Note that the worker knows."""
    unread(worker).update(read_at=timezone.now().replace(second=0, microsecond=0))


def _open() -> QuerySet[Rescue]:
    return Rescue.objects.filter(done_at=None, until__gt=timezone.now())


def _code(said: str) -> str:
    return digest("rescue-code", said)


def _browser(half: str) -> str:
    return digest("rescue-browser", half)
