"""Forms of sendings: what is looked at, which names change, how it is handed over; missions."""

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from dossier.disclosures.models import Disclosed, Disclosure, Mission
from dossier.disclosures.preparing import Prepared, Row, print_of
from dossier.disclosures.rules import is_said
from dossier.establishment.house import said
from dossier.web.keyed import KeyedForm, area, day, line

COVER, LEAVE = "couvrir", "laisser"
CHANGED = (
    "Ce texte a changé depuis que vous avez ouvert cette page. Le voici comme il est maintenant : "
    "regardez-le à nouveau, puis enregistrez."
)
UNDECIDED = "Une phrase parle de quelqu’un d’autre : dites si on la couvre, ou si on la laisse."


class LookForm(KeyedForm):
    """What is decided of a piece, sentence by sentence; of a text that changed, anew."""

    method = forms.ChoiceField(label="À quelle méthode cela répond", required=False)
    criterion = line("Le critère, s’il y en a un", hint="1.4.2, sa participation")

    def __init__(self, data: Any = None, *, row: Row, **kwargs: Any) -> None:
        self.row = row
        piece = row.piece
        kwargs["initial"] = {"words": row.whole, "called": row.called}
        super().__init__(data, **kwargs)
        self.fields["method"].choices = [("", "—"), *Disclosed.Method.choices]
        self.initial |= {"method": piece.method, "criterion": piece.criterion}
        if not piece.disclosure.mission_id:
            del self.fields["method"], self.fields["criterion"]
        for one in row.sentences:
            self._decide(one.start, one)

    def _decide(self, start: int, one: Any) -> None:
        name = f"s{start}"
        if one.speaks_of_others:
            self.initial[name] = COVER if one.is_hidden else LEAVE if one.is_kept else ""
            self.fields[name] = forms.ChoiceField(
                choices=[(COVER, "Couvrir"), (LEAVE, "Laisser : cela ne dit rien d’un autre")],
                widget=forms.RadioSelect,
                error_messages={"required": UNDECIDED},
            )
        else:
            self.initial[name] = one.is_hidden
            self.fields[name] = forms.BooleanField(label="Couvrir", required=False)

    @cached_property
    def print(self) -> str:
        """A print of the words as they are read beside the form."""
        return print_of(self.row.whole)

    @property
    def sentences(self) -> list[tuple[Any, Any]]:
        """The sentences, each with its box."""
        return [(one, self[f"s{one.start}"]) for one in self.row.sentences]

    def clean(self) -> dict[str, Any]:
        """Refuse what was decided of other words; say once that sentences wait."""
        given = self.cleaned_data
        if given.get("seen") != self.print:
            self._errors.clear()
            self.data = self.data.copy()
            self.data["seen"] = self.print
            for one in self.row.sentences:
                self.data.pop(f"s{one.start}", None)
            raise forms.ValidationError(CHANGED)
        if any(name.startswith("s") and name != "seen" for name in self.errors):
            for name in [one for one in self.errors if one != "seen"]:
                del self._errors[name]
            raise forms.ValidationError(UNDECIDED)
        return given

    def decided(self) -> dict[str, Any]:
        """Return what was decided, for the act."""
        hidden, kept = [], []
        for one in self.row.sentences:
            chosen = self.cleaned_data[f"s{one.start}"]
            if chosen in {COVER, True}:
                hidden.append((one.start, one.end))
            elif chosen == LEAVE:
                kept.append((one.start, one.end))
        told = {name: self.cleaned_data.get(name, "") for name in ("criterion", "method")}
        return {"seen": self.print, "hidden": hidden, "kept": kept, **told}


