"""What the head of a contract said to who signed or refused it, once it changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossier", "0018_words_beside")]

    operations = [
        migrations.AddField(
            model_name="giving",
            name="head",
            field=models.JSONField(null=True),
        ),
    ]
