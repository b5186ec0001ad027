"""Acts on dossiers: open one, describe who it is about, note a stay or a tie."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from dossier.establishment.models import Team, Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import NotAllowed, must_write, open_notebook, rename
from dossier.notebooks.models import Notebook
from dossier.persons import rules
from dossier.persons.models import Dossier, Person, Relation, Stay


def _fill(person: Person, *, called: str, civil_name: str, birth: str, word: str) -> None:
    born = rules.read_birth(birth)
    person.called, person.civil_name, person.birth, person.word = called, civil_name, birth, word
    person.born_from, person.born_until = born or (None, None)


@transaction.atomic
def open_dossier(
    *,
    by: Worker,
    called: str,
    civil_name: str = "",
    birth: str = "",
    word: str = "",
    teams: Iterable[Group] = (),
) -> Dossier:
    """Open a dossier for a person; how she wants to be called is enough. `by` keeps it."""
    person = Person()
    _fill(person, called=called, civil_name=civil_name, birth=birth, word=word)
    person.save()
    notebook = open_notebook(by=by, kind=Notebook.Kind.DOSSIER, title=called, teams=teams)
    return Dossier.objects.create(person=person, notebook=notebook)


@transaction.atomic
def describe(
    *,
    by: Worker,
    dossier: Dossier,
    called: str,
    civil_name: str = "",
    birth: str = "",
    word: str = "",
) -> None:
    """Say who the person is; the notebook takes the name. NotAllowed unless `by` writes there."""
    must_write(by, dossier.notebook)
    _fill(dossier.person, called=called, civil_name=civil_name, birth=birth, word=word)
    dossier.person.save()
    rename(dossier.notebook, called)
    record(by=by, notebook=dossier.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def note_stay(
    *,
    by: Worker,
    dossier: Dossier,
    stay: Stay | None = None,
    team: Team | None = None,
    service: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    word: str = "",
) -> Stay:
    """Note a stay, or change `stay`; stays may overlap, come back, and have no known date."""
    must_write(by, dossier.notebook)
    stay = stay or Stay(dossier=dossier)
    if stay.dossier_id != dossier.pk:
        raise NotAllowed
    stay.team, stay.service, stay.word = team, service, word
    stay.from_on, stay.until_on = from_on, until_on
    stay.save()
    record(by=by, notebook=dossier.notebook, act=Entry.Act.DESCRIBED)
    return stay


@transaction.atomic
def note_relation(
    *,
    by: Worker,
    notebook: Notebook,
    name: str,
    tie: str = "",
    word: str = "",
    relation: Relation | None = None,
) -> Relation:
    """Note somebody around a person, a collective or a project, or change `relation`; a name is
    enough. NotAllowed unless `by` writes in its notebook.
    """
    must_write(by, notebook)
    relation = relation or Relation(notebook=notebook)
    if relation.notebook_id != notebook.pk:
        raise NotAllowed
    relation.name, relation.tie, relation.word = name, tie, word
    relation.save()
    record(by=by, notebook=notebook, act=Entry.Act.DESCRIBED)
    return relation
