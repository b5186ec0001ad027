"""Acts on meetings: call one, set aside what to talk about, conclude, note what was answered.

What is concluded and what is answered are writings of the notebook (decision 0015).
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.meetings.councils import declare_council as declare_council
from dossier.meetings.councils import seat as seat
from dossier.meetings.models import Meeting, Point
from dossier.meetings.points import held_by, last
from dossier.notebooks import rules
from dossier.notebooks.actions import Content, must_write, write
from dossier.notebooks.models import NotAllowed, Notebook, Writing
from dossier.persons.models import Person

MEET = {Notebook.Kind.COLLECTIVE, Notebook.Kind.PROJECT, Notebook.Kind.CAUSE}
OF_MEETING = {
    *("title", "on", "at", "place", "came", "count", "president", "secretary"),
    *("agenda_sent_on", "signed_on", "adopted_on", "sent_on"),
}


class AlreadySaid(Exception):
    """Somebody concluded, or noted the answer, meanwhile: `writing` is what they signed."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing.pk)
        self.writing = writing


# What is told of a meeting that was held.
HELD = ("came", "count", "president", "secretary", "signed_on", "adopted_on", "sent_on")


@transaction.atomic
def call_meeting(
    *,
    by: Worker,
    notebook: Notebook,
    title: str = "",
    on: date | None = None,
    at: time | None = None,
    place: str = "",
) -> Meeting:
    """Call a meeting of a collective, a project or a cause; a title or a day is enough. It takes
    the points that wait in the notebook. Raises ValueError for another notebook, or for neither.
    """
    must_write(by, notebook)
    if notebook.kind not in MEET:
        raise ValueError("nobody meets in such a notebook")
    if not title.strip() and not on:
        raise ValueError("a meeting has a title or a day")
    meeting = Meeting.objects.create(notebook=notebook, title=title, on=on, at=at, place=place)
    notebook.points.filter(meeting=None).update(meeting=meeting)
    record(by=by, notebook=notebook, act=Entry.Act.DESCRIBED)
    return meeting


@transaction.atomic
def change_meeting(
    *, by: Worker, meeting: Meeting, persons: Iterable[Person] | None = None, **fields: Any
) -> None:
    """Say what a meeting is or was: the fields of it that are given, and who of the house came.

    Only persons whose notebook `by` reads are named: ValueError for others; those ticked by
    others, whom `by` does not read, stay.
    """
    must_write(by, meeting.notebook)
    if set(fields) - OF_MEETING:
        raise TypeError("a meeting has no such field")
    for name, value in fields.items():
        setattr(meeting, name, value)
    if not meeting.title.strip() and not meeting.on:
        raise ValueError("a meeting has a title or a day")
    meeting.save()
    if persons is not None:
        known = Person.objects.filter(dossier__notebook__in=Notebook.objects.visible_to(by))
        named = {one.pk for one in persons}
        if known.filter(pk__in=named).count() != len(named):
            raise ValueError("somebody whose notebook the worker may not read")
        hidden = meeting.persons.exclude(pk__in=known.values("pk"))
        meeting.persons.set([*named, *hidden.values_list("pk", flat=True)])
    record(by=by, notebook=meeting.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def cancel(*, by: Worker, meeting: Meeting) -> None:
    """Say that a meeting will not be held: its points go to the next one planned, or wait.

    NotAllowed once it was held: something is concluded there, or told of who came and its papers.
    """
    must_write(by, meeting.notebook)
    if any(getattr(meeting, name) not in {None, ""} for name in HELD) or meeting.persons.exists():
        raise NotAllowed
    if meeting.points.filter(conclusion__isnull=False).exists():
        raise NotAllowed
    others = meeting.notebook.meetings.exclude(pk=meeting.pk)
    meeting.points.update(meeting=others.to_come(timezone.localdate()).first())
    meeting.delete()
    record(by=by, notebook=meeting.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def set_aside(
    *,
    by: Worker,
    notebook: Notebook,
    writing: Writing | None = None,
    words: str = "",
    meeting: Meeting | None = None,
) -> Point:
    """Set aside something to talk about: words, a writing `by` may read, or both.

    It goes to `meeting`, to the next one planned, or waits in the notebook until there is one.
    Raises NotAllowed unless `by` writes there and reads the writing, ValueError for nothing.
    """
    must_write(by, notebook)
    if notebook.kind not in MEET or (meeting and meeting.notebook_id != notebook.pk):
        raise ValueError("nobody meets there")
    if not writing and not words.strip():
        raise ValueError("a point says what")
    if writing and not Writing.objects.visible_to(by).filter(pk=writing.pk).exists():
        raise NotAllowed
    now = timezone.now().replace(second=0, microsecond=0)
    goes = meeting or notebook.meetings.all().to_come(timezone.localdate()).first()
    point = Point(notebook=notebook, meeting=goes, words=words.strip(), writing=writing, by=by)
    point.at, point.place = now, last(notebook, goes)
    point.save()
    record(by=by, notebook=notebook, act=Entry.Act.DESCRIBED)
    if writing and writing.notebook_id != notebook.pk:
        record(by=by, notebook=writing.notebook, act=Entry.Act.TIED, writing=writing)
    return point


@transaction.atomic
def conclude(
    *,
    by: Worker,
    point: Point,
    text: str,
    words: str = "",
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Writing:
    """Say what was concluded of a point: a writing of the notebook, under the words of the point,
    on the day of the meeting, that whoever writes there may correct.

    `words` name a point that had none: what was set aside is never quoted. Raises AlreadySaid
    when it was concluded meanwhile, and what `write` raises.
    """
    held = held_by(by, point)
    if held.conclusion and not _is_sent_again(held.conclusion, by, key):
        raise AlreadySaid(held.conclusion)
    if words.strip() and not held.words:
        held.words = words.strip()
    day = held.meeting.on if held.meeting else None
    if day and day > timezone.localtime(at or timezone.now()).date():
        day = None  # concluded before: nothing is written in the future
    content = Content(text=rules.titled(held.words, text), occurred_on=day)
    if not text.strip():
        raise ValueError("an empty text is no conclusion")
    held.conclusion = write(
        by=by, notebook=held.notebook, content=content, key=key, at=at, is_common=True
    )[0]
    held.save(update_fields=["words", "conclusion"])
    return held.conclusion


@transaction.atomic
def note_answer(
    *,
    by: Worker,
    point: Point,
    text: str,
    on: date | None = None,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Writing:
    """Note what the direction answered to a conclusion, and when: a writing that answers it.

    Raises ValueError when nothing was concluded, AlreadySaid when an answer was noted meanwhile.
    """
    held = held_by(by, point)
    if not held.conclusion:
        raise ValueError("nothing was concluded yet")
    if held.answer and not _is_sent_again(held.answer, by, key):
        raise AlreadySaid(held.answer)
    held.answer = write(
        by=by,
        notebook=held.notebook,
        content=Content(text=text, occurred_on=on),
        key=key,
        answers=held.conclusion,
        at=at,
        is_common=True,
    )[0]
    held.save(update_fields=["answer"])
    return held.answer


def _is_sent_again(writing: Writing, by: Worker, key: uuid.UUID | None) -> bool:
    """Whether the form `key` of `by` is the one that signed `writing`."""
    return key is not None and (writing.author_id, writing.key) == (by.pk, key)
