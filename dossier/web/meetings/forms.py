"""Forms of meetings, points and councils: one word is enough in each."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from dossier.establishment.house import said_later
from dossier.establishment.models import Worker
from dossier.meetings.models import Council, Meeting, Seat
from dossier.notebooks.models import Notebook
from dossier.persons.models import Person
from dossier.web.keyed import KeyedForm, PeriodOfFiche, Several, Words, area, day, line

DAYS = {
    "agenda_sent_on": "Ordre du jour envoyé le",
    "signed_on": "Relevé signé le",
    "adopted_on": "Relevé adopté le",
    "sent_on": "Relevé envoyé à l’organisme gestionnaire et à l’autorité le",
}
SAY_WHAT = "Écrivez au moins quelques mots."


def page(label: Any, *, needed: str = SAY_WHAT, rows: int = 4) -> forms.CharField:
    """Return a box to write in, on ruled paper."""
    return Words(
        label=label,
        max_length=80_000,
        error_messages={"required": needed},
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto", "class": "page"}),
    )


def choices(kind: type) -> list[tuple[str, Any]]:
    """Return the choices of a table, said with the words of the house."""
    return [(value, said_later(label)) for value, label in kind.choices]


class MeetingForm(KeyedForm):
    """A meeting to call: a day or a title."""

    title = line("Comment on l’appelle, si on veut")
    on = day("Quel jour")
    at = forms.TimeField(
        label="À quelle heure",
        required=False,
        input_formats=["%H:%M", "%H:%M:%S", "%Hh%M", "%Hh", "%H h %M", "%H h"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Cette heure ne se lit pas. Écrivez-la ainsi : 18:30."},
    )
    place = line("Où")
    field_order = ["on", "at", "place", "title"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask for a day or a title."""
        given = super().clean()
        if not self.errors and not given.get("on") and not (given.get("title") or "").strip():
            raise forms.ValidationError("Dites au moins quel jour, ou donnez un titre.")
        return given


class HeldForm(MeetingForm):
    """A meeting as it was held: who came, who presided; for a council, the days of its papers."""

    came = area("Qui est venu, avec vos mots")
    count = forms.IntegerField(
        label="Combien, si on l’a compté", required=False, min_value=0, max_value=100_000
    )
    persons = Several(
        Person.objects.none(),
        label=said_later("Parmi les {personne.pluriel} {maison.du} qui en sont"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    president = line("Qui présidait")
    secretary = line("Qui écrivait")

    def __init__(
        self, *args: Any, people: QuerySet[Person], council: Council | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if people:
            self.fields["persons"].queryset = people
        else:
            del self.fields["persons"]
        if council:
            self.fields |= {name: day(label) for name, label in DAYS.items()}


class PointForm(KeyedForm):
    """A point in words."""

    words = line("De quoi parler", 500, needed="Écrivez au moins un mot.")


class PointWordsForm(PointForm):
    """The words of a point that a writing was set aside for: they may be none."""

    def __init__(self, *args: Any, is_needed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = is_needed


class SetAsideForm(KeyedForm):
    """Where to talk of a writing, and maybe in which words."""

    notebook = forms.ModelChoiceField(
        Notebook.objects.none(),
        label=said_later("À {reunion.quel}"),
        empty_label="Choisir",
        error_messages={"required": "Choisissez où l’on en parlera."},
    )
    words = line("En quelques mots, si vous voulez", 500)

    def __init__(self, *args: Any, notebooks: QuerySet[Notebook], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["notebook"].queryset = notebooks
        self.fields["words"].required = False


class ConclusionForm(KeyedForm):
    """What was concluded of a point; words to call it by when it had none."""

    words = line("Comment appeler ce point pour tous ceux qui liront", 500)
    text = page("Ce qui a été conclu ou décidé")

    def __init__(self, *args: Any, has_words: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = False
        if has_words:
            del self.fields["words"]


class AnswerForm(KeyedForm):
    """What the direction answered, and when."""

    text = page(said_later("Ce que {direction.le} a répondu"))
    on = day("Quel jour", is_past=True)


class CouncilForm(KeyedForm):
    """Which form of participation a collective is."""

    form = forms.ChoiceField(
        label="Sous quelle forme", required=False, choices=(), widget=forms.RadioSelect
    )
    rules_on = day("Règlement intérieur du")
    word = area("Quelques mots : comment on y vient, comment on choisit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form"].choices = choices(Council.Form)

    def clean_form(self) -> str:
        """Return the form chosen; what it was, or a council, when none is."""
        return self.cleaned_data["form"] or self.saved.get("form") or Council.Form.COUNCIL


class SeatForm(PeriodOfFiche, KeyedForm):
    """Who sits in a council."""

    name = line("Son nom", needed="Écrivez au moins un nom.")
    college = forms.ChoiceField(label="Pour qui", required=False, choices=())
    is_substitute = forms.BooleanField(label="en remplacement (suppléance)", required=False)
    role = forms.ChoiceField(label="À quel titre", required=False, choices=())
    chosen = line("Comment on l’a choisi", hint="élection du 12 janvier, volontaire…")
    field_order = ["name", "college", "is_substitute", "role", "chosen", "from_on", "until_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["college"].choices = choices(Seat.College)
        self.fields["role"].choices = choices(Seat.Role)

    def clean_college(self) -> str:
        """Return for whom; "other" when it was not said."""
        return self.cleaned_data["college"] or self.saved.get("college") or Seat.College.OTHER


class SituationForm(forms.Form):
    """What is true of the house, to know which form of participation is due."""

    here = forms.MultipleChoiceField(
        label="Ici, il y a",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("lodging", "un hébergement"),
            ("day_care", "un accueil de jour continu"),
            ("work", "de l’aide par le travail"),
            ("under_11", "surtout des enfants de moins de onze ans"),
            ("judicial", "surtout des mineurs confiés par un juge"),
            ("living_place", "un lieu de vie et d’accueil"),
            ("short", "des adultes en difficulté qui restent moins d’un an"),
        ],
    )


def people_of(meeting: Meeting, worker: Worker) -> QuerySet[Person]:
    """Return the persons who may be ticked as having come: members, or ticked already, whom
    `worker` may read.
    """
    seen = Person.objects.filter(dossier__notebook__in=Notebook.objects.visible_to(worker))
    members = Person.objects.filter(memberships__notebook=meeting.notebook_id)
    ticked = meeting.persons.values("pk")
    return seen.filter(pk__in=members.values("pk").union(ticked)).order_by("called")


def where(worker: Worker) -> QuerySet[Notebook]:
    """Return where `worker` may set something aside: collectives, and what holds meetings."""
    writable = Notebook.objects.writable_by(worker)
    collectives = writable.filter(kind=Notebook.Kind.COLLECTIVE)
    holding = writable.filter(pk__in=Meeting.objects.values("notebook"))
    return (collectives | holding).order_by("title")
