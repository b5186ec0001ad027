"""What a writing may be tied to, by kind: projects first."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from dossier.establishment.house import said
from dossier.notebooks.models import Notebook, called

ORDER = (
    Notebook.Kind.PROJECT,
    Notebook.Kind.CAUSE,
    Notebook.Kind.COLLECTIVE,
    Notebook.Kind.DOSSIER,
    Notebook.Kind.CIRCLE,
)


class Place(NamedTuple):
    """A notebook offered in a list: its number and how it is called."""

    pk: int
    name: str


def shelves(notebooks: QuerySet[Notebook]) -> list[tuple[str, list[Place]]]:
    """Return notebooks by kind, each kind with its name: one query, no model built."""
    return shelved(notebooks.order_by("title", "pk").values_list("pk", "title", "kind"))


def shelved(rows: Iterable[tuple[int, str, str]]) -> list[tuple[str, list[Place]]]:
    """Return (number, title, kind) rows by kind, in the order given; heaps are left out."""
    found: dict[str, list[Place]] = {kind: [] for kind in ORDER}
    for pk, title, kind in rows:
        if kind in found:
            found[kind].append(Place(pk, called(kind, title)))
    return [(said(kind.label), found[kind]) for kind in ORDER if found[kind]]
