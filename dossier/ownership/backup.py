"""Backups: everything the house holds, encrypted to its own key, kept elsewhere by a simple rule.

A backup is a takeout without its pages, in one age file; the files of the house are beside, each
once, each an age file under a name that says nothing (HMAC of its own, keyed by the house). So what
was there before is not written again, and whoever finds the disk learns how many, how big, when.

    sauvegardes/20261130T094600Z.age     a ZIP: tables, keys, sums, manifest
    sauvegardes/20261130T094600Z.txt     the names of the files that it needs
    fichiers/ab/abcdef….age              a file
    cle.pub                              the public half of the key: whose they are
    LISEZ-MOI.txt

The private half of the key is on paper: the house cannot open its own backups.
"""

import hmac
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils import timezone

from dossier.config import instance
from dossier.files import age
from dossier.ownership import notice
from dossier.ownership.places import (
    SUMS,
    Place,
    Refused,
    Source,
    Unreadable,
    Zip,
    ZipSource,
    pieces,
    read,
)
from dossier.ownership.takeout import KEYS, Advance, Told, fill, quiet

PUBLIC, REMEMBERED = instance.BACKUP, "sauvegardes.json"
BACKUPS, FILES, OWNER = "sauvegardes", "fichiers", "cle.pub"
STAMP = "%Y%m%dT%H%M%SZ"
INSTANTS = ("made_at", "verified_at")


class NoKey(Exception):
    """The house has no key to encrypt its backups to."""


class HasKey(Exception):
    """The house has a key: another would leave two papers in the drawer."""


def make_key(*, again: bool = False) -> str:
    """Make the key of the house's backups; keep its public half, return the private one, which is
    nowhere else. Raises HasKey, unless another is wanted `again`.
    """
    if public_key() and not again:
        raise HasKey
    private, public = age.new_key()
    instance.replace_key(settings.DOSSIER_HOME, PUBLIC, public)
    return private


def public_key() -> str:
    """Return the public half of the key; nothing when there is none."""
    with suppress(FileNotFoundError):
        return (settings.DOSSIER_HOME / PUBLIC).read_text().strip()
    return ""


@dataclass(frozen=True)
class Keeping:
    """How many backups are kept: the last of each of so many days, weeks and months."""

    days: int = 7
    weeks: int = 5
    months: int = 12

    def kept(self, made: Iterable[datetime]) -> set[datetime]:
        """Return those of `made` that are kept; the last always is."""
        found = sorted(made, reverse=True)
        kept = set(found[:1])
        for count, form in ((self.days, "%Y%m%d"), (self.weeks, "%G%V"), (self.months, "%Y%m")):
            spans: dict[str, datetime] = {}
            for at in found:
                spans.setdefault(at.strftime(form), at)
            kept |= set(list(spans.values())[:count])
        return kept


def make(
    root: Path, *, now: datetime, keeping: Keeping | None = None, advance: Advance = quiet
) -> Told:
    """Make a backup in the folder `root`, then take away those that the rule keeps no more.

    Raises NoKey, Refused for a folder of another key, OSError: what was there before is then as it
    was.
    """
    public = public_key()
    if not public:
        raise NoKey
    stamp = now.astimezone(UTC).strftime(STAMP)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    _must_be_ours(root, public)
    with tempfile.TemporaryDirectory(dir=settings.DOSSIER_HOME, prefix="sauvegarde-") as apart:
        held = Path(apart) / "tables.zip"
        put = _Shelf(root, held, public)
        told = fill(put, now=now, advance=advance, with_pages=False)
        folder = root / BACKUPS
        folder.mkdir(mode=0o700, exist_ok=True)
        _write(folder / f"{stamp}.txt", [f"{name}\n".encode() for name in sorted(put.names)])
        _encrypt(folder / f"{stamp}.age", read(held), public)
    _write(root / notice.NAME, [notice.BACKUPS.encode()])
    _forget(root, keeping or Keeping())
    remember(made_at=now, place=str(root))
    return told


def _must_be_ours(root: Path, public: str) -> None:
    """Note whose backups a folder holds: those of another house would go by our rule."""
    owner = root / OWNER
    if not owner.exists():
        _write(owner, [f"{public}\n".encode()])
    elif owner.read_text().strip() != public:
        raise Refused(
            f"{root} garde les sauvegardes de quelqu’un d’autre, ou d’une autre clé : donnez un "
            "autre emplacement. Rien n’y a été changé."
        )


class _Shelf(Place):
    """Where a backup is put: files on the shelf of all backups, the rest in a ZIP apart."""

    def __init__(self, root: Path, held: Path, public: str) -> None:
        super().__init__()
        self.root, self.public, self.names = root, public, set()
        self._key = file_key(instance.key(settings.DOSSIER_HOME, instance.SECRET))
        self._zip = Zip(held)

    def _named(self, path: str) -> Path:
        return self.root / stored_as(self._key, path)

    def holds(self, path: str) -> bool:
        return self._named(path).exists()

    def note(self, path: str, sha256: str, size: int) -> None:
        if path.startswith(f"{FILES}/"):
            self.names.add(self._named(path).name)
        super().note(path, sha256, size)

    def _put(self, path: str, pieces: Iterable[bytes]) -> None:
        if not path.startswith(f"{FILES}/"):
            self._zip._put(path, pieces)
            return
        place = self._named(path)
        if place.exists():
            for _ in pieces:  # read all the same, for its sum
                continue
            return
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _encrypt(place, pieces, self.public)

    def close(self) -> None:
        self._sums.close()
        self._zip.close()

    def give_up(self) -> None:
        self._sums.close()
        self._zip.give_up()


def file_key(secret: str) -> bytes:
    """Return what names of files are made with, from the secret of the house."""
    return hmac.digest(secret.encode(), b"dossier.backups", "sha256")


