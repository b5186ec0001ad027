"""`dossier init`: an instance begins: its folder, its keys, its database."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command
from django.db import connection

from dossier.establishment.actions import name_establishment
from dossier.establishment.models import Establishment, Worker
from dossier.machine import founding
from dossier.management.commands.backup import say_key
from dossier.ownership import backup


class Command(BaseCommand):
    """Begin an instance; done twice, it changes nothing."""

    help = (
        "Prépare une instance dans DOSSIER_HOME : sa base, ses clés. Celle des sauvegardes ne se "
        "montre qu’une fois : imprimez-la. "
        "Relancée, elle ne change rien de ce qui est écrit."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of the house."""
        parser.add_argument("--house", metavar="NOM", help="comment la maison s’appelle")
        founding.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing, and say what comes next; services are the machine's (machine)."""
        call_command("migrate", verbosity=0)
        if options["house"] and not Establishment.objects.exists():
            name_establishment(name=options["house"])
        base = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
        self.stdout.write(f"L’instance est prête dans {settings.DOSSIER_HOME} ({base}).")
        if not Worker.objects.exists():
            self.stdout.write(
                "Ouvrez un premier compte : dossier welcome NOM « Prénom Nom » --administrator"
            )
        if not backup.public_key():
            say_key(self, backup.make_key())
        self.stdout.write("Puis ouvrez la maison : dossier serve")
