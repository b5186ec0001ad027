"""How long a dossier is kept, in dated examples."""

from datetime import date

import pytest

from dossier.retention import rules
from dossier.rights.terms import Terms

TERMS = Terms({})
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("stays", "last", "contact"),
    [
        ([], None, None),
        ([], date(2020, 2, 29), date(2020, 2, 29)),
        ([(date(2010, 1, 1), date(2012, 6, 30))], date(2011, 1, 1), date(2012, 6, 30)),
        ([(date(2010, 1, 1), date(2012, 6, 30))], date(2013, 1, 1), date(2013, 1, 1)),
        # She came back: the last of them counts, in whatever order.
        ([(None, date(2019, 5, 1)), (None, date(2012, 6, 30))], None, date(2019, 5, 1)),
        # One goes on: never.
        ([(date(2010, 1, 1), None)], date(2013, 1, 1), None),
        ([(None, date(2012, 1, 1)), (date(2026, 1, 1), date(2026, 11, 25))], None, None),
        ([(None, date(2027, 1, 1))], date(2013, 1, 1), None),
    ],
)
def test_last_contact(stays, last, contact):
    assert rules.last_contact(stays, last, TODAY) == contact


@pytest.mark.parametrize(
    ("contact", "until"),
    [
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2022, 2, 28), date(2024, 2, 28)),
        (date(2016, 6, 30), date(2018, 6, 30)),
    ],
)
def test_two_years_after_the_last_contact(contact, until):
    assert rules.leaves_use_on(contact, TERMS) == until


def test_the_house_may_change_how_long():
    longer = {"active": [{"amount": 3, "unit": "years", "since": "2020-01-01", "source": "ici"}]}
    assert rules.leaves_use_on(date(2021, 1, 1), Terms(longer)) == date(2024, 1, 1)
    assert rules.leaves_use_on(date(2019, 1, 1), Terms(longer)) == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("contact", "born", "found"),
    [
        (date(2016, 6, 30), None, {"general": date(2023, 6, 30)}),
        (date(2016, 6, 30), date(1989, 3, 12), {"general": date(2023, 6, 30)}),
        # Of age on the very day of the last contact: no longer a minor.
        (date(2016, 6, 30), date(1998, 6, 30), {"general": date(2023, 6, 30)}),
        (
            date(2016, 6, 30),
            date(1998, 7, 1),
            {
                "general": date(2023, 6, 30),
                "minor": date(2026, 7, 1),
                "violence": date(2036, 7, 1),
            },
        ),
        (
            date(2016, 2, 29),
            date(2004, 2, 29),
            {
                "general": date(2023, 2, 28),
                "minor": date(2032, 2, 28),
                "violence": date(2042, 2, 28),
            },
        ),
    ],
)
def test_both_readings_are_told_and_the_longest_proposed(contact, born, found):
    told = rules.readings(contact, born, TERMS)
    assert {one.key: one.until for one in told} == found
    assert rules.proposed_until(told) == max(found.values())
    assert all("(" in one.sentence.words for one in told)


@pytest.mark.parametrize(
    ("until", "hold", "may"),
    [
        (date(2026, 11, 24), "", True),
        (date(2026, 11, 25), "", False),
        (date(2020, 1, 1), "un procès", False),
        (date(2020, 1, 1), "  ", True),
    ],
)
def test_elimination_may_be_proposed_after_the_last_day_unless_held(until, hold, may):
    assert rules.may_be_proposed(until, hold, TODAY) is may


@pytest.mark.parametrize("is_public", [True, False])
def test_each_sentence_of_the_law_has_its_source(is_public):
    told = [one.words for one in rules.law(has_public_mission=is_public)]
    assert all("(" in words for words in told)
    assert any("L211-4" in words for words in told)
    assert any("L212-2" in words for words in told) is is_public
