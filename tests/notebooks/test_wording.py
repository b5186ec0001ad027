"""A look before signing: it points at what hurts, and leaves the craft alone."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.notebooks.wording import is_clinician, lexicon, look

NAMES = ["Rose", "Karim Belaïd", "Inès"]
ROOT = Path(__file__).resolve().parents[2]
CASES = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("wording_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
ORDINARY = [sentence for kind, sentence in CASES if kind == "-"]
RISKY = [(kind, sentence) for kind, sentence in CASES if kind != "-"]
RECALL = 0.9


def kinds(sentence: str, **more) -> set[str]:
    """Return what a look says of a sentence, by kind."""
    return {one.kind for one in look(sentence, names=NAMES, **more)}


@pytest.mark.parametrize("sentence", ORDINARY)
def test_an_ordinary_sentence_is_left_alone(sentence):
    assert kinds(sentence) == set()


def test_most_of_what_hurts_is_pointed_at():
    """Precision is the former test: none of the ordinary ones. Recall is here, by kind too."""
    missed = [(kind, sentence) for kind, sentence in RISKY if kind not in kinds(sentence)]
    assert len(CASES) >= 120
    assert 1 - len(missed) / len(RISKY) >= RECALL, missed


def _labelled(name: str) -> list[tuple[str, str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [tuple(one.split(" | ", 1)) for one in lines if one and not one.startswith("#")]


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("wording_held_out.txt", 0.95, 0.9), ("wording_unseen.txt", 0.9, 0.8)],
)
def test_sentences_written_after_the_lexicon_say_how_far_it_goes(name, precision, recall):
    """The first file served once to mend it; the second never did: 18 of 21, and 1 ordinary of 21
    pointed at, the day it was written.
    """
    told = [(kind, kinds(sentence)) for kind, sentence in _labelled(name)]
    hit = sum(kind in found for kind, found in told if kind != "-")
    wrong = sum(bool(found) for kind, found in told if kind == "-")
    assert hit / sum(kind != "-" for kind, _ in told) >= recall
    assert hit / (hit + wrong) >= precision


def test_the_invented_house_is_written_as_one_would_like_to_be():
    """Some 5,700 lines of a craft that chooses its words: none is pointed at."""
    lines = [
        line
        for path in sorted((ROOT / "dossier" / "demo" / "fixtures" / "ecrits").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
    ]
    assert len(lines) > 1_000
    assert [line for line in lines if look(line)] == []


def test_words_of_others_are_left_as_they_said_them():
    assert kinds("Il a dit « elle est violente » et « sale con ».") == set()
    assert kinds("Je suis violent, je suis un abruti.", is_reported=True) == set()
    assert kinds("Je suis 1 89 03 75 114 022 47, mon numéro.", is_reported=True) == {"number"}


def test_who_may_say_what_ails_is_left_to_it():
    assert kinds("Elle est bipolaire.") == {"diagnosis"}
    assert kinds("Le psychiatre dit qu’elle est bipolaire.") == set()
    assert kinds("Elle est bipolaire.", may_diagnose=True) == set()
    told = ("Infirmière de nuit", "Médecin", "psychologue", "éducatrice", "")
    assert [is_clinician(one) for one in told] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 89 03 75 114 022 47", False),  # its key does not hold, and nothing says what it is
        (f"1 89 03 75 114 022 {97 - 1890375114022 % 97:02}", True),
        ("son NIR : 1890375114022", True),
        ("facture 1890375114022", False),
        ("06 12 34 56 78", False),
        ("2 85 05 2A 113 022 12, numéro de sécurité sociale", True),
    ],
)
def test_a_social_security_number_is_known_by_its_key_or_by_what_is_said_of_it(text, found):
    assert ("number" in kinds(text)) == found


def test_a_name_is_another_s_but_not_after_an_at_nor_to_say_whose_mother():
    for text in ("Avec @Rose.", "La mère de Rose est là.", "Une rose.", "Rosette est là."):
        assert kinds(text) == set()
    assert kinds("Rose et Karim Belaïd étaient là.") == {"third"}


def test_a_mark_before_a_sentence_hides_nothing():
    assert kinds("[supposé] Amina est violente.") == {"judgement"}


def test_what_is_pointed_at_is_shown_as_typed():
    (remark,) = look("Ce soir, ELLE EST VIOLENTE avec nous.")
    assert remark.passages == ("ELLE EST VIOLENTE",)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_can_be_looked_at(text):
    look(text, names=NAMES)


def test_a_long_text_is_looked_at_quickly():
    text = "Elle est violente, la mère est venue aussi ; " * 1_700
    start = time.process_time()
    look(text, names=[f"Nom{number}" for number in range(200)])
    assert time.process_time() - start < 3  # seconds of processor: others may be at work


def test_each_kind_is_tried():
    assert {kind for kind, _ in RISKY} == {one.name for one in lexicon()} | {"number", "third"}
