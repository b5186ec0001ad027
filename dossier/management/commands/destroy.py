"""`manage.py destroy`: what a slip would destroy, told exactly; then done, by somebody, by name.

JSON (`--json`): {"slip", "is_done", "lines": [{"number", "years", "decision", "rows": {table:
count}, "versions", "files", "octets", "replaced": [place], "doubtful": [place], "needs": [key]}],
"certificates": [number]}; a place is {"code", "table", "row", "field", "said"}. What stands in
the personal notes of workers is told to nobody. Exit codes: 0 done or told; 1 misuse; 2 something
is missing (visa, delay, deposit); 3 names in doubt and nothing said of them.
"""

import json
import sys
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from dossier.establishment.models import Worker
from dossier.notebooks.models import NotAllowed
from dossier.retention import cleaning, destruction
from dossier.retention.destruction import Place, Plan
from dossier.retention.fates import AUTHOR
from dossier.retention.models import Certificate, Slip

MISSING, DOUBT = 2, 3
NEEDS = {
    "asked": "une demande attend sa réponse : reprenez ce dossier, et répondez d’abord",
    "visa": "il manque le visa des archives départementales : notez-le sur la page du bordereau",
    "early": "le temps de garder n’est pas passé",
    "held": "quelqu’un a dit pourquoi le garder : levez la réserve sur la page de l’archive",
    "deposit": "il manque la référence du versement : écrivez-la sur la ligne du bordereau",
    "taken-out": "sortez d’abord le fichier à verser, depuis la page du bordereau",
}


