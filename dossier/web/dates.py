"""Dates that speak: "mardi dernier, le soir"."""

from datetime import date, datetime, time

from dossier.establishment.dates import DAYS, full_day


def spoken_day(day: date, today: date) -> str:
    """Return `day` as one says it: "hier", "mardi dernier", "mardi 3 novembre"."""
    ago = (today - day).days
    if ago in (0, 1, 2):
        return ("aujourd’hui", "hier", "avant-hier")[ago]
    if 2 < ago < 7:
        return f"{DAYS[day.weekday()]} dernier"
    full = full_day(day)
    return full.removesuffix(f" {day.year}") if 0 < ago < 180 else full


def part_of_day(at: time) -> str:
    """Return the part of the day as one says it: "le soir" from 18 h, "la nuit" from 22 h."""
    for start, words in ((22, "la nuit"), (18, "le soir"), (12, "l’après-midi"), (6, "le matin")):
        if at.hour >= start:
            return words
    return "la nuit"


def clock(at: time | datetime) -> str:
    """Return "21 h 05", with spaces that do not break."""
    return f"{at.hour}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{at.minute:02}"
