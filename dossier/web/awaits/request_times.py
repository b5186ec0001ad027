"""How a request that waits is said among what the law awaits: pure."""

from datetime import date

from dossier.rights.due import STILL, Due


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
