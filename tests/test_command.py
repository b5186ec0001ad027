"""The command line of the house: in French, with its exit codes, without a question."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.command import COMMANDS
from tests.ownership.elsewhere import Elsewhere

ENGLISH = re.compile(
    r"\b(?:the|usage:|show|help message|error:|required|optional|arguments|exit|Error|Traceback)\b"
)


@pytest.fixture
def bare(tmp_path):
    """An instance of which nothing is there yet."""
    return Elsewhere(tmp_path / "neuve")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_is_french_and_asks_no_database(bare, name):
    done = bare.run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert f"usage : dossier {name}" in done.stdout
    assert "montre cette aide" in done.stdout
    assert not ENGLISH.search(done.stdout), done.stdout
    assert not (bare.home / "dossier.sqlite3").exists()


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ([], 2, ""),
        (["--help"], 0, ""),
        (["zut"], 2, "« zut » n’est pas une commande"),
        (["takeout"], 1, "« dossier init » la prépare"),
        (["restore"], 2, "il manque : SOURCE"),
        (["restore", "/nulle/part"], 1, "Rien n’a été remis"),
        (["journal"], 2, "il manque : quoi"),
        (["journal", "zut"], 2, "zut n’existe pas"),
        (["count", "deux-mille"], 2, "ne convient pas"),
        (["backup", "make"], 2, "il manque : DEST"),
        (["import", "spreadsheet", "/nulle/part.csv", "--dry-run"], 1, "ne s’ouvre pas"),
        (["export"], 2, "il manque : quoi"),
        (["export", "spreadsheets", "/nulle/part"], 1, "« dossier init » la prépare"),
        (
            ["export", "tddui", "/nulle/part", "--by", "x"],
            2,
            "il faut l’un de : --person --everyone",
        ),
        (["export", "tddui", "/nulle/part", "--everyone"], 2, "il manque : --by"),
        (["export", "check", "/nulle/part.json"], 1, "ne s’ouvre pas"),
        (["takeout", "--zut", "x"], 2, "ceci n’est pas compris : --zut"),
    ],
)
def test_what_is_not_written_right_is_said(bare, line, code, said):
    done = bare.run(*line)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert not ENGLISH.search(done.stdout + done.stderr), done.stderr


def test_a_file_is_read_without_a_house(bare, tmp_path):
    path = tmp_path / "gens.csv"
    path.write_text("Nom;Prénom;Né le\nZibelinou;Léo;03/05/2010\n", encoding="cp1252")
    told = json.loads(bare.must("import", "spreadsheet", path, "--dry-run", "--json"))
    assert [one["civil_name"] for one in told["people"]] == ["Léo Zibelinou"]
    assert told["is_done"] is False
    roles = [one["role"] for one in next(iter(told["columns"].values()))]
    assert roles == ["family", "first", "birth"]
    line = ["import", "spreadsheet", path, "--dry-run", "--json", "--column", "Prénom=heading"]
    told = json.loads(bare.must(*line))
    assert [one["role"] for one in next(iter(told["columns"].values()))][1] == "heading"
    wrong = bare.run("import", "spreadsheet", path, "--dry-run", "--column", "Zut=birth")
    assert (wrong.returncode, "Aucune colonne" in wrong.stderr) == (2, True)


@pytest.mark.slow
def test_a_file_is_taken_in_listed_and_undone(bare, tmp_path):
    bare.must("demo", "--no-serve")
    path = tmp_path / "gens.csv"
    path.write_text("Nom;Prénom;Allergies\nZibelinou;Léo;arachide\n", encoding="utf-8")
    refused = bare.run("import", "spreadsheet", path)
    assert (refused.returncode, "--by" in refused.stderr) == (2, True)
    for by in ("yann", "personne"):
        assert bare.run("import", "spreadsheet", path, "--by", by).returncode in {1, 2}
    taken = ("import", "spreadsheet", path, "--by", "samira", "--team", "Foyer", "--json")
    told = json.loads(bare.must(*taken))
    assert (told["opened"], told["written"]) == (1, 1)
    assert json.loads(bare.must(*taken))["known"] == 1
    assert "gens.csv" in bare.must("import", "list")
    assert "dossiers, 1" in bare.must("import", "undo", str(told["number"]))
    assert bare.run("import", "undo", str(told["number"])).returncode == 1
    assert "entière" in bare.must("journal", "verify")


def test_it_runs_from_anywhere(tmp_path):
    """As `scripts/setup` writes it beside the libraries."""
    written = Path(sys.prefix) / "bin" / "dossier"
    line = [str(written), "--help"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert "takeout" in done.stdout
