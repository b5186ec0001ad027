"""`dossier backup key|make|list|verify`: backups that only a key on paper opens.

JSON of make (`--json`): {"place", "rows", "files", "bytes", "missing"}; of list: [{"path",
"made_at", "bytes"}]. Exit codes: 0 done; 1 not done, nothing of what was there is spoilt; 2 misuse.
"""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import segno
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dossier.files.age import BadKey
from dossier.management.keys import private_key
from dossier.management.progress import shown
from dossier.ownership import backup
from dossier.ownership.places import Refused, Unreadable

PAPER = """
La clé des sauvegardes, à imprimer ou recopier MAINTENANT, et à ranger sous clé ailleurs que la
machine. Elle n’est gardée nulle part. Sans elle, aucune sauvegarde ne s’ouvre.

  {key}
"""
NO_KEY = "La maison n’a pas encore de clé pour ses sauvegardes : faites « dossier backup key »."


class Command(BaseCommand):
    """Make the key, make a backup, list them, verify one."""

    help = (
        "Sauvegarde tout, chiffré, pendant que les gens écrivent, dans un dossier, un disque, une "
        "clé USB : les fichiers déjà là ne sont pas réécrits. key fait la clé, une fois ; make "
        "sauvegarde ; list dit ce qu’il y a ; verify remet une sauvegarde à part et compare."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and where."""
        acts = parser.add_subparsers(dest="act", required=True, metavar="quoi")
        key = acts.add_parser("key", help="faire la clé, et la montrer une seule fois")
        key.add_argument("--again", action="store_true", help="en faire une autre, pour la suite")
        make = acts.add_parser("make", help="sauvegarder")
        make.add_argument("dest", metavar="DEST", help="le dossier des sauvegardes")
        make.add_argument(
            "--keep",
            metavar="J,S,M",
            default="7,5,12",
            help="combien de jours, de semaines, de mois on garde (7,5,12)",
        )
        make.add_argument("--json", action="store_true", help="répondre en JSON")
        held = acts.add_parser("list", help="ce qu’il y a dans un dossier de sauvegardes")
        held.add_argument("dest", metavar="DEST", help="le dossier des sauvegardes")
        held.add_argument("--json", action="store_true", help="répondre en JSON")
        verify = acts.add_parser("verify", help="remettre une sauvegarde à part, et comparer")
        verify.add_argument("dest", metavar="DEST", help="le dossier, ou l’une d’elles")
        verify.add_argument(
            "--key", metavar="FICHIER", default="-", help="où lire la clé ; - pour la taper"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        getattr(self, f"_{options['act']}")(options)

    def _key(self, options: dict[str, Any]) -> None:
        try:
            key = backup.make_key(again=options["again"])
        except backup.HasKey as error:
            raise CommandError(
                "La maison a déjà sa clé, sur papier. « --again » en fait une autre pour les "
                "sauvegardes à venir ; gardez l’ancienne pour celles d’avant."
            ) from error
        say_key(self, key)

    def _make(self, options: dict[str, Any]) -> None:
        root = Path(options["dest"]).expanduser().resolve()
        keeping = _keeping(options["keep"])
        try:
            with shown(is_wanted=not options["json"]) as advance:
                told = backup.make(root, now=timezone.now(), keeping=keeping, advance=advance)
        except backup.NoKey as error:
            raise CommandError(NO_KEY) from error
        except Refused as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(
                f"Le disque n’a pas suivi ({error.strerror}) : cette sauvegarde n’est pas faite, "
                "les autres sont intactes."
            ) from error
        rows = sum(told.rows.values())
        if options["json"]:
            kept = {"place": str(root), "rows": rows, "files": told.files, "bytes": told.bytes}
            self.stdout.write(json.dumps(kept | {"missing": told.missing}))
        else:
            self.stdout.write(f"Sauvegardé dans {root}. Lignes : {rows} ; fichiers : {told.files}.")
        if told.missing:
            raise CommandError(
                f"Des fichiers manquaient déjà sur le disque de la maison : {len(told.missing)}. "
                "Tout le reste est sauvegardé."
            )

    def _list(self, options: dict[str, Any]) -> None:
        held = [
            {"path": str(one), "made_at": _made(one).isoformat(), "bytes": one.stat().st_size}
            for one in backup.made_in(Path(options["dest"]).expanduser())
        ]
        if options["json"]:
            self.stdout.write(json.dumps(held))
        elif not held:
            self.stdout.write("Aucune sauvegarde ici.")
        for one in held if not options["json"] else ():
            made = timezone.localtime(datetime.fromisoformat(one["made_at"]))
            self.stdout.write(f"{made:%d/%m/%Y %H:%M}  {one['path']}")

    def _verify(self, options: dict[str, Any]) -> None:
        path = Path(options["dest"]).expanduser().resolve()
        if not backup.backup_at(path):
            raise CommandError(f"Aucune sauvegarde dans {path}.")
        try:
            backup.verify(path, private_key(options["key"]))
        except (Refused, Unreadable, BadKey) as error:
            raise CommandError(f"Cette sauvegarde ne revient pas. {error}") from error
        self.stdout.write("Elle revient : tout ce qui était sauvegardé est là, pareil.")


def say_key(command: BaseCommand, key: str) -> None:
    """Show a private key once, as words and as a picture to scan."""
    command.stdout.write(PAPER.format(key=key))
    drawn = io.StringIO()
    segno.make(key, error="m").terminal(drawn, compact=True)
    command.stdout.write(drawn.getvalue())


def _made(path: Path) -> datetime:
    return datetime.strptime(path.stem, backup.STAMP).replace(tzinfo=UTC)


def _keeping(told: str) -> backup.Keeping:
    try:
        days, weeks, months = map(int, told.split(","))
    except ValueError as error:
        raise CommandError("--keep veut trois nombres : 7,5,12.", returncode=2) from error
    if min(days, weeks, months) < 0:
        raise CommandError("--keep veut trois nombres, de zéro ou plus.", returncode=2)
    return backup.Keeping(days, weeks, months)
