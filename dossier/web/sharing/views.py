"""Who may read a notebook, what, why, until when, opened by whom; keepers change it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.models import Group
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.journal.actions import record_opening
from dossier.notebooks import actions, circles, sharing
from dossier.notebooks.models import NotAllowed, Notebook, Reader, WorkerGrant
from dossier.trust import urgent
from dossier.web.drafts import once, open_form, retry
from dossier.web.sharing.forms import CircleForm, GrantForm, HandOverForm, OpenForm

NO_KEEPER = (
    "Il ne resterait aucun collègue pour garder {cahier.le}. Faites-{cahier:le,la} d’abord garder "
    "par quelqu’un d’autre, puis recommencez."
)


class Line(NamedTuple):
    """A reader as the page shows them: who is in their team, and where keepers change it."""

    reader: Reader
    members: str
    change: str


def _kept(request: HttpRequest, pk: int) -> Notebook:
    """Return a notebook of which one decides who reads; a heap of one's own is shared with none."""
    kept = Notebook.objects.kept_by(request.user).exclude(kind=Notebook.Kind.BRICABRAC)
    return get_object_or_404(kept, pk=pk)


def code(reader: Reader) -> str:
    """Return what names a reader in a choice: "p12" for a worker, "e3" for a team."""
    one = reader.grant
    return f"p{one.user_id}" if isinstance(one, WorkerGrant) else f"e{one.group_id}"


def _place(notebook: Notebook, reader: Reader, act: str = "change") -> str:
    one = reader.grant
    if isinstance(one, WorkerGrant):
        return reverse(f"sharing-worker-{act}", args=[notebook.pk, one.user_id])
    return reverse(f"sharing-team-{act}", args=[notebook.pk, one.group_id])


def _members(readers: list[Reader]) -> dict[int, str]:
    """Return the names of those who are in the teams that read, by team: one query."""
    teams = [one.grant.group_id for one in readers if not isinstance(one.grant, WorkerGrant)]
    rows = Worker.objects.accompanying().filter(groups__in=teams)
    found: dict[int, list[str]] = {}
    for team, name in rows.order_by("name").values_list("groups", "name"):
        found.setdefault(team, []).append(name)
    return {team: ", ".join(names) for team, names in found.items()}


