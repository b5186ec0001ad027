"""What a slip says of an archive, without a name; which dossiers might be closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Min, Prefetch
from django.utils import timezone

from dossier.collectives.models import Membership
from dossier.establishment.models import Worker
from dossier.meetings.rules import Sentence
from dossier.notebooks.models import Attachment, Circle, Notebook, Writing
from dossier.persons.models import Dossier, Stay
from dossier.retention import rules
from dossier.retention.models import Archive
from dossier.rights.actions import terms

MANY = 60  # dossiers proposed on a page


def notebooks_of(dossier: Dossier) -> list[int]:
    """Return the numbers of the notebooks that are a person's alone: that of the dossier, those of
    the projects where nobody else ever was, and the circles around them.
    """
    others = Membership.objects.exclude(person=dossier.person)
    alone = Membership.objects.filter(
        person=dossier.person, notebook__kind=Notebook.Kind.PROJECT
    ).exclude(notebook__in=others.values("notebook"))
    own = [dossier.notebook_id, *sorted(set(alone.values_list("notebook", flat=True)))]
    around = Circle.objects.filter(around__in=own).order_by("pk")
    return [*own, *around.values_list("notebook", flat=True)]


def told(archive: Archive) -> dict[str, Any]:
    """Return what a line of a slip says: its number, the years, how many writings and files."""
    notebooks = notebooks_of(archive.dossier)
    writings = Writing.objects.filter(notebook__in=notebooks)
    years = writings.aggregate(first=Min("signed_at"), last=Max("signed_at"))
    stays = archive.dossier.stays.aggregate(first=Min("from_on"), last=Max("until_on"))
    first = min(_years(years["first"], stays["first"], archive.last_contact_on))
    last = max(_years(years["last"], stays["last"], archive.last_contact_on))
    files = Attachment.objects.filter(writing__notebook__in=notebooks)
    return {
        "number": archive.dossier.notebook_id,
        "first_year": first,
        "last_year": last,
        "writings": writings.count(),
        "files": files.values("blob").distinct().count(),
        "basis": "Fermé à l’usage de tous les jours ; dernier contact en "
        f"{archive.last_contact_on.year} ; à garder jusqu’en "
        f"{archive.keep_until.year} (CNIL, délibérations 2021-028 et 2023-095).",
    }


def _years(*days: date | datetime | None) -> list[int]:
    told = filter(None, days)
    return [timezone.localtime(one).year if isinstance(one, datetime) else one.year for one in told]


@dataclass(frozen=True)
class Proposed:
    """A dossier one keeps, and what may be said of closing it."""

    dossier: Dossier
    sentence: Sentence


def last_writing(dossier: Dossier) -> date | None:
    """Return the day of the last writing of a dossier."""
    last = Writing.objects.filter(notebook=dossier.notebook_id).aggregate(last=Max("signed_at"))
    return timezone.localtime(last["last"]).date() if last["last"] else None


def periods(dossier: Dossier) -> list[rules.Period]:
    """Return from when to when each stay of a dossier lasted."""
    return [(one.from_on, one.until_on) for one in dossier.stays.all()]


def proposals(*, by: Worker, today: date) -> Iterator[Proposed]:
    """Yield the dossiers `by` keeps that may leave daily use, the longest untouched first; three
    queries, MANY at most.
    """
    kept = Dossier.objects.filter(notebook__in=Notebook.objects.kept_by(by), archive=None)
    kept = kept.annotate(last=Max("notebook__writings__signed_at")).order_by("last", "pk")
    around = Prefetch("stays", Stay.objects.all())
    durations, found = terms(), 0
    for one in kept.select_related("person", "notebook").prefetch_related(around):
        last = timezone.localtime(one.last).date() if one.last else None
        contact = rules.last_contact(periods(one), last, today)
        if contact and today > rules.leaves_use_on(contact, durations):
            found += 1
            yield Proposed(one, rules.told_of_use(periods(one), last, durations, today))
        if found == MANY:
            return
