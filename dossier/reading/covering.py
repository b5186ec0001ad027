"""Deciding what the person of a dossier may read of a writing, and what is read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.models import NotAllowed, Notebook, Writing, WritingQuerySet
from dossier.persons.models import Dossier
from dossier.reading import rules
from dossier.reading.desk import Desk, Passage
from dossier.reading.models import Covering
from dossier.reading.passages import concerning

PAGE = 20
LOOKED_AT = 200  # writings looked at for one page of those that wait


class Changed(Exception):
    """The writing is no more as it was when one looked at it."""


def decidable(*, by: Worker, dossier: Dossier) -> WritingQuerySet:
    """Return the writings of which `by` may decide what the person reads: they read both, and keep
    the dossier or the notebook where it is written.
    """
    kept = Notebook.objects.kept_by(by)
    found = concerning(by=by, dossier=dossier)
    if kept.filter(pk=dossier.notebook_id).exists():
        return found
    return found.filter(notebook__in=kept)


@transaction.atomic
def cover(
    *,
    by: Worker,
    dossier: Dossier,
    writing: Writing,
    version: int,
    spans: Iterable[Sequence] = (),
    files: Collection[int] = (),
    whole: str = "",
    words: str = "",
    at: datetime | None = None,
) -> Covering:
    """Decide what the person of `dossier` reads of a writing as its `version` said it.

    `spans` are (start, end, reason) of `Passage.text`, `files` numbers of attachments that are
    shown: those that are not its own are left out. `whole` sets all of it apart. What was taken up
    from where `by` does not read stays covered. What was decided before stays. Raises
    NotAllowed, Changed, and `rules.NotASpan` for a stretch or a reason that is none.
    """
    Writing.objects.select_for_update().filter(pk=writing.pk).first()
    now = decidable(by=by, dossier=dossier).filter(pk=writing.pk).first()
    if not now:
        raise NotAllowed
    if now.version != version:
        raise Changed
    (seen,) = Desk(by=by, dossier=dossier).read([now])
    if whole and whole not in rules.CHOSEN:
        raise rules.NotASpan(whole)
    own = {one.pk for one in seen.files}
    covering = Covering.objects.create(
        dossier=dossier,
        writing=now,
        version=version,
        spans=[list(one) for one in rules.spans([*spans, *seen.unread], seen.text)],
        files=sorted(own & set(files)),
        whole=whole,
        words=words,
        by=by,
        at=(at or timezone.now()).replace(second=0, microsecond=0),
    )
    told = now if now.notebook_id == dossier.notebook_id else None
    record(by=by, notebook=dossier.notebook, act=Entry.Act.COVERED, writing=told, at=at)
    return covering


def as_proposed(
    *, by: Worker, dossier: Dossier, seen: Mapping[int, str], at: datetime | None = None
) -> set[int]:
    """Decide as it is proposed of writings that are wholly shown, or wholly covered
    (`Passage.at_once`); return the numbers of those that could not be: gone, decided, or no more as
    they were seen. `seen` is, by number of writing, the `Passage.print` of what one looked at. Each
    is decided by itself.
    """
    found = decidable(by=by, dossier=dossier).filter(pk__in=seen).order_by("position")
    refused = set(seen)
    for one in Desk(by=by, dossier=dossier).read(list(found)):
        if one.at_once and one.print == seen[one.writing.pk]:
            try:
                cover(
                    by=by,
                    dossier=dossier,
                    writing=one.writing,
                    version=one.writing.version,
                    spans=[(s.start, s.end, s.reason) for s in one.prepared() if s.reason],
                    whole=one.proposed,
                    at=at,
                )
            except (Changed, NotAllowed):
                continue
            refused.discard(one.writing.pk)
    return refused


def pages(
    *,
    by: Worker,
    dossier: Dossier,
    after: int | None = None,
    is_newest: bool = True,
    size: int = PAGE,
    said: Collection[int] = (),
) -> tuple[list[Passage], int | None]:
    """Return a page of what is read beside the person, and the position after which the next one
    begins (None at the end). Newest first, or oldest; as many queries whatever there is. `said` are
    the writings that the person said in this very sitting (`Passage.is_heard`).
    """
    found = _after(concerning(by=by, dossier=dossier), after, is_newest=is_newest)
    rows = list(found[: size + 1])
    read = Desk(by=by, dossier=dossier, said=said).read(rows[:size])
    return [one for one in read if one.is_told], _next(rows, size)


def waiting(
    *,
    by: Worker,
    dossier: Dossier,
    after: int | None = None,
    size: int = PAGE,
    is_all: bool = False,
) -> tuple[list[Passage], int | None]:
    """Return those that wait for `by` to look at them, oldest first, and where to go on looking
    (None at the end): LOOKED_AT writings are read at most. With `is_all`, all those that concern
    the person, decided and clear ones too.
    """
    found = _after(decidable(by=by, dossier=dossier), after, is_newest=False)
    rows = list(found[: LOOKED_AT + 1])
    read = Desk(by=by, dossier=dossier).read(rows[:LOOKED_AT])
    waits = [one for one in read if one.is_waiting or (is_all and one.is_concerned)]
    if len(waits) > size:
        return waits[:size], waits[size - 1].writing.position
    return waits, _next(rows, LOOKED_AT)


def _after(found: WritingQuerySet, after: int | None, *, is_newest: bool) -> WritingQuerySet:
    if after is not None:
        bound = {"position__lt": after} if is_newest else {"position__gt": after}
        found = found.filter(**bound)
    return found.order_by("-position" if is_newest else "position")


def _next(rows: Sequence[Writing], size: int) -> int | None:
    return rows[size - 1].position if len(rows) > size else None
