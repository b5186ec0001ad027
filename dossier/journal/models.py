"""The journal: one line for each act on a notebook."""

from django.db import models


class Entry(models.Model):
    """A line of the journal (*trace*): who did what in which notebook, and when.

    It is asked about a notebook, never about a worker: there is no index by worker, and no
    accessor from a worker to these lines. `at` has no seconds.
    """

    class Act(models.TextChoices):
        """What was done, in the words shown on screen."""

        CREATED = "created", "a ouvert ce cahier"
        OPENED = "opened", "a lu"
        WROTE = "wrote", "a écrit"
        CORRECTED = "corrected", "a corrigé"
        READ_VERSIONS = "read-versions", "a lu les versions d’un écrit"
        DESCRIBED = "described", "a complété la fiche"
        DESCRIBED_FILE = "described-file", "a décrit une pièce jointe"
        FILED = "filed", "a rangé un fragment"
        RELABELLED = "relabelled", "a changé une rubrique ou une étiquette"
        TAKEN_UP = "taken-up", "a repris un écrit"
        PRINTED = "printed", "a sorti un document"
        GRANTED = "granted", "a ouvert l’accès"

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
        return f"{self.at:%d/%m/%Y %H:%M} {self.get_act_display()}"
