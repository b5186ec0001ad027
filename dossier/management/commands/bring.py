"""`dossier import spreadsheet|tddui|folder FILE`, `dossier import list`, `dossier import undo N`.

JSON of a file (`--json`): {"file", "people": [{"key", "called", "civil_name", "birth", "facts",
"stays", "around"}], "texts": [{"key", "of", "when", "moment", "heading", "author", "text",
"files"}], "columns": {sheet: [{"at", "name", "role", "why"}]}, "report": [{"where", "fate",
"words"}], "is_done", "opened", "written", "known"}; `fate` is "taken", "kept" or "unknown",
`columns` is of spreadsheets. Exit codes: 0 done, or read (`--dry-run`); 1 refused, or it does not
read; 2 misuse.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dossier.arrivals import actions, folder, tddui
from dossier.arrivals.brought import Brought, Fate, Line, Unreadable
from dossier.arrivals.models import Arrival
from dossier.arrivals.tables.columns import SAID, Plan, Role, guess, plain
from dossier.arrivals.tables.reading import sheets
from dossier.arrivals.tables.taking import read as read_spreadsheet
from dossier.management.taking import take

SORTS = {
    "spreadsheet": "un tableau",
    "tddui": "un transfert TDDUI",
    "folder": "un dossier de fichiers, un dossier par personne",
}
FATES = {Fate.TAKEN: "pris", Fate.KEPT: "gardé", Fate.UNKNOWN: "pas compris"}


class Command(BaseCommand):
    """Read a file, say what is in it, take it in; undo."""

    help = (
        "Reprend ce qui vient d’ailleurs : un tableau (CSV, XLSX, XLS, ODS), un transfert TDDUI, "
        "un dossier de fichiers. "
        "Rien n’est perdu : ce qui n’a pas de place devient un texte. Regardez d’abord avec "
        "--dry-run. Apporté deux fois, rien ne vient en double."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what, and for whom."""
        acts = parser.add_subparsers(dest="act", required=True, metavar="quoi")
        for name, told in SORTS.items():
            one = acts.add_parser(name, help=told)
            one.add_argument("file", metavar="DOSSIER" if name == "folder" else "FICHIER")
            one.add_argument("--by", metavar="NOM", help="qui le reprend : son nom de connexion")
            one.add_argument(
                "--team", metavar="ÉQUIPE", action="append", default=[], help="qui y écrira aussi"
            )
            if name == "spreadsheet":
                one.add_argument(
                    "--column",
                    metavar="COLONNE=QUOI",
                    action="append",
                    default=[],
                    help=f"ce qu’est une colonne : {', '.join(Role)}",
                )
            one.add_argument("--dry-run", action="store_true", help="lire et dire, sans reprendre")
            one.add_argument("--json", action="store_true", help="répondre en JSON")
        acts.add_parser("list", help="ce qui a été repris")
        undo = acts.add_parser("undo", help="défaire, si personne n’y a touché depuis")
        undo.add_argument("number", metavar="NUMÉRO", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        act = options["act"]
        if act in {"list", "undo"}:
            getattr(self, f"_{act}")(options)
            return
        path = Path(options["file"]).expanduser()
        try:
            columns: dict[str, Plan] = {}
            if act == "folder":
                brought = folder.read(path, most=settings.MAX_FILE_MB * 2**20)
            elif act == "tddui":
                brought = tddui.read(path.name, path.read_bytes())
            else:
                content = path.read_bytes()
                columns = _plans(path.name, content, options["column"])
                brought = read_spreadsheet(path.name, content, columns)
        except OSError as error:
            raise CommandError(f"Le fichier {path} ne s’ouvre pas : {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        told = _told(brought, columns) | {"is_done": False}
        lines = brought.report
        if not options["dry_run"]:
            done = take(brought, sort=act, options=options, verb="reprend")
            counts = {"opened": done.opened, "written": done.written, "known": done.known}
            lines = (*lines, *done.lines)
            told |= counts | {"is_done": True, "number": done.arrival.pk}
        told["report"] = [asdict(line) for line in lines]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, default=_plain))
        else:
            self._say(told, columns, lines)

    def _say(self, told: dict[str, Any], plans: dict[str, Plan], lines: tuple[Line, ...]) -> None:
        for name, plan in plans.items():
            self.stdout.write(f"{name} : {plan.why}")
            for one in plan.columns:
                self.stdout.write(f"  {one.name or one.at + 1} → {SAID[one.role]} ({one.why})")
        for line in lines:
            self.stdout.write(f"{line.where} : {line.words} [{FATES[line.fate]}]")
        if told["is_done"]:
            self.stdout.write(
                f"Dossiers ouverts : {told['opened']} ; écrits : {told['written']} ; déjà là : "
                f"{told['known']}. « dossier import undo {told['number']} » défait."
            )
        else:
            people, texts = len(told["people"]), len(told["texts"])
            self.stdout.write(f"Personnes : {people} ; textes : {texts}. Rien n’a été repris.")

    def _list(self, options: dict[str, Any]) -> None:
        for one in Arrival.objects.order_by("pk").select_related("by"):
            undone = ", défait" if one.undone_at else ""
            day = timezone.localtime(one.at)
            self.stdout.write(f"{one.pk}  {day:%d/%m/%Y %H:%M}  {one.name}, {one.by}{undone}")

    def _undo(self, options: dict[str, Any]) -> None:
        arrival = Arrival.objects.filter(pk=options["number"]).first()
        if not arrival:
            raise CommandError("« dossier import list » dit les numéros de ce qui a été repris.")
        try:
            left = actions.undo(by=arrival.by, arrival=arrival)
        except actions.Undone as error:
            raise CommandError("C’est déjà défait.") from error
        self.stdout.write(
            f"Partis : dossiers, {left.gone_dossiers} ; écrits, {left.gone_writings}."
        )
        if left.dossiers or left.writings:
            self.stdout.write(
                f"Restés, parce qu’on y a touché depuis : dossiers, {len(left.dossiers)} ; "
                f"écrits, {left.writings}."
            )


def _plans(name: str, content: bytes, told: list[str]) -> dict[str, Plan]:
    """Return how each sheet is read, corrected by what was told of columns."""
    found = {sheet.name: guess(sheet) for sheet in sheets(name, content)}
    wanted: dict[tuple[str, ...], Role] = {}
    for one in told:
        column, _, role = one.rpartition("=")
        if not column or role not in set(Role):
            raise CommandError(
                f"--column veut COLONNE=QUOI, où QUOI est : {', '.join(Role)}.", returncode=2
            )
        wanted[plain(column)] = Role(role)
    known = set()
    for sheet, plan in found.items():
        roles = {}
        for one in plan.columns:
            for key in (plain(one.name), (str(one.at + 1),)):
                if key in wanted:
                    roles[one.at] = wanted[key]
                    known.add(key)
        found[sheet] = plan.with_roles(roles) if roles else plan
    if missing := wanted.keys() - known:
        names = ", ".join(" ".join(one) for one in missing)
        raise CommandError(f"Aucune colonne de ce nom : {names}.", returncode=2)
    return found


def _told(brought: Brought, plans: dict[str, Plan]) -> dict[str, Any]:
    texts = [
        {name: value for name, value in vars(one).items() if name != "papers"}
        | {"files": [paper.name for paper in one.papers]}
        for one in brought.texts
    ]
    columns = {name: [vars(one) for one in plan.columns] for name, plan in plans.items()}
    people = [asdict(one) for one in brought.people]
    return {"file": brought.original.name, "people": people, "texts": texts} | (
        {"columns": columns} if plans else {}
    )


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
