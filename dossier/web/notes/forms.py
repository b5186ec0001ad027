"""The form of a personal note: one letter is enough."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from dossier.notebooks.rules import MAX_TEXT
from dossier.notes.actions import last_day
from dossier.web.dates import full_day
from dossier.web.keyed import KeyedForm, Words, day


class NoteForm(KeyedForm):
    """What one notes for oneself, and until when."""

    text = Words(
        label="Votre note",
        strip=False,
        max_length=MAX_TEXT,
        error_messages={"required": "La note est encore blanche : un mot suffit."},
        widget=forms.Textarea(attrs={"rows": 5, "class": "page", "dir": "auto"}),
    )
    until = day("La garder jusqu’au")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = timezone.localdate()
        self.last = last_day(self.today)

    def clean_text(self) -> str:
        """Refuse what has no letter."""
        if not (text := self.cleaned_data["text"]).strip():
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        return text

    def clean_until(self) -> date | None:
        """Refuse a day that is past, or later than notes are kept here."""
        until = self.cleaned_data["until"]
        if until and until < self.today:
            raise forms.ValidationError("Ce jour est passé. Choisissez aujourd’hui ou plus tard.")
        if until and until > self.last:
            raise forms.ValidationError(
                f"Une note se garde jusqu’au {full_day(self.last)} au plus. Choisissez un jour "
                "avant, ou laissez vide."
            )
        return until
