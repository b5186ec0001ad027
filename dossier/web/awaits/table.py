"""The factual table for an inspection: what was given, signed or refused, and its dates; nothing
else. No name unless who prints asks for them; no free words, whose names nobody checked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.crypto import salted_hmac

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.persons.models import Dossier
from dossier.rights.awaits import by_name, present_dossiers
from dossier.rights.models import Edition, Giving, Report, Trust
from dossier.web import dates

SALT = "dossier.web.awaits.table"
ORDER = ("welcome", "charter", "rules")


@dataclass(frozen=True)
class Told:
    """Somebody in the table: a name or a number, what was given, and the notebook it is in."""

    called: str
    lines: list[str]
    notebook_id: int


@dataclass(frozen=True)
class Table:
    """The texts of the house with their editions, then each person who is here today."""

    texts: list[tuple[str, list[str]]]
    persons: list[Told]
    has_names: bool


def table(*, worker: Worker, today: date, has_names: bool) -> Table:
    """Return the table as far as `worker` reads: four queries. Without names, the order is that of
    a secret of the house, so that a number tells neither a name nor an arrival.
    """
    dossiers = sorted(present_dossiers(worker, today), key=by_name)
    if not has_names:
        dossiers.sort(key=lambda one: salted_hmac(SALT, str(one.pk)).hexdigest())
    lines = _lines([one.pk for one in dossiers])
    persons = [
        Told(_called(one, number, has_names), lines[one.pk], one.notebook_id)
        for number, one in enumerate(dossiers, start=1)
    ]
    return Table(list(_texts()), persons, has_names)


def _called(dossier: Dossier, number: int, has_names: bool) -> str:
    return str(dossier.person) if has_names else f"{said('{personne.Singulier}')} {number}"


def _texts() -> Iterator[tuple[str, list[str]]]:
    """Yield each text of the house with its editions, the latest first."""
    rows = Edition.objects.filter(house_text__is_retired=False).select_related("house_text")
    texts: dict[int, tuple[str, list[str]]] = {}
    for one in rows.order_by("house_text__sort", "house_text", "-number"):
        sort = said(one.house_text.get_sort_display())
        title = f"{sort[0].upper()}{sort[1:]}\u00a0: {one.house_text.title}"
        texts.setdefault(one.house_text_id, (title, []))[1].append(_edition(one))
    yield from texts.values()


def _edition(one: Edition) -> str:
    words = f"Édition {one.number}, en vigueur depuis le {dates.full_day(one.in_force_on)}"
    if one.opinion_on:
        words += said(" ; avis {conseil.du} le {on}", on=dates.full_day(one.opinion_on))
    return f"{words}."


def _lines(pks: list[int]) -> dict[int, list[str]]:
    """Return, by dossier, a line for each thing given, in the order of the law."""
    standing = {"dossier__in": pks, "is_mistaken": False}
    rows = Giving.objects.filter(**standing).order_by("on", "pk")
    rows = rows.exclude(report__sort__in=[Report.Sort.CONCERN, Report.Sort.ALERT])
    found: dict[int, dict[tuple, tuple[str, list[str]]]] = defaultdict(dict)
    around = rows.select_related("edition__house_text", "contract__writing", "report")
    for one in around.defer("contract__writing__text"):
        place, thing = _thing(one)
        found[one.dossier_id].setdefault(place, (thing, []))[1].append(_answer(one))
    for one in Trust.objects.filter(**standing).order_by("on", "pk"):
        what = f"{one.get_act_display()} le {dates.full_day(one.on)}"
        if one.attested_on:
            what += f" (attestation du {dates.full_day(one.attested_on)})"
        things = found[one.dossier_id]
        things.setdefault((3,), ("Personne de confiance", []))[1].append(what)
    told = defaultdict(list)
    for pk, things in found.items():
        told[pk] = [
            f"{thing} : {' ; '.join(answers)}." for _, (thing, answers) in sorted(things.items())
        ]
    return told


def _thing(one: Giving) -> tuple[tuple, str]:
    """Return where something given stands in the table, and what it is called there."""
    if one.edition:
        sort = one.edition.house_text.sort
        name = said(one.edition.house_text.get_sort_display())
        place = ORDER.index(sort) if sort in ORDER else 4
        told = f"{name[0].upper()}{name[1:]}, édition {one.edition.number}"
        return (0, place, one.edition_id), told
    if one.contract:
        name = said(one.contract.get_sort_display())
        return (1, one.contract_id), f"{name[0].upper()}{name[1:]}"
    if one.report:
        return (4, one.report_id), f"Rapport de situation du {dates.full_day(one.report.on)}"
    return (5,), "Autre chose"


def _answer(one: Giving) -> str:
    told = f"{one.get_answer_display()} le {dates.full_day(one.on)}"
    if one.side != Giving.Side.PERSON:
        told += f" ({said(one.get_side_display())})"
    written = one.contract and one.contract.writing
    if written and one.version != written.version:
        told += ", le texte a été corrigé depuis" if one.version else ", avant que le texte soit là"
    return told


def document(made: Table, *, by: Worker, today: date) -> pages.Document:
    """Return the table as a document: titled lists, to be read on A4."""
    told: list[pages.Block] = [_title(1, said("Les textes {maison.du}"))]
    for title, lines in made.texts:
        told += [_title(2, title), _list(lines)]
    if not made.texts:
        told.append(_line("Rien n’est encore noté."))
    told.append(_title(1, "Ce qui a été remis, signé ou refusé"))
    for one in made.persons:
        told += [
            _title(2, one.called),
            _list(one.lines) if one.lines else _line("Rien n’est encore noté."),
        ]
    day = dates.full_day(today)
    now = dates.clock(timezone.localtime())
    return pages.Document(
        title="Ce qui a été remis, signé ou refusé",
        blocks=tuple(told),
        house=house().name,
        told=f"Document sorti le {day}, à {now}, par {by.name}",
    )


def _title(level: int, words: str) -> pages.Title:
    return pages.Title(level, (pages.Run(words),))


def _line(words: str) -> pages.Paragraph:
    return pages.Paragraph((pages.Run(words),))


def _list(lines: Iterable[str]) -> pages.Items:
    return pages.Items(tuple((_line(one),) for one in lines))
