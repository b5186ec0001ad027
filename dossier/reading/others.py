"""Who else a text speaks of: names, kin, pronouns, words of a matter; on values alone.

Made to doubt: what is no sign here is shown without anybody having looked at it. It knows no
names: the caller gives those that the worker may know.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dossier.collectives import naming
from dossier.collectives.naming import Found, Known
from dossier.collectives.spellings import initials, is_in, spellings
from dossier.notebooks import french
from dossier.notebooks.french import Word
from dossier.reading import rules

LEXICON = Path(__file__).with_name("others.txt")
NAME, WORD, PRONOUN, MATTER, COLLEAGUE = "name", "word", "pronoun", "matter", "colleague"
OTHERS = {NAME, WORD, PRONOUN}
SUBJECTS = {"elle", "il"}
SPOKEN = re.compile(r"«[^»]*»?|“[^”]*”?|\"[^\"]*\"?")
OF_ANOTHER = SUBJECTS | {"lui", "son", "sa", "ses"}
OBJECTS = {"lui", "leur", "l", "le", "la"}
DETERMINERS = {"la", "le", "l", "les", "une", "un", "des", "ce", "cet", "cette", "ces", "notre"}
SEVERAL = {
    ("se", "sont"), ("l", "une"), ("l", "un"), ("les", "deux"), ("des", "deux"), ("aux", "deux"),
    ("tous", "deux"), ("toutes", "deux"), ("a", "deux"),
}  # fmt: skip
SIZED = {
    "petit", "petite", "grand", "grande", "gros", "grosse", "nouveau", "nouvelle", "dernier",
    "derniere", "ancien", "ancienne",
}  # fmt: skip
ALONE = {"personne", "personnes", "dernier", "derniere"}
BEFORE = {
    "chez", "pour", "avec", "sans", "a", "de", "d", "que", "qu", "sur", "contre", "en", "par",
    "comme", "derriere", "devant", "selon", "apres", "vers", "on", "je", "j", "nous",
}  # fmt: skip
NOT_THEM = {"on", "je", "j", "nous", "ca", "cela", "qui"}  # other subjects, in the same sentence
VERBS = {
    "a", "est", "etait", "avait", "va", "veut", "dit", "vient", "s", "se", "m", "n", "ne", "qui",
    "fait", "du", "de", "t",
}  # fmt: skip
IMPERSONAL = re.compile(
    r"\b[Ii]l (?:n[’']?y|y a|y av|n[’']y|"
    r"(?:n[’']|ne )?(?:(?:en|me|te|nous|vous|m[’']en|t[’']en) )?(?:faut|fallait|faudra|faudrait)\b|"
    r"pleu|neige|s[’']agi|semble|manque|"
    r"convient|suffit|vaut mieux|fait (?:froid|chaud|beau|nuit|noir|jour|\d)|"
    r"reste (?:du|des|de la)|(?:est|était) (?:\d|tard|tôt|temps|midi|minuit|possible|prévu|"
    r"important|nécessaire|convenu|proposé|question|l[’']heure))"
)
OF_ME = {"me", "m", "ne", "n"}  # what may stand between "elle" and what a thing does
FIRST = {"la", "l", "ma", "cette", "notre"}
SECTIONS = (
    ("kin", WORD, ""),
    ("others", WORD, ""),
    ("plural", PRONOUN, ""),
    ("judge", MATTER, rules.JUDGE),
    ("alert", MATTER, rules.ALERT),
    ("health", MATTER, rules.HEALTH),
)


@cache
def lexicon() -> dict[str, frozenset[tuple[str, ...]]]:
    """Return the sections of LEXICON: sequences of folded words."""
    found: dict[str, set[tuple[str, ...]]] = {}
    words: set[tuple[str, ...]] = set()
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line[1 : line.index("]")], set())
        elif not line.startswith("#"):
            words |= {tuple(french.fold_all(one).split()) for one in line.split()}
    return {section: frozenset(words) for section, words in found.items()}


class Sign(NamedTuple):
    """What may speak of somebody else, from `start` to `end`, or of a matter (`reason`)."""

    start: int
    end: int
    said: str
    kind: str
    reason: str = ""


@dataclass(frozen=True)
class Own:
    """Whom the notebook is about: `who` in what is known, names, and their `pronoun` ("elle", "il",
    "" when nobody can tell); `shared` are the spellings and first letters that others have too.
    """

    who: str
    names: tuple[str, ...]
    pronoun: str = ""
    shared: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def is_named(self, one: Found) -> bool:
        """Whether it is surely they: alone of that spelling, and with no other initial."""
        if one.who != self.who or one.sort != naming.PERSON:
            return False
        folded = french.fold_all(one.said).split()
        letters = {letter for name in self.names for letter in initials(name)}
        if any(len(word) == 1 and word not in letters for word in folded):
            return False
        return " ".join(folded) not in self.shared


def own_of(known: Iterable[Known], who: str, pronoun: str, words: Collection[str] = ()) -> Own:
    """Return whom a notebook is about, and which of their spellings somebody known shares."""
    known = list(known)
    names = tuple(name for one in known if one.who == who for name in one.names if name)
    shared: set[str] = set()
    for one in known:
        if one.who != who and one.sort in {naming.PERSON, naming.RELATIVE}:
            for name in one.names:
                shared |= {" ".join(way.tokens) for way in spellings(name)} | set(initials(name))
    return Own(who, names, pronoun, frozenset(shared), frozenset(map(french.fold, words)))


def pronoun(texts: Iterable[str]) -> str:
    """Return the pronoun by which texts tell of one they are about: that they use twice as often as
    the other; "" when they do not say.
    """
    counted = dict.fromkeys(SUBJECTS, 0)
    for text in texts:
        plain = IMPERSONAL.sub(" ", text)
        for word in french.words(plain):
            if word.folded in counted:
                counted[word.folded] += 1
    most, least = sorted(counted, key=counted.get, reverse=True)
    return most if counted[most] > 2 * counted[least] else ""


def _begins_plainly(one: Found) -> bool:
    """Whether a word has its capital because it begins a sentence, and names nobody."""
    if one.is_sure or not one.is_doubt:
        return False
    return (french.fold_all(one.said),) in lexicon()["starts"]


class Listening:
    """A text, as one listens whether it speaks of somebody else."""

    def __init__(
        self,
        text: str,
        found: Sequence[Found],
        own: Own,
        colleagues: Collection[str],
        *,
        is_spoken: bool = False,
    ) -> None:
        self.text, self.own, self.is_spoken = text, own, is_spoken
        self.tokens = list(french.words(text))
        self.named = [one for one in found if own.is_named(one)]
        self.signs = [
            self._name(one, colleagues)
            for one in found
            if not (own.is_named(one) or _begins_plainly(one))
        ]
        self.void = [one.span() for one in IMPERSONAL.finditer(text)]
        self._words()
        self._pronouns()
        self._spoken()
        self.signs.sort()

    def _name(self, one: Found, colleagues: set[str]) -> Sign:
        whole = french.fold_all(one.said)
        is_colleague = one.sort == naming.WORKER and (whole in colleagues)
        return Sign(one.start, one.end, one.said, COLLEAGUE if is_colleague else NAME)

    def _add(self, words: Sequence[Word], kind: str, reason: str = "") -> None:
        start, end = words[0].start, words[-1].end
        self.signs.append(Sign(start, end, self.text[start:end], kind, reason))

    def _said(self, word: Word) -> str:
        return self.text[word.start : word.end].casefold()

    def _words(self) -> None:
        folded = [word.folded for word in self.tokens]
        sections = lexicon()
        for at, word in enumerate(self.tokens):
            for section, kind, reason in SECTIONS:
                if (word.folded,) in sections[section]:
                    self._add([word], kind, reason)
            if word.folded in self.own.words or self._said(word) == "mémé":  # and not "même"
                self._add([word], WORD)
            if word.folded in DETERMINERS and self._is_somebody(folded[at + 1 : at + 3]):
                self._add(self.tokens[at : at + 2], WORD)
            if tuple(folded[at : at + 2]) in SEVERAL:
                self._add(self.tokens[at : at + 2], PRONOUN)

    def _is_somebody(self, after: Sequence[str]) -> bool:
        """Whether "la petite", "ce dernier", "une personne" tells of somebody."""
        if not after or after[0] in ALONE:
            return bool(after)
        return after[0] in SIZED and (len(after) < 2 or after[1] in VERBS)

    def _is_void(self, word: Word) -> bool:
        return any(start <= word.start < end for start, end in self.void)

    def _pronouns(self) -> None:
        """What stands for somebody: of another gender, or for a second one in the same sentence."""
        ends = {one.end for one in self.named}
        for at, word in enumerate(self.tokens):
            is_subject = word.folded in SUBJECTS and not self._is_void(word)
            is_subject = is_subject and not self._is_of_a_thing(at)
            if word.folded in {"celui", "celle"} or (
                is_subject and word.folded != self.own.pronoun
            ):
                self._add([word], PRONOUN)
            if (is_subject or word.end in ends) and (other := self._object(at)):
                self._add([word, other], PRONOUN)
        for start, end in rules.sentences(self.text):
            self._sentence(start, end)

    def _object(self, at: int) -> Word | None:
        """Return the pronoun right after the word at a place: "elle lui", "Amina ne la"."""
        rest = self.tokens[at + 1 : at + 3]
        if rest and rest[0].folded in {"ne", "n"}:
            rest = rest[1:]
        if not rest or rest[0].folded not in OBJECTS:
            return None
        between = self.text[self.tokens[at].end : rest[0].start]
        return None if re.search(r"[,.;:!?\n]", between) else rest[0]

    def _is_of_a_thing(self, at: int) -> bool:
        """Whether "elle", at a place, takes up the thing that begins its sentence: "La vérité, elle
        me fait peur". The thing stands right before, after nothing but its article, and what is
        said of it is of those a thing is or does; all else may be somebody.
        """
        if at < 2 or self.tokens[at].folded != "elle":
            return False
        first, thing, elle = self.tokens[at - 2 : at + 1]
        sections = lexicon()
        if first.folded not in FIRST or (thing.folded,) not in sections["things"]:
            return False
        begins = {start for start, _ in rules.sentences(self.text)}
        if first.start not in begins or self.text[thing.end : elle.start] != ", ":
            return False
        rest = [one.folded for one in self.tokens[at + 1 : at + 5]]
        while rest and rest[0] in OF_ME:
            rest = rest[1:]
        return any(tuple(rest[:count]) in sections["being"] for count in (1, 2))

    def _spoken(self) -> None:
        """Of what somebody says in the first person, a third person is always somebody else."""
        spoken = [(0, len(self.text))] if self.is_spoken else []
        spoken += [one.span() for one in SPOKEN.finditer(self.text)]
        for at, word in enumerate(self.tokens):
            is_spoken = any(start <= word.start < end for start, end in spoken)
            is_void = self._is_void(word) or self._is_of_a_thing(at)
            if is_spoken and word.folded in OF_ANOTHER and not is_void:
                self._add([word], PRONOUN)

    def _sentence(self, start: int, end: int) -> None:
        inside = [word for word in self.tokens if start <= word.start < end]
        named = min((one.start for one in self.named if start <= one.start < end), default=None)
        before = [one for one in inside if one.folded in SUBJECTS | {"lui"} and named is not None
                  and one.start < named and not self._is_void(one)]  # fmt: skip
        if before:
            self._add(before[:1], PRONOUN)
        self._to_another(inside, named)
        if len(inside) > 1 and self._may_name(inside[0]) and inside[1].folded in VERBS:
            self._add(inside[:1], NAME)

    def _to_another(self, inside: Sequence[Word], named: int | None) -> None:
        """Of "il veut lui dire", "lui" is somebody else; of "il rentre chez lui", it is not."""
        has_subject = False
        for at, word in enumerate(inside):
            former = inside[at - 1].folded if at else ""
            after = inside[at + 1].folded if at + 1 < len(inside) else ""
            if word.folded == "lui" and has_subject and after != "meme" and former not in BEFORE:
                self._add([word], PRONOUN)
            is_named = named is not None and word.start == named
            has_subject = has_subject or word.folded in SUBJECTS or is_named
            has_subject = has_subject and word.folded not in NOT_THEM

    def _may_name(self, word: Word) -> bool:
        """Whether a word that begins a sentence in lower case may be a name, so written."""
        is_named = any(one.start <= word.start < one.end for one in self.named)
        if is_named or not self.text[word.start].islower() or len(word.folded) < 3:
            return False
        return not (is_in("common", word.folded) or is_in("empty", word.folded))

    @property
    def is_about_others(self) -> bool:
        """Whether it speaks, or may speak, of somebody else."""
        return any(sign.kind in OTHERS for sign in self.signs)

    def heard(self) -> list[rules.Heard]:
        """Return what each sentence lets hear."""
        return [self._heard(start, end) for start, end in rules.sentences(self.text)]

    def _heard(self, start: int, end: int) -> rules.Heard:
        return rules.Heard(
            any(s.kind in OTHERS and s.start < end and s.end > start for s in self.signs),
            any(start <= one.start < end for one in self.named),
        )


def is_plain(label: str, own: Own) -> bool:
    """Whether a heading or a tag names nobody: words that everybody uses, or the person's own."""
    names = {token for name in own.names for way in spellings(name) for token in way.tokens}
    return all(
        word.folded in names
        or (word.folded,) in lexicon()["plain"]
        or word.folded in french.STOP_WORDS
        or (is_in("common", word.folded) and not is_in("given", word.folded))
        for word in french.words(label)
    )
