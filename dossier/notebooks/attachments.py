"""Acts on what is joined to writings: photos, sounds, drawings, documents."""

import uuid
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.files import actions as files
from dossier.files import kinds
from dossier.files.models import Blob
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import search
from dossier.notebooks.models import Attachment, Notebook, Tagging, Writing
from dossier.notebooks.pieces import words as words_taken_up

MAX_JOINED = 40
MAX_DESCRIPTION = 2_000
REINDEXED_AT_ONCE = 500


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
        reindex([writing.pk])
        record(by=by, notebook=writing.notebook, act=Entry.Act.DESCRIBED_FILE, writing=writing)


def tie(writing: Writing, *, by: Worker, key: uuid.UUID | None, off: Collection[int] = ()) -> None:
    """Tie to a signed writing what its form held, and take off `off`, from its version on.

    Called by the acts that sign, inside their transaction.
    """
    writing.attachments.filter(until=None, pk__in=off).update(until=writing.version)
    Attachment.objects.pending(by, key).update(writing=writing, since=writing.version)


def words(joined: Iterable[Attachment]) -> list[str]:
    """Return the words under which what is joined to a writing is found."""
    return [word for one in joined for word in (one.name, one.description, one.blob.text) if word]


def joined_to(writing: Writing) -> QuerySet[Attachment]:
    """Return what is joined to the present version of a writing, and to what it takes up."""
    return writing.attachments.present()


def own(writing: Writing) -> QuerySet[Attachment]:
    """Return what is joined to the present version of a writing itself."""
    return joined_to(writing).filter(piece=None)


def reindex(pks: Iterable[int]) -> None:
    """Put writings in the search index as they are now."""
    present = Attachment.objects.present()
    around = (
        Prefetch("taggings", Tagging.objects.select_related("tag").order_by("pk")),
        Prefetch("attachments", present),
        "pieces",
    )
    for some in batched(pks, REINDEXED_AT_ONCE):
        found = Writing.objects.filter(pk__in=some).select_related("heading")
        writings = list(found.prefetch_related(*around))
        for one in writings:
            search.forget(one.position)
        search.index(
            search.entry(
                one,
                tags=[tagging.tag.name for tagging in one.taggings.all()],
                joined=words_taken_up(one.pieces.all()) + words(one.attachments.all()),
            )
            for one in writings
        )


def batched(items: Iterable[int], size: int) -> Iterator[list[int]]:
    """Yield `items` in lists of at most `size` (itertools.batched is of Python 3.12)."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def sweep() -> None:
    """Throw away the files that nothing holds any more."""
    files.sweep(Blob.objects.unheld())
