"""A look at a text before it is signed: wording its author may want to read again.

Shown to the author alone, kept nowhere, counted nowhere, never in the way (CNIL: comment zones are
objective, relevant, never insulting; the lexicon is ours, `wording.toml`). It would rather miss
than bother: what it points at are words; only who writes knows what they meant.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LEXICON = Path(__file__).with_name("wording.toml")
# Who is spoken of: somebody, not a thing ("la douleur est violente" judges nobody).
SUBJECT = (
    r"(?:\b(?:qu’|s’)?(?:il|elle|ils|elles)|\b(?:mere|pere|parents|frere|s(?:œ|oe)ur|fils|fille"
    r"|enfants?|garcon|gamine?|famille|voisine?|copain|copine|compagne|compagnon|mari|femme|tante"
    r"|oncle|grand-mere|grand-pere|cousine?|jeune|monsieur|madame|type|gens)s?"
    r"|(?:^|(?<=[.!?\]] ))(?!cela|ceci|tout|rien|ca)[^\W\d]+)"
)
ADVERB = r"(?:(?:tres|trop|si|vraiment|completement|totalement|plutot|assez|surement|encore) )*"
IS = (
    rf"(?:{SUBJECT} (?:est|sont|etait|etaient) {ADVERB}"
    rf"|\bc’(?:est|etait) {ADVERB}(?=(?:une?|des|de) ))"
)
REPORTED = re.compile(r"\bdit-(?:elle|il)|\bs(?:elon|uivant) (?:elle|lui|ses mots)\b")
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
SENTENCE_ENDS = ".!?…\n"
NEAR = 400
NUMBER = re.compile(
    r"(?<!\d)([12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ab]) ?\d{3} ?\d{3})"
    r"(?: ?(\d\d))?(?!\d)"
)
NUMBERED = re.compile(r"\b(?:nir|secu|securite sociale|numero|immatricul\w+)\b")
KIN = re.compile(
    r"(?:mere|pere|frere|s(?:œ|oe)ur|fils|fille|tante|oncle|cousine?|grand-mere|grand-pere|parents"
    r"|famille|mari|femme|amie?|ami) (?:de |d’)$"
)
CLINICIAN = re.compile(r"infirmi|medecin|psycholog|psychiatr|neuropsy|sage-femme")
OTHERS, SOCIAL = "third", "number"


@dataclass(frozen=True)
class Kind:
    """A kind of wording: what is said of it, what one may do instead, and how it is found."""

    name: str
    says: str
    instead: str
    find: tuple[re.Pattern, ...] = ()
    unless: re.Pattern | None = None


@dataclass(frozen=True)
class Remark:
    """What a look says, to be said in the words of the house: of one kind, with the passages it was
    found in, as typed.
    """

    kind: str
    says: str
    instead: str
    passages: tuple[str, ...]


@lru_cache(maxsize=1)
def lexicon() -> tuple[Kind, ...]:
    """Return the kinds of the lexicon, read once."""
    told = tomllib.loads(LEXICON.read_text(encoding="utf-8"))["kind"]
    return tuple(
        Kind(
            one["name"],
            _set(one["says"]),
            _set(one["instead"]),
            tuple(map(_compiled, one["find"])),
            _compiled(one["unless"]) if "unless" in one else None,
        )
        for one in told
    )


def _set(words: str) -> str:
    """Return words whose signs stay on the line of what they end."""
    return re.sub(r" (?=[:;?!»])|(?<=«) ", "\u00a0", words)


def _compiled(expression: str) -> re.Pattern:
    return re.compile(expression.replace("IS ", IS).replace("SUBJECT", SUBJECT), re.MULTILINE)


NUMBERS = Kind(
    SOCIAL,
    "Cela ressemble à un numéro de sécurité sociale.",
    "Il ne se note que là où un texte le permet. Retirez-le d’ici.",
)
NAMES = Kind(
    OTHERS,
    "Quelqu’un d’autre est nommé dans {cahier.ce}.",
    "S’il n’est pas utile de savoir qui, dites « une voisine », « un autre ». S’il l’est, "
    "@ rattache là-bas ce que vous signez ici.",
)


def is_clinician(function: str) -> bool:
    """Whether what somebody does here, in their words, is to say what ails."""
    return bool(CLINICIAN.search(flat(function)))


def look(
    text: str, *, names: Iterable[str] = (), may_diagnose: bool = False, is_reported: bool = False
) -> list[Remark]:
    """Return what may be read again in `text`, one remark a kind; nothing is kept of it.

    `names` are those of other persons, in the notebook of one. Who `may_diagnose` is left to it.
    Words that are somebody's own (`is_reported`, or between quotation marks) are not looked at.
    """
    plain = flat(text)
    bare = QUOTED.sub(lambda found: " " * len(found[0]), plain)
    found: dict[Kind, list[str]] = {}
    kinds = () if is_reported else lexicon()
    for kind in kinds:
        if kind.name == "diagnosis" and may_diagnose:
            continue
        if spans := list(_spans(kind, bare)):
            found[kind] = [text[start:end] for start, end in spans]
    if numbers := [text[start:end] for start, end in _numbers(plain)]:
        found[NUMBERS] = numbers
    if others := list(_names(text, plain, names)):
        found[NAMES] = others
    return [
        Remark(kind.name, kind.says, kind.instead, tuple(dict.fromkeys(passages)))
        for kind, passages in found.items()
    ]


def flat(text: str) -> str:
    """Return `text` without capitals nor accents, each character where it stood."""
    told = "".join(map(_plain, text))
    return told if len(told) == len(text) else text.lower()


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if char in "'’ʼ":
        return "’"
    if char in "\u00a0\u202f\t":
        return " "
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def _spans(kind: Kind, bare: str) -> Iterator[tuple[int, int]]:
    for expression in kind.find:
        for one in expression.finditer(bare):
            sentence = _sentence(bare, one.end() - 1)
            if REPORTED.search(sentence) or (kind.unless and kind.unless.search(sentence)):
                continue
            yield one.span()


def _sentence(text: str, at: int) -> str:
    """Return the sentence that stands at a place, NEAR signs around it at most."""
    first, last = max(0, at - NEAR), at + NEAR
    start = max(text.rfind(sign, first, at) for sign in SENTENCE_ENDS) + 1
    ends = [end for sign in SENTENCE_ENDS if (end := text.find(sign, at, last)) >= 0]
    return text[max(start, first) : min(ends, default=last)]


def _numbers(plain: str) -> Iterator[tuple[int, int]]:
    """Yield what is a French social security number: its key holds, or the sentence says so."""
    for one in NUMBER.finditer(plain):
        digits = one[1].replace(" ", "").replace("2a", "19").replace("2b", "18")
        holds = one[2] and 97 - int(digits) % 97 == int(one[2])
        if holds or NUMBERED.search(_sentence(plain, one.start())):
            yield one.span()


def _names(text: str, plain: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that stand as whole words; not after @, nor to say whose mother it is."""
    for name in names:
        if not name[:1].isupper():
            continue
        for one in re.finditer(rf"(?<![\w@]){re.escape(name)}(?!\w)", text):
            if not KIN.search(plain[max(0, one.start() - 30) : one.start()]):
                yield name
                break
