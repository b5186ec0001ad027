"""Forms of the frame of the house and of its durations."""

from typing import Any

from django import forms

from dossier.rights.terms import LONGEST, UNITS, Known
from dossier.web.frame.categories import CATEGORIES, category
from dossier.web.keyed import KeyedForm, day, line
from dossier.web.meetings.forms import SituationForm

SITUATION = SituationForm.base_fields["here"].choices


def _several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.CheckboxSelectMultiple, choices=choices
    )


class Number(forms.IntegerField):
    """A number in figures from 0 to 9: int() reads those of other scripts too."""

    def to_python(self, value: Any) -> int | None:
        """Return the number; None for nothing."""
        if not str(value or "").isascii():
            raise forms.ValidationError(self.error_messages["invalid"])
        return super().to_python(value)


def _number(label: Any, most: int) -> Number:
    told = f"Un nombre entre 1 et {most}, en chiffres."
    return Number(
        label=label,
        required=False,
        min_value=1,
        max_value=most,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), told),
    )


class FrameForm(KeyedForm):
    """What of the law applies here."""

    categories = _several("Quelle sorte de lieu", [(one, category(one)) for one in CATEGORIES])
    situation = _several("Ici, il y a", SITUATION)
    has_public_mission = forms.BooleanField(
        label="Mission de service public : ce que l’on tient est archive publique",
        required=False,
    )
    archives = line("Les archives départementales dont on dépend", 300)
    protects_children = forms.BooleanField(label="On protège ici des enfants", required=False)
    notes_days = _number("Une note pour soi se garde au plus, en jours", 366)
    data_officer = line(
        "Qui veille sur les données (délégué à la protection), et où l’atteindre", 300
    )

    def given(self) -> dict[str, Any]:
        """Return what was given; a number left empty is what it was."""
        told = super().given()
        if not told["notes_days"]:
            del told["notes_days"]
        return told


class TermForm(KeyedForm):
    """A duration, since when, and where it is from."""

    amount = _number("Combien", max(LONGEST.values()))
    unit = forms.ChoiceField(
        label="De", required=False, choices=[(key, many) for key, (_, many) in UNITS.items()]
    )
    since = day("Depuis le (aujourd’hui si rien n’est dit)")
    because = line("Parce que", 300, hint="le règlement départemental, une décision du 3 mars…")

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known

    def clean(self) -> dict[str, Any]:
        """Refuse what says nothing: a reason alone is one more reason for the same duration; and
        what is longer than durations are here.
        """
        given = super().clean()
        held = self.saved.get("unit")
        unit = given.get("unit") or held
        if given.get("amount"):
            try:
                self.known.check(given["amount"], unit)
            except ValueError as error:
                self.add_error("amount", str(error))
        elif "amount" not in self.errors and not (given.get("because") and unit == held):
            self.add_error("amount", "Dites combien, en chiffres.")
        return given
