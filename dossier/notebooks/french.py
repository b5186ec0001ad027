"""How a French text becomes words one can find: folding, stems, words that say nothing.

The same analysis feeds SQLite and PostgreSQL, so both find the same writings. Stems are
those of the Snowball French algorithm (snowballstem.org).
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

MAX_WORD = 60
_stemmer = Stemmer.Stemmer("french", 0)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
# fmt: off
ELISIONS = frozenset({
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
})
STOP_WORDS = ELISIONS | frozenset({
    "a", "ai", "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "elle",
    "en", "est", "et", "il", "ils", "elles", "je", "la", "le", "les", "leur", "leurs", "lui",
    "ma", "mais", "me", "mes", "mon", "ne", "nos", "notre", "nous", "on", "ou", "par", "pas",
    "pour", "qui", "que", "sa", "se", "ses", "son", "sur", "ta", "te", "tes", "ton", "tu",
    "un", "une", "vos", "votre", "vous", "y",
})
# fmt: on


class Word(NamedTuple):
    """A word of a text: its folded form, its folded stem, and where it stands (end excluded)."""

    folded: str
    stem: str
    start: int
    end: int


def _marks() -> str:
    """Return a character class of what sticks to letters: accents typed apart, soft hyphens."""
    ranges: list[list[int]] = []
    for code in range(0x80, sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in {"Mn", "Mc", "Cf"}:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_marks()}])*")


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return `word` without case, accents, ligatures or compatibility forms."""
    flat = unicodedata.normalize("NFKD", word.translate(LIGATURES)).casefold()
    return "".join(char for char in unicodedata.normalize("NFKD", flat) if char.isalnum())[
        :MAX_WORD
    ]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the folded stem of `word` as typed: "fugué" and "fugues" give "fugu".

    A final "e" left by an accent somebody did not type is dropped ("mangees" like "mangées").
    """
    composed = unicodedata.normalize("NFKC", word.translate(LIGATURES)).lower()
    letters = "".join(char for char in composed if char.isalnum())
    root = fold(_stemmer.stemWord(letters[:MAX_WORD]))
    return root[:-1] if len(root) > 3 and root.endswith("e") else root


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order; apostrophes and hyphens part words."""
    for match in WORD.finditer(text):
        folded = fold(match[0])
        if folded:
            yield Word(folded, stem(match[0]), match.start(), match.end())


def fold_all(text: str) -> str:
    """Return the folded words of `text`, one space between: equal for equal names."""
    return " ".join(word.folded for word in words(text))
