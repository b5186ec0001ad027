"""Passages taken up from one notebook in another."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0006_outlines"),
    ]

    operations = [
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
                    ("granted", "a ouvert l’accès"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Piece",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("passage", models.TextField(blank=True)),
                ("tells_source", models.BooleanField(default=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_up",
                        to="dossier.writing",
                    ),
                ),
                (
                    "writing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="dossier.writing",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
