"""Acts of writing: each one transaction that ends with its line in the journal."""

import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from django.db.models import Case, When
from django.utils import timezone

from dossier.accounts.invitations import is_awaited
from dossier.establishment.actions import hold_keeping
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import attachments, circles, days, french, mentions, pieces, rules, search
from dossier.notebooks.models import (
    KEEP,
    WRITE,
    Attachment,
    DaySaid,
    Draft,
    Heading,
    Label,
    Mention,
    Nameless,
    NotAllowed,
    Notebook,
    Piece,
    Sent,
    Tag,
    Tagging,
    TeamGrant,
    WorkerGrant,
    Writing,
)

MAX_TRIES = 20


class AlreadyWritten(Exception):
    """This form was already saved, with another text; `writing` is what was saved."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing.pk)
        self.writing = writing


class Outdated(Exception):
    """Somebody saved a newer version since the text was opened for correction."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing.pk)
        self.writing = writing


@dataclass(frozen=True)
class Content:
    """What a worker gives of a writing. One letter is enough, or none when a file is joined."""

    text: str
    heading: str = ""
    tags: tuple[str, ...] = ()
    voice: str = Writing.Voice.WORKER
    speaker: str = ""
    moment: str = ""
    occurred_on: date | None = None
    occurred_time: clock_time | None = None

    def __post_init__(self) -> None:
        if len(self.text) > rules.MAX_TEXT or "\x00" in self.text:
            raise ValueError("a text the house cannot keep")


def content_of(writing: Writing, *, text: str) -> Content:
    """Return what was given of a writing, with another text."""
    return Content(
        text=text,
        heading=writing.heading.name if writing.heading else "",
        tags=tuple(writing.taggings.order_by("pk").values_list("tag__name", flat=True)),
        voice=writing.voice,
        speaker=writing.speaker,
        moment=writing.moment,
        occurred_on=writing.occurred_on,
        occurred_time=writing.occurred_time,
    )


def open_notebook(*, by: Worker, kind: str, title: str, teams: Iterable[Group] = ()) -> Notebook:
    """Open a notebook kept by `by`, in which `teams` write. For the acts of other domains.

    Raises NotAllowed for who accompanies nobody.
    """
    hold_keeping(by)
    if not by.accompanies:
        raise NotAllowed
    notebook = Notebook.objects.create(kind=kind, title=title)
    give(by=by, notebook=notebook, to=by, level=KEEP)
    for team in teams:
        give(by=by, notebook=notebook, to=team, level=WRITE)
    record(by=by, notebook=notebook, act=Entry.Act.CREATED)
    return notebook


def must_write(by: Worker, notebook: Notebook) -> None:
    """Raise NotAllowed unless `by` writes in `notebook`."""
    if not Notebook.objects.writable_by(by).filter(pk=notebook.pk).exists():
        raise NotAllowed


def rename(notebook: Notebook, title: str) -> None:
    """Give a notebook, and the circles around it, the name of what it is about. For the acts of
    other domains.
    """
    circles.follow(notebook, title)
    notebook.title = title
    notebook.save(update_fields=["title"])


class NoKeeperLeft(Exception):
    """Nobody would keep the notebook any more; somebody else is to keep it first."""


def must_keep(by: Worker, notebook: Notebook) -> None:
    """Raise NotAllowed unless `by` keeps `notebook`."""
    if not Notebook.objects.kept_by(by).filter(pk=notebook.pk).exists():
        raise NotAllowed


def must_be_kept(notebook: Notebook) -> None:
    """Raise NoKeeperLeft unless somebody of the house keeps `notebook`."""
    if Notebook.objects.filter(pk=notebook.pk).unkept().exists():
        raise NoKeeperLeft


def permission(codename: str) -> Permission:
    """Return the permission a grant names; Permission.DoesNotExist for an unknown one."""
    return Permission.objects.get(
        content_type__app_label="dossier", content_type__model="notebook", codename=codename
    )


def give(
    *, by: Worker, notebook: Notebook, to: Worker | Group, level: str, **more: Any
) -> WorkerGrant | TeamGrant:
    """Give a worker or a team their grant, in place of what they had.

    The right to give it is the caller's to check; `more` are the fields of a Grant.
    """
    model, who = (
        (WorkerGrant, {"user": to}) if isinstance(to, Worker) else (TeamGrant, {"group": to})
    )
    model.objects.filter(content_object=notebook, **who).delete()
    return model.objects.create(
        content_object=notebook, permission=permission(level), given_by=by, **who, **more
    )


