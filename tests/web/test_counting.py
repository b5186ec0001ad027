"""Pages of figures and of the register: who may see what, and what leaves."""

import csv
import io
import re
import uuid
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.counting.record import easy_text
from dossier.documents.easy import sentences
from dossier.meetings.actions import call_meeting
from dossier.notebooks.models import Draft, Writing
from dossier.persons.actions import note_stay
from dossier.rights.actions import frame_house
from dossier.rights.models import Edition, Frame, HouseText
from tests.conftest import log_in, make_notebook
from tests.counting.test_figures import make_person
from tests.web.reading import fill, form_to, send
from tests.web.speaking import said_by

D = date.fromisoformat
LAST = timezone.localdate().year - 1
OF_YEAR = ["year", "csv", "activity", "pdf", "odt", "html"]
ASKED = {"du": f"{LAST}-01-01", "au": f"{LAST}-12-31"}


def address(which: str, year: int = LAST) -> str:
    """Return an address of the report of a year."""
    return reverse(f"house-figures-{which}", args=[year])


def make_house(cast) -> None:
    """Six persons of samira's, three of maud's, of whom one is named like nothing else."""
    for place in range(6):
        make_person(cast, f"N{place}", f"{LAST}-01-01 ? Foyer")
    for name in ("Zéphyrin", "Ulysse", "Oriane"):
        one = make_notebook(cast.maud, name, cast.savs).dossier
        note_stay(by=cast.maud, dossier=one, from_on=D(f"{LAST}-02-01"), service="Quai secret")


def test_a_worker_counts_what_they_read_even_few(cast):
    make_house(cast)
    page = log_in(cast.maud).get(reverse("house-figures"), ASKED).content.decode()
    assert "Quai secret" in page
    assert "<td>3</td>" in page
    assert "non montré" not in page


def test_what_one_may_not_read_changes_not_a_letter_of_the_page(cast):
    client, where = log_in(cast.samira), reverse("house-figures")
    make_person(cast, "Ada", f"{LAST}-01-01 ? Foyer")
    before = client.get(where, ASKED).content.split(b"<main")[1]
    make_house_of_maud(cast)
    assert client.get(where, ASKED).content.split(b"<main")[1] == before


def make_house_of_maud(cast) -> None:
    """All that a figure could count, where samira reads nothing."""
    one = make_notebook(cast.maud, "Zéphyrin", cast.savs).dossier
    note_stay(by=cast.maud, dossier=one, from_on=D(f"{LAST}-02-01"), service="Quai secret")
    shop = make_notebook(cast.maud, "Atelier soudure", cast.savs, collective=True)
    call_meeting(by=cast.maud, notebook=shop, on=D(f"{LAST}-03-01"))


def test_who_reads_nothing_gets_honest_empty_figures(cast):
    make_house(cast)
    page = log_in(cast.yann).get(reverse("house-figures"), ASKED).content.decode()
    assert "Qui a eu un accompagnement" in page
    assert set(re.findall(r"<td>(\d+)</td>", page)) == {"0"}


@pytest.mark.parametrize(
    "days", [{"du": "x"}, {"au": "2999-01-01"}, {"du": "2025-06-01", "au": "2025-01-01"}]
)
def test_a_period_that_cannot_be_is_told(cast, days):
    page = log_in(cast.samira).get(reverse("house-figures"), days).content.decode()
    assert 'class="erreurs"' in page
    assert "Qui a eu un accompagnement" not in page


# The report of the house.


@pytest.mark.parametrize("which", OF_YEAR)
def test_the_report_is_for_who_speaks_for_the_house(cast, which):
    make_house(cast)
    cast.bruno.groups.clear()
    assert log_in(cast.samira).get(address(which)).status_code == 200
    refused, nowhere = (log_in(cast.bruno).get(one) for one in (address(which), "/nulle-part/"))
    assert (refused.status_code, nowhere.status_code) == (404, 404)
    assert said_by(refused) == said_by(nowhere)


@pytest.mark.parametrize("which", OF_YEAR)
@pytest.mark.parametrize("year", [LAST + 1, LAST + 2, 1899, 0, 10**17])
def test_a_year_that_is_not_over_is_not_there(cast, which, year):
    assert log_in(cast.samira).get(address(which, year)).status_code == 404


