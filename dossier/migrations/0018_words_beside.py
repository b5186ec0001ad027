"""Words beside the writings, decided for the copy of the person."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0017_law_of_2002"),
    ]

    operations = [
        migrations.CreateModel(
            name="Beside",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("print", models.CharField(max_length=64)),
                ("reason", models.CharField(blank=True, max_length=12)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="besides",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
