"""The commands of a machine: `dossier init --systemd`, `upgrade` and `add`; root types them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dossier.machine import founding, upgrading, versions
from dossier.machine.place import Refused, here

UPGRADE = (
    "Met toutes les instances de cette machine à une autre version : l’essaie d’abord sur une "
    "copie de chacune, sauvegarde, met la base de côté, change, rouvre. Si une maison ne répond "
    "pas, tout revient comme avant."
)
ADD = "Ajoute à cette machine des bibliothèques qui ne servent pas à toutes : " + " ; ".join(
    f"{name}, {what}" for name, what in versions.EXTRAS.items()
)


def is_ours(name: str, rest: Sequence[str]) -> bool:
    """Whether a line is about the machine, and not about one instance."""
    asks = any(word == "--systemd" or word.startswith("--systemd=") for word in rest)
    return name in {"upgrade", "add"} or (name == "init" and asks)


def run(program: str, name: str, rest: Sequence[str]) -> int:
    """Do what the line says; return the exit code: 0 done, 1 refused, 2 not written right."""
    parser = argparse.ArgumentParser(f"{program} {name}", allow_abbrev=False)
    if name == "init":
        parser.add_argument("--house", metavar="NOM", help="comment la maison s’appelle")
        founding.add_arguments(parser)
    elif name == "add":
        parser.description = ADD
        parser.add_argument("what", choices=versions.EXTRAS, metavar="QUOI", help="s3, ou names")
        _add_libraries(parser)
    else:
        parser.description = UPGRADE
        _add_upgrade(parser)
    options = vars(parser.parse_args(rest))
    try:
        if name == "init":
            founding.found(here(), options, say=_say)
        elif name == "add":
            libraries = Path(options["libraries"]) if options["libraries"] else None
            versions.add(here(), options["what"], libraries=libraries)
            _say("C’est ajouté, pour cette version et les suivantes. Relancez chaque service.")
        else:
            _upgrade(parser, options)
    except Refused as refused:
        print(refused, file=sys.stderr)  # noqa: T201 - said to whoever typed the command
        return 1
    except KeyboardInterrupt:
        print("Arrêté.", file=sys.stderr)  # noqa: T201
        return 130
    return 0


def _add_upgrade(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wheel", nargs="?", metavar="FICHIER.whl", help="la version à prendre")
    parser.add_argument("--back", action="store_true", help="revenir à la version d’avant")
    parser.add_argument("--dry-run", action="store_true", help="installer et essayer, sans changer")
    parser.add_argument(
        "--without-backup", action="store_true", help="sans sauvegarde : elle est faite autrement"
    )
    parser.add_argument(
        "--shared", action="store_true", help="la base est mise à jour par une autre machine"
    )
    _add_libraries(parser)


def _add_libraries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--libraries", metavar="CHEMIN", help="où sont les bibliothèques, sans réseau"
    )


def _upgrade(parser: argparse.ArgumentParser, options: dict[str, object]) -> None:
    if bool(options["wheel"]) == bool(options["back"]):
        parser.error("donnez la version à prendre, ou --back pour revenir à celle d’avant")
    machine = here()
    if options["back"]:
        upgrading.go_back(machine, say=_say, is_shared=bool(options["shared"]))
        return
    asked = upgrading.Upgrade(
        machine,
        versions.read_wheel(Path(str(options["wheel"]))),
        _say,
        Path(str(options["libraries"])) if options["libraries"] else None,
        has_backup=not options["without_backup"],
        is_shared=bool(options["shared"]),
    )
    if options["dry_run"]:
        asked.prepare()
        _say("Chaque instance suivrait ; rien n’a été changé.")
    else:
        asked.go()


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - said to whoever typed the command
