"""Sheets of Excel since 2007 (ECMA-376): read as one sees them, errors and percents too."""

import posixpath
import re
from datetime import datetime
from functools import cache

from dossier.arrivals.brought import Fate, Line, Unreadable
from dossier.arrivals.tables import grid, markup
from dossier.arrivals.tables.grid import Grid, Room, Sheet
from dossier.arrivals.tables.markup import Source

PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Formats that have a number and no words (ECMA-376 part 1, 18.8.30), those of East Asia too.
PERCENTS, TIMES, SPANS = {9, 10}, {18, 19, 20, 21, 45, 47}, {46}
DAYS = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
NOT_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
FILLED = re.compile(r"[0#]*0[0#]*")
MIN_FILLED = 4  # zeros that a format writes in front, of a number that is rather a name
BESIDE = {
    "xl/comments": "des commentaires", "xl/threadedcomments": "des commentaires",
    "xl/media/": "des images", "xl/charts/": "des graphiques",
    "xl/pivottables/": "des tableaux croisés",
}  # fmt: skip


def sheets(source: Source, room: Room) -> tuple[Sheet, ...]:
    """Return the sheets of an .xlsx, in its order; raises Unreadable."""
    book_at = _book(source)
    book, ties = Book(), Ties()
    if not source.hear(book_at, book):
        raise Unreadable(markup.CUT)
    folder, name = posixpath.split(book_at)
    source.hear(f"{folder}/_rels/{name}.rels", ties)
    shared, styles = Shared(room), Styles()
    source.hear(_full(folder, ties.one("sharedStrings", "sharedStrings.xml")), shared)
    source.hear(_full(folder, ties.one("styles", "styles.xml")), styles)
    found = []
    for title, tie, is_hidden in book.sheets:
        kind, target = ties.by_name.get(tie, ("", ""))
        if kind == "worksheet":
            rows = Rows(Grid(room), shared.texts, styles.kinds, is_1904=book.is_1904)
            if not source.hear(_full(folder, target), rows):
                raise Unreadable(markup.CUT)
            found.append(rows.grid.sheet(title, is_hidden=is_hidden, said=rows.said(title)))
    return tuple(found)


def beside(source: Source) -> tuple[Line, ...]:
    """Say what such a file holds besides cells, which is not read."""
    names = source.names
    found = {words for start, words in BESIDE.items() if any(n.startswith(start) for n in names)}
    return tuple(
        Line("fichier", Fate.UNKNOWN, f"Il porte aussi {words} : on les trouve dans l’original.")
        for words in sorted(found)
    )


