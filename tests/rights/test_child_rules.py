"""Reports on a child's situation: a year, six months under two, eighteen; dated."""

from datetime import date

import pytest

from dossier.rights.child_rules import ages, birthday, is_minor, report_due
from dossier.rights.terms import Terms

LAW = Terms({})

# from, born (earliest, latest), today, the days: two when the text is read in two ways.
REPORTS = """
    2026-03-03  2015-06-01 2015-06-01  2026-03-03  2027-03-03
    2026-03-03  2025-06-01 2025-06-01  2026-03-03  2026-09-03
    2025-08-31  2025-01-01 2025-01-01  2025-09-01  2026-02-28
    2023-08-31  2023-01-01 2023-01-01  2023-09-01  2024-02-29
    2026-03-03  2024-09-03 2024-09-03  2026-03-03  2026-09-03 2027-03-03
    2026-03-03  2024-09-04 2024-09-04  2026-03-03  2026-09-03
    2026-03-03  2024-03-03 2024-03-03  2026-03-03  2027-03-03
    2026-03-03  2024-03-04 2024-03-04  2026-03-03  2026-09-03 2027-03-03
    2024-02-29  2015-06-01 2015-06-01  2024-03-01  2025-02-28
    2026-03-03  2023-01-01 2025-12-31  2026-03-03  2026-09-03 2027-03-03
    2026-03-03  -          -           2026-03-03  2026-09-03 2027-03-03
    2026-03-03  2009-03-03 2009-03-03  2026-03-03  none
    2026-03-03  2009-03-04 2009-03-04  2026-03-03  2027-03-03
    2026-03-03  2008-03-01 2008-03-01  2026-03-03  none
    2026-03-03  2006-01-01 2010-12-31  2026-03-03  2027-03-03
    2020-01-01  2005-01-01 2005-01-01  2022-12-31  2021-01-01
    2020-01-01  2005-01-01 2005-01-01  2023-01-01  none
"""
ROWS = [line.split() for line in REPORTS.strip().splitlines()]


def day(told: str) -> date | None:
    return None if told == "-" else date.fromisoformat(told)


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_report_due_is_what_the_table_says(row):
    last, first, latest, today, *due = row
    expected = [] if due == ["none"] else [day(one) for one in due]
    assert report_due(day(last), (day(first), day(latest)), LAW, day(today)) == expected


def test_report_due_follows_the_durations_of_the_house():
    shorter = Terms(
        {"child-report": [{"amount": 6, "unit": "months", "since": "2026-01-01", "source": "nous"}]}
    )
    born = (date(2015, 1, 1),) * 2
    found = [report_due(date(year, 3, 3), born, shorter, date(2026, 3, 3)) for year in (2025, 2026)]
    assert found == [[date(2026, 3, 3)], [date(2026, 9, 3)]]


AGES = """
    2024-03-03 2024-03-03  2026-03-02  infant
    2024-03-03 2024-03-03  2026-03-03  child
    2024-02-29 2024-02-29  2026-02-28  infant
    2024-02-29 2024-02-29  2026-03-01  child
    2008-02-29 2008-02-29  2026-02-28  child
    2008-02-29 2008-02-29  2026-03-01  young
    2005-03-03 2005-03-03  2026-03-02  young
    2005-03-03 2005-03-03  2026-03-03  older
    2006-01-01 2010-12-31  2026-03-03  child young
    -          -           2026-03-03
"""


@pytest.mark.parametrize("line", AGES.strip().splitlines(), ids=str.split)
def test_ages_are_all_that_a_birth_allows(line):
    first, latest, today, *found = line.split()
    assert ages((day(first), day(latest)), day(today)) == set(found)


def test_is_minor_says_when_it_is_not_sure():
    today = date(2026, 3, 3)
    births = [(2015, 2015), (1990, 1990), (2006, 2010)]
    found = [is_minor((date(a, 1, 1), date(b, 12, 31)), today) for a, b in births]
    assert [*found, is_minor((None, None), today)] == [True, False, None, None]


def test_birthday_of_a_leap_day():
    born = date(2024, 2, 29)
    assert [birthday(born, age) for age in (2, 4)] == [date(2026, 3, 1), date(2028, 2, 29)]
