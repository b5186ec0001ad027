"""What agreements of a project say together, and easy words: without database or clock."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from dossier.documents.easy import one_a_line

HOUSE, PERSON = "house", "person"
AGREED = {"yes", "partly"}
REVIEW = "Bilan"  # the heading under which one looks back; a house may use its own as well


class Said(Protocol):
    """What somebody said of a project: an `Agreement`, or what looks like one."""

    side: str
    person_id: int | None
    who: str
    answer: str
    version: int | None
    is_mistaken: bool


S = TypeVar("S", bound=Said)


def speaker(said: Said) -> tuple[str, int | None, str]:
    """Return who speaks: the house is one; a person is one whatever is added in words; others are
    told apart by their words, and of whom nothing is told, each is another.
    """
    if said.side == HOUSE:
        return HOUSE, None, ""
    if not said.person_id and not said.who.strip():
        return said.side, None, f" {id(said)}"
    who = "" if said.side == PERSON and said.person_id else " ".join(said.who.split()).casefold()
    return said.side, said.person_id, who


def last_of_each(lines: Iterable[S]) -> list[tuple[S | None, list[S]]]:
    """Return what each last said, with what they said before, the latest first; who spoke first
    comes first. Lines are in the order they were noted; none is lost, but one noted by mistake is
    never the last: None when nothing else was noted of somebody.
    """
    found: dict[tuple, list[S]] = {}
    for line in lines:
        found.setdefault(speaker(line), []).insert(0, line)
    told = []
    for said in found.values():
        last = next((one for one in said if not one.is_mistaken), None)
        told.append((last, [one for one in said if one is not last]))
    return told


def house_agrees(lines: Iterable[Said]) -> bool:
    """Whether what the house last said is a yes, even to a part.

    It is an act of the house alone. The consent of the person is sought each time, in her own
    voice (CASF L311-3, 3°), and she takes part herself in what is drawn up for her (7°).
    """
    answers = [one.answer for one in lines if one.side == HOUSE and not one.is_mistaken]
    return bool(answers) and answers[-1] in AGREED


def silent(lines: Sequence[Said], persons: Collection[int]) -> list[int]:
    """Return those of `persons` of whom nothing is noted once the house agreed: that the house
    agrees is not their agreement. What a representative said is not theirs either (L311-3, 3°).
    """
    if not house_agrees(lines):
        return []
    heard = {one.person_id for one in lines if one.side == PERSON and not one.is_mistaken}
    return [one for one in persons if one not in heard]


def is_of_another_text(said: Said, version: int | None) -> bool:
    """Whether the text changed, or came, since this was said; `version` is the present one."""
    return said.version != version


def easy_from(text: str) -> str:
    """Return a text to begin an easy one with: one sentence a line, nothing left out."""
    return one_a_line(text)
