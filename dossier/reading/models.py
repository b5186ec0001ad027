"""Requests of the person, and what a keeper decided of each writing they would read."""

from django.db import models

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook, Writing
from dossier.persons.models import Dossier
from dossier.rights.models import OfDossier


class Request(models.Model):
    """A request (*demande*) of a person, their representative or an heir about what is kept
    (CASF L311-3 5°; RGPD art. 15 to 22).

    `matters` are those whose rules differ (`rules.MATTERS`); `checked` says how one made sure of
    who asks, and in what capacity. What is answered is in `replies`.
    """

    class Sort(models.TextChoices):
        """What is asked."""

        READ = "read", "lire, avoir une copie"
        CORRECT = "correct", "faire corriger"
        OPPOSE = "oppose", "s’opposer"
        ERASE = "erase", "faire effacer"
        TAKE_AWAY = "take-away", "emporter"
        LIMIT = "limit", "limiter ce qu’on en fait"

    class Side(models.TextChoices):
        """Who asks."""

        PERSON = "person", "{personne.le}"
        REPRESENTATIVE = "representative", "qui {personne:le,la} représente"
        HEIR = "heir", "un ayant droit, après un décès"
        OTHER = "other", "quelqu’un d’autre"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="requests")
    sort = models.CharField(max_length=10, choices=Sort)
    asked_on = models.DateField()
    side = models.CharField(max_length=15, choices=Side, default=Side.PERSON)
    who = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    matters = models.JSONField(default=list, blank=True)
    checked = models.TextField(blank=True)
    noted_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    objects = OfDossier.as_manager()

    class Meta:
        ordering = ["-asked_on", "-pk"]

    def __str__(self) -> str:
        return self.get_sort_display()


class Reply(models.Model):
    """What was answered to a request, and when; what was answered before stays."""

    class Answer(models.TextChoices):
        """What was answered."""

        EXTENDED = "extended", "plus de temps demandé"
        GRANTED = "granted", "accordé"
        PARTLY = "partly", "accordé en partie"
        REFUSED = "refused", "refusé"
        DROPPED = "dropped", "demande retirée"

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="replies")
    answer = models.CharField(max_length=10, choices=Answer)
    on = models.DateField()
    words = models.TextField(blank=True)
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, null=True, related_name="+")
    noted_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.answer


class CoveringQuerySet(models.QuerySet):
    """Sets of decisions."""

    def visible_to(self, worker: Worker) -> "CoveringQuerySet":
        """Return those of which `worker` reads both the dossier and the writing."""
        seen = Notebook.objects.visible_to(worker)
        return self.filter(dossier__notebook__in=seen, writing__notebook__in=seen)


class Covering(models.Model):
    """What a keeper decided of a writing, for the person of a dossier to read; the latest holds,
    for the `version` it was decided on alone: a corrected writing waits to be looked at again, and
    one that a destruction changed, whose decisions are of no version any more (CHANGED).

    `spans` are the covered stretches of its text: [start, end, reason]; `files` the numbers of the
    attachments that are shown; `whole` a reason to set the whole writing apart (`rules.REASONS`).
    """

    CHANGED = 0  # versions begin at 1

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="coverings")
    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="coverings")
    version = models.PositiveSmallIntegerField()
    spans = models.JSONField(default=list, blank=True)
    files = models.JSONField(default=list, blank=True)
    whole = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = CoveringQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.writing_id} ({self.version})"


class BesideQuerySet(models.QuerySet):
    """Sets of decisions on words beside the writings."""

    def visible_to(self, worker: Worker) -> "BesideQuerySet":
        """Return those of dossiers that `worker` reads."""
        return self.filter(dossier__notebook__in=Notebook.objects.visible_to(worker))

    def decided(self, dossier: Dossier) -> dict[str, str]:
        """Return why words are covered ("" when they are shown), by print: the latest holds."""
        rows = self.filter(dossier=dossier).order_by("pk")
        return dict(rows.values_list("print", "reason"))


class Beside(models.Model):
    """What a keeper decided of words that stand beside the writings (of a stay, an agreement, a
    request…), for the person's copy; the latest holds, for these exact words alone.

    `print` is `rules.print_of` the words; `reason` why they are covered, none when they are shown.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="besides")
    print = models.CharField(max_length=64)
    reason = models.CharField(max_length=12, blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = BesideQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reason
