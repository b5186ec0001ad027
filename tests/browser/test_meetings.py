"""A meeting from the writing set aside to the paper to sign, with a browser."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from dossier.meetings.councils import declare_council
from tests.browser.steps import log_in, write


@pytest.mark.parametrize("javascript", [True, False])
def test_from_a_writing_set_aside_to_the_paper_to_sign(cast, make_page, javascript):
    declare_council(by=cast.samira, notebook=cast.etage)
    page = make_page(javascript=javascript, width=390)
    log_in(page)
    write(page, f"/cahiers/{cast.amina.pk}/", "Elle a dit qu’on gèle dans sa chambre.")
    page.locator(".ecrit .heure").first.click()
    page.get_by_role("link", name="En parler à une réunion").click()
    page.get_by_label("À quelle réunion").select_option("Le premier étage")
    page.get_by_label("En quelques mots").fill("Le chauffage des chambres")
    page.get_by_role("button", name="Mettre de côté").click()
    expect(page.get_by_text("C’est mis de côté")).to_be_visible()
    page.goto(f"/cahiers/{cast.etage.pk}/")
    page.get_by_role("link", name="Réunions").click()
    page.get_by_role("link", name="Appeler une réunion").click()
    expect(page.get_by_text("Le chauffage des chambres")).to_be_visible()
    page.get_by_label("Quel jour").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Appeler").click()
    page.get_by_label("De quoi parler").fill("Les repas du dimanche")
    page.get_by_role("button", name="Ajouter ce point").click()
    page.get_by_role("button", name="Monter ce point").click()
    expect(page.locator(".point h3")).to_have_text(
        [re.compile("^\\s*Les repas du dimanche"), re.compile("^\\s*Le chauffage des chambres")]
    )
    page.get_by_text("Ce qui est conclu").nth(1).click()
    box = page.get_by_label("Ce qui a été conclu ou décidé").nth(1)
    box.fill("On demande une visite avant Noël.")
    page.get_by_role("button", name="Conclure").click()
    page.get_by_role("link", name="Noter ce que la direction a répondu").click()
    page.get_by_label("Ce que la direction a répondu").fill("Le chauffagiste passe le 12.")
    page.get_by_role("button", name="Noter").click()
    page.get_by_role("link", name="Dire quand, où, qui est venu").click()
    page.get_by_label("Qui est venu, avec vos mots").fill("Une dizaine d’habitants")
    page.get_by_label("Qui présidait").fill("Odile M.")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("link", name="Relevé de conclusions").click()
    expect(page.get_by_text("rien n’en est encore conclu")).to_be_visible()
    with page.expect_download() as told:
        page.get_by_role("link", name="PDF, à imprimer").click()
    pages = [one.extract_text() for one in PdfReader(told.value.path()).pages]
    paper = re.sub(r"\s+", " ", " ".join(pages))
    for part in ("Relevé de conclusions", "Une dizaine d’habitants", "Le chauffage des chambres",
                 "On demande une visite avant Noël.", "Le chauffagiste passe le 12.", "Odile M.",
                 "Secrétariat de séance"):  # fmt: skip
        assert part in paper, part
    assert ("gèle" in paper, "Les repas" in paper) == (False, False)
    page.goto("/chercher/?q=visite")
    expect(page.get_by_role("link", name="Le premier étage")).to_be_visible()
