"""Finding the names in texts, and telling the texts without them; pure functions on values.

What is known (`Known`) is replaced unless one says otherwise; what may be a name is a doubt, and
said to be one. Nobody is known here but those one may know of: the caller sees to it, so that
nothing tells whose notebook exists.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.collectives.spellings import initials, is_in, spellings
from dossier.notebooks import french
from dossier.notebooks.french import Word
from dossier.persons.rules import read_birth

PERSON, RELATIVE, WORKER, GROUP, NAME = "person", "relative", "worker", "group", "name"
NUMBER, MAIL, PLACE, DAY = "number", "mail", "place", "day"
APART = (PERSON, RELATIVE, WORKER, GROUP, NAME)  # told apart by a letter when several
CAPITAL = "A-ZÀ-ÖØ-Þ"
SPACE = "[ \u00a0\u202f]"
MAIL_AT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
NUMBERS = [
    re.compile(r"(?<![\w+])(?:\+33|0033|0)[\s.()0-]{0,4}[1-9](?:[\s.-]?\d{2}){4}(?!\d)"),
    re.compile(  # the number of social security
        r"(?<!\d)[12378][\s.]?\d\d[\s.]?\d\d[\s.]?(?:\d\d|2[AB])(?:[\s.]?\d{3}){2}"
        r"(?:[\s.]?\d\d)?(?!\d)"
    ),
    re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?(?!\w)"),
    re.compile(rf"(?<![\w,.])\d(?:{SPACE}?\d){{6,}}(?!\w|{SPACE}?(?:€|euro))"),
]
STREETS = (
    "rue|avenue|av[.]|boulevard|bd|place|allée|chemin|impasse|quai|route|cours|square|passage|cité"
)
STREET = re.compile(
    rf"(?<!\w)(?:\d{{1,4}}(?: ?(?:bis|ter|quater))?,?{SPACE})?(?:{STREETS}){SPACE}"
    rf"(?:(?:de la|de l[’']|des|de|du|d[’']){SPACE}?)?[{CAPITAL}][\w’'-]*"
    rf"(?:{SPACE}[{CAPITAL}][\w’'-]*)*(?:,?{SPACE}\d{{5}}(?!\d))?"
)
MONTHS = (
    "janv(?:ier|[.])?|f[ée]vr?(?:ier|[.])?|mars|avr(?:il|[.])?|mai|juin|juil(?:let|[.])?|ao[uû]t|"
    "sept(?:embre|[.])?|oct(?:obre|[.])?|nov(?:embre|[.])?|d[ée]c(?:embre|[.])?"
)
DATES = re.compile(
    rf"(?<![\d/])(?:\d{{1,2}}[/. -]\d{{1,2}}[/. -](?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d|"
    rf"\d{{1,2}}(?:er)? (?:{MONTHS}) \d{{4}})(?![\d/])",
    re.IGNORECASE,
)
BIRTH_SAID = re.compile(
    r"(?:née?s?(?:\(e\))?|naissance)[ \u00a0]*:?(?: le| en)?[ \u00a0]*$", re.IGNORECASE
)
LONE = re.compile(rf"(?<![\w.’'-])([{CAPITAL}])[.](?=\s+[^\W{CAPITAL}]|\s*[:,;)]|\s*$)")
PAIR = re.compile(rf"(?<![\w.-])([{CAPITAL}])[.]{SPACE}?([{CAPITAL}])[.]")
TITLED = re.compile(rf"(?:\bM[.]?|\bMmes?|\bMlle|\bMe|\bDr[.]?){SPACE}([{CAPITAL}])(?:[.]|(?!\w))")
BEFORE = re.compile(rf"(?<![\w.])(?!M)[{CAPITAL}][.]{SPACE}?$")  # M. is a title
AFTER = re.compile(rf"{SPACE}[{CAPITAL}](?:[.]|(?=[\s,;:)])|$)")
NOT_OF_A_NAME = {"batiment", "bat", "bloc", "hall", "porte", "escalier", "plan", "hepatite", "cage"}
ABBREVIATED = {"m", "mr", "mme", "mlle", "dr", "me", "pr", "st", "ste", "av", "bd", "mm"}
AROUND = ' \t\u00a0\u202f«»“”"‘([*_'
ENDS = ".!?…:\n"
ARTICLE = re.compile(
    rf"(?<![\w’'-])(?P<article>(?:de{SPACE}|à{SPACE})?(?:la{SPACE}|l[’'])|(?:les?|du|des|aux?){SPACE})$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Known:
    """Somebody, or a group, whose name one may know; `who` tells them from the others.

    `is_own` when the text is about them: their initial is enough, and wins over others'. A group
    (`GROUP`) is found under its whole name only, after @ unless it is their own.
    """

    who: str
    sort: str
    names: tuple[str, ...]
    born: date | None = None
    is_own: bool = False


@dataclass(frozen=True)
class Found:
    """What stands for somebody in a text, from `start` to `end`; replaced unless one says otherwise
    if it `is_sure`. A doubt is a word with a capital, of which nothing is known.
    """

    start: int
    end: int
    said: str
    who: str
    sort: str
    is_sure: bool = True
    is_doubt: bool = False


@dataclass(frozen=True)
class Row:
    """A spelling found, by what it is replaced, and whether it is."""

    said: str
    word: str
    is_doubt: bool
    is_hidden: bool


def look(texts: Sequence[str], known: Iterable[Known]) -> list[list[Found]]:
    """Return what names somebody in each text, in order, nothing twice.

    A word with a capital seen inside a sentence is taken for a name wherever it stands.
    """
    known = sorted(known, key=lambda one: not one.is_own)
    index = _index(known)
    found = [_Text(text, known, index).found() for text in texts]
    sure = {one.said for those in found for one in those if one.is_sure}
    return [
        [
            one if one.is_sure or one.said not in sure else Found(**{**vars(one), "is_sure": True})
            for one in those
        ]
        for those in found
    ]


def hidden_at_first(found: Iterable[Iterable[Found]]) -> set[str]:
    """Return the spellings that are replaced unless one says otherwise."""
    return {one.said for those in found for one in those if one.is_sure}


def rows(
    found: Sequence[Sequence[Found]], hidden: Collection[str], words: Mapping[str, str]
) -> list[Row]:
    """Return each spelling once, in order, those known first; `words` say each sort in brackets."""
    told = _words(found, hidden, words)
    once = {one.said: one for those in reversed(found) for one in reversed(those)}
    ordered = {one.said: None for those in found for one in those}
    every = [
        Row(
            said,
            told.get(once[said].who, words[once[said].sort]),
            once[said].is_doubt,
            said in hidden,
        )
        for said in ordered
    ]
    return sorted(every, key=lambda row: row.is_doubt)


def without(
    texts: Sequence[str],
    found: Sequence[Sequence[Found]],
    hidden: Collection[str],
    words: Mapping[str, str],
) -> list[str]:
    """Return the texts with each spelling that is `hidden` replaced; the same for the same one
    through all of them, with a letter when several are told apart.
    """
    told = _words(found, hidden, words)
    done = []
    for text, those in zip(texts, found, strict=True):
        kept, at = [], 0
        for one in those:
            if one.said in hidden:
                before = text[at : one.start]
                kept += [_no_article(before) if one.sort == PLACE else before, told[one.who]]
                at = one.end
        done.append("".join([*kept, text[at:]]))
    return done


def _no_article(before: str) -> str:
    """Return what stands before a place without the article of its name: "de la", "du" → "de"."""

    def without(found: re.Match) -> str:
        link = {"d": "de ", "a": "à "}.get(french.fold(found["article"][0]), "")
        return link.capitalize() if found["article"][0].isupper() else link

    return ARTICLE.sub(without, before)


def _words(
    found: Sequence[Sequence[Found]], hidden: Collection[str], words: Mapping[str, str]
) -> dict[str, str]:
    """Return by what each is replaced: in order of what is read, and never in that of a list."""
    sorts: dict[str, list[str]] = {}
    for those in found:
        for one in those:
            those_of = sorts.setdefault(one.sort, [])
            if one.said in hidden and one.who not in those_of:
                those_of.append(one.who)
    told = {}
    for sort, whos in sorts.items():
        for place, who in enumerate(whos):
            is_one = len(whos) == 1 or sort not in APART
            told[who] = words[sort] if is_one else f"{words[sort][:-1]}, {_letter(place)}]"
    return told


def _letter(place: int) -> str:
    """Return A, B … Z, AA, AB …"""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


Index = dict[str, list[tuple[tuple[str, ...], Known]]]


def _index(known: Iterable[Known]) -> Index:
    """Return the ways names are written by their first word, the longest first."""
    index: Index = {}
    for one in known:
        for name in one.names:
            whole = tuple(word.folded for word in french.words(name))
            told = [whole] if one.sort == GROUP else [way.tokens for way in spellings(name)]
            for tokens in filter(None, told):
                index.setdefault(tokens[0], []).append((tokens, one))
    for those in index.values():
        those.sort(key=lambda way: (-len(way[0]), not way[1].is_own))
    return index


class _Text:
    """A text being read."""

    def __init__(self, text: str, known: Sequence[Known], index: Index) -> None:
        self.text, self.known, self.index = text, known, index
        self.tokens = list(french.words(text))
        self.taken = bytearray(len(text))
        self.all: list[Found] = []

    def found(self) -> list[Found]:
        """Return all that is found, in order."""
        self._patterns()
        self._dates()
        self._names()
        self._initials()
        self._doubts()
        return sorted(self.all, key=lambda one: one.start)

    def _add(self, start: int, end: int, who: str, sort: str, **more: bool) -> None:
        if any(self.taken[start:end]):
            return
        self.taken[start:end] = b"\1" * (end - start)
        self.all.append(Found(start, end, self.text[start:end], who, sort, **more))

    def _patterns(self) -> None:
        for sort, pattern in [
            (MAIL, MAIL_AT),
            *((NUMBER, one) for one in NUMBERS),
            (PLACE, STREET),
        ]:
            for one in pattern.finditer(self.text):
                self._add(one.start(), one.end(), f"{sort}:{one[0]}", sort, is_doubt=sort == PLACE)

    def _dates(self) -> None:
        """Dates of birth: those known, and any that the text says to be one."""
        born = {one.born for one in self.known if one.born}
        for one in DATES.finditer(self.text):
            said = BIRTH_SAID.search(self.text[max(0, one.start() - 30) : one.start()])
            if said or _days(one[0]) & born:
                self._add(one.start(), one.end(), f"{DAY}:{one[0]}", DAY)

    def _names(self) -> None:
        place = 0
        while place < len(self.tokens):
            place += self._name(place) or 1

    def _name(self, place: int) -> int:
        """Find the longest name that begins at a word; return of how many words, or 0."""
        for tokens, one in self.index.get(self.tokens[place].folded, ()):
            here = self.tokens[place : place + len(tokens)]
            if tuple(word.folded for word in here) != tokens or not self._is_close(here):
                continue
            start, end = here[0].start, here[-1].end
            is_at = self.text[start - 1 : start] == "@"
            if one.sort == GROUP and not (one.is_own or is_at):
                continue
            if len(tokens) == 1 and not is_at and not self._may_be(here[0]):
                continue
            start, end = self._with_initials(start - is_at, end)
            is_sure = len(tokens) > 1 or is_at or self._is_surely(here[0])
            self._add(start, end, one.who, one.sort, is_sure=is_sure)
            return len(tokens)
        return 0

    def _is_close(self, words: Sequence[Word]) -> bool:
        """Whether words follow each other with no more than a space, a hyphen, an apostrophe."""
        pairs = zip(words, words[1:], strict=False)
        return all(re.fullmatch(r"[\s\u00a0’'‐-]{1,2}", self._between(*two)) for two in pairs)

    def _between(self, one: Word, other: Word) -> str:
        return self.text[one.end : other.start]

    def _may_be(self, word: Word) -> bool:
        """Whether a word that is somebody's name can be it here: "rose" is a colour."""
        if self.text[word.start].isupper():
            return True
        known = is_in("common", word.folded) or is_in("empty", word.folded)
        return not known and word.end - word.start > 3

    def _is_surely(self, word: Word) -> bool:
        is_plain = is_in("common", word.folded) and not is_in("given", word.folded)
        return not (is_plain and begins_sentence(self.text, word.start)) or self._is_titled(
            word.start
        )

    def _with_initials(self, start: int, end: int) -> tuple[int, int]:
        """Take in the initial before or after: "A. Benali", "Amina B."."""
        if before := BEFORE.search(self.text[max(0, start - 4) : start]):
            return start - len(before[0]), end
        after = AFTER.match(self.text, end)
        return start, after.end() if after else end

    def _initials(self) -> None:
        for one in TITLED.finditer(self.text):
            self._initial(one.start(1), one.end(), one[1])
        for one in PAIR.finditer(self.text):
            self._initial(one.start(), one.end(), one[1] + one[2])
        for one in LONE.finditer(self.text):
            before = french.fold_all(self.text[max(0, one.start() - 20) : one.start()]).split()
            if not before or before[-1] not in NOT_OF_A_NAME:
                self._initial(one.start(), one.end(), one[1])

    def _initial(self, start: int, end: int, letters: str) -> None:
        folded = french.fold(letters)
        for one in self.known:
            if one.sort != GROUP and (len(folded) > 1 or one.is_own) and _begins(one, folded):
                return self._add(start, end, one.who, one.sort)
        return self._add(start, end, f"{NAME}:{folded}", NAME, is_doubt=True)

    def _doubts(self) -> None:
        place = 0
        while place < len(self.tokens):
            run = self._run(place)
            self._doubt(run)
            place += len(run) or 1

    def _run(self, place: int) -> list[Word]:
        """Return the words with a capital that follow each other from there."""
        run: list[Word] = []
        for word in self.tokens[place:]:
            tied = not run or re.fullmatch(r"[ \u00a0’'‐-]", self._between(run[-1], word))
            if not tied or not self._is_capital(word):
                break
            run.append(word)
        return run

    def _is_capital(self, word: Word) -> bool:
        here = self.text[word.start : word.end]
        return (
            here[0].isupper() and not self.taken[word.start] and not is_in("skipped", word.folded)
        )

    def _doubt(self, run: list[Word]) -> None:
        """Offer a run of words with a capital, less those that only begin a sentence."""
        if not run:
            return
        is_start = begins_sentence(self.text, run[0].start)
        is_titled = self._is_titled(run[0].start)
        while run and self._is_left(run[0], run[1:], is_start=is_start):
            is_titled = is_titled or is_in("titles", run[0].folded)
            # What follows an elision or a word that begins the sentence is inside of it.
            run, is_start = run[1:], False
        if not run:
            return
        start, end = self._with_initials(run[0].start, run[-1].end)
        at = self.text[start - 1 : start] == "@"
        said = self.text[start:end]
        is_given = any(is_in("given", word.folded) for word in run)
        is_letters = said.isupper() and (len(said) < 5 or len(run) > 4)
        is_name = not is_start or len(run) > 1
        is_sure = at or is_titled or is_given or (is_name and not is_letters)
        who = f"{NAME}:{' '.join(word.folded for word in run)}"
        self._add(start - at, end, who, NAME, is_sure=is_sure, is_doubt=True)

    def _is_left(self, word: Word, rest: Sequence[Word], *, is_start: bool) -> bool:
        """Whether a word with a capital is no part of the name that it begins."""
        if is_in("titles", word.folded):
            return True
        if word.folded in french.ELISIONS and self.text[word.end : word.end + 1] in {"’", "'"}:
            return not rest or is_start
        if word.end - word.start == 1 and not rest:
            return True
        is_plain = is_in("common", word.folded) or is_in("empty", word.folded)
        if is_start:
            return is_plain and not is_in("given", word.folded)
        return is_plain and not rest and not is_in("given", word.folded) and len(word.folded) < 3

    def _is_titled(self, start: int) -> bool:
        """Whether a title stands before: "Mme", "le docteur"."""
        before = list(french.words(self.text[max(0, start - 16) : start]))
        if not before or not is_in("titles", before[-1].folded):
            return False
        return not self.text[max(0, start - 16) : start][before[-1].end :].strip(" .\u00a0\u202f")


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at a place of a text: a capital says nothing there."""
    while at and text[at - 1] in AROUND:
        at -= 1
    if not at or text[at - 1] in ENDS.replace(".", ""):
        return True
    line = text[max(text.rfind("\n", max(0, at - 60), at) + 1, at - 60) : at]
    if re.fullmatch(r"\s*(?:[-–—•*#>]+|\d{1,3}[.)])\s*", line):
        return True
    if text[at - 1] != ".":
        return False
    last = re.search(r"(\w+)[.]$", line)
    return not last or not (len(last[1]) == 1 or french.fold(last[1]) in ABBREVIATED)


def _begins(one: Known, letters: str) -> bool:
    """Whether `letters` are the initials of somebody; one of them for whom the text is about."""
    told = [initials(name) for name in one.names]
    return any(letters in (way, way[::-1]) or (one.is_own and letters in way) for way in told)


def _days(said: str) -> set[date]:
    """Return the days a date may be: two figures of a year are of this century or the last."""
    said = re.sub(r"[. ]+", " ", said).strip()
    said = re.sub(r"^(\d{1,2})[/ -](\d{1,2})[/ -](\d{2,4})$", r"\1/\2/\3", said)
    years = re.fullmatch(r"(\d{1,2}/\d{1,2}/)(\d\d)", said)
    told = [f"{years[1]}{age}{years[2]}" for age in ("19", "20")] if years else [said]
    return {born[0] for one in told if (born := read_birth(one)) and born[0] == born[1]}
