"""The tools of the law: dated tables, and both readings where there are two."""

from collections import namedtuple
from datetime import date

import pytest

from dossier.rights import rules
from dossier.rights.terms import Terms

LAW = Terms({})
Noted = namedtuple("Noted", "act")
Dated = namedtuple("Dated", "in_force_on number")


def day(told: str) -> date | None:
    """Return a day of a table; None for "-"."""
    return None if told == "-" else date.fromisoformat(told)


def rows(table: str) -> list[list[str]]:
    """Return the cells of a table."""
    return [line.split() for line in table.strip().splitlines()]


# Admission to: given, signed, amended, reviewed.
DELAYS = """
    2026-01-01  2026-01-16  2026-02-01  2026-07-01  2027-01-01
    2026-01-31  2026-02-15  2026-02-28  2026-07-31  2027-01-31
    2024-01-31  2024-02-15  2024-02-29  2024-07-31  2025-01-31
    2026-03-31  2026-04-15  2026-04-30  2026-09-30  2027-03-31
    2025-08-31  2025-09-15  2025-09-30  2026-02-28  2026-08-31
    2023-08-31  2023-09-15  2023-09-30  2024-02-29  2024-08-31
    2024-02-29  2024-03-15  2024-03-29  2024-08-29  2025-02-28
    2026-12-20  2027-01-04  2027-01-20  2027-06-20  2027-12-20
    2024-02-20  2024-03-06  2024-03-20  2024-08-20  2025-02-20
    2026-02-20  2026-03-07  2026-03-20  2026-08-20  2027-02-20
"""


@pytest.mark.parametrize("row", rows(DELAYS), ids=lambda row: row[0])
def test_delays_run_from_the_admission(row):
    admitted, *due = map(day, row)
    found = rules.delays(admitted, LAW)
    assert [found.given, found.signed, found.amended, found.reviewed] == due


def test_the_review_runs_from_the_last_one():
    found = rules.delays(date(2024, 1, 5), LAW, reviewed=date(2024, 2, 29))
    assert found.reviewed == date(2025, 2, 28)


def test_the_house_may_have_shorter_delays():
    own = Terms({"contract-given": [{"amount": 8, "unit": "days", "since": "2026-01-01"}]})
    assert rules.delays(date(2025, 12, 31), own).given == date(2026, 1, 15)
    assert rules.delays(date(2026, 1, 1), own).given == date(2026, 1, 9)


# Stays (from/until, from/until …), the day one asks, the admission.
ADMISSIONS = """
    2026-01-10/-                                  2026-03-01  2026-01-10
    2026-01-10/-                                  2026-01-10  2026-01-10
    2026-01-10/-                                  2026-01-09  -
    2026-01-10/2026-02-28                         2026-02-28  2026-01-10
    2026-01-10/2026-02-28                         2026-03-01  -
    2025-01-10/2025-06-30,2026-01-05/-            2026-02-01  2026-01-05
    2025-01-10/2025-06-30,2026-01-05/-            2025-03-01  2025-01-10
    2025-01-10/2025-06-30,2025-07-01/-            2026-02-01  2025-01-10
    2025-01-10/2025-06-30,2025-07-02/-            2026-02-01  2025-07-02
    2024-01-10/2024-02-29,2024-03-01/-            2024-03-05  2024-01-10
    2026-01-10/2026-01-31,2026-02-01/2026-02-20   2026-02-10  2026-01-10
    2025-01-10/-,2025-03-01/2025-04-01            2026-02-01  2025-01-10
    2025-03-01/2025-04-01,2025-01-10/2025-03-15   2025-04-01  2025-01-10
    -/2026-01-01                                  2025-12-01  -
    -/-,2026-01-10/-                              2026-02-01  2026-01-10
"""


@pytest.mark.parametrize("row", rows(ADMISSIONS), ids=" ".join)
def test_who_comes_back_is_admitted_anew(row):
    stays = [tuple(map(day, one.split("/"))) for one in row[0].split(",")]
    assert rules.admitted_on(stays, day(row[1])) == day(row[2])


def test_without_a_stay_there_is_no_admission():
    assert rules.admitted_on([], date(2026, 1, 1)) is None


