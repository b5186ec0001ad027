"""What leaves, in a browser: from an agreement to a file that opens without a network."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import log_in
from tests.browser.test_sealed import unlock
from tests.conftest import make_writing


@pytest.mark.parametrize(("dark", "width"), [(False, 390), (True, 1280)])
def test_one_seals_what_one_sees(cast, make_page, axe, open_file, tmp_path, dark, width):
    make_writing(cast.samira, cast.amina, "Amina dessine.\nKarim l’aide. Wendeline est venue.")
    page = make_page(dark=dark, width=width)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/sorties/demander/")
    page.get_by_label("quelqu’un d’autre").check()
    page.get_by_label("Son nom").fill("le club de judo")
    page.get_by_label("Pour quoi faire").fill("Pour s’inscrire.")
    page.get_by_label("Jusqu’à quand").fill("2199-06-01")
    page.get_by_role("group", name="Ou un cahier en entier").get_by_label("Amina").check()
    page.get_by_role("button", name="Préparer la demande").click()
    page.get_by_role("link", name="Noter ce qui a été répondu").click()
    page.get_by_label("oui", exact=True).check()
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("button", name="Préparer un envoi").click()
    axe(page)
    page.get_by_role("link", name="Choisir").click()
    expect(page.locator("input:checked")).to_have_count(0)
    page.locator("input[name=ecrit]").first.check()
    page.get_by_role("button", name="Mettre dans l’envoi").click()
    page.get_by_role("link", name="Regarder les noms").click()
    page.get_by_role("group", name=re.compile("Wendeline")).get_by_label("changer").check()
    axe(page)
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("link", name="Revenir à l’envoi").click()
    page.locator("main ul a").first.click()
    page.get_by_role("group", name=re.compile("Wendeline")).get_by_label("Laisser").check()
    axe(page)
    page.get_by_role("button", name="C’est relu").click()
    page.get_by_role("link", name="Voir exactement ce qui sortirait").click()
    shown = page.locator(".texte").inner_text()
    assert "Amina dessine." in shown
    assert not re.search("Karim|Wendeline", shown)
    axe(page)
    page.get_by_role("button", name="C’est bien cela").click()
    phrase = page.locator(".lettres").inner_text()
    page.get_by_role("button", name="J’ai noté la phrase").click()
    page.get_by_text("C’est scellé.").wait_for()
    with page.expect_download() as one:
        page.get_by_role("link", name="Le fichier scellé").click()
    file = tmp_path / one.value.suggested_filename
    one.value.save_as(file)
    page.get_by_label("Comment").fill("de la main à la main")
    page.get_by_role("button", name="C’est remis").click()
    page.get_by_text("de la main à la main").wait_for()
    axe(page)
    alone = open_file(file, width=width, dark=dark)
    unlock(alone, phrase)
    alone.get_by_role("heading", name="Pour le club de judo").wait_for()
    alone.get_by_role("navigation").get_by_role("button").nth(1).click()
    told = alone.locator("#textes").inner_text()
    for line in shown.splitlines():
        assert line.strip() in told
