"""Reading the invented establishment of `fixtures/`: who is there, and what they wrote."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PIECES = FIXTURES / "pieces"
OUTLINES = FIXTURES / "trames"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
HEAD = re.compile(r"^### ([\w-]+) \| ([\w-]+) \| (.+?) (\d{1,2}):(\d{2})$")
OPTION = re.compile(r"^(id|rubrique|tags|voix|moment|répond|corrige): *(.*)$")


@dataclass
class Block:
    """One hand-written writing of the fixtures."""

    notebook: str
    author: str
    at: datetime
    options: dict[str, str] = field(default_factory=dict)
    text: str = ""


def house() -> dict[str, Any]:
    """Return the parsed `maison.toml`."""
    return tomllib.loads((FIXTURES / "maison.toml").read_text(encoding="utf-8"))


def pieces() -> list[dict[str, Any]]:
    """Return the entries of `pieces.toml`: what is kept of the outside, files or words."""
    return tomllib.loads((PIECES / "pieces.toml").read_text(encoding="utf-8"))["piece"]


def assemblies() -> list[dict[str, Any]]:
    """Return the entries of `assemblages.toml`: what was made of what was kept."""
    told = (FIXTURES / "assemblages.toml").read_text(encoding="utf-8")
    return tomllib.loads(told)["assemblage"]


def day_of(words: str, today: date) -> date:
    """Return the day that `words` name: "J-12", "S-3 mardi" or "A-0 12-24" (README of fixtures).

    ValueError for anything else.
    """
    if found := re.fullmatch(r"J-(\d+)", words):
        return today - timedelta(days=int(found[1]))
    if found := re.fullmatch(r"S-(\d+) (\w+)", words):
        monday = today - timedelta(days=today.weekday() + 7 * int(found[1]))
        return monday + timedelta(days=DAYS.index(found[2]))
    if found := re.fullmatch(r"A-(\d+) (\d\d)-(\d\d)", words):
        day = date(today.year, int(found[2]), int(found[3]))
        past = day if day < today else day.replace(year=today.year - 1)
        return past.replace(year=past.year - int(found[1]))
    raise ValueError(f"a day nobody understands: {words}")


def blocks(now: datetime) -> list[Block]:
    """Return all hand-written writings, oldest first; `now` is the loading instant, local."""
    found = [
        block
        for path in sorted((FIXTURES / "ecrits").glob("*.txt"))
        for block in _read(path.read_text(encoding="utf-8"), now)
    ]
    return sorted(found, key=lambda block: block.at)


def _read(text: str, now: datetime) -> list[Block]:
    found: list[Block] = []
    lines: list[str] = []
    for line in text.splitlines():
        if head := HEAD.match(line):
            _close(found, lines)
            day = day_of(head[3], now.date())
            at = datetime.combine(day, time(int(head[4]), int(head[5])), tzinfo=now.tzinfo)
            found.append(Block(head[1], head[2], min(at, now - timedelta(minutes=5))))
            lines = []
        else:
            lines.append(line)
    _close(found, lines)
    return found


def _close(found: list[Block], lines: list[str]) -> None:
    """Give the lines read since the last head to its block: options first, then the text."""
    if not found:
        return
    block = found[-1]
    while lines and (option := OPTION.match(lines[0])):
        block.options[option[1]] = option[2].strip()
        lines = lines[1:]
    block.text = "\n".join(lines).strip("\n")


def local_now(zone: ZoneInfo) -> datetime:
    """Return the present local instant, without seconds."""
    return datetime.now(zone).replace(second=0, microsecond=0)
