"""Pages of outlines."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from dossier.establishment.house import said, said_later
from dossier.establishment.models import Team, Worker
from dossier.notebooks import outlines
from dossier.notebooks.models import Outline
from dossier.web.drafts import once, open_form, retry
from dossier.web.keyed import KeyedForm, area, line

MAX_FILE = 200_000


class OutlineForm(KeyedForm):
    """An outline: typed here, or brought as a text file."""

    title = line(said_later("Comment s’appelle {trame.ce}"), outlines.MAX_TITLE)
    text = area("Ses titres, et ce qui aide à s’y mettre", rows=14)
    file = forms.FileField(label="Ou bien un fichier de texte, reçu d’ailleurs", required=False)
    field_order = ["title", "text", "file", "team"]

    def __init__(self, *args: Any, worker: Worker, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["file"]
            return
        self.fields["team"] = forms.ModelChoiceField(
            worker.teams, label=said_later("Pour {equipe.quel}"), required=False, empty_label=None
        )
        self.first_team = worker.teams.first()

    def clean_file(self) -> UploadedFile | None:
        """Read the file as text, or say what to do."""
        file = self.cleaned_data.get("file")
        if not file:
            return None
        if file.size > MAX_FILE:
            raise forms.ValidationError("Ce fichier est trop gros. Copiez-en le texte ici.")
        try:
            self.brought = outlines.read_in(
                file.read().decode("utf-8-sig"), name=str(file.name).rpartition(".")[0]
            )
        except UnicodeDecodeError:
            raise forms.ValidationError(
                "Ce fichier n’est pas un texte simple. Ouvrez-le, et collez son texte ici."
            ) from None
        return file

    def clean(self) -> dict[str, Any]:
        """Take what the file brought where nothing was typed; ask for words."""
        given = super().clean()
        title, text = getattr(self, "brought", ("", ""))
        given["text"] = given.get("text") or text
        given["title"] = given.get("title") or title or outlines.read_in(given["text"])[0]
        if not given["title"] and given["text"]:
            given["title"] = given["text"].strip().split("\n")[0][: outlines.MAX_TITLE]
        if not given["text"] and given["title"]:
            given["text"] = f"# {given['title']}"
        if not given["text"].strip() and not self.errors:
            raise forms.ValidationError("Écrivez au moins un titre.")
        return given


@require_safe
def outline_list(request: HttpRequest) -> HttpResponse:
    """Show the outlines of one's teams."""
    found = Outline.objects.of(request.user)
    return render(request, "outlines/outline_list.html", {"outlines": found})


def outline_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Make an outline, or change one; offer it no more, or again."""
    known = get_object_or_404(Outline.objects.of(request.user), pk=pk) if pk else None
    if known and request.POST.get("geste") in {"retirer", "reprendre"}:
        away = request.POST["geste"] == "retirer"
        outlines.retire_outline(by=request.user, outline=known, is_retired=away)
        return redirect("outline-list")
    initial = {"title": known.title, "text": known.text} if known else None
    form = open_form(
        OutlineForm, request, initial=initial, worker=request.user, is_new=known is None
    )
    if request.method == "POST" and form.is_valid():
        team = known.team if known else form.cleaned_data["team"] or form.first_team
        if not team:
            none = "{trame.Un} est à {equipe.un}, et vous n’êtes encore dans {equipe:aucun,aucune}."
            form.add_error(None, said(none))
        else:
            return once(request, lambda: _keep(request, form, team, known))
    return retry(request, "outlines/outline_edit.html", {"form": form, "outline": known})


def _keep(request: HttpRequest, form: OutlineForm, team: Team, known: Outline | None) -> str:
    given = form.cleaned_data
    saved = outlines.keep_outline(
        by=request.user, team=team, title=given["title"], text=given["text"], outline=known
    )
    messages.success(request, said("{trame.Le} « {title} » est là.", title=saved))
    return reverse("outline-list")


@require_safe
def outline_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand an outline over as a plain text, for another house."""
    outline = get_object_or_404(Outline.objects.of(request.user), pk=pk)
    response = HttpResponse(outlines.written_out(outline), content_type="text/plain; charset=utf-8")
    name = slugify(outline.title)[:80] or slugify(said("{trame.singulier}"))
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.txt"'
    return response
