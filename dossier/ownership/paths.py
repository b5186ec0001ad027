"""Where things are in a takeout."""

from datetime import datetime

from django.utils.text import slugify

from dossier.files import kinds
from dossier.files.models import Blob
from dossier.notebooks.models import Notebook


def kept_as(blob: Blob, size: str = "content") -> str:
    """Return where a file is: by its SHA-256, with an ending that says what it is."""
    ending = (kinds.by_mime(blob.kind, blob.mime).endings or ("bin",))[0]
    if size in {"large", "small"}:
        ending = f"{size}.webp"
    elif size != "content":
        ending = f"{size}.{ending}"
    return f"fichiers/{blob.sha256[:2]}/{blob.sha256}.{ending}"


def folder(notebook: Notebook) -> str:
    """Return the name of the folder of a notebook, by its number, and its title as files say it."""
    return f"{notebook.pk:05}-{slugify(notebook.title)[:40]}".rstrip("-")


def text_path(folder: str, day: datetime, pk: int) -> str:
    """Return where the text of a writing is, by the day it tells of."""
    return f"ecrits/{folder}/{day:%Y}/{day:%Y-%m-%d}-{pk}.txt"
