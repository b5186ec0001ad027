"""What every template knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from dossier.establishment.models import Establishment
from dossier.web import rescue


def house(request: HttpRequest) -> dict[str, Any]:
    """Return the house, and the pen of whoever is logged in."""
    context: dict[str, Any] = {"house": SimpleLazyObject(Establishment.here)}
    user = getattr(request, "user", None)
    if user and user.is_authenticated:
        context |= {"worker": user, "plume": SimpleLazyObject(lambda: rescue.pen(user))}
    return context
