"""The workshop: where a file that came from outside is opened, apart from the house.

A program of its own (`python -m dossier.files.workshop SOURCE FOLDER`), with little memory and
little time, which knows neither the database nor the network. It prints what it found, as lines
of JSON of which the last is believed (`kind`, `mime`, `text`, `width`, `height`), and leaves in
FOLDER what may be shown: `content` when the file had to be rewritten (an image without its
camera's notes, a film without its place, a sound without its recorder's notes), `large` and
`small` for an image. What it cannot open is kept as it came, and only downloaded.
"""

import contextlib
import io
import json
import shutil
import struct
import sys
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree import ElementTree

import pillow_heif
from PIL import Image, ImageCms, ImageOps
from pypdf import PdfReader

from dossier.files import apart, kinds, sounds

MEMORY = 1_500_000_000  # bytes of address space, libraries included
SECONDS = 40
MAX_PIXELS = 80_000_000
MAX_FRAMES = 300
MAX_CHARS = 200_000
MAX_PAGES = 400
MAX_XML = 60_000_000
PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
BREAKS = {"p", "h", "si", "br", "tab", "line-break", "table-cell"}
# Where cameras and phones write the place (ISO/IEC 14496-12).
PLACE_BOXES = {b"udta", b"meta", b"uuid"}
INSIDE_BOXES = {b"moov", b"trak"}


def main(source: Path, folder: Path) -> None:
    """Say what `source` is, and leave in `folder` what may be shown of it."""
    apart.limit(memory=MEMORY, seconds=SECONDS)
    say(kinds.OPAQUE)
    with source.open("rb") as file:
        told = kinds.tell(file.read(kinds.LOOKED_AT))
    if told.kind == kinds.IMAGE:
        image(source, folder)
    elif told.kind == kinds.PDF:
        say(told)
        say(told, text=capped(pdf_pages(source)))
    elif told.kind == kinds.TEXT:
        with source.open(encoding="utf-8-sig", errors="replace") as file:
            say(told, text=capped([file.read(MAX_CHARS)]))
    elif told in {kinds.MP4, kinds.M4A}:
        without_place(source, folder / "content")
        say(told)
    elif told in {kinds.MP3, kinds.OGG, kinds.FLAC, kinds.WAV}:
        shutil.copyfile(source, folder / "content")
        sounds.without_notes(folder / "content", told)
        say(told)
    elif told == kinds.OPAQUE:
        office(source)
    else:
        say(told)


def say(told: kinds.Told, **more: Any) -> None:
    """Print what is known so far."""
    print(json.dumps({"kind": told.kind, "mime": told.mime} | more), flush=True)  # noqa: T201


def capped(parts: Iterable[str]) -> str:
    """Return the first MAX_CHARS characters of `parts`, less what no database keeps."""
    kept, length = [], 0
    for part in parts:
        kept.append(part.replace("\x00", " "))
        length += len(part)
        if length > MAX_CHARS:
            break
    return "\n".join(kept)[:MAX_CHARS].encode("utf-8", "replace").decode()


# Images


