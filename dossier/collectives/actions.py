"""Acts on collectives: open one, describe it, say who belongs to it or to a project."""

from collections.abc import Iterable
from datetime import date

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

    A name is shown to who may read both. Raises NotAllowed unless `by` writes there; ValueError
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
    if notebook.kind == Notebook.Kind.CAUSE and count is not None and count < FEW_IN_A_CAUSE:
        raise ValueError("so few are not counted there")
    membership.save()
    record(by=by, notebook=notebook, act=Entry.Act.DESCRIBED)
    return membership


@transaction.atomic
def leave(*, by: Worker, membership: Membership, until_on: date) -> None:
    """Say when a member left; the line stays."""
    must_write(by, membership.notebook)
    membership.until_on = until_on
    membership.save(update_fields=["until_on"])
    record(by=by, notebook=membership.notebook, act=Entry.Act.DESCRIBED)
