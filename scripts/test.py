"""Checks the whole house, or only what is fast (`--fast`); every step runs, whatever fails.

The last lines printed are pytest's own: one summary for each of its runs.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from scripts import postgresql, tools

FAST_STEPS = [
    ("Style du code", "-m ruff check ."),
    ("Mise en forme du code", "-m ruff format --check ."),
    ("Gabarits", "-m djlint --quiet --lint dossier/templates"),
    ("Migrations à jour", "manage.py makemigrations --check --dry-run"),
]
DEPLOY = "manage.py check --deploy --fail-level WARNING"
UNIT_TESTS = "-m pytest -n auto --ignore=tests/browser"
# What touches no database, or makes its own, is tested once.
PURE = (
    "arrivals/tables",
    "arrivals/tddui",
    "documents",
    "machine",
    "pseudonyms",
    "test_command.py",
    "test_floors.py",
    "test_server.py",
    "test_words_in_sources.py",
    "web/test_no_former_word.py",
)
ON_POSTGRESQL = " ".join([UNIT_TESTS, *(f"--ignore=tests/{folder}" for folder in PURE)])
BROWSER_TESTS = "-m pytest -n auto tests/browser"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Step:
    """A command that was run: whether it passed, the last line it printed, how long it took."""

    title: str
    passed: bool
    last_line: str
    seconds: float


def main() -> int:
    """Run the steps, tell how each ended; return the exit code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    with tempfile.TemporaryDirectory(prefix="dossier-test-", ignore_cleanup_errors=True) as home:
        environment = _environment(home)
        steps = _fast(environment) if "--fast" in sys.argv[1:] else _everything(environment)
    _report(steps)
    return 0 if all(step.passed for step in steps) else 1


def _leave(number: int, _frame: object) -> None:
    """Leave by the `finally` and `with` blocks: the cluster stops, folders go."""
    sys.exit(128 + number)


def _environment(home: str) -> dict[str, str]:
    """Return the environment less whatever leads to somebody's instance: tests have their own.

    What tests leave in their temporary folder goes with `home`, even when they are killed.
    """
    clean = {
        key: value
        for key, value in os.environ.items()
        if key != "DATABASE_URL" and not key.startswith("DOSSIER_")
    }
    if sys.stdout.isatty():
        clean["FORCE_COLOR"] = "1"
    return clean | {"DOSSIER_HOME": home, "TMPDIR": home}


def _fast(environment: dict[str, str]) -> list[Step]:
    steps = [_run(*step, environment) for step in FAST_STEPS]
    return [*steps, _run("Tests sur SQLite", f"{UNIT_TESTS} -m 'not slow'", environment)]


def _everything(environment: dict[str, str]) -> list[Step]:
    try:
        browser, programs = tools.require_chromium(), tools.require_postgresql()
        tools.require_libreoffice()
    except tools.ToolMissing as missing:
        sys.exit(str(missing))
    steps = [_run(*step, environment) for step in FAST_STEPS]
    opened = environment | {"DOSSIER_HOSTS": "dossier.example.org"}
    steps.append(_run("Réglages d’une maison ouverte", DEPLOY, opened))
    steps.append(_run("Réglages d’une maison fermée", DEPLOY, environment))
    steps.append(_run("Tests sur SQLite", UNIT_TESTS, environment))
    with postgresql.cluster(programs) as url:
        steps.append(
            _run("Tests sur PostgreSQL", ON_POSTGRESQL, environment | {"DATABASE_URL": url})
        )
    driven = environment | {"DOSSIER_CHROMIUM": str(browser)}
    return [*steps, _run("Tests dans le navigateur", BROWSER_TESTS, driven)]


def _run(title: str, arguments: str, environment: dict[str, str]) -> Step:
    """Run Python with `arguments`, its output shown as it comes."""
    print(f"\n── {title}", flush=True)
    started, last_line = time.monotonic(), ""
    command = [sys.executable, *shlex.split(arguments)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            for line in process.stdout:
                print(line, end="", flush=True)
                last_line = line.rstrip() or last_line
        except KeyboardInterrupt:
            _end(process)  # Ctrl-C reached it too
            raise
        except SystemExit:
            process.send_signal(signal.SIGINT)
            _end(process)
            raise
    return Step(title, process.returncode == 0, last_line, time.monotonic() - started)


def _end(process: subprocess.Popen) -> None:
    """Let an interrupted step undo what it set up, for ten seconds."""
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def _report(steps: list[Step]) -> None:
    print()
    for step in steps:
        print(f"{'✓' if step.passed else '✗ échec :'} {step.title} ({step.seconds:.0f} s)")
    for step in steps:
        if COLOURS.sub("", step.last_line).startswith("="):
            print(step.last_line)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Interrompu.")
