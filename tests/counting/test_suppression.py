"""Nobody finds a hidden count back: an attacker tries, over thousands of small tables."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.counting.suppression import Table, grid, is_small, suppress, total
from tests.counting.attacker import may_be

MANY = settings(
    max_examples=700, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
COUNT = st.integers(0, 12)


def broken(table: Table, hidden: frozenset[str]) -> list[str]:
    """Return what an attacker learns of hidden cells that the guarantee says they may not."""
    told = {name: (1, 4) for name in hidden if is_small(table.counts[name])}
    seen, knowing = may_be(table, hidden), may_be(table, hidden, told=told)
    everything = table.counts.keys() - table.zeros - table.shown
    found = []
    for name in sorted(hidden):
        if len(seen[name]) < 2:
            found.append(f"{name} is {seen[name]}")
        if len(knowing[name]) < 2 and len(may_be(table, everything, told=told)[name]) > 1:
            found.append(f"{name} is {knowing[name]}, for who is told which are small")
        if is_small(table.counts[name]) and max(seen[name]) < 5:
            found.append(f"{name} is under five")
    return found


def assert_holds(table: Table) -> None:
    """Check all that is promised of a table."""
    hidden = suppress(table)
    assert {name for name, count in table.counts.items() if is_small(count)} <= hidden
    assert not hidden & table.zeros
    assert broken(table, hidden) == []
    assert suppress(table) == hidden


def line(counts: list[int]) -> Table:
    """Return the table of one dimension whose cells are "a", "b"… and "all"."""
    cells = dict(zip("abcdefgh", counts, strict=False))
    return Table(cells | {"all": sum(counts)}, (total("all", cells),), totals=frozenset({"all"}))


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([0, 12, 30], ""),
        ([3, 20], "a b"),
        ([3, 20, 40], "a b"),
        ([3, 3, 20], "a b"),
        ([2, 1, 20, 30], "a b c"),  # 3 together: both would be under five
        ([4, 4, 12, 30], "a b c"),
        ([1, 1, 1, 1], "a all b c d"),
        ([0, 3, 0], "all b"),
        ([3, 0, 12, 50], "a c"),  # nobody guards nobody
        ([3], "a all"),
    ],
)
def test_few_are_hidden_in_a_line(counts, hidden):
    found = suppress(line(counts))
    assert found >= {
        name for name in "abcdefgh"[: len(counts)] if is_small(line(counts).counts[name])
    }
    assert found == set(hidden.split())
    assert_holds(line(counts))


def test_a_small_cell_in_a_grid_takes_three_others_with_it():
    table = grid([[3, 20, 30], [40, 8, 50], [60, 70, 80]])
    assert suppress(table) == {"r1c1", "r1c2", "r2c1", "r2c2"}
    assert_holds(table)


def test_what_cannot_be_but_empty_guards_nothing():
    table = grid([[3, 0, 30], [40, 0, 50], [60, 70, 80]], zeros=[(1, 2), (2, 2)])
    assert suppress(table) & {"r1c2", "r2c2"} == set()
    assert_holds(table)


def test_a_table_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match="add up: all, a"):
        Table({"a": 1, "all": 2}, (total("all", ["a"]),))
    with pytest.raises(ValueError, match="negative"):
        Table({"a": -1})
    with pytest.raises(ValueError, match="empty"):
        Table({"a": 1}, zeros=frozenset({"a"}))


@MANY
@given(st.lists(COUNT, min_size=1, max_size=6))
def test_no_cell_of_a_line_is_found_back(counts):
    assert_holds(line(counts))


@st.composite
def grids(draw) -> Table:
    """Draw a grid of up to four by four, some cells of which cannot be but empty."""
    down, across = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    rows = [draw(st.lists(COUNT, min_size=across, max_size=across)) for _ in range(down)]
    places = [(y, x) for y in range(1, down + 1) for x in range(1, across + 1)]
    zeros = draw(st.lists(st.sampled_from(places), max_size=3, unique=True))
    for y, x in zeros:
        rows[y - 1][x - 1] = 0
    return grid(rows, zeros)


@MANY
@given(grids())
def test_no_cell_of_a_grid_is_found_back(table):
    assert_holds(table)


# Linked tables: the same persons by age, service, way in; who came less who left; a year and the
# one before.


def years(parts: list[dict], given_table: Table | None = None) -> Table:
    """Return a year and those before as one system: `parts` are (stayed, left, came, split in two)
    by year; who was there at the beginning is who was there at the end of the year before.
    """
    counts, sums, there = {}, [], None
    for place, one in enumerate(parts):
        key = "abc"[place]
        start = there if there is not None else one["start"]
        left = min(one["left"], start + one["came"])
        everybody, end = start + one["came"], start + one["came"] - left
        young, first = min(one["young"], end), min(one["first"], everybody)
        counts |= {
            f"{key}-came": one["came"],
            f"{key}-left": left,
            f"{key}-all": everybody,
            f"{key}-end": end,
            f"{key}-young": young,
            f"{key}-old": end - young,
            f"{key}-first": first,
            f"{key}-second": everybody - first,
        }
        before = f"{'abc'[place - 1]}-end" if place else "a-start"
        counts.setdefault(before, start)
        sums += [
            total(f"{key}-all", [before, f"{key}-came"]),
            total(f"{key}-all", [f"{key}-end", f"{key}-left"]),
            total(f"{key}-end", [f"{key}-young", f"{key}-old"]),
            total(f"{key}-all", [f"{key}-first", f"{key}-second"]),
        ]
        there = end
    return Table(counts, tuple(sums), totals=frozenset({f"{k}-all" for k in "abc"}))


YEAR = st.fixed_dictionaries(dict.fromkeys(("start", "came", "left", "young", "first"), COUNT))


@MANY
@given(st.lists(YEAR, min_size=1, max_size=2))
def test_linked_tables_do_not_give_each_other_s_cells_back(parts):
    assert_holds(years(parts))


def cut(table: Table, keys: str) -> Table:
    """Return what of a table is about the years `keys`."""
    kept = {name for name in table.counts if name[0] in keys}
    sums = tuple(told for told in table.sums if set(told) <= kept)
    return Table({name: table.counts[name] for name in kept}, sums, totals=table.totals & kept)


@MANY
@given(st.lists(YEAR, min_size=2, max_size=2))
def test_a_report_does_not_give_back_what_that_of_the_year_before_hid(parts):
    whole = years(parts)
    former = cut(whole, "a")
    before = suppress(former)
    shown = frozenset(former.counts) - before
    after = Table(whole.counts, whole.sums, totals=whole.totals, shown=shown, hidden=before)
    hidden = suppress(after)
    assert before <= hidden
    assert not hidden & shown
    seen = may_be(after, hidden)
    assert [name for name in hidden if len(seen[name]) < 2] == []
    small = [name for name in hidden if is_small(whole.counts[name])]
    assert [name for name in small if max(seen[name]) < 5] == []


# Controls, that must fail.


def naive(table: Table) -> frozenset[str]:
    """Hide the small cells and nothing else."""
    return table.small


@pytest.mark.parametrize("table", [line([3, 20]), grid([[3, 20], [30, 40]])])
def test_hiding_the_small_ones_alone_is_broken(table):
    assert broken(table, naive(table)) != []


def test_hiding_each_table_by_itself_is_broken_by_the_two_together():
    """Each line by itself holds; the same twelve persons counted twice do not."""
    counts = {"all": 32, "a": 3, "b": 9, "c": 20, "ab": 12, "d": 20}
    by_one = Table({n: counts[n] for n in "abc"} | {"all": 32}, (total("all", "abc"),))
    assert suppress(by_one) == {"a", "b"}
    sums = (total("all", "abc"), total("all", ["ab", "d"]), total("ab", "ab"))
    both = Table(counts, sums)
    assert_holds(both)
    naked = Table(counts | {"x": 9}, (*sums, total("x", ["b"])))  # another table shows b
    assert broken(naked, suppress(by_one)) != []
    assert_holds(naked)
