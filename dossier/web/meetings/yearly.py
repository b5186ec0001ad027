"""The yearly report of a council, which its president presents to the managing body (CASF
D311-20): what its papers said in a civil year, and no one that they do not name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.meetings.models import Council, Meeting, Point
from dossier.web import dates
from dossier.web.meetings.around import Shown, called, count_said, shown
from dossier.web.meetings.forms import DAYS
from dossier.web.meetings.papers import concluded, line, names_in, texts_of

FIRST, LAST = 1900, 2199


@dataclass(frozen=True)
class Held:
    """A meeting of the year: how it is called, what its papers say of it, what was concluded."""

    meeting: Meeting
    called: str
    facts: list[str]
    points: list[Shown]


@dataclass(frozen=True)
class Year:
    """A year of a council: who sits by college, in numbers; its meetings; what is left out, which
    has no words of its own; the names of persons one reads in it.
    """

    year: int
    seats: list[str]
    held: list[Held]
    left: list[Shown]
    named: list[str]


def year_of(council: Council, year: int, *, worker: Worker, today: date) -> Year:
    """Return what the report of a civil year will hold, as far as `worker` may know. The same
    number of queries whatever was held.
    """
    met = council.notebook.meetings.filter(on__year=year, on__lte=today).order_by("on", "pk")
    met = list(met)
    points = Point.objects.filter(meeting__in=met, conclusion__isnull=False)
    kept, left = defaultdict(list), []
    for one in shown(points.order_by("meeting__on", "place", "pk"), worker):
        (kept[one.point.meeting_id] if one.point.words else left).append(one)
    held = [Held(one, called(one), _facts(one, council), kept[one.pk]) for one in met]
    told = [point for one in held for point in one.points]
    return Year(
        year,
        _seats(council, year),
        held,
        left,
        names_in([*texts_of(told), *(one.title for one in met)], worker),
    )


def _facts(meeting: Meeting, council: Council) -> list[str]:
    """Return what the papers of a meeting say of it beside its conclusions."""
    count = count_said(meeting, council)
    told = [
        ("Présidence", meeting.president),
        ("Secrétariat de séance", meeting.secretary),
        ("En tout", count),
    ]
    told = [f"{name} : {value}." for name, value in told if value]
    days = {label: getattr(meeting, name) for name, label in DAYS.items()}
    return told + [f"{label} {dates.full_day(on)}." for label, on in days.items() if on]


def _seats(council: Council, year: int) -> list[str]:
    """Return how many sat for each college during a year, substitutes apart."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = council.seats.filter(
        Q(from_on=None) | Q(from_on__lte=last), Q(until_on=None) | Q(until_on__gte=first)
    )
    counted = Counter(one.get_college_display() for one in rows if not one.is_substitute)
    return [f"{said(college).capitalize()} : {number}" for college, number in counted.items()]


def document(made: Year, council: Council, *, by: Worker) -> pages.Document:
    """Return the report as a document, to print or to rework."""
    today = dates.full_day(timezone.localdate())
    return pages.Document(
        title=f"Rapport de l’année {made.year} : {council.notebook}",
        blocks=tuple(_blocks(made, council)),
        house=house().name,
        told=f"Document sorti le {today} par {by.name}",
        words=pages.Words(answer=said("{reponse.Singulier} {direction.du}")),
    )


def _blocks(made: Year, council: Council) -> Iterator[pages.Block]:
    yield line(said(council.get_form_display()).capitalize(), strong=True)
    if council.rules_on:
        yield line(f"Règlement intérieur du {dates.full_day(council.rules_on)}.")
    if made.seats:
        yield _title("Qui y siège")
        yield pages.Items(tuple((line(one),) for one in made.seats))
    for one in made.held:
        yield _title(
            f"{one.called}, {dates.full_day(one.meeting.on)}" if one.meeting.title else one.called
        )
        if one.facts:
            yield line("\n".join(one.facts))
        for point in one.points:
            yield from concluded(point, level=2)
            if not point.point.answer_id:
                yield line(said("{direction.Le} n’a pas encore répondu."), emphasis=True)
    yield pages.Rule()
    yield line("Présenté à l’organisme gestionnaire par la présidence, le :\n\n\n")


def _title(words: str) -> pages.Title:
    return pages.Title(1, (pages.Run(words),))
