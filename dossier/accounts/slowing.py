"""Tries that fail, slowed: some for free, then a wait that doubles; an hour later, forgotten.

A key is a tuple of words saying what is tried and from where: `("passphrase", login, address)`.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dossier.accounts.digests import digest
from dossier.accounts.models import Failure

FREE = 5
FIRST, MOST = timedelta(seconds=30), timedelta(minutes=15)
FORGOTTEN = timedelta(hours=1)
ROOM = 10_000  # keys remembered at most: who tries many names does not fill the disk


def delay(count: int) -> timedelta:
    """Return how long to wait after the `count`-th miss in a row."""
    if count <= FREE:
        return timedelta(0)
    return min(FIRST * 2 ** min(count - FREE - 1, 10), MOST)


def wait(key: tuple[str, ...]) -> timedelta | None:
    """Return how long is left before another try, or None when one may try now."""
    failure = Failure.objects.filter(digest=_digest(key)).first()
    if not failure:
        return None
    # A clock put back must not lock anybody out for longer than the wait itself.
    passed = max(timezone.now() - failure.at, timedelta(0))
    left = delay(failure.count) - passed
    return left if passed < FORGOTTEN and left > timedelta(0) else None


@transaction.atomic
def missed(key: tuple[str, ...]) -> None:
    """Remember a try that failed."""
    now = timezone.now()
    Failure.objects.filter(at__lte=now - FORGOTTEN).delete()
    failure, is_new = Failure.objects.get_or_create(digest=_digest(key), defaults={"at": now})
    Failure.objects.filter(pk=failure.pk).update(count=F("count") + 1, at=now)
    if is_new and (over := Failure.objects.count() - ROOM) > 0:
        least = Failure.objects.exclude(pk=failure.pk).order_by("count", "at")
        Failure.objects.filter(pk__in=list(least.values_list("pk", flat=True)[:over])).delete()


def take_back(key: tuple[str, ...]) -> None:
    """Take back a try that was counted before it was looked at, and that was right; the misses
    before it stay.
    """
    Failure.objects.filter(digest=_digest(key)).update(count=F("count") - 1)
    Failure.objects.filter(digest=_digest(key), count__lte=0).delete()


def forget(key: tuple[str, ...]) -> None:
    """Forget the misses: the right one came."""
    Failure.objects.filter(digest=_digest(key)).delete()


def told(left: timedelta) -> str:
    """Return what to say to who must wait."""
    if left <= FIRST:
        return "Attendez une demi-minute, puis essayez encore."
    minutes = -(-left // timedelta(minutes=1))
    return f"Attendez {f'{minutes} minutes' if minutes > 1 else 'une minute'}, puis essayez encore."


def _digest(key: tuple[str, ...]) -> str:
    return digest("slowing", *key)
