"""Lists as they were typed: no number that nobody typed, and the marks word processors paste."""

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

PASTED = re.compile(r"^([ \t]*)([•·▪◦‣o])\t(?=[ \t]*\S)", re.MULTILINE)
HELD = "\ue0b2"  # nobody types it: what follows is the sign a mark of ours stands for
LEFT = re.compile(f"(-\t)?{HELD}(.)[ \t]*")
LARGEST = 99  # what begins with a higher number is a year or a street, not a list
ENDS = (("open", 1), ("close", -1))


def read_pasted(text: str) -> str:
    """Return `text` where the marks of a word processor (a sign, then a tab) are ours."""
    return text if HELD in text else PASTED.sub(rf"\1-\t{HELD}\2", text)


def _left(content: str) -> str:
    """Return words without the signs held, but for those that made no list: as typed."""
    return LEFT.sub(lambda found: f"{found[2]}\t" if found[1] else "", content)


class _List:
    """A list being read; `last` is the last number shown, None where nothing of it is open."""

    def __init__(self, opening: Token) -> None:
        self.opening, self.is_numbered, self.last = opening, opening.tag == "ol", None

    def item(self, item: Token) -> list[Token]:
        """Return what opens an item: in the list it continues, in one of its own when its number
        does not follow, none when no list would show it as typed.
        """
        if self.last is not None and item.info == str(self.last + 1):
            self.last += 1
            return [item]
        closing = self.end()
        if item.info != str(int(item.info)) or int(item.info) > LARGEST:
            return closing
        self.last = int(item.info)
        start = {} if self.last == 1 else {"start": self.last}
        return [*closing, self.opening.copy(attrs=start), item]

    def end(self) -> list[Token]:
        """Return what closes it, if anything is open."""
        was_open, self.last = self.last is not None, None
        return [Token("ordered_list_close", "ol", -1, block=True)] if was_open else []


def as_typed(state: StateCore) -> None:
    """Show the numbers and the signs that were typed, where Markdown counts by itself; tell whether
    there are lists in lists beyond its bound, of which it drops the words.
    """
    deepest = state.md.options["maxNesting"] - 1
    state.env["is_too_deep"] = any(
        one.type == "list_item_open" and one.level >= deepest for one in state.tokens
    )
    if HELD not in state.env["typed"]:
        for token in state.tokens:
            token.content = _left(token.content)
    state.tokens = list(_numbered(state.tokens[::-1]))


def _numbered(waiting: list[Token]) -> Iterator[Token]:
    """Yield the tokens of `waiting`, the first being last in it."""
    around: list[_List] = []
    while waiting:
        token = waiting.pop()
        inner = around[-1] if around and around[-1].is_numbered else None
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            around.append(_List(token))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            around.pop()
        if token.type == "ordered_list_close":
            yield from inner.end()
        elif inner and token.type == "list_item_open":
            yield from inner.item(token)
            if inner.last is None:
                _say(f"{token.info}{token.markup}", waiting)
        elif inner and inner.last is None:
            token.hidden = False  # a paragraph like others, out of any list
            if token.type != "list_item_close":
                yield token
        elif token.type != "ordered_list_open":
            yield token


def _say(number: str, waiting: list[Token]) -> None:
    """Put `number` before the words that come next, or alone in a paragraph."""
    if waiting[-1].type == "paragraph_open":
        waiting[-2].content = f"{number} {waiting[-2].content}"
        return
    alone = Token("inline", "", 0, content=number, children=[], block=True)
    opening, closing = (Token(f"paragraph_{end}", "p", way, block=True) for end, way in ENDS)
    waiting += [closing, alone, opening]
