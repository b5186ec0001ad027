"""`dossier restore SOURCE`: everything comes back, into an empty instance.

JSON (`--json`): {"rows", "files", "missing": [SHA-256], "is_done"}. Exit codes: 0 done, or could be
(`--dry-run`); 1 refused, the instance is as it was; 2 misuse.
"""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from dossier.management.keys import private_key
from dossier.management.progress import shown
from dossier.ownership import restore
from dossier.ownership.places import Refused


class Command(BaseCommand):
    """Put a takeout, or a backup, back."""

    help = (
        "Remet ce que « dossier takeout » a emporté, ou une sauvegarde, dans une instance vide, "
        "sur SQLite ou PostgreSQL. Chaque fichier est d’abord vérifié : tout revient, ou rien. "
        "Les clés de la maison reviennent aussi : relancez-la ensuite si elle tournait."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take from where."""
        parser.add_argument("source", metavar="SOURCE", help="le dossier, ou le fichier .zip")
        parser.add_argument(
            "--key",
            metavar="FICHIER",
            help="pour une sauvegarde : où lire la clé imprimée ; - pour la taper",
        )
        parser.add_argument("--json", action="store_true", help="répondre en JSON")
        parser.add_argument("--dry-run", action="store_true", help="vérifier, sans rien remettre")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check it, put it back, and say what came back."""
        is_dry, key = options["dry_run"], private_key(options["key"])
        try:
            with shown(is_wanted=not options["json"]) as advance:
                path = Path(options["source"]).expanduser()
                told = restore.restore(path, advance=advance, is_dry=is_dry, key=key)
        except Refused as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            kept = {"rows": told.rows, "files": told.files, "missing": list(told.missing)}
            self.stdout.write(json.dumps(kept | {"is_done": not is_dry}))
            return
        verb = "peut revenir" if is_dry else "est revenu"
        self.stdout.write(f"Tout {verb} : {told.rows} lignes, {told.files} fichiers.")
        if told.missing:
            self.stdout.write(f"Des fichiers manquaient déjà au départ : {len(told.missing)}.")
        if not is_dry:
            self.stdout.write("« dossier journal verify » dit si la trace est entière.")
