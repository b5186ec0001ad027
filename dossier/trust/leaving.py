"""Leaving the house: everything is lost at once, and nothing is left without a keeper."""

from django.contrib.sessions.models import Session
from django.db import transaction

from dossier.accounts.models import Known, Proof, RecoveryCode, Rescue, Sitting
from dossier.accounts.people import came, is_settled, must_be_kept, must_be_led
from dossier.establishment.actions import farewell, hold_keeping
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import NoKeeperLeft, give
from dossier.notebooks.models import KEEP, NotAllowed, Notebook, TeamGrant, WorkerGrant
from dossier.notebooks.sharing import kept_on, orphaned_by


def successors(*, by: Worker, worker: Worker) -> list[Worker]:
    """Return who may keep, after `worker`, what they alone keep, by name.

    Who leaves chooses whom they want; the direction too, but for herself; so that access stays
    decided by those who accompany, an administrator chooses among those, settled here, who were in
    a team with them, or read already, without an end, all that is handed over.
    """
    here = came().exclude(pk=worker.pk)
    others = list(here.order_by("name", "pk"))
    if by == worker:
        return others
    near = set(here.filter(groups__in=worker.groups.all()).values_list("pk", flat=True))
    # A circle goes to its own readers: who is offered here says nothing of it.
    left = orphaned_by(worker).exclude(kind=Notebook.Kind.CIRCLE)
    left = set(left.values_list("pk", flat=True))

    def may(one: Worker) -> bool:
        if by.is_head and one != by:
            return True
        if not is_settled(one):
            return False
        return one.pk in near or not left - _for_good(one)

    return [one for one in others if may(one)]


def _for_good(worker: Worker) -> set[int]:
    """Return what a worker reads without an end."""
    own = WorkerGrant.objects.filter(user=worker, until=None)
    teams = TeamGrant.objects.filter(group__workers=worker, until=None)
    return {pk for told in (own, teams) for pk in told.values_list("content_object", flat=True)}


@transaction.atomic
def leave(*, by: Worker, worker: Worker, successor: Worker | None = None) -> None:
    """Let `worker` leave the house: they read nothing any more, wherever they are logged in.

    Of what they alone keep, `successor` keeps the rest of what nobody else may: a circle goes first
    to those who wrote in it, or read it. Their drafts, notes and own bric-à-brac stay theirs, read
    by nobody. Raises NotAllowed unless `by` is the worker, keeps the machine or is the direction,
    or for a successor not among `successors`; NoKeeperLeft, which names nothing, without one when
    one is needed; people.LastOne when nobody else keeps the machine; people.LastHead for who
    leaves the direction to nobody.
    """
    hold_keeping(by, worker)
    if not by.is_active or not (by == worker or by.is_administrator or by.is_head):
        raise NotAllowed
    if successor and successor not in successors(by=by, worker=worker):
        raise NotAllowed
    must_be_kept(worker)
    if by == worker:
        must_be_led(worker)
    left = list(orphaned_by(worker).order_by("pk"))
    forget_ways_in(worker)
    WorkerGrant.objects.filter(user=worker).exclude(content_object__owner=worker).delete()
    farewell(worker=worker)
    for notebook in left:
        if not (notebook.is_circle and kept_on(notebook)):
            if not successor:
                raise NoKeeperLeft
            give(by=by, notebook=notebook, to=successor, level=KEEP)
        record(by=by, notebook=notebook, act=Entry.Act.HANDED)


def forget_ways_in(worker: Worker) -> None:
    """End every session of a worker, and forget all that would let them in again."""
    for model in (Sitting, Proof, RecoveryCode, Known, Rescue):
        model.objects.filter(worker=worker).delete()
    invitations = getattr(worker, "invitation", None)
    if invitations:
        invitations.delete()
    for one in Session.objects.all():
        if one.get_decoded().get("_auth_user_id") == str(worker.pk):
            one.delete()
