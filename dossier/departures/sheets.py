"""Every table of the house as sheets that people read: by construction, so that none is forgotten.

A table has a sheet, or a reason to have none; a column has a name, or a reason to be untold
(`sheets.toml`). What points to somebody or something is told by its name, with its number beside.
"""

import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import models
from django.db.models import Max, TextField
from django.db.models.functions import Cast, Length
from django.utils import timezone

from dossier.departures.ods import Value
from dossier.establishment.house import said
from dossier.notebooks.models import MAY, Mention
from dossier.ownership.tables import BATCH, Table, tables

CELL = 16_000  # characters: a cell of Excel holds 32,767 units of UTF-16, two for some signs
FILE = 50_000  # rows of one file: beyond, a spreadsheet is slow to open
SLACK = 1000  # characters by which JSON may be longer here than in the database
# What tells a row of a table to people: the path of its words.
WORDS = {
    "auth.group": "name",
    "auth.permission": "codename",
    "dossier.blob": "sha256",
    "dossier.collective": "name",
    "dossier.council": "notebook__title",
    "dossier.dossier": "person__called",
    "dossier.edition": "house_text__title",
    "dossier.heading": "name",
    "dossier.housetext": "title",
    "dossier.meeting": "title",
    "dossier.mission": "body",
    "dossier.notebook": "title",
    "dossier.person": "called",
    "dossier.project": "title",
    "dossier.tag": "name",
    "dossier.team": "name",
    "dossier.worker": "name",
}
LEVELS = {"level", "permission__codename"}


@cache
def names() -> dict[str, dict[str, str]]:
    """Return the tables of sheets.toml."""
    return tomllib.loads(Path(__file__).with_name("sheets.toml").read_text(encoding="utf-8"))


def column_name(label: str, attname: str) -> str:
    """Return what a column of a table is called; "" for one that is untold. Raises KeyError for
    one that nobody thought of.
    """
    told = names()
    if attname in told.get(label, {}):
        return told[label][attname]
    if f"{label}.{attname}" in told["untold"] or attname in told["untold"]:
        return ""
    return told["columns"][attname]


@dataclass
class Column:
    """A column of a sheet: its name, the path of its value, and what it becomes. `parts` is in how
    many cells its longest value holds.
    """

    name: str
    path: str
    say: Callable[[Any], Value]
    is_long: bool = False
    slack: int = 0
    parts: int = 1


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, str | bool | int | date | datetime | time):
        return value
    return str(value)


def _json(value: Any) -> Value:
    return None if value in (None, "", [], {}) else json.dumps(value, ensure_ascii=False)


def _choice(labels: dict[Any, Any]) -> Callable[[Any], Value]:
    def say(value: Any) -> Value:
        return said(str(labels[value])) if value in labels and value != "" else value

    return say


def _level(value: str | None) -> Value:
    return said(MAY[value]) if value in MAY else value


