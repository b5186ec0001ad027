"""`manage.py journal verify|head|seal|cut`: the chain of the journal, checked and kept.

JSON of verify (`--json`): {"is_whole": true, "first": place, "last": place, "waiting": lines}, or
{"is_whole": false, "place", "what", "line", "day"}; `what` is "changed", "missing", "added",
"moved", "end" (a mark of an end) or "not-begun". JSON of cut: {"lines", "until", "is_done",
"stopped"}. Exit codes: 0 whole, or done; 1 something is wrong; 2 misuse. No worker is ever named.
"""

import json
import sys
from datetime import datetime
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dossier.journal import chain, cutting, verifying
from dossier.journal.verifying import Anchor, Bad, Whole
from dossier.trust import forgetting

WHAT = {
    "changed": "ce qui y était écrit, ou son sceau, a été changé",
    "missing": "il manque ce qui était là",
    "added": "cela ne devrait pas être là : on l’a ajouté",
    "moved": "ce n’est pas à sa place : on l’a déplacé, ou son sceau a été changé",
    "end": "la marque du bout de la chaîne a été changée ou ôtée, ou la clé n’est plus la même",
    "not-begun": "rien n’est scellé : la maison n’a encore rien écrit, ou tout a été ôté. Si elle "
    "vient d’être mise à jour, lancez « journal seal »",
}
BROKEN = "Les bouts de la chaîne ne sont pas ceux de la maison : lancez « journal verify »."


class Command(BaseCommand):
    """Verify, show the head, seal, cut."""

    help = (
        "La trace est une chaîne : chaque ligne scelle la précédente. verify la vérifie (0 : "
        "entière ; 1 : la première chose qui ne va pas) ; head donne de quoi la reconnaître, à "
        "recopier sur papier ; seal scelle ce qui attend ; cut ôte ce qui est arrivé au bout de "
        "son temps."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and how."""
        acts = parser.add_subparsers(dest="act", required=True, metavar="quoi")
        verify = acts.add_parser("verify", help="vérifier toute la chaîne ; ne change rien")
        verify.add_argument("--json", action="store_true", help="répondre en JSON")
        verify.add_argument(
            "--anchor",
            metavar="PLACE:SCEAU",
            help="ce que head avait donné, recopié du papier : dit aussi si toute la base a été "
            "remplacée par une plus ancienne",
        )
        acts.add_parser("head", help="la place, le sceau et le jour de la dernière ligne scellée")
        acts.add_parser("seal", help="sceller ce qui ne l’est pas encore")
        cut = acts.add_parser("cut", help="ôter les lignes arrivées au bout de leur temps")
        cut.add_argument("--dry-run", action="store_true", help="dire, sans rien ôter")
        cut.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; what stands in the way is said in one sentence."""
        try:
            getattr(self, f"_{options['act']}")(options)
        except chain.Broken as error:
            raise CommandError(BROKEN, returncode=1) from error

    def _verify(self, options: dict[str, Any]) -> None:
        anchor = _anchor(options["anchor"]) if options["anchor"] else None
        found = verifying.verify(anchor)
        self._say(_as_json(found) if options["json"] else _said(found))
        if isinstance(found, Bad):
            sys.exit(1)

    def _head(self, options: dict[str, Any]) -> None:
        held = chain.ends()
        if not held:
            raise CommandError(f"{_upper(WHAT['not-begun'])}.", returncode=1)
        last = held[1]
        self._say(f"{last.place}:{last.seal}\nJusqu’au {_day(last.at)}")

    def _seal(self, options: dict[str, Any]) -> None:
        total, late = chain.seal_all()
        more = ", dont d’anciennes : regardez d’où elles viennent" if late else ""
        self._say(f"Lignes scellées : {total}{more}." if total else "Tout était scellé.")

    def _cut(self, options: dict[str, Any]) -> None:
        today = timezone.localdate()
        if options["dry_run"]:
            done = cutting.would_cut(forgetting.kept_since(today))
        else:
            done = forgetting.forget(today)
        if options["json"]:
            told = {"lines": done.lines, "until": done.until and done.until.isoformat()}
            stopped = _as_json(done.bad) if done.bad else None
            self._say(told | {"is_done": not options["dry_run"], "stopped": stopped})
        else:
            self._say(_cut_said(done, options["dry_run"], forgetting.kept_since(today)))
        if done.bad:
            sys.exit(1)

    def _say(self, told: str | dict[str, Any]) -> None:
        if not isinstance(told, str):
            told = json.dumps(told, ensure_ascii=False)
        self.stdout.write(told)


def _anchor(told: str) -> Anchor:
    place, _, seal = told.strip().partition(":")
    if not place.isdecimal() or not seal:
        raise CommandError("Recopiez ce que head avait donné : PLACE:SCEAU.", returncode=2)
    return Anchor(int(place), seal.strip().lower())


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y}"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _as_json(found: Whole | Bad) -> dict[str, Any]:
    if isinstance(found, Whole):
        ends = {"first": found.first.place + 1, "last": found.last.place}
        return {"is_whole": True} | ends | {"waiting": found.waiting}
    day = timezone.localtime(found.at).date().isoformat() if found.at else None
    told = {"place": found.place, "what": found.what, "line": found.entry, "day": day}
    return {"is_whole": False} | told


def _said(found: Whole | Bad) -> str:
    if isinstance(found, Whole):
        waits = f" Lignes qui attendent leur sceau : {found.waiting}." if found.waiting else ""
        last = found.last.place
        return f"La chaîne est entière, de la place {found.first.place + 1} à la {last}.{waits}"
    if not found.place:
        return f"{_upper(WHAT[found.what])}."
    line = f", ligne n° {found.entry}" if found.entry is not None else ""
    day = f", du {_day(found.at)}" if found.at else ""
    return f"Place {found.place}{line}{day} : {WHAT[found.what]}."


def _cut_said(done: cutting.Cut, is_dry: bool, since: datetime) -> str:
    stopped = f" Arrêté là : {_said(done.bad)}" if done.bad else ""
    if not done.lines:
        return f"Rien d’avant le {_day(since)} à ôter.{stopped}"
    verb = "partiraient" if is_dry else "sont parties"
    return f"Lignes qui {verb} : {done.lines}, jusqu’à celle du {_day(done.until)}.{stopped}"
