"""Spreadsheets made by hand: the least of each format that programs agree to read."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The styles of `xlsx`, by their place: none, day, day and time, time, span, percent, 00000, own.
FORMATS = (0, 14, 22, 20, 46, 9, 164, 165)
NO_STYLE, DAY, INSTANT, TIME, SPAN, PERCENT, ZEROS, LONG_DAY = range(8)


def column(at: int) -> str:
    """Return the name of a column from 0, up to ZZ."""
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def cell(place: str, value: object) -> str:
    """Return a cell in XML: a text, a number, a truth, or (number, style), or XML as it is."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, tuple):
        return f'<c r="{place}" s="{value[1]}"><v>{value[0]}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = escape(str(value))
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def rows_of(rows: Iterable[Sequence[object]]) -> str:
    """Return rows in XML, without their empty cells."""
    told = []
    for at, row in enumerate(rows, start=1):
        cells = "".join(
            cell(f"{column(place)}{at}", value)
            for place, value in enumerate(row)
            if value is not None and value != ""
        )
        told.append(f'<row r="{at}">{cells}</row>' if cells else "")
    return "".join(told)


def xlsx(
    *sheets: Iterable[Sequence[object]] | str,
    merged: Sequence[str] = (),
    hidden: Sequence[int] = (),
    names: Sequence[str] = (),
    more: dict[str, str] | None = None,
    properties: str = "",
) -> bytes:
    """Return an .xlsx; a sheet is its rows, or the XML of them."""
    book, ties, parts = [], [], dict(more or {})
    for at, sheet in enumerate(sheets, start=1):
        state = ' state="hidden"' if at - 1 in hidden else ""
        name = quoteattr(names[at - 1] if names else f"Feuil{at}")
        book.append(f'<sheet name={name} sheetId="{at}" r:id="rId{at}"{state}/>')
        ties.append(
            f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/s{at}.xml"/>'
        )
        data = sheet if isinstance(sheet, str) else rows_of(sheet)
        merges = "".join(f'<mergeCell ref="{one}"/>' for one in merged) if at == 1 else ""
        parts[f"xl/worksheets/s{at}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>'
            f"{f'<mergeCells>{merges}</mergeCells>' if merges else ''}</worksheet>"
        )
    styles = "".join(f'<xf numFmtId="{one}"/>' for one in FORMATS)
    formats = (
        '<numFmt numFmtId="164" formatCode="00000"/>'
        '<numFmt numFmtId="165" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/>'
    )
    parts |= {
        "_rels/.rels": f'<Relationships xmlns="{TIES}"><Relationship Id="r1"'
        f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{''.join(book)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{TIES}">{"".join(ties)}'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>',
    }
    return zipped(parts)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP of these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def csv(rows: Iterable[Sequence[str]], separator: str = ";", end: str = "\r\n") -> str:
    """Return rows as programs export them: quotes only where they are needed."""

    def quoted(words: str) -> str:
        needs = any(one in words for one in (separator, '"', "\n", "\r"))
        return '"' + words.replace('"', '""') + '"' if needs else words

    return "".join(separator.join(map(quoted, row)) + end for row in rows)


def xls(rows: Iterable[Sequence[str | float | bool]], *, locked: bool = False) -> bytes:
    """Return an .xls (BIFF8 in an OLE file, [MS-XLS] and [MS-CFB]) of one sheet."""

    def record(kind: int, body: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def words(text: str, size: str) -> bytes:
        return struct.pack(f"<{size}B", len(text), 1) + text.encode("utf-16-le")

    cells = []
    for row, values in enumerate(rows):
        for at, value in enumerate(values):
            place = struct.pack("<HHH", row, at, 0)
            if isinstance(value, bool):
                cells.append(record(0x205, place + struct.pack("<BB", value, 0)))
            elif isinstance(value, str):
                cells.append(record(0x204, place + words(value, "H")) if value else b"")
            else:
                cells.append(record(0x203, place + struct.pack("<d", value)))
    head = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    if locked:
        head += record(0x2F, struct.pack("<HHH48x", 1, 1, 1))
    page = struct.pack("<H", 1200)
    before = head + record(0x42, page) + record(0xE0, struct.pack("<HH16x", 0, 0))
    sheet_name = words("Feuil1", "B")
    at = len(before) + 4 + 6 + len(sheet_name) + 4
    book = before + record(0x85, struct.pack("<IBB", at, 0, 0) + sheet_name) + record(0x0A)
    book += record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    return ole("Workbook", book + b"".join(cells) + record(0x0A))


def ole(name: str, stream: bytes) -> bytes:
    """Return an OLE file of one stream, long enough not to be kept among the short ones."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\x00")
    many = len(stream) // 512
    tables = -(-(many + 2) // 127)
    chain = [0xFFFFFFFD] * tables + [0xFFFFFFFE]
    first = tables + 1
    chain += [first + at + 1 for at in range(many - 1)] + [0xFFFFFFFE]
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))

    def entry(called: str, kind: int, child: int, start: int, size: int) -> bytes:
        held = called.encode("utf-16-le") + b"\x00\x00" if called else b""
        return (
            held.ljust(64, b"\x00")
            + struct.pack("<HBBIII", len(held), kind, 1, *[0xFFFFFFFF] * 2, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(
        name, 2, 0xFFFFFFFF, first, len(stream)
    )
    folder += entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *range(tables), *[0xFFFFFFFF] * (109 - tables))
    return header + struct.pack(f"<{len(chain)}I", *chain) + folder + stream
