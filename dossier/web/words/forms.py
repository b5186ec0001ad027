"""The form of a word of the house: the word alone is enough, the rest is guessed."""

import unicodedata
from typing import Any

from django import forms

from dossier.establishment.words import FEMININE, MASCULINE, Known, Word
from dossier.web.keyed import KeyedForm, line

LONGEST = 40
BOXES = ("singular", "plural", "feminine")
ELISIONS = {"": None, "oui": True, "non": False}


class WordForm(KeyedForm):
    """How one says it."""

    singular = line("Un seul", LONGEST)
    plural = line("Plusieurs", LONGEST, hint="laissé vide, il est deviné")
    gender = forms.ChoiceField(
        label="On dit",
        required=False,
        choices=[(MASCULINE, "le, un"), (FEMININE, "la, une")],
        widget=forms.RadioSelect,
    )
    feminine = line("Au féminin, si ce n’est pas le même mot", LONGEST)
    elides = forms.ChoiceField(
        label="Avec une apostrophe (l’)",
        required=False,
        choices=[("", "selon sa première lettre"), ("oui", "toujours"), ("non", "jamais")],
    )

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if not known.is_somebody:
            del self.fields["feminine"]

    def clean(self) -> dict[str, Any]:
        """Refuse what could not be read in the middle of a sentence."""
        given = super().clean()
        typed = {name: " ".join((given.get(name) or "").split()) for name in BOXES}
        if typed["singular"] != self.saved["singular"]:  # the rest of a word that goes, goes too
            for name in ("plural", "feminine"):
                typed[name] = "" if typed[name] == self.saved[name] else typed[name]
        given |= typed
        for name, text in typed.items():
            if told := _refusal(text):
                self.add_error(name, f"{self.fields[name].label} : {told}")
        if not typed["singular"] and any(typed.values()) and not self.errors:
            self.add_error("singular", "Écrivez aussi le mot pour un seul.")
        return given

    def word(self) -> Word | None:
        """Return what was given; None for nothing, which is the word as it was at first."""
        given = self.cleaned_data
        if not given["singular"]:
            return None
        return Word(
            singular=given["singular"],
            plural=given["plural"],
            gender=given["gender"] or self.known.word.gender,
            feminine=given["feminine"],
            elides=ELISIONS[given["elides"]],
        )


def _refusal(text: str) -> str:
    """Return what to say of a word that cannot be shown; nothing of one that can."""
    if any(unicodedata.category(char)[0] == "C" or char == "\ufffd" for char in text):
        return "il s’y cache un signe invisible. Effacez le mot, et tapez-le de nouveau."
    if text and not any(char.isalpha() for char in text):
        return "il faut au moins une lettre."
    return ""


def initial_of(word: Word) -> dict[str, str]:
    """Return what the form shows of a word."""
    return {
        "singular": word.singular,
        "plural": word.plural,
        "gender": word.gender,
        "feminine": word.feminine,
        "elides": {elides: name for name, elides in ELISIONS.items()}[word.elides],
    }
