"""Everything leaves as sheets that people read, and that come back."""

import io
import uuid
import zipfile
from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document
from python_calamine import CalamineWorkbook

from dossier.arrivals.tables.columns import Shape, guess
from dossier.arrivals.tables.grid import clean
from dossier.arrivals.tables.reading import sheets as read_sheets
from dossier.arrivals.tables.taking import read
from dossier.departures import ods, sheets, spreadsheets
from dossier.notebooks import drafts
from dossier.notebooks.models import Writing
from dossier.notes.actions import keep as keep_note
from dossier.ownership.tables import tables
from dossier.persons.actions import note_stay
from dossier.persons.models import Person
from tests.conftest import make_notebook, make_writing
from tests.web.house import furnish

SECRETS = ("zyxbrouillon", "zyxnote", "zyxmot-de-passe")


def opened(path):
    """Return the sheets of a file, as our own reader has them."""
    return read_sheets(path.name, path.read_bytes())


def rows_of(path) -> list[dict[str, str]]:
    """Return the rows of the sheet of a file, by name of column."""
    (sheet,) = opened(path)
    heads, *rows = sheet.rows
    return [dict(zip(heads, row, strict=False)) for row in rows]


@pytest.fixture
def out(cast, tmp_path):
    """What left of a house where everything has happened once."""
    furnish(cast)
    told = spreadsheets.put_out(tmp_path / "feuilles")
    return tmp_path / "feuilles", told


# By construction


def test_each_table_has_a_sheet_or_a_reason():
    told = sheets.names()
    held = {table.label for table in tables()}
    assert told["sheets"].keys() | told["left"].keys() == held
    assert not told["sheets"].keys() & told["left"].keys()
    assert all(told["left"].values())
    assert all(told["untold"].values())


def test_each_column_has_a_name_of_its_own_or_a_reason():
    asked = set()
    for table in tables():
        if table.label in sheets.names()["sheets"]:
            asked |= {field.attname for field in table.fields}
            for field in table.fields:
                sheets.column_name(table.label, field.attname)
    assert sheets.names()["columns"].keys() <= asked
    assert len({one.path for one in sheets.sheets()}) == len(sheets.sheets())
    for one in sheets.sheets():
        assert len(set(one.heads)) == len(one.heads), one.path


def test_a_table_or_a_column_that_nobody_thought_of_stops_it(monkeypatch):
    told = sheets.names()
    less = {**told, "columns": {k: v for k, v in told["columns"].items() if k != "civil_name"}}
    monkeypatch.setattr(sheets, "names", lambda: less)
    with pytest.raises(KeyError, match="civil_name"):
        sheets.sheets()
    less = {**told, "sheets": {k: v for k, v in told["sheets"].items() if k != "dossier.stay"}}
    monkeypatch.setattr(sheets, "names", lambda: less)
    with pytest.raises(KeyError, match="dossier.stay"):
        sheets.sheets()


def test_no_secret_has_a_column():
    secret = {"password", "digest", "key", "seed", "secret", "print", "bookmark_at"}
    for one in sheets.sheets():
        paths = {column.path for column in one.columns} & secret
        assert paths <= {"key"} & (paths if "expl" in one.table.label else {"key"}), one.path


# What is in them


def test_every_row_of_every_sheet_is_there(out):
    folder, told = out
    found = {one.path: one for one in sheets.sheets()}
    assert told.rows.keys() == found.keys()
    assert sum(count > 0 for count in told.rows.values()) > 45
    for path, count in told.rows.items():
        assert count == found[path].count()
        (sheet,) = opened(folder / f"{path}.ods")
        assert len(sheet.rows) == count + 1, path
        assert list(sheet.rows[0]) == found[path].heads, path


def test_drafts_notes_and_secrets_are_not_there(cast, tmp_path):
    drafts.keep_draft(
        by=cast.samira,
        key=uuid.uuid4(),
        path="/",
        fields={"text": SECRETS[0]},
        notebook=cast.amina,
    )
    keep_note(by=cast.samira, text=SECRETS[1])
    cast.samira.password = SECRETS[2]
    cast.samira.save()
    make_writing(cast.samira, cast.amina, "zyxécrit")
    spreadsheets.put_out(tmp_path / "f")
    everything = b""
    for path in (tmp_path / "f").rglob("*.ods"):
        with zipfile.ZipFile(path) as pack:
            everything += pack.read("content.xml")
    assert "zyxécrit".encode() in everything
    for secret in SECRETS:
        assert secret.encode() not in everything


