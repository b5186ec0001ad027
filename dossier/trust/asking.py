"""Asking for the journal of one notebook: the direction, by its exact name, saying why; it gives
the journal for a day, never the notebook (CNIL, délibération 2021-122).
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.models import JournalAsked, NotAllowed, Notebook, NotebookQuerySet

FOR = timedelta(days=1)


class NotFound(Exception):
    """No notebook has this name."""


class Several(Exception):
    """Several notebooks have this name: its number is to be said too."""


def may_ask(worker: Worker) -> bool:
    """Tell whether `worker` may ask: the direction, who does not keep the machine."""
    return worker.accompanies and worker.is_head


def readable(worker: Worker) -> NotebookQuerySet:
    """Return the notebooks whose journal `worker` may read: those they keep, and those of which
    they asked for it less than a day ago.
    """
    kept = Notebook.objects.kept_by(worker)
    if not may_ask(worker):
        return kept
    asked = JournalAsked.objects.filter(worker=worker, until__gt=timezone.now())
    return Notebook.objects.filter(pk__in=asked.values("notebook")) | Notebook.objects.filter(
        pk__in=kept.values("pk")
    )


def named(name: str) -> Notebook:
    """Return the notebook of exactly this name, or of this name and its number ("Amina 12").

    Raises NotFound, Several. A bric-à-brac has no name.
    """
    name = " ".join(name.split())
    found = Notebook.objects.exclude(kind=Notebook.Kind.BRICABRAC)
    held = list(found.filter(title=name)[:2])
    before, _, number = name.rpartition(" ")
    if not held and number.isdecimal() and len(number) < 19:
        held = list(found.filter(title=before, pk=int(number)))
    if not held:
        raise NotFound
    if len(held) > 1:
        raise Several
    return held[0]


@transaction.atomic
def ask(*, by: Worker, notebook: Notebook, reason: str, at: datetime | None = None) -> JournalAsked:
    """Open the journal of a notebook to the direction for a day; who keeps it sees why.

    Raises NotAllowed for who is not of it, ValueError without a reason.
    """
    if not may_ask(by):
        raise NotAllowed
    if not reason.strip():
        raise ValueError("the journal is asked for a reason")
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    told = {"reason": reason.strip(), "at": now, "until": now + FOR}
    asked = JournalAsked.objects.create(notebook=notebook, worker=by, **told)
    record(by=by, notebook=notebook, act=Entry.Act.ASKED_JOURNAL, at=now)
    return asked
