"""Acts on what comes from elsewhere: take it in, and undo it."""

import hashlib
import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from dossier.accounts.digests import digest
from dossier.arrivals.brought import Brought, Fate, Line, Paper, Someone, Told
from dossier.arrivals.models import Arrival, Arrived
from dossier.establishment.house import said
from dossier.establishment.models import Team, Worker
from dossier.establishment.words import fold
from dossier.notebooks import actions, attachments, ties
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import NotAllowed, Notebook, Writing
from dossier.notebooks.rules import MAX_TEXT
from dossier.persons.actions import note_relation, note_stay, open_dossier
from dossier.persons.models import Dossier
from dossier.persons.rules import read_birth
from dossier.retention import taking_back

AT_ONCE = 100  # things taken in by one transaction: others write between two
MAX_NAME, MAX_BIRTH, MAX_TIE, MAX_MOMENT, MAX_HEADING = 200, 100, 300, 200, 80
FROM_ELSEWHERE = "Venu d’ailleurs"

Advance = Callable[[str, int, int], object]


@dataclass
class Done:
    """What an arrival did: dossiers opened, writings signed, things that were there already, and
    more lines of the report.
    """

    arrival: Arrival
    opened: int = 0
    written: int = 0
    known: int = 0
    lines: list[Line] = field(default_factory=list)


def take_in(
    brought: Brought,
    *,
    by: Worker,
    sort: str,
    teams: Sequence[Group] = (),
    at: datetime | None = None,
    advance: Advance = lambda step, done, total: None,
) -> Done:
    """Take in what was brought: dossiers kept by `by`, in which `teams` write, and writings signed
    by `by`, which say who wrote them there.

    What came before is not taken twice; what changed since is added, and nothing is replaced. Some
    things at a time: stopped half-way, it goes on when the same file is brought again. Raises
    NotAllowed for who accompanies nobody.
    """
    if not by.accompanies:
        raise NotAllowed
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    name = brought.original.name[:MAX_NAME]
    done = Done(Arrival.objects.create(name=name, sort=sort, by=by, at=now))
    taking = _Taking(done, by, tuple(teams), now)
    total = len(brought.people) + len(brought.texts)
    for start in range(0, len(brought.people), AT_ONCE):
        some = brought.people[start : start + AT_ONCE]
        with transaction.atomic():
            for someone in some:
                taking.person(someone)
        advance("personnes", start + len(some), total)
    for start in range(0, len(brought.texts), AT_ONCE):
        chosen = brought.texts[start : start + AT_ONCE]
        with transaction.atomic():
            for told in chosen:
                taking.text(told)
        advance("textes", len(brought.people) + start + len(chosen), total)
    return done


