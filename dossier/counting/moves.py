"""Moves: small changes of counts that leave all their sums true, found cheapest first."""

import heapq
from collections import defaultdict
from collections.abc import Mapping

Sum = Mapping[str, int]
Move = Mapping[str, int]
ENOUGH = 1_500  # looks, for one move


class Moves:
    """The sums of a table, and what may change together in it."""

    def __init__(self, counts: Mapping[str, int], sums: tuple[Sum, ...]) -> None:
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
        prices: Mapping[str, int],
        told: Mapping[str, tuple[int, int]],
    ) -> Move | None:
        """Return the cheapest change where `name` goes one up or down (`way` 1 or -1) and only
        cells that have a price change, once each, none below 0, those `told` within their bounds
        (first, last); None when none was found in ENOUGH looks.
        """

        def may(cell: str, change: int) -> bool:
            low, high = told.get(cell, (0, None))
            after = counts[cell] + change
            return after >= low and (high is None or after <= high)

        if name not in prices or not may(name, way):
            return None
        heap = [(prices[name], 1, 0, ((name, way),))]
        seen: set[frozenset] = set()
        for look in range(ENOUGH):
            if not heap:
                return None
            cost, _, _, pairs = heapq.heappop(heap)
            move = dict(pairs)
            place = self._broken(move)
            if place is None:
                return move
            for step, (cell, change) in enumerate(self._mends(place, move)):
                if cell not in prices or not may(cell, change):
                    continue
                more = (*pairs, (cell, change))
                if (mark := frozenset(more)) not in seen:
                    seen.add(mark)
                    entry = (cost + prices[cell], len(more), (look + 1) * 10_000 + step, more)
                    heapq.heappush(heap, entry)
        return None

    def _off(self, place: int, move: Move) -> int:
        return sum(way * move.get(cell, 0) for cell, way in self.sums[place])

    def _broken(self, move: Move) -> int | None:
        """Return the place of a sum that a move leaves false, if there is one."""
        for cell in move:
            for place in self.of.get(cell, ()):
                if self._off(place, move):
                    return place
        return None

    def _mends(self, place: int, move: Move) -> list[tuple[str, int]]:
        """Return the changes of one more cell that each make a sum true again."""
        off = self._off(place, move)
        return [(cell, -off * way) for cell, way in self.sums[place] if cell not in move]
