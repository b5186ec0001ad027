"""What whoever keeps the machine types to put things out, in an instance apart."""

import json
import os
import zipfile

import pytest

from tests.departures.model import model
from tests.ownership.elsewhere import Elsewhere, new_base

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "seul")


@pytest.fixture
def bare(tmp_path):
    """An instance of which nothing is there yet."""
    return Elsewhere(tmp_path / "neuve")


def test_a_bundle_is_checked_without_a_house(bare, tmp_path):
    path = tmp_path / "lot.json"
    path.write_text(json.dumps(model()), encoding="utf-8")
    assert "Aucun écart" in bare.must("export", "check", path)
    told = json.loads(bare.must("export", "check", path, "--json"))
    assert (told["faults"], told["types"]["Patient"]) == ([], 2)
    spoilt = model()
    del spoilt["entry"][1]["resource"]["birthDate"]
    path.write_text(json.dumps(spoilt), encoding="utf-8")
    done = bare.run("export", "check", path)
    assert (done.returncode, "birthDate : il manque" in done.stdout) == (1, True)
    assert "Écarts : 1." in done.stderr
    done = bare.run("export", "check", path, "--json")
    assert (done.returncode, json.loads(done.stdout)["faults"][0]["rule"]) == (1, "missing")
    path.write_text("[]")
    assert "n’est pas un lot FHIR" in bare.run("export", "check", path).stderr
    assert not (bare.home / "dossier.sqlite3").exists()


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The invented house, on the database that these tests are run with."""
    apart = tmp_path_factory.mktemp("maison")
    held = Elsewhere(apart / "maison", new_base(f"depart_{WORKER}"))
    held.must("demo", "--no-serve")
    return held


@pytest.mark.slow
def test_everything_is_put_in_sheets_of_one_instant(house, tmp_path):
    looked = json.loads(house.must("export", "spreadsheets", tmp_path / "f", "--dry-run", "--json"))
    assert not (tmp_path / "f").exists()
    done = json.loads(house.must("export", "spreadsheets", tmp_path / "f", "--json"))
    assert (looked.pop("is_done"), done.pop("is_done")) == (False, True)
    assert looked == done
    assert done["sheets"]["Écrits/Écrits"] > 3000
    assert len(list((tmp_path / "f").rglob("*.ods"))) == len(done["sheets"])
    again = house.run("export", "spreadsheets", tmp_path / "f")
    assert (again.returncode, "déjà quelque chose" in again.stderr) == (1, True)
    assert "rangez-le sous clé" in house.must("export", "spreadsheets", tmp_path / "f.zip")
    with zipfile.ZipFile(tmp_path / "f.zip") as pack:
        assert pack.testzip() is None
    (tmp_path / "plein").write_text("")
    refused = house.run("export", "spreadsheets", tmp_path / "plein" / "f")
    assert (refused.returncode, "Le disque n’a pas suivi" in refused.stderr) == (1, True)
    told = house.must(
        "import", "spreadsheet", tmp_path / "f/Personnes/Personnes.ods", "--dry-run", "--json"
    )
    assert len(json.loads(told)["people"]) == done["sheets"]["Personnes/Personnes"]


@pytest.mark.slow
def test_dossiers_are_put_in_bundles_that_keep_to_the_rules(house, tmp_path):
    line = ("export", "tddui", tmp_path / "x", "--by", "samira", "--json")
    looked = json.loads(house.must(*line, "--everyone", "--dry-run"))
    assert not (tmp_path / "x").exists()
    done = json.loads(house.must(*line, "--everyone"))
    assert done["dossiers"] == looked["dossiers"]
    assert done["not_kept"] > 0
    for one in done["dossiers"]:
        assert one["taken"]["writings"] > 0
        house.must("export", "check", tmp_path / "x" / one["file"])
    first = done["dossiers"][0]["called"]
    said = house.must(
        "export", "tddui", tmp_path / "y.zip", "--by", "samira", "--person", first.upper()
    )
    assert f"{first} : " in said
    assert "lisez-le avant de l’envoyer" in said
    assert "entière" in house.must("journal", "verify")
    house.must("import", "tddui", tmp_path / "x" / done["dossiers"][0]["file"], "--dry-run")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        (["--by", "personne", "--everyone"], 2, "personne n’a ce nom de connexion"),
        (["--by", "samira", "--everyone", "--finess", "12"], 2, "neuf signes"),
        (["--by", "samira", "--person", "Zut"], 1, "Personne de ce nom"),
        (["--by", "yann", "--everyone"], 1, "ne garde aucun dossier"),
    ],
)
def test_what_may_not_leave_is_said_and_leaves_nothing(house, tmp_path, more, code, said):
    done = house.run("export", "tddui", tmp_path / "x", *more)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert not (tmp_path / "x").exists()
