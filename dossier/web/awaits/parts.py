"""What the page of a person's rights shows of what the law awaits."""

from typing import Any

from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.persons.models import Dossier
from dossier.rights import child_rules
from dossier.rights.admission_rules import admission
from dossier.rights.models import Frame
from dossier.web.awaits.gather import awaited, told


def awaits_part(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return all that is awaited for a person, near or far, whether they are here, and whether
    reports are made of their situation: until twenty-one (CASF L222-5), or if there is one.
    """
    today, person = timezone.localdate(), dossier.person
    found = awaited(worker=worker, today=today, notebook=dossier.notebook)
    is_older = child_rules.ages((person.born_from, person.born_until), today) == {child_rules.OLDER}
    is_asked = Frame.here().protects_children and not is_older
    return {
        "awaited_lines": [told(line, today) for one in found for line in one.lines],
        "is_here": admission(dossier.stays.values_list("from_on", "until_on"), today) is not None,
        "shows_reports": is_asked or dossier.reports.exists(),
    }
