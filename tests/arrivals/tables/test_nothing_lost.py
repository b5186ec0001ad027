"""Whatever a sheet holds, each of its words is found in what comes out."""

import random
from contextlib import suppress
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.arrivals.brought import Brought, Unreadable
from dossier.arrivals.tables import days
from dossier.arrivals.tables.columns import Role, Shape, guess
from dossier.arrivals.tables.grid import Sheet
from dossier.arrivals.tables.reading import sheets
from dossier.arrivals.tables.taking import read, words_of
from tests.arrivals.tables.made import DAY, csv, xls, xlsx, zipped
from tests.arrivals.tables.test_reading import CELLS_2003, FLAT, XML_2003

JOINS = {"et"}  # said between two names of a cell, which are two people once apart


def days_out(brought: Brought) -> set[date]:
    """Return the days that came out as days, and births that did."""
    found = {one.when for one in brought.texts if one.when}
    found |= {
        day for one in brought.people for stay in one.stays for day in (stay.from_on, stay.until_on)
    }
    births = [one.birth for one in brought.people]
    births += [words for one in brought.people for heading, words in one.facts]
    found |= {days.read_day(words, is_birth=True) for words in births}
    return {day.date() if isinstance(day, datetime) else day for day in found if day}


def words_out(brought: Brought) -> set[str]:
    """Return every word that came out: of people, of texts, and names of columns in the report."""
    said = [line.words for line in brought.report if "colonne" in line.where]
    for one in brought.people:
        said += [
            one.called,
            one.civil_name,
            one.birth,
            *(word for fact in one.facts for word in fact),
        ]
        said += [word for stay in one.stays for word in (stay.service, stay.word)]
        said += [word for by in one.around for word in (by.name, by.tie, by.word)]
    for one in brought.texts:
        said += [one.text, one.moment, one.heading, one.author]
        if isinstance(one.when, datetime):
            clock = one.when.time()
            said += [f"{clock.hour} {clock.hour:02} {clock.minute:02} {clock.second:02}"]
            said += [f"{clock.hour}h {clock.hour:02}h {clock.hour}h{clock.minute:02} h"]
            said += [f"{clock.hour:02}h{clock.minute:02} {clock.hour:02}{clock.minute:02}"]
    return words_of(" ".join(said))


def lost(brought: Brought, found: tuple[Sheet, ...]) -> list[str]:
    """Return the cells of which something did not come out."""
    out, as_days = words_out(brought) | JOINS, days_out(brought)
    cells = {words for sheet in found for row in sheet.rows for words in row if words}
    missing = []
    for words in cells:
        day = days.read_day(words) or days.read_day(words, is_birth=True)
        born = days.read_day(words, is_birth=True)
        same = {one.date() if isinstance(one, datetime) else one for one in (day, born) if one}
        if words_of(words) - out and not same & as_days:
            missing.append(words)
    return missing


NAMES = ["Nom", "Prénom", "Usager", "DDN", "N° dossier", "Date", "Heure", "Transmission", "Auteur"]
NAMES += [
    "Date d’entrée",
    "Sortie",
    "Unité",
    "Mère",
    "Tél mère",
    "Lien",
    "Tél.",
    "Cible",
    "Données",
]
NAMES += [
    "Nom de naissance",
    "Prénom usuel",
    "Sexe",
    "Résultats",
    "Référent",
    "N°",
    "Truc",
    "",
    "M",
]
CELLS = [
    "",
    "",
    "DIALLO",
    "Amina",
    "DIALLO Amina",
    "Amina B. et Yanis K.",
    "DUPONT Léa / MARTIN Tom",
]
CELLS += [
    "fratrie Diallo",
    "12/03/2009",
    "31/02/2021",
    "12 mars 2021",
    "2021-03-12T14:30:00",
    "45000",
]
CELLS += [
    "14h30",
    "25:99",
    "12",
    "007",
    "Total : 12",
    "Unité Lilas",
    "Mme KONE Fatou",
    "06 12 34 56 78",
]
CELLS += [
    "Kone (dite Fa)",
    "12/03/09",
    "12/03/58",
    "vers 1950",
    "F",
    "Il a dit « non »",
    "#N/A",
    "VRAI",
]
CELLS += [
    "Un long texte de plusieurs mots, avec des détails ; et puis encore d’autres choses.",
    "?",
    "-",
]
CELLS += ["M. et Mme Diallo", "DIALLO, Amina", "Nom", "Date", "1", "2", "Édité le 12/03/2021"]
CELLS += ["12/03/2021 14:30", "12/03/2021 14:30:15", "N’DIAYE", "ŒUVRARD Zoé", "straße", "İstanbul"]
FREE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
CELL = st.one_of(st.sampled_from(CELLS), st.sampled_from(CELLS), FREE)


