"""Programs of ours run apart from the house, with little memory and little time."""

import contextlib
import os
import resource
import shutil
import subprocess
import sys
import threading
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_one_of_each = defaultdict(threading.Lock)


class Busy(Exception):
    """Another program of the same kind is still under way."""


def run(
    module: str, *arguments: str | Path, given: bytes = b"", patience: int, waiting: float = -1
) -> bytes:
    """Run one of our modules as a program that is told `given`, for `patience` seconds at most;
    return what it printed, until it ended or was stopped.

    One of each at a time: a small machine has the memory of one. Raises Busy after `waiting`
    seconds for another to end, never by default.
    """
    command = (sys.executable, "-m", module, *arguments)
    if not _one_of_each[module].acquire(timeout=waiting):
        raise Busy
    try:
        try:
            return subprocess.run(  # noqa: S603 - our own programs, on names of ours
                command,
                cwd=ROOT,
                env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
                input=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=patience,
                check=False,
            ).stdout
        except subprocess.TimeoutExpired as late:
            return late.stdout or b""
    finally:
        _one_of_each[module].release()


def at_hand(place: Path, folder: Path) -> Path:
    """Return the path of a file for a program that opens it: its place when it is on this machine
    (`storage`), else that of a copy in `folder`; of nothing when it is nowhere.
    """
    if isinstance(place, Path):
        return place
    copy = folder / place.name
    with contextlib.suppress(FileNotFoundError), place.open("rb") as file, copy.open("xb") as kept:
        shutil.copyfileobj(file, kept)
    return copy


def limit(*, memory: int, seconds: int) -> None:
    """Bound the program that calls: bytes of address space, libraries included, and seconds of
    processor.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
