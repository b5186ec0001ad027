"""Moves: small changes of counts that leave all their sums true, found cheapest first."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping

Sum = Mapping[str, int]
Move = Mapping[str, int]
ENOUGH = 1_500  # looks, for one move


class Moves:
    """The sums of a table, and what may change together in it."""

    def __init__(self, counts: Mapping[str, int], sums: tuple[Sum, ...]) -> None:
        self.ways = sums
        self.sums = [tuple(told.items()) for told in sums]
        self.of: dict[str, list[int]] = defaultdict(list)
        for place, told in enumerate(self.sums):
            for name, _ in told:
                self.of[name].append(place)
        self._reached: dict[str, set[str]] = {}

    def reach(self, name: str) -> set[str]:
        """Return all that is tied to `name` by sums, from one to another, with itself."""
        if name not in self._reached:
            found, waiting = {name}, [name]
            while waiting:
                for place in self.of.get(waiting.pop(), ()):
                    for cell, _ in self.sums[place]:
                        if cell not in found:
                            found.add(cell)
                            waiting.append(cell)
            for cell in found:
                self._reached[cell] = found
        return self._reached[name]

    def cheapest(
        self,
        name: str,
        way: int,
        counts: Mapping[str, int],
        price: Callable[[str], int | None],
        told: Mapping[str, tuple[int, int]],
    ) -> Move | None:
        """Return a cheap change where `name` goes one up or down (`way` 1 or -1) and only cells
        that have a `price` change, once each, none below 0, those `told` within their bounds
        (first, last); None when none was found in ENOUGH looks.

        What is looked at first is what costs least, with the least that its false sums would still
        cost; of two, what is nearer its end.
        """

        def may(cell: str, change: int) -> bool:
            low, high = told.get(cell, (0, None))
            after = counts[cell] + change
            return after >= low and (high is None or after <= high) and price(cell) is not None

        if not may(name, way):
            return None
        first = ((name, way),)
        heap: list[tuple] = [(0, 0, 0, 0, first, self._false({}, name, way))]
        seen: set[frozenset] = set()
        entered = 0
        for _ in range(ENOUGH):
            if not heap:
                return None
            *_, cost, pairs, false = heapq.heappop(heap)
            move = dict(pairs)
            if not false:
                return move
            place, off = next(iter(false.items()))
            for cell, change in self._mends(place, off, move):
                if not may(cell, change):
                    continue
                more = (*pairs, (cell, change))
                if (mark := frozenset(more)) in seen:
                    continue
                seen.add(mark)
                spent, left = cost + price(cell), self._false(false, cell, change)
                if (least := self._least(left, dict(more), may, price)) is None:
                    continue
                entered += 1
                heapq.heappush(heap, (spent + least, -len(more), entered, spent, more, left))
        return None

    def _false(self, false: Mapping[int, int], cell: str, change: int) -> dict[int, int]:
        """Return by how much sums are off once one more cell changes, but those that are true."""
        found = dict(false)
        for place in self.of.get(cell, ()):
            found[place] = found.get(place, 0) + change * self.ways[place][cell]
            if not found[place]:
                del found[place]
        return found

    def _mends(self, place: int, off: int, move: Move) -> list[tuple[str, int]]:
        """Return the changes of one more cell that each make a sum true again."""
        return [(cell, -off * way) for cell, way in self.sums[place] if cell not in move]

    def _least(
        self,
        false: Mapping[int, int],
        move: Move,
        may: Callable[[str, int], bool],
        price: Callable[[str], int | None],
    ) -> int | None:
        """Return what it costs at least to mend each false sum by itself; None when one cannot."""
        least = 0
        for place, off in false.items():
            costs = [price(cell) for cell, way in self._mends(place, off, move) if may(cell, way)]
            if not costs:
                return None
            least += min(costs)
        return least
