"""The ODT: styles to rework, pictures inside, and LibreOffice opens it."""

import io
import subprocess
import zipfile
from xml.etree import ElementTree

import odfdo
import pypdf
import pytest

from dossier.documents.odt import odt
from dossier.documents.opendocument import attribute
from dossier.documents.pages import Quote, Run, Title
from dossier.documents.plain import line
from scripts import tools
from tests.documents.examples import HOSTILE, READ, WHOLE, is_read_in_order, of, paragraph, photo


def parts(document) -> dict[str, bytes]:
    """Return the parts of a document's ODT by name."""
    with zipfile.ZipFile(io.BytesIO(odt(document))) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def read(data: bytes) -> ElementTree.Element:
    """Return a part of our own making, read."""
    return ElementTree.fromstring(data)  # noqa: S314


def content(document) -> ElementTree.Element:
    """Return the body of a document's ODT."""
    return read(parts(document)["content.xml"])


def by_style(document) -> list[tuple[str, str]]:
    """Return the style and words of each paragraph and title, in order."""
    wanted = {attribute("text:p"), attribute("text:h")}
    return [
        (one.get(attribute("text:style-name")), "".join(one.itertext()))
        for one in content(document).iter()
        if one.tag in wanted
    ]


def test_the_package_is_an_opendocument_text():
    with zipfile.ZipFile(io.BytesIO(odt(WHOLE))) as pack:
        first = pack.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert pack.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        listed = read(pack.read("META-INF/manifest.xml"))
        names = {one.get(attribute("manifest:full-path")) for one in listed}
        assert names == {"/", *pack.namelist()} - {"mimetype", "META-INF/manifest.xml"}
    opened = odfdo.Document(io.BytesIO(odt(WHOLE)))
    assert opened.meta.title == "Bilan d’Amina B."
    assert opened.meta.language == "fr"
    assert [int(title.level) for title in opened.body.headers] == [1, 2, 2]


def test_each_block_has_its_style():
    found = {words: style for style, words in by_style(WHOLE)}
    assert found["Bilan d’Amina B."] == "Title"
    assert found["Au quotidien"] == "Heading_20_1"
    assert found["Elle a mis la table.Sans le dire."] == "Quotations"
    assert found["Bruno, le 12 mars"] == "Origine"
    assert found["Ce qui y répond · Amina, le 14 mars"] == "Qui_20_repond"
    assert found["Je ne suis pas d’accord."] == "Ce_20_qui_20_repond"
    assert found["Le mur de la chambre 4"] == "Caption"
    assert found["choisir"] == "List_20_Contents"
    assert found["מנחם"] == "Text_20_body_rtl"


def test_every_style_used_exists():
    packed = parts(WHOLE)
    defined = {
        one.get(attribute("style:name"))
        for name in ("styles.xml", "content.xml")
        for one in read(packed[name]).iter()
    }
    used = {
        value
        for one in content(WHOLE).iter()
        for name, value in one.items()
        if name.endswith("}style-name") or name.endswith("}parent-style-name")
    }
    assert used - defined == set()


def test_an_answer_is_in_what_it_answers():
    section = attribute("text:section")
    outer = next(one for one in content(WHOLE).iter(section))
    assert [one.tag for one in outer] == [attribute("text:p"), attribute("text:p"), section]
    assert "Je ne suis pas d’accord." in "".join(outer[2].itertext())


def test_pictures_are_inside_and_told_in_words():
    packed = parts(WHOLE)
    found = read(packed["content.xml"])
    told = [one.text for one in found.iter(attribute("svg:desc"))]
    assert told == ["Un mur taché.", "Image sans description"]
    places = [one.get(attribute("xlink:href")) for one in found.iter(attribute("draw:image"))]
    assert places == ["Pictures/1.jpg", "Pictures/2.jpg"]
    assert all(packed[place][:3] == b"\xff\xd8\xff" for place in places)


def test_nothing_is_outside_the_file():
    for name, data in parts(of(*WHOLE.blocks, *map(paragraph, HOSTILE))).items():
        if name.endswith(".xml"):
            for one in read(data).iter():
                link = one.get(attribute("xlink:href"))
                assert link is None or link.startswith("Pictures/")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_only_words(text):
    document = of(paragraph(text), Title(1, (Run(text),)), Quote((), text), house=text)
    allowed = {
        attribute(f"text:{name}") for name in ("p", "h", "section", "line-break", "s", "tab")
    }
    body = content(document).find(f".//{attribute('office:text')}")
    assert {one.tag for one in body.iter()} - {body.tag} <= allowed
    shown = "".join("".join(body.itertext()).split())
    assert shown.count("".join(line(text).split())) == 4


def test_spaces_and_line_ends_are_kept():
    line = content(of(paragraph("  deux  espaces\tet\n fin")))[-1][0][-1]
    assert [one.tag.partition("}")[2] for one in line] == ["s", "s", "tab", "line-break", "s"]


def test_the_same_document_is_the_same_bytes():
    assert odt(WHOLE) == odt(WHOLE)


@pytest.mark.slow
def test_libreoffice_opens_it_and_shows_everything_in_order(tmp_path):
    (tmp_path / "essai.odt").write_bytes(odt(WHOLE))
    command = (
        tools.require_libreoffice(),
        f"-env:UserInstallation=file://{tmp_path}/profil",
        *("--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "essai.odt"),
    )
    subprocess.run(command, check=True, capture_output=True, timeout=100)  # noqa: S603
    reader = pypdf.PdfReader(tmp_path / "essai.pdf")
    words = "\n".join(page.extract_text() for page in reader.pages)
    assert is_read_in_order(words, READ)
    assert reader.metadata.title == "Bilan d’Amina B."
    shown = [image.image.width for page in reader.pages for image in page.images]
    # An emoji is an image too, and two pages may share theirs.
    assert len({width for width in shown if width > 300}) == 2


def test_a_picture_shown_twice_is_kept_once():
    assert [name for name in parts(of(photo(), photo())) if name.startswith("Pictures")] == [
        "Pictures/1.jpg"
    ]