class _Taking:
    """An arrival while it comes in."""

    def __init__(self, done: Done, by: Worker, teams: Sequence[Group], now: datetime) -> None:
        self.done, self.by, self.teams, self.now = done, by, teams, now
        self.sort = done.arrival.sort
        self.dossiers: dict[str, Dossier] = {}
        self.closed: set[str] = set()
        self.namesakes: dict[str, list[Dossier]] = {}
        mine = Dossier.objects.filter(notebook__in=Notebook.objects.writable_by(by))
        for dossier in mine.select_related("person", "notebook"):
            for name in {_folded(dossier.person.civil_name), _folded(dossier.person.called)}:
                self.namesakes.setdefault(name, []).append(dossier)

    def _key(self, *parts: str) -> str:
        return digest("arrived", self.sort, *parts)

    def _last(self, key: str) -> Arrived | None:
        found = Arrived.objects.filter(key=key, arrival__undone_at=None)
        return found.select_related("dossier__notebook", "dossier__person").order_by("-pk").first()

    def _note(self, key: str, print: str, **made: object) -> None:  # noqa: A002 - as the column
        self.done.arrival.things.create(key=key, print=print, **made)

    def _may_write(self, notebook: int) -> bool:
        return Notebook.objects.writable_by(self.by).filter(pk=notebook).exists()

    def person(self, one: Someone) -> None:
        """Open the dossier of somebody, unless they came before."""
        key, words = self._key("person", one.key), _print(one)
        former = self._last(key)
        if former and not _is_named_alike(former.dossier, one):  # another house's number 12
            former = None
        dossier = former.dossier if former else self._same(one)
        is_opened = not dossier
        if is_opened:
            birth = one.birth if len(one.birth) <= MAX_BIRTH else ""
            names = {"called": one.called[:MAX_NAME], "civil_name": one.civil_name[:MAX_NAME]}
            dossier = open_dossier(by=self.by, birth=birth, teams=self.teams, **names)
            self.done.opened += 1
        elif former and not self._may_write(dossier.notebook_id):
            self.closed.add(one.key)
            self._say(one.called, "était déjà là, et vous n’y écrivez plus : rien n’est ajouté.")
            return
        elif former and former.print == words:
            self.done.known += 1
        elif former:
            self._say(one.called, "a changé depuis : ce qui est nouveau est ajouté à côté.")
        self.dossiers[one.key] = dossier
        if former and former.print == words:
            return
        self._note(key, words, dossier=dossier, is_opened=is_opened)
        self._around(self.dossiers[one.key], one)

    def _around(self, dossier: Dossier, one: Someone) -> None:
        """Note stays, people around, and in a writing all that has no place of its own."""
        facts = [*one.facts]
        for place, stay in enumerate(one.stays):
            told = {"service": stay.service[:MAX_NAME], "word": stay.word}
            if self._is_new(one.key, "stay", place, stay):
                days = {"from_on": stay.from_on, "until_on": stay.until_on}
                made = note_stay(by=self.by, dossier=dossier, **told, **days)
                self._note(self._key("stay", one.key, str(place)), _print(stay), stay=made)
            facts += _beyond((said("{accompagnement.Singulier}"), stay.service, MAX_NAME))
        for place, near in enumerate(one.around):
            if self._is_new(one.key, "relation", place, near):
                told = {"name": near.name[:MAX_NAME], "tie": near.tie[:MAX_TIE], "word": near.word}
                made = note_relation(by=self.by, notebook=dossier.notebook, **told)
                self._note(self._key("relation", one.key, str(place)), _print(near), relation=made)
            label = said("{entourage.Singulier}")
            facts += _beyond((label, near.name, MAX_NAME), (label, near.tie, MAX_TIE))
        facts += _beyond(
            ("Nom", one.called, MAX_NAME),
            ("Nom à l’état civil", one.civil_name, MAX_NAME),
            ("Naissance", one.birth, MAX_BIRTH),
        )
        text = "\n".join(f"{label} : {words}" if label else words for label, words in facts)
        if text:
            key = f"facts {one.key}"
            self.text(Told(key=key, of=(one.key,), text=text, heading=FROM_ELSEWHERE))

    def _is_new(self, key: str, what: str, place: int, value: object) -> bool:
        former = self._last(self._key(what, key, str(place)))
        return not former or former.print != _print(value)

    def text(self, one: Told) -> None:
        """Sign a text where it goes, unless it came before."""
        key, words = self._key("text", one.key), _print(replace(one, papers=()), *one.papers)
        former = self._last(key)
        if former and former.print == words:
            self.done.known += 1
            return
        if self.closed & {*one.of}:
            return
        who = [self.dossiers[key] for key in one.of if key in self.dossiers]
        notebook = who[0].notebook if who else self._heap()
        contents, papers = _contents(one), [*one.papers]
        while contents or papers:  # a text too long, or too many files, make several writings
            content = contents.pop(0) if contents else replace(_contents(one)[0], text="")
            writing = self._sign(notebook, content, papers[: attachments.MAX_JOINED])
            del papers[: attachments.MAX_JOINED]
            self._note(key, words, writing=writing)
            for other in who[1:]:
                if other.notebook_id != notebook.pk:
                    ties.tie(by=self.by, writing=writing, notebook=other.notebook)

    def _sign(
        self, notebook: Notebook, content: actions.Content, papers: Sequence[Paper]
    ) -> Writing:
        key = uuid.uuid4()
        for paper in papers:
            attachments.join(by=self.by, key=key, name=paper.name, pieces=paper.pieces())
        self.done.written += 1
        return actions.write(by=self.by, notebook=notebook, content=content, key=key, at=self.now)[
            0
        ]

    def _heap(self) -> Notebook:
        """Return where what is of nobody in particular waits."""
        mine = [team for team in self.teams if self.by.groups.filter(pk=team.pk).exists()]
        team = Team.objects.filter(pk=mine[0].pk).first() if mine else None
        return bricabrac(by=self.by, team=team)

    def _same(self, one: Someone) -> Dossier | None:
        """Return the dossier of who bears the same whole name, among those in which `by` writes,
        when there is one alone and nothing says otherwise; the report says so.
        """
        names = {_folded(name) for name in (one.civil_name, one.called) if " " in name.strip()}
        found = [dossier for name in names for dossier in self.namesakes.get(name, ())]
        if not found:
            return None
        born = read_birth(one.birth)
        same = [
            dossier
            for dossier in {one.pk: one for one in found}.values()
            if not born or not dossier.person.born_from or born[0] == dossier.person.born_from
        ]
        if len(same) == 1:
            told = said("rejoint {dossier.le} qui porte ce nom ; sinon, défaites et corrigez.")
            self._say(one.called, told)
            return same[0]
        self._say(one.called, said("porte un nom déjà connu : {dossier.un} de plus est ouvert."))
        return None

    def _say(self, where: str, words: str) -> None:
        self.done.lines.append(Line(where, Fate.TAKEN, words))


