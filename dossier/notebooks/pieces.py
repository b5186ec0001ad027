"""What a writing takes up of others, in its order; each passage keeps where it comes from."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Q

from dossier.establishment.models import Worker
from dossier.notebooks.models import Attachment, NotAllowed, Notebook, Piece, Writing
from dossier.notebooks.passages import NotVerbatim, passage_of, said, threads

MAX_PIECES = 100
MAX_ROWS = 400  # pieces and the answers that follow them
MAX_SIGNS = 1_000_000


class TooMuch(Exception):
    """More pieces, answers or signs than an assembly holds."""


class NotReadable(NotAllowed):
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
    `kept` is the number of the former piece it goes on from, if it does.
    """

    source: Writing
    passage: str = ""
    words: str = ""
    tells_source: bool = True
    version: int | None = None
    files: Collection[int] | None = None
    without: Collection[int] = ()
    kept: int | None = None


Files = tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class Row:
    """A piece as it is kept; `answers` is the place, among the rows, of what it answers, and
    `files` are (blob, name, description). The author's `words` come after the last answer.
    """

    source_id: int
    version: int
    passage: str
    tells_source: bool
    is_shared: bool
    words: str = ""
    answers: int | None = None
    files: Files = ()
    unsaid: tuple[int, ...] = ()
    pk: int | None = field(default=None, compare=False)


Group = list[Row]  # a piece, then the answers to it


def groups_of(pieces: Sequence[Piece]) -> list[Group]:
    """Return the pieces of one version of a writing as rows, each with the answers to it."""
    files: dict[int, list[tuple[int, str, str]]] = {piece.pk: [] for piece in pieces}
    joined = Attachment.objects.filter(piece__in=files).order_by("pk")
    for piece, *one in joined.values_list("piece_id", "blob_id", "name", "description"):
        files[piece].append(tuple(one))
    groups: list[Group] = []
    place = 0
    for at, piece in enumerate(pieces):
        if not piece.answers_id:
            groups.append([])
            place = at
        groups[-1].append(
            Row(
                source_id=piece.source_id,
                version=piece.version,
                passage=piece.passage,
                tells_source=piece.tells_source,
                is_shared=piece.is_shared,
                words=piece.words,
                answers=place if piece.answers_id else None,
                files=tuple(files[piece.pk]),
                unsaid=tuple(piece.unsaid),
                pk=piece.pk,
            )
        )
    return groups


def flat(groups: Iterable[Group]) -> list[Row]:
    """Return the rows of groups, one after the other."""
    return [row for group in groups for row in group]


def at_version(writing: Writing, version: int) -> list[Row]:
    """Return the rows that a version of a writing took up."""
    begun = writing.pieces.filter(since__lte=version)
    return flat(groups_of(begun.filter(Q(until=None) | Q(until__gt=version))))


def present(writing: Writing) -> list[Piece]:
    """Return the pieces of the present version of a writing, in order."""
    around = ("source__notebook", "source__author")
    return list(writing.pieces.filter(until=None).select_related(*around))


def rows(
    takes: Sequence[Taken],
    *,
    by: Worker,
    former: Sequence[Piece] = (),
    itself: int | None = None,
) -> list[Row]:
    """Return the rows that keep `takes`, each followed by the answers to it, once: who disagrees
    with a passage is read wherever it is taken up.

    Who writes where the passage lives may show it to those who do not read there. Who only reads
    may not, nor who reads no more; of what `former` pieces showed, they may keep the same or less,
    as it was. `itself` is the writing being made again. Raises NotReadable, NotVerbatim, TooMuch.
    """
    if len(takes) > MAX_PIECES:
        raise TooMuch
    if not takes:
        return []
    sources = _Sources.of(takes, by=by, former=groups_of(former), itself=itself)
    kept: list[Row] = []
    for take in takes:
        placed = {row.source_id for row in kept if row.answers is not None}
        group = sources.taken(take, placed)
        told = [replace(row, answers=len(kept)) for row in group[1:]]
        kept += [replace(row, words="") for row in (group[0], *told)]
        kept[-1] = replace(kept[-1], words=take.words)  # an answer comes first
    signs = sum(len(row.passage) + len(row.words) for row in kept)
    if len(kept) > MAX_ROWS or signs > MAX_SIGNS:
        raise TooMuch
    return kept


def shareable(sources: Iterable[Writing], *, by: Worker) -> set[int]:
    """Return the numbers of the `sources` that `by` may show to those who do not read where they
    live: who writes there may.
    """
    asked = Writing.objects.filter(pk__in={one.pk for one in sources})
    written = asked.filter(notebook__in=Notebook.objects.writable_by(by))
    return set(written.values_list("pk", flat=True))


