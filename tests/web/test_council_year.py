"""The yearly report of a council: what its papers said, and nobody else named."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.journal.models import Entry
from dossier.meetings import actions as meetings
from dossier.meetings.councils import declare_council, seat
from tests.conftest import log_in, make_writing


@pytest.fixture
def year(cast) -> int:
    """Hold two meetings of a council this year, one last year; return the year."""
    today = timezone.localdate()
    council = declare_council(by=cast.samira, notebook=cast.etage)
    seat(by=cast.samira, council=council, college="persons", name="Odile Martin")
    for on, said in ((today, "La peinture"), (date(today.year - 1, 3, 3), "Le vieux toit")):
        met = meetings.call_meeting(by=cast.samira, notebook=cast.etage, on=on)
        meetings.change_meeting(
            by=cast.samira, meeting=met, president="Mme Roy", came="Amina et sa tante",
            persons=[cast.amina.dossier.person],
        )  # fmt: skip
        point = meetings.set_aside(by=cast.samira, notebook=cast.etage, words=said, meeting=met)
        meetings.conclude(by=cast.samira, point=point, text=f"On refait : {said}.")
        if on == today:
            meetings.note_answer(by=cast.samira, point=point, text="En mai.")
        secret = make_writing(cast.samira, cast.amina, "Une confidence.")
        bare = meetings.set_aside(by=cast.samira, notebook=cast.etage, writing=secret, meeting=met)
        meetings.conclude(by=cast.samira, point=bare, text="Conclu sans mots.")
    meetings.call_meeting(
        by=cast.samira, notebook=cast.etage, title="À venir", on=today + timedelta(days=1)
    )
    return today.year


def text(client, year, kind, pk) -> str:
    response = client.get(reverse(f"council-year-{kind}", args=[pk, year]))
    assert response.status_code == 200
    if kind == "odt":
        with zipfile.ZipFile(io.BytesIO(response.content)) as parts:
            return parts.read("content.xml").decode()
    return response.content.decode()


@pytest.mark.parametrize("kind", ["html", "odt"])
def test_the_report_tells_the_year_and_names_nobody_more(cast, year, kind):
    told = text(log_in(cast.karim), year, kind, cast.etage.pk)
    for one in ("La peinture", "En mai.", "Mme Roy"):
        assert one in told
    for one in ("Le vieux toit", "Amina", "Odile", "confidence", "sans mots", "À venir"):
        assert one not in told
    before = text(log_in(cast.karim), year - 1, kind, cast.etage.pk)
    assert "Le vieux toit" in before
    assert "pas encore répondu" in before


def test_the_page_says_what_is_left_out_to_who_may_know(cast, year):
    address = reverse("council-year", args=[cast.etage.pk, year])
    page = log_in(cast.samira).get(address).content.decode()
    assert "Ce qui n’y sera pas" in page
    assert log_in(cast.maud).get(address).status_code == 404
    assert log_in(cast.samira).get(
        reverse("council-year", args=[cast.amina.pk, year])
    ).status_code == 404  # fmt: skip


@pytest.mark.parametrize("far", [0, 1899, 2200, 99_999])
def test_a_year_too_far_is_not_there(cast, year, far):
    address = f"/cahiers/{cast.etage.pk}/participation/annee/{far}/"
    assert log_in(cast.samira).get(address).status_code == 404


def test_printing_leaves_its_line(cast, year):
    Entry.objects.all().delete()
    text(log_in(cast.karim), year, "html", cast.etage.pk)
    assert list(Entry.objects.values_list("act", "notebook")) == [("printed", cast.etage.pk)]


def test_the_year_costs_the_same_with_more_meetings(cast, year, django_assert_num_queries):
    client, address = log_in(cast.samira), reverse("council-year", args=[cast.etage.pk, year])
    client.get(address)
    for more in (0, 10):
        for number in range(more):
            met = meetings.call_meeting(
                by=cast.samira, notebook=cast.etage, on=timezone.localdate()
            )
            point = meetings.set_aside(
                by=cast.samira, notebook=cast.etage, words=f"Point {number}", meeting=met
            )
            meetings.conclude(by=cast.samira, point=point, text="Oui.")
        with django_assert_num_queries(11):
            client.get(address)
