"""Forms of reading together: one's own words; deciding, sentence by sentence, what is read."""

from typing import Any

from django import forms

from dossier.establishment.house import said
from dossier.notebooks import rules as writing_rules
from dossier.reading import rules
from dossier.reading.desk import Passage
from dossier.web.keyed import KeyedForm, Words, area

SHOW, COVER = "montrer", "couvrir"
CHANGED = (
    "Ce texte, ou ce qui en était décidé, a changé entre-temps. Le voici comme il est maintenant : "
    "regardez-le à nouveau, puis enregistrez. Votre mot est plus bas."
)


class SayForm(KeyedForm):
    """What the person says, in their own words."""

    text = Words(
        label="Vos mots",
        max_length=writing_rules.MAX_TEXT,
        error_messages={"required": "La page est encore blanche : un mot suffit."},
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto", "class": "page"}),
    )
    answers = forms.CharField(required=False, widget=forms.HiddenInput)
    against = forms.CharField(required=False, widget=forms.HiddenInput)


def reasons() -> list[tuple[str, str]]:
    """Return the reasons a keeper may give, in the words of the house."""
    return [(key, said(rules.REASONS[key].keeper)) for key in rules.CHOSEN]


WAIT = "attendre"


class BesideForm(KeyedForm):
    """What a keeper decides of words beside the writings: each shown, covered for a reason, or left
    covered until somebody looks at them. A choice is of exact words: others wait.
    """

    def __init__(
        self, data: Any = None, *, words: dict[str, str], decided: dict[str, str], **kwargs: Any
    ) -> None:
        self.words = words
        super().__init__(data, **kwargs)
        choices = [(WAIT, "Laisser couvert pour l’instant"), (SHOW, "Montrer")]
        choices += [(key, f"Couvrir : {told}") for key, told in reasons()]
        for mark in words:
            chosen = (decided[mark] or SHOW) if mark in decided else WAIT
            self.fields[f"m{mark}"] = forms.ChoiceField(
                choices=choices, required=False, initial=chosen
            )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The words, each with its box."""
        return [{"text": text, "choice": self[f"m{mark}"]} for mark, text in self.words.items()]

    def chosen(self) -> dict[str, str]:
        """Return what was decided, by print."""
        given = {mark: self.cleaned_data[f"m{mark}"] for mark in self.words}
        return {
            mark: "" if one == SHOW else one for mark, one in given.items() if one and one != WAIT
        }


class LookForm(KeyedForm):
    """What a keeper decides of one writing. What is sent for a text or a decision that changed
    meanwhile is refused once, and shown anew: a choice is never carried from one sentence to
    another.
    """

    words = area("Pourquoi, en quelques mots (pour qui regardera après vous)", 2_000)

    def __init__(self, data: Any = None, *, passage: Passage, **kwargs: Any) -> None:
        self.passage, self.sentences = passage, passage.prepared()
        covering = passage.covering
        kwargs["initial"] = {
            "version": passage.writing.version,
            "decided": covering.pk if covering else 0,
            "spans": [(one.start, one.end) for one in self.sentences],
            "files": [one.pk for one in passage.files],
        }
        super().__init__(data, **kwargs)
        self.usual: dict[str, str] = {}
        self._choose("whole", "Mettre tout à part", [("", "non"), *reasons()],
                     covering.whole if covering else passage.proposed)  # fmt: skip
        for one in self.sentences:
            if one.reason != rules.UNREAD:
                self._decide(f"d{one.start}", COVER if one.reason else SHOW)
                self._choose(f"r{one.start}", "Pourquoi", reasons(), one.reason or rules.THIRD)
        shown = covering.files if covering else []
        for one in passage.files:
            self._decide(f"f{one.pk}", SHOW if one.pk in shown else COVER)
        if self.is_bound and self.is_stale:
            self._begin_anew()

    def _choose(self, name: str, label: str, choices: list, usual: str) -> None:
        self.usual[name] = usual
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, required=False, initial=usual
        )

    def _decide(self, name: str, usual: str) -> None:
        self.usual[name] = usual
        self.fields[name] = forms.ChoiceField(
            choices=[(SHOW, "Montrer"), (COVER, "Couvrir")],
            required=False,
            initial=usual,
            widget=forms.RadioSelect,
        )

    @property
    def is_stale(self) -> bool:
        """Whether it was opened on something else than what is saved now."""
        seen = self.data.get("seen") if self.is_bound else self.initial.get("seen")
        return seen not in {"", None, self.print}

    def _begin_anew(self) -> None:
        """Propose again, and keep the words alone."""
        self.refused = True
        self.data = self.data.copy()
        for name, usual in self.usual.items():
            self.data[name] = usual
        self.data["seen"] = self.print

    def take_up(self) -> None:
        """Of a draft kept on another text, take up the words alone."""
        if not self.is_bound and self.is_stale:
            self.initial |= self.usual | {"seen": self.print}

    def clean(self) -> dict[str, Any]:
        """Refuse once what was decided of another text."""
        given = super().clean()
        if getattr(self, "refused", False):
            self.add_error(None, CHANGED)
        return given

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The sentences, each with its boxes."""
        return [
            {
                "told": one,
                "choice": None if one.reason == rules.UNREAD else self[f"d{one.start}"],
                "reason": None if one.reason == rules.UNREAD else self[f"r{one.start}"],
                "doubts": sorted({sign.said for sign in one.signs}),
            }
            for one in self.sentences
        ]

    @property
    def joined(self) -> list[dict[str, Any]]:
        """The files, each with its boxes."""
        return [{"told": one, "choice": self[f"f{one.pk}"]} for one in self.passage.files]

    def decided(self) -> dict[str, Any]:
        """Return what was decided, for the act. What was not sent is as it was proposed; without
        the mark of the text it was decided on, nothing is shown that was not proposed so.
        """
        given, is_told = self.cleaned_data, bool(self.data.get("seen"))

        def is_shown(name: str) -> bool:
            chosen = given[name] or self.usual[name]
            return chosen == SHOW and (is_told or self.usual[name] == SHOW)

        return {
            "version": self.passage.writing.version,
            "spans": [
                (one.start, one.end, given[f"r{one.start}"] or self.usual[f"r{one.start}"])
                for one in self.sentences
                if one.reason != rules.UNREAD and not is_shown(f"d{one.start}")
            ],
            "files": [one.pk for one in self.passage.files if is_shown(f"f{one.pk}")],
            "whole": given["whole"] if "whole" in self.data else self.usual["whole"],
            "words": given["words"],
        }
