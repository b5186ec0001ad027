"""Who may read, in a browser on a phone, without JavaScript too."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import log_in, write


@pytest.mark.parametrize("javascript", [True, False])
def test_opened_to_somebody_a_circle_and_at_once(cast, make_page, javascript):
    page = make_page(javascript=javascript, width=390)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_role("link", name="Qui peut lire").click()
    page.get_by_role("link", name="Ouvrir à quelqu’un d’autre").click()
    page.get_by_label("À qui").select_option("Noor")
    page.get_by_label("lire et écrire").check()
    page.get_by_label("Un mot pourquoi, si vous voulez").fill("elle reprend l’atelier")
    page.get_by_role("button", name="Ouvrir").click()
    expect(page.get_by_text("elle reprend l’atelier")).to_be_visible()
    page.get_by_role("link", name="Changer : Noor").click()
    page.get_by_role("button", name="Refermer, tout de suite").click()
    expect(page.get_by_text("C’est refermé : Noor.")).to_be_visible()

    page.get_by_role("link", name="ouvrir un cercle").click()
    page.get_by_label("Comment l’appeler").fill("Santé")
    page.get_by_label("Noor").check()
    page.get_by_role("button", name="Ouvrir le cercle").click()
    expect(page.get_by_role("heading", name="Santé, Amina")).to_be_visible()
    write(page, page.url, "Deux comprimés le soir.")
    page.goto(f"/cahiers/{cast.amina.pk}/")
    expect(page.get_by_text("Deux comprimés le soir.")).to_be_visible()
    expect(page.get_by_role("link", name="Santé, Amina")).to_be_visible()

    other = make_page(javascript=javascript, width=390)
    log_in(other, "maud")
    other.get_by_role("link", name="Ouvrir en urgence").click()
    other.get_by_label("Son nom : comment on l’appelle").fill("AMINA")
    other.get_by_label("Pourquoi maintenant").fill("les pompiers sont là")
    other.get_by_role("button", name="Ouvrir maintenant").click()
    expect(other.get_by_role("heading", name="Amina")).to_be_visible()
    expect(other.get_by_text("Deux comprimés le soir.")).to_have_count(0)

    page.goto("/")
    expect(page.get_by_text("les pompiers sont là")).to_be_visible()
    page.get_by_role("button", name="Vu : Maud").click()
    expect(page.get_by_text("les pompiers sont là")).to_have_count(0)
