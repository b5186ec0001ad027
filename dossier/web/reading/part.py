"""What the page of a person's rights says of reading: where one goes, from what one may do."""

from typing import Any

from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier


def reading(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return whether `worker` keeps the dossier: who keeps decides, and makes the copy."""
    kept = Notebook.objects.kept_by(worker).filter(pk=dossier.notebook_id)
    return {"keeps": kept.exists()}
