"""Pages of headings and tags: those of each team, what was changed, and changing them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.establishment.models import Team
from dossier.journal.actions import record_openings
from dossier.notebooks import labels
from dossier.notebooks.models import Heading, Label, LabelChange, Retired, Tag
from dossier.web.drafts import already, once, open_form, retry, ticked
from dossier.web.keyed import KeyedForm, line

SHOWN = 100
TOLD = 60


class LabelForm(KeyedForm):
    """The new name of a heading or a tag."""

    name = line("Comment l’appeler désormais", 80, needed="Écrivez le nouveau nom.")


def _team(request: HttpRequest, pk: int) -> Team:
    return get_object_or_404(request.user.teams, pk=pk)


def _words(team: Team, model: type[Label], request: HttpRequest) -> dict[str, list[Label]]:
    """Return the labels of what a team writes, in use and retired."""
    retired = set(Retired.objects.filter(team=team, sort=model.SORT).values_list("name", flat=True))
    found = list(model.objects.used_in(labels.written_by(team, request.user)))
    return {
        "used": [one for one in found if one.name not in retired],
        "retired": [one for one in found if one.name in retired],
    }


@require_safe
def label_list(request: HttpRequest) -> HttpResponse:
    """Show the headings and tags of each of one's teams, and what was changed."""
    shelves = [
        {
            "team": team,
            "headings": _words(team, Heading, request),
            "tags": _words(team, Tag, request),
            "history": labels.history(team, request.user)[:TOLD],
        }
        for team in request.user.teams
    ]
    return render(
        request,
        "labels/label_list.html",
        {"shelves": shelves, "speaks_for_house": shelves or request.user.is_administrator},
    )


def label_change(request: HttpRequest, team: int, pk: int, model: type[Label]) -> HttpResponse:
    """Rename a heading or a tag, everywhere or on some writings; retire it, take it up again."""
    its_team = _team(request, team)
    if done := already(request):
        return done
    scope = labels.written_by(its_team, request.user)
    label = get_object_or_404(model.objects.used_in(scope), pk=pk)
    asked = {"by": request.user, "team": its_team, "label": label}
    if act := {"retirer": labels.retire, "reprendre": labels.revive}.get(request.POST.get("geste")):
        act(**asked)
        return redirect("label-list")
    form = open_form(LabelForm, request, initial={"name": label.name})
    chosen = ticked(request, form, "ecrits")
    by_hand = request.POST.get("geste") == "choisis"
    if request.method == "POST" and form.is_valid():
        if by_hand and not chosen:
            ask = said("Cochez au moins {ecrit.un}, ou changez le nom partout.")
            form.add_error(None, ask)
        else:
            return once(
                request, lambda: _relabel(request, form, asked, chosen if by_hand else None)
            )
    bearing = labels.bearing(label, scope).select_related("notebook", "author")
    writings = list(bearing[:SHOWN])
    record_openings(by=request.user, notebook_ids={one.notebook_id for one in writings})
    context: dict[str, Any] = {
        "form": form,
        "label": label,
        "team": its_team,
        "is_heading": model is Heading,
        "is_retired": Retired.objects.filter(
            team=its_team, sort=model.SORT, name=label.name
        ).exists(),
        "others": [one for one in _words(its_team, model, request)["used"] if one != label],
        "writings": writings,
        "chosen": chosen,
    }
    return retry(request, "labels/label_change.html", context)


def _relabel(
    request: HttpRequest, form: LabelForm, asked: dict[str, Any], only: set[int] | None
) -> str:
    name = form.cleaned_data["name"]
    try:
        change = labels.relabel(**asked, name=name, only=only)
    except labels.Unchanged:
        messages.warning(request, f"Rien n’a changé : « {asked['label']} » s’appelle déjà ainsi.")
    else:
        messages.success(request, f"C’est fait : « {change.old} » devient « {change.new} ».")
    return reverse("label-list")


@require_POST
def label_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a change, on what still bears it."""
    mine = LabelChange.objects.filter(team__in=request.user.teams)
    change = get_object_or_404(mine, pk=pk)
    try:
        labels.undo(by=request.user, change=change)
    except labels.Unchanged:
        messages.warning(request, "Il n’y a plus rien à défaire : tout a changé depuis.")
    else:
        messages.success(request, f"C’est défait : on dit de nouveau « {change.old} ».")
    return redirect("label-list")
