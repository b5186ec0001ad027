"""What people say of a birth date, understood without asking for more."""

import calendar
import re
import unicodedata
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv"), ("fevrier", "fevr", "fev"), ("mars",), ("avril", "avr"), ("mai",),
            ("juin",), ("juillet", "juil"), ("aout",), ("septembre", "sept"),
            ("octobre", "oct"), ("novembre", "nov"), ("decembre", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
BORN = re.compile(r"^(?:nee?|ne\(e\))? ?(?:le (?=\d))?")
EXACT = re.compile(r"^(\d{1,2})(?:er)?[/. -](\d{1,2}|[a-z]+)\.?[/. -](\d{4})$")
ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
MONTH = re.compile(r"^(?:en )?([a-z]+\.? |\d{1,2}/)(\d{4})$")
YEAR = re.compile(r"^(?:en )?(\d{4})$")
ABOUT = re.compile(r"^(?:vers|environ|autour de|a peu pres|~) ?(\d{4})$")
BETWEEN = re.compile(r"^entre (\d{4}) et (\d{4})$")
ABOUT_YEARS = 2


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.get(word, 0)


def _day(year: str, month: str, day: str) -> tuple[date, date] | None:
    try:
        exact = date(int(year), _month(month), int(day))
    except ValueError:
        return None
    return exact, exact


def _years(first: str, last: str, margin: int = 0) -> tuple[date, date] | None:
    low, high = int(first) - margin, int(last) + margin
    return (date(low, 1, 1), date(high, 12, 31)) if 1 <= low <= high < 10_000 else None


def read_birth(words: str) -> tuple[date, date] | None:
    """Return the earliest and latest birth date that `words` allow; None when they do not say.

    "12/03/1989", "12 mars 1989", "mars 1989", "1989", "vers 1950" (two years around),
    "entre 1950 et 1955". Anything else is kept as words and understood as unknown.
    """
    flat = unicodedata.normalize("NFKD", " ".join(words.split())).casefold()
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    flat = BORN.sub("", flat)
    if found := EXACT.match(flat):
        return _day(found[3], found[2], found[1])
    if found := ISO.match(flat):
        return _day(found[1], found[2], found[3])
    if (found := MONTH.match(flat)) and 1 <= (month := _month(found[1].strip(" ./"))) <= 12:
        year = int(found[2])
        if year < 1:
            return None
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if found := YEAR.match(flat):
        return _years(found[1], found[1])
    if found := ABOUT.match(flat):
        return _years(found[1], found[1], ABOUT_YEARS)
    if found := BETWEEN.match(flat):
        return _years(found[1], found[2])
    return None
