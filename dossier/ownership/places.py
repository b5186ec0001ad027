"""Where a takeout is put, and read again: a folder, or a ZIP; file by file, little memory for both.

Whatever is put leaves its SHA-256 on a line of `SHA256SUMS`, which `sha256sum -c` checks.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

SUMS = "SHA256SUMS"
PIECE = 1 << 20  # bytes read at once
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same date for each file, so that what is the same is equal
PACKED = {".html", ".js", ".json", ".jsonl", ".txt", ".csv", ".css", ""}


def read(path: Path) -> Iterator[bytes]:
    """Give the bytes of a file of the disk, a piece at a time."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


class Taken(Exception):
    """Something is there already: nothing is put over it."""


class Unreadable(Exception):
    """This is no takeout, or not a whole one."""


class Refused(Exception):
    """Nothing was done; the message says why and what to do, in French."""


class Place(ABC):
    """Somewhere files are put, each once, by a path with `/`."""

    def __init__(self) -> None:
        self._sums = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        self.files = self.bytes = 0

    @abstractmethod
    def _put(self, path: str, pieces: Iterable[bytes]) -> None: ...

    @abstractmethod
    def close(self) -> None:
        """Finish: what was put is on the disk for good."""

    @abstractmethod
    def give_up(self) -> None:
        """Take away all that was put."""

    def put(self, path: str, pieces: bytes | Iterable[bytes]) -> str:
        """Put a file there; return its SHA-256."""
        found = hashlib.sha256()

        def passing() -> Iterator[bytes]:
            for piece in [pieces] if isinstance(pieces, bytes) else pieces:
                found.update(piece)
                self.bytes += len(piece)
                yield piece

        self._put(path, passing())
        self.note(path, found.hexdigest(), 0)
        return found.hexdigest()

    def holds(self, path: str) -> bool:
        """Tell whether this very file was put there once before, so that it need not be again."""
        return False

    def note(self, path: str, sha256: str, size: int) -> None:
        """Tell of a file that is there already."""
        self.files, self.bytes = self.files + 1, self.bytes + size
        self._sums.write(f"{sha256}  {path}\n".encode())

    def put_sums(self) -> str:
        """Put the list of all that was put so far; return its own SHA-256."""
        self._sums.seek(0)
        found = hashlib.file_digest(self._sums, "sha256").hexdigest()
        self._sums.seek(0)
        self._put(SUMS, iter(lambda: self._sums.read(PIECE), b""))
        return found


