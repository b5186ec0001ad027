"""Who is tied to what: persons, collectives and projects side by side, as values to be drawn.

A tie is a membership on a day, and is known to who may read both notebooks; of the rest nothing is
drawn, not even a gap. A cause is tied to nobody: the persons whose passages it tells stay unsaid.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import F, Q

from dossier.collectives.models import Membership
from dossier.establishment.models import Worker
from dossier.notebooks.models import Notebook

COLUMNS = (Notebook.Kind.DOSSIER, Notebook.Kind.COLLECTIVE, Notebook.Kind.PROJECT)
WIDTH, BETWEEN, ROW, HIGH, MARGIN = 176, 84, 38, 30, 10  # units of the drawing
SHOWN = 21  # letters of a name that a box holds
SWEEPS = 6


class Node(NamedTuple):
    """A notebook, by its number: how it is called, and of which kind."""

    pk: int
    name: str
    kind: str


@dataclass(frozen=True)
class Ties:
    """The notebooks that are tied, by number, and the pairs of them; `a` is who is in `b`."""

    nodes: dict[int, Node]
    pairs: list[tuple[int, int]]

    def around(self, pk: int) -> "Ties":
        """Return the ties of one notebook, and those of what it is tied to."""
        near = {pk} | {other for pair in self.pairs if pk in pair for other in pair}
        pairs = [pair for pair in self.pairs if near & set(pair)]
        kept = {one for pair in pairs for one in pair}
        return Ties({key: node for key, node in self.nodes.items() if key in kept}, pairs)

    def told(self) -> list[tuple[Node, list[Node]]]:
        """Return each collective and project with those who are in it, by name."""
        groups: dict[int, list[Node]] = {}
        for member, place in self.pairs:
            groups.setdefault(place, []).append(self.nodes[member])
        order = sorted(groups, key=lambda pk: _order(self.nodes[pk]))
        return [(self.nodes[pk], sorted(groups[pk], key=_order)) for pk in order]


def _order(node: Node) -> tuple[int, str, int]:
    return COLUMNS.index(node.kind), node.name.casefold(), node.pk


def ties(*, by: Worker, on: date) -> Ties:
    """Return who was in what on a day, as far as `by` may know: one query."""
    told = (
        Membership.objects.visible_to(by)
        .filter(notebook__kind__in=COLUMNS)
        .filter(Q(person__isnull=False) | Q(collective__isnull=False))
        .filter(Q(from_on=None) | Q(from_on__lte=on), Q(until_on=None) | Q(until_on__gte=on))
        .annotate(
            person_notebook=F("person__dossier__notebook"),
            person_title=F("person__dossier__notebook__title"),
            collective_notebook=F("collective__notebook"),
            collective_title=F("collective__notebook__title"),
        )
        .values_list(
            "person_notebook",
            "person_title",
            "collective_notebook",
            "collective_title",
            "notebook_id",
            "notebook__title",
            "notebook__kind",
        )
    )
    nodes: dict[int, Node] = {}
    pairs: dict[tuple[int, int], None] = {}
    for person, person_title, collective, collective_title, pk, title, kind in told:
        nodes[pk] = Node(pk, title, kind)
        for member, name, sort in (
            (person, person_title, Notebook.Kind.DOSSIER),
            (collective, collective_title, Notebook.Kind.COLLECTIVE),
        ):
            if member:
                nodes[member] = Node(member, name, sort)
                pairs[member, pk] = None
    return Ties(nodes, list(pairs))


class Box(NamedTuple):
    """A notebook drawn: its place (upper left), and the letters of its name that fit."""

    node: Node
    x: int
    y: int
    shown: str

    @property
    def middle(self) -> float:
        """Where a line meets it."""
        return self.y + HIGH / 2


@dataclass(frozen=True)
class Drawing:
    """Boxes in columns and the lines between them (SVG paths), in a frame."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[str]

    @property
    def is_narrow(self) -> bool:
        """Whether a telephone shows all of it, smaller: two columns at most."""
        return self.width <= 2 * (MARGIN + WIDTH) + BETWEEN


def draw(found: Ties) -> Drawing:
    """Draw ties in columns: persons, collectives, projects; few lines cross."""
    kinds = [kind for kind in COLUMNS if any(one.kind == kind for one in found.nodes.values())]
    columns = _untangled(
        [sorted((n for n in found.nodes.values() if n.kind == kind), key=_order) for kind in kinds],
        found.pairs,
    )
    high = max(map(len, columns), default=0) * ROW
    boxes: dict[int, Box] = {}
    for number, column in enumerate(columns):
        left, apart = MARGIN + number * (WIDTH + BETWEEN), high / max(len(column), 1)
        for row, node in enumerate(column):
            y = MARGIN + round((row + 0.5) * apart - HIGH / 2)
            boxes[node.pk] = Box(node, left, y, _shown(node.name))
    lines = [_line(boxes[a], boxes[b]) for a, b in found.pairs]
    width = 2 * MARGIN + len(columns) * (WIDTH + BETWEEN) - BETWEEN * bool(columns)
    return Drawing(width, high + 2 * MARGIN, list(boxes.values()), lines)


def _shown(name: str) -> str:
    return name if len(name) <= SHOWN else f"{name[: SHOWN - 1].rstrip()}…"


def _untangled(columns: list[list[Node]], pairs: Iterable[tuple[int, int]]) -> list[list[Node]]:
    """Put each node at the height of those it is tied to, a few times over (Sugiyama's barycentre,
    1981): lines cross less.
    """
    tied: dict[int, list[int]] = {}
    for a, b in pairs:
        tied.setdefault(a, []).append(b)
        tied.setdefault(b, []).append(a)
    height: dict[int, float] = {}

    def put(column: list[Node]) -> None:
        height.update({node.pk: (row + 0.5) / len(column) for row, node in enumerate(column)})

    def wanted(node: Node) -> float:
        return sum(height[pk] for pk in tied[node.pk]) / len(tied[node.pk])

    for column in columns:
        put(column)
    for _ in range(SWEEPS):
        for column in columns[1:] + columns[-2::-1]:
            column.sort(key=wanted)
            put(column)
    return columns


def _line(a: Box, b: Box) -> str:
    """Return the path between two boxes; two of one column are tied on their left."""
    if a.x == b.x:
        bend = a.x - BETWEEN // 3
        return f"M{a.x} {a.middle:g}C{bend} {a.middle:g} {bend} {b.middle:g} {b.x} {b.middle:g}"
    left, right = sorted((a, b), key=lambda box: box.x)
    start, end = left.x + WIDTH, right.x
    bend = (start + end) // 2
    from_y, to_y = left.middle, right.middle
    return f"M{start} {from_y:g}C{bend} {from_y:g} {bend} {to_y:g} {end} {to_y:g}"
