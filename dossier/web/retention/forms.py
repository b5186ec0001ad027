"""Forms of archives: a word, a day, a decision."""

import hashlib
import json
from typing import Any

from django import forms
from django.utils.functional import cached_property

from dossier.establishment.house import said, said_later
from dossier.retention.models import Archive, SlipLine
from dossier.retention.rules import is_reason
from dossier.web.keyed import KeyedForm, Several, area, day, line


class CloseForm(KeyedForm):
    """When the last contact was, until when to keep, and a word."""

    last_contact_on = day("Le dernier contact", is_past=True)
    keep_until = day("Garder aux archives jusqu’au")
    words = area("Un mot, si vous voulez : pourquoi maintenant, ce qu’il faudra savoir")


class ReasonForm(KeyedForm):
    """Why one opens an archive."""

    words = line(
        "Pourquoi l’ouvrir",
        500,
        needed="Écrivez pourquoi, en un mot : ceux qui en répondent le liront.",
        hint="elle demande à relire son histoire",
    )

    def clean_words(self) -> str:
        """Refuse signs that cannot be read."""
        if not is_reason(self.cleaned_data["words"]):
            raise forms.ValidationError(self.fields["words"].error_messages["required"])
        return self.cleaned_data["words"]


class HoldForm(KeyedForm):
    """Why an archive is kept longer; nothing when it is not any more."""

    words = area("Pourquoi le garder plus longtemps (vide : plus rien ne le retient)")


class SlipForm(KeyedForm):
    """Which archives go on a slip."""

    archives = Several(
        Archive.objects.none(),
        label=said_later("{dossier.Pluriel} à mettre sur le bordereau"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une ligne."},
    )

    def __init__(self, *args: Any, archives: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["archives"].queryset = archives


class VisaForm(KeyedForm):
    """The visa of the departmental archives."""

    words = line(
        "Référence du visa",
        needed="Recopiez la référence que les archives départementales ont donnée.",
    )
    visa_on = day("Du", is_past=True)


class DecisionForm(KeyedForm):
    """What becomes of a line; to keep is what is done when nothing else is said."""

    decision = forms.ChoiceField(
        label="Ce qu’on en fait",
        choices=SlipLine.Decision.choices,
        required=False,
        initial=SlipLine.Decision.KEEP,
        widget=forms.RadioSelect,
    )
    words = area("Pourquoi (pour garder encore, un mot suffit)")
    deposit = line("Référence du versement, si on le verse aux archives")

    def clean(self) -> dict[str, Any]:
        """Keep, unless something else is said; say what is missing and what to do."""
        given = super().clean()
        given["decision"] = given.get("decision") or SlipLine.Decision.KEEP
        decided, words = given["decision"], given.get("words", "")
        if decided == SlipLine.Decision.KEEP and not is_reason(words):
            self.add_error("words", "Écrivez pourquoi on garde encore : un mot suffit.")
        if decided == SlipLine.Decision.DEPOSIT and not is_reason(given.get("deposit", "")):
            self.add_error("deposit", "Écrivez la référence du versement, donnée par les archives.")
        return given


class DestroyForm(KeyedForm):
    """The sentence to type, and which doubtful names are replaced."""

    words = line("Pour détruire, recopiez la phrase", needed="Recopiez la phrase, telle quelle.")
    unseen = forms.BooleanField(
        label="Là où je ne lis pas, remplacer aussi un prénom que quelqu’un d’autre porte",
        required=False,
    )
    doubtful = forms.MultipleChoiceField(
        label="", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, number: int, doubtful: Any, shown: Any, **kwargs: Any) -> None:
        self.shown = shown
        super().__init__(*args, **kwargs)
        self.sentence = sentence(number)
        self.fields["doubtful"].choices = doubtful
        if not doubtful:
            del self.fields["doubtful"]
        else:
            self.fields[
                "doubtful"
            ].label = "Là, c’est peut-être quelqu’un d’autre. Cochez où le nom est bien à remplacer"

    @cached_property
    def print(self) -> str:
        """A print of what the page shows now, all of which would go."""
        told = json.dumps(self.shown, default=str, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def clean(self) -> dict[str, Any]:
        """Refuse to destroy anything else than what was shown."""
        given = super().clean()
        if given.get("seen") != self.print:
            self.data = self.data.copy()
            self.data["seen"] = self.print
            self.add_error(
                None,
                "Cette page a changé depuis que vous l’avez ouverte. Rien n’a été détruit : "
                "relisez ce qui partirait, plus haut, puis recommencez.",
            )
        return given

    def clean_words(self) -> str:
        """Refuse another sentence."""
        typed = " ".join(self.cleaned_data["words"].replace("'", "’").split())
        if typed.casefold().rstrip(".") != self.sentence.casefold():
            raise forms.ValidationError(
                "Ce n’est pas la phrase. Rien n’a été détruit : recopiez-la telle quelle."
            )
        return typed


def sentence(number: int) -> str:
    """Return what one types to destroy what a slip says."""
    return said("je détruis ce que dit le bordereau {number}", number=number)
