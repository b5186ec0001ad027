"""Moments and notebooks that an address chooses."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from dossier.web.dates import DAYS
from dossier.web.keyed import DATE_FORMATS

HOUR = re.compile(
    r"^(?P<day>.*?)[\sT,à]*(?<!\d)(?P<hour>[01]?\d|2[0-3])\s*[h:]\s*(?P<minute>[0-5]\d)?(?::\d\d)?$"
)
YEARS = range(1900, 2200)


def moment(typed: str, *, now: datetime) -> datetime | None:
    """Return the local moment that somebody typed ("24/11/2026 21 h", "hier 18:30", "lundi",
    "2026-11-24T21:00"); None when it cannot be read.
    """
    typed = " ".join(typed.split())[:40]
    told = HOUR.match(typed)
    at = time(int(told["hour"]), int(told["minute"] or 0)) if told else time.min
    said = (told["day"] if told else typed).strip(" ,à").lower()
    on = _day(said, now.date()) if said or told else None
    return datetime.combine(on, at, tzinfo=now.tzinfo) if on and on.year in YEARS else None


def _day(typed: str, today: date) -> date | None:
    spoken = {"": today, "aujourd’hui": today, "aujourd'hui": today}
    spoken |= {"hier": today - timedelta(days=1), "avant-hier": today - timedelta(days=2)}
    for number, name in enumerate(DAYS):
        spoken[name] = today - timedelta(days=(today.weekday() - number) % 7)
    if typed in spoken:
        return spoken[typed]
    if re.fullmatch(r"\d{1,2}/\d{1,2}", typed, re.ASCII):
        typed = f"{typed}/{today.year}"
    for one in DATE_FORMATS:
        try:
            return datetime.strptime(typed, one).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


class Moment(forms.CharField):
    """A moment in an address; one that cannot be read is said."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(required=False, widget=widget, **kwargs)

    def clean(self, value: str | None) -> datetime | None:
        """Return the moment, or None for none."""
        typed = " ".join((value or "").replace("\x00", "").split())[:40]
        read = moment(typed, now=timezone.localtime()) if typed else None
        if typed and not read:
            raise forms.ValidationError(f"On n’a pas compris ce moment : « {typed} ».")
        return read


class PeriodForm(forms.Form):
    """Between which moments."""

    depuis = Moment(label="Depuis")
    jusque = Moment(label="Jusqu’à")

    @property
    def period(self) -> tuple[datetime | None, datetime | None]:
        """What was understood, in its order."""
        self.is_valid()
        since, until = (self.cleaned_data.get(name) for name in ("depuis", "jusque"))
        return (until, since) if since and until and until < since else (since, until)

    def shown(self, since: datetime, until: datetime | None) -> "PeriodForm":
        """Return the form as the page shows it: what was not understood stays as it was typed."""
        told = {"depuis": since, "jusque": until}
        form = PeriodForm(initial=told | {name: self.data[name][:40] for name in self.errors})
        form._errors = self.errors
        for name in self.errors:
            form.fields[name].widget.input_type = "text"  # a picker of dates would empty it
        return form
