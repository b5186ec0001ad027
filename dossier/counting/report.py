"""The report of the whole house on a finished year: what leaves, so small counts are hidden in it.

It is one system of sums, of that year and of those before it (`suppression`): who was there at its
beginning is who was there at the end of the year before, whose report may have left already.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dossier.counting import rules, sources
from dossier.counting.figures import Figure, Line, count
from dossier.counting.suppression import SMALL, Sum, Table, suppress
from dossier.counting.telling import TOLD
from dossier.establishment.house import house, said

BACK = 10  # years before, at most, whose reports may have left
REASON = "moins de cinq, ou caché pour que nul ne retrouve ailleurs un nombre plus petit que cinq"
NOT_SHOWN = "non montré"
FORMAT = "dossier-figures-1"
END, START, ARE_ALL = "end.yes", "beginning.yes", "presence.all"


class NotFinished(Exception):
    """The year is not over, or is none: a report could be watched as it changes."""


@dataclass(frozen=True)
class Report:
    """The figures of the house for a `year`; `hidden` are the cells that are not shown."""

    year: int
    figures: tuple[Figure, ...]
    hidden: frozenset[str]

    def shown(self, line: Line) -> int | None:
        """Return the count of a line, None when it is hidden."""
        return None if line.cell in self.hidden else line.count

    def said(self, line: Line) -> str:
        """Return the count of a line in words."""
        return NOT_SHOWN if line.cell in self.hidden else str(line.count)


def finished(year: int, today: date) -> int:
    """Return a civil year that is over. Raises NotFinished."""
    if not 1900 <= year < today.year:
        raise NotFinished
    return year


def house_report(year: int, today: date) -> Report:
    """Return the report of the whole house for `year`. Raises NotFinished."""
    finished(year, today)
    found = sources.facts(sources.whole_house())
    days = [day for one in found.persons.values() for stay in one.stays
            for day in (stay.from_on, stay.until_on) if day]  # fmt: skip
    first = max(min([year, *(day.year for day in days)]), year - BACK)
    by_year = {
        one: tuple(count(found, rules.year(one), today, shared=SMALL))
        for one in range(first, year + 1)
    }
    hidden = _hidden(by_year)
    mine = {line.cell for figure in by_year[year] for line in figure.lines}
    return Report(year, by_year[year], frozenset(
        cell for cell in mine if _name(year, cell) in hidden
    ))  # fmt: skip


def _name(year: int, cell: str) -> str:
    """Return the name of a cell among those of all years; the start of a year is the end of that
    before it.
    """
    return f"{year - 1}:{END}" if cell == START else f"{year}:{cell}"


def _hidden(by_year: dict[int, tuple[Figure, ...]]) -> frozenset[str]:
    """Return what is hidden in the reports of all these years, each made after those before it;
    what was shown stays shown, what was hidden stays hidden.
    """
    shown: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    counts: dict[str, int] = {}
    sums: list[Sum] = []
    for year, figures in by_year.items():
        if _name(year, START) in shown:  # known: nothing of this year tells more of those before
            counts, sums = {}, []
        counts |= _counts(year, figures)
        sums += _sums(year, figures)
        totals = {_name(year, cell) for cell in (ARE_ALL, END)}
        table = Table(
            counts,
            tuple(sums),
            totals=frozenset(totals),
            shown=shown & counts.keys(),
            hidden=hidden & counts.keys(),
        )
        found = suppress(table)
        hidden |= found
        shown |= counts.keys() - found
    return hidden


def _counts(year: int, figures: tuple[Figure, ...]) -> dict[str, int]:
    return {
        _name(year, line.cell): line.count
        for figure in figures
        if figure.is_of_persons
        for line in figure.lines
    }


def _sums(year: int, figures: tuple[Figure, ...]) -> list[Sum]:
    """Return the sums that tie the figures of a year: parts, and what they are parts of."""
    return [
        {_name(year, figure.base): -1}
        | {_name(year, line.cell): 1 for line in figure.lines if line.cell != figure.base}
        for figure in figures
        if figure.base
    ]


def as_data(report: Report) -> dict[str, Any]:
    """Return a report as JSON holds it (docs/guide/compter.md): a hidden cell is null, with its
    reason.
    """
    return {
        "format": FORMAT,
        "house": house().name,
        "year": report.year,
        "scope": "whole-house",
        "smallest_shown": SMALL,
        "figures": [_figure(report, one) for one in report.figures],
    }


def _figure(report: Report, figure: Figure) -> dict[str, Any]:
    rows = []
    for line in figure.lines:
        value = report.shown(line)
        row: dict[str, Any] = {"key": line.cell, "label": line.label, "value": value}
        rows.append(row | ({"reason": REASON} if value is None else {}))
    return {
        "key": figure.key,
        "title": figure.called,
        "counted_from": figure.counted_from,
        "method": figure.method,
        "limits": figure.limits,
        "adds_up_to": figure.base or None,
        "protected": figure.is_of_persons,
        "rows": rows,
        "words": list(figure.words),
    }


def plan() -> list[dict[str, Any]]:
    """Return what a report would count, and in which tables it reads: no figure."""
    return [
        {
            "key": key,
            "title": said(told.title),
            "counted_from": said(told.counted_from),
            "tables": [sources.TABLES[name]._meta.db_table for name in told.tables],
        }
        for key, told in TOLD.items()
    ]
