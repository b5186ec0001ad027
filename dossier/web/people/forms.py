"""Forms of who works here: an account, one's own name, a team, who comes in, who leaves."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef

from dossier.accounts import people
from dossier.establishment.house import said_later
from dossier.establishment.models import Team, Worker
from dossier.notebooks.teams import to_welcome
from dossier.web.doors.forms import TheirForm
from dossier.web.keyed import KeyedForm, Several, area, line

TAKEN = "Quelqu’un porte déjà ce nom ici : ajoutez le nom de famille, ou une initiale."
MIXED = "Ce nom mélange deux alphabets : écrivez-le d’un seul."
CHOOSE = "Choisissez dans la liste."
LOGIN_TAKEN = "Ce nom de connexion est déjà pris, ou l’a été : prenez-en un autre."


class SelfForm(KeyedForm):
    """How one is called, and what one does."""

    name = line("Comment on vous appelle ici", needed="Écrivez au moins un prénom.")
    function = line("Ce que vous faites", hint="éducatrice, veilleur, cuisinière…")

    def __init__(self, *args: Any, worker: Worker | None = None, **kwargs: Any) -> None:
        self.worker = worker
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        """Refuse a name that looks like another's, or that nobody can see."""
        told = people.cleaned(self.cleaned_data["name"])
        if not told:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        try:
            people.must_be_free(told, but=self.worker)
        except people.Taken as taken:
            raise forms.ValidationError(TAKEN) from taken
        except people.Mixed as mixed:
            raise forms.ValidationError(MIXED) from mixed
        return told


class AccountForm(SelfForm):
    """Somebody who arrives."""

    name = line("Son nom, comme on l’appelle ici", needed="Écrivez au moins un prénom.")
    function = line("Ce qu’elle ou il fait", hint="éducatrice, veilleur, cuisinière…")
    login = forms.SlugField(
        label="Son nom de connexion",
        max_length=60,
        error_messages={
            "required": "Écrivez un nom de connexion : le prénom suffit souvent.",
            "invalid": "Des lettres sans accent, des chiffres, des tirets : lina, ou lina-b.",
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    is_administrator = forms.BooleanField(
        label=said_later("S’occupera de l’ordinateur, et n’ouvrira {cahier.aucun}"), required=False
    )
    field_order = ["name", "login", "function", "is_administrator"]

    def clean_login(self) -> str:
        """Refuse a log-in name that has served."""
        told = self.cleaned_data["login"].lower()
        if Worker.objects.filter(login=told).exists():
            raise forms.ValidationError(LOGIN_TAKEN)
        return told


class LeaveForm(KeyedForm):
    """Who keeps, after somebody, what they were alone to keep."""

    successor = forms.ModelChoiceField(
        Worker.objects.none(),
        label="À qui va ce qu’elle ou il était seul·e à garder",
        required=False,
        empty_label="—",
        error_messages={"invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, among: list[Worker], is_self: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = Worker.objects.filter(pk__in=[one.pk for one in among]).order_by("name", "pk")
        self.fields["successor"].queryset = listed
        if is_self:
            self.fields["successor"].label = "À qui va ce que vous êtes seul·e à garder"


class OwnLeaveForm(LeaveForm, TheirForm):
    """The same, of who leaves: nobody else closes their account in their place."""


class HeadsForm(KeyedForm):
    """Who is the direction."""

    heads = Several(
        Worker.objects.none(),
        label=said_later("C’est {direction.le}"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [one.pk for one in people.may_be_heads()]
        self.fields["heads"].queryset = Worker.objects.filter(pk__in=told).order_by("name", "pk")


class TeamForm(KeyedForm):
    """What a team is."""

    name = line("Comment l’appeler", 150, needed="Écrivez un nom : « Nuit », par exemple.")
    presentation = area("Quelques mots")


class WelcomeForm(KeyedForm):
    """Who comes in a team; first those whom no team welcomed yet."""

    worker = forms.ModelChoiceField(
        Worker.objects.none(),
        label="Qui arrive",
        empty_label="—",
        error_messages={"required": "Choisissez qui arrive.", "invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, by: Worker, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = Worker.groups.through.objects.filter(worker=OuterRef("pk"))
        found = to_welcome(by).exclude(groups=team).annotate(is_welcomed=Exists(told))
        self.fields["worker"].queryset = found.order_by("is_welcomed", "name", "pk")
