"""`python -m bench.access`: what it costs to ask who may read, beside the same with no rule.

A house of 1,000,000 writings, 3,000 notebooks and 200 workers, made in a folder of its own; each
list is asked with the rule and without, in turn, in one process. Times are medians, in ms.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import postgresql, tools

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measure on each database, in a process apart, and print a line for each list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("databases", nargs="*", default=["sqlite"])
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--writings", type=int, default=1_000_000)
    asked = parser.parse_args()
    for database in asked.databases:
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {"DOSSIER_HOME": home, "DOSSIER_TEST": "1"}
            environment.pop("DATABASE_URL", None)
            if database == "sqlite":
                _run(environment, asked.rounds, asked.writings)
                continue
            with postgresql.cluster(tools.require_postgresql(), durable=False) as url:
                _run(environment | {"DATABASE_URL": url}, asked.rounds, asked.writings)


def _run(environment: dict[str, str], rounds: int, writings: int) -> None:
    told = [sys.executable, "-m", "bench.asking", str(rounds), str(writings)]
    for command in ([sys.executable, "manage.py", "migrate", "--verbosity", "0"], told):
        subprocess.run(command, cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
