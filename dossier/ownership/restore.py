"""Coming back: a takeout put into an empty instance, whole or not at all.

Everything is checked before anything is put in: each file is the one that was written, none is
missing. Rows come in one transaction, and a search index is made anew. What a former version took
away goes into the tables of that version, which are then brought to this one as an update does.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from dossier.config import instance
from dossier.files.actions import SIZES
from dossier.files.age import BadKey
from dossier.files.models import Blob
from dossier.notebooks.attachments import batched, reindex
from dossier.notebooks.models import Writing
from dossier.ownership.backup import BackupSource, backup_at
from dossier.ownership.paths import kept_as
from dossier.ownership.places import (
    SUMS,
    Refused,
    Source,
    Unreadable,
    digest,
    opened,
    pieces,
    source,
)
from dossier.ownership.tables import BadRow, Table, tables
from dossier.ownership.takeout import (
    FORMAT,
    KEYS,
    MANIFEST,
    VERSION,
    Advance,
    migrations,
    quiet,
    signed,
)

INDEXED_AT_ONCE = 500  # writings
ANOTHER = "donnez une instance neuve, par DOSSIER_HOME (et DATABASE_URL). Rien n’a été remis."
SPARE = 1.5  # times the size of the takeout that a disk should have free


class NotEmpty(Refused):
    """Somebody lives in the instance already."""


@dataclass(frozen=True)
class Told:
    """What came back, or could: rows, files of the takeout, and by their SHA-256 those of the house
    that were missing when it was taken away.
    """

    rows: int
    files: int
    missing: tuple[str, ...]


def restore(path: Path, *, key: str = "", advance: Advance = quiet, is_dry: bool = False) -> Told:
    """Put a takeout, or a backup that `key` opens, back into this instance, which must be empty;
    or, when `is_dry`, only check that it could be. Raises Refused: the instance is then as it was.
    """
    backup = backup_at(path)
    if backup and not key:
        raise Refused(
            "Ceci est une sauvegarde chiffrée : donnez la clé imprimée sur papier, par --key."
        )
    try:
        with closing(BackupSource(backup, key) if backup else source(path)) as held:
            return _restore(held, advance, is_dry)
    except Unreadable as error:
        raise Refused(
            f"« {error} » ne se lit pas, ou n’est pas ce qui fut emporté : cette copie est abîmée "
            "ou incomplète. Reprenez-la depuis un autre support. Rien n’a été remis."
        ) from error
    except BadKey as error:
        raise Refused(
            "Cette clé n’ouvre pas cette sauvegarde, ou la sauvegarde est abîmée. Recopiez la clé "
            "du papier : elle commence par AGE-SECRET-KEY-1. Rien n’a été remis."
        ) from error
    except BadRow as error:
        raise Refused(f"Une ligne ne se lit pas : {error}. Rien n’a été remis.") from error


def _restore(held: Source, advance: Advance, is_dry: bool) -> Told:
    manifest = _manifest(held)
    is_new, is_former = _is_new(), manifest["migrations"] != migrations()
    if is_former and not is_new:
        raise Refused(f"Ceci vient d’une version d’avant, et {ANOTHER}")
    if not is_new:
        must_be_empty()
    _check(held, manifest, advance)
    rows, missing = sum(manifest["rows"].values()), tuple(manifest["missing_files"])
    if is_dry:
        return Told(rows, manifest["files"], missing)
    try:
        with _tables_or_nothing(is_wanted=is_former), _files_or_nothing():
            if is_former:
                _put_former_rows(held, manifest, advance)
            if is_new:
                call_command("migrate", verbosity=0)
            with transaction.atomic():
                if not is_former:
                    _put_rows(held, manifest, tables(), advance)
                _put_files(held, set(missing), advance)
                _index(advance)
                connection.check_constraints()
                _put_keys(held)
    except OperationalError as error:
        raise Refused(
            f"La base n’a pas suivi ({error}) : y a-t-il encore de la place ? Rien n’a été remis."
        ) from error
    except DatabaseError as error:
        raise Refused(
            "La base refuse ces lignes : cette copie n’a pas été faite par le logiciel, ou a été "
            "changée. Rien n’a été remis."
        ) from error
    except OSError as error:
        raise Refused(
            f"Le disque n’a pas suivi ({os.strerror(error.errno or 0)}) : libérez de la place, ou "
            "prenez-en un autre. Rien n’a été remis."
        ) from error
    return Told(rows, manifest["files"], missing)


def _manifest(held: Source) -> dict[str, Any]:
    try:
        with opened(held, MANIFEST) as file:
            manifest = json.load(file)
        if manifest["format"] != FORMAT or signed(manifest) != manifest:
            raise Unreadable(MANIFEST)
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(MANIFEST) from error
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    if manifest["version"] != VERSION or not {*manifest["migrations"].items()} <= known.keys():
        raise Refused(
            "Ceci vient d’une version du logiciel plus récente que celle-ci : prenez cette "
            "version-là. Rien n’a été remis."
        )
    if digest(held, SUMS) != manifest["sha256sums"]:
        raise Unreadable(SUMS)
    return manifest


def _is_new() -> bool:
    """Tell whether the database holds nothing yet, not even tables. Raises Refused when its tables
    are those of another version.
    """
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        return True
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refused(f"La base de cette instance est celle d’une autre version : {ANOTHER}")
    return False


@contextmanager
def _tables_or_nothing(*, is_wanted: bool) -> Iterator[None]:
    """Take away the tables that were made inside when that fails, where there was none: going from
    a former version to this one takes several transactions.
    """
    before = {*connection.introspection.table_names()}
    try:
        yield
    except BaseException:
        if is_wanted:
            _drop({*connection.introspection.table_names()} - before)
        raise


def _drop(made: set[str]) -> None:
    quote, more = connection.ops.quote_name, ""
    if connection.vendor == "postgresql":
        more = " CASCADE"
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for name in sorted(made & {*connection.introspection.table_names(cursor)}):
            cursor.execute(f"DROP TABLE IF EXISTS {quote(name)}{more}")


@contextmanager
def _files_or_nothing() -> Iterator[None]:
    """Leave no file behind when what is done inside fails, where there was none."""
    had = not default_storage.is_empty()
    try:
        yield
    except BaseException:
        if not had:
            default_storage.clear()
        raise


def must_be_empty() -> None:
    """Raise NotEmpty when a row is in any table."""
    if any(table.model._base_manager.exists() for table in tables()):
        raise NotEmpty(
            "Quelqu’un habite déjà cette instance : on ne remet rien par-dessus. Donnez-en une "
            "neuve, par DOSSIER_HOME (et DATABASE_URL)."
        )


def _check(held: Source, manifest: dict[str, Any], advance: Advance) -> None:
    """Raise Unreadable for a file that is not what it was, or is not there; Refused when there is
    too little room.
    """
    free = shutil.disk_usage(settings.DOSSIER_HOME).free
    if free < SPARE * manifest["bytes"]:
        raise Refused(
            f"Il faut environ {manifest['bytes'] * SPARE / 1e9:.1f} Go sur le disque, et il en "
            f"reste {free / 1e9:.1f}. Rien n’a été remis."
        )
    count = 0
    for told, path in held.sums():
        if digest(held, path) != told:
            raise Unreadable(path)
        count += 1
        if not count % 100 or count == manifest["files"]:
            advance("vérification", count, manifest["files"])
    if count != manifest["files"]:
        raise Unreadable(SUMS)


def _put_former_rows(held: Source, manifest: dict[str, Any], advance: Advance) -> None:
    """Make the tables as the version that took them away had them, and put the rows in."""
    former = sorted(manifest["migrations"].items())
    for label, name in former:
        call_command("migrate", label, name, verbosity=0)
    apps = MigrationExecutor(connection).loader.project_state(former).apps
    with transaction.atomic():
        _put_rows(held, manifest, tables(apps), advance)
        connection.check_constraints()


def _put_rows(held: Source, manifest: dict[str, Any], into: list[Table], advance: Advance) -> None:
    total, done = sum(manifest["rows"].values()), 0
    for table in into:
        with opened(held, table.file) as file:
            lines = _telling(file, lambda more, done=done: advance("données", done + more, total))
            count = table.put_in(lines)
        if count != manifest["rows"].get(table.label):
            raise Unreadable(table.file)
        if table.label in manifest["last_numbers"]:
            table.go_on_from(manifest["last_numbers"][table.label])
        done += count


def _telling(lines: Iterator[bytes], tell: Callable[[int], object]) -> Iterator[bytes]:
    for number, line in enumerate(lines, start=1):
        if not number % 1000:
            tell(number)
        yield line


def _put_files(held: Source, missing: set[str], advance: Advance) -> None:
    """Put each file at its place, for good."""
    Path(settings.MEDIA_ROOT).mkdir(mode=0o700, exist_ok=True)
    total, blobs = Blob.objects.count(), Blob.objects.order_by("sha256")
    there = {path for _, path in held.sums() if path.startswith("fichiers/")}
    for number, blob in enumerate(blobs.iterator(chunk_size=1000), start=1):
        for size in ("content", *SIZES):
            path = kept_as(blob, size)
            if path in there:
                with default_storage.writing(blob.stored_as(size)) as kept:
                    kept.writelines(pieces(held, path))
            elif size == "content" and blob.sha256 not in missing:
                raise Unreadable(path)
        advance("fichiers", number, total)
    default_storage.settle()


def _index(advance: Advance) -> None:
    """Make the search index anew, of all writings."""
    total, done = Writing.objects.count(), 0
    pks = Writing.objects.order_by("pk").values_list("pk", flat=True)
    for some in batched(pks.iterator(chunk_size=INDEXED_AT_ONCE), INDEXED_AT_ONCE):
        reindex(some)
        done += len(some)
        advance("recherche", done, total)


def _put_keys(held: Source) -> None:
    """Put the keys of the house in the place of those of the empty instance."""
    there = {path for _, path in held.sums()}
    for name in (instance.SECRET, instance.JOURNAL, instance.BACKUP):
        if name == instance.BACKUP and f"{KEYS}/{name}" not in there:  # it had none yet
            (settings.DOSSIER_HOME / name).unlink(missing_ok=True)
        else:
            told = b"".join(pieces(held, f"{KEYS}/{name}")).decode()
            instance.replace_key(settings.DOSSIER_HOME, name, told)
