"""`dossier export spreadsheets DEST`, `dossier export tddui DEST`, `dossier export check FILE`.

JSON (`--json`), of spreadsheets: {"path", "sheets": {name: rows}, "cut", "left": [why], "is_done"};
of tddui: {"path", "dossiers": [{"file", "called", "taken", "kept", "lost"}], "not_kept",
"is_done"}, where the three are {key: count} (`departures.losses`); of check: {"file", "types":
{type: count}, "unknown_profiles", "faults": [{"where", "path", "rule", "words"}]}. Exit codes: 0
done, looked at, or no fault; 1 refused, or faults; 2 misuse.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection

from dossier.departures import checker, spreadsheets, tddui
from dossier.departures.losses import KEPT, TAKEN
from dossier.departures.resources import FINESS
from dossier.establishment.models import Worker
from dossier.establishment.words import fold
from dossier.management.progress import shown
from dossier.ownership.places import Taken
from dossier.persons.models import Dossier


class Command(BaseCommand):
    """Put everything in sheets, dossiers in bundles; check a bundle."""

    help = (
        "Emporte vers d’autres logiciels. « spreadsheets » met tout en feuilles de calcul ; "
        "« tddui » met des dossiers au format national, et dit ce qu’il perd ; « check » regarde "
        "si un lot TDDUI suit les règles. Tout sort en clair : c’est la maison qui le décide. "
        "Pour tout emporter sans rien perdre : dossier takeout."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what, and where."""
        acts = parser.add_subparsers(dest="act", required=True, metavar="quoi")
        sheets = acts.add_parser("spreadsheets", help="tout, en feuilles de calcul (.ods)")
        bundles = acts.add_parser("tddui", help="des dossiers, en lots TDDUI 2.3.0")
        check = acts.add_parser("check", help="regarder si un lot TDDUI suit les règles")
        for one in (sheets, bundles):
            one.add_argument(
                "dest", metavar="DEST", help="un dossier neuf ou vide ; ou un nom en .zip"
            )
            one.add_argument("--dry-run", action="store_true", help="dire, sans rien sortir")
        whom = bundles.add_mutually_exclusive_group(required=True)
        whom.add_argument("--person", metavar="NOM", help="la personne, par son nom ou son n°")
        whom.add_argument(
            "--everyone", action="store_true", help="chaque personne dont --by garde le dossier"
        )
        bundles.add_argument(
            "--by",
            metavar="NOM",
            required=True,
            help="qui garde les dossiers : son nom de connexion. Ce qu’il ne lit pas ne sort pas",
        )
        bundles.add_argument(
            "--finess", metavar="NUMÉRO", default="", help="le numéro FINESS de la maison"
        )
        bundles.add_argument(
            "--with-around",
            action="store_true",
            help="emporter aussi les noms de l’entourage : la maison l’a décidé",
        )
        check.add_argument("file", metavar="FICHIER")
        for one in (sheets, bundles, check):
            one.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        try:
            getattr(self, f"_{options['act']}")(options)
        except Taken as error:
            raise CommandError(
                f"Il y a déjà quelque chose dans {options['dest']} : donnez un dossier vide, ou un "
                "nom neuf."
            ) from error
        except OSError as error:
            if options["act"] == "check":
                words = f"Le fichier {options['file']} ne s’ouvre pas : {error.strerror}."
            else:
                words = f"Le disque n’a pas suivi ({error.strerror}) : rien n’a été laissé."
            raise CommandError(words) from error
        finally:
            connection.close()

    def _spreadsheets(self, options: dict[str, Any]) -> None:
        path = Path(options["dest"]).expanduser()
        if options["dry_run"]:
            told = spreadsheets.look()
        else:
            with shown(is_wanted=not options["json"]) as advance:
                told = spreadsheets.put_out(path, advance=advance)
        if options["json"]:
            kept = {"sheets": told.rows, "cut": told.cut, "left": told.left}
            self._answer({"path": str(path)} | kept | {"is_done": not options["dry_run"]})
            return
        for name, count in told.rows.items():
            self.stdout.write(f"{name} : {count}")
        for why in told.left:
            self.stdout.write(f"N’y est pas – {why}.")
        if told.cut:
            self.stdout.write(f"Textes trop longs pour une cellule, et coupés : {told.cut}.")
        if options["dry_run"]:
            self.stdout.write("Rien n’a été sorti.")
        else:
            self.stdout.write(f"Tout est dans {path}, en clair : rangez-le sous clé.")

    def _tddui(self, options: dict[str, Any]) -> None:
        if options["finess"] and not FINESS.fullmatch(options["finess"]):
            raise CommandError("Un numéro FINESS a neuf signes : 990000001.", returncode=2)
        by = Worker.objects.filter(login=options["by"], is_active=True).first()
        if not by:
            raise CommandError("--by : personne n’a ce nom de connexion ici.", returncode=2)
        kept = tddui.kept_by(by)
        dossiers = kept if options["everyone"] else [_chosen(kept, options["person"])]
        if not dossiers:
            raise CommandError("Ce compte ne garde aucun dossier : rien n’est sorti.")
        path = Path(options["dest"]).expanduser()
        asked = tddui.Asked(options["finess"], options["with_around"])
        told = {"by": by, "dossiers": dossiers, "asked": asked}
        if options["dry_run"]:
            left = tddui.look(**told)
        else:
            with shown(is_wanted=not options["json"]) as advance:
                left = tddui.put_out(path, **told, advance=advance)
        others = Dossier.objects.count() - len(kept) if options["everyone"] else 0
        if options["json"]:
            found = [{"file": one.file, "called": one.called} | one.losses.told() for one in left]
            told = {"path": str(path), "dossiers": found, "not_kept": others}
            self._answer(told | {"is_done": not options["dry_run"]})
        else:
            self._say(left, others, path, is_done=not options["dry_run"])

    def _say(self, left: list[tddui.Left], others: int, path: Path, *, is_done: bool) -> None:
        for one in left:
            self.stdout.write(f"{one.called or 'sans nom'} : {one.file}")
            for keys, before in ((TAKEN, "emporté"), (KEPT, "resté ici")):
                for key, words in keys.items():
                    if count := one.losses.counts[key]:
                        self.stdout.write(f"  {before} – {words} : {count}")
        if others:
            self.stdout.write(
                f"Dossiers que ce compte ne garde pas, et qui ne sont pas là : {others}."
            )
        self.stdout.write(
            f"Tout est dans {path}, en clair. Le .txt à côté de chaque lot dit ce qu’il perd : "
            "lisez-le avant de l’envoyer."
            if is_done
            else "Rien n’a été sorti."
        )

    def _check(self, options: dict[str, Any]) -> None:
        path = Path(options["file"]).expanduser()
        try:
            told = checker.check(path.read_bytes())
        except checker.NotABundle as error:
            raise CommandError(f"{path} n’est pas un lot FHIR en JSON.") from error
        if options["json"]:
            kept = {"types": told.types, "unknown_profiles": sorted(told.unknown)}
            faults = [asdict(one) for one in told.faults]
            self._answer({"file": str(path)} | kept | {"faults": faults})
        else:
            for one in told.faults:
                self.stdout.write(f"{one.where}, {one.path} : {one.words}.")
            for name in sorted(told.unknown):
                self.stdout.write(f"Profil que l’on ne sait pas vérifier ici : {name}.")
        if told.faults:
            raise CommandError(
                f"Ce lot ne suit pas toutes les règles. Écarts : {len(told.faults)}."
            )
        if not options["json"]:
            self.stdout.write(
                "Aucun écart aux règles que l’on vérifie ici ; ce n’est pas la validation de "
                "l’Agence du numérique en santé."
            )

    def _answer(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False))


def _chosen(kept: list[Dossier], asked: str) -> Dossier:
    """Return the dossier of somebody, by a name or by its number."""
    wanted = " ".join(fold(asked).split())
    found = [
        one
        for one in kept
        if wanted in {fold(one.person.called), fold(one.person.civil_name), str(one.pk)}
    ]
    if not found:
        raise CommandError("Personne de ce nom parmi les dossiers que ce compte garde.")
    if len(found) > 1:
        numbers = ", ".join(f"n° {one.pk}" for one in found)
        raise CommandError(f"Plusieurs portent ce nom ({numbers}) : donnez le n°.")
    return found[0]
