"""The page in one file: nothing outside it, nothing that runs, everything in its order."""

import base64
import re
from html.parser import HTMLParser

import pytest

from dossier.documents import html as page
from dossier.documents.html import html
from dossier.documents.pages import Film, Paragraph, Quote, Run, Sound, Title
from dossier.documents.plain import line
from tests.documents.examples import (
    HOSTILE,
    PIECES,
    READ,
    WHOLE,
    is_read_in_order,
    of,
    paragraph,
    photo,
)

POLICY = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'"
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "h4",
    "h5", "p", "br", "strong", "em", "bdi", "ul", "ol", "li", "figure", "figcaption", "blockquote",
    "section", "div", "img", "audio", "video", "hr",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "dir", "aria-label", "start",
    "src", "alt", "width", "height", "controls",
}  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags, self.words, self.styles, self.last = [], [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.last = tag

    def handle_endtag(self, tag):
        self.last = ""

    def handle_data(self, data):
        (self.styles if self.last == "style" else self.words).append(data)


def read(document) -> _Reader:
    """Read a document's page as a browser does."""
    reader = _Reader()
    reader.feed(html(document).decode())
    return reader


def is_closed(reader: _Reader) -> bool:
    """Whether a page has only our tags and attributes, and all that it shows inside."""
    assert {tag for tag, _ in reader.tags} <= TAGS
    assert {name for _, given in reader.tags for name in given} <= ATTRIBUTES
    sources = [given["src"] for _, given in reader.tags if "src" in given]
    assert all(re.match(r"data:(image/jpeg|audio/wav);base64,", source) for source in sources)
    return not any(sign in "".join(reader.styles) for sign in ("url(", "@import", "http"))


def test_nothing_is_outside_the_page():
    assert is_closed(read(WHOLE))
    policies = [given["content"] for _, given in read(WHOLE).tags if "http-equiv" in given]
    assert policies == [POLICY]


def test_the_page_is_structured():
    reader = read(WHOLE)
    tags = [tag for tag, _ in reader.tags]
    assert [tag for tag in tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h3", "h3"]
    assert reader.tags[0] == ("html", {"lang": "fr"})
    assert tags.count("blockquote") == 1
    assert [given["alt"] for tag, given in reader.tags if tag == "img"] == [
        "Un mur taché.",
        "Image sans description",
    ]
    answered = [given.get("class") for tag, given in reader.tags if tag in {"div", "section"}]
    assert answered[:2] == ["ensemble", "reponse"]


def test_words_come_in_their_order():
    assert is_read_in_order("".join(read(WHOLE).words), READ)


def test_sounds_are_inside():
    [source] = [given["src"] for tag, given in read(WHOLE).tags if tag == "audio"]
    data = base64.b64decode(source.partition(",")[2])
    assert data == (PIECES / "air-fredonne.wav").read_bytes()


def test_sounds_beyond_what_a_file_holds_are_named(monkeypatch):
    sound = Sound("chant.wav", PIECES / "air-fredonne.wav", "audio/wav")
    monkeypatch.setattr(page, "MAX_PLAYED", sound.path.stat().st_size)
    reader = read(of(sound, sound))
    assert [tag for tag, _ in reader.tags].count("audio") == 1
    assert "".join(reader.words).count("chant.wav") == 2


@pytest.mark.parametrize("mime", ["text/html", "image/svg+xml", "audio/x,<script>", ""])
def test_what_is_no_sound_is_named_only(mime):
    reader = read(of(Film("x", PIECES / "air-fredonne.wav", mime)))
    assert not {"audio", "video"} & {tag for tag, _ in reader.tags}


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
    reader = read(document)
    assert is_closed(reader)
    shown = "".join("".join(reader.words).split())
    assert shown.count("".join(line(text).split())) == 9


def test_marks_and_line_ends_are_kept():
    text = html(of(Paragraph((Run("un\ndeux", emphasis=True, strong=True),)))).decode()
    assert '<p dir="auto"><strong><em>un<br>deux</em></strong></p>' in text


def test_the_same_document_is_the_same_bytes():
    assert html(WHOLE) == html(WHOLE)
