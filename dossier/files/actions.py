"""Acts on files: keep one, forget one that nothing holds any more."""

import contextlib
import filecmp
import hashlib
import json
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage

from dossier.files import apart, kinds
from dossier.files.models import Blob

PATIENCE_S = 60  # for one file in the workshop
SIZES = ("large", "small", "clean")
QUARANTINE_S = 3600  # a file just received waits for what will hold it


class EmptyFile(Exception):
    """A file of no byte: there is nothing to keep."""


def keep(pieces: Iterable[bytes]) -> Blob:
    """Keep a file given as pieces of bytes, and return it; the same content is kept once.

    It is opened in the workshop first: an image loses its camera's notes there, and what cannot
    be opened is kept as it came. On return the file is kept for good. Raises EmptyFile.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(mode=0o700, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root, prefix="arrivage-") as name:
        folder = Path(name)
        received = folder / "received"
        with received.open("xb") as file:
            for piece in pieces:
                file.write(piece)
        if not received.stat().st_size:
            raise EmptyFile
        told = _look(received, folder)
        content = folder / "content"
        return _shelve(content if content.exists() else received, folder, told)


def keep_sealed(path: Path, mime: str) -> Blob:
    """Keep a file that we made, sealed: moved as it is, never opened. On return it is kept for
    good.
    """
    with tempfile.TemporaryDirectory(dir=settings.MEDIA_ROOT, prefix="arrivage-") as name:
        folder = Path(name)
        return _shelve(path, folder, {"kind": kinds.SEALED, "mime": mime, "text": ""})


def _look(received: Path, folder: Path) -> dict[str, Any]:
    """Return what the workshop says of a file; what it could not open is opaque."""
    printed = apart.run("dossier.files.workshop", received, folder, patience=PATIENCE_S)
    told = _last_said(printed)
    if told["kind"] != kinds.IMAGE:
        for size in SIZES:
            (folder / size).unlink(missing_ok=True)
    if told["kind"] not in {kinds.IMAGE, kinds.SOUND, kinds.VIDEO}:
        (folder / "content").unlink(missing_ok=True)
    return told


def handed(blob: Blob) -> Path | None:
    """Return where a sound or a film is to be handed over from, without the notes inside it, even
    if it was kept before they were taken off; None when they cannot be.

    Looked at once: `clean` is the file without them, empty when it had none.
    """
    clean = blob.path("clean")
    if not clean.exists():
        with tempfile.TemporaryDirectory(dir=settings.MEDIA_ROOT, prefix="remise-") as name:
            folder = Path(name)
            content, same = folder / "content", folder / "same"
            kept = apart.at_hand(blob.path(), folder)
            told = _look(kept, folder)
            if (told["kind"], told["mime"]) != (blob.kind, blob.mime):
                return None
            is_same = not content.exists() or filecmp.cmp(content, kept, shallow=False)
            same.touch()
            default_storage.put({blob.stored_as("clean"): same if is_same else content})
    return clean if clean.stat().st_size else blob.path()


def _last_said(printed: bytes) -> dict[str, Any]:
    """Return the last whole line the workshop printed: it may have been stopped in the middle."""
    for line in reversed(printed.splitlines()):
        with contextlib.suppress(ValueError):
            return json.loads(line)
    return {"kind": kinds.OTHER, "mime": kinds.OPAQUE.mime}


def _shelve(content: Path, folder: Path, told: dict[str, Any]) -> Blob:
    """Put a file and its sizes at their places, for good, then in the database."""
    with content.open("rb") as file:
        name = hashlib.file_digest(file, "sha256").hexdigest()
    fields = told | {"size": content.stat().st_size}
    blob = Blob(sha256=name)
    found = {"content": content} | {size: folder / size for size in SIZES}
    default_storage.put(
        {blob.stored_as(size): path for size, path in found.items() if path.exists()}
    )
    return Blob.objects.get_or_create(sha256=name, defaults=fields)[0]


def sweep(unheld: Iterable[Blob]) -> None:
    """Throw away the files of `unheld`, which nothing holds, unless they have just arrived."""
    for blob in unheld:
        content = blob.path()
        if content.exists() and time.time() - content.stat().st_mtime < QUARANTINE_S:
            continue
        blob.delete()
        for size in ("content", *SIZES):
            blob.path(size).unlink(missing_ok=True)
