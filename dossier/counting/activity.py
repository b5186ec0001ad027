"""The activity report, begun: the figures with their methods, the year of the collectives in words,
and places left to write. It becomes a writing like any other, so nothing is typed again.
"""

from collections.abc import Iterable, Iterator

from dossier.counting import rules
from dossier.counting.report import REASON, Report
from dossier.counting.rules import Period
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.meetings.models import Council, Meeting, Point
from dossier.notebooks.models import Notebook, NotebookQuerySet, Writing
from dossier.projects.models import Project

ENOUGH = 200  # titles of each sort
TO_WRITE = "[À écrire]"


def text(report: Report, *, by: Worker) -> str:
    """Return the report begun, in light marks: figures of the house, titles that `by` reads."""
    period = rules.year(report.year)
    told = [
        *_part("L’année en quelques mots", [TO_WRITE]),
        *_part(said("Ce que nous avons vécu avec les {personne.pluriel}"), [TO_WRITE]),
        *_part(said("{conseil.Le} et les autres formes de participation"), _councils(by, period)),
        *_part(said("Les {collectif.pluriel}"), _collectives(by, period)),
        *_part(said("Les {projet.pluriel} à plusieurs"), _projects(by, period)),
        *_part("Les chiffres", _figures(report)),
        *_part("Ce que l’année nous apprend, ce que nous voulons pour la suite", [TO_WRITE]),
    ]
    return "\n\n".join(told)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"# {title}"
    yield from lines


def _councils(by: Worker, period: Period) -> Iterator[str]:
    seen = Notebook.objects.visible_to(by)
    councils = list(Council.objects.filter(notebook__in=seen).select_related("notebook"))
    held = _met(seen.filter(council__isnull=False), period, by)
    for council in sorted(councils, key=lambda one: one.notebook.title):
        lines = held.get(council.notebook_id, [])
        if lines:
            form = said(council.get_form_display())
            yield f"**{council.notebook}** ({form})\n\n" + "\n".join(lines)
    yield TO_WRITE


def _met(notebooks: NotebookQuerySet, period: Period, by: Worker) -> dict[int, list[str]]:
    """Return, by notebook, a line for each meeting held: its day, its title, what was concluded of
    in the words of its points.
    """
    held = Meeting.objects.filter(
        notebook__in=notebooks, on__gte=period.first, on__lte=period.last
    ).order_by("on", "pk")
    held = list(held[:ENOUGH])
    concluded = Point.objects.visible_to(by).filter(meeting__in=held, conclusion__isnull=False)
    points: dict[int, list[str]] = {}
    for meeting, words in concluded.exclude(words="").values_list("meeting_id", "words"):
        points.setdefault(meeting, []).append(" ".join(words.split()))
    found: dict[int, list[str]] = {}
    for one in held:
        told = " ; ".join(filter(None, [one.title, *points.get(one.pk, [])]))
        line = f"- {one.on:%d/%m/%Y}" + (f" : {told}" if told else "")
        found.setdefault(one.notebook_id, []).append(line)
    return found


def _collectives(by: Worker, period: Period) -> Iterator[str]:
    """Yield the titles of collectives and causes that lived in the year: something was told there,
    or they met.
    """
    kinds = (Notebook.Kind.COLLECTIVE, Notebook.Kind.CAUSE)
    seen = Notebook.objects.visible_to(by).filter(kind__in=kinds, council=None)
    yield from _titles(_alive(seen, period))
    yield TO_WRITE


def _projects(by: Worker, period: Period) -> Iterator[str]:
    """Yield the titles of projects that are not one person's alone: such a title may name them."""
    seen = Notebook.objects.visible_to(by).filter(kind=Notebook.Kind.PROJECT)
    alive = _alive(seen, period)
    shared = Project.objects.filter(notebook__in=alive).prefetch_related("notebook__memberships")
    ours = [
        one.notebook_id
        for one in shared
        if sum(bool(its.person_id) for its in one.notebook.memberships.all()) != 1
    ]
    yield from _titles(alive.filter(pk__in=ours))
    yield TO_WRITE


def _alive(seen: NotebookQuerySet, period: Period) -> NotebookQuerySet:
    told = Writing.objects.filter(
        notebook__in=seen,
        signed_at__date__gte=period.first,
        signed_at__date__lte=period.last,
    )
    met = Meeting.objects.filter(notebook__in=seen, on__gte=period.first, on__lte=period.last)
    ours = told.order_by().values("notebook").union(met.order_by().values("notebook"))
    return seen.filter(pk__in=list(ours.values_list("notebook", flat=True)))


def _titles(notebooks: NotebookQuerySet) -> Iterator[str]:
    titles = [f"- {one}" for one in notebooks.order_by("title", "pk")[:ENOUGH]]
    if titles:
        yield "\n".join(titles)


def _figures(report: Report) -> Iterator[str]:
    for figure in report.figures:
        yield f"## {figure.called}"
        lines = [f"- {line.label} : {report.said(line)}" for line in figure.lines]
        lines += [f"- {words}" for words in figure.words]
        if lines:
            yield "\n".join(lines)
        yield f"*{figure.how}*"
    yield f"Non montré : {REASON}."
