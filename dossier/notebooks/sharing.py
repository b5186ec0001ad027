"""Sharing by those who accompany: open, close, hand over; nothing is left without a keeper."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dossier.accounts.invitations import is_awaited
from dossier.establishment.actions import hold_keeping
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import circles, french
from dossier.notebooks.actions import (
    NoKeeperLeft,
    give,
    must_be_kept,
    must_keep,
    open_notebook,
    permission,
)
from dossier.notebooks.models import (
    KEEP,
    READ,
    READERS,
    WRITE,
    Circle,
    NotAllowed,
    Notebook,
    NotebookQuerySet,
    TeamGrant,
    WorkerGrant,
)
from dossier.notebooks.teams import may_welcome, to_welcome


@transaction.atomic
def withdraw(*, by: Worker, notebook: Notebook, who: Worker | Group) -> None:
    """Take from a worker or a team what was opened to them; at once.

    Raises NotAllowed unless `by` keeps the notebook, NoKeeperLeft.
    """
    hold_keeping(by)
    must_keep(by, notebook)
    grants = (
        WorkerGrant.objects.filter(content_object=notebook, user=who)
        if isinstance(who, Worker)
        else TeamGrant.objects.filter(content_object=notebook, group=who)
    )
    grants.delete()
    must_be_kept(notebook)
    record(by=by, notebook=notebook, act=Entry.Act.WITHDREW)


@transaction.atomic
def hand_over(*, by: Worker, notebook: Notebook, to: Worker, reason: str = "") -> None:
    """Let `to` keep a notebook in the place of `by`, who may do nothing there by name any more; a
    team they are in still may. Raises NotAllowed unless `by` keeps it, or for who accompanies
    nobody.
    """
    hold_keeping(by, to)
    must_keep(by, notebook)
    if not to.accompanies or is_awaited(to):
        raise NotAllowed
    give(by=by, notebook=notebook, to=to, level=KEEP, reason=reason)
    if to != by:
        WorkerGrant.objects.filter(content_object=notebook, user=by).delete()
    record(by=by, notebook=notebook, act=Entry.Act.HANDED)


class AlreadyThere(Exception):
    """A circle of that name, which they read, is around the notebook already."""


@transaction.atomic
def open_circle(
    *,
    by: Worker,
    around: Notebook,
    name: str,
    to: Iterable[Worker | Group] = (),
    level: str = WRITE,
    reason: str = "",
) -> Notebook:
    """Open a circle called `name` around a dossier, a collective or a project, kept by `by`, and
    open to others at `level`.

    Raises NotAllowed unless `by` keeps `around`, and for who accompanies nobody; ValueError for no
    name, or around something else; AlreadyThere only for a circle that `by` reads: another of that
    name may be there, of which they are told nothing.
    """
    to = list(to)
    hold_keeping(by, *to)
    must_keep(by, around)
    name = " ".join(name.split())[: circles.LONGEST]
    if not name or around.kind not in circles.AROUND:
        raise ValueError("a circle has a name, around somebody or something")
    if any(isinstance(one, Worker) and (not one.accompanies or is_awaited(one)) for one in to):
        raise NotAllowed
    title = circles.titled(name, around.title)
    seen = Notebook.objects.visible_to(by).filter(circle__around=around)
    flat = french.fold_all(title)
    if any(french.fold_all(one) == flat for one in seen.values_list("title", flat=True)):
        raise AlreadyThere
    circle = open_notebook(by=by, kind=Notebook.Kind.CIRCLE, title=title)
    Circle.objects.create(notebook=circle, around=around)
    for one in to:
        if one != by:
            give(by=by, notebook=circle, to=one, level=level, reason=reason)
    return circle


def kept_on(notebook: Notebook) -> bool:
    """Let those who write in a notebook that nobody keeps any more keep it, else those who read it,
    if they did without an end; return whether somebody keeps it.
    """
    if not Notebook.objects.filter(pk=notebook.pk).unkept().exists():
        return True
    here = Worker.objects.accompanying()
    for level in (WRITE, READ):
        told = Q(content_object=notebook, permission__codename=level, until=None)
        own = WorkerGrant.objects.filter(told, user__in=here).values("pk")
        teams = TeamGrant.objects.filter(told, group__workers__in=here).values("pk")
        keeps = {"permission": permission(KEEP)}
        raised = WorkerGrant.objects.filter(pk__in=own).update(**keeps)
        raised += TeamGrant.objects.filter(pk__in=teams).update(**keeps)
        if raised:
            return True
    return False


def orphaned_by(worker: Worker) -> NotebookQuerySet:
    """Return what nobody would keep if `worker` left; their own bric-à-brac is theirs alone."""
    kept = Notebook.objects.kept_by(worker).exclude(owner=worker)
    return kept.unkept(without=worker)


@transaction.atomic
def join_team(*, by: Worker, worker: Worker, team: Group) -> None:
    """Welcome `worker` in a team, which opens them all that is open to it, as `teams.may_welcome`
    and `teams.to_welcome` say. Raises NotAllowed; also for who has not come yet, whose code another
    may hold.
    """
    hold_keeping(by, worker)
    if not (may_welcome(by, team) and to_welcome(by).filter(pk=worker.pk).exists()):
        raise NotAllowed
    worker.groups.add(team)


@transaction.atomic
def leave_team(*, by: Worker, worker: Worker, team: Group) -> None:
    """Take `worker` out of a team. Raises NotAllowed unless `by` is in it or is `worker`: who keeps
    the machine empties no team; NoKeeperLeft when a notebook would have no keeper.
    """
    hold_keeping(by, worker)
    is_mine = team.workers.filter(pk=by.pk, is_active=True).exists()
    if not (is_mine or by == worker):
        raise NotAllowed
    kept = list(Notebook.objects.kept_by(worker).exclude(owner=worker).values_list("pk", flat=True))
    worker.groups.remove(team)
    if Notebook.objects.filter(pk__in=kept).unkept().exists():
        raise NoKeeperLeft


def opened_to(worker: Worker, *, since: datetime, most: int) -> list[WorkerGrant | TeamGrant]:
    """Return what others opened to `worker`, or to a team of theirs, since an instant, and that is
    open now: the latest first, each notebook once, for the most it lets do.
    """
    in_force = Q(until=None) | Q(until__gt=timezone.now())
    by_others = Q(given_by__isnull=False) & ~Q(given_by=worker)
    by_others &= ~Q(content_object__kind=Notebook.Kind.BRICABRAC)
    own = WorkerGrant.objects.filter(user=worker)
    teams = TeamGrant.objects.filter(group__workers=worker).select_related("group")
    found: list[WorkerGrant | TeamGrant] = []
    for given in (own, teams):
        lately = given.filter(in_force, by_others, given_at__gt=since).order_by("-given_at")
        found += lately.select_related("content_object", "given_by", "permission")[:most]
    kept: dict[int, WorkerGrant | TeamGrant] = {}
    for one in sorted(found, key=lambda one: READERS.index(one.permission.codename)):
        kept.setdefault(one.content_object_id, one)
    return sorted(kept.values(), key=lambda one: one.given_at, reverse=True)[:most]
