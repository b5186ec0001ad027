"""How much of a labelled set is found, and how much else.

One object a line: `text`; `known`, the names declared (`kind`, `name`); `spans`, what must go
(`[start, end, kind]`, end excluded); `undeclared` (optional), true when `spans` has names that
`known` does not; `undeclared_spans` (optional), which of `spans` those are.

A labelled span is found when every one of its characters is covered, white space apart: half a
name is a name missed. A predicted span is right when it overlaps a labelled one. By kind, both
must be of that kind; `all` is without regard to kinds. `declared` is of persons less
`undeclared_spans`, in the entries that say them or are not `undeclared`. A ratio of nothing is
null.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.disclosures.pseudonyms import contacts
from dossier.disclosures.pseudonyms.finding import find
from dossier.disclosures.pseudonyms.known import PERSON, PLACE, Known

KINDS = (
    PERSON,
    PLACE,
    contacts.PHONE,
    contacts.EMAIL,
    contacts.NIR,
    contacts.BIRTHDATE,
    contacts.ADDRESS,
    contacts.NUMBER,
)
Labelled = tuple[int, int, str]


class Unreadable(ValueError):
    """A line of a labelled set does not say what it should: its number (from 1), and why."""

    def __init__(self, line: int, why: str) -> None:
        """Say both in French."""
        super().__init__(f"Ligne {line}\u00a0: {why}.")


@dataclass(frozen=True)
class Entry:
    """A text, what is declared, what must go."""

    text: str
    known: tuple[Known, ...]
    spans: tuple[Labelled, ...]
    is_undeclared: bool = False
    undeclared: tuple[Labelled, ...] = ()

    @property
    def declared(self) -> list[Labelled]:
        """Return the persons that are declared; none when nobody says which are."""
        if self.is_undeclared and not self.undeclared:
            return []
        return [one for one in self.spans if one[2] == PERSON and one not in self.undeclared]


def read(lines: Iterable[str]) -> list[Entry]:
    """Return the entries of a labelled set; raise Unreadable with the line that is wrong."""
    return [_entry(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _entry(number: int, line: str) -> Entry:
    try:
        told = json.loads(line)
        text = told["text"]
        known = tuple(Known(one["kind"], one["name"]) for one in told["known"])
        spans = _labelled(told["spans"])
        undeclared = _labelled(told.get("undeclared_spans", ()))
    except json.JSONDecodeError as error:
        raise Unreadable(number, "ce n’est pas du JSON") from error
    except KeyError as error:
        raise Unreadable(number, f"il manque «\u00a0{error.args[0]}\u00a0»") from error
    except (TypeError, ValueError) as error:
        raise Unreadable(
            number, "«\u00a0known\u00a0» ou «\u00a0spans\u00a0» ne se lit pas"
        ) from error
    if not isinstance(text, str):
        raise Unreadable(number, "«\u00a0text\u00a0» n’est pas un texte")
    for start, end, kind in spans:
        if not 0 <= start < end <= len(text):
            raise Unreadable(number, f"[{start}, {end}] n’est pas dans le texte")
        if kind not in KINDS:
            raise Unreadable(number, f"«\u00a0{kind}\u00a0» n’est pas une sorte connue")
    return Entry(text, known, spans, bool(told.get("undeclared")), undeclared)


def _labelled(told: Iterable[Sequence[Any]]) -> tuple[Labelled, ...]:
    return tuple((int(start), int(end), str(kind)) for start, end, kind in told)


def measure(entries: Iterable[Entry], *, with_doubts: bool = False) -> dict[str, Any]:
    """Return recall, precision and counts by kind, of all, and of what is declared."""
    counts = {kind: _Count() for kind in (*KINDS, "all", "declared")}
    for entry in entries:
        predicted = [
            (one.start, one.end, one.kind)
            for one in find(entry.text, entry.known)
            if one.is_sure or with_doubts
        ]
        for kind in KINDS:
            counts[kind].add(
                entry.text,
                [one for one in entry.spans if one[2] == kind],
                [one for one in predicted if one[2] == kind],
            )
        counts["all"].add(entry.text, entry.spans, predicted)
        if entry.undeclared or not entry.is_undeclared:
            persons = [
                one for one in predicted if one[2] == PERSON and wrong(entry.undeclared, [one])
            ]
            counts["declared"].add(entry.text, entry.declared, persons)
    return {kind: count.told() for kind, count in counts.items()}


def missed(text: str, spans: Sequence[Labelled], predicted: Sequence[Labelled]) -> list[Labelled]:
    """Return the labelled spans of which something is left."""
    covered = bytearray(len(text))
    for start, end, _ in predicted:
        covered[start:end] = b"\1" * (end - start)
    return [
        one
        for one in spans
        if any(not covered[at] and not text[at].isspace() for at in range(one[0], one[1]))
    ]


def wrong(spans: Sequence[Labelled], predicted: Sequence[Labelled]) -> list[Labelled]:
    """Return the predicted spans that overlap no labelled one."""
    return [
        one
        for one in predicted
        if not any(one[0] < end and start < one[1] for start, end, _ in spans)
    ]


@dataclass
class _Count:
    labelled: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    def add(self, text: str, spans: Sequence[Labelled], predicted: Sequence[Labelled]) -> None:
        self.labelled += len(spans)
        self.found += len(spans) - len(missed(text, spans, predicted))
        self.predicted += len(predicted)
        self.right += len(predicted) - len(wrong(spans, predicted))

    def told(self) -> dict[str, Any]:
        return {
            "recall": round(self.found / self.labelled, 4) if self.labelled else None,
            "precision": round(self.right / self.predicted, 4) if self.predicted else None,
            "labelled": self.labelled,
            "found": self.found,
            "predicted": self.predicted,
            "right": self.right,
        }
