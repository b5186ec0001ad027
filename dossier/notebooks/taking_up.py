"""Taking up (*reprendre*) a writing in another notebook: it stays where it is, and is told."""

import uuid
from collections.abc import Collection

from django.db import transaction

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions, attachments, rules
from dossier.notebooks.models import Attachment, Notebook, Writing


class NotVerbatim(Exception):
    """A passage is word for word what the writing says."""


def passage_of(source: Writing, passage: str) -> str:
    """Return the passage as `source` says it, all of it for none. NotVerbatim for other words."""
    passage = rules.same_words(passage).strip()
    if passage not in source.text:
        raise NotVerbatim
    return passage or source.text


@transaction.atomic
def take_up(
    *,
    by: Worker,
    source: Writing,
    notebook: Notebook,
    passage: str = "",
    words: str = "",
    files: Collection[int] = (),
    tells_source: bool = True,
    key: uuid.UUID | None = None,
) -> Writing:
    """Sign in `notebook` a writing that takes up `source`: a passage word for word (all of it for
    none), the `files` chosen among those joined to it, and the worker's own `words`.

    Files are tied again, not copied. NotAllowed unless `by` reads the source and writes in
    `notebook`; NotVerbatim for a passage that is not one.
    """
    key = key or uuid.uuid4()
    if not Writing.objects.visible_to(by).filter(pk=source.pk).exists():
        raise actions.NotAllowed
    taken = actions.Taken(source, passage_of(source, passage), tells_source)
    for one in attachments.joined_to(source).filter(pk__in=files):
        Attachment.objects.get_or_create(
            author=by,
            key=key,
            blob=one.blob,
            defaults={"name": one.name, "description": one.description},
        )
    content = actions.Content(text=words)
    writing, _ = actions.write(by=by, notebook=notebook, content=content, key=key, takes=taken)
    record(by=by, notebook=source.notebook, act=Entry.Act.TAKEN_UP, writing=source)
    return writing
