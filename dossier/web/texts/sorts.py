"""What each sort of text of the house is, in a few words of our own: never the text of the law."""

from typing import NamedTuple

from dossier.establishment.house import said
from dossier.rights.models import Edition, HouseText

Sort = HouseText.Sort


class Help(NamedTuple):
    """What a text is for, where it is asked, and when it is read again; words of the house."""

    what: str
    article: str
    revised: str = ""


HELP = {
    Sort.WELCOME: Help(
        "Ce que l’on remet à qui arrive : où l’on est, comment on vit ici, à qui parler.",
        "CASF L311-4",
        "quand quelque chose change ; il n’y a pas de rythme imposé.",
    ),
    Sort.CHARTER: Help(
        "Les droits de chacun, en douze articles fixés par arrêté. Elle se remet avec le livret, "
        "et s’affiche.",
        "CASF L311-4, arrêté du 8 septembre 2003",
        "quand l’État la change.",
    ),
    Sort.RULES: Help(
        "Les règles de la vie ensemble : ce qui est permis, à quoi chacun s’engage, ce qui se "
        "passe quand cela ne va pas. {conseil.Le} donne son avis.",
        "CASF L311-7, R311-33",
        "au moins tous les cinq ans.",
    ),
    Sort.ESTABLISHMENT: Help(
        "Ce que l’établissement ou le service veut faire, comment il s’y prend, et avec qui. "
        "{conseil.Le} donne son avis.",
        "CASF L311-8",
        "au moins tous les cinq ans.",
    ),
    Sort.QUALIFIED: Help(
        "À qui s’adresser, dehors, pour faire valoir ses droits. La liste est fixée par le préfet, "
        "l’agence régionale de santé et le département.",
        "CASF L311-5",
        "quand la liste change.",
    ),
    Sort.TRUSTED: Help(
        "Ce qu’est la personne de confiance et comment la choisir. La notice se remet avec des "
        "explications, avant l’entretien du contrat.",
        "CASF L311-5-1, annexe 4-10",
        "quand la loi change.",
    ),
    Sort.DATA: Help(
        "Ce que l’on garde sur chacun, pourquoi, combien de temps, et comment le lire ou le faire "
        "corriger.",
        "RGPD, articles 12 à 14",
        "quand ce que l’on garde change.",
    ),
    Sort.WRITING: Help(
        "Les façons d’écrire ici, en sachant que {personne.le} pourra lire.",
        "Aucun article ne l’impose",
        "quand {maison.le} le veut.",
    ),
    Sort.OTHER: Help("Tout autre texte que l’on remet ou que l’on affiche.", ""),
}


def help_of(sort: str) -> Help:
    """Return the help of a sort, in the words of the house."""
    return Help(*map(said, HELP[Sort(sort)]))


def is_given(sort: str) -> bool:
    """Whether a text is one that is handed to each person."""
    return sort not in {Sort.ESTABLISHMENT, Sort.WRITING}


def unasked_opinion(sort: str, edition: Edition | None) -> str:
    """Say that the council's opinion on an edition is not noted, where the law asks for it (CASF
    L311-7 for the *règlement de fonctionnement*, L311-8 for the *projet*); else "".
    """
    if sort not in {Sort.RULES, Sort.ESTABLISHMENT} or not edition:
        return ""
    if edition.opinion_on or edition.opinion.strip():
        return ""
    article = "L311-7" if sort == Sort.RULES else "L311-8"
    return said(
        "L’avis {conseil.du} sur cette édition n’est pas noté (CASF {article}).", article=article
    )
