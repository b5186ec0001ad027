"""Acts on archives and on slips: a dossier is closed, opened, brought back; its end is decided."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from dossier.establishment.actions import hold_keeping
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions as notebooks
from dossier.notebooks.actions import give, permission
from dossier.notebooks.models import (
    KEEP,
    READ,
    NotAllowed,
    Notebook,
    NotebookQuerySet,
    TeamGrant,
    WorkerGrant,
)
from dossier.notebooks.sharing import kept_on
from dossier.persons.actions import note_stay
from dossier.persons.models import Dossier
from dossier.retention import rules, slips, unsettled
from dossier.retention.models import Archive, ArchiveOpening, ArchiveReader, Slip, SlipLine
from dossier.rights.actions import terms
from dossier.rights.models import Frame

OPEN_FOR = timedelta(days=7)


class Already(Exception):
    """It was done already: closed, or on a slip."""


class TooEarly(Exception):
    """The time to keep has not passed, or somebody holds it."""


class Asked(Exception):
    """A request waits for its answer, and its time runs."""


class NoReason(ValueError):
    """A reason is what makes an archive open, be kept longer or less long than the law proposes,
    or closed while a stay goes on.
    """


class NoVisa(Exception):
    """Public archives are destroyed with the visa of the departmental archives alone."""


def now_or(at: datetime | None) -> datetime:
    """Return `at`, or now, without seconds."""
    return (at or timezone.now()).replace(second=0, microsecond=0)


def must_keep(by: Worker, archive: Archive) -> None:
    """Raise NotAllowed unless `by` answers for `archive`."""
    if not Archive.objects.kept_by(by).filter(pk=archive.pk).exists():
        raise NotAllowed


@transaction.atomic
def close(
    *,
    by: Worker,
    dossier: Dossier,
    last_contact_on: date,
    why: str = "",
    keep_until: date | None = None,
    keep_why: str = "",
    ended_on: date | None = None,
    at: datetime | None = None,
) -> Archive:
    """Put a dossier in intermediate archive: nobody reads it in daily use any more.

    What could be done there, and in the circles around it, is remembered (`ArchiveReader`).
    `keep_until` is when its elimination may be proposed: the longest reading of the law
    (`rules.readings`) for None; an earlier day needs `keep_why`. A stay that goes on is ended on
    `ended_on`, or `why` says why not. Drafts stay their authors'. Raises NotAllowed unless `by`
    keeps the notebook; Already; Asked while a request waits for its answer; NoReason; ValueError
    for a stay that would end before it began.
    """
    notebook = dossier.notebook
    hold_keeping(by)
    notebooks.must_keep(by, notebook)
    if Archive.objects.filter(dossier=dossier).exists():
        raise Already
    if unsettled.unanswered(dossier):
        raise Asked
    _end(by, dossier, ended_on, why, timezone.localtime(now_or(at)).date())
    told = rules.readings(last_contact_on, dossier.person.born_until, terms())
    keep_until = keep_until or rules.proposed_until(told)
    if rules.departs(keep_until, told) and not keep_why.strip():
        raise NoReason
    archive = Archive.objects.create(
        dossier=dossier,
        last_contact_on=last_contact_on,
        why=why,
        keep_until=keep_until,
        keep_why=keep_why.strip(),
        by=by,
        at=now_or(at),
    )
    _remember(archive, notebook)
    for circle in circles_of(notebook):
        _remember(archive, circle, circle=circle)
    record(by=by, notebook=notebook, act=Entry.Act.ARCHIVED, at=at)
    return archive


def _end(by: Worker, dossier: Dossier, on: date | None, why: str, today: date) -> None:
    stays = unsettled.going_on(dossier, today)
    if stays and not on and not why.strip():
        raise NoReason
    if on and any(one.from_on and one.from_on > on for one in stays):
        raise ValueError("a stay that ends before it began")
    for one in stays if on else ():
        told = {name: getattr(one, name) for name in ("team", "service", "from_on", "word")}
        note_stay(by=by, dossier=dossier, stay=one, until_on=on, **told)


def circles_of(notebook: Notebook) -> NotebookQuerySet:
    """Return the circles around a notebook, whoever reads them."""
    return Notebook.objects.filter(circle__around=notebook).order_by("pk")


def _remember(archive: Archive, notebook: Notebook, circle: Notebook | None = None) -> None:
    """Make rows of the grants of a notebook, and take them away."""
    for model, who in ((WorkerGrant, "user_id"), (TeamGrant, "group_id")):
        grants = model.objects.filter(content_object=notebook)
        for one in grants.select_related("permission"):
            ArchiveReader.objects.create(
                archive=archive,
                circle=circle,
                **{"worker_id" if who == "user_id" else "team_id": getattr(one, who)},
                level=one.permission.codename,
                reason=one.reason,
                until=one.until,
                given_by_id=one.given_by_id,
            )
        grants.delete()


@transaction.atomic
def open_archive(
    *, by: Worker, archive: Archive, reason: str, at: datetime | None = None
) -> ArchiveOpening:
    """Open an archive to `by` for OPEN_FOR, to be read, with the circles around it that they read;
    who answers for it sees who and why.

    Raises NotAllowed unless `by` read it before, NoReason without one.
    """
    if not Archive.objects.visible_to(by).filter(pk=archive.pk).exists():
        raise NotAllowed
    if not rules.is_reason(reason):
        raise NoReason
    now, notebook = now_or(at), archive.dossier.notebook
    until = now + OPEN_FOR
    told = {"reason": reason.strip()[:500], "until": until}
    mine = Q(worker=by) | Q(team__in=by.groups.all())
    held = archive.readers.in_force().filter(mine, circle__isnull=False).values("circle")
    for one in (notebook, *circles_of(notebook).filter(pk__in=held)):
        give(by=by, notebook=one, to=by, level=READ, **told)
    record(by=by, notebook=notebook, act=Entry.Act.REOPENED, at=at)
    return ArchiveOpening.objects.create(archive=archive, by=by, at=now, **told)


@transaction.atomic
def shut_archive(*, by: Worker, archive: Archive) -> None:
    """Close before its time what `by` opened."""
    notebook = archive.dossier.notebook
    shut = [notebook, *circles_of(notebook)]
    WorkerGrant.objects.filter(content_object__in=shut, user=by).delete()


@transaction.atomic
def bring_back(*, by: Worker, archive: Archive, at: datetime | None = None) -> Notebook:
    """Bring a dossier back to daily use: each has what they had, but those who left and what has
    ended since. `by` keeps the notebook, so that it is never without a keeper; a circle whose
    keepers all left is kept by those who wrote there, or read it, else by `by`.

    Raises NotAllowed unless `by` answers for it; Already while it is on a slip to be decided.
    """
    hold_keeping(by)
    must_keep(by, archive)
    if archive.slip_lines.filter(done_at=None).exclude(decision=SlipLine.Decision.KEEP).exists():
        raise Already
    notebook = archive.dossier.notebook
    circles = list(circles_of(notebook))
    WorkerGrant.objects.filter(content_object__in=[notebook, *circles]).delete()
    still = archive.readers.in_force().exclude(worker__is_active=False)
    for one in still.select_related("worker", "team", "circle"):
        model, who = (WorkerGrant, "user") if one.worker else (TeamGrant, "group")
        model.objects.create(
            content_object=one.circle or notebook,
            permission=permission(one.level),
            given_by_id=one.given_by_id,
            given_at=None,
            reason=one.reason,
            until=one.until,
            **{who: one.worker or one.team},
        )
    if not Notebook.objects.kept_by(by).filter(pk=notebook.pk).exists():
        give(by=by, notebook=notebook, to=by, level=KEEP)
    for one in circles:
        if not kept_on(one):
            give(by=by, notebook=one, to=by, level=KEEP)
    archive.slip_lines.update(archive=None)
    archive.delete()
    record(by=by, notebook=notebook, act=Entry.Act.REOPENED, at=at)
    return notebook


@transaction.atomic
def hold(*, by: Worker, archive: Archive, why: str) -> None:
    """Say why an archive is kept longer, or that nothing holds it any more (empty).

    Raises NotAllowed unless `by` answers for it.
    """
    Archive.objects.select_for_update().filter(pk=archive.pk).first()  # it may be going
    must_keep(by, archive)
    archive.hold = why.strip()
    archive.save(update_fields=["hold"])
    record(by=by, notebook=archive.dossier.notebook, act=Entry.Act.DESCRIBED)


def may_go(archive: Archive, today: date) -> bool:
    """Whether the elimination of `archive` may be proposed, and is not yet."""
    waits = archive.slip_lines.filter(done_at=None)
    waits = waits.exclude(decision=SlipLine.Decision.KEEP)
    return rules.may_be_proposed(archive.keep_until, archive.hold, today) and not waits.exists()


@transaction.atomic
def make_slip(*, by: Worker, archives: Iterable[Archive], at: datetime | None = None) -> Slip:
    """Put archives on a new slip, each told without a name.

    Raises NotAllowed unless `by` answers for each, TooEarly for one whose time has not passed or
    that somebody holds, Already for one that waits on another slip, ValueError for none.
    """
    archives = list(archives)
    if not archives:
        raise ValueError("a slip holds something")
    now = now_or(at)
    for one in archives:
        must_keep(by, one)
        if one.slip_lines.filter(done_at=None).exclude(decision=SlipLine.Decision.KEEP).exists():
            raise Already
        if not may_go(one, timezone.localtime(now).date()):
            raise TooEarly
    number = (Slip.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    needs = Frame.here().has_public_mission
    slip = Slip.objects.create(number=number, made_by=by, made_at=now, needs_visa=needs)
    for one in archives:
        SlipLine.objects.create(slip=slip, archive=one, **slips.told(one))
        record(by=by, notebook=one.dossier.notebook, act=Entry.Act.PRINTED, at=at)
    return slip


@transaction.atomic
def note_visa(*, by: Worker, slip: Slip, visa: str, on: date | None = None) -> None:
    """Note the reference and the day of the visa of the departmental archives (L212-2).

    Raises NotAllowed unless `by` answers for a line that is still there.
    """
    if not slip.lines.kept_by(by).exists():
        raise NotAllowed
    slip.visa = visa.strip()
    slip.visa_on = (on or timezone.localdate()) if slip.visa else None
    slip.save(update_fields=["visa", "visa_on"])


@transaction.atomic
def decide(
    *,
    by: Worker,
    line: SlipLine,
    decision: str,
    reason: str = "",
    deposit: str = "",
    at: datetime | None = None,
) -> None:
    """Say what becomes of a line: destroy, deposit (under which reference), keep longer (why).

    To keep longer holds the archive. Raises NotAllowed unless `by` answers for it, Already for one
    that is done, ValueError for no such decision, NoReason for what misses its word.
    """
    SlipLine.objects.select_for_update().filter(pk=line.pk).first()  # it may be being done
    if not SlipLine.objects.kept_by(by).filter(pk=line.pk).exists():
        raise NotAllowed
    if line.done_at:
        raise Already
    if decision not in SlipLine.Decision:
        raise ValueError("a decision there is not")
    needed = {SlipLine.Decision.KEEP: reason, SlipLine.Decision.DEPOSIT: deposit}
    if not rules.is_reason(needed.get(decision, "said")):
        raise NoReason
    line.decision, line.reason, line.deposit = decision, reason.strip(), deposit.strip()
    line.decided_by, line.decided_at = by, now_or(at)
    line.save()
    if decision == SlipLine.Decision.KEEP:
        line.archive.hold = line.reason
        line.archive.save(update_fields=["hold"])
    record(by=by, notebook=line.archive.dossier.notebook, act=Entry.Act.DESCRIBED, at=at)


@transaction.atomic
def note_taken_out(*, by: Worker, line: SlipLine, at: datetime | None = None) -> None:
    """Note that the file of a line, for the archives, was taken out of here. Raises NotAllowed
    unless `by` answers for it.
    """
    if not SlipLine.objects.kept_by(by).filter(pk=line.pk).exists():
        raise NotAllowed
    SlipLine.objects.filter(pk=line.pk).update(taken_out_at=now_or(at))
    record(by=by, notebook=line.archive.dossier.notebook, act=Entry.Act.PRINTED, at=at)
