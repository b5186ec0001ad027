"""Sharing by those who accompany: open, close, hand over; nothing is left without a keeper."""

from django.contrib.auth.models import Group
from django.db import transaction

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import NoKeeperLeft, give, grant, must_be_kept, must_keep
from dossier.notebooks.models import (
    KEEP,
    NotAllowed,
    Notebook,
    NotebookQuerySet,
    TeamGrant,
    WorkerGrant,
)


@transaction.atomic
def withdraw(*, by: Worker, notebook: Notebook, who: Worker | Group) -> None:
    """Take from a worker or a team what was opened to them; at once.

    Raises NotAllowed unless `by` keeps the notebook, NoKeeperLeft.
    """
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
    grant(by=by, notebook=notebook, to=to, level=KEEP, reason=reason)
    if to != by:
        WorkerGrant.objects.filter(content_object=notebook, user=by).delete()
    record(by=by, notebook=notebook, act=Entry.Act.HANDED)


def orphaned_by(worker: Worker) -> NotebookQuerySet:
    """Return what nobody would keep if `worker` left; their own bric-à-brac is theirs alone."""
    kept = Notebook.objects.kept_by(worker).exclude(owner=worker)
    return kept.unkept(without=worker)


@transaction.atomic
def hand_over_all(*, by: Worker, to: Worker, reason: str = "") -> None:
    """Let `to` keep all that `by` alone keeps, before they leave. Raises NotAllowed for who
    accompanies nobody, or for `by` themselves.
    """
    if to == by or not to.accompanies:
        raise NotAllowed
    for notebook in orphaned_by(by):
        give(by=by, notebook=notebook, to=to, level=KEEP, reason=reason)
        record(by=by, notebook=notebook, act=Entry.Act.HANDED)


@transaction.atomic
def join_team(*, by: Worker, worker: Worker, team: Group) -> None:
    """Welcome `worker` in a team, which opens them all that is open to it: who is in it decides,
    or, of a team where nobody is, who accompanies. Raises NotAllowed.
    """
    members = team.workers.filter(is_active=True, is_administrator=False)
    is_mine = members.filter(pk=by.pk).exists() or (by.accompanies and not members.exists())
    if not (is_mine and worker.accompanies):
        raise NotAllowed
    worker.groups.add(team)


@transaction.atomic
def leave_team(*, by: Worker, worker: Worker, team: Group) -> None:
    """Take `worker` out of a team. Raises NotAllowed unless `by` is in it, keeps the machine or is
    `worker`; NoKeeperLeft when a notebook would have no keeper.
    """
    is_mine = team.workers.filter(pk=by.pk, is_active=True).exists()
    if not (is_mine or by == worker or (by.is_active and by.is_administrator)):
        raise NotAllowed
    kept = list(Notebook.objects.kept_by(worker).exclude(owner=worker).values_list("pk", flat=True))
    worker.groups.remove(team)
    if Notebook.objects.filter(pk__in=kept).unkept().exists():
        raise NoKeeperLeft
