"""A machine from its first version on: two houses, updates that fail, one that does not, back."""

import contextlib
import http.client
import os
import socket
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.machine.place import Machine
from tests.machine.releases import build, release

MORE = 'migrations.RunSQL("CREATE TABLE of_later (at integer)", "DROP TABLE of_later")'
FAILS = 'migrations.RunSQL("CREATE TABLE dossier_worker (at integer)", "")'
# What cuts the power: the update ends at once, when the true base is being changed.
CUT = """
import os, signal

def cut(apps, schema_editor):
    if ".essai-" not in os.environ["DOSSIER_HOME"]:
        os.kill(os.getppid(), signal.SIGKILL)
"""
DEAF = '"""Broken."""\nraise RuntimeError("deaf")\n'
NEWCOMER = "from dossier.establishment.models import Team; Team.objects.create(name={!r})"
DOUBLE = Path(__file__).with_name("systemctl.py")
TEAMS = "SELECT name FROM auth_group ORDER BY name"


@dataclass
class Rented:
    """A machine in a folder, with what stands for systemd, and its command."""

    root: Path
    wheel: Path

    @property
    def machine(self) -> Machine:
        """Where things are on it."""
        return Machine(self.root)

    def run(self, *line: str | Path, **more: str) -> subprocess.CompletedProcess:
        """Run a line as who keeps it would."""
        told = {
            "DOSSIER_MACHINE": str(self.root),
            "PATH": f"{self.root / 'bin'}:{os.environ['PATH']}",
        }
        return subprocess.run(  # noqa: S603 - our own words
            [str(word) for word in line],
            env=told | {"NO_COLOR": "1", "LANG": "C.UTF-8"} | more,
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=280,
        )

    def dossier(self, *words: str | Path) -> subprocess.CompletedProcess:
        """Run the command line that the machine has."""
        return self.run(self.machine.command, *words)

    def must(self, *words: str | Path) -> str:
        """Run it; it does what it is asked."""
        done = self.dossier(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def upgrade(self, version: str, *words: str, **how: object) -> subprocess.CompletedProcess:
        """Go to a version made on purpose."""
        return self.dossier("upgrade", release(self.wheel, version, **how), *words)

    def sees(self, name: str, question: str) -> list[str]:
        """Ask the base of an instance."""
        return asked(self.machine.homes / name / "dossier.sqlite3", question)

    def welcome(self, name: str, team: str) -> None:
        """Write something in a house."""
        python = self.machine.current / "bin" / "python"
        home = {"DOSSIER_HOME": str(self.machine.homes / name)}
        told = {"DJANGO_SETTINGS_MODULE": "dossier.config.settings", **home}
        code = f"import django; django.setup(); {NEWCOMER.format(team)}"
        done = self.run(python, "-c", code, **told)
        assert done.returncode == 0, done.stderr

    def answers(self, name: str) -> bool:
        """Whether a house is open."""
        asked = http.client.HTTPConnection(
            "127.0.0.1", self.machine.instance(name).port, timeout=20
        )
        try:
            asked.request("GET", "/sante", headers={"X-Forwarded-Proto": "https"})
            return asked.getresponse().status == 200
        except OSError:
            return False
        finally:
            asked.close()


def asked(path: Path, question: str) -> list[object]:
    """Return what a base answers, first column."""
    with contextlib.closing(sqlite3.connect(path)) as base:
        return [row[0] for row in base.execute(question)]


def free_port() -> str:
    """Return a port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def rented(tmp_path):
    """A machine with nothing on it yet; its services end with the test."""
    for folder in (
        "run/systemd/system",
        "bin",
        "etc",
        "opt",
        "srv",
        "usr/local/bin",
        "media",
        "wheels",
    ):
        (tmp_path / folder).mkdir(parents=True)
    double = tmp_path / "bin" / "systemctl"
    double.write_text(f'#!/bin/sh\nexec {sys.executable} {DOUBLE} "$@"\n')
    double.chmod(0o755)
    one = Rented(tmp_path, build(tmp_path / "wheels"))
    yield one
    for path in (tmp_path / "run").glob("*.service.pid"):
        one.run(double, "stop", path.stem)


@pytest.mark.slow
def test_the_life_of_a_machine(rented):
    first = release(rented.wheel, "0.1.1")
    begun = rented.run(sys.executable, "-m", "dossier.machine", first, PYTHONPATH=str(first))
    assert begun.returncode == 0, begun.stderr
    again = rented.run(sys.executable, "-m", "dossier.machine", first, PYTHONPATH=str(first))
    assert (again.returncode, "dossier upgrade" in again.stdout) == (1, True)
    assert rented.must("--version") == "0.1.1\n"

    for name in ("foyer", "savs"):
        told = ["--systemd", name, "--port", free_port(), "--hosts", f"{name}.internal"]
        rented.must("init", *told, "--backups", rented.root / "media" / name)
        assert rented.answers(name)
    same = rented.machine.instance("savs").port
    taken = rented.dossier("init", "--systemd", "nuit", "--port", str(same))
    assert (taken.returncode, "« savs » a déjà" in taken.stderr) == (1, True)
    assert "dites dossier --instance NOM sweep" in rented.dossier("sweep").stderr
    rented.welcome("foyer", "Zibelinou")
    assert rented.sees("savs", TEAMS) == []
    assert "pour cette version et les suivantes" in rented.must("add", "s3")
    assert (rented.machine.told / "libraries").read_text() == "s3\n"

    # The one that no base follows: seen before anything is touched.
    refused = rented.upgrade("0.2.0", does=FAILS)
    assert (refused.returncode, "Rien n’a été changé" in refused.stderr) == (1, True)
    assert rented.must("--version") == "0.1.1\n"
    assert not list(rented.machine.homes.rglob("avant-*"))

    # The one that opens no door: everything comes back.
    before = {name: rented.sees(name, TEAMS) for name in ("foyer", "savs")}
    deaf = rented.upgrade("0.3.0", does=MORE, instead={"dossier/config/wsgi.py": DEAF})
    assert deaf.returncode == 1
    assert "ne répond pas" in deaf.stderr
    assert "La version 0.1.1 est de nouveau en service" in deaf.stderr
    assert rented.must("--version") == "0.1.1\n"
    assert {name: rented.sees(name, TEAMS) for name in ("foyer", "savs")} == before
    assert rented.answers("foyer")
    assert rented.answers("savs")

    # A dry run changes nothing; then the one that is well.
    assert rented.upgrade("0.4.0", "--dry-run", does=MORE).returncode == 0
    assert rented.must("--version") == "0.1.1\n"
    done = rented.upgrade("0.4.0", does=MORE)
    assert done.returncode == 0, done.stderr
    assert rented.must("--version") == "0.4.0\n"
    assert rented.answers("foyer")
    assert rented.answers("savs")
    assert rented.sees("foyer", "SELECT count(*) FROM of_later") == [0]
    assert rented.sees("foyer", TEAMS) == ["Zibelinou"]
    assert list((rented.root / "media" / "savs").rglob("*.age"))
    assert "est en service, et celle-ci" in rented.upgrade("0.1.9").stderr
    folders = {path.name for path in rented.machine.versions.iterdir() if path.is_dir()}
    assert folders - {"current", "previous"} == {"0.1.1", "0.4.0"}

    # And back: what was written since is put aside, not lost.
    rented.welcome("foyer", "Écrite après")
    assert rented.must("upgrade", "--back").startswith("La version 0.1.1 est de nouveau")
    assert rented.must("--version") == "0.1.1\n"
    assert rented.answers("foyer")
    assert rented.sees("foyer", TEAMS) == ["Zibelinou"]
    found = rented.machine.homes.joinpath("foyer").glob("apres-0.1.1-*/dossier.sqlite3")
    (aside,) = [path for path in found if "Écrite après" in asked(path, TEAMS)]
    assert aside.stat().st_mode & 0o077 == 0
    assert "Il n’y a pas de version d’avant" in rented.dossier("upgrade", "--back").stderr


@pytest.mark.slow
def test_the_power_that_is_cut_half_way(rented):
    first = release(rented.wheel, "0.1.1")
    assert not rented.run(
        sys.executable, "-m", "dossier.machine", first, PYTHONPATH=str(first)
    ).returncode
    rented.must("init", "--systemd", "foyer", "--port", free_port())
    rented.welcome("foyer", "Zibelinou")
    cut = f"migrations.RunPython(cut), {MORE}"
    done = rented.upgrade("0.2.0", "--without-backup", does=cut, before=CUT)
    assert done.returncode < 0
    until = time.monotonic() + 60
    while not rented.sees("foyer", "SELECT 1 FROM sqlite_master WHERE name = 'of_later'"):
        assert time.monotonic() < until
        time.sleep(0.2)
    time.sleep(1)
    # The version that is there does not open on the base of the other.
    refused = rented.dossier("serve")
    assert (refused.returncode, "plus récente que celle-ci" in refused.stderr) == (1, True)
    assert "s’est arrêtée en route" in rented.upgrade("0.3.0", "--without-backup").stderr
    rented.must("upgrade", "--back")
    assert rented.sees("foyer", TEAMS) == ["Zibelinou"]
    assert rented.sees("foyer", "SELECT 1 FROM sqlite_master WHERE name = 'of_later'") == []
    assert rented.answers("foyer")
    # A base that another machine updates is left as it is: until it is, the house does not open.
    alone = rented.upgrade("0.4.0", "--shared", does=MORE)
    assert (alone.returncode, "de nouveau en service" in alone.stderr) == (1, True)
    assert rented.sees("foyer", "SELECT 1 FROM sqlite_master WHERE name = 'of_later'") == []
    assert not list(rented.machine.homes.rglob("avant-*"))
    assert rented.answers("foyer")
