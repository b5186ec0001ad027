"""`manage.py demo`: the invented establishment, served on this machine, in one command."""

import io
import os
import shutil
import sys

from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command
from django.db import connection

from dossier.demo.accounts import ACCOUNTS
from dossier.demo.load import PASSPHRASE, is_loaded, load


class Command(BaseCommand):
    """Prepare the demo, then serve it; what was written before is kept."""

    help = "Prépare une maison inventée et l’ouvre sur cette machine."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--reset` and `--no-serve`."""
        parser.add_argument("--reset", action="store_true", help="repartir d’une maison neuve")
        parser.add_argument("--no-serve", action="store_true", help="préparer sans ouvrir")

    def step(self, words: str) -> None:
        """Say what was just done."""
        self.stdout.write(f"  · {words}")
        self.stdout.flush()

    def handle(self, *args: object, **options: object) -> None:
        """Make, migrate, load, say, serve."""
        if options["reset"]:
            self._reset()
        call_command("check", verbosity=0, stdout=io.StringIO())
        call_command("migrate", verbosity=0)
        self.step(f"La base est prête dans {settings.DOSSIER_HOME}.")
        if is_loaded():
            self.step("La maison était déjà là : ce qui y est écrit est gardé.")
        else:
            load(self.step)
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        self.step("Les feuilles de style sont pliées.")
        self._say()
        if not options["no_serve"]:
            self._serve()

    def _reset(self) -> None:
        if connection.vendor == "sqlite":
            connection.close()
            for path in settings.DOSSIER_HOME.glob("dossier.sqlite3*"):
                path.unlink()
            shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
        else:
            call_command("migrate", verbosity=0)
            call_command("flush", interactive=False, verbosity=0)
            with connection.cursor() as cursor:
                cursor.execute("TRUNCATE dossier_search")
        self.step("L’ancienne maison est partie, une neuve arrive.")

    def _say(self) -> None:
        port = os.environ.get("PORT", "8000")
        self.stdout.write(f"\n  Ouvrez http://localhost:{port}/ dans un navigateur.\n")
        self.stdout.write(f"  La phrase secrète de tous : {PASSPHRASE}\n\n")
        for login, who in ACCOUNTS:
            self.stdout.write(f"    {login:<9} {who}")
        self.stdout.write("\n  Ctrl+C pour fermer.\n")
        self.stdout.flush()

    def _serve(self) -> None:
        connection.close()
        command = [sys.executable, "-m", "gunicorn", "--config", "python:dossier.config.server"]
        command += ["dossier.config.wsgi:application"]
        os.execv(sys.executable, command)  # noqa: S606 - the server takes this process's place
