"""The form by which the direction asks for the journal of one notebook."""

from typing import Any

from django import forms

from dossier.accounts import slowing
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.trust.asking import NotFound, Several, named
from dossier.web.keyed import KeyedForm, line
from dossier.web.sharing.keeping import keepers


class AskForm(KeyedForm):
    """Which notebook, by its exact name, and why."""

    name = line(
        "Son nom, exactement",
        220,
        needed="Écrivez le nom, tel qu’il est en haut de ses pages.",
        hint="Amina",
    )
    words = line(
        "Pourquoi lire sa trace",
        500,
        needed="Écrivez pourquoi, en un mot : ceux qui en répondent le liront.",
        hint="elle demande qui a lu ce qu’elle a confié",
    )

    def __init__(self, *args: Any, worker: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.slow = ("ask", str(worker.pk))

    def clean_name(self) -> str:
        """Find the notebook, or say what to write; names that nobody bears are slowed."""
        if left := slowing.wait(self.slow):
            raise forms.ValidationError(slowing.told(left))
        slowing.missed(self.slow)
        try:
            self.notebook = named(self.cleaned_data["name"])
        except NotFound:
            raise forms.ValidationError(
                said(
                    "{cahier:Aucun,Aucune} {cahier.singulier} ne porte ce nom. Écrivez-le tel "
                    "qu’il est en haut de ses pages, avec ses accents et ses majuscules."
                )
            ) from None
        except Several:
            raise forms.ValidationError(
                said(
                    "Plusieurs {cahier.pluriel} portent ce nom. Écrivez {cahier:celui,celle} que "
                    "vous voulez, comme ici : {which}.",
                    which=" ; ".join(map(_told, _called(self.cleaned_data["name"]))),
                )
            ) from None
        slowing.take_back(self.slow)
        return self.cleaned_data["name"]

    def given(self) -> dict[str, Any]:
        """Return which notebook, and why."""
        return {"notebook": self.notebook, "reason": self.cleaned_data["words"]}


def _called(name: str) -> list[Notebook]:
    found = Notebook.objects.exclude(kind=Notebook.Kind.BRICABRAC)
    return list(found.filter(title=" ".join(name.split())).order_by("pk"))


def _told(one: Notebook) -> str:
    words = "« {one} {pk} », {cahier:gardé,gardée} par {who}"
    return said(words, one=one, pk=one.pk, who=keepers(one.readers))
