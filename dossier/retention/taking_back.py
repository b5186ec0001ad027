"""Taking back what was brought from elsewhere by mistake, as long as nobody has added to it."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet

from dossier.files.models import Blob
from dossier.notebooks.models import Attachment, Draft, Mention, Notebook, Writing
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.retention import slips, tied
from dossier.retention.destruction import (
    blobs_of,
    closure,
    files_of,
    labels_left,
    labels_of,
    take,
    unlink,
)
from dossier.retention.fates import TIES

# What a writing makes by itself when it is signed, and what tells that it arrived.
ITS_OWN = {
    "tagging", "mention", "daysaid", "attachment", "entry", "historicalwriting",
    "historicalattachment", "arrived",
}  # fmt: skip
# What a dossier has from the day it is opened.
FIRST = ITS_OWN | {
    "dossier", "person", "notebook", "workergrant", "teamgrant", "writing", "stay", "relation",
}  # fmt: skip


def touched(writings: set[int]) -> set[int]:
    """Return those of `writings` that were corrected, filed, answered, taken up, or to which
    anything else is tied.
    """
    found: set[int] = set()
    ways = [name.rsplit(".", 1) for name in TIES]
    held = [(apps.get_model(label), field) for label, field in ways]
    for some in tied.chunks(writings):
        rows = Writing.objects.filter(pk__in=some).exclude(version=1)
        found |= set(rows.values_list("pk", flat=True))
        for model, field in held:
            target = model._meta.get_field(field).related_model
            if target is Writing and model._meta.model_name not in ITS_OWN:
                rows = model._base_manager.filter(**{f"{field}__in": some})
                found |= set(rows.values_list(field, flat=True))
    return found


def is_bare(dossier: Dossier, made: QuerySet[Any]) -> bool:
    """Tell whether a dossier holds nothing but what an arrival made of it, untouched."""
    rows = closure(
        {Dossier: {dossier.pk}, Person: {dossier.person_id}, Notebook: {dossier.notebook_id}}
    )
    if slips.notebooks_of(dossier) != [dossier.notebook_id]:
        return False
    if {model._meta.model_name for model, pks in rows.items() if pks} - FIRST:
        return False
    for model, field in ((Writing, "writing"), (Stay, "stay"), (Relation, "relation")):
        ours = set(made.exclude(**{field: None}).values_list(field, flat=True))
        if rows.get(model, set()) - ours:
            return False
    writings = rows.get(Writing, set())
    told_elsewhere = Mention.objects.filter(notebook=dossier.notebook_id).exclude(
        writing__in=made.exclude(writing=None).values("writing")
    )
    is_drafted = Draft.objects.filter(notebook=dossier.notebook_id).exists()
    return not (told_elsewhere.exists() or is_drafted or touched(writings))


@transaction.atomic
def take_back(dossiers: Iterable[Dossier], writings: set[int]) -> set[int]:
    """Take dossiers and writings away, with all that goes with them; return the numbers of all the
    writings that went. The journal says that lines were taken off.
    """
    held = list(dossiers)
    rows = closure(
        {
            Dossier: {one.pk for one in held},
            Person: {one.person_id for one in held},
            Notebook: {one.notebook_id for one in held},
            Writing: set(writings),
        }
    )
    gone = rows.get(Writing, set())
    blobs = blobs_of(rows.get(Attachment, set()))
    rows[Blob] = {one.pk for one in blobs}
    labels = labels_of(gone)
    take(rows)
    labels_left(labels)
    paths = files_of(blobs)
    transaction.on_commit(lambda: unlink(paths))
    return gone
