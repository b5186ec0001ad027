"""The invented house: it loads whole, twice is once, and nothing in it goes astray."""

import io
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from dossier.demo import cast as files
from dossier.demo.accounts import ACCOUNTS
from dossier.demo.compose import compose
from dossier.demo.grow import RARE, grow
from dossier.demo.load import PASSPHRASE, is_loaded, load
from dossier.establishment.models import Team, Worker
from dossier.notebooks import timeline
from dossier.notebooks.models import Attachment, Mention, Notebook, Outline, Writing
from dossier.notebooks.search import search
from dossier.persons.models import Person

NOW = datetime(2026, 3, 18, 12, 0, tzinfo=ZoneInfo("Europe/Paris"))  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("J-0", date(2026, 3, 18)),
        ("J-18", date(2026, 2, 28)),
        ("S-0 lundi", date(2026, 3, 16)),
        ("S-3 mardi", date(2026, 2, 24)),
        ("S-1 dimanche", date(2026, 3, 15)),
        ("A-0 12-24", date(2025, 12, 24)),
        ("A-0 03-17", date(2026, 3, 17)),
        ("A-0 03-18", date(2025, 3, 18)),
        ("A-1 12-24", date(2024, 12, 24)),
    ],
)
def test_day_of_understands_moving_days(words, day):
    assert files.day_of(words, NOW.date()) == day


def test_day_of_refuses_what_nobody_understands():
    with pytest.raises(ValueError, match="a day nobody understands"):
        files.day_of("mardi", NOW.date())


def test_hand_written_blocks_are_whole_and_past():
    blocks = files.blocks(NOW)
    named = [block.options["id"] for block in blocks if "id" in block.options]
    assert len(blocks) >= 250
    assert all(block.text.strip() and block.at < NOW for block in blocks)
    assert len(named) == len(set(named))
    for block in blocks:
        for option in ("répond", "corrige", "sans-nom"):
            assert block.options.get(option, named[0]) in named
        assert not re.search(r"^(rubrique|tags|voix|texte|sans-nom):", block.text, re.MULTILINE)


@pytest.mark.slow
def test_composed_notes_are_the_same_each_time_and_do_not_repeat():
    house = files.house()
    notes = list(compose(house, count=2400, days=1095))
    assert notes == list(compose(house, count=2400, days=1095))
    assert len({note.text for note in notes}) > 0.97 * len(notes)
    assert len(notes) == 2400
    assert min(note.minutes_ago for note in notes) >= 19 * 24 * 60


@pytest.mark.slow
def test_demo_twice_keeps_what_was_written(db):
    said = []
    for _ in range(2):
        output = io.StringIO()
        call_command("demo", no_serve=True, stdout=output)
        said.append(output.getvalue())
    assert ["était déjà là" in words for words in said] == [False, True]
    assert all("http://localhost:" in words and PASSPHRASE in words for words in said)
    assert is_loaded()


def test_grow_asks_for_a_house_first(db):
    with pytest.raises(CommandError, match="La maison est vide"):
        call_command("grow", writings=10)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the invented house once for these tests; taken away at their end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(lambda step: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def house(loaded, db):
    """Give a test the loaded house; what it changes goes with it."""


def test_the_house_is_as_large_as_it_says(house):
    counts = [model.objects.count() for model in (Team, Worker, Person)]
    assert counts == [4, 14, 46]
    assert Notebook.objects.filter(kind="collective").count() == 9
    assert Writing.objects.count() >= 2500
    assert Mention.objects.count() >= 50


def test_each_account_shown_comes_in_but_who_left(house, settings):
    settings.PASSWORD_HASHERS = ["dossier.accounts.hashing.Argon2"]
    entered = {}
    for login, _ in ACCOUNTS:
        answer = Client().post("/connexion/", {"login": login, "passphrase": PASSPHRASE})
        entered[login] = answer.status_code == 302
    assert entered == {login: login != "gilles" for login, _ in ACCOUNTS}
    yann = Worker.objects.get(login="yann")
    assert not Notebook.objects.visible_to(yann).exists()


def test_what_came_from_outside_is_joined_and_found(house):
    assert Attachment.objects.filter(writing__isnull=False, piece=None).count() == 17
    assert {one.blob.kind for one in Attachment.objects.select_related("blob")} == {
        "image", "sound", "pdf", "office"
    }  # fmt: skip
    samira = Worker.objects.get(login="samira")
    assert Writing.objects.visible_to(samira).filter(notebook__kind="bricabrac").count() >= 4
    corinne = Attachment.objects.get(name__startswith="scan_mairie").author
    assert search("trois chansons", by=corinne).hits
    assert Outline.objects.of(samira).count() == 6


def test_two_years_deep_is_one_search_away(house):
    samira = Worker.objects.get(login="samira")
    hits = search("merles moqueurs", by=samira).hits
    assert hits
    assert all("merle" in hit.writing.text.lower() for hit in hits)


def test_grow_composes_what_is_missing_and_a_rare_word(house):
    told, before = [], Writing.objects.count()
    assert grow(before + 50, advance=told.append) == 50
    assert (Writing.objects.count(), sum(told)) == (before + 50, 50)
    assert Writing.objects.filter(text__contains=RARE).count() == 5


def test_what_was_kept_is_made_something_of(house):
    kinds = ["dossier", "collective"]
    made = list(Writing.objects.assembled().filter(notebook__kind__in=kinds).order_by("pk"))
    assert [one.text.split("\n")[0] for one in made] == [
        "# Pour l’expert : ce que la rue sait déjà",
        "# Chez elle",
    ]
    maud = Worker.objects.get(login="maud")
    (_, sound) = timeline.read_one(made[1].pk, by=maud).pieces
    assert [(one.kind, one.name) for one in sound.attached] == [("sound", "Enregistrement 31.wav")]
