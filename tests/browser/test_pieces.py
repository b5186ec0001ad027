"""Photos, sounds and drawings made in the page itself, with devices that are the browser’s own."""

import pytest
from playwright.sync_api import Page, expect

from dossier.notebooks.models import Attachment, Writing
from tests.browser.steps import log_in


def keep(page: Page, words: str = "") -> None:
    """Keep what is on the page of the bric-à-brac, once what was joined is there."""
    expect(page.locator(".jointe")).to_have_count(1)
    page.locator("textarea").fill(words)
    page.get_by_role("button", name="Garder", exact=True).click()
    expect(page.get_by_text("C’est gardé")).to_be_visible()


def the_one() -> Attachment:
    """Return the one file that was kept, with its writing."""
    (found,) = Attachment.objects.select_related("blob", "writing")
    assert found.writing == Writing.objects.get()
    return found


@pytest.mark.parametrize("width", [390, 1280])
def test_a_sound_is_recorded_kept_and_played(cast, make_page, width):
    page = make_page(devices=True, width=width)
    log_in(page)
    page.goto("/bric-a-brac/")
    page.get_by_role("button", name="Son").click()
    expect(page.get_by_text("0 min 02 s")).to_be_visible()
    page.get_by_role("button", name="Arrêter et joindre").click()
    keep(page)
    assert (the_one().blob.kind, the_one().writing.text) == ("sound", "")
    played = page.evaluate(
        """async () => {
            const sound = document.querySelector("audio");
            sound.muted = true;
            await sound.play();
            await new Promise((done) => setTimeout(done, 600));
            return sound.currentTime;
        }"""
    )
    assert played > 0


def test_a_sound_one_does_not_keep_is_nowhere(cast, make_page):
    page = make_page(devices=True)
    log_in(page)
    page.goto("/bric-a-brac/")
    page.get_by_role("button", name="Son").click()
    expect(page.get_by_text("0 min 01 s")).to_be_visible()
    page.get_by_role("button", name="Ne pas garder").click()
    page.wait_for_timeout(800)
    assert Attachment.objects.count() == 0


def test_a_photo_is_taken_and_shown(cast, make_page):
    page = make_page(devices=True)
    log_in(page)
    page.goto("/bric-a-brac/")
    page.get_by_role("button", name="Photo").click()
    page.get_by_role("button", name="Prendre la photo").click()
    keep(page, "Le mur.")
    assert the_one().blob.kind == "image"
    shown = page.locator(".fragment img").first
    expect(shown).to_be_visible()
    assert shown.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 0


def test_a_drawing_is_made_with_the_hand(cast, make_page):
    page = make_page(width=390)
    log_in(page)
    page.goto("/bric-a-brac/")
    page.get_by_role("button", name="Dessin").click()
    page.get_by_role("button", name="rouge").click()
    sheet = page.get_by_role("img", name="Feuille où dessiner")
    sheet.hover(position={"x": 40, "y": 40})
    page.mouse.down()
    sheet.hover(position={"x": 200, "y": 150})
    page.mouse.up()
    page.get_by_role("button", name="Joindre le dessin").click()
    keep(page, "Sa maison.")
    assert (the_one().blob.kind, the_one().blob.mime) == ("image", "image/png")


def test_a_microphone_refused_is_said_and_the_text_stays(cast, make_page):
    page = make_page()
    log_in(page)
    page.goto("/bric-a-brac/")
    page.locator("textarea").fill("Trois mots.")
    page.get_by_role("button", name="Son").click()
    expect(page.get_by_text("Le micro n’est pas permis")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("Trois mots.")


def test_files_refused_among_others_are_said_until_one_closes_it(cast, make_page, axe, settings):
    settings.MAX_FILE_MB = 1
    page = make_page()
    log_in(page)
    page.goto("/bric-a-brac/")
    files = {"vide.txt": b"", "film.mp4": b"a" * 1_100_000, "note.txt": b"Trois mots."}
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files.items()]
    )
    expect(page.get_by_text("« note.txt » est joint")).to_be_visible()
    expect(page.locator(".jointe")).to_have_count(1)
    told = page.locator(".refus")
    expect(told).to_contain_text(["« vide.txt » est vide", "« film.mp4 » pèse plus de 1 Mo"])
    axe(page)
    told.first.get_by_role("button", name="Fermer").click()
    expect(told).to_contain_text(["« film.mp4 »"])


def test_a_file_the_door_refuses_is_said_too(cast, make_page, watch):
    watch.expected_statuses.add(413)
    page = make_page()
    log_in(page)
    page.goto("/bric-a-brac/")
    page.route("**/pieces/joindre/", _too_heavy_once())
    files = [("film.mp4", b"a"), ("note.txt", b"Trois mots.")]
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files]
    )
    expect(page.get_by_text("« note.txt » est joint")).to_be_visible()
    expect(page.locator(".refus")).to_contain_text(["« film.mp4 » est trop lourd"])


def _too_heavy_once():
    """Return what answers 413 to the first request, as a door before the house may."""
    seen = []

    def answer(route) -> None:
        seen.append(route)
        route.fulfill(status=413) if len(seen) == 1 else route.continue_()

    return answer
