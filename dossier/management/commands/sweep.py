"""`manage.py sweep`: personal notes and lines of the journal whose time is past go, for good; what
a destruction cut short left goes too. Once a day is enough.
"""

import time
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import timezone

from dossier.machine import keeping
from dossier.notes.actions import empty, wipe
from dossier.retention import cleaning
from dossier.trust.forgetting import forget_some


class Command(BaseCommand):
    """Empty the personal notes, cut the journal, and leave nothing of them on the disk."""

    help = (
        "Vide les notes personnelles et la trace arrivées au bout de leur temps. À lancer une fois "
        "par jour."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep, and tell nobody how much there was."""
        today = timezone.localdate()
        empty(today)
        while forget_some(today):
            pass
        wipe()
        keeping.forget(settings.DOSSIER_HOME, time.time())
        if not cleaning.is_due():
            cleaning.sweep_folders()
        elif not cleaning.clean():
            self.stderr.write(
                "Le ménage d’une destruction n’est pas fini : un travail plus ancien tient encore "
                "la base. Relancez cette commande un peu plus tard."
            )
        self.stdout.write("C’est fait : ce qui est arrivé au bout de son temps n’est plus là.")
