"""Who may read what, said again in plain sets, by somebody who never saw the code: no SQL, no ORM.

Workers, teams, notebooks and writings are numbers; `now` is in hours. Each act returns whether it
may be done, and does it.
"""

import copy
from dataclasses import dataclass, field

KEEP, WRITE, READ = "keep", "write", "read"
DOSSIER, COLLECTIVE, HEAP, CIRCLE = "dossier", "collective", "heap", "circle"
Who = tuple[str, int]  # ("worker", 3) or ("team", 1)


@dataclass
class Writing:
    """A writing: where it lives, whose it is, what it names; where it was filed from, by whom."""

    home: int
    author: int
    names: int | None
    filed: tuple[int, int, float] | None = None  # (from which heap, by whom, when)


@dataclass
class Model:
    """The house, in plain sets."""

    here: set[int]
    administrators: set[int]
    teams: dict[int, set[int]]
    kinds: dict[int, str] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)
    around: dict[int, int] = field(default_factory=dict)
    grants: dict[tuple[int, Who], tuple[str, float | None]] = field(default_factory=dict)
    writings: dict[int, Writing] = field(default_factory=dict)
    ties: dict[tuple[int, int], bool] = field(default_factory=dict)  # whether by hand
    now: float = 0

    # What one may do.

    def accompanies(self, worker: int) -> bool:
        return worker in self.here and worker not in self.administrators

    def levels(self, worker: int, notebook: int) -> set[str]:
        found = set()
        if not self.accompanies(worker):
            return found
        for (where, (sort, pk)), (level, until) in self.grants.items():
            is_theirs = pk == worker if sort == "worker" else worker in self.teams[pk]
            if where == notebook and is_theirs and (until is None or until > self.now):
                found.add(level)
        return found

    def keeps(self, worker: int, notebook: int) -> bool:
        return KEEP in self.levels(worker, notebook)

    def writes(self, worker: int, notebook: int) -> bool:
        return bool(self.levels(worker, notebook) & {KEEP, WRITE})

    def reads(self, worker: int, notebook: int) -> bool:
        return bool(self.levels(worker, notebook))

    def is_kept(self, notebook: int) -> bool:
        return any(self.keeps(one, notebook) for one in self.here)

    def timeline(self, worker: int, notebook: int) -> set[int]:
        own = {pk for pk, one in self.writings.items() if one.home == notebook}
        tied = {pk for pk, where in self.ties if where == notebook}
        return own | {pk for pk in tied if self.reads(worker, self.writings[pk].home)}

    def may_name(self, worker: int, notebook: int) -> bool:
        return self.kinds[notebook] not in {HEAP, CIRCLE} and self.reads(worker, notebook)

    # What one does.

    def _tried(self, changed: "Model", is_right: bool) -> bool:
        if is_right:
            self.__dict__.update(changed.__dict__)
        return is_right

    def open(self, by: int, notebook: int, kind: str) -> None:
        self.kinds[notebook] = kind
        self.grants[notebook, ("worker", by)] = (KEEP, None)

    def open_heap(self, by: int, notebook: int) -> None:
        self.open(by, notebook, HEAP)
        self.owners[notebook] = by

    def grant(self, by: int, notebook: int, who: Who, level: str, until: float | None) -> bool:
        if not self.keeps(by, notebook) or (level == KEEP and until is not None):
            return False
        if who[0] == "worker" and not self.accompanies(who[1]):
            return False
        after = copy.deepcopy(self)
        after.grants[notebook, who] = (level, until)
        return self._tried(after, after.is_kept(notebook))

    def withdraw(self, by: int, notebook: int, who: Who) -> bool:
        if not self.keeps(by, notebook):
            return False
        after = copy.deepcopy(self)
        after.grants.pop((notebook, who), None)
        return self._tried(after, after.is_kept(notebook))

    def hand_over(self, by: int, notebook: int, to: int) -> bool:
        if not (self.keeps(by, notebook) and self.accompanies(to)):
            return False
        if by != to:
            self.grants.pop((notebook, ("worker", by)), None)
        self.grants[notebook, ("worker", to)] = (KEEP, None)
        return True

    def join(self, by: int, worker: int, team: int) -> bool:
        inside = {one for one in self.teams[team] if self.accompanies(one)}
        opened = {where for where, who in self.grants if who == ("team", team)}
        keeps_all = all(self.keeps(by, one) for one in opened)  # an empty team, theirs already
        may = by in inside or (not inside and self.accompanies(by) and keeps_all)
        if not (may and self.accompanies(worker)):
            return False
        self.teams[team].add(worker)
        return True

    def leave_team(self, by: int, worker: int, team: int) -> bool:
        is_in = by in self.teams[team] and by in self.here
        if not (is_in or by == worker):
            return False
        kept = {
            one for one in self.kinds if self.keeps(worker, one) and self.owners.get(one) != worker
        }
        after = copy.deepcopy(self)
        after.teams[team].discard(worker)
        return self._tried(after, all(after.is_kept(one) for one in kept))

    def leave_house(self, worker: int, successor: int | None) -> bool:
        if worker not in self.here or self.administrators & self.here == {worker}:
            return False
        if successor is not None and (successor == worker or not self.accompanies(successor)):
            return False
        kept = [
            one for one in self.kinds if self.keeps(worker, one) and self.owners.get(one) != worker
        ]
        after = copy.deepcopy(self)
        after.here.discard(worker)
        for members in after.teams.values():
            members.discard(worker)
        for where, who in list(after.grants):
            if who == ("worker", worker) and after.owners.get(where) != worker:
                del after.grants[where, who]
        for one in sorted(kept):
            if after.is_kept(one) or (after.kinds[one] == CIRCLE and after.raise_those_of(one)):
                continue
            if successor is None:
                return False
            after.grants[one, ("worker", successor)] = (KEEP, None)
        return self._tried(after, True)

    def raise_those_of(self, notebook: int) -> bool:
        for level in (WRITE, READ):
            found = [
                (where, who)
                for (where, who), told in self.grants.items()
                if where == notebook and told == (level, None) and self.is_somebody(who)
            ]
            for one in found:
                self.grants[one] = (KEEP, None)
            if found:
                return True
        return False

    def is_somebody(self, who: Who) -> bool:
        those = {who[1]} if who[0] == "worker" else self.teams[who[1]]
        return any(self.accompanies(one) for one in those)

    def urgent(self, by: int, notebook: int) -> bool:
        if not self.accompanies(by) or not any(by in those for those in self.teams.values()):
            return False
        if not self.reads(by, notebook):
            self.grants[notebook, ("worker", by)] = (READ, self.now + 24)
        return True

    def may_circle(self, by: int, around: int, to: list[Who]) -> bool:
        right = all(self.accompanies(pk) for sort, pk in to if sort == "worker")
        return right and self.keeps(by, around) and self.kinds[around] in {DOSSIER, COLLECTIVE}

    def open_circle(self, by: int, circle: int, around: int, to: list[Who], level: str) -> None:
        self.open(by, circle, CIRCLE)
        self.around[circle] = around
        for who in to:
            if who != ("worker", by):
                self.grants[circle, who] = (level, None)

    # Writings.

    def write(self, by: int, pk: int, home: int, names: int | None) -> None:
        self.writings[pk] = Writing(home, by, names)
        if home in self.around:
            self.ties[pk, self.around[home]] = True
        self._name(by, pk)

    def _name(self, by: int, pk: int) -> None:
        one = self.writings[pk]
        if one.names is not None and one.names != one.home and self.may_name(by, one.names):
            self.ties.setdefault((pk, one.names), False)

    def may_correct(self, by: int, pk: int) -> bool:
        one = self.writings[pk]
        return one.author == by and self.writes(by, one.home)

    def correct(self, by: int, pk: int, names: int | None) -> None:
        self.writings[pk].names = names
        for tie in [tie for tie, by_hand in self.ties.items() if tie[0] == pk and not by_hand]:
            del self.ties[tie]
        self._name(by, pk)

    def may_tie(self, by: int, pk: int, notebook: int) -> bool:
        home = self.writings[pk].home
        reads = self.reads(by, home) and self.may_name(by, notebook)
        is_free = notebook not in {home, self.around.get(home)}
        return reads and is_free and (self.writes(by, home) or self.writes(by, notebook))

    def tie(self, by: int, pk: int, notebook: int) -> bool:
        if not self.may_tie(by, pk, notebook):
            return False
        self.ties[pk, notebook] = True
        return True

    def untie(self, by: int, pk: int, notebook: int) -> bool:
        if not self.may_tie(by, pk, notebook):
            return False
        if self.ties.get((pk, notebook)):
            if self.writings[pk].names == notebook:
                self.ties[pk, notebook] = False
            else:
                del self.ties[pk, notebook]
        return True

    def file(self, by: int, pk: int, notebook: int) -> bool:
        one = self.writings[pk]
        may = self.writes(by, one.home) and self.writes(by, notebook)
        if not may or self.kinds[one.home] != HEAP or notebook == one.home:
            return False
        one.filed, one.home = (one.home, by, self.now), notebook
        self.ties.pop((pk, notebook), None)
        if notebook in self.around:
            self.ties[pk, self.around[notebook]] = True
        return True

    def put_back(self, by: int, pk: int) -> bool:
        one = self.writings[pk]
        if not one.filed or self.kinds[one.home] == HEAP:
            return False
        heap, filer, at = one.filed
        may = self.writes(by, one.home) and self.writes(by, heap)
        if not may or by not in {one.author, filer} or at <= self.now - 24:
            return False
        former = self.around.get(one.home, one.home)
        self.ties.pop((pk, former), None)
        one.filed, one.home = (one.home, by, self.now), heap
        if one.names == former and self.may_name(one.author, former):
            self.ties[pk, former] = False
        return True
