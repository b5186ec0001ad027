"""`python -m bench`: build houses of each size on each database, measure, report."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scripts import postgresql, tools

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results.json"
HOMES = ROOT / "bench" / "instances"
SIZES = (10_000, 1_000_000)


def main() -> None:
    """Measure every database at every size, one fresh process each, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--rounds", type=int, default=200)
    asked = parser.parse_args()
    results = []
    for database in asked.databases:
        for size in asked.sizes:
            with _house(database, size) as environment:
                results += _measure(environment, database, size, asked.rounds)
    _add_growth(results)
    about = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
    }
    RESULTS.write_text(json.dumps({"about": about, "results": results}, indent=1) + "\n")
    _show(results)


@contextmanager
def _house(database: str, size: int) -> Iterator[dict[str, str]]:
    """Yield the environment of a house holding `size` writings; SQLite ones are kept."""
    home = HOMES / f"{database}-{size}"
    environment = os.environ | {"DOSSIER_HOME": str(home), "DOSSIER_TEST": "1"}
    environment.pop("DATABASE_URL", None)
    if database == "sqlite":
        ready = home / "ready"
        if not ready.exists():
            shutil.rmtree(home, ignore_errors=True)
            _grow(environment, size)
            ready.touch()
        yield environment
        return
    with postgresql.cluster(tools.require_postgresql(), durable=True) as url:
        environment["DATABASE_URL"] = url
        _grow(environment, size)
        yield environment


def _grow(environment: dict[str, str], size: int) -> None:
    for command in (["demo", "--no-serve"], ["grow", "--writings", str(size)]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True
        )


def _measure(environment: dict[str, str], database: str, size: int, rounds: int) -> list[dict]:
    command = [sys.executable, "-m", "bench.measure", str(rounds)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return [{"database": database, "size": size} | line for line in json.loads(done.stdout)]


def _add_growth(results: list[dict]) -> None:
    """Give each line how much slower it is than the same at the smallest size."""
    smallest: dict[tuple, dict] = {}
    for line in results:
        first = smallest.setdefault((line["database"], line["name"]), line)
        line["growth"] = round(line["p50"] / first["p50"], 2)


def _show(results: list[dict]) -> None:
    table = Table(
        "what",
        "database",
        "writings",
        "p50 ms",
        "p95 ms",
        "floor p50",
        "ratio",
        "bare ratio",
        "growth",
    )
    for line in results:
        floor = line["floor_p50"]
        table.add_row(
            line["name"],
            line["database"],
            f"{line['size']:,}",
            f"{line['p50']:.2f}",
            f"{line['p95']:.2f}",
            f"{floor:.2f}" if floor else "",
            f"{line['ratio']:.2f}" if floor else "",
            f"{line['bare_ratio']:.2f}" if floor else "",
            f"{line['growth']:.2f}",
        )
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
