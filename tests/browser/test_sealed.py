"""A sealed file opens from a disk, without a network: right, or refused clearly."""

import base64
import io
import json
import re
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from playwright.sync_api import expect

from dossier.disclosures import sealing
from dossier.disclosures.sealing import Manifest, Part
from tests.disclosures.test_sealing import MANIFEST, PHRASE

LONG = "\n".join(f"Ligne {number} : le jardin, la pluie, et rien d’autre." for number in range(200))
NOTE = (
    '<h1>Matin</h1><p>Deux <em>œu</em>fs. L’ÉTÉ\u00a0dernier, il a <span class="marque">vu</span>'
    " la mer.</p>"
    "<ul><li>été</li></ul>"
)
HOSTILE = (
    "<p>Avant</p><script>window.ran = 1; fetch('https://exemple.fr/a')</script>"
    '<img src="https://exemple.fr/b.png" onerror="window.ran = 1">'
    '<a href="javascript:window.ran = 1">lien</a>'
    '<meta http-equiv="refresh" content="0;//exemple.fr">'
    '<iframe srcdoc="<script>top.ran = 1</script>"></iframe><style>@import "//exemple.fr/c"</style>'
    '<svg onload="window.ran = 1"><image href="https://exemple.fr/d"></image></svg>'
    '<form action="https://exemple.fr/e"><button>x</button></form><base href="https://exemple.fr/">'
    '<p style="background:url(https://exemple.fr/f)" onclick="window.ran = 1">Après</p>'
)


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(file, "PNG")
    return file.getvalue()


PARTS = (
    Part("notes/matin.txt", "Note du matin", "text/plain", b"Le matin", html=NOTE),
    Part("notes/longue.txt", "Longue note", "text/plain", LONG.encode()),
    Part("photos/jardin.png", "Le jardin", "image/png", picture()),
    Part("papiers/a.pdf", "Une ordonnance", "application/pdf", b"%PDF-1.4"),
)


def made(folder: Path, parts=PARTS, **changed) -> Path:
    """Return the path of a file sealed in `folder`."""
    path = folder / "scelle.html"
    with path.open("wb") as file:
        sealing.seal(parts, Manifest(**vars(MANIFEST) | changed), PHRASE, file)
    return path


def altered(path: Path, change) -> Path:
    """Return the path of a copy whose bytes `change` has changed."""
    copy = path.with_name("autre.html")
    raw = bytearray(path.read_bytes())
    copy.write_bytes(bytes(change(raw) or raw))
    return copy


def unlock(page, phrase: str = PHRASE) -> None:
    page.get_by_label("La phrase secrète").fill(phrase)
    page.get_by_role("button", name="Ouvrir").click()


def enter(page) -> None:
    """Open with the right passphrase."""
    unlock(page)
    expect(page.get_by_role("heading", name="Pour Dr Élodie Marchetti")).to_be_focused()


