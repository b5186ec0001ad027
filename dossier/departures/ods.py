"""A sheet of OpenDocument (ISO/IEC 26300-3), row by row: typed cells, so that no text is a formula.

LibreOffice and Excel open it. What is written is on the disk, not in memory.
"""

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from xml.sax.saxutils import escape, quoteattr

from django.utils import timezone

from dossier.documents.opendocument import NAMES, OASIS
from dossier.ownership.places import LONG_AGO, PIECE

MIME = "application/vnd.oasis.opendocument.spreadsheet"
EXACT = 10**15  # beyond, a number of a sheet is no longer exact (IEEE 754)
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPACES = re.compile(r"\t|  +|^ | $")
SPACE_NAMES = NAMES | {
    "table": f"{OASIS}table:1.0",
    "number": f"{OASIS}datastyle:1.0",
}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.3"'
    + "".join(f' xmlns:{prefix}="{name}"' for prefix, name in SPACE_NAMES.items())
    + ">"
)
STYLES = (
    "<office:automatic-styles>"
    '<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/'
    '</number:text><number:month number:style="long"/><number:text>/</number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<number:date-style style:name="N2"><number:day number:style="long"/><number:text>/'
    '</number:text><number:month number:style="long"/><number:text>/</number:text>'
    '<number:year number:style="long"/><number:text> </number:text>'
    '<number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/></number:date-style>'
    '<number:time-style style:name="N3"><number:hours number:style="long"/><number:text>:'
    '</number:text><number:minutes number:style="long"/></number:time-style>'
    '<style:style style:name="jour" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="instant" style:family="table-cell" style:data-style-name="N2"/>'
    '<style:style style:name="heure" style:family="table-cell" style:data-style-name="N3"/>'
    '<style:style style:name="titre" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="large" style:family="table-column">'
    '<style:table-column-properties style:column-width="45mm"/></style:style>'
    "</office:automatic-styles>"
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest manifest:version="1.3"'
    f' xmlns:manifest="{NAMES["manifest"]}"><manifest:file-entry manifest:full-path="/"'
    f' manifest:version="1.3" manifest:media-type="{MIME}"/><manifest:file-entry'
    ' manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
EMPTY = "<table:table-cell/>"

Value = str | bool | int | date | datetime | time | None


def pieces(name: str, heads: Iterable[str], rows: Iterable[Iterable[Value]]) -> Iterator[bytes]:
    """Give the bytes of a file of one sheet called `name`: a line of names, then `rows`.

    An instant with a zone is told in the time of the house. A sign that XML cannot hold is told
    as U+FFFD.
    """
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as pack:
            pack.writestr(_info("mimetype", zipfile.ZIP_STORED), MIME)
            with pack.open(_info("content.xml"), "w", force_zip64=True) as content:
                for part in _content(name, list(heads), rows):
                    content.write(part.encode())
            pack.writestr(_info("META-INF/manifest.xml"), MANIFEST)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _info(path: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(path, LONG_AGO)
    told.compress_type = method
    return told


def _content(name: str, heads: list[str], rows: Iterable[Iterable[Value]]) -> Iterator[str]:
    yield f"{HEAD}{STYLES}<office:body><office:spreadsheet>"
    yield f"<table:table table:name={quoteattr(name)}>"
    columns = f'table:number-columns-repeated="{len(heads)}"'
    yield f'<table:table-column table:style-name="large" {columns}/><table:table-header-rows>'
    yield f"<table:table-row>{''.join(_text(one, 'titre') for one in heads)}</table:table-row>"
    yield "</table:table-header-rows>"
    for row in rows:
        yield f"<table:table-row>{''.join(map(cell, row))}</table:table-row>\n"
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def cell(value: Value) -> str:
    """Return a value as a cell that says its type."""
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return _text("oui" if value else "non")
    if isinstance(value, int):
        return _number(value)
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        at = local.replace(tzinfo=None, microsecond=0)
        return _typed("date", "instant", at.isoformat(), f"{at:%d/%m/%Y %H:%M}")
    if isinstance(value, date):
        return _typed("date", "jour", value.isoformat(), f"{value:%d/%m/%Y}")
    if isinstance(value, time):
        return _typed("time", "heure", f"{value:PT%HH%MM%SS}", f"{value:%H:%M}")
    return _text(value)


def _number(value: int) -> str:
    if abs(value) >= EXACT:
        return _text(str(value))
    told = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {told}><text:p>{value}</text:p></table:table-cell>"


def _typed(kind: str, style: str, value: str, shown: str) -> str:
    told = f'office:value-type="{kind}" office:{kind}-value="{value}" table:style-name="{style}"'
    return f"<table:table-cell {told}><text:p>{shown}</text:p></table:table-cell>"


def _text(words: str, style: str = "") -> str:
    style = f' table:style-name="{style}"' if style else ""
    plain = NOT_XML.sub("\ufffd", words).replace("\r\n", "\n").replace("\r", "\n")
    lines = "".join(f"<text:p>{_line(one)}</text:p>" for one in plain.split("\n"))
    return f'<table:table-cell office:value-type="string"{style}>{lines}</table:table-cell>'


def _line(words: str) -> str:
    """Return a line, each of its blanks kept."""
    return SPACES.sub(_blank, escape(words))


def _blank(found: re.Match) -> str:
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'
