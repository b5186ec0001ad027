"""A spreadsheet of any sort, told from what it holds and never from its name, read into sheets."""

import io
import re
import zipfile

from dossier.arrivals.brought import Line, Unreadable
from dossier.arrivals.tables import delimited, markup, ods, old, pages, xlsx
from dossier.arrivals.tables.grid import TOO_BIG, Room, Sheet
from dossier.arrivals.tables.markup import CUT, LOCKED, Source

MAX_BYTES = 150_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # Excel before its files were OLE
BLANK = b'\x00\t\r\n ;,|"\xef\xbb\xbf\xff\xfe'  # of a text where nothing is written
SAVE = "Ouvrez-le dans un tableur, enregistrez-le au format .xlsx, .ods ou .csv, et redonnez-le."
EMPTY = (
    "Ce fichier est vide : il n’y a rien dans ses cellules. Regardez si c’est bien celui que vous"
    " vouliez donner."
)
OTHERS = (
    (b"%PDF-", "un PDF"), (b"\x89PNG", "une image"), (b"\xff\xd8\xff", "une image"),
    (b"GIF8", "une image"), (b"{\\rtf", "un texte mis en forme"), (b"Rar!", "une archive"),
    (b"7z\xbc\xaf", "une archive"), (b"\x1f\x8b", "une archive"),
    (b"SQLite format 3", "une base de données"), (b"\x00\x01\x00\x00Standard", "une base Access"),
)  # fmt: skip
OF_WORD = "WordDocument".encode("utf-16-le")
# The first record of an .xls, then maybe WriteProtect, then FilePass ([MS-XLS] 2.1.7.20.3).
LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00.{16}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
OF_LOCKED = "EncryptedPackage".encode("utf-16-le")


def sheets(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file that hold something, in its order: .xlsx, .xls, .xlsb, .ods,
    .fods, CSV and the like, HTML tables, Excel's XML of 2003.

    `name` only names the sheet that has no name of its own. Raises Unreadable.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable(TOO_BIG)
    for start, what in OTHERS:
        if content.startswith(start):
            raise Unreadable(f"Ce fichier est {what}, pas un tableau. {SAVE}")
    if not content.strip(BLANK):
        raise Unreadable(EMPTY)
    found = _sheets(name, content, Room())
    if not any(sheet.rows for sheet in found):
        raise Unreadable(EMPTY)
    return tuple(sheet for sheet in found if sheet.rows)


def _sheets(name: str, content: bytes, room: Room) -> tuple[Sheet, ...]:
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content, room)
    if content.startswith(OLE):
        return _ole(content, room)
    if content.startswith(BIFF) and b"\x00" in content[:8]:
        return old.sheets(content, room)
    head = delimited.decoded(content[:20_000])[0].lstrip().casefold()
    if head.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in head:
        return _heard(content, pages.Book2003(room))
    if head.startswith("<?xml") and "office:spreadsheet" in head:
        return _heard(content, ods.Tables(room))
    if head.startswith("<") and re.search(r"<(?:html|table|!doctype html)\b", head):
        page = pages.Page(room)
        page.feed(delimited.decoded(content)[0])
        return page.sheets()
    return (delimited.sheet(name, content, room),)


def _heard(content: bytes, listener: ods.Tables | pages.Book2003) -> tuple[Sheet, ...]:
    markup.hear(io.BytesIO(content).read, listener)
    return tuple(listener.sheets)


def _ole(content: bytes, room: Room) -> tuple[Sheet, ...]:
    if OF_LOCKED in content or LOCKED_XLS.search(content):
        raise Unreadable(LOCKED)
    if OF_WORD in content:
        raise Unreadable(f"Ce fichier est un document Word, pas un tableau. {SAVE}")
    return old.sheets(content, room)


def _zipped(content: bytes, room: Room) -> tuple[Sheet, ...]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except markup.BROKEN as bad:
        raise Unreadable(CUT) from bad
    with archive:
        source = Source(archive)
        if "xl/workbook.bin" in source.names:
            return old.sheets(content, room)
        if any(name.startswith("xl/") for name in source.names):
            return _with(xlsx.sheets(source, room), xlsx.beside(source))
        if "content.xml" in source.names:
            return _open_document(source, room)
    what = "un document Word" if "word/document.xml" in source.names else "une archive ZIP"
    raise Unreadable(
        f"Ce fichier est {what}, pas un tableau. S’il contient des tableaux, sortez-les, et"
        " donnez-les un à un."
    )


def _open_document(source: Source, room: Room) -> tuple[Sheet, ...]:
    manifest = Manifest()
    source.hear("META-INF/manifest.xml", manifest)
    if manifest.is_locked:
        raise Unreadable(LOCKED)
    tables = ods.Tables(room)
    source.hear("content.xml", tables)
    return _with(tuple(tables.sheets), tables.said())


def _with(found: tuple[Sheet, ...], said: tuple[Line, ...]) -> tuple[Sheet, ...]:
    """Have the first sheet say what is to be said of the file."""
    if not found:
        return found
    first, *others = found
    return (Sheet(first.name, first.rows, first.is_hidden, (*first.said, *said)), *others)


class Manifest:
    """Hears whether an OpenDocument file is sealed (OpenDocument 1.3 part 2, 4.4)."""

    is_locked = False

    def start(self, name: str, given: dict[str, str]) -> None:
        """Hear an element begin."""
        self.is_locked = self.is_locked or name == "encryption-data"

    def end(self, name: str) -> None:
        """Nothing to do."""

    def words(self, text: str) -> None:
        """No words are there."""
