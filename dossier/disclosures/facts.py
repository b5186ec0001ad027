"""Dated facts of one person, for who evaluates the house: what was handed over, signed or refused,
what they took part in, when it was reviewed. No word anybody wrote, no health, nobody else.
"""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from dossier.establishment.dates import full_day
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.projects.models import Agreement, Project
from dossier.rights.models import Contract, Giving, HouseText

NOTHING = "Rien n’est noté."
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def called(rank: int) -> str:
    """Return what the person of this rank (from 0) is called: letters that follow, so that who did
    not agree leaves no gap.
    """
    again = str(rank // 26 + 1) if rank >= 26 else ""
    return said("{personne.Singulier} {letter}", letter=f"{ALPHABET[rank % 26]}{again}")


def told(dossier: Dossier, *, by: Worker) -> str:
    """Return the facts of a person that `by` may know, one a line, the oldest first."""
    lines = sorted({*_givings(dossier, by), *_projects(dossier, by), *_agreements(dossier, by)})
    return "\n".join(f"- {full_day(on).capitalize()} : {words}" for on, words in lines) or NOTHING


def _givings(dossier: Dossier, by: Worker) -> Iterator[tuple[date, str]]:
    found = Giving.objects.visible_to(by).filter(dossier=dossier, is_mistaken=False, report=None)
    found = found.exclude(side__in=(Giving.Side.HOUSE, Giving.Side.OTHER))
    for one in found.select_related("edition__house_text", "contract"):
        if one.edition:
            what = said(HouseText.Sort(one.edition.house_text.sort).label)
        elif one.contract:
            what = said(Contract.Sort(one.contract.sort).label)
        else:
            what = "un autre document"
        who = "" if one.side == Giving.Side.PERSON else " (qui {personne:le,la} représente)"
        yield one.on, f"{what}, {Giving.Answer(one.answer).label}{said(who)}"


def _of(dossier: Dossier, by: Worker) -> list[Project]:
    seen = Notebook.objects.visible_to(by).filter(memberships__person=dossier.person)
    found = Project.objects.filter(notebook__in=seen.values("pk")).select_related("text")
    return list(found.prefetch_related("text__versions"))


def _projects(dossier: Dossier, by: Worker) -> Iterator[tuple[date, str]]:
    for project in _of(dossier, by):
        yield project.begun_on, said("{projet.un} est {projet:commencé,commencée}")
        if not project.text:
            continue
        first = timezone.localtime(project.text.signed_at).date()
        yield first, said("{projet.le} est {projet:signé,signée}")
        for version in project.text.versions.all():
            on = timezone.localtime(version.corrected_at or project.text.signed_at).date()
            if on != first:
                yield on, said("{projet.le} est {projet:revu,revue}")


def _agreements(dossier: Dossier, by: Worker) -> Iterator[tuple[date, str]]:
    found = Agreement.objects.visible_to(by).filter(person=dossier.person, is_mistaken=False)
    for one in found.exclude(on=None):
        yield (
            one.on,
            said(
                "avis donné au sujet {projet.du} : {answer}",
                answer=Agreement.Answer(one.answer).label,
            ),
        )
