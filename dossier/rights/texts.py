"""Acts on the texts of the house: open one, publish an edition, put one aside. Editions stay."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.notebooks.models import Attachment
from dossier.rights import rules
from dossier.rights.actions import MayNotSpeak
from dossier.rights.models import Edition, HouseText


class ManyFiles(Exception):
    """An edition keeps one file at most."""


def _must_speak(by: Worker) -> None:
    if not by.speaks_for_house:
        raise MayNotSpeak


@transaction.atomic
def open_text(*, by: Worker, sort: str, title: str) -> HouseText:
    """Open a text of the house; a title is enough. Raises MayNotSpeak; ValueError for a sort there
    is not, or no title.
    """
    _must_speak(by)
    if sort not in HouseText.Sort or not title.strip():
        raise ValueError("a text has a sort and a title")
    return HouseText.objects.create(sort=sort, title=" ".join(title.split()))


@transaction.atomic
def publish(
    *,
    by: Worker,
    house_text: HouseText,
    text: str = "",
    easy: str = "",
    key: uuid.UUID | None = None,
    changed: str = "",
    in_force_on: date | None = None,
    opinion: str = "",
    opinion_on: date | None = None,
    at: datetime | None = None,
) -> Edition:
    """Publish an edition of a text, in force from today unless `in_force_on` says; the former ones
    stay as they are. `opinion` is what the council said of it (CASF L311-7, L311-8).

    The file joined to the form `key` becomes that of the edition. Raises MayNotSpeak, ManyFiles,
    and ValueError for an edition without a letter and without a file.
    """
    _must_speak(by)
    held = HouseText.objects.select_for_update().get(pk=house_text.pk)
    joined = list(Attachment.objects.pending(by, key).select_related("blob")) if key else []
    if len(joined) > 1:
        raise ManyFiles
    if not joined and not text.strip() and not easy.strip():
        raise ValueError("an edition says something")
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    last = held.editions.values_list("number", flat=True).first() or 0
    edition = Edition.objects.create(
        house_text=held,
        number=last + 1,
        text=text,
        easy=easy,
        blob=joined[0].blob if joined else None,
        name=joined[0].name if joined else "",
        changed=changed,
        in_force_on=in_force_on or timezone.localtime(now).date(),
        opinion=opinion,
        opinion_on=opinion_on,
        by=by,
        at=now,
    )
    for one in joined:
        one.delete()
    return edition


@transaction.atomic
def retire(*, by: Worker, house_text: HouseText, is_retired: bool) -> None:
    """Put a text aside, or take it up again; its editions stay. Raises MayNotSpeak."""
    _must_speak(by)
    house_text.is_retired = is_retired
    house_text.save(update_fields=["is_retired"])


def in_force(today: date, sorts: Iterable[str] = HouseText.Sort.values) -> list[Edition]:
    """Return the edition in force `today` of each text of these sorts that is not put aside, in the
    order of the sorts: one query, whatever was published.
    """
    order = list(sorts)
    found = Edition.objects.filter(house_text__is_retired=False, house_text__sort__in=order)
    found = found.filter(in_force_on__lte=today).select_related("house_text")
    by_text: dict[int, list[Edition]] = {}
    for one in found.defer("text", "easy", "changed", "opinion"):
        by_text.setdefault(one.house_text_id, []).append(one)
    kept = [rules.current(editions, today) for editions in by_text.values()]
    return sorted(kept, key=lambda one: (order.index(one.house_text.sort), one.house_text_id))
