"""Sheets that are pages: the tables of an HTML page, which many programs export as an ".xls",
and Excel's XML of 2003.
"""

from html.parser import HTMLParser

from dossier.arrivals.tables import grid
from dossier.arrivals.tables.grid import MAX_COLUMNS, MAX_ROWS, Grid, Room, Sheet
from dossier.arrivals.tables.xlsx import from_iso

BREAKS = {"br", "p", "div", "li"}
ASIDE = {"script", "style", "head"}


class Page(HTMLParser):
    """Hears the tables of a page, one inside another being words of its cell.

    Words out of any table are a first sheet, one line each.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(convert_charrefs=True)
        self.room, self.around, self.grids = room, Grid(room), []
        self.depth = self.aside = self.row = self.column = self.lines = 0
        self.parts: list[str] = []
        self.taken: set[tuple[int, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ASIDE:
            self.aside += 1
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self._close()
                self.grids.append(Grid(self.room))
                self.row, self.column, self.taken = -1, 0, set()
        elif self.depth == 1 and tag == "tr":
            self._close()
            self.row, self.column = self.row + 1, 0
        elif self.depth == 1 and tag in {"td", "th"}:
            self._close()
            self.row = max(self.row, 0)
            self._open(dict(attrs))
        elif tag in BREAKS:
            self.parts.append("\n")

    def _open(self, given: dict[str, str | None]) -> None:
        while (self.row, self.column) in self.taken:
            self.column += 1
        down = min(_many(given.get("rowspan")), MAX_ROWS)
        self.wide = min(_many(given.get("colspan")), MAX_COLUMNS)
        self.room.take(slots=8 * down * self.wide)  # each is remembered, which weighs
        if down > 1:
            right = self.column + self.wide - 1
            self.grids[-1].merged.append((self.row, self.column, self.row + down - 1, right))
            places = ((at, column) for at in range(1, down) for column in range(self.wide))
            self.taken |= {(self.row + at, self.column + column) for at, column in places}
        self.is_cell = True

    is_cell, wide = False, 1

    def _close(self) -> None:
        words = "".join(self.parts)
        self.parts.clear()
        if self.is_cell:
            self.grids[-1].put(self.row, self.column, words)
            self.column += self.wide
            self.is_cell = False
            return
        for line in words.split("\n"):
            self.around.put(self.lines, 0, line)
            self.lines += bool(line.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag in ASIDE:
            self.aside = max(self.aside - 1, 0)
        elif tag == "table" and self.depth:
            self._close() if self.depth == 1 else self.parts.append("\n")
            self.depth -= 1
        elif self.depth == 1 and tag in {"td", "th"} and self.is_cell:
            self._close()
        elif self.depth > 1 and tag in {"td", "th"}:
            self.parts.append(" ")
        elif tag in BREAKS or self.depth > 1 and tag == "tr":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.parts.append(" ".join(data.split("\n")))

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the tables of the page, and before them the words around."""
        self.close()
        self._close()
        found = [grid.sheet(f"Tableau {at}") for at, grid in enumerate(self.grids, start=1)]
        around = [self.around.sheet("Page")] if self.around.rows else []
        return (*around, *found)


def _many(words: str | None) -> int:
    return max(int(words), 1) if words and words.isdecimal() and len(words) < 9 else 1


class Book2003:
    """Hears Excel's XML of 2003 (Microsoft XML Spreadsheet)."""

    def __init__(self, room: Room) -> None:
        self.room, self.sheets, self.parts = room, [], []
        self.grid, self.title, self.kind, self.is_heard = Grid(room), "", "String", False
        self.row = self.column = self.here = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "Worksheet":
            self.grid, self.title, self.row = Grid(self.room), given.get("Name", ""), -1
        elif name == "Row":
            self.row = _many(given["Index"]) - 1 if "Index" in given else self.row + 1
            self.column = -1
        elif name == "Cell":
            self._open(given)
        elif name == "Data":
            self.kind, self.is_heard = given.get("Type", "String"), True
            self.parts.clear()

    def _open(self, given: dict[str, str]) -> None:
        self.column = _many(given["Index"]) - 1 if "Index" in given else self.column + 1
        self.here = self.column
        across, down = (
            _many(given[one]) if given.get(one, "0") != "0" else 0
            for one in ("MergeAcross", "MergeDown")
        )
        if down:
            self.grid.merged.append((self.row, self.here, self.row + down, self.here + across))
        self.column += across

    def end(self, name: str) -> None:
        if name == "Data":
            self.is_heard = False
            self.grid.put(self.row, self.here, self._shown("".join(self.parts)))
        elif name == "Worksheet":
            self.sheets.append(self.grid.sheet(self.title))

    def _shown(self, text: str) -> str:
        if self.kind == "Number":
            return grid.number(text)
        if self.kind == "DateTime":
            return from_iso(text)
        return {"1": "VRAI", "0": "FAUX"}.get(text, text) if self.kind == "Boolean" else text

    def words(self, text: str) -> None:
        if self.is_heard:
            self.parts.append(text)
