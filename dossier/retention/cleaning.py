"""Taking the bytes of what was destroyed out of the database and its files, not only the rows.

`PRAGMA secure_delete` (config/instance.py) writes zeros over deleted rows; what is left in the
search index, in free pages, in the log of writes, in sessions and in folders goes here. A file
says that it is to be done, from before anything is destroyed: a machine may stop in between.
"""

import time
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from dossier.files.actions import QUARANTINE_S
from dossier.files.models import Blob

MESSAGES = "_messages"
DUE = "menage-a-finir"


def _due() -> Path:
    return Path(settings.MEDIA_ROOT) / DUE


def begin() -> None:
    """Remember that `clean` is to be done, whatever happens to the machine."""
    _due().parent.mkdir(parents=True, exist_ok=True)
    _due().touch()


def is_due() -> bool:
    """Whether something was destroyed that `clean` did not follow."""
    return _due().exists()


def end() -> None:
    """Remember that it is done."""
    _due().unlink(missing_ok=True)


def clean() -> None:
    """Leave no byte of what was deleted where the house keeps things.

    To be called outside of a transaction: inside of one (tests), the database keeps its free
    pages until the next time. The database is written anew: about as long as a copy of it takes.
    """
    sweep_sessions()
    sweep_folders()
    if connection.in_atomic_block:
        return
    if connection.vendor == "sqlite":
        _clean_sqlite()
    else:
        _clean_postgresql()
    end()


def _clean_sqlite() -> None:
    """Merge the search index into one piece without what it forgot, write the database anew, and
    empty the log of writes.
    """
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute(
            "INSERT INTO dossier_search(dossier_search, rank) VALUES('secure-delete', 0)"
        )
        # A single piece is not merged with itself: a row that comes and goes makes a second one.
        cursor.execute(
            "INSERT INTO dossier_search (rowid, words, stems, place) VALUES (-1, '', '', '')"
        )
        cursor.execute("DELETE FROM dossier_search WHERE rowid = -1")
        cursor.execute("INSERT INTO dossier_search(dossier_search) VALUES('optimize')")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()


def _clean_postgresql() -> None:
    """Write the tables of the house anew, and what the planner remembers of their values.

    Needs to own the tables, no more. The log of writes (WAL) keeps what was deleted until it is
    recycled: the guide says how long.
    """
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            if table.startswith(("dossier_", "django_session")):
                cursor.execute(f'VACUUM (FULL, ANALYZE) "{table}"')
        cursor.execute("CHECKPOINT" if _may_checkpoint(cursor) else "SELECT 1")


def _may_checkpoint(cursor: object) -> bool:
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return bool((cursor.fetchone() or [False])[0])


def sweep_sessions() -> None:
    """Take out of sessions the messages that wait, which may say a name; ended ones go."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    for one in Session.objects.all():
        told = one.get_decoded()
        if told.pop(MESSAGES, None) is not None:
            one.session_data = Session.get_session_store_class()().encode(told)
            one.save(update_fields=["session_data"])


def sweep_folders() -> None:
    """Throw away files that no row knows, and what a broken reception left, unless it has just
    arrived.
    """
    root, before = Path(settings.MEDIA_ROOT), time.time() - QUARANTINE_S
    known = set(Blob.objects.values_list("sha256", flat=True))
    found = [*root.glob("??/*"), *root.glob("arrivage-*/*")]
    arriving = Path(settings.FILE_UPLOAD_TEMP_DIR)
    found += [path for path in arriving.glob("*") if path.is_file()]
    for path in found:
        if path.name.split(".")[0] not in known and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
