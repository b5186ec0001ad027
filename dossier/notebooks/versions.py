"""Former versions of a writing, and what changed from one to the next, in words."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise
from math import inf
from typing import Any

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks import passages
from dossier.notebooks.models import Writing
from dossier.notebooks.timeline import Attached, Excerpt, pieces_of

PIECES = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
SENTENCES = re.compile(r"[^.!?…\n]*(?:[.!?…]+\s*|\n+|$)", re.DOTALL)
MAX_COMPARED = 90_000  # pairs of pieces in one comparison: a quarter of a second at the worst
MAX_IN_ALL = 450_000  # pairs of pieces in a page
# In the order of the fields of Attached.
ATTACHED = (
    "pk", "name", "description", "blob__kind", "blob__mime", "blob__size", "blob__width",
    "blob__height",
)  # fmt: skip
FIELDS = {
    "heading_id": "{rubrique.le}",
    "tag_words": "les {etiquette.pluriel}",
    "voice": "qui parle",
    "speaker": "qui parle",
    "moment": "le moment",
    "occurred_on": "la date",
    "occurred_time": "l’heure",
}


@dataclass(frozen=True)
class Version:
    """One state of a writing; `pieces` are (kept | added | removed, text) since the former,
    `attached` what was joined to it then, and `taken` what it took up, of which `come` was not in
    the former version; `gone` was there and is no more. `by` is who signed it.
    """

    number: int
    signed_at: datetime
    text: str
    pieces: list[tuple[str, str]]
    also: list[str]
    attached: list[Attached] = field(default_factory=list)
    taken: list[Excerpt] = field(default_factory=list)
    gone: list[Excerpt] = field(default_factory=list)
    come: list[Excerpt] = field(default_factory=list)
    by: str = ""


@dataclass
class Effort:
    """How many pairs of pieces may still be compared."""

    left: int = MAX_IN_ALL

    def allows(self, pairs: int) -> bool:
        """Whether so much may be compared; it then counts."""
        if pairs > min(MAX_COMPARED, self.left):
            return False
        self.left -= pairs
        return True


def _ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """Return how many first and how many last pieces two lists share."""
    shortest, first, last = min(len(old), len(new)), 0, 0
    while first < shortest and old[first] == new[first]:
        first += 1
    while last < shortest - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last


def _compare(old: list[str], new: list[str], effort: Effort) -> list[tuple[str, str]]:
    """Return the (kept | removed | added) stretches; too much to compare is taken as all new."""
    first, last = _ends(old, new)
    middle = old[first : len(old) - last], new[first : len(new) - last]
    pieces = [("kept", "".join(old[:first]))]
    if not effort.allows(len(middle[0]) * len(middle[1])):
        pieces += [("removed", "".join(middle[0])), ("added", "".join(middle[1]))]
    else:
        matcher = SequenceMatcher(None, *middle, autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind == "equal":
                pieces.append(("kept", "".join(middle[0][a:b])))
            else:
                pieces.append(("removed", "".join(middle[0][a:b])))
                pieces.append(("added", "".join(middle[1][c:d])))
    return [*pieces, ("kept", "".join(old[len(old) - last :]))]


def changes(old: str, new: str, effort: Effort | None = None) -> list[tuple[str, str]]:
    """Return `new` against `old` as (kept | added | removed, text) pieces, word by word.

    Sentences are compared first, then the words of those that changed, so that two long texts
    stay cheap to compare. Kept and removed give `old`, kept and added give `new`. What would
    be beyond the `effort` is told as gone and come, whole.
    """
    effort = effort or Effort()
    pieces: list[tuple[str, str]] = []
    coarse = _compare(SENTENCES.findall(old), SENTENCES.findall(new), effort)
    for number, (kind, text) in enumerate(coarse):
        follows = coarse[number + 1] if number + 1 < len(coarse) else ("", "")
        former = coarse[number - 1] if number else ("", "")
        if kind == "removed" and follows[0] == "added" and follows[1]:
            pieces += _compare(PIECES.findall(text), PIECES.findall(follows[1]), effort)
        elif not (kind == "added" and former[0] == "removed"):
            pieces.append((kind, text))
    return _joined(pieces)


def _joined(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pieces with neighbouring changes told as one: what went, then what came."""
    told: list[tuple[str, str]] = []
    gone = come = ""
    full = [piece for piece in pieces if piece[1]] + [("kept", "")]
    for number, (kind, text) in enumerate(full):
        between = kind == "kept" and text.isspace() and "\n" not in text
        if kind != "kept" or (between and (gone or come) and full[number + 1][0] != "kept"):
            gone += text if kind != "added" else ""
            come += text if kind != "removed" else ""
            continue
        told += [("removed", gone), ("added", come), (kind, text)]
        gone = come = ""
    return [piece for piece in told if piece[1]]


def versions(writing: Writing, *, by: Worker) -> list[Version]:
    """Return the versions of `writing`, newest first, as `by` may read them; six queries.

    Of what was told without names, who does not read where it comes from is told the present text
    alone, as if it were the first: a name may stand in a former one.
    """
    found = _versions(writing, by=by)
    if not passages.sealed({writing.pk}, by=by):
        return found
    alone = [("kept", writing.text)]
    now = {"number": 1, "signed_at": writing.signed_at, "pieces": alone, "also": []}
    return [replace(found[0], **now, gone=[], come=[], by=writing.author.name)]


def _versions(writing: Writing, *, by: Worker) -> list[Version]:
    own = writing.attachments.filter(piece=None).order_by("pk")
    files = list(own.values_list(*ATTACHED, "since", "until"))
    taken = pieces_of(writing, by=by)
    signed = writing.history.select_related("history_user")
    rows = list(signed.order_by("history_date", "history_id"))
    numbers = range(1, len(rows) + 1)
    joined = [
        [Attached(*one) for *one, since, until in files if since <= number < (until or inf)]
        for number in numbers
    ]
    took = [
        [
            one
            for (since, until), its in taken.items()
            if since <= number < (until or inf)
            for one in its
        ]
        for number in numbers
    ]
    first, effort = rows[0], Effort()
    kept = [("kept", first.text)]
    told = (1, first.history_date, first.text, kept, [])
    found = [Version(*told, joined[0], took[0], by=_signer(first))]
    for number, (old, new) in enumerate(pairwise(rows), start=2):
        also = [word for name, word in FIELDS.items() if getattr(old, name) != getattr(new, name)]
        at = number - 1
        also += ["les {piece.pluriel}"] if joined[at] != joined[at - 1] else []
        also += ["ce qui est repris"] if took[at] != took[at - 1] else []
        words = [said(word) for word in dict.fromkeys(also)]
        pieces = changes(old.text, new.text, effort)
        gone, come = _unlike(took[at - 1], took[at]), _unlike(took[at], took[at - 1])
        told = (number, new.history_date, new.text, pieces, words)
        found.append(Version(*told, joined[at], took[at], gone, come, _signer(new)))
    return found[::-1]


def _signer(row: Any) -> str:
    return row.history_user.name if row.history_user else ""


def hands(writing: Writing) -> list[str]:
    """Return who signed a version of a writing, each once, in the order they first did."""
    signed = writing.history.order_by("history_date", "history_id")
    names = signed.values_list("history_user__name", flat=True)
    return list(dict.fromkeys(filter(None, names)))


def _unlike(some: list[Excerpt], others: list[Excerpt]) -> list[Excerpt]:
    """Return the passages of `some` that are not among `others`; those withheld are not told."""
    known = {(one.passage, one.position) for one in others}
    return [one for one in some if not one.is_withheld and (one.passage, one.position) not in known]
