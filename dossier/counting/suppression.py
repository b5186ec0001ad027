"""Hiding small counts so that nobody finds them back by subtraction: pure, the same each time.

What leaves is one `Table`: counts tied by sums that everybody may work out. `suppress` says which
are not shown, with one mark for all: the small ones and those that would give them away alike.

What is guaranteed, to whoever has everything that is shown, knows all the sums, which cells cannot
be but empty, and that counts are whole and not negative:

1. each hidden cell may be of two values at least; and even for who is told which of the hidden ones
   are small (1 to 4), wherever hiding can do it (four parts of a 4 are one each for who is told
   that all are small, whatever is hidden: the one mark does not tell it);
2. each small cell may be five or more as well, for who is not told which are small: nothing that is
   shown singles it out.

It is shown by witnesses: other tables that agree with all that is shown (`moves`). One that is not
found in time counts as one there is not, and more is hidden.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.counting.moves import Move, Moves, Sum

SMALL = 5  # below, a count of persons may tell who
TOLD, UNTOLD, FIVE = "told", "untold", "five"  # what a witness shows
A_CELL, FOR_A_TOTAL, FOR_NOTHING = 1_000, 400, 600
HEAVIEST = 300


def is_small(count: int) -> bool:
    """Whether so few may be recognised: one to four; none is nobody."""
    return 0 < count < SMALL


@dataclass(frozen=True)
class Table:
    """Counts by name, the sums that tie them ({name: 1 or -1}: together they make 0), the names of
    those that cannot be but empty (`zeros`), and of those that were `shown` or `hidden` before
    (the year before), which stay so. `totals` are those one would miss most.
    """

    counts: Mapping[str, int]
    sums: tuple[Sum, ...] = ()
    zeros: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    hidden: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if any(count < 0 for count in self.counts.values()):
            raise ValueError("a count is not negative")
        if any(self.counts[name] for name in self.zeros):
            raise ValueError("what cannot be but empty is counted")
        for told in self.sums:
            if sum(self.counts[name] * way for name, way in told.items()):
                raise ValueError(f"what does not add up: {', '.join(told)}")

    @cached_property
    def small(self) -> frozenset[str]:
        """The cells that are not shown whatever the others are."""
        small = {name for name, count in self.counts.items() if is_small(count)}
        return frozenset((small | self.hidden) - self.shown - self.zeros)


def total(name: str, parts: Iterable[str]) -> Sum:
    """Return the sum that says: `name` is all of `parts` together."""
    return {name: -1} | dict.fromkeys(parts, 1)


def grid(rows: list[list[int]], zeros: Iterable[tuple[int, int]] = ()) -> Table:
    """Return the table of two dimensions whose inner cells are `rows`, with its margins and total:
    "r1c2" is the second of the first row, "r1" its margin, "c2" that of the column, "all" the
    total. `zeros` are (row, column) from 1.
    """
    across = range(1, len(rows[0]) + 1)
    down = range(1, len(rows) + 1)
    counts = {f"r{y}c{x}": rows[y - 1][x - 1] for y in down for x in across}
    counts |= {f"r{y}": sum(rows[y - 1]) for y in down}
    counts |= {f"c{x}": sum(row[x - 1] for row in rows) for x in across}
    counts["all"] = sum(map(sum, rows))
    sums = [total(f"r{y}", [f"r{y}c{x}" for x in across]) for y in down]
    sums += [total(f"c{x}", [f"r{y}c{x}" for y in down]) for x in across]
    sums += [total("all", [f"r{y}" for y in down]), total("all", [f"c{x}" for x in across])]
    totals = {f"r{y}" for y in down} | {f"c{x}" for x in across} | {"all"}
    cannot = frozenset(f"r{y}c{x}" for y, x in zeros)
    return Table(counts, tuple(sums), cannot, frozenset(totals))


def suppress(table: Table) -> frozenset[str]:
    """Return the names of the cells of `table` that are not shown."""
    return _Protection(table).run()


class _Protection:
    """What is hidden of a table, until each hidden cell is protected."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.hidden = set(table.small)
        self.moves = Moves(table.counts, table.sums)
        fixed = table.zeros | table.shown
        self.free = {name for name in table.counts if name not in fixed}
        self.known: dict[tuple[str, str], set[str]] = {}
        self.beyond: dict[str, bool] = {}
        self.prices = {name: self.price(name) for name in table.counts}
        self.told = {name: (1, SMALL - 1) for name in table.small if is_small(table.counts[name])}

    def run(self) -> frozenset[str]:
        """Hide until all is protected, then show again what was hidden for nothing."""
        changed = True
        while changed:
            changed = False
            for name in sorted(self.hidden):
                if not self.is_protected(name):
                    changed |= self.hide_for(name)
        for name in sorted(self.hidden - self.table.small, key=self.prices.get, reverse=True):
            self.hidden.discard(name)
            if not all(map(self.is_protected, self._near(name))):
                self.hidden.add(name)
        return frozenset(self.hidden)

    def is_protected(self, name: str) -> bool:
        """Whether a hidden cell is guarded as the module says, by what is hidden now."""
        return all(self._meets(name, need) for need in self._needs(name))

    def _meets(self, name: str, need: str) -> bool:
        if self.known.get((name, need), self.table.counts.keys()) <= self.hidden:
            return True  # what was found before still holds
        found = self._witness(name, need, self.hidden)
        if found is not None:
            self.known[name, need] = found
            return True
        if need == TOLD:
            return self._is_beyond(name)
        return self._reach(name) <= self.hidden

    def _is_beyond(self, name: str) -> bool:
        """Whether nothing that could be hidden would guard `name` from who is told."""
        if name not in self.beyond:
            self.beyond[name] = self._witness(name, TOLD, self.free) is None
        return self.beyond[name]

    def _needs(self, name: str) -> Iterator[str]:
        yield TOLD
        yield UNTOLD
        if is_small(self.table.counts[name]):
            yield FIVE

    def hide_for(self, name: str) -> bool:
        """Hide the least that protects `name`; all that its sums reach when nothing less does.
        Returns whether anything was hidden.
        """
        before = len(self.hidden)
        for need in self._needs(name):
            found = self._witness(name, need, self.free)
            if found is not None:
                self.hidden |= found
                self.known[name, need] = found
            elif need != TOLD:
                self.hidden |= self._reach(name)
        return len(self.hidden) > before

    def _witness(self, name: str, need: str, usable: set[str]) -> set[str] | None:
        """Return the cells that another table changes, of `usable` alone, where `name` is another
        number, or FIVE; None when no such table is found.
        """
        if need != FIVE:
            told = self.told if need == TOLD else {}
            for way in (1, -1):
                move = self._step(name, way, self.table.counts, usable, told)
                if move:
                    return set(move)
            return None
        counts, touched = dict(self.table.counts), set()
        while counts[name] < SMALL:
            move = self._step(name, 1, counts, usable, {}, touched)
            if move is None:
                return None
            touched |= set(move)
            for cell, change in move.items():
                counts[cell] += change
        return touched

    def _step(
        self,
        name: str,
        way: int,
        counts: Mapping[str, int],
        usable: set[str],
        told: Mapping[str, tuple[int, int]],
        touched: Collection[str] = (),
    ) -> Move | None:
        def price(cell: str) -> int | None:
            if cell not in usable:
                return None
            return 0 if cell in self.hidden or cell in touched else self.prices[cell]

        return self.moves.cheapest(name, way, counts, price, told)

    def price(self, name: str) -> int:
        """What is lost when a cell is hidden: one more, more for a total, for nobody, for many."""
        count = self.table.counts[name]
        more = FOR_A_TOTAL if name in self.table.totals else 0
        return A_CELL + more + (FOR_NOTHING if not count else min(count, HEAVIEST))

    def _reach(self, name: str) -> set[str]:
        """Return all that the sums tie to `name`, but what is known anyway."""
        return {cell for cell in self.moves.reach(name) if cell in self.free}

    def _near(self, name: str) -> list[str]:
        """Return the hidden cells that `name` may guard."""
        return sorted(self.moves.reach(name) & self.hidden)
