"""What stands on the page of a person's rights, and where the page of the law leads.

Each area adds a line here, and its part of the page in templates/rights/.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from dossier.establishment.models import Worker
from dossier.persons.models import Dossier

# Each returns what its part of templates/rights/person_rights.html shows.
PARTS: list[Callable[[Dossier, Worker], dict[str, Any]]] = []


class Way(NamedTuple):
    """A page the page of the law leads to: the name of its address, how it is called, what for; in
    the words of the house.
    """

    name: str
    called: str
    word: str


WAYS: list[Way] = [
    Way(
        "house-figures",
        "Compter",
        "Les chiffres d’une année, sans rien demander à qui que ce soit.",
    ),
    Way("house-record", "Le registre", "Ce que l’on fait ici des informations, et le texte clair."),
]
