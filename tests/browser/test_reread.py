"""Beside the box, in a browser: the charter, the marks, and a look before signing."""

import pytest

from tests.browser.steps import log_in


@pytest.mark.parametrize(("dark", "width"), [(False, 390), (True, 1280)])
def test_one_marks_a_sentence_reads_again_and_signs(cast, make_page, axe, dark, width):
    page = make_page(dark=dark, width=width)
    log_in(page)
    page.goto(f"/cahiers/{cast.amina.pk}/ecrire/")
    page.get_by_text("Écrire en sachant que ce sera lu").click()
    page.get_by_text("par-dessus l’épaule").wait_for()
    page.get_by_role("button", name="supposé", exact=True).click()
    assert page.locator("#id_text").input_value() == "[supposé] "
    page.keyboard.type("Amina est violente.")
    axe(page)
    page.get_by_role("button", name="Relire avant de signer").click()
    page.get_by_text("Un mot qui enferme").wait_for()
    assert page.locator("#id_text").input_value() == "[supposé] Amina est violente."
    axe(page)
    page.get_by_role("button", name="Écrire dans le cahier").click()
    page.locator(".marque").wait_for()
    axe(page)
