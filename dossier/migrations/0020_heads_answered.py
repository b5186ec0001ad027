"""What the head of a contract said to who signed or refused it, once it changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossier", "0019_kept_why_and_who_destroyed")]

    operations = [
        migrations.AddField(
            model_name="giving",
            name="head",
            field=models.JSONField(null=True),
        ),
    ]