def read(page, title: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=title).click()
    expect(page.locator("#textes h2").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_the_right_passphrase_opens_it(open_file, axe, tmp_path, width, dark):
    page = open_file(made(tmp_path), width=width, dark=dark)
    expect(page.get_by_text("Il vient de : Les Tilleuls")).to_be_visible()
    assert "Amina" not in page.content()
    axe(page)
    unlock(page, f" {PHRASE.upper()} ")
    about = page.locator("#apropos")
    for told in (MANIFEST.what, MANIFEST.purpose, MANIFEST.by, *MANIFEST.consents):
        expect(about).to_contain_text(told)
    expect(about).to_contain_text("lundi 1er mars 2027")
    expect(about).to_contain_text("Vérifiées")
    expect(page.get_by_role("banner")).to_contain_text("Remis à Dr Élodie Marchetti")
    axe(page)
    read(page, "Note du matin")
    expect(page.locator("#textes")).to_contain_text("Deux œufs. L’ÉTÉ")
    read(page, "Le jardin")
    shown = page.get_by_role("img", name="Le jardin")
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 30
    read(page, "Tout, à la suite")
    expect(page.locator("#textes article")).to_have_count(4)
    axe(page)
    scrolls = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(scrolls)


def test_a_wrong_passphrase_is_told_and_the_right_one_opens_after(open_file, axe, tmp_path):
    page = open_file(made(tmp_path))
    unlock(page, PHRASE[:-1])
    expect(page.get_by_role("status")).to_contain_text("Cette phrase n’ouvre pas ce fichier.")
    expect(page.get_by_label("La phrase secrète")).to_be_focused()
    axe(page)
    enter(page)


def flipped(at: int):
    def change(raw: bytearray) -> None:
        raw[at] = ord("A") if raw[at] != ord("A") else ord("B")

    return change


def test_a_byte_changed_is_told(open_file, tmp_path):
    path = made(tmp_path)
    raw = path.read_bytes()
    head, chunk = (found.end(0) for found in re.finditer(re.escape(sealing.OPEN), raw))
    for at in (head + 3, head + 20, head + 60, head + 130):
        page = open_file(altered(path, flipped(at)))
        expect(page.get_by_role("status")).to_contain_text("Ce fichier est abîmé")
        expect(page.get_by_label("La phrase secrète")).to_be_hidden()
    for at in (chunk, chunk + 5_000, len(raw) - 70):
        page = open_file(altered(path, flipped(at)))
        unlock(page)
        expect(page.get_by_role("status")).to_contain_text("Ce fichier est abîmé")
        assert "jardin" not in page.content()


def test_a_file_cut_short_is_told(open_file, tmp_path):
    path = made(tmp_path)
    raw = path.read_bytes()
    start = raw.index(sealing.OPEN)
    for length in (start, start + 60, len(raw) - 3_000, len(raw) - len(sealing.END)):
        page = open_file(altered(path, lambda raw, length=length: raw[:length]))
        expect(page.get_by_role("status")).to_contain_text("Ce fichier est incomplet")
        expect(page.get_by_label("La phrase secrète")).to_be_hidden()


def test_chunks_are_read_each_at_its_place(open_file, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "CHUNK", 2_000)
        path = made(tmp_path)
    enter(open_file(path))
    lines = path.read_bytes().splitlines(keepends=True)
    *_, one, two, three = (
        number for number, line in enumerate(lines) if line.startswith(sealing.OPEN)
    )
    without_the_last = lines[:three] + lines[three + 1 :]
    in_another_order = [*lines]
    in_another_order[one], in_another_order[two] = lines[two], lines[one]
    for changed in (without_the_last, in_another_order):
        path.write_bytes(b"".join(changed))
        page = open_file(path)
        unlock(page)
        expect(page.get_by_role("status")).to_contain_text("Ce fichier est abîmé")
        assert "jardin" not in page.content()


@pytest.mark.parametrize("place", ["<style>", "<script>"])
def test_a_style_or_a_script_that_changed_does_not_run(open_file, tmp_path, place):
    path = made(tmp_path)
    at = path.read_bytes().index(place.encode()) + len(place)
    page = open_file(altered(path, lambda raw: raw[:at] + b" " + raw[at:]))
    if place == "<script>":
        expect(page.get_by_text("Si rien d’autre n’apparaît ici")).to_be_visible()
        expect(page.get_by_label("La phrase secrète")).to_be_hidden()
    else:
        enter(page)
    (told,) = open_file.errors
    assert "Content Security Policy" in told
    open_file.errors.clear()


def test_a_browser_too_old_is_told(browser, tmp_path):
    with closing(browser.new_context(offline=True)) as context:
        context.add_init_script(
            "Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})"
        )
        page = context.new_page()
        page.goto(made(tmp_path).as_uri())
        expect(page.get_by_role("status")).to_contain_text("Ce navigateur n’arrive pas à ouvrir")
        expect(page.get_by_label("La phrase secrète")).to_be_hidden()


def test_words_are_found_whatever_their_accents(open_file, tmp_path):
    page = open_file(made(tmp_path), width=390)
    enter(page)
    box, count = page.get_by_label("Chercher dans les documents"), page.locator("#compte")
    box.fill("l'ete dernier")
    expect(count).to_have_text("1 passage, dans 1 document.")
    box.press("Enter")
    expect(count).to_have_text("Passage 1 sur 1, dans « Note du matin ».")
    expect(page.locator("mark.ici")).to_have_text("L’ÉTÉ\u00a0dernier")
    box.fill("OEUFS")
    expect(count).to_have_text("1 passage, dans 1 document.")
    expect(page.locator("mark")).to_have_text(["œu", "fs"])
    box.fill("été")
    expect(count).to_have_text("2 passages, dans 1 document.")
    for number in (1, 2, 1):
        page.get_by_role("button", name="Suivant").click()
        expect(count).to_contain_text(f"Passage {number} sur 2")
        expect(page.locator("mark.ici")).to_be_in_viewport()
    page.get_by_role("button", name="Précédent").click()
    expect(count).to_contain_text("Passage 2 sur 2")
    box.fill("pluie")
    expect(count).to_have_text("200 passages, dans 1 document.")
    page.get_by_role("button", name="Précédent").click()
    expect(count).to_contain_text("Passage 200 sur 200, dans « Longue note »")
    expect(page.locator("mark.ici")).to_be_in_viewport()
    assert page.locator("pre").evaluate("one => one.textContent") == LONG
    box.fill("la")  # in every line, and in others
    expect(count).to_contain_text("dans 2 documents")
    box.fill("hippocampe")
    expect(count).to_have_text("Aucun passage.")
    expect(page.locator("mark")).to_have_count(0)
    box.fill("")
    expect(count).to_be_empty()


def test_every_printed_page_says_for_whom_and_until_when(open_file, tmp_path):
    page = open_file(made(tmp_path))
    enter(page)
    read(page, "Tout, à la suite")
    expect(page.locator("#textes article")).to_have_count(4)
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [one.extract_text() for one in printed.pages]
    assert len(texts) > 6
    for text in texts:
        told = " ".join(text.split())
        assert "Remis à Dr Élodie Marchetti, à lire jusqu’au lundi 1er mars 2027" in told
    whole = "".join(texts)
    assert [f"Ligne {number} :" in whole for number in range(200)] == [True] * 200
    assert "Enregistrer" not in whole
    assert "Refermer" not in whole


@pytest.mark.parametrize(
    ("until", "is_late"), [(date(2026, 11, 29), True), (date(2026, 11, 30), False)]
)
def test_after_its_last_day_it_says_so_above_all(browser, tmp_path, until, is_late):
    with closing(browser.new_context(offline=True, timezone_id="Europe/Paris")) as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-30T22:59:00Z")  # a minute before midnight there
        page.goto(made(tmp_path, until=until).as_uri())
        notice = page.get_by_role("alert")
        expect(page.get_by_label("La phrase secrète")).to_be_visible()
        expect(notice).to_be_visible(visible=is_late)
        enter(page)
        expect(notice).to_be_visible(visible=is_late)
        if is_late:
            expect(notice).to_contain_text("dimanche 29 novembre 2026")


def test_what_is_hostile_runs_nothing_and_asks_for_nothing(open_file, tmp_path):
    """Neither what sealing cleans, nor what would have passed it."""
    hostile = Part("a.txt", "<img src=x onerror=window.ran=1>", "text/html", HOSTILE.encode(),
                   html=HOSTILE)  # fmt: skip
    svg = Part("b.svg", "Dessin", "image/svg+xml", b"<svg onload='window.ran=1'/>")
    text = Part("c.txt", "Texte", "text/plain", HOSTILE.encode())
    for clean in (sealing.cleaned, str):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sealing, "cleaned", clean)
            path = made(tmp_path, [hostile, svg, text], what=HOSTILE, consents=(HOSTILE,))
        page = open_file(path)
        enter(page)
        read(page, "Tout, à la suite")
        expect(page.locator("#textes article")).to_have_count(3)
        expect(page.locator("#textes")).to_contain_text("Après")
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None
        inside = page.locator("#lecture").locator("script, img, a, meta, iframe, style, svg, base")
        expect(inside).to_have_count(0)
        assert page.locator("#lecture [style], #lecture [onclick], #lecture [onload]").count() == 0
        if clean is str:  # the browser says what it refuses of what is only read
            assert all("Content Security Policy" in told for told in open_file.errors)
            open_file.errors.clear()


