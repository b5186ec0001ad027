"""Telling a text with other names: the same for the same through one export, others in the next.

Names that are invented stand for people, letters in brackets for places, plain words in brackets
for what reaches or numbers somebody. Small words agree again ("d’Amina" gives "de Casimir"); all
else, spaces and signs, is kept.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.collectives.naming import ARTICLE
from dossier.disclosures.pseudonyms import contacts
from dossier.disclosures.pseudonyms.finding import INITIAL, Found, Piece
from dossier.disclosures.pseudonyms.known import (
    FAMILY,
    GIVEN,
    PERSON,
    PLACE,
    Known,
    one_letter_away,
    units,
)
from dossier.disclosures.pseudonyms.vocabulary import lines
from dossier.notebooks import french

COVERED = "covered"
WORDS = {
    contacts.PHONE: "[téléphone]",
    contacts.EMAIL: "[adresse électronique]",
    contacts.NIR: "[numéro de sécurité sociale]",
    contacts.BIRTHDATE: "[date de naissance]",
    contacts.ADDRESS: "[adresse]",
    contacts.NUMBER: "[numéro]",
    COVERED: "[…]",
}
POOLS = {"f": "women", "m": "men", "": "either"}
TITLES = {
    "mme": "f", "mlle": "f", "madame": "f", "mademoiselle": "f", "mmes": "f",
    "m": "m", "mr": "m", "monsieur": "m",
}  # fmt: skip
VOWELS = frozenset("aeiou")
ELIDED = re.compile(r"(?<![\w’'])(?P<small>d|qu|jusqu|lorsqu|puisqu|quoiqu)[’']$", re.IGNORECASE)
WHOLE = re.compile(
    r"(?<![\w’'])(?P<small>d|qu|jusqu|lorsqu|puisqu|quoiqu)e(?P<space>[ \u00a0])$", re.IGNORECASE
)
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)|(?<=\d\d\d\d)(?:19|20)\d\d(?!\d)")
THE_DAY = re.compile(r"(?<!\w)le[ \u00a0]$")


@dataclass(frozen=True)
class Choices:
    """What a worker chose, by spelling: what is left as it is; what is replaced as well, and whose
    name it is (empty: somebody of their own); what is covered, wherever it stands.
    """

    undone: frozenset[str] = frozenset()
    added: Mapping[str, str] = field(default_factory=dict)
    covered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Segment:
    """A stretch of a text: what it `said`, what is `shown` instead, and what was found there, if
    anything; a doubt that is left has the two equal.
    """

    said: str
    shown: str
    found: Found | None = None
    is_replaced: bool = False


@dataclass(frozen=True)
class Replaced:
    """A text told with other names, and its stretches in order."""

    text: str
    segments: tuple[Segment, ...]


class Pseudonyms:
    """Who is called what through one export. A `seed` of its own makes the names of an export
    those of no other; none is a word of its texts or of a known name, nor one letter away.
    """

    def __init__(
        self,
        seed: bytes,
        known: Iterable[Known] = (),
        texts: Iterable[str] = (),
        *,
        keeps_birth_years: bool = False,
    ) -> None:
        """Take whose names are known, and all the texts of the export, before any is told."""
        self.seed, self.keeps_birth_years = seed, keeps_birth_years
        self.gender: dict[str, str] = {}
        self.family: dict[str, str] = {}
        avoided: set[str] = set()
        for one in known:
            avoided |= {word.folded for word in french.words(one.name)}
            if one.kind != PLACE:
                self.gender.setdefault(one.key, one.gender or _gender(one.name))
                families = ["".join(u.tokens) for u in units(one.name) if u.role == FAMILY]
                self.family.setdefault(one.key, (families or [one.key])[0])
        for text in texts:
            avoided |= {word.folded for word in french.words(text)}
        self.avoided = one_letter_away(avoided)
        self.told: dict[tuple[str, str], str] = {}
        self.used: set[str] = set()
        self.given: set[str] = set()

    def has_given(self, said: str) -> bool:
        """Whether all the words of a name are names already given, which are not replaced again."""
        return bool(said) and all(word.folded in self.given for word in french.words(said))

    def listen(self, text: str, found: Iterable[Found]) -> None:
        """Learn of somebody never named yet whether "Mme" or "M." stands before."""
        for one in found:
            gender = _gender(*text[max(0, one.start - 14) : one.start].split()[-1:])
            if gender and one.kind == PERSON and not self.gender.get(one.who):
                self.gender[one.who] = gender

    def name(self, who: str, role: str, said: str) -> str:
        """Return the first name given to somebody, or the name given to their family."""
        if role == GIVEN:
            return self._drawn(GIVEN, who, POOLS[self.gender.get(who, "")])
        key = self.family.get(who, french.fold_all(said).replace(" ", ""))
        return self._drawn(FAMILY, key, "families")

    def place(self, who: str) -> str:
        """Return a place in brackets, with a letter that tells it from the others."""
        if (PLACE, who) not in self.told:
            letters = self._shuffled(PLACE, "", [chr(ord("A") + n) for n in range(26)])
            number = sum(kind == PLACE for kind, _ in self.told)
            again = str(number // 26 + 1) if number >= 26 else ""
            self.told[PLACE, who] = f"[lieu {letters[number % 26]}{again}]"
        return self.told[PLACE, who]

    def _drawn(self, role: str, key: str, pool: str) -> str:
        if (role, key) not in self.told:
            names = [name for line in lines(pool) for name in line]
            free = (
                name
                for name in self._shuffled(role, key, names)
                if name not in self.used and not one_letter_away({french.fold(name)}) & self.avoided
            )
            number = sum(kind == role for kind, _ in self.told)
            word = "Quidam" if role == GIVEN else "Famille"
            drawn = next(free, f"{word}-{number + 1}")
            self.used.add(drawn)
            self.given |= {word.folded for word in french.words(drawn)}
            self.told[role, key] = drawn
        return self.told[role, key]

    def _shuffled(self, role: str, key: str, names: Sequence[str]) -> list[str]:
        def rank(name: str) -> bytes:
            return hmac.digest(self.seed, f"{role}\0{key}\0{name}".encode(), hashlib.sha256)

        return sorted(names, key=rank)


def _gender(*said: str) -> str:
    """Return what a title that begins the words says: "f", "m", or nothing."""
    words = french.fold_all(" ".join(said)).split()
    return TITLES.get(words[0], "") if words else ""


def apply(text: str, found: Sequence[Found], choices: Choices, pseudonyms: Pseudonyms) -> Replaced:
    """Return a text with what is found replaced, unless undone; what was added or covered, too."""
    pseudonyms.listen(text, found)
    segments: list[Segment] = []
    at = 0
    for one in _chosen(text, found, choices):
        is_replaced = one.kind == COVERED or (
            one.said not in choices.undone
            and (one.is_sure or one.said in choices.added)
            and not pseudonyms.has_given(one.said)
        )
        if not is_replaced:
            segments += [
                Segment(text[at : one.start], text[at : one.start]),
                Segment(one.said, one.said, one),
            ]
        else:
            before, said, shown = _told(text, at, one, pseudonyms)
            segments += [Segment(before, before), Segment(said, shown, one, is_replaced=True)]
        at = one.end
    segments.append(Segment(text[at:], text[at:]))
    kept = tuple(one for one in segments if one.said or one.shown)
    return Replaced("".join(one.shown for one in kept), kept)


def _chosen(text: str, found: Sequence[Found], choices: Choices) -> list[Found]:
    """Return what is found with what was chosen by hand, which wins where both stand."""
    own = [
        Found(start, end, said, COVERED, f"{COVERED}:{said}")
        for said in sorted(choices.covered, key=len, reverse=True)
        for start, end in _places(text, said)
    ]
    for said, who in sorted(choices.added.items(), key=lambda one: -len(one[0])):
        whose = who or f"added:{french.fold_all(said)}"
        own += [_added(start, end, said, whose) for start, end in _places(text, said)]
    kept: list[Found] = []
    taken = bytearray(len(text))
    for one in [*own, *found]:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _places(text: str, said: str) -> list[tuple[int, int]]:
    """Return where a spelling stands by itself."""
    if not said.strip():
        return []
    bounded = rf"(?<![^\W_]){re.escape(said)}(?![^\W_])"
    return [one.span() for one in re.finditer(bounded, text, re.IGNORECASE)]


def _added(start: int, end: int, said: str, who: str) -> Found:
    first = re.match(r"\S+", said)
    pieces = [Piece(start, start + first.end() if first else end, GIVEN)]
    if pieces[0].end < end:
        rest = start + len(said) - len(said[pieces[0].end - start :].lstrip())
        pieces.append(Piece(rest, end, FAMILY))
    return Found(start, end, said, PERSON, who, pieces=tuple(pieces))


def _told(text: str, at: int, one: Found, pseudonyms: Pseudonyms) -> tuple[str, str, str]:
    """Return what stands before, what is replaced with the small word it agrees with, and what is
    shown instead.
    """
    shown = _name(text, one, pseudonyms) if one.kind == PERSON else _word(one, pseudonyms)
    before = text[at : one.start]
    if one.kind == PLACE and (article := ARTICLE.search(before)):
        return _agreed(before, article, one, shown)
    if shown.isdigit() and (day := THE_DAY.search(before)):
        return before[: day.start()], day[0] + one.said, f"en {shown}"
    is_vowel = french.fold(shown[:1]) in VOWELS
    if (small := ELIDED.search(before)) and not is_vowel:
        e = "E" if small["small"].isupper() and len(small["small"]) > 1 else "e"
        return before[: small.start()], small[0] + one.said, f"{small['small']}{e} {shown}"
    if (small := WHOLE.search(before)) and is_vowel:
        mark = "'" if "'" in text and "’" not in text else "’"
        return before[: small.start()], small[0] + one.said, f"{small['small']}{mark}{shown}"
    return before, one.said, shown


def _agreed(before: str, article: re.Match, one: Found, shown: str) -> tuple[str, str, str]:
    """Take away the article of a place: "du Moulin" gives "de [lieu A]"."""
    said = article["article"]
    link = {"d": "de ", "a": "à "}.get(french.fold(said[0]), "")
    link = link.capitalize() if said[0].isupper() else link
    return before[: article.start()], said + one.said, link + shown


def _word(one: Found, pseudonyms: Pseudonyms) -> str:
    if one.kind == PLACE:
        return pseudonyms.place(one.who)
    if one.kind == contacts.BIRTHDATE and pseudonyms.keeps_birth_years:
        year = YEAR.search(one.said)
        return year[0] if year else WORDS[one.kind]
    return WORDS[one.kind]


def _name(text: str, one: Found, pseudonyms: Pseudonyms) -> str:
    """Return the other name, with the parts, the order, the capitals and the signs of the one."""
    told, end, roles = [], one.start, set()
    for piece in one.pieces:
        said = text[piece.start : piece.end]
        role = piece.role.removesuffix(INITIAL)
        if piece.role in roles:
            end = piece.end
            continue
        name = pseudonyms.name(one.who, role, said)
        if piece.role.endswith(INITIAL):
            name = name[0] + ("." if said.endswith(".") else "")
        elif said.isupper() and len(said) > 1:
            name = name.upper()
        elif said.islower():
            name = name.lower()
        between = re.sub(r"[^\s\u00a0\u202f,.’'‐‑-]|\w", "", text[end : piece.start])
        told += [between if told else "", name]
        roles.add(piece.role)
        end = piece.end
    return "".join(told)
