"""Receiving files with a form: kept at once, so that a refused form loses none of them."""

import uuid

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.files.actions import EmptyFile
from dossier.notebooks import attachments
from dossier.notebooks.models import Attachment

FIELD = "files"
MEGABYTE = 1_000_000


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes what comes to the disk, and no more of one file than the house keeps.

    The rest of the form is still read: the text that came with a file too heavy is not lost.
    """

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece, unless it is one too many."""
        self.received += len(raw_data)
        if self.received > settings.MAX_FILE_MB * MEGABYTE:
            self.file.close()
            heavy = getattr(self.request, "too_heavy", [])
            self.request.too_heavy = [*heavy, self.file_name]
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


def receive(request: HttpRequest, *, worker: Worker, key: uuid.UUID) -> list[str]:
    """Join the files of `request` to the form `key` of `worker`; return what to say of those
    that could not be kept.

    Once a request: asked again, it gives the same answer.
    """
    if not hasattr(request, "refusals"):
        files = request.FILES.getlist(FIELD)
        told = [_join(file, worker, key) for file in files]
        request.refusals = [*_too_heavy(request), *filter(None, told)]
    return request.refusals


def describe(request: HttpRequest, *, worker: Worker, key: uuid.UUID) -> None:
    """Give the files of a form being sent the descriptions typed beside them."""
    for one in Attachment.objects.pending(worker, key):
        typed = request.POST.get(f"description_{one.pk}", "").replace("\x00", "")
        if typed.strip():
            typed = typed[: attachments.MAX_DESCRIPTION]
            attachments.describe(by=worker, attachment=one, description=typed)


def _join(file: UploadedFile, worker: Worker, key: uuid.UUID) -> str:
    """Join a file; return what to say if it could not be, else nothing."""
    name = shown_name(file.name)
    try:
        attachments.join(by=worker, key=key, name=file.name, pieces=file.chunks())
    except EmptyFile:
        return (
            f"« {name} » est vide : il n’y a rien à garder dedans. "
            "Ouvrez-le pour vérifier, puis joignez-le de nouveau."
        )
    except attachments.TooMany:
        return said(
            "« {name} » n’a pas pu être joint : {ecrit.un} en porte {count} au plus. Enregistrez, "
            "puis joignez la suite à {reponse.un}.",
            name=name,
            count=attachments.MAX_JOINED,
        )
    return ""


def _too_heavy(request: HttpRequest) -> list[str]:
    return [
        f"« {shown_name(name)} » pèse plus de {settings.MAX_FILE_MB} Mo : il n’a pas été gardé. "
        "Raccourcissez-le (une vidéo plus courte, une qualité plus basse), puis joignez-le."
        for name in getattr(request, "too_heavy", [])
    ]


def shown_name(name: str | None) -> str:
    """Return the name of a file as one may say it in a message."""
    return "".join(char for char in (name or "") if char.isprintable())[:80] or "Un fichier"
