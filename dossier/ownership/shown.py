"""What a takeout shows of each notebook: its writings in order, and whom it is about.

Read some at a time, in a few queries. Drafts and personal notes are nowhere here.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from django.utils import timezone

from dossier.collectives.models import Membership
from dossier.establishment.dates import full_day
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.files.models import Blob
from dossier.notebooks.models import (
    MAY,
    Attachment,
    Circle,
    Heading,
    Notebook,
    Piece,
    TeamGrant,
    WorkerGrant,
    Writing,
)
from dossier.persons.models import Dossier, Relation

AT_ONCE = 100  # writings read together
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Fiche = list[tuple[str, str]]


@dataclass
class Shown:
    """A writing as the takeout shows it; `day` is when it happened."""

    pk: int
    day: datetime
    heading: str
    head: list[str]
    text: str
    is_spoken: bool
    passages: list[tuple[str, str]] = field(default_factory=list)
    joined: list[tuple[Blob, str, str]] = field(default_factory=list)
    former: list[tuple[str, str]] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """Return all its words, passages taken up among them."""
        return "\n\n".join([self.text, *(part for told in self.passages for part in told if part)])


class Names:
    """Who and what writings name by number."""

    def __init__(self) -> None:
        self.workers = dict(Worker.objects.values_list("pk", "name"))
        self.headings = dict(Heading.objects.values_list("pk", "name"))


def happened(position: int) -> datetime:
    """Return when a writing happened, from its place."""
    return timezone.localtime(EPOCH + timedelta(seconds=position >> 30))


def _moment(at: datetime) -> str:
    at = timezone.localtime(at)
    return f"{full_day(at.date())} à {at:%H h %M}"


def shown(notebook: Notebook, names: Names) -> Iterator[Shown]:
    found = notebook.writings.order_by("position").prefetch_related(None)
    rows = found.iterator(chunk_size=AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        yield from _together(notebook, some, names)


def _together(notebook: Notebook, some: list[Writing], names: Names) -> list[Shown]:
    """Return some writings with all that is around them, in a few queries."""
    pks = [one.pk for one in some]
    joined, passages, former = defaultdict(list), defaultdict(list), defaultdict(list)
    for one in Attachment.objects.filter(writing__in=pks).select_related("blob").order_by("pk"):
        joined[one.writing_id].append((one.blob, one.name, one.description))
    for one in Piece.objects.filter(writing__in=pks, until=None):
        passages[one.writing_id].append((one.passage, one.words))
    corrected = [one.pk for one in some if one.version > 1]
    versions = Writing.history.filter(pk__in=corrected).order_by("version", "history_id")
    last = {one.pk: one.version for one in some}
    for one in versions.filter(history_type__in="+~"):
        if one.version < last[one.pk]:
            told = said(
                "Version {number}, du {at}", number=one.version, at=_moment(one.history_date)
            )
            former[one.pk].append((told, one.text))
    answered = {one.answers_id for one in some if one.answers_id}
    places = dict(Writing.objects.filter(pk__in=answered).values_list("pk", "position"))
    return [
        Shown(
            pk=one.pk,
            day=happened(one.position),
            heading=names.headings.get(one.heading_id, ""),
            head=_head(one, names, places),
            text=one.text,
            is_spoken=not one.is_from_worker,
            passages=passages[one.pk],
            joined=joined[one.pk],
            former=former[one.pk],
        )
        for one in some
    ]


def _head(writing: Writing, names: Names, places: dict[int, int]) -> list[str]:
    told = [_moment(happened(writing.position))]
    if writing.moment:
        told.append(writing.moment)
    author = names.workers[writing.author_id]
    if writing.is_from_worker and not writing.speaker:
        told.append(author)
    else:
        voice = writing.speaker or writing.voice_said
        told.append(f"Paroles de {voice}, notées par {author}")
    signed = f"signé le {_moment(writing.signed_at)}"
    if _moment(writing.signed_at) == told[0]:
        signed = ""
    if writing.version > 1 and writing.corrected_at:
        corrected = f"version {writing.version}, du {_moment(writing.corrected_at)}"
        signed = f"{signed}, {corrected}" if signed else corrected
    if signed:
        told.append(signed)
    if writing.tag_words:
        told.append(writing.tag_words)
    if writing.answers_id in places:
        at = happened(places[writing.answers_id])
        told.append(
            said("{reponse.un} au n° {number}, du {at}", number=writing.answers_id, at=_moment(at))
        )
    told.append(f"n° {writing.pk}")
    return told


def fiche(notebook: Notebook) -> list[tuple[str, str]]:
    """Return what is known of whom a notebook is about, and who keeps it."""
    told: list[tuple[str, str]] = []
    dossier = Dossier.objects.filter(notebook=notebook).select_related("person").first()
    if dossier:
        person = dossier.person
        told += [("Nom", person.civil_name), ("Naissance", person.birth), ("", person.word)]
        for stay in dossier.stays.select_related("team"):
            days = _days(stay.from_on, stay.until_on)
            words = ", ".join(part for part in (str(stay), days, stay.word) if part)
            told.append((said("{accompagnement.Singulier}"), words))
    for one in Relation.objects.filter(notebook=notebook):
        told.append(
            (said("{entourage.Singulier}"), " — ".join(filter(None, [one.name, one.tie, one.word])))
        )
    if circle := Circle.objects.filter(notebook=notebook).select_related("around").first():
        told.append(("Cercle", circle.around.title))
    for one in Membership.objects.filter(notebook=notebook).select_related("person", "collective"):
        who = one.person or one.collective or one.words
        told.append(
            ("En est", ", ".join(filter(None, [str(who), _days(one.from_on, one.until_on)])))
        )
    who = [
        *WorkerGrant.objects.filter(content_object=notebook).select_related("user", "permission")
    ]
    who += TeamGrant.objects.filter(content_object=notebook).select_related("group", "permission")
    for grant in who:
        name = grant.user.name if isinstance(grant, WorkerGrant) else grant.group.name
        told.append((name, said(MAY[grant.permission.codename])))
    return [(label, words) for label, words in told if words]


def _days(start: date | None, end: date | None) -> str:
    since = f"depuis le {full_day(start)}" if start and not end else ""
    both = f"du {full_day(start)} au {full_day(end)}" if start and end else ""
    until = f"jusqu’au {full_day(end)}" if end and not start else ""
    return since or both or until
