"""Forms of dossiers: in each, one word is enough."""

from typing import Any

from django import forms

from dossier.establishment.house import said_later
from dossier.establishment.models import Team, Worker
from dossier.web.keyed import KeyedForm, PeriodOfFiche, Several, area, line


class SharedForm(KeyedForm):
    """A new notebook, and the teams that will write in it."""

    def __init__(self, *args: Any, worker: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not worker.groups.exists():
            return  # who works in no team opens what is theirs alone, until somebody opens it
        self.fields["teams"] = Several(
            Team.objects.order_by("name"),
            label=said_later("{equipe.Pluriel} qui liront et écriront avec vous"),
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


class StayForm(PeriodOfFiche, KeyedForm):
    """A stay; every line may be left empty but one."""

    service = line("Où, dans quel service", needed="Écrivez au moins où.")
    word = area("Quelques mots")
    field_order = ["service", "from_on", "until_on", "word"]


class RelationForm(KeyedForm):
    """Somebody of the person's circle."""

    name = line("Son nom", needed="Écrivez au moins comment on l’appelle.")
    tie = line("Le lien", 300, hint="sa tante, qui l’a élevée")
    word = area("Quelques mots : comment la joindre, ce qu’elle peut savoir…")
