"""Acts on one's own passphrase, and on the doors of the house."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from dossier.accounts import passphrases, sittings
from dossier.accounts.people import decides_for_house
from dossier.accounts.rules import Doors
from dossier.establishment.house import forget, house
from dossier.establishment.models import Establishment, Worker


class MayNotSetDoors(Exception):
    """Only who decides for the house says how one comes in."""


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
    """Say who is asked a second proof, and when a shared machine locks itself; who said so is kept
    with it. Raises MayNotSetDoors unless `by` decides for the house (`people.decides_for_house`).
    """
    if not decides_for_house(by):
        raise MayNotSetDoors
    here, _ = Establishment.objects.select_for_update().get_or_create(pk=1, defaults={"name": ""})
    here.doors = here.doors | asdict(doors) | {"by": by.pk, "on": str(timezone.localdate())}
    here.save(update_fields=["doors"])
    forget()


@dataclass(frozen=True)
class SetBy:
    """Who said last how one comes in, and when."""

    by: Worker
    on: date


def set_by() -> SetBy | None:
    """Return who said last how one comes in; None for the doors the software comes with."""
    told = house().doors
    worker = Worker.objects.filter(pk=told.get("by")).first()
    return SetBy(worker, date.fromisoformat(told["on"])) if worker else None
