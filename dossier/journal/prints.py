"""The keyed prints of the journal's chain: pure functions.

A print is an HMAC-SHA-256 (RFC 2104) of what it is for and of its parts, cut to 128 bits (its
section 5): 32 hexadecimal signs. An instant is written as SQLite keeps it, in UTC, so that a
journal carried from a database to another stays true.
"""

import hmac
import json
from datetime import UTC, datetime

SIGNS = 32


def keyed(key: bytes, what: str, *parts: int | str | None) -> str:
    """Return the print of `parts`, for `what`: no print stands for another. What is no number and
    no words, as SQLite may hold, has a print too.
    """
    try:
        told = json.dumps([what, *parts])
    except TypeError:
        told = json.dumps([what, *map(repr, parts)])
    return hmac.digest(key, told.encode(), "sha256").hex()[:SIGNS]


def written(at: datetime | str) -> str:
    """Return an instant as the prints have it: as SQLite has it, whatever it has."""
    return at if isinstance(at, str) else str(at.astimezone(UTC).replace(tzinfo=None))


def instant(at: datetime | str) -> datetime | None:
    """Return an instant as the database gives it, with its zone; None for what is none."""
    try:
        return at if isinstance(at, datetime) else datetime.fromisoformat(at).replace(tzinfo=UTC)
    except (TypeError, ValueError):
        return None


def beginning(key: bytes) -> str:
    """Return the seal before the first one."""
    return keyed(key, "beginning")


def core(key: bytes, line: tuple) -> str:
    """Return the print of what a line says: its number, when, who, where, what."""
    number, at, worker, notebook, act = line[:5]
    return keyed(key, "core", number, written(at), worker, notebook, act)


def writing(key: bytes, line: tuple) -> str:
    """Return the print of the writing that a line names, or of none."""
    return keyed(key, "writing", line[0], line[5])


def seal(key: bytes, former: str, place: int, told_core: str, told_writing: str) -> str:
    """Return the seal of a place, which holds the former."""
    return keyed(key, "seal", former, place, told_core, told_writing)


def off(key: bytes, what: str, place: int, entry: int, held: str) -> str:
    """Return the proof that the house itself took a line off, or the writing of it: `what` is
    "gone" or "loosened", `held` the seal.
    """
    return keyed(key, what, place, entry, held)


def mark(key: bytes, end: str, place: int, held: str, at: datetime | str) -> str:
    """Return the proof of an end of the chain."""
    return keyed(key, "mark", end, place, held, written(at))
