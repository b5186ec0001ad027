"""Gestures on points of an agenda: give words, move, put off, withdraw."""

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.meetings.models import Meeting, Point
from dossier.notebooks.actions import must_write
from dossier.notebooks.models import NotAllowed, Notebook, Writing


def last(notebook: Notebook, meeting: Meeting | None) -> int:
    """Return the place after all the points of a meeting, or of those that wait."""
    last = notebook.points.filter(meeting=meeting).order_by("-place").first()
    return last.place + 1 if last else 1


def held_by(by: Worker, point: Point) -> Point:
    """Return a point, held until the end of the act; NotAllowed unless `by` may act on it."""
    must_write(by, point.notebook)
    held = Point.objects.select_for_update(of=("self",)).get(pk=point.pk)
    if not Point.objects.visible_to(by).filter(pk=point.pk).exists():
        raise NotAllowed
    return held


@transaction.atomic
def word(*, by: Worker, point: Point, words: str) -> None:
    """Give a point its own words, or change them. It keeps some, unless `by` reads the writing
    set aside: whether there is one is not told to others.
    """
    held = held_by(by, point)
    reads = Writing.objects.visible_to(by).filter(pk=held.writing_id).exists()
    if not words.strip() and not reads:
        raise ValueError("a point says what")
    held.words = words.strip()
    held.save(update_fields=["words"])
    record(by=by, notebook=held.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def move(*, by: Worker, point: Point, is_up: bool) -> None:
    """Move a point before, or after, its neighbour among those that `by` may know of."""
    held = held_by(by, point)
    beside = held.notebook.points.filter(meeting=held.meeting_id)
    order = [one.pk for one in beside]
    seen = list(Point.objects.visible_to(by).filter(pk__in=order).values_list("pk", flat=True))
    at = seen.index(held.pk) + (-1 if is_up else 1)
    if not 0 <= at < len(seen):
        return
    order.remove(held.pk)
    order.insert(order.index(seen[at]) + (0 if is_up else 1), held.pk)
    rows = {one.pk: one for one in beside}
    for place, pk in enumerate(order, 1):
        rows[pk].place = place
    Point.objects.bulk_update(rows.values(), ["place"])
    record(by=by, notebook=held.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def put_off(*, by: Worker, point: Point) -> Meeting | None:
    """Put a point off to the meeting planned after its own, or let it wait for one; return it."""
    held = held_by(by, point)
    if held.conclusion_id or not held.meeting_id:
        raise ValueError("only what was not concluded is put off")
    later = held.notebook.meetings.all().to_come(timezone.localdate()).exclude(pk=held.meeting_id)
    if held.meeting.on:
        later = later.exclude(on__lte=held.meeting.on)
    goes = later.first()
    held.place, held.meeting = last(held.notebook, goes), goes
    held.save(update_fields=["place", "meeting"])
    record(by=by, notebook=held.notebook, act=Entry.Act.DESCRIBED)
    return goes


@transaction.atomic
def withdraw(*, by: Worker, point: Point) -> None:
    """Withdraw a point that nothing was concluded of: only who put it there may."""
    held = held_by(by, point)
    if held.by_id != by.pk or held.conclusion_id:
        raise NotAllowed
    record(by=by, notebook=held.notebook, act=Entry.Act.DESCRIBED)
    held.delete()


@transaction.atomic
def loosen(*, by: Worker, point: Point) -> None:
    """Take what was concluded, and answered, off a point where it has no place: the writings stay
    in the notebook, and the point is free again.
    """
    held = held_by(by, point)
    if not held.conclusion_id:
        raise ValueError("nothing was concluded of it")
    held.conclusion = held.answer = None
    held.save(update_fields=["conclusion", "answer"])
    record(by=by, notebook=held.notebook, act=Entry.Act.DESCRIBED)
