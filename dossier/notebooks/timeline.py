"""Reading a notebook in order of time, newest first; page 1,000 costs what page 1 does.

The SQL is written by hand: reading a timeline is what the house does most, and building these
queries and their model instances took six times longer than running them (decision 0006).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from django.db import connection

from dossier.establishment.models import Worker
from dossier.notebooks.models import (
    READERS,
    Heading,
    Notebook,
    Tag,
    Writing,
    called,
    granted,
    granted_to,
)

PAGE = 30
QUOTED = 90
FEW = 20  # notebooks, of which all writings are sooner sorted than sought
MANY = 1_000 if connection.vendor == "sqlite" else 100  # grants, sooner asked by row than gathered
LINES = f"""
    SELECT w.id, w.notebook_id, n.title, n.kind, w.author_id, a.name, w.text, h.name, w.voice,
           w.speaker, w.moment, w.occurred_on, w.occurred_time, w.signed_at, w.position,
           w.version, w.corrected_at, w.is_common, w.answers_id, q.version,
           substr(q.text, 1, {QUOTED}), qa.name
      FROM dossier_writing w
      JOIN dossier_notebook n ON n.id = w.notebook_id
      JOIN dossier_worker a ON a.id = w.author_id
      LEFT JOIN dossier_heading h ON h.id = w.heading_id
      LEFT JOIN dossier_writing q ON q.id = w.answers_id
      LEFT JOIN dossier_worker qa ON qa.id = q.author_id
"""  # noqa: S608 - constants of this module


@dataclass(frozen=True)
class Choice:
    """What of a notebook one wants to read; empty means everything. Bounds are positions."""

    heading: Heading | None = None
    tag: Tag | None = None
    voice: str = ""
    team_id: int | None = None
    since: int | None = None
    before: int | None = None
    signed_since: datetime | None = None


class Attached(NamedTuple):
    """A file joined to a writing, as a page shows it; sizes in bytes and pixels."""

    pk: int
    name: str
    description: str
    kind: str
    mime: str
    size: int
    width: int | None
    height: int | None


class Answer(NamedTuple):
    """An answer to a writing: which, by whom, in whose voice."""

    pk: int
    author: str
    voice: str
    speaker: str


class Excerpt(NamedTuple):
    """A passage taken up from elsewhere, and where it comes from when that may be told.

    `source_pk` only for who may read the source; `is_old` when it was corrected since.
    `is_withheld` when the reader may not read it, and nothing of it is here: who took it up was not
    one to share it, or it was told without names, and corrected since. When the origin is not
    told, nobody is named: `voice` alone says
    whether a worker speaks. `words` are the author's own, after it; `is_answer` when it answers
    the passage before, `has_unsaid` when an answer of a colleague to it was left out.
    """

    passage: str
    source_pk: int | None
    is_old: bool
    is_withheld: bool
    notebook: str
    author: str
    voice: str
    speaker: str
    position: int
    words: str = ""
    is_answer: bool = False
    has_unsaid: bool = False
    attached: tuple[Attached, ...] = ()


class TakenUp(NamedTuple):
    """Where a writing was taken up, `is_nameless` if only without the names: nothing but that it
    was for who may not read there.
    """

    pk: int | None
    notebook: str
    is_nameless: bool = False


class Told(NamedTuple):
    """That a writing tells another without the names; which (`source_pk`) for who reads it, and
    whether it was corrected since (`is_old`).
    """

    source_pk: int | None
    is_old: bool


@dataclass(slots=True)
class Line:
    """A writing as a page shows it, with what stands around it.

    `mentions` are (notebook id, title) of those the reader may read; `tags` are names;
    `answered_by` is oldest first (answers live in the same notebook).
    """

    pk: int
    notebook_id: int
    notebook: str
    kind: str
    author_id: int
    author: str
    text: str
    heading: str | None
    voice: str
    speaker: str
    moment: str
    occurred_on: date | None
    occurred_time: time | None
    signed_at: datetime
    position: int
    version: int
    corrected_at: datetime | None
    is_common: bool
    answers_id: int | None
    answers_version: int | None
    answers_text: str | None
    answers_author: str | None
    tags: list[str] = field(default_factory=list)
    mentions: list[tuple[int, str]] = field(default_factory=list)
    answered_by: list[Answer] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    pieces: list[Excerpt] = field(default_factory=list)
    taken_up: list[TakenUp] = field(default_factory=list)
    nameless: Told | None = None

    def __post_init__(self) -> None:
        self.signed_at, self.corrected_at = _aware(self.signed_at), _aware(self.corrected_at)
        self.notebook = called(self.kind, self.notebook)

    @property
    def is_from_worker(self) -> bool:
        """Whether a worker speaks; else the person or a relative does."""
        return self.voice == Writing.Voice.WORKER


@dataclass(frozen=True)
class Page:
    """Writings, newest first, and the cursor of the next page (None at the end)."""

    writings: list[Line]
    before: int | None


def _aware(moment: datetime | None) -> datetime | None:
    """SQLite gives UTC instants without their zone."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _rows(sql: str, params: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


