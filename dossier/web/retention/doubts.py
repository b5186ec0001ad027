"""Names that may be somebody else's, shown in their words to who reads there: they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook, Writing
from dossier.retention.fates import PUBLIC
from dossier.retention.sweeping import Place

# Tables whose words are for whoever reads the notebook they stand in, or are one's own: of others,
# as a passage taken up or a former version, only where it is.
READ_WHOLE = {
    "dossier.writing", "dossier.attachment", "dossier.relation", "dossier.stay", "dossier.person",
    "dossier.housetext", "dossier.edition", "dossier.meeting", "dossier.project", "dossier.step",
    "dossier.draft", "dossier.note",
}  # fmt: skip
OF_THE_HOUSE = -1  # beside the numbers of notebooks
Passage = tuple[str, str]  # what to show, and where it leads, "" for nowhere


@dataclass(frozen=True)
class Doubt:
    """What is doubtful in one notebook, answered at once: how it is `called`, the codes of the
    places, and the passages.
    """

    key: str
    called: str
    codes: list[str]
    passages: list[Passage]


def doubted(places: Iterable[Place], worker: Worker) -> list[Doubt]:
    """Return the doubtful places that `worker` may know of, by notebook; two queries."""
    places = list(places)
    groups: dict[int, list[Place]] = {}
    for one in places:
        groups.setdefault(OF_THE_HOUSE if one.table in PUBLIC else one.notebook or 0, []).append(
            one
        )
    named: dict[int, Any] = Notebook.objects.in_bulk([pk for pk in groups if pk > 0])
    named[OF_THE_HOUSE] = said("Les textes {maison.du}")
    mine = said("Vos {brouillon.pluriel} et vos notes")
    seen = Notebook.objects.visible_to(worker)
    written = Writing.objects.filter(pk__in={one.writing for one in places if one.writing})
    readable = set(written.filter(notebook__in=seen).values_list("pk", flat=True))
    found = [
        Doubt(
            str(pk),
            f"{named.get(pk, mine)} : {', '.join(sorted({f'« {one.said} »' for one in those}))}",
            [one.code for one in those],
            _passages(those, readable),
        )
        for pk, those in groups.items()
    ]
    return sorted(found, key=lambda one: one.called)


def _passages(places: Iterable[Place], readable: set[int]) -> list[Passage]:
    """Return each passage once, those shown in their words first: a former version of one that is
    shown says nothing more.
    """
    places = sorted(places, key=lambda one: one.table not in READ_WHOLE)
    found: dict[Passage, None] = {}
    shown = {one.writing for one in places if one.table == "dossier.writing"}
    for one in places:
        link = ""
        if one.writing in readable:
            is_former = one.table == "dossier.historicalwriting"
            page = "writing-versions" if is_former else "writing-detail"
            link = reverse(page, args=[one.writing])
        if one.table in READ_WHOLE:
            found |= {(words, link): None for words in one.around}
        elif one.table != "dossier.historicalwriting" or one.writing not in shown:
            found[f"« {one.said} », dans {where(one)}", link] = None
    return list(found)


def where(place: Place) -> str:
    """Say in which sort of thing a name stands, with the words of the house."""
    words = {
        "writing": "{ecrit.un}",
        "historicalwriting": "{ecrit.un}, une ancienne version",
        "attachment": "le nom de {piece.un}",
        "historicalattachment": "le nom de {piece.un}, une ancienne version",
        "draft": "{brouillon.un}",
        "note": "une de vos notes",
        "meeting": "{reunion.un}",
        "point": "un point {reunion.du}",
        "seat": "un siège {conseil.du}",
        "relation": "{entourage.le} de quelqu’un",
        "project": "{projet.un}",
        "collective": "{collectif.un}",
        "membership": "qui en est",
        "piece": "un passage repris",
        "housetext": "un texte {maison.du}",
        "edition": "un texte {maison.du}",
        "person": "ce que l’on sait de quelqu’un d’autre",
    }
    return said(words.get(place.table.split(".")[1], "ailleurs"))
