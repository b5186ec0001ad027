"""The form of a writing: one box; everything else is optional and out of the way."""

import re
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils import timezone

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks import rules
from dossier.notebooks.actions import Content
from dossier.notebooks.models import Notebook, Writing
from dossier.web.converters import number
from dossier.web.keyed import DATE_FORMATS, Day

TIME_FORMATS = ["%H:%M", "%H:%M:%S", "%Hh%M", "%H h %M", "%Hh"]
DETAILS = ("occurred_on", "occurred_time", "moment", "heading", "tags", "speaker")
BLANK = "La page est encore blanche : un mot suffit, ou une photo."
# An empty page: a template asks a name it does not find three ways before it gives up.
NOTHING = dict.fromkeys(
    ("text", *DETAILS, "also", "came", "outline", "version", "notebook"), ""
) | {"voice": Writing.Voice.WORKER}


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
    """What one gives of a writing; `_composer.html` shows the boxes."""

    text = Text(label="Ce que vous avez à écrire", required=False)
    occurred_on = Day(required=False, input_formats=DATE_FORMATS)
    occurred_time = forms.TimeField(
        required=False,
        input_formats=TIME_FORMATS,
        error_messages={"invalid": "Cette heure ne se lit pas. Écrivez-la ainsi : 21:40."},
    )
    moment = forms.CharField(required=False, max_length=200)
    heading = forms.CharField(required=False, max_length=80)
    tags = forms.CharField(required=False, max_length=400)
    voice = forms.ChoiceField(required=False, choices=Writing.Voice)
    speaker = forms.CharField(required=False, max_length=200)
    also = forms.CharField(required=False)
    came = forms.CharField(required=False)

    def __init__(
        self, data: Any, *, worker: Worker, holds_files: bool = False, outline: str = ""
    ) -> None:
        super().__init__(data)
        self.worker = worker
        self.holds_files = holds_files
        self.outline = outline

    def clean_also(self) -> Notebook | None:
        """Return what it is also tied to; what one may not read is as what does not exist."""
        if not (chosen := self.cleaned_data["also"]):
            return None
        pk = number(chosen)
        read = Notebook.objects.mentionable(self.worker)
        found = read.filter(pk=pk).first() if pk is not None else None
        if not found:
            raise forms.ValidationError(
                "Ce à quoi vous vouliez rattacher n’est plus dans la liste. Choisissez autre "
                "chose, ou rien."
            )
        return found

    def clean_text(self) -> str:
        """Refuse only what has no letter and no file, what is too long, or cannot be kept."""
        text = self.cleaned_data["text"]
        if "\x00" in text:
            self.data = self.data.copy()
            self.data["text"] = text.replace("\x00", rules.REPLACEMENT)
            raise forms.ValidationError(
                "Votre texte contenait un caractère invisible que l’ordinateur ne sait pas garder. "
                f"Il est remplacé par {rules.REPLACEMENT} : relisez, puis enregistrez."
            )
        if self.outline:
            text = rules.without_untouched(text, self.outline)
        if not text.strip() and not self.holds_files:
            raise forms.ValidationError(BLANK)
        if len(text) > rules.MAX_TEXT:
            raise forms.ValidationError(
                said(
                    "Ce texte est trop long : {count} signes, pour {most} au plus dans {ecrit.un}. "
                    "Il est gardé ici : coupez-le en deux.",
                    count=len(text),
                    most=rules.MAX_TEXT,
                )
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


def has_details(values: dict[str, Any]) -> bool:
    """Whether something beside the text was given, so that it must be seen."""
    told = values.get("voice") not in {None, "", Writing.Voice.WORKER}
    return told or any(values.get(name) for name in (*DETAILS, "also"))


def initial_of(writing: Writing) -> dict[str, Any]:
    """Return what the form shows when `writing` is corrected."""
    return {
        "text": writing.text,
        "heading": writing.heading.name if writing.heading else "",
        "tags": writing.tag_words,
        "voice": writing.voice,
        "speaker": writing.speaker,
        "moment": writing.moment,
        "occurred_on": writing.occurred_on,
        "occurred_time": writing.occurred_time,
        "version": writing.version,
    }
