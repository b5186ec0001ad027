"""`manage.py count`: the figures of the whole house for a finished year, small counts hidden."""

import json
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dossier.counting.report import (
    REASON,
    NotFinished,
    Report,
    as_data,
    house_report,
    is_finished,
    plan,
)


class Command(BaseCommand):
    """Count, or say what would be counted."""

    help = (
        "Compte une année finie, pour toute la maison. Aucun nombre de personnes entre un et "
        "quatre n’est montré, ni ce qui permettrait de le retrouver. Codes de sortie : 0, c’est "
        "fait ; 1, l’année n’est pas finie ou n’existe pas ; 2, la commande est mal écrite."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, `--json`, `--dry-run`."""
        parser.add_argument("year", type=int, help="l’année, par exemple 2025")
        parser.add_argument(
            "--json", action="store_true", help="écrit du JSON, pour un autre outil"
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="dit ce qui serait compté et dans quelles tables, sans donner un chiffre",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say the figures, or what they would be made from."""
        year = options["year"]
        if not is_finished(year, timezone.localdate()):
            raise CommandError("Cette année n’est pas finie : on ne compte qu’une année close.")
        if options["dry_run"]:
            told = {"year": year, "dry_run": True, "figures": plan()}
            self._write(json.dumps(told, ensure_ascii=False, indent=2) if options["json"]
                        else _plan_in_words(year))  # fmt: skip
            return
        try:
            report = house_report(year, timezone.localdate())
        except NotFinished as error:
            raise CommandError("Cette année n’est pas finie.") from error
        if options["json"]:
            self._write(json.dumps(as_data(report), ensure_ascii=False, indent=2))
        else:
            self._write(_in_words(report))

    def _write(self, text: str) -> None:
        self.stdout.write(text)


def _plan_in_words(year: int) -> str:
    lines = [f"Pour {year} seraient comptés :", ""]
    lines += [
        f"  {one['title']} : d’après {one['counted_from']} ({', '.join(one['tables'])})"
        for one in plan()
    ]
    return "\n".join([*lines, "", "Rien n’a été compté."])


def _in_words(report: Report) -> str:
    lines = [f"Année {report.year}, toute la maison", ""]
    for figure in report.figures:
        lines.append(figure.called)
        for line in figure.lines:
            count = report.shown(line)
            lines.append(f"  {line.label} : {'non montré' if count is None else count}")
        lines += [f"  {words}" for words in figure.words]
        lines += [f"  D’après {figure.counted_from}. {figure.method} {figure.limits}", ""]
    return "\n".join([*lines, f"Non montré : {REASON}."])