def test_names_stand_where_numbers_were(cast, tmp_path):
    note_stay(
        by=cast.samira,
        dossier=cast.amina.dossier,
        service="Studio 4",
        from_on=date(2024, 3, 1),
    )
    one = make_writing(
        cast.samira,
        cast.amina,
        "Repas calme.",
        heading="Repas",
        tags=["soir"],
        occurred_on=date(2025, 1, 2),
        occurred_time=time(19, 30),
    )
    make_writing(cast.karim, cast.etage, "Avec @Amina.")
    spreadsheets.put_out(tmp_path / "f")
    (row,) = [r for r in rows_of(tmp_path / "f/Écrits/Écrits.ods") if r["N°"] == str(one.pk)]
    assert row["Se fait appeler"] == "Amina"
    assert (row["Jour"], row["Heure"]) == ("02/01/2025", "19:30")
    assert (row["Auteur"], row["Auteur (n°)"]) == ("Samira", str(cast.samira.pk))
    assert (row["Rubrique"], row["Étiquettes"]) == ("Repas", "soir")
    assert row["Voix"] == "professionnel·le"
    (other,) = [r for r in rows_of(tmp_path / "f/Écrits/Écrits.ods") if "@Amina" in r["Texte"]]
    assert (other["Cahier"], other["Aussi rattaché à"]) == ("Le premier étage", "Amina")
    (stay,) = rows_of(tmp_path / "f/Personnes/Accompagnements.ods")
    assert (stay["Dossier"], stay["Lieu ou service"]) == ("Amina", "Studio 4")
    assert stay["Depuis le"] == "01/03/2024"
    grants = rows_of(tmp_path / "f/Cahiers/Ouverts aux équipes.ods")
    assert {row["Ce qu’on peut y faire"] for row in grants} >= {"lit le cahier"}


def test_a_text_too_long_for_a_cell_is_whole(cast, tmp_path):
    long = "".join(f"{number} " for number in range(16_000))[: sheets.CELL * 4 + 7]
    make_writing(cast.samira, cast.amina, long)
    make_writing(cast.samira, cast.amina, "court")
    told = spreadsheets.put_out(tmp_path / "f")
    assert told.cut == 2  # the text, and its version
    rows = rows_of(tmp_path / "f/Écrits/Écrits.ods")
    row = rows[0]
    # Blanks at the ends of a cell are those of our reader: they are in the file.
    parts = [row["Texte"], *(row[f"Texte : suite {part}"] for part in range(2, 6))]
    assert "".join(parts).replace(" ", "") == long.replace(" ", "")
    assert max(map(len, parts)) <= sheets.CELL
    assert rows[1]["Texte"] == "court"


def test_a_sheet_too_long_for_a_file_goes_on_in_others(cast, tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheets, "FILE", 2)
    for number in range(5):
        make_writing(cast.samira, cast.amina, f"texte {number}")
    spreadsheets.put_out(tmp_path / "f")
    found = [rows_of(tmp_path / f"f/Écrits/Écrits{end}.ods") for end in ("", " (2)", " (3)")]
    assert [len(rows) for rows in found] == [2, 2, 1]
    assert [r["Texte"] for rows in found for r in rows] == [f"texte {n}" for n in range(5)]


def test_looking_tells_what_putting_out_does(cast, tmp_path):
    furnish(cast)
    looked, done = spreadsheets.look(), spreadsheets.put_out(tmp_path / "f.zip")
    assert looked == done
    with zipfile.ZipFile(tmp_path / "f.zip") as pack:
        assert pack.testzip() is None
        assert "Écrits/Écrits.ods" in pack.namelist()
        assert "LISEZ-MOI.txt" in pack.namelist()
        assert "{" not in pack.read("LISEZ-MOI.txt").decode()


def test_nothing_is_left_half_done(cast, tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheets, "_notice", lambda told: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        spreadsheets.put_out(tmp_path / "g")
    assert not (tmp_path / "g").exists()


# Cells


WORDS = st.text(
    st.one_of(st.sampled_from("=+-@\t\n \u00a0aé;\"'<>&🌧"), st.characters(codec="utf-8")),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=6))
def test_any_words_come_back_as_they_were_and_are_no_formula(rows):
    rows = [["1", *row] for row in rows]
    content = b"".join(ods.pieces("Feuille", ["N°", "Un", "Deux"], rows))
    (sheet,) = read_sheets("x.ods", content)
    wanted = [[_as_read(one) for one in row] for row in rows]
    padded = [[*row, "", ""][:3] for row in sheet.rows[1:]]
    assert padded == wanted
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        assert b"table:formula" not in pack.read("content.xml")
        assert pack.namelist()[0] == "mimetype"