@dataclass(frozen=True)
class Seen:
    """What a worker may read: asked of the notebooks that one meets, never of all at once, so that
    a page costs the same to who reads ten and to who reads three thousand.
    """

    worker: Worker

    def notebook(self, pk: int) -> Notebook | None:
        """Return the notebook `pk`, if the worker may read it."""
        rule, columns = granted(READERS, among=1), "id, title, kind, team_id, owner_id"
        sql = f"SELECT {columns} FROM dossier_notebook WHERE id IN ({rule})"  # noqa: S608 - constants
        rows = _rows(sql, granted_to(self.worker, [pk]))
        return next((Notebook.from_db(None, columns.split(", "), row) for row in rows), None)

    def levels(self, notebook: Notebook) -> frozenset[str]:
        """Return what opens a notebook to the worker: some of KEEP, WRITE, READ, or none."""
        rows = _rows(
            granted(READERS, telling=True, among=1), granted_to(self.worker, [notebook.pk])
        )
        return frozenset(level for _, level in rows)

    def among(self, pks: Collection[int]) -> frozenset[int]:
        """Return those of these notebooks that the worker may read."""
        if not pks:
            return frozenset()
        rows = _rows(granted(READERS, among=len(pks)), granted_to(self.worker, pks))
        return frozenset(pk for (pk,) in rows)

    def first(self, count: int) -> list[int]:
        """Return `count` of the notebooks that the worker may read; fewer when that is all."""
        rows = _rows(f"{granted(READERS)} LIMIT {count}", granted_to(self.worker))
        return [pk for (pk,) in rows]

    def grants(self, *, most: int) -> int:
        """Return how many grants let the worker read, counted up to `most`."""
        sql = f"SELECT count(*) FROM ({granted(READERS)} LIMIT {most}) AS found"  # noqa: S608
        return _rows(sql, granted_to(self.worker))[0][0]

    def condition(self, column: str, *, one_by_one: bool = False) -> tuple[str, list[Any]]:
        """Return the condition that `column` is a notebook the worker may read, and its values;
        asked of each row, `one_by_one`, or of the list of all that they read.
        """
        if one_by_one:
            return f"EXISTS ({granted(READERS, of=column)})", granted_to(self.worker)
        return f"{column} IN ({granted(READERS)})", granted_to(self.worker)


def _chosen(choice: Choice, place: str) -> tuple[list[str], list[Any]]:
    """Return the conditions of `choice`, `place` being the column to bound, and their values."""
    signed = connection.ops.adapt_datetimefield_value(choice.signed_since)
    heading = choice.heading.pk if choice.heading else None
    team = "w.author_id IN (SELECT worker_id FROM dossier_worker_groups WHERE group_id = %s)"
    wanted = (
        ("w.heading_id = %s", heading),
        ("t.tag_id = %s", choice.tag.pk if choice.tag else None),
        ("w.voice = %s", choice.voice or None),
        (team, choice.team_id),
        ("w.signed_at >= %s", signed),
        (f"{place} >= %s", choice.since),
        (f"{place} < %s", choice.before),
    )
    given = [(condition, value) for condition, value in wanted if value is not None]
    return [condition for condition, _ in given], [value for _, value in given]


