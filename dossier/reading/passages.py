"""What concerns a person, wherever it is written, as far as a worker reads."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from dossier.collectives.spellings import is_in, spellings
from dossier.establishment.models import Worker
from dossier.notebooks.models import Mention, Notebook, Writing, WritingQuerySet
from dossier.persons.models import Dossier

# Where a name alone is enough: elsewhere, one must have tied the writing to the person.
NAMING = (Notebook.Kind.COLLECTIVE, Notebook.Kind.PROJECT)


def concerning(*, by: Worker, dossier: Dossier) -> WritingQuerySet:
    """Return the writings that may concern the person of `dossier`, where `by` reads: those of
    their notebook, those tied to it elsewhere (all those of its circles), and those of collectives
    and projects where a word is one of their names (CASF L311-3, 5°). Nothing of causes: nobody is
    named there.

    A homonym is among them: `covering.Desk` tells. Nothing for who does not read the dossier.
    """
    seen = Notebook.objects.visible_to(by)
    if not seen.filter(pk=dossier.notebook_id).exists():
        return Writing.objects.none()
    elsewhere = seen.exclude(kind=Notebook.Kind.CAUSE)
    tied = Mention.objects.filter(notebook=dossier.notebook_id).values("writing")
    wanted = Q(notebook=dossier.notebook_id) | Q(pk__in=tied, notebook__in=elsewhere)
    if named := _named(dossier):
        naming = Q(kind__in=NAMING) | Q(circle__around__kind__in=NAMING)
        wanted |= Q(position__in=named, notebook__in=seen.filter(naming))
    return Writing.objects.filter(wanted).select_related("notebook", "author", "heading")


def _named(dossier: Dossier) -> RawSQL | None:
    """Return the positions of the writings in which a word is one of the person's names."""
    person = dossier.person
    ways = {one.tokens for name in (person.called, person.civil_name) for one in spellings(name)}
    words = sorted(_told_apart(ways))
    if not words:
        return None
    if connection.vendor == "sqlite":
        asked = " OR ".join(f'words : "{" ".join(tokens)}"' for tokens in words)
        sql = "SELECT rowid FROM dossier_search WHERE dossier_search MATCH %s"
    else:
        ways_ = (" <-> ".join(f"'{one}'" for one in tokens) for tokens in words)
        asked = " | ".join(f"({way})" for way in ways_)
        sql = "SELECT position FROM dossier_search WHERE lexemes @@ %s::tsquery"
    return RawSQL(sql, [asked])  # noqa: S611 - constants, the words apart


def _told_apart(ways: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Yield the spellings that tell somebody: no lone word that everybody uses."""
    for tokens in ways:
        if len(tokens) > 1 or not is_in("empty", tokens[0]):
            yield tokens
