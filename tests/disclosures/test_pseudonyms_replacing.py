"""Texts told with other names: consistently, in agreement, and differently the next time."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.disclosures.pseudonyms.finding import find
from dossier.disclosures.pseudonyms.known import Index, Known, is_near
from dossier.disclosures.pseudonyms.replacing import Choices, Pseudonyms, apply
from dossier.notebooks import french
from tests.disclosures.house import HOUSE, LINES, unmarked

INDEX = Index(HOUSE)
SENTENCES = [unmarked(line)[0] for line in LINES]
NO_CHOICE = Choices()
SAID = "Amina Benali. Clément Blanc. Les Moreau partent."


def told(text: str, choices: Choices = NO_CHOICE, seed: bytes = b"one", **more: bool) -> str:
    """Return a text with other names."""
    return apply(text, find(text, INDEX), choices, Pseudonyms(seed, HOUSE, [text], **more)).text


def names(seed: bytes) -> tuple[str, str, str]:
    """Return what Amina Benali, Clément Blanc and the Moreau are called in an export."""
    said = told(SAID, seed=seed)
    found = re.fullmatch(r"(\S+ \S+)[.] (\S+ \S+)[.] Les (\S+) partent[.]", said)
    return found[1], found[2], found[3]


AMINA, CLEMENT, MOREAU = names(b"one")
FIRST, LAST = AMINA.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amina Benali, Mme Benali, AMINA.", f"{AMINA}, Mme {LAST}, {FIRST.upper()}."),
        ("BENALI Amina", f"{LAST.upper()} {FIRST}"),
        ("amina est là", f"{FIRST.lower()} est là"),
        ("A. B. et A.B.", f"{FIRST[0]}. {LAST[0]}. et {FIRST[0]}.{LAST[0]}."),
        ("Amina B. rit", f"{FIRST} {LAST[0]}. rit"),
        ("Aminna, Amina Benaly", f"{FIRST}, {AMINA}"),
        (
            "Clément Blanc\u00a0: «\u00a0Oui\u00a0!\u00a0»",
            f"{CLEMENT}\u00a0: «\u00a0Oui\u00a0!\u00a0»",
        ),
        ("Les Moreau et M.\u00a0Moreau", f"Les {MOREAU} et M.\u00a0{MOREAU}"),
        ("Né le 3 mai 1990.", "Né le [date de naissance]."),
        ("Tel : 06 12 34 56 78", "Tel : [téléphone]"),
    ],
)
def test_each_way_of_a_name_has_that_of_the_other_name(text, expected):
    pseudonyms = Pseudonyms(b"one", HOUSE, [SAID])
    apply(SAID, find(SAID, INDEX), NO_CHOICE, pseudonyms)
    assert apply(text, find(text, INDEX), NO_CHOICE, pseudonyms).text == expected


@pytest.mark.parametrize("seed", [bytes([n]) for n in range(30)])
def test_small_words_agree(seed):
    text = "La mère d’Amina dit qu’Amina rit. Le père de Clément dit que Clément dort."
    said = told(text, seed=seed)
    one = re.match(r"La mère (?:d’|de )(\S+) dit", said)[1]
    other = re.search(r"Le père (?:d’|de )(\S+) dit", said)[1]
    for name in (one, other):
        is_elided = french.fold(name[0]) in "aeiou"
        assert (f"d’{name}" in said) is is_elided
        assert (f"qu’{name}" in said) is is_elided
        assert (f"de {name}" in said) is not is_elided
        assert (f"que {name}" in said) is not is_elided


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle dort à la Colline.", "Elle dort à {}."),
        ("Elle va au foyer de la Colline.", "Elle va à {}."),
        ("L’équipe du foyer de la Colline.", "L’équipe de {}."),
        ("Le Foyer de la Colline ferme.", "{} ferme."),
        ("Elle vient de la Colline.", "Elle vient de {}."),
    ],
)
def test_a_place_loses_its_article(text, expected):
    said = told(text)
    place = re.search(r"\[lieu [A-Z]\]", said)[0]
    assert said == expected.format(place)


def test_two_places_stay_two_and_one_stays_one():
    said = told("De Villeurbanne à Saint-Étienne, puis à Villeurbanne.")
    one, other, again = re.findall(r"\[lieu [A-Z]\]", said)
    assert one == again != other


def test_a_year_of_birth_is_kept_when_asked():
    assert told("Née le 12/03/2009.", keeps_birth_years=True) == "Née en 2009."
    assert told("DDN : 12 mars 2009", keeps_birth_years=True) == "DDN : 2009"
    assert "2009" not in told("Née le 12/03/2009.")


def test_the_gender_is_that_declared_or_said_by_a_title():
    pools = {}
    for seed in range(40):
        said = told("Mme Odile Marchand, Rose, Jean-Luc Martin.", seed=bytes([seed]))
        odile, rose, jean = re.fullmatch(r"Mme (\S+) \S+, (\S+), (\S+) \S+[.]", said).groups()
        pools.setdefault("f", set()).update({odile, rose})
        pools.setdefault("m", set()).add(jean)
    assert not pools["f"] & pools["m"]


def test_an_export_calls_nobody_as_the_next_does():
    seeds = [names(bytes([n])) for n in range(20)]
    assert len({amina for amina, _, _ in seeds}) > 15
    assert names(b"one") == names(b"one")


def test_two_persons_stay_two_and_a_family_stays_one():
    text = "Lina Moreau, Pierre Moreau, Amina Benali."
    lina, pierre, amina = (one.split() for one in told(text)[:-1].split(", "))
    assert lina[1] == pierre[1] != amina[1]
    assert len({lina[0], pierre[0], amina[0]}) == 3


def test_no_pseudonym_is_near_a_name_or_a_word_of_the_texts():
    words = {word.folded for text in SENTENCES for word in french.words(text)}
    words |= {word.folded for one in HOUSE for word in french.words(one.name)}
    near = ["Isidorr", "Casimyr", "Bathild"]
    pseudonyms = Pseudonyms(b"one", HOUSE, [*SENTENCES, " ".join(near)])
    for text in SENTENCES:
        apply(text, find(text, INDEX), NO_CHOICE, pseudonyms)
    assert len(pseudonyms.used) > 30
    given = [french.fold(name) for name in pseudonyms.used]
    assert not [(n, w) for n in given for w in words | {*map(french.fold, near)} if is_near(n, w)]
    assert not [pair for pair in itertools.combinations(given, 2) if pair[0] == pair[1]]


def test_when_names_run_out_people_have_numbers():
    known = [Known("person", f"Zaza{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(120)]
    text = ". ".join(one.name for one in known)
    said = apply(text, find(text, known), NO_CHOICE, Pseudonyms(b"one", known, [text])).text
    told_as = said.split(". ")
    assert len(set(told_as)) == 120
    assert any(name.startswith("Quidam-") for name in told_as)


def test_a_worker_undoes():
    text = "Rose a une rose, Amina aussi."
    said = told(text, Choices(undone=frozenset({"Rose"})))
    assert said.startswith("Rose a une rose, ")
    assert "Amina" not in said


def test_a_worker_adds_a_spelling_as_somebody():
    text = "La Puce est rentrée. Amina dort. Puceron aussi."
    said = told(text, Choices(added={"La Puce": "amina benali"}))
    name = re.search(r"[.] (\S+) dort", said)[1]
    assert said.startswith(f"{name} ")
    assert "Puceron" in said


def test_a_worker_confirms_a_doubt():
    text = "Vu Gwladys hier, puis Gwladys encore."
    assert told(text) == text
    said = told(text, Choices(added={"Gwladys": ""}))
    one, other = re.fullmatch(r"Vu (\S+) hier, puis (\S+) encore[.]", said).groups()
    assert one == other != "Gwladys"


def test_a_worker_covers():
    text = "Elle vit avec Amina au-dessus du bar de la gare."
    covered = frozenset({"avec Amina au-dessus du bar de la gare"})
    assert told(text, Choices(covered=covered)) == "Elle vit […]."


def test_segments_say_all_of_the_text_and_all_that_is_shown():
    for text in SENTENCES:
        found = find(text, INDEX)
        done = apply(text, found, NO_CHOICE, Pseudonyms(b"one", HOUSE, [text]))
        assert "".join(one.said for one in done.segments) == text
        assert "".join(one.shown for one in done.segments) == done.text
        assert [one.found for one in done.segments if one.found] == found
        for one in done.segments:
            assert one.is_replaced or one.said == one.shown
            assert one.found is None or one.is_replaced is one.found.is_sure


TITLES = {"Mme", "Dr"}
TOKENS = {
    word for one in HOUSE for word in re.findall(r"\w{2,}", one.name) if word[0].isupper()
} - TITLES
WORDS = st.sampled_from(["est venue", "avec", "et", "chez", "dit", "pour", "d’", "que", "hier,"])
NAMES = st.sampled_from([one.name for one in HOUSE if one.name != "sa grand-mère"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(NAMES, WORDS), min_size=1, max_size=8), st.binary(max_size=8))
def test_no_declared_name_is_left_and_a_second_pass_changes_nothing(parts, seed):
    text = "On a vu " + " ".join(f"{name} {word}" for name, word in parts) + " personne."
    pseudonyms = Pseudonyms(seed, HOUSE, [text])
    once = apply(text, find(text, INDEX), NO_CHOICE, pseudonyms).text
    left = set(re.findall(r"\w+", once)) & TOKENS
    assert left == set()
    assert apply(once, find(once, INDEX), NO_CHOICE, pseudonyms).text == once
    assert once == apply(text, find(text, INDEX), NO_CHOICE, Pseudonyms(seed, HOUSE, [text])).text


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=5), st.text(max_size=5))
def test_any_text_and_any_choice(text, one, other):
    choices = Choices(frozenset({one}), {other: "", one: "amina benali"}, frozenset({text[2:5]}))
    done = apply(text, find(text, INDEX), choices, Pseudonyms(b"one", HOUSE, [text]))
    assert "".join(segment.said for segment in done.segments) == text
