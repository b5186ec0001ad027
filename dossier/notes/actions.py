"""Acts on personal notes: their author's alone. They leave no line in any journal."""

import uuid
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.notebooks import french, rules
from dossier.notebooks.models import Draft
from dossier.notes.models import Note
from dossier.rights.actions import longest_note

PAGES = "/notes/"  # where notes are written: what was begun there is no more than a note


class NotTheirs(Exception):
    """The note is another's, or gone."""


class TooFar(ValueError):
    """A note is kept until a day from today on, and no longer than the house keeps notes."""


def last_day(today: date) -> date:
    """Return the last day until which a note changed `today` may be kept."""
    return today + longest_note()


@transaction.atomic
def keep(
    *,
    by: Worker,
    text: str,
    until: date | None = None,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Note:
    """Keep a note until a day (the last one allowed when None); the same form makes one note.

    Raises ValueError for a text without a letter, TooFar for a day that is past or too far.
    """
    note = Note.objects.filter(author=by, key=key).first() if key else None
    return _save(note or Note(author=by, key=key or uuid.uuid4()), text, until, at)


@transaction.atomic
def change(
    *, by: Worker, note: Note, text: str, until: date | None = None, at: datetime | None = None
) -> Note:
    """Change a note: what it said before goes. Raises NotTheirs, and what `keep` does."""
    return _save(_held(by, note), text, until, at)


@transaction.atomic
def drop(*, by: Worker, note: Note) -> None:
    """Throw a note away, and what was begun of it. Raises NotTheirs."""
    held = _held(by, note)
    _drop_begun(held)
    held.delete()


@transaction.atomic
def empty(today: date) -> int:
    """Delete the notes that were kept until a day before `today` with what was begun of them, and
    what was begun on their pages and left longer than a note is kept; return how many notes went.
    """
    before = timezone.now() - longest_note()
    Draft.objects.filter(path__startswith=PAGES, kept_at__lt=before).delete()
    past = Note.objects.filter(until__lt=today)
    for one in past:
        _drop_begun(one)
    return past.delete()[0]


def wipe() -> None:
    """Leave on the disk no byte of what was deleted, outside of any transaction.

    SQLite writes zeros over what goes (secure_delete); what it had written ahead is emptied here.
    PostgreSQL gives the room back to the rows to come.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM dossier_note, dossier_draft")


def found(worker: Worker, words: str) -> list[Note]:
    """Return the notes of `worker` that hold all of `words`, accents and case aside."""
    asked = french.fold_all(words).split()
    notes = Note.objects.of(worker)
    return [one for one in notes if all(word in french.fold_all(one.text) for word in asked)]


def naming(worker: Worker, names: list[str]) -> list[Note]:
    """Return the notes of `worker` that name somebody: one of `names`, as a whole word."""
    asked = [f" {name} " for name in (french.fold_all(one) for one in names) if name]
    return [
        one
        for one in Note.objects.of(worker)
        if any(name in f" {french.fold_all(one.text)} " for name in asked)
    ]


def _drop_begun(note: Note) -> None:
    """Delete what was begun of a note: on its pages, in the form that made it, or carried from it
    to a notebook and not signed.
    """
    begun = Q(path__contains=f"{note.key}") | Q(key=note.key) | Q(fields__came=f"?note={note.key}")
    Draft.objects.filter(begun, author=note.author_id).delete()


def _held(by: Worker, note: Note) -> Note:
    held = Note.objects.of(by).select_for_update().filter(pk=note.pk).first()
    if not held:
        raise NotTheirs
    return held


def _save(note: Note, text: str, until: date | None, at: datetime | None) -> Note:
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    today = timezone.localtime(now).date()
    if not text.strip() or len(text) > rules.MAX_TEXT or "\x00" in text:
        raise ValueError("a note the house cannot keep")
    if until and not today <= until <= last_day(today):
        raise TooFar
    note.text, note.until, note.changed_at = text, until or last_day(today), now
    note.save()
    return note
