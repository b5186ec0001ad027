"""Forms of the doors: a passphrase, a PIN is never shown again; nothing secret is in a draft."""

from typing import Any

from django import forms

from dossier.accounts import machines, passphrases
from dossier.accounts.rules import IDLE, SECOND
from dossier.establishment.models import Worker
from dossier.web.keyed import KeyedForm, line


def secret(label: Any, needed: str, autocomplete: str, **attrs: str) -> forms.CharField:
    """Return a box whose content is hidden."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=passphrases.LONGEST,
        error_messages={"required": needed},
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete} | attrs),
    )


def phrase() -> forms.CharField:
    """Return the box of the passphrase one has."""
    return secret(
        "Votre phrase secrète, pour savoir que c’est vous",
        "Écrivez votre phrase secrète.",
        "current-password",
    )


def code(label: str) -> forms.CharField:
    """Return the box of a code that serves once."""
    return forms.CharField(
        label=label,
        max_length=100,
        error_messages={"required": "Écrivez le code."},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class OfWorker:
    """A form that knows whose it is."""

    def __init__(self, *args: Any, worker: Worker, **kwargs: Any) -> None:
        self.worker = worker
        super().__init__(*args, **kwargs)


class TheirForm(OfWorker, KeyedForm):
    """A form of one's own door, which asks the passphrase again."""

    passphrase = phrase()
    field_order = ("name", "code")

    def clean_passphrase(self) -> str:
        """Refuse what is not the passphrase of who is logged in."""
        told = self.cleaned_data["passphrase"]
        try:
            passphrases.confirm(self.worker, told)
        except passphrases.Slowed as slowed:
            raise forms.ValidationError(str(slowed)) from slowed
        except passphrases.Wrong as wrong:
            raise forms.ValidationError("Ce n’est pas votre phrase secrète.") from wrong
        return told


class NewPhraseForm(OfWorker, forms.Form):
    """A new passphrase, twice."""

    new_passphrase = secret(
        "Une nouvelle phrase, d’au moins douze signes",
        "Écrivez la nouvelle phrase.",
        "new-password",
    )
    again_passphrase = secret("Encore une fois", "Écrivez-la encore une fois.", "new-password")

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ, and one that is too easy."""
        given = super().clean()
        new, again = given.get("new_passphrase"), given.get("again_passphrase")
        if new and again and new != again:
            self.add_error(
                "again_passphrase", "Les deux phrases diffèrent : écrivez deux fois la même."
            )
        elif new and (told := passphrases.check(new, self.worker)):
            self.add_error("new_passphrase", told)
        return given


class ChangePhraseForm(NewPhraseForm, TheirForm):
    """The passphrase one has, and a new one."""

    field_order = ("passphrase",)


def name() -> forms.CharField:
    """Return the box of what a proof is called."""
    return line("Comment l’appeler (facultatif)", 100, hint="mon téléphone, la clé bleue…")


class DigitsForm(TheirForm):
    """The digits that an application shows, to add it."""

    name = name()
    code = code("Les six chiffres que l’application montre")


class KeyForm(TheirForm):
    """What a passkey answers; written by the browser."""

    name = name()
    credential = forms.CharField(required=False, widget=forms.HiddenInput)


class ProofForm(TheirForm):
    """What a proof is called."""

    name = name()


class CodeForm(forms.Form):
    """Six digits, or a code on paper."""

    code = code("Les six chiffres de l’application, ou un code sur papier")


class HalfDigitsForm(forms.Form):
    """The digits that an application shows, to add it before coming in."""

    code = code("Les six chiffres que l’application montre")


class PinForm(TheirForm):
    """That this machine is shared, its name, and the PIN one chooses on it."""

    name = line("Comment l’appeler", 100, hint="l’ordinateur de la salle commune")
    pin = secret(
        "De quatre à huit chiffres, pour rouvrir ici",
        "Choisissez quatre chiffres au moins.",
        "off",
        inputmode="numeric",
    )
    field_order = ("name", "pin")

    def clean_pin(self) -> str:
        """Refuse a PIN that all would try first."""
        told = self.cleaned_data["pin"]
        try:
            machines.check_pin(told)
        except passphrases.Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return told


class LoginNameForm(forms.Form):
    """Who cannot come in any more."""

    login = forms.CharField(
        label="Votre nom de connexion",
        max_length=60,
        error_messages={"required": "Écrivez votre nom de connexion."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )


class SpokenForm(forms.Form):
    """The words that a colleague says."""

    code = code("Les quatre mots")


class DoorsForm(KeyedForm):
    """How one comes into this house."""

    second = forms.ChoiceField(
        label="Qui donne une seconde preuve en entrant",
        choices=[(key, f"{words[0].upper()}{words[1:]}") for key, words in SECOND.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez.", "invalid_choice": "Choisissez dans la liste."},
    )
    idle_minutes = forms.IntegerField(
        label="Une machine partagée se verrouille après tant de minutes sans rien",
        min_value=IDLE[0],
        max_value=IDLE[1],
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Un nombre entre {IDLE[0]} et {IDLE[1]}, en chiffres.",
        ),
    )
