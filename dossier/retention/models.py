"""Dossiers closed to daily use, lists for elimination, and what is left of what was destroyed."""

from typing import Any

from django.db import models
from django.utils import timezone

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import MAY, READERS, Notebook
from dossier.persons.models import Dossier


class ArchiveQuerySet(models.QuerySet):
    """Sets of archives."""

    def visible_to(self, worker: Worker) -> "ArchiveQuerySet":
        """Return those that `worker` may know of: who read them when they were closed, by name or
        with a team they are in, until when they could.
        """
        return self.filter(pk__in=self._remembered(worker).values("archive"))

    def kept_by(self, worker: Worker) -> "ArchiveQuerySet":
        """Return those that `worker` answers for: who kept the notebook when it was closed.

        When none of them is left, who wrote there answers for it, then who read it, if they did
        without an end: who read for a few days decides of nothing.
        """
        found = models.Q()
        for place, level in enumerate(READERS):
            mine = self._remembered(worker, level).filter(until=None)
            one = models.Q(pk__in=mine.values("archive"))
            above = ArchiveReader.objects.here(READERS[:place], models.OuterRef("pk"))
            found |= one & ~models.Q(models.Exists(above)) if place else one
        return self.filter(found)

    @staticmethod
    def _remembered(worker: Worker, *levels: str) -> models.QuerySet:
        rows = ArchiveReader.objects.of_dossier().filter(level__in=levels or READERS).in_force()
        if not worker.is_authenticated or not worker.accompanies:
            return rows.none()
        mine = models.Q(worker=worker) | models.Q(team__in=worker.groups.all())
        return rows.filter(mine)


class Archive(models.Model):
    """A dossier in intermediate archive (CNIL, délibérations 2021-028 and 2023-095): closed to
    daily use, opened with a reason that is seen.

    Its grants are no more: `readers` remembers them, and who may open it. `keep_until` is when its
    elimination may be proposed, `keep_why` why then and not when the law proposes, `hold` why it
    must be kept longer.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="archive")
    last_contact_on = models.DateField()
    why = models.TextField(blank=True)
    keep_until = models.DateField()
    keep_why = models.TextField(blank=True)
    hold = models.TextField(blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    objects = ArchiveQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.dossier)


class ArchiveReaderQuerySet(models.QuerySet):
    """Sets of remembered grants."""

    def of_dossier(self) -> "ArchiveReaderQuerySet":
        """Return those of dossiers themselves: those of their circles are told to nobody."""
        return self.filter(circle=None)

    def in_force(self) -> "ArchiveReaderQuerySet":
        """Return those whose end has not come."""
        return self.filter(models.Q(until=None) | models.Q(until__gt=timezone.now()))

    def here(self, levels: tuple[str, ...], archive: Any) -> "ArchiveReaderQuerySet":
        """Return those of an archive, at one of `levels` and without an end, of somebody who still
        works here.
        """
        active = models.Q(worker__is_active=True) | models.Q(team__workers__is_active=True)
        found = self.of_dossier().filter(until=None)
        return found.filter(active, archive=archive, level__in=levels)


class ArchiveReader(models.Model):
    """Who could do what in a notebook when it was closed: a grant, remembered. In that of the
    dossier, or in a `circle` around it.
    """

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="readers")
    circle = models.ForeignKey(Notebook, on_delete=models.CASCADE, null=True, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, null=True, related_name="+")
    team = models.ForeignKey("auth.Group", on_delete=models.CASCADE, null=True, related_name="+")
    level = models.CharField(max_length=20)
    reason = models.CharField(max_length=500, blank=True)
    until = models.DateTimeField(null=True)
    given_by = models.ForeignKey(
        Worker, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    objects = ArchiveReaderQuerySet.as_manager()

    def __str__(self) -> str:
        return self.level

    @property
    def who(self) -> str:
        """Whose it is, in words."""
        return self.worker.name if self.worker else said("{equipe.Le} {name}", name=self.team.name)

    @property
    def may(self) -> str:
        """What they could do, in words."""
        return said(MAY[self.level])


class ArchiveOpening(models.Model):
    """An archive opened: by whom, why, until when; who kept it sees it."""

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="openings")
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.reason


class SlipQuerySet(models.QuerySet):
    """Sets of slips."""

    def visible_to(self, worker: Worker) -> "SlipQuerySet":
        """Return those on which `worker` answers for a line, made or decided one."""
        return self.filter(lines__in=SlipLine.objects.visible_to(worker)).distinct()


class Slip(models.Model):
    """A list for elimination (*bordereau d'élimination*): what is proposed, the visa of the
    departmental archives where it is needed (code du patrimoine L212-2), what was done.

    `visa` is its reference; without personal data, so that it may be kept and sent.
    """

    number = models.PositiveIntegerField(unique=True)
    made_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    visa = models.CharField(max_length=200, blank=True)
    visa_on = models.DateField(null=True)
    needs_visa = models.BooleanField(default=True)

    objects = SlipQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number}"


class SlipLineQuerySet(models.QuerySet):
    """Sets of lines."""

    def kept_by(self, worker: Worker) -> "SlipLineQuerySet":
        """Return those still there that `worker` answers for."""
        return self.filter(archive__in=Archive.objects.kept_by(worker))

    def visible_to(self, worker: Worker) -> "SlipLineQuerySet":
        """Return those `worker` answers for; once it is destroyed, whose they made or decided."""
        theirs = models.Q(slip__made_by=worker) | models.Q(decided_by=worker)
        kept = models.Q(archive__in=Archive.objects.kept_by(worker))
        return self.filter(kept | models.Q(theirs, archive=None))


class SlipLine(models.Model):
    """A dossier on a slip, told without a name: `number` is that of its notebook, `first_year` to
    `last_year` what it spans, how many writings and files, and why it may go (`basis`).

    `taken_out_at` is when the file for the archives was last taken out of here, `done_at` once it
    was destroyed, or handed to the archives under `deposit`.
    """

    class Decision(models.TextChoices):
        """What somebody decided."""

        DESTROY = "destroy", "détruire"
        DEPOSIT = "deposit", "verser aux archives, puis détruire ici"
        KEEP = "keep", "garder encore"

    slip = models.ForeignKey(Slip, on_delete=models.CASCADE, related_name="lines")
    archive = models.ForeignKey(
        Archive, on_delete=models.SET_NULL, null=True, related_name="slip_lines"
    )
    number = models.PositiveIntegerField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    writings = models.PositiveIntegerField()
    files = models.PositiveIntegerField()
    basis = models.TextField()
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    deposit = models.CharField(max_length=200, blank=True)
    taken_out_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    objects = SlipLineQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.slip}, {self.number}"


class Certificate(models.Model):
    """What is left of a dossier that was destroyed: no name of who was accompanied, no date of
    birth, no word of it, only how many writings, versions and files went, and in how many writings
    `elsewhere` the name was replaced. `by` destroyed it, whoever decided.
    """

    number = models.PositiveIntegerField(unique=True)
    line = models.OneToOneField(SlipLine, on_delete=models.PROTECT, related_name="certificate")
    on = models.DateField()
    by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    basis = models.TextField()
    visa = models.CharField(max_length=200, blank=True)
    writings = models.PositiveIntegerField()
    versions = models.PositiveIntegerField()
    files = models.PositiveIntegerField()
    elsewhere = models.PositiveIntegerField()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number}"
