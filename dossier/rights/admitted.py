"""What was given to somebody since they are here."""

from datetime import date

from dossier.persons.models import Dossier
from dossier.rights.admission_rules import admission
from dossier.rights.due import SETTLED


def held(dossier: Dossier, today: date) -> set[str]:
    """Return the sorts of texts of the house given, explained, signed or refused since the present
    admission: two queries.
    """
    here = admission(dossier.stays.values_list("from_on", "until_on"), today)
    rows = dossier.givings.filter(is_mistaken=False, answer__in=SETTLED)
    told = rows.exclude(edition=None).values_list("edition__house_text__sort", "on")
    return {sort for sort, on in told if not here or here.holds(on)}
