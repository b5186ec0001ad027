"""Where the bytes of files are: a folder of this machine, or elsewhere (`elsewhere`, by S3).

A place is what is asked for the bytes of a file. Here it is a path; elsewhere it answers as a path
does to the little that the house asks: `exists`, `stat`, `open("rb")`, `read_bytes`, `unlink`.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class Here(FileSystemStorage):
    """The folder of the instance where files are kept, each under two letters of its name."""

    def place(self, name: str) -> Path:
        """Return where a file is; a whole path is its own place."""
        return Path(settings.MEDIA_ROOT) / name

    def places(self) -> Iterator[Path]:
        """Yield where all files are, known of the house or not."""
        return self.place("").glob("??/*")

    def put(self, found: Mapping[str, Path]) -> None:
        """Move files under their names, which are in one folder; on the disk for good."""
        for name, path in found.items():
            place = self.place(name)
            place.parent.mkdir(mode=0o700, exist_ok=True)
            _move(path, place)
        flush(place.parent)
        flush(place.parent.parent)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Give a file to write, in its place once it is whole; `settle` is to follow."""
        place = self.place(name)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        fresh = place.with_name(f"{place.name}.remis")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(place)

    def settle(self) -> None:
        """Put the names of what was written on the disk for good."""
        root = self.place("")
        for folder in (*root.glob("??"), root):
            flush(folder)

    def is_empty(self) -> bool:
        """Whether no file was ever kept."""
        root = self.place("")
        return not root.exists() or not any(root.iterdir())

    def clear(self) -> None:
        """Throw all files away."""
        shutil.rmtree(self.place(""), ignore_errors=True)


def _move(found: Path, place: Path) -> None:
    with found.open("rb") as file:
        os.fsync(file.fileno())
    found.chmod(0o600)
    found.replace(place)


def flush(folder: Path) -> None:
    """Put the names of a folder on the disk for good."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
