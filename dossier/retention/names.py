"""Finding the names of one person in any text, and putting a neutral word in their place; pure.

The ways a name is written are those of `collectives.spellings`, joined and turned round besides, so
that "AminaBenali.jpg" and "benali-amina@…" are found.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from dossier.collectives.naming import AFTER, BEFORE, ENDS, MAIL_AT
from dossier.collectives.spellings import PARTICLES, is_in, parts, spellings
from dossier.notebooks import french

Tokens = tuple[str, ...]
CLOSE = re.compile(r"[\s\u00a0\u202f_.’'‐-]{1,3}")
STUCK = re.compile(rf"[{french._marks()}]")
MARKS = re.compile(r"[*_]+")  # what `notebooks.marks` shows as no sign at all
AROUND = ' \t\u00a0\u202f«»“”"‘([*_'


@dataclass(frozen=True)
class Spot:
    """Where a name stands in a text, from `start` to `end`; `key` is it folded. It `is_whole` when
    it says more than a part of the name, `is_weak` when it may be a plain word.
    """

    start: int
    end: int
    said: str
    key: str
    is_whole: bool
    is_weak: bool


@dataclass(frozen=True)
class Names:
    """The ways the names of a person are written, by their first word, the longest first."""

    ways: dict[str, list[Tokens]]
    long: tuple[str, ...]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Names":
        """Return the ways to write `names`; one without a letter has none."""
        found: set[Tokens] = set()
        for name in filter(None, names):
            found |= {one.tokens for one in spellings(name)}
            found.add(tuple(word.folded for word in french.words(name)))
            whole = [word for part in parts(name) for word in part]
            for joined in (whole, [word for word in whole if word not in PARTICLES]):
                if len(joined) > 1:
                    found |= {("".join(joined),), ("".join(joined[1:] + joined[:1]),)}
        ways: dict[str, list[Tokens]] = {}
        for tokens in sorted(filter(None, found), key=lambda one: (-len(one), one)):
            ways.setdefault(tokens[0], []).append(tokens)
        single = {one[0] for one in found if len(one) == 1 and len(one[0]) > 3}
        return cls(ways, tuple(sorted(single)))

    @property
    def alone(self) -> set[str]:
        """The words that are a name by themselves, folded."""
        return {way[0] for ways in self.ways.values() for way in ways if len(way) == 1}

    def may_be_in(self, text: str) -> bool:
        """Whether a name may be in `text`: quick, and never wrong when it says no."""
        flat = flattened(text)
        bare = MARKS.sub("", flat)
        return any(first in flat or first in bare for first in self.ways)

    def find(self, text: str) -> list[Spot]:
        """Return where the names stand, in order, none within another: in the text as typed, and
        as it is shown, where a mark within a name is not seen ("Zéphy**rine**").
        """
        if not self.may_be_in(text):
            return []
        found = self._find(text)
        if not MARKS.search(text):
            return found
        places = _shown(text)
        bare = "".join(text[place] for place in places)
        for spot in self._find(bare):
            start, end = places[spot.start], places[spot.end - 1] + 1
            if MARKS.search(text, start, end):
                found = _with(text, found, replace(spot, start=start, end=end))
        return found

    def _find(self, text: str) -> list[Spot]:
        words = list(french.words(text))
        found: list[Spot] = []
        at = 0
        while at < len(words):
            spot, count = self._at(text, words, at)
            if spot and not (found and spot.start < found[-1].end):
                found.append(spot)
            at += count or 1
        return _in_mails(text, found, self.long)

    def _at(self, text: str, words: list[french.Word], at: int) -> tuple[Spot | None, int]:
        first = words[at].folded
        told = self.ways.get(first) or self.ways.get(first.rstrip("0123456789")) or ()
        for tokens in told:
            here = words[at : at + len(tokens)]
            if len(here) < len(tokens):
                continue
            bare = [word.folded for word in here]
            bare[-1] = bare[-1] if bare[-1] == tokens[-1] else bare[-1].rstrip("0123456789")
            pairs = zip(here, here[1:], strict=False)
            if tuple(bare) != tokens or not all(
                CLOSE.fullmatch(text[one.end : other.start]) for one, other in pairs
            ):
                continue
            is_alone = len(tokens) == 1
            if is_alone and self._is_plain(text, here[0]):
                continue
            start, end = here[0].start, here[-1].end
            is_at = text[start - 1 : start] == "@"
            is_weak = is_alone and not is_at and _is_weak(text, here[0])
            if before := BEFORE.search(text[max(0, start - 4) : start]):
                start -= len(before[0])
            elif after := AFTER.match(text, end):
                end = after.end()
            start -= is_at
            key = " ".join(tokens)
            return Spot(start, end, text[start:end], key, not is_alone, is_weak), len(tokens)
        return None, 0

    @staticmethod
    def _is_plain(text: str, word: french.Word) -> bool:
        """Whether a word in lower case says what it says every day: "rose", "petit"."""
        if text[word.start].isupper() or text[word.start - 1 : word.start] == "@":
            return False
        return is_in("common", word.folded) or is_in("empty", word.folded)


def flattened(text: str) -> str:
    """Return `text` without case, accents nor what sticks to letters."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.translate(french.LIGATURES)).casefold()
    return STUCK.sub("", unicodedata.normalize("NFKD", flat))


