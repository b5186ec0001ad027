"""Everything leaves, comes back, and leaves again the same; a stranger reads it."""

import hashlib
import json
import os
import sqlite3
import subprocess
import threading
import time
import zipfile
from pathlib import Path

import pytest

from tests.ownership.elsewhere import Elsewhere, new_base

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "seul")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    """A folder of the module."""
    return tmp_path_factory.mktemp("ailleurs")


@pytest.fixture(scope="module")
def house(apart):
    """The invented house, grown by some writings, in an instance on SQLite."""
    held = Elsewhere(apart / "maison")
    held.must("demo", "--no-serve")
    with sqlite3.connect(held.home / "dossier.sqlite3") as base:  # the number of what is gone
        base.execute("UPDATE sqlite_sequence SET seq = seq + 7 WHERE name = 'dossier_heading'")
    return held


@pytest.fixture(scope="module")
def taken(house, apart):
    """What was taken away of it, in a folder."""
    house.must("takeout", apart / "emporte")
    return apart / "emporte"


def other(apart: Path, name: str) -> Elsewhere:
    """Return an empty instance, on the database that these tests are run with."""
    return Elsewhere(apart / name, new_base(f"{name}_{WORKER}"))


def prints(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a takeout, the date of its manifest left out."""
    held = {}
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if path.name == "MANIFEST.json":
                told = json.loads(content)
                told.pop("taken_at")
                content = json.dumps(told).encode()
            held[str(path.relative_to(folder))] = hashlib.sha256(content).hexdigest()
    return held


def test_it_comes_back_the_same(house, taken, apart):
    """SQLite to this database and back to SQLite: the same bytes but for a date."""
    there, home = other(apart, "revenu"), Elsewhere(apart / "retour")
    said = json.loads(there.must("restore", taken, "--json"))
    assert said["is_done"]
    assert said["missing"] == []
    assert "entière" in there.must("journal", "verify")
    there.must("takeout", apart / "emporte-2")
    assert prints(apart / "emporte-2") == prints(taken)
    home.must("restore", apart / "emporte-2")
    assert "entière" in home.must("journal", "verify")
    home.must("takeout", apart / "emporte-3")
    assert prints(apart / "emporte-3") == prints(taken)


def test_a_zip_holds_the_same_files(house, taken, apart):
    path = apart / "emporte.zip"
    said = json.loads(house.must("takeout", path, "--json"))
    with zipfile.ZipFile(path) as held:
        assert held.testzip() is None
        held.extractall(apart / "deplie")
    assert prints(apart / "deplie") == prints(taken)
    assert said["files"] == len(prints(taken)) - 2  # but SHA256SUMS and MANIFEST.json
    assert list(apart.glob("*.en-cours")) == []
    back = other(apart, "du_zip")
    back.must("restore", path)
    back.must("takeout", apart / "du-zip")
    assert prints(apart / "du-zip") == prints(taken)


def test_sha256sum_finds_it_whole(taken):
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=taken, check=True)  # noqa: S607
    manifest = json.loads((taken / "MANIFEST.json").read_text())
    sums = (taken / "SHA256SUMS").read_text().splitlines()
    assert {line[66:] for line in sums} | {"SHA256SUMS", "MANIFEST.json"} == prints(taken).keys()
    assert len(sums) == manifest["files"]


def test_the_house_found_again_works(taken, apart):
    """One logs in, reads, searches, sees a picture: nothing is there only for the eyes."""
    there = other(apart, "habitee")
    there.must("restore", taken)
    code = (
        "from django.test import Client; from dossier.files.models import Blob\n"
        "from dossier.establishment.models import Worker\n"
        "from dossier.demo.load import PASSPHRASE\n"
        "from django.core.management import call_command\n"
        "call_command('collectstatic', interactive=False, verbosity=0)\n"
        "client, samira = Client(SERVER_NAME='localhost'), Worker.objects.get(login='samira')\n"
        "assert samira.check_password(PASSPHRASE)\n"
        "client.force_login(samira)\n"
        "found = client.get('/chercher/', {'q': 'manteau'}).content.decode()\n"
        "assert 'Il faudrait un' in found, found\n"
        "assert all(blob.path(size).exists() for blob in Blob.objects.filter(kind='image')\n"
        "           for size in ('content', 'large', 'small'))\n"
    )
    there.python(code)


def test_people_write_meanwhile_and_nothing_waits(house, apart):
    """What is taken is one instant: who writes two things at once leaves both in it, or none."""
    put, take = (
        {name: f"{verb} dossier_{name} {rest}" for name in ("heading", "tag")}
        for verb, rest in (
            ("INSERT INTO", "(name, folded) VALUES (?, '@')"),
            ("DELETE FROM", "WHERE folded = '@'"),
        )
    )
    stop, longest, count = threading.Event(), 0.0, 0
    base = sqlite3.connect(
        house.home / "dossier.sqlite3", timeout=20, isolation_level=None, check_same_thread=False
    )

    def write() -> None:
        nonlocal longest, count
        while not stop.wait(0.01):
            began, count = time.monotonic(), count + 1
            base.execute("BEGIN IMMEDIATE")
            for table in ("heading", "tag"):
                base.execute(put[table], (f"@{count}",))
            base.execute("COMMIT")
            longest = max(longest, time.monotonic() - began)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        house.must("takeout", apart / "pendant")
    finally:
        stop.set()
        writer.join()
        for table in ("heading", "tag"):
            base.execute(take[table])
        base.close()
    assert count > 20
    assert longest < 15  # the house's patience is twenty
    held = []
    for name in ("heading", "tag"):
        lines = (apart / "pendant" / "donnees" / f"dossier.{name}.jsonl").read_text().splitlines()
        rows = map(json.loads, lines)
        held.append({row["name"] for row in rows if row["folded"] == "@"})
    assert held[0] == held[1]


def test_nothing_is_put_over_what_is_there(house, taken, apart):
    before = prints(taken)
    done = house.run("takeout", taken)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Il y a déjà quelque chose" in done.stderr
    assert prints(taken) == before
    (apart / "deja.zip").write_text("à moi")
    assert house.run("takeout", apart / "deja.zip").returncode == 1
    assert (apart / "deja.zip").read_text() == "à moi"


def test_a_disk_too_small_leaves_nothing_behind(house, apart):
    for name in ("petit", "petit.zip"):
        done = house.run("takeout", apart / name, before=["prlimit", "--fsize=300000"])
        assert done.returncode == 1, done.stderr
        assert "Le disque n’a pas suivi" in done.stderr
        assert not (apart / name).exists()
    assert list(apart.glob("petit*")) == []


def test_a_file_the_house_lost_is_said_and_the_rest_leaves(house, apart):
    shelf = sorted(path for path in (house.home / "fichiers").rglob("*") if path.suffix == "")
    lost = next(path for path in shelf if path.is_file())
    kept = lost.read_bytes()
    lost.unlink()
    try:
        done = house.run("takeout", apart / "sans", "--json")
    finally:
        lost.write_bytes(kept)
    assert done.returncode == 1
    assert json.loads(done.stdout)["missing"] == [lost.name]
    assert "manquaient déjà" in done.stderr
    back = other(apart, "sans_un")
    assert json.loads(back.must("restore", apart / "sans", "--json"))["missing"] == [lost.name]


def test_only_its_owner_reads_it(taken):
    assert taken.stat().st_mode & 0o77 == 0
    assert {path.stat().st_mode & 0o77 for path in taken.rglob("*") if path.is_file()} == {0}


def test_what_is_one_s_own_is_on_no_page(house, apart):
    """Personal notes and drafts leave, for they are somebody's; no page shows them."""
    words = "zibelinou personnel"
    with sqlite3.connect(house.home / "dossier.sqlite3") as base:
        base.execute(
            "INSERT INTO dossier_note (author_id, key, text, until, changed_at)"
            " VALUES (1, ?, ?, '2999-01-01', '2026-01-01 00:00:00')",
            ("0" * 32, words),
        )
    try:
        house.must("takeout", apart / "avec-note")
    finally:
        with sqlite3.connect(house.home / "dossier.sqlite3") as base:
            base.execute("DELETE FROM dossier_note WHERE text = ?", (words,))
    held = [
        str(path.relative_to(apart / "avec-note"))
        for path in (apart / "avec-note").rglob("*")
        if path.is_file() and "zibelinou" in path.read_text(errors="replace")
    ]
    assert held == ["donnees/dossier.note.jsonl"]
