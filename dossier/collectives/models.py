"""Collectives: a notebook exactly as a person has, and members named, counted or left unsaid."""

from django.db import models
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person


class Collective(models.Model):
    """A collective (*collectif*): living group, workshop, council; or a common cause (*cause
    commune*), by the kind of its notebook.
    """

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=100, blank=True)
    word = models.TextField(blank=True)
    notebook = models.OneToOneField(Notebook, on_delete=models.PROTECT, related_name="collective")

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet):
    """Sets of memberships."""

    def visible_to(self, worker: Worker) -> "MembershipQuerySet":
        """Return those `worker` may know of: who reads the notebook alone learns neither the name
        nor the number of the persons and collectives named there.
        """
        seen = Notebook.objects.visible_to(worker)
        return self.filter(
            models.Q(person=None) | models.Q(person__dossier__notebook__in=seen),
            models.Q(collective=None) | models.Q(collective__notebook__in=seen),
            notebook__in=seen,
        )


class Membership(models.Model):
    """Who is in a collective, a project: a person of the house, another collective, or words ("une
    dizaine de parents"), maybe with a number.
    """

    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="memberships"
    )
    collective = models.ForeignKey(
        Collective, on_delete=models.PROTECT, null=True, related_name="memberships"
    )
    words = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField(null=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False)
                | models.Q(collective__isnull=False)
                | ~models.Q(words=""),
                name="membership_says_who",
            )
        ]

    def __str__(self) -> str:
        return str(self.person or self.collective or self.words)

    @property
    def is_present(self) -> bool:
        """Whether it has no end, or one to come."""
        return self.until_on is None or self.until_on > timezone.localdate()

    @property
    def named(self) -> Notebook | None:
        """The notebook of who is named; None when it is said in words."""
        if self.person:
            return self.person.dossier.notebook
        return self.collective.notebook if self.collective else None
