"""Pages of drafts: their author's alone."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.notebooks.actions import drop_draft
from dossier.notebooks.models import Draft, Notebook
from dossier.web import rescue
from dossier.web.dates import clock
from dossier.web.notebooks.choices import named_first


@require_safe
def draft_list(request: HttpRequest) -> HttpResponse:
    """Show one's drafts."""
    drafts = Draft.objects.of(request.user)
    seen = set(Notebook.objects.visible_to(request.user).values_list("pk", flat=True))
    context = {"drafts": drafts, "seen": seen}
    return render(request, "notebooks/draft_list.html", context)


@require_POST
def draft_keep(request: HttpRequest) -> HttpResponse:
    """Keep what is being typed; answers when it was kept."""
    draft = rescue.keep(request, request.user)
    if request.headers.get("X-Suite"):
        return JsonResponse({"kept": clock(timezone.localtime()) if draft else ""})
    return redirect("draft-list")


@require_safe
def draft_resume(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Lead back to the page where the draft was typed."""
    draft = get_object_or_404(Draft.objects.of(request.user), key=key)
    if draft.path == reverse("writing-place"):
        return redirect("draft-place", key=key)
    return redirect(f"{draft.path}?brouillon={key}")


@require_safe
def draft_place(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask in which notebook a text goes: those it mentions first."""
    draft = get_object_or_404(Draft.objects.of(request.user), key=key)
    writable = Notebook.objects.writable_by(request.user).order_by("title")
    context = {"draft": draft} | named_first(writable, draft.text)
    return render(request, "notebooks/draft_place.html", context)


@require_POST
def draft_drop(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Throw a draft away."""
    drop_draft(by=request.user, key=key)
    return redirect("draft-list")
