"""Narratives as plain text: the XHTML of FHIR, the text blocks of CDA, pieces in HTML."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from dossier.arrivals.tddui.source import Leaf, Node

LINES = {
    *("paragraph", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "list", "table"),
    *("caption", "pre", "blockquote", "section", "title", "thead", "tbody", "tfoot", "hr"),
    *("dl", "dt", "dd", "footnote"),
}
ITEMS = {"item", "li"}
UNSAID = {"script", "style", "head"}
VOID = {"br", "hr", "img", "meta", "link", "input", "col"}
BLANKS = re.compile(r"[ \t\r\n\f]+")
WIDE = 4  # columns, beyond which each cell is told under the head of its column


def narrative(node: Node, mark: Callable[[Leaf], None]) -> str:
    """Return a narrative as lines of plain text; `mark` is called for each text that is in it."""
    told = _Told(mark)
    told.block(node)
    return "\n".join(filter(None, (BLANKS.sub(" ", row).strip(" ") for row in told.rows)))


def said_in_html(html: str) -> str:
    """Return what a page of HTML says, as lines of plain text."""
    reader = _Html()
    reader.feed(html)
    reader.close()
    return narrative(reader.top, lambda _leaf: None)


class _Told:
    """The lines of a narrative as it is gone through."""

    def __init__(self, mark: Callable[[Leaf], None]):
        self.mark = mark
        self.rows = [""]

    def block(self, node: Node) -> None:
        """Tell what is in an element."""
        for kid in node.kids:
            if kid.name == "#":
                self.say(kid)
            elif kid.name == "br":
                self.rows.append("")
            elif kid.name == "table":
                self.rows += [*_table(kid, self.mark), ""]
            elif kid.name in ITEMS:
                self.rows.append("–\u00a0")
                self.block(kid)
                self.rows.append("")
            elif kid.name in LINES:
                self.rows.append("")
                self.block(kid)
                self.rows.append("")
            elif kid.name not in UNSAID and not kid.name.startswith("@"):
                self.block(kid)

    def say(self, node: Node) -> None:
        """Tell a text; a blank between two elements is a blank."""
        if node.leaf:
            self.mark(node.leaf)
        self.rows[-1] += node.leaf.value if node.leaf else " "


def _rows(table: Node) -> list[Node]:
    """Return the rows of a table, not those of the tables within."""
    found = []
    for kid in table.kids:
        if kid.name == "tr":
            found.append(kid)
        elif kid.name in ("thead", "tbody", "tfoot"):
            found += _rows(kid)
    return found


def _table(table: Node, mark: Callable[[Leaf], None]) -> list[str]:
    """Return a table as lines: cells side by side, or each under its head when they are many."""
    told = [" ".join(narrative(kid, mark).split("\n")) for kid in table.all("caption")]
    rows = [[narrative(cell, mark) for cell in row.all("td", "th")] for row in _rows(table)]
    head = rows[0] if rows and _is_head(table) else None
    for index, cells in enumerate(rows):
        if not (head and len(head) == len(cells) > WIDE):
            told.append(" | ".join(" ".join(cell.split("\n")) for cell in cells))
        elif index:
            told += ["", *(f"{name}\u00a0: {cell}" for name, cell in zip(head, cells, strict=True))]
    stray = Node("", "", kids=[k for k in table.kids if k.name not in _IN_TABLE])
    return told + narrative(stray, mark).split("\n") + _unheaded(head, rows)


_IN_TABLE = {"caption", "tr", "thead", "tbody", "tfoot", "colgroup", "col"}


def _unheaded(head: list[str] | None, rows: list[list[str]]) -> list[str]:
    """Return the head of a table that has no row to be told under it."""
    if not head or len(head) <= WIDE or any(len(row) == len(head) for row in rows[1:]):
        return []
    return [" | ".join(head)]


def _is_head(table: Node) -> bool:
    rows = _rows(table)
    return table.one("thead", "tr") is not None or not rows[0].all("td")


class _Html(HTMLParser):
    """HTML as elements."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.top = Node("", "")
        self.open = [self.top]

    def handle_starttag(self, tag, attrs):
        """Open an element."""
        if len(self.open) < 100:
            node = Node(tag, "")
            self.open[-1].kids.append(node)
            if tag not in VOID:
                self.open.append(node)

    def handle_endtag(self, tag):
        """Close an element, and those left open within."""
        if any(node.name == tag for node in self.open[1:]):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data):
        """Keep a text."""
        self.open[-1].kids.append(Node("#", "", Leaf("", data)))
