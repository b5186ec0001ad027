"""Doors, by hand: keys that a browser really makes, locks, and ways out."""

import re

import pyotp
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from dossier.accounts import machines, proofs
from dossier.accounts.actions import set_doors
from dossier.accounts.models import Proof
from dossier.accounts.rules import Doors
from dossier.accounts.totp import new_secret
from dossier.notebooks.models import Draft
from tests.browser.steps import log_in
from tests.conftest import PASSPHRASE

TEXT = "Elle a dormi d’une traite."
BOX = "Qu’est-ce qui s’est passé ?"


def make_key(page) -> None:
    """Give a browser a key that checks who holds it, as a telephone has."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True}
    options |= {"automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def give_phrase(page, login="samira") -> None:
    """Give a name and a passphrase, whatever is asked next."""
    page.goto("/connexion/")
    page.get_by_label("Votre nom de connexion").fill(login)
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Entrer").click()


def share(page) -> None:
    """Say that this machine is shared."""
    page.goto("/ma-porte/machine/")
    page.get_by_label("Comment l’appeler").fill("le bureau")
    page.get_by_label("De quatre à huit chiffres").fill("2580")
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Elle est partagée").click()
    expect(page.get_by_text("C’est noté")).to_be_visible()


def test_a_key_is_made_then_serves_second_then_alone(cast, make_page):
    page = make_page(width=390)
    make_key(page)
    log_in(page)
    page.goto("/ma-porte/")
    page.get_by_role("link", name="Ajouter une clé d’accès").click()
    page.get_by_label("Comment l’appeler").fill("mon téléphone")
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Faire la clé").click()
    expect(page.get_by_text("C’est ajouté")).to_be_visible()
    assert Proof.objects.get().name == "mon téléphone"
    page.get_by_role("button", name="Au revoir").click()
    give_phrase(page)
    page.get_by_role("button", name="Montrer votre clé d’accès").click()
    expect(page.get_by_label(BOX)).to_be_visible()
    page.get_by_role("button", name="Au revoir").click()
    page.goto("/connexion/?next=/ma-porte/")
    page.get_by_role("button", name="Montrer une clé d’accès").click()
    expect(page.get_by_role("heading", name="Ma porte")).to_be_visible()


def test_a_key_is_not_made_twice_and_giving_up_is_said(cast, make_page):
    page = make_page()
    make_key(page)
    log_in(page)
    for told in ("C’est ajouté", "Cette clé est déjà ajoutée."):
        page.goto("/ma-porte/cle/")
        page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
        page.get_by_role("button", name="Faire la clé").click()
        expect(page.get_by_text(told)).to_be_visible()
    assert Proof.objects.count() == 1


def test_an_application_from_the_square_to_the_paper(cast, make_page, axe):
    page = make_page(width=390)
    log_in(page)
    page.goto("/ma-porte/chiffres/")
    secret = page.locator(".lettres").inner_text().replace(" ", "")
    page.get_by_label("Les six chiffres").fill(pyotp.TOTP(secret).now())
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Ajouter").click()
    expect(page.get_by_text("Faites maintenant des codes")).to_be_visible()
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Faire dix codes").click()
    expect(page.locator(".codes li")).to_have_count(10)
    codes = page.locator(".codes li").all_inner_texts()
    axe(page)
    page.emulate_media(media="print")
    assert page.locator(".codes li").first.is_visible()
    assert not page.locator(".tete").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Au revoir").click()
    give_phrase(page)
    axe(page)
    page.get_by_label("Les six chiffres").fill(codes[3])
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_label(BOX)).to_be_visible()
    assert proofs.codes_left(cast.samira) == 9


def test_a_shared_machine_locks_by_itself_and_the_text_comes_back(cast, make_page, axe):
    page = make_page(width=390)
    log_in(page)
    share(page)
    page.clock.install()
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_label(BOX).press_sequentially(TEXT[:9])
    page.clock.run_for(4 * 60_000)
    page.get_by_label(BOX).press_sequentially(TEXT[9:])
    page.clock.run_for(4 * 60_000)
    expect(page.get_by_label(BOX)).to_be_visible()
    page.clock.run_for(70_000)
    expect(page.get_by_role("heading", name="Verrouillé")).to_be_visible()
    axe(page)
    assert "Amina" not in page.content()
    page.go_back()
    expect(page.get_by_role("heading", name="Verrouillé")).to_be_visible()
    page.get_by_label("Vos chiffres sur cette machine").fill("2580")
    page.get_by_role("button", name="Rouvrir").click()
    expect(page.get_by_label(BOX)).to_have_value(TEXT)


def test_one_locks_by_hand_and_comes_back_to_the_text(cast, make_page):
    page = make_page()
    log_in(page)
    share(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_label(BOX).press_sequentially(TEXT)
    page.get_by_role("button", name="Verrouiller").click()
    page.get_by_label("Vos chiffres sur cette machine").fill("2580")
    page.get_by_role("button", name="Rouvrir").click()
    expect(page.get_by_label(BOX)).to_have_value(TEXT)


def test_locks_without_javascript(cast, make_page):
    page = make_page(javascript=False)
    log_in(page)
    share(page)
    page.get_by_role("button", name="Verrouiller").click()
    page.get_by_label("Vos chiffres sur cette machine").fill("2580")
    page.get_by_role("button", name="Rouvrir").click()
    expect(page.get_by_label(BOX)).to_be_visible()


@pytest.mark.parametrize("by", ["key", "button"])
def test_one_leaves_quickly_and_the_text_is_kept(cast, make_page, axe, by):
    page = make_page(width=390)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_label(BOX).press_sequentially(TEXT)
    if by == "key":
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name="Sortir vite").click()
    page.wait_for_url("**/vide/")
    assert page.title() == "Nouvel onglet"
    axe(page)
    assert Draft.objects.get().text == TEXT
    page.go_back()
    expect(page.get_by_label("Votre nom de connexion")).to_be_visible()
    assert "Amina" not in page.content()


def test_one_escape_alone_or_two_far_apart_leave_nothing(cast, make_page):
    page = make_page()
    log_in(page)
    page.keyboard.press("Escape")
    page.wait_for_timeout(900)
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(page.get_by_label(BOX)).to_be_visible()


def test_one_leaves_quickly_without_javascript(cast, make_page):
    page = make_page(javascript=False)
    log_in(page)
    page.get_by_role("button", name="Sortir vite").click()
    assert page.title() == "Nouvel onglet"
    page.goto("/")
    expect(page.get_by_label("Votre nom de connexion")).to_be_visible()


def test_two_colleagues_let_one_in(cast, make_page, axe):
    lost, page = make_page(width=390), make_page(width=390, dark=True)
    lost.goto("/connexion/")
    lost.get_by_role("link", name="Je ne peux plus entrer").click()
    axe(lost)
    lost.get_by_label("Votre nom de connexion").fill("Bruno")
    lost.get_by_role("button", name="Demander").click()
    code = lost.locator(".quatre").inner_text()
    axe(lost)
    for login in ("samira", "karim"):
        cast.bruno.groups.add(cast.foyer)
        log_in(page, login)
        page.goto("/secours/")
        axe(page)
        page.get_by_label("Les quatre mots").fill(code)
        page.get_by_role("button", name="Voir de qui").click()
        expect(page.get_by_role("main").get_by_text("Bruno").first).to_be_visible()
        axe(page)
        page.get_by_role("button", name="Je l’ai vu·e ou entendu·e").click()
        expect(page.get_by_text("C’est noté. Bruno")).to_be_visible()
        page.get_by_role("button", name="Au revoir").click()
    lost.get_by_role("link", name="C’est fait").click()
    axe(lost)
    lost.get_by_label("Une nouvelle phrase").fill("sept lampes sous la pluie")
    lost.get_by_label("Encore une fois").fill("sept lampes sous la pluie")
    lost.get_by_role("button", name="Entrer avec cette phrase").click()
    expect(lost.get_by_text("Samira et Karim ont dit")).to_be_visible()
    axe(lost)
    lost.get_by_role("button", name="Je le savais").click()
    expect(lost.get_by_text("ont dit")).to_have_count(0)


@pytest.mark.parametrize(("dark", "width"), [(False, 390), (True, 1280)])
def test_axe_finds_nothing_on_doors(cast, make_page, axe, dark, width):
    page = make_page(dark=dark, width=width)
    log_in(page)
    secret, on = new_secret(), timezone.localdate()
    proof = Proof.objects.create(worker=cast.samira, sort="totp", secret=secret, added_on=on)
    cookie = next(one for one in page.context.cookies() if one["name"] == "dossier_machine")
    machines.share(machine=machines.of(cookie["value"]), is_shared=True, name="le bureau")
    mine = ("", "phrase/", "chiffres/", "cle/", "codes/", "machine/", f"preuves/{proof.pk}/")
    for address in [*(f"/ma-porte/{one}" for one in mine), "/maison/portes/", "/secours/"]:
        page.goto(address)
        axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} overflows by {wide} px"


def test_who_must_have_a_second_proof_is_helped_to_make_one(cast, make_page, axe):
    set_doors(by=cast.samira, doors=Doors("all"))
    page = make_page(width=390)
    make_key(page)
    give_phrase(page)
    expect(page.get_by_role("heading", name=re.compile("une seule fois"))).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Faire une clé d’accès").click()
    expect(page.get_by_label(BOX)).to_be_visible()
    assert Proof.objects.get().sort == "passkey"
