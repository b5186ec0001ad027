"""`dossier receive key`, `dossier receive file FILE`: what another house gives.

JSON of key (`--json`): {"key", "words"}; of a file: {"file", "sha256", "words", "house", "by",
"reference", "made", "until", "consents", "people", "texts", "files", "report": [{"where", "fate",
"words"}], "is_done", "number", "opened", "written", "known"}, the last four when it is done. No
word that was given is said here, nor whose they are. Exit codes: 0 done, or read (`--dry-run`); 1
refused, nothing changed; 2 misuse.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dossier.arrivals import actions
from dossier.arrivals.brought import Unreadable
from dossier.arrivals.models import Arrival
from dossier.establishment.dates import full_day
from dossier.management.taking import take
from dossier.transfers import keys
from dossier.transfers.reading import Received, received

KEY = """
La clé de cette maison, à donner à celle qui envoie (par courrier, par message : elle ne cache rien) :

  {key}

Ses six mots, à dire de vive voix, au téléphone ou en face, pour être sûr que c’est elle :

  {words}
"""  # noqa: E501 - as it is printed
NO_KEY = (
    "Cette maison n’a pas encore de clé pour recevoir : « dossier receive key » la fait. Donnez-la "
    "à l’autre maison, qui scelle alors pour elle."
)


class Command(BaseCommand):
    """Show the key, receive a file."""

    help = (
        "Reçoit d’une autre maison ce qu’une personne a accepté de lui laisser. key montre la clé "
        "à donner à l’autre maison, et la fait la première fois ; file ouvre ce qu’elle a scellé : "
        "regardez d’abord avec --dry-run. Rien n’est remplacé, et le même fichier ne vient "
        "pas deux fois. « dossier import undo » défait."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what, and for whom."""
        acts = parser.add_subparsers(dest="act", required=True, metavar="quoi")
        key = acts.add_parser("key", help="la clé à donner à l’autre maison")
        key.add_argument(
            "--again", action="store_true", help="en faire une autre : l’ancienne n’ouvre plus rien"
        )
        key.add_argument("--json", action="store_true", help="répondre en JSON")
        file = acts.add_parser("file", help="recevoir un fichier")
        file.add_argument("file", metavar="FICHIER", help="envoi-ABC234.zip.age")
        file.add_argument("--by", metavar="NOM", help="qui le reçoit : son nom de connexion")
        file.add_argument(
            "--team", metavar="ÉQUIPE", action="append", default=[], help="qui y écrira aussi"
        )
        file.add_argument("--dry-run", action="store_true", help="lire et dire, sans rien prendre")
        file.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        getattr(self, f"_{options['act']}")(options)

    def _key(self, options: dict[str, Any]) -> None:
        try:
            told = None if options["again"] else keys.public()
        except keys.NoKey:
            told = None
        if not told:
            keys.make(now=timezone.localtime())
            told = keys.public()
        shown_as = {"key": told, "words": keys.words_of(told)}
        if options["json"]:
            self.stdout.write(json.dumps(shown_as, ensure_ascii=False))
        else:
            self.stdout.write(KEY.format(**shown_as))

    def _file(self, options: dict[str, Any]) -> None:
        path = Path(options["file"]).expanduser()
        try:
            with received(path, keys.private()) as held:
                done, sort = None, Arrival.Sort.TRANSFER
                if not options["dry_run"]:
                    done = take(held.brought, sort=sort, options=options, verb="reçoit")
        except keys.NoKey as error:
            raise CommandError(NO_KEY) from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            where = "Le disque n’a pas suivi" if path.is_file() else f"{path} ne s’ouvre pas"
            raise CommandError(f"{where} : {error.strerror}.") from error
        told = _told(held, done)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self._say(held, told)

    def _say(self, held: Received, told: dict[str, Any]) -> None:
        consents = "".join(f"- {one}\n" for one in held.consents)
        self.stdout.write(
            f"De : {held.house} (c’est ce que dit le fichier)\n"
            f"Les six mots de ce fichier : {told['words']}\n"
            "Demandez-les à l’autre maison, de vive voix : s’ils sont les mêmes, il vient d’elle.\n"
            f"Envoi {held.reference}, scellé le {full_day(held.made.date())} par {held.by}, à lire "
            f"jusqu’au {full_day(held.until)}.\n{consents}"
            f"Textes : {told['texts']} ; fichiers : {told['files']}."
        )
        for line in told["report"]:
            self.stdout.write(f"{line['where']} : {line['words']}")
        if told["is_done"]:
            self.stdout.write(
                f"Dossiers ouverts : {told['opened']} ; écrits : {told['written']} ; déjà là : "
                f"{told['known']}. « dossier import undo {told['number']} » défait."
            )
        else:
            self.stdout.write("Rien n’a été pris.")


def _told(held: Received, done: actions.Done | None) -> dict[str, Any]:
    brought = held.brought
    told = {
        "file": brought.original.name,
        "sha256": held.sha256,
        "words": keys.words_of(held.sha256),
        "house": held.house,
        "by": held.by,
        "reference": held.reference,
        "made": held.made.isoformat(timespec="minutes"),
        "until": held.until.isoformat(),
        "consents": held.consents,
        "people": len(brought.people),
        "texts": len(brought.texts),
        "files": sum(len(one.papers) for one in brought.texts),
        "report": [asdict(line) for line in (done.lines if done else ())],
        "is_done": bool(done),
    }
    if done:
        counts = {"opened": done.opened, "written": done.written, "known": done.known}
        told |= counts | {"number": done.arrival.pk}
    return told
