"""What the page of a person's rights shows of what the law awaits."""

from typing import Any

from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.persons.models import Dossier
from dossier.rights.models import Frame
from dossier.web.awaits.gather import awaited, tell


def awaits_part(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return all that is awaited for a person, near or far, and whether reports are made here."""
    found = awaited(worker=worker, today=timezone.localdate(), notebook=dossier.notebook)
    return {
        "awaited_lines": [(line, tell(line.sentence)) for one in found for line in one.lines],
        "shows_reports": Frame.here().protects_children or dossier.reports.exists(),
    }
