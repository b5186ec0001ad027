"""Pages of notebooks: reading one, and the list of those at hand."""

import uuid
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.actions import place_bookmark
from dossier.establishment.house import said
from dossier.journal.actions import record_openings
from dossier.notebooks import circles, drafts, french, timeline
from dossier.notebooks.models import (
    KEEPERS,
    WRITERS,
    Attachment,
    Heading,
    Notebook,
    Outline,
    Tag,
)
from dossier.trust import urgent
from dossier.web import rescue
from dossier.web.converters import number
from dossier.web.fiches import fiche
from dossier.web.files import receiving
from dossier.web.notebooks.articles import days
from dossier.web.notebooks.choices import ASIDE, read_by
from dossier.web.notebooks.forms import DETAILS, NOTHING, WritingForm, has_details
from dossier.web.retention.opened import opened

SUGGESTED = 12
HANDOVER = ("depuis", "jusque", "cahier", "lu")  # what chooses one, in its address
LAST = 2**35  # of the instants a form carries: beyond, no bookmark is
SHELVES = {
    Notebook.Kind.DOSSIER: "Les {personne.pluriel}",
    Notebook.Kind.COLLECTIVE: "Les {collectif.pluriel}",
    Notebook.Kind.PROJECT: "Les {projet.pluriel}",
    Notebook.Kind.CAUSE: "Les {cause.pluriel}",
    Notebook.Kind.CIRCLE: "Les cercles",
}


def composer(
    request: HttpRequest,
    notebook: Notebook | None,
    initial: dict[str, Any] | None = None,
    path: str = "",
) -> dict[str, Any]:
    """Return what a page needs to show where to write: what is in the box, and the draft taken up.
    `path` is where the form goes, when it is not where one writes in `notebook`.

    That of the same place is taken up unasked: an answer begun belongs to what it answers. A form
    is built only to read what was sent: showing a page costs no form.
    """
    draft = rescue.draft_of(request)
    if notebook and not draft:
        path = path or reverse("writing-create", args=[notebook.pk])
        waiting = drafts.waiting(by=request.user, notebook=notebook, path=path)
        asked = request.GET.get("repond", "")
        draft = next((one for one in waiting if one.fields.get("answers", "") == asked), None)
    values = NOTHING | {"key": uuid.uuid4()} | (initial or {})
    joined = []
    if draft:
        values |= draft.fields | {"key": draft.key}
        joined = Attachment.objects.pending(request.user, draft.key).select_related("blob")
    return {
        "values": values,
        "draft": draft,
        "has_details": has_details(values),
        "joined": joined,
    }


def handed_over(came: str) -> str:
    """Return the handover that a form came from, with its period, or the personal note; "" for
    none. Of what the form carries ("?depuis=…"), only what chooses one is kept: it leads nowhere
    else.
    """
    if not came.startswith("?"):
        return ""
    asked = QueryDict(came[1:300])
    if note := asked.get("note"):
        try:
            return reverse("note-edit", args=[uuid.UUID(note)])
        except ValueError:
            return ""
    kept = [(name, one) for name in HANDOVER for one in asked.getlist(name)]
    return f"{reverse('handover')}?{urlencode(kept)}".removesuffix("?")


def outline_of(request: HttpRequest, named: str) -> Outline | None:
    """Return the outline that an address or a form names, if it is of one of one's teams."""
    pk = number(named)
    return Outline.objects.of(request.user).filter(pk=pk).first() if pk is not None else None


def sent(request: HttpRequest, *, holds_files: bool = False) -> WritingForm:
    """Return the form that was sent; the files that came with it are already kept."""
    key = rescue.form_key(request)
    refusals = receiving.receive(request, worker=request.user, key=key)
    receiving.describe(request, worker=request.user, key=key)
    joined = Attachment.objects.filter(author=request.user, key=key)
    outline = outline_of(request, request.POST.get("outline", ""))
    form = WritingForm(
        request.POST,
        worker=request.user,
        holds_files=holds_files or joined.exists(),
        outline=outline.text if outline else "",
    )
    for refusal in refusals:
        form.add_error(None, refusal)
    return form


def refused(request: HttpRequest, form: WritingForm) -> dict[str, Any]:
    """Return what a page needs to show a form that was sent and not accepted."""
    key = rescue.form_key(request)
    values = {name: form[name].value() for name in form.fields} | {"key": key}
    values["off"] = request.POST.getlist("off")
    values["outline"] = number(request.POST.get("outline", ""))
    values["version"] = number(request.POST.get("version", ""))
    return {
        "form": form,
        "values": values,
        "has_details": has_details(values)
        or any(name in {*DETAILS, "also"} for name in form.errors),
        "joined": Attachment.objects.pending(request.user, key).select_related("blob"),
    }


