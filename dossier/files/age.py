"""age files (https://age-encryption.org/v1), written and read a piece at a time.

The library tells what fails outside of it in words only, or not at all: what reads and writes for
it remembers.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import pyrage


class BadKey(Exception):
    """This is no key, or not the one that opens the file."""


def encrypt(pieces: Iterable[bytes], file: IO[bytes], recipients: Sequence[str]) -> None:
    """Write `pieces` to `file` as an age file for `recipients` (public keys "age1…").

    Raises BadKey for what is no key, and what `pieces` or `file` raise.
    """
    try:
        keys = [pyrage.x25519.Recipient.from_str(key) for key in recipients]
    except pyrage.RecipientError as error:
        raise BadKey from error
    reader, writer = _Reader(iter(pieces)), _Writer(file)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except pyrage.EncryptError as error:
        raise reader.failed or writer.failed or error from error
    if writer.failed:  # the library forgets what fails in its last bytes
        raise writer.failed


def decrypt(file: IO[bytes], out: IO[bytes], key: str) -> None:
    """Write to `out` what an age file holds, with a private key ("AGE-SECRET-KEY-1…").

    Raises BadKey for another key, for a file changed, or cut; and what `out` raises.
    """
    try:
        identity = pyrage.x25519.Identity.from_str(key.strip())
    except pyrage.IdentityError as error:
        raise BadKey from error
    writer = _Writer(out)
    try:
        pyrage.decrypt_io(file, writer, [identity])
    except (pyrage.DecryptError, OSError) as error:  # OSError: a piece that was changed
        raise writer.failed or BadKey() from error
    if writer.failed:
        raise writer.failed


def new_key() -> tuple[str, str]:
    """Return a new private key ("AGE-SECRET-KEY-1…") and its public half ("age1…")."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


class _Reader(io.RawIOBase):
    """Reads what comes as it comes."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.held = pieces, memoryview(b"")
        self.failed: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        try:
            while not self.held and (piece := next(self.pieces, None)) is not None:
                self.held = memoryview(piece)
        except Exception as error:
            self.failed = error
            raise
        taken, self.held = self.held[: len(room)], self.held[len(room) :]
        room[: len(taken)] = taken
        return len(taken)


class _Writer(io.RawIOBase):
    """Writes, and remembers what failed."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.failed: Exception | None = None

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        try:
            self.file.write(piece)
        except Exception as error:
            self.failed = error
            raise
        return len(piece)
