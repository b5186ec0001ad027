"""What the law asks of the texts of the house: which are missing, which are to be revised. Pure."""

from collections.abc import Mapping
from datetime import date

from dossier.rights.due import Due, is_soon, say
from dossier.rights.terms import Terms

RULES, ESTABLISHMENT = "rules", "establishment"
HOUSE_TEXTS = {
    "welcome": "le livret d’accueil",
    "charter": "la charte des droits et libertés",
    RULES: "le règlement de fonctionnement",
    ESTABLISHMENT: "le projet d’établissement ou de service",
    "qualified": "la liste des personnes qualifiées",
    "trusted": "la notice sur la personne de confiance",
}
REVISED = (RULES, ESTABLISHMENT)


def house_texts(held: Mapping[str, tuple[date, bool]], *, today: date, terms: Terms) -> list[Due]:
    """Say which texts of the house are missing (CASF L311-4, L311-5, L311-5-1), which are to be
    revised: the *règlement de fonctionnement* within five years (L311-7, R311-33), the *projet
    d'établissement* too (L311-8), both after the council's opinion.

    `held`: of each sort, the day from which the present edition is in force, and whether an
    opinion is noted.
    """
    told: list[Due] = []
    for sort, name in HOUSE_TEXTS.items():
        begun = name[0].upper() + name[1:]
        if sort not in held:
            told.append(Due(sort, f"{begun} n’est pas encore ici."))
            continue
        since, has_opinion = held[sort]
        if sort not in REVISED:
            continue
        due = terms.after(sort, since)
        words = say(name, "revu", "revoir", due, today) + " L’édition d’à présent est du {since}."
        revised = Due(sort, words, due, {"due": due, "since": since})
        told += [revised] if is_soon(revised, today) else []
        if not has_opinion:
            told.append(Due(sort, f"L’avis {{conseil.du}} sur {name} n’est pas noté."))
    return told
