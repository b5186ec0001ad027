"""`dossier transfer REFERENCE DEST`: what the team sealed to another house, copied to a folder.

Nothing is chosen nor opened here: the file opens in the other house alone. JSON (`--json`):
{"reference", "path", "bytes", "sha256", "words", "key_words", "until", "is_done"}. Exit codes: 0
done, or could be (`--dry-run`); 1 refused, nothing was written; 2 misuse.
"""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from dossier.disclosures.sendings import NotGiven
from dossier.establishment.dates import full_day
from dossier.transfers import giving
from dossier.transfers.keys import words_of

NOTHING = (
    "Aucun envoi de ce numéro n’est scellé pour une autre maison. L’équipe le prépare sur la page "
    "de l’accord, et donne le numéro."
)
TAKEN_BACK = (
    "L’accord sur lequel cet envoi se fonde ne tient plus : rien ne sort. L’équipe le voit sur sa "
    "page."
)


class Command(BaseCommand):
    """Copy a sealed file."""

    help = (
        "Porte à une autre maison ce que l’équipe a préparé avec la personne et scellé pour elle : "
        "copie le fichier sur une clé USB, un disque. On ne choisit ni ne lit rien ici, et "
        "le fichier ne s’ouvre que là-bas, par « dossier receive »."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take which, and where to."""
        parser.add_argument("reference", metavar="NUMÉRO", help="le numéro de l’envoi : ABC234")
        parser.add_argument("dest", metavar="DEST", help="le dossier où le mettre")
        parser.add_argument("--dry-run", action="store_true", help="dire, sans rien copier")
        parser.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        folder = Path(options["dest"]).expanduser()
        if not folder.is_dir():
            raise CommandError(f"{folder} n’est pas un dossier : donnez celui où le mettre.")
        try:
            disclosure = giving.given(options["reference"])
        except giving.NothingThere as error:
            raise CommandError(NOTHING) from error
        except NotGiven as error:
            raise CommandError(TAKEN_BACK) from error
        path = None if options["dry_run"] else self._copied(disclosure, folder)
        archive = disclosure.archive
        told = {
            "reference": disclosure.reference,
            "path": path and str(path),
            "bytes": archive.size,
            "sha256": archive.sha256,
            "words": words_of(archive.sha256),
            "key_words": words_of(disclosure.house_key),
            "until": disclosure.until.isoformat(),
            "is_done": bool(path),
        }
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        begins = f"Copié : {path}" if path else "Rien n’a été copié ; le fichier est prêt"
        self.stdout.write(
            f"{begins} ({archive.size / 1e6:.1f} Mo).\n"
            f"Les six mots de ce fichier, à dire de vive voix : {told['words']}\n"
            f"Il ne s’ouvre qu’avec la clé dont les six mots sont : {told['key_words']}\n"
            f"L’accord tient jusqu’au {full_day(disclosure.until)}. Une fois remis, l’équipe le "
            "note sur la page de l’envoi."
        )

    def _copied(self, disclosure: giving.Disclosure, folder: Path) -> Path:
        try:
            return giving.copy_to(disclosure, folder)
        except FileExistsError as error:
            raise CommandError(f"{error} est déjà là : rien n’a été remplacé.") from error
        except OSError as error:
            raise CommandError(
                f"Le disque n’a pas suivi ({error.strerror}) : rien n’y a été laissé."
            ) from error
