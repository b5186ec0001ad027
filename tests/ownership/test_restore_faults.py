"""A takeout that is not what it was is refused whole, and says so; the instance stays as it was."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from dossier.establishment.models import Establishment
from dossier.files.models import Blob
from dossier.notebooks.models import Notebook
from dossier.ownership import places, restore
from dossier.ownership.restore import NotEmpty, Refused
from dossier.ownership.tables import tables
from dossier.ownership.takeout import signed
from tests.ownership.elsewhere import Elsewhere, new_base

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "seul")
pytestmark = pytest.mark.slow
SEED = random.Random(2002)


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """A takeout of the invented house, as a folder and a ZIP."""
    apart = tmp_path_factory.mktemp("emporte")
    house = Elsewhere(apart / "maison")
    house.must("demo", "--no-serve")
    house.must("takeout", apart / "dossier")
    house.must("takeout", apart / "dossier.zip")
    return apart / "dossier"


@pytest.fixture
def copy(taken, tmp_path):
    """A copy of it to spoil."""
    shutil.copytree(taken, tmp_path / "copie")
    return tmp_path / "copie"


@pytest.fixture
def _bare(settings, tmp_path):
    """An instance with no file."""
    settings.DOSSIER_HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "fichiers"
    for name in ("secret.key", "journal.key"):
        (tmp_path / name).write_text("that of before")


def is_as_it_was(folder: Path) -> bool:
    """Tell whether the instance of a test holds nothing, and its own keys."""
    assert not any(table.model._base_manager.exists() for table in tables())
    assert (folder / "secret.key").read_text() == "that of before"
    assert (folder / "journal.key").read_text() == "that of before"
    return not (folder / "fichiers").exists()


def spoil(path: Path, how: str) -> None:
    """Flip a bit of a file, cut it, or take it away."""
    if how == "missing":
        path.unlink()
        return
    held = bytearray(path.read_bytes())
    place = SEED.randrange(len(held))
    if how == "flipped":
        held[place] ^= 1 << SEED.randrange(8)
    path.write_bytes(held[:place] if how == "cut" else held)


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
@pytest.mark.parametrize("how", ["flipped", "cut", "missing"])
@pytest.mark.parametrize(
    "which",
    [
        "LISEZ-MOI.txt",
        "MANIFEST.json",
        "SHA256SUMS",
        "cles/journal.key",
        "cles/secret.key",
        "donnees/dossier.writing.jsonl",
        "donnees/dossier.seal.jsonl",
        "donnees/schema.json",
        "ecrits/*/*/*.txt",
        "fichiers/*/*",
        "index.html",
        "recherche/ma.js",
    ],
)
def test_what_was_touched_is_refused(copy, tmp_path, which, how):
    found = SEED.choice(sorted(copy.glob(which)))
    if which == "MANIFEST.json" and how == "flipped":  # anywhere but in its date
        held = found.read_bytes()
        for place in range(0, len(held), 97):
            spoilt = bytearray(held)
            spoilt[place] ^= 1
            found.write_bytes(spoilt)
            if b"taken_at" not in held[place - 60 : place + 20]:
                with pytest.raises(Refused, match="Rien n’a été remis"):
                    restore.restore(copy)
        assert is_as_it_was(tmp_path)
        return
    spoil(found, how)
    with pytest.raises(Refused, match="Rien n’a été remis"):
        restore.restore(copy)
    assert is_as_it_was(tmp_path)


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
def test_a_zip_that_was_touched_is_refused(taken, tmp_path):
    held = taken.with_suffix(".zip").read_bytes()
    path, refused = tmp_path / "copie.zip", 0
    for place in sorted(SEED.sample(range(len(held)), 25)):
        spoilt = bytearray(held)
        spoilt[place] ^= 1 << SEED.randrange(8)
        path.write_bytes(spoilt)
        try:
            restore.restore(path, is_dry=True)
        except Refused:
            refused += 1
        else:  # a bit that says nothing: a date, who made the ZIP
            with closing(places.source(path)) as same:
                assert all(places.digest(same, name) == told for told, name in same.sums())
    assert refused > 12
    for size in (0, 1, 100, len(held) // 2, len(held) - 30, len(held) - 1):
        path.write_bytes(held[:size])
        with pytest.raises(Refused, match="Rien n’a été remis"):
            restore.restore(path)
    assert is_as_it_was(tmp_path)


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
@pytest.mark.parametrize("what", ["nowhere", "an empty folder", "a text", "a ZIP of something"])
def test_what_is_no_takeout_is_refused(tmp_path, what):
    path = tmp_path / "source"
    if what == "an empty folder":
        path.mkdir()
    elif what == "a text":
        path.write_text("bonjour")
    elif what == "a ZIP of something":
        with zipfile.ZipFile(path, "w") as held:
            held.writestr("bonjour.txt", "bonjour")
    with pytest.raises(Refused, match="ne se lit pas"):
        restore.restore(path)
    assert is_as_it_was(tmp_path)


def rewrite(folder: Path, path: str, content: bytes) -> None:
    """Write a file of a takeout anew, and all that proves it: whoever has the format can."""
    (folder / path).write_bytes(content)
    sums = []
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        name = line[66:]
        told = places.digest(places.FolderSource(folder), name) if name == path else line[:64]
        sums.append(f"{told}  {name}\n")
    (folder / "SHA256SUMS").write_text("".join(sums))
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    manifest["sha256sums"] = places.digest(places.FolderSource(folder), "SHA256SUMS")
    (folder / "MANIFEST.json").write_text(json.dumps(signed(manifest)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_bare")
@pytest.mark.parametrize("what", ["a tie to nobody", "two of the same", "a row too many", "no row"])
def test_rows_that_cannot_be_are_refused_whole(copy, tmp_path, what):
    path = "donnees/dossier.writing.jsonl"
    lines = (copy / path).read_bytes().splitlines(keepends=True)
    row = json.loads(lines[0])
    if what == "a tie to nobody":
        lines[0] = json.dumps(row | {"notebook_id": 999_999}).encode() + b"\n"
    elif what == "two of the same":
        lines[1] = lines[0]
    elif what == "a row too many":
        more = row | {"id": 999_999, "position": 5, "key": "0" * 32}
        lines.append(json.dumps(more).encode() + b"\n")
    else:
        lines[0] = b"{}\n"
    rewrite(copy, path, b"".join(lines))
    with pytest.raises(Refused, match="Rien n’a été remis"):
        restore.restore(copy)
    assert is_as_it_was(tmp_path)


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
def test_a_path_that_climbs_is_refused(copy, tmp_path):
    (tmp_path / "secret").write_text("ailleurs")
    sums = (copy / "SHA256SUMS").read_text()
    (copy / "SHA256SUMS").write_text(sums.replace("LISEZ-MOI.txt", "../secret"))
    manifest = json.loads((copy / "MANIFEST.json").read_text())
    manifest["sha256sums"] = places.digest(places.FolderSource(copy), "SHA256SUMS")
    (copy / "MANIFEST.json").write_text(json.dumps(signed(manifest)))
    with pytest.raises(Refused, match="ne se lit pas"):
        restore.restore(copy)


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
@pytest.mark.parametrize(
    "change",
    [{"version": 2}, {"migrations": {"dossier": "0999_of_tomorrow"}}, {"format": "autre"}],
)
def test_another_version_is_refused(copy, change):
    manifest = json.loads((copy / "MANIFEST.json").read_text())
    (copy / "MANIFEST.json").write_text(json.dumps(signed(manifest | change)))
    with pytest.raises(Refused):
        restore.restore(copy)


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
def test_nothing_is_put_over_a_house(taken):
    Establishment.objects.create(name="Une autre")
    with pytest.raises(NotEmpty):
        restore.restore(taken)
    assert Establishment.objects.get().name == "Une autre"
    assert not Notebook.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("_bare")
def test_a_disk_too_small_is_said_before(taken, monkeypatch, tmp_path):
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(Refused, match=r"Il faut environ 0\.0 Go sur le disque"):
        restore.restore(taken)
    assert is_as_it_was(tmp_path)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_bare")
def test_a_disk_that_fills_leaves_nothing(taken, monkeypatch, tmp_path):
    """At each of its files in turn."""
    total = len(list((taken / "fichiers").rglob("*.*")))
    real = os.fsync
    for last in (0, 1, total // 2, total - 1):
        count = iter(range(10_000))

        def full(handle, count=count, last=last):
            if next(count) == last:
                raise OSError(28, "No space left on device")
            real(handle)

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(Refused, match="Le disque n’a pas suivi"):
            restore.restore(taken)
        monkeypatch.setattr(os, "fsync", real)
        assert is_as_it_was(tmp_path)
    restore.restore(taken)
    assert Blob.objects.exists()


def test_killed_half_way_it_begins_again(taken, tmp_path):
    """Whenever it is killed, the instance is empty, or whole; then it comes back."""
    there = Elsewhere(tmp_path / "tuee", new_base(f"tuee_{WORKER}"))
    there.must("init")
    alone = there.environment
    began = time.monotonic()
    Elsewhere(tmp_path / "temoin", new_base(f"temoin_{WORKER}")).must("restore", taken)
    lasts = time.monotonic() - began
    killed = 0
    for number in range(6):
        going = subprocess.Popen(  # noqa: S603 - our own command
            there.command("restore", taken),
            env=alone,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            going.wait(lasts * (0.15 + 0.14 * number))
        except subprocess.TimeoutExpired:
            going.send_signal(signal.SIGKILL)
            going.wait()
            killed += 1
        if going.returncode == 0:
            break
    assert killed
    done = there.run("restore", taken)  # whole already, when it was killed after its last word
    assert done.returncode == 0 or "Quelqu’un habite déjà" in done.stderr
    there.must("takeout", tmp_path / "encore")
    assert json.loads(there.must("journal", "verify", "--json"))["is_whole"]
    ours = (tmp_path / "encore" / "SHA256SUMS").read_bytes()
    assert ours == (taken / "SHA256SUMS").read_bytes()
