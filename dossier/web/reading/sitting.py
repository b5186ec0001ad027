"""What a person just said, while one still sits beside them: kept with the session, and no longer
than one sitting.
"""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from dossier.notebooks.models import Writing
from dossier.persons.models import Dossier

SITTING = timedelta(minutes=30)  # as one reading is one line in the journal
KEPT = "just-said"
MOST = 50


def keep(request: HttpRequest, dossier: Dossier, writing: Writing) -> None:
    """Keep in mind that the person of `dossier` just said a writing."""
    told = _told(request)[-MOST:]
    request.session[KEPT] = [*told, [dossier.pk, writing.pk, int(timezone.now().timestamp())]]


def said(request: HttpRequest, dossier: Dossier) -> set[int]:
    """Return the numbers of what the person of `dossier` said in this sitting."""
    since = (timezone.now() - SITTING).timestamp()
    return {pk for of, pk, at in _told(request) if of == dossier.pk and at > since}


def _told(request: HttpRequest) -> list[list[int]]:
    return request.session.get(KEPT, [])