@require_safe
def notebook_sharing(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who may read, and who opened at once; where keepers change it."""
    notebook = get_object_or_404(Notebook.objects.visible_to(request.user), pk=pk)
    record_opening(by=request.user, notebook=notebook)
    is_kept = Notebook.objects.kept_by(request.user).filter(pk=pk).exists()
    may_change = is_kept and notebook.kind != Notebook.Kind.BRICABRAC
    readers = notebook.readers
    members = _members(readers)
    own = any(code(one) == f"p{request.user.pk}" for one in readers)
    context = {
        "notebook": notebook,
        "lines": [
            Line(
                one,
                members.get(getattr(one.grant, "group_id", None), ""),
                _place(notebook, one) if may_change else "",
            )
            for one in readers
        ],
        "may_change": may_change,
        "may_hand_over": may_change and own,
        "may_circle": may_change and notebook.kind in circles.AROUND,
        "urgents": urgent.told_of(notebook),
        "is_kept": is_kept,
    }
    return render(request, "sharing/notebook_sharing.html", context)


def _done(request: HttpRequest, notebook: Notebook, told: str) -> str:
    """Say that it is done, and where to go: back to the list, if one still reads."""
    messages.success(request, told)
    seen = Notebook.objects.visible_to(request.user).filter(pk=notebook.pk).exists()
    return reverse("notebook-sharing", args=[notebook.pk]) if seen else reverse("notebook-list")


def _try(
    request: HttpRequest, act: Callable[[], str], form: Any, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Do what was asked, or say what to do first."""
    try:
        return once(request, act)
    except sharing.NoKeeperLeft:
        form.add_error(None, said(NO_KEEPER))
    except NotAllowed:
        form.add_error(None, "Cela ne peut pas lui être ouvert : choisissez quelqu’un d’autre.")
    return retry(request, template, context)


def sharing_open(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a notebook to a worker or a team."""
    notebook = _kept(request, pk)
    form = open_form(OpenForm, request, but={code(one) for one in notebook.readers})
    context, template = {"form": form, "notebook": notebook}, "sharing/sharing_open.html"
    if request.method != "POST" or not form.is_valid():
        return retry(request, template, context)

    def act() -> str:
        given = form.given()
        actions.grant(by=request.user, notebook=notebook, **given)
        return _done(request, notebook, f"C’est ouvert : {_called(given['to'])}.")

    return _try(request, act, form, template, context)


def _called(who: Worker | Group) -> str:
    return who.name if isinstance(who, Worker) else said("{equipe.le} {name}", name=who.name)


def _reader(notebook: Notebook, **whose: int) -> Reader:
    """Return what a worker (`user_id`) or a team (`group_id`) has there."""
    ((name, pk),) = whose.items()
    for one in notebook.readers:
        if getattr(one.grant, name, None) == pk:
            return one
    raise Http404


def _whose(reader: Reader) -> Worker | Group:
    one = reader.grant
    return one.user if isinstance(one, WorkerGrant) else one.group


def _change(request: HttpRequest, notebook: Notebook, reader: Reader) -> HttpResponse:
    one = reader.grant
    saved = {"level": reader.level, "until": reader.last_day, "reason": one.reason}
    form = open_form(GrantForm, request, initial=saved)
    template = "sharing/sharing_change.html"
    context = {
        "form": form,
        "notebook": notebook,
        "reader": reader,
        "close": _place(notebook, reader, "withdraw"),
    }
    if request.method != "POST" or not form.is_valid():
        return retry(request, template, context)

    def act() -> str:
        given = form.given()
        if form.cleaned_data["until"] == saved["until"]:
            given["until"] = one.until  # an hour it had is kept
        actions.grant(by=request.user, notebook=notebook, to=_whose(reader), **given)
        return _done(request, notebook, "C’est changé.")

    return _try(request, act, form, template, context)


def sharing_worker(request: HttpRequest, pk: int, worker: int) -> HttpResponse:
    """Change what a worker may do."""
    notebook = _kept(request, pk)
    return _change(request, notebook, _reader(notebook, user_id=worker))


def sharing_team(request: HttpRequest, pk: int, team: int) -> HttpResponse:
    """Change what a team may do."""
    notebook = _kept(request, pk)
    return _change(request, notebook, _reader(notebook, group_id=team))


def _withdraw(request: HttpRequest, notebook: Notebook, reader: Reader) -> HttpResponse:
    try:
        sharing.withdraw(by=request.user, notebook=notebook, who=_whose(reader))
    except sharing.NoKeeperLeft:
        messages.warning(request, said(NO_KEEPER))
        return redirect("notebook-sharing", notebook.pk)
    return redirect(_done(request, notebook, f"C’est refermé : {_called(_whose(reader))}."))


@require_POST
def sharing_worker_withdraw(request: HttpRequest, pk: int, worker: int) -> HttpResponse:
    """Close a notebook to a worker, at once."""
    notebook = _kept(request, pk)
    return _withdraw(request, notebook, _reader(notebook, user_id=worker))


@require_POST
def sharing_team_withdraw(request: HttpRequest, pk: int, team: int) -> HttpResponse:
    """Close a notebook to a team, at once."""
    notebook = _kept(request, pk)
    return _withdraw(request, notebook, _reader(notebook, group_id=team))


def sharing_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody keep a notebook in one's place."""
    notebook = _kept(request, pk)
    form = open_form(HandOverForm, request, by=request.user)
    kept = Notebook.objects.kept_by(request.user).filter(circle__around=notebook)
    context = {"form": form, "notebook": notebook, "circles": kept.order_by("title")}
    template = "sharing/sharing_hand_over.html"
    if request.method != "POST" or not form.is_valid():
        return retry(request, template, context)

    def act() -> str:
        given = form.given()
        sharing.hand_over(by=request.user, notebook=notebook, **given)
        return _done(
            request, notebook, said("C’est fait : {name} garde {cahier.ce}.", name=str(given["to"]))
        )

    return _try(request, act, form, template, context)


def circle_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a circle around a dossier, a collective or a project."""
    kept = Notebook.objects.kept_by(request.user).filter(kind__in=circles.AROUND)
    notebook = get_object_or_404(kept, pk=pk)
    form = open_form(CircleForm, request, by=request.user)
    context, template = {"form": form, "notebook": notebook}, "sharing/circle_create.html"
    if request.method != "POST" or not form.is_valid():
        return retry(request, template, context)

    def act() -> str:
        circle = sharing.open_circle(by=request.user, around=notebook, **form.given())
        messages.success(request, f"Le cercle « {circle} » est ouvert.")
        return reverse("notebook-detail", args=[circle.pk])

    try:
        return _try(request, act, form, template, context)
    except sharing.AlreadyThere:
        form.add_error("name", "Il y a déjà ici un cercle de ce nom : choisissez-en un autre.")
    return retry(request, template, context)
