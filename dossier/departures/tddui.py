"""Dossiers as bundles of TDDUI 2.3.0, a file each: a bridge that says what it loses.

What leaves of a dossier is what its person may read (`reading`), by the same rule: as a worker who
keeps it reads, nothing that waits to be looked at, nothing covered, no file nobody decided to show,
no name of those around unless the house says so.
"""

import base64
import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from dossier.accounts.digests import digest
from dossier.collectives.models import Membership
from dossier.departures import resources
from dossier.departures.losses import Losses
from dossier.departures.resources import Resource
from dossier.disclosures.models import Consent
from dossier.establishment.dates import full_day
from dossier.establishment.house import house, reading_once, said
from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.files.actions import handed
from dossier.files.models import Blob
from dossier.journal.actions import record_each
from dossier.journal.models import Entry
from dossier.notebooks.actions import must_keep
from dossier.notebooks.models import Attachment, Notebook, Writing
from dossier.ownership.browsing import Advance
from dossier.ownership.places import PIECE, Place, place
from dossier.ownership.takeout import one_instant, quiet
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.projects.models import Agreement
from dossier.reading import others, own_name, rules, telling
from dossier.reading.desk import Desk, Passage
from dossier.reading.models import Beside, Request
from dossier.reading.passages import concerning
from dossier.rights.models import Contract, Giving, Trust

BATCH = 400  # writings read together
HERE = '"data":""'  # where the content of a file goes: in no string, whose quotes are escaped
FILES = {kinds.IMAGE: "Image jointe", kinds.SOUND: "Son joint", kinds.VIDEO: "Film joint"}


@dataclass(frozen=True)
class Asked:
    """How dossiers leave: the FINESS number of the house, "" when it has none; whether those
    around are named.
    """

    finess: str = ""
    with_around: bool = False


@dataclass
class Left:
    """A dossier that left: the file of its bundle, how the person is called there, what it lost."""

    file: str
    called: str
    losses: Losses


def kept_by(by: Worker) -> list[Dossier]:
    """Return the dossiers that `by` keeps, by number."""
    seen = Notebook.objects.kept_by(by)
    found = Dossier.objects.filter(notebook__in=seen).select_related("person", "notebook")
    return list(found.order_by("pk"))


def look(*, by: Worker, dossiers: Sequence[Dossier], asked: Asked) -> list[Left]:
    """Return what would leave, and be lost; nothing is written."""
    with one_instant(), reading_once():
        return [_look(_Leaving(by, one, asked)) for one in dossiers]


def _look(leaving: "_Leaving") -> Left:
    for _ in leaving.entries():
        pass
    return leaving.left


def put_out(
    path: Path,
    *,
    by: Worker,
    dossiers: Sequence[Dossier],
    asked: Asked,
    at: datetime | None = None,
    advance: Advance = quiet,
) -> list[Left]:
    """Put the bundle of each dossier at `path`, and its report beside: a ZIP when it ends so, else
    a folder, new or empty; leave a line in the journal of each.

    Raises NotAllowed for a dossier that `by` does not keep, Taken, OSError: then nothing is left
    at `path`.
    """
    at = timezone.localtime(at)
    put = place(path)
    try:
        with one_instant(), reading_once():
            left = [_put(put, _Leaving(by, one, asked), at) for one in _told(dossiers, advance)]
            put.put_sums()
        ids = {one.notebook_id for one in dossiers}
        record_each(by=by, notebook_ids=ids, act=Entry.Act.PRINTED)
        put.close()
    except BaseException:
        put.give_up()
        raise
    return left


def _told(dossiers: Sequence[Dossier], advance: Advance) -> Iterator[Dossier]:
    for done, one in enumerate(dossiers, start=1):
        yield one
        advance("dossiers", done, len(dossiers))


def _put(put: Place, leaving: "_Leaving", at: datetime) -> Left:
    left = leaving.left
    put.put(left.file, written(resources.bundle(at), leaving.entries()))
    put.put(f"{left.file.removesuffix('.json')}.txt", left.losses.report().encode())
    return left