class NamesForm(KeyedForm):
    """Which names change; what is doubtful, and what changed, one spelling at a time."""

    names = forms.ChoiceField(
        label="Quels noms changent", choices=(), widget=forms.RadioSelect, required=False
    )
    more = line("Un autre nom, un autre mot à changer, lettre pour lettre")
    cover = line("Des mots à couvrir partout où ils sont")

    def __init__(self, data: Any = None, *, made: Prepared, disclosure: Disclosure, **kwargs: Any):
        super().__init__(data, **kwargs)
        self.made = made
        self.fields["names"].choices = [(one.value, said(one.label)) for one in Disclosure.Names]
        self.initial.setdefault("names", disclosure.names)
        if not disclosure.consent_id:
            del self.fields["names"]
        self.doubts = [(one, f"d{_mark(one.said)}") for one in made.doubts]
        self.changed = [(was, now, f"r{_mark(was)}") for was, now in made.replaced]
        for one, name in self.doubts:
            self.fields[name] = forms.ChoiceField(
                choices=[("changed", "changer"), ("left", "laisser")],
                widget=forms.RadioSelect,
                required=False,
            )
            self.initial[name] = one.decision
        for _, _, name in self.changed:
            self.fields[name] = forms.BooleanField(label="Laisser tel quel", required=False)

    @property
    def doubtful(self) -> list[tuple[Any, Any]]:
        """The doubts, each with its box."""
        return [(one, self[name]) for one, name in self.doubts]

    @property
    def replaced(self) -> list[tuple[str, str, Any]]:
        """What changed, by what, each with its box."""
        return [(was, now, self[name]) for was, now, name in self.changed]

    def clean(self) -> dict[str, Any]:
        """Say of a word that it stands nowhere, rather than do nothing."""
        given = super().clean()
        every = [
            self.made.purpose,
            *(one for row in self.made.rows for one in (row.whole, row.called)),
        ]
        for name in ("more", "cover"):
            word = given.get(name, "").strip()
            if word and not any(word.casefold() in one.casefold() for one in every):
                self.add_error(
                    name, f"« {word} » n’est nulle part ici. Vérifiez, lettre pour lettre."
                )
        return given

    def decided(self) -> dict[str, Any]:
        """Return what was decided, for the act."""
        given = self.cleaned_data
        chosen = {one.said: given[name] for one, name in self.doubts}
        left = [one for one, what in chosen.items() if what == "left"]
        left += [was for was, _, name in self.changed if given[name]]
        changed = [one for one, what in chosen.items() if what == "changed"]
        return {
            "left": left,
            "changed": [*changed, *filter(None, [given["more"].strip()])],
            "covered": list(filter(None, [given["cover"].strip()])),
            "names": given.get("names", ""),
        }


def _mark(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12]


class HandForm(KeyedForm):
    """When, and how, it was handed over."""

    on = day("Quel jour", is_past=True)
    how = line("Comment", hint="une clé remise en main propre, la phrase dite au téléphone")

    def __init__(self, *args: Any, disclosure: Disclosure, **kwargs: Any) -> None:
        self.disclosure = disclosure
        super().__init__(*args, **kwargs)

    def clean_on(self) -> date | None:
        """Refuse a day before it was sealed."""
        on = self.cleaned_data["on"]
        if on and on < timezone.localtime(self.disclosure.sealed_at).date():
            raise forms.ValidationError("Ce jour vient avant qu’il ait été scellé.")
        return on


class MissionForm(KeyedForm):
    """An evaluation of the house: who comes, when."""

    body = line(
        "Qui évalue", needed="Dites qui évalue : le nom de l’organisme.", hint="le cabinet Roy"
    )
    people = line("Qui vient", 500, hint="Mme Roy, M. Diallo")
    from_on = day("Depuis le")
    until_on = day("Jusqu’au")
    words = area("Pour quoi faire, avec des mots simples", 2_000)

    def __init__(self, *args: Any, mission: Mission | None = None, **kwargs: Any) -> None:
        names = ("body", "people", "from_on", "until_on", "words")
        saved = {name: getattr(mission, name) for name in names} if mission else {}
        super().__init__(*args, **({"initial": saved} if saved else {}) | kwargs)

    def clean_body(self) -> str:
        """Refuse a name made of signs that nobody sees."""
        body = self.cleaned_data["body"]
        if not is_said(body):
            raise forms.ValidationError(self.fields["body"].error_messages["required"])
        return body

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        given = super().clean()
        first, last = given.get("from_on"), given.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", "La fin vient avant le début : vérifiez les deux dates.")
        return given
