"""What one may choose: what of a timeline to read, in which notebook to put a text."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property

from dossier.establishment.house import said_later
from dossier.establishment.models import Team, Worker
from dossier.notebooks import mentions, rules, search
from dossier.notebooks.models import Heading, Notebook, Tag, Writing
from dossier.notebooks.timeline import Choice
from dossier.web.converters import place
from dossier.web.keyed import DATE_FORMATS

# What the address of a timeline may hold beside the choice of what to read.
ASIDE = {"avant", "brouillon", "large", "repond"}
VOICES = [
    ("", "tout le monde"),
    (Writing.Voice.WORKER, said_later("les {professionnel.pluriel}")),
    (Writing.Voice.PERSON, said_later("{personne.le}")),
    (Writing.Voice.RELATIVE, said_later("les {proche.pluriel}")),
]


def named_first(notebooks: Iterable[Notebook], text: str) -> dict[str, Any]:
    """Return what a page needs to offer `notebooks`: those that `text` mentions come first."""
    offered = list(notebooks)
    named = mentions.find(text, [(one.pk, str(one)) for one in offered]).ids
    return {"notebooks": sorted(offered, key=lambda one: one.pk not in named), "named": named}


class Day(forms.DateField):
    """A day in an address; one that cannot be read is as if not given."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(required=False, input_formats=DATE_FORMATS, widget=widget, **kwargs)


class PeriodForm(forms.Form):
    """A period and a voice, and the place where the former page ended."""

    du = Day(label="Du")
    au = Day(label="au")
    voix = forms.ChoiceField(label="Qui parle", required=False, choices=VOICES)
    avant = forms.IntegerField(
        required=False,
        min_value=-rules.MAX_POSITION,
        max_value=rules.MAX_POSITION,
        widget=forms.HiddenInput,
    )

    @cached_property
    def given(self) -> dict[str, Any]:
        """What could be read of the address; what could not is left out."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) for name in self.fields}

    def bounds(self) -> tuple[int | None, int | None]:
        """Return the positions between which to read."""
        given = self.given
        since, before = search.period(
            since=given["du"], until=given["au"], zone=timezone.get_default_timezone()
        )
        cursors = [place for place in (before, given["avant"]) if place is not None]
        return since, min(cursors, default=None)


class TimelineForm(PeriodForm):
    """What of one notebook one wants to read: only words used in it are offered."""

    rubrique = forms.ModelChoiceField(
        Heading.objects.none(),
        label=said_later("{rubrique.Singulier}"),
        required=False,
        empty_label=said_later("{rubrique:tous,toutes}"),
    )
    etiquette = forms.ModelChoiceField(
        Tag.objects.none(),
        label=said_later("{etiquette.Singulier}"),
        required=False,
        empty_label=said_later("{etiquette:tous,toutes}"),
    )
    equipe = forms.ModelChoiceField(
        Team.objects.none(),
        label=said_later("{equipe.Singulier}"),
        required=False,
        empty_label=said_later("{equipe:tous,toutes}"),
        to_field_name="id",
    )
    venue = forms.BooleanField(label="Depuis ma dernière venue", required=False)

    def __init__(self, data: Any, *, notebook: Notebook, worker: Worker) -> None:
        super().__init__(data)
        self.worker = worker
        self.fields["rubrique"].queryset = Heading.objects.used_in(notebook)
        self.fields["etiquette"].queryset = Tag.objects.used_in(notebook)
        self.fields["equipe"].queryset = Team.objects.order_by("name")

    def choice(self) -> Choice:
        """Return the choice for `timeline.read`."""
        given = self.given
        since, before = self.bounds()
        return Choice(
            heading=given["rubrique"],
            tag=given["etiquette"],
            voice=given["voix"] or "",
            team_id=given["equipe"].pk if given["equipe"] else None,
            since=since,
            before=before,
            signed_since=self.worker.unread_since if given["venue"] else None,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen, so that the choices must be seen."""
        return any(self.given[name] for name in self.base_fields if name != "avant")


def read_by(
    data: QueryDict, *, notebook: Notebook, worker: Worker
) -> tuple[TimelineForm | None, Choice]:
    """Return the form of what an address chooses to read, and that choice; most often it chooses
    nothing, and no form is built.
    """
    if data.keys() <= ASIDE:
        return None, Choice(before=place(data.get("avant", "")))
    form = TimelineForm(data, notebook=notebook, worker=worker)
    return form, form.choice()
