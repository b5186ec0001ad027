"""The journal: one line for each act on a notebook."""

from django.db import models


class Entry(models.Model):
    """A line of the journal (*trace*): who did what in which notebook, and when.

    It is asked about a notebook, never about a worker: there is no index by worker, and no
    accessor from a worker to these lines. `at` has no seconds.
    """

    class Act(models.TextChoices):
        """What was done, to be said with the words of the house."""

        CREATED = "created", "a commencé {cahier.ce}"
        OPENED = "opened", "a lu"
        WROTE = "wrote", "y a ajouté {ecrit.un}"
        CORRECTED = "corrected", "a corrigé {ecrit.un}"
        READ_VERSIONS = "read-versions", "a lu {ecrit.un} dans toutes ses versions"
        DESCRIBED = "described", "a complété ce qu’on en sait"
        DESCRIBED_FILE = "described-file", "a décrit {piece.un}"
        FILED = "filed", "a rangé {fragment.un}"
        PUT_BACK = "put-back", "a remis {fragment.un} {bricabrac.au}"
        RELABELLED = "relabelled", "a changé {rubrique.un} ou {etiquette.un}"
        TAKEN_UP = "taken-up", "a repris {ecrit.un}"
        TIED = "tied", "a rattaché {ecrit.un}"
        NAMELESS = "nameless", "a repris un passage sans les noms"
        PRINTED = "printed", "a sorti un document"
        GIVEN = "given", "a noté ce qui a été remis, signé ou refusé"
        ASKED = "asked", "a noté une demande, ou ce qu’on y a répondu"
        CONSENTED = (
            "consented",
            "a noté un accord pour que quelque chose sorte",
        )
        SENT = "sent", "a fait sortir quelque chose, avec un accord"
        COVERED = "covered", "a décidé de ce que {personne.le} pourra lire"
        READ_TOGETHER = "read-together", "a ouvert la lecture à deux"
        COPIED = "copied", "a préparé une copie pour {personne.le}"
        ARCHIVED = "archived", "a mis {dossier.le} aux archives"
        REOPENED = "reopened", "a ouvert l’archive"
        GRANTED = "granted", "l’a {cahier:ouvert,ouverte} à quelqu’un"
        WITHDREW = "withdrew", "a refermé un accès"
        HANDED = "handed", "a confié {cahier.le}"
        URGENT = "urgent", "a ouvert en urgence"
        ASKED_JOURNAL = "asked-journal", "a demandé à lire la trace"
        READ_JOURNAL = "read-journal", "a lu la trace"

    at = models.DateTimeField()
    worker = models.ForeignKey(
        "dossier.Worker", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    notebook = models.ForeignKey(
        "dossier.Notebook", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    act = models.CharField(max_length=20, choices=Act)
    writing = models.ForeignKey(
        "dossier.Writing", on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["notebook", "-at"], name="journal_of_a_notebook")]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.act}"


class Seal(models.Model):
    """The seal of a line: each holds the former's, so that what changes, goes or comes is seen.

    `entry` is the number of the line, not a key: the seal stays when the line is gone. `core` and
    `writing` are keyed prints of what the line says and of the writing it names; `seal` of the
    former seal, the place and both. `gone` proves that the house took the line off itself
    (destruction of a dossier), `loosened` that it took off the writing. Prints are HMAC-SHA-256,
    32 hexadecimal signs; without the key of the instance, they tell nothing.
    """

    place = models.BigIntegerField(primary_key=True)
    entry = models.BigIntegerField(unique=True)
    core = models.CharField(max_length=32)
    writing = models.CharField(max_length=32)
    seal = models.CharField(max_length=32)
    gone = models.CharField(max_length=32, blank=True)
    loosened = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return f"{self.place}"


class Mark(models.Model):
    """Where the chain begins (`first`, after a cut) and ends (`last`): a place, its seal, and a
    keyed print of the three, so that neither end can be moved by who has no key.
    """

    class End(models.TextChoices):
        """Which end."""

        FIRST = "first", "début"
        LAST = "last", "fin"

    end = models.CharField(max_length=5, choices=End, unique=True)
    place = models.BigIntegerField()
    seal = models.CharField(max_length=32)
    proof = models.CharField(max_length=32)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.end} {self.place}"