# From, until, how long it is.
FORESEEN = """
    2026-01-01  2026-02-27  less
    2026-01-01  2026-02-28  exactly
    2026-01-01  2026-03-01  exactly
    2026-01-01  2026-03-02  more
    2025-12-31  2026-02-26  less
    2025-12-31  2026-02-28  exactly
    2025-12-31  2026-03-01  more
    2023-12-31  2024-02-29  exactly
    2023-12-31  2024-03-01  more
    2024-02-29  2024-04-29  exactly
    2026-07-01  2027-06-30  more
"""


@pytest.mark.parametrize("row", rows(FORESEEN), ids=" ".join)
def test_a_stay_is_more_or_less_than_two_months(row):
    assert rules.stay_foreseen(day(row[0]), day(row[1]), LAW) == row[2]


def test_a_stay_without_an_end_is_not_known():
    assert rules.stay_foreseen(date(2026, 1, 1), None, LAW) == ""
    assert rules.stay_foreseen(None, date(2026, 1, 1), LAW) == ""


# The situation, and the sorts it leads to, the surest first.
WHICH = [
    ({"category": "8", "stay": "more"}, "stay"),
    ({"category": "8", "stay": "less"}, "dipc"),
    ({"category": "8", "stay": "none"}, "dipc"),
    ({"category": "8", "stay": "exactly"}, "stay dipc"),
    ({"category": "8"}, "stay dipc"),
    ({"category": "III", "stay": "more"}, "stay"),
    ({"category": "3", "stay": "more"}, "dipc"),
    ({"category": "4"}, "dipc"),
    ({"category": "11", "refused": "yes"}, "dipc dipc"),
    ({"category": "1", "stay": "more", "judge": "yes"}, "dipc"),
    ({"category": "12", "stay": "more", "judge": "no"}, "stay"),
    ({"category": "6", "stay": "more", "refused": "yes"}, "dipc"),
    ({"category": "2", "stay": "more", "home": "yes"}, "dipc stay"),
    ({"category": "2", "home": "yes"}, "dipc"),
    ({"category": "16", "home": "yes", "stay": "none"}, "dipc"),
    ({"category": "5", "work": "yes", "stay": "more"}, "work"),
    ({"category": "13", "stay": "more"}, "other dipc"),
    ({"category": "14"}, "other dipc"),
    ({"category": "15", "refused": "yes"}, "other dipc"),
    ({"category": "17", "stay": "more"}, "stay dipc"),
    ({"stay": "more"}, "stay dipc"),
    ({"stay": "less"}, "dipc"),
    ({"stay": "exactly"}, "stay dipc dipc"),
    ({"judge": "yes"}, "dipc"),
    ({}, "stay dipc"),
]


@pytest.mark.parametrize(("facts", "sorts"), WHICH, ids=str)
def test_the_situation_leads_to_a_contract(facts, sorts):
    found = rules.which_contract(facts, LAW, date(2026, 1, 1))
    assert [one.sort for one in found] == sorts.split()
    assert all(
        one.article and one.why and "{" not in one.why.replace("{maison", "") for one in found
    )


def test_each_category_gets_an_answer_whatever_is_known():
    for category in ("", *rules.CATEGORIES):
        for stay in ("", "more", "less", "exactly", "none"):
            for home in ("", "yes", "no"):
                facts = {"category": category, "stay": stay, "home": home}
                assert rules.which_contract(facts), facts


def test_the_length_of_a_short_stay_is_that_of_the_house():
    own = Terms({"short-stay": [{"amount": 3, "unit": "months", "since": "2026-01-01"}]})
    facts = {"category": "8", "stay": "more"}
    assert "plus de 3 mois" in rules.which_contract(facts, own, date(2026, 2, 1))[0].why
    assert "plus de 2 mois" in rules.which_contract(facts, own, date(2025, 2, 1))[0].why


# The interview, and the last day to tell of the person of trust.
TRUSTED = """
    2026-03-09  2026-03-01
    2026-03-05  2026-02-25
    2024-03-05  2024-02-26
    2024-03-08  2024-02-29
    2026-01-05  2025-12-28
"""


