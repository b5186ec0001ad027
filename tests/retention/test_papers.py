"""What is left of a destruction, on screen and on paper: who, why, of when, and no name."""

import io
from datetime import date

import pytest
from django.utils import timezone
from pypdf import PdfReader

from dossier.persons.actions import note_stay, open_dossier
from dossier.retention import actions as archives
from dossier.retention.destruction import destroy
from dossier.retention.models import Certificate
from dossier.rights.actions import frame_house
from tests.conftest import log_in, make_notebook, make_writing

LEFT = date(2010, 6, 30)


@pytest.fixture
def slip(cast):
    """Return a slip with the dossier of a Lucie on it; another Lucie lives there."""
    dossier = open_dossier(
        by=cast.samira, called="Lucie", civil_name="Lucie Dubreuil", teams=[cast.foyer]
    )
    told = {"service": "Ici", "from_on": date(2004, 9, 1), "until_on": LEFT}
    note_stay(by=cast.samira, dossier=dossier, **told)
    make_writing(cast.samira, dossier.notebook, "Elle dort.", occurred_on=date(2009, 2, 3))
    make_notebook(cast.maud, "Lucie")
    archive = archives.close(by=cast.samira, dossier=dossier, last_contact_on=LEFT)
    return archives.make_slip(by=cast.samira, archives=[archive])


def decide(cast, slip) -> None:
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    reason = "Rien n’est demandé par Lucie, ni par Amina."
    archives.decide(by=cast.samira, line=slip.lines.get(), decision="destroy", reason=reason)


def pdf(client, address: str) -> str:
    told = PdfReader(io.BytesIO(client.get(address).content))
    return " ".join(" ".join(page.extract_text() for page in told.pages).split())


def words(client, address: str) -> str:
    return " ".join(client.get(address).content.decode().replace("\xa0", " ").split())


def test_a_slip_says_what_it_is_and_of_when(cast, slip):
    line = slip.lines.get()
    assert (line.first_year, line.last_year) == (2004, 2010)
    client, address = log_in(cast.samira), f"/bordereaux/{slip.pk}/"
    for told in (words(client, address), pdf(client, f"{address}bordereau.pdf")):
        assert "dossier individuel, de 2004 à 2010" in told


def test_a_slip_asks_the_visa_of_whom_the_house_says(cast, slip):
    client, address = log_in(cast.samira), f"/bordereaux/{slip.pk}/bordereau.pdf"
    assert "Visa des archives départementales :" in pdf(client, address)
    frame_house(by=cast.samira, archives="Archives départementales de l’Ain")
    assert "Visa, Archives départementales de l’Ain :" in pdf(client, address)


def test_a_certificate_says_who_why_of_when_and_no_name(cast, slip):
    decide(cast, slip)
    destroy(by=cast.samira, slip=slip)
    one = Certificate.objects.get()
    assert one.by == cast.samira
    page = words(log_in(cast.maud), f"/certificats/{one.pk}/")
    paper = pdf(log_in(cast.maud), f"/certificats/{one.pk}/certificat.pdf")
    for told in (page, paper):
        assert "dossier individuel, de 2004 à 2010" in told
        assert f"par {cast.samira.name} :" in told
        assert f"Décidé par {cast.samira.name}" in told
        assert "Rien n’est demandé par [" in told
        assert "AD 7" in told
        assert "Dubreuil" not in told
        assert not any(name in told.partition("Pourquoi")[2] for name in ("Lucie", "Amina"))
    assert "Date, nom et signature" in paper


def test_a_slip_keeps_its_decision_once_it_is_done(cast, slip):
    decide(cast, slip)
    client = log_in(cast.samira)
    before = words(client, f"/bordereaux/{slip.pk}/")
    assert "par Lucie" in before
    destroy(by=cast.samira, slip=slip)
    page = words(client, f"/bordereaux/{slip.pk}/")
    paper = pdf(client, f"/bordereaux/{slip.pk}/bordereau.pdf")
    for told in (page, paper):
        assert f"Décidé par {cast.samira.name}" in told
        assert "Détruit le" in told
    assert "Rien n’est demandé par [" in page
    assert "Lucie" not in page


def test_a_certificate_of_before_says_what_it_knows(cast, slip):
    line = slip.lines.get()
    line.archive.slip_lines.update(archive=None, done_at=timezone.now())
    told = {"writings": 1, "versions": 1, "files": 0, "elsewhere": 0, "basis": "Ainsi."}
    one = Certificate.objects.create(number=9, line=line, on=date(2020, 1, 6), **told)
    page = words(log_in(cast.maud), f"/certificats/{one.pk}/")
    assert "6 janvier 2020 : dossier individuel" in page
    assert "Décidé" not in page
