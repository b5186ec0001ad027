"""Pages of ties: tie a writing to a project, a cause, a collective, a person; undo it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dossier.establishment.house import said, said_later
from dossier.journal.actions import record_opening
from dossier.notebooks import ties
from dossier.notebooks.models import NotAllowed, Notebook, NotebookQuerySet, Writing
from dossier.web.ties.shelves import shelves


class TieForm(forms.Form):
    """To what a writing is tied."""

    notebook = forms.ModelChoiceField(
        Notebook.objects.none(),
        label=said_later("{cahier.Quel}"),
        error_messages={
            "required": "Choisissez dans la liste à quoi rattacher.",
            "invalid_choice": "Ce choix n’est plus possible : choisissez dans la liste.",
        },
    )

    def __init__(self, data: dict | None, *, places: NotebookQuerySet) -> None:
        super().__init__(data)
        self.fields["notebook"].queryset = places


def _readable(request: HttpRequest, pk: int) -> Writing:
    return get_object_or_404(Writing.objects.visible_to(request.user).for_reading(), pk=pk)


def writing_tie(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a writing is tied to, and tie it to something else."""
    writing = _readable(request, pk)
    record_opening(by=request.user, notebook=writing.notebook)
    places = ties.tieable(by=request.user, writing=writing)
    form = TieForm(request.POST if request.method == "POST" else None, places=places)
    if form.is_valid():
        notebook = form.cleaned_data["notebook"]
        ties.tie(by=request.user, writing=writing, notebook=notebook)
        messages.success(request, f"C’est rattaché à « {notebook} ».")
        return redirect("writing-tie", pk=pk)
    tied = ties.tied(by=request.user, writing=writing)
    offered = shelves(places.exclude(pk__in=[one.notebook_id for one in tied if one.by_id]))
    may_undo = set(places.values_list("pk", flat=True))
    context = {
        "form": form,
        "writing": writing,
        "notebook": writing.notebook,
        "tied": [(one, one.notebook_id in may_undo) for one in tied],
        "shelves": offered,
        "may_tell": Notebook.objects.writable_by(request.user)
        .filter(pk=writing.notebook_id)
        .exists(),
    }
    return render(request, "ties/writing_tie.html", context, status=422 if form.errors else 200)


@require_POST
def writing_untie(request: HttpRequest, pk: int, notebook: int) -> HttpResponse:
    """Undo a tie made by hand."""
    writing = _readable(request, pk)
    place = get_object_or_404(Notebook.objects.visible_to(request.user), pk=notebook)
    try:
        still = ties.untie(by=request.user, writing=writing, notebook=place)
    except NotAllowed:
        raise Http404 from None
    if still:
        told = "{ecrit.Le} nomme « {name} » avec un @ : pour l’en détacher, corrigez son texte."
        messages.warning(request, said(told, name=place))
    else:
        messages.success(request, f"Ce n’est plus rattaché à « {place} ».")
    return redirect("writing-tie", pk=pk)
