"""Figures of a period, from what is written anyway; nobody who works here is counted."""

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossier.collectives.actions import join
from dossier.counting import rules, sources
from dossier.counting.figures import count, figures
from dossier.establishment.actions import change_word
from dossier.establishment.house import reading_once
from dossier.establishment.words import Word
from dossier.meetings.actions import call_meeting
from dossier.meetings.councils import declare_council
from dossier.notebooks.models import Notebook
from dossier.persons.actions import note_stay, open_dossier
from dossier.projects.actions import open_project
from dossier.reading.models import Reply, Request
from dossier.rights.models import Contract, Edition, Giving, HouseText
from tests.conftest import make_writing

D = date.fromisoformat
TODAY, YEAR = D("2026-11-25"), rules.year(2025)


def cells(found) -> dict[str, int]:
    """Return the counts of figures by cell, less those that are none."""
    return {line.cell: line.count for one in found for line in one.lines if line.count}


def make_person(cast, called, *stays, birth=""):
    """Open a dossier of samira's with stays told as "2025-01-01 2025-03-01 Foyer"."""
    dossier = open_dossier(by=cast.samira, called=called, birth=birth, teams=[cast.foyer])
    for told in stays:
        first, last, *place = told.split(" ", 2)
        first, last = (None if one == "?" else D(one) for one in (first, last))
        team = cast.foyer if place == ["Foyer"] else None
        service = "" if team or not place else place[0]
        note_stay(by=cast.samira, dossier=dossier, team=team, service=service,
                  from_on=first, until_on=last)  # fmt: skip
    return dossier


def seen_by(cast):
    """Return the figures of what samira reads, for 2025."""
    return figures(Notebook.objects.visible_to(cast.samira), YEAR, TODAY)


def test_persons_are_counted_once_each_and_unknown_is_counted(cast):
    make_person(cast, "Ada", "2024-01-01 ? Foyer", birth="12/03/1989")
    make_person(cast, "Bo", "2025-02-01 2025-03-15 Foyer", "2025-05-01 ? Studios", birth="1950")
    make_person(cast, "Chloé", "2024-05-01 2025-06-01", birth="vers 1950")
    make_person(cast, "Dov", "? ?")
    make_person(cast, "Eli", "? 2025-06-01 Foyer")
    make_person(cast, "Fay", "2026-01-01 ? Foyer")
    assert cells(seen_by(cast)) == {
        "presence.all": 4, "presence.maybe": 1,
        "beginning.yes": 2, "beginning.no": 1, "beginning.unknown": 1,
        "end.yes": 2, "end.no": 2,
        "places.at:Foyer": 2, "places.several": 1, "places.unknown": 1,
        "places-end.at:Foyer": 1, "places-end.at:Studios": 1,
        "ages.25": 1, "ages.75": 1, "lengths.2y": 1, "lengths.unknown": 1,
        "named.no": 4, "projects.none": 4, "contracts.none": 4,
        "welcome.no": 1, "rules.no": 1, "charter.no": 1,
    }  # fmt: skip


def test_every_figure_adds_up_to_what_it_is_a_part_of(cast):
    for place in range(12):
        make_person(cast, f"N{place}", f"202{3 + place % 3}-0{1 + place % 9}-01 ?")
    found = seen_by(cast)
    counts = {line.cell: line.count for one in found for line in one.lines}
    for one in found:
        if one.base:
            parts = [line.count for line in one.lines if line.cell != one.base]
            assert sum(parts) == counts[one.base], one.key


