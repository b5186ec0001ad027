"""`manage.py grow`: the invented establishment at any size, to measure."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dossier.demo.grow import grow
from dossier.demo.load import is_loaded
from dossier.notebooks.models import Writing


class Command(BaseCommand):
    """Add composed writings until there are as many as asked."""

    help = "Ajoute à la maison inventée des écrits composés, jusqu’au nombre demandé."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--writings`."""
        parser.add_argument("--writings", type=int, required=True, help="combien en tout")

    def handle(self, *args: Any, **options: Any) -> None:
        """Grow, with a progress bar, and let the database take its measure."""
        if not is_loaded():
            raise CommandError("La maison est vide : lancez d’abord « manage.py demo --no-serve ».")
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns) as progress:
            start = Writing.objects.count()
            task = progress.add_task("Écrits", total=options["writings"], completed=start)
            added = grow(options["writings"], advance=lambda n: progress.advance(task, n))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        self.stdout.write(f"{added} écrits ajoutés.")
