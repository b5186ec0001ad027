"""Where one may turn after a refusal, by what was asked and by whom: a dated table."""

from datetime import date

import pytest

from dossier.reading import remedies as rules
from dossier.reading import request_rules
from dossier.reading.models import Request
from dossier.rights.terms import Terms

ON = date(2026, 3, 12)
KEYS = {
    "rgpd": "articles 77 et 79",
    "loi-1978": "articles 84 à 86",
    "cada": "CADA",
    "silence": "R311-12",
    "qualified": "personne qualifiée",
    "defender": "Défenseur",
}
# sort, side, public mission; those told
TABLE = """
    read       person          yes  rgpd,cada,silence,qualified,defender
    read       person          no   rgpd,qualified,defender
    take-away  representative  yes  rgpd,cada,silence,qualified,defender
    erase      person          yes  rgpd,qualified,defender
    correct    person          yes  rgpd,qualified,defender
    oppose     representative  yes  rgpd,qualified,defender
    limit      person          yes  rgpd,qualified,defender
    read       other           yes  rgpd,cada,silence,defender
    read       heir            yes  loi-1978,cada,silence,defender
    read       heir            no   loi-1978,defender
    erase      heir            yes  loi-1978,defender
"""


def told(sort: str, side: str, *, public: bool, on: date = ON) -> str:
    found = rules.remedies(sort, side, has_public_mission=public, on=on)
    return " ".join(one.words for one in found)


@pytest.mark.parametrize("row", TABLE.strip().splitlines(), ids=str.strip)
def test_where_one_may_turn(row):
    sort, side, public, expected = row.split()
    words = told(sort, side, public=public == "yes")
    assert [key for key, sign in KEYS.items() if sign in words] == expected.split(",")


def test_a_remedy_is_told_since_its_text_holds():
    assert "RGPD" not in told("read", "person", public=False, on=date(2018, 5, 24))
    assert "RGPD" in told("read", "person", public=False, on=date(2018, 5, 25))


@pytest.mark.parametrize("sort", Request.Sort)
def test_the_rgpd_is_not_for_the_dead(sort):
    asked = date(2026, 3, 12)
    found = request_rules.times(sort, ["health"], asked, Terms({}), date(2026, 3, 20), "heir")
    heir = request_rules.tell_times(found, asked, date(2026, 3, 20), Terms({}))
    heir += request_rules.what_may_be(sort, has_public_mission=False, side="heir")
    words = " ".join(one.words for one in heir)
    assert "RGPD, article" not in words
    assert "considérant 27" in words
    assert ("L1111-7" in words) == (sort in {"read", "take-away"})
    assert {one.due for one in found if one.matter == "mark"} == {date(2026, 4, 12)}
    assert "RGPD" not in rules.why("heir")


def test_no_time_of_the_law_is_made_up_for_an_heir():
    found = request_rules.times("read", [], ON, Terms({}), side="heir")
    for today in (ON, date(2026, 6, 1)):
        assert "ne donne pas de temps" in request_rules.standing(found, today).words


@pytest.mark.parametrize("public", [True, False])
def test_what_is_said_of_erasing_promises_no_more_than_one_may_do(public):
    words = " ".join(
        one.words for one in request_rules.what_may_be("erase", has_public_mission=public)
    )
    assert "reste possible" not in words
    assert "corriger" in words
    assert "reste dans les versions" in words
