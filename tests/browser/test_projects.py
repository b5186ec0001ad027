"""A project from its first line to its easy print, without JavaScript too."""

import io

import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser.steps import log_in
from tests.conftest import make_writing


@pytest.mark.parametrize("javascript", [True, False])
def test_a_project_lives(cast, make_page, javascript):
    writing = make_writing(cast.samira, cast.amina, "Elle parle de la mer.")
    page = make_page(javascript=javascript, width=390)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/personne/")
    page.get_by_role("link", name="Commencer un projet ensemble").click()
    page.get_by_label("Comment s’appelle ce projet ?").fill("Vers la mer")
    page.get_by_role("button", name="Commencer").click()
    page.get_by_role("link", name="Commencer à l’écrire").click()
    page.get_by_label("Ce que l’on veut, ensemble").fill("Trois jours en mai. Elle choisit.")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("De la main de Samira.")).to_be_visible()
    home = page.url

    page.get_by_role("link", name="Noter leurs mots").click()
    page.get_by_label("Que répondez-vous ?").fill("Je veux voir les bateaux.")
    page.get_by_label("Son nom, si ce n’est pas vous").fill("Amina")
    page.get_by_role("button", name="Répondre").click()
    page.goto(home)
    expect(page.get_by_text("Je veux voir les bateaux.")).to_be_visible()

    page.get_by_role("link", name="Noter un accord, ou un refus").click()
    page.get_by_label("la maison").check()
    page.get_by_label("oui", exact=True).check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Amina : rien n’est noté de sa part")).to_be_visible()

    page.get_by_role("link", name="Ajouter une ligne").click()
    page.get_by_label("Quoi").fill("Un car")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("button", name="C’est fait : Un car").click()
    expect(page.get_by_role("button", name="Pas encore fait : Un car")).to_be_visible()

    page.goto(f"/ecrits/{writing.pk}/rattacher/")
    page.get_by_label("À quoi le rattacher").select_option("Vers la mer")
    page.get_by_role("button", name="Rattacher").click()
    page.goto(home)
    expect(page.get_by_text("Elle parle de la mer.")).to_be_visible()

    page.get_by_role("link", name="L’écrire, phrase par phrase").click()
    expect(page.get_by_label("En phrases courtes")).to_have_value(
        "Trois jours en mai.\nElle choisit."
    )
    page.get_by_role("button", name="Enregistrer").click()
    printed = page.get_by_role("link", name="Imprimer en grandes lettres").get_attribute("href")
    made = page.context.request.get(printed)
    assert made.status == 200
    told = pypdf.PdfReader(io.BytesIO(made.body())).pages[0].extract_text()
    assert "Elle choisit." in told
