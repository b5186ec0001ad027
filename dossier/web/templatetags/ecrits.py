"""What templates need to show writings and dates."""

from datetime import date, datetime, timedelta

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from dossier.notebooks import marks, mentions, rules
from dossier.notebooks.models import Writing
from dossier.web import dates

register = template.Library()


@register.filter
def as_text(writing: Writing) -> SafeString:
    """Return the text with its light marks, its mentions tied to where the reader may go."""
    seen = getattr(writing, "seen_mentions", [])
    links = []
    if seen:
        titles = [(mention.notebook_id, mention.notebook.title) for mention in seen]
        for pk, typed in mentions.find(writing.text, titles).typed.items():
            links += [(name, reverse("notebook-detail", args=[pk])) for name in typed]
    return marks.render(writing.text, links)


@register.filter
def lived_at(writing: Writing) -> datetime:
    """Return the instant a writing is sorted by, local."""
    return timezone.localtime(rules.instant(writing.position))


@register.filter
def spoken_day(moment: date | datetime) -> str:
    """Return a day as one says it."""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return dates.spoken_day(day, timezone.localdate())


@register.filter
def full_day(moment: date | datetime) -> str:
    """Return a day whole, with its year."""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return dates.full_day(day)


@register.filter
def clock(moment: datetime) -> str:
    """Return "21 h 05"."""
    return dates.clock(timezone.localtime(moment))


@register.filter
def part_of_day(writing: Writing) -> str:
    """Return when in the day it happened; nothing for a past day without an hour."""
    if writing.occurred_on and not writing.occurred_time:
        return ""
    return dates.part_of_day(lived_at(writing).time())


@register.filter
def written_later(writing: Writing) -> bool:
    """Whether it was signed on another day than the one it tells of."""
    told = lived_at(writing)
    return timezone.localtime(writing.signed_at) - told > timedelta(hours=20)


@register.filter
def excerpt(text: str, length: int = 90) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"
