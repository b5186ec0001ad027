"""Agreements for something to leave the house, and what may."""

import hashlib
import json
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from dossier.disclosures import rules
from dossier.establishment.models import Worker
from dossier.notebooks.models import Heading, Notebook, Relabelled, Writing
from dossier.notebooks.rules import first_position
from dossier.persons.models import Dossier
from dossier.rights.models import OfDossier


class ConsentQuerySet(OfDossier):
    """Sets of agreements: known to who reads all that they speak of, so that one about a circle
    says nothing to who does not read it.
    """

    def _of(self, dossiers: Any, worker: Worker) -> "ConsentQuerySet":
        hidden = Allowed.objects.filter(consent=OuterRef("pk")).exclude(
            notebook__in=Notebook.objects.visible_to(worker)
        )
        return self.filter(dossier__notebook__in=dossiers).exclude(Exists(hidden))

    def visible_to(self, worker: Worker) -> "ConsentQuerySet":
        """Return those `worker` may know of."""
        return self._of(Notebook.objects.visible_to(worker), worker)

    def writable_by(self, worker: Worker) -> "ConsentQuerySet":
        """Return those `worker` may answer, or say withdrawn."""
        return self._of(Notebook.objects.writable_by(worker), worker)

    def given(self, today: date) -> "ConsentQuerySet":
        """Return those on which something may leave that day (`rules.state`)."""
        return self.filter(
            answer=Consent.Answer.YES, until__gte=today, withdrawn_on=None, is_mistaken=False
        )


class Consent(models.Model):
    """An agreement (*accord*) for something of a dossier to leave: asked first, then answered.

    What may leave is `allowed`; to whom, what for, until when are said before. No answer is no.
    `ways` are how it was said; `writing` holds what was joined (the paper signed, a voice).
    """

    class Sort(models.TextChoices):
        """Who would receive it."""

        EVALUATION = "evaluation", "un organisme d’évaluation"
        AUTHORITY = "authority", "une autorité"
        SCHOOL = "school", "une école, un centre de formation"
        HOSPITAL = "hospital", "un hôpital, qui soigne"
        JUDGE = "judge", "un juge"
        SERVICE = "service", "un autre service"
        RESEARCH = "research", "une recherche"
        OTHER = "other", "quelqu’un d’autre"

    class Answer(models.TextChoices):
        """What was answered."""

        YES = "yes", "oui"
        NO = "no", "non"

    class Side(models.TextChoices):
        """Who answered."""

        PERSON = "person", "{personne.le}"
        REPRESENTATIVE = "representative", "qui {personne:le,la} représente"

    class Way(models.TextChoices):
        """How it was said."""

        PAPER = "paper", "sur la feuille, signée"
        SPOKEN = "spoken", "en parlant"
        VOICE = "voice", "sa voix, enregistrée"
        SIGN = "sign", "en langue des signes, par gestes"
        PICTURES = "pictures", "avec des images, des pictogrammes"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="consents")
    recipient = models.CharField(max_length=200)
    sort = models.CharField(max_length=12, choices=Sort)
    purpose = models.TextField()
    until = models.DateField()
    asked_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=3, choices=Answer, blank=True)
    side = models.CharField(max_length=15, choices=Side, default=Side.PERSON)
    who = models.CharField(max_length=200, blank=True)
    on = models.DateField(null=True)
    ways = models.JSONField(default=list, blank=True)
    how = models.CharField(max_length=200, blank=True)
    present = models.CharField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, null=True, related_name="+")
    noted_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    noted_at = models.DateTimeField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_words = models.TextField(blank=True)
    withdrawn_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    is_mistaken = models.BooleanField(default=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return self.recipient

    @property
    def state(self) -> rules.State:
        """Where it stands today."""
        return rules.state(
            answer=self.answer,
            until=self.until,
            withdrawn_on=self.withdrawn_on,
            is_mistaken=self.is_mistaken,
            today=timezone.localdate(),
        )

    @property
    def print(self) -> str:
        """A print of what is asked: SHA-256, its first 16 signs in hexadecimal."""
        told = json.dumps(list(self.allowed.values_list("pk", "with_files")))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def writings(self, worker: Worker) -> models.QuerySet:
        """Return what it speaks of, that `worker` reads, in order of time; whatever its state."""
        told = Q(pk__in=[])
        for one in self.allowed.select_related("heading"):
            told |= one.condition()
        found = Writing.objects.visible_to(worker).filter(told)
        return found.select_related("notebook", "author", "heading").order_by("position")


class Allowed(models.Model):
    """What an agreement lets leave: one `writing`, or those of a `notebook`, under a `heading` or
    all, from a day to another. `with_files` when what is joined to them may leave too.
    """

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="allowed")
    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="+")
    # Without its heading, it would speak of the whole notebook.
    heading = models.ForeignKey(Heading, on_delete=models.CASCADE, null=True, related_name="+")
    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, null=True, related_name="+")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    with_files = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.notebook)

    def condition(self) -> Q:
        """Return the condition that a writing is one of these."""
        told = Q(notebook=self.notebook_id)
        if self.writing_id:
            return told & Q(pk=self.writing_id)
        # What was answered to others, signed, is not for this one to read.
        told &= ~Exists(Consent.objects.filter(writing=OuterRef("pk")))
        if self.heading_id:
            told &= Q(heading=self.heading_id) & ~Exists(self._brought())
        zone = timezone.get_current_timezone()
        if self.since:
            told &= Q(position__gte=first_position(self.since, zone))
        if self.until:
            told &= Q(position__lt=first_position(self.until + timedelta(days=1), zone))
        return told

    def _brought(self) -> models.QuerySet:
        """Return the rows of changes that brought a writing under the heading since it was
        answered: what it meant then does not grow because a team joins two headings.
        """
        since = self.consent.noted_at
        changes = {"change__sort": Heading.SORT, "change__new": self.heading.name}
        found = Relabelled.objects.filter(writing=OuterRef("pk"), **changes)
        return found.filter(change__at__gte=since) if since else found.none()