def _as_read(words: str) -> str:
    """Return words as our reader has those of any cell: no control sign, no blank at the ends."""
    return clean(ods.NOT_XML.sub("\ufffd", words))


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+33 6", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "- a dit\n- puis", "\t=1", "'=1"],
)
def test_what_looks_like_a_formula_is_a_text(words):
    """Typed as a string, and the value of a string is what is written (OpenDocument)."""
    told = ods.cell(words)
    assert 'office:value-type="string"' in told
    assert "formula" not in told


def test_days_hours_and_numbers_are_typed():
    assert 'office:date-value="2025-01-02"' in ods.cell(date(2025, 1, 2))
    assert 'office:time-value="PT19H30M00S"' in ods.cell(time(19, 30))
    assert 'office:value="12"' in ods.cell(12)
    assert "string" in ods.cell(2**60)
    at = datetime(2025, 7, 1, 22, 30, tzinfo=UTC)
    assert 'office:date-value="2025-07-02T00:30:00"' in ods.cell(at)
    assert (ods.cell(None), ods.cell("")) == (ods.EMPTY, ods.EMPTY)


# Coming back


def test_persons_and_writings_come_back(cast, tmp_path):
    """What our own import reads is the same persons, and the same texts of the same."""
    births = {"Amina": "12/03/1989", "Didier": "vers 1950"}
    for called, birth in births.items():
        Person.objects.filter(called=called).update(birth=birth, civil_name=f"{called} Zibelinou")
    make_notebook(cast.samira, "Amina", cast.foyer)  # another of the same name
    texts = [
        (
            cast.samira,
            cast.amina,
            "- Repas calme.\n- Puis il a plu.",
            date(2025, 1, 2),
            time(19, 30),
        ),
        (cast.karim, cast.amina, "=1+1, a-t-elle écrit.", date(2025, 1, 3), None),
        (cast.maud, cast.didier, "@ demain ; « à voir »\n\n  en retrait", None, None),
        (cast.samira, cast.etage, "Le premier étage rit.", date(2025, 1, 4), time(8, 0)),
    ]
    for by, notebook, text, on, at in texts:
        more = {"occurred_on": on, "occurred_time": at, "heading": "Jour après jour"}
        make_writing(by, notebook, text, **more)
    spreadsheets.put_out(tmp_path / "f")
    path = tmp_path / "f/Personnes/Personnes.ods"
    (sheet,) = opened(path)
    assert guess(sheet).shape == Shape.PEOPLE
    people = read(path.name, path.read_bytes()).people
    assert sorted(one.called for one in people) == ["Amina", "Amina", "Didier"]
    keys = {f"n:{one.pk}": one for one in Person.objects.all()}
    assert {one.key for one in people} == keys.keys()
    for one in people:
        person = keys[one.key]
        assert (one.called, one.birth) == (person.called, person.birth)
        assert dict(one.facts).get("État civil", "") == person.civil_name

    path = tmp_path / "f/Écrits/Écrits.ods"
    brought = read(path.name, path.read_bytes())
    assert len(brought.texts) == Writing.objects.count()
    for writing in Writing.objects.select_related("author", "heading"):
        (told,) = [one for one in brought.texts if one.text.startswith(writing.text.strip())]
        whose = getattr(writing.notebook, "dossier", None)
        assert told.of == ((f"n:{whose.person_id}",) if whose else ())
        assert (told.author, told.heading) == (writing.author.name, writing.heading.name)
        on = writing.occurred_on or timezone.localtime(writing.signed_at).date()
        assert str(told.when).startswith(on.isoformat())
        if writing.occurred_time:
            assert told.when == datetime.combine(on, writing.occurred_time)


def test_others_open_them_and_see_the_same():
    """Two readers that are not ours."""
    words = ["=1+1", "-1", "@x", "+33 6", "deux  blancs\net « une ligne »", "12"]
    rows = [[one, 7, date(2025, 1, 2), time(3, 4)] for one in words]
    content = b"".join(ods.pieces("Feuille", ["Mots", "N°", "Jour", "Heure"], rows))
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    assert sheet == "Feuille"
    told = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet)
    heads, *found = told.to_python()
    assert heads == ["Mots", "N°", "Jour", "Heure"]
    assert [row[0] for row in found] == words
    assert found[0][1:3] == [7, date(2025, 1, 2)]
    (table,) = Document(io.BytesIO(content)).body.tables
    kinds = [cell.type for cell in table.get_row(1).cells]
    assert kinds == ["string", "float", "date", "time"]
    assert [table.get_value((0, row + 1)) for row in range(len(words))] == words