@dataclass(frozen=True)
class _Sources:
    """What is known of the sources of pieces: those one reads, those one may show to others,
    what their versions said, the answers to them, their files; what was taken of them before.
    """

    read: set[int]
    shared: set[int]
    said: dict[tuple[int, int], str]
    threads: dict[int, list[Writing]]
    files: dict[int, list[tuple[int, int, str, str]]]
    whole: set[int | None]
    former: list[Group]

    @classmethod
    def of(
        cls, takes: Sequence[Taken], *, by: Worker, former: list[Group], itself: int | None
    ) -> "_Sources":
        pks = {take.source.pk for take in takes}
        readable = Writing.objects.visible_to(by).filter(pk__in=pks)
        hanging = threads(sorted(pks))
        every = pks | {one.pk for answers in hanging.values() for one in answers}
        files: dict[int, list[tuple[int, int, str, str]]] = {pk: [] for pk in every}
        own = Attachment.objects.filter(writing__in=every, until=None, piece=None).order_by("pk")
        named = own.values_list("writing_id", "pk", "blob_id", "name", "description")
        for writing, *one in named:
            files[writing].append(tuple(one))
        told = said(
            [(take.source, take.version or take.source.version) for take in takes]
            + [(one, one.version) for answers in hanging.values() for one in answers],
            by=by,
        )
        return cls(
            read=set(readable.values_list("pk", flat=True)),
            shared=shareable((take.source for take in takes), by=by),
            said=told,
            threads=hanging,
            files=files,
            whole={take.source.pk for take in takes if _is_whole(take, told)} | {itself},
            former=former,
        )

    def taken(self, take: Taken, placed: set[int]) -> Group:
        """Return the rows of a piece: as it was where one may not show more, else as it is now."""
        kept = self._as_it_was(take)
        if take.source.pk in self.shared or (not kept and take.source.pk in self.read):
            return self._as_it_is(take, placed)
        if not kept:
            raise NotReadable(take.source)
        if take.source.pk not in self.read:
            return kept
        root, *answers = kept
        unsaid = self._unsaid(take, placed)
        told = [one for one in answers if one.source_id not in unsaid]
        known = {row.source_id for row in kept} | placed
        fresh = self._as_it_is(take, known)[1:]  # answered since: read by who reads there
        return [replace(root, unsaid=tuple(sorted(unsaid))), *told, *fresh]

    def _unsaid(self, take: Taken, placed: set[int]) -> set[int]:
        """Return the answers of colleagues that are left out."""
        others = self._others(take, placed)
        return {one.pk for one in others if one.is_from_worker} & set(take.without)

    def _others(self, take: Taken, placed: set[int]) -> list[Writing]:
        """Return the answers to a source, less those that stand elsewhere, whole."""
        return [one for one in self.threads[take.source.pk] if one.pk not in placed | self.whole]

    def _as_it_was(self, take: Taken) -> Group | None:
        """Return what a former piece holds, or less of it, if there is one that says `take`."""
        version = take.version or take.source.version
        asked = take.passage if any(char.isalnum() for char in take.passage) else ""
        for root, *answers in self.former:
            if (root.source_id, root.version) != (take.source.pk, version):
                continue
            if take.kept not in {None, root.pk}:
                continue
            try:
                passage = passage_of(root.passage, asked)
            except NotVerbatim:
                continue
            chosen = self._chosen(take)
            files = tuple(one for one in root.files if chosen is None or one[0] in chosen)
            told = replace(root, passage=passage, files=files, tells_source=take.tells_source)
            return [told, *(replace(one, tells_source=take.tells_source) for one in answers)]
        return None

    def _chosen(self, take: Taken) -> set[int] | None:
        """Return the blobs chosen among the files of a source one reads; None for all."""
        if take.files is None or take.source.pk not in self.read:
            return None
        return {blob for pk, blob, *_ in self.files[take.source.pk] if pk in take.files}

    def _as_it_is(self, take: Taken, placed: set[int]) -> Group:
        """Return a piece and the answers to it, less those of colleagues left out."""
        version, shared = take.version or take.source.version, take.source.pk in self.shared
        text = self.said.get((take.source.pk, version))
        if text is None:
            raise NotVerbatim
        unsaid = self._unsaid(take, placed)
        row = Row(
            source_id=take.source.pk,
            version=version,
            passage=passage_of(text, take.passage),
            tells_source=take.tells_source,
            is_shared=shared,
            files=self._files(take.source.pk, take.files) if shared else (),
            unsaid=tuple(sorted(unsaid)),
        )
        answers = [
            Row(
                source_id=one.pk,
                version=one.version,
                passage=self.said[one.pk, one.version],
                tells_source=take.tells_source,
                is_shared=shared,
                files=self._files(one.pk, None) if shared else (),
            )
            for one in self._others(take, placed)
            if one.pk not in unsaid
        ]
        return [row, *answers]

    def _files(self, pk: int, chosen: Collection[int] | None) -> Files:
        """Return the files of a writing that go along, all for None."""
        return tuple(tuple(one) for at, *one in self.files[pk] if chosen is None or at in chosen)


def _is_whole(take: Taken, told: dict[tuple[int, int], str]) -> bool:
    """Whether all of a writing is taken up, and told for what it is."""
    text = told.get((take.source.pk, take.version or take.source.version), "")
    return take.tells_source and take.passage.strip() in {"", text.strip()}


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
        key = uuid.uuid4()  # each piece has its own: the same photo may stand in two of them
        for blob, name, description in {one[0]: one for one in row.files}.values():
            Attachment.objects.create(
                author=by,
                key=key,
                blob_id=blob,
                name=name,
                description=description,
                writing=writing,
                piece=piece,
                since=writing.version,
            )


def told_to_all(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the present ones of `pieces`, with the passage of those alone that all their readers
    may read: one query.
    """
    now = [piece for piece in pieces if piece.until is None]
    asked = Piece.objects.outdated().filter(pk__in=[one.pk for one in now])
    outdated = set(asked.values_list("pk", flat=True)) if now else set()
    for one in now:
        if not one.is_shared or one.pk in outdated:
            one.passage = ""
    return now


def words_of(piece: Piece) -> list[str]:
    """Return the words under which a writing is found for one of `told_to_all`."""
    return [word for word in (piece.passage, piece.words) if word]


def words(pieces: Iterable[Piece]) -> list[str]:
    """Return the words under which a writing is found for its present `pieces`: those that all
    its readers may read.
    """
    return [word for one in told_to_all(pieces) for word in words_of(one)]
