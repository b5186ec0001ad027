"""Forms of requests: what was asked, as it was asked; what was answered."""

from typing import Any

from django import forms

from dossier.establishment.house import said
from dossier.reading.models import Reply, Request
from dossier.reading.request_rules import MATTERS
from dossier.web.keyed import KeyedForm, area, day, line


def _matters() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Ce que cela touche",
        required=False,
        choices=list(MATTERS.items()),
        widget=forms.CheckboxSelectMultiple,
    )


class RequestForm(KeyedForm):
    """A request: every line may be left as it is."""

    sort = forms.ChoiceField(
        label="Ce qui est demandé",
        required=False,
        choices=Request.Sort.choices,
        widget=forms.RadioSelect,
    )
    words = area("Ses mots, tels quels")
    side = forms.ChoiceField(label="Qui demande", required=False, widget=forms.RadioSelect)
    who = line("Son nom, si c’est quelqu’un d’autre", hint="sa tutrice, Mme Roy")
    asked_on = day("Quel jour cela nous est parvenu", is_past=True)
    how = line("Comment", hint="en parlant, par une lettre, par sa fille au téléphone…")
    matters = _matters()
    checked = area("Comment on s’est assuré de qui demande, et à quel titre", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [(one.value, said(one.label)) for one in Request.Side]
        self.initial.setdefault("sort", Request.Sort.READ)
        self.initial.setdefault("side", Request.Side.PERSON)

    def clean_sort(self) -> str:
        """Return what is asked: to read, when nothing else is said."""
        return self.cleaned_data["sort"] or Request.Sort.READ

    def clean_side(self) -> str:
        """Return who asks: the person, when nobody else is named."""
        return self.cleaned_data["side"] or Request.Side.PERSON


class CompleteForm(KeyedForm):
    """What one learnt of a request since it was noted."""

    matters = _matters()
    checked = area("Comment on s’est assuré de qui demande, et à quel titre", rows=2)


class ReplyForm(KeyedForm):
    """What was answered; files may be joined."""

    answer = forms.ChoiceField(
        label="Ce qui a été répondu",
        choices=Reply.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Dites ce qui a été répondu : un choix suffit."},
    )
    words = area("Les raisons, ou ce qui a été dit")
    on = day("Quel jour", is_past=True)

    def __init__(self, *args: Any, asked: Request, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked

    def clean_on(self) -> Any:
        """Refuse a day before the request."""
        on = self.cleaned_data["on"]
        if on and on < self.asked.asked_on:
            raise forms.ValidationError("Ce jour vient avant la demande. Vérifiez la date.")
        return on
