"""Taking up a writing elsewhere: what of it, with which words, in which notebook."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from dossier.establishment.models import Worker
from dossier.notebooks import rules
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Notebook, Writing
from dossier.notebooks.taking_up import NotVerbatim, passage_of, take_up
from dossier.web.bricabrac.heaps import heap_named, heaps
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry, ticked
from dossier.web.keyed import KeyedForm, area
from dossier.web.notebooks.writing_views import attached


class TakeUpForm(KeyedForm):
    """What is taken up of a writing, and where."""

    words = area("Vos mots autour, si vous voulez", rules.MAX_TEXT, rows=4)
    passage = area("Ce qui est repris, mot pour mot", rules.MAX_TEXT, rows=6)
    notebook = forms.ChoiceField(label="Où", required=False)
    source = forms.ChoiceField(
        label="D’où cela vient",
        required=False,
        choices=[
            ("", "le dire : le cahier, qui l’a écrit, quel jour"),
            ("tue", "ne pas le dire à ceux qui ne lisent pas l’autre cahier"),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, worker: Worker, writing: Writing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.saved = {}  # nothing is replaced here
        self.writing = writing
        open_to_them = Notebook.objects.writable_by(worker).exclude(kind=Notebook.Kind.BRICABRAC)
        named = open_to_them.order_by("kind", "title").values_list("pk", "title")
        self.fields["notebook"].choices = [
            *((heap.value, heap.name) for heap in heaps(worker)),
            *((str(pk), title) for pk, title in named),
        ]

    def clean_passage(self) -> str:
        """Refuse other words than those of the writing."""
        try:
            return passage_of(self.writing, self.cleaned_data["passage"])
        except NotVerbatim:
            raise forms.ValidationError(
                "Un passage se reprend mot pour mot : enlevez des phrases au début ou à la fin, "
                "sans changer le reste. Vos mots à vous vont dans l’autre case."
            ) from None


def writing_take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up a writing, or a passage of it, in another notebook."""
    readable = Writing.objects.visible_to(request.user).for_reading()
    writing = get_object_or_404(readable, pk=pk)
    initial = {"passage": writing.text}
    form = open_form(TakeUpForm, request, initial=initial, worker=request.user, writing=writing)
    joined, left = attached(writing), ticked(request, form, "left")
    if request.method == "POST" and form.is_valid():
        files = [one.pk for one in joined if one.pk not in left]
        return once(request, lambda: _take_up(request, form, writing, files))
    context = {"form": form, "writing": writing, "joined": joined, "left": left}
    return retry(request, "notebooks/writing_take_up.html", context)


def _take_up(request: HttpRequest, form: TakeUpForm, writing: Writing, files: list[int]) -> str:
    given, chosen = form.cleaned_data, form.cleaned_data["notebook"]
    if (pk := number(chosen)) is not None:
        notebook = get_object_or_404(Notebook.objects.writable_by(request.user), pk=pk)
    else:
        notebook = bricabrac(by=request.user, team=heap_named(request.user, chosen))
    taken = take_up(
        by=request.user,
        source=writing,
        notebook=notebook,
        passage=given["passage"],
        words=given["words"],
        files=files,
        tells_source=given["source"] != "tue",
    )
    messages.success(request, f"C’est repris dans « {notebook} ».")
    return reverse("writing-detail", args=[taken.pk])
