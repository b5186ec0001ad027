"""Teams: made, named, described. Who is in one is `sharing.join_team` and `leave_team`."""

from django.db import transaction
from django.db.models import Q, QuerySet

from dossier.accounts.people import came, is_settled
from dossier.establishment.models import Team, Worker
from dossier.notebooks.actions import rename
from dossier.notebooks.models import NotAllowed, Notebook, TeamGrant


class Taken(Exception):
    """A team has this name already, whatever its case."""


def members(team: Team) -> list[Worker]:
    """Return who is in a team, by name."""
    return list(team.workers.filter(is_active=True).order_by("name", "pk"))


def may_welcome(by: Worker, team: Team) -> bool:
    """Tell whether `by` welcomes a colleague in a team: who is in it does. Of a team where nobody
    is, who keeps all that is open to it and is settled here, or the direction: it gives nobody what
    they had not.
    """
    here = team.workers.accompanying()
    if not by.accompanies or here.filter(pk=by.pk).exists():
        return by.accompanies
    if here.exists():
        return False
    kept = Notebook.objects.kept_by(by).values("pk")
    others = TeamGrant.objects.filter(group=team).exclude(content_object__in=kept)
    return by.is_head or (is_settled(by) and not others.exists())


def to_welcome(by: Worker) -> QuerySet[Worker]:
    """Return whom `by` may bring in a team: who came. Who is in a team already is brought in
    another by who is settled here, or the direction.
    """
    here = came()
    if by.is_head or is_settled(by):
        return here
    return here.filter(Q(groups=None) | Q(pk=by.pk)).distinct()


def may_describe(by: Worker, team: Team) -> bool:
    """Tell whether `by` says what a team is: who is in it, and of one where nobody is, who speaks
    for the house.
    """
    if by.groups.filter(pk=team.pk).exists():
        return by.accompanies
    return by.speaks_for_house and not team.workers.filter(is_active=True).exists()


@transaction.atomic
def make_team(*, by: Worker, name: str, presentation: str = "") -> Team:
    """Make a team, where nobody is yet.

    Raises Taken; NotAllowed unless `by` speaks for the house.
    """
    if not by.speaks_for_house:
        raise NotAllowed
    return Team.objects.create(name=_free(name), presentation=presentation)


@transaction.atomic
def describe_team(*, by: Worker, team: Team, name: str, presentation: str) -> None:
    """Call a team otherwise, its bric-à-brac with it, and say what it is.

    Raises NotAllowed, Taken.
    """
    if not may_describe(by, team):
        raise NotAllowed
    team.name, team.presentation = _free(name, but=team), presentation
    team.save(update_fields=["name", "presentation"])
    for heap in Notebook.objects.filter(team=team):
        rename(heap, team.name)


def _free(name: str, *, but: Team | None = None) -> str:
    name = " ".join(name.split())
    others = Team.objects.exclude(pk=but.pk if but else None).values_list("name", flat=True)
    if any(one.casefold() == name.casefold() for one in others):
        raise Taken
    return name
