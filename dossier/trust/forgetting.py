"""The journal is kept for the time the house says, then cut (CNIL, délibération 2021-122)."""

from datetime import date, datetime, time

from django.utils import timezone

from dossier.journal.chain import Broken
from dossier.journal.cutting import Cut, cut
from dossier.rights.actions import terms


def kept_since(today: date) -> datetime:
    """Return the instant before which no line of the journal is kept: the house's term "journal"
    before the beginning of `today`.
    """
    day = terms().before("journal", today)
    return timezone.make_aware(datetime.combine(day, time.min))


def forget_some(today: date) -> bool:
    """Cut some hundreds of the lines whose time is past, little enough for a page to do it; tell
    whether there are more. What was touched is left as it is, for `verify` to tell.
    """
    try:
        return cut(kept_since(today)).is_more
    except Broken:
        return False


def forget(today: date) -> Cut:
    """Cut all the lines whose time is past; tell how many, and where it stopped. Raises Broken."""
    lines, until = 0, None
    while True:
        done = cut(kept_since(today))
        lines += done.lines
        until = max(filter(None, (until, done.until)), default=None)
        if not done.is_more:
            return Cut(lines, until, False, done.bad)
