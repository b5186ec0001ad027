"""Since when somebody is here: stays that overlap, follow each other, come back, have no date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Admission:
    """Since when somebody is here: `from_on` is None when that is not noted. What was done `after`
    the end of the former admission is of this one. Of one that `is_unsure` a stay without its first
    day may have begun before. `is_noted`: whether there is any stay at all.
    """

    from_on: date | None = None
    after: date | None = None
    is_unsure: bool = False
    is_noted: bool = True

    def holds(self, day: date) -> bool:
        """Whether what was done on `day` is of this admission."""
        return self.after is None or day > self.after


def admission(stays: Iterable[tuple[date | None, date | None]], today: date) -> Admission | None:
    """Return the admission of who is here `today` (CASF D311 counts from it); None for who left,
    or is to come. Stays that overlap or follow each other from a day to the next are one
    admission; one who comes back begins a new one.
    """
    rows = list(stays)
    if not rows:
        return Admission(is_noted=False)
    spans = _spans(rows, today)
    undated = [until for first, until in rows if first is None]
    is_here = any(until is None or until >= today for until in undated)
    if spans and spans[-1][1] >= today:
        first = spans[-1][0]
        ended = [*(end for _, end in spans[:-1]), *(one for one in undated if one and one < first)]
        is_unsure = any(until is None or until >= first for until in undated)
        return Admission(first, max(ended, default=None), is_unsure)
    ended = [end for _, end in spans]
    return Admission(None, max(ended, default=None)) if is_here else None


def _spans(rows: Iterable[tuple[date | None, date | None]], today: date) -> list[tuple[date, date]]:
    """Return what of dated stays began by `today`, those that touch together, in order."""
    spans: list[tuple[date, date]] = []
    begun = [(first, until or date.max) for first, until in rows if first and first <= today]
    for first, end in sorted(begun):
        if spans and (spans[-1][1] >= first - timedelta(days=1)):
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((first, end))
    return spans
