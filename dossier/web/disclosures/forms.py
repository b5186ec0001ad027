"""Forms of agreements: what is asked, then what was answered."""

import contextlib
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from dossier.disclosures.consents import theirs
from dossier.disclosures.missions import Over, last_day
from dossier.disclosures.models import Consent, Mission
from dossier.disclosures.rules import is_said
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Heading, Notebook, Writing
from dossier.persons.models import Dossier
from dossier.web.keyed import KeyedForm, Several, area, day, line


class AskForm(KeyedForm):
    """What is asked to leave: what, to whom, what for, until when."""

    sort = forms.ChoiceField(
        label="À qui",
        choices=Consent.Sort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Dites à qui : un choix suffit."},
    )
    recipient = line(
        "Son nom",
        needed="Dites à qui exactement : on ne dit pas oui à n’importe qui.",
        hint="le collège des Acacias, Mme Roy",
    )
    purpose = area("Pour quoi faire, avec des mots simples", 2_000)
    until = day("Jusqu’à quand")
    headings = Several(Heading.objects.none(), required=False, widget=forms.CheckboxSelectMultiple)
    notebooks = Several(
        Notebook.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    since = day("Depuis le")
    before = day("Et jusqu’au")
    with_files = forms.BooleanField(label="Avec ce qui y est joint", required=False)
    with_facts = forms.BooleanField(
        label="Des dates seulement, sans aucun nom : remis, signé, revu", required=False
    )
    mission = forms.ModelChoiceField(
        Mission.objects.all(), label="Pour une évaluation", required=False, empty_label="non"
    )

    def __init__(
        self,
        *args: Any,
        by: Worker,
        dossier: Dossier,
        mission: Mission | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not self.fields["mission"].queryset.exists():
            del self.fields["mission"]
        elif mission:
            self.initial |= _for(mission)
        own = Writing.objects.filter(notebook=dossier.notebook).values("heading")
        self.fields["headings"].queryset = Heading.objects.filter(pk__in=own).order_by("name")
        self.fields["headings"].label = said("Des {rubrique.pluriel} {of}", of=_of(dossier))
        self.fields["notebooks"].queryset = theirs(by=by, dossier=dossier).order_by("title")
        self.fields["notebooks"].label = said("Ou {cahier:un,une} {cahier.singulier} en entier")
        for name in ("headings", "notebooks"):
            if not self.fields[name].queryset.exists():
                del self.fields[name]

    def clean_recipient(self) -> str:
        """Refuse a name made of signs that nobody sees."""
        recipient = self.cleaned_data["recipient"]
        if not is_said(recipient):
            raise forms.ValidationError(self.fields["recipient"].error_messages["required"])
        return recipient

    def clean_purpose(self) -> str:
        """Refuse an agreement for anything at all."""
        told = self.cleaned_data["purpose"].strip()
        if not is_said(told):
            raise forms.ValidationError("Dites pour quoi faire : c’est à cela qu’on dit oui.")
        return told

    def clean_until(self) -> date:
        """Refuse an agreement without an end, or that has ended."""
        until = self.cleaned_data["until"]
        if not until:
            raise forms.ValidationError("Dites jusqu’à quand : un accord a une fin.")
        if until < timezone.localdate():
            raise forms.ValidationError("Ce jour est déjà passé. Vérifiez la date.")
        return until

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        given = super().clean()
        first, last = given.get("since"), given.get("before")
        if first and last and last < first:
            self.add_error("before", "La fin vient avant le début : vérifiez les deux dates.")
        return given


def _for(mission: Mission) -> dict[str, Any]:
    """Return what is asked for an evaluation, as one begins: nothing of it is ticked."""
    purpose = mission.words or said(
        "On vient voir comment va {maison.le}. On ne juge pas {personne.le}. "
        "On peut dire oui ou non."
    )
    told = {"sort": Consent.Sort.EVALUATION, "recipient": mission.body, "purpose": purpose}
    with contextlib.suppress(Over):
        told["until"] = last_day(mission, timezone.localdate())
    return told | {"mission": mission.pk}


def _of(dossier: Dossier) -> str:
    return said("{cahier.du} {title}", title=dossier.notebook)


class AnswerForm(KeyedForm):
    """What was answered; files may be joined."""

    answer = forms.ChoiceField(
        label="Ce qui a été répondu",
        choices=Consent.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Dites ce qui a été répondu : oui, ou non."},
    )
    words = area("Ses mots, tels quels")
    side = forms.ChoiceField(label="Qui a répondu", required=False, widget=forms.RadioSelect)
    who = line("Son nom, si c’est quelqu’un d’autre", hint="sa tutrice, Mme Roy")
    ways = forms.MultipleChoiceField(
        label="Comment",
        required=False,
        choices=Consent.Way.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    how = line("Ce qui a aidé à comprendre", hint="relu ensemble deux fois, avec les images")
    present = line("Qui était là", 300, hint="Samira, sa sœur")
    on = day("Quel jour", is_past=True)

    def __init__(self, *args: Any, consent: Consent, **kwargs: Any) -> None:
        self.consent = consent
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [(one.value, said(one.label)) for one in Consent.Side]
        self.initial.setdefault("side", Consent.Side.PERSON)

    @cached_property
    def print(self) -> str:
        """A print of what is asked, as it is read beside the form."""
        return self.consent.print

    def clean_side(self) -> str:
        """Return who answered: the person, when nobody else is named."""
        return self.cleaned_data["side"] or Consent.Side.PERSON

    def clean_on(self) -> date | None:
        """Refuse a day before it was asked."""
        on = self.cleaned_data["on"]
        if on and on < timezone.localtime(self.consent.asked_at).date():
            raise forms.ValidationError("Ce jour vient avant la demande. Vérifiez la date.")
        return on


class WithdrawForm(KeyedForm):
    """An agreement taken back: words are not needed."""

    words = area("Ce qui a été dit, si l’accord est repris", rows=2)
