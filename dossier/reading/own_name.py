"""Whether what is kept as somebody's name is no more than a name, and whether a birth is a date."""

import re
from collections.abc import Collection

from dossier.collectives.spellings import PARTICLES, is_in, parts
from dossier.notebooks import french
from dossier.persons.rules import read_birth

LINKS = frozenset({"ne", "nee", "dit", "dite", "alias"})  # "Yasmina Belkacem née Ferhat"
SIGNS = re.compile(r"(?:[^\W_]|[ \u00a0’'‐-])+")
MOST = 6  # words


def is_name(told: str, others: Collection[str] = ()) -> bool:
    """Whether `told` is a name and nothing more: a few words with a capital, of which none is used
    every day ("sœur", "et"), and none but the first is a first name of `others` (folded).
    """
    words = list(french.words(told))
    if not words or len(words) > MOST or not SIGNS.fullmatch(told.strip()):
        return False
    first = words[0].start
    return all(
        _is_of_a_name(told[word.start], word.folded)
        and (word.start == first or word.folded not in others)
        for word in words
    )


def _is_of_a_name(first: str, folded: str) -> bool:
    if folded in PARTICLES | LINKS:
        return True
    return first.isupper() and not (is_in("empty", folded) or is_in("titles", folded))


def only_names(told: Collection[str], others: Collection[str]) -> tuple[str, ...]:
    """Return those that are names; a first name of others that two of them hold is a name: "Lou
    Marie" and "Lou Marie Ferrand".
    """
    held = [{word for part in parts(one) for word in part} for one in told if one]
    both = set.intersection(*held) if len(held) > 1 else set()
    return tuple(one for one in told if is_name(one, set(others) - both))


def is_birth(told: str) -> bool:
    """Whether a birth says when, and nothing else."""
    return read_birth(told) is not None
