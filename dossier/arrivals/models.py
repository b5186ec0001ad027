"""What came from elsewhere: when, and what became of each thing, so that nothing comes twice."""

from django.db import models

from dossier.establishment.models import Worker
from dossier.notebooks.models import Writing
from dossier.persons.models import Dossier, Relation, Stay


class Arrival(models.Model):
    """A file, or a folder, that was brought from elsewhere (*reprise*): its name, by whom, when,
    and when it was undone. The file itself is not kept: it may tell of several persons at once.
    """

    class Sort(models.TextChoices):
        """What it was."""

        SPREADSHEET = "spreadsheet", "tableur"
        TDDUI = "tddui", "transfert du DUI"
        FOLDER = "folder", "dossier de fichiers"
        TRANSFER = "transfer", "venu d’une autre maison"

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=12, choices=Sort)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Arrived(models.Model):
    """One thing that an arrival made. `key` names it in its source and `print` is what it said
    there (keyed digests): the same, read again, does nothing; changed, its new words are added.
    `is_opened` tells a dossier that it opened from one that it joined.
    """

    arrival = models.ForeignKey(Arrival, on_delete=models.CASCADE, related_name="things")
    key = models.CharField(max_length=64, db_index=True)
    print = models.CharField(max_length=64)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, null=True, related_name="+")
    is_opened = models.BooleanField(default=False)
    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, null=True, related_name="+")
    relation = models.ForeignKey(Relation, on_delete=models.CASCADE, null=True, related_name="+")
    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return self.key[:12]
