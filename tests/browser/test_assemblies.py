"""An assembly made in a browser: kept, found, gathered, ordered, cut, signed, taken out."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Piece, Writing
from tests.browser.steps import log_in
from tests.conftest import make_attachment, make_writing

WALL = "Le mur suinte. On a téléphoné. Personne n’est venu."


@pytest.fixture
def kept(cast) -> list[Writing]:
    """Return what was kept here and there: in a dossier, a collective, a heap."""
    wall = make_writing(cast.karim, cast.amina, WALL)
    make_writing(cast.samira, cast.amina, "Moi, je l’entends.", answers=wall, voice="person")
    cave = make_writing(cast.samira, cast.etage, "La cave, c’est pareil : tout suinte.")
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    said = make_writing(cast.samira, heap, "Ça suinte jusque dans les rêves.")
    make_attachment(cast.samira, said, kind="sound", name="voix.wav", description="Une voix.")
    return [wall, cave, said]


def gather(page: Page, wall: Writing) -> None:
    """Begin with the wall, then search for the two others and add them."""
    page.goto(f"/ecrits/{wall.pk}/")
    page.get_by_role("link", name="Reprendre").first.click()
    page.get_by_label("Titre, si vous voulez").fill("Ce qui suinte")
    page.get_by_role("button", name="Ajouter des pièces").click()
    page.get_by_label("Chercher dans ce que vous pouvez lire").fill("suinte")
    page.get_by_role("button", name="Chercher", exact=True).click()
    page.get_by_label("La cave, c’est pareil").check()
    page.get_by_label("Ça suinte jusque dans les rêves").check()
    page.get_by_role("button", name="Ajouter à l’assemblage").click()
    expect(page.locator(".piece")).to_have_count(3)
    expect(page.get_by_label("Titre, si vous voulez")).to_have_value("Ce qui suinte")


def order(page: Page) -> list[str]:
    """Return the sources in the order of the page."""
    return [one.input_value() for one in page.locator(".piece input[name=source]").all()]


@pytest.mark.parametrize(("javascript", "width"), [(True, 390), (False, 390), (True, 1280)])
def test_an_assembly_from_the_first_piece_to_the_document(cast, make_page, kept, javascript, width):
    wall, cave, said = kept
    page = make_page(javascript=javascript, width=width)
    log_in(page)
    gather(page, wall)
    page.get_by_role("button", name="Monter la pièce 3").click()
    expect(page.locator(".piece input[name=source]").nth(1)).to_have_value(str(cave.pk))
    first = page.locator(".piece").first
    first.locator("summary").click()
    first.get_by_label("Effacez ce qui ne sert pas").fill("Le mur suinte. […]")
    first.get_by_label("Vos mots, après").fill("Et ce n’est pas tout.")
    page.get_by_label("Dans quel cahier").select_option("Le premier étage")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.get_by_text("C’est enregistré")).to_be_visible()
    made = Writing.objects.get(text="# Ce qui suinte")
    told = list(made.pieces.values_list("source_id", "passage", "words"))
    assert [one[0] for one in told if one[0] in {wall.pk, said.pk, cave.pk}] == [
        wall.pk, cave.pk, said.pk,
    ]  # fmt: skip
    assert told[0][1] == "Le mur suinte. […]"
    assert told[1] == (wall.replies.get().pk, "Moi, je l’entends.", "Et ce n’est pas tout.")
    expect(page.locator("audio")).to_have_count(1)
    with page.expect_download() as handed:
        page.get_by_role("link", name="PDF, à imprimer").click()
    assert handed.value.suggested_filename == f"document-{made.pk}.pdf"
    reader = PdfReader(io.BytesIO(handed.value.path().read_bytes()))
    printed = " ".join(one.extract_text() for one in reader.pages)
    assert "Moi, je l’entends." in " ".join(printed.split())


def test_pieces_are_dragged_by_their_handle_and_moved_by_keyboard(cast, make_page, kept):
    wall, cave, said = (str(one.pk) for one in kept)
    page = make_page()
    log_in(page)
    gather(page, kept[0])
    handles = page.locator("[data-poignee]")
    handles.nth(0).scroll_into_view_if_needed()
    box = handles.nth(0).bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    for _ in range(30):
        page.mouse.wheel(0, 60)
        box = page.locator(".tenue").bounding_box()
        page.mouse.move(box["x"] + 30, page.viewport_size["height"] - 20)
        if order(page)[2] == wall:
            break
    page.mouse.up()
    assert order(page) == [said, cave, wall]
    up = page.get_by_role("button", name="Monter la pièce 3")
    up.focus()
    page.keyboard.press("Enter")
    assert order(page) == [said, wall, cave]
    assert page.evaluate("document.activeElement.textContent").startswith("Monter")
    expect(page.locator(".garde")).to_contain_text("Gardé")
    page.goto("/assemblages/")
    page.get_by_role("link", name="Ce qui suinte").click()
    assert order(page) == [said, wall, cave]


def test_a_selection_is_kept_or_cut(cast, make_page, kept):
    page = make_page()
    log_in(page)
    page.goto(f"/ecrits/{kept[0].pk}/reprendre/")
    page.locator("summary").last.click()
    box = page.get_by_label("Effacez ce qui ne sert pas")
    box.evaluate("box => box.setSelectionRange(15, 31)")
    page.get_by_role("button", name="Couper la sélection").click()
    expect(box).to_have_value("Le mur suinte. […]Personne n’est venu.")
    box.evaluate("box => box.setSelectionRange(0, 14)")
    page.get_by_role("button", name="Ne garder que la sélection").click()
    expect(box).to_have_value("Le mur suinte.")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.get_by_text("C’est enregistré")).to_be_visible()
    assert Piece.objects.first().passage == "Le mur suinte."


def test_enter_in_the_title_signs_nothing(cast, make_page, kept):
    page = make_page()
    log_in(page)
    page.goto(f"/ecrits/{kept[0].pk}/reprendre/")
    page.get_by_label("Titre, si vous voulez").fill("Pas fini")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Titre, si vous voulez")).to_have_value("Pas fini")
    page.wait_for_url("**/assembler/?brouillon=*")
    assert Piece.objects.count() == 0
