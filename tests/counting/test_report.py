"""The report of the house: a finished year, small counts hidden, and nobody finds them back."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.counting import report as reports
from dossier.counting import rules
from dossier.counting.activity import text
from dossier.counting.figures import count
from dossier.counting.report import NotFinished, as_data, house_report
from dossier.counting.rules import Stayed
from dossier.counting.sources import TABLES, Facts, Somebody
from dossier.counting.suppression import is_small
from dossier.meetings.actions import call_meeting
from dossier.meetings.councils import declare_council
from dossier.persons.actions import note_stay
from tests.conftest import make_notebook, make_writing
from tests.counting.attacker import may_be
from tests.counting.test_figures import make_person

D = date.fromisoformat
TODAY = D("2026-11-25")
DAYS = st.dates(D("2022-06-01"), D("2026-03-01"))


@pytest.mark.parametrize("year", [2026, 2027, 1899, 0, -5, 10_000])
def test_a_year_that_is_not_over_is_not_counted(cast, year):
    with pytest.raises(NotFinished):
        house_report(year, TODAY)


def test_the_last_day_of_a_year_is_waited_for(cast):
    with pytest.raises(NotFinished):
        house_report(2025, D("2025-12-31"))
    assert house_report(2025, D("2026-01-01")).year == 2025


def test_all_dossiers_of_the_house_are_in_it(cast):
    """Samira's and maud's, whoever asks; archived dossiers have lost their grants, not more."""
    for place in range(6):
        make_person(cast, f"N{place}", "2025-01-01 ? Foyer")
        one = make_notebook(cast.maud, f"M{place}", cast.savs).dossier
        note_stay(by=cast.maud, dossier=one, from_on=D("2025-01-01"), service="SAVS")
        one.notebook.team_grants.all().delete()
        one.notebook.worker_grants.all().delete()
    shown = {row["key"]: row["value"] for one in as_data(house_report(2025, TODAY))["figures"]
             for row in one["rows"]}  # fmt: skip
    assert shown["presence.all"] == 12
    assert shown["places.at:SAVS"] == 6


def test_a_small_count_is_null_with_its_reason(cast):
    for place in range(3):
        make_person(cast, f"N{place}", "2025-01-01 ? Foyer")
    data = as_data(house_report(2025, TODAY))
    rows = [row for one in data["figures"] if one["protected"] for row in one["rows"]]
    assert [row for row in rows if is_small(row["value"] or 0)] == []
    hidden = [row for row in rows if row["value"] is None]
    assert hidden
    assert all(row["reason"] == reports.REASON for row in hidden)
    assert all("reason" not in row for row in rows if row["value"] is not None)


@st.composite
def houses(draw) -> Facts:
    """Draw a house: a dozen persons, their stays and birth."""
    persons = {}
    for pk in range(draw(st.integers(0, 14))):
        stays = []
        for _ in range(draw(st.integers(1, 2))):
            first, last = draw(DAYS), draw(st.none() | DAYS)
            first, last = (last, first) if last and last < first else (first, last)
            place = ("", draw(st.sampled_from(["", "Foyer", "Studios"])))
            stays.append(Stayed(draw(st.sampled_from([first, first, None])), last, place))
        born = draw(st.sampled_from([None, D("1960-01-01"), D("1990-01-01"), D("2010-01-01")]))
        persons[pk] = Somebody(born, born, stays)
    return Facts(persons, {}, {}, [], [], [], [])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(found=houses())
def test_the_reports_of_two_years_together_give_nothing_back(found, db):
    """All the tables of both years, as one system: persons by age, service, way in and out."""
    by_year = {
        year: tuple(count(found, rules.year(year), TODAY, shared=5)) for year in (2023, 2024, 2025)
    }
    hidden = reports._hidden(by_year)
    counts, sums = {}, []
    for year, told in by_year.items():
        counts |= reports._counts(year, told)
        sums += reports._sums(year, told)
        alone = reports._hidden({one: by_year[one] for one in by_year if one <= year})
        mine = reports._counts(year, told).keys()
        assert mine & alone == mine & hidden  # the report of a year stays what it was
    small = {cell for cell, one in counts.items() if is_small(one)}
    assert small <= hidden
    table = reports.Table(counts, tuple(sums))
    few = dict(list(dict.fromkeys([*sorted(small), *sorted(hidden)], 0).items())[:12])
    seen = may_be(table, hidden, only=few)
    assert [cell for cell in few if len(seen[cell]) < 2] == []
    assert [cell for cell in few if cell in small and max(seen[cell]) < 5] == []


@pytest.mark.usefixtures("db")
def test_each_year_hidden_by_itself_is_broken_by_the_next():
    """The control: three left in 2024, which the number at the beginning of 2025 gives back."""
    stays = [("2020-01-01", None)] * 10 + [("2024-05-01", None)] * 7
    stays += [("2024-05-01", "2024-09-01")] * 3
    people = [
        Somebody(stays=[Stayed(D(first), D(last) if last else None)]) for first, last in stays
    ]
    found = Facts(dict(enumerate(people)), {}, {}, [], [], [], [])
    by_year = {year: tuple(count(found, rules.year(year), TODAY)) for year in (2024, 2025)}
    alone = set()
    for year, told in by_year.items():
        alone |= reports._hidden({year: told})
        if year == 2025:
            alone -= {"2024:end.yes"}
    counts, sums = {}, []
    for year, told in by_year.items():
        counts |= reports._counts(year, told)
        sums += reports._sums(year, told)
    table = reports.Table(counts, tuple(sums))
    assert may_be(table, alone, only=["2024:end.no"]) == {"2024:end.no": {3}}
    hidden = reports._hidden(by_year)
    assert len(may_be(table, hidden, only=["2024:end.no"])["2024:end.no"]) > 1


# The command.


def said(*args: str) -> str:
    """Return what the command says."""
    out = io.StringIO()
    call_command("count", *args, stdout=out)
    return out.getvalue()


def test_count_says_figures_with_their_method(cast):
    for place in range(7):
        make_person(cast, f"N{place}", "2025-01-01 ? Foyer")
    told = said("2025")
    assert "en tout : 7" in told
    assert "Une naissance approximative" in told
    assert "N1" not in told


def test_count_as_json_has_the_shape_that_is_documented(cast):
    data = json.loads(said("2025", "--json"))
    assert set(data) == {"format", "house", "year", "scope", "smallest_shown", "figures"}
    assert (data["format"], data["year"], data["smallest_shown"]) == ("dossier-figures-1", 2025, 5)
    for one in data["figures"]:
        assert set(one) == {
            "key", "title", "counted_from", "method", "limits", "adds_up_to", "protected", "rows",
            "words",
        }  # fmt: skip
        assert all(one[name] for name in ("title", "counted_from", "method", "limits"))


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_dry_run_says_where_it_would_look_and_no_figure(cast, more):
    for place in range(7):
        make_person(cast, f"N{place}", "2025-01-01 ? Foyer")
    told = said("2025", "--dry-run", *more)
    assert "dossier_stay" in told
    assert "7" not in told.replace("2025", "")
    if more:
        tables = {table for one in json.loads(told)["figures"] for table in one["tables"]}
        assert tables == {model._meta.db_table for model in TABLES.values()}


@pytest.mark.parametrize("more", [[], ["--json"], ["--dry-run"]])
def test_count_refuses_a_year_that_is_not_over(cast, more):
    with pytest.raises(CommandError) as refused:
        said(str(timezone.localdate().year), *more)
    assert refused.value.returncode == 1
    with pytest.raises(CommandError):
        said("jamais", *more)


# The activity report.


def test_the_activity_report_tells_titles_that_its_reader_reads(cast):
    declare_council(by=cast.samira, notebook=cast.etage)
    call_meeting(by=cast.samira, notebook=cast.etage, on=D("2025-03-03"), title="Les draps")
    savs = make_notebook(cast.maud, "Atelier soudure", cast.savs, collective=True)
    call_meeting(by=cast.maud, notebook=savs, on=D("2025-03-03"), title="Le poste")
    make_writing(cast.samira, cast.amina, "Un mot.")
    made = house_report(2025, TODAY)
    hers, theirs = text(made, by=cast.samira), text(made, by=cast.maud)
    assert "**Le premier étage**" in hers
    assert "- 03/03/2025 : Les draps" in hers
    assert "soudure" not in hers
    assert "Amina" not in hers
    assert "- Atelier soudure" in theirs
    assert "premier étage" not in theirs
