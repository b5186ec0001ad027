"""Forms of causes: opening one, and telling there without the names."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from dossier.establishment.house import said, said_later
from dossier.establishment.models import Worker
from dossier.notebooks import rules
from dossier.notebooks.models import Notebook
from dossier.web.keyed import KeyedForm, area, line
from dossier.web.persons.forms import SharedForm


class CauseForm(KeyedForm):
    """What a cause is."""

    name = line("Ce que plusieurs vivent", needed="Écrivez au moins quelques mots.")
    word = area("Ce qu’on en sait, ce qu’on voudrait voir changer")


class NewCauseForm(SharedForm, CauseForm):
    """A new cause."""

    name = line(
        "Ce que plusieurs vivent",
        needed="Écrivez au moins quelques mots.",
        hint="Des logements humides, un guichet qui ne répond plus…",
    )
    field_order = ["name", "word", "teams"]


def causes_of(worker: Worker) -> QuerySet[Notebook]:
    """Return the causes in which `worker` may write, by name."""
    writable = Notebook.objects.writable_by(worker)
    return writable.filter(kind=Notebook.Kind.CAUSE).order_by("title", "pk")


class NamelessForm(KeyedForm):
    """In which cause a passage is told, and which passage; the rest is in `sheets`."""

    notebook = forms.ModelChoiceField(
        Notebook.objects.none(),
        label=said_later("Dans quelle {cause.singulier}"),
        required=False,
        empty_label="une nouvelle",
        error_messages={"invalid_choice": "Vous n’y écrivez plus : choisissez-en une autre."},
    )
    name = line(said_later("Ou le nom d’une nouvelle, que vos {equipe.pluriel} liront"))
    extract = area("Le passage", 2 * rules.MAX_TEXT, rows=9)
    moment = line("Quand, si cela compte", hint="cet hiver, depuis des mois")

    def __init__(self, *args: Any, worker: Worker, source: Notebook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["notebook"].queryset = causes_of(worker).exclude(pk=source.pk)
        if not self.fields["notebook"].queryset:
            self.fields["name"].label = said("Comment s’appelle {cause.ce} ?")

    def clean(self) -> dict[str, Any]:
        """Ask for the one thing that must be chosen."""
        given = super().clean()
        if not given.get("notebook") and not given.get("name") and not self.errors:
            asked = said("Choisissez {cause.un}, ou donnez-en le nom.")
            self.add_error("notebook", asked)
        return given
