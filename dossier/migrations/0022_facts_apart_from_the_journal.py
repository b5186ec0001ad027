"""What was read from the journal, which is cut, stands on its own: the day a project was opened,
and when the file of a dossier for the archives was taken out.
"""

from django.db import migrations, models
from django.db.models import Max, Min
from django.utils import timezone


def note(apps, schema_editor):
    """Read both from the journal, once."""
    entry, writing = apps.get_model("dossier", "Entry"), apps.get_model("dossier", "Writing")
    for one in apps.get_model("dossier", "Project").objects.all():
        opened = entry.objects.filter(notebook=one.notebook_id, act="created")
        at = opened.aggregate(first=Min("at"))["first"]
        if not at:
            written = writing.objects.filter(notebook=one.notebook_id)
            at = written.aggregate(first=Min("signed_at"))["first"]
        if at:
            one.begun_on = timezone.localtime(at).date()
            one.save(update_fields=["begun_on"])
    lines = apps.get_model("dossier", "SlipLine").objects
    for one in lines.filter(decision="deposit", archive__isnull=False):
        where = one.archive.dossier.notebook_id
        out = entry.objects.filter(notebook=where, act="printed", at__gte=one.decided_at)
        one.taken_out_at = out.aggregate(last=Max("at"))["last"]
        one.save(update_fields=["taken_out_at"])


class Migration(migrations.Migration):
    dependencies = [("dossier", "0021_trust")]
    operations = [
        migrations.AddField("project", "begun_on", models.DateField(default=timezone.localdate)),
        migrations.AddField("slipline", "taken_out_at", models.DateTimeField(null=True)),
        migrations.RunPython(note, migrations.RunPython.noop, elidable=True),
    ]
