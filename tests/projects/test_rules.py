"""What agreements say together, read as a table; easy words."""

from types import SimpleNamespace

import pytest

from dossier.projects.rules import (
    easy_from,
    house_agrees,
    is_of_another_text,
    last_of_each,
    silent,
)

AMINA, DIDIER = 1, 2


def said(words: str):
    """Return a line: "house yes", "person 1 no", "other Odile partly", "other - yes"."""
    side, *who, answer = words.removesuffix(" (erreur)").split()
    person = int(who[0]) if who and who[0].isdecimal() else None
    name = "" if person or who in ([], ["-"]) else " ".join(who)
    return SimpleNamespace(
        side=side, person_id=person, who=name, answer=answer, version=1, told=words,
        is_mistaken=words.endswith("(erreur)"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "agrees", "without"),
    [
        ([], False, []),
        (["house yes"], True, [AMINA, DIDIER]),
        (["house partly"], True, [AMINA, DIDIER]),
        (["house no"], False, []),
        (["house unsure"], False, []),
        (["house yes", "house no"], False, []),
        (["house no", "house yes"], True, [AMINA, DIDIER]),
        (["house yes", "person 1 yes"], True, [DIDIER]),
        (["house yes", "person 1 no"], True, [DIDIER]),
        (["house yes", "person 1 unsure", "person 2 yes"], True, []),
        (["person 1 yes"], False, []),
        # What was noted by mistake counts in nothing that stands.
        (["house yes (erreur)"], False, []),
        (["house yes", "house no (erreur)"], True, [AMINA, DIDIER]),
        (["house yes", "person 1 yes (erreur)"], True, [AMINA, DIDIER]),
        # What a representative says is not her agreement, nor somebody's told in words.
        (["house yes", "other 1 yes"], True, [AMINA, DIDIER]),
        (["house yes", "other Odile yes", "person Amina yes"], True, [AMINA, DIDIER]),
    ],
    ids=str,
)
def test_the_agreement_of_the_house_is_nobody_else_s(lines, agrees, without):
    lines = [said(one) for one in lines]
    assert house_agrees(lines) == agrees
    assert silent(lines, [AMINA, DIDIER]) == without


@pytest.mark.parametrize(
    ("lines", "speaking"),
    [
        (["house yes", "house no"], [["house no", "house yes"]]),
        (["house yes", "person 1 no", "house no"], [["house no", "house yes"], ["person 1 no"]]),
        (["person 1 no", "person 2 yes"], [["person 1 no"], ["person 2 yes"]]),
        (["person 1 yes", "other 1 no"], [["person 1 yes"], ["other 1 no"]]),
        (["other Odile yes", "other  odile no"], [["other  odile no", "other Odile yes"]]),
        (["other Odile yes", "other Léon no"], [["other Odile yes"], ["other Léon no"]]),
        (["other - yes", "other - no"], [["other - yes"], ["other - no"]]),
    ],
    ids=str,
)
def test_the_last_of_each_speaks_and_none_is_lost(lines, speaking):
    lines = [said(one) for one in lines]
    found = [[last.told, *(one.told for one in before)] for last, before in last_of_each(lines)]
    assert found == speaking


@pytest.mark.parametrize(
    ("of", "present", "is_other"),
    [(1, 1, False), (1, 2, True), (None, 1, True), (None, None, False)],
)
def test_what_was_said_of_another_text_is_known(of, present, is_other):
    assert is_of_another_text(SimpleNamespace(version=of), present) == is_other


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Elle veut partir. Elle ira.", "Elle veut partir.\nElle ira."),
        ("# Le titre. Oui\n\nUn ! Deux ?", "# Le titre. Oui\n\nUn !\nDeux ?"),
        ("M. Roy a vu Amina B. Il rit.", "M. Roy a vu Amina B. Il rit."),
        ("Elle dit « non. » Il part.", "Elle dit « non. »\nIl part."),
        ("Le 12.5. Puis 3,5 km. etc. et puis", "Le 12.5.\nPuis 3,5 km. etc. et puis"),
        ("", ""),
    ],
)
def test_easy_words_begin_with_a_sentence_a_line(text, easy):
    assert easy_from(text) == easy


def test_what_was_noted_by_mistake_is_never_what_was_last_said():
    lines = [said(one) for one in ("house yes", "house no (erreur)", "person 1 no (erreur)")]
    told = [
        (last and last.told, [one.told for one in before]) for last, before in last_of_each(lines)
    ]
    assert told == [("house yes", ["house no (erreur)"]), (None, ["person 1 no (erreur)"])]
