"""Backups: what the key on paper opens comes back, nobody else learns a word, the rule is kept."""

import json
import os
import random
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.files import age
from dossier.ownership import backup
from dossier.ownership.backup import Keeping
from tests.conftest import log_in
from tests.ownership.elsewhere import Elsewhere, new_base

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "seul")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    """A folder of the module."""
    return tmp_path_factory.mktemp("sauve")


@pytest.fixture(scope="module")
def house(apart):
    """The invented house, on the database that these tests are run with."""
    held = Elsewhere(apart / "maison", new_base(f"sauvee_{WORKER}"))
    held.must("demo", "--no-serve")
    (apart / "papier.txt").write_text(held.must("backup", "key"))
    return held


@pytest.fixture(scope="module")
def disk(house, apart):
    """A disk on which it was saved twice."""
    house.must("backup", "make", apart / "disque")
    first = {path.name for path in (apart / "disque" / "fichiers").rglob("*.age")}
    house.must("backup", "make", apart / "disque")
    assert {path.name for path in (apart / "disque" / "fichiers").rglob("*.age")} == first
    return apart / "disque"


def test_it_comes_back_with_the_paper_alone(house, disk, apart):
    back = Elsewhere(apart / "revenue")
    assert "donnez la clé" in back.run("restore", disk).stderr
    back.must("restore", disk, "--key", apart / "papier.txt")
    assert back.must("takeout", "--sums") == house.must("takeout", "--sums")
    assert "entière" in back.must("journal", "verify")
    assert (back.home / "backup.pub").read_bytes() == (house.home / "backup.pub").read_bytes()


def test_it_is_restored_apart_and_compared(house, disk, apart):
    said = house.must("backup", "verify", disk, "--key", apart / "papier.txt")
    assert "Elle revient" in said
    told = json.loads((house.home / "sauvegardes.json").read_text())
    assert told["place"] == str(disk)
    assert datetime.fromisoformat(told["verified_at"]) > datetime.fromisoformat(told["made_at"])
    assert [path for path in house.home.iterdir() if path.name.startswith("essai-")] == []


def test_nobody_learns_a_word_of_it(house, disk):
    """Names of files neither: that a known file is there could be told by its SHA-256."""
    words = [path.name for path in (house.home / "fichiers").rglob("*") if path.is_file()]
    words += ["Samira", "Amina", "Lavoir", "BEGIN", "AGE-SECRET-KEY"]
    for path in disk.rglob("*"):
        if path.is_file() and path.name != "LISEZ-MOI.txt":
            content = path.read_bytes()
            assert not any(word.encode() in content for word in words), path
            assert path.stem not in words
            assert path.stat().st_mode & 0o77 == 0
            if path.suffix == ".age":
                assert content.startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert [
        path for path in house.home.rglob("*") if path.is_file() and path.suffix == ".zip"
    ] == []


