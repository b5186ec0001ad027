"""What a former version took away comes back in this one, as if it had been updated since."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from django.db.migrations.loader import MigrationLoader

from dossier.ownership.takeout import signed
from tests.ownership.elsewhere import Elsewhere, new_base

pytestmark = pytest.mark.slow
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "seul")
# What each migration since has added, taken off to make of a takeout that of a former version: its
# tables, and columns of others.
SINCE = {"0029_arrivals": ({"dossier.arrival", "dossier.arrived"}, {})}
FORMER = "0028_sendings"


def make_former(folder: Path) -> None:
    """Make of a takeout that of the version that FORMER ended."""
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    for tables, columns in SINCE.values():
        for label in tables:
            assert manifest["rows"].pop(label) == 0, "the house would lose something"
            manifest["last_numbers"].pop(label, None)
            (folder / f"donnees/{label}.jsonl").unlink()
        for label, names in columns.items():
            path = folder / f"donnees/{label}.jsonl"
            rows = [json.loads(line) for line in path.read_text().splitlines()]
            kept = [{name: row[name] for name in row if name not in names} for row in rows]
            path.write_text("".join(f"{json.dumps(row)}\n" for row in kept))
    manifest["migrations"]["dossier"] = FORMER
    _seal(folder, manifest)


def _seal(folder: Path, manifest: dict) -> None:
    """Make its sums those of its files."""
    sums = folder / "SHA256SUMS"
    paths = [line.split("  ", 1)[1] for line in sums.read_text().splitlines()]
    there = [path for path in paths if (folder / path).exists()]
    digests = [hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in there]
    told = "".join(f"{one}  {path}\n" for one, path in zip(digests, there, strict=True))
    sums.write_text(told)
    manifest |= {"files": len(there), "sha256sums": hashlib.sha256(told.encode()).hexdigest()}
    (folder / "MANIFEST.json").write_text(json.dumps(signed(manifest)))


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """The invented house, and what a former version would have taken away of it."""
    apart = tmp_path_factory.mktemp("ancien")
    house = Elsewhere(apart / "maison")
    house.must("demo", "--no-serve")
    house.must("takeout", apart / "emporte")
    make_former(apart / "emporte")
    return house, apart / "emporte"


def test_the_list_of_what_came_since_is_whole():
    names = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "dossier")
    assert names[names.index(FORMER) + 1 :] == sorted(SINCE)


def test_it_comes_back_as_it_would_be_now(taken, tmp_path):
    house, former = taken
    found = Elsewhere(tmp_path / "retrouvee", new_base(f"ancien_{WORKER}"))
    found.must("restore", former)
    assert found.must("takeout", "--sums") == house.must("takeout", "--sums")
    found.must("journal", "verify")


def test_an_instance_of_now_is_no_place_for_it(taken, tmp_path):
    _, former = taken
    found = Elsewhere(tmp_path / "neuve", new_base(f"ancien_neuve_{WORKER}"))
    found.must("init")
    refused = found.run("restore", former)
    assert (refused.returncode, "version d’avant" in refused.stderr) == (1, True)


def test_when_it_fails_no_table_is_left(taken, tmp_path):
    _, former = taken
    spoilt = tmp_path / "abime"
    spoilt.mkdir()
    for path in former.rglob("*"):
        place = spoilt / path.relative_to(former)
        place.mkdir(parents=True, exist_ok=True) if path.is_dir() else place.write_bytes(
            path.read_bytes()
        )
    path = spoilt / "donnees/dossier.writing.jsonl"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))
    manifest = json.loads((spoilt / "MANIFEST.json").read_text())
    manifest["rows"]["dossier.writing"] -= 1
    _seal(spoilt, manifest)
    found = Elsewhere(tmp_path / "vide", new_base(f"ancien_vide_{WORKER}"))
    refused = found.run("restore", spoilt)
    assert refused.returncode == 1
    assert "Rien n’a été remis" in refused.stderr
    found.must("restore", former)  # as empty as before


def test_what_a_later_version_took_away_is_refused(taken, tmp_path):
    _, former = taken
    manifest = json.loads((former / "MANIFEST.json").read_text())
    manifest["migrations"]["dossier"] = "9999_later"
    later = tmp_path / "plus-tard"
    later.mkdir()
    (later / "MANIFEST.json").write_text(json.dumps(signed(manifest)))
    (later / "SHA256SUMS").write_bytes((former / "SHA256SUMS").read_bytes())
    refused = Elsewhere(tmp_path / "vide").run("restore", later)
    assert (refused.returncode, "plus récente que celle-ci" in refused.stderr) == (1, True)
