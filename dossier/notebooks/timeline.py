"""Reading a notebook in order of time, newest first; page 1,000 costs what page 1 does."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

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


def _joined(writings: QuerySet) -> QuerySet:
    return writings.select_related("notebook", "author", "heading", "answers__author")


def surround(writings: list[Writing], worker: Worker) -> None:
    """Attach what a page shows around each writing, in three queries.

    `seen_mentions` leaves out notebooks that `worker` may not read; also `labels` (tags) and
    `answered_by` (answers, oldest first; they live in the same notebook).
    """
    by_pk = {writing.pk: writing for writing in writings}
    for writing in writings:
        writing.seen_mentions, writing.labels, writing.answered_by = [], [], []
    mentions = Mention.objects.filter(
        writing__in=by_pk, notebook__in=Notebook.objects.visible_to(worker)
    )
    for mention in mentions.select_related("notebook").order_by("pk"):
        by_pk[mention.writing_id].seen_mentions.append(mention.notebook)
    for tagging in Tagging.objects.filter(writing__in=by_pk).select_related("tag").order_by("pk"):
        by_pk[tagging.writing_id].labels.append(tagging.tag)
    for answer in Writing.objects.filter(answers__in=by_pk).select_related("author").order_by("pk"):
        by_pk[answer.answers_id].answered_by.append(answer)


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
    found = [*_joined(own)[: size + 1], *_joined(elsewhere)[: size + 1]]
    return _page(sorted(found, key=lambda one: -one.position), by=by, size=size)


def read_all(*, by: Worker, choice: Choice, size: int = PAGE) -> Page:
    """Return a page of what was written in all the notebooks that `by` may read."""
    writings = _joined(_chosen(Writing.objects.visible_to(by), choice))
    return _page([*writings[: size + 1]], by=by, size=size)


def _page(found: list[Writing], *, by: Worker, size: int) -> Page:
    shown = list({writing.pk: writing for writing in found[: size + 1]}.values())
    page, more = shown[:size], len(found) > size
    surround(page, by)
    return Page(page, page[-1].position if more and page else None)
