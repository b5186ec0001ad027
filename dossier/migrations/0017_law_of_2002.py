"""What the law of 2 January 2002 asks: texts, contracts, what was given, requests, archives."""

import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("dossier", "0016_agreements_noted_by_mistake"),
    ]

    operations = [
        migrations.CreateModel(
            name="Frame",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("categories", models.JSONField(blank=True, default=list)),
                ("situation", models.JSONField(blank=True, default=list)),
                ("terms", models.JSONField(blank=True, default=dict)),
                ("has_public_mission", models.BooleanField(default=True)),
                ("archives", models.CharField(blank=True, max_length=300)),
                ("protects_children", models.BooleanField(default=False)),
                ("notes_days", models.PositiveSmallIntegerField(default=30)),
                ("data_officer", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="HouseText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("welcome", "livret d’accueil"),
                            ("charter", "charte des droits et libertés"),
                            ("rules", "règlement de fonctionnement"),
                            ("establishment", "projet d’établissement ou de service"),
                            ("qualified", "liste des personnes qualifiées"),
                            ("trusted", "notice sur la personne de confiance"),
                            ("data", "ce que deviennent les informations"),
                            ("writing", "charte d’écriture"),
                            ("other", "autre texte"),
                        ],
                        max_length=15,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("is_retired", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AlterField(
            model_name="entry",
            name="act",
            field=models.CharField(
                choices=[
                    ("created", "a ouvert {cahier.ce}"),
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
                    ("covered", "a décidé de ce que {personne.le} pourra lire"),
                    ("read-together", "a ouvert la lecture à deux"),
                    ("copied", "a préparé une copie pour {personne.le}"),
                    ("archived", "a mis {dossier.le} aux archives"),
                    ("reopened", "a ouvert l’archive"),
                    ("granted", "a ouvert l’accès"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Archive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_contact_on", models.DateField()),
                ("why", models.TextField(blank=True)),
                ("keep_until", models.DateField()),
                ("hold", models.TextField(blank=True)),
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archive",
                        to="dossier.dossier",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ArchiveOpening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "archive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="openings",
                        to="dossier.archive",
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
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ArchiveReader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("level", models.CharField(max_length=20)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("until", models.DateTimeField(null=True)),
                (
                    "archive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
                        to="dossier.archive",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="auth.group",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("stay", "contrat de séjour"),
                            ("dipc", "document individuel de prise en charge"),
                            ("work", "contrat d’accompagnement par le travail"),
                            ("amendment", "avenant"),
                            ("other", "autre contrat"),
                        ],
                        max_length=10,
                    ),
                ),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("why", models.TextField(blank=True)),
                ("took_part", models.TextField(blank=True)),
                ("minor_opinion", models.TextField(blank=True)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("is_mistaken", models.BooleanField(default=False)),
                (
                    "amends",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="amendments",
                        to="dossier.contract",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contracts",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="dossier.stay",
                    ),
                ),
                (
                    "writing",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contract",
                        to="dossier.writing",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Covering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("spans", models.JSONField(blank=True, default=list)),
                ("files", models.JSONField(blank=True, default=list)),
                ("whole", models.CharField(blank=True, max_length=12)),
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
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverings",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "writing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverings",
                        to="dossier.writing",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField(blank=True)),
                ("easy", models.TextField(blank=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("changed", models.TextField(blank=True)),
                ("in_force_on", models.DateField()),
                ("opinion", models.TextField(blank=True)),
                ("opinion_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "blob",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
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
                    "house_text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="dossier.housetext",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="Explanation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=100)),
                ("words", models.TextField()),
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
                        related_name="explanations",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalFrame",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("categories", models.JSONField(blank=True, default=list)),
                ("situation", models.JSONField(blank=True, default=list)),
                ("terms", models.JSONField(blank=True, default=dict)),
                ("has_public_mission", models.BooleanField(default=True)),
                ("archives", models.CharField(blank=True, max_length=300)),
                ("protects_children", models.BooleanField(default=False)),
                ("notes_days", models.PositiveSmallIntegerField(default=30)),
                ("data_officer", models.CharField(blank=True, max_length=300)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_relation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="dossier.frame",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical frame",
                "verbose_name_plural": "historical frames",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4)),
                ("text", models.TextField()),
                ("until", models.DateField()),
                ("changed_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-changed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("situation", "rapport de situation"),
                            ("concern", "information préoccupante"),
                            ("alert", "signalement"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("sent_to", models.CharField(blank=True, max_length=300)),
                ("sent_on", models.DateField(null=True)),
                ("informed", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("is_mistaken", models.BooleanField(default=False)),
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
                        related_name="reports",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "writing",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report",
                        to="dossier.writing",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Giving",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(null=True)),
                ("what", models.CharField(blank=True, max_length=300)),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("person", "{personne.le}"),
                            ("representative", "qui {personne:le,la} représente"),
                            ("house", "{maison.le}"),
                            ("other", "quelqu’un d’autre"),
                        ],
                        default="person",
                        max_length=15,
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=200)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("given", "remis"),
                            ("told", "expliqué, porté à la connaissance"),
                            ("signed", "signé"),
                            ("refused", "refusé"),
                            ("disagreed", "désaccord"),
                            ("later", "pas maintenant"),
                        ],
                        default="given",
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("how", models.TextField(blank=True)),
                ("present", models.CharField(blank=True, max_length=300)),
                ("words", models.TextField(blank=True)),
                ("strokes", models.JSONField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("is_mistaken", models.BooleanField(default=False)),
                (
                    "contract",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="givings",
                        to="dossier.contract",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="givings",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="givings",
                        to="dossier.edition",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        db_index=False,
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
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="givings",
                        to="dossier.report",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("read", "lire, avoir une copie"),
                            ("correct", "faire corriger"),
                            ("oppose", "s’opposer"),
                            ("erase", "faire effacer"),
                            ("take-away", "emporter"),
                            ("limit", "limiter ce qu’on en fait"),
                        ],
                        max_length=10,
                    ),
                ),
                ("asked_on", models.DateField()),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("person", "{personne.le}"),
                            ("representative", "qui {personne:le,la} représente"),
                            ("heir", "un ayant droit, après un décès"),
                            ("other", "quelqu’un d’autre"),
                        ],
                        default="person",
                        max_length=15,
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=200)),
                ("how", models.CharField(blank=True, max_length=200)),
                ("words", models.TextField(blank=True)),
                ("matters", models.JSONField(blank=True, default=list)),
                ("checked", models.TextField(blank=True)),
                ("noted_at", models.DateTimeField()),
                ("is_mistaken", models.BooleanField(default=False)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requests",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("extended", "plus de temps demandé"),
                            ("granted", "accordé"),
                            ("partly", "accordé en partie"),
                            ("refused", "refusé"),
                            ("dropped", "demande retirée"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("words", models.TextField(blank=True)),
                ("noted_at", models.DateTimeField()),
                ("is_mistaken", models.BooleanField(default=False)),
                (
                    "noted_by",
                    models.ForeignKey(
                        db_index=False,
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
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="dossier.request",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Slip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("visa", models.CharField(blank=True, max_length=200)),
                ("visa_on", models.DateField(null=True)),
                ("needs_visa", models.BooleanField(default=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="SlipLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("first_year", models.PositiveSmallIntegerField()),
                ("last_year", models.PositiveSmallIntegerField()),
                ("writings", models.PositiveIntegerField()),
                ("files", models.PositiveIntegerField()),
                ("basis", models.TextField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("destroy", "détruire"),
                            ("deposit", "verser aux archives, puis détruire ici"),
                            ("keep", "garder encore"),
                        ],
                        max_length=8,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("deposit", models.CharField(blank=True, max_length=200)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "archive",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="slip_lines",
                        to="dossier.archive",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "slip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="dossier.slip",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("on", models.DateField()),
                ("basis", models.TextField()),
                ("visa", models.CharField(blank=True, max_length=200)),
                ("writings", models.PositiveIntegerField()),
                ("versions", models.PositiveIntegerField()),
                ("files", models.PositiveIntegerField()),
                ("elsewhere", models.PositiveIntegerField()),
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate",
                        to="dossier.slipline",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="Trust",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("proposed", "proposée"),
                            ("named", "désignée"),
                            ("declined", "pas souhaitée"),
                            ("revoked", "révoquée"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("name", models.CharField(blank=True, max_length=200)),
                ("interview_on", models.DateField(null=True)),
                ("attested_on", models.DateField(null=True)),
                ("words", models.TextField(blank=True)),
                ("noted_at", models.DateTimeField()),
                ("is_mistaken", models.BooleanField(default=False)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trusts",
                        to="dossier.dossier",
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
                    "noted_by",
                    models.ForeignKey(
                        db_index=False,
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
                "ordering": ["on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                fields=("house_text", "number"), name="edition_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.UniqueConstraint(fields=("author", "key"), name="note_once"),
        ),
    ]
