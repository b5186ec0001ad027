"""Every table of the house as lines of JSON, and back: by construction, so that none is forgotten.

A table is a model of the registry, a row an object whose keys are the columns of the model. What
becomes of a value is said by the kind of its field (`KINDS`), and nothing else: a kind that is not
there stops the takeout, and a test. What points to a permission or a type of content, which each
instance numbers its own way, is told by its name.
"""

import base64
import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from itertools import islice
from typing import Any

from django.apps import apps as present
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

BATCH = 1000  # rows read, or put in, at once

# Tables that do not leave, and why.
LEFT = {
    "contenttypes.contenttype": "the software makes them",
    "auth.permission": "the software makes them",
    "sessions.session": "who is in at this moment: everybody logs in again",
    "dossier.sitting": "the same, machine by machine",
}


class Uncovered(Exception):
    """A field is of a kind that nobody said how to take away."""


class BadRow(Exception):
    """A line is not a row of its table; the message says where."""


@dataclass(frozen=True)
class Kind:
    """What a kind of field becomes: its JSON Schema, the value out, and the value back in."""

    schema: dict[str, Any]
    out: Callable[[Any], Any] | None = None
    back: Callable[[Any], Any] | None = None


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _bytes(value: bytes | memoryview) -> str:
    return base64.b64encode(bytes(value)).decode()


def _unbytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)


NUMBER, TEXT = Kind({"type": "integer"}), Kind({"type": "string"})
KINDS = {
    "AutoField": NUMBER,
    "BigAutoField": NUMBER,
    "BigIntegerField": NUMBER,
    "BinaryField": Kind({"type": "string", "contentEncoding": "base64"}, _bytes, _unbytes),
    "BooleanField": Kind({"type": "boolean"}),
    "CharField": TEXT,
    "DateField": Kind({"type": "string", "format": "date"}, date.isoformat, date.fromisoformat),
    "DateTimeField": Kind(
        {"type": "string", "format": "date-time"}, _instant, datetime.fromisoformat
    ),
    "JSONField": Kind({}),
    "PositiveBigIntegerField": NUMBER,
    "PositiveIntegerField": NUMBER,
    "PositiveSmallIntegerField": NUMBER,
    "TextField": TEXT,
    "TimeField": Kind({"type": "string", "format": "time"}, time.isoformat, time.fromisoformat),
    "UUIDField": Kind({"type": "string", "format": "uuid"}, str, uuid.UUID),
}


