"""A text as one reads it: accents in one piece, one sort of space, of hyphen, of apostrophe, and no
line cut where it only goes on. Pure functions, whose time grows as the text does.
"""

import re
import unicodedata
from collections.abc import Sequence

SPACES = "\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
SAME = str.maketrans({**dict.fromkeys(SPACES, " "), "‐": "-", "‑": "-", "‒": "-", "ʼ": "’"})
MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+|[\u00ad\u200b-\u200f\u2060\ufeff]+")
WRAP = re.compile(
    r"(?:(?<=[^\s.!?:;…])|(?<=[\s.-][A-ZÀ-ÖØ-Þ]\.))\n(?=[^\W\d_]|\d|[«(“+])|(?<=[:.])\n(?=\d)"
)
SHORTEST_WRAPPED, LONGEST = 50, 400  # letters of a line that goes on in the next; looked at


def levelled(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as one reads it, and where its letters, then its end, stand in `text`."""
    level, begins, end = [], [], 0
    for one in MARKED.finditer(text):
        # Marks that make no letter with it ("P̀") say nothing of which it is.
        made = unicodedata.normalize("NFC", one[0])[:1] if one[0][0].isalpha() else ""
        level += [text[end : one.start()], made]
        begins += [*range(end, one.start()), *[one.start()] * len(made)]
        end = one.end()
    told = "".join([*level, text[end:]]).translate(SAME)
    rest = range(end, len(text) + 1)
    return _unwrapped(told), [*begins, *rest] if end else rest


def _unwrapped(text: str) -> str:
    """Return a text of the same length, with a space where a long line only goes on in the next."""
    return WRAP.sub(lambda one: " " if _goes_on(text, one.start()) else "\n", text)


def _goes_on(text: str, at: int) -> bool:
    """Whether the line that ends there is long, and the next is no other item of a list: begun as
    this one by a number or in capitals, or begun by a capital where its first word had room left.
    """
    start = text.rfind("\n", max(0, at - LONGEST), at) + 1
    if at - start < SHORTEST_WRAPPED:
        return False
    begun, following = (re.search(r"\w*", text[place : place + 40])[0] for place in (start, at + 1))
    if following[:1].isdigit() or (following.isupper() and len(following) > 1):
        return not (begun[:1].isdigit() if following[0].isdigit() else begun.isupper())
    end = text.find("\n", at + 1, at + LONGEST)
    return not following[:1].isupper() or at - start + len(following) >= end - at
