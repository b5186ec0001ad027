"""Spreadsheets of every sort are read as one sees them, within bounds."""

import time
from datetime import date, datetime

import odfdo
import pytest

from dossier.arrivals.brought import Fate, Unreadable
from dossier.arrivals.tables import grid, markup, reading
from dossier.arrivals.tables.reading import sheets
from tests.arrivals.tables import made
from tests.arrivals.tables.made import csv, xls, xlsx, zipped

ROWS = [
    ["Prénom", "Né le", "Note"],
    ["Éloïse", "12 août 2001", 'ça va « bien » ; "oui"\nà l’été'],
    ["Zoë", "1er mai 1999", "Été à Nîmes, cœur"],
]
HTML = (
    "<html><head><style>b</style></head><body><p>Export du jour</p><table>{}</table></body></html>"
)


def only(content: bytes, name: str = "liste"):
    """Return the rows of the one sheet of a file."""
    (sheet,) = sheets(name, content)
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize(
    "coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_text_is_read_whatever_its_letters_and_what_sets_it_apart(coding, separator):
    assert only(csv(ROWS, separator).encode(coding)) == ROWS


@pytest.mark.parametrize("coding", ["cp1252", "mac_roman"])
def test_older_codings_are_read(coding):
    assert only(csv(ROWS).encode(coding)) == ROWS


def test_letters_of_dos_and_of_latin_1_are_read():
    rows = [["Prénom", "Ville"], ["Hélène", "Orléans"], ["François", "Besançon"]]
    assert only(csv(rows).encode("cp850")) == rows
    assert only(csv(rows).encode("latin-1")) == rows


def test_bytes_that_no_coding_has_are_kept():
    assert only(b"Nom;Note\r\nDupont;\xe9t\xe9 \x81 fin\r\n")[1] == ["Dupont", "été \x81 fin"]


def test_two_codings_mixed_are_read_together():
    content = "Nom;Note\nHélène;été\nZoé;déjà\n".encode() + "Rémi;là\n".encode("cp1252")
    (sheet,) = sheets("liste", content)
    assert sheet.rows[3] == ("Rémi", "là")
    assert sheet.rows[1] == ("Hélène", "été")
    assert "s’y mêlaient" in sheet.said[0].words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_of_any_system_are_read(end):
    assert only(csv([["a", "b"], ["c", "d"], ["e", "f"]], end=end).encode()) == [
        ["a", "b"], ["c", "d"], ["e", "f"],
    ]  # fmt: skip


def test_nul_bytes_are_taken_out_and_said():
    (sheet,) = sheets("liste", b"Nom;Ville\nDu\x00pont;Lyon\n")
    assert sheet.rows[1] == ("Dupont", "Lyon")
    assert "caractères nuls" in sheet.said[0].words


def test_uneven_lines_are_read():
    assert only(b"a;b;c\n1;2;3\n4;5;6\n7\n8;9;10;11;;\n;;;\n12;13;14") == [
        ["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"], ["7"], ["8", "9", "10", "11"], [],
        ["12", "13", "14"],
    ]  # fmt: skip


def test_the_first_line_may_say_what_sets_cells_apart():
    assert only(b"sep=,\na;x,b\nc,d\n") == [[], ["a;x", "b"], ["c", "d"]]


def test_commas_of_sentences_set_nothing_apart():
    text = (
        "Il est venu, puis reparti.\nElle a dit : demain.\nRien, rien, rien du tout.\nFin.\nBon.\n"
    )
    assert only(text.encode()) == [[line] for line in text.splitlines()]


def test_a_quote_never_closed_swallows_nothing():
    lines = ["Nom;Note;Jour", 'Dupont;"il a dit;lundi', "Martin;bien;mardi", "Diallo;mieux;jeudi"]
    (sheet,) = sheets("liste", "\n".join(lines).encode())
    assert sheet.rows[1] == ("Dupont", '"il a dit', "lundi")
    assert sheet.rows[3] == ("Diallo", "mieux", "jeudi")
    assert "pas refermé (1 fois)" in sheet.said[0].words


def test_a_quote_closed_by_chance_much_later_swallows_nothing():
    lines = ["Nom;Note;Jour", *["Martin;bien;mardi"] * 9, 'Dupont;"il a dit;lundi']
    lines += [*["Diallo;mieux;jeudi"] * 9, 'Petit;"au revoir;lundi', "Fin;fin;fin"]
    rows = only("\n".join(lines).encode())
    assert len(rows) == len(lines)
    assert rows[10] == ["Dupont", '"il a dit', "lundi"]


def test_an_xlsx_is_read_as_one_sees_it():
    shown = [
        "Amina", (30045, made.DAY), (30045.5, made.INSTANT), (0.5, made.TIME), (1.5, made.SPAN),
        (0.255, made.PERCENT), (123, made.ZEROS), (30045, made.LONG_DAY), True,
        b'<c r="J1" t="e"><v>#N/A</v></c>', b'<c r="K1"><f>1+1</f><v>2</v></c>',
        b'<c r="L1" t="str"><f>A1</f><v>mot</v></c>', 0.1 + 0.2, 12345678901234567, -2.5,
        b'<c r="P1" t="d"><v>2021-03-12T14:30:00</v></c>', "a_x000D_\nb",
    ]  # fmt: skip
    assert only(xlsx([shown])) == [[
        "Amina", "04/04/1982", "04/04/1982 12:00", "12:00", "36:00", "25,5 %", "00123",
        "04/04/1982", "VRAI", "#N/A", "2", "mot", "0,3", "12345678901234567", "-2,5",
        "12/03/2021 14:30", "a\nb",
    ]]  # fmt: skip


def test_days_of_excel_before_march_1900_and_since_1904():
    assert only(xlsx([[(59, made.DAY), (61, made.DAY), (-5, made.DAY), (9e9, made.DAY)]])) == [
        ["28/02/1900", "01/03/1900", "-5", "9000000000"]
    ]
    since = '<workbookPr date1904="1"/>'
    assert only(xlsx([[(0, made.DAY), (39000, made.DAY)]], properties=since)) == [
        ["01/01/1904", "11/10/2010"]
    ]


def test_formulas_without_a_result_are_kept_in_words():
    (sheet,) = sheets("a", xlsx([["Total", b'<c r="B1"><f>SUM(B2:B9)</f></c>']]))
    assert sheet.rows[0] == ("Total", "=SUM(B2:B9)")
    assert sheet.said[0].fate == Fate.KEPT


def test_shared_texts_are_read_without_how_they_are_pronounced():
    texts = "<sst><si><r><t>Dia</t></r><r><t>llo</t></r><rPh><t>x</t></rPh></si></sst>"
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c></row>'
    assert only(xlsx(row, more={"xl/sharedStrings.xml": texts})) == [["Diallo", "7"]]


def test_merged_cells_are_said_on_each_line_they_stand_beside():
    rows = [["Nom", "Note"], ["Diallo", "a"], ["", "b"], ["", "c"], ["Kone", "d"]]
    (sheet,) = sheets("a", xlsx(rows, merged=["A2:A4"]))
    assert [row[0] for row in sheet.rows] == ["Nom", "Diallo", "Diallo", "Diallo", "Kone"]
    assert "répété sur chacune (2 fois)" in sheet.said[0].words


def test_a_title_over_several_columns_is_said_once():
    rows = [["Liste", "", ""], ["Nom", "Prénom", "Ville"]]
    assert only(xlsx(rows, merged=["A1:C1"]))[0] == ["Liste"]


def test_every_sheet_is_read_the_hidden_ones_too():
    found = sheets(
        "a", xlsx([["a"]], [["b"]], [], [["c"]], hidden=[1], names=["Un", "Deux", "Vide", "Q"])
    )
    assert [(one.name, one.is_hidden) for one in found] == [
        ("Un", False),
        ("Deux", True),
        ("Q", False),
    ]
    assert "masquée" in found[1].said[0].words


def test_what_is_no_cell_is_said():
    (sheet,) = sheets("a", xlsx([["a"]], more={"xl/media/a.png": "x", "xl/comments1.xml": "<c/>"}))
    said = [(line.fate, line.words) for line in sheet.said]
    assert [fate for fate, _ in said] == [Fate.UNKNOWN] * 2
    assert "des commentaires" in said[0][1]
    assert "des images" in said[1][1]


def test_empty_rows_and_columns_around_keep_where_cells_are():
    assert only(xlsx([[], [], ["", "", "Nom"], [], ["", "", "Diallo"]])) == [
        [], [], ["", "", "Nom"], [], ["", "", "Diallo"],
    ]  # fmt: skip


def an_ods(rows, *, name: str = "Feuille") -> odfdo.Document:
    """Return an .ods of one sheet."""
    book = odfdo.Document("spreadsheet")
    book.body.clear()
    table = odfdo.Table(name)
    for row in rows:
        line = odfdo.Row()
        for value in row:
            line.append_cell(odfdo.Cell(value))
        table.append_row(line)
    book.body.append(table)
    return book


def as_bytes(book: odfdo.Document, folder) -> bytes:
    """Return a document as its file."""
    book.save(folder / "a.ods")
    return (folder / "a.ods").read_bytes()


def test_an_ods_is_read_as_one_sees_it(tmp_path):
    rows = [
        ["Prénom", "Jour", "Quand", "Nombre", "Vu", "Vide", "Mot"],
        ["Éloïse", date(2021, 3, 12), datetime(2021, 3, 12, 14, 30), 3.5, True, None, "a  b"],  # noqa: DTZ001
    ]
    assert only(as_bytes(an_ods(rows), tmp_path))[1] == [
        "Éloïse", "12/03/2021", "12/03/2021 14:30", "3,5", "VRAI", "", "a  b",
    ]  # fmt: skip


FLAT = (
    '<?xml version="1.0"?><office:document xmlns:office="urn:office:spreadsheet" xmlns:text="t"'
    ' xmlns:table="b" xmlns:style="s" office:mimetype="office:spreadsheet">'
    '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    '<table:table table:name="F" table:style-name="ta2">{}</table:table></office:document>'
)


def test_a_flat_ods_is_read_with_its_repeats_its_notes_and_its_merged_cells():
    cell = '<table:table-cell office:value-type="string" {}>{}</table:table-cell>'
    rows = "<table:table-row>" + cell.format(
        'table:number-columns-repeated="2"', "<text:p>a</text:p>"
    )
    rows += cell.format(
        "", "<office:annotation><text:p>note</text:p></office:annotation><text:p>b</text:p>"
    )
    rows += '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    rows += '<table:table-row table:number-rows-repeated="2">'
    rows += '<table:table-cell office:value-type="percentage" office:value="0.25"/>'
    rows += (
        '<table:table-cell office:value-type="currency" office:value="12.5" office:currency="EUR"/>'
    )
    rows += '<table:table-cell office:value-type="time" office:time-value="PT14H30M00S"/>'
    rows += '<table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p>'
    rows += "</table:table-cell></table:table-row>"
    rows += '<table:table-row table:number-rows-repeated="1040000"><table:table-cell/>'
    rows += "</table:table-row>"
    rows += "<table:table-row>" + cell.format('table:number-rows-spanned="2"', "<text:p>x</text:p>")
    rows += cell.format("", "<text:p>1</text:p>") + "</table:table-row><table:table-row>"
    rows += (
        "<table:covered-table-cell/>" + cell.format("", "<text:p>2</text:p>") + "</table:table-row>"
    )
    (sheet,) = sheets("a.xls", FLAT.format(rows).encode())
    filled = [row for row in sheet.rows if row]
    assert filled[:3] == [("a", "a", "b"), *[("25 %", "12,5 EUR", "14:30", "007")] * 2]
    assert filled[3:] == [("x", "1"), ("x", "2")]
    assert sheet.is_hidden


def test_an_old_xls_is_read_and_says_what_it_cannot():
    (sheet,) = sheets(
        "a.csv", xls([["Prénom", "Nombre", "Vu"], ["Éloïse", 3.5, True], ["", "", ""], ["x"]])
    )
    assert sheet.rows == (("Prénom", "Nombre", "Vu"), ("Éloïse", "3,5", "VRAI"), (), ("x",))
    assert "#N/A" in sheet.said[0].words


def test_a_page_named_xls_is_read():
    rows = "<tr><th>Nom</th><th colspan=2>Qui</th></tr><tr><td rowspan=2>Diallo<br>Amina</td>"
    rows += "<td>&eacute;t&eacute;</td><td>1</td></tr><tr><td>b</td>"
    rows += "<td><table><tr><td>in</td></tr></table>"
    page, table = sheets("export.xls", HTML.format(rows).encode("cp1252"))
    assert page.rows == (("Export du jour",),)
    assert table.rows[:2] == (("Nom", "Qui"), ("Diallo\nAmina", "été", "1"))
    assert table.rows[2] == ("Diallo\nAmina", "b", "in")


CELLS_2003 = (
    '<Row ss:Index="2"><Cell ss:Index="2"><Data ss:Type="String">Été</Data></Cell>'
    '<Cell><Data ss:Type="Number">3.5</Data></Cell>'
    '<Cell ss:MergeDown="1"><Data ss:Type="DateTime">2021-03-12T00:00:00.000</Data></Cell>'
    '<Cell><Data ss:Type="Boolean">1</Data></Cell></Row>'
    '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">a</Data></Cell>'
    '<Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>'
)
XML_2003 = (
    '<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Worksheet ss:Name="F"><Table>{}</Table></Worksheet></Workbook>'
)


def test_the_xml_of_2003_is_read():
    assert only(XML_2003.format(CELLS_2003).encode()) == [
        [], ["", "Été", "3,5", "12/03/2021", "VRAI"], ["a", "", "#N/A", "12/03/2021"],
    ]  # fmt: skip


LOCKED, CUT, EMPTY, NO_SHEET, TOO_BIG = (
    "mot de passe", "coupé ou abîmé", "vide", "pas un tableau", "trop grand",
)  # fmt: skip
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048577"><c r="A1048577"><v>1</v></c></row>'
WIDE = "".join(f'<row r="{at}"><c r="XFD{at}"><v>1</v></c></row>' for at in range(1, 1000))
SEALED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
REPEATED = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
    ' table:number-columns-repeated="10000" office:value-type="string"><text:p>a</text:p>'
    "</table:table-cell></table:table-row>"
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", EMPTY),
        (b"\xef\xbb\xbf\r\n \r\n", EMPTY),
        (xlsx([[]]), EMPTY),
        (b";;;\n;;;\n", EMPTY),
        (b"%PDF-1.7 x", NO_SHEET),
        (b"\x89PNG\r\n\x1a\n", NO_SHEET),
        (bytes(range(1, 256)) * 40, NO_SHEET),
        (zipped({"word/document.xml": "<a/>"}), "document Word"),
        (zipped({"a.txt": "b"}), "archive ZIP"),
        (made.ole("WordDocument", b"x"), "document Word"),
        (made.ole("EncryptedPackage", b"x"), LOCKED),
        (xls([["a"]], locked=True), LOCKED),
        (zipped({"content.xml": "x", "META-INF/manifest.xml": SEALED}), LOCKED),
        (xls([["a"]])[:2000], CUT),
        (xlsx([["a"]])[:600], CUT),
        (xlsx('<row r="1"><c r="A1"><v>1</v></c>'), CUT),
        (xlsx([["a"]], more={"xl/sharedStrings.xml": BOMB}), CUT),
        (zipped({"xl/other.xml": "<a/>"}), CUT),
        (xlsx(FAR), TOO_BIG),
        (xlsx(WIDE), TOO_BIG),
        (FLAT.format(REPEATED).encode(), TOO_BIG),
        (HTML.format('<tr><td rowspan="99999" colspan="9999">a</td></tr>').encode(), TOO_BIG),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{len(one)} bytes",
)  # fmt: skip
def test_what_cannot_be_read_says_why(content, why):
    began = time.monotonic()
    with pytest.raises(Unreadable, match=why):
        sheets("liste.xlsx", content)
    assert time.monotonic() - began < 30


