"""Files, each kept once, named by its content."""

from pathlib import Path

from django.core.files.storage import default_storage
from django.db import models


class BlobQuerySet(models.QuerySet):
    """Sets of files."""

    def unheld(self) -> "BlobQuerySet":
        """Return those that no row of any table holds."""
        return self.filter(**{one.name: None for one in Blob._meta.related_objects})


class Blob(models.Model):
    """A file as the house keeps it: once, whoever gave it and however many times.

    `sha256` names its content (hexadecimal); `kind` is one of `kinds`, `mime` the type it is
    served as, `text` the words found in it. An image has its `width` and `height`.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=10)
    mime = models.CharField(max_length=100)
    text = models.TextField(blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)

    objects = BlobQuerySet.as_manager()

    def __str__(self) -> str:
        return self.sha256[:12]

    def path(self, size: str = "content") -> Path:
        """Return where it is (`storage`): its `content`, or for an image `large` or `small`."""
        return default_storage.place(self.stored_as(size))

    def stored_as(self, size: str = "content") -> str:
        """Return the name it has in the storage."""
        ending = "" if size == "content" else f".{size}"
        return f"{self.sha256[:2]}/{self.sha256}{ending}"
