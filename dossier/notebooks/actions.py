"""Acts of writing: each one transaction that ends with its line in the journal."""

import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import attachments, french, mentions, rules, search
from dossier.notebooks.models import (
    KEEP,
    WRITE,
    Attachment,
    Draft,
    Heading,
    Label,
    Mention,
    Notebook,
    Tag,
    Tagging,
    TeamGrant,
    WorkerGrant,
    Writing,
)

MAX_TRIES = 20
SILENT = {
    "notebook",
    "answers",
    "corrects",
    "version",
    "voice",
    "teams",
}  # alone, they say nothing yet


class NotAllowed(Exception):
    """The worker may not do this in this notebook."""


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


def open_notebook(*, by: Worker, kind: str, title: str, teams: Iterable[Group] = ()) -> Notebook:
    """Open a notebook kept by `by`, in which `teams` write. For the acts of other domains."""
    notebook = Notebook.objects.create(kind=kind, title=title)
    give(by=by, notebook=notebook, to=by, level=KEEP)
    for team in teams:
        give(by=by, notebook=notebook, to=team, level=WRITE)
    record(by=by, notebook=notebook, act=Entry.Act.CREATED)
    return notebook


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

    Replaces what they had. Raises NotAllowed unless `by` keeps the notebook.
    """
    if not Notebook.objects.kept_by(by).filter(pk=notebook.pk).exists():
        raise NotAllowed
    given = give(by=by, notebook=notebook, to=to, level=level, reason=reason, until=until)
    record(by=by, notebook=notebook, act=Entry.Act.GRANTED)
    return given


def _folded(name: str) -> str:
    """Return what unites the spellings of a label; signs alone are kept as they are."""
    return (french.fold_all(name) or " ".join(name.split()).casefold())[:80]


def label(model: type[Label], name: str) -> Any:
    """Return the heading or tag called `name`, made if it is new; None for no name."""
    name, folded = " ".join(name.split())[:80], _folded(name)
    if not name:
        return None
    return model.objects.get_or_create(folded=folded, defaults={"name": name})[0]


def _tie(writing: Writing, tags: Iterable[str], by: Worker) -> mentions.Found:
    """Tie tags and mentions to a saved writing and put it in the search index."""
    labels = {one.pk: one for name in tags if (one := label(Tag, name))}
    place = {"writing": writing, "position": writing.position}
    writing.taggings.all().delete()
    writing.mentions.all().delete()
    Tagging.objects.bulk_create(
        [Tagging(tag=tag, notebook_id=writing.notebook_id, **place) for tag in labels.values()]
    )
    found = mentions.Found()
    if "@" in writing.text:
        seen = Notebook.objects.mentionable(by).exclude(pk=writing.notebook_id)
        found = mentions.find(writing.text, seen.values_list("pk", "title"))
        Mention.objects.bulk_create([Mention(notebook_id=pk, **place) for pk in sorted(found.ids)])
    names = [tag.name for tag in labels.values()]
    search.index([search.entry(writing, tags=names, joined=attachments.words(writing))])
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


def _fill(writing: Writing, content: Content) -> None:
    writing.text = content.text
    writing.heading = label(Heading, content.heading)
    tags = {one.name for name in content.tags if (one := label(Tag, name))}
    writing.tag_words = ", ".join(sorted(tags))
    writing.voice = content.voice
    writing.speaker = "" if writing.is_from_worker else content.speaker
    writing.moment = content.moment
    writing.occurred_on = content.occurred_on
    writing.occurred_time = content.occurred_time


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
    at: datetime | None = None,
) -> tuple[Writing, set[str]]:
    """Sign a writing; return it with the names after @ that two notebooks bear.

    `at` is when it was signed, for writings that come from elsewhere; else now.

    `key` names the form: sent twice, it makes one writing, and raises AlreadyWritten when
    the text differs. What was joined to the form is joined to the writing; without any,
    ValueError for a text without a letter. Raises NotAllowed unless `by` writes in `notebook`,
    and unless `answers`, if any, lives in it. The draft of the same key goes.
    """
    key = key or uuid.uuid4()
    if not content.text.strip() and not Attachment.objects.filter(author=by, key=key).exists():
        raise ValueError("an empty text is no writing")
    if not Notebook.objects.writable_by(by).filter(pk=notebook.pk).exists():
        raise NotAllowed
    if answers and answers.notebook_id != notebook.pk:
        raise NotAllowed
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    writing = Writing(notebook=notebook, author=by, key=key, answers=answers, signed_at=now)
    _fill(writing, content)
    if Writing.objects.filter(author=by, key=key).exists() or not _sign(writing, by=by, at=now):
        return _same_or_refuse(by=by, key=key, notebook=notebook, text=content.text), set()
    attachments.tie(writing, by=by, key=key)
    found = _tie(writing, content.tags, by)
    Draft.objects.filter(author=by, key=key).delete()
    record(by=by, notebook=notebook, act=Entry.Act.WROTE, writing=writing, at=now)
    return writing, found.doubtful


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
            return True
    raise RuntimeError(f"no free place after {MAX_TRIES} tries")


def _same_or_refuse(*, by: Worker, key: uuid.UUID, notebook: Notebook, text: str) -> Writing:
    saved = Writing.objects.select_related("notebook", "author").get(author=by, key=key)
    more = Attachment.objects.pending(by, key).exists()
    if more or saved.text != text or saved.notebook_id != notebook.pk:
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
    off: Iterable[int] = (),
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> tuple[Writing, set[str]]:
    """Sign a new version of a writing; the former ones stay readable.

    What was joined to the form is joined, and the attachments `off` are taken off: former
    versions keep them. Only its author may, while they may write in its notebook: NotAllowed
    otherwise. Raises Outdated when `version` is no more the present one, unless nothing would
    change, and ValueError when no letter and no file would be left.
    """
    present = Writing.objects.select_for_update().get(pk=writing.pk)
    may = Notebook.objects.writable_by(by).filter(pk=present.notebook_id).exists()
    if present.author_id != by.pk or not may:
        raise NotAllowed
    unchanged = _state(present)
    former = present.position
    files = set(present.attachments.filter(until=None).values_list("pk", flat=True))
    off = files & set(off)
    joined = Attachment.objects.pending(by, key).exists()
    if not content.text.strip() and not files - off and not joined:
        raise ValueError("an empty text is no writing")
    _fill(present, content)
    if _state(present) == unchanged and not off and not joined:
        Draft.objects.filter(author=by, key=key).delete()
        return present, set()
    if present.version != version:
        raise Outdated(Writing.objects.get(pk=writing.pk))
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    present.version += 1
    present.corrected_at = now
    present.position = _place(present)
    _save(present, by=by, at=now)
    attachments.tie(present, by=by, key=key, off=off)
    search.forget(former)
    found = _tie(present, content.tags, by)
    Draft.objects.filter(author=by, key=key).delete()
    record(by=by, notebook=present.notebook, act=Entry.Act.CORRECTED, writing=present, at=now)
    return present, found.doubtful


def _state(writing: Writing) -> tuple[Any, ...]:
    return (
        writing.text,
        writing.heading_id,
        writing.tag_words,
        writing.voice,
        writing.speaker,
        writing.moment,
        writing.occurred_on,
        writing.occurred_time,
    )


@transaction.atomic
def keep_draft(
    *,
    by: Worker,
    key: uuid.UUID,
    path: str,
    fields: dict[str, str | list[str]],
    notebook: Notebook | None = None,
) -> Draft | None:
    """Keep what `by` is typing on the page `path`, exactly; an emptied form drops the draft.

    A form to which something is joined is not empty.

    A form already signed keeps no draft: a late autosave must not bring its text back, nor the
    beginning of it.
    """
    says = any(str(value).strip() for name, value in fields.items() if name not in SILENT)
    if not says and not Attachment.objects.pending(by, key).exists():
        Draft.objects.filter(author=by, key=key).delete()
        return None
    if _is_signed(by=by, key=key, fields=fields):
        return None
    draft, _ = Draft.objects.update_or_create(
        author=by,
        key=key,
        defaults={
            "fields": {name: _without_nul(value) for name, value in fields.items()},
            "path": path,
            "notebook": notebook,
            "kept_at": timezone.now().replace(second=0, microsecond=0),
        },
    )
    return draft


def _is_signed(*, by: Worker, key: uuid.UUID, fields: dict[str, Any]) -> bool:
    """Whether a form's text is (the beginning of) what it signed, as a writing or a correction."""
    text, corrects = rules.same_words(str(fields.get("text", ""))), fields.get("corrects", "")
    own = Writing.objects.filter(author=by)
    signed = own.filter(key=key).first()
    if not signed and str(corrects).isdecimal() and len(corrects) < 19:
        signed = own.filter(pk=corrects).first()
    return bool(signed and text and signed.text.startswith(text))


def _without_nul(value: str | list[str]) -> str | list[str]:
    """Return `value` as PostgreSQL can keep it."""
    if isinstance(value, list):
        return [one.replace("\x00", "�") for one in value]
    return value.replace("\x00", "�")


def drop_draft(*, by: Worker, key: uuid.UUID) -> None:
    """Throw away a draft of `by`, and what was joined to it."""
    Draft.objects.filter(author=by, key=key).delete()
    if Attachment.objects.pending(by, key).delete()[0]:
        attachments.sweep()
