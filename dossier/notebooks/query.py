"""What a search box says: words, phrases and a beginning, understood once for both databases."""

import re
from dataclasses import dataclass

from dossier.notebooks import french

MAX_TERMS = 24
QUOTED = re.compile(r'["«“”]([^"«»“”]*)["»“”]')
JOINED = re.compile(r"[-‐‑'’ʼ.]")
MIN_PREFIX = 2


@dataclass(frozen=True)
class Term:
    """One thing that must be found.

    `exact` are folded words and `stems` alternative stem sequences; each is a sequence of
    one word, or of several for a phrase; words that say nothing have no stem. `is_last` marks
    the word that may be a beginning.
    """

    exact: tuple[str, ...]
    stems: tuple[tuple[str, ...], ...]
    is_last: bool = False

    @property
    def prefix(self) -> str | None:
        """The beginning to look for, if this term is the last word and long enough."""
        if self.is_last and len(self.exact) == 1 and len(self.exact[0]) >= MIN_PREFIX:
            return self.exact[0]
        return None

    def matches(self, word: french.Word, *, wide: bool = True) -> bool:
        """Whether `word` of a text is (part of) what this term looks for."""
        if word.folded in self.exact or any(word.stem in sequence for sequence in self.stems):
            return True
        return bool(wide and self.prefix and word.folded.startswith(self.prefix))


def _term(text: str, *, is_last: bool = False) -> Term | None:
    found = list(french.words(text))
    if not found:
        return None
    typed = tuple(word.stem for word in found)
    unaccented = tuple(french.stem(word.folded) for word in found)
    return Term(
        exact=tuple(word.folded for word in found),
        stems=tuple(dict.fromkeys((typed, unaccented))),
        is_last=is_last,
    )


def _exactly(text: str) -> Term:
    return Term(exact=tuple(word.folded for word in french.words(text)), stems=())


def _chunks(text: str) -> list[str]:
    """Return the words of an unquoted stretch; joined ones stay together, elisions drop."""
    chunks: list[str] = []
    previous = None
    for word in french.words(text):
        piece = text[word.start : word.end]
        gap = text[previous.end : word.start] if previous else " "
        if chunks and JOINED.fullmatch(gap) and previous.folded not in french.ELISIONS:
            chunks[-1] += " " + piece
        else:
            chunks.append(piece)
        previous = word
    return chunks


def understand(query: str) -> list[Term]:
    """Return the terms of `query`, all of which must be found; none for nothing to look for.

    Quotes make phrases ("…" or « … »); a quote left open is no quote. Words that say nothing
    are dropped unless there is nothing else. No sign is an operator. At most 24 terms.
    """
    terms: list[Term | None] = []
    loose: list[str] = []
    rest = query
    while quoted := QUOTED.search(rest):
        loose += _chunks(rest[: quoted.start()])
        terms.append(_term(quoted[1]))
        rest = rest[quoted.end() :]
    tail = _chunks(rest)
    loose += tail
    telling = [chunk for chunk in loose if french.fold_all(chunk) not in french.STOP_WORDS]
    last = telling[-1] if telling and tail and tail[-1] is telling[-1] else None
    terms += [_term(chunk, is_last=chunk is last) for chunk in telling]
    if not any(terms):
        terms = [_exactly(chunk) for chunk in loose]
    return [term for term in dict.fromkeys(terms) if term][:MAX_TERMS]
