"""How a name is spelled in a text: its parts, turned round, alone, as initials; and which words are
names at all. Nothing here knows whose they are.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dossier.notebooks import french

LEXICON = Path(__file__).with_name("naming.txt")
PARTICLES = frozenset({"de", "du", "des", "d", "le", "la", "l", "n", "o", "el", "al", "ben", "van"})
JOINED = "-‐’'"
Tokens = tuple[str, ...]


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the sections of LEXICON, its words folded: what helps to tell a name from a word."""
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line[1 : line.index("]")], set())
        elif not line.startswith("#"):
            words |= set(map(french.fold, line.split()))
    return {section: frozenset(words) for section, words in found.items()}


def is_in(section: str, folded: str) -> bool:
    """Whether a folded word is in a section of LEXICON."""
    return folded in lexicon()[section]


@dataclass(frozen=True)
class Spelling:
    """One way a name is written: its words, folded, one after the other."""

    tokens: Tokens

    @property
    def is_alone(self) -> bool:
        """Whether it is one word: in lower case it may be no name."""
        return len(self.tokens) == 1


def parts(name: str) -> list[Tokens]:
    """Return the parts of a name, folded: "Jean-Pierre Le Goff" has two, of two words each; what
    names nobody ("sa tante", "Mme") is left out.
    """
    found: list[list[str]] = []
    is_plain = not any(char.isupper() for char in name)
    end, joins = 0, False
    for word in french.words(name):
        between = name[end : word.start]
        is_capital = is_plain or name[word.start].isupper()
        is_tied = bool(found) and (joins or (len(between) == 1 and between in JOINED))
        end = word.end
        if word.folded in PARTICLES and (is_capital or found):
            if not is_tied:
                found.append([])
            found[-1].append(word.folded)
            joins = True
            continue
        is_name = is_capital and word.folded.isalpha() and not _is_empty(word.folded)
        if is_name and is_tied:
            found[-1].append(word.folded)
        elif is_name:
            found.append([word.folded])
        joins = False
    return [tuple(part) for part in found if set(part) - PARTICLES]


def _is_empty(folded: str) -> bool:
    return is_in("empty", folded) or is_in("titles", folded)


def spellings(name: str) -> list[Spelling]:
    """Return the ways a name is written: all of it, turned round, each part alone, a part without
    its hyphen or apostrophe.
    """
    whole = parts(name)
    told: dict[Tokens, None] = {}
    for place in range(len(whole)):
        turned = whole[place:] + whole[:place]
        told[tuple(word for part in turned for word in part)] = None
    for part in whole:
        told[part] = None
        told["".join(part),] = None
        bare = tuple(word for word in part if word not in PARTICLES)
        if len(bare) == 1:
            told[bare] = None
    return [Spelling(tokens) for tokens in told if len("".join(tokens)) > 1]


@lru_cache(maxsize=8_192)
def initials(name: str) -> str:
    """Return the first letters of the parts of a name: "ab" for "Amina Benali"."""
    return "".join(part[0][0] for part in parts(name))