@pytest.mark.parametrize("row", rows(TRUSTED), ids=lambda row: row[0])
def test_the_person_of_trust_is_told_of_eight_days_before(row):
    interview, due = map(day, row)
    assert rules.trusted_by(interview, LAW) == due
    in_time = rules.trusted(interview, due, LAW)
    assert in_time.words.startswith("L’information est venue à temps")
    late = rules.trusted(
        interview, due.replace(day=due.day + 1) if due.day < 28 else interview, LAW
    )
    assert late.days["due"] == due
    assert "Reculer l’entretien" in late.words
    assert "à proposer le" in rules.trusted(interview, None, LAW).words


def test_without_an_interview_nothing_is_said():
    assert rules.trusted(None, date(2026, 1, 1), LAW) is None


# What was noted, in order, and what stands.
STANDING = """
    -                                -
    proposed                         proposed
    proposed,declined                declined
    proposed,named                   named
    proposed,named,revoked           revoked
    named,revoked,named              named
    named,proposed                   named
    named,declined                   named
    declined,proposed                proposed
"""


@pytest.mark.parametrize("row", rows(STANDING), ids=lambda row: row[0])
def test_who_stands_now(row):
    lines = [] if row[0] == "-" else [Noted(one) for one in row[0].split(",")]
    found = rules.standing(lines)
    assert (found.act if found else "-") == row[1]


# Born between, on which day, of age or not.
AGES = """
    2008-03-10  2008-03-10  2026-03-09  minor
    2008-03-10  2008-03-10  2026-03-10  adult
    2008-02-29  2008-02-29  2026-02-27  minor
    2008-02-29  2008-02-29  2026-02-28  maybe
    2008-02-29  2008-02-29  2026-03-01  adult
    2008-03-31  2008-03-31  2026-03-30  minor
    2008-03-31  2008-03-31  2026-03-31  adult
    2006-02-28  2006-02-28  2024-02-27  minor
    2006-02-28  2006-02-28  2024-02-28  adult
    2008-01-01  2008-12-31  2025-12-31  minor
    2008-01-01  2008-12-31  2026-01-01  maybe
    2008-01-01  2008-12-31  2026-12-30  maybe
    2008-01-01  2008-12-31  2026-12-31  adult
"""


@pytest.mark.parametrize("row", rows(AGES), ids=" ".join)
def test_majority_comes_with_eighteen_years(row):
    assert rules.majority(*map(day, row[:3])) == row[3]


def test_majority_is_not_known_without_a_birth():
    assert rules.majority(None, None, date(2026, 1, 1)) == ""
    assert rules.majority(date(2000, 1, 1), None, date(2026, 1, 1)) == ""


# Sort, in force from, today: until when it stands.
REVISED = """
    rules          2024-02-29  2026-01-01  2029-02-28
    rules          2021-01-01  2026-01-01  2026-01-01
    rules          2021-01-01  2026-01-02  2026-01-01
    establishment  2020-02-29  2024-01-01  2025-02-28
"""


@pytest.mark.parametrize("row", rows(REVISED), ids=" ".join)
def test_a_text_is_read_again_after_five_years(row):
    found = rules.revision(row[0], day(row[1]), LAW, day(row[2]))
    assert found.days == {"due": day(row[3])}
    assert ("serait à revoir" in found.words) == (day(row[2]) <= day(row[3]))


@pytest.mark.parametrize("sort", ["welcome", "charter", "qualified", "other"])
def test_no_rhythm_is_set_for_other_texts(sort):
    assert rules.revision(sort, date(2000, 1, 1), LAW, date(2026, 1, 1)) is None


def test_the_edition_in_force_is_the_last_that_came():
    editions = [Dated(date(2024, 1, 1), 1), Dated(date(2026, 1, 1), 2), Dated(date(2025, 1, 1), 3)]
    asked = [date(2023, 12, 31), date(2024, 6, 1), date(2025, 6, 1), date(2026, 1, 1)]
    found = [rules.current(editions, one) for one in asked]
    assert [one.number if one else None for one in found] == [None, 1, 3, 2]
    same = [Dated(date(2024, 1, 1), 1), Dated(date(2024, 1, 1), 2)]
    assert rules.current(same, date(2024, 1, 1)).number == 2
