"""Forms of sharing: who, what they may do, until when, a word why."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils import timezone

from dossier.accounts.people import came
from dossier.establishment.house import said, said_later
from dossier.establishment.models import Team, Worker
from dossier.notebooks import circles
from dossier.notebooks.models import KEEP, READ, WRITE
from dossier.web.converters import number
from dossier.web.keyed import KeyedForm, day, line

LEVELS = (
    (READ, "lire"),
    (WRITE, "lire et écrire"),
    (KEEP, "garder : décider aussi de qui lit"),
)
KEPT_ON = (
    "Qui garde {cahier.le} le garde jusqu’à ce qu’il le confie : enlevez la date, ou choisissez "
    "lire, ou écrire."
)
CHOOSE = "Choisissez dans la liste."


def here() -> list[Worker]:
    """Return those who accompany people here, by name: never who keeps the machine, nor who has
    not come yet.
    """
    found = came()
    return list(found.order_by("name", "pk"))


def whom(code: str) -> Worker | Group | None:
    """Return the worker ("p12") or the team ("e3") that a choice names, if they are here."""
    pk = number(code[1:])
    if pk is None:
        return None
    if code[:1] == "p":
        return next((one for one in here() if one.pk == pk), None)
    return Group.objects.filter(pk=pk, team__isnull=False).first() if code[:1] == "e" else None


def offered(*, but: Iterable[str] = ()) -> list[tuple[Any, Any]]:
    """Return who may be chosen, teams then people, less some."""
    but = set(but)
    teams = [(f"e{one.pk}", one.name) for one in Team.objects.order_by("name")]
    people = [(f"p{one.pk}", one.name) for one in here()]
    shelves = ((said("{equipe.Pluriel}"), teams), (said("{professionnel.Pluriel}"), people))
    return [
        (name, left)
        for name, those in shelves
        if (left := [one for one in those if one[0] not in but])
    ]


def end_of(on: date | None) -> datetime | None:
    """Return the instant a day ends, local; None for none."""
    if not on:
        return None
    zone = timezone.get_default_timezone()
    return datetime.combine(on + timedelta(days=1), time(), zone)


def why(label: str = "Un mot pourquoi, si vous voulez") -> forms.CharField:
    """Return a word why: asked, never forced."""
    return line(label, 500, hint="elle la remplace jusqu’à l’été")


class GrantForm(KeyedForm):
    """What somebody may do in a notebook, until when, why."""

    level = forms.ChoiceField(
        label="Pour", choices=LEVELS, required=False, initial=READ, widget=forms.RadioSelect
    )
    until = day("Jusqu’au (vide : sans date)")
    reason = why()

    def clean(self) -> dict[str, Any]:
        """Refuse a keeper until a day, and a day that has passed."""
        given = super().clean()
        given["level"] = given.get("level") or self.saved.get("level") or READ
        until = given.get("until")
        if until and given["level"] == KEEP:
            self.add_error("until", said(KEPT_ON))
        elif until and until < timezone.localdate():
            self.add_error("until", "Ce jour est passé : choisissez un jour à venir, ou aucun.")
        return given

    def given(self) -> dict[str, Any]:
        """Return what was given, for `actions.grant`."""
        told = super().given()
        return told | {"until": end_of(told["until"])}


class OpenForm(GrantForm):
    """To whom a notebook is opened."""

    who = forms.ChoiceField(
        label="À qui",
        error_messages={"required": "Choisissez à qui.", "invalid_choice": CHOOSE},
    )
    field_order = ["who", "level", "until", "reason"]

    def __init__(self, *args: Any, but: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [("", "—"), *offered(but=but)]

    def given(self) -> dict[str, Any]:
        """Return what was given, for `actions.grant`."""
        told = super().given()
        return {"to": whom(told.pop("who"))} | told


class HandOverForm(KeyedForm):
    """Who keeps a notebook after oneself."""

    to = forms.ModelChoiceField(
        Worker.objects.none(),
        label="À qui le confier",
        error_messages={"required": "Choisissez à qui.", "invalid_choice": CHOOSE},
    )
    reason = why()

    def __init__(self, *args: Any, by: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [one.pk for one in here() if one != by]
        self.fields["to"].queryset = Worker.objects.filter(pk__in=others).order_by("name", "pk")
        self.fields["to"].label = said("À qui confier {cahier.le}")


class CircleForm(KeyedForm):
    """A circle: its name, and who reads it beside who opens it."""

    name = line(
        "Comment l’appeler",
        circles.LONGEST,
        needed="Écrivez au moins un nom : « Santé », par exemple.",
        hint="Santé",
    )
    who = forms.MultipleChoiceField(
        label="Qui y est avec vous",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": CHOOSE},
    )
    level = forms.ChoiceField(
        label="Pour",
        choices=LEVELS[:2],
        required=False,
        initial=WRITE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, by: Worker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = offered(but={f"p{by.pk}"})

    def given(self) -> dict[str, Any]:
        """Return what was given, for `sharing.open_circle`."""
        told = super().given()
        to = [one for one in map(whom, told["who"]) if one]
        return {"name": told["name"], "to": to, "level": told["level"] or WRITE}


class UrgentForm(KeyedForm):
    """A name, and why one needs to read now."""

    name = line(
        said_later("Son nom : comment on l’appelle, ou son nom d’état civil"),
        needed="Écrivez son nom en entier.",
    )
    more = line("Si plusieurs portent ce nom : son nom d’état civil, ou sa naissance")
    reason = line(
        said_later("Pourquoi maintenant"),
        500,
        needed="Écrivez pourquoi, en un mot : c’est ce qui ouvre.",
        hint="les pompiers sont là et demandent son traitement",
    )