@pytest.mark.parametrize("which", OF_YEAR)
def test_small_counts_names_and_rare_services_are_in_nothing_that_leaves(cast, which):
    make_house(cast)
    for place in range(20):
        make_person(cast, f"V{place}", f"{LAST}-01-01 ? Ferme")
    told = said_by(log_in(cast.samira).get(address(which)))
    assert "ferme" in told
    for secret in ("quai secret", "zephyrin", "n1 ", "karim"):
        assert secret not in told
    assert "non montre" in told or which == "csv"


def test_the_report_is_the_same_for_all_who_speak(cast):
    make_house(cast)
    found = {log_in(one).get(address("csv")).content for one in (cast.samira, cast.maud, cast.yann)}
    assert len(found) == 1


def test_a_spreadsheet_gets_no_formula(cast):
    for place in range(6):
        make_person(cast, f"N{place}", f"{LAST}-01-01 ? =1+1")
    body = log_in(cast.samira).get(address("csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body), delimiter=";"))
    assert [row[2] for row in rows if "1+1" in row[2]] == ["'=1+1"] * 2
    assert {len(row) for row in rows} == {7}


# The activity report becomes a writing.


def test_the_activity_report_is_taken_up_and_signed(cast):
    make_house(cast)
    client, where = log_in(cast.samira), address("activity")
    form = fill(client, where, "house-figures-activity")
    response = send(client, form)
    page = client.get(response.url, follow=True)
    assert "[À écrire]" in page.content.decode()
    assembly = form_to(page, "assembly-create")
    signed = client.post(assembly.action, assembly.fields | {"notebook": str(cast.etage.pk)})
    assert signed.status_code == 302
    writing = Writing.objects.get(notebook=cast.etage)
    assert writing.text.startswith(f"# Rapport d’activité {LAST}\n")
    assert "## Qui a eu un accompagnement" in writing.text


def test_a_double_click_does_not_begin_twice_nor_replace_what_was_written(cast):
    client, where = log_in(cast.samira), address("activity")
    fields = {"key": str(uuid.uuid4())}
    first = client.post(where, fields)
    Draft.objects.of(cast.samira).update(fields={"title": "À moi", "text": "Mes mots."})
    assert client.post(where, fields).url == first.url
    assert Draft.objects.get().fields["text"] == "Mes mots."


# The register.


def test_the_register_says_the_frame_and_the_durations_of_the_house(cast):
    three = [{"amount": 3, "unit": "years", "since": None, "source": "délibération du CA"}]
    frame_house(by=cast.samira, data_officer="Odile {Roux}", archives="Archives de l’Ain",
                terms={"active": three})  # fmt: skip
    told = log_in(cast.maud).get(reverse("house-record")).content.decode()
    for words in ("La maison d’essai", "Odile (Roux)", "Archives de l’Ain", "3 ans"):
        assert words in told
    clear = log_in(cast.maud).get(reverse("house-record-easy")).content.decode()
    assert "portée de main : 3 ans" in clear
    assert "Odile (Roux)" in clear


def test_the_plain_text_has_short_sentences(cast):
    clear = said_by(log_in(cast.samira).get(reverse("house-record-easy-html")))
    assert "vous avez le droit de lire" in clear
    lines = [line for line in easy_text(Frame.here(), timezone.localdate()).splitlines() if line]
    longest = max(
        (one for line in lines for one in sentences(line)), key=lambda one: len(one.split())
    )
    assert len(longest.split()) <= 18, longest


def test_the_plain_text_begins_the_house_s_own(cast):
    client, where = log_in(cast.samira), reverse("house-record-easy")
    response = send(client, fill(client, where, "house-record-easy"))
    begun = client.get(response.url, follow=True)
    assert begun.resolver_match.url_name == "house-text-publish"
    assert "Ce que l’on note sur vous" in begun.content.decode()
    made = send(client, form_to(begun, "house-text-publish"))
    assert "publiée" in client.get(made.url).content.decode()
    edition = Edition.objects.get(house_text__sort=HouseText.Sort.DATA)
    assert edition.easy == easy_text(Frame.here(), timezone.localdate()).strip()
    send(client, fill(client, where, "house-record-easy"))
    assert HouseText.objects.filter(sort=HouseText.Sort.DATA).count() == 1
    cast.bruno.groups.clear()
    assert log_in(cast.bruno).post(where, {}).status_code == 404
