"""Somebody arrives, comes in, is welcomed, leaves: done by hand, with and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from dossier.establishment.models import Worker
from tests.browser.steps import log_in
from tests.conftest import PASSPHRASE


def enter(page: Page, login: str) -> None:
    """Come in as somebody who may have nothing to write in."""
    page.goto("/connexion/")
    page.get_by_label("Votre nom de connexion").fill(login)
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Entrer", exact=True).click()
    expect(page.get_by_role("button", name="Au revoir")).to_be_visible()


@pytest.mark.parametrize("js", [True, False])
def test_somebody_arrives_is_welcomed_and_leaves(cast, make_page, js):
    machine, lina, samira = (make_page(javascript=js) for _ in range(3))
    enter(machine, "yann")
    machine.get_by_role("link", name="Qui travaille ici").first.click()
    machine.get_by_role("link", name="Ouvrir un compte").click()
    machine.get_by_label("Son nom, comme on l’appelle ici").fill("Lina Costa")
    machine.get_by_label("Son nom de connexion").fill("lina")
    machine.get_by_role("button", name="Ouvrir").click()
    machine.get_by_role("button", name="Faire le code").click()
    code = machine.locator(".lettres").last.inner_text()

    lina.goto("/connexion/")
    lina.get_by_role("link", name="C’est la première fois").click()
    lina.get_by_label("Votre nom de connexion").fill("lina")
    lina.get_by_label("Le code qu’on vous a remis").fill(code.upper())
    lina.get_by_text("Proposez-moi cinq mots").click()
    phrase = lina.locator(".lettres").inner_text()
    lina.get_by_label("Une nouvelle phrase").fill(phrase)
    lina.get_by_label("Encore une fois").fill(phrase)
    lina.get_by_role("button", name="Entrer").click()
    expect(lina.get_by_role("button", name="Au revoir")).to_be_visible()
    assert Worker.objects.get(login="lina").check_password(phrase)

    log_in(samira)
    samira.goto(f"/maison/equipes/{cast.foyer.pk}/")
    samira.get_by_role("link", name="Accueillir quelqu’un").click()
    samira.get_by_label("Qui arrive").select_option(label="Lina Costa")
    samira.get_by_role("button", name="Accueillir").click()
    lina.goto("/cahiers/")
    expect(lina.get_by_role("link", name="Amina")).to_be_visible()

    machine.goto("/maison/gens/")
    machine.get_by_role("link", name="Elle ou il part : Lina Costa").click()
    machine.get_by_role("button", name="Fermer ce compte").click()
    lina.goto("/cahiers/")
    expect(lina.get_by_label("Votre phrase secrète")).to_be_visible()


@pytest.mark.parametrize(("dark", "width"), [(False, 390), (True, 1280)])
def test_axe_finds_nothing_on_what_who_keeps_the_machine_sees(cast, make_page, axe, dark, width):
    page = make_page(dark=dark, width=width)
    page.goto("/premiere-fois/")
    axe(page)
    enter(page, "yann")
    for address in (
        "/",
        "/maison/gens/",
        "/maison/gens/nouveau/",
        f"/maison/gens/{cast.samira.pk}/depart/",
        f"/maison/equipes/{cast.foyer.pk}/",
        "/ma-porte/sessions/",
    ):
        page.goto(address)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
