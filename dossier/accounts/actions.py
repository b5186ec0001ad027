"""Acts on one's own passphrase, and on the doors of the house."""

from dataclasses import asdict

from django.db import transaction

from dossier.accounts import passphrases, sittings
from dossier.accounts.rules import Doors
from dossier.establishment.house import forget
from dossier.establishment.models import Establishment, Worker


class MayNotSetDoors(Exception):
    """Only who speaks for the house says how one comes in."""


@transaction.atomic
def change_passphrase(*, worker: Worker, passphrase: str, session: str) -> None:
    """Give `worker` the passphrase they chose; their sessions end, but the one whose key is
    `session`. Raises passphrases.Refused for one that is too easy.
    """
    passphrases.must_be_good(passphrase, worker)
    worker.set_password(passphrase)
    worker.save(update_fields=["password"])
    sittings.end_all(worker, but=session)


@transaction.atomic
def set_doors(*, by: Worker, doors: Doors) -> None:
    """Say who is asked a second proof, and when a shared machine locks itself."""
    if not by.speaks_for_house:
        raise MayNotSetDoors
    house, _ = Establishment.objects.select_for_update().get_or_create(pk=1, defaults={"name": ""})
    house.doors = house.doors | asdict(doors)
    house.save(update_fields=["doors"])
    forget()
