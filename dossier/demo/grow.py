"""Growing the invented establishment to any size, to measure."""

from collections.abc import Callable, Iterator
from itertools import count as counting

from dossier.demo.load import House
from dossier.establishment.models import Worker
from dossier.notebooks import bulk
from dossier.notebooks.actions import Content
from dossier.notebooks.models import Notebook, Writing

DAYS = 15 * 365
RARE = "tournebroche"


def _house() -> House:
    """Return the loaded house, its people found again by the names in the files."""
    house = House(lambda step: None)
    by_title = {notebook.title: notebook for notebook in Notebook.objects.all()}
    by_login = {worker.login: worker for worker in Worker.objects.all()}
    for entry in house.data["personne"] + house.data["collectif"]:
        house.notebooks[entry["id"]] = by_title[entry["nom"]]
    for entry in house.data["pro"]:
        house.workers[entry["id"]] = by_login[entry["identifiant"]]
    return house


def _with_rare_words(items: Iterator[bulk.Signed], total: int) -> Iterator[bulk.Signed]:
    """Slip a word nobody else uses into five writings, whatever the size."""
    every = max(1, total // 5)
    for number, signed in zip(counting(), items, strict=False):
        if number % every == every // 2:
            content = Content(text=f"{signed.content.text} On a retrouvé le {RARE} de la cave.")
            yield bulk.Signed(signed.notebook_id, signed.author, content, signed.signed_at)
        else:
            yield signed


def grow(writings: int, *, advance: Callable[[int], object]) -> int:
    """Compose writings until the house holds `writings`; return how many were added.

    `advance` is told how many came in after each batch. The house must have been loaded.
    """
    missing = max(0, writings - Writing.objects.count())
    seed = 2002 + writings
    notes = _house().composed(missing, DAYS, seed=seed)
    return bulk.write_many(_with_rare_words(notes, missing), advance=advance)
