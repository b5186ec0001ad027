"""`dossier takeout DEST`: everything leaves.

JSON (`--json`): {"path", "rows": {table: rows}, "files", "bytes", "missing": [SHA-256]}. Exit
codes: 0 all is there; 1 nothing was taken, or files that the house lost are missing; 2 misuse.
"""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from dossier.management.progress import shown
from dossier.ownership import takeout
from dossier.ownership.places import Sums, Taken


class Command(BaseCommand):
    """Take everything away to a folder or a ZIP."""

    help = (
        "Emporte tout ce que tient la maison, pendant que les gens écrivent : des textes, des "
        "pages qui s’ouvrent dans un navigateur, toutes les tables, tous les fichiers, les clés. "
        "Cela se lit sans le logiciel, et « dossier restore » le remet. Tout y est en clair : "
        "rangez-le sous clé."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where."""
        parser.add_argument(
            "dest", metavar="DEST", nargs="?", help="un dossier neuf ou vide ; ou un nom en .zip"
        )
        parser.add_argument(
            "--sums",
            action="store_true",
            help="dire seulement l’empreinte de chaque table et de chaque fichier : deux maisons "
            "pareilles disent la même chose",
        )
        parser.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take it, and say what was taken."""
        if options["sums"]:
            takeout.fill(Sums(sys.stdout.buffer), now=timezone.now(), with_pages=False)
            return
        if not options["dest"]:
            raise CommandError("Dites où emporter : dossier takeout DEST.", returncode=2)
        path = Path(options["dest"]).expanduser()
        try:
            with shown(is_wanted=not options["json"]) as advance:
                told = takeout.take_out(path, now=timezone.now(), advance=advance)
        except Taken as error:
            raise CommandError(
                f"Il y a déjà quelque chose dans {path} : donnez un dossier vide, ou un nom neuf."
            ) from error
        except OSError as error:
            raise CommandError(
                f"Le disque n’a pas suivi ({error.strerror}) : rien n’a été laissé dans {path}. "
                "Libérez de la place, ou prenez un autre disque."
            ) from error
        finally:
            connection.close()
        if options["json"]:
            kept = {"rows": told.rows, "files": told.files, "bytes": told.bytes}
            self.stdout.write(json.dumps({"path": str(path)} | kept | {"missing": told.missing}))
        else:
            rows = sum(told.rows.values())
            self.stdout.write(
                f"Tout est dans {path}. Lignes : {rows} ; fichiers : {told.files} ; "
                f"{told.bytes / 1e6:.1f} Mo.\nIl se lit en ouvrant index.html. Tout y est en clair "
                ": rangez-le sous clé."
            )
        if told.missing:
            raise CommandError(
                f"Des fichiers manquaient déjà sur le disque de la maison : {len(told.missing)}. "
                "Tout le reste est là ; MANIFEST.json dit lesquels."
            )
