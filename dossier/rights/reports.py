"""Acts of child protection: a report, an *information préoccupante*, a *signalement*; what people
did with it. Nothing is sent from here.
"""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import Content, must_write
from dossier.notebooks.held import content_held, sign_held
from dossier.notebooks.models import Writing
from dossier.persons.models import Dossier
from dossier.rights.models import Report

TOLD = ("on", "sent_to", "sent_on", "informed")
# Our own outlines: titles to begin with; those that stay empty go by themselves.
OUTLINES = {
    Report.Sort.SITUATION: """# Rapport sur la situation

## Depuis la dernière fois
Ce qui a changé, pour l’enfant et autour de lui.

## Comment il va
Le corps, le sommeil, les jeux, l’école, les amis. Ce qui a été vu, et par qui.

## Ce que dit l’enfant
Ses mots, tels quels.

## Ce que disent ses parents, et ceux qui comptent pour lui
Leurs mots, et ce sur quoi ils ne sont pas d’accord.

## Les liens
Les visites, les appels, ce qu’il en reste après.

## Ce que nous en comprenons
Ce qui est sûr, ce qui est supposé.

## Ce qui est proposé
Pour les mois qui viennent, et pourquoi.
""",
    Report.Sort.CONCERN: """# Information préoccupante

## Ce qui inquiète
Les faits, leurs jours, qui les a vus ou entendus.

## Ce qu’en dit l’enfant
Ses mots, tels quels, et comment ils sont venus.

## Ce qu’en disent ses parents
Ou pourquoi on ne leur en a pas parlé.

## Ce qui a déjà été fait

## Ce qui aide, ce qui protège
""",
    Report.Sort.ALERT: """# Signalement

## Les faits
Quand, où, qui les a vus ou entendus. Ce qui est rapporté est dit rapporté.

## Ce qu’a dit l’enfant
Ses mots, tels quels, et comment ils sont venus.

## Pourquoi c’est grave, ou pressant

## Où est l’enfant à présent

## Qui a été prévenu, et qui ne l’a pas été
Et pourquoi.
""",
}


def _check(told: dict[str, Any]) -> None:
    if set(told) - set(TOLD):
        raise TypeError("a report has no such field")


@transaction.atomic
def open_report(
    *,
    by: Worker,
    dossier: Dossier,
    sort: str,
    on: date | None = None,
    at: datetime | None = None,
    **told: Any,
) -> Report:
    """Begin a report on a child's situation (CASF L223-5), an *information préoccupante* or a
    *signalement* (R226-2-2: two routes, not two degrees), of `on` or of today.

    `told`: `sent_to` and `sent_on`, to whom people sent it; `informed`, who was told before, or
    why not (L226-2-1: unless it is against the child's interest). Raises NotAllowed unless `by`
    writes there, ValueError for a route there is not.
    """
    must_write(by, dossier.notebook)
    if sort not in Report.Sort:
        raise ValueError("a route there is not")
    _check(told)
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    day = on or timezone.localtime(now).date()
    report = Report.objects.create(dossier=dossier, sort=sort, on=day, by=by, at=now, **told)
    record(by=by, notebook=dossier.notebook, act=Entry.Act.DESCRIBED, at=now)
    return report


@transaction.atomic
def change_report(*, by: Worker, report: Report, **told: Any) -> None:
    """Say of what day a report is, to whom people sent it, who was told before or why not."""
    must_write(by, report.dossier.notebook)
    _check(told)
    for name, value in told.items():
        setattr(report, name, value)
    report.save(update_fields=list(told))
    record(by=by, notebook=report.dossier.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def sign_report(
    *,
    by: Worker,
    report: Report,
    content: Content,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> tuple[Writing, set[str]]:
    """Sign the text of a report, for the first time or anew, as `sign_held` does."""
    held = Report.objects.select_for_update(of=("self",)).select_related("dossier__notebook")
    held = held.get(pk=report.pk)
    saved, doubtful = sign_held(
        by=by,
        holder=held,
        notebook=held.dossier.notebook,
        content=content,
        key=key,
        at=at,
        version=version,
    )
    report.writing = saved
    return saved, doubtful


def write_report(
    *,
    by: Worker,
    report: Report,
    text: str,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> Writing:
    """Write the text of a report: a writing with several hands, corrected the next times."""
    content = content_held(report, text)
    return sign_report(by=by, report=report, content=content, key=key, at=at, version=version)[0]


@transaction.atomic
def mark_report(*, by: Worker, report: Report, is_mistaken: bool) -> None:
    """Say that a report was noted by mistake, or that it stands after all; it stays."""
    must_write(by, report.dossier.notebook)
    report.is_mistaken = is_mistaken
    report.save(update_fields=["is_mistaken"])
    record(by=by, notebook=report.dossier.notebook, act=Entry.Act.DESCRIBED)
