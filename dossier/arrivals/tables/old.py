"""Sheets of Excel before 2007, and its binary ones: opened apart from the house.

A program of its own (`python -m dossier.arrivals.tables.old`): what opens them can be made to
ask for more memory than there is, and would take the house down with it. It is told the file, and
prints JSON: `{"fault": …}`, or the sheets as [name, is_hidden, [[row, column, words], …],
[[top, left, bottom, right], …]].
"""

import io
import json
import sys
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, PasswordError, SheetVisibleEnum, load_workbook

from dossier.arrivals.brought import Fate, Line, Unreadable
from dossier.arrivals.tables import grid
from dossier.arrivals.tables.grid import MAX_CELLS, Grid, Room, Sheet
from dossier.arrivals.tables.markup import CUT, LOCKED
from dossier.files import apart

MEMORY = 2_000_000_000  # bytes of address space, libraries included
SECONDS = 60
MODULE = "dossier.arrivals.tables.old"
ERRORS = (
    "Dans cet ancien format, une cellule en erreur (#N/A, #REF!…) se lit comme une cellule vide."
)


def sheets(content: bytes, room: Room) -> tuple[Sheet, ...]:
    """Return the sheets of an .xls or an .xlsb; raises Unreadable."""
    printed = apart.run(MODULE, given=content, patience=SECONDS + 10)
    try:
        told = json.loads(printed)
    except ValueError as bad:
        raise Unreadable(CUT) from bad
    if isinstance(told, dict):
        raise Unreadable(LOCKED if told["fault"] == "locked" else CUT)
    return tuple(_sheet(room, *one) for one in told)


def _sheet(room: Room, name: str, is_hidden: bool, cells: list, merged: list) -> Sheet:
    read = Grid(room)
    for row, column, words in cells:
        read.put(row, column, words)
    read.merged += merged
    return read.sheet(name, is_hidden=is_hidden, said=(Line("fichier", Fate.UNKNOWN, ERRORS),))


def shown(value: str | float | bool | date | time | timedelta) -> str:
    """Return a value of a cell as one reads it."""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, int | float):
        return grid.number(repr(value).removesuffix(".0"))
    if isinstance(value, datetime):
        return grid.moment(value, with_time=value.time() != time())
    if isinstance(value, date):
        return grid.moment(datetime.combine(value, time()), with_time=False)
    if isinstance(value, time):
        return grid.moment(datetime.combine(date.min, value), with_day=False)
    if isinstance(value, timedelta):
        return grid.from_serial(str(value.total_seconds() / 86_400), "span")
    return value


def told(content: bytes) -> list | dict[str, str]:
    """Return what is to be printed of a file."""
    try:
        book = load_workbook(io.BytesIO(content))
        return [
            _told(book.get_sheet_by_name(one.name), one.visible) for one in book.sheets_metadata
        ]
    except PasswordError:
        return {"fault": "locked"}
    except CalamineError as bad:
        return {"fault": "locked" if "assword" in str(bad) else "cut"}


def _told(sheet, visible: SheetVisibleEnum) -> list:
    cells = [
        [at, column, words]
        for at, row in enumerate(sheet.to_python(skip_empty_area=False))
        for column, value in enumerate(row)
        if value != "" and (words := shown(value))
    ]
    merged = [[*start, *end] for start, end in sheet.merged_cell_ranges or []]
    return [sheet.name, visible != SheetVisibleEnum.Visible, cells[: MAX_CELLS + 1], merged]


if __name__ == "__main__":
    apart.limit(memory=MEMORY, seconds=SECONDS)
    sys.stdout.write(json.dumps(told(sys.stdin.buffer.read())))
