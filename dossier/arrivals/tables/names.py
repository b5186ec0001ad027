"""Names of people as cells write them, and who is the same from one line to another."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dossier.arrivals.tables.columns import SMALL, lexicon
from dossier.establishment.words import fold

MAX_NAME = 200  # characters: beyond, it is a text
KEPT = 20_000  # names kept in mind: those of a sheet come back from line to line
TITLES = {"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle"}
ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
BETWEEN = re.compile(r"\s*(?:[/;+&\n]|\bet\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """A name: to be called by, civil (empty when one cannot tell), and what tells it from others.

    `tokens` are its words folded and sorted; `order` is not empty when one knows which are of the
    family; `also` are the tokens of other names of the same.
    """

    called: str
    civil: str
    tokens: tuple[str, ...]
    order: str = ""
    also: tuple[tuple[str, ...], ...] = ()


class Mention(NamedTuple):
    """Somebody named on a line: all that tells them apart from others."""

    number: str
    tokens: tuple[str, ...]
    order: str
    birth: str
    also: tuple[tuple[str, ...], ...] = ()


@lru_cache(KEPT)
def tokens(words: str) -> tuple[str, ...]:
    """Return the words of a name folded and sorted, less what is in brackets and titles."""
    bare = ASIDE.sub(" ", words)
    found = re.findall(r"[^\W_]+", bare.lower() if bare.isascii() else fold(bare))
    return tuple(sorted(one for one in found if one not in TITLES))


def nice(family: str) -> str:
    """Return a family name as one writes it: "N’DIAYE" gives "N’Diaye"; others as they are."""
    return family.title() if family.isupper() and len(family) > 1 else family


@lru_cache(KEPT)
def in_cells(family: str, first: str, usage: str = "", called: str = "") -> Name:
    """Return the name that several cells tell."""
    civil = " ".join(filter(None, [first, nice(family)]))
    now = " ".join(filter(None, [called or first, nice(usage or family)]))
    main = tokens(f"{family or usage} {first or called}")
    others = {
        tokens(f"{one} {by}") for one in (family, usage) for by in (first, called) if one and by
    }
    order = f"{fold(family or usage)}/{fold(first or called)}" if family and first else ""
    return Name(
        now or civil, civil if first and family else "", main, order, tuple(sorted(others - {main}))
    )


@lru_cache(KEPT)
def in_one_cell(words: str) -> Name:
    """Return the name that one cell tells: capitals or a comma say what is of the family."""
    bare = " ".join(ASIDE.sub(" ", words).split())
    parts = bare.split(" ")
    while len(parts) > 1 and fold(parts[0]).rstrip(".") in TITLES and parts[1] not in {"et", "&"}:
        parts = parts[1:]
    bare = " ".join(parts) or words
    family, comma, first = bare.partition(",")
    if comma and family.strip() and first.strip():
        return in_cells(family.strip(), first.strip())
    capital = [len(one) > 1 and one.isupper() and one.strip(".-") == one for one in parts]
    many = sum(capital)
    if 0 < many < len(parts):
        if all(capital[:many]):
            return in_cells(" ".join(parts[:many]), " ".join(parts[many:]))
        if all(capital[-many:]):
            return in_cells(" ".join(parts[-many:]), " ".join(parts[:-many]))
    return Name(bare, "", tokens(words))


def apart(words: str, known: Collection[tuple[str, ...]], *, is_list: bool) -> tuple[str, ...]:
    """Return the names that a cell holds, none when one cannot tell them apart surely.

    Two names are when each has two words, or is known from elsewhere. In a list of people a cell
    that is not surely two is one; elsewhere "fratrie Diallo" and the like name nobody.
    """
    if len(words) > MAX_NAME:
        return ()
    if tokens(words) in known:
        return (words,)
    parts = [part for part in BETWEEN.split(words) if part.strip()]
    if len(parts) == 1 and _is_listed(words):
        parts = words.split(",")
        if not all(map(_is_full, parts)):
            return (words,) if is_list else ()
    if len(parts) > 1 and all(len(tokens(part)) > 1 or tokens(part) in known for part in parts):
        is_sure = not any(_is_group(part) for part in parts)
    else:
        is_sure = len(parts) == 1 and not _is_group(words)
    if is_sure:
        return tuple(part.strip() for part in parts)
    return (words,) if is_list else ()


@lru_cache(KEPT)
def is_single(words: str) -> bool:
    """Whether a cell names one, for sure."""
    return len(BETWEEN.split(words)) == 1 and not _is_listed(words) and not _is_group(words)


def _is_listed(words: str) -> bool:
    """Whether commas may stand between names, and not between a family name and a first one."""
    first, *others = words.split(",")
    if not others or not all(len(tokens(part)) > 1 for part in (first, *others)):
        return len(others) > 1
    return len(others) > 1 or not first.isupper()


def _is_full(words: str) -> bool:
    """Whether a name has a part in capitals and one that is not."""
    parts = ASIDE.sub(" ", words).split()
    return any(map(str.isupper, parts)) and not all(map(str.isupper, parts))


def _is_group(words: str) -> bool:
    found = [one for one in re.findall(r"[^\W_]+", fold(words)) if one not in SMALL]
    first = found[0] if found else ""
    return first in lexicon()["groups"] or found == [first] and first in lexicon()["wholes"]


def keys(mentions: Iterable[Mention]) -> dict[Mention, str]:
    """Return who each mention is, "" when several could be; whatever the order of the lines.

    A number names somebody, unless names that nothing brings together bear it. Without, a name
    does with a birth: two births are two people. A name alone is whoever bears it, if only one
    does.
    """
    every = set(mentions)
    numbers, births, groups = defaultdict(set), defaultdict(set), defaultdict(set)
    for one in every:
        if one.number:
            numbers[one.number].add(one)
    found = {}
    for number, those in numbers.items():
        found |= _of_number(number, those)
    for one, key in found.items():
        births[key] |= {one.birth} - {""}
    for one, group in _groups(every).items():
        groups[group].add(one)
    for group, those in sorted(groups.items()):
        found |= _in_group(group, those, found, births)
    return found


def _of_number(number: str, those: set[Mention]) -> dict[Mention, str]:
    """Return who those of a same number are: the file of a family may have one for all of it."""
    people: list[list[Mention]] = []
    for one in sorted(those):
        if one.tokens:
            same = next((known for known in people if any(_alike(one, o) for o in known)), None)
            if same is None:
                people.append([one])
            else:
                same.append(one)
    alone = f"n:{number}"
    if len(people) < 2:
        return dict.fromkeys(those, alone)
    found = {one: f"{alone}|{' '.join(known[0].tokens)}" for known in people for one in known}
    return {one: found.get(one, "") for one in those}


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two names of a same number are of the same: one holds the other, or the first names
    are the same.
    """
    held, others = (
        {*each.tokens, *(w for also in each.also for w in also)} for each in (one, other)
    )
    if set(one.tokens) <= others or set(other.tokens) <= held:
        return True
    first, other_first = (each.order.partition("/")[2] for each in (one, other))
    return bool(first) and first == other_first


