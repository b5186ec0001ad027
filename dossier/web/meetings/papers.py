"""What leaves a meeting on paper: its agenda, and what was concluded.

Whoever holds the paper may read neither the dossiers nor the notebook: a point is there by its
own words alone, never by what was set aside, and those who were ticked are not named.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.meetings.models import Council, Meeting
from dossier.notebooks.models import Notebook
from dossier.notebooks.printed import blocks
from dossier.persons.models import Person
from dossier.web import dates
from dossier.web.meetings.around import Shown, council_of, count_said, shown, what_became

AGENDA, MINUTES = "agenda", "minutes"
ROOM = "\n\n\n"  # to sign by hand


@dataclass(frozen=True)
class Paper:
    """A paper of a meeting: which, its points with words, those that will not be there, what
    became of former conclusions, and the names of persons that one reads in it.
    """

    name: str
    points: list[Shown]
    left: list[Shown]
    became: list[Shown]
    named: list[str]
    count: str


def paper(meeting: Meeting, which: str, worker: Worker) -> Paper:
    """Return what a paper of a meeting will hold, as far as `worker` may know."""
    council = council_of(meeting.notebook)
    points = shown(meeting.points.all(), worker)
    kept = [one for one in points if one.point.words]
    left = [one for one in points if not one.point.words]
    became = []
    if which == AGENDA:
        became = [one for one in what_became(meeting, council, worker) if one.point.words]
    else:
        left += [one for one in kept if not one.point.conclusion_id]
        kept = [one for one in kept if one.point.conclusion_id]
    named = names_in(texts_of([*kept, *became]), worker) if council else []
    count = count_said(meeting, council)
    return Paper(title_of(which, council), kept, left, became, named, count)


def title_of(which: str, council: Council | None) -> str:
    """Return what a paper is called."""
    if which == AGENDA:
        return "Ordre du jour"
    return "Relevé de conclusions" if council else "Compte rendu"


def texts_of(points: Iterable[Shown]) -> Iterator[str]:
    """Yield the words of points, what was concluded of them and what was answered."""
    for one in points:
        yield one.point.words
        for writing in (one.point.conclusion, one.point.answer):
            yield writing.text if writing else ""


def names_in(texts: Iterable[str], worker: Worker) -> list[str]:
    """Return how persons whom `worker` reads are called, that a paper names."""
    whole = "\n".join(texts)
    seen = Person.objects.filter(dossier__notebook__in=Notebook.objects.visible_to(worker))
    names = seen.order_by("called").values_list("called", flat=True)
    return [name for name in names if _is_in(name, whole)]


def _is_in(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def document(meeting: Meeting, which: str, *, by: Worker) -> pages.Document:
    """Return a paper of a meeting as a document."""
    made = paper(meeting, which, by)
    told = [*_head(meeting, made, which)]
    if which == AGENDA:
        told += _agenda(made)
    else:
        told += [block for one in made.points for block in concluded(one)]
        told += _signed(meeting)
    today = dates.full_day(timezone.localdate())
    return pages.Document(
        title=f"{made.name} : {meeting.notebook}",
        blocks=tuple(told),
        house=house().name,
        told=f"Document sorti le {today} par {by.name}",
        words=pages.Words(answer=said("{reponse.Singulier} {direction.du}")),
    )


def line(text: str, *, emphasis: bool = False, strong: bool = False) -> pages.Paragraph:
    """Return words as a paragraph."""
    return pages.Paragraph((pages.Run(text, emphasis=emphasis, strong=strong),))


def _head(meeting: Meeting, made: Paper, which: str) -> Iterator[pages.Block]:
    """Yield when and where, and who came: in words and in figures, never the ticked names."""
    when = dates.full_day(meeting.on).capitalize() if meeting.on else ""
    when += f", {dates.clock(meeting.at)}" if meeting.at else ""
    told = [meeting.title, when, meeting.place]
    if told := "\n".join(filter(None, told)):
        yield line(told, strong=True)
    if which == AGENDA:
        return
    if meeting.came:
        yield line(f"Qui est venu : {meeting.came}")
    if made.count:
        yield line(f"En tout : {made.count}")


def _agenda(made: Paper) -> Iterator[pages.Block]:
    items = tuple((line(one.point.words),) for one in made.points)
    if items:
        yield pages.Items(items, ordered=True)
    if made.became:
        yield pages.Title(1, (pages.Run("Ce qu’est devenu ce qui avait été conclu"),))
    for one in made.became:
        yield from concluded(one, level=2)
        if not one.point.answer_id:
            yield line(said("{direction.Le} n’a pas encore répondu."), emphasis=True)


def concluded(one: Shown, level: int = 1) -> Iterator[pages.Block]:
    """Yield the words of a point, what was concluded, and what was answered."""
    yield pages.Title(level, (pages.Run(one.point.words),))
    yield from blocks(one.conclusion)
    if answer := one.point.answer:
        on = f"le {dates.full_day(answer.occurred_on)}" if answer.occurred_on else ""
        yield pages.Answer(tuple(blocks(answer.text)), on)


def _signed(meeting: Meeting) -> Iterator[pages.Block]:
    """Yield who presided and who wrote, with room to sign."""
    yield pages.Rule()
    yield line(f"Présidence : {meeting.president}{ROOM}")
    yield line(f"Secrétariat de séance : {meeting.secretary}{ROOM}")
