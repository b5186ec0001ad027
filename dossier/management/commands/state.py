"""`dossier check`: is everything well on this machine?

JSON (`--json`): {"version", "home", "database", "well": [sentence], "to_do": [sentence]}.
Exit codes: 0 nothing to do; 1 something is to be done, and said.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management import BaseCommand, CommandParser
from django.db import DatabaseError, connection
from django.utils import timezone

from dossier import __version__
from dossier.command import why_not_ready
from dossier.config import instance
from dossier.establishment.models import Worker
from dossier.ownership import backup

AIR = 1024**3  # bytes that a disk should have left
OLD, UNSEEN = timedelta(days=7), timedelta(days=120)  # of a backup: made, put back
KEYS = {instance.SECRET: "secrète", instance.JOURNAL: "de la trace"}
Line = tuple[bool, str]  # whether it is well, a sentence


class Command(BaseCommand):
    """Say what is well, and what is to be done."""

    help = "Dit si tout va bien : la base, les clés, le disque, les sauvegardes, les réglages."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--json`."""
        parser.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at each thing, and say it."""
        lines = [*_base(), *_folder(), *_backups(), *_settings()]
        well = [said for is_well, said in lines if is_well]
        to_do = [said for is_well, said in lines if not is_well]
        base = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
        if options["json"]:
            told = {"version": __version__, "home": str(settings.DOSSIER_HOME), "database": base}
            self.stdout.write(json.dumps(told | {"well": well, "to_do": to_do}, ensure_ascii=False))
        else:
            self.stdout.write(f"Dossier {__version__}, dans {settings.DOSSIER_HOME} ({base})\n")
            self.stdout.write("\n".join([f"  ✓ {one}" for one in well]))
            self.stdout.write("\n".join([f"  ✗ {one}" for one in to_do]))
        if to_do:
            raise SystemExit(1)


def _base() -> Iterator[Line]:
    if why := why_not_ready():
        yield False, why
        return
    yield True, "La base est là, et de cette version."
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            (said,) = cursor.fetchone()
        if said != "ok":
            yield (
                False,
                f"La base est abîmée ({said}) : arrêtez tout, reprenez une sauvegarde.",
            )
    try:
        keepers = Worker.objects.filter(is_administrator=True, is_active=True).count()
    except DatabaseError as error:
        yield False, f"La base ne répond pas : {error}"
        return
    yield (
        keepers > 1,
        "Deux personnes au moins s’occupent de la machine."
        if keepers > 1
        else "Une seule personne, ou aucune, s’occupe de la machine : ouvrez un autre compte.",
    )


def _folder() -> Iterator[Line]:
    home = settings.DOSSIER_HOME
    for name, what in KEYS.items():
        path = home / name
        if not path.is_file() or path.stat().st_mode & 0o077:
            yield False, f"La clé {what} ({path}) est absente, ou lue par d’autres : chmod 600."
    mode = home.stat().st_mode & 0o777
    yield (
        mode & 0o077 == 0,
        "Le dossier de l’instance n’est lu que par son propriétaire."
        if mode & 0o077 == 0
        else f"D’autres lisent le dossier de l’instance : chmod 700 {home}",
    )
    free = shutil.disk_usage(home).free
    yield free > AIR, f"Il reste {free / 1024**3:.1f} Go sur le disque.".replace(".", ",", 1)


def _backups() -> Iterator[Line]:
    now, told = timezone.now(), backup.remembered()
    if not backup.public_key():
        yield False, "Rien n’est sauvegardé : dossier backup key, puis dossier backup make CHEMIN."
    elif not told.made_at or now - told.made_at > OLD:
        yield False, "Aucune sauvegarde depuis une semaine : dossier backup make CHEMIN."
    elif not told.verified_at or now - told.verified_at > UNSEEN:
        yield (
            False,
            f"Aucune sauvegarde n’a été remise pour voir : dossier backup verify {told.place}",
        )
    else:
        yield True, "Une sauvegarde de cette semaine est là ; une, cette saison, a été remise."


def _settings() -> Iterator[Line]:
    is_open = bool(settings.HOSTS)
    every = checks.run_checks(include_deployment_checks=is_open)
    found = [one for one in every if not one.is_silenced()]
    for one in found:
        is_said = one.id.startswith("dossier.")  # by us, in French
        yield False, f"{one.msg} {one.hint}" if is_said else f"Un réglage est à revoir : {one.id}."
    if is_open and not settings.HTTPS:
        yield False, "D’autres machines la joignent sans chiffrement : ôtez DOSSIER_HTTPS=0."
    if not found:
        yield True, "Les réglages tiennent."
