"""What may stand in an address, or in a form, for the number of a row."""

import re

from django.urls.converters import IntConverter

from dossier.notebooks import rules

PLACE = re.compile(r"-?[0-9]{1,19}", re.ASCII)


class Pk(IntConverter):
    """The number of a row, of at most 18 digits: what both databases can hold."""

    regex = "[0-9]{1,18}"


def number(text: str) -> int | None:
    """Return the number that `text` is, of at most 18 digits; None when it is no such number."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


def place(text: str) -> int | None:
    """Return the place in time (a position) that `text` is, where the former page ended; None
    when it is no such place.
    """
    found = int(text) if PLACE.fullmatch(text) else rules.MAX_POSITION + 1
    return found if abs(found) <= rules.MAX_POSITION else None