class Folder(Place):
    """A folder, made by us or empty. Raises Taken."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.is_ours = not root.exists()
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(root.iterdir()):
            raise Taken
        self.root, self._made = root, set()

    def _put(self, path: str, pieces: Iterable[bytes]) -> None:
        place = f"{self.root}/{path}"
        folder = place.rpartition("/")[0]
        if folder not in self._made:
            os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - a path for each of a million is slow
            self._made.add(folder)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb", buffering=0) as file:  # noqa: PTH123
            for piece in pieces:
                file.write(piece)

    def close(self) -> None:
        self._sums.close()
        os.sync()

    def give_up(self) -> None:
        self._sums.close()
        for one in self.root.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        if self.is_ours:
            self.root.rmdir()


class Sums(Place):
    """Nowhere: what is put only leaves its sum, on a stream."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out

    def _put(self, path: str, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            if path == SUMS:
                self._out.write(piece)

    def close(self) -> None:
        self._sums.close()

    def give_up(self) -> None:
        self._sums.close()


class _Spooled:
    """The list of what a ZIP holds, kept on the disk: `zipfile` only adds to it, then reads it."""

    def __init__(self) -> None:
        self._file, self._count = tempfile.TemporaryFile(), 0  # noqa: SIM115

    def append(self, told: zipfile.ZipInfo) -> None:
        held = {name: getattr(told, name, None) for name in told.__slots__}
        plain = {name: value for name, value in held.items() if isinstance(value, int | str)}
        self._file.write(json.dumps(plain).encode() + b"\n")
        self._count += 1

    def close(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[zipfile.ZipInfo]:
        self._file.seek(0)
        for line in self._file:
            told = zipfile.ZipInfo(date_time=LONG_AGO)
            for name, value in json.loads(line).items():
                setattr(told, name, value)
            yield told


class _Names(dict):
    """The names of what a ZIP holds: forgotten, since each is put once."""

    def __setitem__(self, name: str, told: zipfile.ZipInfo) -> None: ...


class Zip(Place):
    """A ZIP file, with its ending `.zip` once it is whole. Raises Taken."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        if path.exists():
            raise Taken
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path, self._part = path, path.with_name(f"{path.name}.en-cours")
        handle = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file = open(handle, "w+b")  # noqa: PTH123, SIM115
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, compresslevel=3)
        self._list = _Spooled()
        self._zip.filelist, self._zip.NameToInfo = self._list, _Names()

    def _put(self, path: str, pieces: Iterable[bytes]) -> None:
        told = zipfile.ZipInfo(path, LONG_AGO)
        told.external_attr = 0o600 << 16
        packed = PurePosixPath(path).suffix in PACKED
        told.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        with self._zip.open(told, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)

    def close(self) -> None:
        self._sums.close()
        self._zip.close()
        self._list.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self.path)

    def give_up(self) -> None:
        self._sums.close()
        self._zip.fp = None  # nothing more is written
        self._list.close()
        self._file.close()
        self._part.unlink(missing_ok=True)


def place(path: Path) -> Place:
    """Return where a takeout goes: a ZIP when its name says so, else a folder. Raises Taken."""
    return Zip(path) if path.suffix.lower() == ".zip" else Folder(path)


class Source(ABC):
    """A takeout to read."""

    @abstractmethod
    def open(self, path: str) -> BinaryIO:
        """Open a file of it. Raises Unreadable."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it."""

    def sums(self) -> Iterator[tuple[str, str]]:
        """Give (SHA-256, path) of each file that it should hold, in order. Raises Unreadable."""
        with self.open(SUMS) as file:
            for line in file:
                told, _, path = line.decode("utf-8", "replace").rstrip("\n").partition("  ")
                if len(told) != 64 or not path or not line.endswith(b"\n"):
                    raise Unreadable(SUMS)
                yield told, path


class FolderSource(Source):
    """A takeout in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def close(self) -> None:
        """Nothing is held."""

    def _path(self, path: str) -> Path:
        told = PurePosixPath(path)
        if told.is_absolute() or ".." in told.parts:
            raise Unreadable(path)
        return self.root / told

    def open(self, path: str) -> BinaryIO:
        try:
            return self._path(path).open("rb")
        except OSError as error:
            raise Unreadable(path) from error


END, END64 = struct.Struct("<4s4H2LH"), struct.Struct("<4sQ2H2L4Q")
LOCATOR, ENTRY, LOCAL = (
    struct.Struct("<4sLQL"),
    struct.Struct("<4s6H3L5H2L"),
    struct.Struct("<26x2H"),
)
FULL, FULL16 = 0xFFFFFFFF, 0xFFFF


class ZipSource(Source):
    """A takeout in a ZIP: the list of its files is kept on the disk while it is read."""

    def __init__(self, path: Path) -> None:
        self.path, self._list = path, sqlite3.connect("")  # a database of the moment, on the disk
        self._list.execute(
            "CREATE TABLE held (path TEXT PRIMARY KEY, at INT, method INT, packed INT, size INT,"
            " crc INT) WITHOUT ROWID"
        )
        try:
            with path.open("rb") as file:
                self._list.executemany("REPLACE INTO held VALUES (?, ?, ?, ?, ?, ?)", _held(file))
        except (OSError, struct.error, ValueError) as error:
            raise Unreadable(path.name) from error

    def close(self) -> None:
        self._list.close()

    def _told(self, path: str) -> tuple[int, int, int, int, int]:
        columns = "at, method, packed, size, crc"
        found = self._list.execute(f"SELECT {columns} FROM held WHERE path = ?", [path]).fetchone()  # noqa: S608
        if not found:
            raise Unreadable(path)
        return found

    def open(self, path: str) -> BinaryIO:
        at, method, packed, size, crc = self._told(path)
        told = zipfile.ZipInfo(path)
        told.compress_type, told.compress_size, told.file_size, told.CRC = method, packed, size, crc
        file = self.path.open("rb")
        try:
            file.seek(at)
            file.seek(sum(LOCAL.unpack(file.read(LOCAL.size))), os.SEEK_CUR)
            return zipfile.ZipExtFile(file, "r", told, close_fileobj=True)
        except (NotImplementedError, struct.error) as error:
            file.close()
            raise Unreadable(path) from error


def _held(file: BinaryIO) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Give (path, place, method, bytes packed, bytes, CRC) of each file of a ZIP."""
    size = file.seek(0, os.SEEK_END)
    tail = min(size, END.size + 65_536)
    file.seek(size - tail)
    held = file.read()
    at = held.rfind(b"PK\x05\x06")
    if at < 0:
        raise ValueError("no end")
    *_, count, _, begins, _ = END.unpack_from(held, at)
    if begins == FULL or count == FULL16:
        _, _, at64, _ = LOCATOR.unpack_from(held, at - LOCATOR.size)
        file.seek(at64)
        *_, count, _, begins = END64.unpack(file.read(END64.size))
    file.seek(begins)
    for _ in range(count):
        sign, _, _, _, method, _, _, crc, *told, at = ENTRY.unpack(file.read(ENTRY.size))
        packed, full, name, extra, comment = told[:5]
        if sign != b"PK\x01\x02":
            raise ValueError("no entry")
        path, more = file.read(name).decode(), file.read(extra)
        file.seek(comment, os.SEEK_CUR)
        full, packed, at = _long(more, [full, packed, at])
        yield path, at, method, packed, full, crc


def _long(extra: bytes, told: list[int]) -> list[int]:
    """Return sizes and places, those too long for the entry being in its extra field."""
    place = 0
    while place + 4 <= len(extra):
        sort, size = struct.unpack_from("<2H", extra, place)
        if sort == 1:
            longs = iter(struct.unpack_from(f"<{size // 8}Q", extra, place + 4))
            return [next(longs) if value == FULL else value for value in told]
        place += 4 + size
    return told


def source(path: Path) -> Source:
    """Return a takeout to read, in a folder or a ZIP. Raises Unreadable."""
    if path.is_dir():
        return FolderSource(path)
    if path.is_file():
        return ZipSource(path)
    raise Unreadable(path.name)


READING = (OSError, EOFError, zipfile.BadZipFile, zlib.error)


@contextmanager
def opened(held: Source, path: str) -> Iterator[BinaryIO]:
    """Open a file of a takeout; what cannot be read in it raises Unreadable."""
    try:
        with held.open(path) as file:
            yield file
    except READING as error:
        raise Unreadable(path) from error


def pieces(held: Source, path: str) -> Iterator[bytes]:
    """Give the bytes of a file of a takeout; what cannot be read in it raises Unreadable, what
    becomes of them outside does not.
    """
    file = held.open(path)
    try:
        while piece := _read(file, path):
            yield piece
    finally:
        file.close()


def _read(file: BinaryIO, path: str) -> bytes:
    try:
        return file.read(PIECE)
    except READING as error:
        raise Unreadable(path) from error


def digest(held: Source, path: str) -> str:
    """Return the SHA-256 of a file of a takeout. Raises Unreadable."""
    with opened(held, path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
