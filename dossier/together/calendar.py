"""The calendar of the house: what is written elsewhere, day by day; it has no table of its own.

Each sort of event is asked through the sets of its own domain, so a day holds what its reader may
read and nothing of the rest: no name, no number, no empty place.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.db.models import F, Q

from dossier.collectives.models import Membership
from dossier.establishment.models import Worker
from dossier.meetings.models import Meeting
from dossier.notebooks.models import DaySaid, Notebook, NotebookQuerySet, called
from dossier.persons.models import Stay
from dossier.projects.models import Step

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
AT_MOST = 1000  # events of one sort: a month of a very large house


class Sort(StrEnum):
    """What an event is, in the words of the house; alone, it names nobody."""

    MEETING = "{reunion.Singulier}"
    STEP = "{projet.Singulier}, étape"
    DONE = "{projet.Singulier}, étape faite"
    ARRIVES = "Arrivée"
    LEAVES = "Départ"
    JOINS = "Début d’une participation"
    QUITS = "Fin d’une participation"
    SAID = "Annoncé dans {ecrit.un}"


class Event(NamedTuple):
    """Something of a day, in a notebook: `words` say what, `who` whom it names, if anybody.

    `key` names its row, and the same event from one reading to another.
    """

    on: date
    at: time | None
    sort: Sort
    notebook_id: int
    notebook: str
    words: str
    who: str
    key: str
    writing_id: int | None = None


def events(
    *, by: Worker, since: date, until: date, notebook: Notebook | None = None
) -> list[Event]:
    """Return what happens from `since` to `until`, both included, as far as `by` may know; five
    queries, whatever is found.
    """
    seen = Notebook.objects.visible_to(by)
    if notebook:
        seen = seen.filter(pk=notebook.pk)
    days = (since, until)
    found = [
        *_meetings(seen, days),
        *_steps(seen, days),
        *_stays(seen, days),
        *_members(Membership.objects.visible_to(by).filter(notebook__in=seen), days),
        *_said(seen, days),
    ]
    return sorted(found, key=lambda one: (one.on, one.at or time.min, one.notebook, one.key))


Days = tuple[date, date]


def _meetings(seen: NotebookQuerySet, days: Days) -> Iterator[Event]:
    told = Meeting.objects.filter(notebook__in=seen, on__range=days).order_by("on", "pk")
    columns = ("on", "at", "notebook_id", "notebook__kind", "notebook__title", "title", "pk")
    for on, at, pk, kind, name, title, key in told.values_list(*columns)[:AT_MOST]:
        yield Event(on, at, Sort.MEETING, pk, called(kind, name), title, "", f"meeting {key}")


def _steps(seen: NotebookQuerySet, days: Days) -> Iterator[Event]:
    told = Step.objects.filter(
        Q(on__range=days) | Q(done_on__range=days), project__notebook__in=seen
    ).order_by("on", "pk")
    columns = ("on", "done_on", "project__notebook_id", "project__notebook__title", "words", "pk")
    for on, done_on, pk, name, words, key in told.values_list(*columns)[:AT_MOST]:
        for sort, day in ((Sort.STEP, on), (Sort.DONE, done_on)):
            if day and days[0] <= day <= days[1]:
                yield Event(day, None, sort, pk, name, words, "", f"{sort.name} {key}")


def _from_to(
    first: date | None, last: date | None, days: Days, sorts: tuple[Sort, Sort]
) -> Iterator[tuple[Sort, date]]:
    for sort, day in zip(sorts, (first, last), strict=True):
        if day and days[0] <= day <= days[1]:
            yield sort, day


def _stays(seen: NotebookQuerySet, days: Days) -> Iterator[Event]:
    told = Stay.objects.filter(
        Q(from_on__range=days) | Q(until_on__range=days), dossier__notebook__in=seen
    ).order_by("from_on", "pk")
    columns = (
        "from_on", "until_on", "dossier__notebook_id", "dossier__notebook__title", "service",
        "team__name", "pk",
    )  # fmt: skip
    for first, last, pk, name, service, team, key in told.values_list(*columns)[:AT_MOST]:
        for sort, day in _from_to(first, last, days, (Sort.ARRIVES, Sort.LEAVES)):
            where = service or team or ""
            yield Event(day, None, sort, pk, name, where, "", f"{sort.name} {key}")


def _members(told, days: Days) -> Iterator[Event]:
    told = told.filter(Q(from_on__range=days) | Q(until_on__range=days)).order_by("from_on", "pk")
    told = told.annotate(person_name=F("person__called"), collective_name=F("collective__name"))
    columns = (
        "from_on", "until_on", "notebook_id", "notebook__title", "person_name", "collective_name",
        "words", "pk",
    )  # fmt: skip
    for first, last, pk, name, person, collective, words, key in told.values_list(*columns)[
        :AT_MOST
    ]:
        for sort, day in _from_to(first, last, days, (Sort.JOINS, Sort.QUITS)):
            who = person or collective or words
            yield Event(day, None, sort, pk, name, "", who, f"{sort.name} {key}")


def _said(seen: NotebookQuerySet, days: Days) -> Iterator[Event]:
    told = DaySaid.objects.filter(on__range=days, writing__notebook__in=seen).order_by("on", "pk")
    columns = (
        "on", "at", "writing__notebook_id", "writing__notebook__kind", "writing__notebook__title",
        "words", "writing_id",
    )  # fmt: skip
    for on, at, pk, kind, name, words, writing in told.values_list(*columns)[:AT_MOST]:
        key = f"said {writing} {on}"
        yield Event(on, at, Sort.SAID, pk, called(kind, name), words, "", key, writing)


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month of `day`."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
