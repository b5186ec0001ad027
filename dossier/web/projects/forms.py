"""Forms of projects: a title is enough."""

from dossier.establishment.house import said_later
from dossier.web.keyed import KeyedForm, line
from dossier.web.persons.forms import SharedForm


class ProjectForm(KeyedForm):
    """What a project is."""

    title = line(said_later("Comment s’appelle {projet.ce} ?"), needed="Écrivez au moins un titre.")
    sort = line("De quelle sorte", 100, hint="personnalisé, séjour, atelier…")


class NewProjectForm(SharedForm, ProjectForm):
    """A new project."""

    field_order = ["title", "sort", "teams"]
