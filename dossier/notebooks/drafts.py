"""Acts on what is typed and not saved yet, and on forms sent twice; a draft is its author's."""

import uuid
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import starmap, zip_longest
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.notebooks import attachments, pieces, rules
from dossier.notebooks.models import Attachment, Draft, Notebook, Outline, Sent, Writing

Fields = dict[str, str | list[str]]
REMEMBERED = timedelta(days=30)
MAX_UNPROVEN = 50
# Alone, they say nothing yet.
SILENT = {
    *(
        "notebook",
        "answers",
        "corrects",
        "version",
        "voice",
        "teams",
        "seen",
        "outline",
        "also",
        "came",
    ),
    *("source", "at", "tells", "left", "unsaid"),  # of the pieces of an assembly,
    *("passage", "kept", "added"),  # of which the passages are others' words
}
ADDED = "added"  # how many times pieces were chosen for an assembly
# The columns of its pieces. One chosen is something begun, though its source is no word.
COLUMNS = SOURCE, VERSION, PASSAGE, AFTER, TELLS, KEPT = (
    *("source", "at", "passage", "after", "tells", "kept"),
)


class TooManyDrafts(Exception):
    """What comes without a session may add MAX_UNPROVEN drafts to a worker's, no more."""


@transaction.atomic
def keep_draft(
    *,
    by: Worker,
    key: uuid.UUID,
    path: str,
    fields: Fields,
    notebook: Any = None,
    is_autosave: bool = False,
) -> Draft | None:
    """Keep what `by` is typing on the page `path`, exactly; an emptied form drops the draft.

    A form to which something is joined is not empty. A form already signed with the same words
    keeps no draft, and an autosave that comes late must not bring back the beginning of them.
    """
    fields = {name: _clean(value) for name, value in fields.items()}
    if SOURCE in fields:
        fields = _with_added(fields, Draft.objects.filter(author=by, key=key).first())
    says = any(
        _told(value).strip()
        for name, value in fields.items()
        if name not in SILENT or name == SOURCE
    )
    if not says and not Attachment.objects.pending(by, key).exists():
        Draft.objects.filter(author=by, key=key).delete()
        return None
    if _is_signed(by=by, key=key, fields=fields, is_autosave=is_autosave):
        return None
    draft, _ = Draft.objects.update_or_create(
        author=by,
        key=key,
        defaults={
            "fields": fields,
            "path": path,
            "notebook": notebook,
            "kept_at": timezone.now().replace(second=0, microsecond=0),
        },
    )
    return draft


def _with_added(fields: Fields, draft: Draft | None) -> Fields:
    """Return the fields of an assembly with the pieces that were chosen since its page was shown:
    a page left open in another window must not put them back.
    """
    kept = draft.fields if draft else {}
    if added(kept) <= added(fields):
        return fields
    here = {name: listed(fields.get(name)) for name in COLUMNS}
    there = {name: listed(kept.get(name)) for name in COLUMNS}
    own = [source for source in here[SOURCE] if source]
    left, fresh = Counter(own), []  # the same source may stand in several pieces
    for place, source in enumerate(there[SOURCE]):
        if left[source]:
            left[source] -= 1
        elif source:
            fresh.append(place)

    def column(name: str) -> list[str]:
        mine = (here[name] + [""] * len(own))[: len(own)]
        theirs = there[name] + [""] * len(there[SOURCE])
        return [*mine, *(theirs[place] for place in fresh)]

    told = {name: column(name) for name in COLUMNS}
    return fields | told | {SOURCE: [*told[SOURCE], ""], ADDED: str(kept[ADDED])}


def listed(value: Any) -> list[str]:
    """Return what a form sent under one name, as a list: of one where it is not one."""
    return [str(one) for one in value] if isinstance(value, list) else [str(value or "")]


def added(fields: Fields) -> int:
    """Return how many times pieces were chosen for the assembly that `fields` are of."""
    told = str(fields.get(ADDED) or "")
    return int(told) if told.isdecimal() and len(told) < 9 else 0


def unproven_key(*, by: Worker, key: uuid.UUID, fields: Fields) -> uuid.UUID:
    """Return the key under which to keep a form that came without a session.

    Whoever sent it may add to what `by` has, and neither see, replace nor delete it: a draft of
    the same form stays as it is, unless each of its fields is the beginning of what came.
    Raises TooManyDrafts.
    """
    kept = Draft.objects.filter(author=by, key=key).first()
    if kept and not _begins(kept.fields, fields):
        key, kept = uuid.uuid4(), None
    if not kept and Draft.objects.filter(author=by).count() >= MAX_UNPROVEN:
        raise TooManyDrafts
    return key


def _begins(former: Fields, fields: Fields) -> bool:
    """Whether each field of `former` is the beginning of the same field now."""

    names = [name for name in former if name not in SILENT or name in fields]
    return all(_told(fields.get(name, "")).startswith(_told(former[name])) for name in names)


def _told(value: str | list[str]) -> str:
    return rules.same_words("\n".join(value) if isinstance(value, list) else str(value))