def _contents(one: Told) -> list[actions.Content]:
    """Return what to sign of a text: one content, or several when it is too long for one."""
    when = one.when
    is_instant = isinstance(when, datetime)
    if is_instant and timezone.is_aware(when):
        when = timezone.localtime(when)
    before = [("", one.moment, MAX_MOMENT), ("", one.heading, MAX_HEADING)]
    parts = [*(words for _, words in _beyond(*before)), one.text]
    if one.author:
        parts.append(f"Écrit par {one.author}")
    text = "\n\n".join(part for part in parts if part.strip())
    text = text or ("" if one.papers else "…")
    shared = {
        "heading": one.heading if len(one.heading) <= MAX_HEADING else "",
        "moment": one.moment if len(one.moment) <= MAX_MOMENT else "",
        "occurred_on": when.date() if is_instant else when,
        "occurred_time": when.time().replace(second=0, microsecond=0) if is_instant else None,
    }
    pieces = [text[start : start + MAX_TEXT] for start in range(0, len(text), MAX_TEXT)] or [""]
    return [actions.Content(text=piece.replace("\x00", "\ufffd"), **shared) for piece in pieces]


def _is_named_alike(dossier: Dossier, one: Someone) -> bool:
    """Tell whether somebody brought bears a part of the name of a dossier."""
    person = dossier.person
    held = _folded(f"{person.called} {person.civil_name}").split()
    return bool(set(held) & set(_folded(f"{one.called} {one.civil_name}").split()))


def _folded(name: str) -> str:
    """Return a name without case, accents, nor the order of its words."""
    return " ".join(sorted(fold(name).replace("-", " ").split()))


def _beyond(*told: tuple[str, str, int]) -> list[tuple[str, str]]:
    """Return what is too long for its place, whole."""
    return [(label, words) for label, words, most in told if len(words) > most]


def _print(*told: object) -> str:
    """Return a keyed print of values: the same words, the same print."""
    plain = [_plain(one) for one in told]
    return digest("arrived-words", json.dumps(plain, default=str, sort_keys=True))


def _plain(one: object) -> object:
    if not isinstance(one, Paper):
        return asdict(one)
    found = hashlib.sha256()
    for piece in one.pieces():
        found.update(piece)
    return [one.name, found.hexdigest()]


class Undone(Exception):
    """This arrival was undone already."""


@dataclass(frozen=True)
class Left:
    """What undoing left, since somebody has added to it: names of dossiers, and how many writings;
    and how many of each went.
    """

    dossiers: tuple[str, ...]
    writings: int
    gone_dossiers: int
    gone_writings: int


@transaction.atomic
def undo(*, by: Worker, arrival: Arrival, at: datetime | None = None) -> Left:
    """Take back what an arrival made and nobody touched since: dossiers in which nothing else is,
    writings that nobody corrected, answered or took up. The rest stays. Raises NotAllowed for
    another than who brought it, Undone.
    """
    if arrival.by_id != by.pk:
        raise NotAllowed
    if arrival.undone_at:
        raise Undone
    made = arrival.things.all()
    writings = set(made.exclude(writing=None).values_list("writing", flat=True))
    dossiers = Dossier.objects.filter(pk__in=made.filter(is_opened=True).values("dossier"))
    alone = [one for one in dossiers.select_related("person") if taking_back.is_bare(one, made)]
    gone = taking_back.take_back(alone, writings - taking_back.touched(writings))
    arrival.undone_at = (at or timezone.now()).replace(second=0, microsecond=0)
    arrival.save(update_fields=["undone_at"])
    kept = {one.pk for one in alone}
    return Left(
        tuple(str(one) for one in dossiers if one.pk not in kept),
        len(writings - gone),
        len(alone),
        len(writings & gone),
    )
