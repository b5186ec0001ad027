"""Persons accompanied: how they want to be called is enough to open a dossier."""

from django.db import models

from dossier.establishment.models import Team
from dossier.notebooks.models import Notebook


class Person(models.Model):
    """A person accompanied (*personne accompagnée*).

    Only `called` is needed. `birth` keeps the words ("vers 1950"); `born_from` and
    `born_until` are what `rules.read_birth` understood of them, both null when unknown.
    """

    called = models.CharField(max_length=200)
    civil_name = models.CharField(max_length=200, blank=True)
    birth = models.CharField(max_length=100, blank=True)
    born_from = models.DateField(null=True)
    born_until = models.DateField(null=True)
    word = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.called


class Dossier(models.Model):
    """The dossier (*dossier unique*): one a person, with its notebook (CASF L311-3)."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="dossier")
    notebook = models.OneToOneField(Notebook, on_delete=models.PROTECT, related_name="dossier")

    def __str__(self) -> str:
        return str(self.person)


class Stay(models.Model):
    """A stay (*accompagnement, séjour*): from when to when, where; may overlap and come back."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="stays")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    service = models.CharField(max_length=200, blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    word = models.TextField(blank=True)

    class Meta:
        ordering = ["-from_on", "-pk"]

    def __str__(self) -> str:
        return self.service or str(self.team or "")


class Relation(models.Model):
    """Somebody around a person, a collective or a project (*entourage*): family, a partner, a
    neighbour, with free words about the tie.
    """

    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="relations")
    name = models.CharField(max_length=200)
    tie = models.CharField(max_length=300, blank=True)
    word = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
