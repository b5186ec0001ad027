"""What is found in free text: marked sentences of an invented house, and any text at all."""

import itertools
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.disclosures.pseudonyms.finding import Found, find
from dossier.disclosures.pseudonyms.known import (
    FAMILY,
    GIVEN,
    Index,
    Known,
    is_near,
    units,
)
from dossier.disclosures.pseudonyms.levelling import levelled
from dossier.disclosures.pseudonyms.measuring import KINDS, measure
from dossier.notebooks import french
from tests.disclosures.house import (
    HOUSE,
    LINES,
    OTHER_HOUSE,
    OTHER_LINES,
    entries,
    unmarked,
)

INDEX = Index(HOUSE)
# Words of a text: names of the house and of others, what is not a name, what reaches somebody.
PARTS = st.sampled_from([
    "Amina", "BENALI", "amina-benali", "d’Amina", "A.B.", "M.", "Mme", "Petit", "petit", "Rose",
    "rose", "Moulin", "Le", "Goff", "JP", "Momo", "Colline", "la", "foyer", "Dupont", "né", "le",
    "12/03/2009", "06", "12", "34", "0612345678", "@", "a@b.fr", "n°", "12345", "rue", "des",
    "Lilas", "69100", "Lyon", ".", ",", ";", ":", "(", ")", "«", "»", "\n", "-", "’", "à", "de",
    "\u00a0", "\u0301", "2A", "(at)", "point", "arobase", "dossier",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PARTS, max_size=40).map(" ".join), st.lists(PARTS).map("".join)
)


def spans(found: list[Found]) -> list[tuple[int, int, str]]:
    """Return where what is found stands; "?" for a doubt."""
    return [(one.start, one.end, one.kind if one.is_sure else "?") for one in found]


def whole(text: str, end: int) -> int:
    """Return where a span ends with the point after it, that letters may have."""
    return end + (text[end : end + 1] == ".")


@pytest.mark.parametrize("line", LINES)
def test_a_marked_sentence(line):
    """All that is marked is found, with its kind; nothing else is sure."""
    text, marked = unmarked(line)
    told = spans(find(text, INDEX))
    ends = {(start, end, kind) for start, end, kind in marked}
    sure = {one for one in told if one[2] != "?"}
    for start, end, kind in sure:
        assert {(start, end, kind), (start, end - 1, kind)} & ends, text[start:end]
    for start, end, kind in marked:
        assert {(start, end, kind), (start, whole(text, end), kind)} & {*told}, text[start:end]


def test_there_are_enough_sentences_to_say_something():
    assert len(LINES) >= 200
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize(("told", "known"), [(LINES, HOUSE), (OTHER_LINES, OTHER_HOUSE)])
def test_what_is_measured_on_them(told, known):
    figures = measure(entries(told, known))
    assert figures["declared"]["recall"] >= 0.995
    assert figures["all"]["precision"] >= 0.97
    for kind in KINDS[1:]:
        assert figures[kind]["recall"] >= 0.99, kind
        assert figures[kind]["labelled"] >= 3, kind


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_is_found_stands_in_the_text_and_nothing_twice(text):
    found = find(text, INDEX)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.said == text[one.start : one.end]
        assert all(one.start <= piece.start < piece.end <= one.end for piece in one.pieces)
        assert bool(one.why) or one.is_sure
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_says_the_same(text):
    assert find(text, HOUSE) == find(text, INDEX)


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Amina Benali", "amina", "benali"),
        ("BENALI Amina", "amina", "benali"),
        ("Benali Amina", "amina", "benali"),
        ("Mme Benali", "", "benali"),
        ("Samira", "samira", ""),
        ("Jean-Pierre Le Goff", "jean pierre", "le goff"),
        ("Fatou N’Diaye", "fatou", "n diaye"),
        ("Maria Da Silva", "maria", "da silva"),
        ("Amina Benali née Kaddour", "amina", "benali kaddour"),
        ("Mohamed Salah dit Momo", "mohamed momo", "salah"),
        ("sa tante Odile", "odile", ""),
        ("sa grand-mère", "", ""),
    ],
)
def test_the_parts_of_a_name(name, given, family):
    told = units(name)
    assert " ".join(w for unit in told if unit.role == GIVEN for w in unit.tokens) == given
    assert " ".join(w for unit in told if unit.role == FAMILY for w in unit.tokens) == family


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("lina", "lina", True),
        ("lina", "lino", True),
        ("amina", "amnia", True),
        ("amina", "amia", True),
        ("amina", "aminna", True),
        ("amina", "amnai", False),
        ("amina", "ainam", False),
        ("amina", "aminata", False),
        ("", "a", True),
    ],
)
def test_a_letter_away(one, other, near):
    assert is_near(one, other) is near
    assert is_near(other, one) is near


def _far(one: str, other: str) -> int:
    """Return how many letters are added, lost, changed or swapped, counted the long way."""
    rows = [[a + b for b in range(len(other) + 1)] for a in range(len(one) + 1)]
    for a, b in itertools.product(range(1, len(one) + 1), range(1, len(other) + 1)):
        costs = [
            rows[a - 1][b] + 1,
            rows[a][b - 1] + 1,
            rows[a - 1][b - 1] + (one[a - 1] != other[b - 1]),
        ]
        if a > 1 and b > 1 and one[a - 2 : a] == other[b - 2 : b][::-1]:
            costs.append(rows[a - 2][b - 2] + 1)
        rows[a][b] = min(costs)
    return rows[-1][-1]


