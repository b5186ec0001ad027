"""Acts on collectives: open one, describe it, say who belongs."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from dossier.collectives.models import Collective, Membership
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import NotAllowed, open_notebook
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person


@transaction.atomic
def open_collective(
    *, by: Worker, name: str, sort: str = "", word: str = "", teams: Iterable[Group] = ()
) -> Collective:
    """Open the notebook of a collective; a name is enough. `by` keeps it."""
    notebook = open_notebook(by=by, kind=Notebook.Kind.COLLECTIVE, title=name, teams=teams)
    return Collective.objects.create(name=name, sort=sort, word=word, notebook=notebook)


def _must_write(by: Worker, collective: Collective) -> None:
    if not Notebook.objects.writable_by(by).filter(pk=collective.notebook_id).exists():
        raise NotAllowed


@transaction.atomic
def describe(
    *, by: Worker, collective: Collective, name: str, sort: str = "", word: str = ""
) -> None:
    """Say what the collective is; the notebook takes the name."""
    _must_write(by, collective)
    collective.name, collective.sort, collective.word = name, sort, word
    collective.save()
    collective.notebook.title = name
    collective.notebook.save(update_fields=["title"])
    record(by=by, notebook=collective.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def join(
    *,
    by: Worker,
    collective: Collective,
    person: Person | None = None,
    words: str = "",
    count: int | None = None,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Membership:
    """Add a member: a person, or words ("une dizaine de jeunes") and maybe a number.

    The readers of the collective will read the person's name: ValueError unless `by` may
    read her dossier, or when neither a person nor words are given.
    """
    _must_write(by, collective)
    if person and not Notebook.objects.visible_to(by).filter(dossier__person=person).exists():
        raise ValueError("a person whose notebook the worker may not read")
    if not person and not words.strip():
        raise ValueError("a membership says who")
    membership = Membership.objects.create(
        collective=collective,
        person=person,
        words=words,
        count=count,
        from_on=from_on,
        until_on=until_on,
    )
    record(by=by, notebook=collective.notebook, act=Entry.Act.DESCRIBED)
    return membership


@transaction.atomic
def leave(*, by: Worker, membership: Membership, until_on: date) -> None:
    """Say when a member left; the line stays."""
    _must_write(by, membership.collective)
    membership.until_on = until_on
    membership.save(update_fields=["until_on"])
    record(by=by, notebook=membership.collective.notebook, act=Entry.Act.DESCRIBED)
