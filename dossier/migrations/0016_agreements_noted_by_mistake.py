"""An agreement may be noted by mistake: it stays, and counts in nothing that stands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0015_calendar_days_said"),
    ]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="is_mistaken",
            field=models.BooleanField(default=False),
        ),
    ]
