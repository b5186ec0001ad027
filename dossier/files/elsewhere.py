"""Files kept in S3-compatible storage (decision 0032), for a house of several servers.

Nobody but the house reads them there: they have no address of their own, and the house hands their
bytes over itself, to whom it would have handed them from its disk.
"""

import errno
import io
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files import File
from storages.backends.s3 import S3Storage

STRETCH = 2_000_000  # bytes asked for at once
OURS = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z]+)?")
ABSENT = {"404", "NoSuchKey", "NotFound"}
# What a storage answers that never keeps former versions.
NO_VERSIONS = {"501", "405", "NotImplemented", "MethodNotAllowed"}
# Not all storages know the sums that botocore adds by itself since 1.36; HTTPS keeps bytes whole.
CLIENT = Config(
    signature_version="s3v4",
    connect_timeout=3,
    read_timeout=30,
    retries={"mode": "standard", "total_max_attempts": 3},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    s3={"addressing_style": "path"},
)


@contextmanager
def answering() -> Iterator[None]:
    """Tell what a storage refuses, or that it does not answer, as a disk does: OSError, which is
    FileNotFoundError for what it does not have.
    """
    try:
        yield
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in ABSENT:
            raise FileNotFoundError(errno.ENOENT, code) from error
        raise OSError(errno.EIO, f"the storage says {code}") from error
    except (BotoCoreError, Boto3Error) as error:
        raise OSError(errno.EIO, type(error).__name__) from error


class Elsewhere(S3Storage):
    """A bucket that is this house's alone. No ACL is sent: what has none is its owner's alone."""

    def get_default_settings(self) -> dict[str, Any]:
        """Return what is the same for all houses."""
        mine = {"default_acl": None, "file_overwrite": True, "client_config": CLIENT}
        return super().get_default_settings() | mine

    def url(self, *_: Any, **__: Any) -> str:
        """Refuse: files have no address outside of the house."""
        raise ValueError("files are handed over by the house")

    def place(self, name: str) -> "Place | Path":
        """Return where a file is; a whole path is its own place, on this machine."""
        return Path(name) if Path(name).is_absolute() else Place(self, name)

    @answering()
    def save(self, *told: Any, **more: Any) -> str:
        """Keep a file. Raises OSError."""
        return super().save(*told, **more)

    def places(self) -> Iterator["Place"]:
        """Yield where all files are, known of the house or not."""
        with answering():
            found = list(self.bucket.objects.all())
        for one in found:
            if OURS.fullmatch(one.key):
                yield Place(self, one.key, Told(one.size, one.last_modified.timestamp()))

    def put(self, found: Mapping[str, Path]) -> None:
        """Move files under their names; on return the storage has said that it keeps them."""
        for name, path in found.items():
            with path.open("rb") as file:
                self.save(name, File(file))
            path.unlink()

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Give a file to write, in its place once it is whole."""
        with tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR) as file:
            yield file
            file.seek(0)
            self.save(name, File(file))

    def settle(self) -> None:
        """Nothing is left to do: what is written is kept."""

    def is_empty(self) -> bool:
        """Whether no file was ever kept."""
        return not any(True for _ in self.places())

    def clear(self) -> None:
        """Throw all files away."""
        for one in self.places():
            one.unlink()
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)

    @answering()
    def take_away(self, key: str) -> None:
        """Take a file away, with its former versions where the storage keeps them."""
        client, bucket = self.connection.meta.client, self.bucket_name
        client.delete_object(Bucket=bucket, Key=key)
        try:
            for page in client.get_paginator("list_object_versions").paginate(
                Bucket=bucket, Prefix=key
            ):
                for one in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                    if one["Key"] == key:
                        version = one["VersionId"]
                        client.delete_object(Bucket=bucket, Key=key, VersionId=version)
        except ClientError as error:
            if error.response["Error"]["Code"] not in NO_VERSIONS:
                raise


class Told(NamedTuple):
    """What `stat` tells: bytes, seconds since 1970."""

    st_size: int
    st_mtime: float


@dataclass(frozen=True)
class Place:
    """Where a file is in the storage, under `key`; asked as a path is."""

    storage: Elsewhere
    key: str
    told: Told | None = None

    def __str__(self) -> str:
        return self.key

    @property
    def name(self) -> str:
        """Return the name of the file, without its folder."""
        return self.key.rpartition("/")[2]

    def exists(self) -> bool:
        """Whether the storage has it."""
        try:
            self.stat()
        except FileNotFoundError:
            return False
        return True

    def stat(self) -> Told:
        """Return what it weighs, and since when it is there. Raises FileNotFoundError."""
        if self.told:
            return self.told
        found = self._ask("head_object")
        return Told(found["ContentLength"], found["LastModified"].timestamp())

    def open(self, mode: str = "rb") -> BinaryIO:
        """Open it to be read, from any byte, by stretches. Raises FileNotFoundError."""
        if mode != "rb":
            raise ValueError("a file is kept once, and never changed")
        return io.BufferedReader(Stretches(self, self.stat().st_size), STRETCH)

    def read_bytes(self) -> bytes:
        """Return the whole of it. Raises FileNotFoundError."""
        return self._read()

    def stretch(self, start: int, length: int) -> bytes:
        """Return `length` bytes from the byte `start`."""
        return self._read(Range=f"bytes={start}-{start + length - 1}")

    def unlink(self, missing_ok: bool = True) -> None:
        """Take it away; that it is there is not looked at."""
        self.storage.take_away(self.key)

    @answering()
    def _read(self, **more: Any) -> bytes:
        return self._ask("get_object", **more)["Body"].read()

    def _ask(self, what: str, **more: Any) -> dict[str, Any]:
        ask = getattr(self.storage.connection.meta.client, what)
        with answering():
            return ask(Bucket=self.storage.bucket_name, Key=self.key, **more)


class Stretches(io.RawIOBase):
    """The bytes of a file elsewhere, asked for as they are read."""

    def __init__(self, place: Place, size: int) -> None:
        self.place, self.size, self.at = place, size, 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read from anywhere."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.size}[whence]
        self.at = max(0, base + offset)
        return self.at

    def tell(self) -> int:
        """Return where one is."""
        return self.at

    def readinto(self, room: Any) -> int:
        """Fill `room` with what comes next; return how many bytes."""
        length = min(len(room), self.size - self.at)
        if length <= 0:
            return 0
        piece = self.place.stretch(self.at, length)
        room[: len(piece)] = piece
        self.at += len(piece)
        return len(piece)
