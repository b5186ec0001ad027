"""What a worker does in a browser, in a line each."""

from playwright.sync_api import Page, expect

from tests.conftest import PASSPHRASE


def log_in(page: Page, login: str = "samira") -> None:
    """Come in by the door."""
    page.goto("/connexion/")
    page.get_by_label("Votre nom de connexion").fill(login)
    page.get_by_label("Votre phrase secrète").fill(PASSPHRASE)
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_label("Qu’est-ce qui s’est passé ?")).to_be_visible()


def write(page: Page, address: str, text: str) -> None:
    """Write in the notebook at `address`."""
    page.goto(address)
    page.get_by_label("Qu’est-ce qui s’est passé ?").fill(text)
    page.get_by_role("button", name="Écrire dans le cahier").click()
    expect(page.get_by_text("C’est noté")).to_be_visible()
