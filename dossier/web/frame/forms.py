"""Forms of the frame of the house and of its durations."""

from typing import Any

from django import forms

from dossier.rights.terms import UNITS
from dossier.web.frame.categories import CATEGORIES, category
from dossier.web.keyed import KeyedForm, day, line
from dossier.web.meetings.forms import SituationForm

SITUATION = SituationForm.base_fields["here"].choices
LONGEST = 1_000


def _several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.CheckboxSelectMultiple, choices=choices
    )


def _number(label: Any, most: int) -> forms.IntegerField:
    told = f"Un nombre entre 1 et {most}, en chiffres."
    return forms.IntegerField(
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

    amount = _number("Combien", LONGEST)
    unit = forms.ChoiceField(
        label="De", required=False, choices=[(key, many) for key, (_, many) in UNITS.items()]
    )
    since = day("Depuis le (aujourd’hui si rien n’est dit)")
    source = line("Parce que", 300, hint="le règlement départemental, une décision du 3 mars…")