class Command(BaseCommand):
    """Tell what a slip would destroy, or destroy it."""

    help = "Dit exactement ce qu’un bordereau détruirait ; avec --yes --as, le détruit."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the slip, and what to do."""
        parser.add_argument("number", type=int, help="numéro du bordereau")
        parser.add_argument(
            "--dry-run", action="store_true", help="dire ce qui partirait, sans rien changer"
        )
        parser.add_argument("--json", action="store_true", help="répondre en JSON")
        parser.add_argument("--yes", action="store_true", help="détruire pour toujours")
        parser.add_argument("--as", dest="login", help="qui détruit : son nom de connexion")
        parser.add_argument(
            "--replace",
            action="append",
            default=[],
            metavar="CODE",
            help="remplacer ce nom douteux (répétable ; les codes sont dans --dry-run)",
        )
        parser.add_argument(
            "--doubtful",
            choices=["leave", "replace"],
            help="les autres noms douteux : les laisser, ou les remplacer",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Tell, or destroy."""
        slip = Slip.objects.filter(number=options["number"]).first()
        if not slip:
            raise CommandError("Aucun bordereau ne porte ce numéro.")
        plans = destruction.plan(slip)
        if options["dry_run"] or not options["yes"]:
            self._tell(slip, plans, options)
            return
        if not plans:
            self._end(slip, options)
            return
        self._destroy(slip, plans, options)

    def _destroy(self, slip: Slip, plans: list[Plan], options: dict[str, Any]) -> None:
        by = Worker.objects.filter(login=options["login"] or "", is_active=True).first()
        if not by:
            raise CommandError("Dites qui détruit : --as et son nom de connexion.")
        if needs := sorted({need for plan in plans for need in plan.needs}):
            for need in needs:
                self.stderr.write(f"Rien n’a été détruit : {NEEDS[need]}.")
            sys.exit(MISSING)
        told = [place for plan in plans for place in public(plan.doubtful)]
        left = [place for place in told if place.code not in options["replace"]]
        if left and not options["doubtful"]:
            self.stderr.write(
                "Rien n’a été détruit : des noms sont peut-être ceux de quelqu’un d’autre. "
                "Regardez-les avec --dry-run, puis dites --replace CODE, et --doubtful leave ou "
                "replace pour les autres."
            )
            sys.exit(DOUBT)
        chosen = set(options["replace"])
        if options["doubtful"] == "replace":
            chosen |= {place.code for plan in plans for place in plan.doubtful}
        before = _certificates(slip)
        if not self._done(by, slip, plans, chosen):
            self._end(slip, options)
            return
        self._clean()
        numbers = [one for one in _certificates(slip) if one not in before]
        if options["json"]:
            lines = [as_json(plan) for plan in plans]
            self._json(
                {"slip": slip.number, "is_done": True, "lines": lines} | {"certificates": numbers}
            )
            return
        for number in numbers:
            self.stdout.write(f"Détruit. Certificat n° {number}.")

    def _done(self, by: Worker, slip: Slip, plans: list[Plan], chosen: set[str]) -> bool:
        """Destroy what was told; whether something was, for another may have done it meanwhile."""
        shown = {plan.line.pk for plan in plans}
        try:
            destruction.destroy(by=by, slip=slip, replace=chosen, lines=shown)
        except NotAllowed as error:
            raise CommandError(
                "Seul qui répond de chaque dossier du bordereau peut détruire."
            ) from error
        except destruction.NothingDecided:
            return False
        except tuple(destruction.WHY_NOT.values()):
            self._clean()
            self.stderr.write(
                "Arrêté là : ce que dit le bordereau a changé entre-temps. Ce qui était déjà "
                "détruit a son certificat ; regardez le reste avec --dry-run."
            )
            sys.exit(MISSING)
        return True

    def _end(self, slip: Slip, options: dict[str, Any]) -> None:
        """Say that a slip is done, once its cleaning is: a machine may have stopped before it."""
        numbers = _certificates(slip)
        if not numbers:
            raise CommandError("Rien n’est décidé à détruire sur ce bordereau.")
        is_clean = self._clean()
        if options["json"]:
            self._json({"slip": slip.number, "is_done": True, "lines": [], "certificates": numbers})
            return
        end = " Il n’en reste plus rien sur le disque." if is_clean else ""
        self.stdout.write(f"C’était déjà détruit.{end}")

    def _clean(self) -> bool:
        """Take the bytes out too, or say how to end it; whether none is left."""
        is_clean = cleaning.clean()
        if not is_clean:
            self.stderr.write(
                "Un travail commencé avant celui-ci retient encore des octets dans la base. "
                "`manage.py sweep` finira ce ménage : ce soir, ou tout de suite si vous le lancez."
            )
        return is_clean

    def _tell(self, slip: Slip, plans: list[Plan], options: dict[str, Any]) -> None:
        if options["json"]:
            lines = [as_json(plan) for plan in plans]
            self._json({"slip": slip.number, "is_done": False, "lines": lines, "certificates": []})
            return
        self.stdout.write(f"Bordereau n° {slip.number}. Rien n’est changé.")
        if not plans:
            self.stdout.write("  Rien n’est décidé à détruire.")
        for plan in plans:
            line = plan.line
            self.stdout.write(f"\nN° {line.number}, {line.first_year}-{line.last_year} :")
            for table, count in plan.rows.items():
                self.stdout.write(f"  {count:>7}  {table}")
            self.stdout.write(f"  {plan.files:>7}  fichiers, {plan.octets} octets")
            for need in plan.needs:
                self.stdout.write(f"  Avant : {NEEDS[need]}.")
            for title, places in (
                ("Le nom serait remplacé :", plan.sure),
                ("Peut-être quelqu’un d’autre (laissé, sauf --replace) :", plan.doubtful),
            ):
                shown = public(places)
                if shown:
                    self.stdout.write(f"  {title}")
                for place in shown:
                    self.stdout.write(f"    {place.code}  « {place.said} »")

    def _json(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))


def _certificates(slip: Slip) -> list[int]:
    """Return the numbers of the certificates of a slip."""
    found = Certificate.objects.filter(line__slip=slip).order_by("number")
    return list(found.values_list("number", flat=True))


def public(places: list[Place]) -> list[Place]:
    """Return the places that are not their author's alone."""
    return [one for one in places if one.table not in AUTHOR]


def as_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as the JSON says it."""
    return {
        "number": plan.line.number,
        "years": [plan.line.first_year, plan.line.last_year],
        "decision": plan.line.decision,
        "rows": plan.rows,
        "versions": plan.versions,
        "files": plan.files,
        "octets": plan.octets,
        "replaced": [_place(one) for one in public(plan.sure)],
        "doubtful": [_place(one) for one in public(plan.doubtful)],
        "needs": list(plan.needs),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "code": place.code,
        "table": place.table,
        "row": place.pk,
        "field": place.name,
        "said": place.said,
    }
