"""Taking up (*reprendre*) writings in another: each stays where it is, and is told. A writing made
of several is an assembly of pieces (*assemblage*).
"""

import uuid
from collections.abc import Iterable, Sequence

from django.db import transaction

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions, pieces
from dossier.notebooks.models import Notebook, Writing


@transaction.atomic
def assemble(
    *,
    by: Worker,
    notebook: Notebook,
    takes: Sequence[pieces.Taken],
    text: str = "",
    key: uuid.UUID | None = None,
) -> Writing:
    """Sign in `notebook` a writing that begins with `text` and takes up pieces, in their order.

    Files are tied again, not copied. Raises what `actions.write` does, and NotAllowed unless `by`
    reads each source.
    """
    content = actions.Content(text=text)
    writing, _ = actions.write(by=by, notebook=notebook, content=content, takes=takes, key=key)
    _tell(takes, by=by)
    return writing


@transaction.atomic
def reassemble(
    *,
    by: Worker,
    writing: Writing,
    version: int,
    takes: Sequence[pieces.Taken],
    text: str = "",
    key: uuid.UUID | None = None,
) -> Writing:
    """Sign a new version of an assembly; raises what `actions.correct` does, and NotAllowed unless
    `by` reads each source or had taken it up while they did.
    """
    known = set(writing.pieces.filter(until=None).values_list("source_id", flat=True))
    content = actions.content_of(writing, text=text)
    saved, _ = actions.correct(
        by=by, writing=writing, version=version, content=content, takes=takes, key=key
    )
    _tell([take for take in takes if take.source.pk not in known], by=by)
    return saved


def _tell(takes: Iterable[pieces.Taken], *, by: Worker) -> None:
    """Leave a line where each source lives."""
    for source in {take.source.pk: take.source for take in takes}.values():
        record(by=by, notebook=source.notebook, act=Entry.Act.TAKEN_UP, writing=source)