def test_a_bomb_is_refused_before_it_is_out(monkeypatch):
    monkeypatch.setattr(markup, "MAX_INFLATED", 10_000_000)
    content = xlsx('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 20_000_000)
    assert len(content) < 100_000
    with pytest.raises(Unreadable, match=TOO_BIG):
        sheets("a", content)


@pytest.mark.parametrize(("bound", "most"), [("MAX_CELLS", 3), ("MAX_CHARS", 9), ("MAX_SLOTS", 3)])
def test_no_more_is_read_than_the_bounds(monkeypatch, bound, most):
    assert len(only(xlsx([["abcde", "fghij"]] * 2))) == 2
    monkeypatch.setattr(grid, bound, most)
    with pytest.raises(Unreadable, match=TOO_BIG):
        sheets("a", xlsx([["abcde", "fghij"]] * 2))


def test_a_file_too_heavy_is_not_opened(monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(Unreadable, match=TOO_BIG):
        sheets("a", b"Nom;Ville\nDupont;Lyon\n")


def test_cells_far_in_an_old_binary_file_do_not_take_the_house_down():
    """What opens those asks for all the memory at once: it is not here that it does."""
    rows = [["a"], ["b"]]
    far = xls(rows).replace(
        b"\x04\x02\x0b\x00\x01\x00\x00\x00", b"\x04\x02\x0b\x00\xff\xff\xff\xff"
    )
    assert far != xls(rows)
    with pytest.raises(Unreadable, match=CUT):
        sheets("a.xls", far)


def test_cells_far_apart_are_read():
    """What is between them is nothing, and weighs nothing."""
    corner = '<row r="1"><c r="A1"><v>1</v></c></row>'
    corner += '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    (sheet,) = sheets("a", xlsx(corner))
    assert (len(sheet.rows), sheet.rows[0], sheet.rows[-1][-1]) == (1_048_576, ("1",), "2")


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf", "a", ""])
def test_what_a_file_is_does_not_hang_on_its_name(name):
    assert only(xlsx([["Nom"], ["Diallo"]]), name) == [["Nom"], ["Diallo"]]
