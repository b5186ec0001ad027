"""How far a long command is, on the terminal; nothing when nobody looks, or when JSON is asked."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def shown(*, is_wanted: bool) -> Iterator[Callable[[str, int, int], object]]:
    """Give what a long act tells its step, how much of it is done, and of how much."""
    if not is_wanted or not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        held: dict[str, int] = {}

        def advance(step: str, done: int, total: int) -> None:
            if step not in held:
                held[step] = bars.add_task(f"{step:<12}")
            bars.update(held[step], completed=done, total=total)

        yield advance
