"""What child protection asks: when a report on a child's situation is due, and until what age.

Pure: no database, no clock. Where two readings exist, both days are returned; the house decides.
"""

from collections.abc import Iterable
from datetime import date

from dossier.rights.terms import Terms

TWO, ADULT, YOUNG_UNTIL = 2, 18, 21
INFANT, CHILD, YOUNG, OLDER = "infant", "child", "young", "older"

Birth = tuple[date | None, date | None]  # the earliest and the latest that is known of it


def birthday(born: date, age: int) -> date:
    """Return the day somebody born on `born` is `age`: 1 March for a 29 February that is not."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _readings(born: Birth) -> tuple[date, ...]:
    return tuple(sorted({one for one in born if one}))


def ages(born: Birth, today: date) -> frozenset[str]:
    """Return what age `today` may be, as the law tells them apart: under two (CASF L223-5), a
    child, a young adult until twenty-one (L222-5, 5°), or older; all that an approximate birth
    allows, none when nothing is known of it.
    """
    return frozenset(_age(one, today) for one in _readings(born))


def _age(born: date, today: date) -> str:
    for age, name in ((TWO, INFANT), (ADULT, CHILD), (YOUNG_UNTIL, YOUNG)):
        if today < birthday(born, age):
            return name
    return OLDER


def is_minor(born: Birth, today: date) -> bool | None:
    """Whether somebody is under eighteen (code civil 388); None when that is not sure."""
    told = {today < birthday(one, ADULT) for one in _readings(born)}
    return told.pop() if len(told) == 1 else None


def report_due(last_on: date, born: Birth, terms: Terms, today: date) -> list[date]:
    """Return the last day, or the days when the text is read in several ways, of the next report
    on a child's situation, from the former one or from the arrival on `last_on` (CASF L223-5):
    a year; six months for a child under two.

    Who turns two in those six months: the text does not say whether they are counted from the age
    at the last report or at the next, so both days are told. An approximate birth, or none, gives
    each of its readings. Empty once eighteen, or when eighteen comes first: the text speaks of a
    child; what goes on until twenty-one is not under this article.
    """
    six, year = (terms.after(key, last_on) for key in ("infant-report", "child-report"))
    readings = _readings(born)
    if not readings:
        return sorted({six, year})
    found: set[date] = set()
    for one in readings:
        if today < (adult := birthday(one, ADULT)):
            found |= {day for day in _due(last_on, birthday(one, TWO), six, year) if day < adult}
    return sorted(found)


def _due(last_on: date, two: date, six: date, year: date) -> Iterable[date]:
    if two <= last_on:
        return {year}
    return {six} if six < two else {six, year}
