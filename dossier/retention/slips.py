"""What a slip says of an archive, without a name; which dossiers might be closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Min, Prefetch, QuerySet
from django.utils import timezone

from dossier.collectives.causes import words
from dossier.collectives.models import Membership
from dossier.collectives.naming import PERSON
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.meetings.rules import Sentence
from dossier.notebooks.models import Attachment, Circle, Notebook, Writing
from dossier.notebooks.rules import instant
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.retention import rules
from dossier.retention.models import Archive
from dossier.retention.names import Names, without
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
    """Return what a line of a slip says: its number, the years, how many writings and files, and
    why it may go.
    """
    notebooks = notebooks_of(archive.dossier)
    writings = Writing.objects.filter(notebook__in=notebooks)
    files = Attachment.objects.filter(writing__notebook__in=notebooks)
    first, last = _years(archive, writings)
    return {
        "number": archive.dossier.notebook_id,
        "first_year": first,
        "last_year": last,
        "writings": writings.count(),
        "files": files.values("blob").distinct().count(),
        "basis": f"Fermé à l’usage de tous les jours ; dernier contact en "
        f"{archive.last_contact_on.year} ; à garder jusqu’en {archive.keep_until.year} "
        f"({_ground(archive)}).",
    }


def _ground(archive: Archive) -> str:
    """Return who says until when an archive is kept: the texts, for their own day alone, or the
    house, in its words less the names.
    """
    born = archive.dossier.person.born_until
    readings = rules.readings(archive.last_contact_on, born, terms())
    source = rules.source_of(archive.keep_until, readings)
    departs = rules.departs(archive.keep_until, readings)
    if source and not departs and not archive.keep_why:
        return source
    why = names_known(archive.dossier).taken_out(archive.keep_why)
    house = said("décidé par {maison.le}") + (f" : {why.rstrip(' .')}" if why else "")
    return f"{source} ; {house}" if source else house


def _years(archive: Archive, writings: QuerySet[Writing]) -> tuple[int, int]:
    """Return the first and last years that a dossier speaks of: when what is written there
    happened, and its stays; the last contact when nothing else tells.
    """
    lived = writings.aggregate(first=Min("position"), last=Max("position"))
    found = [timezone.localtime(instant(one)).year for one in lived.values() if one is not None]
    for stay in archive.dossier.stays.all():
        found += [day.year for day in (stay.from_on, stay.until_on) if day]
    found = found or [archive.last_contact_on.year]
    return min(found), max(found)


@dataclass(frozen=True)
class KnownNames:
    """The names of all who are accompanied here, and of those around one of them."""

    names: Names
    word: str

    def taken_out(self, text: str) -> str:
        """Return `text` with the neutral word of the house in place of each of these names, even
        where it may be somebody else's: a paper that stays names nobody.
        """
        return without(text, self.names.find(text), self.word, lambda spot: True)


def names_known(dossier: Dossier) -> KnownNames:
    """Return the names that a paper about `dossier` may not bear; two queries."""
    people = Person.objects.filter(dossier__isnull=False).values_list("called", "civil_name")
    around = Relation.objects.filter(notebook=dossier.notebook_id).values_list("name", flat=True)
    found = {name for both in people for name in both} | set(around)
    return KnownNames(Names.of(found), words()[PERSON])


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
