"""Reading what another house gave, as one more source of arrivals: nothing is believed of the file
but what its form allows, and nothing is kept of it before all of it was checked.
"""

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from dossier.arrivals.brought import Brought, Paper, Someone, Told, Unreadable
from dossier.disclosures.bundle import MANIFEST, NOTICE
from dossier.disclosures.rules import is_said
from dossier.establishment.dates import full_day
from dossier.files import age
from dossier.notebooks.rules import keepable
from dossier.transfers.form import FORMAT, INDEX, VERSION

PIECE = 1 << 20  # bytes read at a time
MOST_ENTRIES = 10_000  # of the ZIP
MOST_WORDS = 64 << 20  # bytes of all texts
MOST_LISTED = 8 << 20  # bytes of each list
RATIO, SPARE = 20, 64 << 20  # all that is inside: so many times the ZIP, and so many bytes
ENTRY = b"PK\x01\x02"  # what begins each line of the list of a ZIP
PLAIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,99}")  # no folder, and no name but a number
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
HEX = re.compile(r"[0-9a-f]{64}")
BROKEN = (
    OSError, EOFError, LookupError, NotImplementedError, RuntimeError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip

SHUT = (
    "Ce fichier ne s’ouvre pas avec la clé d’ici : il est scellé pour une autre, pour une "
    "d’avant, ou il est abîmé. Comparez les six mots de la clé, et demandez-le à nouveau. Rien "
    "n’a changé ici."
)
DAMAGED = (
    "Ce fichier s’ouvre, mais ce n’est pas, entier, ce que ce logiciel scelle pour ailleurs : "
    "demandez-le à nouveau. Rien n’a changé ici."
)
OTHER_VERSION = (
    "Ce fichier vient d’une autre version du logiciel : mettez à jour la plus ancienne "
    "des deux, puis recommencez. Rien n’a changé ici."
)
TOO_BIG = "Ce fichier tient plus que ce que l’on accepte ici. Rien n’a changé ici."


@dataclass(frozen=True)
class Received:
    """What another house gave: what it says of itself, and what it brings. `house`, `by` and all
    else are what the file says; who sealed it is told by voice alone (`sha256`, in hexadecimal).
    """

    brought: Brought
    house: str
    by: str
    reference: str
    purpose: str
    consents: tuple[str, ...]
    made: datetime
    until: date
    sha256: str


@contextmanager
def received(path: Path, key: str) -> Iterator[Received]:
    """Open a file with the private `key` of the house, in a folder that goes at the end; what is
    given stands as long as the block does.

    Raises Unreadable, with what to say; OSError when `path` does not open, or the disk is full.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(mode=0o700, exist_ok=True)
    with path.open("rb") as sealed:
        sha256 = hashlib.file_digest(sealed, "sha256").hexdigest()
        if path.stat().st_size > shutil.disk_usage(root).free:
            raise Unreadable(TOO_BIG)
        sealed.seek(0)
        with tempfile.TemporaryDirectory(dir=root, prefix="arrivage-") as name:
            folder = Path(name)
            packed = folder / "zip"
            try:
                with packed.open("xb") as out:
                    age.decrypt(sealed, out, key)
            except age.BadKey as error:
                raise Unreadable(SHUT) from error
            yield _Reading(packed, folder).received(path, sha256)


class _Reading:
    """A file being read."""

    def __init__(self, packed: Path, folder: Path) -> None:
        size = packed.stat().st_size
        self.folder = folder
        self.left = min(SPARE + RATIO * size, shutil.disk_usage(folder).free)
        self.words_left = MOST_WORDS
        if _count(packed, ENTRY) > MOST_ENTRIES:
            raise Unreadable(TOO_BIG)
        try:
            self.zip = zipfile.ZipFile(packed)
        except BROKEN as error:
            raise Unreadable(DAMAGED) from error

    def received(self, path: Path, sha256: str) -> Received:
        """Return all of it, checked. Raises Unreadable."""
        with self.zip:
            self.names = self._names()
            try:
                manifest = json.loads(self._whole(MANIFEST, MOST_LISTED))
                index = json.loads(self._whole(INDEX, MOST_LISTED))
                _must_be_of_form(index)
                self.sums = _sums(manifest["parts"])
                return self._received(manifest["manifest"], index, path, sha256)
            except (*BROKEN, RecursionError) as error:
                if isinstance(error, OSError) and error.errno:  # the disk, not the file
                    raise
                raise Unreadable(DAMAGED) from error

    def _names(self) -> set[str]:
        names = [one.filename for one in self.zip.infolist()]
        if len(set(names)) < len(names) or not all(map(PLAIN.fullmatch, names)):
            raise Unreadable(DAMAGED)
        packings = {one.compress_type for one in self.zip.infolist()}
        if not {INDEX, MANIFEST} <= set(names) or packings - PACKINGS:
            raise Unreadable(DAMAGED)
        return set(names)

    def _received(
        self, manifest: dict[str, Any], index: dict[str, Any], path: Path, sha256: str
    ) -> Received:
        if self.names - {MANIFEST, NOTICE} != set(self.sums):
            raise ValueError("what is there is not what is said")
        house, by = _one_line(manifest["house"]), _one_line(manifest["by"])
        made, until = datetime.fromisoformat(manifest["made"]), _day(manifest["until"])
        purpose, reference = _words(manifest["purpose"]), _one_line(index["reference"])
        consents = tuple(map(_one_line, manifest["consents"]))
        key, called = _hex(index["person"]["key"]), _one_line(index["person"]["called"])
        if not is_said(called) or not is_said(house) or made.tzinfo is None:
            raise ValueError("somebody without a name, or no instant")
        facts = (
            ("Reçu de", house),
            ("Envoi", f"{reference}, scellé le {full_day(made.date())} par {by}"),
            ("Pour quoi", purpose),
            ("Avec quels accords", " ; ".join(consents)),
            ("À lire jusqu’au", full_day(until)),
        )
        texts = tuple(self._text(one, key, house) for one in index["texts"])
        if len({one.key for one in texts}) < len(texts):
            raise ValueError("twice the same text")
        self._check_the_rest()
        person = Someone(key=key, called=called, facts=facts)
        brought = Brought(Paper(path.name, path), (person,), texts)
        return Received(brought, house, by, reference, purpose, consents, made, until, sha256)

    def _text(self, told: dict[str, Any], person: str, house: str) -> Told:
        text = ""
        if told["text"] is not None:
            text = keepable(self._checked_words(told["text"]))
        papers, words = [], []
        for one in told["files"]:
            papers.append(Paper(one["path"], self._put_aside(one["path"])))
            words.append(_words(one["words"]).strip())
        voice, author = _one_line(told["voice"]), _one_line(told["author"])
        spoken = f"Qui parle : {voice}" if voice else ""
        return Told(
            key=_hex(told["key"]),
            of=(person,),
            text="\n\n".join(filter(None, (text, *words, spoken))),
            when=_day(told["day"]),
            heading=_one_line(told["heading"]),
            author=", ".join(filter(None, (author, house))),
            papers=tuple(papers),
        )

    def _checked_words(self, name: str) -> str:
        content = self._whole(name, self.words_left)
        self.words_left -= len(content)
        self._must_be(name, hashlib.sha256(content).hexdigest())
        return content.decode()

    def _put_aside(self, name: str) -> Path:
        path, found = self.folder / f"{len(self.sums)}.part", hashlib.sha256()
        with path.open("xb") as out:
            for piece in self._pieces(name, settings.MAX_FILE_MB << 20):
                out.write(piece)
                found.update(piece)
        self._must_be(name, found.hexdigest())
        return path

    def _must_be(self, name: str, digest: str) -> None:
        """Check what was read, once: what is read twice is not what is said."""
        if self.sums.pop(name) != digest:
            raise ValueError("not what was sealed")

    def _check_the_rest(self) -> None:
        """Check what is not taken in: the index, and pages made for who has no software."""
        for name in list(self.sums):
            found = hashlib.sha256()
            for piece in self._pieces(name, MOST_WORDS):
                found.update(piece)
            self._must_be(name, found.hexdigest())

    def _whole(self, name: str, most: int) -> bytes:
        return b"".join(self._pieces(name, most))

    def _pieces(self, name: str, most: int) -> Iterator[bytes]:
        """Yield a content, `most` bytes of it. Raises Unreadable."""
        with self._opened(name) as file:
            while piece := _read(file):
                self.left -= len(piece)
                most -= len(piece)
                if min(self.left, most) < 0:
                    raise Unreadable(TOO_BIG)
                yield piece

    def _opened(self, name: str) -> zipfile.ZipExtFile:
        try:
            return self.zip.open(name)
        except BROKEN as error:
            raise Unreadable(DAMAGED) from error


def _must_be_of_form(index: dict[str, Any]) -> None:
    """Raise Unreadable for what is not of this form, or of another version of it."""
    if index["format"] != FORMAT:
        raise Unreadable(DAMAGED)
    if index["version"] != VERSION:
        raise Unreadable(OTHER_VERSION)


def _read(file: zipfile.ZipExtFile) -> bytes:
    try:
        return file.read(PIECE)
    except BROKEN as error:
        raise Unreadable(DAMAGED) from error


def _count(path: Path, mark: bytes) -> int:
    """Return how often a mark stands in a file."""
    count, end = 0, b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            count += (end + piece).count(mark)
            end = piece[1 - len(mark) :]
    return count


def _sums(parts: list[dict[str, Any]]) -> dict[str, str]:
    rows = [(one["path"], _hex(one["sha256"])) for part in parts for one in part["files"]]
    if len(dict(rows)) < len(rows):
        raise ValueError("twice the same file")
    return dict(rows)


def _words(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError("no words")
    return keepable(told)


def _one_line(told: Any) -> str:
    return " ".join(_words(told).split())


def _hex(told: Any) -> str:
    if not HEX.fullmatch(_words(told)):
        raise ValueError("no print")
    return told


def _day(told: Any) -> date:
    day = date.fromisoformat(_words(told))
    if not FIRST <= day <= LAST:
        raise ValueError("no day of a life")
    return day
