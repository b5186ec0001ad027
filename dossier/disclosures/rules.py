"""What an agreement for something to leave holds, and until when; pure functions on values.

An agreement is free, for this, to this one, until then, and can be taken back as easily as it was
given (RGPD art. 4, 11° and 7; CSP L1110-4; CASF L311-3 4°). Silence is no agreement.
"""

from datetime import date
from enum import StrEnum


class State(StrEnum):
    """Where an agreement stands; nothing leaves but on one that is given."""

    SILENT = "silent"
    REFUSED = "refused"
    GIVEN = "given"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    MISTAKEN = "mistaken"


def state(
    *,
    answer: str,
    until: date,
    withdrawn_on: date | None,
    is_mistaken: bool,
    today: date,
) -> State:
    """Return where an agreement stands on a day; the day `until` is the last on which it holds.

    `answer` is "yes", "no", or nothing as long as nobody answered (RGPD, recital 32).
    """
    if is_mistaken:
        return State.MISTAKEN
    if withdrawn_on:
        return State.WITHDRAWN
    if answer == "no":
        return State.REFUSED
    if answer != "yes":
        return State.SILENT
    return State.GIVEN if today <= until else State.ENDED


def is_said(words: str) -> bool:
    """Whether words hold a letter or a number one can see."""
    return any(map(str.isalnum, words))


# What is usual, and what the law allows each: said to who asks, who decides.
USUAL = {
    "evaluation": (
        "L’évaluation porte sur {maison.le}, jamais sur {personne.un} (CASF L312-8). La rencontre, "
        "et ce qu’on y montre, demandent l’accord {personne.du} ; un refus n’a aucune suite et "
        "ne se montre pas.",
        "Ce qui suffit d’ordinaire : que {projet.le} existe, comment {personne.le} y a pris part, "
        "quand on l’a relu, ce qui lui a été remis.",
    ),
    "authority": (
        "Une autorité de contrôle lit sur place ce que la loi lui donne à lire (CASF L313-13 et "
        "suivants). Ce qu’on lui envoie de plus demande un accord.",
        "Ce qui suffit d’ordinaire : des faits et leurs jours, sans les mots.",
    ),
    "school": (
        "L’école n’est pas tenue au même secret : elle ne reçoit que ce que {personne.le}, ou qui "
        "{personne:le,la} représente, veut lui dire.",
        "Ce qui suffit d’ordinaire : ce qui aide à apprendre ici, les aménagements, qui appeler.",
    ),
    "hospital": (
        "Entre qui soigne et qui accompagne {personne:le même,la même}, se partage ce qui est "
        "strictement nécessaire, {personne.le} étant {personne:prévenu,prévenue} et pouvant s’y "
        "opposer ; hors {equipe.du}, avec son accord (CSP L1110-4).",
        "Ce qui suffit d’ordinaire : les traitements, ce qui rassure, les mots et les gestes "
        "qui marchent, qui prévenir.",
    ),
    "judge": (
        "Ce qu’un juge ordonne n’attend pas d’accord, et se dit à {personne.le}. Ce qu’on choisit "
        "de lui écrire suit les règles {maison.du} et de la mesure.",
        "Ce qui suffit d’ordinaire : le rapport qu’il a demandé, relu avec {personne.le}.",
    ),
    "service": (
        "Un autre service tenu au secret peut savoir ce qui est nécessaire à sa mission, "
        "{personne.le} {personne:prévenu,prévenue} ; en protection de l’enfance, ses parents et "
        "l’enfant selon son âge (CASF L226-2-2). Au-delà, il faut un accord.",
        "Ce qui suffit d’ordinaire : ce dont on est convenu pour la suite, et avec qui.",
    ),
    "research": (
        "Une recherche demande que chacun soit prévenu de tout ce qu’on y fera de ce qui "
        "{personne:le,la} concerne (RGPD art. 13 et 89), et des textes sans les noms.",
        "Ce qui suffit d’ordinaire : des passages choisis, sans les noms.",
    ),
    "other": (
        "Qui n’est pas tenu au secret ne reçoit que ce que {personne.le} veut lui dire "
        "(code pénal 226-13).",
    ),
}
