"""What may be read by whom it is about, and what is covered: the reasons the law knows, sentences,
and what is prepared for a keeper to decide. Pure functions on values.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from dossier.documents import easy

THIRD, OPINION, CONFIDED = "third", "opinion", "confided"
JUDGE, ALERT, HEALTH, ELSEWHERE, UNREAD = "judge", "alert", "health", "elsewhere", "unread"


BEFORE_A_NAME = re.compile(r"[.!?…][»”\")]?\s+(?=@)")  # a sentence may begin with "@Amina"


class Reason(NamedTuple):
    """Why something is covered: in words for the keeper who decides, for whom it is about, and the
    article.
    """

    key: str
    keeper: str
    told: str
    article: str


# What is told never says who, nor what: a reason must not give away what it covers.
REASONS = {
    one.key: one
    for one in (
        Reason(
            THIRD,
            "cela parle de quelqu’un d’autre",
            "cela parle de quelqu’un d’autre",
            "CRPA L311-6, 1°",
        ),
        Reason(
            OPINION,
            "un jugement sur quelqu’un d’autre, ou sa conduite, qui pourrait lui nuire",
            "cela parle de quelqu’un d’autre",
            "CRPA L311-6, 2° et 3° ; doctrine de la CADA",
        ),
        Reason(
            CONFIDED,
            "confié par quelqu’un d’autre, qui ne s’attend pas à être lu",
            "cela a été confié par quelqu’un d’autre",
            "CRPA L311-6 ; pour la santé, CSP L1111-7",
        ),
        Reason(
            JUDGE,
            "fait pour un juge, ou à sa demande : à lire au tribunal",
            "à lire au tribunal",
            "code de procédure civile 1187 ; doctrine de la CADA",
        ),
        Reason(
            ALERT,
            "dirait qui a donné l’alerte",
            "cela doit protéger quelqu’un",
            "CRPA L311-6, 3° ; doctrine de la CADA",
        ),
        Reason(
            HEALTH,
            "information de santé, remise à part",
            "une information de santé, qui se demande à part ; un médecin peut vous l’expliquer",
            "CSP L1111-7",
        ),
        Reason(
            ELSEWHERE,
            "ne concerne pas {personne.le}",
            "cela ne vous concerne pas",
            "CASF L311-3, 5°",
        ),
        Reason(
            UNREAD,
            "repris d’{cahier.un} que vous ne lisez pas",
            "cela n’a pas encore été relu",
            "CASF L311-3, 4°",
        ),
    )
}
CHOSEN = tuple(key for key in REASONS if key != UNREAD)  # those a keeper may give


class Span(NamedTuple):
    """A covered stretch of a text (end excluded), and why."""

    start: int
    end: int
    reason: str


class Stretch(NamedTuple):
    """A stretch of a text as it is read: its words, or the reasons why they are covered."""

    text: str
    reasons: tuple[str, ...] = ()


class NotASpan(ValueError):
    """A span outside of the text, of no length, or for no reason that is known."""


def spans(rows: Iterable[Sequence], text: str) -> list[Span]:
    """Return spans as they are kept: in order, not empty. Raises NotASpan."""
    found = sorted(Span(*row) for row in rows)
    for one in found:
        if not (0 <= one.start < one.end <= len(text)) or one.reason not in REASONS:
            raise NotASpan(one)
    return found


def stretches(text: str, covered: Iterable[Span]) -> list[Stretch]:
    """Return a text as it is read: what is covered is gone, whatever overlaps, and neighbours that
    are covered with no more than blanks between are one: their length and number tell nothing.
    """
    found: list[Stretch] = []
    reasons: list[str] = []
    at = 0
    for one in sorted(covered):
        between = text[at : one.start]
        if between.strip() or not (found or reasons):
            found += _covered(reasons)
            reasons = []
            found += [Stretch(between)] if between.strip() else []
        reasons += [one.reason] if one.reason not in reasons else []
        at = max(at, one.end)
    found += _covered(reasons)
    rest = text[at:]
    return found + ([Stretch(rest)] if rest.strip() else [])


def _covered(reasons: Sequence[str]) -> list[Stretch]:
    return [Stretch("", tuple(reasons))] if reasons else []


def print_of(words: str) -> str:
    """Return what these exact words, and no other, are known by."""
    return hashlib.sha256(words.strip().encode()).hexdigest()


def told(reasons: Iterable[str]) -> str:
    """Return why, for whom it is about, each thing once."""
    return " ; ".join(dict.fromkeys(REASONS[key].told for key in reasons))


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends; all that is not blank is in one."""
    found: list[tuple[int, int]] = []
    at = 0
    for one in easy.sentences(text):
        start = text.index(one, at)
        at = start + len(one)
        cuts = [start + cut.end() for cut in BEFORE_A_NAME.finditer(one)]
        found += pairwise([start, *cuts, at])
    return found


@dataclass(frozen=True)
class Heard:
    """What one sentence lets hear: of somebody else (`others`), of whom it is about (`own`)."""

    others: bool
    own: bool


def prepare(heard: Iterable[Heard], *, is_elsewhere: bool, is_about_others: bool) -> Iterator[str]:
    """Yield, for each sentence of a writing, the reason it is proposed covered for; "" to show it.

    Of a text that speaks of nobody else all is shown. Else what is shown is what names the
    person and nobody else, and what follows until somebody else is spoken of: a pronoun stands for
    whom was named last, and nobody named yet is nobody known. It is a proposal: a keeper decides.
    """
    every = list(heard)
    is_about_others = is_about_others or any(one.others for one in every)
    is_hers = not is_about_others and not is_elsewhere
    reason = ELSEWHERE if is_elsewhere and not is_about_others else THIRD
    for one in every:
        if one.others:
            is_hers = False
            reason = THIRD
            yield THIRD
        elif one.own or is_hers:
            is_hers = True
            yield ""
        else:
            yield reason


def in_words(count: int, words: str) -> str:
    """Return how many passages, in words and never in figures; `words` say it from five on."""
    if count < 2:
        return "un passage" if count else "aucun passage"
    return f"{words} de passages" if words else "quelques passages"
