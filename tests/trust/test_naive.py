"""What each sees, after any sequence of acts, is what a model in plain sets says it is."""

import copy
import os
import random
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from unittest import mock

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.accounts.people import LastOne
from dossier.collectives.actions import open_collective
from dossier.establishment.models import Worker
from dossier.notebooks import actions, bricabrac, circles, models, sharing, ties, timeline
from dossier.notebooks.models import KEEP, READ, WRITE, WRITERS, Notebook, Writing
from dossier.notebooks.timeline import Choice, Seen, read, read_all
from dossier.persons.actions import open_dossier
from dossier.trust.leaving import leave
from dossier.trust.urgent import open_at_once
from tests.conftest import make_team
from tests.trust import naive

EVER = "1970-01-01"
EXAMPLES = int(os.environ.get("DOSSIER_EXAMPLES", "15"))
NAMES = ("Alba", "Brune", "Les cuisines")
WAYS = ((20, 1_000), (0, 1_000), (0, 1))  # how a page of all that one reads is asked for
LEVELS = {naive.KEEP: KEEP, naive.WRITE: WRITE, naive.READ: READ}
REFUSED = (
    LastOne,
    actions.NotAllowed,
    actions.NoKeeperLeft,
    bricabrac.NotAFragment,
    sharing.AlreadyThere,
    ValueError,
)
ACTS = (
    "grant", "grant", "withdraw", "hand_over", "join", "leave_team", "leave_house", "urgent",
    "circle", "circle", "write", "write", "write", "correct", "tie", "untie", "file", "file",
    "put_back", "clock",
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.tuples(*[st.integers(0, 10_000)] * 4)), max_size=24
)


BROKEN = {
    "circles.tie": (circles, "tie", lambda writing: None),
    "granted_to": (models, "granted_to", lambda worker, among=(): [worker.pk, EVER, *among] * 2),
    "must_be_kept": (sharing, "must_be_kept", lambda notebook: None),
}


