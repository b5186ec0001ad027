"""The durations the law gives, each with its source and since when: dated data that the house may
change, since they changed in 2004, 2016, 2022 and 2024; counting from a day to another.
"""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

DAYS, MONTHS, YEARS = "days", "months", "years"
UNITS = {
    DAYS: ("jour", "jours"),
    MONTHS: ("mois", "mois"),
    YEARS: ("an", "ans"),
}

# What a house may choose, by unit: no sum of two of them goes past what a date can hold.
LONGEST = {DAYS: 1_000, MONTHS: 500, YEARS: 150}
SOME_DAY = date(2001, 1, 1)  # durations are compared from it
TOO_LONG = "Une durée va de 1 jour à 1 000 jours, 500 mois ou 150 ans."


@dataclass(frozen=True)
class Term:
    """A duration, where it is from, and since when it is in force (None: as far as one needs)."""

    amount: int
    unit: str
    source: str
    since: date | None = None

    def __post_init__(self) -> None:
        if self.unit not in UNITS or not 0 < self.amount <= 1_000:
            raise ValueError("a duration is a number of days, months or years")

    @property
    def said(self) -> str:
        """The duration in words: "15 jours", "1 mois"."""
        return f"{self.amount} {UNITS[self.unit][self.amount > 1]}"


@dataclass(frozen=True)
class Known:
    """A duration that the software knows: what it is for and what it was, the latest last."""

    name: str
    terms: tuple[Term, ...]
    bounds: tuple[Term, Term] | None = None  # what a house may choose, both included

    def check(self, amount: int, unit: str) -> None:
        """Raise ValueError, in French, for a duration that no house may choose."""
        if amount > LONGEST.get(unit, 0):
            raise ValueError(TOO_LONG)
        if self.bounds:
            chosen, *ends = (after(SOME_DAY, one) for one in (Term(amount, unit, ""), *self.bounds))
            if not ends[0] <= chosen <= ends[1]:
                shortest, longest = (one.said for one in self.bounds)
                raise ValueError(f"Ici, de {shortest} à {longest}.")


def _one(name: str, amount: int, unit: str, source: str, since: date | None = None) -> Known:
    return Known(name, (Term(amount, unit, source, since),))


KNOWN = {
    "contract-given": _one(
        "Remise du contrat de séjour ou du document individuel, après l’admission",
        15, DAYS, "CASF D311",
    ),
    "contract-signed": _one(
        "Signature du contrat de séjour, après l’admission", 1, MONTHS, "CASF D311"
    ),
    "amendment": _one(
        "Avenant qui précise objectifs et prestations, après l’admission", 6, MONTHS, "CASF D311"
    ),
    "review": _one("Relecture, une fois par an au moins", 1, YEARS, "CASF D311"),
    "short-stay": _one(
        "En dessous, un document individuel plutôt qu’un contrat de séjour", 2, MONTHS, "CASF D311"
    ),
    "trusted": _one(
        "Information sur la personne de confiance, avant l’entretien du contrat",
        8, DAYS, "CASF L311-5-1, annexe 4-10",
    ),
    "rules": _one(
        "Révision du règlement de fonctionnement", 5, YEARS, "CASF L311-7, R311-33"
    ),
    "establishment": _one("Durée du projet d’établissement", 5, YEARS, "CASF L311-8"),
    "child-report": _one("Rapport sur la situation d’un enfant", 1, YEARS, "CASF L223-5"),
    "infant-report": _one(
        "Rapport sur la situation d’un enfant de moins de deux ans", 6, MONTHS, "CASF L223-5"
    ),
    "reply": _one("Ce qu’on répond à une demande", 1, MONTHS, "RGPD art. 12"),
    "reply-more": _one(
        "Temps de plus si la demande est complexe, en le disant", 2, MONTHS, "RGPD art. 12"
    ),
    "health-wait": _one(
        "Temps de réflexion avant de remettre des informations de santé", 2, DAYS, "CSP L1111-7"
    ),
    "health-reply": _one(
        "Remise d’informations de santé", 8, DAYS, "CSP L1111-7"
    ),
    "old-health-reply": _one(
        "Remise d’informations de santé de plus de cinq ans", 2, MONTHS, "CSP L1111-7"
    ),
    "old-health": _one(
        "Informations de santé dites anciennes, à partir de", 5, YEARS, "CSP L1111-7"
    ),
    "active": _one(
        "Garder à portée de main, après le dernier contact",
        2, YEARS, "CNIL, délibérations 2021-028 et 2023-095",
    ),
    "archive": _one(
        "Garder en archive intermédiaire, ensuite",
        5, YEARS, "code civil 2224 : prescription de droit commun ; à régler selon le service",
    ),
    # CNIL: six months to a year, three with reasons; a shorter trace would be a way to wipe it.
    "journal": Known(
        "Garder la trace de qui a lu",
        (Term(1, YEARS, "CNIL, délibération 2021-122"),),
        bounds=(Term(6, MONTHS, ""), Term(3, YEARS, "")),
    ),
    "urgent": Known(
        "Garder ouvert ce qu’on a ouvert en urgence",
        (Term(1, DAYS, "choix de ce logiciel"),),
        bounds=(Term(1, DAYS, ""), Term(7, DAYS, "")),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Terms:
    """The durations as this house has them: those it changed come before those of `KNOWN`."""

    changed: Mapping[str, Iterable[Mapping[str, Any]]]

    def of(self, key: str, on: date) -> Term:
        """Return the duration `key` in force `on`; KeyError for one that nobody knows.

        Among the house's and the law's, that whose `since` is the latest before `on`; the house's
        for the same day.
        """
        rows = [*KNOWN[key].terms, *map(_read, self.changed.get(key, ()))]
        held = [one for one in rows if one.since is None or one.since <= on] or rows[:1]
        latest = max(one.since or date.min for one in held)
        return [one for one in held if (one.since or date.min) == latest][-1]

    def after(self, key: str, day: date) -> date:
        """Return the last day of the duration `key` that begins on `day`."""
        return after(day, self.of(key, day))

    def before(self, key: str, day: date) -> date:
        """Return the last day that comes the duration `key` before `day`."""
        return before(day, self.of(key, day))


def _read(told: Mapping[str, Any]) -> Term:
    since = told.get("since")
    return Term(
        int(told["amount"]),
        told["unit"],
        told.get("source", ""),
        date.fromisoformat(since) if since else None,
    )


def _moved(day: date, months: int) -> date:
    """Return the same day of another month; its last day when it has no such day (code de
    procédure civile, article 641).
    """
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def after(day: date, term: Term) -> date:
    """Return the last day of a duration that begins on `day`: "15 jours" from the 1st is the 16th;
    in months or years, the same day of the month, or its last (code de procédure civile, 641).
    """
    if term.unit == DAYS:
        return day + timedelta(days=term.amount)
    return _moved(day, term.amount * (12 if term.unit == YEARS else 1))


def after_both(day: date, first: Term, more: Term) -> date:
    """Return the last day of two durations, one after the other; months are counted at once, from
    31 January two of one month lead to 31 March.
    """
    if first.unit == more.unit == MONTHS:
        return _moved(day, first.amount + more.amount)
    return after(after(day, first), more)


def before(day: date, term: Term) -> date:
    """Return the last day on which a duration still fits before `day`."""
    if term.unit == DAYS:
        return day - timedelta(days=term.amount)
    return _moved(day, -term.amount * (12 if term.unit == YEARS else 1))
