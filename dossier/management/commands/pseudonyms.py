"""`manage.py pseudonyms measure`: how many names of a labelled set are found, and how much else."""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from dossier.disclosures.pseudonyms.measuring import Unreadable, measure, read


class Command(BaseCommand):
    """Print recall and precision by kind, as JSON; `measuring` says what is counted."""

    help = (
        "Mesure, sur un jeu de phrases étiquetées, ce qui est reconnu et serait remplacé\u00a0: "
        "noms, lieux, téléphones, adresses… Codes de sortie\u00a0: 0, c’est mesuré\u00a0; 2, "
        "le fichier ne se lit pas, ou la commande est mal écrite."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `measure`, the file, `--doubts`."""
        parser.add_argument(
            "action", choices=["measure"], help="«\u00a0measure\u00a0»\u00a0: mesurer"
        )
        parser.add_argument(
            "file", type=Path, metavar="FICHIER.jsonl", help="un objet JSON par ligne"
        )
        parser.add_argument(
            "--doubts", action="store_true", help="compte aussi les doutes, qui sont proposés"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the set, find, count."""
        try:
            lines = options["file"].read_text(encoding="utf-8").splitlines()
            entries = read(lines)
        except Unreadable as error:
            raise CommandError(str(error), returncode=2) from error
        except UnicodeDecodeError as error:
            raise CommandError("Ce fichier n’est pas du texte en UTF-8.", returncode=2) from error
        except OSError as error:
            raise CommandError(
                f"Le fichier «\u00a0{options['file']}\u00a0» ne s’ouvre pas.", returncode=2
            ) from error
        if not entries:
            raise CommandError("Ce fichier est vide.", returncode=2)
        told = measure(entries, with_doubts=options["doubts"])
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
