"""Passages, word for word: what writings said in a version, and the answers that hang on them."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from django.db import connection

from dossier.establishment.models import Worker
from dossier.notebooks import rules
from dossier.notebooks.models import Nameless, Piece, Writing

LEFT_OUT = re.compile(r"[\[(](?:…|\.\.\.)[\])]")  # […], [...], (…): words left out of a passage
MAX_PASSAGE = 2 * rules.MAX_TEXT


class NotVerbatim(Exception):
    """A passage is word for word what the writing says."""


def passage_of(text: str, passage: str) -> str:
    """Return the passage as `text` says it, all of it for none.

    Words left out are shown as […]: what stands between them is there, whole words and in this
    order. NotVerbatim for other words, and for no word at all of a text that has some.
    """
    passage = rules.same_words(passage).strip()
    if not passage or passage == text.strip():
        return text
    if len(passage) > MAX_PASSAGE or not any(char.isalnum() for char in passage):
        raise NotVerbatim
    if _place(text, passage, 0) >= 0:
        return passage
    at = 0
    for part in map(str.strip, LEFT_OUT.split(passage)):
        found = _place(text, part, at)
        if found < 0:
            raise NotVerbatim
        at = found + len(part)
    return passage


def _place(text: str, part: str, at: int) -> int:
    """Return the first place from `at` where `part` stands in `text` and cuts no word, or -1."""
    found = text.find(part, at)
    while found > -1 and (_joins(text, found) or _joins(text, found + len(part))):
        found = text.find(part, found + 1)
    return found


def _joins(text: str, at: int) -> bool:
    """Whether the place `at` is inside a word."""
    return 0 < at < len(text) and _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, a figure, or a mark on a letter."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def sealed(pks: Collection[int], *, by: Worker) -> set[int]:
    """Return the numbers of the writings of which `by` reads the present version alone."""
    asked = Nameless.objects.sealed_to(by).filter(writing__in=pks)
    return set(asked.values_list("writing", flat=True)) if pks else set()


def said(wanted: Iterable[tuple[Writing, int]], *, by: Worker) -> dict[tuple[int, int], str]:
    """Return what the authors of writings said in a version, by (number of the writing, version):
    the text, and of an assembly the words between its pieces, not the pieces. Versions that
    never were, and former ones that `by` may not read, are left out. Three queries at most.
    """
    wanted = list(wanted)
    told = {(one.pk, version): one.text for one, version in wanted if version == one.version}
    former = {(one.pk, version) for one, version in wanted} - told.keys()
    shut = sealed({pk for pk, _ in former}, by=by)
    former = {(pk, version) for pk, version in former if pk not in shut}
    if former:
        kept = Writing.history.filter(id__in={pk for pk, _ in former}).order_by("history_id")
        found = kept.filter(version__in={version for _, version in former})
        rows = found.values_list("id", "version", "text")
        told |= {(pk, at): text for pk, at, text in rows if (pk, at) in former}
    between = Piece.objects.filter(writing__in={pk for pk, _ in told}).exclude(words="")
    for piece in between.order_by("pk"):
        for pk, at in told:
            if pk == piece.writing_id and piece.since <= at < (piece.until or at + 1):
                told[pk, at] = "\n\n".join(filter(None, (told[pk, at], piece.words)))
    return told


def threads(pks: Collection[int]) -> dict[int, list[Writing]]:
    """Return all the answers that hang on each writing, oldest first; two queries."""
    found: dict[int, list[Writing]] = {pk: [] for pk in pks}
    if not found:
        return found
    marks = ", ".join(["%s"] * len(found))
    sql = f"""WITH RECURSIVE thread (root, id) AS (
            SELECT answers_id, id FROM dossier_writing WHERE answers_id IN ({marks})
            UNION SELECT t.root, w.id FROM thread t JOIN dossier_writing w ON w.answers_id = t.id
        ) SELECT root, id FROM thread ORDER BY id"""  # noqa: S608 - marks only
    with connection.cursor() as cursor:
        cursor.execute(sql, list(found))
        hanging = cursor.fetchall()
    answers = Writing.objects.for_reading().in_bulk({pk for _, pk in hanging})
    for root, pk in hanging:
        found[root].append(answers[pk])
    return found
