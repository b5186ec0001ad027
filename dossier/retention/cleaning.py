"""Taking the bytes of what was destroyed out of the database and its files, not only the rows.

`PRAGMA secure_delete` (config/instance.py) writes zeros over deleted rows; what is left in the
search index, in free pages, in the log of writes, in sessions and in folders goes here. A file
says that it is to be done, from before anything is destroyed: a machine may stop in between.
"""

import time
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from dossier.files.actions import QUARANTINE_S
from dossier.files.models import Blob

MESSAGES = "_messages"
DUE = "menage-a-finir"
PATIENCE_S = 20.0
LOCK_S = 5
LOCKED = "55P03"  # PostgreSQL, appendix A: lock_not_available


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


def clean() -> bool:
    """Leave no byte of what was deleted where the house keeps things; whether none is left.

    To be called outside of a transaction: inside of one (tests), the database keeps its free
    pages until the next time. The database is written anew: about as long as a copy of it takes.
    What could not go yet stays due (`is_due`), for the next time.
    """
    sweep_sessions()
    sweep_folders()
    if connection.in_atomic_block:
        return False
    if connection.vendor == "sqlite":
        _clean_sqlite()
    elif not _clean_postgresql():
        return False
    end()
    return True


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


def _clean_postgresql() -> bool:
    """Write the tables of the house anew, and what the planner remembers of their values; whether
    it could be.

    Needs to own the tables, no more. The log of writes (WAL) keeps what was deleted until it is
    recycled: the guide says how long. A transaction begun before the deletion, in any database of
    the cluster, makes `VACUUM` keep the rows it could still see, or wait for its locks while the
    house waits behind: it is left for later.
    """
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        if not _is_alone(cursor):
            return False
        cursor.execute(f"SET lock_timeout = '{LOCK_S}s'")
        try:
            for table in tables:
                if table.startswith(("dossier_", "django_session")):
                    cursor.execute(f'VACUUM (FULL, ANALYZE) "{table}"')
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != LOCKED:
                raise
            return False
        finally:
            cursor.execute("RESET lock_timeout")
        cursor.execute("CHECKPOINT" if _may_checkpoint(cursor) else "SELECT 1")
    return True


def _is_alone(cursor: CursorWrapper) -> bool:
    """Wait for the transactions begun before now; whether they are over."""
    cursor.execute("SELECT pg_current_xact_id()::text")
    (now,), until = cursor.fetchone(), time.monotonic() + PATIENCE_S
    while True:
        cursor.execute(
            "SELECT pg_snapshot_xmin(pg_current_snapshot()) > %s::text::xid8 AND NOT EXISTS ("
            " SELECT FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
            " AND age(backend_xmin) >= age(%s::text::xid))",
            [now, str(int(now) % 2**32)],
        )
        (is_over,) = cursor.fetchone()
        if is_over or time.monotonic() > until:
            return is_over
        time.sleep(0.1)


def _may_checkpoint(cursor: CursorWrapper) -> bool:
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
    found = [*default_storage.places(), *root.glob("arrivage-*/*")]
    arriving = Path(settings.FILE_UPLOAD_TEMP_DIR)
    found += [path for path in arriving.glob("*") if path.is_file()]
    for path in found:
        if path.name.split(".")[0] not in known and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