def test_what_was_written_given_asked_and_held_is_counted(cast):
    ada = make_person(cast, "Ada", "2025-01-15 ? Foyer")
    bo = make_person(cast, "Bo", "2025-01-15 ? Foyer")
    at = datetime(2025, 3, 1, 12, tzinfo=UTC)
    make_writing(cast.samira, cast.etage, "@Ada a chanté.", occurred_on=D("2025-03-01"))
    make_writing(cast.samira, cast.etage, "@Bo aussi, plus tard.", occurred_on=D("2026-03-01"))
    sea = open_project(by=cast.samira, title="La mer", teams=[cast.foyer])
    for one in (ada, bo):
        join(by=cast.samira, notebook=sea.notebook, person=one.person, from_on=D("2025-02-01"))
    make_writing(
        cast.samira, sea.notebook, "Où en est-on ?", heading="Bilan", occurred_on=D("2025-09-01")
    )
    noted = {"noted_by": cast.samira, "noted_at": at}
    contract = Contract.objects.create(dossier=ada, sort="stay", by=cast.samira, at=at)
    for on, answer in (
        ("2025-01-20", "given"),
        ("2025-02-10", "refused"),
        ("2026-01-01", "signed"),
    ):
        Giving.objects.create(dossier=ada, contract=contract, answer=answer, on=D(on), **noted)
    Giving.objects.create(dossier=ada, contract=contract, answer="signed", on=D("2025-03-01"),
                          is_mistaken=True, **noted)  # fmt: skip
    text = HouseText.objects.create(sort="welcome", title="Bienvenue")
    for number, on in ((1, "2024-01-01"), (2, "2025-06-01"), (3, "2026-06-01")):
        edition = Edition.objects.create(
            house_text=text, number=number, in_force_on=D(on), by=cast.samira, at=at
        )
    Giving.objects.create(dossier=bo, edition=edition, on=D("2025-01-16"), **noted)
    for on, replied in (
        ("2025-02-01", "2025-02-20"),
        ("2025-02-01", "2025-09-01"),
        ("2024-01-01", ""),
    ):
        asked = Request.objects.create(dossier=ada, sort="read", asked_on=D(on), **noted)
        if replied:
            Reply.objects.create(request=asked, answer="granted", on=D(replied), **noted)
    declare_council(by=cast.samira, notebook=cast.etage)
    for on in ("2025-04-01", "2025-10-01", "2026-01-01"):
        call_meeting(by=cast.samira, notebook=cast.etage, on=D(on))
    found = seen_by(cast)
    told = cells(found)
    expected = {
        "presence.all": 2, "named.yes": 1, "named.no": 1, "projects.reviewed": 2,
        "contracts.refused": 1, "contracts.none": 1, "welcome.yes": 1, "welcome.no": 1,
        "requests.all": 2, "requests.in-time": 1, "requests.later": 1, "meetings.council": 2,
    }  # fmt: skip
    assert {key: told.get(key) for key in expected} == expected
    words = next(one.words for one in found if one.key == "texts")
    assert words == ("Bienvenue : édition 2, en vigueur depuis le 01/06/2025",)


def test_a_service_that_few_share_is_not_named_in_what_leaves(cast):
    for place in range(5):
        make_person(cast, f"N{place}", "2025-01-01 ? Atelier")
    make_person(cast, "Ada", "2025-01-01 ? chez Madame Dupont")
    found = count(sources.facts(sources.whole_house()), YEAR, TODAY, shared=5)
    assert "Dupont" not in str(found)
    assert cells(found)["places.elsewhere"] == 1
    assert cells(found)["places.at:Atelier"] == 5
    assert "Dupont" in str(seen_by(cast))


def test_a_service_called_like_a_class_is_not_mixed_with_it(cast):
    make_person(cast, "Ada", "2025-01-01 ? several")
    make_person(cast, "Bo", "2025-01-01 ? {cahier}")
    lines = {line.cell: line.label for one in seen_by(cast) for line in one.lines}
    assert lines["places.at:several"] == "several"
    assert lines["places.at:{cahier}"] == "{cahier}"
    assert "places.several" not in cells(seen_by(cast))


def test_figures_are_said_with_the_words_of_the_house(cast):
    change_word(by=cast.samira, key="accompagnement", word=Word("suivi"))
    assert "suivi" in seen_by(cast)[0].called


# What one reads changes one's figures; what one may not read changes nothing.


