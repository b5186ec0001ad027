"""Pages of the teams: who is in one welcomes, anybody leaves."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.establishment.models import Team, Worker
from dossier.notebooks import teams
from dossier.notebooks.actions import NoKeeperLeft
from dossier.notebooks.sharing import join_team, leave_team
from dossier.web.drafts import already, once, open_form, retry
from dossier.web.people.forms import TeamForm, WelcomeForm

TAKEN = "Ce nom est déjà pris : trouvez-en un autre."


@require_safe
def team_list(request: HttpRequest) -> HttpResponse:
    """Show the teams, and who is in them."""
    here = Worker.objects.filter(is_active=True).order_by("name", "pk")
    found = Team.objects.prefetch_related(Prefetch("workers", here, to_attr="here"))
    context = {"teams": found.order_by("name"), "may_make": request.user.speaks_for_house}
    return render(request, "people/team_list.html", context)


@require_safe
def team_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a team is, and who is in it."""
    by, team = request.user, get_object_or_404(Team, pk=pk)
    found = teams.members(team)
    context = {
        "team": team,
        "members": found,
        "is_in": by in found,
        "may_welcome": teams.may_welcome(by, team),
        "may_describe": teams.may_describe(by, team),
    }
    return render(request, "people/team_detail.html", context)


def team_create(request: HttpRequest) -> HttpResponse:
    """Make a team, where nobody is yet."""
    if not request.user.speaks_for_house:
        raise Http404
    form = open_form(TeamForm, request)

    def act() -> str:
        team = teams.make_team(by=request.user, **form.given())
        return reverse("team-detail", args=[team.pk])

    return _sent(request, form, act, "people/team_create.html", {})


def team_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a team otherwise, and say what it is."""
    team = get_object_or_404(Team, pk=pk)
    if not teams.may_describe(request.user, team):
        raise Http404
    initial = {"name": team.name, "presentation": team.presentation}
    form = open_form(TeamForm, request, initial=initial)

    def act() -> str:
        teams.describe_team(by=request.user, team=team, **form.given())
        return reverse("team-detail", args=[pk])

    return _sent(request, form, act, "people/team_edit.html", {"team": Team(pk=pk, **initial)})


def _sent(
    request: HttpRequest,
    form: TeamForm,
    act: Callable[[], str],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, act)
        except teams.Taken:
            form.add_error("name", TAKEN)
    return retry(request, template, {"form": form} | context)


def team_welcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Welcome a colleague in a team."""
    if gone := already(request):
        return gone
    team = get_object_or_404(Team, pk=pk)
    if not teams.may_welcome(request.user, team):
        raise Http404
    form = open_form(WelcomeForm, request, by=request.user, team=team)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "people/team_welcome.html", {"form": form, "team": team})

    def act() -> str:
        worker = form.cleaned_data["worker"]
        join_team(by=request.user, worker=worker, team=team)
        messages.success(request, said("C’est fait : {name} est là.", name=worker.name))
        return reverse("team-detail", args=[pk])

    return once(request, act)


@require_POST
def team_leave(request: HttpRequest, pk: int, worker: int) -> HttpResponse:
    """Leave a team, or say that a colleague is in it no more."""
    by, team = request.user, get_object_or_404(Team, pk=pk)
    here = {one.pk: one for one in teams.members(team)}
    if by.pk != worker and by.pk not in here:
        raise Http404
    if worker in here:  # asked again, it is done already
        try:
            leave_team(by=by, worker=here[worker], team=team)
        except NoKeeperLeft:
            messages.warning(request, _kept(by.pk == worker))
        else:
            done = "C’est fait : {name} n’est plus dans {equipe.le}."
            messages.success(request, said(done, name=here[worker].name))
    return redirect("team-detail", pk)


def _kept(is_self: bool) -> str:
    """Say what to do first; of another, nothing of what they keep is told."""
    if is_self:
        return said(
            "Vous seul·e gardez encore quelque chose par {equipe.ce} : sur « Qui peut lire », "
            "laissez-en d’abord la garde à quelqu’un."
        )
    return said(
        "Quelque chose ne serait plus gardé : demandez-lui d’en laisser d’abord la garde à "
        "quelqu’un."
    )
