"""The figures of a period, from what is there: persons once each, unknown counted as such."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dossier.counting import rules
from dossier.counting.rules import NO, UNKNOWN, YES, Period
from dossier.counting.sources import Facts, Somebody, facts
from dossier.counting.telling import TOLD
from dossier.establishment.house import said
from dossier.meetings.models import Council
from dossier.notebooks.models import NotebookQuerySet
from dossier.rights.actions import terms

AT = "at:"  # before a name somebody gave
SEVERAL, ELSEWHERE = "several", "elsewhere"
Place = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """A line of a figure: `cell` is its name in the report, "ages.18"."""

    cell: str
    label: str
    count: int


@dataclass(frozen=True)
class Figure:
    """A figure: its lines, which make `base` together when it has one (the cell of another line).

    `is_of_persons` says whether few could be recognised in it; `words` are lines without a count.
    """

    key: str
    lines: tuple[Line, ...]
    base: str = ""
    is_of_persons: bool = True
    words: tuple[str, ...] = ()

    def _said(self, what: str) -> str:
        return said(getattr(TOLD[self.key], what))

    @property
    def called(self) -> str:
        """What is counted."""
        return self._said("title")

    @property
    def how(self) -> str:
        """How it was counted, in a few sentences."""
        return f"D’après {self.counted_from}. {self.method} {self.limits}"

    @property
    def counted_from(self) -> str:
        """What it is counted from."""
        return self._said("counted_from")

    @property
    def method(self) -> str:
        """How."""
        return self._said("method")

    @property
    def limits(self) -> str:
        """What it does not say."""
        return self._said("limits")


def figures(seen: NotebookQuerySet, period: Period, today: date) -> list[Figure]:
    """Return the figures of what is in the notebooks `seen`, as they are: nothing is hidden, so
    they are for who reads all of these notebooks.
    """
    return count(facts(seen), period, today)


def count(found: Facts, period: Period, today: date, *, shared: int = 1) -> list[Figure]:
    """Return the figures of `period`. A service is named when `shared` persons at least have it:
    fewer are told as another service.
    """
    ours = {
        pk: one
        for pk, one in found.persons.items()
        if rules.any_of(rules.during(stay, period) for stay in one.stays) == YES
    }
    people = list(ours.values())
    maybe = sum(
        rules.any_of(rules.during(stay, period) for stay in one.stays) == UNKNOWN
        for one in found.persons.values()
    )
    there = [one for one in people if _evening(one, period.last) == YES]
    came = [one for one in people if _evening(one, period.eve) == NO]
    left = [one for one in people if _evening(one, period.last) == NO]
    return [
        _lines("presence", [("all", "en tout"), ("maybe", "inconnu, faute de dates")],
               Counter(all=len(people), maybe=maybe)),
        _by("beginning", BEGINNING, people, lambda one: _evening(one, period.eve), "presence.all"),
        _by("end", END, people, lambda one: _evening(one, period.last), "presence.all"),
        *_places(people, there, period, shared),
        _by("ages", rules.ages(), there,
            lambda one: rules.age_class(one.born_from, one.born_until, period.last), "end.yes"),
        _by("lengths", rules.lengths(), left, lambda one: _length(one, period), "end.no"),
        _by("named", NAMED, people, lambda one: _is_in(one.named_on, period), "presence.all"),
        _by("projects", PROJECTS, people, lambda one: _project(one, found, period), "presence.all"),
        _by("contracts", CONTRACTS, people, lambda one: _contract(one, period), "presence.all"),
        *(_by(sort, GIVEN, came, lambda one, sort=sort: _given(one, sort, period), "beginning.no")
          for sort in ("welcome", "rules", "charter")),
        _requests(found, period),
        _meetings(found, period, today),
        _texts(found, period),
    ]  # fmt: skip


BEGINNING = [(YES, "déjà là"), (NO, "arrivées"), (UNKNOWN, "inconnu")]
END = [(YES, "encore là"), (NO, "départs"), (UNKNOWN, "inconnu")]
NAMED = [(YES, "au moins une fois"), (NO, "jamais")]
PROJECTS = [
    ("reviewed", "{projet.un}, et un bilan dans la période"),
    ("kept", "{projet.un}, sans bilan noté dans la période"),
    ("none", "rien de noté"),
]
CONTRACTS = [
    ("signed", "signé"),
    ("refused", "refusé"),
    ("given", "remis ou expliqué, pas encore signé"),
    ("none", "rien de noté dans la période"),
]
GIVEN = [(YES, "remis"), (NO, "rien de noté")]
REQUESTS = [
    (rules.IN_TIME, "avec {reponse.un} à temps"),
    (rules.LATER, "avec {reponse.un} plus tard"),
    (rules.DROPPED, "retirées"),
    (rules.WAITING, "sans {reponse.singulier} encore"),
]


def _lines(key: str, classes: Iterable[tuple[str, str]], counts: Counter, base: str = "") -> Figure:
    told = (Line(f"{key}.{one}", said(words), counts[one]) for one, words in classes)
    return Figure(key, tuple(told), base)


def _by(
    key: str,
    classes: Iterable[tuple[str, str]],
    people: Iterable[Somebody],
    of: Callable[[Somebody], str],
    base: str,
) -> Figure:
    """Count people by the class each is `of`: together they are the cell `base`."""
    return _lines(key, classes, Counter(map(of, people)), base)


def _evening(one: Somebody, day: date) -> str:
    return rules.any_of(rules.in_the_evening(stay, day) for stay in one.stays)


def _length(one: Somebody, period: Period) -> str:
    stay = rules.last_ended(one.stays, period)
    return rules.length_class(stay.from_on, stay.until_on)


def _is_in(days: Iterable[date], period: Period) -> str:
    return YES if any(day in period for day in days) else NO


def _project(one: Somebody, found: Facts, period: Period) -> str:
    """Return whether somebody has a project in the period, reviewed or not."""
    ours = [
        notebook
        for notebook, first, last in one.projects
        if (first or found.projects.get(notebook, date.max)) <= period.last
        and (last is None or last >= period.first)
    ]
    if not ours:
        return "none"
    days = chain.from_iterable(found.reviews.get(notebook, ()) for notebook in ours)
    return "reviewed" if _is_in(days, period) == YES else "kept"


def _contract(one: Somebody, period: Period) -> str:
    answers = [answer for on, answer in one.contracts if on in period]
    if not answers:
        return "none"
    return answers[-1] if answers[-1] in {"signed", "refused"} else "given"


def _given(one: Somebody, sort: str, period: Period) -> str:
    return YES if any(its == sort and on <= period.last for on, its in one.given) else NO


def _places(
    people: list[Somebody], there: list[Somebody], period: Period, shared: int
) -> Iterable[Figure]:
    """Yield where people were in the period, and where on its last evening; a place that fewer
    than `shared` have is told by its team alone, or as another service.
    """
    where = [{p for p in _where(one, period) if any(p)} for one in people]
    known = Counter(chain.from_iterable(where))
    named = sorted(place for place, times in known.items() if times >= shared)
    teams = Counter(team for places in where for team in {team for team, _ in places if team})

    def told(place: Place) -> str:
        team = place[0]
        if place in named:
            return AT + " : ".join(dict.fromkeys(filter(None, place)))
        return f"{AT}{team}" if team and teams[team] >= shared else ELSEWHERE

    def of(one: Somebody, stays: Iterable) -> str:
        found = {told(stay.place) if any(stay.place) else UNKNOWN for stay in stays}
        return found.pop() if len(found) == 1 else SEVERAL

    all_told = sorted({told(place) for place in known} - {ELSEWHERE})
    classes = [(name, _unsaid(name.removeprefix(AT))) for name in all_told]
    if shared > 1:
        classes.append((ELSEWHERE, "un autre service"))
    classes += [(SEVERAL, "plusieurs"), (UNKNOWN, "inconnu")]
    last = Period(period.last, period.last)
    yield _by(
        "places", classes, people, lambda one: of(one, _stays_in(one, period)), "presence.all"
    )
    yield _by("places-end", classes, there, lambda one: of(one, _evening_of(one, last)), "end.yes")


def _unsaid(name: str) -> str:
    """Return a name as a sentence may hold it: its braces are no word of the house."""
    return name.replace("{", "{{").replace("}", "}}")


def _stays_in(one: Somebody, period: Period) -> list:
    return [stay for stay in one.stays if rules.during(stay, period) == YES]


def _evening_of(one: Somebody, period: Period) -> list:
    return [stay for stay in one.stays if rules.in_the_evening(stay, period.last) == YES]


def _where(one: Somebody, period: Period) -> set[Place]:
    return {stay.place for stay in _stays_in(one, period)}


def _requests(found: Facts, period: Period) -> Figure:
    """Count requests by the day they were made, and how they were answered."""
    here = terms()
    ours = [rules.answered(one, here) for one in found.requests if one.on in period]
    counts = Counter(ours)
    counts["all"] = len(ours)
    return _lines("requests", [("all", "en tout"), *REQUESTS], counts, "requests.all")


def _meetings(found: Facts, period: Period, today: date) -> Figure:
    """Count the meetings held, by form of participation; they are nobody's in particular."""
    held = Counter(form for form, on in found.meetings if on in period and on < today)
    forms = [(form, label) for form, label in Council.Form.choices]
    lines = [
        Line(f"meetings.{form or 'none'}", said(label), held[form])
        for form, label in [*forms, ("", "autres {collectif.pluriel}")]
    ]
    return Figure("meetings", tuple(lines), is_of_persons=False)


def _texts(found: Facts, period: Period) -> Figure:
    """Tell which edition of each text of the house was in force on the last day."""
    last: dict[tuple[str, str], tuple[int, date]] = {}
    for sort, title, number, on in found.editions:
        if on <= period.last and (on, number) >= last.get((sort, title), (0, date.min))[::-1]:
            last[sort, title] = (number, on)
    words = [
        f"{title} : édition {number}, en vigueur depuis le {on:%d/%m/%Y}"
        for (_, title), (number, on) in last.items()
    ]
    return Figure("texts", (), is_of_persons=False, words=tuple(words))
