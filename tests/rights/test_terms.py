"""Durations: dated, changed by the house, counted from a day to another."""

from datetime import date

import pytest

from dossier.rights.terms import DAYS, KNOWN, MONTHS, YEARS, Term, Terms, after, before

FROM_A_DAY = """
    2026-01-01  15 days    2026-01-16
    2026-02-20  15 days    2026-03-07
    2024-02-20  15 days    2024-03-06
    2026-01-31  1 months   2026-02-28
    2024-01-31  1 months   2024-02-29
    2026-03-31  1 months   2026-04-30
    2026-12-31  1 months   2027-01-31
    2025-08-31  6 months   2026-02-28
    2024-02-29  1 years    2025-02-28
    2024-02-29  2 years    2026-02-28
    2024-02-29  5 years    2029-02-28
    2020-02-29  4 years    2024-02-29
    2026-11-30  3 months   2027-02-28
"""
BEFORE_A_DAY = """
    2026-03-05  8 days     2026-02-25
    2024-03-05  8 days     2024-02-26
    2026-03-31  1 months   2026-02-28
    2024-02-29  1 years    2023-02-28
"""


def _rows(table):
    for line in table.strip().splitlines():
        day, amount, unit, due = line.split()
        yield date.fromisoformat(day), int(amount), unit, date.fromisoformat(due)


@pytest.mark.parametrize(("day", "amount", "unit", "due"), list(_rows(FROM_A_DAY)))
def test_a_duration_ends(day, amount, unit, due):
    assert after(day, Term(amount, unit, "")) == due


@pytest.mark.parametrize(("day", "amount", "unit", "due"), list(_rows(BEFORE_A_DAY)))
def test_a_duration_fits_before(day, amount, unit, due):
    assert before(day, Term(amount, unit, "")) == due


def test_a_duration_is_said():
    assert [Term(1, DAYS, "").said, Term(2, DAYS, "").said] == ["1 jour", "2 jours"]
    assert [Term(1, MONTHS, "").said, Term(5, YEARS, "").said] == ["1 mois", "5 ans"]


@pytest.mark.parametrize(("amount", "unit"), [(0, DAYS), (-1, MONTHS), (1, "weeks"), (1_001, DAYS)])
def test_what_is_no_duration_is_refused(amount, unit):
    with pytest.raises(ValueError, match="a duration"):
        Term(amount, unit, "")


def test_each_known_duration_says_where_it_is_from():
    assert [key for key, known in KNOWN.items() if not all(one.source for one in known.terms)] == []


def test_the_house_changes_a_duration_from_a_day_on():
    own = Terms(
        {
            "active": [
                {"amount": 3, "unit": "years", "since": "2026-06-01", "source": "délibération"}
            ]
        }
    )
    assert own.of("active", date(2026, 5, 31)).amount == 2
    assert own.of("active", date(2026, 6, 1)).amount == 3
    assert own.after("active", date(2026, 6, 1)) == date(2029, 6, 1)
    assert own.after("reply", date(2026, 6, 1)) == date(2026, 7, 1)


def test_the_house_changes_a_duration_since_always():
    own = Terms({"review": [{"amount": 6, "unit": "months", "since": None}]})
    assert own.before("review", date(2020, 8, 31)) == date(2020, 2, 29)


def test_the_later_of_two_changes_holds():
    told = [
        {"amount": 8, "unit": "years", "since": "2026-01-01"},
        {"amount": 4, "unit": "years", "since": "2024-01-01"},
    ]
    assert Terms({"active": told}).of("active", date(2025, 1, 1)).amount == 4
    assert Terms({"active": told}).of("active", date(2026, 1, 1)).amount == 8


def test_nobody_knows_that_duration():
    with pytest.raises(KeyError):
        Terms({}).of("patience", date(2026, 1, 1))
