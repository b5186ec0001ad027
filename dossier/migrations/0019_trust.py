"""Trust: circles, opening at once, the seals of the journal, how one comes in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0018_words_beside"),
    ]

    operations = [
        migrations.CreateModel(
            name="Failure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("count", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Machine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(blank=True, max_length=100)),
                ("is_shared", models.BooleanField(default=False)),
                ("added_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "end",
                    models.CharField(
                        choices=[("first", "début"), ("last", "fin")], max_length=5, unique=True
                    ),
                ),
                ("place", models.BigIntegerField()),
                ("seal", models.CharField(max_length=32)),
                ("proof", models.CharField(max_length=32)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField(unique=True)),
                ("core", models.CharField(max_length=32)),
                ("writing", models.CharField(max_length=32)),
                ("seal", models.CharField(max_length=32)),
                ("gone", models.CharField(blank=True, max_length=32)),
                ("loosened", models.CharField(blank=True, max_length=32)),
            ],
        ),
        migrations.AddField(
            model_name="establishment",
            name="doors",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="worker",
            name="is_head",
            field=models.BooleanField(default=False),
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
                    ("withdrew", "a refermé un accès"),
                    ("handed", "a confié {cahier.le}"),
                    ("urgent", "a ouvert en urgence"),
                    ("asked-journal", "a demandé à lire la trace"),
                    ("read-journal", "a lu la trace"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="notebook",
            name="kind",
            field=models.CharField(
                choices=[
                    ("dossier", "{dossier.pluriel}"),
                    ("collective", "{collectif.pluriel}"),
                    ("project", "{projet.pluriel}"),
                    ("cause", "{cause.pluriel}"),
                    ("bricabrac", "{bricabrac.pluriel}"),
                    ("circle", "cercles"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="Circle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "around",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="circles",
                        to="dossier.notebook",
                    ),
                ),
                (
                    "notebook",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="circle",
                        to="dossier.notebook",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("until", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitation",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="JournalAsked",
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
                    "notebook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="journal_asked",
                        to="dossier.notebook",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Proof",
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
                            ("totp", "une application qui donne six chiffres"),
                            ("passkey", "une clé d’accès"),
                        ],
                        max_length=8,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100)),
                ("secret", models.CharField(blank=True, max_length=64)),
                ("step", models.BigIntegerField(default=0)),
                ("credential", models.CharField(blank=True, db_index=True, max_length=1400)),
                ("public", models.BinaryField(default=bytes)),
                ("count", models.BigIntegerField(default=0)),
                ("added_on", models.DateField()),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proofs",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recovery_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Rescue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=64, unique=True)),
                ("browser", models.CharField(max_length=64)),
                ("until", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rescues",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("session", models.CharField(max_length=40, unique=True)),
                ("label", models.CharField(blank=True, max_length=100)),
                ("began_at", models.DateTimeField()),
                (
                    "machine",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="dossier.machine",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sittings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Urgent",
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
                    "notebook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="urgents",
                        to="dossier.notebook",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Known",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pin", models.CharField(blank=True, max_length=128)),
                ("missed", models.PositiveSmallIntegerField(default=0)),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="machines",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "machine",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="workers",
                        to="dossier.machine",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("worker", "machine"), name="known_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Voucher",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                    "rescue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vouchers",
                        to="dossier.rescue",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("rescue", "by"), name="vouch_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="archivereader",
            name="circle",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="dossier.notebook",
            ),
        ),
    ]
