"""An archive that its reader opened, said on the page of its notebook."""

from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.retention.models import ArchiveOpening


def opened(notebook: Notebook, worker: Worker) -> ArchiveOpening | None:
    """Return until when `worker` opened the archive that `notebook` is of; one query, none for what
    cannot be an archive.
    """
    if notebook.kind != Notebook.Kind.DOSSIER:
        return None
    mine = ArchiveOpening.objects.filter(archive__dossier__notebook=notebook.pk, by=worker)
    return mine.filter(until__gt=timezone.now()).order_by("-at", "-pk").first()
