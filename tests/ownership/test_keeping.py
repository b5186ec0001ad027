"""What an update puts aside comes back, on both databases; and goes after a fortnight."""

import os
import subprocess
import sys
import time

import pytest

from dossier.machine import keeping
from tests.ownership.elsewhere import Elsewhere, new_base

TOLD = "from dossier.establishment.models import Team; {}"


@pytest.fixture
def house(tmp_path):
    """A house with a team, in the folder or in PostgreSQL."""
    one = Elsewhere(tmp_path / "foyer", new_base("mise_de_cote"))
    one.must("init")
    one.python(TOLD.format("Team.objects.create(name='Zibelinou')"))
    return one


def act(house: Elsewhere, what: str, name: str) -> subprocess.CompletedProcess:
    """Keep, or put back, as an update does."""
    line = [sys.executable, "-m", "dossier.machine.keeping", what, house.home, house.home / name]
    return subprocess.run(  # noqa: S603 - our own words
        line, env=house.environment, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_what_was_put_aside_comes_back_and_what_was_since_is_kept(house):
    assert act(house, "keep", "avant-0.1.0").returncode == 0
    assert (house.home / "avant-0.1.0").stat().st_mode & 0o077 == 0
    house.python(TOLD.format("Team.objects.create(name='Ensuite')"))
    done = act(house, "back", "avant-0.1.0")
    assert done.returncode == 0, done.stderr
    house.python(TOLD.format("assert [t.name for t in Team.objects.all()] == ['Zibelinou']"))
    (since,) = house.home.glob("apres-0.1.0-*")
    since.rename(house.home / "avant-since")
    assert act(house, "back", "avant-since").returncode == 0
    house.python(TOLD.format("assert Team.objects.filter(name='Ensuite').exists()"))


def test_what_cannot_be_put_aside_is_said_and_leaves_nothing(tmp_path):
    home = tmp_path / "foyer"
    home.mkdir()
    (home / "dossier.sqlite3").write_bytes(b"nothing that one opens" * 200)
    done = act(Elsewhere(home), "keep", "avant-0.1.0")
    assert (done.returncode, done.stderr != "") == (1, True)
    assert not (home / "avant-0.1.0").exists()


def test_it_goes_after_a_fortnight(tmp_path):
    now, day = time.time(), 24 * 3600
    for name, age in (("avant-1", 15), ("apres-1-2", 15), (".essai-x", 15), ("avant-2", 13)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dossier.sqlite3").write_bytes(b"x")
        os.utime(tmp_path / name, (now - age * day,) * 2)
    (tmp_path / "fichiers").mkdir()
    os.utime(tmp_path / "fichiers", (now - 99 * day,) * 2)
    keeping.forget(tmp_path, now)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["avant-2", "fichiers"]