@transaction.atomic
def grant(
    *,
    by: Worker,
    notebook: Notebook,
    to: Worker | Group,
    level: str,
    reason: str = "",
    until: datetime | None = None,
) -> WorkerGrant | TeamGrant:
    """Open `notebook` to a worker or a team at `level` (KEEP, WRITE or READ), until when, and why.

    Replaces what they had. Raises NotAllowed unless `by` keeps the notebook, and for who keeps the
    machine, left, or has not come yet; ValueError for a keeper until a day; NoKeeperLeft.
    """
    hold_keeping(by, to)
    must_keep(by, notebook)
    if isinstance(to, Worker) and (not to.accompanies or is_awaited(to)):
        raise NotAllowed
    if level == KEEP and until:
        raise ValueError("who keeps a notebook keeps it until they hand it over")
    given = give(by=by, notebook=notebook, to=to, level=level, reason=reason, until=until)
    must_be_kept(notebook)
    record(by=by, notebook=notebook, act=Entry.Act.GRANTED)
    return given


def folded(name: str) -> str:
    """Return what unites the spellings of a label; signs alone are kept as they are."""
    return (french.fold_all(name) or " ".join(name.split()).casefold())[:80]


def label(model: type[Label], name: str, *, by: Worker | None = None) -> Any:
    """Return the heading or tag called `name`, made if it is new; None for no name.

    The spelling already in use where `by` may read wins ("École" for "ecole"): that of other
    teams is neither taken nor told. Without `by`, each spelling is its own.
    """
    name = " ".join(name.split())[:80]
    if not name:
        return None
    flat = folded(name)
    known = model.objects.used_where(by).filter(folded=flat) if by else model.objects.none()
    exact = Case(When(name=name, then=0), default=1)
    found = known.order_by(exact, "pk").first()
    return found or model.objects.get_or_create(name=name, defaults={"folded": flat})[0]


def _tags(names: Iterable[str], by: Worker) -> list[Tag]:
    """Return the tags of a writing, in order, each once whatever its spellings."""
    one_each = {folded(name): name for name in reversed(list(names)) if name.strip()}
    return [label(Tag, name, by=by) for name in reversed(one_each.values())]


def _tie(writing: Writing, tags: Iterable[Tag], by: Worker) -> mentions.Found:
    """Tie tags, mentions and the days it announces to a saved writing, and put it in the search
    index.
    """
    place = {"writing": writing, "position": writing.position}
    writing.taggings.all().delete()
    Tagging.objects.bulk_create(
        [Tagging(tag=tag, notebook_id=writing.notebook_id, **place) for tag in tags]
    )
    found = _mention(writing, by)
    if writing.version > 1:
        writing.days_said.all().delete()
    DaySaid.objects.bulk_create(days.rows(writing))
    names = [tag.name for tag in tags]
    taken = pieces.words(writing.pieces.all())
    joined = [*taken, *attachments.words(attachments.joined_to(writing))]
    search.index([search.entry(writing, tags=names, joined=joined)])
    return found


def _mention(writing: Writing, by: Worker) -> mentions.Found:
    """Tie a writing to the notebooks its text names; those tied by hand stay.

    Of a text with several hands, a name that another tied and that still stands in it goes on
    naming the same notebook, though `by` reads another of that name, or none.
    """
    former = writing.mentions.filter(by=None)
    kept: dict[int, str] = {}
    if writing.is_common and writing.version > 1:
        told = former.values_list("notebook_id", "notebook__title")
        kept = {pk: name for pk, name in told if mentions.find(writing.text, [(pk, name)]).ids}
    former.exclude(notebook__in=kept).delete()
    writing.mentions.update(position=writing.position)
    if "@" not in writing.text:
        return mentions.Found()
    names = set(map(french.fold_all, kept.values()))
    seen = Notebook.objects.mentionable(by).exclude(pk=writing.notebook_id)
    named = seen.values_list("pk", "title")
    found = mentions.find(
        writing.text, [(pk, name) for pk, name in named if french.fold_all(name) not in names]
    )
    tied = set(writing.mentions.values_list("notebook_id", flat=True))
    Mention.objects.bulk_create(
        Mention(writing=writing, notebook_id=pk, position=writing.position)
        for pk in sorted(found.ids - tied)
    )
    return found


