"""By when a request that waits is to be answered: pure."""

from collections.abc import Iterable
from datetime import date

from dossier.rights.due import STILL, Due
from dossier.rights.terms import MONTHS, Term, Terms, after

HANDED_OVER = {"read", "take-away"}
HEALTH = {"health": "health-reply", "old-health": "old-health-reply"}


def due_days(
    sort: str, matters: Iterable[str], asked_on: date, extended_on: date | None, terms: Terms
) -> list[date]:
    """Return the last days to answer a request, the nearest first: a month, two more when that was
    said within the first (RGPD art. 12, 3); eight days for health information handed over, two
    months when it is older than five years (CSP L1111-7).
    """
    due = terms.after("reply", asked_on)
    if extended_on and extended_on <= due:
        first, more = terms.of("reply", asked_on), terms.of("reply-more", asked_on)
        due = after(due, more)
        if first.unit == more.unit == MONTHS:  # counted at once: from 31 January, 30 April
            due = after(asked_on, Term(first.amount + more.amount, MONTHS, more.source))
    told = {HEALTH[one] for one in matters if one in HEALTH} if sort in HANDED_OVER else set()
    return sorted({due, *(terms.after(key, asked_on) for key in told)})


def due(number: int, called: str, days: list[date], asked_on: date, today: date) -> Due:
    """Say by when a request of `asked_on`, `called` in words, is to be answered."""
    told = {"asked": asked_on, "due": next((one for one in days if one >= today), days[-1])}
    words = "Une demande du {asked} ({called}) serait à honorer au plus tard le {due}."
    if told["due"] < today:
        words = "Une demande du {asked} ({called}) avait jusqu’au {due}" + STILL
    elif len(days) > 1 and told["due"] != days[-1]:
        words += " C’est pour la santé ; pour le reste, au plus tard le {last}."
        told["last"] = days[-1]
    return Due(f"request-{number}", words, told["due"], told, {"called": called})
