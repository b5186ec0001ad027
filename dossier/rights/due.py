"""What is awaited, and the facts it is told from: values only, and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dossier.rights.child_rules import Birth
from dossier.rights.terms import MONTHS, Term, after

SOON = Term(2, MONTHS, "")
STILL = " : on peut encore le faire."
SETTLED = {"given", "told", "signed", "refused", "disagreed"}


@dataclass(frozen=True)
class Due:
    """Something awaited: `words` to say with those of the house, with the `days` and the `more`
    words they name; its last day if there is one. What was explained after `since` is about it.
    """

    key: str
    words: str
    due_on: date | None = None
    days: Mapping[str, date] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None


@dataclass(frozen=True)
class Given:
    """Something given on a day: `sort` of a text of the house, number of a `contract`."""

    on: date
    answer: str
    side: str = "person"
    sort: str = ""
    contract: int | None = None


@dataclass(frozen=True)
class Drawn:
    """A contract, a DIPC or an amendment drawn up."""

    pk: int
    sort: str
    on: date


@dataclass(frozen=True)
class Looked:
    """A review of a project or of a notebook: when, and what to say it was."""

    on: date
    what: str


@dataclass(frozen=True)
class Facts:
    """What is noted of a dossier that the law asks about; what is mistaken left out."""

    stays: tuple[tuple[date | None, date | None], ...] = ()
    given: tuple[Given, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    trusts: tuple[tuple[date, str], ...] = ()
    looked: tuple[Looked, ...] = ()
    reports: tuple[date, ...] = ()
    untold: tuple[date, ...] = ()  # those of them that were made known to nobody
    born: Birth = (None, None)


def is_soon(due: Due, today: date) -> bool:
    """Whether something is worth telling now: its day is past, in two months at most, or none."""
    return due.due_on is None or due.due_on <= after(today, SOON)


def say(subject: str, done: str, to_do: str, due: date | None, today: date) -> str:
    """Return a sentence about what is to be done by `due`, or was; in the singular."""
    begun = subject[0].upper() + subject[1:]
    if due is None:
        return f"{begun} serait à {to_do} ; on ne sait pas pour quand."
    if today <= due:
        return f"{begun} serait à {to_do} au plus tard le {{due}}."
    return f"{begun} devait être {done} au plus tard le {{due}}{STILL}"


def days_of(due: date | None) -> dict[str, date]:
    return {"due": due} if due else {}
