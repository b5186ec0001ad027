"""An instance is a folder: its database, its files, its keys."""

import contextlib
import os
import secrets
import sqlite3
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SECRET, JOURNAL, BACKUP = "secret.key", "journal.key", "backup.pub"
BASE = "dossier.sqlite3"
ROOT = Path(__file__).resolve().parents[2]
WAL_IS_SAFE = (3, 51, 3)


def is_workshop() -> bool:
    """Whether the software runs from the folder where one works on it, not from a package."""
    return (ROOT / "pyproject.toml").is_file()


def usual() -> str:
    """Return the instance's folder when none is named: beside the code where one works on it,
    among one's own data where the package is installed (XDG Base Directory Specification).
    """
    if is_workshop():
        return str(ROOT / "instance")
    return str(Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share", "dossier"))


def home(path: str) -> Path:
    """Return the instance folder, made if need be, and readable by its owner alone."""
    folder = Path(path).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid == os.geteuid():
        folder.chmod(0o700)
    return folder


def key(folder: Path, name: str) -> str:
    """Return a key of the instance, SECRET or JOURNAL; made at first start (mode 0600), never
    replaced.

    Two processes starting together get the same key: the file is written whole under
    another name, then linked, and the first link wins.
    """
    path = folder / name
    if not path.exists():
        fresh = folder / f".{name}.{secrets.token_hex(8)}"
        _write(fresh, secrets.token_urlsafe(64))
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()


def replace_key(folder: Path, name: str, value: str) -> None:
    """Put another key in the place of one of the instance: that of the house that comes back."""
    fresh = folder / f".{name}.{secrets.token_hex(8)}"
    _write(fresh, value)
    fresh.replace(folder / name)


def _write(path: Path, value: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(value)
        file.flush()
        os.fsync(file.fileno())


def sqlite(folder: Path) -> dict:
    """Return Django's description of the embedded database of `folder`.

    WAL lets people read while one writes, where SQLite is recent enough to be trusted with it;
    FULL puts each acknowledged commit on the disk; IMMEDIATE takes the write lock at BEGIN, so
    that two writers wait instead of failing.
    """
    journal = "WAL" if sqlite3.sqlite_version_info >= WAL_IS_SAFE else "DELETE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / BASE,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                f"PRAGMA journal_mode={journal};"
                "PRAGMA synchronous=FULL;"
                "PRAGMA secure_delete=ON;"
                "PRAGMA temp_store=MEMORY;"
                "PRAGMA cache_size=-16000;"
                "PRAGMA journal_size_limit=67108864;"
            ),
        },
        "CONN_MAX_AGE": None,
    }


def copy_base(folder: Path, into: Path) -> None:
    """Copy the embedded database of one folder into another, whole, as of one instant, while people
    write; OSError when it cannot be read or written, and nothing of it is left.
    """
    fresh = into / f".{BASE}.{secrets.token_hex(8)}"
    try:
        with (
            contextlib.closing(sqlite3.connect(folder / BASE)) as base,
            contextlib.closing(sqlite3.connect(fresh)) as copy,
        ):
            base.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, whole
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(into / BASE)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)


def postgresql(url: str) -> dict:
    """Return Django's description of the PostgreSQL database at `url`.

    `url` is `postgres://user:password@host:port/name?option=value`; ValueError otherwise.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or len(parts.path) < 2:
        raise ValueError(
            "DATABASE_URL doit ressembler à postgres://utilisateur:secret@machine:5432/nom"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
