"""The slips (*fiches*) of an assembly being made: one for each piece, in the order they stand.

A form sends them as lists of equal length, so that moving a slip in the page moves all of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.establishment.models import Worker
from dossier.notebooks import pieces, rules
from dossier.notebooks.models import Attachment, Piece, Writing
from dossier.web.converters import number

SOURCE, VERSION, PASSAGE, AFTER, TELLS = "source", "at", "passage", "after", "tells"
LEFT, UNSAID = "left", "unsaid"  # numbers of files and of answers that are not taken up
SILENT = "tue"  # what TELLS says of an origin not to be told


@dataclass
class Slip:
    """A piece as typed: its source and which version of it, the passage, what comes after."""

    source_id: int
    version: int | None = None
    passage: str = ""
    after: str = ""
    tells: str = ""


@dataclass
class Shown:
    """A slip with what the page shows of it; `source` is None when it is read no more.

    `text` is what the source said in the version taken, `newer` what it says now when that is
    something else, `answers` what will follow the passage.
    """

    slip: Slip
    place: int
    source: Writing | None = None
    text: str = ""
    newer: str = ""
    may_share: bool = True
    joined: list[Attachment] = field(default_factory=list)
    answers: list[Writing] = field(default_factory=list)

    @property
    def passage(self) -> str:
        """What is taken of it, as it will be read."""
        return self.slip.passage or self.text


def of_fields(fields: dict[str, Any]) -> list[Slip]:
    """Return the slips among the fields of a form or a draft; a source that is no number ends
    nothing: it is left out with what belongs to it.
    """

    def listed(name: str) -> list[str]:
        value = fields.get(name, [])
        return [str(one) for one in (value if isinstance(value, list) else [value])]

    columns = [listed(name) for name in (VERSION, PASSAGE, AFTER, TELLS)]
    slips = []
    for place, source in enumerate(listed(SOURCE)):
        pk = number(source)
        version, passage, after, tells = (
            column[place] if place < len(column) else "" for column in columns
        )
        if pk is not None:
            passage, after = rules.same_words(passage), rules.same_words(after)
            slips.append(Slip(pk, number(version) or None, passage, after, tells))
    return slips


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
    }


def of_writing(writing: Writing) -> list[Slip]:
    """Return the slips of the pieces a writing takes up now; answers follow by themselves."""
    slips: list[Slip] = []
    for piece in pieces.present(writing):
        if not piece.answers_id:
            tells = "" if piece.tells_source else SILENT
            slips.append(Slip(piece.source_id, piece.version, piece.passage, tells=tells))
        slips[-1].after = piece.words  # after the last answer
    return slips


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
        slips[place].version, slips[place].passage = None, ""
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
    said = pieces.said(
        [(source, one.version or source.version) for source, one in taken]
        + [(source, source.version) for source in sources.values()]
    )
    hanging = pieces.threads(sorted(sources))
    joined: dict[int, list[Attachment]] = {pk: [] for pk in sources}
    own = Attachment.objects.filter(writing__in=sources, until=None, piece=None)
    files = own.order_by("pk")
    for one in files.select_related("blob").defer("blob__text"):
        joined[one.writing_id].append(one)
    shareable = pieces.shareable(sources.values(), by=by, former=former)
    kept = {(one.source_id, one.version): one.passage for one in former if not one.answers_id}
    seen = []
    for place, slip in enumerate(slips):
        if not (source := sources.get(slip.source_id)):
            seen.append(Shown(slip, place, text=kept.get((slip.source_id, slip.version), "")))
            continue
        if (source.pk, slip.version) not in said:
            slip.version = source.version
        text, present = said[source.pk, slip.version], said[source.pk, source.version]
        seen.append(
            Shown(
                slip,
                place,
                source,
                text,
                newer=present if present != text else "",
                may_share=source.pk in shareable,
                joined=joined[source.pk],
                answers=[one for one in hanging[source.pk] if one.pk not in pks],
            )
        )
    return seen
