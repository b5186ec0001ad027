"""Many writings at once leave exactly what one by one leaves."""

from datetime import timedelta

from django.forms.models import model_to_dict
from django.utils import timezone

from dossier.journal.models import Entry
from dossier.notebooks.actions import Content
from dossier.notebooks.bulk import Signed, write_many
from dossier.notebooks.models import Writing
from dossier.notebooks.search import search
from tests.conftest import make_writing

CONTENTS = [
    Content(text="Une fugue, dit @Le premier étage.", heading="Nuit", tags=("sommeil", "bus")),
    Content(text="Non.", voice="person", speaker="Amina", moment="hier soir"),
    Content(text="Autre chose.", occurred_on=timezone.localdate() - timedelta(days=40)),
]


def _left() -> list:
    """Return all that writings left, without what numbers rows."""
    numbers = {"id", "key", "position", "history_id", "history_relation", "writing"}
    rows = []
    for writing in Writing.objects.order_by("pk"):
        version = writing.history.get()
        entry = Entry.objects.get(writing=writing)
        rows.append(
            [
                {k: v for k, v in model_to_dict(row).items() if k not in numbers | {"tags"}}
                for row in (writing, version, entry)
            ]
            + [version.history_date, version.history_type, entry.at]
            + [
                sorted(writing.tags.values_list("name")),
                [m.notebook for m in writing.mentions.all()],
            ]
        )
    return rows


def test_write_many_leaves_what_write_leaves(cast):
    at = timezone.now().replace(second=0, microsecond=0) - timedelta(days=3)
    for content in CONTENTS:
        given = dict(vars(content))
        make_writing(cast.samira, cast.amina, given.pop("text"), at=at, **given)
    one_by_one = _left()
    Entry.objects.filter(writing__isnull=False).delete()
    Writing.objects.all().delete()
    told = []
    signed = [Signed(cast.amina.pk, cast.samira, content, at) for content in CONTENTS]
    assert write_many(signed, advance=told.append) == 3
    assert (_left(), told) == (one_by_one, [3])
    assert [hit.writing.text for hit in search("fugue", by=cast.samira).hits] == [CONTENTS[0].text]
