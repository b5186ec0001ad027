"""The slips (*fiches*) of an assembly being made: one for each piece, in the order they stand.

A form sends them as lists of equal length, so that moving a slip in the page moves all of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.establishment.models import Worker
from dossier.notebooks import passages, pieces, rules
from dossier.notebooks.drafts import AFTER, COLUMNS, KEPT, PASSAGE, SOURCE, TELLS, VERSION, listed
from dossier.notebooks.models import Attachment, Piece, Writing
from dossier.web.converters import number

LEFT, UNSAID = "left", "unsaid"  # numbers of files and of answers that are not taken up
SILENT = "tue"  # what TELLS says of an origin not to be told
CUT = "[…]"  # what is sent for a passage that may not be shown meanwhile


@dataclass
class Slip:
    """A piece as typed: its source and which version of it, the passage, what comes after;
    `kept` is the piece of the present version that it goes on from.
    """

    source_id: int
    version: int | None = None
    passage: str = ""
    after: str = ""
    tells: str = ""
    kept: int | None = None


@dataclass
class Shown:
    """A slip with what the page shows of it; `source` is None when it is read no more.

    `text` is what the source said in the version taken, `newer` what it says now when that is
    something else, `answers` what will follow the passage. It `opens` when others could not read
    it here, and will: who took it up may show it since.
    """

    slip: Slip
    place: int
    source: Writing | None = None
    text: str = ""
    newer: str = ""
    may_share: bool = True
    opens: bool = False
    joined: list[Attachment] = field(default_factory=list)
    answers: list[Writing] = field(default_factory=list)

    @property
    def passage(self) -> str:
        """What is taken of it, as it will be read."""
        return self.slip.passage or self.text

    @property
    def is_cut(self) -> bool:
        """Whether less than all is taken."""
        return self.slip.passage.strip() not in {"", self.text.strip()}

    @property
    def named(self) -> tuple[int, int | str]:
        """The number of the source and its version, as the page sends them: of what another took
        up, and one does not read, nothing; the piece it goes on from says which (`found_again`).
        """
        if self.source or not self.slip.kept:
            return self.slip.source_id, self.slip.version or ""
        return 0, ""

    @property
    def unshown(self) -> str:
        """What to send for a passage that is not in the page."""
        return CUT if self.slip.passage else ""


def of_fields(fields: dict[str, Any]) -> list[Slip]:
    """Return the slips among the fields of a form or a draft; a source that is no number is left
    out with what belongs to it.
    """
    sources, *columns = (listed(fields.get(name)) for name in COLUMNS)
    slips = []
    for place, source in enumerate(sources):
        at, passage, after, tells, kept = (
            rules.same_words(column[place]) if place < len(column) else "" for column in columns
        )
        if (pk := number(source)) is not None:
            slips.append(Slip(pk, number(at) or None, passage, after, tells, number(kept)))
    return slips


def found_again(slips: Iterable[Slip], former: Sequence[Piece]) -> list[Slip]:
    """Return slips, those whose source the page did not name with that of the piece they go on
    from; one that goes on from nothing keeps no source.
    """
    known = {piece.pk: piece for piece in former}
    return [
        replace(slip, source_id=piece.source_id, version=piece.version)
        if not slip.source_id and (piece := known.get(slip.kept or 0))
        else slip
        for slip in slips
    ]


def as_fields(slips: Iterable[Slip]) -> dict[str, list[str]]:
    """Return slips as the fields of a form; the source ends with an empty one, so that a form
    from which all were taken says so.
    """
    slips = list(slips)
    return {
        SOURCE: [*(str(one.source_id) for one in slips), ""],
        VERSION: [str(one.version or "") for one in slips],
        PASSAGE: [one.passage for one in slips],
        AFTER: [one.after for one in slips],
        TELLS: [one.tells for one in slips],
        KEPT: [str(one.kept or "") for one in slips],
    }


def of_writing(writing: Writing) -> dict[str, Any]:
    """Return the fields of the form in which a writing is made again: its pieces as they are,
    without the files and the answers that were left out, or came since.
    """
    slips: list[Slip] = []
    present = pieces.present(writing)
    for piece in present:
        if not piece.answers_id:
            tells = "" if piece.tells_source else SILENT
            slip = Slip(piece.source_id, piece.version, piece.passage, "", tells, piece.pk)
            slips.append(slip)
        slips[-1].after = piece.words  # after the last answer
    shown = {piece.source_id for piece in present if piece.is_shared}
    blobs = Attachment.objects.filter(piece__in=present).values_list("piece__source_id", "blob_id")
    taken = set(blobs)
    own = Attachment.objects.filter(writing__in=shown, until=None, piece=None)
    left = [str(one.pk) for one in own.order_by("pk") if (one.writing_id, one.blob_id) not in taken]
    unsaid = [str(pk) for piece in present for pk in piece.unsaid]
    return as_fields(slips) | {LEFT: left, UNSAID: unsaid}


def expanded(writings: Iterable[Writing], *, by: Worker) -> list[Slip]:
    """Return the slips with which writings are taken up: an assembly comes with the passages it
    takes up itself, each from where `by` reads it.
    """
    writings = list(writings)
    inner = Piece.objects.filter(writing__in=writings, until=None, answers=None).order_by("pk")
    readable = inner.filter(source__in=Writing.objects.visible_to(by))
    its: dict[int, list[Slip]] = {one.pk: [] for one in writings}
    for piece in readable:
        its[piece.writing_id].append(Slip(piece.source_id, piece.version, piece.passage))
    return [slip for one in writings for slip in (Slip(one.pk), *its[one.pk])]


def moved(slips: Sequence[Slip], gesture: str) -> tuple[list[Slip], int]:
    """Return the slips after a gesture ("monter-2", "descendre-0", "retirer-1", "actuel-3"), and
    the place to look at; one that makes no sense changes nothing.
    """
    slips, (verb, _, told) = list(slips), gesture.partition("-")
    place = number(told)
    if place is None or place >= len(slips):
        return slips, 0
    to = place + {"monter": -1, "descendre": 1}.get(verb, 0)
    if verb == "retirer":
        del slips[place]
        return slips, max(0, place - 1)
    if verb == "actuel":
        slips[place].version, slips[place].passage, slips[place].kept = None, "", None
    elif 0 <= to < len(slips):
        slips[place], slips[to] = slips[to], slips[place]
        place = to
    return slips, place


def shown(slips: Sequence[Slip], *, by: Worker, former: Sequence[Piece] = ()) -> list[Shown]:
    """Return slips with what `by` may see of them; `former` are the pieces of the writing being
    made again. As many queries for one as for thirty.
    """
    pks = {slip.source_id for slip in slips}
    readable = Writing.objects.visible_to(by).for_reading()
    sources = {one.pk: one for one in readable.filter(pk__in=pks)}
    taken = [(sources[one.source_id], one) for one in slips if one.source_id in sources]
    said = passages.said(
        [(source, one.version or source.version) for source, one in taken]
        + [(source, source.version) for source in sources.values()],
        by=by,
    )
    shut = passages.sealed({one.pk for one, slip in taken if slip.version != one.version}, by=by)
    hanging = passages.threads(sorted(sources))
    joined: dict[int, list[Attachment]] = {pk: [] for pk in sources}
    own = Attachment.objects.filter(writing__in=sources, until=None, piece=None)
    for one in own.order_by("pk").select_related("blob").defer("blob__text"):
        joined[one.writing_id].append(one)
    shareable = pieces.shareable(sources.values(), by=by)
    # What one reads no more is shown as to any reader: where it was shared.
    public = {one.pk: one.passage for one in pieces.told_to_all(former)}
    withheld = {one.pk for one in former if not one.is_shared}
    seen = []
    for place, slip in enumerate(slips):
        if not (source := sources.get(slip.source_id)):
            seen.append(Shown(slip, place, text=public.get(slip.kept or 0, "")))
            continue
        if (source.pk, slip.version) not in said:
            slip.version = source.version
            if source.pk in shut:  # what it was told with before is not to be read
                slip.passage, slip.kept = "", None
        text, present = said[source.pk, slip.version], said[source.pk, source.version]
        seen.append(
            Shown(
                slip,
                place,
                source,
                text,
                newer=present if present != text else "",
                may_share=source.pk in shareable,
                opens=source.pk in shareable and slip.kept in withheld,
                joined=joined[source.pk],
                answers=[one for one in hanging[source.pk] if one.pk not in pks],
            )
        )
    return seen
