"""The situation from which one finds which contract: questions that may stay without an answer."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from dossier.establishment.house import said
from dossier.persons.models import Dossier
from dossier.rights import rules
from dossier.rights.actions import terms
from dossier.rights.models import Frame

UNKNOWN = ("", "on ne sait pas")
YES_NO = [(rules.YES, "oui"), (rules.NO, "non"), UNKNOWN]
GLOSS = {
    "1": "protection de l’enfance",
    "2": "éducation adaptée",
    "3": "action médico-sociale précoce",
    "4": "mesures éducatives d’un juge",
    "5": "travail protégé, réadaptation",
    "6": "âge et dépendance",
    "7": "adultes handicapés",
    "8": "insertion sociale",
    "9": "addictions, difficultés spécifiques",
    "10": "foyers de jeunes travailleurs",
    "11": "centres de ressources",
    "12": "à titre expérimental",
    "13": "demandeurs d’asile",
    "14": "mandataires judiciaires",
    "15": "prestations familiales",
    "III": "lieux de vie et d’accueil",
}


def category_said(key: str) -> str:
    """Return a category of article L312-1 as one reads it in a list."""
    name = key if key == "III" else f"{key}°"
    return f"{name}, {GLOSS[key]}" if key in GLOSS else name


def _radio(label: str, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=False, choices=choices, widget=forms.RadioSelect, initial=""
    )


class SituationForm(forms.Form):
    """What one knows of the situation; nothing is asked for."""

    category = forms.ChoiceField(
        label="Article L312-1 : au titre de quoi l’on accompagne ici", required=False
    )
    stay = _radio(
        "Le séjour prévu, continu ou non",
        [
            (rules.MORE, "plus de deux mois"),
            (rules.LESS, "moins de deux mois"),
            (rules.EXACTLY, "juste deux mois"),
            (rules.NONE, "pas de séjour"),
            UNKNOWN,
        ],
    )
    home = _radio("À domicile, ou en milieu ordinaire de vie", YES_NO)
    judge = _radio("Mineur, par une mesure éducative d’un juge", YES_NO)
    work = _radio("L’aide par le travail, en ESAT", YES_NO)
    refused = _radio("A refusé de signer un contrat de séjour", YES_NO)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Frame.here().categories
        others = [one for one in rules.CATEGORIES if one not in own]
        choices: list[tuple[str, Any]] = [UNKNOWN]
        if own:
            choices.append((said("{maison.Le}"), [(one, category_said(one)) for one in own]))
        choices.append(("Les autres", [(one, category_said(one)) for one in others]))
        self.fields["category"].choices = choices


def facts_of(told: QueryDict | dict[str, Any]) -> dict[str, str]:
    """Return the answers that hold among those told, without what is not known."""
    form = SituationForm(told)
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value}


def begun(dossier: Dossier) -> dict[str, str]:
    """Return what the house and the dossier already say of the situation."""
    own = Frame.here().categories
    found = {"category": own[0]} if len(own) == 1 else {}
    stay = dossier.stays.exclude(from_on=None).first()
    if stay and (told := rules.stay_foreseen(stay.from_on, stay.until_on, terms())):
        found["stay"] = told
    return found


def readings(facts: dict[str, str]) -> list[dict[str, Any]]:
    """Return the readings that facts lead to, as a page shows them."""
    from_law = rules.which_contract(facts, terms(), timezone.localdate())
    names = {"stay": "Contrat de séjour", "dipc": "Document individuel de prise en charge"}
    names |= {"work": "Contrat d’accompagnement par le travail", "other": "Un autre régime"}
    return [
        {"sort": one.sort, "name": names[one.sort], "why": said(one.why), "article": one.article}
        for one in from_law
    ]
