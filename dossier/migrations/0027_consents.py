"""Agreements for something to leave, and what may."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0026_when_it_was_opened"),
    ]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="act",
            field=models.CharField(
                choices=[
                    ("created", "a commencé {cahier.ce}"),
                    ("opened", "a lu"),
                    ("wrote", "y a ajouté {ecrit.un}"),
                    ("corrected", "a corrigé {ecrit.un}"),
                    ("read-versions", "a lu {ecrit.un} dans toutes ses versions"),
                    ("described", "a complété ce qu’on en sait"),
                    ("described-file", "a décrit {piece.un}"),
                    ("filed", "a rangé {fragment.un}"),
                    ("put-back", "a remis {fragment.un} {bricabrac.au}"),
                    ("relabelled", "a changé {rubrique.un} ou {etiquette.un}"),
                    ("taken-up", "a repris {ecrit.un}"),
                    ("tied", "a rattaché {ecrit.un}"),
                    ("nameless", "a repris un passage sans les noms"),
                    ("printed", "a sorti un document"),
                    ("given", "a noté ce qui a été remis, signé ou refusé"),
                    ("asked", "a noté une demande, ou ce qu’on y a répondu"),
                    (
                        "consented",
                        "a noté un accord pour que quelque chose sorte",
                    ),
                    ("covered", "a décidé de ce que {personne.le} pourra lire"),
                    ("read-together", "a ouvert la lecture à deux"),
                    ("copied", "a préparé une copie pour {personne.le}"),
                    ("archived", "a mis {dossier.le} aux archives"),
                    ("reopened", "a ouvert l’archive"),
                    ("granted", "l’a {cahier:ouvert,ouverte} à quelqu’un"),
                    ("withdrew", "a refermé un accès"),
                    ("handed", "a confié {cahier.le}"),
                    ("urgent", "a ouvert en urgence"),
                    ("asked-journal", "a demandé à lire la trace"),
                    ("read-journal", "a lu la trace"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recipient", models.CharField(max_length=200)),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("evaluation", "un organisme d’évaluation"),
                            ("authority", "une autorité"),
                            ("school", "une école, un centre de formation"),
                            ("hospital", "un hôpital, qui soigne"),
                            ("judge", "un juge"),
                            ("service", "un autre service"),
                            ("research", "une recherche"),
                            ("other", "quelqu’un d’autre"),
                        ],
                        max_length=12,
                    ),
                ),
                ("purpose", models.TextField()),
                ("until", models.DateField()),
                ("asked_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("yes", "oui"), ("no", "non")], max_length=3
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("person", "{personne.le}"),
                            ("representative", "qui {personne:le,la} représente"),
                        ],
                        default="person",
                        max_length=15,
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=200)),
                ("on", models.DateField(null=True)),
                ("ways", models.JSONField(blank=True, default=list)),
                ("how", models.CharField(blank=True, max_length=200)),
                ("present", models.CharField(blank=True, max_length=300)),
                ("words", models.TextField(blank=True)),
                ("noted_at", models.DateTimeField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_words", models.TextField(blank=True)),
                ("is_mistaken", models.BooleanField(default=False)),
                (
                    "asked_by",
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
                        related_name="consents",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "writing",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.writing",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Allowed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("with_files", models.BooleanField(default=False)),
                (
                    "heading",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.heading",
                    ),
                ),
                (
                    "notebook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.notebook",
                    ),
                ),
                (
                    "writing",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.writing",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="allowed",
                        to="dossier.consent",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
