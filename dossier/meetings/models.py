"""Meetings, what is to be talked about there, and the councils the law knows."""

from datetime import date

from django.db import models

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook, Writing
from dossier.persons.models import Person


class MeetingQuerySet(models.QuerySet):
    """Sets of meetings."""

    def visible_to(self, worker: Worker) -> "MeetingQuerySet":
        """Return those of the notebooks `worker` may read."""
        return self.filter(notebook__in=Notebook.objects.visible_to(worker))

    def writable_by(self, worker: Worker) -> "MeetingQuerySet":
        """Return those of the notebooks `worker` may write in."""
        return self.filter(notebook__in=Notebook.objects.writable_by(worker))

    def to_come(self, today: date) -> "MeetingQuerySet":
        """Return those that are planned, the next one first: on `today` or after, then those
        without a day in which nothing was concluded yet.
        """
        concluded = Point.objects.filter(meeting=models.OuterRef("pk"), conclusion__isnull=False)
        undated = models.Q(on=None) & ~models.Exists(concluded)
        return self.filter(models.Q(on__gte=today) | undated).order_by(
            models.F("on").asc(nulls_last=True), models.F("at").asc(nulls_last=True), "pk"
        )


class Meeting(models.Model):
    """A meeting (*réunion, instance*) of a collective, a project or a cause; nothing is needed but
    a day or a title.

    `came` and `count` say who came, or how many; `persons` those of the house who did, for who may
    read them. The dates are those the law asks of a council (CASF D311-16, D311-20): when the
    agenda was sent, when the conclusions were signed, adopted, sent on.
    """

    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="meetings")
    title = models.CharField(max_length=200, blank=True)
    on = models.DateField(null=True)
    at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    came = models.TextField(blank=True)
    count = models.PositiveIntegerField(null=True)
    persons = models.ManyToManyField(Person, related_name="+")
    president = models.CharField(max_length=200, blank=True)
    secretary = models.CharField(max_length=200, blank=True)
    agenda_sent_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    adopted_on = models.DateField(null=True)
    sent_on = models.DateField(null=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["on"], name="meetings_on")]

    def __str__(self) -> str:
        return self.title


class PointQuerySet(models.QuerySet):
    """Sets of points."""

    def visible_to(self, worker: Worker) -> "PointQuerySet":
        """Return those `worker` may know of: a writing alone is a point for who reads it."""
        seen = Notebook.objects.visible_to(worker)
        return self.filter(
            ~models.Q(words="") | models.Q(writing__notebook__in=seen), notebook__in=seen
        )

    def telling_read(self, worker: Worker) -> "PointQuerySet":
        """Return those `worker` may know of, with `is_read`: whether they read what was set aside;
        else a page shows the words alone.
        """
        read = Writing.objects.visible_to(worker).filter(pk=models.OuterRef("writing"))
        return (
            self.visible_to(worker)
            .annotate(is_read=models.Exists(read))
            .select_related(
                "by", "writing__heading", "writing__author", "conclusion__author", "answer__author"
            )
        )


class Point(models.Model):
    """A point to talk about: words, or a writing set aside for it, or both.

    It waits in its notebook until a meeting takes it. `conclusion` is what was concluded, `answer`
    what the direction answered: writings of the notebook.
    """

    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="points")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.SET_NULL, null=True, related_name="points"
    )
    place = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(max_length=500, blank=True)
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, null=True, related_name="points")
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    conclusion = models.OneToOneField(
        Writing, on_delete=models.PROTECT, null=True, related_name="concludes"
    )
    answer = models.OneToOneField(
        Writing, on_delete=models.PROTECT, null=True, related_name="answers_point"
    )

    objects = PointQuerySet.as_manager()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(writing__isnull=False) | ~models.Q(words=""),
                name="point_says_what",
            )
        ]

    def __str__(self) -> str:
        return self.words


class Council(models.Model):
    """What makes of a collective a form of participation the law knows (CASF L311-6)."""

    class Form(models.TextChoices):
        """Which (CASF D311-3 and D311-21)."""

        COUNCIL = "council", "{conseil.singulier}"
        GROUP = "group", "groupe d’expression"
        CONSULTATION = "consultation", "consultation de tous"
        SURVEY = "survey", "enquête de satisfaction"
        OTHER = "other", "autre forme"

    notebook = models.OneToOneField(Notebook, on_delete=models.CASCADE, related_name="council")
    form = models.CharField(max_length=12, choices=Form, default=Form.COUNCIL)
    rules_on = models.DateField(null=True)
    word = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.form


class Seat(models.Model):
    """A seat in a council: for whom, who sits there, since when, and how they were chosen.

    `name` is told to all who read the council: the names of its members are public in the house.
    """

    class College(models.TextChoices):
        """Whom one represents (CASF D311-5)."""

        PERSONS = "persons", "{personne.pluriel}"
        FAMILIES = "families", "familles"
        REPRESENTATIVES = "representatives", "représentants légaux"
        VOLUNTEERS = "volunteers", "bénévoles"
        WORKERS = "workers", "{professionnel.pluriel}"
        MANAGING = "managing", "organisme gestionnaire"
        OTHER = "other", "autre"

    class Role(models.TextChoices):
        """What one does there."""

        MEMBER = "", "membre"
        PRESIDENT = "president", "présidence"
        VICE = "vice", "vice-présidence"

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="seats")
    college = models.CharField(max_length=16, choices=College)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=10, choices=Role, blank=True)
    is_substitute = models.BooleanField(default=False)
    chosen = models.CharField(max_length=200, blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
