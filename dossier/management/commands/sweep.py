"""`manage.py sweep`: personal notes whose day is past go, for good. Once a day is enough."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from dossier.notes.actions import empty, wipe


class Command(BaseCommand):
    """Empty the personal notes, and leave nothing of them on the disk."""

    help = "Vide les notes personnelles arrivées au bout de leur temps. À lancer une fois par jour."

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep, and tell nobody how much there was."""
        empty(timezone.localdate())
        wipe()
        self.stdout.write("C’est fait : les notes arrivées au bout de leur temps ne sont plus là.")
