"""What people say of a birth, and what is understood of it."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.persons.rules import read_birth

# words | earliest | latest; "-" when they do not say.
BIRTHS = """
    12/03/1989              | 1989-03-12 | 1989-03-12
    1/3/1989                | 1989-03-01 | 1989-03-01
    12.03.1989              | 1989-03-12 | 1989-03-12
    12-03-1989              | 1989-03-12 | 1989-03-12
    12 03 1989              | 1989-03-12 | 1989-03-12
    1989-03-12              | 1989-03-12 | 1989-03-12
    1989-3-2                | 1989-03-02 | 1989-03-02
    12 mars 1989            | 1989-03-12 | 1989-03-12
    1er mars 1989           | 1989-03-01 | 1989-03-01
    1ER MARS 1989           | 1989-03-01 | 1989-03-01
    12 févr. 1989           | 1989-02-12 | 1989-02-12
    12 fév. 1989            | 1989-02-12 | 1989-02-12
    12 août 1989            | 1989-08-12 | 1989-08-12
    12 aout 1989            | 1989-08-12 | 1989-08-12
    12 déc 1989             | 1989-12-12 | 1989-12-12
    29/02/2000              | 2000-02-29 | 2000-02-29
    29/02/2024              | 2024-02-29 | 2024-02-29
    29/02/1900              | -          | -
    29/02/2023              | -          | -
    30/02/2024              | -          | -
    31/04/1989              | -          | -
    31/12/1989              | 1989-12-31 | 1989-12-31
    00/01/1989              | -          | -
    01/00/1989              | -          | -
    01/13/1989              | -          | -
    mars 1989               | 1989-03-01 | 1989-03-31
    en mars 1989            | 1989-03-01 | 1989-03-31
    avril 1989              | 1989-04-01 | 1989-04-30
    février 1989            | 1989-02-01 | 1989-02-28
    février 2000            | 2000-02-01 | 2000-02-29
    février 1900            | 1900-02-01 | 1900-02-28
    Décembre 1989           | 1989-12-01 | 1989-12-31
    sept. 1989              | 1989-09-01 | 1989-09-30
    1974                    | 1974-01-01 | 1974-12-31
    en 1974                 | 1974-01-01 | 1974-12-31
    vers 1950               | 1948-01-01 | 1952-12-31
    environ 1950            | 1948-01-01 | 1952-12-31
    autour de 1950          | 1948-01-01 | 1952-12-31
    à peu près 1950         | 1948-01-01 | 1952-12-31
    ~1950                   | 1948-01-01 | 1952-12-31
    entre 1950 et 1955      | 1950-01-01 | 1955-12-31
    entre 1950 et 1950      | 1950-01-01 | 1950-12-31
    entre 1955 et 1950      | -          | -
    0000                    | -          | -
    01/01/0000              | -          | -
    janvier 0000            | -          | -
    vers 0001               | -          | -
    9999                    | 9999-01-01 | 9999-12-31
    vers 9999               | -          | -
    12/03/89                | -          | -
    89                      | -          | -
    on ne sait pas          | -          | -
    inconnue                | -          | -
    à Oran, après la guerre | -          | -
    12 brumaire 1989        | -          | -
    brumaire 1989           | -          | -
    douze mars 1989         | -          | -
    12/03/1989 à Lyon       | -          | -
    12/mars 1989            | 1989-03-12 | 1989-03-12
    1974 ou 1975            | -          | -
    ?                       | -          | -
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in BIRTHS.strip().splitlines()]


def read(low: str, high: str) -> tuple[date, date] | None:
    """Return the days of a row."""
    return None if low == "-" else (date.fromisoformat(low), date.fromisoformat(high))


@pytest.mark.parametrize(("words", "low", "high"), ROWS, ids=[row[0] for row in ROWS])
def test_read_birth_understands_what_is_said(words, low, high):
    assert read_birth(words) == read(low, high)


@pytest.mark.parametrize(("words", "low", "high"), ROWS, ids=[row[0] for row in ROWS])
def test_read_birth_minds_neither_spaces_nor_case_nor_how_accents_are_typed(words, low, high):
    for odd in (
        f"  {words}\t\n",
        words.replace(" ", "\u00a0 "),
        words.upper(),
        unicodedata.normalize("NFD", words),
    ):
        assert read_birth(odd) == read(low, high)


@given(st.text(st.one_of(st.sampled_from("0123456789/-. versentreet¹٣"), st.characters())))
def test_read_birth_never_fails(words):
    found = read_birth(words)
    assert found is None or found[0] <= found[1]


@given(st.dates())
def test_read_birth_reads_back_any_day(day):
    assert read_birth(day.isoformat()) == (day, day)
    assert read_birth(f"{day.day}/{day.month}/{day.year:04}") == (day, day)
