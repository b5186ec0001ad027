"""Instances apart, driven by the command line as whoever keeps the machine drives them."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Elsewhere:
    """An instance: its folder, and its database when that is PostgreSQL."""

    home: Path
    url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a command that works on it is given."""
        kept = {name: told for name, told in os.environ.items() if name != "DATABASE_URL"}
        kept |= {"DOSSIER_HOME": str(self.home), "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
        kept["DJANGO_SETTINGS_MODULE"] = "dossier.config.settings"
        kept.pop("DOSSIER_TEST", None)
        return kept | ({"DATABASE_URL": self.url} if self.url else {})

    def command(self, *words: str | Path) -> list[str]:
        """Return the line of a command."""
        return [sys.executable, "-m", "dossier", *map(str, words)]

    def run(self, *words: str | Path, before: Sequence[str] = ()) -> subprocess.CompletedProcess:
        """Run a command of the house to its end, maybe under another program."""
        return self._run([*before, *self.command(*words)])

    def python(self, code: str) -> None:
        """Run a program in the instance: it must go to its end."""
        told = "import django; django.setup()\n" + code
        done = self._run([sys.executable, "-c", told])
        assert done.returncode == 0, done.stderr

    def _run(self, line: list[str]) -> subprocess.CompletedProcess:
        told = {"env": self.environment, "capture_output": True, "text": True, "timeout": 240}
        return subprocess.run(line, check=False, **told)  # noqa: S603 - our own command

    def must(self, *words: str | Path) -> str:
        """Run a command that must do what it is asked; return what it says."""
        done = self.run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def new_base(name: str) -> str:
    """Make an empty base beside that of the tests, when those are on PostgreSQL; return its URL."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return ""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
