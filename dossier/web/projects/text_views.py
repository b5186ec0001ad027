"""Writing the text of a project, or the easy one, for the first time; then it is corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dossier.notebooks import actions as notebooks
from dossier.notebooks.models import Outline, Writing
from dossier.projects import actions, rules
from dossier.projects.models import Project
from dossier.web import rescue
from dossier.web.notebooks.forms import WritingForm, initial_of
from dossier.web.notebooks.views import composer, outline_of, refused, sent
from dossier.web.notebooks.writing_views import attached
from dossier.web.projects.finding import page, writable


def project_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the text that lives."""
    return _write(request, writable(request, pk), actions.TEXT)


def project_easy(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the easy text: begun with the sentences of the other, one a line."""
    return _write(request, writable(request, pk), actions.EASY)


def _write(request: HttpRequest, project: Project, which: str) -> HttpResponse:
    path = reverse(f"project-{which}", args=[project.notebook_id])
    context = {"notebook": project.notebook, "project": project, "which": which, "path": path}
    template = "projects/project_text.html"
    if request.method != "POST":
        if written := getattr(project, which):
            return both(request, written)
        context |= _begun(request, project, which, path)
        return render(request, template, context)
    form = sent(request)
    if not form.is_valid():
        rescue.keep(request, request.user, path=path)
        return render(request, template, context | refused(request, form), status=422)
    try:
        actions.sign(
            by=request.user,
            project=project,
            content=form.content(),
            which=which,
            key=rescue.form_key(request),
            version=0,
        )
    except notebooks.AlreadyWritten as already:
        return again(request, form, already.writing)
    except notebooks.Outdated as outdated:
        return again(request, form, outdated.writing)
    messages.success(request, "C’est enregistré, et d’autres pourront le reprendre.")
    return redirect(page(project))


def _begun(request: HttpRequest, project: Project, which: str, path: str) -> dict[str, Any]:
    """Return what is in the box to begin with: a draft, an outline, or the text in short lines."""
    if which == actions.EASY:
        begun = rules.easy_from(project.text.text) if project.text else ""
        return composer(request, project.notebook, {"text": begun}, path)
    outline = outline_of(request, request.GET.get("trame", ""))
    initial = {"text": outline.text, "outline": outline.pk} if outline else {}
    offered = Outline.objects.of(request.user).filter(is_retired=False)
    place = None if outline else project.notebook
    return composer(request, place, initial, path) | {"outlines": offered}


def both(request: HttpRequest, written: Writing) -> HttpResponse:
    """It is written already, and corrected from now on; what one had begun stands beside it."""
    if not rescue.draft_of(request):
        return redirect("writing-correct", pk=written.pk)
    return _beside(request, written, composer(request, None, initial_of(written)))


def again(request: HttpRequest, form: WritingForm, writing: Writing) -> HttpResponse:
    """Somebody wrote it meanwhile, or the form came back with other words: show both texts."""
    rescue.keep(request, request.user, path=reverse("writing-correct", args=[writing.pk]))
    return _beside(request, writing, refused(request, form))


def _beside(request: HttpRequest, writing: Writing, context: dict[str, Any]) -> HttpResponse:
    """Show what is signed beside what was typed, to be made into one."""
    context |= {"writing": writing, "newer": writing}
    context |= {"notebook": writing.notebook, "present": attached(writing)}
    context["values"]["version"] = writing.version
    return render(request, "notebooks/writing_correct.html", context, status=409)
