"""Projects, meetings, causes; members and entourage hang on the notebook itself."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0011_put_back"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(null=True)),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("house", "{maison.le}"),
                            ("person", "{personne.le}"),
                            ("other", "quelqu’un d’autre"),
                        ],
                        max_length=6,
                    ),
                ),
                ("who", models.CharField(blank=True, max_length=200)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("yes", "oui"),
                            ("partly", "oui, mais pas à tout"),
                            ("no", "non"),
                            ("unsure", "ne sait pas encore"),
                        ],
                        max_length=6,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("how", models.CharField(blank=True, max_length=200)),
                ("present", models.CharField(blank=True, max_length=300)),
                ("on", models.DateField(null=True)),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Council",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("council", "{conseil.singulier}"),
                            ("group", "groupe d’expression"),
                            ("consultation", "consultation de tous"),
                            ("survey", "enquête de satisfaction"),
                            ("other", "autre forme"),
                        ],
                        default="council",
                        max_length=12,
                    ),
                ),
                ("rules_on", models.DateField(null=True)),
                ("word", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="DaySaid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.TimeField(null=True)),
                ("words", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200)),
                ("on", models.DateField(null=True)),
                ("at", models.TimeField(null=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("came", models.TextField(blank=True)),
                ("count", models.PositiveIntegerField(null=True)),
                ("president", models.CharField(blank=True, max_length=200)),
                ("secretary", models.CharField(blank=True, max_length=200)),
                ("agenda_sent_on", models.DateField(null=True)),
                ("signed_on", models.DateField(null=True)),
                ("adopted_on", models.DateField(null=True)),
                ("sent_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Nameless",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("words", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["place", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("sort", models.CharField(blank=True, max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "college",
                    models.CharField(
                        choices=[
                            ("persons", "{personne.pluriel}"),
                            ("families", "familles"),
                            ("representatives", "représentants légaux"),
                            ("volunteers", "bénévoles"),
                            ("workers", "{professionnel.pluriel}"),
                            ("managing", "organisme gestionnaire"),
                            ("other", "autre"),
                        ],
                        max_length=16,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "membre"),
                            ("president", "présidence"),
                            ("vice", "vice-présidence"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_substitute", models.BooleanField(default=False)),
                ("chosen", models.CharField(blank=True, max_length=200)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(max_length=500)),
                ("on", models.DateField(null=True)),
                ("when", models.CharField(blank=True, max_length=200)),
                ("done_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="membership_says_who",
        ),
        migrations.AddField(
            model_name="membership",
            name="notebook",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="memberships",
                to="dossier.notebook",
            ),
        ),
        migrations.AddField(
            model_name="mention",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="relation",
            name="notebook",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="relations",
                to="dossier.notebook",
            ),
        ),
        migrations.AddField(
            model_name="writing",
            name="is_common",
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
                    ("granted", "a ouvert l’accès"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="collective",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="dossier.collective",
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
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("person__isnull", False),
                    ("collective__isnull", False),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="membership_says_who",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="noted_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossier.person",
            ),
        ),
        migrations.AddField(
            model_name="council",
            name="notebook",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="council",
                to="dossier.notebook",
            ),
        ),
        migrations.AddField(
            model_name="daysaid",
            name="writing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="days_said",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="notebook",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="meetings",
                to="dossier.notebook",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="persons",
            field=models.ManyToManyField(related_name="+", to="dossier.person"),
        ),
        migrations.AddField(
            model_name="nameless",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="told_nameless",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="nameless",
            name="writing",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="nameless",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="point",
            name="answer",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers_point",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="point",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="point",
            name="conclusion",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="concludes",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="point",
            name="meeting",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="points",
                to="dossier.meeting",
            ),
        ),
        migrations.AddField(
            model_name="point",
            name="notebook",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="points",
                to="dossier.notebook",
            ),
        ),
        migrations.AddField(
            model_name="point",
            name="writing",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="points",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="easy",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="notebook",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="project",
                to="dossier.notebook",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="text",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossier.writing",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="agreements",
                to="dossier.project",
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="council",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="seats",
                to="dossier.council",
            ),
        ),
        migrations.AddField(
            model_name="step",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="steps",
                to="dossier.project",
            ),
        ),
        migrations.AddIndex(
            model_name="daysaid",
            index=models.Index(fields=["on"], name="days_said_on"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["on"], name="meetings_on"),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("writing__isnull", False),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="point_says_what",
            ),
        ),
    ]
