"""A shared machine locks itself: what its session remembers of the last time it served.

The instant is to the minute, in the session only, written once a minute at most; the sessions of
machines that are not shared hold nothing of it.
"""

import time

from django.http import HttpRequest

from dossier.accounts.rules import Doors
from dossier.establishment.house import house

SERVED, LOCKED, NEXT = "served", "locked", "locked_next"


def _minute() -> int:
    return int(time.time()) // 60


def watch(request: HttpRequest) -> None:
    """Lock this session after a rest, from now on."""
    request.session[SERVED] = _minute()


def unwatch(request: HttpRequest) -> None:
    """Lock this session no more."""
    for name in (SERVED, LOCKED, NEXT):
        request.session.pop(name, None)


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
    if LOCKED in session:
        return True
    now = _minute()
    rested = now - session[SERVED]
    if rested > rest():
        session[LOCKED] = True
        return True
    if rested:
        session[SERVED] = now
    return False


def lock(request: HttpRequest, then: str = "") -> None:
    """Lock this session now; `then` is where it will go once open again."""
    request.session[LOCKED] = True
    if then:
        request.session[NEXT] = then


def unlock(request: HttpRequest) -> str:
    """Open this session again, and return where it goes."""
    request.session.pop(LOCKED, None)
    watch(request)
    return request.session.pop(NEXT, "/")
