"""Light marks on paper: the text of a writing as the blocks of a document, as it is on screen."""

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from dossier.documents.pages import Block, Items, Paragraph, Run, Title
from dossier.notebooks import marks

LEVELS = {"h3": 1, "h4": 2, "h5": 3}
MARKS = {"em_open": (1, 0), "em_close": (-1, 0), "strong_open": (0, 1), "strong_close": (0, -1)}


def blocks(text: str) -> list[Block]:
    """Return `text` as blocks: the same marks as on screen, every word, every line end."""
    return list(_blocks(iter(marks.tokens(text))))


def _blocks(tokens: Iterator[Token]) -> Iterator[Block]:
    """Yield blocks, until what holds them closes."""
    for token in tokens:
        if token.type in {"list_item_close", "bullet_list_close", "ordered_list_close"}:
            return
        if token.type == "paragraph_open":
            yield Paragraph(_runs(next(tokens).children or ()))
        elif token.type == "heading_open":
            yield Title(LEVELS[token.tag], _runs(next(tokens).children or ()))
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            start = int(token.attrs.get("start", 1))
            yield Items(tuple(_items(tokens)), token.type == "ordered_list_open", start)


def _items(tokens: Iterator[Token]) -> Iterator[tuple[Block, ...]]:
    """Yield the items of a list, until it closes."""
    for token in tokens:
        if token.type != "list_item_open":
            return
        yield tuple(_blocks(tokens))


def _runs(tokens: Iterable[Token]) -> tuple[Run, ...]:
    """Return the words of a line of marks, those set alike together."""
    runs: list[Run] = []
    emphasis = strong = 0
    for token in tokens:
        if token.type in MARKS:
            more = MARKS[token.type]
            emphasis, strong = emphasis + more[0], strong + more[1]
            continue
        words = "\n" if token.type in {"softbreak", "hardbreak"} else token.content
        if not words:
            continue
        if runs and (runs[-1].emphasis, runs[-1].strong) == (emphasis > 0, strong > 0):
            words = runs.pop().text + words
        runs.append(Run(words, emphasis > 0, strong > 0))
    return tuple(runs)
