"""The ways in which the names known to a house are written: parts, diminutives, misspellings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dossier.collectives.spellings import PARTICLES, is_in, parts
from dossier.disclosures.pseudonyms.vocabulary import diminutives, folded, is_first_name, is_plain
from dossier.notebooks import french

PERSON, PLACE = "person", "place"
RELATIVE, WORKER = "relative", "worker"
SORTS = (PERSON, RELATIVE, WORKER, PLACE)
GIVEN, FAMILY = "given", "family"
MORE_PARTICLES = frozenset({
    "da", "dos", "das", "di", "della", "bin", "bint", "abd", "ait", "ould", "von", "der", "den",
    "ibn", "abu", "abou", "bou", "mac", "mc",
})  # fmt: skip
LOW_PARTICLE = re.compile(r"(?<=[ -])(?:da|das|dos?|di|della|bin|bint|von|der|den|ibn|van)(?=[ -])")
BRETON = re.compile(r"(?<=[cC])[’'‘ʼ](?=[hH])")
EXACT, SHORT, HALF, NEAR = range(4)  # from what is surest
SHORTEST_NEAR, SHORTEST_CUT, LONGEST_CUT = 4, 3, 7  # letters
SHORTEST_GLUED = 7
KIN = frozenset({
    "cousin", "ami", "compagnon", "enfant", "fille", "chef", "avocat", "belle", "beau", "neveu",
    "oncle", "tante", "frere", "pere", "mere", "fils", "mari", "gendre", "parrain", "marraine",
    "voisin", "tuteur", "juge", "bebe", "garcon", "medecin", "jumeau", "jumel",
})  # fmt: skip
LINKS = frozenset({"de", "du", "des", "d", "a", "au", "aux", "en", "et"})
ARTICLES = frozenset({"l", "la", "le", "les"})
OF_ARTICLE = {"les": ("des",), "le": ("du",), "la": ("de", "la")}
FIGURES = {"deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7"}
SAINTS = {"st": "saint", "ste": "sainte"}
SOUND = "~"
SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("w", "v"),
    ("eau", "o"),
    ("au", "o"),
)
ENDINGS = ("ou", "ounet", "ounette", "ette", "inou", "inette", "i", "y", "ie", "o", "oune", "ouche")


@dataclass(frozen=True)
class Known:
    """A name declared in the house: of somebody it accompanies, a relative, a worker, a place.

    `who` tells them from the others (their name when empty); `gender` is "f", "m" or "".
    """

    kind: str
    name: str
    who: str = ""
    gender: str = ""

    def __post_init__(self) -> None:
        """Refuse a kind that is none, with ValueError."""
        if self.kind not in SORTS:
            raise ValueError(self.kind)

    @cached_property
    def key(self) -> str:
        """By what they are told from the others."""
        return self.who or french.fold_all(self.name)


class Unit(NamedTuple):
    """A part of a name: its words, folded, and whether it is a first name or a family's."""

    role: str
    tokens: tuple[str, ...]

    @property
    def letters(self) -> str:
        """Return its initials: "jp" for "Jean-Pierre", "l" for "Le Goff"."""
        own = "".join(word[0] for word in self.tokens if word not in PARTICLES)
        return own or self.tokens[0][0]

    @property
    def letterings(self) -> set[str]:
        """Return all it may be cut down to: "g", "l" and "lg" for "Le Goff"."""
        return {self.letters, self.tokens[0][0], "".join(word[0] for word in self.tokens)}


class Way(NamedTuple):
    """A way in which a part of somebody's name is written, in one to four words."""

    known: Known
    unit: Unit
    how: int
    size: int
    first: str


