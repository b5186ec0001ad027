"""What was kept with a word of the interface in it is said with the words of the house instead."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

VOICES = [
    ("worker", "{professionnel.singulier}"),
    ("person", "{personne.le}"),
    ("relative", "{proche.un}"),
]


def without_word(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Leave, in the title of a bric-à-brac, the name of its team alone."""
    notebooks = apps.get_model("dossier", "Notebook").objects.filter(kind="bricabrac")
    for notebook in notebooks.select_related("team"):
        notebook.title = notebook.team.name if notebook.team else ""
        notebook.save(update_fields=["title"])


def with_word(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the word back."""
    notebooks = apps.get_model("dossier", "Notebook").objects.filter(kind="bricabrac")
    for notebook in notebooks.select_related("team"):
        team = notebook.team
        notebook.title = f"Bric-à-brac, {team.name}" if team else "Mon bric-à-brac"
        notebook.save(update_fields=["title"])


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0009_house_words"),
    ]

    operations = [
        migrations.RunPython(without_word, with_word),
        migrations.AlterModelOptions(
            name="notebook",
            options={
                "default_permissions": (),
                "permissions": [
                    ("keep_notebook", "keeps the notebook"),
                    ("write_notebook", "writes in the notebook"),
                    ("read_notebook", "reads the notebook"),
                ],
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
                    ("relabelled", "a changé {rubrique.un} ou {etiquette.un}"),
                    ("taken-up", "a repris {ecrit.un}"),
                    ("printed", "a sorti un document"),
                    ("granted", "a ouvert l’accès"),
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
                    ("bricabrac", "{bricabrac.pluriel}"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="writing",
            name="voice",
            field=models.CharField(choices=VOICES, default="worker", max_length=10),
        ),
        migrations.AlterField(
            model_name="historicalwriting",
            name="voice",
            field=models.CharField(choices=VOICES, default="worker", max_length=10),
        ),
    ]
