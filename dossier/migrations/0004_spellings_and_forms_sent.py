"""Spellings of headings and tags are nobody’s; forms already sent are remembered."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0003_bricabrac_and_attachments"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="heading",
            options={"ordering": ["folded", "name"]},
        ),
        migrations.AlterModelOptions(
            name="tag",
            options={"ordering": ["folded", "name"]},
        ),
        migrations.AlterField(
            model_name="heading",
            name="folded",
            field=models.CharField(db_index=True, max_length=80),
        ),
        migrations.AlterField(
            model_name="heading",
            name="name",
            field=models.CharField(max_length=80, unique=True),
        ),
        migrations.AlterField(
            model_name="tag",
            name="folded",
            field=models.CharField(db_index=True, max_length=80),
        ),
        migrations.AlterField(
            model_name="tag",
            name="name",
            field=models.CharField(max_length=80, unique=True),
        ),
        migrations.CreateModel(
            name="Sent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField()),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("place", models.CharField(blank=True, max_length=300)),
                ("sent_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("author", "key"), name="sent_once")
                ],
            },
        ),
    ]
