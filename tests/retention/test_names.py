"""The ways a name is written, found and replaced; what is not it is left."""

import pytest

from dossier.retention.names import Names, without

HERS = Names.of(["Zéphyrine", "Zéphyrine Le Quatrelivres"])
ROSE = Names.of(["Rose", "Rose Petit"])


def told(names: Names, text: str) -> str:
    return without(text, names.find(text), "_", lambda spot: True)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zéphyrine dort.", "_ dort."),
        ("ZEPHYRINE, zephyrine, Zéphyrine", "_, _, _"),
        ("Le Quatrelivres Zéphyrine", "_"),
        ("@Zéphyrine est là", "_ est là"),
        ("Z. Quatrelivres et Zéphyrine Q.", "_ et _"),
        ("zephyrine_quatrelivres.jpg", "_.jpg"),
        ("ZéphyrineQuatrelivres2019.png", "_.png"),
        ("zephyrinelequatrelivres2019.png", "_.png"),
        ("zephyrine2.png", "_.png"),
        ("écrire à z.quatrelivres@exemple.fr", "écrire à _"),
        ("Ze\u0301phyrine", "_"),
        ("**Zéphyrine** dort.", "**_** dort."),
        ("Zéphy**rine** dort.", "_ dort."),
        ("*Z*éphyrine, Quatre*liv*res", "_, _"),
        ("Zéphy_rine_ et zéphy\u200b*rine*", "_ et _"),
        ("Le Quatre**livres** Zéphyrine !", "_ !"),
        ("Zéphyrine **Le Quatrelivres** dort.", "_ dort."),
        ("* Zéphyrine\n* *Quatrelivres*", "* _\n* *_*"),
        ("La @Zéphy*rine*, Mme Quatre*livres*.", "La _, Mme _."),
        ("écrire à ze*phy*rine@exemple.fr", "écrire à _"),
        ("Le zéphyr souffle, quatre livres.", "Le zéphyr souffle, quatre livres."),
    ],
)
def test_spellings(text, left):
    assert told(HERS, text) == left


def test_a_plain_word_in_lower_case_is_no_name():
    assert told(ROSE, "Une rose, un petit chat, puis Rose.") == "Une rose, un petit chat, puis _."


def test_a_plain_word_that_begins_a_sentence_is_weak():
    weak = [spot.is_weak for spot in ROSE.find("Petit matin. Hier Petit est venu. Rose Petit.")]
    assert weak == [True, False, False]


def test_nobody_is_found_under_no_name():
    assert Names.of(["", "🙂"]).find("Un mot 🙂.") == []