def waiting(*, by: Worker, notebook: Notebook, path: str) -> list[Draft]:
    """Return the drafts of `by` for `notebook` begun on the page `path`, the latest first.

    Each page asks it and there is hardly ever one: asked by hand, built only when there is.
    """
    sql = "SELECT id FROM dossier_draft WHERE author_id = %s AND notebook_id = %s AND path = %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [by.pk, notebook.pk, path])
        pks = [row[0] for row in cursor.fetchall()]
    return list(Draft.objects.of(by).filter(pk__in=pks)) if pks else []


# What a form calls its fields, and what the writing it signed calls them.
OF_WRITING = {
    "text": "text",
    "tags": "tag_words",
    "voice": "voice",
    "speaker": "speaker",
    "moment": "moment",
    "occurred_on": "occurred_on",
    "occurred_time": "occurred_time",
}


def _is_signed(*, by: Worker, key: uuid.UUID, fields: Fields, is_autosave: bool) -> bool:
    """Whether a form holds what it signed, or, for an autosave, the beginning of it."""
    if "text" not in fields:
        return False
    signed = Writing.objects.filter(author=by, key=key).select_related("heading").first()
    if not signed and Sent.objects.filter(author=by, key=key).exists():
        signed = _corrected(by, fields)
    if not signed or Attachment.objects.pending(by, key).exists():
        return False
    if SOURCE in fields:
        return _is_assembled(signed, fields, is_autosave=is_autosave)
    saved = {name: str(getattr(signed, its) or "") for name, its in OF_WRITING.items()}
    saved["heading"] = signed.heading.name if signed.heading else ""
    saved["occurred_time"] = saved["occurred_time"][:5]
    typed = {name: rules.same_words(str(fields[name])) for name in saved if name in fields}
    begun = str(fields.get("outline", ""))
    if begun.isdecimal() and (outline := Outline.objects.of(by).filter(pk=begun[:18]).first()):
        typed["text"] = rules.without_untouched(typed["text"], outline.text)
    if is_autosave:
        return all(saved[name].startswith(value) for name, value in typed.items())
    return all(saved[name] == value for name, value in typed.items())


def _is_assembled(signed: Writing, fields: Fields, *, is_autosave: bool) -> bool:
    """Whether the form of an assembly holds what it signed, or for an autosave the beginning."""
    typed = rules.titled(_told(fields.get("title", "")), _told(fields.get("text", "")))
    groups = pieces.groups_of(pieces.present(signed))
    saved = [
        (str(group[0].source_id), group[0].passage, group[-1].words, group[0].tells_source)
        for group in groups
    ]
    columns = [listed(fields.get(name)) for name in (SOURCE, PASSAGE, AFTER, TELLS)]
    told = [tuple(map(rules.same_words, one)) for one in zip_longest(*columns, fillvalue="")]
    told = [one for one in told if one[0]]
    if is_autosave and len(told) <= len(saved):
        pairs = list(zip(told, saved, strict=False))
        begins = all(its[2].startswith(one[2]) for one, its in pairs)
        return begins and signed.text.startswith(typed) and all(starmap(_same_piece, pairs))
    pairs = list(zip_longest(told, saved))
    if typed != signed.text or not all(one and its for one, its in pairs):
        return False
    return all(one[2] == its[2] and _same_piece(one, its) for one, its in pairs)


def _same_piece(typed: tuple[str, str, str, str], saved: tuple[str, str, str, bool]) -> bool:
    """Whether a slip takes of its source what was signed."""
    source, passage, _, tells = typed
    same = passage.strip() in {"", saved[1].strip()}
    return source == saved[0] and same and (not tells) == saved[3]


def _corrected(by: Worker, fields: Fields) -> Writing | None:
    asked = str(fields.get("corrects", ""))
    if not asked.isdecimal() or len(asked) > 18:
        return None
    mine = Q(author=by) | Q(is_common=True)  # the key of its form says that they corrected it
    return Writing.objects.filter(mine, pk=asked).select_related("heading").first()


def _clean(value: str | list[str]) -> str | list[str]:
    """Return `value` as both databases can keep it; line ends stay as typed."""
    if isinstance(value, list):
        return [rules.keepable(one) for one in value]
    return rules.keepable(value)


def drop_draft(*, by: Worker, key: uuid.UUID) -> None:
    """Throw away a draft of `by`, and what was joined to it."""
    Draft.objects.filter(author=by, key=key).delete()
    if Attachment.objects.pending(by, key).delete()[0]:
        attachments.sweep()


@transaction.atomic
def once(*, by: Worker, key: uuid.UUID, digest: str, act: Callable[[], str]) -> str:
    """Do `act`, unless the form `key` of `by` was already sent with the same `digest`; return
    the address where it led. The draft of the form goes.

    Sent again with other words (`digest` is a print of them), it is another act.
    """
    now = timezone.now()
    Sent.objects.filter(author=by, sent_at__lt=now - REMEMBERED).delete()
    sent = Sent.objects.select_for_update().filter(author=by, key=key).first()
    if not sent:
        try:
            with transaction.atomic():
                sent = Sent.objects.create(author=by, key=key, sent_at=now)
        except IntegrityError:  # the same form, at the same moment
            sent = Sent.objects.select_for_update().get(author=by, key=key)
    if sent.digest != digest:
        sent.place, sent.digest, sent.sent_at = act(), digest, now
        sent.save()
    Draft.objects.filter(author=by, key=key).delete()
    return sent.place
