"""The invented house holds what the law asks: texts, contracts, a refusal, requests, an archive."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from dossier.demo import cast as files
from dossier.demo.load import House
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person
from dossier.reading.models import Request
from dossier.retention.models import Archive
from dossier.rights.models import Contract, Edition, Frame, Giving, HouseText, Trust

NOW = datetime(2026, 8, 31, 12, 0, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the house as if it were the last day of August; taken away at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        House(lambda step: None, now=NOW).load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def house(loaded, db):
    """Give a test the loaded house."""


def of(name):
    """Return the dossier of somebody of the house."""
    return Person.objects.get(called=name).dossier


def test_the_house_has_a_text_of_each_sort_that_the_law_knows(house):
    sorts = set(HouseText.objects.values_list("sort", flat=True))
    assert sorts == set(HouseText.Sort.values) - {"other"}
    assert {one.house_text_id for one in Edition.objects.all()} == set(
        HouseText.objects.values_list("pk", flat=True)
    )


def test_a_text_has_two_editions_and_each_was_given_the_one_of_its_day(house):
    first, second = Edition.objects.filter(house_text__sort="welcome").order_by("number")
    assert first.in_force_on < second.in_force_on
    given = Giving.objects.filter(edition__house_text__sort="welcome")
    assert given.exists()
    assert all(one.edition.in_force_on <= one.on for one in given)


def test_a_refusal_is_a_path(house):
    stay, other = Contract.objects.filter(dossier=of("Zaza"))
    assert [stay.sort, other.sort] == ["stay", "dipc"]
    assert [one.answer for one in stay.givings.all()] == ["refused"]
    assert [one.answer for one in other.givings.all()] == ["given"]


def test_a_contract_is_signed_and_amended(house):
    contract, amendment = Contract.objects.filter(dossier=of("Sacha"))
    assert contract.writing.text.startswith("# Contrat de séjour")
    assert amendment.amends == contract
    assert {one.side for one in contract.givings.filter(answer="signed")} == {"person", "house"}


def test_trust_was_proposed_eight_days_before_and_answered(house):
    for name, last in (("Sacha", "named"), ("Zaza", "declined")):
        proposed, answered = Trust.objects.filter(dossier=of(name))
        assert proposed.interview_on - proposed.on >= timedelta(days=8)
        assert (proposed.act, answered.act) == ("proposed", last)


def test_requests_wait_were_granted_and_refused(house):
    told = {
        str(one.dossier): [reply.answer for reply in one.replies.all()]
        for one in Request.objects.all()
    }
    assert told == {"Mina": [], "Alain": ["granted"], "Rosa": ["refused"]}


def test_a_dossier_is_closed_to_daily_use_and_was_opened_once(house):
    samira, maud = (Worker.objects.get(login=login) for login in ("samira", "maud"))
    archive = Archive.objects.get()
    assert str(archive) == "Yvonnick"
    assert not Notebook.objects.visible_to(samira).filter(title="Yvonnick").exists()
    assert archive.openings.count() == 1
    assert Archive.objects.visible_to(samira).exists()
    assert not Archive.objects.visible_to(maud).exists()


def test_the_frame_says_whose_the_archives_are(house):
    assert Frame.here().has_public_mission
    assert Frame.here().archives


@pytest.mark.parametrize("day", [(2026, 1, 1), (2024, 2, 29), (2026, 3, 1)])
def test_the_days_of_the_file_are_days_whatever_the_day_of_loading(day):
    today = datetime(*day, tzinfo=NOW.tzinfo).date()
    told = files.law()
    entries = [*told["remis"], *told["contrat"], *told["confiance"], *told["demande"]]
    entries += [one for entry in entries for one in entry.get("geste", entry.get("reponse", []))]
    assert all(files.day_of(one["jour"], today) <= today for one in entries)
    for text in told["texte"]:
        assert all(files.day_of(one["depuis"], today) <= today for one in text["edition"])
