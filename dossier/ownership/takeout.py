"""Taking everything away: all that the house holds, readable without the software, and from which
it comes back (docs/takeout-format.md).

What is read is one instant of the house, and nobody waits: people go on writing meanwhile.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from dossier.config import instance
from dossier.establishment.house import house, reading_once
from dossier.files.actions import SIZES
from dossier.files.models import Blob
from dossier.ownership import browsing, notice
from dossier.ownership.browsing import Advance
from dossier.ownership.paths import kept_as
from dossier.ownership.places import PIECE, Place, place, read
from dossier.ownership.tables import Table, tables

FORMAT, VERSION = "dossier-unique", 1
MANIFEST, SCHEMA, KEYS = "MANIFEST.json", "donnees/schema.json", "cles"


def quiet(step: str, done: int, total: int) -> None:
    """Tell nobody how far it is."""


@dataclass
class Told:
    """What was taken away: rows by table, files, bytes; `missing` are the files, by their SHA-256,
    that the house should hold and does not.
    """

    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0
    bytes: int = 0
    missing: list[str] = field(default_factory=list)


@contextmanager
def one_instant() -> Iterator[None]:
    """Read, inside, the database as it is at one instant; nobody waits for it to end."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        former, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
        try:
            with transaction.atomic():
                yield
        finally:
            connection.transaction_mode = former
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def take_out(path: Path, *, now: datetime, advance: Advance = quiet) -> Told:
    """Take everything away to `path`: a ZIP when it ends so, else a folder, new or empty.

    `advance` is told the step, how much of it is done, and of how much. Raises Taken, OSError: then
    nothing is left at `path`.
    """
    return fill(place(path), now=now, advance=advance)


def fill(put: Place, *, now: datetime, advance: Advance = quiet, with_pages: bool = True) -> Told:
    """Take everything to a place, which then is whole, or holds nothing; without what is only there
    to be read, unless `with_pages`.
    """
    try:
        with one_instant(), reading_once():
            told = _take(put, now, advance, with_pages)
        put.close()
    except BaseException:
        put.give_up()
        raise
    return told


def _take(put: Place, now: datetime, advance: Advance, with_pages: bool) -> Told:
    told, held = Told(), tables()
    put.put(notice.NAME, notice.text(house().name).encode())
    put.put(SCHEMA, _json(schema(held)))
    total = sum(table.count() for table in held)
    done = 0
    for table in held:
        lines = _counted(
            table.lines(), lambda more, done=done: advance("donnees", done + more, total)
        )
        put.put(table.file, _gathered(lines))
        told.rows[table.label] = lines.count
        done += lines.count
    _take_files(put, told, advance)
    for name in (instance.SECRET, instance.JOURNAL, instance.BACKUP):
        path = settings.DOSSIER_HOME / name
        if path.exists():
            put.put(f"{KEYS}/{name}", path.read_bytes())
    if with_pages:
        browsing.put(put, advance)
    told.files, told.bytes = put.files, put.bytes
    numbers = {table.label: last for table in held if (last := table.last()) is not None}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "taken_at": now.isoformat(timespec="seconds"),
        "migrations": migrations(),
        "rows": told.rows,
        "last_numbers": numbers,
        "missing_files": told.missing,
        "files": put.files,
        "bytes": put.bytes,
        "sha256sums": put.put_sums(),
    }
    put.put(MANIFEST, _json(signed(manifest)))
    return told


class _counted:  # noqa: N801 - an iterator, as those of itertools
    """Rows as they pass: how many, told every thousand."""

    def __init__(self, lines: Iterator[bytes], advance: Callable[[int], object]) -> None:
        self.lines, self.advance, self.count = lines, advance, 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self.lines:
            self.count += 1
            if not self.count % 1000:
                self.advance(self.count)
            yield line
        self.advance(self.count)


def _gathered(lines: "_counted") -> Iterator[bytes]:
    """Give lines in pieces of about a megabyte."""
    held, size = [], 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size > PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _take_files(put: Place, told: Told, advance: Advance) -> None:
    total, held = Blob.objects.count(), Blob.objects.order_by("sha256")
    for done, blob in enumerate(held.iterator(chunk_size=1000), start=1):
        for size in ("content", *SIZES):
            path = blob.path(size)
            if not path.exists():
                if size == "content":
                    told.missing.append(blob.sha256)
            elif size == "content" and put.holds(kept_as(blob)):
                put.note(kept_as(blob), blob.sha256, blob.size)
            else:
                put.put(kept_as(blob, size), read(path))
        advance("fichiers", done, total)


def schema(held: list[Table]) -> dict[str, Any]:
    """Return the JSON Schema of each table: a line of its file is valid under its definition."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {table.label: table.schema for table in held},
    }


def migrations() -> dict[str, str]:
    """Return the last migration of each application: what the columns are those of."""
    leaves = MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes()
    return dict(sorted(leaves))


def signed(manifest: dict[str, Any]) -> dict[str, Any]:
    """Return a manifest with a print of itself, so that a byte changed in it is seen; of all but
    its date, so that two takeouts of the same differ by that alone.
    """
    told = {name: value for name, value in manifest.items() if name not in {"sha256", "taken_at"}}
    return manifest | {"sha256": hashlib.sha256(_json(told)).hexdigest()}


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
