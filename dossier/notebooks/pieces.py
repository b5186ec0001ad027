"""What a writing takes up of others, in its order; each passage keeps where it comes from."""

import re
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from dossier.establishment.models import Worker
from dossier.notebooks import rules
from dossier.notebooks.models import Attachment, Notebook, Piece, Writing

MAX_PIECES = 100
LEFT_OUT = re.compile(r"[\[(](?:…|\.\.\.)[\])]")  # […], [...], (…): words left out of a passage


class NotVerbatim(Exception):
    """A passage is word for word what the writing says."""


class TooManyPieces(Exception):
    """An assembly holds MAX_PIECES pieces at most."""


class NotReadable(Exception):
    """The worker does not read `source`, and had not taken it up while they did."""

    def __init__(self, source: Writing) -> None:
        super().__init__(source.pk)
        self.source = source


@dataclass(frozen=True)
class Taken:
    """A piece one takes up: a passage of `source` as its `version` says it (the present one
    for None), all of it for an empty passage; one's own `words` after it; which of its files.

    `files` are numbers of attachments of the source; None for all of them. `without` are numbers
    of colleagues' answers to it that do not follow; the person's and a relative's always do.
    """

    source: Writing
    passage: str = ""
    words: str = ""
    tells_source: bool = True
    version: int | None = None
    files: Collection[int] | None = None
    without: Collection[int] = ()


@dataclass(frozen=True)
class Row:
    """A piece as it is kept; `answers` is the place, among the rows, of what it answers, and
    `files` are (blob, name). The author's `words` come after the last answer to a passage.
    """

    source_id: int
    version: int
    passage: str
    words: str
    tells_source: bool
    is_shared: bool
    answers: int | None = None
    files: tuple[tuple[int, str], ...] = ()
    unsaid: tuple[int, ...] = ()


def passage_of(text: str, passage: str) -> str:
    """Return the passage as `text` says it, all of it for none.

    Words left out are shown as […]: what stands between them is there, word for word and in
    this order. NotVerbatim for other words.
    """
    passage = rules.same_words(passage).strip()
    at = 0
    for part in LEFT_OUT.split(passage) if passage not in text else ():
        found = text.find(part.strip(), at)
        if found < 0:
            raise NotVerbatim
        at = found + len(part.strip())
    return passage or text


def said(wanted: Iterable[tuple[Writing, int]]) -> dict[tuple[int, int], str]:
    """Return what the authors of writings said in a version, by (number of the writing, version):
    the text, and of an assembly the words between its pieces, not the pieces. Versions that
    never were are left out. Two queries at most.
    """
    wanted = list(wanted)
    told = {(one.pk, version): one.text for one, version in wanted if version == one.version}
    former = {(one.pk, version) for one, version in wanted} - told.keys()
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
    """Return all the answers that hang on each writing, each after what it answers; one query
    for each depth of answer.
    """
    found: dict[int, list[Writing]] = {pk: [] for pk in pks}
    hangs_on = {pk: pk for pk in pks}
    waiting = list(pks)
    while waiting:
        answers = Writing.objects.filter(answers__in=waiting).for_reading().order_by("pk")
        fresh = [one for one in answers if one.pk not in hangs_on]
        for one in answers:
            root = hangs_on[one.answers_id]
            hangs_on.setdefault(one.pk, root)
            found[root].append(one)
        waiting = [one.pk for one in fresh]
    return found


def present(writing: Writing) -> list[Piece]:
    """Return the pieces of the present version of a writing, in order."""
    around = ("source__notebook", "source__author")
    return list(writing.pieces.filter(until=None).select_related(*around))


def rows(takes: Sequence[Taken], *, by: Worker, former: Sequence[Piece] = ()) -> list[Row]:
    """Return the rows that keep `takes`, each followed by the answers to it: who disagrees with
    a passage is read wherever it is taken up.

    Who writes where the passage lives may show it to those who do not read there; who only
    reads may not. What `former` pieces of the same source allowed, they still allow. Raises
    NotReadable, NotVerbatim, TooManyPieces.
    """
    if len(takes) > MAX_PIECES:
        raise TooManyPieces
    sources = _Sources.of(takes, by=by, former=former)
    kept: list[Row] = []
    for take in takes:
        if take.source.pk in sources.read:
            kept += _taken(take, sources, len(kept))
        else:
            kept += _kept_unread(take, former, len(kept))
    return kept


def shareable(sources: Iterable[Writing], *, by: Worker, former: Iterable[Piece] = ()) -> set[int]:
    """Return the numbers of the `sources` that `by` may show to those who do not read where they
    live: who writes there may, and what a `former` piece allowed stays allowed.
    """
    written = Writing.objects.filter(pk__in={one.pk for one in sources}).filter(
        notebook__in=Notebook.objects.writable_by(by)
    )
    former_ones = {one.source_id for one in former if one.is_shared}
    return former_ones | set(written.values_list("pk", flat=True))


@dataclass(frozen=True)
class _Sources:
    """What is known of the sources of pieces: those one reads, those one may show to others,
    what their versions said, the answers to them, and their files.
    """

    read: set[int]
    shared: set[int]
    said: dict[tuple[int, int], str]
    threads: dict[int, list[Writing]]
    files: dict[int, list[tuple[int, int, str]]]

    @classmethod
    def of(cls, takes: Sequence[Taken], *, by: Worker, former: Sequence[Piece]) -> "_Sources":
        pks = {take.source.pk for take in takes}
        readable = Writing.objects.visible_to(by).filter(pk__in=pks)
        hanging = threads(sorted(pks))
        every = pks | {one.pk for answers in hanging.values() for one in answers}
        files: dict[int, list[tuple[int, int, str]]] = {pk: [] for pk in every}
        own = Attachment.objects.filter(writing__in=every, until=None, piece=None)
        joined = own.order_by("pk")
        for writing, *one in joined.values_list("writing_id", "pk", "blob_id", "name"):
            files[writing].append(tuple(one))
        return cls(
            read=set(readable.values_list("pk", flat=True)),
            shared=shareable((take.source for take in takes), by=by, former=former),
            said=said(
                [(take.source, take.version or take.source.version) for take in takes]
                + [(one, one.version) for answers in hanging.values() for one in answers]
            ),
            threads=hanging,
            files=files,
        )


