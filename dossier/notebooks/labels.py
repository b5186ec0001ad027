"""Headings and tags that live: renamed, merged, split, retired, in what one team writes.

A label belongs to nobody, so a change is that of a team, in the notebooks it writes in: the words
of other teams stay theirs. No writing is lost, none gets a new version, and each change is told.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from dossier.establishment.models import Team, Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions, attachments
from dossier.notebooks.models import (
    WRITERS,
    Heading,
    Label,
    LabelChange,
    Notebook,
    NotebookQuerySet,
    Relabelled,
    Retired,
    Tag,
    Tagging,
    TeamGrant,
    Writing,
)

AT_ONCE = 500
Act = LabelChange.Act


class Unchanged(Exception):
    """Nothing bears this label any more, or it is already called so."""


def written_by(team: Team, by: Worker) -> NotebookQuerySet:
    """Return the notebooks in which `team` writes. NotAllowed unless `by` is of the team."""
    if not by.is_active or not by.groups.filter(pk=team.pk).exists():
        raise actions.NotAllowed
    in_force = Q(until__isnull=True) | Q(until__gt=timezone.now())
    grants = TeamGrant.objects.filter(in_force, group=team, permission__codename__in=WRITERS)
    return Notebook.objects.filter(pk__in=grants.values("content_object"))


def bearing(label: Label, notebooks: NotebookQuerySet) -> QuerySet[Writing]:
    """Return the writings of `notebooks` that bear `label`, the latest first."""
    bear = {"heading": label} if isinstance(label, Heading) else {"taggings__tag": label}
    return Writing.objects.filter(notebook__in=notebooks, **bear).order_by("-position")


@transaction.atomic
def relabel(
    *, by: Worker, team: Team, label: Label, name: str, only: Collection[int] | None = None
) -> LabelChange:
    """Call `label` otherwise in what `team` writes, or on the writings `only`.

    When `name` is in use where `by` may read, the two become one. Raises Unchanged when nothing
    would change, NotAllowed unless `by` is of the team, ValueError for an empty name.
    """
    name = " ".join(name.split())[:80]
    if not name:
        raise ValueError("a label says something")
    scope = written_by(team, by)
    found = bearing(label, scope)
    whole = found.count()
    pks = list((found if only is None else found.filter(pk__in=only)).values_list("pk", flat=True))
    same_word = actions.folded(name) == label.folded
    new = actions.label(type(label), name, by=None if same_word else by)
    if not pks or new == label:
        raise Unchanged
    merges = bearing(new, scope).exists()
    act = Act.SPLIT if len(pks) < whole else Act.MERGED if merges else Act.RENAMED
    return _change(by=by, team=team, act=act, old=label, new=new, pks=pks)


def _change(
    *, by: Worker, team: Team, act: str, old: Label, new: Label, pks: list[int]
) -> LabelChange:
    change = _told(by=by, team=team, act=act, label=old, new=new.name)
    move = _move_heading if isinstance(old, Heading) else _move_tag
    for some in attachments.batched(pks, AT_ONCE):
        both = move(old, new, some)
        Relabelled.objects.bulk_create(
            Relabelled(change=change, writing_id=pk, had_both=pk in both) for pk in some
        )
    attachments.reindex(pks)
    for notebook in Notebook.objects.filter(
        Exists(Relabelled.objects.filter(change=change, writing__notebook=OuterRef("pk")))
    ):
        record(by=by, notebook=notebook, act=Entry.Act.RELABELLED)
    return change


def _move_heading(old: Heading, new: Heading, pks: list[int]) -> set[int]:
    Writing.objects.filter(pk__in=pks, heading=old).update(heading=new)
    return set()


def _move_tag(old: Tag, new: Tag, pks: list[int]) -> set[int]:
    """Put `new` in place of `old`; return the writings that bore both."""
    both = set(
        Tagging.objects.filter(writing__in=pks, tag=new).values_list("writing_id", flat=True)
    )
    Tagging.objects.filter(writing__in=both, tag=old).delete()
    Tagging.objects.filter(writing__in=pks, tag=old).update(tag=new)
    _tell_tags(pks)
    return both


def _tell_tags(pks: list[int]) -> None:
    writings = Writing.objects.filter(pk__in=pks).prefetch_related("tags")
    for one in writings:
        one.tag_words = ", ".join(sorted(tag.name for tag in one.tags.all()))
    Writing.objects.bulk_update(writings, ["tag_words"])


@transaction.atomic
def undo(*, by: Worker, change: LabelChange) -> LabelChange:
    """Give their former heading or tag back to the writings of a change that still bear the new
    one. Raises Unchanged when there is none, NotAllowed unless `by` is of the team.
    """
    model = Heading if change.sort == Heading.SORT else Tag
    scope = written_by(change.team, by)
    old, new = (model.objects.filter(name=name).first() for name in (change.old, change.new))
    if not old or not new or change.is_undone:
        raise Unchanged
    moved = Relabelled.objects.filter(change=change, writing__in=bearing(new, scope))
    rows = list(moved.values_list("writing_id", "had_both"))
    if not rows:
        raise Unchanged
    both = [pk for pk, had_both in rows if had_both]
    change.is_undone = True
    change.save(update_fields=["is_undone"])
    back = _change(
        by=by,
        team=change.team,
        act=Act.RENAMED,
        old=new,
        new=old,
        pks=[pk for pk, _ in rows],
    )
    for writing in Writing.objects.filter(pk__in=both):
        place = {"notebook_id": writing.notebook_id, "position": writing.position}
        Tagging.objects.create(tag=new, writing=writing, **place)
    _tell_tags(both)
    attachments.reindex(both)
    return back


@transaction.atomic
def retire(*, by: Worker, team: Team, label: Label) -> None:
    """Offer `label` no more to the team; what bears it keeps it."""
    written_by(team, by)
    _, is_new = Retired.objects.get_or_create(team=team, sort=label.SORT, name=label.name)
    if is_new:
        _told(by=by, team=team, act=Act.RETIRED, label=label)


@transaction.atomic
def revive(*, by: Worker, team: Team, label: Label) -> None:
    """Offer `label` to the team again."""
    written_by(team, by)
    if Retired.objects.filter(team=team, sort=label.SORT, name=label.name).delete()[0]:
        _told(by=by, team=team, act=Act.REVIVED, label=label)


def _told(*, by: Worker, team: Team, act: str, label: Label, new: str = "") -> LabelChange:
    now = timezone.now().replace(second=0, microsecond=0)
    return LabelChange.objects.create(
        team=team, by=by, at=now, sort=label.SORT, act=act, old=label.name, new=new
    )


def history(team: Team, by: Worker) -> QuerySet[LabelChange]:
    """Return the changes of a team, the latest first: those of writings that `by` may still read,
    and of the words it retired.
    """
    read = Relabelled.objects.filter(
        change=OuterRef("pk"), writing__notebook__in=Notebook.objects.visible_to(by)
    )
    said = Q(act__in=[Act.RETIRED, Act.REVIVED])
    return LabelChange.objects.filter(said | Exists(read), team=team).select_related("by")