def written(head: Resource, entries: Iterable[tuple[Resource, Path | None]]) -> Iterator[bytes]:
    """Give a bundle as JSON, an entry a line; the content of a file at HERE, a piece at a time."""
    yield f'{_json(head)[:-1]},"entry":['.encode()
    for number, (entry, path) in enumerate(entries):
        told = _json(entry)
        cut = told.index(HERE) + len(HERE) - 1 if path else len(told)
        yield f"{',' if number else ''}\n{told[:cut]}".encode()
        if path:
            with path.open("rb") as file:
                while piece := file.read(PIECE // 3 * 3):
                    yield base64.b64encode(piece)
        yield told[cut:].encode()
    yield b"\n]}\n"


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def named(kind: str, *parts: object) -> str:
    """Return the UUID of a thing of this house: the same each time, and it tells no number."""
    return str(uuid.UUID(digest("departures", kind, *map(str, parts))[:32], version=4))


@dataclass
class _Leaving:
    """A dossier on its way out. Raises NotAllowed unless `by` keeps it."""

    by: Worker
    dossier: Dossier
    asked: Asked
    gone: set[int] = field(default_factory=set)  # writings that left
    known: dict[int, str] = field(default_factory=dict)  # professionals that left

    def __post_init__(self) -> None:
        must_keep(self.by, self.dossier.notebook)
        self.desk = Desk(by=self.by, dossier=self.dossier)
        self.decided = Beside.objects.decided(self.dossier)
        self.patient = named("person", self.dossier.person_id)
        self.house = named("house")
        called = self._name(self.dossier.person.called, is_counted=False)
        name = slugify(called)[:40] or "dossier"
        losses = Losses(has_finess=bool(self.asked.finess))
        self.left = Left(f"{name}-{self.patient[:8]}.json", called, losses)
        self.losses = losses

    # Words that stand beside the writings: as in the copy for the person

    def _plain(self, words: str) -> str:
        """Return free words, nothing of those that may speak of somebody else, unless a keeper
        decided to show them.
        """
        return self._shown(words.strip(), is_plain=self.desk.is_plain(words))

    def _name(self, words: str, *, is_counted: bool = True) -> str:
        is_plain = self.desk.is_own_name(words)
        return self._shown(words.strip(), is_plain=is_plain, is_counted=is_counted)

    def _shown(self, words: str, *, is_plain: bool, is_counted: bool = True) -> str:
        if not words or is_plain or not self.decided.get(rules.print_of(words), rules.UNREAD):
            return words
        if is_counted:
            self.losses.add("beside")
        return ""

    def _label(self, words: str) -> str:
        """Return a heading or a tag that names nobody else."""
        if not words or others.is_plain(words, self.desk.own):
            return words
        self.losses.add("labels")
        return ""

    # The bundle

    def entries(self) -> Iterator[tuple[Resource, Path | None]]:
        """Give the entries of the bundle, each with the file that goes in it."""
        name = house().name or said("{maison.Singulier}")
        yield self._entry(self.house, resources.organization(name, self.asked.finess))
        yield self._entry(self.patient, self._patient(self.dossier.person))
        yield from self._presentation(self.dossier.person)
        yield from self._around()
        for stay in self.dossier.stays.select_related("team"):
            yield self._stay(stay)
        yield from self._agreements()
        for passage in self._passages():
            yield from self._passage(passage)
        self._count()

    def _entry(self, name: str, resource: Resource) -> tuple[Resource, None]:
        return resources.entry(name, resource), None

    def _patient(self, person: Person) -> Resource:
        birth = _birth(person)
        if person.birth and not birth:
            self.losses.add("births")
        return resources.patient(
            self.patient,
            called=self._name(person.called),
            civil=self._name(person.civil_name),
            birth=birth,
            finess=self.asked.finess,
        )

    def _presentation(self, person: Person) -> Iterator[tuple[Resource, None]]:
        """Give what is known of the person and has no place in a Patient, as a document."""
        lines = []
        if person.birth and not _birth(person):
            is_plain = own_name.is_birth(person.birth) or self.desk.is_plain(person.birth)
            birth = self._shown(person.birth.strip(), is_plain=is_plain)
            lines += [f"Naissance : {birth}"] if birth else []
        if word := self._plain(person.word):
            lines.append(word)
        if lines:
            uid = named("presentation", person.pk)
            yield self._document(uid, [self.house], "Présentation", "\n\n".join(lines))

    def _document(
        self, uid: str, authors: Iterable[str], title: str, text: str, **more: str
    ) -> tuple[Resource, None]:
        data = base64.b64encode(text.encode("utf-8", "replace")).decode()
        told = {"title": title, "kind": resources.PLAIN, "data": data}
        return self._entry(uid, resources.document(uid, self.patient, authors, **told, **more))

    def _around(self) -> Iterator[tuple[Resource, None]]:
        for one in Relation.objects.filter(notebook=self.dossier.notebook):
            if not self.asked.with_around:
                self.losses.add("relations")
                continue
            self.losses.add("around")
            uid = named("relation", one.pk)
            told = {"name": one.name, "tie": one.tie, "word": one.word}
            yield self._entry(uid, resources.related(uid, self.patient, **told))

    def _stay(self, stay: Stay) -> tuple[Resource, None]:
        self.losses.add("stays")
        uid, finess = named("stay", stay.pk), self.asked.finess
        number = f"{resources.local(self.patient, finess)}-SEJOUR-{uid[:8]}" if finess else ""
        told = resources.stay(
            uid,
            self.patient,
            self.house,
            number=number,
            status=_status(stay),
            from_on=stay.from_on,
            until_on=stay.until_on,
            service=self._plain(stay.service) or str(stay.team or ""),
            word=self._plain(stay.word),
        )
        return self._entry(uid, told)

    def _agreements(self) -> Iterator[tuple[Resource, None]]:
        """Give what the person said of projects, in their own words: no form of consent."""
        seen = Agreement.objects.visible_to(self.by).filter(is_mistaken=False)
        mine = seen.filter(person=self.dossier.person, side=Agreement.Side.PERSON)
        for one in mine.select_related("project"):
            self.losses.add("agreements")
            lines = [f"Réponse : {one.get_answer_display()}"]
            if title := self._plain(one.project.title):
                lines.insert(0, f"Projet : {title}")
            if words := self._plain(one.words):
                lines.append(f"Ses mots : {words}")
            lived = {"lived": one.on.isoformat()} if one.on else {}
            uid, title = named("agreement", one.pk), "Avis de la personne sur un projet"
            yield self._document(uid, [self.patient], title, "\n".join(lines), **lived)

    # Writings

    def _passages(self) -> Iterator[Passage]:
        """Give the writings that the person may know of, in order, some at a time."""
        found = concerning(by=self.by, dossier=self.dossier).order_by("position")
        after = None
        while rows := list((found.filter(position__gt=after) if after else found)[:BATCH]):
            yield from (one for one in self.desk.read(rows) if one.is_told)
            after = rows[-1].position

    def _passage(self, passage: Passage) -> Iterator[tuple[Resource, Path | None]]:
        if passage.is_waiting or passage.whole:
            self.losses.add("waiting" if passage.is_waiting else "apart")
            return
        writing = passage.writing
        self.losses.add("covered", len(passage.reasons))
        self.losses.add("versions", writing.version - 1)
        yield from self._author(writing.author)
        uid = named("writing", writing.pk)
        if text := _text(passage):
            self.losses.add("writings")
            self.losses.add("elsewhere", not passage.is_here)
            after = writing.answers_id if writing.answers_id in self.gone else None
            yield self._document(
                uid,
                self._authors(passage),
                self._title(writing),
                text,
                created=resources.instant(timezone.localtime(writing.signed_at)),
                lived=_lived(writing),
                description=self._description(passage),
                after=named("writing", after) if after else "",
            )
            self.gone.add(writing.pk)
        for one in passage.shown_files:
            yield from self._file(one, passage, uid if text else "")
        self.losses.add("unshown", len(passage.files) - len(passage.shown_files))

    def _author(self, worker: Worker) -> Iterator[tuple[Resource, None]]:
        if worker.pk in self.known:
            return
        uid = self.known[worker.pk] = named("worker", worker.pk)
        self.losses.add("professionals")
        yield self._entry(uid, resources.practitioner(worker.name))
        if worker.function:
            told = resources.role(uid, self.house, worker.function)
            yield self._entry(named("role", worker.pk), told)

    def _authors(self, passage: Passage) -> list[str]:
        """Return who wrote: the person first, when they speak."""
        writing = passage.writing
        is_hers = passage.is_here and writing.voice == Writing.Voice.PERSON
        return [*([self.patient] if is_hers else []), self.known[writing.author_id]]

    def _title(self, writing: Writing) -> str:
        heading = self._label(writing.heading.name if writing.heading else "")
        return heading or f"Écrit du {full_day(timezone.localtime(writing.signed_at).date())}"

    def _description(self, passage: Passage) -> str:
        """Return who speaks, where it was written, when in words, its tags."""
        writing = passage.writing
        who = telling.who(passage, self.desk.called)
        tags = ", ".join(filter(None, map(self._label, writing.tag_words.split(", "))))
        parts = [
            who if who != writing.author.name else "",
            telling.place(passage),
            self._plain(writing.moment),
            f"étiquettes : {tags}" if tags else "",
        ]
        return " ; ".join(filter(None, parts))

    def _file(
        self, one: Attachment, passage: Passage, after: str
    ) -> Iterator[tuple[Resource, Path | None]]:
        """Give a file that was decided shown, without its name nor what describes it."""
        found = _handed(one.blob)
        if not found:
            is_there = one.blob.path().exists()
            self.losses.add("documents" if is_there else "missing")
            return
        path, kind = found
        self.losses.add("files")
        uid = named("file", one.pk)
        told = {"title": FILES[one.blob.kind], "kind": kind, "data": "", "after": after}
        authors = [self.known[passage.writing.author_id]]
        document = resources.document(
            uid, self.patient, authors, **told, lived=_lived(passage.writing)
        )
        yield resources.entry(uid, document), path

    def _count(self) -> None:
        """Count what the format has no place for."""
        dossier = {"dossier": self.dossier}
        seen = Membership.objects.visible_to(self.by)
        self.losses.add("memberships", seen.filter(person=self.dossier.person).count())
        self.losses.add("contracts", Contract.objects.filter(**dossier, is_mistaken=False).count())
        self.losses.add("givings", Giving.objects.filter(**dossier, is_mistaken=False).count())
        self.losses.add("requests", Request.objects.filter(**dossier, is_mistaken=False).count())
        self.losses.add("consents", Consent.objects.filter(**dossier, is_mistaken=False).count())
        self.losses.add("trusts", Trust.objects.filter(**dossier, is_mistaken=False).count())


def _text(passage: Passage) -> str:
    """Return a writing as the person may read it: what is covered is said to be."""
    return " ".join(
        f"[passage couvert : {rules.told(one.reasons)}]" if one.reasons else one.text
        for one in passage.stretches
    )


def _birth(person: Person) -> str:
    """Return a birth as a date of FHIR, "" when it is no day, month nor year."""
    first, last = person.born_from, person.born_until
    if not first or not last:
        return ""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}" if first.year == last.year else ""
    is_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.year:04}-{first.month:02}" if is_month else ""


def _status(stay: Stay) -> str:
    """Return how far a stay is, as FHIR says it."""
    today = timezone.localdate()
    if stay.until_on and stay.until_on < today:
        return "finished"
    if not stay.from_on:
        return "unknown"
    return "planned" if stay.from_on > today else "in-progress"


def _lived(writing: Writing) -> str:
    """Return when what a writing tells was: a day, or an instant; else when it was signed."""
    signed = timezone.localtime(writing.signed_at)
    on, at = writing.occurred_on, writing.occurred_time
    if on and not at:
        return on.isoformat()
    if not at:
        return resources.instant(signed)
    zone = timezone.get_current_timezone()
    return resources.instant(datetime.combine(on or signed.date(), at, tzinfo=zone))


def _handed(blob: Blob) -> tuple[Path, str] | None:
    """Return where a file is to be handed over from, and its MIME type: a picture without its
    camera's notes, a sound or a film without its recorder's; None for others.
    """
    if blob.kind == kinds.IMAGE:
        path, mime = blob.path("large"), "image/webp"
    elif blob.kind in FILES and blob.path().exists():
        path, mime = handed(blob), blob.mime
    else:
        return None
    return (path, mime) if path and path.exists() else None
