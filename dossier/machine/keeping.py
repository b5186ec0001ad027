"""What an update puts aside, to come back to: the database as it was, for a fortnight.

Run by the owner of the instance, with its own Python: `python -m dossier.machine.keeping WHAT HOME
FOLDER`, WHAT being `keep` (a copy, whole, of one instant) or `back`.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from dossier.config import instance

DAYS = 14
BEFORE, AFTER, TRIED = "avant-", "apres-", ".essai-"
LEFT = BEFORE, AFTER, TRIED, "essai-"  # the last: of a backup put back to see, stopped by force
DUMP = "base.dump"
EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"


def keep(home: Path, folder: Path, url: str) -> None:
    """Copy the database of an instance into a new folder, there once it is whole; OSError when it
    cannot be.
    """
    fresh = home / f"{TRIED}{folder.name}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    if url:
        _run(url, "pg_dump", "--format=custom", f"--file={fresh / DUMP}")
    else:
        instance.copy_base(home, fresh)
    fresh.rename(folder)


def back(home: Path, folder: Path, url: str) -> None:
    """Put back what `keep` copied; the database that was there in between is kept in its turn."""
    aside = home / f"{AFTER}{folder.name.removeprefix(BEFORE)}-{time.time_ns()}"
    if url:
        keep(home, aside, url)
        _run(url, "psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--command={EMPTY}")
        into = f"--dbname={instance.postgresql(url)['NAME']}"
        _run(url, "pg_restore", "--no-owner", "--exit-on-error", into, str(folder / DUMP))
        return
    aside.mkdir(mode=0o700)
    for path in home.glob(f"{instance.BASE}*"):
        path.rename(aside / path.name)
    instance.copy_base(folder, home)


def _run(url: str, program: str, *words: str) -> None:
    """Run a program of PostgreSQL on a database; its secret is on no line that others see."""
    if not shutil.which(program):
        raise OSError(f"il manque {program} : sudo apt install postgresql-client")
    base = instance.postgresql(url)
    told = {f"PG{name.upper()}": str(value) for name, value in base["OPTIONS"].items()}
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    told |= {name: str(base[key]) for name, key in named.items()} | {"PGDATABASE": base["NAME"]}
    done = subprocess.run(  # noqa: S603 - programs of PostgreSQL
        [program, *words], env=os.environ | told, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise OSError(done.stderr.strip())


def forget(home: Path, now: float) -> None:
    """Take away what updates put aside more than a fortnight ago; `now` in seconds (time.time)."""
    for folder in [one for made in LEFT for one in home.glob(f"{made}*")]:
        if folder.is_dir() and now - folder.stat().st_mtime > DAYS * 24 * 3600:
            shutil.rmtree(folder)


def main(given: list[str]) -> int:
    """Keep, or put back, the database of DATABASE_URL, or that of the folder."""
    what, home, folder = given[0], Path(given[1]), Path(given[2])
    try:
        {"keep": keep, "back": back}[what](home, folder, os.environ.get("DATABASE_URL", ""))
    except OSError as error:
        print(error, file=sys.stderr)  # noqa: T201 - said to the update that runs this
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
