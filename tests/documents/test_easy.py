"""Easy to read: a sentence a line, large letters, pictures above their words, and no word lost."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.documents.easy import easy, one_a_line, sentences
from dossier.documents.html import html
from dossier.documents.odt import odt
from dossier.documents.pages import Paragraph, Picture, Quote, Run
from dossier.documents.pdf import pdf
from scripts import tools
from tests.documents.examples import READ, WHOLE, is_read_in_order, of, paragraph, photo
from tests.documents.test_pdf import alternatives, tags, words

EASY = easy(WHOLE)
# What one reads in it: who took it out comes last, and no line stands under a picture.
READ_EASY = [one for one in READ if one not in {WHOLE.told, "Le mur de la chambre 4"}]


@given(st.text(max_size=300))
def test_no_letter_is_lost(text):
    kept = "".join(one_a_line(text).split())
    assert kept == "".join(text.split())
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_each_sentence_is_a_paragraph_without_italics():
    runs = (Run("Elle veut "), Run("partir. Elle", emphasis=True), Run(" ira", strong=True))
    told = easy(of(Paragraph(runs))).blocks
    assert told == (
        Paragraph((Run("Elle veut "), Run("partir."))),
        Paragraph((Run("Elle"), Run(" ira", strong=True))),
    )


def test_pictures_stand_above_the_words_they_came_with():
    (quote,) = easy(of(Quote((paragraph("La plage. Le bateau."), photo(alt="La plage"))))).blocks
    assert isinstance(quote.blocks[0], Picture)
    assert [one.runs[0].text for one in quote.blocks[1:]] == ["La plage.", "Le bateau."]


def test_pictures_of_the_text_come_first_and_who_signed_it_last():
    long = photo(alt="La plage, avec trois bateaux.", caption="La plage, avec trois bateaux.")
    document = replace(of(paragraph("Elle part."), long), signed="Samira, mardi.", told="Sorti.")
    made = easy(document)
    first, words_, _rule, *last = made.blocks
    assert (first.alt, first.caption) == ("La plage, avec trois bateaux.", "")
    assert words_ == paragraph("Elle part.")
    assert [one.runs[0].text for one in last] == ["Samira, mardi.", "Sorti."]
    assert (made.told, made.signed) == ("", "")
    for told in (words(pypdf.PdfReader(io.BytesIO(pdf(made)))), html(made).decode()):
        assert told.index("Elle part.") < told.index("Samira, mardi.") < told.index("Sorti.")
    plainly = html(document).decode()
    assert plainly.index("Samira, mardi.") < plainly.index("Elle part.")


def sizes(document) -> list[float]:
    """Return the size of each letter of a PDF, in points."""
    found: list[float] = []

    def visit(text, matrix, place, font, size):
        if text.strip():
            found.append(round(size * abs(place[3]) * abs(matrix[3]), 1))

    for page in pypdf.PdfReader(io.BytesIO(pdf(document))).pages:
        page.extract_text(visitor_text=visit)
    return found


def test_the_pdf_is_large_and_keeps_its_promises():
    reader = pypdf.PdfReader(io.BytesIO(pdf(EASY)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert alternatives(root["/StructTreeRoot"]) == ["Un mur taché.", "Image sans description"]
    ends = [path[-1] for path in tags(root["/StructTreeRoot"])]
    assert "Em" not in ends
    read = words(reader)
    assert is_read_in_order(
        read, [*READ_EASY[:-1], WHOLE.told]
    )  # a letter made of two is told twice in the last
    assert "Ольга et Ελένη sont venues" in read
    assert f"page 1 sur {len(reader.pages)}" in read
    assert min(sizes(EASY)) >= 14
    assert sizes(EASY).count(18) > len(sizes(EASY)) / 2
    assert min(sizes(WHOLE)) < 14  # what the test would see


@pytest.mark.slow
def test_the_odt_is_large_and_libreoffice_opens_it(tmp_path):
    with zipfile.ZipFile(io.BytesIO(odt(EASY))) as parts:
        styles = parts.read("styles.xml").decode()
        content = parts.read("content.xml").decode()
    points = [float(size) for size in re.findall(r'fo:font-size="([\d.]+)pt"', styles)]
    assert min(points) >= 14
    assert "justify" not in styles
    (width,) = re.findall(r'svg:width="([\d.]+)mm"', content)[:1]
    assert float(width) > 80
    (tmp_path / "facile.odt").write_bytes(odt(EASY))
    command = (
        tools.require_libreoffice(),
        f"-env:UserInstallation=file://{tmp_path}/profil",
        *("--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "facile.odt"),
    )
    subprocess.run(command, check=True, capture_output=True, timeout=100)  # noqa: S603
    assert is_read_in_order(
        words(pypdf.PdfReader(tmp_path / "facile.pdf")), [*READ_EASY, WHOLE.told]
    )


def test_the_page_says_that_it_is_easy():
    page = html(EASY).decode()
    assert '<body class="facile">' in page
    assert '<body class="facile">' not in html(WHOLE).decode()
    assert "<em>" not in page


@pytest.mark.parametrize("make", [pdf, odt, html])
def test_the_same_document_is_the_same_bytes(make):
    assert make(EASY) == make(EASY)
