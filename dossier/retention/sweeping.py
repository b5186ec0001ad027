"""Where the name of somebody stands in what stays: found in every table, told, then replaced.

Nothing is replaced that may be somebody else's name: it is a doubt, told as such, and a human says.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from typing import Any

from django.apps import apps
from django.db.models import Model

from dossier.collectives.causes import words
from dossier.collectives.models import Membership
from dossier.collectives.naming import PERSON
from dossier.collectives.spellings import spellings
from dossier.establishment.models import Worker
from dossier.meetings.models import Meeting
from dossier.notebooks import actions, attachments
from dossier.notebooks.models import (
    Attachment,
    Heading,
    Mention,
    Nameless,
    Notebook,
    Piece,
    Retired,
    Tag,
    Tagging,
    Writing,
)
from dossier.persons.models import Person, Relation
from dossier.projects.models import Agreement
from dossier.retention.fates import AUTHOR, LABELS, NOTEBOOK, PUBLIC, SWEPT, TEXTS, WRITING
from dossier.retention.names import Names, Spot, without
from dossier.retention.tied import look_again

Gone = dict[type[Model], set[int]]
BESIDE = 60  # signs shown on each side of a name


@dataclass(frozen=True)
class Place:
    """A name in a field that stays: of which table and row, how it is written there. It
    `is_doubtful` when it may be somebody else's. `notebook` is where it is read, `author` whose
    alone it is, `writing` what it is part of; `around` are the words it stands in, for who reads.
    """

    table: str
    pk: Any
    name: str
    said: str
    key: str
    is_doubtful: bool
    notebook: int | None = None
    author: int | None = None
    writing: int | None = None
    around: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """What names this place on a form or on a command line."""
        return f"{self.table}:{self.pk}:{self.name}:{self.key}"


@dataclass(frozen=True)
class Who:
    """The name looked for, what is tied to whom it is, and who else bears a part of it: by key,
    the notebooks where one may meet them.
    """

    names: Names
    notebooks: set[int]
    writings: set[int]
    bearers: dict[str, set[int]]
    others: Names
    gone: Gone = field(default_factory=dict)

    @classmethod
    def of(cls, person: Person, notebooks: set[int], gone: Gone) -> "Who":
        """Return what is known before anything is destroyed; seven queries."""
        names = Names.of([person.called, person.civil_name])
        inside = gone.get(Writing, set())
        tied = set(Membership.objects.filter(person=person).values_list("notebook", flat=True))
        tied |= set(Meeting.objects.filter(persons=person).values_list("notebook", flat=True))
        said = Agreement.objects.filter(person=person)
        tied |= set(said.values_list("project__notebook", flat=True))
        mentions = Mention.objects.filter(notebook__in=notebooks)
        writings = set(mentions.values_list("writing", flat=True))
        for model in (Piece, Nameless):
            taken = model.objects.filter(source__notebook__in=notebooks)
            writings |= set(taken.values_list("writing", flat=True))
        bearers, others = _bearers(person, names, notebooks)
        return cls(names, tied - notebooks, writings - inside, bearers, others, gone)

    def is_doubtful(self, spot: Spot, notebook: int | None, writing: int | None) -> bool:
        """Whether a name may be somebody else's, or no name."""
        is_tied = writing in self.writings or notebook in self.notebooks
        if spot.key in self.bearers:
            return not is_tied or notebook in self.bearers[spot.key]
        return spot.is_weak and not is_tied

    def spots(self, text: str) -> list[Spot]:
        """Return where the name stands in a text, less what is part of somebody else's name."""
        found = self.names.find(text)
        if not found or all(spot.is_whole for spot in found):
            return found
        wholes = [one for one in self.others.find(text) if one.is_whole]
        return [
            spot
            for spot in found
            if spot.is_whole
            or not any(one.start <= spot.start and spot.end <= one.end for one in wholes)
        ]


def _bearers(
    person: Person, names: Names, notebooks: set[int]
) -> tuple[dict[str, set[int]], Names]:
    keys = {" ".join(way) for ways in names.ways.values() for way in ways}
    told: list[tuple[str, set[int]]] = []
    people = Person.objects.exclude(pk=person.pk).filter(dossier__isnull=False)
    met: dict[int, set[int]] = {}
    for pk, notebook in Membership.objects.exclude(person=None).values_list("person", "notebook"):
        met.setdefault(pk, set()).add(notebook)
    for pk, called, civil, at in people.values_list(
        "pk", "called", "civil_name", "dossier__notebook"
    ):
        told += [(name, {at} | met.get(pk, set())) for name in (called, civil)]
    told += [(name, set()) for name in Worker.objects.values_list("name", flat=True)]
    around = Relation.objects.exclude(notebook__in=notebooks).values_list("name", "notebook")
    told += [
        (name, {at}) for name, at in around if not any(one.is_whole for one in names.find(name))
    ]
    bearers: dict[str, set[int]] = {}
    alike = []
    for name, near in told:
        shared = {" ".join(one.tokens) for one in spellings(name)} & keys if name else set()
        for key in shared:
            bearers.setdefault(key, set()).update(near)
        alike += [name] if shared else []
    return bearers, Names.of(alike)


def swept() -> Iterator[tuple[type[Model], list[str]]]:
    """Yield each table with the fields where a name is looked for."""
    for label, fields in TEXTS.items():
        names = [name for name, fate in fields.items() if fate == SWEPT]
        names += [name for name, fate in fields.items() if fate == LABELS and name == "name"]
        if names:
            yield apps.get_model(label), names


