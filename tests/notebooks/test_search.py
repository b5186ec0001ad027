"""Searching in French: what is found, what is not, and that nothing leaks."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone

from dossier.notebooks import actions
from dossier.notebooks.models import Writing
from dossier.notebooks.search import PAGE, period, search
from tests.conftest import make_notebook, make_team, make_worker, make_writing

CASES = tomllib.loads((Path(__file__).parent / "search_cases.toml").read_text(encoding="utf-8"))
VOICES = {"pro": "worker", "personne": "person", "proche": "relative"}
ZONE = ZoneInfo("Europe/Paris")


@pytest.fixture(scope="module")
def corpus(django_db_setup, django_db_blocker):
    """Write the whole test set once for the module; taken away at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        team = make_team("Équipe de recherche")
        worker = make_worker("chercheuse", team)
        titles = sorted({entry["cahier"] for entry in CASES["ecrit"]})
        notebooks = {title: make_notebook(worker, title, team) for title in titles}
        written = {}
        for entry in CASES["ecrit"]:
            at = datetime.fromisoformat(entry["date"]).replace(tzinfo=ZONE)
            written[entry["id"]] = make_writing(
                worker,
                notebooks[entry["cahier"]],
                entry["texte"],
                voice=VOICES[entry["voix"]],
                at=at,
            )
        yield worker, notebooks, {writing.pk: slug for slug, writing in written.items()}
        transaction.set_rollback(True)


@pytest.mark.parametrize("case", CASES["cas"], ids=lambda case: case["q"][:40] or "empty")
def test_search_finds_exactly_what_one_expects(corpus, case, django_db_blocker):
    worker, notebooks, slugs = corpus
    since, before = period(
        since=date.fromisoformat(case["depuis"]) if "depuis" in case else None,
        until=date.fromisoformat(case["jusque"]) if "jusque" in case else None,
        zone=ZONE,
    )
    with django_db_blocker.unblock():
        found, wide = set(), None
        while True:
            results = search(
                case["q"],
                by=worker,
                notebook=notebooks[case["cahier"]] if "cahier" in case else None,
                since=since,
                before=before,
                voice=VOICES.get(case.get("voix", ""), ""),
                wide=wide,
            )
            found |= {slugs[hit.writing.pk] for hit in results.hits}
            if results.before is None:
                break
            before, wide = results.before, results.wide
    assert found == set(case["attendu"]), case["pourquoi"]


def test_search_leaves_out_what_one_may_not_read(cast):
    make_writing(cast.maud, cast.didier, "Une fugue que le foyer ne doit pas lire.")
    make_writing(cast.samira, cast.amina, "Une fugue au jardin.")
    assert [hit.writing.notebook for hit in search("fugue", by=cast.samira).hits] == [cast.amina]
    assert search("fugue", by=cast.samira, notebook=cast.didier).hits == []
    assert search("fugue", by=cast.yann).hits == []
    assert search("fugue", by=cast.gilles).hits == []


def test_search_pages_newest_first_without_gap_or_repeat(cast):
    written = [
        make_writing(cast.samira, cast.amina, f"Le repas numéro {number}.").pk
        for number in range(PAGE * 2 + 5)
    ]
    found, before, wide = [], None, None
    while True:
        page = search("repas", by=cast.samira, before=before, wide=wide)
        found += [hit.writing.pk for hit in page.hits]
        before, wide = page.before, page.wide
        if before is None:
            break
    assert found == written[::-1]


def test_search_follows_a_correction(cast):
    writing = make_writing(cast.samira, cast.amina, "Le vélo est rouge.")
    actions.correct(
        by=cast.samira,
        writing=writing,
        version=1,
        content=actions.Content(text="La trottinette est rouge.", heading="Sorties"),
    )
    assert search("vélo", by=cast.samira).hits == []
    assert len(search("trottinettes", by=cast.samira).hits) == 1
    assert len(search("sortie rouge", by=cast.samira).hits) == 1


def test_search_marks_the_words_found_in_their_context(cast):
    make_writing(cast.samira, cast.amina, "Avant. " * 80 + "Elle a FUGUÉ hier." + " Après." * 90)
    (hit,) = search("fugue", by=cast.samira).hits
    assert [text for text, found in hit.context if found] == ["FUGUÉ"]
    assert len("".join(text for text, _ in hit.context)) < 400
    assert Writing.objects.get().signed_at <= timezone.now()


def test_a_title_is_found_without_its_mark(cast):
    make_writing(cast.samira, cast.amina, "# Pouvoir appeler la nuit\n\nOn en parle.")
    for asked in ("nuit", "parle"):
        (hit,) = search(asked, by=cast.samira).hits
        told = "".join(text for text, _ in hit.context)
        assert told.startswith("Pouvoir appeler la nuit")
