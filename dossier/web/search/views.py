"""The search page."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dossier.establishment.house import said_later
from dossier.journal.actions import record_openings
from dossier.notebooks.models import Notebook
from dossier.notebooks.search import Results, search
from dossier.web.notebooks.choices import PeriodForm


class SearchForm(PeriodForm):
    """Words, and where and when to look for them."""

    q = forms.CharField(
        label="Chercher",
        required=False,
        max_length=4000,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    cahier = forms.ModelChoiceField(
        Notebook.objects.none(),
        label="Dans",
        required=False,
        empty_label=said_later("{cahier:tous,toutes} les {cahier.pluriel}"),
    )
    ou = forms.ChoiceField(
        label="Seulement",
        required=False,
        choices=[("", "partout"), *((kind, said_later(kind.label)) for kind in Notebook.Kind)],
    )
    large = forms.NullBooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, request: HttpRequest) -> None:
        super().__init__(data)
        self.worker = request.user
        self.fields["cahier"].queryset = Notebook.objects.visible_to(request.user).order_by(
            "kind", "title"
        )

    def results(self) -> Results:
        """Return what is found; a notebook that cannot be read finds nothing."""
        given = self.given
        if "cahier" in self.errors:
            return Results([], None, False)
        since, before = self.bounds()
        return search(
            (given["q"] or "").replace("\x00", " "),
            by=self.worker,
            notebook=given["cahier"],
            since=since,
            before=before,
            voice=given["voix"] or "",
            wide=given["large"],
            kind=given["ou"] or "",
        )


@require_safe
def writing_search(request: HttpRequest) -> HttpResponse:
    """Search; the words found are marked in their context, which is read: the journal says so."""
    form = SearchForm(request.GET, request=request)
    found = form.results()
    record_openings(by=request.user, notebook_ids={hit.writing.notebook_id for hit in found.hits})
    rest = request.GET.copy()
    for name in ("avant", "large"):
        rest.pop(name, None)
    context = {
        "form": form,
        "results": found,
        "asked": request.GET.get("q", "").strip(),
        "query": rest.urlencode(),
        "is_narrowed": any(form.given[name] for name in ("cahier", "ou", "du", "au", "voix")),
    }
    partial = request.headers.get("X-Suite")
    return render(request, f"search/{'_results' if partial else 'writing_search'}.html", context)