def units(name: str) -> list[Unit]:
    """Return the parts of a name: capitals tell the family's, else the first part is a first name,
    unless only the last is a usual one; a single part after "Mme" is a family's.
    """
    name = LOW_PARTICLE.sub(lambda one: one[0].title(), BRETON.sub("", name))
    upper = {french.fold(word) for word in re.findall(r"[^\W\d_]{2,}", name) if word.isupper()}
    bare = _tied(parts(name)) + _kin(name)
    if (words := list(french.words(name))) and name[(last := words[-1]).start].isupper():
        bare += [(last.folded,)] * (last.folded in PARTICLES and len(words) > 1)  # "Kim-Anh Lê"
    is_all_upper = all(set(part) <= upper for part in bare)
    words = french.fold_all(name).split()
    is_titled = bool(words) and is_in("titles", words[0])
    married = _after(words, {"nee", "epouse", "ep", "veuve", "vve"})
    called = _after(words, {"dit", "dite", "alias", "surnomme", "surnommee"})
    usual = [any(is_first_name(word) for word in part) for part in bare]
    last = max((n for n, part in enumerate(bare) if part[0] not in called | married), default=0)
    is_family = bare[last][0] in folded("surnames") if bare else False  # "Kelyan Martin"
    told = []
    for place, part in enumerate(bare):
        if part[0] in called:
            is_given = True
        elif part[0] in married:
            is_given = False
        elif not is_all_upper and upper:
            is_given = not set(part) & upper
        elif last == 0:
            is_given = usual[0] or not is_titled
        elif usual[last] and not (usual[0] or is_family) and len(bare[last]) == 1:
            is_given = place == last
        else:
            is_given = (place == 0 and not is_titled) or (usual[place] and place < last)
        told.append(Unit(GIVEN if is_given else FAMILY, part))
    return told


