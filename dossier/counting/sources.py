"""What is counted, read from what is there already: the only queries of this floor.

Who wrote, who noted, who was there for the house is never read here: no figure is about them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Min
from django.utils import timezone

from dossier.collectives.models import Membership
from dossier.counting.rules import Received, Stayed
from dossier.meetings.models import Council, Meeting
from dossier.notebooks.actions import folded
from dossier.notebooks.models import Mention, Notebook, NotebookQuerySet, Writing
from dossier.persons.models import Dossier, Stay
from dossier.projects.models import Project
from dossier.projects.rules import REVIEW
from dossier.reading.models import Reply, Request
from dossier.rights.models import Edition, Giving, HouseText

# What each table is called for who asks where figures come from.
TABLES = {
    "dossier": Dossier,
    "stay": Stay,
    "mention": Mention,
    "membership": Membership,
    "writing": Writing,
    "giving": Giving,
    "request": Request,
    "reply": Reply,
    "meeting": Meeting,
    "council": Council,
    "edition": Edition,
}


@dataclass
class Somebody:
    """Of one person, what figures need: never a name."""

    born_from: date | None = None
    born_until: date | None = None
    stays: list[Stayed] = field(default_factory=list)
    named_on: list[date] = field(default_factory=list)
    projects: list[tuple[int, date | None, date | None]] = field(default_factory=list)
    contracts: list[tuple[date, str]] = field(default_factory=list)
    given: list[tuple[date, str]] = field(default_factory=list)


@dataclass
class Facts:
    """What there is to count. `projects` begin on a day, by notebook; `reviews` are their days."""

    persons: dict[int, Somebody]
    projects: dict[int, date]
    reviews: dict[int, list[date]]
    requests: list[Received]
    meetings: list[tuple[str, date]]
    forms: list[str]
    editions: list[tuple[str, str, int, date]]


def facts(seen: NotebookQuerySet) -> Facts:
    """Return what is written in the notebooks `seen`: a fixed number of queries."""
    persons: dict[int, Somebody] = {}
    by_notebook: dict[int, Somebody] = {}
    by_person: dict[int, Somebody] = {}
    found = Dossier.objects.filter(notebook__in=seen)
    columns = ("pk", "notebook_id", "person_id", "person__born_from", "person__born_until")
    for pk, notebook, person, *born in found.values_list(*columns):
        persons[pk] = by_notebook[notebook] = by_person[person] = Somebody(*born)
    _stays(persons, seen)
    _named(by_notebook, seen)
    _projects(by_person, seen)
    _given(persons, seen)
    return Facts(
        persons=persons,
        projects=_begun(seen),
        reviews=_reviews(seen),
        requests=_requests(seen),
        meetings=_meetings(seen),
        forms=list(Council.objects.filter(notebook__in=seen).values_list("form", flat=True)),
        editions=_editions(),
    )


def whole_house() -> NotebookQuerySet:
    """Return all notebooks, archived dossiers among them: what was destroyed is no more."""
    return Notebook.objects.all()


def _stays(persons: dict[int, Somebody], seen: NotebookQuerySet) -> None:
    found = Stay.objects.filter(dossier__notebook__in=seen).order_by("pk")
    for pk, first, last, team, service in found.values_list(
        "dossier_id", "from_on", "until_on", "team__name", "service"
    ):
        place = (team or "", " ".join(service.split()))
        persons[pk].stays.append(Stayed(first, last, place))


def _day(occurred_on: date | None, signed_at: datetime) -> date:
    return occurred_on or timezone.localtime(signed_at).date()


def _named(by_notebook: dict[int, Somebody], seen: NotebookQuerySet) -> None:
    found = Mention.objects.filter(
        notebook__in=seen,
        notebook__kind=Notebook.Kind.DOSSIER,
        writing__notebook__in=seen,
        writing__notebook__kind=Notebook.Kind.COLLECTIVE,
    )
    columns = ("notebook_id", "writing__occurred_on", "writing__signed_at")
    for pk, *when in found.values_list(*columns).order_by():
        by_notebook[pk].named_on.append(_day(*when))


def _projects(by_person: dict[int, Somebody], seen: NotebookQuerySet) -> None:
    found = Membership.objects.filter(
        notebook__in=seen,
        notebook__kind=Notebook.Kind.PROJECT,
        person__dossier__notebook__in=seen,
    )
    for pk, *more in found.values_list("person_id", "notebook_id", "from_on", "until_on"):
        by_person[pk].projects.append(tuple(more))


def _begun(seen: NotebookQuerySet) -> dict[int, date]:
    """Return the first day of each project: opened then, or told in its first writing."""
    ours = Project.objects.filter(notebook__in=seen)
    found = dict(ours.order_by().values_list("notebook_id", "begun_on"))
    written = Writing.objects.filter(notebook__in=ours.values("notebook")).order_by()
    told = written.values_list("notebook_id").annotate(Min("occurred_on"), Min("signed_at"))
    for pk, occurred_on, signed_at in told:
        days = (found[pk], occurred_on, _day(None, signed_at))
        found[pk] = min(day for day in days if day)
    return found


def _reviews(seen: NotebookQuerySet) -> dict[int, list[date]]:
    found: dict[int, list[date]] = {}
    ours = Writing.objects.filter(
        notebook__in=seen, notebook__kind=Notebook.Kind.PROJECT, heading__folded=folded(REVIEW)
    )
    columns = ("notebook_id", "occurred_on", "signed_at")
    for pk, *when in ours.order_by().values_list(*columns):
        found.setdefault(pk, []).append(_day(*when))
    return found


def _given(persons: dict[int, Somebody], seen: NotebookQuerySet) -> None:
    stands = Giving.objects.filter(dossier__notebook__in=seen, is_mistaken=False)
    ours = stands.filter(contract__is_mistaken=False).order_by("on", "pk")
    for pk, on, answer in ours.values_list("dossier_id", "on", "answer"):
        persons[pk].contracts.append((on, answer))
    texts = stands.filter(edition__isnull=False).exclude(answer=Giving.Answer.LATER)
    for pk, on, sort in texts.values_list("dossier_id", "on", "edition__house_text__sort"):
        persons[pk].given.append((on, sort))


def _requests(seen: NotebookQuerySet) -> list[Received]:
    ours = Request.objects.filter(dossier__notebook__in=seen, is_mistaken=False)
    rows = ours.order_by("pk").values_list("pk", "asked_on", "sort", "matters")
    found = {pk: Received(*told, []) for pk, *told in rows}
    replies = Reply.objects.filter(request__in=ours.order_by(), is_mistaken=False)
    for pk, *reply in replies.order_by("on", "pk").values_list("request_id", "answer", "on"):
        found[pk].replies.append(tuple(reply))
    return list(found.values())


def _meetings(seen: NotebookQuerySet) -> list[tuple[str, date]]:
    """Return the days of meetings of collectives, with the form of participation, or ""."""
    held = Meeting.objects.filter(
        notebook__in=seen, notebook__kind=Notebook.Kind.COLLECTIVE, on__isnull=False
    )
    rows = held.order_by().values_list("notebook__council__form", "on")
    return [(form or "", on) for form, on in rows]


def _editions() -> list[tuple[str, str, int, date]]:
    """Return the editions of texts of the house: sort, title, number, in force from."""
    columns = ("house_text__sort", "house_text__title", "number", "in_force_on")
    ours = Edition.objects.filter(house_text__is_retired=False).order_by("house_text", "number")
    sorts = list(HouseText.Sort.values)
    return sorted(ours.values_list(*columns), key=lambda row: sorts.index(row[0]))