class Names:
    """The permissions and types of content of this instance, by number and by name; read when the
    first is asked for.
    """

    @cached_property
    def types(self) -> dict[int, str]:
        """Types of content: "dossier.notebook"."""
        types = ContentType.objects.values_list("pk", "app_label", "model")
        return {pk: f"{app}.{model}" for pk, app, model in types}

    @cached_property
    def permissions(self) -> dict[int, str]:
        """Permissions: "dossier.notebook.read_notebook"."""
        held = Permission.objects.values_list("pk", "content_type_id", "codename")
        return {pk: f"{self.types[kind]}.{code}" for pk, kind, code in held}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of both: a name of a permission has one part more."""
        return {name: pk for held in (self.types, self.permissions) for pk, name in held.items()}

    def kind(self, model: str) -> Kind | None:
        """Return what a number of a row of `model` becomes, when it is told by its name."""
        told, number = {"type": "string"}, lambda name: self.numbers[name]
        if model == "contenttypes.contenttype":
            return Kind(told, lambda pk: self.types[pk], number)
        if model == "auth.permission":
            return Kind(told, lambda pk: self.permissions[pk], number)
        return None


class Table:
    """A table of the house, out and in."""

    def __init__(self, model: type[models.Model], names: Names) -> None:
        self.model, self.label = model, model._meta.label_lower
        self.fields = list(model._meta.local_concrete_fields)
        self.kinds = [self._kind(field, names) for field in self.fields]

    def _kind(self, field: models.Field, names: Names) -> Kind:
        target = field
        while target.remote_field:
            if told := names.kind(target.remote_field.model._meta.label_lower):
                return told
            target = target.target_field
        try:
            return KINDS[target.get_internal_type()]
        except KeyError as error:
            raise Uncovered(f"{self.label}.{field.name}") from error

    @property
    def file(self) -> str:
        """Where its lines are in a takeout."""
        return f"donnees/{self.label}.jsonl"

    @property
    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of a line."""
        told = {}
        for field, kind in zip(self.fields, self.kinds, strict=True):
            one = dict(kind.schema)
            if field.null and "type" in one:
                one["type"] = [one["type"], "null"]
            if field.remote_field:
                one["description"] = f"→ {field.remote_field.model._meta.label_lower}"
            told[field.attname] = one
        words = " ".join((self.model.__doc__ or "").split("\n\n")[0].split())
        described = {} if words.startswith(f"{self.model.__name__}(") else {"description": words}
        shape = {"type": "object", "properties": told, "required": list(told)}
        return described | shape | {"additionalProperties": False}

    def count(self) -> int:
        """Return how many rows it holds."""
        return self.model._base_manager.count()

    def lines(self) -> Iterator[bytes]:
        """Give its rows, one line of JSON each, by number."""
        columns = [field.attname for field in self.fields]
        outs = [(place, kind.out) for place, kind in enumerate(self.kinds) if kind.out is not None]
        rows = self.model._base_manager.order_by("pk").values_list(*columns)
        dump = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
        for row in rows.iterator(chunk_size=BATCH):
            told = list(row)
            for place, out in outs:
                if told[place] is not None:
                    told[place] = out(told[place])
            yield dump(dict(zip(columns, told, strict=True))).encode() + b"\n"

    def put_in(self, lines: Iterable[bytes]) -> int:
        """Put rows in, given as `lines` gives them; return how many. Raises BadRow."""
        lines, done = iter(lines), 0
        while batch := list(islice(lines, BATCH)):
            rows = [self._row(line, done + place) for place, line in enumerate(batch, start=1)]
            with connection.cursor() as cursor:
                cursor.executemany(self._insert, rows)
            done += len(batch)
        return done

    @cached_property
    def _insert(self) -> str:
        quote = connection.ops.quote_name
        columns = ", ".join(quote(field.column) for field in self.fields)
        marks = ", ".join(["%s"] * len(self.fields))
        return f"INSERT INTO {quote(self.model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608

    def _row(self, line: bytes, number: int) -> list[Any]:
        try:
            told = json.loads(line)
            if told.keys() != {field.attname for field in self.fields}:
                raise ValueError("other columns")
            return [
                field.get_db_prep_save(self._back(kind, told[field.attname]), connection)
                for field, kind in zip(self.fields, self.kinds, strict=True)
            ]
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise BadRow(f"{self.file}, ligne {number}") from error

    @staticmethod
    def _back(kind: Kind, value: Any) -> Any:
        return value if value is None or kind.back is None else kind.back(value)

    def last(self) -> int | None:
        """Return the last number that it gave to a row, so that none is given twice; None for a
        table that numbers nothing.
        """
        key = self.model._meta.pk
        if not isinstance(key, models.AutoField):
            return None
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
                found = cursor.fetchone()
                return found[0] if found else 0
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, key.column])
            cursor.execute(f"SELECT last_value, is_called FROM {cursor.fetchone()[0]}")  # noqa: S608
            value, is_called = cursor.fetchone()
            return value if is_called else 0

    def go_on_from(self, last: int) -> None:
        """Have it give the numbers that come after `last`."""
        key, table = self.model._meta.pk, self.model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                if last:
                    told = [table, last]
                    cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", told)
                return
            told = [table, key.column, last or 1, bool(last)]
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s, %s)", told)


def tables(apps: Any = present) -> list[Table]:
    """Return every table that leaves, by name: those of `apps`, which may be of a former version.

    Raises Uncovered.
    """
    names = Names()
    held = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in LEFT
    ]
    return sorted((Table(model, names) for model in held), key=lambda one: one.label)
