"""A second net, for names nobody declared: spaCy's small French model, where a house installed it.

It is asked on this machine, and what it catches is a doubt: never replaced unless somebody says so.
"""

import importlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from dossier.disclosures.pseudonyms.finding import Found, Piece
from dossier.disclosures.pseudonyms.known import GIVEN, PERSON, PLACE
from dossier.disclosures.pseudonyms.vocabulary import is_plain
from dossier.notebooks import french

MODEL = "fr_core_news_sm"
KINDS = {"PER": PERSON, "LOC": PLACE}
AT_ONCE = 50_000  # letters, well under what the model takes
WHY = "un modèle de langue y voit un nom"


@cache
def model() -> Callable[[str], Any] | None:
    """Return the model, read once; None where it is not installed."""
    try:
        spacy = importlib.import_module("spacy")
        return spacy.load(
            MODEL, disable=["parser", "lemmatizer", "attribute_ruler", "morphologizer"]
        )
    except (ImportError, OSError):
        return None


def caught(text: str, found: Sequence[Found], read: Callable[[str], Any]) -> list[Found]:
    """Return the names that a model sees where nothing was found, as doubts, in order.

    `read` gives an object whose `ents` have `start_char`, `end_char`, `label_` ("PER", "LOC").
    """
    taken = bytearray(len(text))
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    told = []
    for begun, part in _parts(text):
        for entity in read(part).ents:
            start, end = begun + entity.start_char, begun + entity.end_char
            words = [word.folded for word in french.words(text[start:end])]
            is_name = entity.label_ in KINDS and not all(map(is_plain, words))
            if is_name and not any(taken[start:end]):
                told.append(_doubt(text, start, end, KINDS[entity.label_]))
    return told


def _doubt(text: str, start: int, end: int, kind: str) -> Found:
    said = text[start:end]
    who = f"name:{french.fold_all(said)}"
    return Found(start, end, said, kind, who, False, WHY, (Piece(start, end, GIVEN),))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield where parts of a long text begin, and the parts; cut where a line ends."""
    cuts = [0]
    while len(text) - cuts[-1] > AT_ONCE:
        end = text.rfind("\n", cuts[-1] + 1, cuts[-1] + AT_ONCE)
        cuts.append(end if end > 0 else cuts[-1] + AT_ONCE)
    yield from ((start, text[start:end]) for start, end in pairwise([*cuts, len(text)]))