def test_a_document_whose_hash_is_not_the_one_noted_is_told(open_file, tmp_path):
    """What the page itself checks, whoever sealed it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "_sealed", forged(sealing._sealed))
        path = made(tmp_path)
    page = open_file(path)
    enter(page)
    expect(page.locator("#apropos")).to_contain_text("n’ont pas l’empreinte notée au départ")
    read(page, "Longue note")
    expect(page.locator("#textes")).to_contain_text("Attention : ce document")
    read(page, "Note du matin")
    expect(page.locator("#textes")).not_to_contain_text("Attention")


def forged(honest):
    def seal_one(part, sealed, tally):
        entry = honest(part, sealed, tally)
        return entry | {"sha256": "0" * 64} if part.title == "Longue note" else entry

    return seal_one


def test_a_file_is_saved_as_it_was(open_file, tmp_path):
    page = open_file(made(tmp_path))
    enter(page)
    read(page, "Une ordonnance")
    expect(page.locator("#textes")).to_contain_text("Ce document s’ouvre avec un autre logiciel")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Enregistrer ce fichier").click()
    assert saved.value.suggested_filename == "a.pdf"
    assert saved.value.path().read_bytes() == b"%PDF-1.4"


def test_closed_again_it_shows_nothing(open_file, tmp_path):
    page = open_file(made(tmp_path))
    enter(page)
    page.get_by_role("button", name="Refermer").click()
    box = page.get_by_label("La phrase secrète")
    expect(box).to_be_visible()
    expect(box).to_have_value("")
    assert "Note du matin" not in page.content()


def test_it_is_opened_and_read_with_the_keyboard(open_file, tmp_path):
    page = open_file(made(tmp_path))
    expect(page.get_by_label("La phrase secrète")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type(PHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Pour Dr Élodie Marchetti")).to_be_focused()
    for _ in range(3):  # the search, what it is about, the first document
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#textes")).to_contain_text("Deux œufs")
    current = page.get_by_role("navigation").locator("[aria-current=true]")
    expect(current).to_have_text("Note du matin")
    expect(page.locator("#lecture")).to_be_focused()


class Firefox:
    """Firefox without a window, spoken to as its own tests do (Marionette, on the loopback)."""

    def __init__(self, program: str, profile: Path) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            port = free.getsockname()[1]
        settings = {"marionette.port": port, "network.manage-offline-status": False,
                    "datareporting.policy.dataSubmissionEnabled": False}  # fmt: skip
        lines = (f'user_pref("{name}", {json.dumps(one)});' for name, one in settings.items())
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self.process = subprocess.Popen(  # noqa: S603
            [program, "--headless", "--marionette", "--offline", "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.number = 0
        self.line = self._line(port)
        self._heard()
        self.ask("WebDriver:NewSession", capabilities={})

    def ask(self, command: str, **said):
        """Return the value a command answers."""
        self.number += 1
        told = json.dumps([0, self.number, command, said]).encode()
        self.line.sendall(b"%d:%s" % (len(told), told))
        _, _, error, found = self._heard()
        assert error is None, error
        return found.get("value") if isinstance(found, dict) else found

    def see(self, script: str):
        """Return what a script returns, once it is true."""
        for _ in range(100):
            if found := self.ask("WebDriver:ExecuteScript", script=f"return {script}", args=[]):
                return found
            time.sleep(0.1)
        raise AssertionError(script)

    def close(self) -> None:
        self.line.close()
        self.process.terminate()
        self.process.wait(timeout=30)

    def _line(self, port: int) -> socket.socket:
        for _ in range(300):
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=60)
            except ConnectionRefusedError:
                time.sleep(0.1)
        raise AssertionError("Firefox does not answer")

    def _heard(self):
        length = b""
        while (sign := self.line.recv(1)) != b":":
            length += sign
        held = b""
        while len(held) < int(length):
            held += self.line.recv(int(length) - len(held))
        return json.loads(held)


@pytest.fixture
def firefox():
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if not program:
        pytest.skip("absent: Firefox")
    with (
        tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile,
        closing(Firefox(program, Path(profile))) as driven,
    ):
        yield driven


def test_firefox_opens_it_too(firefox, tmp_path):
    path = made(tmp_path)
    unlocking = (
        "(phrase.value = {!r}, ouvrir.requestSubmit(), dit.querySelector('p:not([hidden])').id)"
    )

    def show(shown: Path) -> None:
        firefox.ask("WebDriver:Navigate", url=shown.as_uri())

    show(path)
    assert firefox.see("isSecureContext && !ouvrir.hidden")
    firefox.see(unlocking.format(PHRASE[1:]))
    assert firefox.see("!wrong.hidden")
    firefox.see(unlocking.format(PHRASE))
    assert firefox.see("!dedans.hidden && apropos.textContent.includes('Vérifiées')")
    firefox.see("(quoi.value = 'l\\'ete dernier', quoi.oninput(), true)")
    assert firefox.see("compte.textContent") == "1 passage, dans 1 document."
    firefox.see("(apres.click(), true)")
    assert firefox.see("document.querySelector('mark.ici').textContent") == "L’ÉTÉ\u00a0dernier"
    firefox.see("(document.getElementById('vers-tout').click(), true)")
    assert firefox.see("textes.children.length === 4")
    printed = pypdf.PdfReader(io.BytesIO(base64.b64decode(firefox.ask("WebDriver:Print"))))
    assert len(printed.pages) > 4
    for one in printed.pages:
        assert "Remis à Dr Élodie Marchetti" in " ".join(one.extract_text().split())
    show(altered(path, flipped(path.read_bytes().rindex(sealing.OPEN) + 5_000)))
    firefox.see(unlocking.format(PHRASE))
    assert firefox.see("!damaged.hidden")
    show(altered(path, lambda raw: raw[:-3_000]))
    assert firefox.see("!cut.hidden")
