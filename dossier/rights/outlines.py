"""Outlines of contracts that come with the software, in our own words: a team may have its own."""

from dossier.establishment.words import fold
from dossier.rights.models import Contract

Sort = Contract.Sort

COMMON = """## Pourquoi je viens, ce que j’attends
Ses mots d’abord, tels quels.

## Ce que l’on fait ensemble
Les buts que l’on se donne, et comment on saura que l’on avance.

## Ce que {maison.le} apporte
L’aide de tous les jours, les soins, l’école, les sorties : ce qui est prévu pour de bon.
"""
LIFE = """
## Où et comment je vis ici
La chambre ou le logement, les horaires, les repas, les visites, ce qui est à moi.
"""
MONEY = """
## Ce que cela coûte
Ce qui est payé par qui, ce qui reste à ma charge, ce qui se passe quand je m’absente.
"""
END = """
## Quand on en reparle, comment cela s’arrête
La date de la prochaine relecture. Qui peut arrêter, en prévenant combien de temps avant.

## Si l’on n’est pas d’accord
À qui en parler ici, et dehors : la liste des personnes qualifiées.
"""

SHIPPED = {
    Sort.STAY: f"# Contrat de séjour\n\n{COMMON}{LIFE}{MONEY}{END}",
    Sort.DIPC: f"# Document individuel de prise en charge\n\n{COMMON}{MONEY}{END}",
    Sort.WORK: (
        "# Contrat d’accompagnement par le travail\n\n"
        f"{COMMON}\n## Mon travail\nL’atelier, les horaires, ce que j’apprends, ce que je gagne.\n"
        f"{END}"
    ),
    Sort.AMENDMENT: """# Avenant

## Ce qui change
Ce qui était convenu, et ce que l’on convient maintenant.

## Les buts, et ce qui est prévu pour les atteindre
Pour les six premiers mois : ce qui convient à {personne.le}, précisément.

## Ce que j’en dis
Ses mots d’abord, tels quels.

## Quand on en reparle
""",
}

OF_CONTRACTS = ("contrat", "avenant", "individuel", "dipc", "prise en charge", "sejour")


def is_of_contract(title: str) -> bool:
    """Whether the title of an outline says that it is for a contract."""
    folded = fold(title)
    return any(word in folded for word in OF_CONTRACTS)


def shipped(sort: str) -> str:
    """Return the outline of a sort of contract, to be said with the words of the house; "" when
    there is none.
    """
    return SHIPPED.get(sort, "")
