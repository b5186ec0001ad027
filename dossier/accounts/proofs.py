"""Acts on second proofs: an application that gives six digits, codes on paper."""

import secrets

from django.db import transaction
from django.utils import timezone

from dossier.accounts import totp
from dossier.accounts.digests import digest
from dossier.accounts.models import Proof, RecoveryCode
from dossier.establishment.models import Worker

CODES = 10
# No letter that looks like another, nor like a digit: 20 signs, ten of them are 43 bits.
LETTERS = "abcdefghjkmnpqrtuvwx"


class WrongCode(Exception):
    """Not the right digits, or digits that have served."""


def has_one(worker: Worker) -> bool:
    """Tell whether `worker` has a second proof."""
    return Proof.objects.filter(worker=worker).exists()


def add_totp(*, worker: Worker, secret: str, code: str, name: str = "") -> Proof:
    """Add an application, once the code it shows is right; WrongCode otherwise."""
    now = timezone.now()
    if (step := totp.step_of(secret, code, at=now)) is None:
        raise WrongCode
    return Proof.objects.create(
        worker=worker,
        sort=Proof.Sort.TOTP,
        name=name,
        secret=secret,
        step=step,
        added_on=timezone.localdate(),
    )


def serves(*, worker: Worker, code: str) -> bool:
    """Tell whether `code` is one of six digits, or on paper, of `worker`; it has served then."""
    return _serves_digits(worker, code) or _serves_paper(worker, code)


def _serves_digits(worker: Worker, code: str) -> bool:
    now = timezone.now()
    for proof in Proof.objects.filter(worker=worker, sort=Proof.Sort.TOTP):
        step = totp.step_of(proof.secret, code, at=now, after=proof.step)
        # Two who send the same code at once: the row lets one of them pass.
        if step and Proof.objects.filter(pk=proof.pk, step__lt=step).update(step=step):
            return True
    return False


def _serves_paper(worker: Worker, code: str) -> bool:
    told = "".join(sign for sign in code.lower() if sign in LETTERS)
    kept = RecoveryCode.objects.filter(worker=worker, digest=_paper(worker, told))
    return bool(kept.delete()[0])


@transaction.atomic
def make_codes(*, worker: Worker) -> list[str]:
    """Return ten new codes for paper, said this once; the former ones serve no more."""
    RecoveryCode.objects.filter(worker=worker).delete()
    codes = ["".join(secrets.choice(LETTERS) for _ in range(10)) for _ in range(CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(worker=worker, digest=_paper(worker, code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def codes_left(worker: Worker) -> int:
    """Return how many codes on paper are left, for `worker` to know."""
    return RecoveryCode.objects.filter(worker=worker).count()


def rename(*, proof: Proof, name: str) -> None:
    """Call a proof otherwise."""
    proof.name = name
    proof.save(update_fields=["name"])


@transaction.atomic
def remove(*, proof: Proof) -> None:
    """Take a proof off; with the last one go the codes on paper, which stand for it."""
    worker = proof.worker
    proof.delete()
    if not has_one(worker):
        RecoveryCode.objects.filter(worker=worker).delete()


def _paper(worker: Worker, code: str) -> str:
    return digest("paper", str(worker.pk), code)
