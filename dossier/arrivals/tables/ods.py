"""Sheets of LibreOffice and others (OpenDocument 1.3), in a ZIP file or flat."""

import re

from dossier.arrivals.brought import Fate, Line
from dossier.arrivals.tables import grid
from dossier.arrivals.tables.grid import MAX_COLUMNS, MAX_ROWS, Grid, Room
from dossier.arrivals.tables.xlsx import from_iso

SPAN = re.compile(r"(-)?P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
# Elements of a cell whose words are not those one reads there.
ASIDE = {"annotation", "tracked-changes"}
BLANKS = {"s": " ", "line-break": "\n", "tab": "\t"}


class Tables:
    """Hears the tables of a document; `sheets` are those it heard."""

    def __init__(self, room: Room) -> None:
        self.room, self.sheets = room, []
        self.unseen: set[str] = set()  # styles of tables that are not shown
        self.style, self.aside, self.notes, self.depth = "", 0, 0, 0
        self.parts: list[str] = []
        self.is_cell = self.is_paragraph = False
        self.given: dict[str, str] = {}
        self.cells: list[tuple[int, str]] = []
        self.grid, self.title, self.named = Grid(room), "", ""
        self.row = self.column = 0
        self.times = 1

    def start(self, name: str, given: dict[str, str]) -> None:
        if name in ASIDE:
            self.aside += 1
            self.notes += name == "annotation"
        if self.aside:
            return
        if name in {"table-cell", "covered-table-cell"}:
            self._open(given)
        elif name == "table-row":
            self.times = min(_many(given, "number-rows-repeated"), MAX_ROWS)
            self.column, self.cells = 0, []
        elif name == "table":
            self._table(given)
        elif name in {"p", "h"} and self.is_cell:
            self.parts += ["\n"] if self.parts else []
            self.is_paragraph = True
        elif self.is_paragraph and name in BLANKS:
            self.parts.append(BLANKS[name] * min(_many(given, "c"), 100))
        elif name == "style":
            self.style = given.get("name", "")
        elif name == "table-properties" and given.get("display") == "false":
            self.unseen.add(self.style)

    def _table(self, given: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 1:
            self.grid, self.row = Grid(self.room), 0
            self.title, self.named = given.get("name", ""), given.get("style-name", "")

    def _open(self, given: dict[str, str]) -> None:
        self.given, self.is_cell = given, True
        self.parts.clear()

    def end(self, name: str) -> None:
        if name in ASIDE:
            self.aside -= 1
        elif self.aside:
            return
        elif name in {"p", "h"}:
            self.is_paragraph = False
        elif name in {"table-cell", "covered-table-cell"}:
            self._close(name)
        elif name == "table-row":
            self._row()
        elif name == "table":
            self.depth -= 1
            if not self.depth:
                is_hidden = self.named in self.unseen
                self.sheets.append(self.grid.sheet(self.title, is_hidden=is_hidden))

    def words(self, text: str) -> None:
        if self.is_paragraph and not self.aside:
            self.parts.append(" ".join(text.split("\n")))

    def _close(self, name: str) -> None:
        self.is_cell = False
        times = min(_many(self.given, "number-columns-repeated"), MAX_COLUMNS)
        if words := grid.clean(self._shown()):
            self.room.take(slots=times)
            self.cells += [(self.column + more, words) for more in range(times)]
            down = _many(self.given, "number-rows-spanned")
            if down > 1:
                right = self.column + _many(self.given, "number-columns-spanned") - 1
                self.grid.merged.append((self.row, self.column, self.row + down - 1, right))
        self.column += times

    def _shown(self) -> str:
        """Return the words of the cell: its value when it has one, else what is written in it."""
        kind, given, text = self.given.get("value-type", ""), self.given, "".join(self.parts)
        if kind == "string" or not kind:
            return text or given.get("string-value", "")
        if kind == "percentage":
            return grid.percent(given.get("value", ""))
        if kind in {"float", "currency"}:
            return _number(given.get("value", ""), text, given.get("currency", ""))
        if kind == "date":
            return from_iso(given.get("date-value", "")) or text
        if kind == "time":
            return _span(given.get("time-value", "")) or text
        if kind == "boolean":
            return "VRAI" if given.get("boolean-value") == "true" else "FAUX"
        return text

    def _row(self) -> None:
        if self.cells:
            for more in range(self.times):
                for column, words in self.cells:
                    self.grid.put(self.row + more, column, words)
        self.row += self.times

    def said(self) -> tuple[Line, ...]:
        """Say what was heard and is no cell."""
        if not self.notes:
            return ()
        words = f"Il porte aussi {self.notes} commentaires : on les trouve dans l’original."
        return (Line("fichier", Fate.UNKNOWN, words),)


def _many(given: dict[str, str], name: str) -> int:
    words = given.get(name, "1")
    return max(int(words), 1) if words.isdecimal() and len(words) < 9 else 1


def _number(raw: str, text: str, currency: str) -> str:
    """Return a number: as shown when only zeros stand before it, as for "00123" or "06 12"."""
    told = grid.number(raw)
    bare = re.sub(r"[\s.\-\u202f]", "", text)
    if bare.isdecimal() and told.isdecimal() and bare.startswith("0") and int(bare) == int(told):
        return bare
    return f"{told} {currency}".strip()


def _span(raw: str) -> str:
    found = SPAN.fullmatch(raw)
    if not found:
        return raw
    minus, days, hours, minutes, seconds = (
        int(one) if (one or "").isdecimal() else one for one in found.groups()
    )
    told = f"{(days or 0) * 24 + (hours or 0):02}:{minutes or 0:02}"
    return f"{minus or ''}{told}" + (f":{seconds:02}" if seconds else "")
