"""Two acts of the journal said otherwise: to begin a notebook, to open it to somebody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0024_who_is_settled"),
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
    ]
