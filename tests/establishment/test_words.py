"""French around a word of the house: articles, elision, gender, plural, both genders at once."""

import pytest

from dossier.establishment.words import KNOWN, Word, Words, kept, plural_of, told

CAHIER, FEUILLE = Word("cahier"), Word("feuille", gender="f")
AGENDA, ARDOISE = Word("agenda"), Word("ardoise", gender="f")
HISTOIRE, HAMAC = Word("histoire", gender="f", elides=True), Word("hamac")
AGENT, EDUCATEUR = (
    Word("agent", feminine="agente"),
    Word("éducateur", feminine="éducatrice"),
)
FORMS = """
    le       le cahier      la feuille      l’agenda       l’ardoise        l’histoire
    un       un cahier      une feuille     un agenda      une ardoise      une histoire
    du       du cahier      de la feuille   de l’agenda    de l’ardoise     de l’histoire
    au       au cahier      à la feuille    à l’agenda     à l’ardoise      à l’histoire
    ce       ce cahier      cette feuille   cet agenda     cette ardoise    cette histoire
    mon      mon cahier     ma feuille      mon agenda     mon ardoise      mon histoire
    son      son cahier     sa feuille      son agenda     son ardoise      son histoire
    aucun    aucun cahier   aucune feuille  aucun agenda   aucune ardoise   aucune histoire
    quel     quel cahier    quelle feuille  quel agenda    quelle ardoise   quelle histoire
    nouveau  nouveau cahier  nouvelle feuille  nouvel agenda  nouvelle ardoise  nouvelle histoire
"""
ROWS = [[cell for cell in line.split("  ") if cell] for line in FORMS.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_small_words_go_with_gender_and_first_letter(row):
    name, *forms = (cell.strip() for cell in row)
    words = (CAHIER, FEUILLE, AGENDA, ARDOISE, HISTOIRE)
    assert [getattr(word, name) for word in words] == forms


def test_an_h_is_not_elided_unless_the_house_says_so():
    assert (HAMAC.le, HAMAC.ce, HISTOIRE.le) == ("le hamac", "ce hamac", "l’histoire")
    assert Word("onze", elides=False).le == "le onze"
    assert [Word(name).le for name in ("École", "œuvre", "yaourt", "2", "«a»")] == [
        "l’École", "l’œuvre", "le yaourt", "le 2", "le «a»",
    ]  # fmt: skip


def test_a_form_with_a_capital_begins_a_sentence():
    assert (CAHIER.Le, AGENDA.Le, FEUILLE.Un) == ("Le cahier", "L’agenda", "Une feuille")
    assert (CAHIER.Singulier, Word("équipe").Pluriel) == ("Cahier", "Équipes")
    for unknown in ("Lui", "lui", "_x"):
        with pytest.raises(AttributeError):
            getattr(CAHIER, unknown)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("cahier", "cahiers"), ("tableau", "tableaux"), ("journal", "journaux"), ("avis", "avis"),
        ("noyau", "noyaux"), ("voix", "voix"), ("lieu", "lieux"), ("nez", "nez"),
        ("pièce jointe", "pièces jointes"), ("groupe de vie", "groupes de vie"),
        ("lieu d’accueil", "lieux d’accueil"), ("salle à manger", "salles à manger"),
        ("usager", "usagers"), ("B2", "B2"),
    ],
)  # fmt: skip
def test_a_plural_left_empty_is_guessed(one, many):
    assert plural_of(one) == Word(one).pluriel == many
    assert Word(one, "autre chose").pluriel == "autre chose"


def test_somebody_is_said_in_both_genders():
    assert (AGENT.singulier, AGENT.pluriel) == ("agent·e", "agent·es")
    assert AGENT.le == "l’agent ou l’agente"
    assert (EDUCATEUR.singulier, EDUCATEUR.pluriel) == (
        "éducatrice ou éducateur",
        "éducatrices et éducateurs",
    )
    assert (EDUCATEUR.un, EDUCATEUR.Du) == (
        "un éducateur ou une éducatrice",
        "De l’éducateur ou de l’éducatrice",
    )
    assert Word("résident", feminine="résidente").au == "au résident ou à la résidente"
    assert Word("principal", feminine="principale").pluriel == "principales et principaux"


def test_a_feminine_that_adds_nothing_is_not_said():
    for word in (Word("proche", feminine="proche"), Word("personne", "", "f", "dame")):
        assert (word.is_double, word.singulier) == (False, word.singular)


def test_what_goes_with_a_word_agrees():
    assert [word.accord("blanc,blanche") for word in (CAHIER, FEUILLE, AGENT)] == [
        "blanc",
        "blanche",
        "blanche ou blanc",
    ]
    assert (AGENT.accord("venu,venue"), AGENT.accord("libre,libre")) == ("venu·e", "libre")
    assert f"{FEUILLE} {FEUILLE:lu,lue}" == "feuille lue"


def test_words_are_those_of_the_house_and_for_the_rest_what_they_are_at_first():
    words = Words({"cahier": {"singular": "carnet"}, "licorne": {"singular": "x"}})
    assert (words["cahier"].pluriel, words["trame"]) == ("carnets", KNOWN["trame"].word)
    assert set(words) == set(KNOWN)
    assert Words({}) == Words({"cahier": {"singular": "cahier", "color": "unknown to come"}})


def test_the_print_of_words_changes_with_them():
    a, b = {"singular": "carnet"}, {"singular": "carnet", "gender": "f"}
    prints = {Words(one).print for one in ({}, {"cahier": a}, {"cahier": b}, {"trame": a})}
    assert len(prints) == 4
    assert Words({"trame": a, "cahier": b}).print == Words({"cahier": b, "trame": a}).print


@pytest.mark.parametrize("key", KNOWN)
def test_a_word_said_as_at_first_is_not_kept(key):
    first = KNOWN[key].word
    assert kept(key, first) is None
    plural = first.plural or plural_of(first.singular)
    assert kept(key, Word(first.singular, plural, first.gender, first.feminine)) is None
    assert kept(key, Word("zaltou"))["singular"] == "zaltou"


def test_what_is_told_of_a_word_is_its_forms():
    assert told(AGENDA) == "l’agenda, cet agenda, de l’agenda, à l’agenda, un agenda, les agendas"