def look(who: Who) -> list[Place]:
    """Return every place where the name stands in what stays; one query a table."""
    if not who.names.ways:
        return []
    return [place for model, names in swept() for place in _in_table(who, model, names)]


def _in_table(who: Who, model: type[Model], names: list[str]) -> Iterator[Place]:
    label, gone = model._meta.label_lower, who.gone.get(model, set())
    rows = model._base_manager.order_by("pk")
    if model is Notebook:  # how somebody else is called is theirs
        rows = rows.exclude(kind=Notebook.Kind.DOSSIER)
    around = [where.get(label, "pk") for where in (NOTEBOOK, WRITING, AUTHOR)]
    for pk, notebook, writing, author, *texts in rows.values_list("pk", *around, *names).iterator(
        chunk_size=2_000
    ):
        if pk in gone:
            continue
        at = notebook if label in NOTEBOOK else None
        of = writing if label in WRITING else None
        by = author if label in AUTHOR else None
        for name, value in zip(names, texts, strict=True):
            once: dict[tuple[str, bool], Place] = {}
            for text in strings(value):
                for spot in who.spots(text):
                    is_doubtful = who.is_doubtful(spot, at, of)
                    is_doubtful |= label in PUBLIC and not spot.is_whole
                    key = spot.key, is_doubtful
                    told = once.get(key) or Place(label, pk, name, spot.said, *key, at, by, of)
                    once[key] = replaced(told, around=(*told.around, _around(text, spot)))
            yield from once.values()


def _around(text: str, spot: Spot) -> str:
    """Return a name among the words beside it, whole, on one line; "…" where more was said."""
    left, right = text[: spot.start], text[spot.end :]
    if len(left) > BESIDE:
        left = "… " + left[-BESIDE:].partition(" ")[2]
    if len(right) > BESIDE:
        right = right[:BESIDE].rpartition(" ")[0] + " …"
    return " ".join(f"{left}{spot.said}{right}".split())


def strings(value: Any) -> Iterator[str]:
    """Yield the texts that a field holds: one, or those of what is kept as JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def _told(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _told(one, change) for name, one in value.items()}
    return [_told(one, change) for one in value] if isinstance(value, list) else value


def replace(who: Who, places: Iterable[Place]) -> set[int]:
    """Put the neutral word of the house in these places; return the numbers of the writings in
    which something changed, to be put in the index again.
    """
    word = words()[PERSON]
    rows: dict[tuple[str, Any], dict[str, set[str]]] = {}
    for one in places:
        keys = rows.setdefault((one.table, one.pk), {}).setdefault(one.name, set())
        keys.add(one.key)
    changed: set[int] = set()
    for (label, pk), fields in rows.items():
        model = apps.get_model(label)
        row = model._base_manager.filter(pk=pk).first()
        if row is None:
            continue
        for name, keys in fields.items():
            _replace(who, row, name, word, keys)
        if model in (Heading, Tag):
            changed |= _relabel(row)
            continue
        if model is Retired and model.objects.filter(
            team=row.team_id, sort=row.sort, name=row.name
        ).exclude(pk=pk):
            row.delete()
            continue
        model._base_manager.filter(pk=pk).update(**{name: getattr(row, name) for name in fields})
        changed |= _written_in(row)
    return changed


def _replace(who: Who, row: Model, name: str, word: str, keys: set[str]) -> None:
    def change(text: str) -> str:
        return without(text, who.spots(text), word, lambda spot: spot.key in keys)

    told = _told(getattr(row, name), change)
    longest = getattr(row._meta.get_field(name), "max_length", None)
    if isinstance(told, str) and longest:
        told = told[:longest]
    setattr(row, name, told)
    if (isinstance(row, Writing) and name == "text") or isinstance(row, Piece):
        look_again(_written_in(row))


def _written_in(row: Model) -> set[int]:
    if isinstance(row, Writing):
        return {row.pk}
    if isinstance(row, Attachment | Piece):
        return {row.writing_id} - {None}
    blob = {"blob": row} if row._meta.label_lower == "dossier.blob" else None
    held = Attachment.objects.filter(**blob).values_list("writing", flat=True) if blob else ()
    return set(held) - {None}


def _relabel(label: Heading | Tag) -> set[int]:
    """Save a heading or a tag under its new name; one that has it already takes its writings."""
    model = type(label)
    twin = model.objects.filter(name=label.name).exclude(pk=label.pk).first()
    of_it = {"heading": label} if model is Heading else {"taggings__tag": label}
    borne = set(Writing.objects.filter(**of_it).values_list("pk", flat=True))
    if not twin:
        folded = actions.folded(label.name)
        model.objects.filter(pk=label.pk).update(name=label.name, folded=folded)
        return borne
    if model is Heading:
        Writing.objects.filter(heading=label).update(heading=twin)
    else:
        both = Tagging.objects.filter(tag=twin).values("writing")
        Tagging.objects.filter(tag=label, writing__in=both).delete()
        Tagging.objects.filter(tag=label).update(tag=twin)
    model.objects.filter(pk=label.pk).delete()
    return borne


def reindex(pks: Iterable[int]) -> None:
    """Put writings in the search index as they are now."""
    attachments.reindex(sorted(pks))
