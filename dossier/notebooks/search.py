"""Searching: one analysis, two indexes (FTS5 on SQLite, tsvector on PostgreSQL), same results.

The index has a row a writing, named by the writing's position, so that walking it is walking
time. Results come newest first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.notebooks import french, pieces, rules
from dossier.notebooks.models import Attachment, Notebook, Piece, Writing
from dossier.notebooks.query import Term, understand
from dossier.notebooks.timeline import Seen

MAX_WORDS = 16_000  # a PostgreSQL tsvector counts positions up to 16,383
PAGE = 30
CONTEXT = 110


@dataclass(frozen=True)
class Hit:
    """A writing found, with the stretch of it that shows why: (text, is it a found word).

    `source` names the joined file where the words were found, when they are not in the text;
    `pictures` are those joined to it.
    """

    writing: Writing
    context: list[tuple[str, bool]]
    source: str = ""
    pictures: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Results:
    """A page of hits; `before` is the cursor of the next page, `wide` how it was searched."""

    hits: list[Hit]
    before: int | None
    wide: bool


def entry(
    writing: Writing, *, tags: Iterable[str], joined: Iterable[str] = ()
) -> tuple[int, int, str]:
    """Return what `index` takes of a writing: all the words under which it is found.

    `joined` are the words of what is joined to it, the last ones, of which the least is kept.
    """
    parts = (
        writing.text,
        writing.heading.name if writing.heading else "",
        *tags,
        writing.speaker,
        writing.moment,
        *joined,
    )
    return writing.position, writing.notebook_id, "\n".join(part for part in parts if part)


def _row(position: int, notebook_id: int, text: str) -> tuple[Any, ...]:
    found = [word for _, word in zip(range(MAX_WORDS), french.words(text), strict=False)]
    if connection.vendor == "sqlite":
        folded = " ".join(word.folded for word in found)
        stems = " ".join(word.stem for word in found)
        return (position, folded, stems, f"n{notebook_id}")
    places: dict[str, list[int]] = {}
    for place, word in enumerate(found, start=1):
        places.setdefault(word.folded, []).append(place)
        places.setdefault(f"={word.stem}", []).append(place)
    lexemes = [f"'#{notebook_id}'"]
    lexemes += [f"'{lexeme}':{','.join(map(str, at[:255]))}" for lexeme, at in places.items()]
    return (position, notebook_id, " ".join(lexemes))


def index(entries: Iterable[tuple[int, int, str]]) -> None:
    """Put (position, notebook id, text) entries in the index."""
    rows = [_row(*entry) for entry in entries]
    if connection.vendor == "sqlite":
        sql = "INSERT INTO dossier_search (rowid, words, stems, place) VALUES (%s, %s, %s, %s)"
    else:
        sql = (
            "INSERT INTO dossier_search (position, notebook_id, lexemes)"
            " VALUES (%s, %s, %s::tsvector)"
        )
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)


def forget(position: int) -> None:
    """Take a writing out of the index."""
    name = "rowid" if connection.vendor == "sqlite" else "position"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM dossier_search WHERE {name} = %s", [position])  # noqa: S608


def _fts5(terms: list[Term], *, notebook: Notebook | None, wide: bool) -> str:
    def one(term: Term) -> str:
        ways = [f'stems : "{" ".join(sequence)}"' for sequence in term.stems]
        ways.append(f'words : "{" ".join(term.exact)}"')
        if wide and term.prefix:
            ways.append(f'words : "{term.prefix}" *')
        return f"({' OR '.join(ways)})"

    clauses = [one(term) for term in terms]
    if notebook:
        clauses.append(f'(place : "n{notebook.pk}")')
    return " AND ".join(clauses)


def _tsquery(terms: list[Term], *, notebook: Notebook | None, wide: bool) -> str:
    def one(term: Term) -> str:
        ways = ["(" + " <-> ".join(f"'={s}'" for s in sequence) + ")" for sequence in term.stems]
        ways.append("(" + " <-> ".join(f"'{word}'" for word in term.exact) + ")")
        if wide and term.prefix:
            ways.append(f"'{term.prefix}':*")
        return f"({' | '.join(ways)})"

    clauses = [one(term) for term in terms]
    if notebook:
        clauses.append(f"'#{notebook.pk}'")
    return " & ".join(clauses)


def _positions(
    terms: list[Term],
    *,
    seen: Seen,
    notebook: Notebook | None,
    kind: str,
    bounds: tuple[int | None, int | None],
    voice: str,
    wide: bool,
) -> list[int]:
    """Return the positions of a page and one more, newest first."""
    if connection.vendor == "sqlite":
        place, table, match = "s.rowid", "dossier_search s", "dossier_search MATCH %s"
        params: list[Any] = [_fts5(terms, notebook=notebook, wide=wide)]
        join, notebook_column = f" JOIN dossier_writing w ON w.position = {place}", "w.notebook_id"
    else:
        place, table, match = "s.position", "dossier_search s", "s.lexemes @@ %s::tsquery"
        params = [_tsquery(terms, notebook=notebook, wide=wide)]
        join = f" JOIN dossier_writing w ON w.position = {place}" if voice else ""
        notebook_column = "s.notebook_id"
    where = [match]
    if not notebook:
        seen_there, reader = seen.condition(f"+{notebook_column}")
        where.append(seen_there)
        params += reader
    if kind:
        where.append(f"{notebook_column} IN (SELECT id FROM dossier_notebook WHERE kind = %s)")  # noqa: S608
        params.append(kind)
    for bound, sign in zip(bounds, (">=", "<"), strict=True):
        if bound is not None:
            where.append(f"{place} {sign} %s")
            params.append(bound)
    if voice:
        where.append("w.voice = %s")
        params.append(voice)
    sql = (
        f"SELECT {place} FROM {table}{join} WHERE {' AND '.join(where)}"  # noqa: S608
        f" ORDER BY {place} DESC LIMIT {PAGE + 1}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [row[0] for row in cursor.fetchall()]


def search(
    query: str,
    *,
    by: Worker,
    notebook: Notebook | None = None,
    since: int | None = None,
    before: int | None = None,
    voice: str = "",
    wide: bool | None = None,
    kind: str = "",
) -> Results:
    """Return a page of what `by` may read and that holds all the words of `query`.

    `since` (included) and `before` (excluded) are positions. The last word also counts as a
    beginning, unless whole words alone fill the page: `wide` says which, and comes back for
    the next page. A notebook that `by` may not read gives nothing; `kind` keeps to notebooks of
    that kind.
    """
    terms = understand(query)
    seen = Seen(by)
    if not terms or (notebook and not seen.among([notebook.pk])):
        return Results([], None, False)
    options: dict[str, Any] = {
        "seen": seen,
        "notebook": notebook,
        "kind": kind,
        "bounds": (since, before),
        "voice": voice,
    }
    positions: list[int] = []
    if not wide:
        positions = _positions(terms, **options, wide=False)
    if wide or (wide is None and len(positions) <= PAGE and any(term.prefix for term in terms)):
        positions, wide = _positions(terms, **options, wide=True), True
    more = len(positions) > PAGE
    positions = positions[:PAGE]
    writings = Writing.objects.for_reading().filter(position__in=positions).order_by("-position")
    hits = _hits(list(writings), terms, wide=bool(wide))
    return Results(hits, positions[-1] if more else None, bool(wide))


def _hits(writings: list[Writing], terms: list[Term], *, wide: bool) -> list[Hit]:
    """Return the hits, in their order; the words of joined files are read only when they are
    what was found.
    """
    joined: dict[int, list[Attachment]] = {writing.pk: [] for writing in writings}
    found = Attachment.objects.present().filter(writing__in=joined)
    for one in found.defer("blob__text"):
        joined[one.writing_id].append(one)
    taken: dict[int, list[str]] = {writing.pk: [] for writing in writings}
    for piece in pieces.told_to_all(Piece.objects.filter(writing__in=taken)):
        taken[piece.writing_id] += pieces.words_of(piece)
    for one in writings:
        taken[one.pk].insert(0, rules.without_mark(one.text))
    return [
        Hit(
            writing,
            *_where(taken[writing.pk], joined[writing.pk], terms, wide=wide),
            tuple(one for one in joined[writing.pk] if one.blob.kind == kinds.IMAGE),
        )
        for writing in writings
    ]


def _where(
    texts: list[str], files: list[Attachment], terms: list[Term], *, wide: bool
) -> tuple[list[tuple[str, bool]], str]:
    """Return the stretch that shows why a writing was found, and the file it is in, if any.

    `texts` are its own, then what it takes up of others.
    """
    first = context(texts[0], terms, wide=wide)
    others = (context(text, terms, wide=wide) for text in texts[1:])  # one by one: they are long
    shown = next(filter(_has_mark, chain([first], others)), first)
    for one in files if not _has_mark(shown) else ():
        words = "\n".join(part for part in (one.description, one.blob.text) if part)
        inside = context(words or one.name, terms, wide=wide)
        if _has_mark(inside):
            return inside, one.name
    return shown, ""


def _has_mark(stretch: list[tuple[str, bool]]) -> bool:
    return any(is_found for _, is_found in stretch)


def period(
    *, since: date | None, until: date | None, zone: ZoneInfo
) -> tuple[int | None, int | None]:
    """Return the positions [first, beyond) of the days from `since` to `until` included."""
    first = rules.first_position(since, zone) if since else None
    if not until or until == date.max:
        return first, None
    return first, rules.first_position(until + timedelta(days=1), zone)


def context(text: str, terms: list[Term], *, wide: bool = True) -> list[tuple[str, bool]]:
    """Return the stretch of `text` around the words found, cut in (text, is it found) parts."""
    marks = [
        (word.start, word.end)
        for word in french.words(text)
        if any(term.matches(word, wide=wide) for term in terms)
    ]
    first = marks[0][0] if marks else 0
    start = _word_start(text, max(0, first - CONTEXT))
    end = min(len(text), start + 3 * CONTEXT)
    parts: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for mark_start, mark_end in marks:
        if mark_start < at or mark_end > end:
            continue
        parts += [(text[at:mark_start], False), (text[mark_start:mark_end], True)]
        at = mark_end
    parts.append((text[at:end], False))
    if end < len(text):
        parts.append((" …", False))
    return [part for part in parts if part[0]]


def _word_start(text: str, at: int) -> int:
    """Return the first place from `at` (or `at` itself near the start) where a word begins."""
    if at == 0:
        return 0
    space = text.find(" ", at, at + 30)
    return at if space < 0 else space + 1
