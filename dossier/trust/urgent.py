"""Opening a dossier at once (*en urgence*): a name, a reason, a day; who keeps it sees it.

Nobody is asked, nothing is sent. No name is ever suggested, and misses are slowed, so that the
names of those who live here are not found by trying (decision 0021).
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from dossier.accounts import slowing
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import french
from dossier.notebooks.actions import give, must_keep
from dossier.notebooks.models import READ, NotAllowed, Notebook, Urgent
from dossier.persons.models import Dossier
from dossier.persons.rules import read_birth
from dossier.rights.actions import terms


class NoReason(ValueError):
    """A word why is what opens."""


class Nobody(Exception):
    """Nobody here bears this name, or it does not open so."""


class Several(Exception):
    """Several bear this name: a civil name or a birth tells them apart."""


class Slowed(Exception):
    """Too many names that nobody bears, lately; one may try again once `left` is over."""

    def __init__(self, left: timedelta) -> None:
        super().__init__(left)
        self.left = left


@dataclass(frozen=True)
class Opened:
    """Where one was led: the notebook, and what was opened, None for who reads it already."""

    notebook: Notebook
    urgent: Urgent | None


def _birth_is(dossier: Dossier, told: str) -> bool:
    person, born = dossier.person, read_birth(told)
    if person.birth and french.fold_all(person.birth) == french.fold_all(told):
        return True
    if not born or not (person.born_from and person.born_until):
        return False
    return born[0] <= person.born_from and person.born_until <= born[1]


def _names(dossier: Dossier) -> set[str]:
    person = dossier.person
    return {french.fold_all(person.called), french.fold_all(person.civil_name)}


def _bearing(name: str, more: str) -> list[Dossier]:
    """Return the dossiers in use whose person is called so, or bears this civil name; with `more`,
    those alone that it tells apart.
    """
    asked, told = french.fold_all(name), french.fold_all(more)
    if not asked:
        return []
    rows = Dossier.objects.filter(archive=None).select_related("person", "notebook")
    found = [one for one in rows if asked in _names(one)]
    if not told:
        return found
    return [one for one in found if told in _names(one) or _birth_is(one, more)]


def may_open(by: Worker) -> bool:
    """Tell whether `by` opens at once: who accompanies, once welcomed in a team."""
    return by.accompanies and by.speaks_for_house


def lasts() -> str:
    """Return for how long, in words: "1 jour"."""
    return terms().of("urgent", timezone.localdate()).said


def open_at_once(*, by: Worker, name: str, reason: str, more: str = "") -> Opened:
    """Open to `by`, to be read, the dossier of the person called `name`, or whose civil name it is
    (accents and case ignored), for as long as the house says (`rights.terms`, "urgent").

    `more` (civil name, or birth) tells apart those who bear the same. Nothing is opened, nor noted,
    for who reads it already. Raises NotAllowed for who is of no team nor the direction, NoReason,
    Slowed, Nobody, Several.
    """
    if not may_open(by):
        raise NotAllowed
    if not reason.strip():
        raise NoReason
    key = ("urgent", str(by.pk))
    if left := slowing.wait(key):
        raise Slowed(left)
    slowing.missed(key)
    found = _bearing(name, more)
    if len(found) != 1:
        raise Several if found else Nobody
    slowing.take_back(key)
    return _open(by, found[0].notebook, reason.strip()[:500])


@transaction.atomic
def _open(by: Worker, notebook: Notebook, reason: str) -> Opened:
    Notebook.objects.select_for_update().get(pk=notebook.pk)
    if Notebook.objects.visible_to(by).filter(pk=notebook.pk).exists():
        return Opened(notebook, None)
    now = timezone.now()
    today = timezone.localdate()
    until = now + (terms().after("urgent", today) - today)
    given = {"reason": reason, "until": until}
    give(by=by, notebook=notebook, to=by, level=READ, **given)
    at = now.replace(second=0, microsecond=0)
    urgent = Urgent.objects.create(notebook=notebook, worker=by, at=at, **given)
    record(by=by, notebook=notebook, act=Entry.Act.URGENT)
    return Opened(notebook, urgent)


def waiting_for(worker: Worker) -> QuerySet[Urgent]:
    """Return what was opened at once where `worker` keeps, and that nobody said they saw."""
    kept = Notebook.objects.kept_by(worker)
    return Urgent.objects.filter(notebook__in=kept, seen_by=None).select_related(
        "notebook", "worker"
    )


def not_seen(notebook: Notebook) -> QuerySet[Urgent]:
    """Return what was opened at once in a notebook, and that nobody who keeps it said they saw."""
    return Urgent.objects.filter(notebook=notebook, seen_by=None).select_related("worker")


@transaction.atomic
def say_seen(*, by: Worker, urgent: Urgent) -> None:
    """Note that one who keeps the notebook has seen that it was opened; the first one is kept.
    Raises NotAllowed to others.
    """
    must_keep(by, urgent.notebook)
    Urgent.objects.filter(pk=urgent.pk, seen_by=None).update(seen_by=by)


def told_of(notebook: Notebook) -> QuerySet[Urgent]:
    """Return what was opened at once in a notebook, for as long as the journal is kept."""
    since = terms().before("journal", timezone.localdate())
    told = Urgent.objects.filter(notebook=notebook, at__date__gte=since)
    return told.select_related("worker", "seen_by")