def image(source: Path, folder: Path) -> None:
    """Rewrite an image without its camera's notes, upright, at three sizes."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    pillow_heif.register_heif_opener()
    with Image.open(source) as opened:
        if opened.format == "GIF" and opened.n_frames > 1:
            told = animation(opened, folder)
        elif opened.format in {"PNG", "GIF", "WEBP"}:
            told = kinds.PNG if opened.format != "WEBP" or is_see_through(opened) else kinds.JPEG
        else:
            told = kinds.JPEG
            opened.draft("RGB", (kinds.SIDES["content"], kinds.SIDES["content"]))
        upright = plain(opened)
    if told != kinds.GIF:
        upright.thumbnail((kinds.SIDES["content"],) * 2, Image.Resampling.LANCZOS)
        upright.save(folder / "content", told.mime.split("/")[1], quality=90)
    shrunk(upright, "large").save(folder / "large", "WEBP", quality=80)
    shrunk(upright, "small").save(folder / "small", "WEBP", quality=72)
    say(told, width=upright.width, height=upright.height)


def animation(opened: Image.Image, folder: Path) -> kinds.Told:
    """Rewrite an animated GIF, its pictures alone; a very long one is left as it came."""
    frames = opened.n_frames
    if frames > MAX_FRAMES or opened.width * opened.height * frames > MAX_PIXELS:
        raise Image.DecompressionBombError(f"{frames} pictures")
    opened.save(folder / "content", "GIF", save_all=True, comment=b"")
    opened.seek(0)
    return kinds.GIF


def is_see_through(opened: Image.Image) -> bool:
    """Whether an image has transparent places."""
    return opened.mode in {"RGBA", "LA", "PA"} or "transparency" in opened.info


def plain(opened: Image.Image) -> Image.Image:
    """Return an image upright, in ordinary colours, and nothing else of it."""
    wanted = "RGBA" if is_see_through(opened) else "RGB"
    profile = opened.info.get("icc_profile")
    upright = ImageOps.exif_transpose(opened)
    if profile and upright.mode in {"RGB", "RGBA"}:
        # An unreadable profile: colours a little off, still the image.
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            upright = ImageCms.profileToProfile(
                upright, io.BytesIO(profile), ImageCms.createProfile("sRGB")
            )
    upright = upright.convert(wanted)
    upright.info = {}
    return upright


def shrunk(upright: Image.Image, size: str) -> Image.Image:
    """Return a copy whose longest side is at most that of `size`."""
    copy = upright.copy()
    copy.thumbnail((kinds.SIDES[size], kinds.SIDES[size]), Image.Resampling.LANCZOS)
    return copy


# Words


def pdf_pages(source: Path) -> Iterator[str]:
    """Yield the words of each page of a PDF."""
    for number, page in enumerate(PdfReader(source).pages):
        if number == MAX_PAGES:
            return
        yield page.extract_text()


def office(source: Path) -> None:
    """Tell an office file from another ZIP, and read its words."""
    if not zipfile.is_zipfile(source):
        return
    with zipfile.ZipFile(source) as pack:
        names = set(pack.namelist())
        told = next((kinds.OFFICES[kind] for part, kind in PARTS.items() if part in names), None)
        if "mimetype" in names and "content.xml" in names:
            mime = pack.open("mimetype").read(200).decode("ascii", "replace").strip()
            told = next((one for one in kinds.OFFICES.values() if one.mime == mime), None)
        if told:
            say(told)
            say(told, text=capped(office_words(pack, names)))


def office_words(pack: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    """Yield the words of the parts of an office file that hold what one reads."""
    slides = sorted(name for name in names if name.startswith("ppt/slides/slide"))
    for part in ("content.xml", "word/document.xml", "xl/sharedStrings.xml", *slides):
        if part in names:
            with pack.open(part) as file:
                yield from xml_words(file)


def xml_words(file: BinaryIO) -> Iterator[str]:
    """Yield the words of an XML file, of which MAX_XML bytes are read."""
    words = Words()
    parser = ElementTree.XMLParser(target=words)  # noqa: S314 - expat bounds entities, we the rest
    left = MAX_XML
    while left > 0 and words.length <= MAX_CHARS and (piece := file.read(65_536)):
        left -= len(piece)
        parser.feed(piece)
    yield "".join(words.found)


class Words:
    """What an XML parser tells its words to: paragraphs become lines."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.length = 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """Begin a line where a paragraph begins."""
        if tag.rpartition("}")[2] in BREAKS:
            self.found.append("\n")

    def data(self, words: str) -> None:
        """Keep words, as long as there is room."""
        if self.length <= MAX_CHARS:
            self.found.append(words)
            self.length += len(words)


# Films


def without_place(source: Path, target: Path) -> None:
    """Copy an MP4, its notes (where it was filmed, by which phone) turned into empty space."""
    shutil.copyfile(source, target)
    with target.open("r+b") as film:
        end = film.seek(0, io.SEEK_END)
        blank_notes(film, 0, end, depth=0)


def blank_notes(film: BinaryIO, at: int, end: int, depth: int) -> None:
    """Rename the boxes of notes to `free` and fill them with zeros, between `at` and `end`."""
    while at + 8 <= end:
        film.seek(at)
        size, name = struct.unpack(">I4s", film.read(8))
        head = 8
        if size == 1:
            size, head = struct.unpack(">Q", film.read(8))[0], 16
        size = size or end - at
        if size < head or at + size > end:
            return
        if name in PLACE_BOXES:
            film.seek(at + 4)
            film.write(b"free")
            film.seek(at + head)
            film.write(bytes(size - head))
        elif name in INSIDE_BOXES and depth < 4:
            blank_notes(film, at + head, at + size, depth + 1)
        at += size


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
