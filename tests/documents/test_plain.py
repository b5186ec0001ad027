"""What is the same in the three outputs; and what hostile or huge hands do to them."""

import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from dossier.documents.html import html
from dossier.documents.odt import odt
from dossier.documents.pages import Answer, Items, Picture, Quote, Run, Title
from dossier.documents.pdf import pdf
from dossier.documents.pictures import drawn, side_for
from dossier.documents.plain import MAX_DEPTH, TooDeep, plain, size, text
from tests.documents.examples import of, paragraph, photo

ROOT = Path(__file__).resolve().parents[2]


def kinds(*blocks) -> list:
    """Return the kinds of nodes, and of those tied together."""
    return [
        [one["kind"] for one in node["blocks"]] if node["kind"] == "tied" else node["kind"]
        for node in plain(of(*blocks), {})["blocks"]
    ]


def nested(depth: int, block=Quote):
    """Return blocks in blocks."""
    found = paragraph("x")
    for _ in range(depth):
        found = Items(((found,),)) if block is Items else block((found,))
    return found


def test_answers_are_tied_to_what_is_before():
    answer, words = Answer((paragraph("Non."),)), paragraph("Oui.")
    assert kinds(words, answer, answer, words) == [["paragraph", "answer", "answer"], "paragraph"]
    assert kinds(answer, words) == ["answer", "paragraph"]


def test_titles_skip_no_level():
    levels = [4, 2, 4, 1, 9, -3]
    tree = plain(of(*(Title(level, (Run("x"),)) for level in levels)), {})
    assert [node["level"] for node in tree["blocks"]] == [1, 2, 3, 1, 2, 1]


def test_what_paper_does_not_take_is_a_sign():
    assert text("a\x00b\ud800c\uffffd\x9fe") == "a�b�c�d�e"
    assert text("a\r\nb\rc\u2028d\x85e\tf") == "a\nb\nc\nd\ne\tf"
    assert text("\u202eم\u200d😀") == "\u202eم\u200d😀"


def test_a_size_is_said_as_one_says_it():
    said = [size(count) for count in (5, 1_000, 73_642, 2_000_000, 3_456_000_000)]
    assert said == ["5\u00a0octets", "1\u00a0Ko", "73,6\u00a0Ko", "2\u00a0Mo", "3,5\u00a0Go"]


@pytest.mark.parametrize("make", [pdf, odt, html])
@pytest.mark.parametrize("block", [Quote, Answer, Items])
def test_blocks_in_blocks_are_made_or_refused_by_name(make, block):
    assert make(of(nested(MAX_DEPTH - 1, block)))
    with pytest.raises(TooDeep):
        make(of(nested(MAX_DEPTH, block)))


@pytest.mark.parametrize("make", [pdf, odt, html])
def test_an_empty_document_is_one(make):
    assert make(of())


def test_a_broken_picture_is_told_and_the_others_shown(tmp_path):
    whole = photo().path.read_bytes()
    cut, false = tmp_path / "cut.jpg", tmp_path / "false.jpg"
    cut.write_bytes(whole[: len(whole) // 3])
    false.write_bytes(b"\xff\xd8\xff non")
    broken = [Picture(path, "image/jpeg", "Un mur") for path in (cut, false, tmp_path / "absent")]
    document = of(*broken, photo(alt="Le vrai"))
    page = html(document).decode()
    assert page.count("Image qui n’a pas pu être ouverte : Un mur") == 3
    assert page.count("<img") == 1
    reader = pypdf.PdfReader(io.BytesIO(pdf(document)))
    assert reader.pages[0].extract_text().count("n’a pas pu être ouverte") == 3
    assert odt(document)


def test_a_picture_keeps_nothing_of_its_camera_and_stands_upright(tmp_path):
    taken = tmp_path / "taken.jpg"
    notes = Image.Exif()
    notes[0x0112] = 6  # turned
    notes[0x010F] = "Appareil de Karim"
    Image.new("RGB", (80, 40), "red").save(taken, exif=notes)
    [ready] = drawn([taken], tmp_path).values()
    assert (ready.width, ready.height) == (40, 80)
    assert b"Karim" not in ready.path.read_bytes()


def test_what_is_seen_through_is_white(tmp_path):
    clear = tmp_path / "clear.png"
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(clear)
    [ready] = drawn([clear], tmp_path).values()
    assert Image.open(ready.path).getpixel((5, 5)) == (255, 255, 255)


def test_many_pictures_are_smaller():
    assert [side_for(count) for count in (1, 40, 41, 300, 5_000)] == [1600, 1600, 1000, 640, 320]


MEASURED = """
import resource
import django
django.setup()
from pathlib import Path
from dossier.documents.{name} import {name} as make
from dossier.documents.pages import Picture
from tests.documents.examples import huge, of
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
made = make({what})
here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(len(made), here, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measured(name: str, what: str = "huge()") -> tuple[int, int, int]:
    """Return how many bytes a document has, and the most kilobytes that making it took more here,
    and apart; in a Python of its own, which no other test has made grow.
    """
    line = [sys.executable, "-c", MEASURED.format(name=name, what=what)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    size, here, apart = map(int, done.stdout.split())
    return size, here, apart


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pdf", "odt", "html"])
def test_a_huge_document_is_made_in_bounded_memory(name):
    size, here, apart = measured(name)
    assert size
    assert here < 200_000
    assert apart < 700_000


@pytest.mark.slow
def test_an_enormous_picture_is_made_small(tmp_path):
    """20 MB of photo: 60 million pixels."""
    big = tmp_path / "big.jpg"
    Image.effect_noise((10_000, 6_000), 60).save(big, quality=75)
    assert big.stat().st_size > 20_000_000
    size, _, apart = measured("pdf", f"of(Picture(Path({str(big)!r}), 'image/jpeg'))")
    assert size < 3_000_000
    assert apart < 700_000
