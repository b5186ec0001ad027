"""Establishments and services the law knows (CASF L312-1, I), in plain words, by their number."""

CATEGORIES = {
    "1": "enfants et jeunes de l’aide sociale à l’enfance, jusqu’à vingt et un ans",
    "2": "enfants et jeunes handicapés, ou en difficulté pour apprendre : IME, ITEP, SESSAD, CMPP",
    "3": "action médico-sociale précoce, pour les tout-petits : CAMSP",
    "4": "mesures éducatives ordonnées par un juge, pour des mineurs et de jeunes majeurs",
    "5": "aide par le travail, réadaptation et formation d’adultes handicapés : ESAT, CRP",
    "6": "grand âge : EHPAD, résidence autonomie, aide et soins à domicile",
    "7": "adultes handicapés : foyer, MAS, FAM, SAVS, SAMSAH",
    "8": "adultes et familles en difficulté, hébergement et réinsertion : CHRS",
    "9": "addictions, soins et logement de qui est malade et précaire : CSAPA, CAARUD, ACT, LHSS",
    "10": "foyer de jeunes travailleurs",
    "11": "centre de ressources, d’information, de coordination",
    "12": "à titre expérimental",
    "13": "demandeurs d’asile : CADA",
    "14": "protection judiciaire de majeurs : mandataires",
    "15": "aide à la gestion du budget familial, ordonnée par un juge",
    "16": "aide à domicile aux familles fragiles",
    "17": "la dix-septième catégorie, si votre autorisation la nomme",
    "III": "lieu de vie et d’accueil",
}


def category(number: str) -> str:
    """Return a category as it is shown: "7° adultes handicapés…"."""
    words = CATEGORIES[number]
    return f"{number}. {words}" if number == "III" else f"{number}° {words}"
