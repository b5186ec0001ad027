"""Forms of archives: a word, a day, a decision."""

import hashlib
import json
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import cached_property

from dossier.establishment.house import said, said_later
from dossier.persons.models import Dossier, Stay
from dossier.retention import rules
from dossier.retention.models import Archive, SlipLine
from dossier.retention.rules import is_reason
from dossier.rights.actions import terms
from dossier.web import dates
from dossier.web.keyed import KeyedForm, Several, area, day, line


class CloseForm(KeyedForm):
    """When the last contact was, until when to keep, and a word; what goes on is ended, or said."""

    ended_on = day(said_later("Le jour où {accompagnement.le} a fini"), is_past=True)
    last_contact_on = day("Le dernier contact", is_past=True)
    keep_until = day("Garder aux archives jusqu’au")
    keep_why = area("Si c’est plus tôt que ce que proposent les textes : pourquoi", rows=2)
    words = area("Un mot, si vous voulez : pourquoi maintenant, ce qu’il faudra savoir")

    def __init__(
        self,
        *args: Any,
        dossier: Dossier,
        stays: list[Stay],
        last: date | None,
        is_asked: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dossier, self.stays, self.last, self.is_asked = dossier, stays, last, is_asked
        if not stays:
            del self.fields["ended_on"]

    def clean(self) -> dict[str, Any]:
        """Say what is to be settled before, and what one may do."""
        given = super().clean()
        if self.is_asked:
            self.add_error(
                None,
                "Une demande attend qu’on y réponde, et son temps court : faites-le d’abord. Elle "
                "est plus haut.",
            )
        if self.stays:
            self._settle_stays(given)
        self._ask_why(given)
        return given

    def _ask_why(self, given: dict[str, Any]) -> None:
        """Ask for a word when what is kept would go sooner than the texts propose, from the last
        contact typed or from what was lived since.
        """
        contact = given.get("last_contact_on") or self.saved["last_contact_on"]
        proposed = self._proposed(contact)
        latest = max(filter(None, (contact, self.last, given.get("ended_on"))))
        until, why = given.get("keep_until") or proposed, given.get("keep_why", "")
        if until < self._proposed(latest) and not why.strip():
            day = dates.full_day(self._proposed(latest))
            self.add_error(
                "keep_why",
                f"D’après ce qui est noté ici, les textes proposent de garder jusqu’au {day}. "
                "Mettez ce jour-là, ou écrivez ici pourquoi plus tôt : un mot suffit.",
            )

    def _proposed(self, contact: date) -> date:
        born = self.dossier.person.born_until
        return rules.proposed_until(rules.readings(contact, born, terms()))

    def _settle_stays(self, given: dict[str, Any]) -> None:
        on = given.get("ended_on")
        if on and any(one.from_on and one.from_on > on for one in self.stays):
            self.add_error("ended_on", "La fin vient avant le début : vérifiez la date.")
        elif not on and "ended_on" not in self.errors and not given.get("words", "").strip():
            words = (
                "{accompagnement.Le} n’a pas de fin notée. Dites quel jour cela a fini, ou écrivez "
                "plus bas pourquoi mettre quand même {dossier.le} aux archives."
            )
            self.add_error("ended_on", said(words))


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
        label="À un endroit que je ne lis pas, remplacer aussi un prénom que quelqu’un d’autre "
        "porte",
        required=False,
    )
    every = forms.BooleanField(label="Remplacer partout où c’est montré ici", required=False)
    doubtful = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, number: int, doubtful: Any, shown: Any, **kwargs: Any) -> None:
        self.shown = shown
        super().__init__(*args, **kwargs)
        self.sentence = sentence(number)
        self.fields["doubtful"].choices = doubtful
        if not doubtful:
            del self.fields["doubtful"], self.fields["every"]

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
