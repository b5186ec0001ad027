"""Pieces in order, words between, answers that follow; documents handed over leave a line."""

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
            name="unsaid",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="piece",
            name="words",
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name="entry",
            name="act",
            field=models.CharField(
                choices=[
                    ("created", "a ouvert ce cahier"),
                    ("opened", "a lu"),
                    ("wrote", "a écrit"),
                    ("corrected", "a corrigé"),
                    ("read-versions", "a lu les versions d’un écrit"),
                    ("described", "a complété la fiche"),
                    ("described-file", "a décrit une pièce jointe"),
                    ("filed", "a rangé un fragment"),
                    ("relabelled", "a changé une rubrique ou une étiquette"),
                    ("taken-up", "a repris un écrit"),
                    ("printed", "a sorti un document"),
                    ("granted", "a ouvert l’accès"),
                ],
                max_length=20,
            ),
        ),
    ]