def _shown(text: str) -> list[int]:
    """Return the places of the signs of a text that are no mark."""
    marks = {at for one in MARKS.finditer(text) for at in range(*one.span())}
    return [at for at in range(len(text)) if at not in marks]


def _with(text: str, found: list[Spot], spot: Spot) -> list[Spot]:
    """Return `found` with a spot that marks cut, and takes in those it meets; a mark that is
    left right beside it, without the one that answers it, goes too.
    """
    met = [one for one in found if one.start < spot.end and spot.start < one.end]
    start = min(one.start for one in [spot, *met])
    end = max(one.end for one in [spot, *met])
    before, after = MARKS.match(text[:start][::-1]), MARKS.match(text, end)
    is_odd = len(MARKS.findall(text[start:end])) % 2 == 1
    if before and after and before[0] != after[0]:
        start, end = start - before.end(), after.end()
    elif is_odd and after:
        end = after.end()
    elif is_odd and before:
        start -= before.end()
    told = replace(spot, start=start, end=end, said=text[start:end])
    return sorted([*(one for one in found if one not in met), told], key=lambda one: one.start)


def _is_weak(text: str, word: french.Word) -> bool:
    """Whether a word may be something else than a name: short and without a capital, or a plain
    word that begins a sentence.
    """
    if not text[word.start].isupper():
        return word.end - word.start < 4
    is_common = is_in("common", word.folded) and not is_in("given", word.folded)
    before = text[: word.start].rstrip(AROUND)
    return is_common and (not before or before[-1] in ENDS)


def _in_mails(text: str, found: list[Spot], long: Collection[str]) -> list[Spot]:
    """Take in the whole of an address of mail that a name is part of."""
    if "@" not in text:
        return found
    mails = []
    for one in MAIL_AT.finditer(text):
        local = flattened(one[0].split("@")[0])
        if any(name in local for name in long):
            mails.append(Spot(one.start(), one.end(), one[0], local, True, False))
    kept = [
        spot
        for spot in found
        if not any(spot.start < mail.end and mail.start < spot.end for mail in mails)
    ]
    return sorted([*kept, *mails], key=lambda spot: spot.start)


def without(
    text: str, spots: Iterable[Spot], word: str, is_replaced: Callable[[Spot], bool]
) -> str:
    """Return `text` with `word` in place of each spot that `is_replaced`."""
    kept, at = [], 0
    for one in spots:
        if is_replaced(one):
            kept += [text[at : one.start], word]
            at = one.end
    return "".join([*kept, text[at:]])
