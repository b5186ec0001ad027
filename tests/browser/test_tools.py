"""A contract found, written, signed with the mouse or with a name; with a script or without."""

import io

import pypdf
import pytest
from playwright.sync_api import expect

from dossier.rights import contracts, texts
from dossier.rights.models import Giving
from tests.browser.steps import log_in


@pytest.fixture
def contract(cast):
    """Return Amina's contract, written."""
    made = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
    contracts.write_contract(by=cast.samira, contract=made, text="# Contrat\n\nUne chambre.")
    return made


def draw(page, places) -> None:
    """Draw a line with the mouse over the frame, through places told as parts of it."""
    canvas = page.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in places]
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=8)
    page.mouse.up()


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_a_contract_is_signed_with_the_mouse(cast, contract, make_page, width, dark):
    page = make_page(width=width, dark=dark)
    log_in(page)
    home = f"/cahiers/{cast.amina.pk}/contrats/{contract.pk}/"
    page.goto(home)
    page.get_by_role("link", name="Signer à l’écran").click()
    expect(page.get_by_text("Une chambre.")).to_be_visible()
    draw(page, [(0.1, 0.5), (0.5, 0.1)])
    page.get_by_role("button", name="Recommencer").click()
    expect(page.get_by_text("Le cadre est vide.")).to_be_visible()
    draw(page, [(0.1, 0.5), (0.4, 0.2), (0.6, 0.8), (0.9, 0.4)])
    draw(page, [(0.2, 0.9), (0.8, 0.9)])
    page.get_by_role("button", name="Signer", exact=True).click()
    expect(page.get_by_role("img", name="Signature : Amina")).to_be_visible()
    line = Giving.objects.get()
    assert (line.answer, line.version, len(line.strokes)) == ("signed", 1, 2)
    assert len(line.strokes[0]) > 10
    xs = [point[0] for one in line.strokes for point in one]
    assert (80 <= min(xs) <= 120, 880 <= max(xs) <= 920) == (True, True)
    printed = page.context.request.get(f"{home}document.pdf")
    read = pypdf.PdfReader(io.BytesIO(printed.body()))
    assert "Signé par Amina" in " ".join(one.extract_text() for one in read.pages)
    assert sum(len(one.images) for one in read.pages) == 1


def test_a_signature_kept_as_a_draft_is_drawn_again(cast, contract, make_page):
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/contrats/{contract.pk}/signer/")
    draw(page, [(0.1, 0.5), (0.9, 0.4)])
    page.get_by_label("Qui était là").fill("sa tante")
    expect(page.locator(".garde")).not_to_be_empty()
    page.goto("/brouillons/")
    page.get_by_role("link", name="Reprendre").first.click()
    expect(page.get_by_label("Qui était là")).to_have_value("sa tante")
    assert page.locator("#id_strokes").input_value().startswith("[[[")
    page.get_by_role("button", name="Signer", exact=True).click()
    expect(page.get_by_role("img", name="Signature : Amina")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_situation_to_a_name_written(cast, make_page, javascript):
    page = make_page(javascript=javascript, width=390)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/droits/")
    page.get_by_role("link", name="Lequel ?").click()
    page.get_by_label("plus de deux mois").check()
    page.get_by_label("Article L312-1").select_option("8")
    page.get_by_role("button", name="Voir ce que dit le texte").click()
    page.get_by_role("link", name="Prendre celui-là").click()
    page.get_by_label("Qui y a pris part").fill("Amina, sa tante, Samira")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("link", name="Écrire le texte").click()
    box = page.get_by_label("Ce que l’on convient")
    box.fill(box.input_value().replace("Ses mots d’abord, tels quels.", "Je veux du calme."))
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Je veux du calme.")).to_be_visible()
    page.get_by_role("link", name="Signer à l’écran").click()
    expect(page.locator("canvas")).to_be_visible(visible=javascript)
    page.get_by_label("Son nom, en toutes lettres").fill("Amina Belkacem")
    page.get_by_role("button", name="Signer", exact=True).click()
    expect(page.get_by_text("Amina Belkacem")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_given_on_arrival_takes_one_gesture(cast, make_page, javascript):
    for sort in ("welcome", "charter", "rules"):
        one = texts.open_text(by=cast.samira, sort=sort, title=f"Texte {sort}")
        texts.publish(by=cast.samira, house_text=one, text="Voici.")
    page = make_page(javascript=javascript, width=390)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/droits/")
    page.get_by_role("link", name="Ce qui se remet à l’arrivée").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "signé.txt", "mimeType": "text/plain", "buffer": b"un papier"}
    )
    if javascript:
        expect(page.get_by_text("« signé.txt » est joint.")).to_be_visible()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("link", name="Le papier, en image")).to_have_count(3)
    assert Giving.objects.count() == 3