def _full(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _book(source: Source) -> str:
    ties = Ties()
    source.hear("_rels/.rels", ties)
    return _full("", ties.one("officeDocument", "xl/workbook.xml"))


class Ties:
    """The relations of a part: by their name, and of each kind the first."""

    def __init__(self) -> None:
        self.by_name: dict[str, tuple[str, str]] = {}

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "Relationship":
            kind = given.get("Type", "").rpartition("/")[2]
            self.by_name[given.get("Id", "")] = (kind, given.get("Target", ""))

    def end(self, name: str) -> None:
        """Nothing to do."""

    def words(self, text: str) -> None:
        """No words are there."""

    def one(self, kind: str, default: str) -> str:
        """Return where the part of that kind is."""
        return next((at for tied, at in self.by_name.values() if tied == kind), default)


class Book:
    """The names of the sheets, with their relation and whether they are hidden."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.is_1904 = False

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "sheet":
            is_hidden = given.get("state", "visible") != "visible"
            self.sheets.append((given.get("name", ""), given.get("id", ""), is_hidden))
        elif name == "workbookPr":
            self.is_1904 = given.get("date1904", "0") in {"1", "true"}

    def end(self, name: str) -> None:
        """Nothing to do."""

    def words(self, text: str) -> None:
        """No words are there."""


class Words:
    """Gathers the words of <t>, less those that only say how others are pronounced."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.is_heard = self.is_spelt = False

    def start(self, name: str, given: dict[str, str]) -> None:
        self.is_heard = name == "t" and not self.is_spelt
        self.is_spelt = self.is_spelt or name == "rPh"

    def end(self, name: str) -> None:
        self.is_heard = False
        self.is_spelt = self.is_spelt and name != "rPh"

    def words(self, text: str) -> None:
        if self.is_heard:
            self.parts.append(text)

    def taken(self) -> str:
        """Return what was gathered, and begin again."""
        text = "".join(self.parts)
        self.parts.clear()
        if "_x" in text:
            text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Shared(Words):
    """The texts that cells name by their number."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room, self.texts = room, []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.texts.append(self.taken())
            self.room.take(chars=len(self.texts[-1]))


class Styles:
    """What each style makes of a number: "day", "time", "span", "percent", digits, or ""."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.kinds: list[str] = []
        self.is_cell = False

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "numFmt":
            self.codes[_int(given.get("numFmtId"))] = given.get("formatCode", "")
        elif name == "cellXfs":
            self.is_cell = True
        elif name == "xf" and self.is_cell:
            at = _int(given.get("numFmtId"))
            self.kinds.append(kind_of(self.codes[at]) if at in self.codes else _known(at))

    def end(self, name: str) -> None:
        self.is_cell = self.is_cell and name != "cellXfs"

    def words(self, text: str) -> None:
        """No words are there."""


def _int(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 10 else 0


def _known(at: int) -> str:
    kinds = ((PERCENTS, "percent"), (TIMES, "time"), (SPANS, "span"), (DAYS, "day"))
    return next((kind for those, kind in kinds if at in those), "")


def kind_of(code: str) -> str:
    """Return what a format of its own makes of a number; digits such as "00000" as they are."""
    first = NOT_SAID.sub("", code.split(";")[0]).casefold()
    bare = re.sub(r"[ .\-]", "", first)
    if (
        FILLED.fullmatch(bare)
        and bare.count("0") + bare.count("#") >= MIN_FILLED
        and "." not in first
    ):
        return bare
    if re.search(r"\[[hms]+\]", first):
        return "span"
    if re.search(r"[dyj]|a{2,}|m{3,}", first) or first.strip() == "m":
        return "day"
    if re.search(r"[hs]", first):
        return "time"
    return "percent" if "%" in first else ""


class Rows(Words):
    """The cells of a sheet."""

    def __init__(
        self, cells: Grid, texts: list[str], kinds: list[str], *, is_1904: bool = False
    ) -> None:
        super().__init__()
        self.grid, self.texts, self.kinds, self.is_1904 = cells, texts, kinds, is_1904
        self.row, self.column, self.unworked = -1, -1, 0
        self.kind = self.style = self.formula = ""

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "c":
            self._at(given.get("r", ""))
            self.kind, self.style, self.formula = given.get("t", "n"), given.get("s", ""), ""
            self.parts.clear()
        elif name == "row":
            self.row = _int(given["r"]) - 1 if "r" in given else self.row + 1
            self.column = -1
        elif name == "mergeCell":
            places = PLACE.findall(given.get("ref", ""))
            if len(places) == 2:
                (left, top), (right, bottom) = places
                self.grid.merged.append(
                    (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
                )
        else:
            super().start(name, given)
            self.is_heard = self.is_heard or name in {"v", "f"}
        if name == "f":
            self.parts.clear()

    def _at(self, place: str) -> None:
        self.column += 1
        if found := PLACE.fullmatch(place):
            self.column, self.row = _column(found[1]), int(found[2]) - 1

    def end(self, name: str) -> None:
        super().end(name)
        if name == "f":
            self.formula = self.taken()
        elif name == "c":
            self._put(self.taken())

    def _put(self, raw: str) -> None:
        if not raw:
            self.unworked += bool(self.formula)
            raw = f"={self.formula}" if self.formula else ""
        elif self.kind == "s":
            raw = self.texts[int(raw)] if raw.isdecimal() and int(raw) < len(self.texts) else raw
        elif self.kind == "b":
            raw = {"1": "VRAI", "0": "FAUX"}.get(raw, raw)
        elif self.kind == "d":
            raw = from_iso(raw)
        elif self.kind == "n":
            style = _int(self.style)
            raw = shown(
                raw, self.kinds[style] if style < len(self.kinds) else "", is_1904=self.is_1904
            )
        self.grid.put(self.row, self.column, raw)

    def said(self, title: str) -> tuple[Line, ...]:
        """Say what there is to say of the sheet."""
        if not self.unworked:
            return ()
        words = f"{self.unworked} formules n’avaient pas de résultat : elles sont gardées en mots."
        return (Line(f"feuille « {title} »", Fate.KEPT, words),)


@cache  # of three letters at most
def _column(name: str) -> int:
    at = 0
    for letter in name:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def from_iso(raw: str) -> str:
    """Return a moment written as ISO 8601 as French writes it; as it came when it is none."""
    try:
        instant = datetime.fromisoformat(raw)
    except ValueError:
        return raw
    return grid.moment(instant, with_time=bool(instant.hour or instant.minute or instant.second))


def shown(raw: str, kind: str, *, is_1904: bool = False) -> str:
    """Return a number as its style shows it."""
    if kind in {"day", "time", "span"}:
        return grid.from_serial(raw, kind, is_1904=is_1904)
    if kind == "percent":
        return grid.percent(raw)
    told = grid.number(raw)
    return told.zfill(kind.count("0")) if kind and told.isdecimal() else told
