"""Personal notes: their author's alone, until a day."""

import uuid

from django.db import models
from django.utils import timezone

from dossier.establishment.models import Worker


class NoteQuerySet(models.QuerySet):
    """Sets of notes."""

    def of(self, worker: Worker) -> "NoteQuerySet":
        """Return the notes of `worker`, nobody else's, that are not gone."""
        return self.filter(author=worker, until__gte=timezone.localdate())


class Note(models.Model):
    """A personal note (*note personnelle*): part of no dossier, read by its author alone, gone
    after `until`. What is kept on the house's machine may still be asked for by the person it
    speaks of (RGPD art. 15): never promise secrecy.
    """

    author = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField(default=uuid.uuid4)
    text = models.TextField()
    until = models.DateField()
    changed_at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="note_once")]

    def __str__(self) -> str:
        return self.text[:60]