def _tied(bare: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the parts, particles of other tongues tied to what they begin."""
    found: list[tuple[str, ...]] = []
    for part in bare:
        if part in {("nee",), ("ep",), ("veuve",), ("vve",), ("alias",), ("surnomme",), ("dit",)}:
            continue
        if found and len(found[-1]) == 1 and found[-1][0] in MORE_PARTICLES:
            found[-1] += part
        else:
            found.append(part)
    return found


def _kin(name: str) -> list[tuple[str, ...]]:
    """Return the families whose name is a word for kin, which `parts` leaves out."""
    _, *rest = list(french.words(name)) or [None]
    return [
        (word.folded,)
        for word in rest
        if name[word.start].isupper() and word.folded in KIN and name[word.start - 1] == " "
    ]


def _after(words: list[str], marks: set[str]) -> set[str]:
    at = next((place for place, word in enumerate(words) if word in marks), len(words))
    return set(words[at + 1 :])


def _place_words(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways a place is called: whole, without its article, without what it is."""
    words = tuple(word.folded for word in french.words(name))
    yield words
    rest = words
    if len(bare := (*words[:1], *(word for word in words[1:] if word not in ARTICLES))) > 1:
        yield bare  # "EHPAD Clos Fleuri"
        if words[0] in folded("heads") and words[1] in OF_ARTICLE:
            yield words[0], *OF_ARTICLE[words[1]], *bare[1:]
    while len(rest) > 1 and rest[0] in folded("heads"):
        rest = rest[1:]
        if rest[0] not in LINKS:
            yield rest


def _own_name(name: str) -> Iterator[tuple[str, ...]]:
    """Yield what capitals say to be a place's own name, without and with what it is: "Les Alizés",
    "Alizés", "foyer Alizés" for "Foyer de vie Les Alizés".
    """
    words = [(word.folded, name[word.start].isupper()) for word in french.words(name)]
    low = [
        at for at, (word, is_own) in enumerate(words) if not is_own and word not in LINKS | ARTICLES
    ]
    is_on = low and words[low[-1]][0] in {"sur", "sous", "pres"}  # "Saint-Aubert-sur-Orne"
    own = tuple(word for word, _ in words[low[-1] + 1 :]) if low and not is_on else ()
    while own and own[0] in LINKS:
        own = own[1:]
    bare = own[1:] if own and own[0] in ARTICLES else own
    if sum(map(len, bare)) > 3 and not set(bare) <= folded("heads"):
        yield own
        yield bare
        yield words[0][0], *own
        yield words[0][0], *bare
        yield words[0][0], *OF_ARTICLE.get(own[0], ()), *bare  # "foyer des Alizés"


def _in_figures(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a place's words with its numbers in figures: "4 vents"."""
    return tuple(FIGURES.get(word, word) for word in words)


def _place_halves(name: str) -> Iterator[tuple[str, ...]]:
    """Yield a place cut short: its first word if it is none ("Trémeur"), what its link begins."""
    words = [word.folded for word in french.words(name)]
    own = [word for word in words if word not in folded("heads")]
    if len(own) > 2 and own[0] in {"saint", "sainte", "st", "ste"}:
        yield own[0], own[1]
    if len(own) > 1 and len(own[0]) > 4 and not (is_plain(own[0]) or is_first_name(own[0])):
        yield (own[0],)
    after = next((at for at, word in enumerate(words) if at and word in LINKS), len(words))
    while after < len(words) and words[after] in LINKS | ARTICLES:
        after += 1
    rest = tuple(words[after:])
    if sum(map(len, rest)) > 3 and not set(rest) & folded("heads"):
        yield rest
        if words[after - 1] in ARTICLES:
            yield (words[after - 1], *rest)
    if len(words) > 2 and words[0] in ARTICLES and len(words[1]) > 3:  # "le Clos"
        yield (words[1],)
        yield (words[0], words[1])


class Index:
    """The ways of all that is known, found by what is written."""

    def __init__(self, known: Iterable[Known]) -> None:
        """Read each name once."""
        self.exact: dict[str, list[Way]] = {}
        self.near: dict[str, set[str]] = {}
        self.units: dict[str, list[Unit]] = {}
        self.known: dict[str, Known] = {}
        self.kept: dict[str, list[Way]] = {}
        for one in known:
            self.known.setdefault(one.key, one)
            if one.kind == PLACE:
                self._place(one)
            else:
                self._person(one)
        for spelled, ways in self.exact.items():
            if len(spelled) >= SHORTEST_NEAR and ways[0].how in {EXACT, HALF}:
                for cut in {*_cuts(spelled), SOUND + sound(spelled)}:
                    self.near.setdefault(cut, set()).add(spelled)
        self.first = {way.first for ways in self.exact.values() for way in ways if way.size > 1}
        self.longest = max((way.size for ways in self.exact.values() for way in ways), default=0)

    def _add(self, one: Known, unit: Unit, how: int, words: tuple[str, ...]) -> None:
        spelled = "".join(SAINTS.get(word, word) for word in words)
        ways = self.exact.setdefault(spelled, [])
        if len(spelled) > 1 and not any(
            way.known.key == one.key and way.unit == unit for way in ways
        ):
            ways.append(Way(one, unit, how, len(words), SAINTS.get(words[0], words[0])))

    def _place(self, one: Known) -> None:
        ways = [*_place_words(one.name), *_own_name(one.name)]
        ways += [told for told in map(_in_figures, ways) if told not in ways]
        for words in ways:
            if any(word not in folded("heads") for word in words) and "".join(words):
                self._add(one, Unit(PLACE, words), EXACT, words)
        for words in _place_halves(one.name):
            self._add(one, Unit(PLACE, words), HALF, words)

    def _person(self, one: Known) -> None:
        for unit in units(one.name):
            told = self.units.setdefault(one.key, [])
            if unit not in told:
                told.append(unit)
            self._add(one, unit, EXACT, unit.tokens)
            bare = tuple(word for word in unit.tokens if word not in PARTICLES | MORE_PARTICLES)
            if bare and bare != unit.tokens:
                self._add(one, unit, EXACT if len(bare) == 1 else HALF, bare)
            if len(bare) > 1:
                for word in bare:
                    if len(word) > 2:
                        self._add(one, unit, HALF, (word,))
            shorts = [short for word in bare for short in _shorts(word)]
            if unit.role == FAMILY:
                shorts = [*_cut_short("".join(unit.tokens))]
            for short in shorts:
                self._add(one, unit, SHORT, (short,))

        self._glued(one)

    def _glued(self, one: Known) -> None:
        """Read a first name and the family's as one word, either way round: "kelyanmorvan"."""
        told = self.units.get(one.key, ())
        for glued in {(a, b) for a in told for b in told if a.role != b.role}:
            word = "".join(token for unit in glued for token in unit.tokens)
            if len(word) > SHORTEST_GLUED:
                self._add(one, glued[0], EXACT, (word,))

    def ways(self, spelled: str, size: int) -> list[Way]:
        """Return the ways of those written so, in `size` words, letter for letter."""
        return [way for way in self.exact.get(spelled, ()) if way.size >= size]

    def nearly(self, spelled: str) -> list[Way]:
        """Return the ways of those whose name is a letter away (added, lost, changed, swapped), or
        sounds the same.
        """
        if spelled not in self.kept:
            heard = self.near.get(SOUND + sound(spelled), set())
            cuts = _cuts(spelled) if len(spelled) >= SHORTEST_NEAR - 1 else set()
            found = {name for cut in cuts for name in self.near.get(cut, ())}
            self.kept[spelled] = [
                way._replace(how=NEAR)
                for name in sorted(found | heard)
                if name in heard or is_near(name, spelled)
                for way in self.exact[name]
                if way.how in {EXACT, HALF}
            ]
        return self.kept[spelled]


def _cut_short(family: str) -> Iterator[str]:
    """Yield a family's name without its end: "soili" for "soilihi"."""
    for size in range(SHORTEST_CUT + 2, len(family) - 1):
        if not (is_plain(family[:size]) or is_first_name(family[:size])):
            yield family[:size]


def _shorts(word: str) -> Iterator[str]:
    """Yield what a first name is called: listed, cut short, its end alone, doubled, with -ou."""
    yield from sorted(diminutives().get(word, ()))
    yield from sorted(first for first, short in diminutives().items() if word in short)
    made: set[str] = set()
    if len(word) > SHORTEST_CUT + 1:
        made |= {word[:size] for size in range(SHORTEST_CUT, min(LONGEST_CUT, len(word) - 2) + 1)}
        made |= {word[-size:] for size in range(4, len(word) - 1)}
    if double := re.match(r"[^aeiouy]*[aeiouy]+", word):
        made.add(double[0] * 2)
        made |= {
            double[0] + word[:size] + end for size in (3, 4, 5) for end in ("", "e", "h", "he")
        }
    stems = {word, word.rstrip("aeiou")}
    stems |= {cut for cut in (word[:3], word[:4], word[:5]) if cut[-1] not in "aeiouy"}
    made |= {stem + ending for stem in stems if len(stem) > 2 for ending in ENDINGS}
    yield from sorted(
        one for one in made if len(one) > 2 and not is_plain(one) and not is_first_name(one)
    )


def sound(name: str) -> str:
    """Return a folded name as it sounds, roughly: "mohammed" and "mohamed" are the same."""
    for written, heard in SOUNDS:
        name = name.replace(written, heard)
    name = re.sub(r"(.)\1", r"\1", name.replace("h", ""))
    return name[:-1] if len(name) > 4 and name[-1] == "e" and name[-2] not in "aiou" else name


def _cuts(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def one_letter_away(words: Iterable[str]) -> set[str]:
    """Return the words and each of them less one letter: two that meet there are near."""
    return {cut for word in words for cut in _cuts(word)}


def is_near(one: str, other: str) -> bool:
    """Whether two words differ by one letter at most: added, lost, changed, or two swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped
