"""Acts on the bric-à-brac, where things wait that may be of use one day: keep them, file them."""

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Team, Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import attachments
from dossier.notebooks.actions import NotAllowed, give
from dossier.notebooks.models import KEEP, Mention, Move, Notebook, Tagging, Writing


class NotAFragment(Exception):
    """Only what waits in a bric-à-brac is filed, and an answer follows what it answers."""


@transaction.atomic
def bricabrac(*, by: Worker, team: Team | None = None) -> Notebook:
    """Return the bric-à-brac of `team`, or the worker's own, opened if it is not yet.

    NotAllowed for a team they do not belong to.
    """
    if team and not by.groups.filter(pk=team.pk).exists():
        raise NotAllowed
    whose = {"team": team} if team else {"owner": by}
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
    now = timezone.now().replace(second=0, microsecond=0)
    for one in _thread(writing):
        one.notebook = notebook
        Writing.objects.filter(pk=one.pk).update(notebook=notebook)
        Tagging.objects.filter(writing=one).update(notebook=notebook)
        Mention.objects.filter(writing=one, notebook=notebook).delete()
        attachments.reindex([one.pk])
        Move.objects.create(writing=one, from_notebook=former, by=by, moved_at=now)
    record(by=by, notebook=former, act=Entry.Act.FILED, writing=writing)
    record(by=by, notebook=notebook, act=Entry.Act.FILED, writing=writing)


def _thread(writing: Writing) -> list[Writing]:
    """Return a writing and all the answers that hang on it."""
    found, waiting = [], [writing]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += Writing.objects.filter(answers=one).select_related("heading")
    return found
