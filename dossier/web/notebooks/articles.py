"""Showing a writing. What was shown once is kept in memory, under all that made it so.

Rendering thirty writings costs ten times what reading them does; a writing hardly changes.
The key holds everything the article is made of, the reader's rights first: two readers share
an article only when they see the same, and a database put back from a backup is shown as it is.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from threading import Lock
from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from dossier.establishment.house import said, words
from dossier.establishment.words import Words
from dossier.notebooks import marks, mentions, rules
from dossier.notebooks.models import Notebook, Writing
from dossier.notebooks.timeline import Excerpt, Line
from dossier.web import dates

KEPT = 4096
SHORT = 3  # pieces of an assembly shown among other writings; its own page shows them all
_shown: OrderedDict[tuple, tuple[date, SafeString]] = OrderedDict()
_lock = Lock()
_around = {"tags", "mentions", "answered_by", "attached", "pieces", "taken_up"}
_columns = attrgetter(*(column.name for column in fields(Line) if column.name not in _around))


@dataclass(frozen=True)
class Place:
    """Where a writing is shown: in which notebook or everywhere, to whom, on which day, and in
    which words of the house.
    """

    worker_id: int
    today: date
    notebook_id: int | None
    writable: frozenset[int]
    words: Words
    is_whole: bool = False

    def key(self, line: Line) -> tuple[Any, ...]:
        """Return all that the article of `line` depends on here."""
        return (
            line.author_id == self.worker_id,
            self.may_write(line.notebook_id),
            self.notebook_id,
            self.is_whole,
            self.today,
            self.words.print,
            _columns(line),
            tuple(line.tags),
            tuple(line.mentions),
            tuple(line.answered_by),
            tuple(line.attached),
            tuple(line.pieces),
            tuple(line.taken_up),
        )

    def may_write(self, notebook_id: int) -> bool:
        """Whether the worker may answer in that notebook from here."""
        return notebook_id in self.writable


def article(line: Line, place: Place) -> tuple[date, SafeString]:
    """Return the day of a writing and its article."""
    key = place.key(line)
    with _lock:
        if kept := _shown.get(key):
            _shown.move_to_end(key)
            return kept
    kept = lived_at(line).date(), _render(line, place)
    with _lock:
        _shown[key] = kept
        while len(_shown) > KEPT:
            _shown.popitem(last=False)
    return kept


def forget() -> None:
    """Forget what was rendered, to measure without it."""
    _told.cache_clear()
    with _lock:
        _shown.clear()


def text(line: Line, *, is_titled: bool = True) -> SafeString:
    """Return the text with its light marks, its mentions tied to where the reader may go; nothing
    for a writing that is its files alone. Without its title where the page bears it.
    """
    words = line.text if is_titled else rules.untitled(line.text)[1]
    if not words.strip():
        return SafeString()
    links = [
        (name, reverse("notebook-detail", args=[pk]))
        for pk, typed in mentions.find(words, line.mentions).typed.items()
        for name in typed
    ]
    return marks.render(words, links)


def _taken_up(line: Line, *, is_whole: bool = False) -> dict[str, Any]:
    """Return the first SHORT pieces of a line, each with the answers to it, and whether there are
    more; all of them for the whole.
    """
    roots = [place for place, one in enumerate(line.pieces) if not one.is_answer]
    is_long = not is_whole and len(roots) > SHORT
    begun = line.pieces[: roots[SHORT]] if is_long else line.pieces
    return {"pieces": [piece(one, _by(line)) for one in begun], "is_long": is_long}


def whole(line: Line, *, heading: str = "") -> dict[str, Any]:
    """Return a writing as a page of its own shows it, to its end, with nothing around; without its
    title where it is the `heading` of the page.
    """
    titled = rules.untitled(line.text)[0] != heading or not heading
    told = {"line": line, "text": text(line, is_titled=titled), "lived": lived_at(line)}
    voice = Writing.Voice(line.voice).said
    return told | {"voice": voice} | _taken_up(line, is_whole=True)


def _by(line: Line) -> str:
    """Return who took up what a line takes up: of several hands, one does not say which."""
    return said("{equipe.le}") if line.is_common else line.author


def piece(one: Excerpt, by: str) -> dict[str, Any]:
    """Return a piece taken up as `_piece.html` shows it; `by` is who took it up."""
    return {
        "told": one,
        "by": by,
        "text": marks.render(one.passage),
        "words": marks.render(one.words) if one.words else "",
        "voice": Writing.Voice(one.voice).said,
        "lived": lived_at(one),
    }


def lived_at(line: Line | Writing | Excerpt) -> datetime:
    """Return the instant a writing is sorted by, local."""
    return timezone.localtime(rules.instant(line.position))


def _moment(line: Line, lived: datetime) -> str:
    if line.moment:
        return line.moment
    if line.occurred_on and not line.occurred_time:
        return "dans la journée"
    return f"{dates.part_of_day(lived.time())}, {dates.clock(lived)}"


def _tied(line: Line, place: Place) -> list[tuple[int, str]]:
    """Return what a line is tied to and its text does not name, but for where it is read."""
    told = mentions.find(line.text, line.mentions).ids | {place.notebook_id}
    is_circle = line.kind == Notebook.Kind.CIRCLE  # whose name says what it is around
    return [
        one
        for one in line.mentions
        if one[0] not in told and not (is_circle and line.notebook.endswith(f", {one[1]}"))
    ]


def _render(line: Line, place: Place) -> SafeString:
    lived = lived_at(line)
    signed_on = timezone.localtime(line.signed_at).date()
    context = {
        "writing": line,
        "mots": place.words,
        "voice": Writing.Voice(line.voice).said,
        "text": text(line, is_titled=not place.is_whole),
        **_taken_up(line, is_whole=place.is_whole),
        "tied": _tied(line, place),
        "lived": lived,
        "moment": _moment(line, lived),
        "signed_later": signed_on if signed_on != lived.date() else None,
        "everywhere": place.notebook_id is None,
        "elsewhere": place.notebook_id not in (None, line.notebook_id),
        "may_answer": place.may_write(line.notebook_id),
        "may_file": place.may_write(line.notebook_id)
        and line.kind == Notebook.Kind.BRICABRAC
        and not line.answers_id,
        "may_correct": line.author_id == place.worker_id
        or (line.is_common and place.may_write(line.notebook_id)),
    }
    return get_template("notebooks/_writing.html").render(context)


@lru_cache(maxsize=1024)
def _told(day: date, today: date) -> dict[str, str]:
    """Return how a day is told: a page holds up to thirty, most of them told before."""
    spoken = dates.spoken_day(day, today)
    full = dates.full_day(day) if (today - day).days < 7 else ""
    context = {"iso": day.isoformat(), "spoken": spoken, "full": full}
    return {"spoken": spoken, "heading": get_template("notebooks/_day.html").render(context)}


def days(
    lines: list[Line],
    *,
    worker_id: int,
    notebook_id: int | None,
    writable: Iterable[int],
    is_whole: bool = False,
) -> list[dict[str, Any]]:
    """Return the writings gathered by day, each day with its articles, in the order given.

    `notebook_id` is the notebook being read (None for all of them), `writable` those in which
    the worker may answer from here; `is_whole` shows assemblies to their end.
    """
    today = timezone.localdate()
    place = Place(worker_id, today, notebook_id, frozenset(writable), words(), is_whole)
    shown = groupby((article(line, place) for line in lines), key=itemgetter(0))
    return [
        _told(day, today) | {"articles": mark_safe("".join(html for _, html in those))}  # noqa: S308
        for day, those in shown
    ]


def cards(lines: Iterable[Line], *, writable: Iterable[int] = ()) -> list[dict[str, Any]]:
    """Return fragments as the bric-à-brac shows them, side by side; those of the heaps that are
    `writable` may be filed.
    """
    writable = set(writable)
    return [
        {
            "line": line,
            "text": text(line),
            **_taken_up(line),
            "lived": lived_at(line),
            "voice": Writing.Voice(line.voice).said,
            "may_file": line.notebook_id in writable and not line.answers_id,
        }
        for line in lines
    ]