def _places(notebook: Notebook, seen: Seen, choice: Choice, limit: int) -> list[int]:
    """Return the positions of a page: of the notebook's own writings and of those that mention it.

    Found first and read after: with all its tables, PostgreSQL planned each half for longer
    than it ran.
    """
    tagged = " JOIN dossier_tagging t ON t.writing_id = w.id" if choice.tag else ""
    where, place = "w.notebook_id = %s", "w.position"
    if choice.tag:
        where, place = "t.notebook_id = %s", "t.position"
    own, own_values = _chosen(choice, place)
    spoken, spoken_values = _chosen(choice, "m.position")
    seen_there, reader = seen.condition("w.notebook_id")
    elsewhere = ["m.notebook_id = %s", seen_there, *spoken]
    sql = f"""
        SELECT place FROM (
            SELECT {place} AS place FROM dossier_writing w{tagged}
             WHERE {" AND ".join([where, *own])} ORDER BY {place} DESC LIMIT {limit}
        ) AS own
        UNION ALL
        SELECT place FROM (
            SELECT m.position AS place FROM dossier_mention m
              JOIN dossier_writing w ON w.id = m.writing_id{tagged}
             WHERE {" AND ".join(elsewhere)} ORDER BY m.position DESC LIMIT {limit}
        ) AS elsewhere
        ORDER BY place DESC LIMIT {limit}"""  # noqa: S608 - conditions of this module, values apart
    values = [notebook.pk, *own_values, notebook.pk, *reader, *spoken_values]
    return [row[0] for row in _rows(sql, values)]


def _marks(values: Collection[Any]) -> str:
    """Return the places of values in an SQL list."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def _lines(sql: str, params: list[Any]) -> list[Line]:
    return [Line(*row) for row in _rows(sql, params)]


def read(notebook: Notebook, *, seen: Seen, choice: Choice | None = None, size: int = PAGE) -> Page:
    """Return a page of what was written in `notebook`, or of it elsewhere where one may read.

    The caller has found `notebook` among `seen`. Eight queries, and three more at most to
    ask which of the notebooks met one may read.
    """
    places = _places(notebook, seen, choice or Choice(), size + 1)
    return _page(_placed(_marks(places), places), seen, size)


def read_all(
    *, by: Worker, choice: Choice, size: int = PAGE, among: Collection[int] | None = None
) -> Page:
    """Return a page of what was written in all the notebooks that `by` may read, or in those of
    them that are `among`.
    """
    seen, (conditions, values) = Seen(by), _chosen(choice, "w.position")
    grants = seen.grants(most=MANY) if among is None else 0
    if grants > FEW:
        # The sign has places followed from the last one, rather than all that a worker reads be
        # gathered and sorted: 0.7 s for 780 notebooks of 3,000 with a million writings, 3 ms so.
        seen_there, reader = seen.condition("+w.notebook_id", one_by_one=grants == MANY)
    else:
        pks = seen.first(FEW) if among is None else seen.among(among)
        seen_there, reader = f"w.notebook_id IN ({_marks(pks)})", list(pks)
    where = " AND ".join([*conditions, seen_there])
    sql = f"{LINES} WHERE {where} ORDER BY w.position DESC LIMIT {size + 1}"
    return _page(_lines(sql, [*values, *reader]), seen, size)


def _placed(places: str, values: list[Any]) -> list[Line]:
    """Return the writings at positions, newest first: an SQL list of them, or a query."""
    return _lines(f"{LINES} WHERE w.position IN ({places}) ORDER BY w.position DESC", values)


def read_one(pk: int, *, by: Worker) -> Line | None:
    """Return one writing with what stands around it, if `by` may read it."""
    return read_some([pk], by=by).get(pk)


def read_some(pks: Collection[int], *, by: Worker) -> dict[int, Line]:
    """Return writings by number, with what stands around them: those `by` may read."""
    seen = Seen(by)
    seen_there, reader = seen.condition("w.notebook_id")
    places = f"""SELECT w.position FROM dossier_writing w
        WHERE w.id IN ({_marks(pks)}) AND {seen_there}"""  # noqa: S608 - values apart
    found = _placed(places, [*pks, *reader])
    return {line.pk: line for line in _page(found, seen, len(pks)).writings}


def _page(found: list[Line], seen: Seen, size: int) -> Page:
    page = found[:size]
    _surround(page, seen)
    return Page(page, page[-1].position if len(found) > size else None)


def _surround(lines: list[Line], seen: Seen) -> None:
    """Give the lines their tags, files, answers, and the mentions that may be followed."""
    if not lines:
        return
    by_pk = {line.pk: line for line in lines}
    marks, pks = _marks(by_pk), list(by_pk)
    tags = f"""SELECT t.writing_id, g.name FROM dossier_tagging t
        JOIN dossier_tag g ON g.id = t.tag_id WHERE t.writing_id IN ({marks}) ORDER BY t.id"""  # noqa: S608
    for pk, name in _rows(tags, pks):
        by_pk[pk].tags.append(name)
    files = f"{FILES} WHERE a.writing_id IN ({marks}) AND a.until IS NULL ORDER BY a.id"
    of_pieces: dict[int, list[Attached]] = {}
    for pk, piece, *one in _rows(files, pks):
        its = of_pieces.setdefault(piece, []) if piece else by_pk[pk].attached
        its.append(Attached(*one))
    mentions = f"""SELECT m.writing_id, n.id, n.title FROM dossier_mention m
        JOIN dossier_notebook n ON n.id = m.notebook_id WHERE m.writing_id IN ({marks})
        ORDER BY m.id"""  # noqa: S608
    mentioned = _rows(mentions, pks)
    read = seen.among({notebook for _, notebook, _ in mentioned})
    for pk, notebook, title in mentioned:
        if notebook in read:
            by_pk[pk].mentions.append((notebook, title))
    answers = f"""SELECT w.answers_id, w.id, a.name, w.voice, w.speaker FROM dossier_writing w
        JOIN dossier_worker a ON a.id = w.author_id WHERE w.answers_id IN ({marks}) ORDER BY w.id"""  # noqa: S608
    for pk, *answer in _rows(answers, pks):
        by_pk[pk].answered_by.append(Answer(*answer))
    _take_up(by_pk, seen, of_pieces)
    _tell(by_pk, seen)


FILES = """
    SELECT a.writing_id, a.piece_id, a.id, a.name, a.description, b.kind, b.mime, b.size, b.width,
           b.height
      FROM dossier_attachment a JOIN dossier_blob b ON b.id = a.blob_id
