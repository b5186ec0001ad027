"""The heaps one may keep things in: that of each team one belongs to, and one's own."""

from typing import NamedTuple

from django.http import Http404

from dossier.establishment.house import said
from dossier.establishment.models import Team, Worker
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Notebook

OWN = "tas-0"
OF_TEAM = "{bricabrac.singulier} {equipe.du} {name}"
TEAM = "{equipe:tout,toute} {equipe.le} {name}"


class Heap(NamedTuple):
    """A heap: the value of a choice, what it is called, who may read what is kept there."""

    value: str
    name: str
    readers: str


def heaps(worker: Worker) -> list[Heap]:
    """Return the heaps of `worker`: their teams', then their own; one query."""
    teams = worker.groups.order_by("name").values_list("pk", "name")
    found = [
        Heap(f"tas-{pk}", said(OF_TEAM, name=name), said(TEAM, name=name)) for pk, name in teams
    ]
    return [*found, Heap(OWN, said("{bricabrac.mon}"), "moi, et c’est tout")]


def heap_named(worker: Worker, value: str) -> Team | None:
    """Return the team whose heap `value` names, None for the worker's own or, without a name,
    for the first of their heaps. Http404 for the heap of another team.
    """
    offered = heaps(worker)
    value = value or offered[0].value
    if value == OWN:
        return None
    if value not in {heap.value for heap in offered}:
        raise Http404
    return Team.objects.get(pk=value.removeprefix("tas-"))


def heap(worker: Worker, value: str) -> Notebook:
    """Return the heap that `value` names, as `heap_named` says, opened if it is not yet."""
    return bricabrac(by=worker, team=heap_named(worker, value))
