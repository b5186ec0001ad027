"""Keeping a file: once, told by its content, without what cameras and phones note in it."""

import io
import struct
import zipfile
from pathlib import Path

import pillow_heif
import pytest
import typst
from django.core.files.storage import default_storage
from PIL import Image

from dossier.files import actions, kinds
from dossier.files.models import Blob

pytestmark = pytest.mark.django_db
GPS = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 7.0)}


def picture(kind: str = "JPEG", size: tuple[int, int] = (900, 600), **more) -> bytes:
    """Return a picture, red above and blue below."""
    image = Image.new("RGB", size, "#c02020")
    image.paste("#2020c0", (0, size[1] // 2, size[0], size[1]))
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def noted() -> Image.Exif:
    """Return what a phone notes: its name, where it was, how it was held."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Téléphone de Samira", 6
    exif.get_ifd(0x8825).update(GPS)
    exif[0x8825] = GPS
    return exif


def opened(blob: Blob, size: str = "content") -> Image.Image:
    """Return a kept image."""
    return Image.open(io.BytesIO(blob.path(size).read_bytes()))


def test_a_photo_loses_its_place_and_stands_upright():
    given = picture(exif=noted())
    assert Image.open(io.BytesIO(given)).getexif().get_ifd(0x8825)
    blob = actions.keep([given])
    assert (blob.kind, blob.mime, blob.width, blob.height) == ("image", "image/jpeg", 600, 900)
    for size in ("content", "large", "small"):
        kept = opened(blob, size)
        assert dict(kept.getexif()) == {}
        assert b"Samira" not in blob.path(size).read_bytes()
        assert b"Exif" not in blob.path(size).read_bytes()
    assert opened(blob, "small").size == (320, 480)
    left, right = opened(blob).getpixel((20, 450)), opened(blob).getpixel((580, 450))
    assert (left[2] > 150, right[0] > 150) == (True, True)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "TIFF", "BMP"])
def test_other_pictures_are_kept_without_their_notes(kind):
    more = {"exif": noted()} if kind in {"PNG", "WEBP", "TIFF"} else {}
    blob = actions.keep([picture(kind, **more)])
    assert blob.kind == "image"
    assert b"Samira" not in blob.path().read_bytes()
    assert opened(blob).format in {"PNG", "JPEG"}


def test_a_photo_of_an_apple_telephone_is_shown_like_any_other(tmp_path):
    heif = pillow_heif.from_pillow(Image.new("RGB", (640, 480), "green"))
    heif.save(tmp_path / "x.heic", exif=noted().tobytes())
    blob = actions.keep([(tmp_path / "x.heic").read_bytes()])
    assert (blob.kind, blob.mime) == ("image", "image/jpeg")
    assert b"Samira" not in blob.path().read_bytes()


def test_a_picture_one_sees_through_stays_so():
    file = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(file, "PNG")
    blob = actions.keep([file.getvalue()])
    assert opened(blob).getpixel((5, 5))[3] == 0
    assert opened(blob, "small").mode == "RGBA"


def test_a_gif_goes_on_moving():
    file = io.BytesIO()
    frames = [Image.new("RGB", (80, 60), colour) for colour in ("red", "green", "blue")]
    frames[0].save(
        file, "GIF", save_all=True, append_images=frames[1:], duration=300, comment=b"chez Samira"
    )
    blob = actions.keep([file.getvalue()])
    assert (blob.mime, opened(blob).n_frames) == ("image/gif", 3)
    assert b"Samira" not in blob.path().read_bytes()


def test_a_large_photo_is_shown_light():
    blob = actions.keep([picture(size=(5000, 3000))])
    sizes = [opened(blob, size).size for size in ("content", "large", "small")]
    assert sizes == [(4096, 2458), (1600, 960), (480, 288)]
    assert (blob.width, blob.height) == (4096, 2458)


def test_the_same_file_twice_is_kept_once():
    first, second = actions.keep([picture()]), actions.keep([picture()[:100], picture()[100:]])
    assert first == second
    assert Blob.objects.count() == 1
    kept = [one.name for one in default_storage.places() if first.sha256 in one.name]
    sizes = ("content", "large", "small")
    assert sorted(kept) == sorted(first.path(size).name for size in sizes)


def test_nothing_is_left_in_the_hall(settings):
    actions.keep([b"Trois mots."])
    assert list(Path(settings.MEDIA_ROOT).glob("arrivage-*")) == []


def test_what_is_kept_is_its_owners_alone(bucket):
    blob = actions.keep([b"Trois mots, pour voir."])
    if bucket:  # what is told nothing about is private there
        told = {name.lower() for _, _, headers in bucket.asked for name in headers}
        assert [name for name in told if name.startswith(("x-amz-acl", "x-amz-grant"))] == []
    else:
        assert oct(blob.path().stat().st_mode)[-3:] == "600"


def test_an_empty_file_is_refused():
    with pytest.raises(actions.EmptyFile):
        actions.keep([b""])
    assert Blob.objects.count() == 0


def box(name: bytes, *parts: bytes) -> bytes:
    """Return a box of an MP4."""
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), name) + content


def film() -> bytes:
    """Return the boxes of a film made by a telephone, with its place."""
    place = box(b"udta", box(b"\xa9xyz", b"+48.8566+002.3522/"), box(b"meta", b"chez Samira"))
    handler = box(b"hdlr", bytes(8), b"vide", bytes(12))
    track = box(b"trak", box(b"mdia", handler), box(b"udta", b"chez Samira"))
    return b"".join(
        [
            box(b"ftyp", b"isom", bytes(4), b"isommp42"),
            box(b"moov", track, place),
            box(b"mdat", b"\x00" * 400),
        ]
    )


def test_a_film_loses_its_place_and_not_a_byte_more():
    given = film()
    blob = actions.keep([given])
    kept = blob.path().read_bytes()
    assert (blob.kind, blob.mime, len(kept)) == ("video", "video/mp4", len(given))
    assert b"48.8566" not in kept
    assert b"Samira" not in kept
    assert kept[-408:] == given[-408:]


def test_the_words_of_a_pdf_are_read():
    letter = typst.compile("La mairie de Courbelisse vous écrit.".encode())
    blob = actions.keep([letter])
    assert (blob.kind, "mairie de Courbelisse" in blob.text) == ("pdf", True)
    assert blob.path().read_bytes() == letter


def office(**parts: str) -> bytes:
    """Return an office file of these parts (names with / written as __)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in parts.items():
            pack.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


WORD = (
    '<w:document xmlns:w="w"><w:p><w:t>Menu de la</w:t><w:t> semaine</w:t></w:p>'
    "<w:p><w:t>Hachis</w:t></w:p></w:document>"
)
CALC = '<o:c xmlns:o="o" xmlns:text="t"><text:p>Soupe</text:p><text:p>Riz</text:p></o:c>'


@pytest.mark.parametrize(
    ("parts", "mime", "words"),
    [
        ({"word__document_xml": WORD}, kinds.OFFICES["docx"].mime, "\nMenu de la semaine\nHachis"),
        (
            {"mimetype": kinds.OFFICES["ods"].mime, "content_xml": CALC},
            kinds.OFFICES["ods"].mime,
            "\nSoupe\nRiz",
        ),
        ({"xl__workbook_xml": "<x/>", "xl__sharedStrings_xml": "<s><si><t>Bus</t></si></s>"},
         kinds.OFFICES["xlsx"].mime, "\nBus"),
        ({"readme": "x"}, "application/octet-stream", ""),
    ],
)  # fmt: skip
def test_the_words_of_office_files_are_read(parts, mime, words):
    blob = actions.keep([office(**parts)])
    assert (blob.mime, blob.text) == (mime, words)


def test_a_text_is_read_and_an_unknown_file_is_kept_as_it_came():
    text, other = actions.keep(["Élan".encode()]), actions.keep([b"MZ\x90\x00\x03" * 50])
    assert (text.kind, text.text, text.mime) == ("text", "Élan", "text/plain; charset=utf-8")
    assert (other.kind, other.text, other.mime) == ("other", "", "application/octet-stream")
    assert other.path().read_bytes() == b"MZ\x90\x00\x03" * 50


@pytest.mark.parametrize(
    ("name", "told", "kept"),
    [
        ("IMG_2047.HEIC", kinds.JPEG, "IMG_2047.jpg"),
        ("photo.JPG", kinds.JPEG, "photo.JPG"),
        ("../../etc/passwd", kinds.OPAQUE, "passwd.bin"),
        ("C:\\Windows\\x.png", kinds.JPEG, "x.jpg"),
        ("facture.exe", kinds.PDF_FILE, "facture.pdf"),
        ("facture.exe", kinds.OPAQUE, "facture.exe.bin"),
        ("page.html", kinds.PLAIN, "page.html.txt"),
        ("\u202egnp.exe", kinds.OPAQUE, "gnp.exe.bin"),
        ("a\r\nSet-Cookie: b.png", kinds.PNG, "aSet-Cookie b.png"),
        ("con.png", kinds.PNG, "fichier con.png"),
        ("", kinds.WAV, "fichier.wav"),
        ("Rapport v1.2", kinds.PDF_FILE, "Rapport v1.2.pdf"),
        ("livre.epub", kinds.OPAQUE, "livre.epub"),
        ('🎉 fête ; "vive" l\'été.png', kinds.PNG, "🎉 fête vive l'été.png"),
    ],
)
def test_names_are_kept_readable_and_harmless(name, told, kept):
    assert kinds.clean_name(name, told) == kept


def test_a_name_too_long_is_cut():
    assert len(kinds.clean_name("x" * 400 + ".jpg", kinds.JPEG)) < kinds.MAX_NAME


def test_sweep_throws_away_what_nothing_holds_and_waits_for_what_just_came(monkeypatch):
    blob = actions.keep([b"Un mot de trop."])
    actions.sweep(Blob.objects.all())
    assert blob.path().exists()
    monkeypatch.setattr(actions, "QUARANTINE_S", -1)
    actions.sweep(Blob.objects.all())
    assert (blob.path().exists(), Blob.objects.count()) == (False, 0)