class Sheet:
    """The sheet of a table."""

    def __init__(self, table: Table) -> None:
        self.table, self.model = table, table.model
        self.path = names()["sheets"][table.label]
        self.columns = [one for field in table.fields for one in self._columns(field)]
        self.beside = BESIDE.get(table.label)

    def _columns(self, field: models.Field) -> Iterator[Column]:
        name = column_name(self.table.label, field.attname)
        if not name:
            return
        target = field.remote_field.model._meta.label_lower if field.remote_field else ""
        if not target or field.primary_key:
            yield self._column(field, name)
            return
        if words := WORDS.get(target):
            path = f"{field.name}__{words}"
            yield Column(name, path, _level if path in LEVELS else _plain)
        if target != "auth.permission":
            yield Column(f"{name} (n°)", field.attname, _plain)

    def _column(self, field: models.Field, name: str) -> Column:
        if field.attname in LEVELS:
            return Column(name, field.attname, _level)
        if isinstance(field, models.JSONField):
            return Column(name, field.attname, _json, is_long=True, slack=SLACK)
        if field.choices:
            return Column(name, field.attname, _choice(dict(field.flatchoices)))
        is_long = isinstance(field, models.TextField)
        return Column(name, field.attname, _plain, is_long=is_long)

    def count(self) -> int:
        """Return how many rows it has."""
        return self.table.count()

    def measure(self) -> int:
        """Look at how long its texts are, so that each holds in its cells; return how many are cut
        into several. Once, before rows.
        """
        long = {f"c{at}": one for at, one in enumerate(self.columns) if one.is_long}
        if not long:
            return 0
        rows = self.model._base_manager
        found = rows.aggregate(**{at: Max(_length(one)) for at, one in long.items()})
        cut = 0
        for at, one in long.items():
            one.parts = max(1, -(-((found[at] or 0) + one.slack) // CELL))
            if one.parts > 1:
                cut += rows.alias(length=_length(one)).filter(length__gt=CELL).count()
        return cut

    @cached_property
    def heads(self) -> list[str]:
        """The names of its columns."""
        heads = list(self.beside.heads) if self.beside else []
        heads += [one.name for one in self.columns]
        return heads + [
            f"{one.name} : suite {part}" for one in self.columns for part in range(2, one.parts + 1)
        ]

    def rows(self) -> Iterator[list[Value]]:
        """Give its rows, by number: as many values as `heads`."""
        paths = {one.path for one in self.columns} | (self.beside.asks if self.beside else set())
        found = self.model._base_manager.order_by("pk").values(*sorted(paths))
        held = found.iterator(chunk_size=BATCH)
        while some := list(islice(held, BATCH)):
            before = self.beside.told(some) if self.beside else ([] for _ in some)
            for row, first in zip(some, before, strict=True):
                values = [one.say(row[one.path]) for one in self.columns]
                yield [*first, *self._cut(values)]

    def _cut(self, values: list[Value]) -> list[Value]:
        """Return values, the end of those too long for a cell after all the others."""
        rest: list[Value] = []
        for at, one in enumerate(self.columns):
            if one.parts > 1:
                words = values[at] or ""
                pieces = [words[start : start + CELL] for start in range(0, one.parts * CELL, CELL)]
                values[at] = pieces[0]
                rest += pieces[1:]
        return values + rest


def _length(one: Column) -> Length:
    return Length(Cast(one.path, TextField()))


@dataclass(frozen=True)
class Beside:
    """What is told of rows beside their own columns: first in the sheet."""

    heads: tuple[str, ...]
    asks: set[str]
    told: Callable[[Sequence[dict[str, Any]]], Iterable[list[Value]]]


def _of_writings(rows: Sequence[dict[str, Any]]) -> Iterator[list[Value]]:
    """Give, of each writing, whose dossier it is in, the day and the hour, where else it shows."""
    elsewhere = defaultdict(list)
    tied = Mention.objects.filter(writing__in=[row["id"] for row in rows]).order_by("pk")
    for writing, title in tied.values_list("writing", "notebook__title"):
        elsewhere[writing].append(title)
    for row in rows:
        signed = timezone.localtime(row["signed_at"])
        on, at = row["occurred_on"], row["occurred_time"]
        if on is None and at is None:
            at = signed.time()
        who = "notebook__dossier__person__"
        yield [
            row[f"{who}id"],
            row[f"{who}called"],
            on or signed.date(),
            at,
            " ; ".join(elsewhere[row["id"]]) or None,
        ]


BESIDE = {
    "dossier.writing": Beside(
        ("Code de la personne", "Se fait appeler", "Jour", "Heure", "Aussi rattaché à"),
        {
            *("id", "signed_at", "occurred_on", "occurred_time"),
            *("notebook__dossier__person__id", "notebook__dossier__person__called"),
        },
        _of_writings,
    )
}


def sheets() -> list[Sheet]:
    """Return the sheet of each table that has one, by name. Raises KeyError for a table, or a
    column, that nobody thought of.
    """
    left = names()["left"]
    found = [Sheet(table) for table in tables() if table.label not in left]
    return sorted(found, key=lambda one: one.path)
