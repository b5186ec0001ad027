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
from dossier.files.models import Blob
from dossier.notebooks.models import Attachment, Heading, Notebook, Relabelled, Writing
from dossier.notebooks.rules import first_position
from dossier.persons.models import Dossier
from dossier.rights.models import Edition, OfDossier


class Mission(models.Model):
    """An evaluation of the house by an outside body (CASF L312-8, D312-204): who comes, when. It
    is of the house, never of a person; no account is made for who comes.
    """

    body = models.CharField(max_length=200)
    people = models.CharField(max_length=500, blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-from_on", "-pk"]

    def __str__(self) -> str:
        return self.body


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

    What may leave is `allowed`, and `with_facts` the dates of what was handed over, signed,
    reviewed; to whom, what for, until when are said before. No answer is no. `ways` are how it was
    said; `writing` holds what was joined (the paper signed, a voice). `mission` is the evaluation
    for which it was asked.
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
    mission = models.ForeignKey(
        Mission, on_delete=models.SET_NULL, null=True, related_name="consents"
    )
    with_facts = models.BooleanField(default=False)
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
        told = json.dumps([self.with_facts, *self.allowed.values_list("pk", "with_files")])
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def writings(self, worker: Worker, *, with_files: bool = False) -> models.QuerySet:
        """Return what it speaks of, that `worker` reads, in order of time; whatever its state. Only
        those with which files may leave, for `with_files`.
        """
        told = Q(pk__in=[])
        allowed = self.allowed.filter(with_files=True) if with_files else self.allowed
        for one in allowed.select_related("heading"):
            told |= one.condition()
        found = Writing.objects.visible_to(worker).filter(told)
        return found.select_related("notebook", "author", "heading").order_by("position")

    def leaving(self, worker: Worker, *, with_files: bool = False) -> models.QuerySet:
        """Return of `writings` those that are still as they were when one said yes to them: a
        single writing corrected since is to be asked for again.
        """
        found = self.writings(worker, with_files=with_files)
        if not self.noted_at:
            return found.none()
        single = self.allowed.exclude(writing=None).values("writing")
        since = self.noted_at + timedelta(minutes=1)
        return found.exclude(pk__in=single, corrected_at__gte=since)


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


class DisclosureQuerySet(models.QuerySet):
    """Sets of sendings: known to who reads all that is in them."""

    def _of(self, consents: ConsentQuerySet, worker: Worker) -> "DisclosureQuerySet":
        seen = Notebook.objects.visible_to(worker)
        hidden = Disclosed.objects.filter(disclosure=OuterRef("pk")).filter(
            (Q(consent__isnull=False) & ~Q(consent__in=consents))
            | (Q(writing__isnull=False) & ~Q(writing__notebook__in=seen))
        )
        known = Q(consent__in=consents) | Q(consent=None, by=worker)
        known |= Q(consent=None, sealed_at__isnull=False, pack=Disclosure.Sort.FACTS)
        return self.filter(known).exclude(Exists(hidden))

    def visible_to(self, worker: Worker) -> "DisclosureQuerySet":
        """Return those `worker` may know of; of a mission, what is only prepared, and the sheet of
        the house, are their author's: it tells of the councils they read.
        """
        return self._of(Consent.objects.visible_to(worker), worker)

    def writable_by(self, worker: Worker) -> "DisclosureQuerySet":
        """Return those `worker` may prepare, seal, hand over."""
        found = self._of(Consent.objects.writable_by(worker), worker)
        return found.exclude(~Q(by=worker), consent=None)


class Disclosure(models.Model):
    """A sending (*envoi*): what leaves the house, in one sealed file, to one recipient.

    Of one agreement (`consent`), or of a `mission`: the dates of several persons, or the sheet of
    the house. `seed` and `choices` say how names are replaced (`preparing`), until it is sealed;
    `basis` is a print of all that what is shown before was made of, and `is_ready` when nothing of
    it waited for somebody's choice. Once sealed, `copy` is the very file, `archive` the same as an
    age file (for another house, when its public `house_key` is said), and `key` opens the copy,
    wrapped for the house alone (`keeping`). `handed_on` is when it was handed over: until then, an
    agreement taken back stops it; after, a letter says so.
    """

    class Sort(models.TextChoices):
        """What it holds."""

        EXTRACTS = "extracts", "des passages choisis"
        FACTS = "facts", "des dates"
        SHEET = "sheet", "la fiche {maison.du}"

    class Names(models.TextChoices):
        """Which names change."""

        ALL = "all", "tous, celui {personne.du} aussi"
        OTHERS = "others", "tous, sauf celui {personne.du}"

    reference = models.CharField(max_length=8, unique=True)
    pack = models.CharField(max_length=8, choices=Sort, default=Sort.EXTRACTS)
    recipient = models.CharField(max_length=200)
    sort = models.CharField(max_length=12, choices=Consent.Sort)
    purpose = models.TextField()
    until = models.DateField()
    consent = models.ForeignKey(
        Consent, on_delete=models.CASCADE, null=True, related_name="disclosures"
    )
    mission = models.ForeignKey(
        Mission, on_delete=models.SET_NULL, null=True, related_name="disclosures"
    )
    names = models.CharField(max_length=6, choices=Names, default=Names.ALL)
    seed = models.BinaryField(max_length=32)
    choices = models.JSONField(default=dict, blank=True)
    basis = models.CharField(max_length=64, blank=True)
    is_ready = models.BooleanField(default=False)
    told_purpose = models.TextField(blank=True)
    told_answers = models.TextField(blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    sealed_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    sealed_at = models.DateTimeField(null=True)
    copy = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="disclosures")
    archive = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="archived")
    key = models.BinaryField(max_length=80)
    house_key = models.CharField(max_length=100, blank=True)
    handed_on = models.DateField(null=True)
    handed_how = models.CharField(max_length=200, blank=True)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at", "-pk"]

    def __str__(self) -> str:
        return self.reference


class Disclosed(models.Model):
    """A piece of a sending: a `writing`, a file joined to it (`attachment`), an `edition` of a
    paper of the house, or dates. `consent` is what it stands on; none for what is the house's.

    `seen` is the print of the words somebody looked at, `version` that of the writing: covered are
    its stretches `hidden`, left though they speak of others those `kept` ([start, end]). `title`
    and `told` are as they leave; `told` goes once it is sealed in the copy. `criterion` is what it
    answers, if said.
    """

    class Method(models.TextChoices):
        """By which method of the evaluation of houses it is asked for (HAS, 2022)."""

        PERSON = "person", "accompagné traceur"
        THEME = "theme", "traceur ciblé"
        SYSTEM = "system", "audit système"

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="pieces")
    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, null=True, related_name="+")
    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, null=True, related_name="+")
    attachment = models.ForeignKey(
        Attachment, on_delete=models.CASCADE, null=True, related_name="+"
    )
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.PositiveIntegerField(default=0)
    seen = models.CharField(max_length=16, blank=True)
    version = models.PositiveSmallIntegerField(null=True)
    hidden = models.JSONField(default=list, blank=True)
    kept = models.JSONField(default=list, blank=True)
    method = models.CharField(max_length=6, choices=Method, blank=True)
    criterion = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=500, blank=True)
    told = models.TextField(blank=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure", "writing"],
                condition=Q(attachment=None),
                name="text_disclosed_once",
            ),
            models.UniqueConstraint(
                fields=["disclosure", "attachment"], name="file_disclosed_once"
            ),
            models.UniqueConstraint(fields=["disclosure", "edition"], name="paper_disclosed_once"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.pk)
