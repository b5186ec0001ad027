"""How long a dossier is kept: pure, in sentences with their article; a human decides.

CNIL: délibérations 2021-028 (11 March 2021) and 2023-095 (14 September 2023), which are no law but
from which one departs with reasons. Code du patrimoine L211-4 and L212-2. Code civil 2224 to 2235.
The durations are those of `rights.terms`, dated, which the house may change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dossier.meetings.rules import Sentence
from dossier.rights.terms import YEARS, Term, Terms, after

MAJORITY = Term(18, YEARS, "code civil 414")
AFTER_MAJORITY = Term(10, YEARS, "code civil 2226 et 2235")
AFTER_VIOLENCE = Term(20, YEARS, "code civil 2226, second alinéa, et 2235")

Period = tuple[date | None, date | None]  # from when to when a stay lasted; None is not known


@dataclass(frozen=True)
class Reading:
    """A way to understand the law: until when it has one keep, why, in words, and the texts."""

    key: str
    until: date
    sentence: Sentence
    source: str


def is_going_on(stays: Iterable[Period], today: date) -> bool:
    """Whether a stay has no end noted, or one that has not come: its dossier is in use."""
    return any(until is None or until >= today for _, until in stays)


def last_contact(stays: Iterable[Period], last_writing: date | None, today: date) -> date | None:
    """Return what may be taken for the last contact: the latest of the ends of stays and the last
    writing. None while a stay goes on, and when nothing is known. A human says otherwise.
    """
    stays = list(stays)
    if is_going_on(stays, today):
        return None
    days = [until for _, until in stays if until] + ([last_writing] if last_writing else [])
    return min(max(days), today) if days else None


def leaves_use_on(contact: date, terms: Terms) -> date:
    """Return the last day of daily use: two years after the last contact (CNIL, 2021-028)."""
    return terms.after("active", contact)


def told_of_use(
    stays: Iterable[Period], last_writing: date | None, terms: Terms, today: date
) -> Sentence:
    """Say whether a dossier may leave daily use (CNIL, délibérations 2021-028 and 2023-095)."""
    stays = list(stays)
    if is_going_on(stays, today):
        return Sentence(
            "{accompagnement.Un} continue, ou n’a pas de fin notée : {dossier.le} reste à portée "
            "de main."
        )
    contact = last_contact(stays, last_writing, today)
    if not contact:
        return Sentence("Rien ne dit quand fut le dernier contact : c’est à vous de le dire.")
    until = leaves_use_on(contact, terms)
    days = {"contact": contact, "until": until}
    if today <= until:
        return Sentence(
            "Le dernier contact semble être du {contact}. {dossier.Le} peut rester à portée de "
            "main jusqu’au {until}.",
            days,
        )
    return Sentence(
        "Le dernier contact semble être du {contact}. Depuis le {until}, rien ne demande que "
        "{dossier.le} reste à portée de main : on peut {dossier:le,la} mettre aux archives.",
        days,
    )


def readings(contact: date, born: date | None, terms: Terms) -> list[Reading]:
    """Return the ways to understand until when an archive is kept, from the last contact and the
    latest day the person may be born: the general rule, and for who was a minor then, what an
    action in justice would still need (code civil 2226 and 2235).
    """
    closes = leaves_use_on(contact, terms)
    general = terms.after("archive", closes)
    term = terms.of("archive", closes)
    sources = dict.fromkeys(
        one.source.split(" : ")[0] for one in (terms.of("active", contact), term)
    )
    told = [
        Reading(
            "general",
            general,
            Sentence(
                f"{term.said} après que {{dossier.le}} a quitté l’usage de tous les jours, soit "
                f"jusqu’au {{until}} ({term.source}).",
                {"until": general},
            ),
            " ; ".join(filter(None, sources)),
        )
    ]
    if not born:
        return told
    adult = after(born, MAJORITY)
    if contact >= adult:
        return told
    for key, more, words in (
        (
            "minor",
            AFTER_MAJORITY,
            "{personne.Le} était mineur·e au dernier contact. Le temps ne court pas contre qui est "
            "mineur·e : une action pour un dommage corporel reste possible dix ans après la "
            "majorité, soit jusqu’au {until} (code civil 2226 et 2235).",
        ),
        (
            "violence",
            AFTER_VIOLENCE,
            "Pour des violences ou une agression sexuelle subies pendant la minorité, une action "
            "reste possible vingt ans après la majorité, soit jusqu’au {until} (code civil 2226, "
            "second alinéa, et 2235).",
        ),
    ):
        until = after(adult, more)
        told.append(Reading(key, until, Sentence(words, {"until": until}), more.source))
    return told


def proposed_until(told: Iterable[Reading]) -> date:
    """Return the day to propose: the last one, since what is destroyed does not come back."""
    return max(one.until for one in told)


def source_of(keep_until: date, told: Iterable[Reading]) -> str:
    """Return the texts that say to keep until that very day; "" when none does."""
    return next((one.source for one in told if one.until == keep_until), "")


def departs(keep_until: date, told: Iterable[Reading]) -> bool:
    """Whether a day comes before the one to propose: whoever departs from it says why (CNIL,
    délibérations 2021-028 et 2023-095).
    """
    return keep_until < proposed_until(told)


def may_be_proposed(keep_until: date, hold: str, today: date) -> bool:
    """Whether the elimination of an archive may be proposed: its time has passed, nobody holds it
    (CNIL 2023-095; code du patrimoine L212-2).
    """
    return not hold.strip() and today > keep_until


def told_of_archive(keep_until: date, hold: str, today: date) -> Sentence:
    """Say what the law lets one do with an archive."""
    days = {"until": keep_until}
    if hold.strip():
        return Sentence("On a demandé à garder {dossier.ce} plus longtemps, et dit pourquoi.")
    if not may_be_proposed(keep_until, hold, today):
        return Sentence("On garde {dossier.ce} aux archives jusqu’au {until}.", days)
    return Sentence(
        "Le temps de garder {dossier.ce} est passé depuis le {until}. On peut proposer son "
        "élimination, ou dire pourquoi on garde encore. Rien ne se fait tout seul.",
        days,
    )


def is_reason(words: str) -> bool:
    """Whether words hold a letter or a figure, that one can read."""
    return any(sign.isalnum() for sign in words)


def law(*, has_public_mission: bool) -> list[Sentence]:
    """Return what the texts say, a sentence each, both readings where there are two."""
    told = [
        Sentence(
            "Deux ans après le dernier contact, {dossier.le} quitte l’usage de tous les jours, "
            "sauf si un texte dit autre chose (CNIL, délibérations 2021-028 et 2023-095). Ce "
            "repère n’oblige pas : qui s’en écarte dit pourquoi."
        ),
        Sentence(
            "Ensuite vient le temps des archives : on n’y ouvre qu’à qui dit pourquoi, le temps "
            "qu’on puisse en avoir besoin pour faire valoir un droit (code civil 2224)."
        ),
        Sentence(
            "Passer deux ans ne veut pas dire effacer : connaître son histoire, prouver plus tard, "
            "comptent aussi (CASF L311-3 5°)."
        ),
    ]
    if has_public_mission:
        told += [
            Sentence(
                "Ce qui naît d’une mission de service public est archive publique, même "
                "dans une association (code du patrimoine L211-4)."
            ),
            Sentence(
                "Rien ne s’en détruit sans le visa des archives départementales, qui peuvent "
                "demander qu’on leur en remette (code du patrimoine L212-2)."
            ),
        ]
    else:
        told.append(
            Sentence(
                "Il a été dit ici qu’il n’y a pas de mission de service public : le visa des "
                "archives départementales n’est pas demandé (code du patrimoine L211-4, lu ainsi). "
                "En cas de doute, posez-leur la question avant de détruire."
            )
        )
    return told
