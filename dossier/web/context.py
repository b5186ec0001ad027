"""What every template knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from dossier.establishment.house import house as present_house
from dossier.establishment.house import words
from dossier.web import rescue
from dossier.web.doors import locking


def house(request: HttpRequest) -> dict[str, Any]:
    """Return the house, its words, and the pen of whoever is logged in."""
    context: dict[str, Any] = {
        "house": SimpleLazyObject(present_house),
        "mots": SimpleLazyObject(words),
    }
    if getattr(request, "locked", None):
        context["messages"] = []  # they may name somebody: they stay for after the lock
    user = getattr(request, "user", None)
    if user and user.is_authenticated:
        context |= {"worker": user, "plume": SimpleLazyObject(lambda: rescue.pen(user))}
        context["let_in"] = request.session.get("told")
        if locking.is_watched(request):
            context["locks_after"] = locking.rest()
    return context
