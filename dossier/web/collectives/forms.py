"""Forms of collectives: in each, one word is enough."""

from typing import Any

from django import forms

from dossier.collectives.actions import FEW_IN_A_CAUSE
from dossier.collectives.models import Collective, Membership
from dossier.establishment.house import said, said_later
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person
from dossier.web.keyed import KeyedForm, PeriodOfFiche, area, line
from dossier.web.persons.forms import SharedForm


class CollectiveForm(KeyedForm):
    """What a collective is."""

    name = line(said_later("Comment s’appelle {collectif.ce} ?"), needed="Écrivez au moins un nom.")
    sort = line("De quelle sorte", 100, hint="groupe de vie, atelier, sortie, quartier…")
    word = area("Quelques mots")


class NewCollectiveForm(SharedForm, CollectiveForm):
    """A new collective."""

    field_order = ["name", "sort", "word", "teams"]


class MembershipForm(PeriodOfFiche, KeyedForm):
    """Who is in a notebook: somebody of the house, a collective, or words. In a cause, words."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=said_later("{personne.Un} {maison.du}"),
        required=False,
        empty_label="—",
    )
    collective = forms.ModelChoiceField(
        Collective.objects.none(),
        label=said_later("{collectif.Un}"),
        required=False,
        empty_label="—",
    )
    words = line("Ou avec des mots", hint="une dizaine de parents")
    count = forms.IntegerField(
        label="Combien, si on le sait", required=False, min_value=1, max_value=100_000
    )
    field_order = ["person", "collective", "words", "count", "from_on", "until_on"]

    def __init__(
        self,
        *args: Any,
        worker: Worker,
        notebook: Notebook,
        member: Membership | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.notebook, self.member = notebook, member
        seen = Notebook.objects.visible_to(worker)
        people = Person.objects.filter(dossier__notebook__in=seen).order_by("called")
        groups = Collective.objects.filter(notebook__in=seen).exclude(notebook=notebook)
        self.fields["person"].queryset = people
        self.fields["collective"].queryset = groups.exclude(
            notebook__kind=Notebook.Kind.CAUSE
        ).order_by("name")
        self.is_cause = notebook.kind == Notebook.Kind.CAUSE
        if self.is_cause or member:
            del self.fields["person"], self.fields["collective"]
            self.fields["words"].label = "Avec vos mots"

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways to say who."""
        given = super().clean()
        if self.is_cause and 0 < (given.get("count") or 0) < FEW_IN_A_CAUSE:
            self.add_error("count", "Moins de cinq : dites « quelques-uns », sans le nombre.")
        named = [given[name] for name in ("person", "collective") if given.get(name)]
        known = self.member and self.member.named
        if len(named) > 1:
            raise forms.ValidationError("C’est l’un ou l’autre : ajoutez-les l’un après l’autre.")
        if named and self._is_there(named[0]):
            raise forms.ValidationError(f"{named[0]} en est déjà.")
        if not named and not known and not (given.get("words") or "").strip() and not self.errors:
            if "person" not in self.fields:
                raise forms.ValidationError("Dites qui avec vos mots.")
            raise forms.ValidationError(
                said("Choisissez {personne.un} ou {collectif.un}, ou dites qui avec vos mots.")
            )
        return given

    def _is_there(self, who: Person | Collective) -> bool:
        """Whether somebody is there already, without an end."""
        column = "person" if isinstance(who, Person) else "collective"
        same = self.notebook.memberships.filter(**{column: who})
        return any(one.is_present for one in same)
