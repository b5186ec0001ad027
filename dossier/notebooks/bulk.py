"""Signing many writings at once, for what comes from elsewhere: same tables, same traces."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.chain import seal_after
from dossier.journal.models import Entry
from dossier.notebooks import actions, days, mentions, rules, search
from dossier.notebooks.models import DaySaid, Heading, Mention, Notebook, Tag, Tagging, Writing

BATCH = 2000


@dataclass(frozen=True)
class Signed:
    """A writing to come in: where, by whom, what, and when it was signed."""

    notebook_id: int
    author: Worker
    content: actions.Content
    signed_at: datetime


class Labels:
    """Headings and tags by name, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[type, str], Any] = {}

    def get(self, model: type, name: str) -> Any:
        """Return the label of `model` called `name`, made if it is new; None for no name."""
        if (model, name) not in self._known:
            self._known[model, name] = actions.label(model, name)
        return self._known[model, name]


class Names:
    """The notebooks that each author may mention, looked up once an author."""

    def __init__(self) -> None:
        self._seen: dict[int, list[tuple[int, str]]] = {}

    def mentioned(self, signed: Signed) -> set[int]:
        """Return the notebooks that a text mentions."""
        author = signed.author
        if "@" not in signed.content.text:
            return set()
        if author.pk not in self._seen:
            seen = Notebook.objects.mentionable(author)
            self._seen[author.pk] = list(seen.values_list("pk", "title"))
        others = [one for one in self._seen[author.pk] if one[0] != signed.notebook_id]
        return mentions.find(signed.content.text, others).ids


def write_many(
    items: Iterable[Signed], *, advance: Callable[[int], object] = lambda count: None
) -> int:
    """Sign all `items` in order, in transactions of 2,000; return how many.

    The caller vouches for the right to write: nothing is checked. `advance` is told how many
    came in after each batch.
    """
    items, labels, names = iter(items), Labels(), Names()
    stamp, total = time.time_ns() // 1_000_000, 0
    while batch := list(islice(items, BATCH)):
        with transaction.atomic():
            _write_batch(batch, labels, names, stamp + total)
        total += len(batch)
        advance(len(batch))
    return total


def _write_batch(batch: list[Signed], labels: Labels, names: Names, stamp: int) -> None:
    zone = timezone.get_default_timezone()
    writings = []
    for number, signed in enumerate(batch):
        content = signed.content
        occurred = rules.occurred_at(
            signed_at=signed.signed_at,
            on=content.occurred_on,
            at=content.occurred_time,
            zone=zone,
        )
        writing = Writing(
            notebook_id=signed.notebook_id,
            author=signed.author,
            text=content.text,
            heading=labels.get(Heading, content.heading) if content.heading else None,
            tag_words=", ".join(sorted({labels.get(Tag, name).name for name in content.tags})),
            voice=content.voice,
            speaker=content.speaker,
            moment=content.moment,
            occurred_on=content.occurred_on,
            occurred_time=content.occurred_time,
            signed_at=signed.signed_at,
            position=rules.position(occurred_at=occurred, signed_ms=stamp + number),
        )
        writings.append(writing)
    Writing.objects.bulk_create(writings)
    _trace([writing.pk for writing in writings])
    _tie(list(zip(batch, writings, strict=True)), labels, names)


def _trace(pks: list[int]) -> None:
    """Give new writings their first version and their line in the journal, in the database itself.

    Through django-simple-history's own bulk creation this took as long as all the rest.
    """
    history = Writing.history.model._meta
    shared = [
        field.column for field in history.concrete_fields if not field.name.startswith("history_")
    ]
    columns, marks = ", ".join(shared), ", ".join(["%s"] * len(pks))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {history.db_table} ({columns}, history_date, history_type,"  # noqa: S608
            " history_user_id, history_relation_id)"
            f" SELECT {columns}, signed_at, '+', author_id, id"
            f" FROM dossier_writing WHERE id IN ({marks}) ORDER BY id",
            pks,
        )
        cursor.execute(
            "INSERT INTO dossier_entry (at, worker_id, notebook_id, act, writing_id)"  # noqa: S608
            " SELECT signed_at, author_id, notebook_id, %s, id"
            f" FROM dossier_writing WHERE id IN ({marks}) ORDER BY id RETURNING id",
            [Entry.Act.WROTE, *pks],
        )
        seal_after([row[0] for row in cursor.fetchall()])


def _tie(pairs: list[tuple[Signed, Writing]], labels: Labels, names: Names) -> None:
    taggings, mentioned, said, entries = [], [], [], []
    for signed, writing in pairs:
        place = {"writing": writing, "position": writing.position}
        tags = [labels.get(Tag, name) for name in signed.content.tags]
        taggings += [Tagging(tag=tag, notebook_id=writing.notebook_id, **place) for tag in tags]
        mentioned += [Mention(notebook_id=pk, **place) for pk in names.mentioned(signed)]
        said += days.rows(writing)
        entries.append(search.entry(writing, tags=[tag.name for tag in tags]))
    Tagging.objects.bulk_create(taggings)
    Mention.objects.bulk_create(mentioned)
    DaySaid.objects.bulk_create(said)
    search.index(entries)
