"""Projects: a notebook, and a text that lives; a title is enough."""

from django.db import models
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook, Writing
from dossier.persons.models import Person


class Project(models.Model):
    """A project (*projet*): of those who are in its notebook (`Membership`).

    `text` is the text that lives, `easy` the same told in easy words: writings of its notebook
    with several hands, once there are any. `begun_on` is the day it was opened here.
    """

    title = models.CharField(max_length=200)
    sort = models.CharField(max_length=100, blank=True)
    notebook = models.OneToOneField(Notebook, on_delete=models.PROTECT, related_name="project")
    text = models.OneToOneField(Writing, on_delete=models.PROTECT, null=True, related_name="+")
    easy = models.OneToOneField(Writing, on_delete=models.PROTECT, null=True, related_name="+")
    begun_on = models.DateField(default=timezone.localdate)

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    """An aim, a step, a date of a project: a simple line; only its words are needed.

    `on` is a day, or `when` says it in words; `done_on` is when it was done, if it was.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    words = models.CharField(max_length=500)
    on = models.DateField(null=True)
    when = models.CharField(max_length=200, blank=True)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


class AgreementQuerySet(models.QuerySet):
    """Sets of agreements."""

    def visible_to(self, worker: Worker) -> "AgreementQuerySet":
        """Return those `worker` may know of: what a person said of a project is for who may read
        both the project and the person.
        """
        seen = Notebook.objects.visible_to(worker)
        return self.filter(
            models.Q(person=None) | models.Q(person__dossier__notebook__in=seen),
            project__notebook__in=seen,
        )


class Agreement(models.Model):
    """What somebody said of a project (CASF L311-3, 3° and 7°): yes, in part, no; the house, a
    person, or somebody else in words. What was said before stays.

    `version` is that of the text it was said of, null when there was none. `how` tells how it was
    said (aloud, in writing, a sign, pictograms), `present` who was there. One that
    `is_mistaken` was noted by mistake: it stays, and counts in nothing that stands.
    """

    class Side(models.TextChoices):
        """Who speaks."""

        HOUSE = "house", "{maison.le}"
        PERSON = "person", "{personne.le}"
        OTHER = "other", "quelqu’un d’autre"

    class Answer(models.TextChoices):
        """What was said."""

        YES = "yes", "oui"
        PARTLY = "partly", "oui, mais pas à tout"
        NO = "no", "non"
        UNSURE = "unsure", "ne sait pas encore"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField(null=True)
    side = models.CharField(max_length=6, choices=Side)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=6, choices=Answer)
    words = models.TextField(blank=True)
    how = models.CharField(max_length=200, blank=True)
    present = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True)
    noted_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField()
    is_mistaken = models.BooleanField(default=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.side}: {self.answer}"
