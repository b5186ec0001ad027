"""Forms of dossiers: in each, one word is enough."""

import uuid
from typing import Any

from django import forms

from dossier.establishment.models import Team, Worker
from dossier.web.notebooks.forms import DATE_FORMATS


class KeyedForm(forms.Form):
    """A form with a key, so that what was typed can be kept and taken up again."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict | None = None, **kwargs: Any) -> None:
        super().__init__(data, initial={"key": uuid.uuid4()} | (initial or {}), **kwargs)

    def given(self) -> dict[str, Any]:
        """Return what was given, for an action; only after `is_valid()`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


def line(label: str, length: int = 200, *, needed: str = "", hint: str = "") -> forms.CharField:
    """Return a one-line field; `needed` is what to say when it is empty, if it must not be."""
    return forms.CharField(
        label=label,
        max_length=length,
        required=bool(needed),
        error_messages={"required": needed},
        widget=forms.TextInput(attrs={"placeholder": hint, "autocomplete": "off", "dir": "auto"}),
    )


def area(label: str) -> forms.CharField:
    """Return an optional box of free words."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


def day(label: str) -> forms.DateField:
    """Return an optional day."""
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DATE_FORMATS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Ce jour ne se lit pas. Écrivez-le ainsi : 24/03/2026."},
    )


class SharedForm(KeyedForm):
    """A new notebook, and the teams that will write in it."""

    def __init__(self, *args: Any, worker: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teams"] = forms.ModelMultipleChoiceField(
            Team.objects.order_by("name"),
            label="Équipes qui liront et écriront avec vous",
            required=False,
            initial=worker.groups.all(),
            widget=forms.CheckboxSelectMultiple,
        )


class PersonForm(KeyedForm):
    """Who a person is."""

    called = line(
        "Comment veut-elle, veut-il qu’on l’appelle ?",
        needed="Écrivez au moins un nom ou un surnom.",
    )
    civil_name = line("Nom d’état civil, si on le connaît")
    birth = line("Naissance", 100, hint="12/03/1989, 1974, vers 1950, on ne sait pas")
    word = area("Quelques mots")


class NewPersonForm(SharedForm, PersonForm):
    """A new dossier."""

    field_order = ["called", "civil_name", "birth", "word", "teams"]


class StayForm(KeyedForm):
    """A stay; every line may be left empty but one."""

    service = line("Où, dans quel service", needed="Écrivez au moins où.")
    from_on = day("Depuis le")
    until_on = day("Jusqu’au")
    word = area("Quelques mots")

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        given = super().clean()
        first, last = given.get("from_on"), given.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", "La fin vient avant le début : vérifiez les deux dates.")
        return given


class RelationForm(KeyedForm):
    """Somebody of the person's circle."""

    name = line("Son nom", needed="Écrivez au moins comment on l’appelle.")
    tie = line("Le lien", 300, hint="sa tante, qui l’a élevée")
    word = area("Quelques mots : comment la joindre, ce qu’elle peut savoir…")
