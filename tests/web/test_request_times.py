"""By when a request that waits is to be answered: dated tables."""

from datetime import date

import pytest

from dossier.reading.request_rules import times
from dossier.rights.terms import Terms
from dossier.web.awaits.request_times import due

# What is asked, about what, when, when more time was said; the days.
TIMES = """
    read     -                  2026-01-31  -           2026-02-28
    read     -                  2024-01-31  -           2024-02-29
    correct  -                  2026-03-03  -           2026-04-03
    read     -                  2026-01-31  2026-02-28  2026-04-30
    read     -                  2026-01-31  2026-03-01  2026-02-28
    read     health             2026-03-03  -           2026-03-11 2026-04-03
    read     old-health         2026-03-03  -           2026-04-03 2026-05-03
    read     health,old-health  2026-03-03  -           2026-03-11 2026-04-03 2026-05-03
    correct  health             2026-03-03  -           2026-04-03
    take-away health            2026-12-30  -           2027-01-07 2027-01-30
"""


@pytest.mark.parametrize("line", TIMES.strip().splitlines(), ids=str.strip)
def test_due_days_are_what_the_table_says(line):
    sort, matters, asked, extended, *days = line.split()
    more = None if extended == "-" else date.fromisoformat(extended)
    found = times(sort, matters.split(","), date.fromisoformat(asked), Terms({}), more)
    assert [one.due.isoformat() for one in found] == days


def test_due_says_the_nearest_day_and_the_rest():
    days = [date(2026, 3, 11), date(2026, 4, 3)]
    told = [
        due(7, "lire", days, date(2026, 3, 3), date(2026, *on)) for on in ((3, 11), (3, 12), (4, 4))
    ]
    assert [one.due_on for one in told] == [days[0], days[1], days[1]]
    assert ["pour la santé" in one.words for one in told] == [True, False, False]
    assert "on peut encore le faire" in told[2].words
