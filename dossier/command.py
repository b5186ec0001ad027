"""`dossier`: all that whoever keeps the machine does, in one command, in French.

Exit codes: 0 done; 1 refused or not done, the reason is said; 2 the command is not written right;
130 stopped by hand. `DOSSIER_HOME` names the instance, or `--instance NAME` one that this machine
serves (dossier/machine); root works on it as who owns it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from django.core.management import CommandError, load_command_class

from dossier import __version__
from dossier.config import instance
from dossier.machine import commands as machine
from dossier.machine.place import Refused, become_owner, here

NAME = "dossier"
# The commands, in the order in which a house meets them, and what each does.
COMMANDS = {
    "init": "commencer une instance, vide",
    "welcome": "ouvrir un compte à quelqu’un",
    "serve": "ouvrir la maison sur cette machine",
    "check": "dire si tout va bien sur cette machine",
    "demo": "essayer avec une maison inventée",
    "import": "reprendre ce qui vient d’ailleurs : tableaux, TDDUI",
    "backup": "sauvegarder, chiffré ; vérifier que cela revient",
    "takeout": "tout emporter, lisible sans le logiciel",
    "export": "sortir vers d’autres logiciels : feuilles de calcul, TDDUI",
    "restore": "tout remettre dans une instance vide",
    "upgrade": "passer à une autre version, ou revenir à celle d’avant",
    "transfer": "porter à une autre maison ce que l’équipe a scellé pour elle",
    "receive": "recevoir d’une autre maison ; la clé pour cela",
    "add": "ajouter des bibliothèques : s3, names",
    "journal": "vérifier la trace, la sceller, la couper",
    "sweep": "effacer ce qui est arrivé au bout de son temps",
    "count": "compter une année finie",
    "destroy": "détruire les archives décidées",
    "pseudonyms": "mesurer ce qui est trouvé des noms",
}
MODULES = {"import": "bring", "check": "state"}  # words that Python or Django keep for themselves
WITHOUT_TABLES = {"init", "restore", "demo", "pseudonyms", "check"}  # they make them, or need none
NOT_READY = "La base n’est pas celle de cette version : « dossier init » la prépare."
TOO_NEW = (
    f"La base est celle d’une version plus récente que celle-ci ({__version__}) : prenez cette "
    "version-là, ou revenez en arrière par « dossier upgrade --back »."
)
HIDDEN = {
    "--version", "-v", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color",
    "--force-color", "--skip-checks",
}  # fmt: skip

# What argparse says by itself, said in French.
FRENCH = {
    "usage: ": "usage : ",
    "positional arguments": "à donner ",
    "options": "options ",
    "show this help message and exit": "montre cette aide",
    "%(prog)s: error: %(message)s\n": "%(prog)s : %(message)s\n",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "ceci n’est pas compris : %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "expected one argument": "il faut une valeur",
    "expected at least one argument": "il faut au moins une valeur",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)s n’existe pas ; il y a "
    "%(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)s ne convient pas",
    "not allowed with argument %s": "pas avec %s",
    "one of the arguments %s is required": "il faut l’un de : %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s peut vouloir dire "
    "%(matches)s",
}


def _speak_french() -> None:
    argparse._ = lambda told: FRENCH.get(told, told)


def _help() -> str:
    lines = "\n".join(f"  {name:<11} {what}" for name, what in COMMANDS.items())
    return (
        "usage : dossier COMMANDE …\n\n"
        f"Les commandes de la maison :\n\n{lines}\n\n"
        "« dossier COMMANDE --help » dit le reste. DOSSIER_HOME nomme le dossier de l’instance,\n"
        "DATABASE_URL sa base, si c’est PostgreSQL ; « dossier --instance NOM COMMANDE » prend\n"
        "celle que cette machine sert sous ce nom. « dossier --version » dit laquelle c’est.\n"
    )


def main(given: Sequence[str] | None = None) -> int:
    """Do what the line says; return the exit code."""
    given = sys.argv[1:] if given is None else list(given)
    os.umask(0o077)  # what a command makes is its owner's alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dossier.config.settings")
    _speak_french()
    named, given = (given[1], given[2:]) if given[:1] == ["--instance"] else ("", given)
    if not given or given[0] in {"-h", "--help", "help", "--version"}:
        print(f"{__version__}\n" if given == ["--version"] else _help(), end="")  # noqa: T201 - asked for
        return 0 if given else 2
    name, *rest = given
    if name not in COMMANDS:
        return _fail(f"« {name} » n’est pas une commande ; « dossier --help » les dit toutes.", 2)
    if machine.is_ours(name, rest):
        return machine.run(NAME, name, rest)
    try:
        _choose(name, named)
    except Refused as refused:
        return _fail(str(refused), 1)
    return _run(name, rest)


def _choose(name: str, named: str) -> None:
    """Settle on the instance a command works on, be who owns it. Refused when nobody can tell."""
    if named:
        os.environ.update(here().instance(named).settings)
    elif "DOSSIER_HOME" not in os.environ and not instance.is_workshop():
        served = here().instances() if name not in {"demo", "pseudonyms"} else []
        if len(served) > 1:
            names = ", ".join(one.name for one in served)
            raise Refused(f"Cette machine sert {names} : dites dossier --instance NOM {name}.")
        apart = "-demo" if name == "demo" else ""  # never in a true house
        home = f"{instance.usual()}{apart}"
        os.environ.update(served[0].settings if served else {"DOSSIER_HOME": home})
    if home := os.environ.get("DOSSIER_HOME"):
        become_owner(Path(home).expanduser())


def _run(name: str, rest: list[str]) -> int:
    import django  # noqa: PLC0415 - not before the help: it opens the instance

    try:
        django.setup()
    except (OSError, ValueError) as error:
        return _fail(f"L’instance ne s’ouvre pas : {error}", 1)
    command = load_command_class("dossier", MODULES.get(name, name))
    command.suppressed_base_arguments = HIDDEN
    command._called_from_command_line = True
    checks, command.requires_system_checks = command.requires_system_checks, ()
    options = vars(command.create_parser(NAME, name).parse_args(rest))
    command.requires_system_checks = checks  # made all the same: only the option is hidden
    if why := _why_not(name, options):
        return _fail(why, 1)
    try:
        command.execute(*options.pop("args", ()), skip_checks=False, **options)
    except CommandError as error:
        return _fail(str(error), error.returncode)
    except KeyboardInterrupt:
        return _fail("Arrêté.", 130)
    except BrokenPipeError:
        return 1
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else 1
    return 0


def _why_not(name: str, options: dict[str, object]) -> str:
    """Return what keeps a command from the database; nothing when it asks nothing of it."""
    asks_nothing = name in WITHOUT_TABLES or (name, options.get("act")) == ("export", "check")
    if asks_nothing or (name == "import" and options.get("dry_run")):
        return ""
    return why_not_ready()


def why_not_ready() -> str:
    """Return what keeps the database from being worked on; nothing when it is ready."""
    from django.db import DatabaseError, connection  # noqa: PLC0415 - after django.setup
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    try:
        executor = MigrationExecutor(connection)
        is_ready = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        made, known = executor.loader.applied_migrations, executor.loader.disk_migrations
        is_newer = any(one[0] == NAME and one not in known for one in made)
    except DatabaseError as error:
        return f"La base ne répond pas : {error}".strip()
    if is_newer:
        return TOO_NEW
    return "" if is_ready else NOT_READY


def _fail(words: str, code: int) -> int:
    print(words, file=sys.stderr)  # noqa: T201 - said to whoever typed the command
    return code
