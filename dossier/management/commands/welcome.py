"""`manage.py welcome`: an account for somebody who works in the house."""

import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from dossier.accounts import passphrases
from dossier.establishment.actions import welcome
from dossier.establishment.models import Establishment, Team, Worker


class Command(BaseCommand):
    """Open an account; teams that are new are made."""

    help = "Ouvre un compte à quelqu’un de la maison ; la phrase secrète est demandée."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take who, what they do, their teams."""
        parser.add_argument("login", help="nom de connexion, par exemple samira")
        parser.add_argument("name", help="nom affiché, par exemple « Samira Benali »")
        parser.add_argument("--function", default="", help="ce qu’elle ou il fait")
        parser.add_argument("--team", action="append", default=[], help="équipe (répétable)")
        parser.add_argument("--house", help="nom de la maison, la première fois")
        parser.add_argument("--administrator", action="store_true", help="s’occupe de l’ordinateur")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask for the passphrase twice, then open the account."""
        if options["administrator"] and options["team"]:
            raise CommandError(
                "Qui s’occupe de l’ordinateur n’est d’aucune équipe : ouvrez-lui deux comptes, un "
                "pour la machine, un pour accompagner."
            )
        phrase = getpass.getpass("Phrase secrète (quatre mots ou plus) : ")
        worker = Worker(login=options["login"], name=options["name"])
        if told := passphrases.check(phrase, worker):
            raise CommandError(" ".join(told))
        if phrase != getpass.getpass("Encore une fois : "):
            raise CommandError("Les deux phrases ne sont pas les mêmes.")
        if options["house"]:
            Establishment.objects.update_or_create(pk=1, defaults={"name": options["house"]})
        teams = tuple(Team.objects.get_or_create(name=name)[0] for name in options["team"])
        try:
            worker = welcome(
                login=options["login"],
                name=options["name"],
                passphrase=phrase,
                function=options["function"],
                teams=teams,
                is_administrator=options["administrator"],
            )
        except (ValidationError, IntegrityError) as error:
            raise CommandError("Ce nom de connexion est déjà pris, ou ne se lit pas.") from error
        self.stdout.write(f"{worker.name} peut entrer sous le nom « {worker.login} ».")
