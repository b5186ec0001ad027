"""Former versions of a writing, and what changed from one to the next, in words."""

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise

from dossier.notebooks.models import Writing

PIECES = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
FIELDS = {
    "heading_id": "la rubrique",
    "voice": "qui parle",
    "speaker": "qui parle",
    "moment": "le moment",
    "occurred_on": "la date",
    "occurred_time": "l’heure",
}


@dataclass(frozen=True)
class Version:
    """One state of a writing; `pieces` are (kept | added | removed, text) since the former."""

    number: int
    signed_at: datetime
    text: str
    pieces: list[tuple[str, str]]
    also: list[str]


def _compare(old: list[str], new: list[str]) -> list[tuple[str, list[str], list[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(kind, old[a:b], new[c:d]) for kind, a, b, c, d in matcher.get_opcodes()]


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """Return `new` against `old` as (kept | added | removed, text) pieces, word by word.

    Paragraphs are compared first, so that two long texts stay cheap to compare.
    """
    pieces: list[tuple[str, str]] = []
    for kind, gone, come in _compare(old.splitlines(True), new.splitlines(True)):
        before, after = "".join(gone), "".join(come)
        if kind != "replace":
            pieces += [("kept", before)] if kind == "equal" else [("removed", before), ("added", after)]
            continue
        for inner, left, right in _compare(PIECES.findall(before), PIECES.findall(after)):
            if inner == "equal":
                pieces.append(("kept", "".join(left)))
            else:
                pieces += [("removed", "".join(left)), ("added", "".join(right))]
    return [piece for piece in pieces if piece[1]]


def versions(writing: Writing) -> list[Version]:
    """Return the versions of `writing`, newest first; one query."""
    rows = list(writing.history.order_by("history_date", "history_id"))
    found = [Version(1, rows[0].history_date, rows[0].text, [("kept", rows[0].text)], [])]
    for number, (old, new) in enumerate(pairwise(rows), start=2):
        also = [word for name, word in FIELDS.items() if getattr(old, name) != getattr(new, name)]
        found.append(
            Version(
                number,
                new.history_date,
                new.text,
                changes(old.text, new.text),
                list(dict.fromkeys(also)),
            )
        )
    return found[::-1]
