"""Each grant says when it was given; of those of before, nobody knows."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossier", "0025_labels_of_acts")]

    operations = [
        operation
        for name in ("teamgrant", "workergrant")
        for operation in (
            migrations.AddField(name, "given_at", models.DateTimeField(null=True)),
            migrations.AlterField(
                name,
                "given_at",
                models.DateTimeField(default=django.utils.timezone.now, null=True),
            ),
        )
    ]
