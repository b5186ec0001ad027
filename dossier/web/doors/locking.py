"""A shared machine locks itself: what its session remembers of the last time it served.

The instant is to the minute, in the session only, written once a minute at most; the sessions of
machines that are not shared hold nothing of it. The lock is held apart (config/sessions.py): a
request that began before it does not undo it by ending after it.
"""

import time

from django.http import HttpRequest

from dossier.accounts.rules import Doors
from dossier.establishment.house import house

SERVED, LOCKED, NEXT = "served", "locked", "next"


def _minute() -> int:
    return int(time.time()) // 60


def watch(request: HttpRequest) -> None:
    """Lock this session after a rest, from now on."""
    request.session[SERVED] = _minute()


def unwatch(request: HttpRequest) -> None:
    """Lock this session no more."""
    request.session.pop(SERVED, None)
    request.session.release()


def is_watched(request: HttpRequest) -> bool:
    """Tell whether this session locks itself."""
    return SERVED in request.session


def rest() -> int:
    """Return after how many minutes of rest."""
    return Doors.of(house().doors).idle_minutes


def is_locked(request: HttpRequest) -> bool:
    """Tell whether this session is locked; it is from now on if it has rested for too long."""
    session = request.session
    if SERVED not in session:
        return False
    if LOCKED in session.held():
        return True
    now = _minute()
    rested = now - session[SERVED]
    if rested > rest():
        session.hold(**{LOCKED: True})
        return True
    if rested:
        session[SERVED] = now
    return False


def lock(request: HttpRequest, then: str = "") -> None:
    """Lock this session now; `then` is where it will go once open again."""
    request.session.hold(**{LOCKED: True} | ({NEXT: then} if then else {}))


def knows_where(request: HttpRequest) -> bool:
    """Tell whether this locked session has where to go once open again."""
    return NEXT in request.session.held()


def unlock(request: HttpRequest) -> str:
    """Open this session again, and return where it goes."""
    held = request.session.release()
    watch(request)
    return held.get(NEXT, "/")
