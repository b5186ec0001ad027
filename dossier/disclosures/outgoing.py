"""Sealing a sending, handing it over, remembering it: what leaves is what was seen, and only while
it is agreed to.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Q, Sum
from django.db.models.functions import Length
from django.utils import timezone

from dossier.disclosures import keeping, preparing
from dossier.disclosures.bundle import seal_zip
from dossier.disclosures.consents import minute
from dossier.disclosures.models import Consent, Disclosed, Disclosure
from dossier.disclosures.sealing import CHUNK, Manifest, Part, Progress, must_be_long, seal
from dossier.disclosures.sendings import (
    CannotLeave,
    ChangedSince,
    NotGiven,
    NotReady,
    agreed_facts,
    joined,
    needed,
    notebooks_of,
    offered,
    still_open,
    writable,
)
from dossier.establishment.dates import full_day
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.files.actions import handed, keep_sealed
from dossier.files.models import Blob
from dossier.journal.actions import record_each
from dossier.journal.models import Entry
from dossier.notebooks import marks
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier

STALE_S = 60  # a file half written that nothing writes any more
HTML, AGE = "text/html", "application/octet-stream"
WORDS = "text/plain; charset=utf-8"
LONGEST_TITLE = 300


class NotSealed(Exception):
    """It cannot be handed over before it is sealed."""


class Busy(Exception):
    """It is being sealed."""


class ForHouse(NamedTuple):
    """Another house, to which the archive is sealed: its public key ("age1…"), and what gives the
    parts of the archive.
    """

    key: str
    parts: Callable[[Disclosure], Iterator[Part]]


def must_stand(*, by: Worker, disclosure: Disclosure) -> None:
    """Check that all of a sending stands on agreements that are given, today and until its last
    day. Raises NotGiven.
    """
    given = Consent.objects.given(timezone.localdate()).filter(until__gte=disclosure.until)
    pieces = list(disclosure.pieces.select_related("attachment"))
    on = needed(disclosure)
    if given.filter(pk__in=on).count() != len(on):
        raise NotGiven
    texts = {one.writing_id for one in pieces if one.writing_id}
    files = {one.attachment_id for one in pieces if one.attachment_id}
    persons = {one.consent_id for one in pieces if one.consent_id and not one.writing_id}
    may = (
        (texts, offered(by=by, disclosure=disclosure)),
        (files, joined(by=by, disclosure=disclosure)),
        (persons, agreed_facts(by=by, disclosure=disclosure)),
    )
    for wanted, found in may:
        if wanted and found.filter(pk__in=wanted).count() != len(wanted):
            raise NotGiven


def is_standing(*, by: Worker, disclosure: Disclosure) -> bool:
    """Whether it may be handed over: sealed, and all it stands on is still agreed to."""
    consents = needed(disclosure)
    given = Consent.objects.given(timezone.localdate()).filter(pk__in=consents).count()
    return bool(disclosure.sealed_at and disclosure.copy_id) and given == len(consents)


def stored(disclosure: Disclosure) -> Iterator[Part]:
    """Yield the parts of the file as they were kept to be sealed, a few in memory at a time."""
    rows = disclosure.pieces.select_related("attachment__blob")
    return parts(rows.iterator(200), disclosure.told_answers)


def parts(pieces: Iterable[Disclosed], first: str = "") -> Iterator[Part]:
    """Yield the parts of the file, in order, `first` what answers what; they are numbered as they
    follow, so that nothing that was taken out leaves a gap.
    """
    number = count(1)
    if first:
        yield _text(next(number), "Ce qui répond à quoi", first)
    for one in pieces:
        blob = one.attachment.blob if one.attachment else None
        if blob and blob.kind in preparing.TO_LOOK:
            yield _file(next(number), blob, one)
        else:
            yield _text(next(number), one.title, one.told)


def _text(number: int, title: str, told: str) -> Part:
    shown = str(marks.render(told)) if told else "<p>Cette page est vide.</p>"
    return Part(f"{number:02}-texte.txt", title, WORDS, told.encode("utf-8", "replace"), shown)


def _file(number: int, blob: Blob, piece: Disclosed) -> Part:
    path = blob.path() if blob.kind == kinds.IMAGE else handed(blob)
    if not path:
        raise CannotLeave
    ending = kinds.by_mime(blob.kind, blob.mime).endings[:1] or ("bin",)
    name = {kinds.IMAGE: "image", kinds.SOUND: "son"}.get(blob.kind, "film")
    title = " : ".join(filter(None, (piece.title, " ".join(piece.told.split()))))
    return Part(f"{number:02}-{name}.{ending[0]}", title[:LONGEST_TITLE], blob.mime, _read(path))


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def manifest(*, by: Worker, disclosure: Disclosure, purpose: str, made: datetime) -> Manifest:
    """Return why it leaves: on which agreements, by their days alone, which name nobody."""
    consents = Consent.objects.filter(pk__in=needed(disclosure))
    told = sorted(
        f"Accord donné le {full_day(one.on)}, jusqu’au {full_day(one.until)}" for one in consents
    )
    if not told:
        told = [said("Ce qui est ici est {maison.du}, et ne parle pas {personne.du}.")]
    return Manifest(
        recipient=disclosure.recipient,
        house=house().name,
        by=by.name,
        purpose=purpose,
        what=f"Envoi {disclosure.reference} : {said(Disclosure.Sort(disclosure.pack).label)}",
        consents=tuple(told),
        made=made,
        until=disclosure.until,
    )


def expected(disclosure: Disclosure) -> int:
    """Return about how many bytes are to be sealed."""
    words = disclosure.pieces.aggregate(all=Sum(Length("told")))["all"] or 0
    files = Blob.objects.filter(attachments__in=disclosure.pieces.values("attachment"))
    return 2 * words + sum(files.filter(kind__in=preparing.TO_LOOK).values_list("size", flat=True))


def seal_sending(
    *,
    by: Worker,
    disclosure: Disclosure,
    passphrase: str,
    seen: str,
    with_archive: bool = False,
    to: ForHouse | None = None,
    progress: Progress | None = None,
    at: datetime | None = None,
) -> Disclosure:
    """Seal what was seen: the file is made, kept to the house, and ready to be handed over.

    `seen` is the basis of what was shown. The archive opens with the passphrase, or is sealed `to`
    another house. Raises NotAllowed, AlreadySealed; NotGiven when an agreement it stands on was
    taken back or has ended; ChangedSince; NotReady; CannotLeave; Busy; ValueError for a passphrase
    of less than six words.
    """
    must_be_long(passphrase)
    made = at or timezone.now()
    _must_be_as_seen(by, disclosure, seen)
    disclosure = Disclosure.objects.get(pk=disclosure.pk)
    told = manifest(by=by, disclosure=disclosure, purpose=disclosure.told_purpose, made=made)
    path = underway(disclosure)
    more = {"progress": progress, "expected": expected(disclosure)}
    with _Alone(path) as alone:
        key = seal(stored(disclosure), told, passphrase, alone.file, **more)
        copy = alone.kept(HTML)
    archive = None
    if with_archive or to:
        with _Alone(path) as alone:
            inside = to.parts(disclosure) if to else stored(disclosure)
            opener = {"recipients": [to.key]} if to else {"passphrase": passphrase}
            seal_zip(inside, told, alone.file, **opener)
            archive = alone.kept(AGE)
    with transaction.atomic():
        disclosure = _must_be_as_seen(by, disclosure, seen)
        disclosure.copy, disclosure.archive = copy, archive
        disclosure.house_key = to.key if to else ""
        disclosure.key = keeping.wrap(key, disclosure.reference)
        disclosure.sealed_by, disclosure.sealed_at = by, minute(at)
        disclosure.seed, disclosure.choices = b"", {}
        disclosure.save()
        disclosure.pieces.update(told="", hidden=[], kept=[])
        _record(by, disclosure)
    return disclosure


def _must_be_as_seen(by: Worker, disclosure: Disclosure, seen: str) -> Disclosure:
    with transaction.atomic():
        disclosure = still_open(by, disclosure)
        list(Consent.objects.select_for_update().filter(pk__in=needed(disclosure)).order_by("pk"))
        must_stand(by=by, disclosure=disclosure)
        now = preparing.basis(disclosure, by=by, names=preparing.known(by=by))
        if not seen or seen != disclosure.basis or seen != now:
            raise ChangedSince
        if not disclosure.is_ready:
            raise NotReady
        return disclosure


class _Alone:
    """A file being written by nobody else; gone at the end unless it was kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def kept(self, mime: str) -> Blob:
        """Keep what was written. Raises Busy when another took it for abandoned meanwhile."""
        self.file.flush()
        if not self.is_ours:
            raise Busy
        self.file.close()
        return keep_sealed(self.path, mime)

    @property
    def is_ours(self) -> bool:
        """Whether the file that stands there is the one being written here."""
        try:
            return self.path.stat().st_ino == self.inode
        except FileNotFoundError:
            return False

    def __enter__(self) -> "_Alone":
        """Open it. Raises Busy."""
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        if self.path.exists() and time.time() - self.path.stat().st_mtime > STALE_S:
            self.path.unlink(missing_ok=True)
        try:
            self.path.touch(mode=0o600, exist_ok=False)
        except FileExistsError as error:
            raise Busy from error
        self.file = self.path.open("wb")
        self.inode = os.fstat(self.file.fileno()).st_ino
        return self

    def __exit__(self, *_: object) -> None:
        """Close it, and take away what was not kept."""
        self.file.close()
        if self.is_ours:
            self.path.unlink(missing_ok=True)


