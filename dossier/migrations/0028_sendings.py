"""Sendings: what left the house, on which agreements, for whom."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0027_consents"),
    ]

    operations = [
        migrations.AddField(
            model_name="consent",
            name="with_facts",
            field=models.BooleanField(default=False),
        ),
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
                    ("consented", "a noté un accord pour que quelque chose sorte"),
                    ("sent", "a fait sortir quelque chose, avec un accord"),
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
            name="Mission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.CharField(max_length=200)),
                ("people", models.CharField(blank=True, max_length=500)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("words", models.TextField(blank=True)),
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
            ],
            options={
                "ordering": ["-from_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=8, unique=True)),
                (
                    "pack",
                    models.CharField(
                        choices=[
                            ("extracts", "des passages choisis"),
                            ("facts", "des dates"),
                            ("sheet", "la fiche {maison.du}"),
                        ],
                        default="extracts",
                        max_length=8,
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
                (
                    "names",
                    models.CharField(
                        choices=[
                            ("all", "tous, celui {personne.du} aussi"),
                            ("others", "tous, sauf celui {personne.du}"),
                        ],
                        default="all",
                        max_length=6,
                    ),
                ),
                ("seed", models.BinaryField(max_length=32)),
                ("choices", models.JSONField(blank=True, default=dict)),
                ("basis", models.CharField(blank=True, max_length=64)),
                ("is_ready", models.BooleanField(default=False)),
                ("told_purpose", models.TextField(blank=True)),
                ("told_answers", models.TextField(blank=True)),
                ("begun_at", models.DateTimeField()),
                ("sealed_at", models.DateTimeField(null=True)),
                ("key", models.BinaryField(max_length=80)),
                ("handed_on", models.DateField(null=True)),
                ("handed_how", models.CharField(blank=True, max_length=200)),
                (
                    "archive",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archived",
                        to="dossier.blob",
                    ),
                ),
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
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disclosures",
                        to="dossier.consent",
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="dossier.blob",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mission",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="disclosures",
                        to="dossier.mission",
                    ),
                ),
            ],
            options={
                "ordering": ["-begun_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="consent",
            name="mission",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="consents",
                to="dossier.mission",
            ),
        ),
        migrations.CreateModel(
            name="Disclosed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField(default=0)),
                ("seen", models.CharField(blank=True, max_length=16)),
                ("version", models.PositiveSmallIntegerField(null=True)),
                ("hidden", models.JSONField(blank=True, default=list)),
                ("kept", models.JSONField(blank=True, default=list)),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "accompagné traceur"),
                            ("theme", "traceur ciblé"),
                            ("system", "audit système"),
                        ],
                        max_length=6,
                    ),
                ),
                ("criterion", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(blank=True, max_length=500)),
                ("told", models.TextField(blank=True)),
                (
                    "attachment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.attachment",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.consent",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.edition",
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
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="dossier.disclosure",
                    ),
                ),
            ],
            options={
                "ordering": ["place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("attachment", None)),
                        fields=("disclosure", "writing"),
                        name="text_disclosed_once",
                    ),
                    models.UniqueConstraint(
                        fields=("disclosure", "attachment"), name="file_disclosed_once"
                    ),
                    models.UniqueConstraint(
                        fields=("disclosure", "edition"), name="paper_disclosed_once"
                    ),
                ],
            },
        ),
    ]
