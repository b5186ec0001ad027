"""What may name somebody without looking like a name: another script, a first name in lower case,
one cut short or in two, a room told by its number.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache

from dossier.collectives import naming
from dossier.collectives.naming import Known
from dossier.collectives.spellings import is_in, lexicon, parts
from dossier.notebooks import french
from dossier.notebooks.french import Word
from dossier.reading.others import NAME, Listening, Sign
from dossier.reading.rendered import TURNED

LATIN = ("LATIN ", "FULLWIDTH LATIN ", "MODIFIER LETTER ")
SHORTEST, LONGEST = 3, 5  # letters of a first name cut short: "dom", "didi"
# First names that are words as well, and beginnings of first names that are.
PLAIN = frozenset({
    "ange", "grace", "maxime", "romane", "ali", "alma", "ambre", "robin", "carole", "jade", "max",
    "lou", "line", "regis", "tom", "samba", "lina", "tony", "marine", "valentine", "romain",
    "melodie", "merlin",
})  # fmt: skip
BEGINNINGS = frozenset({
    "ami", "ans", "art", "bas", "bar", "but", "car", "cas", "cha", "cor", "dan", "don", "dos",
    "fer", "fil", "fin", "fort", "gel", "gens", "had", "jus", "les", "mal", "mar", "mars", "mat",
    "mel", "mer", "mes", "mode", "mon", "nat", "net", "nos", "pas", "per", "plus", "pour", "rap",
    "ras", "rom", "ros", "sal", "sam", "san", "ser", "sol", "son", "sur", "tab", "the", "tri",
    "val", "ver", "via", "vie", "vin", "voir", "zen",
})  # fmt: skip
AFTER_CHEZ = frozenset({
    "lui", "elle", "moi", "toi", "soi", "nous", "vous", "eux", "elles", "le", "la", "l", "les",
    "un", "une", "des", "ce", "cet", "cette", "ses", "son", "sa", "mon", "ma", "mes", "notre",
    "qui", "d", "leur", "leurs", "personne", "leclerc", "ikea",
})  # fmt: skip
UNIT = r"(?!\s*(?:[\d,.:/h€%°]+\d|h\b|€|°|%|(?:er|re|e|è\w*)\b|fois\b|semaines?\b|sur\b))"
HERE = r"(?:la\s+|le\s+|cel(?:ui|le)\s+d(?:u|e\s+la)\s+)?"
ROOMS = (
    re.compile(  # "avec 7B", "chez la 12."
        rf"\b(?:avec|chez|contre|par)\s+{HERE}"
        r"(?P<room>\d{1,3}(?:\s?[A-H]\b|(?=\s*(?:[.,;:!?)]|$))))",
        re.IGNORECASE,
    ),
    re.compile(  # "la 14", and no bus
        r"(?<!pris )(?<!prend )(?<!prendre )\bla\s+"
        rf"(?P<room>(?!3D|[2-5]G)\d{{1,3}}[A-DF-H]?)\b{UNIT}",
        re.IGNORECASE,
    ),
    re.compile(  # "de la chambre 12"
        rf"\b(?:avec|chez|par|contre|de|du|à|au)\s+{HERE}(?:l[’'])?(?P<room>"
        r"(?:chambre|ch[.]?|studio|appart(?:ement)?|logement|lit)\s+(?:n°\s?)?\d{1,3}"
        r"(?:\s?[A-H])?)\b",
        re.IGNORECASE,
    ),
)
HANDLES = re.compile(r"\b(?:https?://|www[.])\S+|(?<![\w&])[@#](?P<word>[^\W\d_]\w{2,})")
MIXED = re.compile(r"\b[^\W\d_]{2,}\d[^\W\d_]+\b|\b[^\W\d_]{1,}\d[^\W\d_]{2,}\b")  # "Kev1n"
APART = re.compile(r"(?<!\w)[^\W\d_](?:[ .·_-][^\W\d_]){3,}(?!\w)")  # "K é v i n"
TWICE = re.compile(r"([bcdfgjklmnprstvz][aeiou])\1")  # "momo", "titi"
WORDS_TWICE = frozenset(
    {"bobo", "bebe", "caca", "coco", "dodo", "papa", "pipi", "popo", "toto", "tutu"}
)
BETWEEN = re.compile(r"[\s\u00a0‐\-._/·|*]{1,3}")


@lru_cache(maxsize=4096)
def is_latin(char: str) -> bool:
    """Whether a letter is of those French is written with, whatever its form."""
    if not char.isalpha() or char == "µ":
        return True
    plain = unicodedata.normalize("NFKD", char)
    return all(not one.isalpha() or unicodedata.name(one, "").startswith(LATIN) for one in plain)


@cache
def _given() -> frozenset[str]:
    """Return the first names that are no other word."""
    return lexicon()["given"] - lexicon()["common"] - lexicon()["empty"] - PLAIN


def first_names(known: Iterable[Known], who: str) -> set[str]:
    """Return the first names, folded, of those whom the house receives and of those around them,
    but of whom a text is about.
    """
    people = [one for one in known if one.sort in {naming.PERSON, naming.RELATIVE}]
    names = [name for one in people if one.who != who for name in one.names]
    return {"".join(part) for name in names for part in parts(name)[:1]}


class Shorts:
    """The first names of others, whole or cut short."""

    def __init__(self, known: Iterable[Known], who: str) -> None:
        self.first = first_names(known, who)
        sizes = range(SHORTEST, LONGEST + 1)
        self.starts = {one[:n] for one in self.first for n in sizes if n < len(one)} - BEGINNINGS

    def is_short(self, folded: str) -> bool:
        """Whether a word begins a first name, or is half of one said twice, and no common word."""
        is_nick = TWICE.fullmatch(folded) and folded not in WORDS_TWICE
        return (bool(is_nick) or folded in self.starts) and not _is_plain(folded)

    def is_name(self, folded: str) -> bool:
        """Whether a word is a first name."""
        return len(folded) > 3 and (folded in self.first or folded in _given())


def look(heard: Listening, shorts: Shorts) -> Iterator[Sign]:
    """Yield what may name somebody in what was heard; what names the person is no doubt."""
    every = [*_patterns(heard.text), *_words(heard, shorts), *_in_two(heard.tokens, heard, shorts)]
    for start, end in every:
        if not any(one.start < end and one.end > start for one in heard.named):
            yield Sign(start, end, heard.text[start:end], NAME)


def _patterns(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (TURNED, MIXED, APART):
        for one in pattern.finditer(text):
            yield one.span()
    for pattern in ROOMS:
        for one in pattern.finditer(text):
            yield one.span("room")
    for one in HANDLES.finditer(text):
        if not (one["word"] and _is_plain(french.fold(one["word"]))):
            yield one.span()


def _words(heard: Listening, shorts: Shorts) -> Iterator[tuple[int, int]]:
    before = ""
    for word in heard.tokens:
        said = heard.text[word.start : word.end]
        is_name = word.folded in _given() or shorts.is_short(word.folded)
        is_lower = said[0].islower() and (is_name or _is_after_chez(before, word.folded))
        if is_lower or not all(map(is_latin, said)):
            yield word.start, word.end
        before = word.folded


def _is_after_chez(before: str, folded: str) -> bool:
    return before == "chez" and folded not in AFTER_CHEZ and folded.isalpha()


def _in_two(words: list[Word], heard: Listening, shorts: Shorts) -> Iterator[tuple[int, int]]:
    """Yield names of which a blank, a hyphen or a line's end makes two or three words."""
    for at in range(len(words) - 1):
        for here in (words[at : at + 2], words[at : at + 3]):
            if shorts.is_name("".join(one.folded for one in here)) and _is_cut(here, heard.text):
                yield here[0].start, here[-1].end


def _is_cut(here: list[Word], text: str) -> bool:
    gaps = (text[a.end : b.start] for a, b in zip(here, here[1:], strict=False))
    is_close = all(BETWEEN.fullmatch(gap) for gap in gaps)
    return is_close and not all(_is_plain(one.folded) for one in here)


def _is_plain(folded: str) -> bool:
    """Whether everybody uses a word."""
    is_common = is_in("common", folded) or is_in("empty", folded)
    return is_common or folded in french.STOP_WORDS


def around(signs: Collection[Sign], more: Iterable[Sign]) -> list[Sign]:
    """Return signs and those of `more` that stand where none of the same kind does, in order."""
    found = list(signs)
    for one in more:
        if not any(o.kind == one.kind and o.start < one.end and o.end > one.start for o in found):
            found.append(one)
    return sorted(found)
