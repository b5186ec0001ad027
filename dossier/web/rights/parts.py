"""What stands on the page of a person's rights, and where the page of the law leads.

Each area adds a line here, and its part of the page in dossier/templates/rights/.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from dossier.establishment.models import Worker
from dossier.persons.models import Dossier
from dossier.web.awaits.parts import awaits_part
from dossier.web.contracts.parts import tools
from dossier.web.disclosures.shown import part as leaving
from dossier.web.reading.part import reading
from dossier.web.requests.shown import part as requests
from dossier.web.retention.views import kept_for

# Each returns what its part of dossier/templates/rights/person_rights.html shows.
PARTS: list[Callable[[Dossier, Worker], dict[str, Any]]] = [
    awaits_part,
    tools,
    reading,
    requests,
    leaving,
    kept_for,
]


class Way(NamedTuple):
    """A page the page of the law leads to: the name of its address, how it is called, what for; in
    the words of the house.
    """

    name: str
    called: str
    word: str


WAYS: list[Way] = [
    Way(
        "house-text-list",
        "Les textes {maison.du}",
        "Livret d’accueil, charte, règlement… : l’édition en vigueur, et celles d’avant.",
    ),
    Way(
        "law-awaits",
        "Ce que la loi attend",
        "Pour chacun, avec des mots : ce qui reste à remettre, à signer, à relire.",
    ),
    Way(
        "law-table",
        "Ce qui a été remis, signé ou refusé",
        "Des faits et leurs jours, à imprimer, avec ou sans les noms.",
    ),
    Way("request-list", "Les demandes", "De lire, de corriger, d’emporter : à répondre quand."),
    Way(
        "archive-list",
        "Les archives",
        "Combien de temps {dossier.un} se garde, ce qui est fermé, et comment cela finit.",
    ),
    Way(
        "house-figures",
        "Compter",
        "Les chiffres d’une année, sans rien demander à qui que ce soit.",
    ),
    Way(
        "house-mission-list",
        "Les évaluations",
        "Qui vient voir comment va {maison.le}, et le peu qu’on lui remet.",
    ),
    Way("house-record", "Le registre", "Ce que l’on fait ici des informations, et le texte clair."),
    Way(
        "house-frame",
        "Ce qui vaut ici",
        "Quelle sorte de lieu c’est, ce que cela change, et les durées.",
    ),
]
