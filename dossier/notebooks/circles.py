"""Circles (*cercles*): a notebook apart, beside another, for what only some may read (health).

Each writing in one is tied to the notebook it is around, and shown there to who reads both; who
does not read the circle learns nothing of it (CSP L1110-4; decision 0021).
"""

from dossier.notebooks.models import Circle, Mention, Notebook, Writing

AROUND = {Notebook.Kind.DOSSIER, Notebook.Kind.COLLECTIVE, Notebook.Kind.PROJECT}
LONGEST = 60  # of a circle's own name, in signs


def titled(name: str, around: str) -> str:
    """Return how a circle is called in a list: "Santé, Amina"."""
    return f"{name}, {around}"[: Notebook._meta.get_field("title").max_length]


def name_of(title: str, around: str) -> str:
    """Return a circle's own name ("Santé") from its title, whose end may have been cut."""
    end = f", {around}"
    return next(title[:at] for at in range(len(title) + 1) if end.startswith(title[at:]))


def about(notebook: Notebook) -> int:
    """Return the number of the notebook that `notebook` is about: that it is around, or itself."""
    if notebook.kind != Notebook.Kind.CIRCLE:
        return notebook.pk
    return Circle.objects.values_list("around", flat=True).get(notebook=notebook)


def follow(around: Notebook, title: str) -> None:
    """Let the circles around a notebook bear the name it takes."""
    for circle in Circle.objects.filter(around=around).select_related("notebook"):
        one = circle.notebook
        one.title = titled(name_of(one.title, around.title), title)
        one.save(update_fields=["title"])


def tie(writing: Writing) -> None:
    """Tie a writing of a circle to the notebook it is around; the tie outlives corrections."""
    place = {"position": writing.position, "by": writing.author}
    tied, is_new = Mention.objects.get_or_create(
        writing=writing, notebook_id=about(writing.notebook), defaults=place
    )
    if not is_new and not tied.by_id:
        tied.by = writing.author
        tied.save(update_fields=["by"])


def loosen(writing: Writing, circle: Notebook) -> Notebook:
    """Undo the tie of a writing that leaves `circle`; return the notebook it was tied to."""
    around = Notebook.objects.get(pk=about(circle))
    Mention.objects.filter(writing=writing, notebook=around).delete()
    return around
