"""Changes of headings and tags in what a team writes, told and undone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0004_spellings_and_forms_sent"),
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
                    ("granted", "a ouvert l’accès"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="LabelChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("sort", models.CharField(max_length=8)),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("renamed", "renommée"),
                            ("merged", "réunie"),
                            ("split", "séparée"),
                            ("retired", "retirée"),
                            ("revived", "reprise"),
                        ],
                        max_length=8,
                    ),
                ),
                ("old", models.CharField(max_length=80)),
                ("new", models.CharField(blank=True, max_length=80)),
                ("is_undone", models.BooleanField(default=False)),
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
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.team",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Relabelled",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("had_both", models.BooleanField(default=False)),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.labelchange",
                    ),
                ),
                (
                    "writing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.writing",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="labelchange",
            name="writings",
            field=models.ManyToManyField(
                related_name="label_changes", through="dossier.Relabelled", to="dossier.writing"
            ),
        ),
        migrations.CreateModel(
            name="Retired",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort", models.CharField(max_length=8)),
                ("name", models.CharField(max_length=80)),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.team",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("team", "sort", "name"), name="retired_once")
                ],
            },
        ),
    ]
