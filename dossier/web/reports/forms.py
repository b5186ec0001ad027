"""Forms of child protection: one word is enough in each."""

from typing import Any

from django import forms

from dossier.establishment.house import said
from dossier.rights.models import Giving, Report
from dossier.web.keyed import KeyedForm, area, day, line

MADE_KNOWN = (
    Giving.Answer.TOLD, Giving.Answer.GIVEN, Giving.Answer.DISAGREED, Giving.Answer.REFUSED,
    Giving.Answer.LATER,
)  # fmt: skip


class ReportForm(KeyedForm):
    """Of what day, who was told before or why not, to whom people sent it."""

    on = day("De quel jour (aujourd’hui si rien n’est dit)", is_past=True)
    informed = area("Qui a été prévenu avant, ou pourquoi non", 10_000)
    sent_to = line("À qui on l’a envoyé, si c’est fait", 300, hint="la cellule du département…")
    sent_on = day("Envoyé le", is_past=True)


class NewReportForm(ReportForm):
    """A new report, and which route it takes."""

    sort = forms.ChoiceField(
        label="Ce que c’est", required=False, choices=Report.Sort.choices, widget=forms.RadioSelect
    )
    field_order = ["sort", "on", "informed", "sent_to", "sent_on"]

    def clean_sort(self) -> str:
        """Return the route; the report on the situation when none is said."""
        return self.cleaned_data["sort"] or Report.Sort.SITUATION


class MadeKnownForm(KeyedForm):
    """To whom it was made known, and what they said of it."""

    side = forms.ChoiceField(label="À qui", required=False, widget=forms.RadioSelect)
    who = line("Ou avec vos mots", hint="sa mère, son père, l’administrateur ad hoc…")
    answer = forms.ChoiceField(
        label="Ce qu’il en a été",
        required=False,
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in MADE_KNOWN],
    )
    on = day("Quel jour (aujourd’hui si rien n’est dit)", is_past=True)
    how = area("Comment cela a été dit, selon son âge", 5_000, rows=2)
    present = line("Qui était là", 300)
    words = area("Ses mots, et ce sur quoi on n’est pas d’accord")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = [one for one in Giving.Side if one != Giving.Side.HOUSE]
        self.fields["side"].choices = [(one.value, said(one.label)) for one in sides]

    def given(self) -> dict[str, Any]:
        """Return what was given; somebody else when only words say who, told when nothing else."""
        told = super().given()
        other = Giving.Side.OTHER if told["who"].strip() else Giving.Side.PERSON
        told["side"] = told["side"] or other
        told["answer"] = told["answer"] or Giving.Answer.TOLD
        return told