def _taken(take: Taken, sources: _Sources, place: int) -> list[Row]:
    """Return the rows of a piece and of the answers to it, less those chosen for themselves and
    those of colleagues left out.
    """
    version, shared = take.version or take.source.version, take.source.pk in sources.shared
    text = sources.said.get((take.source.pk, version))
    if text is None:
        raise NotVerbatim

    def files(pk: int, chosen: Collection[int] | None = None) -> tuple[tuple[int, str], ...]:
        found = sources.files[pk] if shared else []
        return tuple((blob, name) for at, blob, name in found if chosen is None or at in chosen)

    row = Row(
        source_id=take.source.pk,
        version=version,
        passage=passage_of(text, take.passage),
        words="",
        tells_source=take.tells_source,
        is_shared=shared,
        files=files(take.source.pk, take.files),
    )
    others = [one for one in sources.threads[take.source.pk] if one.pk not in sources.threads]
    unsaid = {one.pk for one in others if one.is_from_worker} & set(take.without)
    answers = [
        replace(
            row,
            source_id=one.pk,
            version=one.version,
            passage=sources.said[one.pk, one.version],
            answers=place,
            files=files(one.pk),
        )
        for one in others
        if one.pk not in unsaid
    ]
    return followed_by([replace(row, unsaid=tuple(sorted(unsaid))), *answers], take.words)


def followed_by(group: list[Row], words: str) -> list[Row]:
    """Return a piece and the answers to it, then the author's words: an answer comes first."""
    return [*(replace(one, words="") for one in group[:-1]), replace(group[-1], words=words)]


def _kept_unread(take: Taken, former: Sequence[Piece], place: int) -> list[Row]:
    """Return the rows of a piece whose source one reads no more: as it was, or less of it."""
    mine = (one for one in former if not one.answers_id and one.source_id == take.source.pk)
    piece = next((one for one in mine if one.version == take.version), None)
    if not piece:
        raise NotReadable(take.source)
    row, *answers = rows_of([piece, *(one for one in former if one.answers_id == piece.pk)])
    row = replace(
        row,
        passage=passage_of(piece.passage, take.passage),
        tells_source=take.tells_source,
    )
    group = [row, *(replace(one, answers=place) for one in answers)]
    return followed_by(group, take.words)


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Return the rows that pieces of one writing are kept as, to compare with others."""
    places = {piece.pk: place for place, piece in enumerate(pieces)}
    files: dict[int, list[tuple[int, str]]] = {pk: [] for pk in places}
    joined = Attachment.objects.filter(piece__in=places).order_by("pk")
    for piece, *one in joined.values_list("piece_id", "blob_id", "name"):
        files[piece].append(tuple(one))
    return [
        Row(
            source_id=piece.source_id,
            version=piece.version,
            passage=piece.passage,
            words=piece.words,
            tells_source=piece.tells_source,
            is_shared=piece.is_shared,
            answers=places.get(piece.answers_id),
            files=tuple(files[piece.pk]),
            unsaid=tuple(piece.unsaid),
        )
        for piece in pieces
    ]


def tie(writing: Writing, kept: Sequence[Row], *, by: Worker) -> None:
    """Tie pieces to the version of `writing` just saved; the former ones end with the former
    version. Their files are tied again, not copied. Called by the acts that sign.
    """
    former = writing.pieces.filter(until=None)
    Attachment.objects.filter(piece__in=former, until=None).update(until=writing.version)
    former.update(until=writing.version)
    tied: list[Piece] = []
    for row in kept:
        piece = Piece.objects.create(
            writing=writing,
            source_id=row.source_id,
            version=row.version,
            passage=row.passage,
            words=row.words,
            tells_source=row.tells_source,
            is_shared=row.is_shared,
            answers=tied[row.answers] if row.answers is not None else None,
            unsaid=list(row.unsaid),
            since=writing.version,
        )
        tied.append(piece)
        _tie_files(piece, row.files, by=by)


def _tie_files(piece: Piece, files: Iterable[tuple[int, str]], *, by: Worker) -> None:
    """Tie again the files of a passage, as they were described there, or here before."""
    about = Q(writing=piece.writing_id) | Q(writing=piece.source_id)
    told = Attachment.objects.filter(about).exclude(description="").order_by("pk")
    said = dict(told.values_list("blob_id", "description"))
    key = uuid.uuid4()  # each piece has its own: the same photo may stand in two of them
    for blob, name in dict(files).items():
        Attachment.objects.create(
            author=by,
            key=key,
            blob_id=blob,
            name=name,
            description=said.get(blob, ""),
            writing=piece.writing,
            piece=piece,
            since=piece.since,
        )


def words(pieces: Iterable[Piece]) -> list[str]:
    """Return the words under which a writing is found for its present `pieces`: those that all
    its readers may read.
    """
    now = [piece for piece in pieces if piece.until is None]
    return [word for one in now for word in (one.passage * one.is_shared, one.words) if word]
