"""Pages of collectives."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.collectives import actions
from dossier.collectives.causes import plea
from dossier.collectives.models import Collective, Membership
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook, NotebookQuerySet
from dossier.web.causes.forms import CauseForm
from dossier.web.collectives.forms import CollectiveForm, MembershipForm, NewCollectiveForm
from dossier.web.drafts import once, open_form, put_by, retry
from dossier.web.fiches import fiche
from dossier.web.meetings.around import meetings_around

FICHE = ("name", "sort", "word")
TOLD = ("words", "count", "from_on", "until_on")


def _collectives(notebooks: NotebookQuerySet) -> QuerySet[Collective]:
    return Collective.objects.filter(notebook__in=notebooks).select_related("notebook")


def _writable(request: HttpRequest, pk: int) -> Collective:
    notebooks = Notebook.objects.writable_by(request.user)
    return get_object_or_404(_collectives(notebooks), notebook=pk)


def _joined(request: HttpRequest, pk: int) -> Notebook:
    writable = Notebook.objects.writable_by(request.user).filter(kind__in=actions.JOINED)
    return get_object_or_404(writable, pk=pk)


def members(notebook: Notebook, *, worker: Worker) -> QuerySet[Membership]:
    """Return who is in a notebook, as far as `worker` may know."""
    seen = Membership.objects.visible_to(worker).filter(notebook=notebook)
    return seen.select_related("notebook", "person__dossier__notebook", "collective__notebook")


def belonging(worker: Worker, **who: Any) -> dict[str, Any]:
    """Return in what a person or a collective is, projects apart, as far as `worker` may know."""
    seen = Membership.objects.visible_to(worker).filter(**who)
    found: dict[bool, list[Membership]] = {True: [], False: []}
    for one in seen.select_related("notebook__project"):
        found[one.notebook.kind == Notebook.Kind.PROJECT].append(one)
    return {"projects": found[True], "belongs": found[False]}


def collective_create(request: HttpRequest) -> HttpResponse:
    """Open the notebook of a collective."""
    form = open_form(NewCollectiveForm, request, worker=request.user)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "collectives/collective_create.html", {"form": form})

    def act() -> str:
        collective = actions.open_collective(by=request.user, **form.given())
        done = said(
            "C’est fait : {cahier.le} « {name} » est {cahier:ouvert,ouverte}.", name=collective
        )
        messages.success(request, done)
        return reverse("notebook-detail", args=[collective.notebook_id])

    return once(request, act)


@require_safe
def collective_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the collective is, who belongs, and who may read."""
    seen = Notebook.objects.visible_to(request.user)
    collective = get_object_or_404(_collectives(seen), notebook=pk)
    record_opening(by=request.user, notebook=collective.notebook)
    may_write = Notebook.objects.writable_by(request.user).filter(pk=pk).exists()
    is_cause = collective.notebook.kind == Notebook.Kind.CAUSE
    context = {
        "collective": collective,
        "notebook": collective.notebook,
        "plea": plea(collective.notebook) if is_cause and may_write else "",
        "memberships": members(collective.notebook, worker=request.user),
        **belonging(request.user, collective=collective),
        "relations": collective.notebook.relations.all(),
        "may_write": may_write,
    } | meetings_around(collective.notebook, worker=request.user)
    return render(request, "collectives/collective_detail.html", context)


def collective_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the collective is."""
    collective = _writable(request, pk)
    is_cause = collective.notebook.kind == Notebook.Kind.CAUSE
    kind = CauseForm if is_cause else CollectiveForm
    initial = {name: getattr(collective, name) for name in kind.base_fields if name in FICHE}
    form = open_form(kind, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": collective.notebook}
        return retry(request, "collectives/collective_edit.html", context)

    def act() -> str:
        actions.describe(by=request.user, collective=collective, **form.given())
        return fiche(collective.notebook)

    return once(request, act)


def membership_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a member, named or with words."""
    notebook = _joined(request, pk)
    form = open_form(MembershipForm, request, worker=request.user, notebook=notebook)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": notebook, "fiche": fiche(notebook)}
        return retry(request, "collectives/membership_create.html", context)

    def act() -> str:
        actions.join(by=request.user, notebook=notebook, **form.given())
        return fiche(notebook)

    return once(request, act)


def _member(request: HttpRequest, pk: int, membership: int) -> Membership:
    return get_object_or_404(members(_joined(request, pk), worker=request.user), pk=membership)


def membership_edit(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    """Say otherwise how many, from when and until when; who is named stays who it is."""
    member = _member(request, pk, membership)
    notebook = member.notebook
    initial = {name: getattr(member, name) for name in TOLD}
    options = {"worker": request.user, "notebook": notebook, "member": member}
    form = open_form(MembershipForm, request, initial=initial, **options)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": notebook, "member": member, "fiche": fiche(notebook)}
        return retry(request, "collectives/membership_edit.html", context)

    def act() -> str:
        actions.change_membership(by=request.user, membership=member, **form.given())
        return fiche(notebook)

    return once(request, act)


@require_POST
def membership_end(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    """Say that a member left today; the line stays."""
    member = _member(request, pk, membership)
    if member.is_present:  # asked again, it is still the day of the first time
        today = timezone.localdate()
        until_on = max(today, member.from_on or today)
        actions.leave(by=request.user, membership=member, until_on=until_on)
        told = f"C’est noté : {member}, jusqu’à aujourd’hui. Une erreur ? « Modifier » la ligne."
        messages.success(request, told)
    return redirect(fiche(member.notebook))


@require_POST
@transaction.atomic
def membership_drop(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    """Take off a line noted by mistake; what it told waits in the drafts of who did."""
    notebook = _joined(request, pk)
    if member := members(notebook, worker=request.user).filter(pk=membership).first():
        told = {name: getattr(member, name) for name in TOLD}
        told |= {"person": member.person_id, "collective": member.collective_id}
        put_by(request, reverse("membership-create", args=[pk]), **told)
        actions.drop_membership(by=request.user, membership=member)
        done = "La ligne est retirée. Une erreur ? Elle attend dans vos {brouillon.pluriel}."
        messages.success(request, said(done))
    return redirect(fiche(notebook))
