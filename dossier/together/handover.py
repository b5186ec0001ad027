"""The handover (*transmission*): what was signed in a period, gathered, on one sheet of paper."""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from dossier.establishment.models import Worker
from dossier.notebooks import timeline
from dossier.notebooks.models import Notebook, Writing
from dossier.notebooks.timeline import Line

READ_AT_MOST = 200  # more than a sheet holds, at a line each
ORDER = [kind.value for kind in Notebook.Kind]
# A sheet: two columns of lines, a few given to its head; a title takes room for two.
SHEET, ROOMY, TITLE, LEAST = 150, 84, 2, 2
LETTERS = 66  # of a line, as narrow as a column prints it


class Told(NamedTuple):
    """A writing as the sheet tells it: shortened (`text`, on one run) or whole (text is None)."""

    line: Line
    text: str | None
    answers: list["Told"]


class Group(NamedTuple):
    """What is told of one notebook, in order of time."""

    pk: int
    name: str
    kind: str
    told: list[Told]


@dataclass(frozen=True)
class Handover:
    """What was signed in a period. `before` is the moment from which it is told, when there was
    too much: what was signed before is elsewhere.
    """

    groups: list[Group] = field(default_factory=list)
    notebook_ids: frozenset[int] = frozenset()
    before: datetime | None = None
    is_shortened: bool = False
    is_dense: bool = False


def shares(lengths: Sequence[int], budget: int) -> list[int]:
    """Return how much of each length is kept so that all fit `budget`: the longest give first, and
    all that give are left equal; what is left over goes to the first of them.
    """
    left, kept = budget, list(lengths)
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for rank, place in enumerate(order):
        even, over = divmod(max(left, 0), len(order) - rank)
        if lengths[place] > even:
            for number, cut in enumerate(sorted(order[rank:])):
                kept[cut] = min(lengths[cut], even + (number < over))
            break
        left -= lengths[place]
    return kept


def letters(text: str) -> int:
    """Return how many narrow letters a text is as wide as."""
    if text.isascii() and not any(map(str.isupper, text)):
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + 2 * wide + sum(map(str.isupper, text)) // 2


def lines_of(text: str, head: int) -> int:
    """Return how many lines of a column a text takes, whole, after `head` letters."""
    first, *rest = [one for one in text.split("\n") if one.strip()] or [""]
    return _lines(head + letters(first)) + sum(_lines(letters(one)) for one in rest)


