"""Programs of ours run apart from the house, with little memory and little time."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Done(NamedTuple):
    """What a program printed, all of it or until it was stopped, and whether it ended well."""

    printed: bytes
    ended_well: bool


def run(module: str, *arguments: str | Path, given: bytes = b"", patience: int) -> Done:
    """Run one of our modules as a program that is told `given`, for `patience` seconds at most."""
    command = (sys.executable, "-m", module, *arguments)
    try:
        done = subprocess.run(  # noqa: S603 - our own programs, on names of ours
            command,
            cwd=ROOT,
            env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return Done(late.stdout or b"", ended_well=False)
    return Done(done.stdout, done.returncode == 0)


def limit(*, memory: int, seconds: int) -> None:
    """Bound the program that calls: bytes of address space, libraries included, and seconds of
    processor.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