def _groups(every: set[Mention]) -> dict[Mention, str]:
    """Return the name under which each mention is looked for."""
    aliases, settled, orders = defaultdict(set), set(), defaultdict(set)
    for one in every:
        for other in one.also:
            aliases[other].add(one.tokens)
        if one.number or one.birth or one.also:
            settled.add(one.tokens)
        orders[one.tokens] |= {one.order} - {""}
    found = {}
    for one in every:
        held = one.tokens
        if held in aliases and held not in settled and len(aliases[held]) == 1:
            held = next(iter(aliases[held]))
        order = f" ({one.order})" if len(orders[held]) > 1 and one.order else ""
        found[one] = " ".join(held) + order
    return found


def _in_group(
    group: str, those: set[Mention], known: dict[Mention, str], births: dict[str, set[str]]
) -> dict[Mention, str]:
    """Return who those of a same name are, that have no number."""
    numbered = {known[one] for one in those if one.number} - {""}
    free = {one.birth for one in those if not one.number and one.birth}
    free -= set().union(*(births[key] for key in numbered))
    only = next(iter(numbered)) if len(numbered) == 1 else ""
    if only and len(free) == 1 and not births[only]:
        births[only] |= free  # the number and the birth are of the same
        free = set()
    people = numbered | {f"p:{group}|{birth}" for birth in free}
    found = {}
    for one in those:
        if one.number:
            continue
        same = {key for key in numbered if one.birth in births[key]}
        if not one.birth:
            same = people or {f"p:{group}|"}
        elif len(same) != 1:
            same = {f"p:{group}|{one.birth}"}
        found[one] = next(iter(same)) if len(same) == 1 else ""
    return found