ROW = (
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Nom</text:p>'
    '</table:table-cell><table:table-cell office:value-type="float" office:value="3"/>'
    "</table:table-row>"
)


@st.composite
def tables(draw) -> list[list[str]]:
    """Return rows under names of columns, maybe with titles above."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
    above = draw(st.lists(st.lists(CELL, max_size=3), max_size=2))
    rows = draw(st.lists(st.lists(CELL, min_size=len(names), max_size=len(names) + 2), max_size=9))
    return [*above, names, *rows]


@given(tables())
@settings(max_examples=400, deadline=None)
def test_each_word_of_a_sheet_comes_out(rows):
    content = xlsx(rows)
    if any(word.strip() for row in rows for word in row):
        found = sheets("liste.xlsx", content)
        assert lost(read("liste.xlsx", content), found) == []


@given(tables(), st.data())
@settings(max_examples=200, deadline=None)
def test_each_word_comes_out_however_columns_are_corrected(rows, data):
    content = xlsx(rows)
    if any(word.strip() for row in rows for word in row):
        found = sheets("liste.xlsx", content)
        plan = guess(found[0])
        roles = {one.at: data.draw(st.sampled_from(Role)) for one in plan.columns}
        plan = plan.with_roles(roles).with_shape(data.draw(st.sampled_from(Shape)))
        assert lost(read("liste.xlsx", content, {"Feuil1": plan}), found) == []


@given(tables(), st.randoms())
@settings(max_examples=100, deadline=None)
def test_keys_are_the_same_however_lines_are_sorted(rows, chance: random.Random):
    """The names of columns come first here, for a sorted table to have the same."""
    head, lines = ["N° dossier", "Nom", "Prénom", "DDN", "Unité"], [row[:5] for row in rows]
    once = read("a.xlsx", xlsx([head, *lines]))
    chance.shuffle(lines)
    again = read("a.xlsx", xlsx([head, *lines]))
    assert {one.key for one in once.people} == {one.key for one in again.people}


@given(st.lists(st.text('ab1é;,\t|"\n ', max_size=30), min_size=1, max_size=12))
@settings(max_examples=500, deadline=None)
def test_each_letter_of_a_text_is_in_a_cell(lines):
    """However its quotes stand, torn or not."""
    text = "\n".join(["mot", *lines])
    cells = [word for sheet in sheets("a", text.encode()) for row in sheet.rows for word in row]
    assert sorted(filter(str.isalnum, "".join(cells))) == sorted(filter(str.isalnum, text))


WHOLE = {
    "xlsx": xlsx([["Nom", "DDN"], ["Diallo", (39884, DAY)]], [["a"]], merged=["A1:A2"]),
    "ods": zipped({"mimetype": "x", "content.xml": FLAT.format(ROW * 3)}),
    "fods": FLAT.format(ROW * 3).encode(),
    "xml": XML_2003.format(CELLS_2003).encode(),
    "csv": csv([["Nom", "Ville"], ["Diallo", 'a;"b"']]).encode("cp1252"),
    "html": b"<html><table><tr><td rowspan=2>a<td>b<tr><td>c</table>",
}


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(max_examples=400, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(kind, data):
    content = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(content))))
    with suppress(Unreadable):
        read(f"a.{kind}", bytes(content[:cut]))


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_a_damaged_old_file_is_read_or_refused_and_nothing_else(data):
    content = bytearray(xls([["Nom", "Nombre"], ["Diallo", 3.5]]))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, 3000))] = data.draw(st.integers(0, 255))
    with suppress(Unreadable):
        read("a.xls", bytes(content))


def test_what_is_lost_is_seen():
    content = csv([["Usager", "DDN"], ["DIALLO Amina", "12/03/2009"]]).encode()
    brought = read("a.csv", content)
    found = sheets("a.csv", csv([["Usager", "DDN"], ["KONE Amina", "13/03/2009"]]).encode())
    assert sorted(lost(brought, found)) == ["13/03/2009", "KONE Amina"]
