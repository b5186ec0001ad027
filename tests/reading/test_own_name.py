"""How a person is called, their name, their birth: free words, looked at like the others."""

from html import unescape

import pytest
from django.urls import reverse

from dossier.documents.html import html
from dossier.notebooks.models import Writing
from dossier.persons.actions import describe
from dossier.reading import own_name, rules
from dossier.reading.copy import beside, copy, cover_beside
from dossier.reading.desk import Desk
from dossier.web.reading import sheets
from tests.conftest import log_in, make_notebook, make_writing

TOLD = "Mina (sœur de Kévin)"
BORN = "le même jour que Kévin, son frère"


@pytest.fixture
def mina(cast):
    """Return a dossier whose fields hold more than they ask."""
    notebook = make_notebook(cast.samira, "Mina Haddad", cast.foyer)
    make_writing(cast.samira, notebook, "Je veux rentrer.", voice=Writing.Voice.PERSON)
    told = {"called": TOLD, "civil_name": "Mina Haddad", "birth": BORN}
    describe(by=cast.samira, dossier=notebook.dossier, **told)
    notebook.dossier.refresh_from_db()
    return notebook.dossier


def copied(cast, dossier) -> str:
    return unescape(html(copy(by=cast.samira, dossier=dossier)).decode())


def test_the_copy_covers_what_holds_more_than_a_name_or_a_day(cast, mina):
    page = copied(cast, mina)
    assert "Kévin" not in page
    assert "On vous appelle : [couvert : cela n’a pas encore été relu]." in page
    assert "État civil : Mina Haddad." in page
    assert "Naissance : [couvert : cela n’a pas encore été relu]." in page
    assert "Vous, avec Samira" in page
    assert set(beside(by=cast.samira, dossier=mina).values()) == {TOLD, BORN}


def test_a_keeper_decides_of_it(cast, mina):
    chosen = {rules.print_of(TOLD): "", rules.print_of(BORN): rules.THIRD}
    cover_beside(by=cast.samira, dossier=mina, chosen=chosen)
    page = copied(cast, mina)
    assert f"On vous appelle : {TOLD}." in page
    assert "Naissance : [couvert : cela parle de quelqu’un d’autre]." in page
    assert f"{TOLD}, avec Samira" in page


def test_the_pages_read_together_do_not_say_it_either(cast, mina):
    client = log_in(cast.samira)
    for name in ("reading-together", "reading-say"):
        page = client.get(reverse(name, args=[mina.notebook_id])).content.decode()
        main = page[page.index("<main") : page.index("</main")]
        assert "Kévin" not in main


def test_a_name_held_in_hers_is_not_taken_for_hers(cast, mina):
    (passage,) = Desk(by=cast.samira, dossier=mina).read(
        [make_writing(cast.samira, mina.notebook, "Elle a vu Kévin hier.")]
    )
    assert passage.is_waiting
    assert sheets.text(passage.stretches) == ""


@pytest.mark.parametrize(
    "told",
    ["Mina", "Mina Haddad", "Jean-Pierre Le Goff", "Yasmina Belkacem née Ferhat", "D’Angelo Lou"],
)
def test_a_name(told):
    assert own_name.is_name(told)


@pytest.mark.parametrize(
    "told",
    ["", "Mina et Kévin", "Mina (Kévin)", "Mina, Kévin", "Mina / Kévin", "Sœur de Kévin",
     "la petite Mina", "Mina kévin", "Mina 14", "Mina\nKévin"],
)  # fmt: skip
def test_no_name(told):
    assert not own_name.is_name(told)


def test_the_first_name_of_another_is_no_part_of_hers_unless_she_has_it_twice():
    assert own_name.only_names(("Mina Kévin", "Mina Haddad"), {"kevin"}) == ("Mina Haddad",)
    both = ("Mina Kévin", "Mina Kévin Haddad")
    assert own_name.only_names(both, {"kevin"}) == both
    assert own_name.only_names(("Kévin", ""), {"kevin"}) == ("Kévin",)


@pytest.mark.parametrize(("told", "is_so"), [("12 mars 2011", True), ("née en 1989", True),
                                             ("vers 1950", True), (BORN, False)])  # fmt: skip
def test_a_birth_is_a_day_or_waits(told, is_so):
    assert own_name.is_birth(told) is is_so