def stored_as(key: bytes, path: str) -> str:
    """Return where a file of a takeout is in backups."""
    name = hmac.digest(key, path.encode(), "sha256").hex()[:40]
    return f"{FILES}/{name[:2]}/{name}.age"


def _encrypt(place: Path, pieces: Iterable[bytes], public: str) -> None:
    """Write an age file, there whole or not at all."""
    fresh = place.with_name(f"{place.name}.en-cours")
    try:
        with _fresh(fresh) as file:
            age.encrypt(pieces, file, [public])
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    fresh.replace(place)


def _write(place: Path, pieces: Iterable[bytes]) -> None:
    fresh = place.with_name(f"{place.name}.en-cours")
    with _fresh(fresh) as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(place)


def _fresh(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def made_in(root: Path) -> list[Path]:
    """Return the backups of a folder, the oldest first."""
    return sorted((root / BACKUPS).glob("*.age"))


def _forget(root: Path, keeping: Keeping) -> None:
    """Take away the backups that are kept no more, then the files that none needs."""
    made = {datetime.strptime(one.stem, STAMP).replace(tzinfo=UTC): one for one in made_in(root)}
    for at in made.keys() - keeping.kept(made):
        made[at].unlink()
        made[at].with_suffix(".txt").unlink(missing_ok=True)
    needed: set[str] = set()
    for one in made_in(root):
        try:
            needed |= set(one.with_suffix(".txt").read_text().split())
        except FileNotFoundError:
            return  # nobody knows what it needs: everything stays
    for one in (root / FILES).glob("*/*.age"):
        if one.name not in needed:
            one.unlink()


class BackupSource(Source):
    """A backup to read: opened with the private key."""

    def __init__(self, path: Path, key: str) -> None:
        self.root, self.key = path.parent.parent, key
        self._apart = tempfile.TemporaryDirectory(
            dir=settings.DOSSIER_HOME, prefix="sauvegarde-", ignore_cleanup_errors=True
        )
        held = Path(self._apart.name) / "tables.zip"
        try:
            with path.open("rb") as file, _fresh(held) as out:
                age.decrypt(file, out, key)
            self._zip = ZipSource(held)
            self._names = file_key(b"".join(pieces(self._zip, f"{KEYS}/secret.key")).decode())
        except (FileNotFoundError, ValueError) as error:
            self._apart.cleanup()
            raise Unreadable(path.name) from error
        except BaseException:
            self._apart.cleanup()
            raise

    def _path(self, path: str) -> Path:
        return self.root / stored_as(self._names, path)

    def open(self, path: str) -> BinaryIO:
        if not path.startswith(f"{FILES}/"):
            return self._zip.open(path)
        out = tempfile.TemporaryFile(dir=self._apart.name)  # noqa: SIM115 - the caller closes it
        try:
            with self._path(path).open("rb") as file:
                age.decrypt(file, out, self.key)
        except (OSError, age.BadKey) as error:
            out.close()
            raise Unreadable(path) from error
        out.seek(0)
        return out

    def close(self) -> None:
        self._zip.close()
        self._apart.cleanup()


def backup_at(path: Path) -> Path | None:
    """Return the backup that `path` names: itself, or the last of a folder of backups; None when it
    is something else.
    """
    if path.suffix == ".age" and path.is_file():
        return path
    made = made_in(path) if path.is_dir() else []
    return made[-1] if made else None


def verify(path: Path, key: str) -> None:
    """Restore a backup in an instance apart, on this machine, and compare what it then holds with
    what was saved, row by row and file by file; note when. Raises Refused, Unreadable, BadKey.
    """
    with tempfile.TemporaryDirectory(dir=settings.DOSSIER_HOME, prefix="essai-") as apart:
        home = Path(apart) / "maison"
        _must(home, "restore", str(path), "--key", "-", given=key)
        _must(home, "journal", "verify")
        found = _must(home, "takeout", "--sums")
    one = backup_at(path)
    with closing(BackupSource(one, key)) as held:
        saved = b"".join(pieces(held, SUMS)).decode()
    if found != saved:
        raise Refused("Ce qui est revenu n’est pas ce qui avait été sauvegardé : refaites-en une.")
    remember(verified_at=timezone.now())


def _must(home: Path, *words: str, given: str = "") -> str:
    """Run a command of the house on another instance, of SQLite; return what it says."""
    kept = {name: told for name, told in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "dossier", *words],
        env=kept | {"DOSSIER_HOME": str(home)},
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refused(done.stderr.strip() or done.stdout.strip())
    return done.stdout


@dataclass(frozen=True)
class Remembered:
    """When a backup was last made, and where; when one was last restored, to be believed."""

    made_at: datetime | None = None
    place: str = ""
    verified_at: datetime | None = None


def remember(
    *, made_at: datetime | None = None, place: str = "", verified_at: datetime | None = None
) -> None:
    """Note what was just done, in a file of the instance: for the page of who keeps the machine."""
    former = remembered()
    kept = {
        "made_at": made_at or former.made_at,
        "place": place or former.place,
        "verified_at": verified_at or former.verified_at,
    }
    fresh = settings.DOSSIER_HOME / f".{REMEMBERED}"
    fresh.write_text(json.dumps(kept, default=datetime.isoformat))
    fresh.replace(settings.DOSSIER_HOME / REMEMBERED)


def remembered() -> Remembered:
    """Return what was noted; nothing when nothing was, or when it does not read."""
    try:
        told = json.loads((settings.DOSSIER_HOME / REMEMBERED).read_text())
        at = {name: told[name] and datetime.fromisoformat(told[name]) for name in INSTANTS}
        return Remembered(place=told["place"], **at)
    except (OSError, KeyError, TypeError, ValueError):
        return Remembered()
