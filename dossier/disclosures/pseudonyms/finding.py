"""Names, places, contacts and numbers found in a French text; pure functions on values.

What is declared (`Known`) is found under all its ways, and sure when the context leaves no other
reading; a capital of which nothing is known is a doubt, replaced when somebody says so, unless the
sentence says that it is somebody (`_Text._is_somebody`). The rules for names that are words as well
(Rose, Petit, Moulin) are those of `_Text._judge_plain`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from dossier.collectives.naming import ABBREVIATED, CAPITAL, SPACE, begins_sentence
from dossier.collectives.spellings import PARTICLES, is_in
from dossier.disclosures.pseudonyms import contacts
from dossier.disclosures.pseudonyms.known import (
    ARTICLES,
    EXACT,
    FAMILY,
    GIVEN,
    HALF,
    MORE_PARTICLES,
    NEAR,
    PERSON,
    PLACE,
    SAINTS,
    SHORT,
    Index,
    Known,
    Unit,
    Way,
    is_near,
    sound,
)
from dossier.disclosures.pseudonyms.levelling import levelled
from dossier.disclosures.pseudonyms.vocabulary import (
    folded,
    is_first_name,
    is_like_plain,
    is_plain,
    lines,
)
from dossier.notebooks import french

INITIAL = "-initial"
MOST_MORE = 4  # words of a name after what is known of it
GAP = re.compile(r"[\s\u00a0\u202f‐‑’'-]{1,2}|[.]?-|[.][ \u00a0]?")
COMMA = re.compile(r",[ \u00a0]")
TITLED_LETTER = re.compile(
    r"(?<!\w)(?:M(?:r|me|mes|lle|s)?[.]?|Monsieur|Madame|Mademoiselle|madame|monsieur|mme|mr|Dr[.]?|Me|"
    rf"[Dd]octeure?|[Mm]aître|[Ff]amille){SPACE}(?P<letters>(?:[{CAPITAL}][.]?-?){{0,2}}[{CAPITAL}](?![\w’'])[.]?)"
)
LETTERS = re.compile(rf"(?<![\w.’'-])(?:[{CAPITAL}][.]-?{SPACE}?){{1,3}}[{CAPITAL}](?![\w’'])[.]?")
LONE = re.compile(rf"(?<![\w.-])(?<!\d )(?!M)[{CAPITAL}][.](?=\s+[^\W\d{CAPITAL}]|\s*[:,;)]|\s*$)")
AFTER_WITH = re.compile(
    rf"(?<!\w)(?:avec|chez|par){SPACE}(?!M[.]?{SPACE}[{CAPITAL}])(?P<letters>[{CAPITAL}]{{1,2}}(?![\w’'°])[.]?)"
)
SHOUTED = re.compile(
    rf"(?<![\w’'-])[{CAPITAL}]{{2,30}}"
    rf"(?:[ ’'-](?:[{CAPITAL}]{{1,30}}|\d{{1,4}})(?![\w.])){{3,60}}"
)
MISTER = re.compile(r"(?<![\w.’'-])M[.](?!\w)")
TOGETHER = re.compile(rf"(?<![\w.’'-])[{CAPITAL}]{{2,3}}(?![\w’'-])")
LOW_LETTERS = frozenset("bfghkpqrvwxz")  # those that are no word when alone
AT_PLACES = folded("bound") | folded("backs")
AT_PLACES |= {"", "au", "aux", "a", "de", "du", "des", "d", "vers", "chez", "et"}
THINGS = ARTICLES | folded("indefinite")
BESIDE = re.compile(r"[\s\u00a0\u202f.’'«“\"-]{1,3}")
TIES = frozenset(" \u00a0’'‐-")
FIELD = re.compile(r"(?<!\w)(?:pr[ée]noms?|noms?(?: de \w{5,9}| d[’']usage)?) ?: ?$", re.IGNORECASE)
CLAUSE = re.compile(r"(?:\d ?h ?\d{0,2}|[:;/+•–]|->)\s*$")
UNNAMED = frozenset("xyz")  # "Mme X" names nobody
WORD_TOO = "ce nom est aussi un mot"
NEARLY = "à une lettre d’un nom connu"
CUT = "peut-être un diminutif"
CAPITALS = "une majuscule, et rien de connu"
ONLY_LETTERS = "des initiales, peut-être"


@dataclass(frozen=True)
class Piece:
    """A part of a name found, and which: `role` is GIVEN or FAMILY, with INITIAL for letters."""

    start: int
    end: int
    role: str


@dataclass(frozen=True)
class Found:
    """What must go, from `start` to `end` (excluded), who or what it stands for, its kind.

    `is_sure` when it is replaced unless somebody says otherwise; `why` says a doubt in French.
    """

    start: int
    end: int
    said: str
    kind: str
    who: str
    is_sure: bool = True
    why: str = ""
    pieces: tuple[Piece, ...] = ()


def find(text: str, known: Iterable[Known] | Index) -> list[Found]:
    """Return all that is found in a text, in order, nothing over another.

    Give an `Index` rather than names when there are many texts.
    """
    index = known if isinstance(known, Index) else Index(known)
    level, at = levelled(text)
    return [_put_back(text, at, one) for one in _Text(level, index).found()]


def _put_back(text: str, at: Sequence[int], one: Found) -> Found:
    """Return what is found where it stands in the text as it was typed."""
    start, end = at[one.start], at[one.end]
    pieces = tuple(Piece(at[piece.start], at[piece.end], piece.role) for piece in one.pieces)
    return replace(one, start=start, end=end, said=text[start:end], pieces=pieces)


@dataclass
class _Step:
    """A part of a name, from a word to another (excluded)."""

    role: str
    start: int
    end: int
    how: int


@dataclass
class _Run:
    """The parts of a name that follow each other in a text, all of one of those known."""

    known: Known
    steps: list[_Step]

    @property
    def end(self) -> int:
        return self.steps[-1].end

    @property
    def named(self) -> list[_Step]:
        """Return its steps that are more than letters."""
        return [step for step in self.steps if not step.role.endswith(INITIAL)]


class _Text:
    """A text being read."""

    def __init__(self, text: str, index: Index) -> None:
        self.text, self.index = text, index
        self.tokens = list(french.words(text))
        self.told = [SAINTS.get(word.folded, word.folded) for word in self.tokens]
        self.taken = bytearray(len(text) + 1)
        self.loud = self._loud()
        self.dull: dict[str, bool] = {}
        self.seen: dict[str, int] = {}
        self.lettered: dict[tuple[str, str], list[str]] = {}
        self.all: list[Found] = []

    def found(self) -> list[Found]:
        """Return all that is found, in order."""
        for one in contacts.spans(self.text, self._is_name):
            said = self.text[one.start : one.end]
            if one.kind == contacts.ADDRESS and self._is_place(said):
                continue
            key = re.sub(r"[\W_]", "", said).casefold()
            self._add(Found(one.start, one.end, said, one.kind, f"{one.kind}:{key}", one.is_sure))
        place = 0
        while place < len(self.tokens):
            is_over = self.taken[self.tokens[place].start] or self._is_dull(place)
            run = None if is_over else self._best(place)
            place = self._keep(run) if run else place + 1
        self._all_letters()
        self._doubts()
        self._agree()
        return sorted(self.all, key=lambda one: one.start)

    def _agree(self) -> None:
        """Make sure what is surely somebody nobody declared elsewhere in the text: "Me Quévert",
        then "Quévert".
        """
        sure = {
            word.folded: one.who
            for one in self.all
            if one.is_sure and one.kind == PERSON and one.who.startswith("name:")
            for word in french.words(one.said)
            if len(word.folded) > 2 and not is_like_plain(word)
        }
        for place, one in enumerate(self.all):
            words = [word.folded for word in french.words(one.said)]
            if one.why == CAPITALS and all(word in sure for word in words):
                self.all[place] = replace(one, is_sure=True, why="", who=sure[words[0]])

    def _is_name(self, word: str) -> bool:
        """Whether a folded word is a known person's name, even misspelt, or a usual first name."""
        ways = self.index.ways(word, 1)
        if not ways and len(word) > 4 and not is_plain(word):
            ways = self.index.nearly(word)
        return is_first_name(word) or any(
            way.known.kind != PLACE and way.how != SHORT for way in ways
        )

    def _is_place(self, said: str) -> bool:
        """Whether what looks like an address is the name of a place known to the house, or ends
        with one: "résidence Les Mimosas".
        """
        words = [SAINTS.get(word.folded, word.folded) for word in french.words(said)]
        ends = [
            "".join(words[start:])
            for start in range(1 if any(map(str.isdigit, said)) else len(words))
        ]
        return any(way.known.kind == PLACE for end in ends for way in self.index.ways(end, 1))

    def _add(self, one: Found) -> None:
        if not any(self.taken[one.start : one.end]):
            self.taken[one.start : one.end] = b"\1" * (one.end - one.start)
            self.all.append(one)

    def _loud(self) -> bytearray:
        """Return where a line, or four words, are all in capitals, which say nothing there."""
        loud, start = bytearray(len(self.text) + 1), 0
        for line in self.text.split("\n"):
            words = re.findall(r"[^\W\d_]{2,}", line)
            if len(words) > 3 and sum(map(str.isupper, words)) > 0.7 * len(words):
                loud[start : start + len(line)] = b"\1" * len(line)
            start += len(line) + 1
        for run in SHOUTED.finditer(self.text):
            loud[run.start() : run.end()] = b"\1" * (run.end() - run.start())
        return loud

    # Words

    def _between(self, place: int) -> str:
        """Return what stands between a word and the one before."""
        return self.text[self.tokens[place - 1].end : self.tokens[place].start]

    def _said(self, place: int) -> str:
        word = self.tokens[place]
        return self.text[word.start : word.end]

    def _is_capital(self, place: int) -> bool:
        word = self.tokens[place]
        return self.text[word.start].isupper() and not self.loud[word.start]

    def _before(self, place: int) -> str:
        """Return the word right before, folded; nothing when a sentence or a comma parts them."""
        if place and BESIDE.fullmatch(self._between(place)):
            return self.tokens[place - 1].folded
        return ""

    def _is_titled(self, place: int) -> bool:
        before = self._before(place)
        if before not in folded("titles"):
            return False
        is_short = before in ABBREVIATED or self._is_capital(place - 1) or before != "m"
        return is_short and not re.search(r"\w[.]\s*$", self._between(place)[1:])

    # Names known

    def _is_dull(self, place: int) -> bool:
        """Whether a word in lower case surely begins no name known, alone or tied to the next; only
        to go faster: most words are.
        """
        word = self.tokens[place]
        said = self.text[word.start : word.end]
        if (is_dull := self.dull.get(said)) is None:
            told, index = self.told[place], self.index
            is_known = told in index.exact or told in index.first
            is_dull = said.islower() and not is_known and (len(told) < 4 or is_like_plain(word))
            self.dull[said] = is_dull
        if not is_dull or place + 1 == len(self.tokens):
            return is_dull
        is_next = self.text[self.tokens[place + 1].start].isupper()
        return not is_next and self.text[word.end] not in "-’'"

    def _ways(self, place: int) -> list[tuple[Way, int]]:
        """Return the ways that begin at a word, with how many words they take."""
        found: list[tuple[Way, int]] = []
        joined = ""
        longest = self.index.longest if self.told[place] in self.index.first else 1
        parted = 0
        for size in range(1, longest + 2):
            at = place + size - 1
            if at >= len(self.tokens) or (size > 1 and not GAP.fullmatch(self._between(at))):
                break
            joined += self.told[at]
            parted = parted or int(size > 1 and self._is_parted(at))
            found += [(way, size) for way in self.index.ways(joined, size - parted)]
            if size == 1 and not found and len(joined) > 1:
                found += [(way, 1) for way in self._cut_to(place)]
            if size == 1 and not found and self._is_place_capital(place):
                found += [(way, 1) for way in self.index.nearly(joined) if way.known.kind == PLACE]
            if self._may_be_near(place, at, joined):
                found += [
                    (way, size)
                    for way in self.index.nearly(joined)
                    if self._is_like(way, place, size)
                ]
        return found

    def _is_place_capital(self, place: int) -> bool:
        """Whether a word of the language stands as the name of a place: "aux Sorbier"."""
        is_there = self._before(place) in {"aux", "au", "des"} and self._is_capital(place)
        return is_there and len(self.told[place]) > 4 and is_plain(self.told[place])

    def _cut_to(self, place: int) -> list[Way]:
        """Return whose first name an apostrophe cuts short, even to a word ("Col’")."""
        word, told = self.tokens[place], self.told[place]
        if not (self._is_capital(place) and self._is_cut(word.start, word.end)):
            return []
        return [
            Way(self.index.known[key], unit, SHORT, 1, told)
            for key, those in self.index.units.items()
            for unit in those
            if unit.role == GIVEN and unit.tokens[0].startswith(told)
        ]

    def _is_parted(self, at: int) -> bool:
        """Whether a word may go on the one before: "Gros-Jean", "Floc’h", "Ben Ali"."""
        is_tied = self._between(at) in {"-", "’", "'"}
        return is_tied or (self._is_capital(at - 1) and self._is_capital(at))

    def _is_like(self, way: Way, place: int, size: int) -> bool:
        """Whether several words may be those of a name misspelt: the short ones are its own."""
        short = {word for word in self.told[place : place + size] if len(word) < 4}
        written = "".join(self.told[place : place + size])
        if len(written) < 6 and not self._is_capital(place) and not self._sounds(way, written):
            return (
                size == 1
                and len(written) == 5
                and sorted(written) == sorted("".join(way.unit.tokens))
            )
        other = short - {*way.unit.tokens}
        is_own = all(
            not is_plain(word) and any(is_near(word, own) for own in way.unit.tokens)
            for word in other
        )
        return way.size >= size and (size == 1 or is_own)

    def _sounds(self, way: Way, written: str) -> bool:
        bare = [word for word in way.unit.tokens if len(word) > 2]
        return sound(written) in {sound("".join(way.unit.tokens)), *map(sound, bare)}

    def _may_be_near(self, place: int, last: int, joined: str) -> bool:
        """Whether words may be a name misspelt: no word of the language, nor another name."""
        is_heard = len(joined) > (2 if self._is_capital(place) else 3)
        if not joined.isalpha() or (len(joined) < 4 and not is_heard) or joined in self.index.exact:
            return False
        if not (self._is_capital(place) or self._is_capital(last)):
            return len(joined) > 3 and place == last and not is_like_plain(self.tokens[place])
        return place != last or not (is_plain(joined) or self._is_conjugated(place))

    def _is_conjugated(self, place: int) -> bool:
        """Whether a word that begins a sentence is one of the language in another form."""
        word = self.tokens[place]
        return (
            begins_sentence(self.text, word.start)
            and is_like_plain(word)
            and not self._does(word.end)
        )

    def _best(self, place: int) -> _Run | None:
        """Return the longest run that begins at a word, of who was last named when several."""
        runs = [self._chain(way, place, size) for way, size in self._ways(place)]
        is_there = self._before(place) == "a" and self.told[place] in ARTICLES
        if is_there or self._before(place) in {"au", "aux"}:
            runs = [run for run in runs if run.known.kind == PLACE] or runs
        return max(runs, key=self._rank, default=None)

    def _rank(self, run: _Run) -> tuple[int, int, int, int, int]:
        exact = sum(step.end - step.start for step in run.named if step.how == EXACT)
        return (
            len(run.named),
            run.end - run.steps[0].start,
            exact,
            -sum(step.how for step in run.steps),
            self.seen.get(run.known.key, -1),
        )

    def _chain(self, way: Way, place: int, size: int) -> _Run:
        """Return the run that a way begins: a first name, then the family's, or letters."""
        run = _Run(way.known, [_Step(way.unit.role, place, place + size, way.how)])
        used = [way.unit]
        while way.known.kind != PLACE and run.end < len(self.tokens):
            following = self._following(run, used)
            if not following:
                break
            step, unit = following
            run.steps.append(step)
            used.append(unit)
        return run

    def _following(self, run: _Run, used: list[Unit]) -> tuple[_Step, Unit] | None:
        at = run.end
        gap = self._between(at)
        is_family = run.steps[-1].role == FAMILY and self._is_capital(at)
        is_comma = bool(COMMA.fullmatch(gap)) and (self._said(at - 1).isupper() or is_family)
        if self.taken[self.tokens[at].start] or not (GAP.fullmatch(gap) or is_comma):
            return None
        if "." in gap and not self._is_letter(at - 1):
            return None
        if found := self._way_of(run, at, used):
            return None if is_comma and found[0].role != GIVEN else found
        if is_comma:
            return None
        if found := self._nearly_own(run, at, used):
            return found
        rest = [unit for unit in self.index.units.get(run.known.key, ()) if unit not in used]
        if "\n" not in gap and (found := self._letters_of_rest(at, rest)):
            return found
        if not self._is_capital(at) or at + 1 >= len(self.tokens) or is_plain(self.told[at]):
            return None
        found = GAP.fullmatch(self._between(at + 1)) and self._way_of(run, at + 1, used)
        return (replace(found[0], start=at), found[1]) if found else None

    def _letters_of_rest(self, at: int, rest: Sequence[Unit]) -> tuple[_Step, Unit] | None:
        """Return the letters that cut the rest of a name down: "Amina B.", "Léa DM"."""
        families = [unit for unit in rest if unit.role == FAMILY]
        if len(self.told[at]) > 1:
            is_cut = families and self.told[at] == "".join(unit.letters for unit in families)
            if not is_cut or not self._said(at).isupper():
                return None
            return _Step(FAMILY + INITIAL, at, at + 1, EXACT), families[0]
        letter, is_capital = self.told[at], self._is_letter(at)
        unit = next((one for one in rest if letter in one.letterings), None)
        is_dotted = self.text[self.tokens[at].end : self.tokens[at].end + 1] == "."
        is_own = unit and (is_capital or is_dotted or letter in LOW_LETTERS)
        if not is_own and not (is_capital and is_dotted):
            return None
        role = unit.role if unit else FAMILY
        return _Step(role + INITIAL, at, at + 1, EXACT), unit or Unit(role, (letter,))

    def _nearly_own(self, run: _Run, at: int, used: list[Unit]) -> tuple[_Step, Unit] | None:
        """Return the other part of a name, misspelt, even as another word: "Louise Mari"."""
        if not self._is_capital(at) or not self._is_capital(run.steps[0].start):
            return None
        for unit in self.index.units.get(run.known.key, ()):
            end = at + len(unit.tokens)
            written = "".join(self.told[at:end])
            if unit in used or len(written) < 3 or end > len(self.tokens):
                continue
            if is_near("".join(unit.tokens), written) and self._is_together(at, end):
                return _Step(unit.role, at, end, NEAR), unit
        return None

    def _is_together(self, start: int, end: int) -> bool:
        return all(GAP.fullmatch(self._between(place)) for place in range(start + 1, end))

    def _is_letter(self, place: int) -> bool:
        word = self.tokens[place]
        is_dotted = self.text[word.end : word.end + 1] == "."
        is_capital = self._is_capital(place) or (is_dotted and self.text[word.start].isupper())
        return word.end - word.start == 1 and is_capital

    def _way_of(self, run: _Run, at: int, used: list[Unit]) -> tuple[_Step, Unit] | None:
        """Return the longest other part of the same name that stands at a word."""
        is_low = not self._is_capital(run.steps[0].start) and not self._is_capital(run.end - 1)
        ways = [
            (way, size)
            for way, size in self._ways(at)
            if way.known.key == run.known.key and way.unit not in used
        ]
        for way, size in sorted(ways, key=lambda one: (one[0].how, -one[1])):
            is_word = size == 1 and is_plain(self.told[at]) and not self._is_capital(at)
            if not is_word or (is_low and way.how == EXACT):
                return _Step(way.unit.role, at, at + size, way.how), way.unit
        return None

    def _keep(self, run: _Run) -> int:
        """Keep a run if it names somebody here; return the word to go on from."""
        first = run.steps[0].start
        self._letters_before(run)
        judged = None if self._is_small(run) else self._judge(run)
        if judged is None:
            return first + 1
        is_sure, why = judged
        pieces = [self._piece(step) for step in run.steps]
        start, end, who = pieces[0].start, pieces[-1].end, run.known.key
        kind = PLACE if run.known.kind == PLACE else PERSON
        if len(run.steps) == 1 and run.steps[0].how == NEAR and self._is_other(run.steps[0]):
            who = self._other(run)
        if kind == PERSON and is_sure:
            start, end, who = self._widened(run, start, end, who)
            pieces = self._apart(start, end, pieces)
        self.seen[run.known.key] = len(self.all)
        start = self._titled_start(run, start)
        if run.steps[-1].how == SHORT and self._is_cut(start, end):
            end += 1
        said = self.text[start:end]
        self._add(Found(start, end, said, kind, who, is_sure, why, tuple(pieces)))
        while run.end < len(self.tokens) and self.tokens[run.end].start < end:
            run.steps[-1].end += 1
        return run.end

    def _titled_start(self, run: _Run, start: int) -> int:
        """Return where a name stands with the words for kin it is declared with: "Mamie Louise"."""
        place, names = run.steps[0].start, [word.folded for word in french.words(run.known.name)]
        kin = list(takewhile(folded("kin").__contains__, names))
        first = place - len(kin)
        if (
            run.known.kind == PLACE
            or first < 0
            or [*map(sound, self.told[first:place])] != [*map(sound, kin)]
        ):
            return start
        is_free = not any(self.taken[self.tokens[first].start : self.tokens[place].start])
        return self.tokens[first].start if kin and is_free else start

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether an apostrophe ends a name cut short ("Steph’"), and no quotation."""
        is_mark = re.match(r"[’'](?!\w)", self.text[end : end + 2])
        return bool(is_mark) and self.text[start - 1 : start] not in {"‘", "'"}

    def _piece(self, step: _Step) -> Piece:
        start, end = self.tokens[step.start].start, self.tokens[step.end - 1].end
        if step.role.endswith(INITIAL) and self.text[end : end + 1] == ".":
            end += 1
        return Piece(start, end, step.role)

    def _letters_before(self, run: _Run) -> None:
        """Take in the letters before a name: "A. Benali", "J.-P. Le Goff"; "M." is a title."""
        first = run.steps[0].start
        if run.known.kind == PLACE:
            return
        begun = first
        if first and self._is_letters_of(run, first - 1) and self._between(first) == " ":
            run.steps.insert(0, _Step(GIVEN + INITIAL, first - 1, first, EXACT))
            return
        while (
            begun
            and first - begun < 2
            and (self._is_letter(begun - 1) or self._is_low_letter(run, begun - 1))
        ):
            is_tied = re.fullmatch(rf"[.]?-|[.]{SPACE}?|{SPACE}", self._between(begun))
            is_title = begun == first and self.told[begun - 1] == "m"
            is_title = is_title and not self._is_signature(run, begun - 1)
            if (
                is_title
                or not is_tied
                or self.taken[self.tokens[begun - 1].start]
                or self._is_elided(begun)
            ):
                break
            begun -= 1
        if begun == first:
            return
        letters = "".join(self.told[begun:first])
        roles = {step.role for step in run.steps}
        rest = [one for one in self.index.units.get(run.known.key, ()) if one.role not in roles]
        is_own = any(one.letters.startswith(letters) for one in rest)
        if is_own or (GIVEN not in roles and "." in self._between(begun + 1)):
            run.steps.insert(0, _Step(GIVEN + INITIAL, begun, first, EXACT))

    def _is_low_letter(self, run: _Run, at: int) -> bool:
        """Whether a small letter and a point are those of a first name: "p. durieux"."""
        end, letter = self.tokens[at].end, self.told[at]
        return self.text[end : end + 1] == "." and letter in self._letters_of_family(run)

    def _letters_of_family(self, run: _Run) -> set[str]:
        """Return the letters of the first names of those who bear the name that begins a run."""
        first = run.steps[0]
        ways = self.index.ways("".join(self.told[first.start : first.end]), 1)
        return {
            unit.letters
            for way in ways
            if way.unit.role == FAMILY
            for unit in self.index.units.get(way.known.key, ())
            if unit.role == GIVEN
        }

    def _is_signature(self, run: _Run, at: int) -> bool:
        """Whether "M." is the first name's letter: tied to the name, or signed alone on a line."""
        if not any(letters.startswith("m") for letters in self._letters_of_family(run)):
            return False
        end = self.tokens[run.end - 1].end
        is_last = re.match(r" ?(?:,[^\n]*)?(?:\n|$)", self.text[end : end + 80])
        is_alone = bool(is_last) and self._is_line(self.tokens[at].start)
        return is_alone or self._between(at + 1) == "."

    def _is_letters_of(self, run: _Run, at: int) -> bool:
        """Whether a word is the letters of a double first name: "JL Martin"."""
        own = {unit.letters for unit in self.index.units.get(run.known.key, ())}
        return len(self._said(at)) > 1 and self._said(at).isupper() and self.told[at] in own

    def _is_elided(self, place: int) -> bool:
        return self._between(place)[:1] in {"’", "'"}

    def _other(self, run: _Run) -> str:
        """Return whose a name is that is a letter away from one known: written as that one sounds,
        it is theirs; else it may be somebody else's, and two persons stay two.
        """
        said = self.told[run.steps[0].start]
        own = ["".join(unit.tokens) for unit in self.index.units.get(run.known.key, ())]
        is_own = run.known.kind == PLACE or any(sound(said) == sound(name) for name in own)
        return run.known.key if is_own else f"name:{said}"

    def _widened(self, run: _Run, start: int, end: int, who: str) -> tuple[int, int, str]:
        """Return where the whole name stands, with what is not known of it, and whose it is: who
        has a known first name and another family name is somebody else.
        """
        at = run.end
        roles = {step.role.removesuffix(INITIAL) for step in run.steps}
        last = min(len(self.tokens), at + MOST_MORE)
        is_half = run.steps[-1].how == HALF
        while at < last and (
            self._is_rest(at, is_tied_only=FAMILY in roles)
            or (is_half and self._between(at) == "-" and not self.taken[self.tokens[at].start])
        ):
            end, at = self.tokens[at].end, at + 1
        if at > run.end and FAMILY not in roles:
            who = f"name:{french.fold_all(self.text[start:end])}"
        if at == run.end and roles == {FAMILY} and self._is_usual_rest(at):
            end = self.tokens[at].end
            who = f"name:{french.fold_all(self.text[start:end])}"
        first = run.steps[0].start
        if roles == {GIVEN} and first and self._is_misspelt_family(run, first - 1):
            start = self.tokens[first - 1].start
        elif roles == {FAMILY} and first and self._is_first_name(run, first - 1):
            start = self.tokens[first - 1].start
            if not self._is_nearly_own(run, first - 1):
                who = f"name:{french.fold_all(self.text[start:end])}"
        elif first and self._between(first) == "-" and self._is_free(first - 1):
            start = self.tokens[first - 1].start
        return start, end, who

    def _is_usual_rest(self, at: int) -> bool:
        """Whether an undeclared usual first name goes on a family's: "M. Trabelsi Hédi"."""
        return (
            at < len(self.tokens)
            and self._between(at) == " "
            and self._is_free(at)
            and is_first_name(self.told[at])
            and not is_plain(self.told[at])
            and not self.index.ways(self.told[at], 1)
        )

    def _is_misspelt_family(self, run: _Run, at: int) -> bool:
        """Whether a word before a first name is the family's misspelt, even as a word."""
        is_free = self._between(at + 1) == " " and not self.taken[self.tokens[at].start]
        is_thing = self._before(at) in folded("determiners")
        return is_free and not is_thing and len(self.told[at]) > 4 and self._is_nearly_own(run, at)

    def _is_free(self, at: int) -> bool:
        return self._is_capital(at) and not self.taken[self.tokens[at].start]

    def _is_rest(self, at: int, *, is_tied_only: bool) -> bool:
        """Whether a word with a capital goes on a name: after a hyphen, else if no plain word."""
        gap, said = self._between(at), self._said(at)
        if self.taken[self.tokens[at].start] or not self._is_capital(at) or len(said) < 2:
            return False
        if gap in {"-", "‐", "‑"}:
            return True
        is_other = is_in("skipped", self.told[at]) or is_in("titles", self.told[at])
        if is_tied_only or gap not in {" ", "\u00a0"} or is_other or is_plain(self.told[at]):
            return False
        return not (said.isupper() and len(said) < 6) and not self.index.ways(self.told[at], 1)

    def _is_nearly_own(self, run: _Run, at: int) -> bool:
        """Whether a word is a letter away from another part of the same name."""
        units = self.index.units.get(run.known.key, ())
        return any(is_near("".join(unit.tokens), self.told[at]) for unit in units)

    def _is_first_name(self, run: _Run, at: int) -> bool:
        """Whether a word before a family's name is a first name: a usual one, or inside a sentence
        a word with a capital that is no word of the language.
        """
        word, said = self.tokens[at], self._said(at)
        is_tied = self._between(at + 1) in {" ", "\u00a0"} and not self.taken[word.start]
        if not is_tied or not self._is_capital(at) or word.folded in folded("titles"):
            return False
        is_sign = said.isupper() or is_in("skipped", word.folded) or len(said) < 2
        is_other = is_sign or is_like_plain(word) or begins_sentence(self.text, word.start)
        return is_first_name(word.folded) or not is_other or self._is_nearly_own(run, at)

    def _apart(self, start: int, end: int, pieces: Sequence[Piece]) -> list[Piece]:
        """Return the pieces of a name, with what was not known of it."""
        first, last = pieces[0], pieces[-1]
        if start < first.start:
            before = self.text[start : first.start].rstrip(" \u00a0-‐‑")
            role = first.role if self.text[first.start - 1] == "-" else GIVEN
            pieces = [Piece(start, start + len(before), role), *pieces]
        if end > last.end:
            rest = self.text[last.end : end].lstrip(" \u00a0-‐‑")
            role = last.role if self.text[last.end] == "-" else FAMILY
            pieces = [*pieces, Piece(end - len(rest), end, role)]
        return [*pieces]

    def _is_small(self, run: _Run) -> bool:
        """Whether a name like "Lê" stands alone, with no title: it is an article."""
        first, end = run.steps[0].start, run.end
        is_titled = self._is_titled(first) and self._is_capital(first)
        return {*self.told[first:end]} <= PARTICLES and not is_titled

    # Whether it is a name here

    def _judge(self, run: _Run) -> tuple[bool, str] | None:
        """Return whether a run is surely a name, and else why not; None when it is none."""
        step = run.named[0]
        places = range(step.start, step.end)
        is_capital = any(map(self._is_capital, places))
        if len(run.named) > 1:
            return self._judge_several(run)
        if run.known.kind == PLACE:
            return self._judge_place(run.known, step)
        if self._is_titled(step.start) and (is_capital or step.how == EXACT):
            return True, ""
        if len(run.steps) > 1 and is_capital and step.how != SHORT:
            return True, ""
        if self._is_elsewhere(step) or self._is_of_thing(step):
            return (False, WORD_TOO) if is_capital else None
        return self._judge_word(run, step, is_capital=is_capital)

    def _judge_word(self, run: _Run, step: _Step, *, is_capital: bool) -> tuple[bool, str] | None:
        """The same for one part of a person's name, which nothing around says to be another's."""
        places = range(step.start, step.end)
        if not is_capital and step.how != SHORT and self._is_thing(step):
            return None
        if step.how == NEAR:
            return self._judge_near(run, step, is_capital=is_capital)
        if step.how == SHORT:
            return self._judge_short(step, is_capital=is_capital)
        if all(is_plain(self.told[place]) for place in places):
            return self._judge_plain(step, is_capital=is_capital)
        if not is_capital and (
            self._is_within(step) or self._before(step.start) in folded("indefinite")
        ):
            return None
        size = sum(len(self.told[place]) for place in places)
        is_low_half = step.how == HALF and not is_capital
        return (True, "") if is_capital or (size > 2 and not is_low_half) else None

    def _is_elsewhere(self, step: _Step) -> bool:
        """Whether a word is that of a feast ("à Noël", "la Saint-Sylvestre"), of a brand, or of a
        town or a shop after what says that one goes there.
        """
        at, told = step.start, self.told[step.start]
        before = self._before(at)
        if before == "saint" or (before == "sainte" and self._between(at) == "-"):
            return True
        if (
            tuple(self.told[at : at + 2]) in _brands()
            or tuple(self.told[at - 1 : at + 1]) in _brands()
        ):
            return True
        if told in folded("times") and before in {"a", "de", "pour", "apres", "avant", "la", "fin"}:
            return not self._does(self.tokens[at].end)
        if told not in folded("elsewhere"):
            return False
        small = before in {"a", "chez", "de", "pour"} and at > 1
        return (self.told[at - 2] if small else before) in folded("bound")

    def _is_of_thing(self, step: _Step) -> bool:
        """Whether a name is that of a street, a film, an animal: "salle Delacroix", "l’opéra
        Carmen", "la vache s’appelle Marguerite".
        """
        before = self._before(step.start)
        if before == "appelle":
            return self._is_animal(step.start)
        is_street = before in folded("streets") and step.role == FAMILY
        return (is_street or before in folded("works")) and not self._does(
            self.tokens[step.end - 1].end
        )

    def _is_animal(self, place: int) -> bool:
        """Whether an animal was told of a few words before."""
        return bool({*self.told[max(0, place - 9) : place]} & folded("animals"))

    def _is_thing(self, step: _Step) -> bool:
        """Whether a name in lower case that is in no list of words is one here: a family's after
        "le", "en"; a first name few bear after a noun ("une aide précieuse") or "été".
        """
        before, at = self._before(step.start), step.start
        if self._acts(step) and before not in folded("determiners"):
            return False
        if step.role == FAMILY:
            return before in {"le", "l", "en", "un", "une", "de", "du"} and not self._does(
                self.tokens[step.end - 1].end
            )
        following = self.told[step.end] if step.end < len(self.tokens) else ""
        if before in {"le", "la", "un", "une", "du"} and following in {"de", "d", "du"}:
            return True
        if step.end - step.start > 1 or is_first_name(self.told[at]):
            return False
        is_of_noun = at > 1 and self._before(at - 1) in folded("indefinite") | {"l", "la", "le"}
        is_kin = before in folded("kin") | folded("titles") | folded("before")
        return before in {"ete", "etre", "tres", "trop", "si"} or (is_of_noun and not is_kin)

    def _judge_several(self, run: _Run) -> tuple[bool, str] | None:
        """A first name and the family's: sure, unless all are words, without a capital."""
        places = [place for step in run.named for place in range(step.start, step.end)]
        if any(map(self._is_capital, places)):
            return True, ""
        is_words = all(is_plain(self.told[place]) for place in places)
        if is_words and self._before(places[0]) in folded("determiners"):
            return None
        return True, ""

    def _judge_place(self, known: Known, step: _Step) -> tuple[bool, str] | None:
        """A place: sure with a capital inside a sentence, or said with what it is."""
        size = step.end - step.start
        own = [
            place
            for place in range(step.start, step.end)
            if self.told[place] not in folded("heads")
        ] or [step.end - 1]
        is_capital = any(map(self._is_capital, own))
        if step.how == NEAR and not is_capital:
            return (True, NEARLY) if self._is_back(step) else None
        if self._before(step.start) in folded("streets") - {"ecole", "college", "lycee"}:
            return False, WORD_TOO
        if self.told[step.start] in {"saint", "sainte"} and self._before(step.start) == "la":
            return False, WORD_TOO
        is_words = all(is_plain(self.told[place]) for place in own)
        if size > len(own) and self._is_head(step.start):
            is_whole = size > 2 and size == len(list(french.words(known.name)))
            return self._judge_head(step, is_sure=is_capital or not is_words, is_whole=is_whole)
        if not is_capital:
            is_whole = size > 1 and size == len(list(french.words(known.name)))
            if is_whole and self.loud[self.tokens[step.start].start]:
                return True, ""
            is_many = self.told[own[-1]].endswith("s") and bool(
                {"les", "des"} & {*known.name.casefold().split()}
            )
            is_back = self._is_back(step) or self._is_several_words(known, step, own)
            return None if (is_words or is_many) and not is_back else (True, "")
        is_doubt = is_words and begins_sentence(self.text, self.tokens[own[0]].start)
        is_doubt = is_doubt and not (len(own) > 1 and all(map(self._is_capital, own)))
        is_doubt = is_doubt and not re.match(r", le \d|\s?: ", self._after(own[-1]))
        return not is_doubt, WORD_TOO if is_doubt else ""

    def _is_several_words(self, known: Known, step: _Step, own: Sequence[int]) -> bool:
        """Whether two words or more in lower case are all of a place's name, and no thing's: "la
        fête du clos fleuri", and not "le vieux port" nor "un bel horizon".
        """
        told = {word.folded for word in french.words(known.name)} - folded("heads")
        is_whole = len(own) > 1 and told <= {*self.told[step.start : step.end]}
        is_thing = self.told[step.start] in THINGS
        return is_whole and not is_thing and self._before(step.start) in AT_PLACES

    def _after(self, place: int) -> str:
        end = self.tokens[place].end
        return self.text[end : end + 8]

    def _is_back(self, step: _Step) -> bool:
        """Whether one goes to what a word in lower case names: "retour hirondelles", "dort aux
        sorbiers"; in a line all in capitals, "à" is enough.
        """
        at, before = step.start, self._before(step.start)
        if before in folded("backs") | folded("houses"):
            return True
        end = self.tokens[step.end - 1].end
        if self._is_line(self.tokens[at].start) and re.match(r" ?: ", self.text[end : end + 3]):
            return True
        if self.told[step.end : step.end + 1] in (["de"], ["d"], ["du"]):  # "au phare de l’île"
            return False
        if before in {"des", "du"} and at > 1 and self.told[at - 2] in folded("staff"):
            return True
        is_to = before in {"aux", "au"} or (before == "a" and self.told[at] in ARTICLES)
        is_to = is_to or (before in ARTICLES and self.tokens[at - 2].stem in _leavings())
        if not is_to or at < 2:
            return False
        is_gone = self.told[at - 2] in folded("backs") | folded("bound")
        return (
            is_gone
            or before in ARTICLES
            or self.tokens[at - 2].stem in _goings()
            or bool(self.loud[self.tokens[at].start])
        )

    def _judge_head(self, step: _Step, *, is_sure: bool, is_whole: bool) -> tuple[bool, str] | None:
        """A place said with what it is: "le foyer de la colline", and not "une maison bleue"."""
        if is_sure:
            return True, ""
        before = self._before(step.start)
        if before in folded("indefinite") and (before not in {"au", "du"} or not is_whole):
            return None
        is_short = step.end - step.start == 2
        is_word = is_short and is_plain(self.told[step.start]) and self.told[step.start] != "foyer"
        return not is_word, WORD_TOO if is_word else ""

    def _is_head(self, place: int) -> bool:
        return self.told[place] in folded("heads") and len(self.told[place]) > 3

    def _judge_near(self, run: _Run, step: _Step, *, is_capital: bool) -> tuple[bool, str] | None:
        """A letter away from a name: with a capital, or when it is no word and no other name; four
        letters that begin a sentence are a doubt.
        """
        size = sum(len(self.told[place]) for place in range(step.start, step.end))
        if not is_capital:
            is_thing = self._before(step.start) in folded("determiners")
            is_heard = self._other(run) == run.known.key
            is_other = self._is_other(step) and not (self._acts(step) or is_heard)
            return None if is_other or is_thing else (True, NEARLY)
        at = self.tokens[step.start].start
        is_start = begins_sentence(self.text, at) and self.text[max(0, at - 2) : at].strip() != ":"
        acts = self._does(self.tokens[step.end - 1].end)
        if size < 5 and is_start and not (acts or self._is_other(step)):
            return False, NEARLY
        said = self._said(step.start)
        is_sign = said.isupper() and size < 6 and not self.loud[self.tokens[step.start].start]
        return acts or not is_sign, NEARLY

    def _is_other(self, step: _Step) -> bool:
        """Whether what is a letter away is a first name by itself, maybe of somebody else."""
        return step.end - step.start == 1 and is_first_name(self.told[step.start])

    def _judge_short(self, step: _Step, *, is_capital: bool) -> tuple[bool, str] | None:
        """What somebody is called at home: with a capital, or after "avec", "chez"."""
        word, said = self.tokens[step.start], self._said(step.start)
        is_word = is_plain(word.folded)
        if not is_capital:
            is_first = begins_sentence(self.text, word.start) and len(said) > 3
            is_sure = self._acts(step) or is_first
            return (True, CUT) if is_sure and not is_like_plain(word) and len(said) > 2 else None
        is_sign = (said.isupper() and len(said) < 5) or is_in("skipped", word.folded)
        is_start = begins_sentence(self.text, word.start) and not self._does(word.end)
        if self._is_cut(word.start, word.end):
            return True, ""
        is_short = len(said) < 3 and not self._does(word.end)
        is_doubt = is_sign or is_short or (is_word and is_start)
        return not is_doubt, CUT

    def _acts(self, step: _Step) -> bool:
        """Whether a word does something, or comes after "avec", "chez", "que"."""
        end = self.tokens[step.end - 1].end
        return self._before(step.start) in folded("before") or self._does(end)

    def _judge_plain(self, step: _Step, *, is_capital: bool) -> tuple[bool, str] | None:
        """A name that is a word as well, alone and without a title.

        Inside a sentence a capital is enough, unless an article comes before ("la Marine"). Where
        a sentence begins, it is somebody who does something ("Renard est rentré"), one of a list
        after a colon, or a first name that no preposition follows ("Victoire pour tous"). In lower
        case, a first name in two words, after "la mère de", or that begins a sentence, or follows
        an hour or a colon, and does something; beside another name; whom something is done or
        given to, or whose something is (`_is_object`); a usual one after "avec", "chez". After
        "nom :", it is one. The rest is a doubt with a capital, else a word.
        """
        start, before = self.tokens[step.start].start, self._before(step.start)
        if FIELD.search(self.text[max(0, start - 24) : start]):
            return True, ""
        is_usual = is_first_name(self.told[step.start])
        is_first = begins_sentence(self.text, start)
        acts = self._does(self.tokens[step.end - 1].end)
        if self._is_within(step):
            return (False, WORD_TOO) if is_capital else None
        if is_capital and not is_first:
            is_thing = before in folded("determiners") - {"de", "les", "petit", "petite"}
            is_many = before == "les" and step.role == FAMILY
            is_sure = not is_thing and (before != "les" or is_many)
            return is_sure, "" if is_sure else WORD_TOO
        if is_capital:
            is_sure = acts or self._is_listed(step) or self._is_called(step, is_usual=is_usual)
            return is_sure, "" if is_sure else WORD_TOO
        if step.role != GIVEN and not is_usual:
            end = self.tokens[step.end - 1].end
            is_absent = is_first and (self._is_said(end, "states") or self._moves(end))
            return (True, "") if is_absent else None
        is_joined = step.end - step.start > 1 and self._between(step.start + 1) == "-"
        is_kin = before == "de" and step.start > 1 and is_in("empty", self.told[step.start - 2])
        is_after = before in {"avec", "chez"} | folded("fetched") and is_usual
        is_after = is_after or before in {"ac", "avc"} or self._is_object(step, before)
        is_clause = is_first or bool(CLAUSE.search(self.text[max(0, start - 8) : start]))
        is_subject = acts and (is_clause or before in {"que", "qu", "et", "quand", "si"})
        is_beside = is_clause and self._is_with(step.end)
        is_sure = is_joined or is_kin or is_after or is_subject or is_beside
        return (True, "") if is_sure else None

    def _is_object(self, step: _Step, before: str) -> bool:
        """Whether a word in lower case, with no article, is whom something is done or given to, or
        whose something is, or who is said to speak: "a frappé jade", "le doudou de rose".
        """
        at, end = step.start, self.tokens[step.end - 1].end
        ends = bool(re.match(r"\s*(?:[,.;:!?)]|\n|$)", self.text[end : end + 2]))
        past = self.told[at - 2] if at > 1 and before else ""
        if before in {"a", "pour", "selon", "contre"}:
            following = self.told[step.end] if step.end < len(self.tokens) else ""
            is_bare = following not in folded("compared") and before == self.told[at - 1]
            is_said = before == "a" and self._said(at - 1) in {"à", "À"}
            return is_bare and (is_said or (before != "a" and is_first_name(self.told[at])))
        if before in {"de", "d"}:
            return past in folded("owned")
        if before == "sur" or (
            before in folded("sayings") and self.text[end : end + 2].strip(" ") == ":"
        ):
            return (past if before == "sur" else before) in folded("sayings")
        if before in {"dit", "repond", "demande", "crie", "explique"} and ends:
            return "," in self._between(at - 1)
        return bool(before) and self.tokens[at - 1].stem in _done()

    def _is_with(self, at: int) -> bool:
        """Whether "et" and another person known go on: "jade et karim jouent"."""
        if at + 1 >= len(self.tokens) or self.told[at] != "et":
            return False
        ways = self.index.ways(self.told[at + 1], 1)
        return any(way.known.kind != PLACE and way.how == EXACT for way in ways)

    def _is_listed(self, step: _Step) -> bool:
        """Whether a word is one of a list: "Présents : Renard, Petit", "Renard et Petit jouent"."""
        start, end, at = self.tokens[step.start].start, self.tokens[step.end - 1].end, step.end
        if at < len(self.tokens):
            at += self.told[at] == "et"
            is_next = at < len(self.tokens) and re.fullmatch(
                r"(?:,| et| &| \+) | \(|/", self.text[end : self.tokens[at].start]
            )
            ways = self.index.ways(self.told[at], 1) if is_next and self._is_capital(at) else []
            if any(way.known.kind != PLACE for way in ways):
                return True
        if re.match(r"\s?:\s", self.text[end : end + 3]) and self._is_line(start):
            return True
        before = self.text[max(0, start - 2) : start].strip()
        return before == ":" and bool(re.match(r"\s*(?:[,;.)]|et\b|$)", self.text[end : end + 4]))

    def _is_line(self, at: int) -> bool:
        """Whether a line begins there, or an item of a list."""
        return not self.text[self.text.rfind("\n", 0, at) + 1 : at].strip(" \t-–•*.)0123456789")

    def _is_called(self, step: _Step, *, is_usual: bool) -> bool:
        """Whether a first name that is a word begins a sentence as one does: "Violette grandit",
        and not "Victoire pour l’équipe", nor "Rose pâle" or "Marine ou kaki".
        """
        following = self.told[step.end] if step.end < len(self.tokens) else ""
        if is_usual:
            return following not in folded("compared")
        return step.role == GIVEN and following not in folded("after") | folded("compared")

    def _is_within(self, step: _Step) -> bool:
        """Whether a word is part of another name ("Vieux Moulin") or thing ("martin-pêcheur")."""
        if step.start and self._is_other_word(step.start - 1):
            gap, is_named = self._between(step.start), self._is_capital(step.start - 1)
            is_inside = is_named and not begins_sentence(
                self.text, self.tokens[step.start - 1].start
            )
            if (gap == " " and is_inside) or (gap == "-" and not is_named):
                return True
        at = step.end
        is_tied = at < len(self.tokens) and self._between(at) == "-"
        return is_tied and not self._is_capital(at) and not self.index.ways(self.told[at], 1)

    def _is_other_word(self, place: int) -> bool:
        word = self.tokens[place]
        if self.taken[word.start] or word.folded in folded("titles"):
            return False
        return len(word.folded) > 3 and is_like_plain(word)

    # Letters

    def _all_letters(self) -> None:
        self._initials()
        for one in TITLED_LETTER.finditer(self.text):
            letters = self._folded(one["letters"])
            who = self._who(letters, FAMILY)
            is_sure = bool(who) or letters not in UNNAMED
            self._letters(one.start("letters"), one.end(), who, FAMILY, is_sure=is_sure)
        for one in LETTERS.finditer(self.text):
            if not is_in("skipped", self._folded(one[0])):
                self._letters(one.start(), one.end(), "", "", is_sure=False)
        self._lone_letters()

    def _initials(self) -> None:
        for one in LETTERS.finditer(self.text):
            if who := self._who(self._folded(one[0]), ""):
                self._letters(one.start(), one.end(), who, "", is_sure=True)

    def _lone_letters(self) -> None:
        for one in AFTER_WITH.finditer(self.text):
            if who := self._who(self._folded(one["letters"]), GIVEN):
                self._letters(one.start("letters"), one.end(), who, GIVEN, is_sure=True)
        lone = list(LONE.finditer(self.text))
        persons = {one[0] for one in lone if self._is_lone_person(one)}
        for one in lone:
            self._lone(one, is_sure=one[0] in persons)
        for one in MISTER.finditer(self.text):
            self._mister(one)
        for one in TOGETHER.finditer(self.text):
            self._together(one)

    def _mister(self, one: re.Match) -> None:
        """ "M." that does something is somebody's letter, and no title: "M. ne veut pas"."""
        is_subject = self._does(one.end()) and self.text[one.end() + 1] != "l"
        if is_subject and (who := self._who("m", GIVEN)):
            self._letters(one.start(), one.end(), who, GIVEN, is_sure=True)

    def _together(self, one: re.Match) -> None:
        """Two or three capitals: somebody's initials, when they are no usual sign."""
        letters = french.fold(one[0])
        who = self._who(letters, "")
        is_sign = is_in("skipped", letters) or letters in folded("signs")
        beside = re.search(rf"(?<!\w)[{CAPITAL}]{{2,3}}(?: et |/)$", self.text[: one.start()][-8:])
        is_told = self._does(one.end()) or (
            self._is_line(one.start()) and re.match(r" ?: ", self.text[one.end() : one.end() + 3])
        )
        is_beside = beside and self.taken[one.start() - len(beside[0])]
        is_sign = is_sign and not (is_told or is_beside)
        if who and not is_sign and not self.loud[one.start()]:
            is_sure = not self._comes_after(one.start(), folded("determiners"))
            is_sure = is_sure or bool(
                re.match(rf"(?: et |, ?|/)[{CAPITAL}]{{2,3}}(?!\w)", self.text[one.end() :][:8])
            )
            self._letters(one.start(), one.end(), who, "", is_sure=is_sure)

    def _lone(self, one: re.Match, *, is_sure: bool) -> None:
        who = self._who(self._folded(one[0]), GIVEN)
        if who and not self._comes_after(one.start(), folded("letters")):
            self._letters(one.start(), one.end(), who, GIVEN, is_sure=is_sure)

    def _is_lone_person(self, one: re.Match) -> bool:
        """Whether a letter and a point are somebody's, who does something, is in a list, or after
        "avec", "de": they are, then, all through the text.
        """
        start, end = one.span()
        if self._comes_after(start, folded("letters")):
            return False
        is_person = self._comes_after(start, folded("before") | {"de", "d", "que", "qu"})
        is_told = re.match(r"\s?: ", self.text[end : end + 3])
        is_listed = self.text[end : end + 1] in {",", ";"}
        is_listed = is_listed and self.text[max(0, start - 2) : start] in {", ", ": "}
        return is_person or bool(is_told) or is_listed or self._does(end)

    def _folded(self, letters: str) -> str:
        return "".join(map(french.fold, re.findall(r"\w", letters)))

    def _does(self, at: int) -> bool:
        return self._is_said(at, "verbs") or self._is_said(at, "states")

    def _is_said(self, at: int, section: str) -> bool:
        """Whether a word of a section follows; after a comma as well if it is of [states]."""
        gap = rf"(?:{SPACE}|,{SPACE}?)(?:en{SPACE}(?=retard))?" if section == "states" else SPACE
        following = re.match(rf"{gap}(?P<word>[^\W\d_]+)", self.text[at : at + 32])
        return (
            bool(following)
            and following["word"] != "à"
            and french.fold(following["word"]) in folded(section)
        )

    def _comes_after(self, at: int, words: frozenset[str] | set[str]) -> bool:
        before = re.search(rf"(\w+)(?:{SPACE}|[’'])$", self.text[max(0, at - 20) : at])
        return bool(before) and french.fold(before[1]) in words

    def _who(self, letters: str, role: str) -> str:
        """Return whose initials letters are: of who was last named, else the first declared."""
        if (letters, role) not in self.lettered:
            self.lettered[letters, role] = [
                key for key, those in self.index.units.items() if _begins(those, letters, role)
            ]
        told = self.lettered[letters, role]
        return max(told, key=lambda key: self.seen.get(key, -1), default="")

    def _letters(self, start: int, end: int, who: str, role: str, *, is_sure: bool) -> None:
        said = self.text[start:end]
        letters = list(re.finditer(rf"[{CAPITAL}][.]?", said))
        roles = [role or GIVEN] if len(letters) == 1 else [GIVEN] * (len(letters) - 1) + [FAMILY]
        pieces = tuple(
            Piece(start + one.start(), start + one.end(), of + INITIAL)
            for one, of in zip(letters, roles, strict=True)
        )
        who = who or f"letters:{self._folded(said)}"
        why = "" if is_sure else ONLY_LETTERS
        self._add(Found(start, end, said, PERSON, who, is_sure, why, pieces))

    # Doubts

    def _doubts(self) -> None:
        place = 0
        while place < len(self.tokens):
            end = place
            while end < len(self.tokens) and self._goes_on(place, end):
                end += 1
            self._doubt(place, end)
            if place < len(self.tokens):
                self._low_name(place)
            place = max(end, place + 1)

    def _low_name(self, place: int) -> None:
        """A usual first name in lower case that nobody declared ("chez wendy"), or "mme bodin"."""
        word, said = self.tokens[place], self._said(place)
        if self.dull.get(said) or self.taken[word.start] or not said.islower() or len(said) < 3:
            return
        if is_like_plain(word):
            return
        is_titled = self._before(place) in folded("civil") - {"me"}
        if not (is_titled or is_first_name(word.folded)):
            return
        step = _Step(GIVEN, place, place + 1, EXACT)
        if (is_titled or self._acts(step)) and not self._is_elsewhere(step):
            piece = Piece(word.start, word.end, FAMILY if is_titled else GIVEN)
            who = f"name:{word.folded}"
            self._add(Found(word.start, word.end, said, PERSON, who, pieces=(piece,)))

    def _goes_on(self, first: int, place: int) -> bool:
        word = self.tokens[place]
        if self.taken[word.start] or not self._is_capital(place):
            return False
        if is_in("skipped", word.folded) or word.folded in folded("civil"):
            return False
        if is_in("titles", word.folded):
            return False
        return place == first or self._between(place) in TIES

    def _doubt(self, first: int, end: int) -> None:
        """Offer words with a capital, less those that only begin a sentence."""
        is_first = first < end and begins_sentence(self.text, self.tokens[first].start)
        while (
            first < end
            and not self._is_particle(first, end)
            and self._is_no_name(first, is_first=is_first)
        ):
            first, is_first = first + 1, False
        if first == end or self.tokens[end - 1].end - self.tokens[first].start < 2:
            return
        if first and self._is_initial_of(first):
            first -= 1
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        said, size = self.text[start:stop], end - first
        is_titled = self._before(first) in folded("civil")
        is_sure = is_titled or self._is_somebody(first, end)
        role = FAMILY if is_titled and size == 1 else GIVEN
        pieces = [Piece(start, self.tokens[first].end, role)]
        if self._is_letter(first):
            pieces = [Piece(start, self.tokens[first].end, GIVEN + INITIAL)]
        if size > 1:
            pieces.append(Piece(self.tokens[first + 1].start, stop, FAMILY))
        who = f"name:{' '.join(word.folded for word in self.tokens[first:end])}"
        why = "" if is_sure else CAPITALS
        self._add(Found(start, stop, said, PERSON, who, is_sure, why, tuple(pieces)))

    def _is_somebody(self, first: int, end: int) -> bool:
        """Whether words nobody declared surely name somebody: after "née" or "sa copine", a letter
        and a word, a usual first name and another word, or who does what only somebody does.
        """
        word, before = self.tokens[first], self._before(first)
        if self._is_letter(first) and end - first > 1:
            return True
        is_name = not is_plain(word.folded) or self._is_particle(first, end)
        if before == "appelle" and is_name and not self._is_animal(first):
            return True
        if before in folded("called") or (before in folded("kin") and is_name):
            return True
        is_thing = before in folded("animals") | folded("streets") | folded("houses")
        step = _Step(GIVEN, first, end, EXACT)
        if is_thing or is_like_plain(word) or tuple(self.told[first:end]) in _brands():
            return False
        if self._is_usual(first, end):
            return not self._is_elsewhere(step)
        is_family = before == "les" and first > 1 and self.told[first - 2] == "chez"
        is_sign = self._said(first).isupper() and len(word.folded) < 5  # "ADA"
        return is_family or (not is_sign and self._moves(self.tokens[end - 1].end))

    def _is_usual(self, first: int, end: int) -> bool:
        """Whether words are a usual first name with another, or one that does something, stands
        after "avec", beside another name, or after what somebody is ("son père, Didier").
        """
        told, said = self.told[first:end], self._said(first)
        if len(told) > 1:
            return is_first_name(told[0]) or (said.isupper() and is_first_name(told[1]))
        if not is_first_name(told[0]) or (said.isupper() and len(said) < 5):  # "ADA"
            return False
        gap = self._between(first) if first else ""
        is_apposed = gap in {", ", " ("} and self.told[first - 1] in folded("kin")
        is_apposed = is_apposed or (gap == " (" and self._names(first - 1))
        is_with = self._acts(_Step(GIVEN, first, end, EXACT)) or self._before(first) == "appelle"
        return is_apposed or is_with or self._is_beside(first, end)

    def _is_beside(self, first: int, end: int) -> bool:
        """Whether "et" links words to a name that was found: "Kylian et Sonia"."""
        at, back = end + 1, first - 2
        is_next = at < len(self.tokens) and self.told[end] == "et" and self._names(at)
        return is_next or (first > 1 and self.told[first - 1] == "et" and self._names(back))

    def _names(self, place: int) -> bool:
        """Whether a word with a capital was found as a name."""
        return bool(self.taken[self.tokens[place].start]) and self._is_capital(place)

    def _moves(self, at: int) -> bool:
        """Whether a word before does what only somebody does: "chante", "a dormi", "s’est levé"."""
        following = re.match(
            rf"{SPACE}(?:ne{SPACE}|n[’'])?(?:s[’']est{SPACE}|(?:a|est|avait|était|va){SPACE})?"
            rf"(?:pas{SPACE}|bien{SPACE}|mal{SPACE})?(?P<word>[^\W\d_]+)",
            self.text[at : at + 50],
        )
        return bool(following) and french.fold(following["word"]) in folded("moves")

    def _is_initial_of(self, place: int) -> bool:
        """Whether a letter and a point before a word are of the same name: "Y. Kermoal"."""
        is_letter = self._is_letter(place - 1) and self.told[place - 1] != "m"
        is_tied = re.fullmatch(rf"[.]{SPACE}?", self._between(place))
        is_free = not self.taken[self.tokens[place - 1].start]
        return is_letter and bool(is_tied) and is_free and not is_plain(self.told[place])

    def _is_particle(self, place: int, end: int) -> bool:
        """Whether a word begins a name that goes on: "Le Tallec", "Aït Saïd" inside a sentence."""
        if place + 1 >= end or self.told[place] not in PARTICLES | MORE_PARTICLES:
            return False
        is_inside = not begins_sentence(self.text, self.tokens[place].start)
        following = self.told[place + 1]
        is_called = (
            self._before(place) in folded("called") | folded("civil") and following in PARTICLES
        )
        return is_inside and (is_called or not is_plain(following))

    def _is_no_name(self, place: int, *, is_first: bool) -> bool:
        word = self.tokens[place]
        is_apart = self.text[word.end : word.end + 1] in {"’", "'"}
        if word.end - word.start == 1 or (word.folded in french.ELISIONS and is_apart):
            return True
        if is_first_name(word.folded):
            return False
        return is_like_plain(word) if is_first else is_plain(word.folded) and len(word.folded) < 4


