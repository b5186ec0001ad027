"""Pages of personal notes: nobody else's are known here, and nothing is told to any journal."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.notebooks.models import Notebook
from dossier.notes import actions
from dossier.notes.models import Note
from dossier.web import dates
from dossier.web.bricabrac.heaps import heaps
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry
from dossier.web.notebooks.views import composer
from dossier.web.notes.forms import NoteForm

PAGE = 40


def _mine(request: HttpRequest, key: uuid.UUID) -> Note:
    return get_object_or_404(Note.objects.of(request.user), key=key)


@require_safe
def note_list(request: HttpRequest) -> HttpResponse:
    """Show one's own notes, the last changed first, and where to write one."""
    asked = request.GET.get("q", "")[:200].strip()
    before = number(request.GET.get("apres", "")) or 0
    if asked:
        notes = actions.found(request.user, asked)[before : before + PAGE + 1]
    else:
        notes = list(Note.objects.of(request.user)[before : before + PAGE + 1])
    context = {
        "form": NoteForm(),
        "notes": notes[:PAGE],
        "more": before + PAGE if len(notes) > PAGE else None,
        "asked": asked,
    }
    return render(request, "notes/note_list.html", context)


def note_create(request: HttpRequest) -> HttpResponse:
    """Keep a note."""
    form = open_form(NoteForm, request)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "notes/note_edit.html", {"form": form})

    def act() -> str:
        actions.keep(by=request.user, key=form.cleaned_data["key"], **form.given())
        return reverse("note-list")

    return once(request, act)


def note_edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Read a note of one's own, and change it."""
    note = _mine(request, key)
    form = open_form(NoteForm, request, initial={"text": note.text, "until": note.until})
    if request.method != "POST" or not form.is_valid():
        return retry(request, "notes/note_edit.html", {"form": form, "note": note})

    def act() -> str:
        actions.change(by=request.user, note=note, **form.given())
        return reverse("note-list")

    return once(request, act)


@require_safe
def note_carry(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Offer to sign a note in a notebook: it stays here until one drops it."""
    note = _mine(request, key)
    writable = Notebook.objects.writable_by(request.user).order_by("kind", "title")
    context = composer(request, None, {"text": note.text, "came": f"?note={note.key}"})
    context |= {
        "note": note,
        "notebooks": writable.exclude(kind=Notebook.Kind.BRICABRAC),
        "heaps": heaps(request.user),
    }
    return render(request, "notes/note_carry.html", context)


@require_POST
def note_drop(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Throw a note away."""
    actions.drop(by=request.user, note=_mine(request, key))
    messages.success(request, "La note n’est plus là, ni ailleurs.")
    return redirect("note-list")


@require_safe
def note_take_away(request: HttpRequest) -> HttpResponse:
    """Hand over one's own notes as one text."""
    told = [_told(note) for note in Note.objects.of(request.user)]
    text = "\n\n".join([said("Mes notes personnelles"), *told])
    response = HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="notes-personnelles.txt"'
    return response


def _told(note: Note) -> str:
    changed = timezone.localtime(note.changed_at)
    days: dict[str, Any] = {
        "changed": dates.full_day(changed.date()),
        "until": dates.full_day(note.until),
    }
    head = "---\nÉcrite ou changée le {changed}, gardée jusqu’au {until}.".format(**days)
    return f"{head}\n\n{note.text}"
