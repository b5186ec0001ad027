"""Every page that shows words of a notebook leaves a line in its journal: who read is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dossier.journal.models import Entry
from dossier.notebooks.models import Notebook
from tests.conftest import log_in, make_writing
from tests.web.house import furnish
from tests.web.reading import told, walk

SHOW = {
    "calendar", "fragment-file", "handover", "heading-change", "home", "notebook-detail",
    "reading-waiting", "tag-change", "writing-correct", "writing-create", "writing-detail",
    "writing-search",
}  # fmt: skip


@pytest.fixture
def house(cast) -> tuple[list[str], dict[int, str]]:
    """Furnish the house; return its addresses, and a word of each notebook that is its alone."""
    addresses, words = furnish(cast), {}
    soon = timezone.localdate() + timedelta(days=1)
    for one in Notebook.objects.writable_by(cast.samira):
        words[one.pk] = f"zubi{one.pk}duba"
        text = f"Le {words[one.pk]} de ce matin, rendez-vous le {soon:%d/%m/%Y} à 14 h."
        first = make_writing(cast.samira, one, text, heading="Nuit", tags=("repos",))
        make_writing(cast.samira, one, f"Oui, {words[one.pk]}.", answers=first)
    return [*addresses.values(), f"/calendrier/?mois={soon:%Y-%m}"], words


def test_every_page_that_shows_words_leaves_its_line(cast, house):
    seeds, words = house
    client = log_in(cast.samira)
    addresses = {address for address, _ in walk(client, ["/chercher/?q=matin", *seeds])}
    shown, untold = set(), set()
    for address in sorted(addresses):
        Entry.objects.all().delete()
        response = client.get(address)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        page, name = told(response), response.resolver_match.url_name
        read = {pk for pk, word in words.items() if word in page}
        lines = Entry.objects.filter(worker=cast.samira).values_list("notebook", flat=True)
        if read:
            shown.add(name)
        if read - set(lines):
            untold.add((name, address))
    assert untold == set()
    assert shown >= SHOW


@pytest.mark.parametrize("word", ["matin", "chagrin"])
def test_a_search_leaves_its_line_where_it_finds_and_nowhere_else(cast, word):
    make_writing(cast.samira, cast.amina, "Bonjour, le chagrin du matin.")
    make_writing(cast.samira, cast.etage, "Le matin, à l’étage.")
    Entry.objects.all().delete()
    client = log_in(cast.karim)
    for _ in range(2):
        client.get(f"/chercher/?q={word}")
    client.get("/chercher/?q=introuvable")
    found = sorted(Entry.objects.values_list("worker", "notebook", "act"))
    places = [cast.amina] if word == "chagrin" else [cast.amina, cast.etage]
    assert found == sorted((cast.karim.pk, one.pk, "opened") for one in places)
