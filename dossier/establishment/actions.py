"""Acts on those who work in the house."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Establishment, Team, Worker


def name_establishment(*, name: str, address: str = "", presentation: str = "") -> Establishment:
    """Give the house its name (one row, replaced)."""
    house, _ = Establishment.objects.update_or_create(
        pk=1, defaults={"name": name, "address": address, "presentation": presentation}
    )
    return house


@transaction.atomic
def welcome(
    *,
    login: str,
    name: str,
    passphrase: str | None,
    function: str = "",
    teams: tuple[Team | Group, ...] = (),
    is_administrator: bool = False,
) -> Worker:
    """Open an account for a worker; without a passphrase, nobody can log in with it."""
    worker = Worker(login=login, name=name, function=function, is_administrator=is_administrator)
    worker.set_password(passphrase)
    worker.full_clean()
    worker.save()
    worker.groups.set([team.pk for team in teams])
    return worker


@transaction.atomic
def farewell(*, worker: Worker) -> None:
    """Close the account of somebody who leaves: they can log in no more, and belong to no team."""
    worker.is_active = False
    worker.set_unusable_password()
    worker.save(update_fields=["is_active", "password"])
    worker.groups.clear()


def arrive(*, worker: Worker) -> None:
    """Move the bookmark to the visit before this one; called at log-in.

    Kept to the half-hour, rounded down: what is new is never missed, and no minute is known.
    """
    now = timezone.now()
    half_hour = now - timedelta(
        minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond
    )
    if worker.came_at != half_hour:
        worker.bookmark_at = worker.came_at
        worker.came_at = half_hour
        worker.save(update_fields=["bookmark_at", "came_at"])


def place_bookmark(*, worker: Worker) -> None:
    """Put the bookmark at this instant: everything until now has been read."""
    worker.bookmark_at = timezone.now().replace(second=0, microsecond=0)
    worker.save(update_fields=["bookmark_at"])
