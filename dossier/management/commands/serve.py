"""`dossier serve`: the house is open on this machine, until Ctrl+C."""

import os
import sys
from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command
from django.db import connection


class Command(BaseCommand):
    """Serve; the server takes the place of this process."""

    help = (
        "Ouvre la maison sur cette machine, au port PORT (8000). DOSSIER_HOSTS dit sous quels noms "
        "d’autres machines la joignent."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the port."""
        parser.add_argument("--port", type=int, metavar="PORT", help="le port, sinon PORT, ou 8000")

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve."""
        connection.close()
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        if options["port"]:
            os.environ["PORT"] = str(options["port"])
        command = [sys.executable, "-m", "gunicorn", "--config", "python:dossier.config.server"]
        self.stdout.flush()
        os.execv(sys.executable, [*command, "dossier.config.wsgi:application"])  # noqa: S606 - as said above
