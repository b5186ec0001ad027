"""Reading a notebook in order of time, newest first; page 1,000 costs what page 1 does."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from dossier.establishment.models import Worker
from dossier.notebooks.models import Heading, Mention, Notebook, Tag, Tagging, Writing

PAGE = 30


@dataclass(frozen=True)
class Choice:
    """What of a notebook one wants to read; empty means everything. Bounds are positions."""

    heading: Heading | None = None
    tag: Tag | None = None
    voice: str = ""
    team_id: int | None = None
    since: int | None = None
    before: int | None = None
    signed_since: datetime | None = None


@dataclass(frozen=True)
class Page:
    """Writings, newest first, and the cursor of the next page (None at the end)."""

    writings: list[Writing]
    before: int | None


def _chosen(writings: QuerySet, choice: Choice, *, at: str = "position") -> QuerySet:
    if choice.heading:
        writings = writings.filter(heading=choice.heading)
    if choice.tag:
        writings = writings.filter(taggings__tag=choice.tag)
    if choice.voice:
        writings = writings.filter(voice=choice.voice)
    if choice.team_id:
        writings = writings.filter(author__groups=choice.team_id)
    if choice.signed_since:
        writings = writings.filter(signed_at__gte=choice.signed_since)
    if choice.since is not None:
        writings = writings.filter(**{f"{at}__gte": choice.since})
    if choice.before is not None:
        writings = writings.filter(**{f"{at}__lt": choice.before})
    return writings.order_by(f"-{at}")


def with_surroundings(writings: QuerySet, worker: Worker) -> QuerySet:
    """Join what a page shows around each writing, in a fixed number of queries.

    Mentions of notebooks that `worker` may not read are left out.
    """
    seen = Mention.objects.filter(notebook__in=Notebook.objects.visible_to(worker))
    return writings.select_related("notebook", "author", "heading", "answers__author").prefetch_related(
        Prefetch("mentions", seen.select_related("notebook"), to_attr="seen_mentions"),
        Prefetch("taggings", Tagging.objects.select_related("tag")),
        Prefetch("replies", Writing.objects.select_related("author").order_by("position")),
    )


def read(notebook: Notebook, *, by: Worker, choice: Choice = Choice(), size: int = PAGE) -> Page:  # noqa: B008
    """Return a page of what was written in `notebook`, or of it elsewhere where `by` may read.

    The caller has checked that `by` may read `notebook`.
    """
    own = _chosen(Writing.objects.filter(notebook=notebook), choice)
    if choice.tag:
        own = own.filter(taggings__notebook=notebook).order_by("-taggings__position")
    elsewhere = _chosen(
        Writing.objects.visible_to(by).filter(mentions__notebook=notebook),
        choice,
        at="mentions__position",
    )
    places = [*own.values_list("position", flat=True)[: size + 1]]
    places += elsewhere.values_list("position", flat=True)[: size + 1]
    return _page(sorted(set(places), reverse=True), by=by, size=size)


def read_all(*, by: Worker, choice: Choice, size: int = PAGE) -> Page:
    """Return a page of what was written in all the notebooks that `by` may read."""
    writings = _chosen(Writing.objects.visible_to(by), choice)
    return _page([*writings.values_list("position", flat=True)[: size + 1]], by=by, size=size)


def _page(places: list[int], *, by: Worker, size: int) -> Page:
    shown = places[:size]
    writings = with_surroundings(Writing.objects.filter(position__in=shown), by)
    before = shown[-1] if len(places) > size else None
    return Page(list(writings.order_by("-position")), before)
