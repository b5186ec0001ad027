"""`manage.py sweep`: personal notes whose day is past go, for good; what a destruction cut short
left goes too. Once a day is enough.
"""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from dossier.notes.actions import empty, wipe
from dossier.retention import cleaning


class Command(BaseCommand):
    """Empty the personal notes; leave nothing on the disk of them, nor of what was destroyed."""

    help = "Vide les notes personnelles arrivées au bout de leur temps. À lancer une fois par jour."

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep, and tell nobody how much there was."""
        empty(timezone.localdate())
        wipe()
        cleaning.clean() if cleaning.is_due() else cleaning.sweep_folders()
        self.stdout.write("C’est fait : les notes arrivées au bout de leur temps ne sont plus là.")