class House:
    """The real house, and the model beside it: each act is done in both."""

    def __init__(self) -> None:
        self.start = timezone.now()
        self.workers = Worker.objects.bulk_create(
            Worker(login=f"w{n}", name=f"Pro {n}", is_administrator=n == 4) for n in range(5)
        )
        self.teams = [make_team(name) for name in ("Jour", "Nuit")]
        for team, those in zip(self.teams, ((0, 1), (2,)), strict=True):
            team.workers.add(*(self.workers[n] for n in those))
        pks = [one.pk for one in self.workers]
        self.model = naive.Model(
            here=set(pks),
            administrators={pks[4]},
            teams={self.teams[0].pk: set(pks[:2]), self.teams[1].pk: {pks[2]}},
        )
        for by, name in zip((0, 2), NAMES, strict=False):
            one = open_dossier(by=self.workers[by], called=name).notebook
            self.model.open(pks[by], one.pk, naive.DOSSIER)
        one = open_collective(by=self.workers[1], name=NAMES[2]).notebook
        self.model.open(pks[1], one.pk, naive.COLLECTIVE)
        self.named = sorted(self.model.kinds)
        for by in (0, 2):
            heap = bricabrac.bricabrac(by=self.workers[by])
            self.model.open_heap(pks[by], heap.pk)
        heap = bricabrac.bricabrac(by=self.workers[0], team=self.teams[0])
        self.model.kinds[heap.pk] = naive.HEAP
        self.seen: Counter[tuple[str, bool]] = Counter()
        self.model.grants[heap.pk, ("team", self.teams[0].pk)] = (naive.KEEP, None)

    # What a step's numbers choose.

    def worker(self, n: int, may: Callable[[int], bool] | None = None) -> Worker:
        """Return any worker; three times out of four, one of those who `may`, if there are."""
        pks = [one.pk for one in self.workers]
        those = [pk for pk in pks if may(pk)] if may and n % 4 else []
        return Worker.objects.get(pk=(those or pks)[n // 4 % len(those or pks)])

    def who_keeps(self, n: int, notebook: Notebook) -> Worker:
        return self.worker(n, lambda pk: self.model.keeps(pk, notebook.pk))

    def who_writes(self, n: int, *places: int) -> Worker:
        return self.worker(n, lambda pk: all(self.model.writes(pk, one) for one in places))

    def notebook(self, n: int, kind: str = "") -> Notebook:
        """Return any notebook; three times out of four, one of `kind`, if there is."""
        pks = sorted(self.model.kinds)
        if kind and n % 4:
            pks = [pk for pk in pks if self.model.kinds[pk] == kind] or pks
        return Notebook.objects.get(pk=pks[n % len(pks)])

    def writing(self, n: int, kind: str = "") -> Writing | None:
        """Return any writing; three times out of four, one that lives in a notebook of `kind`."""
        pks = sorted(self.model.writings)
        if kind and n % 4:
            told = self.model
            pks = [pk for pk in pks if told.kinds[told.writings[pk].home] == kind] or pks
        return Writing.objects.get(pk=pks[n % len(pks)]) if pks else None

    def whom(self, n: int) -> tuple[Worker | Group, naive.Who]:
        if n % 3 == 0:
            team = Group.objects.get(pk=self.teams[n % 2].pk)
            return team, ("team", team.pk)
        one = self.worker(n)
        return one, ("worker", one.pk)

    def until(self, n: int) -> tuple[float | None, object]:
        hours = (None, None, 5.0, 30.0)[n % 4]
        if hours is None:
            return None, None
        at = self.model.now + hours
        return at, self.start + timedelta(hours=at)

    # Acts.

    def tried(self, name: str, is_right: bool, act) -> None:
        """Do an act; it is refused when, and only when, the model says so."""
        done = True
        try:
            with transaction.atomic():
                act()
        except REFUSED:
            done = False
        assert (name, done) == (name, is_right)
        self.seen[name, done] += 1

    def grant(self, a, b, c, d) -> None:
        notebook, (to, who) = self.notebook(b), self.whom(c)
        by = self.who_keeps(a, notebook)
        level = (naive.READ, naive.WRITE, naive.KEEP)[d % 3]
        hours, until = self.until(d // 3)
        right = self.model.grant(by.pk, notebook.pk, who, level, hours)
        given_ = {"to": to, "level": LEVELS[level], "until": until}
        self.tried("grant", right, lambda: actions.grant(by=by, notebook=notebook, **given_))

    def withdraw(self, a, b, c, d) -> None:
        notebook, (to, who) = self.notebook(b), self.whom(c)
        by = self.who_keeps(a, notebook)
        right = self.model.withdraw(by.pk, notebook.pk, who)
        self.tried("withdraw", right, lambda: sharing.withdraw(by=by, notebook=notebook, who=to))

    def hand_over(self, a, b, c, d) -> None:
        notebook, to = self.notebook(b), self.worker(c)
        by = self.who_keeps(a, notebook)
        right = self.model.hand_over(by.pk, notebook.pk, to.pk)
        self.tried("hand_over", right, lambda: sharing.hand_over(by=by, notebook=notebook, to=to))

    def join(self, a, b, c, d) -> None:
        by, worker, team = self.worker(a), self.worker(b), self.teams[c % 2]
        right = self.model.join(by.pk, worker.pk, team.pk)
        self.tried("join", right, lambda: sharing.join_team(by=by, worker=worker, team=team))

    def leave_team(self, a, b, c, d) -> None:
        by, worker, team = self.worker(a), self.worker(b), self.teams[c % 2]
        right = self.model.leave_team(by.pk, worker.pk, team.pk)
        self.tried("leave_team", right, lambda: sharing.leave_team(by=by, worker=worker, team=team))

    def leave_house(self, a, b, c, d) -> None:
        worker, to = self.worker(a), self.worker(b) if c % 3 else None
        right = self.model.leave_house(worker.pk, to.pk if to else None)
        self.tried("leave_house", right, lambda: leave(by=worker, worker=worker, successor=to))

    def urgent(self, a, b, c, d) -> None:
        by, place = self.worker(a), b % 2
        right = self.model.urgent(by.pk, self.named[place])
        said = {"name": NAMES[place].upper(), "reason": "les pompiers sont là"}
        self.tried("urgent", right, lambda: open_at_once(by=by, **said))

    def circle(self, a, b, c, d) -> None:
        around, (to, who) = self.notebook(b), self.whom(c)
        by = self.who_keeps(a, around)
        level = (naive.READ, naive.WRITE)[d % 2]
        right = self.model.may_circle(by.pk, around.pk, [who])
        name = f"Cercle {len(self.model.kinds)}"

        def act() -> None:
            circle = sharing.open_circle(
                by=by, around=around, name=name, to=[to], level=LEVELS[level]
            )
            self.model.open_circle(by.pk, circle.pk, around.pk, [who], level)

        self.tried("circle", right, act)

    def _text(self, n: int) -> tuple[int | None, str]:
        place = n % 4
        return (self.named[place], f"Avec @{NAMES[place]}, {n}.") if place < 3 else (None, f"{n}.")

    def write(self, a, b, c, d) -> None:
        notebook, (names, text) = self.notebook(b), self._text(c)
        by = self.who_writes(a, notebook.pk)
        right = self.model.writes(by.pk, notebook.pk)

        def act() -> None:
            content = actions.Content(text=text)
            one, _ = actions.write(by=by, notebook=notebook, content=content)
            self.model.write(by.pk, one.pk, notebook.pk, names)

        self.tried("write", right, act)

    def correct(self, a, b, c, d) -> None:
        if not (one := self.writing(a)):
            return
        by, (names, text) = one.author if b % 2 else self.worker(b), self._text(c)
        right = self.model.may_correct(by.pk, one.pk)
        content = actions.Content(text=text)

        def act() -> None:
            actions.correct(by=by, writing=one, version=one.version, content=content)
            if text != one.text:
                self.model.correct(by.pk, one.pk, names)

        self.tried("correct", right, act)

    def tie(self, a, b, c, d) -> None:
        if one := self.writing(a):
            place = self.notebook(c)
            by = self.who_writes(b, one.notebook_id, place.pk)
            right = self.model.tie(by.pk, one.pk, place.pk)
            self.tried("tie", right, lambda: ties.tie(by=by, writing=one, notebook=place))

    def untie(self, a, b, c, d) -> None:
        if one := self.writing(a):
            place = self.notebook(c)
            by = self.who_writes(b, one.notebook_id, place.pk)
            right = self.model.untie(by.pk, one.pk, place.pk)
            self.tried("untie", right, lambda: ties.untie(by=by, writing=one, notebook=place))

    def file(self, a, b, c, d) -> None:
        if one := self.writing(a, naive.HEAP):
            place = self.notebook(c, naive.CIRCLE)
            by = self.who_writes(b, one.notebook_id, place.pk)
            right = self.model.file(by.pk, one.pk, place.pk)
            self.tried(
                "file", right, lambda: bricabrac.file_away(by=by, writing=one, notebook=place)
            )

    def put_back(self, a, b, c, d) -> None:
        told = self.model.writings
        lately = [pk for pk in sorted(told) if told[pk].filed][-3:]
        one = self.writing(a, naive.CIRCLE)
        if lately and a % 4:
            one = Writing.objects.get(pk=lately[a % len(lately)])
        if one:
            filed = told[one.pk].filed
            filer = Worker.objects.get(pk=filed[1]) if filed else one.author
            by = (filer, one.author, self.worker(b))[b % 3]
            right = self.model.put_back(by.pk, one.pk)
            self.tried("put_back", right, lambda: bricabrac.put_back(by=by, writing=one))

    def clock(self, a, b, c, d) -> None:
        self.model.now += (1, 3, 7, 26)[a % 4]

    # What each sees.

    def check(self, turn: int) -> None:
        """Compare what each sees; the timelines of two workers at each turn."""
        model = self.model
        for place, one in enumerate(Worker.objects.order_by("pk")):
            for sort, may in (
                ("visible_to", model.reads), ("writable_by", model.writes), ("kept_by", model.keeps)
            ):  # fmt: skip
                rows = getattr(Notebook.objects, sort)(one).values_list("pk", flat=True)
                assert set(rows) == {pk for pk in model.kinds if may(one.pk, pk)}, (sort, one)
            rows = Writing.objects.visible_to(one).values_list("pk", flat=True)
            seen = {pk for pk, told in model.writings.items() if model.reads(one.pk, told.home)}
            assert set(rows) == seen
            few, many = WAYS[turn % len(WAYS)]
            with mock.patch.multiple(timeline, FEW=few, MANY=many):
                found = read_all(by=one, choice=Choice(), size=1_000).writings
            assert {line.pk for line in found} == seen, (few, many)
            shown = Seen(one)
            read_by_it = {pk for pk in model.kinds if model.reads(one.pk, pk)}
            assert shown.among(list(model.kinds)) == read_by_it
            assert set(shown.first(10**6)) == read_by_it
            for pk in model.kinds if (place - turn) % 5 < 2 else ():
                assert (shown.notebook(pk) is not None) == (pk in read_by_it)
                levels = shown.levels(Notebook(pk=pk))
                assert (KEEP in levels) == model.keeps(one.pk, pk)
                assert (not levels.isdisjoint(WRITERS)) == model.writes(one.pk, pk)
            for pk in read_by_it if (place - turn) % 5 < 2 else ():
                found = read(shown.notebook(pk), seen=shown, size=100).writings
                assert {line.pk for line in found} == model.timeline(one.pk, pk)
        assert not Notebook.objects.filter(owner=None).unkept().exists()


def lived(house: House, steps, *, checked: bool = True) -> None:
    """Do the steps, each followed by what each sees."""
    for turn, (act, numbers) in enumerate(steps):
        getattr(house, act)(*numbers)
        if checked:
            house.check(turn)


@pytest.fixture
def house(db, monkeypatch) -> House:
    """Return a house whose clock is the model's."""
    made = House()
    now = lambda: made.start + timedelta(hours=made.model.now)  # noqa: E731
    monkeypatch.setattr(timezone, "now", now)
    return made


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_what_each_sees_is_what_the_model_says(house, steps):
    kept = copy.deepcopy(house.model)
    with transaction.atomic():
        house.check(0)
        lived(house, steps)
        transaction.set_rollback(True)
    house.model = kept


def test_each_act_is_done_and_refused_in_such_sequences(house):
    chance = random.Random(21)
    steps = [
        (chance.choice(ACTS), tuple(chance.randrange(10_000) for _ in range(4))) for _ in range(600)
    ]
    calm = [step for step in steps if step[0] != "leave_house"]
    lived(house, [*calm, *(step for step in steps if step[0] == "leave_house")], checked=False)
    house.check(0)
    assert {name for name, done in house.seen if done} == set(ACTS) - {"clock"}
    assert {name for name, done in house.seen if not done} == set(ACTS) - {"clock"}


@pytest.mark.parametrize("forgotten", ["circles.tie", "granted_to", "must_be_kept"])
def test_a_house_that_forgets_a_rule_is_found_out(house, monkeypatch, forgotten):
    """The control: what the model says is not what such a house does."""
    monkeypatch.setattr(*BROKEN[forgotten])
    chance = random.Random(7)
    with pytest.raises((AssertionError, IntegrityError)):
        lived(
            house,
            (
                (chance.choice(ACTS), tuple(chance.randrange(10_000) for _ in range(4)))
                for _ in range(300)
            ),
        )
