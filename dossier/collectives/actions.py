"""Acts on collectives: open one, describe it, say who belongs to it or to a project."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from dossier.collectives.models import Collective, Membership
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import must_write, open_notebook, rename
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person

JOINED = {Notebook.Kind.COLLECTIVE, Notebook.Kind.PROJECT, Notebook.Kind.CAUSE}
FEW_IN_A_CAUSE = 5


class AlreadyThere(Exception):
    """Somebody is named there already."""


@transaction.atomic
def open_collective(
    *,
    by: Worker,
    name: str,
    sort: str = "",
    word: str = "",
    teams: Iterable[Group] = (),
    kind: str = Notebook.Kind.COLLECTIVE,
) -> Collective:
    """Open the notebook of a collective or of a cause; a name is enough. `by` keeps it."""
    notebook = open_notebook(by=by, kind=kind, title=name, teams=teams)
    return Collective.objects.create(name=name, sort=sort, word=word, notebook=notebook)


@transaction.atomic
def describe(
    *, by: Worker, collective: Collective, name: str, sort: str = "", word: str = ""
) -> None:
    """Say what the collective is; the notebook takes the name."""
    must_write(by, collective.notebook)
    collective.name, collective.sort, collective.word = name, sort, word
    collective.save()
    rename(collective.notebook, name)
    record(by=by, notebook=collective.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def join(
    *,
    by: Worker,
    notebook: Notebook,
    person: Person | None = None,
    collective: Collective | None = None,
    words: str = "",
    count: int | None = None,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Membership:
    """Say who is in the collective, project or cause of `notebook`: a person, another collective,
    or words ("une dizaine de jeunes") and maybe a number.

    A name is shown to who may read both. Raises NotAllowed unless `by` writes there; AlreadyThere
    for somebody named there already, whose end is not said or to come; ValueError
    for whom `by` may not read, for nobody, for the notebook itself, for somebody named in a cause
    (who reads it must not learn whose it is), for fewer than FEW_IN_A_CAUSE counted there, and for
    a dossier, which is its person's.
    """
    must_write(by, notebook)
    if notebook.kind not in JOINED:
        raise ValueError("nobody joins such a notebook")
    if not person and not collective and not words.strip():
        raise ValueError("a membership says who")
    membership = Membership(
        notebook=notebook,
        person=person,
        collective=collective,
        words=words,
        count=count,
        from_on=from_on,
        until_on=until_on,
    )
    if named := membership.named:
        if notebook.kind == Notebook.Kind.CAUSE or named == notebook:
            raise ValueError("nobody is named there")
        if not Notebook.objects.visible_to(by).filter(pk=named.pk).exists():
            raise ValueError("somebody whose notebook the worker may not read")
        same = notebook.memberships.filter(person=person, collective=collective)
        if any(one.is_present for one in same):
            raise AlreadyThere
    _refuse_few(membership)
    membership.save()
    record(by=by, notebook=notebook, act=Entry.Act.DESCRIBED)
    return membership


def _refuse_few(membership: Membership) -> None:
    is_few = membership.count is not None and membership.count < FEW_IN_A_CAUSE
    if is_few and membership.notebook.kind == Notebook.Kind.CAUSE:
        raise ValueError("so few are not counted there")


@transaction.atomic
def leave(*, by: Worker, membership: Membership, until_on: date) -> None:
    """Say when a member left; the line stays."""
    must_write(by, membership.notebook)
    membership.until_on = until_on
    membership.save(update_fields=["until_on"])
    record(by=by, notebook=membership.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def change_membership(*, by: Worker, membership: Membership, **told: Any) -> None:
    """Say otherwise who or how many, from when and until when; who is named stays who it is.

    Raises NotAllowed unless `by` writes there; ValueError for nobody, and as `join` for few.
    """
    must_write(by, membership.notebook)
    for name in ("words", "count", "from_on", "until_on"):
        setattr(membership, name, told.get(name, getattr(membership, name)))
    if not membership.named and not membership.words.strip():
        raise ValueError("a membership says who")
    _refuse_few(membership)
    membership.save()
    record(by=by, notebook=membership.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def drop_membership(*, by: Worker, membership: Membership) -> None:
    """Take off a line noted by mistake; who does it for somebody keeps its words first."""
    must_write(by, membership.notebook)
    membership.delete()
    record(by=by, notebook=membership.notebook, act=Entry.Act.DESCRIBED)
