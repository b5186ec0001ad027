"""Forms with a key: what was typed can be kept, sent twice, or meet what another just saved."""

import hashlib
import json
import uuid
from datetime import date
from typing import Any

from django import forms
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from dossier.notebooks import rules
from dossier.web.converters import number

DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y"]

# Said of all boxes of words that hold too many.
MaxLengthValidator.message = (
    "C’est un peu long : %(limit_value)d signes au plus, il y en a %(show_value)d."
)


class Words(forms.CharField):
    """Words as typed, less what no computer can keep, which is shown replaced."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators = [
            check
            for check in self.validators
            if not isinstance(check, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value: str | None) -> str:
        """Return the words with one kind of line end."""
        return rules.keepable(rules.same_words(super().to_python(value)))


class Key(forms.UUIDField):
    """The key of a form; one that cannot be read is as if there were none."""

    def to_python(self, value: Any) -> uuid.UUID | None:
        """Return the key, or None."""
        try:
            return super().to_python(value)
        except forms.ValidationError:
            return None


class KeyedForm(forms.Form):
    """A form with a key, and a print of what was saved when it was opened.

    When somebody else saved something in between, it is refused once: what they saved is shown
    beside what was typed, so that neither is lost.
    """

    key = Key(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict | None = None, **kwargs: Any) -> None:
        self.saved = initial or {}
        super().__init__(
            data, initial=self.saved | {"key": uuid.uuid4(), "seen": self.print}, **kwargs
        )

    @cached_property
    def print(self) -> str:
        """A print of what is saved now."""
        told = json.dumps(self.saved, default=str, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def clean(self) -> dict[str, Any]:
        """Refuse what would silently replace what somebody else just saved."""
        given = super().clean()
        if given.get("seen") in {"", None, self.print} or not self.saved:
            return given
        for name, value in self.saved.items():
            if name in given and not _same(given[name], value):
                label, told = self.fields[name].label, _told(value)
                if isinstance(given[name], QuerySet):
                    told = _told(
                        ", ".join(map(str, self.fields[name].queryset.filter(pk__in=value)))
                    )
                self.add_error(name, f"{label} : quelqu’un a enregistré entre-temps « {told} ».")
        if self.errors:
            self.data = self.data.copy()
            self.data["seen"] = self.print
            self.add_error(
                None,
                "Cette page a été changée entre-temps. Votre texte est plus bas : réunissez les "
                "deux, puis enregistrez.",
            )
        return given

    def given(self) -> dict[str, Any]:
        """Return what was given, for an action; only after `is_valid()`."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in {"key", "seen"}
        }


def _same(given: Any, saved: Any) -> bool:
    if isinstance(given, QuerySet):
        return sorted(one.pk for one in given) == sorted(saved or [])
    return (given or "") == (saved or "")


def _told(value: Any) -> str:
    return str(value) if value else "rien"


def line(label: str, length: int = 200, *, needed: str = "", hint: str = "") -> forms.CharField:
    """Return a one-line field; `needed` is what to say when it is empty, if it must not be."""
    return Words(
        label=label,
        max_length=length,
        required=bool(needed),
        error_messages={"required": needed},
        widget=forms.TextInput(attrs={"placeholder": hint, "autocomplete": "off", "dir": "auto"}),
    )


def area(label: str, length: int = 20_000, *, rows: int = 3) -> forms.CharField:
    """Return an optional box of free words."""
    return Words(
        label=label,
        required=False,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )


class Several(forms.ModelMultipleChoiceField):
    """Rows one ticks; a number that no row bears is refused as any other that is not offered."""

    def clean(self, value: Any) -> QuerySet:
        """Return the rows ticked."""
        told = [one if number(str(one)) is not None else "-1" for one in value or []]
        return super().clean(told)


TOO_FAR = "Ce jour est trop lointain. Vérifiez l’année."


def come(told: date) -> None:
    """Refuse a day that has not come yet."""
    if told > timezone.localdate():
        raise forms.ValidationError("Ce jour n’est pas encore venu. Vérifiez la date.")


class Day(forms.DateField):
    """A day; what cannot be one is told again, since a box of a date cannot show it."""

    def to_python(self, value: Any) -> date | None:
        """Return the day, or None."""
        try:
            return super().to_python(value)
        except forms.ValidationError as wrong:
            told = f"Ce jour ne se lit pas : « {str(value)[:40]} ». Écrivez-le ainsi : 24/03/2026."
            raise forms.ValidationError(told, code="invalid") from wrong


def day(label: str, *, is_past: bool = False) -> forms.DateField:
    """Return an optional day, of a century that places in time can hold; one that `is_past` has
    come.
    """
    return Day(
        validators=[
            MinValueValidator(date(1900, 1, 1), TOO_FAR),
            come if is_past else MaxValueValidator(date(2199, 12, 31), TOO_FAR),
        ],
        label=label,
        required=False,
        input_formats=DATE_FORMATS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PeriodOfFiche(forms.Form):
    """From when to when."""

    from_on = day("Depuis le")
    until_on = day("Jusqu’au")

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        given = super().clean()
        first, last = given.get("from_on"), given.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", "La fin vient avant le début : vérifiez les deux dates.")
        return given
