"""Days and hours as the cells of French spreadsheets write them."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dossier.arrivals.tables.grid import DAY_ZERO
from dossier.establishment.words import fold
from dossier.persons.rules import MONTHS, read_birth

WEEK = r"(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?,? )?(?:le )?"
HOUR = r"(?:[ t,]*(?:a |- |vers )?(\d{1,2}) ?[:h] ?(\d{2})?(?::(\d{2})(?:[.,]\d+)?)?(?: ?min)?)?"
ZONE = r"(z|[+-]\d{2}:?\d{2})?"
FRENCH = re.compile(
    rf"{WEEK}(\d{{1,2}})(?:er)?[/. -](\d{{1,2}}|[a-z]+)\.?[/. -](\d{{4}}|\d{{2}}){HOUR}"
)
ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){HOUR}{ZONE}")
STUCK = re.compile(r"\d{8}")
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
CLOCK = re.compile(r"(\d{1,2}) ?[:h.] ?(\d{2})?(?::(\d{2}))?(?: ?(?:min|h))?|(\d{2})(\d{2})")
TURN = 69  # two digits of a year: from 1969 to 2068 (POSIX strptime)
SURE_BIRTH = 31  # two digits of a year of birth: below, it may be a century earlier


@lru_cache(20_000)
def read_day(words: str, *, is_birth: bool = False) -> date | datetime | None:
    """Return the day, or the instant, that `words` say; None when they say none, or one that
    never was.

    Day before month, as French has it: "12/03/2021", "12-03-21 14h30", "vendredi 12 mars 2021 à
    14 h", "2021-03-12T14:30:00Z", "20210312", and the number a spreadsheet counts days with. An
    instant has no zone unless the words have one. A birth in two digits is read only when it
    cannot be of this century.
    """
    flat = " ".join(fold(words).split())
    if found := FRENCH.fullmatch(flat):
        day, month, year, *clock = found.groups()
        return _instant(_year(year, is_birth=is_birth), _month(month), int(day), clock)
    if found := ISO.fullmatch(flat):
        year, month, day, *clock, zone = found.groups()
        return _instant(int(year), int(month), int(day), clock, zone or "")
    if STUCK.fullmatch(flat):
        first = _instant(int(flat[:4]), int(flat[4:6]), int(flat[6:]), [])
        if first and 1900 <= first.year < 2100:
            return first
        other = _instant(int(flat[4:]), int(flat[2:4]), int(flat[:2]), [])
        return other if other and 1900 <= other.year < 2100 else None
    return _counted(flat) if SERIAL.fullmatch(flat) else None


@lru_cache(5_000)
def read_time(words: str) -> time | None:
    """Return the hour that `words` say: "14:30", "14h30", "14 h", "9.15", "1430"."""
    found = CLOCK.fullmatch(" ".join(fold(words).split()))
    if not found:
        return None
    hour, minute, second, *stuck = found.groups()
    if stuck[0]:
        hour, minute = stuck
    try:
        return time(int(hour), int(minute or 0), int(second or 0))
    except ValueError:
        return None


def written(day: date) -> str:
    """Return a day as French writes it: "12/03/2021"."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def birth_of(words: str) -> tuple[str, str]:
    """Return a birth in words that the house understands, and as what tells two births apart.

    ("12/03/1989", "1989-03-12"); of words that say no exact day, themselves and themselves folded.
    """
    day = read_day(words, is_birth=True)
    if day:
        day = day.date() if isinstance(day, datetime) else day
        return written(day), day.isoformat()
    known = read_birth(words)
    if known and known[0] == known[1]:
        return words, known[0].isoformat()
    return words, " ".join(fold(words).split())


def is_birth(words: str) -> bool:
    """Whether `words` may say a birth, exact or not."""
    return bool(read_day(words, is_birth=True) or read_birth(words))


def _year(digits: str, *, is_birth: bool) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    if is_birth:
        return 1900 + year if year >= SURE_BIRTH else 0
    return 1900 + year if year >= TURN else 2000 + year


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.get(word, 0)


def _instant(
    year: int, month: int, day: int, clock: list, zone: str = ""
) -> date | datetime | None:
    try:
        found = date(year, month, day)
        if not clock or clock[0] is None:
            return found
        at = time(*(int(one or 0) for one in clock))
        return datetime.fromisoformat(f"{found.isoformat()}T{at.isoformat()}{zone.upper()}")
    except ValueError:
        return None


def _counted(flat: str) -> date | datetime:
    instant = DAY_ZERO + timedelta(seconds=round(float(flat.replace(",", ".")) * 86_400))
    return instant if instant.time() != time() else instant.date()
