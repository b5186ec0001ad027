"""Destroying what a slip says: told exactly before, then done, a dossier in one transaction.

What goes is found by following `fates.TIES`; what of it stands elsewhere, by `tied` and `sweeping`.
`cleaning` then takes the bytes out of the database file, which is done outside of a transaction.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from dossier.disclosures.models import Allowed, Disclosed, Disclosure
from dossier.establishment.models import Worker
from dossier.files.actions import SIZES
from dossier.files.models import Blob
from dossier.journal.cutting import take_off
from dossier.journal.models import Entry
from dossier.notebooks import search
from dossier.notebooks.models import (
    Attachment,
    Draft,
    Heading,
    LabelChange,
    NotAllowed,
    Notebook,
    Relabelled,
    Tag,
    Tagging,
    Writing,
)
from dossier.persons.models import Dossier, Person
from dossier.retention import cleaning, rules, slips, sweeping, tied, unsettled
from dossier.retention.actions import Asked, NoVisa, TooEarly, now_or
from dossier.retention.fates import GOES, LOOSENED, PUBLIC, TIES
from dossier.retention.models import Archive, Certificate, Slip, SlipLine
from dossier.retention.sweeping import Gone, Place, Who

DESTROYED = (SlipLine.Decision.DESTROY, SlipLine.Decision.DEPOSIT)


class NothingDecided(Exception):
    """No line of the slip was decided to be destroyed, or all that were are done."""


class NotTakenOut(Exception):
    """What goes to the archives has not been taken out of here since it was decided."""


@dataclass(frozen=True)
class Plan:
    """What the destruction of a line would do: how many rows of which table, which files, where
    the name would be replaced elsewhere. It `needs`: why it may not be done yet, by key.
    """

    line: SlipLine
    rows: dict[str, int]
    versions: int
    files: int
    octets: int
    places: list[Place]
    needs: tuple[str, ...] = ()

    @property
    def sure(self) -> list[Place]:
        """The places where the name is replaced without asking."""
        return [one for one in self.places if not one.is_doubtful]

    @property
    def doubtful(self) -> list[Place]:
        """The places where somebody else may be meant: left unless one says otherwise."""
        return [one for one in self.places if one.is_doubtful]

    def told_to(self, worker: Worker) -> list[Place]:
        """Return the places that `worker` may know of: where they read, what is theirs, and the
        texts of the house.
        """
        seen = set(Notebook.objects.visible_to(worker).values_list("pk", flat=True))
        return [
            one
            for one in self.places
            if one.table in PUBLIC
            or (one.author == worker.pk if one.author else one.notebook in seen)
        ]


@dataclass
class _Found:
    """What a destruction takes: rows by table, files, and who is looked for elsewhere."""

    notebooks: set[int]
    rows: Gone
    who: Who
    blobs: list[Blob] = field(default_factory=list)
    sendings: set[int] = field(default_factory=set)

    @property
    def writings(self) -> set[int]:
        """The numbers of the writings that go."""
        return self.rows.get(Writing, set())


def plan(slip: Slip) -> list[Plan]:
    """Return what the destruction of each line of `slip` that is decided would do; reads only."""
    return [planned(line) for line in waiting(slip)]


def waiting(slip: Slip) -> list[SlipLine]:
    """Return the lines decided to be destroyed that are not."""
    lines = slip.lines.filter(done_at=None, decision__in=DESTROYED, archive__isnull=False)
    around = ("slip", "archive__dossier__person", "archive__dossier__notebook")
    return list(lines.select_related(*around))


def planned(line: SlipLine) -> Plan:
    """Return what the destruction of a line would do; reads only."""
    found = _found(line.archive.dossier)
    history = Writing.history.model
    return Plan(
        line=line,
        rows=_counted(found),
        versions=len(found.rows.get(history, ())),
        files=len(found.blobs),
        octets=sum(one.size for one in found.blobs),
        places=sweeping.look(found.who),
        needs=tuple(missing(line)),
    )


def goes(dossier: Dossier) -> dict[str, int]:
    """Return how many rows of which table would go with a dossier; reads only, and does not look
    for the name elsewhere.
    """
    return _counted(_found(dossier))


def _counted(found: _Found) -> dict[str, int]:
    return {
        model._meta.label_lower: len(pks)
        for model, pks in sorted(found.rows.items(), key=lambda one: one[0]._meta.label_lower)
        if pks
    }


def missing(line: SlipLine) -> Iterable[str]:
    """Yield what a line misses to be destroyed: "asked", "visa", "early", "held", "deposit",
    "taken-out".
    """
    archive = line.archive
    if unsettled.unanswered(archive.dossier):
        yield "asked"
    if line.slip.needs_visa and not (rules.is_reason(line.slip.visa) and line.slip.visa_on):
        yield "visa"
    if archive.hold.strip():
        yield "held"
    elif not rules.may_be_proposed(archive.keep_until, "", timezone.localdate()):
        yield "early"
    if line.decision == SlipLine.Decision.DEPOSIT:
        if not rules.is_reason(line.deposit):
            yield "deposit"
        if not line.taken_out_at or line.taken_out_at < line.decided_at:
            yield "taken-out"


WHY_NOT = {
    "asked": Asked,
    "visa": NoVisa,
    "early": TooEarly,
    "held": TooEarly,
    "deposit": NotTakenOut,
    "taken-out": NotTakenOut,
}


def destroy(
    *,
    by: Worker,
    slip: Slip,
    replace: Collection[str] = (),
    replace_unseen: bool = False,
    lines: Collection[int] | None = None,
    at: datetime | None = None,
) -> list[Certificate]:
    """Destroy what `slip` says, line by line, and return a certificate for each; with `lines`, no
    other than those, which were shown.

    A doubtful name is left, unless `replace` holds its `code`; where `by` does not read,
    `replace_unseen` says for all. Raises NotAllowed unless `by` answers for each line,
    NothingDecided, and before anything is destroyed Asked, NoVisa, TooEarly or NotTakenOut for
    what a line misses; what a line comes to miss meanwhile stops before it. `cleaning.clean` is to
    follow, outside of a transaction.
    """
    told = [line for line in waiting(slip) if lines is None or line.pk in lines]
    if not told:
        raise NothingDecided
    kept = set(SlipLine.objects.kept_by(by).filter(slip=slip).values_list("pk", flat=True))
    if any(line.pk not in kept for line in told):
        raise NotAllowed
    for line in told:
        _must_miss_nothing(line)
    cleaning.begin()
    made = [_destroy(line, by, set(replace), replace_unseen, at) for line in told]
    done = [one for one in made if one]
    if not done:
        raise NothingDecided
    return done


def _must_miss_nothing(line: SlipLine) -> None:
    for need in missing(line):
        raise WHY_NOT[need]


def _held(line: SlipLine) -> SlipLine | None:
    """Return a line as it is now, held until the transaction ends; None when it waits no more."""
    SlipLine.objects.select_for_update().filter(pk=line.pk).first()
    Archive.objects.select_for_update().filter(pk=line.archive_id).first()
    return next((one for one in waiting(line.slip) if one.pk == line.pk), None)


def _destroy(
    line: SlipLine, by: Worker, chosen: set[str], unseen: bool, at: datetime | None
) -> Certificate | None:
    with transaction.atomic():
        line = _held(line)
        if not line:
            return None
        _must_miss_nothing(line)
        found = _found(line.archive.dossier)
        told = Plan(line, {}, 0, 0, 0, sweeping.look(found.who))
        seen = {one.code for one in told.told_to(by)}
        places = [
            one
            for one in told.places
            if not one.is_doubtful or one.code in chosen or (unseen and one.code not in seen)
        ]
        names = slips.names_known(line.archive.dossier)
        changed = _leave(found, by, at)
        labels = labels_of(found.writings)
        copies = {"copy": None, "archive": None, "key": b""}
        Disclosure.objects.filter(pk__in=found.sendings).update(**copies)
        take(found.rows)
        labels_left(labels)
        changed |= sweeping.replace(found.who, places)
        sweeping.reindex(changed - found.writings)
        paths = files_of(found.blobs)
        transaction.on_commit(lambda: unlink(paths))
        return _certify(line, found, _elsewhere(places), names, by, at)


def unlink(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _elsewhere(places: Iterable[Place]) -> int:
    """Return in how many rows that stay the name was replaced."""
    return len({(one.table, one.pk) for one in places})


def _found(dossier: Dossier) -> _Found:
    """Return all that goes with a dossier; reads only."""
    notebooks = set(slips.notebooks_of(dossier))
    rows = closure({Dossier: {dossier.pk}, Person: {dossier.person_id}, Notebook: set(notebooks)})
    writings = rows.get(Writing, set())
    drafts = tied.drafts_of(notebooks, writings)
    rows[Draft] = {one.pk for one in drafts}
    pending = Q(pk__in=[])
    for one in drafts:
        pending |= Q(author=one.author_id, key=one.key)
    more = set(Attachment.objects.filter(pending, writing=None).values_list("pk", flat=True))
    more |= tied.taken_files(writings)
    for model, pks in closure({Attachment: more}).items():
        rows[model] = rows.get(model, set()) | pks
    touched = _sendings(rows)
    who = Who.of(dossier.person, notebooks, rows)
    found = _Found(notebooks, rows, who, sendings=touched)
    found.blobs = [*blobs_of(rows.get(Attachment, set())), *_copies(touched)]
    rows[Blob] = {one.pk for one in found.blobs}
    return found


def _sendings(rows: Gone) -> set[int]:
    """Return the sendings that hold something of what goes; those that hold nothing else go too."""
    gone = rows.get(Disclosed, set())
    touched = set(rows.get(Disclosure, set()))
    for some in tied.chunks(gone):
        of = Disclosed.objects.filter(pk__in=some)
        touched |= set(of.values_list("disclosure", flat=True))
    held = Disclosed.objects.filter(disclosure__in=touched).values_list("disclosure", "pk")
    left = {one for one, pk in held if pk not in gone}
    for model, pks in closure({Disclosure: touched - left}).items():
        if pks:
            rows[model] = rows.get(model, set()) | pks
    return touched


def _copies(sendings: set[int]) -> list[Blob]:
    """Return the files of sendings, as they left."""
    held = Disclosure.objects.filter(pk__in=sendings).values_list("copy", "archive")
    return list(Blob.objects.filter(pk__in={pk for row in held for pk in row if pk}))


@cache
def _pointing() -> dict[type[models.Model], list[tuple[type[models.Model], str]]]:
    """Return, by table, the fields whose rows go with the rows of it."""
    found: dict[type[models.Model], list[tuple[type[models.Model], str]]] = {}
    for name, fate in TIES.items():
        label, _, field_name = name.rpartition(".")
        model = apps.get_model(label)
        if fate == GOES:
            target = model._meta.get_field(field_name).related_model
            found.setdefault(target, []).append((model, field_name))
    return found


def closure(start: Gone) -> Gone:
    """Return the rows that go with those of `start`, and with those, and so on."""
    gone: Gone = {model: set(pks) for model, pks in start.items()}
    todo = [(model, set(pks)) for model, pks in start.items()]
    while todo:
        target, pks = todo.pop()
        for model, name in _pointing().get(target, ()):
            found: set[int] = set()
            for some in tied.chunks(pks):
                rows = model._base_manager.filter(**{f"{name}__in": some})
                found |= set(rows.values_list("pk", flat=True))
            fresh = found - gone.setdefault(model, set())
            if fresh:
                gone[model] |= fresh
                todo.append((model, fresh))
    return gone


def blobs_of(attachments: set[int]) -> list[Blob]:
    """Return the files that nothing holds but these attachments."""
    held = Blob._meta.related_objects
    found = []
    mine = set()
    for some in tied.chunks(attachments):
        rows = Attachment.objects.filter(pk__in=some)
        mine |= set(rows.values_list("blob", flat=True))
    for some in tied.chunks(mine):
        for blob in Blob.objects.filter(pk__in=some).defer("text"):
            others = 0
            for one in held:
                rows = one.related_model._base_manager.filter(**{one.field.name: blob.pk})
                if one.related_model is Attachment:
                    others += sum(pk not in attachments for pk in rows.values_list("pk", flat=True))
                elif not one.related_model._meta.model_name.startswith("historical"):
                    others += rows.count()
            found += [] if others else [blob]
    return found


def _leave(found: _Found, by: Worker, at: datetime | None) -> set[int]:
    """Settle what other notebooks hold of it; return the numbers of the writings changed."""
    changed = tied.leave_pieces(found.writings, by=by, at=at)
    changed |= tied.untie_tellings(found.writings)
    tied.loosen_points(found.writings)
    tied.clear_drafts(found.writings)
    tied.history_elsewhere(found.notebooks)
    archives = {
        pk for model, pks in found.rows.items() if model.__name__ == "Archive" for pk in pks
    }
    tied.forget_sent(found.notebooks, found.writings, archives)
    return changed


def take(rows: Gone) -> None:
    """Delete rows, and loosen what pointed to them; for the acts of this floor."""
    writings = rows.get(Writing, set())
    take_off(rows.get(Entry, set()), writings)
    for some in tied.chunks(writings):
        for position in Writing.objects.filter(pk__in=some).values_list("position", flat=True):
            search.forget(position)
    for name, fate in TIES.items():
        label, _, field_name = name.rpartition(".")
        model = apps.get_model(label)
        target = model._meta.get_field(field_name).related_model
        if fate == LOOSENED:
            for some in tied.chunks(rows.get(target, ())):
                held = model._base_manager.filter(**{f"{field_name}__in": some})
                held.update(**{field_name: None})
    for model, pks in rows.items():
        for some in tied.chunks(pks):
            held = model._base_manager.filter(pk__in=some)
            held._raw_delete(held.db)  # the order matters not: ties are checked at the end


def labels_of(writings: set[int]) -> dict[type[models.Model], set[int]]:
    """Return the headings, tags and changes of labels that these writings bear, now or before."""
    found: dict[type[models.Model], set[int]] = {Heading: set(), Tag: set(), LabelChange: set()}
    for some in tied.chunks(writings):
        for rows in (Writing.objects.filter(pk__in=some), Writing.history.filter(id__in=some)):
            found[Heading] |= set(rows.values_list("heading_id", flat=True))
            words = {
                word
                for line in rows.values_list("tag_words", flat=True)
                for word in line.split(", ")
            }
            found[Tag] |= set(Tag.objects.filter(name__in=words).values_list("pk", flat=True))
        tags = Tagging.objects.filter(writing__in=some)
        found[Tag] |= set(tags.values_list("tag", flat=True))
        changes = Relabelled.objects.filter(writing__in=some)
        found[LabelChange] |= set(changes.values_list("change", flat=True))
    return {model: pks - {None} for model, pks in found.items()}


def labels_left(labels: dict[type[models.Model], set[int]]) -> None:
    """Delete the labels that no writing bears any more, and the changes that tell of none; a
    heading of which an agreement of somebody else speaks stays.
    """
    for one in LabelChange.objects.filter(pk__in=labels[LabelChange]):
        if not Relabelled.objects.filter(change=one).exists():
            model = Heading if one.sort == Heading.SORT else Tag
            found = model.objects.filter(name__in=[one.old, one.new])
            labels[model] |= set(found.values_list("pk", flat=True))
            one.delete()
    for one in Heading.objects.filter(pk__in=labels[Heading]):
        is_borne = Writing.objects.filter(heading=one).exists()
        if not is_borne and not Allowed.objects.filter(heading=one).exists():
            one.delete()
    for one in Tag.objects.filter(pk__in=labels[Tag]):
        if not Tagging.objects.filter(tag=one).exists():
            one.delete()


def files_of(blobs: Iterable[Blob]) -> list[Path]:
    """Return where the bytes of files are, to be taken off the disk once all is settled."""
    return [one.path(size) for one in blobs for size in ("content", *SIZES)]


def _certify(
    line: SlipLine,
    found: _Found,
    elsewhere: int,
    names: slips.KnownNames,
    by: Worker,
    at: datetime | None,
) -> Certificate:
    now = now_or(at)
    line.refresh_from_db()
    line.done_at = now
    for name in ("basis", "reason", "deposit"):
        setattr(line, name, names.taken_out(getattr(line, name)))
    line.save()
    number = (Certificate.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    return Certificate.objects.create(
        number=number,
        line=line,
        on=timezone.localtime(now).date(),
        by=by,
        basis=line.basis,
        visa=names.taken_out(line.slip.visa),
        writings=len(found.writings),
        versions=len(found.rows.get(Writing.history.model, ())),
        files=len(found.blobs),
        elsewhere=elsewhere,
    )