def _lines(width: int) -> int:
    return max(1, -(-width // LETTERS))


def shortened(text: str, lines: int, head: int) -> str:
    """Return the beginning of a text, on one run, whole words, as `lines` lines hold it after
    `head` letters.
    """
    run, room = (
        " ".join(text.replace("**", "").split()).lstrip("#>* "),
        max(lines * LETTERS - head, 12),
    )
    if letters(run) <= room:
        return run
    begun = run[:room]
    while letters(begun) > room - 2:
        begun = begun[: len(begun) - max(1, (letters(begun) - room + 2) // 3)]
    return f"{begun.rsplit(' ', 1)[0] if ' ' in begun else begun} …"


def nights(now: datetime) -> dict[str, tuple[datetime, datetime | None]]:
    """Return the periods one asks for most, at the local moment `now`: the last night (from 21 h to
    8 h, or the one one is in), since yesterday evening, since Monday.
    """
    today = now.date()

    def at(ago: int, hour: int) -> datetime:
        day = datetime.combine(today - timedelta(days=ago), time(hour))
        return day.replace(tzinfo=now.tzinfo)

    if now.hour >= 21:
        night = at(0, 21), None
    else:
        night = at(1, 21), at(0, 8) if now.hour >= 8 else None
    return {
        "cette nuit": night,
        "depuis hier soir": (at(1, 18), None),
        "depuis lundi": (at(today.weekday(), 0), None),
    }


def read(
    *,
    by: Worker,
    since: datetime,
    until: datetime | None = None,
    among: Collection[int] | None = None,
) -> Handover:
    """Return what was signed from `since` on, before `until`, where `by` may read, or in those of
    these notebooks that are `among`; the newest that fit on a sheet. As many queries whatever there
    is.
    """
    signed = Writing.objects.visible_to(by).filter(signed_at__gte=since)
    if until:
        signed = signed.filter(signed_at__lt=until)
    if among is not None:
        signed = signed.filter(notebook__in=set(among))
    newest = signed.order_by("-signed_at", "-pk").values_list("pk", flat=True)
    pks = list(newest[:READ_AT_MOST])
    found = timeline.read_some(pks, by=by)
    return laid_out([found[pk] for pk in pks if pk in found])


def laid_out(newest: list[Line]) -> Handover:
    """Return writings, newest signed first, as they fit on a sheet."""
    fitting, before = _fitting(newest), None
    if fitting < len(newest):  # what was signed in one minute stays together
        left = newest[fitting].signed_at
        fitting = sum(one.signed_at > left for one in newest[:fitting]) or fitting
        before = newest[fitting - 1].signed_at
    lines = newest[:fitting]
    titles = TITLE * len({one.notebook_id for one in lines})
    lengths = [lines_of(told(one), head(one)) for one in lines]
    kept = shares(lengths, SHEET - titles)
    texts = {
        one.pk: None if share >= length else shortened(told(one), share, head(one))
        for one, length, share in zip(lines, lengths, kept, strict=True)
    }
    return Handover(
        _groups(lines, texts),
        frozenset(one.notebook_id for one in lines),
        before,
        any(text is not None for text in texts.values()),
        sum(kept) + titles > ROOMY,
    )


def told(line: Line) -> str:
    """Return what the sheet tells of a writing: its text, what it takes up, its files by name."""
    taken = [part for one in line.pieces for part in (one.passage, one.words) if part]
    return "\n".join([line.text, *taken, ", ".join(one.name for one in line.attached)]).strip()


def head(line: Line) -> int:
    """Return how many letters say when, and who."""
    answers = letters(line.answers_author) + 14 if line.answers_author else 0
    who = letters(line.author) + (letters(line.speaker) + 16 if line.voice != "worker" else 0)
    return answers + who + max(letters(line.moment), 12) + 16


def _fitting(newest: list[Line]) -> int:
    """Return how many of the newest fit, on LEAST lines at most, under the titles they need."""
    places: set[int] = set()
    taken = 0
    for number, one in enumerate(newest):
        places.add(one.notebook_id)
        taken += min(LEAST, lines_of(told(one), head(one)))
        if taken + TITLE * len(places) > SHEET:
            return max(number, 1)
    return len(newest)


def _groups(lines: Iterable[Line], texts: dict[int, str | None]) -> list[Group]:
    """Gather writings by notebook: persons, collectives, projects, causes, the bric-à-brac last."""

    def place(one: Line) -> tuple[int, str, int]:
        return ORDER.index(one.kind), one.notebook.casefold(), one.notebook_id

    return [
        Group(pk, those[0].notebook, those[0].kind, _thread(those, texts))
        for (_, _, pk), group in groupby(sorted(lines, key=place), key=place)
        if (those := sorted(group, key=lambda one: one.position))
    ]


def _thread(lines: list[Line], texts: dict[int, str | None]) -> list[Told]:
    """Put answers, and the answers to them, under what they answer, where that is told too."""
    known, told = {one.pk: one for one in lines}, {}

    def root(one: Line) -> Line:
        while one.answers_id in known:
            one = known[one.answers_id]
        return one

    for one in sorted(lines, key=lambda one: (root(one) is not one, one.position)):
        above = root(one)
        told[one.pk] = Told(one, texts[one.pk], [])
        if above is not one:
            told[above.pk].answers.append(told[one.pk])
    return [one for one in told.values() if root(one.line) is one.line]
