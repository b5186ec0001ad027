"""What JavaScript adds: drafts by themselves, names after @, results as one types."""

from playwright.sync_api import expect

from dossier.accounts import sittings
from dossier.establishment.actions import change_word
from dossier.establishment.words import Word
from dossier.notebooks.models import Draft, Writing
from tests.browser.steps import log_in
from tests.conftest import make_writing


def test_what_is_typed_is_kept_without_asking(cast, make_page):
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_label("Qu’est-ce qui s’est passé ?").press_sequentially("Elle dort")
    expect(page.get_by_text("Gardé en brouillon")).to_be_visible()
    assert Draft.objects.get().text == "Elle dort"


def test_what_is_typed_after_the_session_ended_is_kept_and_said_once(cast, make_page, watch):
    watch.expected_statuses.add(403)
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    sittings.end_all(cast.samira)
    box = page.get_by_label("Qu’est-ce qui s’est passé ?")
    box.press_sequentially("Elle dort")
    expect(page.get_by_text("On ne vous reconnaît plus ici. Envoyez quand même")).to_be_visible()
    asked = [one for one in watch.requests if "garder" in one]
    page.wait_for_timeout(5500)
    assert [one for one in watch.requests if "garder" in one] == asked  # it does not insist
    box.press_sequentially(" bien")
    page.get_by_role("button", name="Écrire dans le cahier").click()
    expect(page.get_by_label("Votre nom de connexion")).to_be_visible()
    assert "Elle dort bien" in [one.text for one in Draft.objects.of(cast.samira)]


def test_an_escape_that_shuts_the_list_of_names_is_no_haste(cast, make_page):
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.etage.pk}/")
    box = page.get_by_label("Qu’est-ce qui s’est passé ?")
    box.press_sequentially("Vu @am")
    expect(page.get_by_role("option", name="Amina")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_url("**/vide/")


def test_a_double_click_makes_one_writing(cast, make_page):
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_label("Qu’est-ce qui s’est passé ?").fill("Une fois.")
    page.get_by_role("button", name="Écrire dans le cahier").dblclick()
    expect(page.get_by_text("C’est noté").first).to_be_visible()
    page.wait_for_timeout(1500)
    assert (Writing.objects.count(), Draft.objects.count()) == (1, 0)


def test_a_name_is_picked_with_the_keyboard(cast, make_page):
    page = make_page(width=390)
    log_in(page)
    page.goto(f"/cahiers/{cast.etage.pk}/")
    box = page.get_by_label("Qu’est-ce qui s’est passé ?")
    box.press_sequentially("Vu @am")
    expect(page.get_by_role("option", name="Amina")).to_be_visible()
    box.press("Enter")
    expect(box).to_have_value("Vu @Amina ")
    box.press_sequentially("et @did")
    page.wait_for_timeout(500)
    expect(page.get_by_role("option")).to_have_count(0)


def test_what_the_script_says_is_said_with_the_words_of_the_house(cast, make_page):
    change_word(by=cast.samira, key="cahier", word=Word("feuille", gender="f"))
    change_word(by=cast.samira, key="brouillon", word=Word("esquisse", gender="f"))
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.etage.pk}/")
    page.get_by_label("Qu’est-ce qui s’est passé ?").press_sequentially("Vu @am")
    expect(page.get_by_role("listbox", name="Feuilles à mentionner")).to_be_visible()
    expect(page.get_by_text("Gardé en esquisse à")).to_be_visible()


def test_results_come_as_one_types(cast, make_page):
    make_writing(cast.samira, cast.amina, "L’éducatrice est passée.")
    page = make_page()
    log_in(page)
    page.goto("/chercher/")
    page.get_by_role("searchbox").press_sequentially("éducat")
    expect(page.locator("mark")).to_have_text("éducatrice")


def test_a_long_timeline_goes_on_by_itself(cast, make_page):
    for number in range(75):
        make_writing(cast.samira, cast.amina, f"Numéro {number}.")
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    oldest = page.get_by_text("Numéro 0.", exact=True)
    for _ in range(30):
        page.mouse.wheel(0, 6000)
        page.wait_for_timeout(300)
        if oldest.count():
            break
    expect(oldest).to_be_attached()
    expect(page.locator(".jour")).to_have_count(1)


def test_headings_in_use_are_offered(cast, make_page):
    make_writing(cast.samira, cast.amina, "Un mot.", heading="Nuit")
    make_writing(cast.maud, cast.didier, "Un mot.", heading="Banque")
    page = make_page()
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_text("Préciser quand").click()
    expect(page.locator("#rubriques option")).to_have_count(1)
    expect(page.locator("#rubriques option")).to_have_attribute("value", "Nuit")


def test_keyboard_alone_writes_finds_and_corrects(cast, make_page):
    page = make_page()
    page.goto("/connexion/")
    expect(page.get_by_label("Votre nom de connexion")).to_be_focused()
    for word in ("samira", "une phrase pour les essais"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Qu’est-ce qui s’est passé ?")).to_be_visible()
    page.goto(f"/cahiers/{cast.amina.pk}/ecrire/")
    expect(page.get_by_label("Qu’est-ce qui s’est passé ?")).to_be_focused()
    page.keyboard.type("Au clavier.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("article")).to_contain_text("Au clavier.")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.textContent.trim().slice(0, 8)"))
        style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [document.activeElement.tagName, s.outlineStyle, s.outlineWidth] })()"
        )
        assert style[0] == "BODY" or (style[1] != "none" and style[2] != "0px"), style
    assert {"Écrire", "Chercher", "Corriger"} <= seen
