"""Pages of drafts: their author's alone."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.notebooks.drafts import drop_draft
from dossier.notebooks.models import Draft, Notebook
from dossier.web import rescue
from dossier.web.dates import clock
from dossier.web.notebooks.choices import named_first

# What a draft says of where it was typed, and does not follow it elsewhere.
OF_ITS_PLACE = {"notebook", "answers", "corrects", "version", "seen"}


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
    draft = rescue.keep(request, request.user, is_autosave=bool(request.headers.get("X-Suite")))
    if request.headers.get("X-Suite"):
        kept = said("Gardé en {brouillon.singulier} à {at}.", at=clock(timezone.localtime()))
        return JsonResponse({"kept": kept if draft else ""})
    return redirect("draft-list")


@require_safe
def draft_resume(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Lead back to the page where the draft was typed."""
    draft = Draft.objects.of(request.user).filter(key=key).first()
    if not draft:  # another's, whose session ended on this computer, or dropped since
        return redirect("draft-list")
    if draft.path == reverse("writing-place"):
        return redirect("draft-place", key=key)
    return redirect(f"{draft.path}?brouillon={key}")


@require_safe
def draft_place(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask in which notebook a text goes: those it mentions first."""
    draft = get_object_or_404(Draft.objects.of(request.user), key=key)
    writable = Notebook.objects.writable_by(request.user).order_by("kind", "title")
    words = draft.text or "\n\n".join(rescue.words_of(draft.pairs))
    context = {"draft": draft, "words": words, "left": OF_ITS_PLACE} | named_first(writable, words)
    return render(request, "notebooks/draft_place.html", context)


@require_POST
def draft_drop(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Throw a draft away."""
    drop_draft(by=request.user, key=key)
    return redirect("draft-list")
