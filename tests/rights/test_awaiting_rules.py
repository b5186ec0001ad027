"""What the law awaits for somebody, as dated tables: arrivals, returns, refusals, month ends."""

from datetime import date

import pytest

from dossier.rights.admission_rules import Admission, admission
from dossier.rights.awaiting_rules import KEYS, awaiting
from dossier.rights.due import Drawn, Facts, Given, Looked, is_soon
from dossier.rights.terms import Terms

LAW = Terms({})
TEXTS = ("welcome", "charter", "rules")
GROWN, CHILD = (date(1990, 1, 1),) * 2, (date(2015, 1, 1),) * 2


def day(told: str) -> date | None:
    return None if told in {"-", "?"} else date.fromisoformat(told)


# Stays (from/until, "?" for a day nobody noted), today: from which day, after which, and how sure.
STAYS = """
    2026-03-03/?                        2026-03-03  2026-03-03 -           sure
    2026-03-03/2026-06-30               2026-06-30  2026-03-03 -           sure
    2026-03-03/2026-06-30               2026-07-01  gone
    2026-03-03/?                        2026-03-02  gone
    2026-01-01/2026-03-31,2026-03-01/?  2026-05-01  2026-01-01 -           sure
    2026-01-01/2026-03-31,2026-04-01/?  2026-05-01  2026-01-01 -           sure
    2026-01-01/2026-03-31,2026-04-02/?  2026-05-01  2026-04-02 2026-03-31  sure
    2024-01-01/2024-02-29,2024-03-01/?  2024-05-01  2024-01-01 -           sure
    2026-01-01/2026-12-31,2026-02-01/2026-03-01  2026-05-01  2026-01-01 -  sure
    2020-01-01/2020-12-31,2022-01-01/2022-12-31,2026-01-01/?  2026-05-01  2026-01-01 2022-12-31 sure
    ?/?                                 2026-05-01  - -                    sure
    ?/2026-04-30                        2026-05-01  gone
    ?/2026-05-01                        2026-05-01  - -                    sure
    2020-01-01/2020-12-31,?/?           2026-05-01  - 2020-12-31           sure
    2026-01-01/?,?/?                    2026-05-01  2026-01-01 -           unsure
    2026-01-01/?,?/2026-02-01           2026-05-01  2026-01-01 -           unsure
    2026-01-01/?,?/2025-06-30           2026-05-01  2026-01-01 2025-06-30  sure
    2026-01-01/?,2026-06-01/?           2026-05-01  2026-01-01 -           sure
"""


