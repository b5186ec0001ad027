"""`manage.py count`: the figures of the whole house for a finished year, small counts hidden."""

import json
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dossier.counting.report import (
    NOT_SHOWN,
    REASON,
    NotFinished,
    Report,
    as_data,
    finished,
    house_report,
    plan,
)
from dossier.establishment.house import reading_once


class Command(BaseCommand):
    """Count, or say what would be counted."""

    help = (
        "Compte une année finie, pour toute la maison. Aucun nombre de personnes entre un et "
        "quatre n’est montré, ni ce qui permettrait de le retrouver. Codes de sortie : 0, c’est "
        "fait ; 1, l’année n’est pas finie ou n’existe pas ; 2, la commande est mal écrite."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, `--json`, `--dry-run`."""
        parser.add_argument("year", type=int, metavar="ANNÉE", help="l’année, par exemple 2025")
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
        today = timezone.localdate()
        with reading_once():
            try:
                year = finished(options["year"], today)
                told = _plan(year) if options["dry_run"] else house_report(year, today)
            except NotFinished as error:
                raise CommandError(
                    "Cette année n’est pas finie, ou n’existe pas : on compte une année close."
                ) from error
            if options["json"]:
                data = told if isinstance(told, dict) else as_data(told)
                self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
            else:
                self.stdout.write(_plan_said(told) if isinstance(told, dict) else _said(told))


def _plan(year: int) -> dict[str, Any]:
    return {"year": year, "dry_run": True, "figures": plan()}


def _plan_said(told: dict[str, Any]) -> str:
    lines = [
        f"  {one['title']} : d’après {one['counted_from']} ({', '.join(one['tables'])})"
        for one in told["figures"]
    ]
    head = f"Pour {told['year']} seraient comptés :"
    return "\n".join([head, "", *lines, "", "Rien n’a été compté."])


def _said(report: Report) -> str:
    lines = [f"Année {report.year}, toute la maison", ""]
    for figure in report.figures:
        lines.append(figure.called)
        lines += [f"  {line.label} : {report.said(line)}" for line in figure.lines]
        lines += [f"  {words}" for words in figure.words]
        lines += [f"  {figure.how}", ""]
    return "\n".join([*lines, f"{NOT_SHOWN} : {REASON}."])
