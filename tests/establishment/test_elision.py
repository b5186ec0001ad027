"""The name of somebody after "de"."""

import pytest

from dossier.establishment.words import of
from tests.conftest import log_in, make_notebook

NAMES = {
    "Alain": "d’Alain",
    "Aurore": "d’Aurore",
    "Ousmane Diarra": "d’Ousmane Diarra",
    "Élise": "d’Élise",
    "Hélène": "d’Hélène",
    "Yves": "d’Yves",
    "Yann": "de Yann",
    "Sacha": "de Sacha",
    "": "de ",
}


@pytest.mark.parametrize("name", NAMES)
def test_de_is_shortened_before_a_vowel(name):
    assert of(name) == NAMES[name]


@pytest.mark.parametrize("page", ["droits", "rapports", "a-deux", "a-deux/dire"])
def test_pages_say_it_so(cast, page):
    notebook = make_notebook(cast.samira, "Aurore Petit", cast.foyer)
    told = log_in(cast.samira).get(f"/cahiers/{notebook.pk}/{page}/")
    assert told.status_code in {200, 404}
    assert "de Aurore" not in told.content.decode()