@cache
def _goings() -> frozenset[str]:
    return frozenset(french.stem(word) for line in lines("goes") for word in line)


@cache
def _done() -> frozenset[str]:
    return frozenset(french.stem(word) for line in lines("fetched") for word in line)


@cache
def _leavings() -> frozenset[str]:
    return frozenset(map(french.stem, ("quitter", "quitté", "quitte")))


@cache
def _brands() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(french.fold, line)) for line in lines("brands"))


def _begins(those: Sequence[Unit], letters: str, role: str) -> bool:
    """Whether letters are the initials of somebody: of one part, or of the first names and the
    family's, either way round.
    """
    if role and any(
        letters in unit.letterings or unit.letters.startswith(letters)
        for unit in those
        if unit.role == role
    ):
        return True
    if len(letters) < 2:
        return False
    given = [unit for unit in those if unit.role == GIVEN]
    family = [unit for unit in those if unit.role == FAMILY]
    if not family:
        return any(letters in unit.letterings for unit in given)
    firsts = {"".join(unit.letters for unit in given), given[0].letters[0]} if given else {""}
    firsts |= given[0].letterings if given else set()
    lasts = {one for unit in family for one in unit.letterings}
    lasts.add("".join(unit.letters for unit in family))
    ways = {way for one in firsts for other in lasts for way in (one + other, other + one)}
    return letters in ways or (len(letters) > 1 and letters in firsts)
