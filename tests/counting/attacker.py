"""Somebody who has a published table, and patience: works out what its hidden cells may be.

Nothing of the code under test is used but the table itself. Every assignment is walked through,
with the bounds of each sum narrowed at each step (interval propagation), so the answer is exact
among numbers up to the greatest of the table and MOST more.
"""

from collections.abc import Collection, Mapping

MOST = 9


def _narrow(bounds: dict, sums) -> bool:
    """Narrow (low, high) of each cell by the sums until nothing moves; False when none is left."""
    changed = True
    while changed:
        changed = False
        for told in sums:
            lows = {c: (w * bounds[c][0] if w > 0 else w * bounds[c][1]) for c, w in told.items()}
            highs = {c: (w * bounds[c][1] if w > 0 else w * bounds[c][0]) for c, w in told.items()}
            low, high = sum(lows.values()), sum(highs.values())
            if low > 0 or high < 0:
                return False
            for cell, way in told.items():
                first, last = bounds[cell]
                most, least = -(low - lows[cell]), -(high - highs[cell])  # of way * cell
                if way < 0:
                    most, least = -least, -most
                new = max(first, least), min(last, most)
                if new[0] > new[1]:
                    return False
                if new != (first, last):
                    bounds[cell], changed = new, True
    return True


def _can(bounds: dict, sums) -> bool:
    """Whether whole numbers within the bounds make all the sums true."""
    bounds = dict(bounds)
    if not _narrow(bounds, sums):
        return False
    loose = [(last - first, cell) for cell, (first, last) in bounds.items() if first < last]
    if not loose:
        return True
    _, cell = min(loose)
    first, last = bounds[cell]
    return any(_can(bounds | {cell: (value, value)}, sums) for value in range(first, last + 1))


def may_be(table, hidden: Collection[str], *, told: Mapping = {}, only: Collection = ()) -> dict:
    """Return, by hidden cell (`only` some), the values it may have for who sees all the others.

    `told` bounds what they know of some hidden cells: {name: (first, last)}.
    """
    most = max([MOST, *table.counts.values()]) + MOST
    bounds = {
        name: told.get(name, (0, most)) if name in hidden else (count, count)
        for name, count in table.counts.items()
    }
    if not _narrow(bounds, table.sums):
        raise AssertionError("what is shown does not hold together")
    found = {}
    for name in only or hidden:
        first, last = bounds[name]
        found[name] = {
            value
            for value in {*range(first, min(last, first + 6) + 1), table.counts[name]}
            if _can(bounds | {name: (value, value)}, table.sums)
        }
    return found
