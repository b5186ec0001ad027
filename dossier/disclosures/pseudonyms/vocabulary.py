"""The words that tell a name from a word, and the names given instead."""

from functools import cache
from pathlib import Path

from dossier.collectives.spellings import is_in
from dossier.notebooks import french

VOCABULARY = Path(__file__).with_name("vocabulary.txt")
PLAIN = Path(__file__).with_name("plain.txt")


@cache
def lines(section: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each line of a section of VOCABULARY, as they are written there."""
    here, found = "", []
    for line in VOCABULARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            here = line[1 : line.index("]")]
        elif here == section and line and not line.startswith("#"):
            found.append(tuple(line.split()))
    return tuple(found)


@cache
def folded(section: str) -> frozenset[str]:
    """Return the words of a section, folded."""
    return frozenset(french.fold(word) for line in lines(section) for word in line)


@cache
def _plain() -> tuple[frozenset[str], frozenset[str]]:
    typed = {*PLAIN.read_text(encoding="utf-8").split()}
    typed |= {word for line in lines("plain") for word in line} | french.STOP_WORDS
    return frozenset(map(french.fold, typed)), frozenset(map(french.stem, typed))


def is_plain(word: str) -> bool:
    """Whether a folded word is a word of the language, whether or not it is a name as well."""
    return word in _plain()[0] or is_in("common", word) or is_in("empty", word)


def is_first_name(word: str) -> bool:
    """Whether a folded word is a first name that people bear, whether or not it is a word."""
    return is_in("given", word) or word in folded("given")


def is_like_plain(word: french.Word) -> bool:
    """Whether a word is one of the language, maybe in the plural, the feminine, conjugated."""
    return is_plain(word.folded) or (len(word.stem) > 3 and word.stem in _plain()[1])


@cache
def diminutives() -> dict[str, frozenset[str]]:
    """Return, for a folded first name, what it is called at home, folded."""
    return {
        french.fold(first): frozenset(map(french.fold, rest))
        for first, *rest in lines("diminutives")
    }
