"""Since when somebody works here, and rescues kept though their worker said they know.

Of who came before, the day is that of their first writing, or of their last coming.
"""

from django.db import migrations, models
from django.db.models import Min
from django.utils import timezone


def note(apps, schema_editor):
    """Give those who came the day they are known since."""
    worker, writing = apps.get_model("dossier", "Worker"), apps.get_model("dossier", "Writing")
    first = dict(writing.objects.values_list("author").annotate(Min("signed_at")))
    for one in worker.objects.exclude(came_at=None):
        one.here_since = timezone.localdate(min(first.get(one.pk) or one.came_at, one.came_at))
        one.save(update_fields=["here_since"])


class Migration(migrations.Migration):
    dependencies = [("dossier", "0023_what_grants_are_read_by")]

    operations = [
        migrations.AddField("rescue", "read_at", models.DateTimeField(null=True)),
        migrations.AddField("worker", "here_since", models.DateField(blank=True, null=True)),
        migrations.RunPython(note, migrations.RunPython.noop),
    ]
