"""What may stand in an address, or in a form, for the number of a row."""

from django.urls.converters import IntConverter


class Pk(IntConverter):
    """The number of a row, of at most 18 digits: what both databases can hold."""

    regex = "[0-9]{1,18}"


def number(text: str) -> int | None:
    """Return the number that `text` is, of at most 18 digits; None when it is no such number."""
    return int(text) if text.isdecimal() and len(text) < 19 else None
