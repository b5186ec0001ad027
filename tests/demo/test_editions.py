"""What is handed over in the invented house is the edition that its words say."""

import tomllib
from datetime import date

import pytest

from dossier.demo.cast import FIXTURES, day_of

LAW = tomllib.loads((FIXTURES / "loi.toml").read_text("utf-8"))


@pytest.mark.parametrize("today", [date(2026, 8, 31), date(2026, 9, 1), date(2026, 11, 29)])
def test_a_new_edition_that_is_handed_over_is_the_latest_in_force(today):
    texts = {one["id"]: one["edition"] for one in LAW["texte"]}
    told = [one for one in LAW["remis"] if "nouvelle édition" in one.get("comment", "")]
    assert told
    for one in told:
        for name in one["textes"]:
            latest = max(day_of(edition["depuis"], today) for edition in texts[name])
            assert day_of(one["jour"], today) >= latest
