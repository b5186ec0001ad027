"""What pages show of meetings, as far as their reader may know."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.meetings.models import Council, Meeting, Point
from dossier.meetings.rules import Sentence, how_many
from dossier.notebooks import rules
from dossier.notebooks.models import Notebook, Writing
from dossier.web import dates

LATELY = 3
WAITING = 30
ASKED = {Council.Form.CONSULTATION, Council.Form.SURVEY}


@dataclass
class Shown:
    """A point as a page shows it: what its reader may know of it, and what was concluded."""

    point: Point
    form: Any = None
    key: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def writing(self) -> Writing | None:
        """What was set aside, for who may read it."""
        return self.point.writing if self.point.is_read else None

    @property
    def conclusion(self) -> str:
        """What was concluded, less its title when that is what the point is called."""
        text = self.point.conclusion.text
        title, rest = rules.untitled(text)
        return rest if title and title == " ".join(self.point.words.split()).lstrip("# ") else text


def called(meeting: Meeting) -> str:
    """Return how a meeting is called: its title, or its day."""
    if meeting.title or not meeting.on:
        return meeting.title
    return said("{reunion.Singulier} du {day}", day=dates.full_day(meeting.on))


def tell(sentence: Sentence | None) -> str:
    """Return a sentence of the rules in the words of the house, its days in full."""
    if not sentence:
        return ""
    days = {name: dates.full_day(day) for name, day in sentence.days.items()}
    return said(sentence.words, **days)


def shown(points: QuerySet[Point], worker: Worker) -> list[Shown]:
    """Return points as pages show them, those `worker` may know of: one query."""
    return [Shown(point) for point in points.telling_read(worker)]


def opened(notebook: Notebook, points: list[Shown]) -> set[int]:
    """Return the notebooks of which a page shows something, for the journal."""
    return {notebook.pk, *(one.writing.notebook_id for one in points if one.writing)}


def council_of(notebook: Notebook) -> Council | None:
    """Return what makes a council of a notebook, if it is one."""
    return Council.objects.filter(notebook=notebook).first()


def count_said(meeting: Meeting, council: Council | None) -> str:
    """Return how many came, as it may be shown."""
    return how_many(meeting.count, is_asked=bool(council and council.form in ASKED))


def what_became(meeting: Meeting, council: Council | None, worker: Worker) -> list[Shown]:
    """Return what was concluded at the meeting before, and, of a council, what the direction has
    not answered since longer: those whose opinion was asked are told what became of it.
    """
    before = Q(pk__lt=meeting.pk)
    if meeting.on:
        before = Q(on__lt=meeting.on) | Q(on=meeting.on, pk__lt=meeting.pk)
    former = Meeting.objects.filter(before, notebook=meeting.notebook_id, on__isnull=False)
    last = former.first()
    if not last:
        return []
    chosen = Q(meeting=last)
    if council:
        chosen |= Q(answer=None, meeting__in=former)
    found = Point.objects.filter(chosen, conclusion__isnull=False)
    return shown(found.order_by("meeting__on", "place", "pk"), worker)


def meetings_around(notebook: Notebook, *, worker: Worker) -> dict[str, Any]:
    """Return what `meetings/_meetings.html` shows on the page of a collective or a project: the
    next meeting, the last ones, what waits to be talked about.
    """
    today = timezone.localdate()
    waiting = Point.objects.filter(notebook=notebook, meeting=None)
    return {
        "next_meeting": notebook.meetings.all().to_come(today).first(),
        "last_meetings": notebook.meetings.filter(on__lt=today)[:LATELY],
        "waiting": shown(waiting, worker)[:WAITING],
        "council": council_of(notebook),
    }
