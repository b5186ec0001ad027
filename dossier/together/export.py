"""The calendar as iCalendar (RFC 5545), for a telephone: kinds of things, and no names."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
from django.utils.crypto import salted_hmac

from dossier.establishment.house import said
from dossier.together.calendar import Event

SALT = "dossier.together.export"


def exported(
    events: Iterable[Event], *, at: datetime, zone: Any, address: Callable[[date], str]
) -> bytes:
    """Return `events` as a calendar made `at` an instant: a kind, a day, an hour in `zone`, and the
    `address` of the page of that day. No title, no place, no text, no name, no number of a row.
    """
    made = icalendar.Calendar()
    made.add("prodid", "-//calendrier//FR")
    made.add("version", "2.0")
    made.add("x-wr-timezone", str(zone))
    for one in events:
        made.add_component(_event(one, at=at, zone=zone, address=address))
    made.add_missing_timezones()
    return made.to_ical()


def _event(one: Event, *, at: datetime, zone: Any, address: Callable[[date], str]) -> Any:
    told = icalendar.Event()
    told.add("uid", uid(one))
    told.add("dtstamp", at)
    told.add("summary", said(one.sort))
    if one.at:
        told.add("dtstart", datetime.combine(one.on, one.at, tzinfo=zone))
    else:
        told.add("dtstart", one.on)
        told.add("dtend", one.on + timedelta(days=1))
    told.add("url", address(one.on))
    return told


def uid(event: Event) -> str:
    """Return what names an event outside: always the same, and nothing can be guessed from it."""
    return salted_hmac(SALT, event.key, algorithm="sha256").hexdigest()[:40]
