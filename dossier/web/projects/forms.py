"""Forms of projects: a title is enough, a word for a step, a yes or a no for an agreement."""

from typing import Any

from django import forms
from django.utils import timezone

from dossier.collectives.models import Membership
from dossier.establishment.house import said, said_later
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person
from dossier.projects.models import Agreement, Project
from dossier.web import dates
from dossier.web.keyed import KeyedForm, area, day, line
from dossier.web.persons.forms import SharedForm
from dossier.web.ties.shelves import shelves

JOINING = (Notebook.Kind.DOSSIER, Notebook.Kind.COLLECTIVE)


class ProjectForm(KeyedForm):
    """What a project is."""

    title = line(said_later("Comment s’appelle {projet.ce} ?"), needed="Écrivez au moins un titre.")
    sort = line("De quelle sorte", 100, hint="personnalisé, séjour, atelier…")


class NewProjectForm(SharedForm, ProjectForm):
    """A new project, and for whom, or with whom, if one says so now."""

    whose = forms.ModelChoiceField(
        Notebook.objects.none(), label="Pour qui, ou avec qui", required=False, empty_label="—"
    )
    field_order = ["title", "sort", "whose", "teams"]

    def __init__(self, *args: Any, worker: Worker, **kwargs: Any) -> None:
        super().__init__(*args, worker=worker, **kwargs)
        read = Notebook.objects.visible_to(worker).filter(kind__in=JOINING)
        self.fields["whose"].queryset = read
        offered = [
            (kind, [(place.pk, place.name) for place in places]) for kind, places in shelves(read)
        ]
        self.fields["whose"].choices = [("", "—"), *reversed(offered)]  # persons first


class StepForm(KeyedForm):
    """An aim, a step, a date."""

    words = line("Quoi", 500, needed="Écrivez au moins un mot.", hint="visiter l’atelier, ensemble")
    on = day("Quel jour")
    when = line("Ou avec des mots", hint="avant l’été, quand elle voudra")
    done_on = day("C’est fait depuis le")


class AgreementForm(KeyedForm):
    """What somebody said of a project."""

    side = forms.ChoiceField(label="Qui parle", required=False, widget=forms.RadioSelect)
    person = forms.ModelChoiceField(
        Person.objects.none(), label=said_later("{personne.Quel}"), required=False, empty_label="—"
    )
    who = line("Ou avec vos mots", hint="sa tutrice, Mme Roy")
    answer = forms.ChoiceField(label="D’accord ?", required=False, widget=forms.RadioSelect)
    words = area("Ses mots")
    how = line("Comment cela a été dit", hint="à voix haute, par un signe, avec des images…")
    present = line("Qui était là", 300)
    on = day("Quel jour", is_past=True)
    version = forms.TypedChoiceField(
        label="De quel texte", required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, worker: Worker, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inside = _inside(project, worker)
        self.fields["side"].choices = [(one.value, said(one.label)) for one in Agreement.Side]
        self.fields["answer"].choices = Agreement.Answer.choices
        seen = Notebook.objects.visible_to(worker)
        read = Person.objects.filter(dossier__notebook__in=seen).order_by("called", "pk")
        self.fields["person"].queryset = read
        self.fields["person"].choices = _persons(read, self.inside)
        versions = _versions(project)
        if len(versions) > 1:
            self.fields["version"].choices = versions
        else:
            del self.fields["version"]

    def clean(self) -> dict[str, Any]:
        """Ask for what was said; who speaks is understood when it can be."""
        given = super().clean()
        if not given.get("side"):
            given["side"] = Agreement.Side.PERSON if given.get("person") else Agreement.Side.OTHER
        is_told = given["side"] == Agreement.Side.HOUSE or {"person", "who"} & self.errors.keys()
        if not is_told and not given.get("person") and not (given.get("who") or "").strip():
            if given["side"] == Agreement.Side.PERSON and len(self.inside) == 1:
                given["person"] = self.inside[0]
            else:
                self.add_error("person", "Dites qui, avec un nom ou vos mots.")
        if not given.get("answer") and not (given.get("words") or "").strip() and not self.errors:
            self.add_error(None, "Dites oui, non, ou quelques mots : il n’y a encore rien à noter.")
        return given


def _inside(project: Project, worker: Worker) -> list[Person]:
    """Return the persons who are in the project, as far as `worker` reads them."""
    members = Membership.objects.visible_to(worker).filter(notebook=project.notebook)
    named = members.exclude(person=None).select_related("person")
    return list({one.person_id: one.person for one in named if one.is_present}.values())


def _persons(read: Any, members: list[Person]) -> list[tuple[Any, Any]]:
    """Return the persons to choose from: those who are in the project first."""
    inside = {one.pk for one in members}
    named = [(one.pk, str(one)) for one in read]
    first = [one for one in named if one[0] in inside]
    others = [one for one in named if one[0] not in inside]
    empty = ("", "—")
    return [empty, ("Qui en est", first), ("Et aussi", others)] if first else [empty, *others]


def _versions(project: Project) -> list[tuple[int, str]]:
    """Return the versions of the text to choose from, the present one first."""
    if not project.text:
        return []
    dated = project.text.history.order_by("-version").values_list("version", "history_date")
    return [
        (
            number,
            f"{'le texte d’à présent' if number == project.text.version else f'version {number}'}, "
            f"du {dates.full_day(timezone.localtime(at).date())}",
        )
        for number, at in dated
    ]
