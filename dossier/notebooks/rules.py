"""Rules of writing, without database or clock."""

import re
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


def without_untouched(text: str, outline: str) -> str:
    """Return `text` less the titles of `outline` under which nothing was written.

    A line of the outline, left as it was, is nothing written. A title stays when something was
    written under it or under a smaller title below it; what was typed is never touched.
    """
    known = {line.strip() for line in same_words(outline).split("\n") if line.strip()}
    sections: list[tuple[int, list[str]]] = [(0, [])]
    for line in text.split("\n"):
        if title := TITLE.match(line):
            sections.append((len(title[1]), []))
        sections[-1][1].append(line)
    kept: list[str] = []
    dropped = False
    for number, (level, lines) in enumerate(sections):
        below = list(lines)
        for deeper, more in sections[number + 1 :]:
            if deeper <= level or not level:
                break
            below += more
        if any(line.strip() and line.strip() not in known for line in below):
            kept += lines
        else:
            dropped = dropped or any(line.strip() for line in lines)
    return "\n".join(kept).strip("\n") if dropped else text


def same_words(text: str) -> str:
    """Return `text` as typed, only with one kind of line end (forms send CR LF).

    Half a character (a lone surrogate), which no database can keep, becomes U+FFFD.
    """
    return SURROGATE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def keepable(text: str) -> str:
    """Return `text` exactly, but for what no database can keep (NUL, lone surrogates): U+FFFD."""
    return SURROGATE.sub(REPLACEMENT, text).replace("\x00", REPLACEMENT)
