"""Mentions: who is named after an @, and who is not."""

import unicodedata

import pytest

from dossier.notebooks import actions
from dossier.notebooks.mentions import find
from dossier.notebooks.models import Mention
from tests.conftest import log_in, make_notebook, make_writing

TITLES = ["Amina", "Amina B.", "Le premier étage", "Jean-Pierre", "O’Brien", "Zoé", "محمد", "A&B"]
CANDIDATES = list(enumerate(TITLES))


def named(text: str) -> set[str]:
    """Return the titles that a text mentions."""
    return {TITLES[pk] for pk in find(text, CANDIDATES).ids}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vu @Amina hier.", {"Amina"}),
        ("@Amina", {"Amina"}),
        ("(@Amina), « @amina », @AMINA…", {"Amina"}),
        ("@Amina B. est venue", {"Amina B."}),
        ("@amina b est venue", {"Amina B."}),
        ("@Amina Benali", {"Amina"}),
        ("@Amina B. puis @Amina", {"Amina", "Amina B."}),
        ("@le premier etage", {"Le premier étage"}),
        ("@le premier\u00a0étage", {"Le premier étage"}),
        (unicodedata.normalize("NFD", "@Zoé et @Le premier étage"), {"Zoé", "Le premier étage"}),
        ("@Jean-Pierre et @jean pierre", {"Jean-Pierre"}),
        ("@O'Brien", {"O’Brien"}),
        ("@محمد", {"محمد"}),
        ("@A&B", {"A&B"}),
        ("Amina", set()),
        ("@ Amina", set()),
        ("@Aminata", set()),
        ("@Le premier", set()),
        ("@Le premier\nétage", set()),
        ("amina@Amina.fr", set()),
        ("écrire à jean.dupont@amina.fr ou 12@amina", set()),
        ("é@Amina", set()),
        ("@", set()),
        ("@@@@", set()),
        ("@@Amina", {"Amina"}),
        ("@\x00", set()),
        ("", set()),
    ],
)
def test_find_names_who_is_meant(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "ids", "doubtful"),
    [
        ("Vu @Fatou.", set(), {"Fatou"}),
        ("Vu @fatou d.", {3}, set()),
        ("Vu @FATOU, puis @Fatou d.", {3}, {"FATOU"}),
        ("Vu @Fatou et @Léa.", {4}, {"Fatou"}),
    ],
)
def test_find_ties_nothing_to_a_name_that_two_bear(text, ids, doubtful):
    found = find(text, [(1, "Fatou"), (2, "fâtou"), (3, "Fatou D."), (4, "Léa")])
    assert (found.ids, found.doubtful) == (ids, doubtful)


def test_find_says_how_it_was_typed():
    found = find("@AMINA, @amina et @Amina", CANDIDATES)
    assert found.typed == {0: {"AMINA", "amina", "Amina"}}


@pytest.mark.parametrize("title", ["", "…", "  ", "@"])
def test_find_is_not_troubled_by_a_title_without_letters(title):
    assert find("@… @ @@ @Amina", [(1, title), (2, "Amina")]).ids == {2}


def test_find_is_quick_on_a_long_text():
    text = "@Amina et @Personne " * 4_000
    assert find(text, [(pk, f"Prénom {pk} de la maison") for pk in range(2_000)]).ids == set()


def test_write_ties_only_what_its_author_may_read(cast):
    make_writing(cast.samira, cast.amina, "Avec @Didier et @Le premier étage, chez @Amina.")
    assert [mention.notebook for mention in Mention.objects.all()] == [cast.etage]


def test_write_does_not_tell_whether_a_name_exists_elsewhere(cast):
    make_notebook(cast.maud, "Didier", cast.savs)
    content = actions.Content(text="Avec @Didier et @Personne.")
    _, doubtful = actions.write(by=cast.samira, notebook=cast.amina, content=content)
    assert doubtful == set()
    _, doubtful = actions.write(by=cast.maud, notebook=cast.didier, content=content)
    assert (doubtful, Mention.objects.count()) == (set(), 1)


def test_write_says_which_names_hesitate(cast):
    for _ in range(2):
        make_notebook(cast.samira, "Fatou", cast.foyer)
    content = actions.Content(text="Avec @fatou.")
    _, doubtful = actions.write(by=cast.samira, notebook=cast.amina, content=content)
    assert (doubtful, Mention.objects.count()) == ({"fatou"}, 0)


def test_renaming_a_notebook_keeps_its_mentions(cast):
    writing = make_writing(cast.samira, cast.amina, "Avec @Le premier étage.")
    cast.etage.title = "Le rez-de-chaussée"
    cast.etage.save()
    assert [mention.notebook for mention in writing.mentions.all()] == [cast.etage]
    assert log_in(cast.samira).get(f"/ecrits/{writing.pk}/").status_code == 200