@settings(max_examples=300, deadline=None)
@given(st.text("ab", max_size=6), st.text("abc", max_size=6))
def test_a_letter_away_is_counted_well(one, other):
    assert is_near(one, other) is (_far(one, other) <= 1)


def test_homonyms_are_whom_one_spoke_of_last():
    known = [Known("person", "Amina Benali"), Known("relative", "Amina Diallo")]
    told = find("Amina Diallo est venue. Amina a parlé. Amina Benali aussi. Amina rit.", known)
    assert [one.who for one in told] == ["amina diallo"] * 2 + ["amina benali"] * 2


def test_another_first_name_a_letter_away_is_somebody_else():
    told = find("Vu Sonia avec Sofia.", [Known("person", "Sonia Morel")])
    assert [(one.said, one.who) for one in told] == [
        ("Sonia", "sonia morel"),
        ("Sofia", "name:sofia"),
    ]


def test_who_is_declared_with_a_word_for_kin_goes_with_it():
    known = [Known("relative", "Mamie Louise")]
    told = find("Vu mamie louise, puis Louise et Mamie.", known)
    assert [one.said for one in told if one.is_sure] == ["mamie louise", "Louise"]


def test_a_text_agrees_with_itself_on_who_nobody_declared():
    told = find("Maître Quévert a plaidé. Ensuite, Quévert et Gwladys sont sortis.", HOUSE)
    assert [(one.said, one.who, one.is_sure) for one in told] == [
        ("Quévert", "name:quevert", True),
        ("Quévert", "name:quevert", True),
        ("Gwladys", "name:gwladys", False),
    ]
    letters = find("On a vu K. hier. K. a dit oui.", HOUSE)
    assert [(one.said, one.is_sure) for one in letters] == [("K.", True), ("K.", True)]


def test_who_is_not_known_is_a_doubt_with_its_reason():
    (one,) = find("Elle a vu Gwladys hier.", HOUSE)
    assert (one.said, one.is_sure, one.kind) == ("Gwladys", False, "person")
    assert one.why


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Vu E\u0301loi\u0308se hier.", "E\u0301loi\u0308se"),
        ("\ufeffVu Ami\u00adna hier.", "Ami\u00adna"),
        ("Vu Marie\u2011Claire\u202fDubois hier.", "Marie\u2011Claire\u202fDubois"),
        (
            "Nous avons longuement parlé avec sa référente, et Jean-Luc\nMartin dort.",
            "Jean-Luc\nMartin",
        ),
    ],
)
def test_a_name_is_found_where_it_was_typed(typed, said):
    """Accents apart, soft hyphens, other spaces and hyphens, a line that goes on in the next."""
    (one,) = find(typed, INDEX)
    assert (one.said, typed[one.start : one.end], one.is_sure) == (said, said, True)


@given(TEXTS)
@example("P\u0300")
def test_a_level_text_says_where_its_letters_stand(text):
    level, at = levelled(text)
    assert len(at) == len(level) + 1
    assert at[len(level)] == len(text)
    assert [*at] == sorted({*at})
    for place, letter in enumerate(level):
        whole = unicodedata.normalize("NFC", text[at[place] : at[place + 1]])
        assert letter in {whole[0], " ", "-", "’"}


def test_a_short_line_is_no_part_of_the_next():
    assert levelled("Présents :\nAmina")[0] == "Présents :\nAmina"


def test_a_kind_that_is_none_is_refused():
    with pytest.raises(ValueError, match="robot"):
        Known("robot", "Amina")


def _spent(text: str, index: Index) -> float:
    begun = time.perf_counter()
    find(text, index)
    return time.perf_counter() - begun


def _many() -> Index:
    """Return three hundred names of nobody."""
    starts = ["Mar", "Ben", "Tib", "Sar", "Nor", "Vel", "Kas", "Dor", "Pel", "Gui", "Fro", "Jel"]
    first = [a + b for a in starts for b in ("ane", "ion", "elle", "adou", "ouan")]
    last = [a + b for a in ("court", "mont", "zeau", "guet", "quin") for b in ("bar", "ker", "fon")]
    names = [f"{a} {b.title()}" for a, b in itertools.product(first, last)][::3]
    return Index(Known("person", name) for name in names[:300])


def test_a_megabyte_is_read_in_a_few_seconds():
    """Beside a floor: what the same machine takes to part the same text in words, folded."""
    index = _many()
    assert len(index.known) == 300
    page = " ".join(unmarked(line)[0] for line in LINES)
    text = "\n".join([page] * (1_000_000 // len(page) + 1))
    begun = time.perf_counter()
    words = sum(1 for _ in french.words(text))
    floor = time.perf_counter() - begun
    assert words > 150_000
    assert _spent(text, index) < 40 * floor


@pytest.mark.parametrize(
    "hostile",
    [
        "0",
        "1 ",
        "06 ",
        "A",
        "A ",
        "A.",
        "Amina ",
        " ",
        "\u00a0",
        "\n",
        "a@",
        "a.",
        " point ",
        " arobase ",
        "né le ",
        "dossier n° ",
        "rue de la ",
        "12 rue des ",
        "zéro six ",
        "FR76 ",
        "Jean-",
        "d’",
        "(",
        "é\u0301",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(hostile):
    few, many = 50_000, 200_000
    index = INDEX
    small = max(_spent(hostile * (few // len(hostile)), index), 0.02)
    assert _spent(hostile * (many // len(hostile)), index) < 12 * small
