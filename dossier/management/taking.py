"""Taking in what a command read: on behalf of whom, for which teams."""

from typing import Any

from django.core.management import CommandError

from dossier.arrivals import actions
from dossier.arrivals.brought import Brought
from dossier.establishment.models import Team, Worker
from dossier.management.progress import shown
from dossier.notebooks.models import NotAllowed


def take(brought: Brought, *, sort: str, options: dict[str, Any], verb: str) -> actions.Done:
    """Take it in as the line says: `--by`, `--team`; CommandError when it does not say enough."""
    by = Worker.objects.filter(login=options["by"] or "", is_active=True).first()
    if not by:
        raise CommandError(
            f"Dites qui {verb} ce fichier, par --by et son nom de connexion : c’est à son nom "
            "que les choses seront gardées. --dry-run lit seulement.",
            returncode=2,
        )
    teams = [Team.objects.filter(name=name).first() for name in options["team"]]
    if None in teams:
        raise CommandError("Cette équipe n’existe pas ici.", returncode=2)
    try:
        with shown(is_wanted=not options["json"]) as advance:
            kept = {"sort": sort, "teams": teams or list(by.teams)}
            return actions.take_in(brought, by=by, advance=advance, **kept)
    except NotAllowed as error:
        raise CommandError(
            "Ce compte s’occupe de l’ordinateur et n’ouvre aucun dossier : donnez celui de "
            "quelqu’un qui accompagne."
        ) from error
