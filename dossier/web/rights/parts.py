"""What stands on the page of a person's rights, and where the page of the law leads.

Each area adds a line here, and its part of the page in templates/rights/.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from dossier.establishment.models import Worker
from dossier.persons.models import Dossier
from dossier.web.retention.views import kept_for

# Each returns what its part of templates/rights/person_rights.html shows.
PARTS: list[Callable[[Dossier, Worker], dict[str, Any]]] = [
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
        "archive-list",
        "Les archives",
        "Combien de temps {dossier.un} se garde, ce qui est fermé, et comment cela finit",
    ),
]
