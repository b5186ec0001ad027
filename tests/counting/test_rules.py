"""Stays, ages, lengths, answers in time: dated examples, unknown said as such."""

from datetime import date

import pytest

from dossier.counting import rules
from dossier.counting.rules import Stayed
from dossier.rights.terms import Terms

D = date.fromisoformat


def stay(words: str) -> Stayed:
    """Return the stay that "2025-01-01 ?" tells; "?" is what is not known."""
    first, last = (None if one == "?" else D(one) for one in words.split())
    return Stayed(first, last)


# A stay, then: in 2025? there on the evening of 31 December 2024? of 31 December 2025?
STAYS = """
    2024-03-01 ?           yes yes yes
    2024-03-01 2024-12-30  no no no
    2024-03-01 2024-12-31  no no no
    2024-03-01 2025-01-01  yes yes no
    2025-01-01 ?           yes no yes
    2025-01-01 2025-12-31  yes no no
    2025-12-31 2026-01-01  yes no yes
    2025-05-05 2025-05-05  yes no no
    2026-01-01 ?           no no no
    ?          2024-12-31  no no no
    ?          2025-06-01  yes unknown no
    ?          2026-06-01  unknown unknown unknown
    ?          ?           unknown unknown unknown
"""


@pytest.mark.parametrize("row", STAYS.strip().splitlines(), ids=str.strip)
def test_a_stay_is_there_or_not_or_nobody_knows(row):
    first, last, *told = row.split()
    one, year = stay(f"{first} {last}"), rules.year(2025)
    found = [rules.during(one, year)]
    found += [rules.in_the_evening(one, day) for day in (year.eve, year.last)]
    assert found == told


@pytest.mark.parametrize("row", STAYS.strip().splitlines(), ids=str.strip)
def test_the_end_of_a_year_is_the_beginning_of_the_next(row):
    first, last, *_ = row.split()
    one = stay(f"{first} {last}")
    there = rules.in_the_evening(one, rules.year(2025).last)
    assert there == rules.in_the_evening(one, rules.year(2026).eve)
    if there == "yes":  # so who is there at the beginning is among those of the year
        assert rules.during(one, rules.year(2026)) == "yes"


def test_one_certain_stay_is_enough_and_one_unknown_is_not_a_no():
    assert rules.any_of(["no", "unknown", "yes"]) == "yes"
    assert rules.any_of(["no", "unknown"]) == "unknown"
    assert rules.any_of([]) == "no"


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("2019-12-31 2019-12-31", "6"),
        ("2020-01-01 2020-01-01", "0"),
        ("2008-02-29 2008-02-29", "16"),
        ("2007-12-31 2007-12-31", "18"),
        ("2008-01-01 2008-01-01", "16"),
        ("1985-01-01 1985-12-31", "40"),  # a year: 40 all along, on 31 December
        ("1948-01-01 1952-12-31", "unknown"),  # about 1950: 73 to 77
        ("1940-01-01 1945-12-31", "75"),
        ("2026-01-01 2026-01-01", "unknown"),
        ("? ?", "unknown"),
    ],
)
def test_age_class_is_unknown_when_two_are_possible(born, told):
    first, last = (None if one == "?" else D(one) for one in born.split())
    assert rules.age_class(first, last, D("2025-12-31")) == told


def test_born_on_a_29_february_is_a_year_older_on_1_march():
    born = D("2008-02-29")
    assert rules.age_class(born, born, D("2026-02-28")) == "16"
    assert rules.age_class(born, born, D("2026-03-01")) == "18"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2025-01-31 2025-02-27", "1m"),
        ("2025-01-31 2025-02-28", "6m"),  # a month from the 31st ends on the last of February
        ("2024-02-29 2024-08-29", "1y"),
        ("2023-03-01 2024-02-29", "1y"),
        ("2023-03-01 2024-03-01", "2y"),
        ("2020-02-29 2025-02-27", "5y"),
        ("2020-02-29 2025-02-28", "more"),
        ("? 2025-02-28", "unknown"),
    ],
)
def test_length_class(told, expected):
    one = stay(told)
    assert rules.length_class(one.from_on, one.until_on) == expected


def test_who_left_twice_is_told_by_the_last_time():
    stays = [stay("2025-01-01 2025-02-01"), stay("2025-03-01 2025-09-01"), stay("2024-01-01 ?")]
    assert rules.last_ended(stays, rules.year(2025)) == stays[1]


@pytest.mark.parametrize(
    ("asked", "replies", "told"),
    [
        ("2025-01-31", "", "waiting"),
        ("2025-01-31", "granted 2025-02-28", "in-time"),
        ("2025-01-31", "refused 2025-03-01", "later"),
        ("2024-01-31", "granted 2024-02-29", "in-time"),
        ("2025-01-31", "extended 2025-02-28, partly 2025-04-30", "in-time"),
        ("2025-01-31", "extended 2025-02-28, partly 2025-05-01", "later"),
        ("2025-01-31", "extended 2025-03-01, granted 2025-03-02", "later"),
        ("2025-01-31", "extended 2025-02-10", "waiting"),
        ("2025-01-31", "dropped 2025-06-01", "dropped"),
        ("2025-01-31", "granted 2025-02-01, refused 2025-06-01", "in-time"),
    ],
)
def test_a_request_is_answered_in_time_or_not(asked, replies, told):
    said = [one.split() for one in replies.split(", ") if one]
    pairs = [(answer, D(on)) for answer, on in said]
    assert rules.answered(rules.Received(D(asked), "read", [], pairs), Terms({})) == told


@pytest.mark.parametrize(
    ("sort", "matters", "on", "told"),
    [
        ("read", ["health"], "2025-03-09", "in-time"),
        ("read", ["health"], "2025-03-10", "later"),
        ("read", ["old-health"], "2025-04-01", "in-time"),
        ("read", ["old-health"], "2025-04-02", "later"),
        ("correct", ["health"], "2025-04-01", "in-time"),
        ("correct", ["health"], "2025-04-02", "later"),
    ],
)
def test_health_has_times_of_its_own(sort, matters, on, told):
    one = rules.Received(D("2025-03-01"), sort, matters, [("granted", D(on))])
    assert rules.answered(one, Terms({})) == told
