"""Tying (*rattacher*) a writing to another notebook by hand: shown there to who may read both."""

from django.db import transaction
from django.db.models import Q

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import mentions
from dossier.notebooks.models import Mention, NotAllowed, Notebook, NotebookQuerySet, Writing


def tieable(*, by: Worker, writing: Writing) -> NotebookQuerySet:
    """Return the notebooks to which `by` may tie `writing`: those they read, with a name, and one
    of the two they write in. None for a writing they may not read.
    """
    read = Notebook.objects.mentionable(by).exclude(pk=writing.notebook_id)
    if writing.notebook.is_circle:  # what it is around, it is tied to for good
        read = read.exclude(circles__notebook=writing.notebook_id)
    if not Writing.objects.visible_to(by).filter(pk=writing.pk).exists():
        return read.none()
    writable = Notebook.objects.writable_by(by)
    if writable.filter(pk=writing.notebook_id).exists():
        return read
    return read.filter(pk__in=writable.values("pk"))


def tied(*, by: Worker, writing: Writing) -> list[Mention]:
    """Return what `writing` is tied to, by its text or by hand, as far as `by` may read."""
    seen = writing.mentions.filter(notebook__in=Notebook.objects.visible_to(by))
    return list(seen.select_related("notebook", "by").order_by("pk"))


@transaction.atomic
def tie(*, by: Worker, writing: Writing, notebook: Notebook) -> Mention:
    """Tie `writing` to `notebook`; the tie outlives corrections. Done twice, it is done once.

    Raises NotAllowed unless `by` reads both and writes in one of them, and for a notebook without
    a name of its own, or the one where the writing lives.
    """
    writing = Writing.objects.select_for_update().get(pk=writing.pk)
    if not tieable(by=by, writing=writing).filter(pk=notebook.pk).exists():
        raise NotAllowed
    place = {"position": writing.position}
    found, is_new = Mention.objects.get_or_create(
        writing=writing, notebook=notebook, defaults=place | {"by": by}
    )
    if not is_new and found.by_id:
        return found
    found.by = by
    found.save(update_fields=["by"])
    record(by=by, notebook=writing.notebook, act=Entry.Act.TIED, writing=writing)
    return found


@transaction.atomic
def untie(*, by: Worker, writing: Writing, notebook: Notebook) -> bool:
    """Undo a tie made by hand; return whether the writing is still tied, because its text says so.

    Raises NotAllowed to who could not tie.
    """
    writing = Writing.objects.select_for_update().get(pk=writing.pk)
    if not tieable(by=by, writing=writing).filter(pk=notebook.pk).exists():
        raise NotAllowed
    told = bool(mentions.find(writing.text, [(notebook.pk, notebook.title)]).ids)
    found = Mention.objects.filter(~Q(by=None), writing=writing, notebook=notebook)
    is_changed = found.update(by=None) if told else found.delete()[0]
    if is_changed:
        record(by=by, notebook=writing.notebook, act=Entry.Act.DESCRIBED, writing=writing)
    return told
