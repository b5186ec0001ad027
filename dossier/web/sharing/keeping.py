"""Who keeps a notebook, as one says it in a sentence."""

from collections.abc import Iterable

from dossier.establishment.house import said
from dossier.establishment.words import listed
from dossier.notebooks.models import KEEP, Reader, WorkerGrant


def keepers(readers: Iterable[Reader]) -> str:
    """Return who keeps: "Samira, Karim et l’équipe Foyer"."""
    return listed(_name(one) for one in readers if one.level == KEEP)


def _name(one: Reader) -> str:
    if isinstance(one.grant, WorkerGrant):
        return one.who
    return said("{equipe.le} {name}", name=one.grant.group.name)
