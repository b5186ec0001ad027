"""The page that says what a notebook is about: who the person is, who is in the collective."""

from django.urls import reverse

from dossier.notebooks.models import Notebook

FICHES = {
    Notebook.Kind.DOSSIER: "person-detail",
    Notebook.Kind.COLLECTIVE: "collective-detail",
    Notebook.Kind.CAUSE: "collective-detail",
    Notebook.Kind.PROJECT: "project-detail",
}
AROUND = [kind for kind in FICHES if kind != Notebook.Kind.CAUSE]  # nobody is named in a cause


def fiche(notebook: Notebook) -> str:
    """Return the address of what `notebook` is about; a heap has none but where things wait."""
    if notebook.is_circle:
        return reverse("notebook-detail", args=[notebook.pk])
    name = FICHES.get(notebook.kind)
    return reverse(name, args=[notebook.pk]) if name else reverse("fragment-keep")
