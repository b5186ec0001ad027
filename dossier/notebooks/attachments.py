"""Acts on what is joined to writings: photos, sounds, drawings, documents."""

import uuid
from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.files import actions as files
from dossier.files import kinds
from dossier.files.models import Blob
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import search
from dossier.notebooks.models import Attachment, Notebook, Writing

MAX_JOINED = 40
MAX_DESCRIPTION = 2_000


class TooMany(Exception):
    """A form holds MAX_JOINED files already."""


class NotTheirs(Exception):
    """The worker may not do this to this file."""


def join(*, by: Worker, key: uuid.UUID, name: str, pieces: Iterable[bytes]) -> Attachment:
    """Join a file, given as pieces of bytes, to the form `key` of `by`; sent twice, joined once.

    Its name is cleaned, its type told from its content. Raises `files.EmptyFile` and TooMany.
    """
    if Attachment.objects.filter(author=by, key=key).count() >= MAX_JOINED:
        raise TooMany
    blob = files.keep(pieces)
    told = kinds.by_mime(blob.kind, blob.mime)
    return Attachment.objects.get_or_create(
        author=by, key=key, blob=blob, defaults={"name": kinds.clean_name(name, told)}
    )[0]


def take_off(*, by: Worker, attachment: Attachment) -> None:
    """Take off a file from a form not yet signed. Raises NotTheirs for any other."""
    if attachment.writing_id or attachment.author_id != by.pk:
        raise NotTheirs
    attachment.delete()
    sweep()


@transaction.atomic
def describe(*, by: Worker, attachment: Attachment, description: str) -> None:
    """Say what a file shows or lets hear, for who does not see or hear it.

    Whoever may write in the notebook may; what was said before stays in the history. Raises
    NotTheirs, and ValueError for a description too long.
    """
    description = description.strip()
    if len(description) > MAX_DESCRIPTION or "\x00" in description:
        raise ValueError("a description the house cannot keep")
    writing = attachment.writing
    if not writing and attachment.author_id != by.pk:
        raise NotTheirs
    if writing and not Notebook.objects.writable_by(by).filter(pk=writing.notebook_id).exists():
        raise NotTheirs
    if attachment.description == description:
        return
    attachment.description = description
    attachment._history_user = by
    attachment._history_date = timezone.now().replace(second=0, microsecond=0)
    attachment.save()
    if writing:
        reindex(writing)
        record(by=by, notebook=writing.notebook, act=Entry.Act.DESCRIBED_FILE, writing=writing)


def tie(writing: Writing, *, by: Worker, key: uuid.UUID | None, off: Collection[int] = ()) -> None:
    """Tie to a signed writing what its form held, and take off `off`, from its version on.

    Called by the acts that sign, inside their transaction.
    """
    writing.attachments.filter(until=None, pk__in=off).update(until=writing.version)
    Attachment.objects.pending(by, key).update(writing=writing, since=writing.version)


def words(writing: Writing) -> list[str]:
    """Return the words under which what is joined to a writing is found."""
    joined = writing.attachments.filter(until=None).order_by("pk")
    return [
        word
        for row in joined.values_list("name", "description", "blob__text")
        for word in row
        if word
    ]


def reindex(writing: Writing) -> None:
    """Put a writing in the search index as it is now."""
    tags = writing.taggings.order_by("pk").values_list("tag__name", flat=True)
    search.forget(writing.position)
    search.index([search.entry(writing, tags=tags, joined=words(writing))])


def sweep() -> None:
    """Throw away the files that nothing holds any more."""
    files.sweep(Blob.objects.filter(attachments=None))