@pytest.mark.parametrize("line", STAYS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_admission_is_what_the_table_says(line):
    stays, today, *expected = line.split()
    rows = [tuple(map(day, one.split("/"))) for one in stays.split(",")]
    found = admission(rows, day(today))
    if expected == ["gone"]:
        assert found is None
    else:
        first, after, sure = expected
        assert found == Admission(day(first), day(after), sure == "unsure")


def test_without_any_stay_only_the_arrival_is_to_say():
    assert admission([], date(2026, 5, 1)) == Admission(is_noted=False)
    found = awaiting(Facts(), today=date(2026, 5, 1), terms=LAW, texts=TEXTS)
    assert [(one.key, one.due_on) for one in found] == [("arrival", None)]


def facts(told: str, born=GROWN) -> Facts:
    """Return facts told shortly: "in 2026-03-03", "stay+signed 2026-03-10" …"""
    stays, given, drawn, trusts, looked, reports = [], [], [], [], [], []
    for one in filter(None, told.split(", ")):
        what, *days = one.split()
        if what == "in":
            stays.append((day(days[0]), day(days[1]) if len(days) > 1 else None))
        elif what in ("proposed", "named", "declined", "revoked"):
            trusts.append((day(days[0]), what))
        elif what == "bilan":
            looked.append(Looked(day(days[0]), "bilan"))
        elif what == "report":
            reports.append(day(days[0]))
        else:
            sort, *answers = what.split("+")
            on = day(days[0])
            if sort in (*TEXTS,):
                given += [Given(on, answer, sort=sort) for answer in answers]
                continue
            pk = len(drawn) + 1
            drawn.append(Drawn(pk, sort, on))
            for answer in answers:
                side = "house" if answer.endswith("!") else "person"
                given.append(Given(on, answer.rstrip("!"), side=side, contract=pk))
    told = map(tuple, (stays, given, drawn, trusts, looked, reports))
    return Facts(*told, born=born)


ALL = "welcome+given {0}, charter+given {0}, rules+given {0}, declined {0}"
DONE = ALL.format("2026-03-03")
# What is noted; today; what is awaited, with its last day.
AWAITED = f"""
    in 2026-03-03 | 2026-03-03 | texts 2026-03-03, contract 2026-03-18, trusted -
    in 2026-03-03, welcome+given 2026-03-01, charter+told 2026-03-03, rules+refused 2026-03-04 | 2026-03-05 | contract 2026-03-18, trusted -
    in 2026-03-03, rules+later 2026-03-03 | 2026-03-05 | texts 2026-03-03, contract 2026-03-18, trusted -
    in 2026-02-14, {DONE} | 2026-03-05 | contract 2026-03-01
    in 2025-03-04 | 2026-03-03 | texts 2025-03-04, contract 2025-03-19, trusted -
    in 2025-03-04 | 2026-03-04 | before 2025-03-04
    in 2024-02-29 | 2025-02-27 | texts 2024-02-29, contract 2024-03-15, trusted -
    in 2024-02-29 | 2025-02-28 | before 2024-02-29
    in 2025-03-04, declined 2025-03-04 | 2026-03-04 | texts 2025-03-04, contract 2025-03-19
    in 2020-01-01 2020-12-31, in 2025-03-04, {ALL.format("2020-01-01")} | 2026-03-04 | before 2025-03-04
    in 2024-02-14, {DONE} | 2024-03-05 | contract 2024-02-29
    in 2026-03-03, {DONE}, stay 2026-03-04 | 2026-03-05 | contract 2026-03-18
    in 2026-01-31, {DONE}, stay+given 2026-02-04 | 2026-02-05 | signature 2026-02-28, amendment 2026-07-31, review 2027-02-04
    in 2024-01-31, {DONE}, stay+given 2024-02-04 | 2024-02-05 | signature 2024-02-29, amendment 2024-07-31, review 2025-02-04
    in 2026-03-03, {DONE}, stay+signed! 2026-03-04 | 2026-03-05 | signature 2026-04-03, amendment 2026-09-03, review 2027-03-04
    in 2026-03-03, {DONE}, stay+signed 2026-03-04 | 2026-03-05 | amendment 2026-09-03, review 2027-03-04
    in 2025-08-31, {DONE}, stay+signed 2025-09-04 | 2026-03-05 | amendment 2026-02-28, review 2026-09-04
    in 2026-03-03, {DONE}, work+given 2026-03-04 | 2026-03-05 | signature 2026-04-03, amendment 2026-09-03, review 2027-03-04
    in 2026-03-03, {DONE}, dipc+given 2026-03-04 | 2026-03-05 | amendment 2026-09-03, review 2027-03-04
    in 2026-03-03, {DONE}, stay+refused 2026-03-04 | 2026-03-05 | dipc -
    in 2026-03-03, {DONE}, stay+given+refused 2026-03-04 | 2026-03-05 | dipc -, amendment 2026-09-03, review 2027-03-04
    in 2026-03-03, {DONE}, stay+refused 2026-03-04, dipc+given 2026-03-06 | 2026-03-07 | amendment 2026-09-03, review 2027-03-06
    in 2026-03-03, {DONE}, work+refused 2026-03-04 | 2026-03-05 |
    in 2026-03-03, {DONE}, dipc+refused 2026-03-04 | 2026-03-05 |
    in 2026-03-03, {DONE}, stay+signed 2026-03-04, amendment+refused 2026-08-01 | 2026-08-02 | review 2027-03-04
    in 2026-03-03, {DONE}, stay+signed 2026-03-04, amendment+given 2026-08-01 | 2026-08-02 | review 2027-08-01
    in 2026-03-03, {DONE}, stay+signed 2026-03-04, amendment 2026-08-01 | 2026-08-02 | amendment 2026-09-03, review 2027-03-04
    in 2024-02-01, {DONE}, stay+signed 2024-02-29, amendment+given 2024-02-29 | 2024-03-05 | review 2025-02-28
    in 2026-03-03, {DONE}, stay+signed 2026-03-04, amendment+given 2026-08-01, bilan 2026-10-10 | 2026-11-02 | review 2027-10-10
    in 2026-03-03, {DONE}, named 2026-03-03, stay+later 2026-03-04 | 2026-03-05 | contract 2026-03-18
    in 2020-01-01 2020-12-31, {ALL.format("2020-01-01")}, stay+signed 2020-01-10 | 2026-03-05 |
    in 2020-01-01 2020-12-31, in 2026-03-03, {ALL.format("2020-01-01")}, stay+signed 2020-01-10 | 2026-03-05 | texts 2026-03-03, contract 2026-03-18, trusted -
    in 2020-01-01 2020-12-31, in 2026-03-03, {DONE}, stay+signed 2026-02-20 | 2026-03-05 | amendment 2026-09-03, review 2027-02-20
    in 2026-01-01 2026-04-30, in 2026-03-03, {DONE}, stay+signed 2026-01-10 | 2026-06-05 | amendment 2026-07-01, review 2027-01-10
    in 2026-05-01, {DONE} | 2026-04-30 |
    in ? | 2026-03-05 | arrival -, texts -, contract -, trusted -
    in ?, {DONE}, stay+given 2026-03-04 | 2026-03-05 | arrival -, signature -, amendment -, review 2027-03-04
    in 2026-03-03, in ?, {DONE}, stay+signed 2026-03-04, amendment+given 2026-03-04 | 2026-03-05 | arrival -, review 2027-03-04
"""  # noqa: E501 - a table
AWAITED_ROWS = [[c.strip() for c in line.split("|")] for line in AWAITED.strip().splitlines()]


def told(found) -> str:
    return ", ".join(f"{one.key} {one.due_on or '-'}" for one in found)


@pytest.mark.parametrize("row", AWAITED_ROWS, ids=lambda row: row[0].replace(DONE, "…"))
def test_awaiting_is_what_the_table_says(row):
    noted, today, expected = row
    found = awaiting(facts(noted), today=day(today), terms=LAW, texts=TEXTS)
    assert told(found) == expected
    assert [one.key for one in found] == [key for key in KEYS if key in {d.key for d in found}]


def test_what_the_house_has_not_cannot_be_given():
    found = awaiting(facts("in 2026-03-03"), today=date(2026, 3, 5), terms=LAW, texts=["charter"])
    assert [one.words for one in found if one.key == "texts"] == [
        "La charte des droits et libertés devait être remise à l’arrivée, le {due} : on peut "
        "encore le faire."
    ]
    found = awaiting(facts("in 2026-03-03"), today=date(2026, 3, 5), terms=LAW, texts=[])
    assert "texts" not in {one.key for one in found}


BACK = "in 2020-01-01 2020-12-31, in 2026-03-03"
TRUSTED = [
    (GROWN, "in 2026-03-03", True),
    (CHILD, "in 2026-03-03", False),
    ((None, None), "in 2026-03-03", True),
    (GROWN, "in 2026-03-03, declined 2026-03-01", False),
    (GROWN, f"{BACK}, named 2020-02-01", True),
    (GROWN, f"{BACK}, named 2020-02-01, proposed 2026-03-04", False),
]


@pytest.mark.parametrize(("born", "noted", "is_due"), TRUSTED, ids=str)
def test_who_is_trusted_is_proposed_to_adults_at_each_admission(born, noted, is_due):
    found = awaiting(facts(noted, born), today=date(2026, 3, 5), terms=LAW, texts=TEXTS)
    (one,) = [one for one in found if one.key == "trusted"] or [None]
    assert bool(one) == is_due
    if one:
        assert ("âge n’est pas sûr" in one.words) == (born == (None, None))
        assert ("{named}" in one.words) == ("named" in noted)


def test_the_durations_of_the_house_hold_from_their_day():
    own = Terms(
        {
            "contract-given": [
                {"amount": 8, "unit": "days", "since": "2026-03-01", "source": "règlement"}
            ]
        }
    )
    found = {
        first: next(
            one.due_on
            for one in awaiting(facts(f"in {first}"), today=day(first), terms=own, texts=())
            if one.key == "contract"
        )
        for first in ("2026-02-28", "2026-03-01")
    }
    assert found == {"2026-02-28": date(2026, 3, 15), "2026-03-01": date(2026, 3, 9)}


CHILDREN = """
    in 2026-03-03 | 2026-03-05 | 2027-03-03 -
    in 2026-03-03, report 2026-06-01 | 2026-06-05 | 2027-06-01 -
    in 2020-01-01 2020-12-31, in 2026-03-03, report 2020-06-01 | 2026-06-05 | 2027-03-03 -
    in ? | 2026-03-05 | - -
"""


@pytest.mark.parametrize("line", CHILDREN.strip().splitlines(), ids=str.strip)
def test_reports_are_awaited_where_children_are_protected(line):
    noted, today, expected = (cell.strip() for cell in line.split("|"))
    more = {"today": day(today), "terms": LAW, "texts": TEXTS}
    found = awaiting(facts(noted, CHILD), protects_children=True, **more)
    (one,) = [one for one in found if one.key == "child-report"]
    assert f"{one.due_on or '-'} {one.days.get('other', '-')}" == expected
    elsewhere = awaiting(facts(noted, CHILD), **more)
    assert "child-report" not in {one.key for one in elsewhere}


def test_no_report_is_awaited_of_an_adult():
    found = awaiting(
        facts("in 2026-03-03"), today=date(2026, 3, 5), terms=LAW, texts=(), protects_children=True
    )
    assert "child-report" not in {one.key for one in found}


def test_two_readings_of_an_approximate_birth_are_both_told():
    born = (date(2023, 1, 1), date(2025, 12, 31))
    found = awaiting(
        facts("in 2026-03-03", born), today=date(2026, 3, 5), terms=LAW, texts=(),
        protects_children=True,
    )  # fmt: skip
    (one,) = [one for one in found if one.key == "child-report"]
    assert one.days == {"due": date(2026, 9, 3), "other": date(2027, 3, 3)}
    assert "{other}" in one.words


def test_what_is_later_than_its_day_is_said_plainly():
    found = awaiting(facts("in 2026-03-03"), today=date(2026, 3, 19), terms=LAW, texts=())
    assert found[0].words == (
        "Le contrat de séjour, ou le document individuel de prise en charge, devait être remis "
        "au plus tard le {due} : on peut encore le faire."
    )


def test_is_soon_two_months_ahead():
    found = awaiting(
        facts(f"in 2026-03-03, {DONE}, stay+signed 2026-03-04"),
        today=date(2026, 7, 3), terms=LAW, texts=TEXTS,
    )  # fmt: skip
    by_key = {one.key: one for one in found}
    soon = [is_soon(by_key["amendment"], date(2026, 7, on)) for on in (2, 3)]
    assert soon == [False, True]
    assert not is_soon(by_key["review"], date(2026, 7, 3))
