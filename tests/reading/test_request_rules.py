"""By when one answers a request, who may ask, what may be answered: dated examples."""

from datetime import date

import pytest

from dossier.reading import request_rules as rules
from dossier.reading.models import Request
from dossier.rights.terms import Terms

TERMS = Terms({})

# asked on, matters, more time said on, then each time as matter:not before..due
TIMES = """
    2026-03-12  -                  -           rest:2026-04-12
    2026-01-31  -                  -           rest:2026-02-28
    2024-01-31  -                  -           rest:2024-02-29
    2026-05-31  -                  -           rest:2026-06-30
    2026-12-31  -                  -           rest:2027-01-31
    2026-03-12  -                  2026-04-12  rest:2026-06-12
    2026-03-12  -                  2026-04-13  rest:2026-04-12
    2026-01-31  -                  2026-02-28  rest:2026-04-30
    2023-11-30  -                  2023-12-15  rest:2024-02-29
    2026-11-30  -                  2026-11-30  rest:2027-02-28
    2026-03-12  health             -           health:2026-03-14..2026-03-20 rest:2026-04-12
    2024-02-27  health             -           health:2024-02-29..2024-03-06 rest:2024-03-27
    2026-02-27  health             -           health:2026-03-01..2026-03-07 rest:2026-03-27
    2026-12-31  old-health         -           rest:2027-01-31 old-health:2027-01-02..2027-02-28
    2026-03-12  health,old-health  -           health:2026-03-14..2026-03-20 rest:2026-04-12 old-health:2026-03-14..2026-05-12
    2026-03-12  health             2026-03-15  health:2026-03-14..2026-03-20 rest:2026-06-12
    2026-03-12  third-parties      -           rest:2026-04-12
"""  # noqa: E501


@pytest.mark.parametrize("row", TIMES.strip().splitlines())
def test_by_when_one_answers(row):
    asked, matters, more, *expected = row.split()
    found = rules.times(
        "read",
        [] if matters == "-" else matters.split(","),
        date.fromisoformat(asked),
        TERMS,
        None if more == "-" else date.fromisoformat(more),
    )
    told = [
        f"{one.matter}:{f'{one.not_before}..' if one.not_before else ''}{one.due}" for one in found
    ]
    assert told == expected


@pytest.mark.parametrize("sort", ["correct", "oppose", "erase", "limit"])
def test_the_times_of_health_are_for_what_is_handed_over(sort):
    found = rules.times(sort, ["health", "old-health"], date(2026, 3, 12), TERMS)
    assert [(one.matter, one.due) for one in found] == [("rest", date(2026, 4, 12))]


def test_the_house_s_durations_come_first():
    own = Terms({"reply": [{"amount": 10, "unit": "days", "since": "2026-01-01"}]})
    assert rules.times("read", [], date(2025, 12, 31), own)[0].due == date(2026, 1, 31)
    assert rules.times("read", [], date(2026, 1, 1), own)[0].due == date(2026, 1, 11)
    longer = rules.times("read", [], date(2026, 1, 31), own, date(2026, 2, 2))
    assert longer[0].due == date(2026, 4, 10)


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        (date(2026, 3, 13), "pour la santé, à répondre au plus tard"),
        (date(2026, 3, 20), "pour la santé"),
        (date(2026, 3, 21), "à répondre au plus tard"),
        (date(2026, 4, 12), "à répondre au plus tard"),
        (date(2026, 4, 13), "le temps prévu s’est terminé"),
    ],
)
def test_what_is_left_of_the_time_is_said(today, begins):
    found = rules.times("read", ["health"], date(2026, 3, 12), TERMS)
    assert rules.standing(found, today).words.startswith(begins)


def test_more_time_said_too_late_is_told():
    asked, late = date(2026, 1, 31), date(2026, 3, 1)
    found = rules.times("read", [], asked, TERMS, late)
    told = rules.tell_times(found, asked, late, TERMS)
    assert [one.days for one in told] == [{"due": date(2026, 2, 28)}, {"said": late}]
    assert "reste le même" in told[1].words


# born from, born until, on, and what they are
AGES = """
    2010-05-04 2010-05-04 2026-03-12 minor
    2008-03-12 2008-03-12 2026-03-11 minor
    2008-03-12 2008-03-12 2026-03-12 adult
    2008-02-29 2008-02-29 2026-02-28 minor
    2008-02-29 2008-02-29 2026-03-01 adult
    2008-01-01 2008-12-31 2026-03-12 either
    2006-01-01 2010-12-31 2026-03-12 either
    2008-01-01 2008-12-31 2026-12-31 adult
    2009-01-01 2009-12-31 2026-12-31 minor
"""


@pytest.mark.parametrize("row", AGES.strip().splitlines())
def test_who_is_a_minor(row):
    first, last, on, age = row.split()
    days = [date.fromisoformat(one) for one in (first, last, on)]
    assert rules.minority(*days) == age


def test_a_birth_unknown_says_nothing():
    assert rules.minority(None, None, date(2026, 3, 12)) == "unknown"


def test_an_approximate_birth_has_two_readings():
    told = [one.words for one in rules.who_asks("representative", "either", [])]
    assert [("S’il est mineur" in one, "S’il a dix-huit ans" in one) for one in told[1:]] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("side", Request.Side)
def test_each_capacity_is_told_with_an_article(side):
    told = rules.who_asks(side, "adult", [])
    assert len(told) == 1
    assert any(word in told[0].words for word in ("code civil", "CSP", "RGPD", "code pénal"))


def test_a_minor_who_objects_is_heard_before_who_represents():
    words = [one.words for one in rules.who_asks("representative", "minor", ["minor-objects"])]
    assert any("L1111-5" in one for one in words)
    words = [one.words for one in rules.who_asks("representative", "adult", ["minor-objects"])]
    assert not any("L1111-5" in one for one in words)


@pytest.mark.parametrize("sort", Request.Sort)
@pytest.mark.parametrize("public", [True, False])
def test_each_sort_is_told_with_articles(sort, public):
    told = rules.what_may_be(sort, has_public_mission=public)
    assert any("article" in one.words or "CASF" in one.words for one in told)


def test_erasing_has_both_readings_and_the_visa_where_archives_are_public():
    words = [one.words for one in rules.what_may_be("erase", has_public_mission=True)]
    assert [one.split(" ")[0] for one in words] == ["Une", "L’autre", "Ici,", "Ce"]
    assert "visa" in words[2]
    assert "L212-2" in words[2]
