"""How the journal is said: by day, by half-hour, who, what; the same on the screen and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.journal.models import Entry
from dossier.journal.reading import After, Told, by_day, whole
from dossier.notebooks.models import Notebook, Writing
from dossier.web import dates
from dossier.web.converters import number

HALF = timedelta(minutes=30)


@dataclass(frozen=True)
class Said:
    """A half-hour of somebody: when in words, who, where (None if who reads it may not), what they
    did, and the writings one may go and read.
    """

    when: str
    who: str
    notebook: Notebook | None
    what: str
    writings: tuple[int, ...]


@dataclass(frozen=True)
class Day:
    """A day and what was done in it, newest first."""

    on: date
    lines: list[Said]


def days(lines: list[Entry], worker: Worker, *, is_own: bool = False) -> list[Day]:
    """Return lines as they are said to `worker`: with the notebooks and writings they may read;
    "vous avez lu" when they are all their own.
    """
    seen = set(Notebook.objects.visible_to(worker).values_list("pk", flat=True))
    named = {line.writing_id for line in lines if line.writing_id}
    there = Writing.objects.filter(pk__in=named).values_list("pk", "notebook_id")
    read = {pk for pk, notebook in there if notebook in seen}
    return [
        Day(on, [_said(one, seen, read, is_own=is_own) for one in those])
        for on, those in by_day(lines)
    ]


def _said(told: Told, seen: set[int], read: set[int], *, is_own: bool) -> Said:
    notebook = told.notebook if told.notebook.pk in seen else None
    writings = sorted(read & set().union(*told.acts.values()))
    what = acts(told, is_own=is_own)
    return Said(half_hour(told.at), told.worker.name, notebook, what, tuple(writings))


def acts(told: Told, *, is_own: bool = False) -> str:
    """Return what was done, each act once, in order: "a lu, a corrigé un écrit"; to who did it,
    "vous avez lu, vous avez corrigé un écrit".
    """
    done = [said(Entry.Act(act).label) for act in reversed(told.acts)]
    if is_own:
        done = [f"vous {one.replace('a ', 'avez ', 1)}" for one in done]
    return ", ".join(done)


def half_hour(at: datetime) -> str:
    """Return "entre 14 h et 14 h 30"."""
    return f"entre {_clock(at)} et {_clock(at + HALF)}"


def _clock(at: datetime) -> str:
    space = "\N{NO-BREAK SPACE}"
    return f"{at.hour}{space}h{space}{at.minute:02}" if at.minute else f"{at.hour}{space}h"


def after(told: str) -> After | None:
    """Return where a page begins, as its address says; None for the first, or for no place."""
    seconds, _, pk = told.partition("-")
    at, held = number(seconds), number(pk)
    if at is None or held is None or at > 2**35:
        return None
    return After(datetime.fromtimestamp(at, timezone.get_default_timezone()), held)


def place(line: Entry) -> str:
    """Return the place of a line, for an address."""
    return f"{int(line.at.timestamp())}-{line.pk}"


def document(notebook: Notebook, *, by: str) -> pages.Document:
    """Return the journal of a notebook as a document, to hand to the person."""
    today = dates.full_day(timezone.localdate())
    return pages.Document(
        title=f"Qui a lu, et quand : {notebook}",
        blocks=tuple(_blocks(notebook)),
        house=house().name,
        told=f"Trace sortie le {today} par {by}",
    )


HOW = (
    "Cette feuille dit qui a ouvert {cahier.ce}, qui y a signé quelque chose, qui en a sorti un "
    "document, et quand, à la demi-heure près. Le plus récent est en haut.",
    "« A lu » se dit aussi de qui en a vu passer {ecrit.un} : à l’accueil, dans "
    "{transmission.le}, en cherchant.",
    "On garde cette trace un temps, que {maison.le} a choisi ; ensuite elle s’efface.",
    "Si quelque chose vous étonne, demandez : on doit vous répondre dans le mois.",
)


def _blocks(notebook: Notebook) -> Iterator[pages.Block]:
    for one in HOW:
        yield pages.Paragraph((pages.Run(said(one)),))
    is_empty = True
    for on, those in by_day(whole(notebook)):
        is_empty = False
        yield pages.Title(2, (pages.Run(dates.full_day(on).capitalize()),))
        yield pages.Items(
            tuple(
                (
                    pages.Paragraph(
                        (
                            pages.Run(f"{half_hour(one.at)}, "),
                            pages.Run(one.worker.name, strong=True),
                            pages.Run(f" {acts(one)}"),
                        )
                    ),
                )
                for one in those
            )
        )
    if is_empty:
        yield pages.Paragraph((pages.Run("Rien n’est gardé.", emphasis=True),))
