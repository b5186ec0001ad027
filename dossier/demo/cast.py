"""Reading the invented establishment of `fixtures/`: who is there, and what they wrote."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FIXTURES = Path(__file__).resolve().parent / "fixtures"
PIECES = FIXTURES / "pieces"
OUTLINES = FIXTURES / "trames"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
HEAD = re.compile(r"^### ([\w-]+) \| ([\w-]+) \| (.+?) (\d{1,2}):(\d{2})$")
OPTION = re.compile(
    r"^(id|rubrique|tags|voix|moment|répond|corrige"
    r"|texte|facile|image|rattache|reprend|sans-nom): *(.*)$"
)
SAID = re.compile(r"\{([JS]\+\d+(?: \w+)?)\}")
ANSWER = re.compile(r"^--- ([\w-]+)$", re.MULTILINE)
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)


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


def together() -> dict[str, Any]:
    """Return the parsed `ensemble.toml`: what is done together."""
    return tomllib.loads((FIXTURES / "ensemble.toml").read_text(encoding="utf-8"))


def law() -> dict[str, Any]:
    """Return the parsed `loi.toml`: what the law asks, held."""
    return tomllib.loads((FIXTURES / "loi.toml").read_text(encoding="utf-8"))


def trust() -> dict[str, Any]:
    """Return the parsed `confiance.toml`: who may read, and who opened at once."""
    return tomllib.loads((FIXTURES / "confiance.toml").read_text(encoding="utf-8"))


def day_of(words: str, today: date) -> date:
    """Return the day that `words` name: "J-12", "J+3", "S-3 mardi", "S+2 jeudi" or "A-0 12-24"
    (README of fixtures).

    ValueError for anything else.
    """
    if found := re.fullmatch(r"J([-+]\d+)", words):
        return today + timedelta(days=int(found[1]))
    if found := re.fullmatch(r"S([-+]\d+) (\w+)", words):
        monday = today + timedelta(days=7 * int(found[1]) - today.weekday())
        return monday + timedelta(days=DAYS.index(found[2]))
    if found := re.fullmatch(r"A-(\d+) (\d\d)-(\d\d)", words):
        day = date(today.year, int(found[2]), int(found[3]))
        past = day if day < today else day.replace(year=today.year - 1)
        return past.replace(year=past.year - int(found[1]))
    raise ValueError(f"a day nobody understands: {words}")


def past(day: date, at: time, now: datetime) -> datetime:
    """Return an instant of `day`, at `at` or before `now`."""
    return min(datetime.combine(day, at, tzinfo=now.tzinfo), now - timedelta(minutes=5))


def told(day: date) -> str:
    """Return a day as a worker writes it: "jeudi 12 mars", "vendredi 1er mai"."""
    number = "1er" if day.day == 1 else day.day
    return f"{DAYS[day.weekday()]} {number} {MONTHS[day.month - 1]}"


def parts(text: str) -> tuple[str, dict[str, str]]:
    """Return what is told of a passage, and by the id of each answer to it what is told of it."""
    first, *rest = ANSWER.split(text)
    answers = zip(rest[::2], rest[1::2], strict=True)
    return first.strip(), {name: answer.strip() for name, answer in answers}


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
            _close(found, lines, now.date())
            day = day_of(head[3], now.date())
            at = past(day, time(int(head[4]), int(head[5])), now)
            found.append(Block(head[1], head[2], at))
            lines = []
        else:
            lines.append(line)
    _close(found, lines, now.date())
    return found


def _close(found: list[Block], lines: list[str], today: date) -> None:
    """Give the lines read since the last head to its block: options first, then the text, with
    the days to come that it announces.
    """
    if not found:
        return
    block = found[-1]
    while lines and (option := OPTION.match(lines[0])):
        block.options[option[1]] = option[2].strip()
        lines = lines[1:]
    text = "\n".join(lines).strip("\n")
    block.text = dated(text, today)


def dated(text: str, today: date) -> str:
    """Return a text with the days to come that it announces."""
    return SAID.sub(lambda one: told(day_of(one[1], today)), text)


def local_now(zone: ZoneInfo) -> datetime:
    """Return the present local instant, without seconds."""
    return datetime.now(zone).replace(second=0, microsecond=0)
