"""Forms of the texts of the house: a title opens one, a letter or a file makes an edition."""

from typing import Any

from django import forms

from dossier.establishment.house import said_later
from dossier.notebooks.rules import MAX_TEXT
from dossier.rights.models import HouseText
from dossier.web.keyed import KeyedForm, area, day, line


class TextForm(KeyedForm):
    """A new text of the house."""

    sort = forms.ChoiceField(
        label="De quelle sorte",
        required=False,
        choices=HouseText.Sort.choices,
        widget=forms.RadioSelect,
    )
    title = line("Comment il s’appelle", hint="rien, si c’est comme ci-dessus")

    def clean(self) -> dict[str, Any]:
        """Call it what it is when nobody said otherwise."""
        given = super().clean()
        sort = given.get("sort")
        if not (given.get("title") or "").strip() and not self.errors:
            if sort and sort != HouseText.Sort.OTHER:
                said = HouseText.Sort(sort).said
                given["title"] = said[:1].upper() + said[1:]
            else:
                self.add_error("title", "Écrivez au moins comment il s’appelle.")
        given["sort"] = sort or HouseText.Sort.OTHER
        return given


class EditionForm(KeyedForm):
    """A new edition: its text, or its file, or both."""

    text = area("Le texte", MAX_TEXT, rows=16)
    easy = area("Le même, facile à lire", MAX_TEXT, rows=8)
    changed = area("Ce qui a changé depuis l’édition d’avant")
    in_force_on = day("En vigueur à partir d’aujourd’hui, ou du")
    opinion = area(said_later("L’avis {conseil.du}"))
    opinion_on = day("Donné le", is_past=True)
    joined = False

    def clean(self) -> dict[str, Any]:
        """Ask for a letter or a file."""
        given = super().clean()
        said = (given.get("text") or "").strip() or (given.get("easy") or "").strip()
        if not said and not self.joined and not self.errors:
            self.add_error("text", "Écrivez au moins une lettre, ou joignez le fichier du texte.")
        return given
