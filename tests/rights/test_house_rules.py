"""The texts of the house: missing, to be revised, without the council's opinion."""

from datetime import date

import pytest

from dossier.rights.house_rules import HOUSE_TEXTS, house_texts
from dossier.rights.terms import Terms

LAW = Terms({})
ALL = dict.fromkeys(HOUSE_TEXTS, (date(2025, 1, 1), True))

# The day an edition is in force from; today; what is said of it.
REVISED = """
    2025-01-01  2026-03-03  -
    2021-05-04  2026-03-03  -
    2021-05-03  2026-03-03  serait  2026-05-03
    2021-03-03  2026-03-03  serait  2026-03-03
    2021-03-02  2026-03-03  devait  2026-03-02
    2020-02-29  2025-03-01  devait  2025-02-28
"""


@pytest.mark.parametrize("sort", ["rules", "establishment"])
@pytest.mark.parametrize("line", REVISED.strip().splitlines(), ids=str.strip)
def test_house_texts_are_revised_within_five_years(sort, line):
    since, today, said, *due = line.split()
    held = ALL | {sort: (date.fromisoformat(since), True)}
    held |= {other: (date.fromisoformat(today), True) for other in ("rules", "establishment")
             if other != sort}  # fmt: skip
    found = house_texts(held, today=date.fromisoformat(today), terms=LAW)
    assert [str(one.due_on) for one in found] == due
    assert all(said in one.words for one in found)


def test_what_is_missing_and_what_has_no_opinion_is_said():
    held = ALL | {"rules": (date(2025, 1, 1), False)}
    del held["charter"]
    found = house_texts(held, today=date(2026, 3, 3), terms=LAW)
    assert [one.words for one in found] == [
        "La charte des droits et libertés n’est pas encore ici.",
        "L’avis {conseil.du} sur le règlement de fonctionnement n’est pas noté.",
    ]


def test_the_house_may_revise_sooner():
    own = Terms({"rules": [{"amount": 3, "unit": "years", "since": "2021-01-01", "source": "CA"}]})
    held = ALL | {"rules": (date(2023, 3, 3), True)}
    (one,) = house_texts(held, today=date(2026, 3, 3), terms=own)
    assert one.due_on == date(2026, 3, 3)
