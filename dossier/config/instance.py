"""An instance is a folder: its database, its files, its keys."""

import contextlib
import os
import re
import secrets
import sqlite3
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SECRET, JOURNAL, BACKUP = "secret.key", "journal.key", "backup.pub"
BASE = "dossier.sqlite3"
ROOT = Path(__file__).resolve().parents[2]
WAL_IS_SAFE = (3, 51, 3)
# What django-storages calls what DOSSIER_S3_… tell.
S3 = {
    "BUCKET": "bucket_name",
    "ENDPOINT": "endpoint_url",
    "KEY": "access_key",
    "SECRET": "secret_key",
}


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


# Of several servers, one may vanish without a word: who waits for it does not wait for long
# (PostgreSQL, "Database Connection Control Functions": seconds, but for the last, milliseconds).
SEVERAL = {
    "target_session_attrs": "read-write",
    "connect_timeout": "3",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
ADDRESS = re.compile(r"postgres(?:ql)?://([^/?#]*)/([^?#]+)(?:\?([^#]*))?")
PLACE = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\[\]:,/?#@\s]*)(?::(?P<port>\d{1,5}))?")


def postgresql(url: str) -> dict:
    """Return Django's description of the PostgreSQL database at `url`.

    `url` is `postgres://user:password@host:port/name?option=value`, where `host:port` may be
    several, parted by commas: the one that takes writings is found at each connection (libpq,
    "Specifying Multiple Hosts"). ValueError otherwise.
    """
    address = ADDRESS.fullmatch(url)
    where, called, options = address.groups(default="") if address else ("", "", "")
    user, _, places = where.rpartition("@")
    found = [PLACE.fullmatch(one) for one in places.split(",")]
    hosts = [unquote(one["host"]).strip("[]") if one else "" for one in found]
    ports = [one["port"] or "" if one else "" for one in found]
    is_several = len(found) > 1
    if (
        not address
        or not all(found)
        or (is_several and not all(hosts))
        or any(port and not 0 < int(port) < 65_536 for port in ports)
    ):
        raise ValueError(
            "DATABASE_URL doit ressembler à postgres://utilisateur:secret@machine:5432/nom ; "
            "de plusieurs machines : …@une:5432,autre:5432/nom"
        )
    name, _, password = user.partition(":")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(called),
        "USER": unquote(name),
        "PASSWORD": unquote(password),
        "HOST": ",".join(hosts),
        "PORT": ",".join(port or "5432" for port in ports) if is_several else ports[0],
        "OPTIONS": (SEVERAL if is_several else {}) | dict(parse_qsl(options)),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


def storage(told: Mapping[str, str]) -> dict:
    """Return Django's description of where files are kept: the instance's folder, or the
    S3-compatible storage that the variables `DOSSIER_S3_*` of `told` name. ValueError when one is
    missing, and for an address that does not encrypt, unless it is this machine.
    """
    if not told.get("DOSSIER_S3_BUCKET"):
        return {"BACKEND": "dossier.files.storage.Here"}
    given = {name: told.get(f"DOSSIER_S3_{name}", "") for name in S3}
    if missing := [f"DOSSIER_S3_{name}" for name, value in given.items() if not value]:
        raise ValueError(f"Pour ranger les fichiers ailleurs, il manque {', '.join(missing)}.")
    if not find_spec("storages"):
        raise ValueError(
            "Il manque une bibliothèque : « dossier add s3 », ou « scripts/setup s3 »."
        )
    where = urlsplit(given["ENDPOINT"])
    if where.scheme != "https" and where.hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise ValueError("DOSSIER_S3_ENDPOINT doit commencer par https:// : les fichiers y passent")
    return {
        "BACKEND": "dossier.files.elsewhere.Elsewhere",
        "OPTIONS": {S3[name]: value for name, value in given.items()}
        | {"region_name": told.get("DOSSIER_S3_REGION") or "us-east-1"},
    }
