"""What the law says of requests about what is kept of a person: by when, by whom, what may be
answered. Pure, in sentences of the house; a human decides.

CASF: code de l'action sociale et des familles; CSP: code de la santé publique; CRPA: code des
relations entre le public et l'administration; RGPD: règlement (UE) 2016/679.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dossier.meetings.rules import Sentence
from dossier.reading.remedies import (
    CORRECT,
    ERASE,
    HANDED_OVER,
    HEIR,
    LIMIT,
    OPPOSE,
    PERSON,
    READ,
    TAKE_AWAY,
    heir_may,
)
from dossier.rights.terms import Terms, after_both

HEALTH, OLD_HEALTH, OTHERS = "health", "old-health", "third-parties"
JUDICIAL, OBJECTS, NOTES = "judicial", "minor-objects", "personal-notes"
# Those whose rules differ, as one ticks them.
MATTERS = {
    HEALTH: "des informations de santé",
    OLD_HEALTH: "des informations de santé de plus de cinq ans",
    OTHERS: "ce qui concerne aussi d’autres gens",
    JUDICIAL: "des documents faits pour un juge",
    OBJECTS: "un mineur ne veut pas que cela soit lu",
    NOTES: "des notes personnelles",
}
# All that is not health; and, for an heir where no text gives a time, a mark and no more.
REST, MARK = "rest", "mark"
MINOR, ADULT, EITHER, UNKNOWN = "minor", "adult", "either", "unknown"
ADULT_AT = 18


@dataclass(frozen=True)
class Time:
    """By when to answer about a matter (or REST, MARK), and not before when."""

    matter: str
    due: date
    not_before: date | None = None


def times(
    sort: str,
    matters: Iterable[str],
    asked_on: date,
    terms: Terms,
    extended_on: date | None = None,
    side: str = PERSON,
) -> list[Time]:
    """Return by when to answer a request received on `asked_on`, the nearest first.

    One month from the day it was received, two more if the request is complex and one says so
    within that month (RGPD art. 12, 3). Health information that is handed over: not before two
    days, eight at most, two months when it is older than five years (CSP L1111-7); a request about
    both has both times. Correcting or erasing health information follows the month.

    For an heir (`side`), the RGPD does not hold (recital 27): a month is a MARK, no time of the
    law, and is not made longer. Of the health of the dead, the times of CSP L1111-7 hold.
    """
    told = set(matters) if sort in HANDED_OVER else set()
    wait = terms.after("health-wait", asked_on)
    found = []
    if HEALTH in told:
        found.append(Time(HEALTH, terms.after("health-reply", asked_on), wait))
    if OLD_HEALTH in told:
        found.append(Time(OLD_HEALTH, terms.after("old-health-reply", asked_on), wait))
    due, rest = terms.after("reply", asked_on), MARK if side == HEIR else REST
    if rest == REST and extends(asked_on, extended_on, terms):
        due = _longer(asked_on, terms)
    return sorted([*found, Time(rest, due)], key=lambda one: one.due)


def extends(asked_on: date, extended_on: date | None, terms: Terms) -> bool:
    """Whether more time was said within the first month, as RGPD art. 12, 3 wants it."""
    return extended_on is not None and extended_on <= terms.after("reply", asked_on)


def _longer(asked_on: date, terms: Terms) -> date:
    """Return the end of a month and two more, counted at once from the day it was received: from
    31 January, 30 April.
    """
    first, more = terms.of("reply", asked_on), terms.of("reply-more", asked_on)
    return after_both(asked_on, first, more)


def tell_times(
    found: Iterable[Time], asked_on: date, extended_on: date | None, terms: Terms
) -> list[Sentence]:
    """Say each time, with its article; and what an extension said too late does not change."""
    found, told = list(found), []
    if any(one.matter == MARK for one in found):
        return _tell_heir(found, extended_on)
    for one in found:
        if one.matter == REST:
            words = "À répondre au plus tard le {due} (RGPD, article 12)."
            if extends(asked_on, extended_on, terms):
                words = (
                    "Plus de temps a été demandé le {said} : à répondre au plus tard le {due} "
                    "(RGPD, article 12)."
                )
                told.append(Sentence(words, {"due": one.due, "said": extended_on}))
                continue
            told.append(Sentence(words, {"due": one.due}))
        else:
            told.append(_tell_health(one))
    if extended_on and not extends(asked_on, extended_on, terms):
        words = (
            "Plus de temps a été demandé le {said}, après le premier mois : le texte veut qu’on le "
            "dise dans ce mois-là. Le délai reste le même."
        )
        told.append(Sentence(words, {"said": extended_on}))
    elif not extended_on:
        words = (
            "Si la demande est complexe, on peut prendre {more} de plus, en le disant avec les "
            "raisons au plus tard le {first}."
        ).replace("{more}", terms.of("reply-more", asked_on).said)
        told.append(Sentence(words, {"first": terms.after("reply", asked_on)}))
    return told


def _tell_health(one: Time) -> Sentence:
    words = (
        "Ce qui est de la santé et a plus de cinq ans : pas avant le {wait}, et au plus tard le "
        "{due} (CSP L1111-7)."
    )
    if one.matter == HEALTH:
        words = (
            "Ce qui est de la santé : pas avant le {wait}, le temps de réfléchir, et au plus tard "
            "le {due} (CSP L1111-7)."
        )
    return Sentence(words, {"due": one.due, "wait": one.not_before})


def _tell_heir(found: Iterable[Time], extended_on: date | None) -> list[Sentence]:
    mark = (
        "Pour ce qui n’est pas de la santé, la loi ne donne pas de temps pour répondre à un ayant "
        "droit (loi du 6 janvier 1978, articles 84 à 86). Le {due}, un mois comme pour tous, est "
        "un bon repère."
    )
    told = [
        Sentence(mark, {"due": one.due}) if one.matter == MARK else _tell_health(one)
        for one in found
    ]
    if extended_on:
        told.append(Sentence("Plus de temps a été demandé le {said}.", {"said": extended_on}))
    return told


def standing(found: Iterable[Time], today: date) -> Sentence:
    """Say, on one line, what of the time is left to a request that waits."""
    ordered = list(found)
    if to_come := [one for one in ordered if one.due >= today]:
        first = to_come[0]
        if first.matter == MARK:
            return Sentence(
                "la loi ne donne pas de temps ; le {due} est un bon repère", {"due": first.due}
            )
        if first.matter == REST:
            return Sentence("à répondre au plus tard le {due}", {"due": first.due})
        return Sentence("pour la santé, à répondre au plus tard le {due}", {"due": first.due})
    if ordered[-1].matter == MARK:
        words = "le {due} était un bon repère ; la loi ne donne pas de temps, on peut répondre"
        return Sentence(words, {"due": ordered[-1].due})
    words = (
        "le temps prévu s’est terminé le {due} ; on peut encore répondre, et dire ce qui a pris ce "
        "temps"
    )
    return Sentence(words, {"due": ordered[-1].due})


def minority(born_from: date | None, born_until: date | None, on: date) -> str:
    """Return whether somebody born between two days is MINOR or ADULT `on` a day (code civil 388,
    414: eighteen whole years), EITHER when the approximate birth allows both, UNKNOWN without one.
    """
    if not born_from or not born_until:
        return UNKNOWN
    earliest, latest = _adult_on(born_from), _adult_on(born_until)
    if latest <= on:
        return ADULT
    return MINOR if on < earliest else EITHER


def _adult_on(born: date) -> date:
    try:
        return born.replace(year=born.year + ADULT_AT)
    except ValueError:  # 29 February: the years are whole on 1 March
        return date(born.year + ADULT_AT, 3, 1)


def who_asks(side: str, age: str, matters: Iterable[str]) -> list[Sentence]:
    """Say what to look at of who asks, by `side` (`Request.Side`) and `age` (`minority`)."""
    told = [_OF_SIDE[side]] if side in _OF_SIDE else []
    if side != "heir":
        told += _OF_AGE.get(age, [])
    if side == "representative" and age in {MINOR, EITHER, UNKNOWN} and OBJECTS in set(matters):
        told.append(
            "Un mineur peut garder pour lui ce qui touche à sa santé : s’il s’oppose, ce n’est pas "
            "remis à ceux qui ont l’autorité parentale (CSP L1111-5, L1111-7). Pour le reste, son "
            "intérêt peut s’opposer à la remise : pesez-le à plusieurs."
        )
    return [Sentence(one) for one in told]


_OF_SIDE = {
    "person": (
        "Assurez-vous simplement que c’est bien elle ou lui : le reconnaître suffit. Un papier "
        "d’identité ne se demande que si l’on doute (RGPD, article 12, 6)."
    ),
    "representative": (
        "Demandez à voir ce qui dit sa qualité. Une mesure qui ne porte que sur les biens n’ouvre "
        "pas ce qui est de la vie de {personne.le} ; celle qui porte aussi sur {personne.le} peut "
        "l’ouvrir (code civil 425, 459 ; CSP L1111-7). Sous curatelle, c’est {personne.le} qui "
        "demande, avec de l’aide si besoin."
    ),
    "heir": (
        "Ayant droit, concubin ou partenaire d’un pacs : la santé de qui est mort se dit si c’est "
        "pour connaître les causes de la mort, défendre sa mémoire ou faire valoir un droit, et "
        "s’il ne s’y était pas opposé (CSP L1110-4, V ; L1111-7). Notez lequel des trois. Pour le "
        "reste : ce qu’il faut pour régler la succession, et ce que la morte ou le mort avait "
        "demandé (loi du 6 janvier 1978, articles 84 à 86)."
    ),
    "other": (
        "Quelqu’un d’autre ne peut demander qu’avec un mandat de {personne.le}. Sans cela, on dit "
        "non, sans dire si {dossier.un} existe (code pénal 226-13)."
    ),
}
_OF_AGE = {
    MINOR: [
        "Mineur : ceux qui ont l’autorité parentale demandent pour lui, chacun des deux, sauf si "
        "un juge la leur a retirée (code civil 371-1, 372). Demandez-lui aussi ce qu’il en pense."
    ],
    EITHER: [
        "La naissance notée permet deux lectures. S’il est mineur, ceux qui ont l’autorité "
        "parentale peuvent demander pour lui (code civil 371-1).",
        "S’il a dix-huit ans, lui seul demande, ou qui le représente par un jugement (code civil "
        "414, 459).",
    ],
}


def what_may_be(sort: str, *, has_public_mission: bool, side: str = PERSON) -> list[Sentence]:
    """Say what may be answered to a `sort` of request, each with its article; where two readings
    exist, both. For an heir, `remedies.heir_may`.
    """
    told = heir_may(sort) if side == HEIR else list(map(Sentence, _MAY[sort]))
    if sort == ERASE:
        archives = _PUBLIC_ARCHIVES if has_public_mission else _PRIVATE_ARCHIVES
        told += map(Sentence, (archives, _HERE))
    return told


_MAY = {
    READ: [
        "Toute information et tout document sur {accompagnement.son}, sauf ce qu’une loi met à "
        "part (CASF L311-3, 5°) ; ce qui la ou le concerne dans d’autres {cahier.pluriel} aussi.",
        "La première copie est gratuite (RGPD, articles 12 et 15).",
    ],
    CORRECT: [
        "Une date, un nom, un fait inexact se corrige : une version nouvelle, l’ancienne reste "
        "lisible (RGPD, article 16).",
        "Ce que quelqu’un a pensé ou compris ne se remplace pas : les mots de {personne.le} se "
        "mettent à côté, de même rang, et restent attachés (RGPD, article 16 : « déclaration "
        "complémentaire »).",
    ],
    OPPOSE: [
        "Si l’on tient ces informations pour une mission d’intérêt public, elle ou il peut "
        "s’opposer pour des raisons tenant à sa situation ; on arrête, sauf motif impérieux, que "
        "l’on dit (RGPD, article 21).",
        "Si c’est une loi qui oblige à les tenir, il n’y a pas de droit de s’opposer (RGPD, "
        "articles 6, 1, c et 21). Les deux lectures se rencontrent dans une même demande : on "
        "répond point par point.",
        "Que l’on partage hors de {equipe.le}, on peut toujours le refuser (CSP L1110-4).",
    ],
    ERASE: [
        "Une lecture : ce qui n’aurait pas dû être noté (inexact, sans rapport, blessant, au sujet "
        "d’autres gens) s’efface (RGPD, article 17, 1).",
        "L’autre : ce qu’une obligation légale, une mission d’intérêt public ou la défense d’un "
        "droit demande de garder reste, le temps prévu (RGPD, article 17, 3).",
    ],
    TAKE_AWAY: [
        "Une lecture : le droit d’emporter ne vaut que pour ce qu’elle ou il a fourni, et si la "
        "base est l’accord ou un contrat (RGPD, article 20).",
        "L’autre : la copie est de toute façon due (RGPD, article 15 ; CASF L311-3, 5°). Autant la "
        "donner sous une forme qui s’ouvre partout.",
    ],
    LIMIT: [
        "Le temps de vérifier ce qui est contesté, on garde sans s’en servir, sauf pour défendre "
        "un droit (RGPD, article 18). Dites-le là où cela se lit, et prévenez avant de reprendre.",
    ],
}
_PUBLIC_ARCHIVES = (
    "Ici, ce que l’on tient est aussi archive publique : rien ne se détruit sans le visa des "
    "archives départementales (code du patrimoine L211-4, L212-2)."
)
_PRIVATE_ARCHIVES = (
    "Ici, ce que l’on tient n’est pas archive publique : il n’y a pas de visa à demander."
)
# What the tool does, and does not: nobody is promised an erasure that it cannot do.
_HERE = (
    "Ce que l’on peut faire ici : qui a signé {ecrit.un} peut {ecrit:le,la} corriger et en retirer "
    "un passage. Ce passage ne se lit plus chaque jour ; il reste dans les versions d’avant, pour "
    "qui les ouvre : dites-le à qui demande. Pour de bon, rien ne s’efface qu’avec {dossier.le} "
    "entier, à la fin du temps prévu."
)


def about_matters(matters: Iterable[str]) -> list[Sentence]:
    """Say what each matter changes to what is handed over."""
    told = set(matters)
    return [Sentence(words) for matter, words in _ABOUT.items() if matter in told]


_ABOUT = {
    HEALTH: (
        "La santé se donne directement ou par un médecin choisi ; la présence de quelqu’un peut "
        "être proposée, elle ne s’impose pas (CSP L1111-7)."
    ),
    OTHERS: (
        "Ce qui relève de la vie privée d’autres gens, ou les juge, se couvre passage par passage, "
        "avec une raison (CRPA L311-6 ; RGPD, article 15, 4)."
    ),
    JUDICIAL: (
        "Ce qui a été fait pour un juge, ou à sa demande, se lit au tribunal : on le met à part et "
        "l’on dit où s’adresser (avis de la CADA)."
    ),
    NOTES: (
        "Une note que nul n’a partagée n’est pas dans {dossier.le}, mais le RGPD vaut pour elle "
        "aussi. Chacun regarde dans les siennes."
    ),
}
