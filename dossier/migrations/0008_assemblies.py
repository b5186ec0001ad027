"""Pieces in order, with words between, answers that follow them, and versions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0007_pieces"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="piece",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attachments",
                to="dossier.piece",
            ),
        ),
        migrations.AddField(
            model_name="historicalattachment",
            name="piece",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="dossier.piece",
            ),
        ),
        migrations.AddField(
            model_name="piece",
            name="answers",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answered_by",
                to="dossier.piece",
            ),
        ),
        migrations.AddField(
            model_name="piece",
            name="is_shared",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="piece",
            name="since",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="piece",
            name="until",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="piece",
            name="words",
            field=models.TextField(blank=True),
        ),
    ]
