"""Acts on the bric-à-brac, where things wait that may be of use one day: keep them, file them."""

from datetime import timedelta

from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from dossier.establishment.actions import hold_keeping
from dossier.establishment.models import Team, Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import attachments, circles, mentions
from dossier.notebooks.actions import NotAllowed, give
from dossier.notebooks.models import KEEP, Mention, Move, Notebook, Tagging, Writing
from dossier.notebooks.passages import threads

TO_REGRET = timedelta(days=1)  # after that, who reads the notebook counts on it


class NotAFragment(Exception):
    """Only what waits in a bric-à-brac is filed, and an answer follows what it answers."""


class AnsweredThere(Exception):
    """Somebody who does not read the bric-à-brac answered since: their words do not leave."""


@transaction.atomic
def bricabrac(*, by: Worker, team: Team | None = None) -> Notebook:
    """Return the bric-à-brac of `team`, or the worker's own, opened if it is not yet.

    NotAllowed for a team they do not belong to, or for who accompanies nobody.
    """
    whose = {"team": team} if team else {"owner": by}
    if not Notebook.objects.filter(**whose).exists():
        hold_keeping(by)
    if not by.accompanies:
        raise NotAllowed
    if team and not by.groups.filter(pk=team.pk).exists():
        raise NotAllowed
    title = team.name if team else ""
    notebook, is_new = Notebook.objects.get_or_create(
        **whose, defaults={"kind": Notebook.Kind.BRICABRAC, "title": title}
    )
    if is_new:
        give(by=by, notebook=notebook, to=team or by, level=KEEP)
        record(by=by, notebook=notebook, act=Entry.Act.CREATED)
    return notebook


@transaction.atomic
def file_away(*, by: Worker, writing: Writing, notebook: Notebook) -> None:
    """Move a fragment, and the answers to it, from its bric-à-brac to `notebook`.

    Who may read follows the notebook; where it was kept before stays known. Raises NotAllowed
    unless `by` writes in both, NotAFragment for what is not a fragment.
    """
    writing = Writing.objects.select_for_update().select_related("notebook").get(pk=writing.pk)
    former = writing.notebook
    may = Notebook.objects.writable_by(by).filter(pk__in=[former.pk, notebook.pk])
    if len(may) < len({former.pk, notebook.pk}):
        raise NotAllowed
    if former.kind != Notebook.Kind.BRICABRAC or writing.answers_id or former == notebook:
        raise NotAFragment
    for one in (writing, *threads([writing.pk])[writing.pk]):
        _move(one, to=notebook, by=by)
    for place in (former, notebook):
        record(by=by, notebook=place, act=Entry.Act.FILED, writing=writing)


def filed_by(worker: Worker) -> QuerySet[Writing]:
    """Return the writings that `worker` may put back in the bric-à-brac they come from (`heap`):
    filed less than a day ago, by them or theirs, while they write in both.
    """
    last = Move.objects.filter(writing=OuterRef("pk")).order_by("-pk")
    writable = Notebook.objects.writable_by(worker)
    heaps = writable.filter(kind=Notebook.Kind.BRICABRAC)
    return (
        Writing.objects.filter(notebook__in=writable, answers=None)
        .exclude(notebook__kind=Notebook.Kind.BRICABRAC)
        .annotate(
            heap=Subquery(last.values("from_notebook")[:1]),
            filer=Subquery(last.values("by")[:1]),
            filed_at=Subquery(last.values("moved_at")[:1]),
        )
        .filter(Q(author=worker) | Q(filer=worker.pk), heap__in=heaps)
        .filter(filed_at__gt=timezone.now() - TO_REGRET)
    )


@transaction.atomic
def put_back(*, by: Worker, writing: Writing) -> Notebook:
    """Move what was filed back to its bric-à-brac, with the answers to it; return where that is.

    It is read there by those who read the bric-à-brac, and by them alone. Raises NotAllowed for
    what is not in `filed_by`, AnsweredThere.
    """
    Writing.objects.select_for_update().get(pk=writing.pk)
    filed = filed_by(by).select_related("notebook").filter(pk=writing.pk).first()
    if not filed:
        raise NotAllowed
    former, heap = filed.notebook, Notebook.objects.get(pk=filed.heap)
    answers = threads([filed.pk])[filed.pk]
    since = [one for one in answers if not one.moves.filter(from_notebook=heap).exists()]
    for author in {one.author for one in since}:
        if not Notebook.objects.visible_to(author).filter(pk=heap.pk).exists():
            raise AnsweredThere
    for one in (filed, *answers):
        _move(one, to=heap, by=by)
        _mention(one, circles.loosen(one, former) if former.is_circle else former)
    for place in (former, heap):
        record(by=by, notebook=place, act=Entry.Act.PUT_BACK, writing=filed)
    return heap


def _move(writing: Writing, *, to: Notebook, by: Worker) -> None:
    """Move one writing and all that hangs on it."""
    now = timezone.now().replace(second=0, microsecond=0)
    Move.objects.create(writing=writing, from_notebook_id=writing.notebook_id, by=by, moved_at=now)
    Writing.objects.filter(pk=writing.pk).update(notebook=to)
    Tagging.objects.filter(writing=writing).update(notebook=to)
    Mention.objects.filter(writing=writing, notebook=to).delete()
    if to.is_circle:
        circles.tie(Writing.objects.select_related("notebook", "author").get(pk=writing.pk))
    attachments.reindex([writing.pk])


def _mention(writing: Writing, notebook: Notebook) -> None:
    """Tie a writing to the notebook it leaves, if it speaks of it."""
    named = Notebook.objects.mentionable(writing.author).values_list("pk", "title")
    if "@" in writing.text and notebook.pk in mentions.find(writing.text, named).ids:
        Mention.objects.create(writing=writing, notebook=notebook, position=writing.position)
