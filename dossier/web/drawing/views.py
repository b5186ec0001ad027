"""Pages that draw who is tied to what, and say it as a list."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.journal.actions import record_opening
from dossier.notebooks.models import Notebook
from dossier.together.drawing import COLUMNS, draw, ties
from dossier.web.fiches import fiche
from dossier.web.notebooks.choices import Day


class WhenForm(forms.Form):
    """The day on which one wants to see; today when it cannot be read."""

    le = Day(label="Le")


def _show(request: HttpRequest, notebook: Notebook | None) -> HttpResponse:
    form = WhenForm(request.GET)
    form.is_valid()
    today = timezone.localdate()
    on = form.cleaned_data.get("le") or today
    found = ties(by=request.user, on=on)
    if notebook:
        found = found.around(notebook.pk)
    context = {
        "notebook": notebook,
        "fiche": fiche(notebook) if notebook else "",
        "told": found.told(),
        "drawing": draw(found),
        "form": WhenForm(initial={"le": on}),
        "on": on,
        "is_today": on == today,
    }
    return render(request, "drawing/tie_list.html", context)


@require_safe
def tie_list(request: HttpRequest) -> HttpResponse:
    """Draw all that one may know to be tied."""
    return _show(request, None)


@require_safe
def notebook_ties(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw what one notebook is tied to, and what that is tied to in turn."""
    drawn = Notebook.objects.visible_to(request.user).filter(kind__in=COLUMNS)
    notebook = get_object_or_404(drawn, pk=pk)
    record_opening(by=request.user, notebook=notebook)
    return _show(request, notebook)
