"""`dossier serve`: the house is open on this machine, until Ctrl+C."""

import os
import sys
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


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
        """Refuse a database that is not of this version; else serve."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError(
                "La base n’est pas celle de cette version : « dossier init » la prépare, "
                "« dossier upgrade » la met à jour."
            )
        connection.close()
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        if options["port"]:
            os.environ["PORT"] = str(options["port"])
        command = [sys.executable, "-m", "gunicorn", "--config", "python:config.server"]
        sys.stdout.flush()
        os.execv(sys.executable, [*command, "config.wsgi:application"])  # noqa: S606 - as said above
