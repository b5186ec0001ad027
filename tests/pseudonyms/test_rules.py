"""Births one tells of oneself, numbers of things: rules of contacts, one by one."""

import pytest

from dossier.disclosures.pseudonyms.contacts import spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit : je suis du 14.02.1951.", ["14.02.1951"]),
        ("Le courrier est du 14.02.2021.", []),
        ("Lot de masques n° K5512 reçu.", []),
        ("Son dossier n° 55120 est prêt.", ["55120"]),
    ],
)
def test_births_told_of_oneself_go_and_numbers_of_things_stay(text, found):
    assert [text[one.start : one.end] for one in spans(text)] == found
