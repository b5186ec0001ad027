"""Collectives: a notebook exactly as a person has, and members named, counted or left unsaid."""

from django.db import models

from dossier.notebooks.models import Notebook
from dossier.persons.models import Person


class Collective(models.Model):
    """A collective (*collectif*): living group, workshop, council, common cause."""

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=100, blank=True)
    word = models.TextField(blank=True)
    notebook = models.OneToOneField(Notebook, on_delete=models.PROTECT, related_name="collective")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A member: a person of the house, or words ("une dizaine de parents"), maybe with a number."""

    collective = models.ForeignKey(Collective, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="memberships"
    )
    words = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField(null=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | ~models.Q(words=""),
                name="membership_says_who",
            )
        ]

    def __str__(self) -> str:
        return str(self.person) if self.person else self.words