@pytest.mark.parametrize("what", ["another key", "no key at all", "a flipped bit", "cut", "a file"])
def test_what_does_not_open_is_said(disk, apart, tmp_path, what):
    shutil.copytree(disk, tmp_path / "disque")
    key = (apart / "papier.txt").read_text()
    last = backup.made_in(tmp_path / "disque")[-1]
    if what == "another key":
        key = age.new_key()[0]
    elif what == "no key at all":
        key = "le lavoir chante le matin"
    elif what == "a file":
        random.choice(sorted((tmp_path / "disque" / "fichiers").rglob("*.age"))).unlink()
    else:
        held = bytearray(last.read_bytes())
        held[len(held) // 2] ^= 4
        last.write_bytes(held if what == "a flipped bit" else held[: len(held) // 2])
    (tmp_path / "cle").write_text(key)
    there = Elsewhere(tmp_path / "la")
    done = there.run("restore", tmp_path / "disque", "--key", tmp_path / "cle")
    assert done.returncode == 1
    assert "Rien n’a été remis" in done.stderr
    assert not (there.home / "fichiers").exists()


def test_a_disk_that_fills_spoils_no_backup(house, disk, apart, tmp_path):
    shutil.copytree(disk, tmp_path / "disque")
    before = {path: path.read_bytes() for path in (tmp_path / "disque").rglob("*.age")}
    line = ["prlimit", "--fsize=200000"]
    done = house.run("backup", "make", tmp_path / "disque", before=line)
    assert done.returncode == 1
    assert "les autres sont intactes" in done.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "disque").rglob("*.age")} == before


def test_the_key_is_made_once(house):
    done = house.run("backup", "key")
    assert done.returncode == 1
    assert "a déjà sa clé" in done.stderr
    assert "AGE-SECRET-KEY" not in done.stdout


def test_a_folder_of_another_house_is_left_as_it_is(disk, tmp_path):
    other = Elsewhere(tmp_path / "autre")
    other.must("init")
    before = {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()}
    done = other.run("backup", "make", disk)
    assert done.returncode == 1
    assert "de quelqu’un d’autre" in done.stderr
    assert {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()} == before


def test_without_a_key_nothing_is_saved(tmp_path):
    there = Elsewhere(tmp_path / "sans")
    there.must("init")
    (there.home / "backup.pub").unlink()
    done = there.run("backup", "make", tmp_path / "disque")
    assert done.returncode == 1
    assert "dossier backup key" in done.stderr
    assert not (tmp_path / "disque").exists()


def test_days_weeks_and_months_are_kept():
    made = [datetime(2026, 11, 30, 22, tzinfo=UTC) - timedelta(hours=12 * n) for n in range(900)]
    kept = sorted(Keeping(7, 5, 12).kept(made), reverse=True)
    assert [f"{at:%d/%m}" for at in kept[:7]] == [f"{30 - n}/11" for n in range(7)]
    assert all(f"{at:%H}" == "22" for at in kept)  # the last of its day
    assert {f"{at:%Y%m}" for at in kept} == {f"{at:%Y%m}" for at in made if at > made[700]} | {
        f"{2026 if month < 12 else 2025}{month:02}" for month in range(1, 13)
    }
    assert len(kept) <= 7 + 5 + 12
    assert Keeping(0, 0, 0).kept(made) == {made[0]}
    assert Keeping().kept([]) == set()


@pytest.mark.django_db(transaction=True)
def test_what_is_kept_no_more_goes_with_the_files_it_alone_needs(settings, tmp_path):
    settings.DOSSIER_HOME, settings.MEDIA_ROOT = tmp_path, tmp_path / "fichiers-ici"
    settings.MEDIA_ROOT.mkdir()
    (tmp_path / "secret.key").write_text("a secret")
    backup.make_key()
    disk, start = tmp_path / "disque", datetime(2026, 1, 1, 12, tzinfo=UTC)
    from dossier.files.actions import keep  # noqa: PLC0415 - once its folder is there

    old = keep([b"un ancien papier"])
    for number in range(3):
        backup.make(disk, now=start + timedelta(days=number), keeping=Keeping(2, 0, 0))
    assert [one.stem for one in backup.made_in(disk)] == ["20260102T120000Z", "20260103T120000Z"]
    assert len(list(disk.rglob("fichiers/*/*.age"))) == 1
    old.path().unlink()
    old.delete()
    for number in range(3, 5):
        keep([b"un autre papier"])
        backup.make(disk, now=start + timedelta(days=number), keeping=Keeping(2, 0, 0))
    assert len(list(disk.rglob("fichiers/*/*.age"))) == 1


@pytest.mark.django_db
def test_who_keeps_the_machine_reads_when_one_was_restored(cast, settings, tmp_path):
    settings.DOSSIER_HOME = tmp_path
    client = log_in(cast.yann)
    assert "Rien n’a encore été sauvegardé" in client.get("/").content.decode()
    backup.remember(made_at=timezone.now(), place="/media/usb")
    page = client.get("/").content.decode()
    assert "Dernière sauvegarde : aujourd’hui" in page
    assert "Aucune n’a encore été remise" in page
    backup.remember(verified_at=timezone.now() - timedelta(days=1))
    page = client.get("/").content.decode()
    assert "a été remise, pour voir : hier" in page
    assert "/media/usb" in page
    (tmp_path / "sauvegardes.json").write_text("{abîmé")
    assert "Rien n’a encore été sauvegardé" in client.get(reverse("home")).content.decode()
    assert "sauvegard" not in log_in(cast.samira).get("/").content.decode()