"""
TAKEN = """
    SELECT p.id, p.writing_id, p.since, p.until, p.passage, p.words, p.tells_source, p.is_shared,
           p.answers_id, p.unsaid, p.version, s.id, s.version, s.notebook_id, sn.kind, sn.title,
           sa.name, s.voice, s.speaker, s.position, w.notebook_id, wn.kind, wn.title, o.notebook_id
      FROM dossier_piece p
      JOIN dossier_writing s ON s.id = p.source_id
      JOIN dossier_notebook sn ON sn.id = s.notebook_id
      JOIN dossier_worker sa ON sa.id = s.author_id
      JOIN dossier_writing w ON w.id = p.writing_id
      JOIN dossier_notebook wn ON wn.id = w.notebook_id
      LEFT JOIN dossier_nameless x ON x.writing_id = s.id
      LEFT JOIN dossier_writing o ON o.id = x.source_id
"""


class _Taken(NamedTuple):
    """A row of TAKEN."""

    pk: int
    writing_id: int
    since: int
    until: int | None
    passage: str
    words: str
    tells_source: bool
    is_shared: bool
    answers_id: int | None
    unsaid: str
    version: int
    source_id: int
    source_version: int
    source_notebook_id: int
    kind: str
    notebook: str
    author: str
    voice: str
    speaker: str
    position: int
    notebook_id: int
    sort: str
    title: str
    told_of: int | None  # where the source comes from, when it tells without names

    def excerpt(self, read: Collection[int], attached: Iterable[Attached]) -> Excerpt:
        """Return the passage as one who reads the notebooks `read` sees it."""
        may, files = self.source_notebook_id in read, tuple(attached)
        own = {"words": self.words, "is_answer": bool(self.answers_id)}
        is_sealed = self.told_of is not None and self.told_of not in read
        if (not may and not self.is_shared) or (is_sealed and self.source_version > self.version):
            return Excerpt("", None, False, True, "", "", Writing.Voice.WORKER, "", 0, **own)
        is_old = may and self.source_version > self.version
        told = (
            called(self.kind, self.notebook),
            self.author,
            self.voice,
            self.speaker,
            self.position,
        )
        is_circle = self.kind == Notebook.Kind.CIRCLE
        if not self.tells_source or (is_circle and not may):
            told = ("", "", self.voice, "", self.position)
        link = self.source_id if may else None
        own["has_unsaid"] = self.unsaid != "[]"
        return Excerpt(self.passage, link, is_old, False, *told, attached=files, **own)


def _places_read(taken: Iterable[_Taken], seen: Seen) -> frozenset[int]:
    """Return the notebooks that passages come from, or went to, and that one may read."""
    met = {pk for one in taken for pk in (one.source_notebook_id, one.notebook_id, one.told_of)}
    return seen.among(met - {None})


def _take_up(by_pk: dict[int, Line], seen: Seen, of_pieces: dict[int, list[Attached]]) -> None:
    """Give the lines what they take up of others, and where others took them up: one query."""
    marks = _marks(by_pk)
    sql = f"""{TAKEN} WHERE (p.writing_id IN ({marks}) OR p.source_id IN ({marks}))
        AND p.until IS NULL ORDER BY p.id"""
    taken = [_Taken(*row) for row in _rows(sql, [*by_pk, *by_pk])]
    read = _places_read(taken, seen)
    for one in taken:
        if line := by_pk.get(one.writing_id):
            _put(line.pieces, one.excerpt(read, of_pieces.get(one.pk, ())))
        if line := by_pk.get(one.source_id):
            known = one.notebook_id in read
            place = (
                TakenUp(one.writing_id, called(one.sort, one.title)) if known else TakenUp(None, "")
            )
            if place not in line.taken_up:
                line.taken_up.append(place)


def _tell(by_pk: dict[int, Line], seen: Seen) -> None:
    """Say which lines tell others without the names, and where they are told so: one query. Who
    reads one of the two alone learns nothing of the other, nor that what was told was corrected.
    """
    marks = _marks(by_pk)
    sql = f"""SELECT x.writing_id, w.notebook_id, n.kind, n.title, w.corrected_at, x.version, s.id,
            s.notebook_id, s.version, s.corrected_at
        FROM dossier_nameless x JOIN dossier_writing w ON w.id = x.writing_id
        JOIN dossier_notebook n ON n.id = w.notebook_id JOIN dossier_writing s ON s.id = x.source_id
        WHERE x.writing_id IN ({marks}) OR x.source_id IN ({marks}) ORDER BY x.id"""  # noqa: S608
    told = _rows(sql, [*by_pk, *by_pk])
    read = seen.among({pk for _, place, *_, home, _, _ in told for pk in (place, home)})
    for pk, place, kind, title, seen_at, version, source, home, present, at in told:
        may = home in read
        if line := by_pk.get(pk):
            is_old = may and present > version and not (seen_at and seen_at > at)
            line.nameless = Told(source if may else None, is_old)
            if not may:
                line.version, line.corrected_at = 1, None
        if line := by_pk.get(source):
            where = TakenUp(pk, called(kind, title), True) if place in read else TakenUp(None, "")
            if where not in line.taken_up:
                line.taken_up.append(where)


def _put(pieces: list[Excerpt], one: Excerpt) -> None:
    """Add a piece. That a passage one may not read was answered is not to be learnt: of such an
    answer, only the words that come after it are left.
    """
    if one.is_withheld and one.is_answer and pieces:
        words = "\n\n".join(filter(None, (pieces[-1].words, one.words)))
        pieces[-1] = pieces[-1]._replace(words=words)
    else:
        pieces.append(one)


def pieces_of(writing: Writing, *, by: Worker) -> dict[tuple[int, int | None], list[Excerpt]]:
    """Return all that the versions of a writing took up, as `by` may read it: by (from which
    version on, before which), passages in order. Three queries.
    """
    files = f"{FILES} WHERE a.writing_id = %s AND a.piece_id IS NOT NULL ORDER BY a.id"
    of_pieces: dict[int, list[Attached]] = {}
    for _, piece, *one in _rows(files, [writing.pk]):
        of_pieces.setdefault(piece, []).append(Attached(*one))
    rows = _rows(f"{TAKEN} WHERE p.writing_id = %s ORDER BY p.id", [writing.pk])
    found: dict[tuple[int, int | None], list[Excerpt]] = {}
    taken = [_Taken(*row) for row in rows]
    read = _places_read(taken, Seen(by))
    for one in taken:
        stood = found.setdefault((one.since, one.until), [])
        _put(stood, one.excerpt(read, of_pieces.get(one.pk, ())))
    return found
