"""The days to come that the writings of the last fourteen months announce."""

from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from dossier.notebooks import rules
from dossier.notebooks.days import announced

SINCE = timedelta(days=430)
BATCH = 500


def find(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Read what was lately signed, some at a time, and keep the days it announces."""
    said = apps.get_model("dossier", "DaySaid")
    writings = apps.get_model("dossier", "Writing").objects
    recent = writings.filter(signed_at__gte=timezone.now() - SINCE, days_said=None)
    pks = list(recent.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        some = writings.filter(pk__in=pks[start : start + BATCH])
        rows = []
        for pk, text, on, place in some.values_list("pk", "text", "occurred_on", "position"):
            lived_on = timezone.localtime(rules.instant(place)).date()
            found = announced(text, lived_on=lived_on, occurred_on=on)
            rows += [said(writing_id=pk, **one._asdict()) for one in found]
        said.objects.bulk_create(rows, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0014_notebooks_of_members"),
    ]

    operations = [
        migrations.RunPython(find, migrations.RunPython.noop),
    ]
