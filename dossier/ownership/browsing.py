"""Putting the pages of a takeout: the texts, the notebooks page by page, the search."""

import json
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from itertools import islice

from dossier.notebooks.models import Notebook, Writing
from dossier.ownership import pages
from dossier.ownership.finding import Index
from dossier.ownership.paths import folder, text_path
from dossier.ownership.places import Place
from dossier.ownership.shown import Names, fiche, shown

PAGE = 100  # writings on a page

Advance = Callable[[str, int, int], object]


def put(place: Place, advance: Advance) -> None:
    """Put all of it; `advance` is told the step, how many writings are done, and of how many."""
    total, done = Writing.objects.count(), 0
    names, held = Names(), list(Notebook.objects.order_by("pk"))
    with closing(Index()) as index:
        for notebook in held:
            last, where = max(1, -(-notebook.writings.count() // PAGE)), folder(notebook)
            coming = shown(notebook, names)
            for number in range(1, last + 1):
                some = list(islice(coming, PAGE))
                for one in some:
                    told = pages.as_text(notebook, one)
                    place.put(text_path(where, one.day, one.pk), told.encode())
                    index.add(notebook.pk, number, one.pk, int(f"{one.day:%Y%m%d}"), one.whole)
                known = fiche(notebook) if number == 1 else []
                page = pages.page(notebook, some, number, last, known)
                place.put(f"pages/{where}/{number}.html", page.encode())
                done += len(some)
                advance("pages", done, total)
        index.put(place)
    place.put("index.html", pages.front(held).encode())
    here = files("dossier.ownership")
    place.put("style.css", (here / "browse.css").read_bytes())
    place.put("recherche.js", (here / "browse.js").read_bytes())
    folders = json.dumps({one.pk: [folder(one), one.title] for one in held}, ensure_ascii=False)
    place.put("liste.js", f"C({folders});\n".encode())
