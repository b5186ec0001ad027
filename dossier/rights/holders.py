"""Who holds which edition of a text of the house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.rights.awaits import by_name, present_dossiers
from dossier.rights.due import SETTLED
from dossier.rights.models import Edition, Giving, HouseText


@dataclass(frozen=True)
class Holder:
    """Somebody who is here, the last edition they were given or refused (`line`), and whether one
    may note another.
    """

    dossier: Dossier
    line: Giving | None
    may_write: bool

    def holds(self, edition: Edition) -> bool:
        """Whether what they hold is this edition, or what they refused is."""
        return bool(self.line and self.line.edition_id == edition.pk)


def holders(*, worker: Worker, house_text: HouseText, today: date) -> Sequence[Holder]:
    """Return, by name, those who are here and whose dossiers `worker` reads: three queries."""
    dossiers = sorted(present_dossiers(worker, today), key=by_name)
    rows = Giving.objects.filter(
        dossier__in=[one.pk for one in dossiers],
        edition__house_text=house_text,
        answer__in=SETTLED,
        is_mistaken=False,
    )
    rows = rows.select_related("edition").defer(
        "edition__text", "edition__easy", "edition__changed", "edition__opinion"
    )
    last = {one.dossier_id: one for one in rows.order_by("edition__number", "on", "pk")}
    writable = set(Notebook.objects.writable_by(worker).values_list("pk", flat=True))
    return [Holder(one, last.get(one.pk), one.notebook_id in writable) for one in dossiers]
