"""Pages of who works here: seen by all, opened by who keeps the machine; no visit is told."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.accounts import invitations, people
from dossier.accounts.people import LastHead, LastOne, NotTheirs, Taken
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.actions import NoKeeperLeft
from dossier.trust import leaving
from dossier.web.drafts import already, once, open_form, retry
from dossier.web.keyed import KeyedForm
from dossier.web.people.forms import (
    LOGIN_TAKEN,
    TAKEN,
    AccountForm,
    HeadsForm,
    LeaveForm,
    OwnLeaveForm,
    SelfForm,
)

LAST = (
    "Nul autre ne s’occupe de l’ordinateur : ouvrez d’abord un compte à qui s’en occupera, et "
    "attendez son arrivée."
)

LAST_HEAD = (
    "Nul autre n’est {direction.le} : dites d’abord qui le sera, dans « Qui travaille ici », puis "
    "« Dire qui est {direction.le} »."
)
SHOWN = (
    "Ce code a déjà été montré, et sert toujours. Pas eu le temps de le copier ? Faites-en un "
    "autre."
)


@require_safe
def people_list(request: HttpRequest) -> HttpResponse:
    """Show who works here: names, what they do, their teams."""
    by = request.user
    here = Worker.objects.filter(is_active=True).prefetch_related("groups").order_by("name", "pk")
    awaited = Worker.objects.filter(is_active=True).exclude(invitation=None)
    context = {
        "people": here,
        "may_open": by.is_administrator,
        "may_part": by.is_administrator or by.is_head,
        "may_name_heads": people.may_name_heads(by),
        "awaited": set(awaited.values_list("pk", flat=True)) if by.is_administrator else set(),
    }
    return render(request, "people/people_list.html", context)


def _must_administer(request: HttpRequest) -> None:
    if not request.user.is_administrator:
        raise Http404


def people_open(request: HttpRequest) -> HttpResponse:
    """Open an account to somebody who arrives."""
    _must_administer(request)
    if gone := already(request):
        return gone
    form = open_form(AccountForm, request)

    def act() -> str:
        worker = people.open_account(by=request.user, **form.given())
        return reverse("people-code", args=[worker.pk])

    if request.method == "POST" and form.is_valid():
        try:
            return once(request, act)
        except Taken:
            form.add_error("name", TAKEN)
        except (ValidationError, IntegrityError):
            form.add_error("login", LOGIN_TAKEN)
    return retry(request, "people/people_open.html", {"form": form})


def people_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a code for somebody who has not come yet, and show it this once; the page loaded again
    makes no other.
    """
    _must_administer(request)
    awaited = Worker.objects.filter(is_active=True).exclude(invitation=None)
    worker = get_object_or_404(awaited.select_related("invitation"), pk=pk)
    context, made = {"awaited": worker, "form": KeyedForm()}, []

    def act() -> str:
        made.append(invitations.invite(by=request.user, worker=worker))
        return reverse("people-code", args=[worker.pk])

    if request.method == "POST":
        try:
            response = once(request, act)
        except invitations.AlreadyCame as came:
            raise Http404 from came
        if not made:
            messages.warning(request, SHOWN)
            return response
        worker.invitation.refresh_from_db()
        context |= {"code": made[0], "until": worker.invitation.until}
    return render(request, "people/people_code.html", context)


def people_leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the account of somebody who leaves: one's own, or another's for who may."""
    by = request.user
    if gone := already(request):
        return gone
    if by.pk != pk and not (by.is_administrator or by.is_head):
        raise Http404
    worker = get_object_or_404(Worker, pk=pk, is_active=True)
    is_self, may_keep = by == worker, worker.accompanies
    among = leaving.successors(by=by, worker=worker) if may_keep else []
    own = {"worker": worker} if is_self else {}
    kind = OwnLeaveForm if is_self else LeaveForm
    form = open_form(kind, request, among=among, is_self=is_self, **own)

    def act() -> str:
        leaving.leave(by=by, worker=worker, successor=form.cleaned_data["successor"])
        if by != worker:
            messages.success(request, f"C’est fait : {worker.name} n’entre plus ici.")
        return reverse("people-list")

    if request.method == "POST" and form.is_valid():
        try:
            return once(request, act)
        except NoKeeperLeft:
            form.add_error(
                "successor", "Il faut quelqu’un pour garder ce qui reste : choisissez qui."
            )
        except LastOne:
            form.add_error(None, LAST)
        except LastHead:
            form.add_error(None, said(LAST_HEAD))
    context = {"form": form, "parting": worker, "is_self": is_self, "may_keep": may_keep}
    return retry(request, "people/people_leave.html", context)


def people_self(request: HttpRequest) -> HttpResponse:
    """Say how one is called here, and what one does."""
    worker = request.user
    initial = {"name": worker.name, "function": worker.function}
    form = open_form(SelfForm, request, initial=initial, worker=worker)

    def act() -> str:
        people.tell_oneself(worker=worker, **form.given())
        messages.success(request, "C’est noté.")
        return reverse("people-list")

    if request.method == "POST" and form.is_valid():
        try:
            return once(request, act)
        except Taken:
            form.add_error("name", TAKEN)
    return retry(request, "people/people_self.html", {"form": form})


def people_heads(request: HttpRequest) -> HttpResponse:
    """Say who is the direction."""
    if gone := already(request):
        return gone
    if not people.may_name_heads(request.user):
        raise Http404
    heads = Worker.objects.filter(is_active=True, is_head=True)
    form = open_form(HeadsForm, request, initial={"heads": [one.pk for one in heads]})
    if request.method != "POST" or not form.is_valid():
        return retry(request, "people/people_heads.html", {"form": form})

    def act() -> str:
        try:
            people.name_heads(by=request.user, heads=form.cleaned_data["heads"])
        except NotTheirs as error:
            raise Http404 from error
        messages.success(request, said("C’est noté : tout le monde voit qui est {direction.le}."))
        return reverse("people-list")

    try:
        return once(request, act)
    except LastHead:
        form.add_error("heads", "Il faut quelqu’un : dites qui, à votre place.")
    return retry(request, "people/people_heads.html", {"form": form})
