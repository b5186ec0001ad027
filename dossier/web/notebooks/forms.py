"""The form of a writing: one box; everything else is optional and out of the way."""

import re
import uuid
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils import timezone

from dossier.notebooks import rules
from dossier.notebooks.actions import Content
from dossier.notebooks.models import Writing

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y"]
TIME_FORMATS = ["%H:%M", "%H:%M:%S", "%Hh%M", "%H h %M", "%Hh"]
REPLACEMENT = "�"


class Text(forms.CharField):
    """A text kept exactly as typed; the form itself says what to do of a NUL character."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.validators = [
            check
            for check in self.validators
            if not isinstance(check, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value: str | None) -> str:
        """Return the text with one kind of line end."""
        return rules.same_words(super().to_python(value))


class WritingForm(forms.Form):
    """What one gives of a writing."""

    text = Text(
        label="Ce que vous avez à écrire",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": rules.MAX_TEXT, "dir": "auto"}),
    )
    occurred_on = forms.DateField(
        label="Quel jour",
        required=False,
        input_formats=DATE_FORMATS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Ce jour ne se lit pas. Écrivez-le ainsi : 24/03/2026."},
    )
    occurred_time = forms.TimeField(
        label="À quelle heure",
        required=False,
        input_formats=TIME_FORMATS,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Cette heure ne se lit pas. Écrivez-la ainsi : 21:40."},
    )
    moment = forms.CharField(
        label="Ou avec des mots",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": "la nuit de dimanche à lundi"}),
    )
    heading = forms.CharField(
        label="Rubrique",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"list": "rubriques", "autocomplete": "off"}),
    )
    tags = forms.CharField(
        label="Étiquettes",
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"placeholder": "sommeil, école", "autocomplete": "off"}),
    )
    voice = forms.ChoiceField(
        label="Qui parle",
        required=False,
        choices=[
            (Writing.Voice.WORKER, "moi"),
            (Writing.Voice.PERSON, "la personne"),
            (Writing.Voice.RELATIVE, "un proche"),
        ],
        widget=forms.RadioSelect,
    )
    speaker = forms.CharField(
        label="Son nom, si ce n’est pas vous",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": "sa tante Odile"}),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict | None = None, **kwargs: Any) -> None:
        initial = {"key": uuid.uuid4(), "voice": Writing.Voice.WORKER} | (initial or {})
        super().__init__(data, initial=initial, **kwargs)
        for field in self.fields.values():
            field.error_messages.setdefault("max_length", "C’est trop long.")

    def clean_text(self) -> str:
        """Refuse only what has no letter, what is too long, or what no computer can keep."""
        text = self.cleaned_data["text"]
        if "\x00" in text:
            self.data = self.data.copy()
            self.data["text"] = text.replace("\x00", REPLACEMENT)
            raise forms.ValidationError(
                "Votre texte contenait un caractère invisible que l’ordinateur ne sait pas garder. "
                f"Il est remplacé par {REPLACEMENT} : relisez, puis enregistrez."
            )
        if not text.strip():
            raise forms.ValidationError("La page est encore blanche : écrivez au moins un mot.")
        if len(text) > rules.MAX_TEXT:
            raise forms.ValidationError(
                f"Ce texte est trop long pour un seul écrit ({len(text)} signes, pour "
                f"{rules.MAX_TEXT} au plus). Il est gardé ici : coupez-le en deux écrits."
            )
        return text

    def clean_occurred_on(self) -> Any:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["occurred_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu. Vérifiez la date.")
        if day and day.year < 1900:
            raise forms.ValidationError("Ce jour est trop lointain. Vérifiez l’année.")
        return day

    def content(self) -> Content:
        """Return what was given, for `actions.write`; only after `is_valid()`."""
        given = self.cleaned_data
        return Content(
            text=given["text"],
            heading=given["heading"],
            tags=tuple(tag.strip() for tag in re.split(r"[,;\n]", given["tags"]) if tag.strip()),
            voice=given["voice"] or Writing.Voice.WORKER,
            speaker=given["speaker"],
            moment=given["moment"],
            occurred_on=given["occurred_on"],
            occurred_time=given["occurred_time"],
        )

    @property
    def has_details(self) -> bool:
        """Whether something beside the text was given or is wrong, so that it must be seen."""
        quiet = {"text", "key", "version"}
        if any(name not in quiet for name in self.errors):
            return True
        names = [name for name in self.fields if name not in quiet | {"voice"}]
        return any(self[name].value() for name in names) or (
            self["voice"].value() not in {None, "", Writing.Voice.WORKER}
        )


def initial_of(writing: Writing) -> dict[str, Any]:
    """Return what the form shows when `writing` is corrected."""
    return {
        "text": writing.text,
        "heading": writing.heading.name if writing.heading else "",
        "tags": ", ".join(tagging.tag.name for tagging in writing.taggings.all()),
        "voice": writing.voice,
        "speaker": writing.speaker,
        "moment": writing.moment,
        "occurred_on": writing.occurred_on,
        "occurred_time": writing.occurred_time,
        "version": writing.version,
    }
