"""What can be said of a stay, an age, an answer on a day: pure, and unknown when it is unknown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dossier.reading.request_rules import times
from dossier.rights.terms import MONTHS, Term, Terms, after

YES, NO, UNKNOWN = "yes", "no", "unknown"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """From a day to another, both in it."""

    first: date
    last: date

    @property
    def eve(self) -> date:
        """The day before its first."""
        return self.first - DAY

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def year(number: int) -> Period:
    """Return a civil year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


@dataclass(frozen=True)
class Stayed:
    """A stay: from when to when, either maybe unknown; without an end it goes on. `place` is where,
    as it was written.
    """

    from_on: date | None
    until_on: date | None
    place: tuple[str, str] = ("", "")

    @property
    def is_undated(self) -> bool:
        """Whether it has no date at all."""
        return self.from_on is None and self.until_on is None


def during(stay: Stayed, period: Period) -> str:
    """Whether a stay has a day of `period`: its first and last days are days of it."""
    if stay.is_undated:
        return UNKNOWN
    if stay.until_on and stay.until_on < period.first:
        return NO
    if stay.from_on is None:
        return YES if stay.until_on <= period.last else UNKNOWN
    return YES if stay.from_on <= period.last else NO


def in_the_evening(stay: Stayed, day: date) -> str:
    """Whether somebody is there on the evening of `day`: who leaves that day is not."""
    if stay.is_undated:
        return UNKNOWN
    if stay.until_on and stay.until_on <= day:
        return NO
    if stay.from_on is None:
        return UNKNOWN
    return YES if stay.from_on <= day else NO


def any_of(answers: Iterable[str]) -> str:
    """Return YES when one is, UNKNOWN when none is and one may be, else NO."""
    told = set(answers)
    return YES if YES in told else UNKNOWN if UNKNOWN in told else NO


AGES = (6, 11, 16, 18, 21, 25, 40, 60, 75)


def ages() -> list[tuple[str, str]]:
    """Return the classes of age, the youngest first: (key, words)."""
    told = [("0", f"moins de {AGES[0]} ans")]
    for first, last in zip(AGES, AGES[1:], strict=False):
        told.append((str(first), f"de {first} à {last - 1} ans"))
    return [*told, (str(AGES[-1]), f"{AGES[-1]} ans et plus"), (UNKNOWN, "inconnu")]


def age_class(born_from: date | None, born_until: date | None, on: date) -> str:
    """Return the class of age `on` a day of somebody born between two days; UNKNOWN when the birth
    is not known, or allows two classes.
    """
    if not born_from or not born_until or born_until > on:
        return UNKNOWN
    found = {_class_of(_age(born, on)) for born in (born_from, born_until)}
    return found.pop() if len(found) == 1 else UNKNOWN


def _age(born: date, on: date) -> int:
    """Return the whole years of somebody; born on a 29 February, they are whole on a 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _class_of(age: int) -> str:
    return str(max((first for first in AGES if first <= age), default=0))


LENGTHS = (
    ("1m", "moins d’un mois", Term(1, MONTHS, "")),
    ("6m", "d’un mois à six mois", Term(6, MONTHS, "")),
    ("1y", "de six mois à un an", Term(12, MONTHS, "")),
    ("2y", "d’un an à deux ans", Term(24, MONTHS, "")),
    ("5y", "de deux à cinq ans", Term(60, MONTHS, "")),
)
LONGER = ("more", "cinq ans et plus")


def lengths() -> list[tuple[str, str]]:
    """Return the classes of length of stay, the shortest first: (key, words)."""
    return [(key, words) for key, words, _ in LENGTHS] + [LONGER, (UNKNOWN, "inconnu")]


def length_class(from_on: date | None, until_on: date | None) -> str:
    """Return the class of length of a stay that ended; UNKNOWN without its two dates."""
    if not from_on or not until_on:
        return UNKNOWN
    for key, _, term in LENGTHS:
        if until_on < after(from_on, term):
            return key
    return LONGER[0]


def last_ended(stays: Sequence[Stayed], period: Period) -> Stayed:
    """Return the stay by which somebody left: the last to end in `period`, the longest of those
    that ended the same day. ValueError when none did.
    """
    ended = [stay for stay in stays if stay.until_on in period]
    return max(ended, key=lambda one: (one.until_on, -(one.from_on or date.max).toordinal()))


IN_TIME, LATER, DROPPED, WAITING = "in-time", "later", "dropped", "waiting"


class Received(NamedTuple):
    """A request as it was noted: when, which, about which matters; its replies (answer, day)."""

    on: date
    sort: str
    matters: Sequence[str]
    replies: list[tuple[str, date]]


def answered(one: Received, terms: Terms) -> str:
    """Return how a request was answered: IN_TIME by the nearest of the times of the law for it
    (`request_rules.times`: RGPD art. 12, 3; CSP L1111-7), LATER, DROPPED, or WAITING.
    """
    extended_on = None
    for answer, on in one.replies:
        if answer == "extended":
            extended_on = extended_on or on
        elif answer == "dropped":
            return DROPPED
        else:
            due = times(one.sort, one.matters, one.on, terms, extended_on)[0].due
            return IN_TIME if on <= due else LATER
    return WAITING