def test_what_one_may_not_read_changes_nothing(cast):
    make_person(cast, "Ada", "2025-01-01 ? Foyer")
    before = seen_by(cast)
    note_stay(by=cast.maud, dossier=cast.didier.dossier, from_on=D("2025-01-01"), service="SAVS")
    make_writing(cast.maud, cast.didier, "Un mot.", occurred_on=D("2025-03-01"))
    roof = open_project(by=cast.maud, title="Un toit", teams=[cast.savs])
    join(by=cast.maud, notebook=roof.notebook, person=cast.didier.dossier.person)
    call_meeting(by=cast.maud, notebook=roof.notebook, on=D("2025-04-01"))
    assert seen_by(cast) == before
    assert cells(figures(Notebook.objects.visible_to(cast.maud), YEAR, TODAY)) != {}


def test_who_reads_nothing_has_empty_figures(cast):
    make_person(cast, "Ada", "2025-01-01 ? Foyer")
    assert cells(figures(Notebook.objects.visible_to(cast.yann), YEAR, TODAY)) == {}


@pytest.mark.parametrize("many", [1, 30])
def test_queries_do_not_depend_on_how_many_there_are(cast, many):
    for place in range(many):
        one = make_person(cast, f"N{place}", "2025-01-01 ? Foyer")
        make_writing(cast.samira, cast.etage, f"@N{place}", occurred_on=D("2025-03-01"))
        sea = open_project(by=cast.samira, title=f"P{place}", teams=[cast.foyer])
        join(by=cast.samira, notebook=sea.notebook, person=one.person)
    with reading_once(), CaptureQueriesContext(connection) as queries:
        seen_by(cast)
    assert len(queries) == 16
    assert_nobody_at_work(queries)


# Nobody who works here is counted.

AT_WORK = re.compile(r"\b(?:author|worker|by|noted_by|given_by|closed_by|user|login)(?:_id)?\b")
FILES = sorted((Path(__file__).resolve().parents[2] / "dossier" / "counting").glob("*.py"))
GRANTED = re.compile(r"SELECT g\.content_object_id.*?AND \(g\.until IS NULL OR g\.until > [^)]*\)",
                     re.DOTALL)  # fmt: skip


def assert_nobody_at_work(queries) -> None:
    """Check that no question asks for, groups by or sorts on who works here."""
    for one in queries:
        bare = GRANTED.sub("", one["sql"])
        asked = bare.split(" FROM ")[0] + " ".join(re.findall(r"(?:GROUP|ORDER) BY.*", bare))
        asked = re.sub(r"(?:GROUP|ORDER) BY", " ", asked)
        assert AT_WORK.findall(asked.replace('"', " ")) == [], one["sql"]


def strings_of_queries(source: str) -> list[str]:
    """Return what the calls of a module name: words of questions, and fields by keyword."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            found += [one.value for one in node.args if isinstance(one, ast.Constant)]
            found += [one.arg for one in node.keywords if one.arg]
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            found += [one.value for one in node.value.elts if isinstance(one, ast.Constant)]
        if isinstance(node, ast.Attribute):
            found.append(node.attr)
    return [part for one in found if isinstance(one, str) for part in one.split("__")]


# `by` says for whom titles are read (`visible_to`), never who did something.
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_question_is_about_who_works_here(path):
    refused = {"author", "author_id", "worker", "worker_id", "noted_by", "given_by", "made_by"}
    refused |= {"by_id", "noted_by_id", "user", "groups", "login", "correctable_by"}
    assert refused & set(strings_of_queries(path.read_text(encoding="utf-8"))) == set()
    if path.name in {"sources.py", "figures.py", "report.py"}:
        assert "by" not in strings_of_queries(path.read_text(encoding="utf-8"))


def test_a_question_about_who_works_here_is_seen():
    assert "author" in strings_of_queries('Writing.objects.values("author__name")')
    with pytest.raises(AssertionError):
        assert_nobody_at_work([{"sql": 'SELECT "w"."author_id", COUNT(*) FROM "w"'}])
    with pytest.raises(AssertionError):
        assert_nobody_at_work([{"sql": 'SELECT COUNT(*) FROM "w" GROUP BY "w"."noted_by_id"'}])
