"""Passphrases: long rather than odd, and not everybody's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.accounts import passphrases
from dossier.establishment.actions import name_establishment
from dossier.establishment.models import Worker

SAMIRA = Worker(login="samira", name="Samira Benali")


@pytest.fixture(autouse=True)
def house(db):
    name_establishment(name="Le foyer des Tilleuls")


GOOD = [
    "la nuit le chat compte ses poissons",
    "Je n’aime pas le café froid",
    "رمز سري طويل جدا هنا",
    "вечером мы поём у реки",
    "♥☀☂☃★☎☏♞♫✈✉✂",
    "pluie 1234 marmotte",
    "jTv9#kQz!mWp",
    "x9 " * 3 + "le moulin de travers" * 40,
]
COMMON = [
    "azertyuiop12",
    "AZERTYUIOP qsdf",
    "motdepasse123",
    "Mot de passe 2024 !",
    "m o t d e p a s s e 1 9 7 5",
    "ｍｏｔｄｅｐａｓｓｅ２０２４",
    "Éducatrice foyer 75",
    "sunshine2024!!",
    "monkey dragon",
    "aaaaaaaaaaaaaaaaaa",
    "abcabcabcabcabc",
    "coucou coucou coucou",
    "1234567890123",
    "19031987 19031987",
    "١٢٣٤٥٦٧٨٩٠١٢٣",
    "abcdefghijklmnop qrst",
    "poiuytreza 12",
    "1qaz2wsx3edc",
    "a1b2c3d4e5f6",
    "!!!!!!!!!!!!!!!!",
    "            ",
    "Au clair de la lune",
    "le lavoir chante le matin",
]
NEAR = ["samirabenali2024", "Les Tilleuls, Samira", "benali BENALI foyer", "joyeux noël samira"]


@pytest.mark.parametrize("phrase", GOOD)
def test_length_is_enough_whatever_the_signs(phrase):
    assert passphrases.check(phrase, SAMIRA) == []


@pytest.mark.parametrize("phrase", COMMON)
def test_what_everybody_tries_first_is_refused(phrase):
    assert passphrases.check(phrase, SAMIRA) == [passphrases.TOO_COMMON]


@pytest.mark.parametrize("phrase", NEAR)
def test_ones_name_and_the_house_protect_nothing(phrase):
    assert passphrases.check(phrase, SAMIRA) == [passphrases.TOO_NEAR]


def test_a_name_of_another_is_a_word_like_any(db):
    assert passphrases.check("Samira Benali le mardi", Worker(login="bob", name="Bob")) == []


@pytest.mark.parametrize(
    ("length", "said"),
    [(11, [passphrases.TOO_SHORT]), (12, []), (1_000, []), (1_001, [passphrases.TOO_LONG])],
)
def test_twelve_signs_to_a_thousand(length, said):
    told = ("jTv9#kQz!mWpé" + "le moulin tourne de travers depuis mardi " * 40)[:length]
    assert passphrases.check(told, SAMIRA) == said


def test_what_is_refused_raises_with_the_same_words(db):
    with pytest.raises(passphrases.Refused, match=re.escape(passphrases.TOO_SHORT)):
        passphrases.must_be_good("court", SAMIRA)


@given(st.text(max_size=1_100))
def test_any_text_has_an_answer(text):
    assert len(passphrases.check(text, SAMIRA)) <= 1


def test_what_is_suggested_is_taken_and_is_never_twice_the_same():
    drawn = [passphrases.suggestion() for _ in range(500)]
    assert len(set(drawn)) == 500
    assert [phrase for phrase in drawn if passphrases.check(phrase, SAMIRA)] == []
    assert {len(phrase.split()) for phrase in drawn} == {5}


def test_the_words_drawn_are_many_plain_and_unlike():
    words = passphrases.words()
    assert len(words) >= 6**4
    assert list(words) == sorted(set(words))
    assert [word for word in words if not re.fullmatch("[a-z]{3,9}", word)] == []
    wild = [{word[:at] + "*" + word[at + 1 :] for at in range(len(word))} for word in words]
    assert sum(map(len, wild)) == len(set().union(*wild))  # no two differ by one letter


def test_the_suggestion_is_drawn_by_chance_that_cannot_be_guessed(monkeypatch):
    drawn = iter(passphrases.words())
    monkeypatch.setattr(passphrases.secrets, "choice", lambda words: next(drawn))
    assert passphrases.suggestion().split() == list(passphrases.words()[:5])
