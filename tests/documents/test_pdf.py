"""The PDF: tagged, in French, with its letters inside, and every word in its order."""

import io
import unicodedata

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.documents.pages import Answer, Paragraph, Quote, Run, Title
from dossier.documents.pdf import NotSet, is_drawn, pdf
from tests.documents.examples import HOSTILE, READ, WHOLE, is_read_in_order, of, paragraph, photo


def opened(document) -> pypdf.PdfReader:
    """Return a document's PDF, open."""
    return pypdf.PdfReader(io.BytesIO(pdf(document)))


def words(reader: pypdf.PdfReader) -> str:
    """Return the words of a PDF, ligatures undone."""
    return unicodedata.normalize("NFKC", "\n".join(page.extract_text() for page in reader.pages))


def tags(node, within: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return each tag of a PDF, with those it is in."""
    node = node.get_object()
    if not isinstance(node, dict):
        return []
    path = (*within, node["/S"].removeprefix("/")) if "/S" in node else within
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    found = [path] if "/S" in node else []
    return found + [tag for kid in kids for tag in tags(kid, path)]


def alternatives(node) -> list[str]:
    """Return the words that stand for figures, in order."""
    node = node.get_object()
    if not isinstance(node, dict):
        return []
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    own = [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
    return own + [alt for kid in kids for alt in alternatives(kid)]


def test_the_pdf_says_what_it_is():
    reader = opened(WHOLE)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Bilan d’Amina B."
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert not reader.metadata.creation_date
    assert {round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]} == {210, 297}


def test_the_pdf_is_tagged():
    found = tags(opened(WHOLE).trailer["/Root"]["/StructTreeRoot"])
    ends = [path[-1] for path in found]
    assert [tag for tag in ends if tag in {"Title", "H1", "H2", "H3"}] == [
        "Title",
        "H1",
        "H2",
        "H2",
    ]
    assert ends.count("Figure") == 2
    assert ends.count("LI") == 3
    assert ("Document", "BlockQuote", "BlockQuote", "P") in found  # the answer, in what it answers
    assert {"Strong", "Em", "Caption"} <= set(ends)


def test_every_image_is_told_in_words():
    root = opened(WHOLE).trailer["/Root"]["/StructTreeRoot"]
    assert alternatives(root) == ["Un mur taché.", "Image sans description"]


def test_letters_are_inside():
    fonts = [
        font.get_object()
        for page in opened(WHOLE).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    inside = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & descriptor.keys() for descriptor in inside)
    names = {str(descriptor["/FontName"]).partition("+")[2] for descriptor in inside}
    assert {"Literata-Regular", "NotoEmoji-Regular", "NotoNaskhArabic-Regular"} <= names
    assert "Carre-Regular" not in names


def test_words_come_in_their_order():
    read = words(opened(WHOLE))
    assert is_read_in_order(read, READ)
    assert "page 1 sur 2" in read
    assert "😀" in read


def test_an_answer_stands_alone_when_nothing_is_before():
    found = tags(opened(of(Answer((paragraph("Non."),)))).trailer["/Root"]["/StructTreeRoot"])
    assert ("Document", "BlockQuote", "P") in found


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_only_words(text):
    document = of(
        paragraph(text),
        Title(1, (Run(text),)),
        Quote((paragraph(text),), text),
        photo(alt=text, caption=text),
        title=text,
        house=text,
        told=text,
    )
    read = "".join(words(opened(document)).split())
    ascii_words = [word for word in text.split() if word.isascii() and word.isprintable()]
    assert all(read.count(word) >= 7 for word in ascii_words)


def test_the_same_document_is_the_same_bytes():
    assert pdf(WHOLE) == pdf(WHOLE)


def test_a_sign_without_letter_is_said_and_kept():
    plain, lacking = words(opened(of(paragraph("Wang")))), words(opened(of(paragraph("王 Wang"))))
    assert "carré vide" not in plain
    assert "carré vide" in lacking
    assert "王" in lacking


def test_a_sign_nobody_sees_lacks_no_letter():
    assert all(is_drawn(char) for char in "a é\u200d\u202e\ufe0f\u00ad\u2069\t")
    assert not any(is_drawn(char) for char in "王\U00010900\ue000")


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=400))
def test_any_text_is_set(text):
    assert pdf(of(Paragraph((Run(text), Run(text, emphasis=True, strong=True)))))[:5] == b"%PDF-"


def test_every_letter_there_is_can_be_set():
    """PDF/UA-1 refuses a sign without a letter, and Typst stops at some of them."""
    every = "".join(
        chr(code) + " " * (code % 7 == 0)
        for code in (*range(0x3000), *range(0xA000, 0x20000, 3), *range(0x20000, 0x110000, 251))
    )
    assert pdf(of(paragraph(every)))[:5] == b"%PDF-"


def test_more_than_can_be_set_has_a_name(monkeypatch):
    monkeypatch.setattr("dossier.documents.pdf.PATIENCE_S", 0.01)
    with pytest.raises(NotSet):
        pdf(of(paragraph("Un mot.")))
