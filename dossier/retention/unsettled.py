"""What of a dossier is not settled: requests that nobody answered, stays without an end."""

from datetime import date

from django.db.models import QuerySet

from dossier.persons.models import Dossier, Stay
from dossier.reading.models import Request
from dossier.reading.requests import is_answered


def without_answer(requests: QuerySet[Request]) -> list[Request]:
    """Return those of `requests` that stand and wait for an answer: their time runs (RGPD art. 12,
    3), the longest waiting first; two queries.
    """
    standing = requests.filter(is_mistaken=False).order_by("asked_on", "pk")
    return [one for one in standing.prefetch_related("replies") if not is_answered(one)]


def unanswered(dossier: Dossier) -> list[Request]:
    """Return the requests about a dossier that wait for an answer."""
    return without_answer(Request.objects.filter(dossier=dossier))


def going_on(dossier: Dossier, today: date) -> list[Stay]:
    """Return the stays of a dossier whose end is not noted, or has not come."""
    return [one for one in dossier.stays.all() if one.until_on is None or one.until_on >= today]
