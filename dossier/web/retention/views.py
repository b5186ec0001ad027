"""Pages of archives: which there are, one, what one does with it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Draft, Notebook
from dossier.persons.models import Dossier
from dossier.projects.models import Project
from dossier.retention import actions, rules, slips
from dossier.retention.models import Archive, Slip
from dossier.rights.actions import terms
from dossier.rights.models import Frame
from dossier.web.converters import number
from dossier.web.drafts import already, once, open_form, retry
from dossier.web.meetings.around import tell
from dossier.web.retention.forms import CloseForm, HoldForm, ReasonForm

PAGE = 50


def _seen(request: HttpRequest, pk: int) -> Archive:
    return get_object_or_404(_with_dossier(Archive.objects.visible_to(request.user)), pk=pk)


def _kept(request: HttpRequest, pk: int) -> Archive:
    return get_object_or_404(_with_dossier(Archive.objects.kept_by(request.user)), pk=pk)


def _with_dossier(archives: Any) -> Any:
    return archives.select_related("dossier__person", "dossier__notebook", "by")


@require_safe
def archive_list(request: HttpRequest) -> HttpResponse:
    """Show what one read that is closed, what might be, and where slips and certificates are."""
    today, before = timezone.localdate(), number(request.GET.get("avant", ""))
    found = _with_dossier(Archive.objects.visible_to(request.user)).order_by("-pk")
    shown = list((found.filter(pk__lt=before) if before else found)[: PAGE + 1])
    kept = Archive.objects.kept_by(request.user)
    context = {
        "archives": [(one, _told(one, today)) for one in shown[:PAGE]],
        "next": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "proposed": [
            (one.dossier, tell(one.sentence))
            for one in ([] if before else slips.proposals(by=request.user, today=today))
        ],
        "slips": [] if before else Slip.objects.visible_to(request.user)[:PAGE],
        "has_ripe": kept.filter(keep_until__lt=today, hold="").exists(),
        "law": [tell(one) for one in rules.law(has_public_mission=Frame.here().has_public_mission)],
    }
    return render(request, "retention/archive_list.html", context)


def _told(archive: Archive, today: Any) -> str:
    return tell(rules.told_of_archive(archive.keep_until, archive.hold, today))


def kept_for(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return what the page of a person's rights says of how long it is kept."""
    today = timezone.localdate()
    last = slips.last_writing(dossier)
    archive = Archive.objects.visible_to(worker).filter(dossier=dossier).first()
    told = rules.told_of_use(slips.periods(dossier), last, terms(), today)
    frame = Frame.here()
    keeps = Notebook.objects.kept_by(worker).filter(pk=dossier.notebook_id).exists()
    return {
        "archive": archive,
        "kept_told": _told(archive, today) if archive else tell(told),
        "kept_law": [tell(one) for one in rules.law(has_public_mission=frame.has_public_mission)],
        "may_close": keeps and not archive,
    }


def archive_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a dossier in archive, once one has seen what that does."""
    if done := already(request):
        return done
    kept = Dossier.objects.filter(notebook__in=Notebook.objects.kept_by(request.user))
    dossier = get_object_or_404(kept.select_related("person", "notebook"), notebook=pk)
    today = timezone.localdate()
    contact = rules.last_contact(slips.periods(dossier), slips.last_writing(dossier), today)
    told = rules.readings(contact or today, dossier.person.born_until, terms())
    proposed = {"last_contact_on": contact or today, "keep_until": rules.proposed_until(told)}
    form = open_form(CloseForm, request, initial=proposed)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "readings": [tell(one.sentence) for one in told]}
        context |= _around(dossier, request.user)
        return retry(request, "retention/archive_close.html", context)

    def act() -> str:
        given = form.given()
        archive = actions.close(
            by=request.user,
            dossier=dossier,
            last_contact_on=given["last_contact_on"] or proposed["last_contact_on"],
            why=given["words"],
            keep_until=given["keep_until"],
        )
        messages.success(request, said("{dossier.Le} est aux archives."))
        return reverse("archive-detail", args=[archive.pk])

    return once(request, act)


def _around(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return what one is told before a dossier is closed: of drafts, one's own alone."""
    seen = Notebook.objects.visible_to(worker)
    alone = slips.notebooks_of(dossier)[1:]
    today, last = timezone.localdate(), slips.last_writing(dossier)
    return {
        "dossier": dossier,
        "notebook": dossier.notebook,
        "told": tell(rules.told_of_use(slips.periods(dossier), last, terms(), today)),
        "drafts": Draft.objects.of(worker).filter(notebook=dossier.notebook),
        "projects": Project.objects.filter(notebook__in=seen).filter(notebook__in=alone),
    }


@require_safe
def archive_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an archive: until when it is kept and why, who read it, who opened it."""
    archive = _seen(request, pk)
    notebook = archive.dossier.notebook
    is_kept = Archive.objects.kept_by(request.user).filter(pk=pk).exists()
    born = archive.dossier.person.born_until
    readings = rules.readings(archive.last_contact_on, born, terms())
    context = {
        "archive": archive,
        "notebook": notebook,
        "told": _told(archive, timezone.localdate()),
        "readings": [tell(one.sentence) for one in readings],
        "is_kept": is_kept,
        "is_open": Notebook.objects.visible_to(request.user).filter(pk=notebook.pk).exists(),
        "readers": archive.readers.of_dossier().select_related("worker", "team"),
        "openings": archive.openings.select_related("by")[:PAGE] if is_kept else [],
        "drafts": Draft.objects.of(request.user).filter(notebook=notebook),
    }
    return render(request, "retention/archive_detail.html", context)


def archive_open(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an archive for a week, with a reason."""
    archive = _seen(request, pk)
    form = open_form(ReasonForm, request)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "archive": archive}
        return retry(request, "retention/archive_open.html", context)

    def act() -> str:
        actions.open_archive(by=request.user, archive=archive, reason=form.given()["words"])
        return reverse("notebook-detail", args=[archive.dossier.notebook_id])

    return once(request, act)


@require_POST
def archive_shut(request: HttpRequest, pk: int) -> HttpResponse:
    """Close again what one opened."""
    actions.shut_archive(by=request.user, archive=_seen(request, pk))
    return redirect("archive-detail", pk)


@require_POST
def archive_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a dossier back to daily use."""
    archive = _kept(request, pk)
    try:
        notebook = actions.bring_back(by=request.user, archive=archive)
    except actions.Already:
        messages.warning(
            request,
            said(
                "{dossier.Le} est sur un bordereau. Dites d’abord, sur sa ligne, qu’on le garde "
                "encore."
            ),
        )
        return redirect("archive-detail", pk)
    messages.success(
        request, said("{dossier.Le} est {dossier:revenu,revenue} à l’usage de tous les jours.")
    )
    return redirect("notebook-detail", notebook.pk)


def archive_hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why an archive is kept longer."""
    archive = _kept(request, pk)
    form = open_form(HoldForm, request, initial={"words": archive.hold})
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "archive": archive}
        return retry(request, "retention/archive_hold.html", context)

    def act() -> str:
        actions.hold(by=request.user, archive=archive, why=form.given()["words"])
        return reverse("archive-detail", args=[pk])

    return once(request, act)