@require_safe
def notebook_list(request: HttpRequest) -> HttpResponse:
    """Show the notebooks one may read: people, collectives, projects, causes, side by side."""
    notebooks = list(Notebook.objects.visible_to(request.user).order_by("title"))
    shelves = [
        {"kind": kind, "name": said(name), "notebooks": those}
        for kind, name in SHELVES.items()
        if (those := [one for one in notebooks if one.kind == kind])
    ]
    context = {"notebooks": notebooks, "shelves": shelves}
    return render(request, "notebooks/notebook_list.html", context)


@require_safe
def notebook_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a notebook: where to write, then everything, newest first."""
    seen = timeline.Seen(request.user)
    if not (notebook := seen.notebook(pk)):
        raise Http404
    choices, choice = read_by(request.GET, notebook=notebook, worker=request.user)
    page = timeline.read(notebook, seen=seen, choice=choice)
    shown = {pk} | {one.notebook_id for one in page.writings}
    record_openings(by=request.user, notebook_ids=shown)
    levels = seen.levels(notebook)
    may_write, is_kept = not levels.isdisjoint(WRITERS), not levels.isdisjoint(KEEPERS)
    context = {
        "notebook": notebook,
        "fiche": fiche(notebook),
        "page": page,
        "days": days(
            page.writings,
            worker_id=request.user.pk,
            notebook_id=pk,
            writable=[pk] if may_write else [],
        ),
        "may_write": may_write,
        "is_kept": is_kept,
        "choices": choices,
        "is_choosing": choices and ("tri" in request.GET or choices.is_narrowed),
        "query": _rest(request),
    }
    if request.headers.get("X-Suite"):
        return render(request, "notebooks/_timeline.html", context)
    context |= _beside(notebook, seen)
    if is_kept:
        context["urgents"] = urgent.not_seen(notebook)
    if may_write and not request.GET.get("avant"):
        context |= composer(request, notebook)
    elif not may_write:
        context["opened"] = opened(notebook, request.user)
    return render(request, "notebooks/notebook_detail.html", context)


def _beside(notebook: Notebook, seen: timeline.Seen) -> dict[str, Any]:
    """Return the circles that one reads around a notebook, or what a circle is around."""
    told: dict[str, Any] = {}
    if notebook.is_circle:
        told["around"] = seen.notebook(circles.about(notebook))
    elif notebook.kind in circles.AROUND:
        found = Notebook.objects.visible_to(seen.worker).filter(circle__around=notebook)
        told["circles"] = [
            (pk, circles.name_of(title, notebook.title))
            for pk, title in found.order_by("title").values_list("pk", "title")
        ]
    return told


def _rest(request: HttpRequest) -> str:
    """Return the address's choices without its cursor, to follow to the next page."""
    rest = request.GET.copy()
    for name in ASIDE:
        rest.pop(name, None)
    return rest.urlencode()


@require_POST
def bookmark_place(request: HttpRequest) -> HttpResponse:
    """Put the bookmark where the page that was read ended."""
    at = _instant(request.POST.get("at", ""))
    if at and place_bookmark(worker=request.user, at=at):
        messages.success(request, "Le marque-page est posé.")
    else:
        messages.warning(request, "Le marque-page est resté où il était : relisez d’abord.")
    return redirect("handover")


def _instant(told: str) -> datetime | None:
    """Return the instant that a form carries, in seconds since 1970."""
    seconds = number(told)
    return datetime.fromtimestamp(seconds, UTC) if seconds and seconds < LAST else None


@require_safe
def mention_suggest(request: HttpRequest) -> HttpResponse:
    """Answer the names, among notebooks one may read, that begin with what is typed after @."""
    typed = french.fold_all(request.GET.get("q", "")[:80])
    seen = Notebook.objects.mentionable(request.user).order_by("title")
    names = [
        {"title": title}
        for title in seen.values_list("title", flat=True)
        if any(
            french.fold_all(title[at:]).startswith(typed)
            for at in range(len(title))
            if at == 0 or not title[at - 1].isalnum()
        )
    ]
    return JsonResponse({"names": names[:SUGGESTED]})


@require_safe
def heading_suggest(request: HttpRequest) -> HttpResponse:
    """Answer the headings and tags used where one may read, those of one notebook first."""
    seen = Notebook.objects.visible_to(request.user)
    notebook = seen.filter(pk=number(request.GET.get("cahier", ""))).first()
    headings, tags = (
        list(
            model.objects.suggested_to(request.user, notebook).values_list("name", flat=True)[:200]
        )
        for model in (Heading, Tag)
    )
    return JsonResponse({"headings": headings, "tags": tags})
