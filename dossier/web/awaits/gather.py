"""What the law awaits, with the requests that wait (a floor above), said in the house's words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.meetings import rules as meetings
from dossier.meetings.models import Council, Meeting
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.reading import request_rules
from dossier.reading.models import Reply, Request
from dossier.rights import awaits
from dossier.rights.awaits import Awaited
from dossier.rights.due import Due, is_soon
from dossier.rights.house_rules import house_texts
from dossier.rights.models import Frame
from dossier.rights.terms import Terms
from dossier.web import dates
from dossier.web.awaits import request_times
from dossier.web.meetings.around import tell as tell_sentence


@dataclass(frozen=True)
class Somebody:
    """A person, what is awaited for her, and whether one may say why it is not there."""

    dossier: Dossier
    lines: list[Awaited]
    may_write: bool


def tell(due: Due) -> str:
    """Return what is awaited in the words of the house, its days in full."""
    days = {name: dates.full_day(day) for name, day in due.days.items()}
    return said(due.words, **days, **due.more)


def told(line: Awaited, today: date) -> tuple[Awaited, str, bool]:
    """Return a line, how it is said, and whether one may already say why it is not there: not of
    what is months away, unless somebody asked for it.
    """
    is_asked = bool(line.explanation) or line.key.startswith(awaits.OF_REQUEST)
    return line, tell(line.sentence), is_asked or is_soon(line.sentence, today)


def awaited(*, worker: Worker, today: date, notebook: Notebook | None = None) -> list[Somebody]:
    """Return, by name, the persons for whom something is awaited, as far as `worker` reads."""
    lines = defaultdict(list)
    found = awaits.awaits(worker=worker, today=today, notebook=notebook)
    for one in [*found, *awaits.explained(_requests(worker, today, notebook))]:
        lines[one.dossier].append(one)
    writable = set(Notebook.objects.writable_by(worker).values_list("pk", flat=True))
    named = sorted(lines, key=awaits.by_name)
    return [Somebody(one, lines[one], one.notebook_id in writable) for one in named]


def _requests(
    worker: Worker, today: date, notebook: Notebook | None
) -> Sequence[tuple[Dossier, Due]]:
    """Return the requests that nothing has answered yet, with when they are to be: four queries."""
    rows = Request.objects.visible_to(worker).filter(is_mistaken=False)
    rows = rows.filter(dossier__notebook=notebook) if notebook else rows
    standing = Reply.objects.filter(is_mistaken=False)
    answered = standing.exclude(answer=Reply.Answer.EXTENDED).values("request")
    rows = rows.exclude(pk__in=answered).order_by("asked_on", "pk")
    rows = list(rows.select_related("dossier__person", "dossier__notebook"))
    extended: dict[int, date] = {}
    longer = standing.filter(request__in=rows, answer=Reply.Answer.EXTENDED).order_by("-on")
    for one in longer:
        extended[one.request_id] = one.on
    terms = Terms(Frame.here().terms)
    told = []
    for one in rows:
        told_on = extended.get(one.pk)
        due = request_rules.times(one.sort, one.matters, one.asked_on, terms, told_on, one.side)
        days = sorted({time.due for time in due})
        called = one.get_sort_display()
        told.append((one.dossier, request_times.due(one.pk, called, days, one.asked_on, today)))
    return told


def house_lines(*, worker: Worker, today: date) -> list[str]:
    """Return what is awaited of the house: its texts, the form of participation, the meetings of
    the councils that `worker` reads.
    """
    frame = Frame.here()
    terms = Terms(frame.terms)
    told = [tell(one) for one in house_texts(awaits.house_held(today), today=today, terms=terms)]
    seen = Notebook.objects.visible_to(worker)
    councils = Council.objects.filter(notebook__in=seen).select_related("notebook")
    councils = list(councils.order_by("notebook__title", "pk"))
    days = defaultdict(list)
    met = Meeting.objects.filter(
        notebook__in=[one.notebook_id for one in councils], on__year=today.year
    )
    for notebook, on in met.values_list("notebook", "on"):
        days[notebook].append(on)
    return [*told, *_councils(councils, days, frame, today)]


def _councils(
    councils: Iterable[Council], days: dict[int, list[date]], frame: Frame, today: date
) -> list[str]:
    if not councils:
        return [tell_sentence(meetings.form_due(frame.situation))] if frame.situation else []
    told = []
    for one in councils:
        held = days[one.notebook_id]
        if one.form == Council.Form.COUNCIL and len(held) < meetings.A_YEAR:
            told.append(f"{one.notebook}. {tell_sentence(meetings.year(held, today))}")
    return told