def underway(disclosure: Disclosure) -> Path:
    """Return where the file is written while it is being sealed."""
    return Path(settings.MEDIA_ROOT) / f"envoi-{disclosure.reference}.part"


@transaction.atomic
def note_handed(
    *, by: Worker, disclosure: Disclosure, on: date | None = None, how: str = ""
) -> None:
    """Note that it was handed over, once; also one that is taken back since. Raises NotAllowed,
    NotSealed; ValueError for a day that cannot be.
    """
    disclosure = writable(by, disclosure)
    if not disclosure.sealed_at:
        raise NotSealed
    on = on or timezone.localdate()
    if not timezone.localtime(disclosure.sealed_at).date() <= on <= timezone.localdate():
        raise ValueError("a day that has not come, or before it was sealed")
    if disclosure.handed_on:
        return
    disclosure.handed_on, disclosure.handed_how = on, how.strip()
    disclosure.save(update_fields=["handed_on", "handed_how"])
    _record(by, disclosure)


def to_write_to(*, consent: Consent, by: Worker) -> list[Disclosure]:
    """Return what was handed over on an agreement that is taken back: a letter is to be sent."""
    found = Disclosure.objects.visible_to(by).exclude(handed_on=None)
    return list(found.filter(Q(consent=consent) | Q(pieces__consent=consent)).distinct())


def of_dossier(*, dossier: Dossier, by: Worker) -> list[tuple[Disclosure, bool]]:
    """Return the sendings sealed of a person, the latest first, as `by` may know; and whether they
    may open the sending itself, which may be of others too.
    """
    theirs = Disclosed.objects.filter(consent__dossier=dossier)
    seen = Consent.objects.visible_to(by).filter(dossier=dossier)
    hidden = theirs.exclude(
        Q(consent__in=seen)
        & (Q(writing=None) | Q(writing__notebook__in=Notebook.objects.visible_to(by)))
    )
    found = Disclosure.objects.filter(sealed_at__isnull=False, pk__in=theirs.values("disclosure"))
    found = found.exclude(pk__in=hidden.values("disclosure")).select_related("sealed_by", "mission")
    whole = set(Disclosure.objects.visible_to(by).filter(pk__in=found).values_list("pk", flat=True))
    return [(one, one.pk in whole) for one in found.order_by("-sealed_at", "-pk")]


def _record(by: Worker, disclosure: Disclosure) -> None:
    """Note in each notebook it is taken from, and of each person, that something left."""
    record_each(by=by, notebook_ids=notebooks_of(disclosure), act=Entry.Act.SENT)
