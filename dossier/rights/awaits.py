"""What the law awaits of the dossiers a worker reads, and why it is not there, in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.establishment.words import fold
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import folded, must_write
from dossier.notebooks.models import Notebook, Writing
from dossier.persons.models import Dossier, Stay
from dossier.projects.rules import REVIEW
from dossier.rights import awaiting_rules
from dossier.rights.due import SETTLED, Drawn, Due, Facts, Given, Looked, is_soon
from dossier.rights.models import (
    Contract,
    Edition,
    Explanation,
    Frame,
    Giving,
    HouseText,
    Report,
    Trust,
)
from dossier.rights.terms import Terms

OF_REQUEST = "request-"  # what the key of an awaited answer begins by; its number follows


@dataclass(frozen=True)
class Awaited:
    """Something the law awaits for the person of a dossier: how to say it (`sentence`), its last
    day if there is one, and the latest explanation of why it is not there.
    """

    dossier: Dossier
    key: str
    sentence: Due
    due_on: date | None
    explanation: Explanation | None


def awaits(*, worker: Worker, today: date, notebook: Notebook | None = None) -> list[Awaited]:
    """Return what the law awaits for those whose dossiers `worker` reads, by their names, then in
    the order of `awaiting_rules.KEYS`: what is past its day or comes in two months; of one
    `notebook`, all of it. The same number of queries, whatever is found.
    """
    dossiers = sorted(present_dossiers(worker, today, notebook), key=by_name)
    frame = Frame.here()
    more = {
        "today": today,
        "terms": Terms(frame.terms),
        "texts": set(present_texts(today)),
        "protects_children": frame.protects_children,
    }
    noted = facts_of(dossiers, worker=worker)
    found = [
        (one, due)
        for one in dossiers
        for due in awaiting_rules.awaiting(noted[one.pk], **more)
        if notebook or is_soon(due, today)
    ]
    return explained(found)


def by_name(dossier: Dossier) -> tuple[str, int]:
    """Return what puts dossiers by name, whatever its accents and capitals."""
    return fold(dossier.person.called), dossier.pk


def explained(found: Sequence[tuple[Dossier, Due]]) -> list[Awaited]:
    """Return what is awaited with what was explained of it, since it is: one query."""
    latest: dict[tuple[int, str], Explanation] = {}
    for one in Explanation.objects.filter(dossier__in={one.pk for one, _ in found}):
        latest[one.dossier_id, one.key] = one
    told = []
    for dossier, due in found:
        why = latest.get((dossier.pk, due.key))
        if why and due.since and timezone.localtime(why.at).date() <= due.since:
            why = None
        told.append(Awaited(dossier, due.key, due, due.due_on, why))
    return told


def present_dossiers(
    worker: Worker, today: date, notebook: Notebook | None = None
) -> QuerySet[Dossier]:
    """Return the dossiers of those who may be here."""
    seen = Notebook.objects.visible_to(worker)
    rows = Dossier.objects.filter(notebook__in=seen)
    stays = Stay.objects.filter(dossier=OuterRef("pk"))
    present = stays.filter(Q(until_on=None) | Q(until_on__gte=today))
    rows = rows.filter(notebook=notebook) if notebook else rows
    rows = rows.filter(Exists(present) | ~Exists(stays))
    return rows.select_related("person", "notebook").order_by("pk")


def present_texts(today: date) -> dict[str, Edition]:
    """Return the edition in force of each sort of text the house has: one query."""
    rows = Edition.objects.filter(in_force_on__lte=today, house_text__is_retired=False)
    rows = rows.select_related("house_text").order_by("in_force_on", "number")
    return {one.house_text.sort: one for one in rows}


def facts_of(dossiers: Sequence[Dossier], *, worker: Worker) -> dict[int, Facts]:
    """Return what is noted of dossiers that the law asks about, by their numbers; of projects,
    the reviews that `worker` reads. Seven queries.
    """
    pks = [one.pk for one in dossiers]
    rows: dict[int, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    for name, found in _rows(pks):
        for dossier, one in found:
            rows[dossier][name].append(one)
    for dossier, one in _reviews(dossiers, worker):
        rows[dossier]["looked"].append(one)
    return {
        one.pk: Facts(
            born=(one.person.born_from, one.person.born_until),
            **{name: tuple(values) for name, values in rows[one.pk].items()},
        )
        for one in dossiers
    }


def _rows(pks: list[int]) -> Iterable[tuple[str, Iterable[tuple[int, Any]]]]:
    mine = {"dossier__in": pks}
    stays = Stay.objects.filter(**mine).values_list("dossier", "from_on", "until_on")
    yield "stays", ((pk, (first, until)) for pk, first, until in stays)
    standing = mine | {"is_mistaken": False}
    yield (
        "drawn",
        (
            (one.dossier_id, Drawn(one.pk, one.sort, one.from_on or _day(one.at)))
            for one in Contract.objects.filter(**standing)
        ),
    )
    givings = Giving.objects.filter(**standing).order_by("on", "pk")
    yield (
        "given",
        (
            (pk, Given(on, answer, side, sort or "", contract))
            for pk, on, answer, side, sort, contract in givings.values_list(
                "dossier", "on", "answer", "side", "edition__house_text__sort", "contract"
            )
        ),
    )
    trusts = Trust.objects.filter(**standing).values_list("dossier", "on", "act")
    yield "trusts", ((pk, (on, act)) for pk, on, act in trusts.order_by("on", "pk"))
    reports = Report.objects.filter(**standing, sort=Report.Sort.SITUATION, writing__isnull=False)
    known = Giving.objects.filter(report=OuterRef("pk"), is_mistaken=False, answer__in=SETTLED)
    rows = list(reports.values_list("dossier", "on", Exists(known)))
    yield "reports", ((pk, on) for pk, on, _ in rows)
    yield "untold", ((pk, on) for pk, on, is_known in rows if not is_known)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


def _reviews(dossiers: Sequence[Dossier], worker: Worker) -> Iterable[tuple[int, Looked]]:
    """Yield the writings under the heading of reviews in dossiers, and in the projects of their
    persons: two queries.
    """
    places = {one.notebook_id: one.pk for one in dossiers}
    persons = {one.person_id: one.pk for one in dossiers}
    told = Writing.objects.filter(heading__folded=folded(REVIEW)).order_by("position")
    when = ("occurred_on", "signed_at")
    for place, on, at in told.filter(notebook__in=places).values_list("notebook", *when):
        yield places[place], Looked(on or _day(at), "bilan")
    of_projects = told.filter(
        notebook__in=Notebook.objects.visible_to(worker),
        notebook__kind=Notebook.Kind.PROJECT,
        notebook__memberships__person__in=persons,
    )
    member = "notebook__memberships__person"
    for person, title, on, at in of_projects.values_list(member, "notebook__title", *when):
        yield persons[person], Looked(on or _day(at), f"bilan, « {title} »")


@transaction.atomic
def explain(
    *, by: Worker, dossier: Dossier, key: str, words: str, at: datetime | None = None
) -> Explanation:
    """Note why something the law awaits is not there, in free words; noted again, it is changed.

    Raises NotAllowed unless `by` writes there, ValueError without words or for a key that nothing
    awaited bears.
    """
    must_write(by, dossier.notebook)
    number = key.removeprefix(OF_REQUEST)
    if key not in awaiting_rules.KEYS and not (number != key and number.isdecimal()):
        raise ValueError("nothing awaited is called so")
    if not words.strip():
        raise ValueError("an explanation has words")
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    told = {"dossier": dossier, "key": key, "words": words.strip(), "by": by, "at": now}
    record(by=by, notebook=dossier.notebook, act=Entry.Act.DESCRIBED, at=now)
    return Explanation.objects.create(**told)


def house_held(today: date) -> dict[str, tuple[date, bool]]:
    """Return, of each sort of text of the house, since when its edition is in force, and whether
    an opinion of the council is noted; see `house_rules.house_texts`.
    """
    return {
        sort: (one.in_force_on, bool(one.opinion_on or one.opinion.strip()))
        for sort, one in present_texts(today).items()
        if sort in HouseText.Sort
    }
