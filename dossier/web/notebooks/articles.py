"""Showing a writing. What was shown once is kept in memory, under all that made it so.

Rendering thirty writings costs ten times what reading them does; a writing hardly changes.
The key holds everything the article shows or hides, the reader's rights first: two readers
share an article only when they see the same.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock
from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from dossier.notebooks import marks, mentions, rules
from dossier.notebooks.models import Notebook, Writing
from dossier.web import dates

KEPT = 4096
_shown: OrderedDict[tuple, SafeString] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Place:
    """Where a writing is shown: in which notebook or everywhere, to whom, on which day."""

    worker_id: int
    today: date
    notebook_id: int | None
    may_write: bool

    def key(self, writing: Writing) -> tuple[Any, ...]:
        """Return all that the article of `writing` depends on here."""
        answered = writing.answers
        return (
            writing.pk,
            writing.version,
            writing.author_id == self.worker_id,
            self.may_write,
            self.notebook_id,
            self.today,
            writing.notebook.title,
            writing.author.name,
            writing.heading.name if writing.heading else "",
            tuple(tag.name for tag in writing.labels),
            tuple((seen.pk, seen.title) for seen in writing.seen_mentions),
            tuple((answer.pk, answer.author.name, answer.speaker) for answer in writing.answered_by),
            (answered.pk, answered.version, answered.author.name) if answered else None,
        )


def article(writing: Writing, place: Place) -> SafeString:
    """Return the article of `writing`, which `timeline.surround` has completed."""
    key = place.key(writing)
    with _lock:
        if html := _shown.get(key):
            _shown.move_to_end(key)
            return html
    html = _render(writing, place)
    with _lock:
        _shown[key] = html
        while len(_shown) > KEPT:
            _shown.popitem(last=False)
    return html


def text(writing: Writing) -> SafeString:
    """Return the text with its light marks, its mentions tied to where the reader may go."""
    links = []
    if seen := getattr(writing, "seen_mentions", []):
        titles = [(notebook.pk, notebook.title) for notebook in seen]
        for pk, typed in mentions.find(writing.text, titles).typed.items():
            links += [(name, reverse("notebook-detail", args=[pk])) for name in typed]
    return marks.render(writing.text, links)


def lived_at(writing: Writing) -> datetime:
    """Return the instant a writing is sorted by, local."""
    return timezone.localtime(rules.instant(writing.position))


def _moment(writing: Writing, lived: datetime) -> str:
    if writing.moment:
        return writing.moment
    if writing.occurred_on and not writing.occurred_time:
        return "dans la journée"
    return f"{dates.part_of_day(lived.time())}, {dates.clock(lived)}"


def _render(writing: Writing, place: Place) -> SafeString:
    lived = lived_at(writing)
    signed_on = timezone.localtime(writing.signed_at).date()
    context = {
        "writing": writing,
        "text": text(writing),
        "lived": lived,
        "moment": _moment(writing, lived),
        "signed_later": signed_on if signed_on != lived.date() else None,
        "everywhere": place.notebook_id is None,
        "elsewhere": place.notebook_id not in (None, writing.notebook_id),
        "may_answer": place.may_write and place.notebook_id in (None, writing.notebook_id),
        "is_mine": writing.author_id == place.worker_id,
    }
    return get_template("notebooks/_writing.html").render(context)


def days(
    writings: list[Writing], *, worker_id: int, notebook: Notebook | None, may_write: bool
) -> list[dict[str, Any]]:
    """Return the writings gathered by day, each day with its articles, in the order given."""
    place = Place(worker_id, timezone.localdate(), notebook.pk if notebook else None, may_write)
    gathered: list[dict[str, Any]] = []
    for writing in writings:
        day = lived_at(writing).date()
        if not gathered or gathered[-1]["day"] != day:
            gathered.append({"day": day, "articles": []})
        gathered[-1]["articles"].append(article(writing, place))
    return gathered