def _place(writing: Writing) -> int:
    zone = timezone.get_default_timezone()
    occurred = rules.occurred_at(
        signed_at=writing.signed_at, on=writing.occurred_on, at=writing.occurred_time, zone=zone
    )
    place = rules.position(occurred_at=occurred, signed_ms=time.time_ns() // 1_000_000)
    while Writing.objects.filter(position=place).exclude(pk=writing.pk).exists():
        place += 1
    return place


def _fill(writing: Writing, content: Content, *, by: Worker) -> list[Tag]:
    """Put what was given in a writing; return its tags, to be tied once it is saved."""
    writing.text = content.text
    writing.heading = label(Heading, content.heading, by=by)
    tags = _tags(content.tags, by)
    writing.tag_words = ", ".join(sorted(tag.name for tag in tags))
    writing.voice = content.voice
    writing.speaker = "" if writing.is_from_worker else content.speaker
    writing.moment = content.moment
    writing.occurred_on = content.occurred_on
    writing.occurred_time = content.occurred_time
    return tags


def _save(writing: Writing, *, by: Worker, at: datetime) -> None:
    writing._history_user = by
    writing._history_date = at
    writing.save()


@transaction.atomic
def write(
    *,
    by: Worker,
    notebook: Notebook,
    content: Content,
    key: uuid.UUID | None = None,
    answers: Writing | None = None,
    takes: Sequence[pieces.Taken] = (),
    at: datetime | None = None,
    is_common: bool = False,
) -> tuple[Writing, set[str]]:
    """Sign a writing; return it with the names after @ that two notebooks bear.

    `at` is when it was signed, for writings that come from elsewhere; else now. One that
    `is_common` is corrected by whoever writes there.

    `key` names the form: sent twice, it makes one writing, and raises AlreadyWritten when
    the text differs. What was joined to the form is joined to the writing, and the pieces it
    takes up of others follow it; without any, ValueError for a text without a letter. Raises
    NotAllowed unless `by` writes in `notebook`, and unless `answers`, if any, lives in it; what
    `pieces.rows` raises. The draft of the same key goes.
    """
    key = key or uuid.uuid4()
    empty = not content.text.strip() and not takes
    if empty and not Attachment.objects.filter(author=by, key=key).exists():
        raise ValueError("an empty text is no writing")
    must_write(by, notebook)
    if answers and not Writing.objects.filter(pk=answers.pk, notebook=notebook).exists():
        raise NotAllowed  # or it was filed elsewhere meanwhile
    kept = pieces.rows(takes, by=by)
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    writing = Writing(
        notebook=notebook,
        author=by,
        key=key,
        answers=answers,
        signed_at=now,
        is_common=is_common,
    )
    tags = _fill(writing, content, by=by)
    if Writing.objects.filter(author=by, key=key).exists() or not _sign(writing, by=by, at=now):
        return _same_or_refuse(writing, kept), set()
    attachments.tie(writing, by=by, key=key)
    pieces.tie(writing, kept, by=by)
    found = _tie(writing, tags, by)
    Draft.objects.filter(author=by, key=key).delete()
    record(by=by, notebook=notebook, act=Entry.Act.WROTE, writing=writing, at=now)
    return writing, found.doubtful


def leave_word(*, by: Worker, notebook: Notebook, text: str, at: datetime | None = None) -> Writing:
    """Sign a writing where `by` need not write: what stands in place of something that is no more.
    For the acts of other domains.
    """
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    writing = Writing(notebook=notebook, author=by, text=text, signed_at=now)
    _sign(writing, by=by, at=now)
    search.index([search.entry(writing, tags=())])
    record(by=by, notebook=notebook, act=Entry.Act.WROTE, writing=writing, at=now)
    return writing


def _sign(writing: Writing, *, by: Worker, at: datetime) -> bool:
    """Save a new writing at a free place; False when its form was signed meanwhile."""
    for _ in range(MAX_TRIES):
        writing.position = _place(writing)
        try:
            with transaction.atomic():
                _save(writing, by=by, at=at)
        except IntegrityError:
            if Writing.objects.filter(author=by, key=writing.key).exists():
                return False
            if not Writing.objects.filter(position=writing.position).exists():
                raise
        else:
            if writing.notebook.is_circle:
                circles.tie(writing)
            return True
    raise RuntimeError(f"no free place after {MAX_TRIES} tries")


def _same_or_refuse(again: Writing, kept: list[pieces.Row]) -> Writing:
    """Return what the form of `again` signed, if one of its versions says the same, all of it."""
    by, key = again.author, again.key
    saved = Writing.objects.select_related("notebook", "author").get(author=by, key=key)
    more = Attachment.objects.pending(by, key).exists()
    elsewhere = (saved.notebook_id, saved.answers_id) != (again.notebook_id, again.answers_id)
    same = saved.history.filter(**_state(again)).values_list("version", flat=True)
    if more or elsewhere or not any(pieces.at_version(saved, one) == kept for one in same):
        raise AlreadyWritten(saved)
    Draft.objects.filter(author=by, key=key).delete()
    return saved


@transaction.atomic
def correct(
    *,
    by: Worker,
    writing: Writing,
    version: int,
    content: Content,
    takes: Sequence[pieces.Taken] | None = None,
    off: Iterable[int] = (),
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> tuple[Writing, set[str]]:
    """Sign a new version of a writing; the former ones stay readable.

    What was joined to the form is joined, and the attachments `off` are taken off: former
    versions keep them. `takes` are the pieces it takes up from now on, None for the same ones.
    Its author may, or anybody if it has several hands, while they may write in its notebook:
    NotAllowed otherwise. Raises what `sign_anew` does.
    """
    if not Writing.objects.correctable_by(by).filter(pk=writing.pk).exists():
        raise NotAllowed
    return sign_anew(
        by=by,
        writing=writing,
        version=version,
        content=content,
        takes=takes,
        off=off,
        key=key,
        at=at,
    )


@transaction.atomic
def sign_anew(
    *,
    by: Worker,
    writing: Writing,
    version: int | None,
    content: Content,
    takes: Sequence[pieces.Taken] | None = None,
    off: Iterable[int] = (),
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> tuple[Writing, set[str]]:
    """Correct a writing; the right to do it is the caller's to check. For other domains' acts.

    `version` is the present one for None. Raises Outdated when it is no more the present one,
    unless nothing would change, ValueError when no letter, no file and nothing taken up would be
    left, and what `pieces.rows` raises.
    """
    present = Writing.objects.select_for_update().get(pk=writing.pk)
    unchanged = _state(present)
    former = present.position
    files = set(attachments.own(present).values_list("pk", flat=True))
    off = files & set(off)
    joined = Attachment.objects.pending(by, key).exists()
    taken, changed, kept = pieces.present(present), False, []
    if takes is not None:
        kept = pieces.rows(takes, by=by, former=taken, itself=present.pk)
        changed = kept != pieces.flat(pieces.groups_of(taken))
    bare = not files - off and not joined and not (taken if takes is None else kept)
    if not content.text.strip() and bare:
        raise ValueError("an empty text is no writing")
    tags = _fill(present, content, by=by)
    if _state(present) == unchanged and not changed and not off and not joined:
        Draft.objects.filter(author=by, key=key).delete()
        return present, set()
    if version not in {None, present.version}:
        raise Outdated(Writing.objects.get(pk=writing.pk))
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    present.version += 1
    present.corrected_at = now
    present.position = _place(present)
    _save(present, by=by, at=now)
    attachments.tie(present, by=by, key=key, off=off)
    if changed:
        pieces.tie(present, kept, by=by)
    search.forget(former)
    found = _tie(present, tags, by)
    if Nameless.objects.filter(writing=present).exists():  # what it said is found there no more
        taken_up = Piece.objects.filter(source=present, until=None)
        attachments.reindex(set(taken_up.values_list("writing", flat=True)))
    if key:
        Sent.objects.update_or_create(author=by, key=key, defaults={"sent_at": timezone.now()})
    Draft.objects.filter(author=by, key=key).delete()
    record(by=by, notebook=present.notebook, act=Entry.Act.CORRECTED, writing=present, at=now)
    return present, found.doubtful


STATE = (
    "text",
    "heading_id",
    "tag_words",
    "voice",
    "speaker",
    "moment",
    "occurred_on",
    "occurred_time",
)


def _state(writing: Writing) -> dict[str, Any]:
    """Return what makes two versions of a writing the same."""
    return {name: getattr(writing, name) for name in STATE}
