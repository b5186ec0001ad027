"""What changed from one version of a writing to the next, to the letter."""

import random
import time
from datetime import date
from datetime import time as clock_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.notebooks import actions
from dossier.notebooks.versions import changes, versions
from tests.conftest import log_in, make_writing

TEXT = st.text(
    st.one_of(st.sampled_from("ab é\n\r\t’.-"), st.characters(exclude_categories=["Cs"])),
    max_size=200,
)


def old_of(pieces) -> str:
    """Return the former text that pieces tell of."""
    return "".join(text for kind, text in pieces if kind != "added")


def new_of(pieces) -> str:
    """Return the new text that pieces tell of."""
    return "".join(text for kind, text in pieces if kind != "removed")


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
def test_changes_give_both_texts_back_exactly(old, new):
    pieces = changes(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)
    assert all(text for _, text in pieces)
    assert {kind for kind, _ in pieces} <= {"kept", "added", "removed"}


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_changes_of_nothing_keep_everything(text):
    assert "".join(piece for kind, piece in changes(text, text) if kind == "kept") == text


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("", "a", [("added", "a")]),
        ("a", "", [("removed", "a")]),
        (
            "Elle va bien.",
            "Elle va mieux.",
            [("kept", "Elle va "), ("removed", "bien"), ("added", "mieux"), ("kept", ".")],
        ),
        ("Un.\n", "Un.\nDeux.\n", [("kept", "Un.\n"), ("added", "Deux.\n")]),
        ("Un.\nDeux.", "Deux.", [("removed", "Un.\n"), ("kept", "Deux.")]),
        ("l’école", "l’ecole", [("kept", "l’"), ("removed", "école"), ("added", "ecole")]),
    ],
)
def test_changes_are_told_in_words(old, new, pieces):
    assert changes(old, new) == pieces


def _shuffled(seed: int, sep: str) -> str:
    chance = random.Random(seed)
    some = ["elle", "est", "venue", "ce", "soir", "avec", "sa", "tante", "et", "le", "chien"]
    return sep.join(chance.choice(some) for _ in range(2_500))


@pytest.mark.parametrize("sep", [" ", "\n", ".\n\n"], ids=["one paragraph", "lines", "paragraphs"])
def test_changes_of_two_long_texts_stay_quick(sep):
    old, new = _shuffled(1, sep), _shuffled(2, sep)
    start = time.perf_counter()
    pieces = changes(old, new)
    assert time.perf_counter() - start < 1
    assert (old_of(pieces), new_of(pieces)) == (old, new)


def _correct(cast, writing, version, text, **more):
    content = actions.Content(text=text, **more)
    return actions.correct(by=cast.samira, writing=writing, version=version, content=content)


def test_versions_are_newest_first_and_say_what_else_changed(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    _correct(cast, writing, 1, "Un mot.", heading="Nuit", moment="vers minuit")
    more = {"heading": "Nuit", "occurred_on": date(2026, 3, 1), "occurred_time": clock_time(8)}
    _correct(cast, writing, 2, "Deux mots.", voice="relative", speaker="Odile", **more)
    found = versions(writing, by=cast.samira)
    assert [(one.number, one.text, one.also) for one in found] == [
        (3, "Deux mots.", ["qui parle", "le moment", "la date", "l’heure"]),
        (2, "Un mot.", ["la rubrique", "le moment"]),
        (1, "Un mot.", []),
    ]
    assert [old_of(one.pieces) for one in found] == ["Un mot.", "Un mot.", "Un mot."]


def test_versions_cost_five_queries(cast, django_assert_num_queries):
    writing = make_writing(cast.samira, cast.amina, "0")
    for number in range(1, 6):
        _correct(cast, writing, number, str(number))
    with django_assert_num_queries(5):
        assert [one.text for one in versions(writing, by=cast.samira)] == [
            "5",
            "4",
            "3",
            "2",
            "1",
            "0",
        ]


def test_writing_versions_shows_every_text_to_who_reads(cast):
    writing = make_writing(cast.samira, cast.amina, "<b>Elle dort</b>.")
    _correct(cast, writing, 1, "Elle rêve.")
    address = f"/ecrits/{writing.pk}/versions/"
    page = log_in(cast.bruno).get(address).content.decode()
    assert "&lt;b&gt;Elle dort&lt;/b&gt;." in page
    assert "<b>Elle" not in page
    assert log_in(cast.maud).get(address).status_code == 404
