"""Rules of writing, without database or clock."""

import re
from collections import Counter
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

MAX_TEXT = 80_000
LOW_BITS = 30
MAX_POSITION = 2**63 - 1
REPLACEMENT = "�"
SURROGATE = re.compile("[\ud800-\udfff]")
TITLE = re.compile(r" {0,3}(#{1,6}) +\S")
NOT_STATED = time(23, 59)


def occurred_at(
    *, signed_at: datetime, on: date | None, at: time | None, zone: ZoneInfo
) -> datetime:
    """Return the instant a writing is sorted by.

    What the writer said of it, else when it was signed. A past day without an hour sorts at
    the end of that day: it was written after what was noted live. Never after its signing.
    """
    if on is None and at is None:
        return signed_at
    day = on or signed_at.astimezone(zone).date()
    return min(datetime.combine(day, at or NOT_STATED, tzinfo=zone), signed_at)


def position(*, occurred_at: datetime, signed_ms: int) -> int:
    """Return the sort key of a writing: seconds of `occurred_at` × 2^30 + `signed_ms` mod 2^30.

    Unique in practice (two signings in one millisecond about one second collide, and the
    caller then takes the next one); fits 63 bits until the year 2242.
    """
    return (int(occurred_at.timestamp()) << LOW_BITS) + (signed_ms & ((1 << LOW_BITS) - 1))


def first_position(day: date, zone: ZoneInfo) -> int:
    """Return the lowest sort key of `day`, local time in `zone`."""
    start = datetime.combine(day, time.min, tzinfo=zone)
    return max(-MAX_POSITION, min(MAX_POSITION, position(occurred_at=start, signed_ms=0)))


def instant(position: int) -> datetime:
    """Return the instant a sort key stands for, to the second, UTC."""
    return datetime.fromtimestamp(position >> LOW_BITS, tz=UTC)


def title_of(line: str) -> str:
    """Return the words of a title ("# Projet" gives "Projet"), nothing for any other line."""
    return line.strip().lstrip("#").strip() if TITLE.match(line) else ""


def titled(title: str, text: str) -> str:
    """Return a text under its title, as it is kept: a first line "# title"."""
    title = " ".join(title.split()).lstrip("# ")
    return "\n\n".join(part for part in (f"# {title}" if title else "", text) if part)


def untitled(text: str) -> tuple[str, str]:
    """Return the title of a text and the rest; ("", text) unless `titled` gives it back exactly."""
    first, _, rest = text.partition("\n\n")
    title = title_of(first) if "\n" not in first else ""
    return (title, rest) if title and titled(title, rest) == text else ("", text)


def without_mark(text: str) -> str:
    """Return a text without the mark of the title it begins with."""
    first, between, rest = text.partition("\n")
    return (title_of(first) or first) + between + rest


def without_untouched(text: str, outline: str) -> str:
    """Return `text` less what `outline` gave and nobody touched.

    A title goes when nothing was written under it, nor under a smaller title below it. Where it
    stays, the lines that helped to begin go, but for one that ends with a colon: it names what
    follows. A line is the outline's only under the same title; what was typed is never touched.
    """
    given: dict[str, list[Counter[str]]] = {}
    for _, lines in _sections(same_words(outline)):
        known = Counter(filter(None, map(str.strip, lines)))
        given.setdefault(_key(lines), []).append(known)
    sections = [(level, _told(lines, given)) for level, lines in _sections(text)]
    kept: list[str] = []
    for number, (level, lines) in enumerate(sections):
        below = list(lines)
        for deeper, more in sections[number + 1 :]:
            if deeper <= level or not level:
                break
            below += more
        if any(is_typed for _, is_typed in below):
            kept += _without_help(lines) if level else [line for line, _ in lines]
    is_shorter = len([*filter(str.strip, kept)]) < len([*filter(str.strip, text.split("\n"))])
    return "\n".join(kept).strip("\n") if is_shorter else text


def _sections(text: str) -> list[tuple[int, list[str]]]:
    """Return what stands before any title (level 0), then each title (1 to 6) and what follows."""
    sections: list[tuple[int, list[str]]] = [(0, [])]
    for line in text.split("\n"):
        if title := TITLE.match(line):
            sections.append((len(title[1]), []))
        sections[-1][1].append(line)
    return [one for one in sections if one[1]]


def _key(lines: list[str]) -> str:
    return lines[0].strip() if TITLE.match(lines[0]) else ""


def _told(lines: list[str], given: dict[str, list[Counter[str]]]) -> list[tuple[str, bool]]:
    """Return each line of a section, and whether somebody typed it; `given` is what the outline
    has under each title, taken off as it is met.
    """
    same = given.get(_key(lines))
    known = same.pop(0) if same else Counter()
    told = []
    for line in lines:
        is_given = known[line.strip()] > 0
        known[line.strip()] -= is_given
        told.append((line, bool(line.strip()) and not is_given))
    return told


def _without_help(lines: list[tuple[str, bool]]) -> list[str]:
    """Return a title and what was written under it; help goes with the blank lines before it."""
    kept = [lines[0][0]]
    for line, is_typed in lines[1:]:
        if is_typed or not line.strip() or line.rstrip().endswith(":"):
            kept.append(line)
            continue
        while not kept[-1].strip():
            kept.pop()
    return kept


def same_words(text: str) -> str:
    """Return `text` as typed, only with one kind of line end (forms send CR LF).

    Half a character (a lone surrogate), which no database can keep, becomes U+FFFD.
    """
    return SURROGATE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def keepable(text: str) -> str:
    """Return `text` exactly, but for what no database can keep (NUL, lone surrogates): U+FFFD."""
    return SURROGATE.sub(REPLACEMENT, text).replace("\x00", REPLACEMENT)
