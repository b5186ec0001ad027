"""Acts on councils: say that a collective is a form of participation, and who sits in it."""

from datetime import date

from django.db import transaction

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.meetings.models import Council, Seat
from dossier.notebooks.actions import must_write
from dossier.notebooks.models import Notebook


@transaction.atomic
def declare_council(
    *,
    by: Worker,
    notebook: Notebook,
    form: str = Council.Form.COUNCIL,
    rules_on: date | None = None,
    word: str = "",
) -> Council:
    """Say that a collective is a form of participation the law knows, which, and since when it
    has its internal rules. Said again, it is changed. ValueError for what is no collective.
    """
    must_write(by, notebook)
    if notebook.kind != Notebook.Kind.COLLECTIVE or form not in Council.Form.values:
        raise ValueError("only a collective is a council, of a form that is known")
    told = {"form": form, "rules_on": rules_on, "word": word}
    council, _ = Council.objects.update_or_create(notebook=notebook, defaults=told)
    record(by=by, notebook=notebook, act=Entry.Act.DESCRIBED)
    return council


@transaction.atomic
def seat(
    *,
    by: Worker,
    council: Council,
    college: str,
    name: str,
    role: str = "",
    is_substitute: bool = False,
    chosen: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    seated: Seat | None = None,
) -> Seat:
    """Say who sits in a council, for whom, how they were chosen; `seated` is the line to change."""
    must_write(by, council.notebook)
    if not name.strip() or (seated and seated.council_id != council.pk):
        raise ValueError("a seat has a name, in its council")
    if college not in Seat.College.values or role not in Seat.Role.values:
        raise ValueError("no such college, or no such role")
    line = seated or Seat(council=council)
    line.college, line.name, line.role = college, name, role
    line.is_substitute, line.chosen = is_substitute, chosen
    line.from_on, line.until_on = from_on, until_on
    line.save()
    record(by=by, notebook=council.notebook, act=Entry.Act.DESCRIBED)
    return line
