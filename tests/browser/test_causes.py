"""A passage told in a cause, in a browser: chosen, checked, changed, signed, spoken up for."""

import pytest
from playwright.sync_api import expect

from dossier.notebooks.models import Writing
from tests.browser.steps import log_in
from tests.conftest import make_writing


@pytest.mark.parametrize("javascript", [True, False])
def test_the_whole_way(cast, make_page, javascript):
    writing = make_writing(cast.samira, cast.amina, "Amina a vu Nina. Son mur suinte.")
    make_writing(cast.samira, cast.amina, "Amina a raison.", answers=writing, voice="person")
    page = make_page(javascript=javascript, width=390)
    log_in(page)
    page.goto(f"/ecrits/{writing.pk}/")
    page.get_by_role("link", name="Raconter sans les noms").click()
    page.get_by_label("Comment s’appelle cette cause commune").fill("Des murs humides")
    page.get_by_role("button", name="Voir sans les noms").last.click()
    box = page.get_by_label("Changez ce que vous voulez")
    expect(box).to_have_value("[une personne] a vu [un nom]. Son mur suinte.")
    page.get_by_label("Nina").uncheck()
    page.get_by_role("button", name="Refaire").click()
    expect(box).to_have_value("[une personne] a vu Nina. Son mur suinte.")
    box.fill("[une personne] a vu quelqu’un. Son mur suinte.")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.get_by_text("C’est enregistré, sans les noms.")).to_be_visible()
    told, answer = Writing.objects.filter(notebook__kind="cause").order_by("pk")
    assert told.text == "[une personne] a vu quelqu’un. Son mur suinte."
    assert (answer.text, answer.answers) == ("[une personne] a raison.", told)
    page.get_by_role("link", name="Des murs humides").first.click()
    page.get_by_role("link", name="Rassembler de quoi plaider").click()
    expect(page.get_by_role("heading", name="Choisir des pièces")).to_be_visible()
    expect(page.get_by_text("Son mur suinte").first).to_be_visible()
