"""Notebooks and what is written in them; who may read is decided here and nowhere else."""

import uuid
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db import connection, models
from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase
from simple_history.models import HistoricalRecords

from dossier.establishment.house import said
from dossier.establishment.models import Team, Worker
from dossier.files.models import Blob

KEEP, WRITE, READ = "keep_notebook", "write_notebook", "read_notebook"
KEEPERS, WRITERS, READERS = (KEEP,), (KEEP, WRITE), (KEEP, WRITE, READ)
MAY = {KEEP: "garde {cahier.le}", WRITE: "peut écrire dans {cahier.le}", READ: "lit {cahier.le}"}


# Written by hand because every page asks it several times: building it took longer than running it.
# The indexes of the grants hold all that it reads.
GRANTED = """
    SELECT g.content_object_id{telling} FROM dossier_teamgrant g{named}
      JOIN dossier_worker_groups m ON m.group_id = g.group_id
     WHERE m.worker_id = %s AND (g.until IS NULL OR g.until > %s){among}
    {union}
    SELECT g.content_object_id{telling} FROM dossier_workergrant g{named}
     WHERE g.user_id = %s AND (g.until IS NULL OR g.until > %s){among}
"""
NAMED = " JOIN auth_permission p ON p.id = g.permission_id AND p.codename IN ({})"


def granted(
    codenames: tuple[str, ...], *, telling: bool = False, among: int = 0, of: str = ""
) -> str:
    """Return the subquery of the notebooks granted by one of `codenames`, for `granted_to`, some
    several times; `telling` by which; `among` how many given ones, or the one that a column of
    the query around is (`of`). A grant of any kind lets read: which one is not asked then.
    """
    named = f"IN ({', '.join(['%s'] * among)})" if among else f"= {of}" if of else ""
    quoted = ", ".join(f"'{codename}'" for codename in codenames)
    is_any = set(codenames) == set(READERS) and not telling
    return GRANTED.format(
        # PostgreSQL takes a plain UNION as it is. It unfolds the other in the query around and,
        # with the statistics of a house that was empty, asked it for each row: minutes for a page.
        union="UNION ALL" if connection.vendor == "sqlite" else "UNION",
        telling=", p.codename" if telling else "",
        named="" if is_any else NAMED.format(quoted),
        among=f" AND g.content_object_id {named}" if named else "",
    )


def granted_to(worker: Worker, among: Collection[int] = ()) -> list[Any]:
    """Return the parameters of `granted`: the worker, now, and the notebooks it is `among`, twice.
    Nothing is granted to who left, nor to who keeps the machine, whatever the tables say.
    """
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    who = worker.pk if worker.accompanies else None
    return [who, now, *among] * 2


class NotAllowed(Exception):
    """The worker may not do this in this notebook."""


class NotebookQuerySet(models.QuerySet):
    """Sets of notebooks by what a worker may do with them."""

    def _granted(self, worker: Worker, codenames: tuple[str, ...]) -> "NotebookQuerySet":
        if not worker.is_authenticated or not worker.accompanies:
            return self.none()
        named = RawSQL(granted(codenames), granted_to(worker))  # noqa: S611 - constants
        return self.filter(pk__in=named)

    def visible_to(self, worker: Worker) -> "NotebookQuerySet":
        """Return the notebooks `worker` may read."""
        return self._granted(worker, READERS)

    def writable_by(self, worker: Worker) -> "NotebookQuerySet":
        """Return the notebooks `worker` may write in."""
        return self._granted(worker, WRITERS)

    def mentionable(self, worker: Worker) -> "NotebookQuerySet":
        """Return the notebooks that `worker` may mention: those, with a name, they may read. No
        circle: what a text says would tell others that it exists.
        """
        return self.visible_to(worker).exclude(kind__in=UNNAMED)

    def at_hand(self, worker: Worker) -> "NotebookQuerySet":
        """Return the notebooks `worker` may read and lately wrote in, the latest first."""
        lately = Writing.objects.filter(author=worker).order_by("-pk").values("pk")[:200]
        return (
            self.visible_to(worker)
            .filter(writings__in=lately)
            .annotate(lately=Max("writings__pk"))
            .order_by("-lately")
        )

    def telling_writable(self, worker: Worker) -> "NotebookQuerySet":
        """Add `is_writable`: whether `worker` may also write there."""
        sql = f"dossier_notebook.id IN ({granted(WRITERS)})"
        return self.annotate(is_writable=RawSQL(sql, granted_to(worker)))  # noqa: S611 - constants

    def kept_by(self, worker: Worker) -> "NotebookQuerySet":
        """Return the notebooks `worker` keeps: who keeps decides who else reads."""
        return self._granted(worker, KEEPERS)

    def unkept(self, *, without: Worker | None = None) -> "NotebookQuerySet":
        """Return the notebooks that nobody of the house keeps, or nobody but `without`."""
        others = Worker.objects.accompanying()
        others = others.exclude(pk=without.pk) if without else others
        in_force = Q(until__isnull=True) | Q(until__gt=timezone.now())
        told = {"content_object": OuterRef("pk"), "permission__codename": KEEP}
        direct = WorkerGrant.objects.filter(in_force, user__in=others, **told)
        through = TeamGrant.objects.filter(in_force, group__workers__in=others, **told)
        return self.exclude(Exists(direct)).exclude(Exists(through))


class Notebook(models.Model):
    """A notebook (*cahier*): where people write together about what they carry together.

    `title` is how its person, collective, project or cause is called; their acts keep it true. A
    bric-à-brac is that of a `team`, whose name it bears, or an `owner`'s own, and has no title;
    `str` says both with the word of the house, so pages show the notebook itself, never its title.
    """

    class Kind(models.TextChoices):
        """What the notebook is about, and how the house calls several of them."""

        DOSSIER = "dossier", "{dossier.pluriel}"
        COLLECTIVE = "collective", "{collectif.pluriel}"
        PROJECT = "project", "{projet.pluriel}"
        CAUSE = "cause", "{cause.pluriel}"
        BRICABRAC = "bricabrac", "{bricabrac.pluriel}"
        CIRCLE = "circle", "cercles"

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    team = models.OneToOneField(Team, on_delete=models.PROTECT, null=True, related_name="bricabrac")
    owner = models.OneToOneField(Worker, on_delete=models.PROTECT, null=True, related_name="+")

    objects = NotebookQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        permissions = [
            (KEEP, "keeps the notebook"),
            (WRITE, "writes in the notebook"),
            (READ, "reads the notebook"),
        ]

    def __str__(self) -> str:
        return called(self.kind, self.title)

    @property
    def is_circle(self) -> bool:
        """Whether it is a circle, around another notebook."""
        return self.kind == self.Kind.CIRCLE

    @property
    def kind_said(self) -> str:
        """What sort of notebook it is, in the words of the house: several of them."""
        return said(self.get_kind_display())

    @property
    def readers(self) -> list["Reader"]:
        """Who may read, what they may do and why, keepers first: two queries."""
        in_force = Q(until__isnull=True) | Q(until__gt=timezone.now())
        own = self.worker_grants.filter(
            in_force, user__is_active=True, user__is_administrator=False
        )
        teams = self.team_grants.filter(in_force)
        more = ("permission", "given_by")
        lines = [Reader(one.user.name, one) for one in own.select_related("user", *more)]
        for one in teams.select_related("group", *more):
            lines.append(Reader(said("{equipe.Le} {name}", name=one.group.name), one))
        order = {codename: place for place, codename in enumerate(READERS)}
        return sorted(lines, key=lambda line: (order[line.level], line.who))


UNNAMED = (Notebook.Kind.BRICABRAC, Notebook.Kind.CIRCLE)  # what no text may name with an @


def called(kind: str, title: str) -> str:
    """Return how a notebook is called, from its kind and title, in the words of the house."""
    if kind != Notebook.Kind.BRICABRAC:
        return title
    return said("{bricabrac.Singulier}, {title}", title=title) if title else said("{bricabrac.Mon}")


class Grant(models.Model):
    """What a grant says beside who and what: who gave it, when, why, until when."""

    given_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    given_at = models.DateTimeField(default=timezone.now, null=True)
    reason = models.CharField(max_length=500, blank=True)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Reader(NamedTuple):
    """Who may read a notebook: a worker or a team, in words, and the grant that says so."""

    who: str
    grant: Grant

    @property
    def level(self) -> str:
        """KEEP, WRITE or READ."""
        return self.grant.permission.codename

    @property
    def may(self) -> str:
        """What they may do, in the words of the house."""
        return said(MAY[self.level])

    @property
    def last_day(self) -> date | None:
        """The last local day on which they may; None without an end."""
        until = self.grant.until
        return timezone.localtime(until - timedelta(minutes=1)).date() if until else None

    @property
    def last_instant(self) -> datetime | None:
        """Until when, on that day; None for the whole day."""
        until = self.grant.until
        return until if until and timezone.localtime(until).time() >= time(0, 1) else None

    @property
    def opened_by(self) -> str:
        """Who opened it to them, in words; nothing for who opened the notebook itself."""
        one = self.grant
        if not one.given_by:
            return ""
        if isinstance(one, WorkerGrant) and one.given_by_id == one.user_id:
            return "" if self.level == KEEP else "ouvert en urgence"
        return f"ouvert par {one.given_by}"


class WorkerGrant(Grant, UserObjectPermissionBase):  # noqa: DJ008 - guardian says it in words
    """A notebook opened to a worker."""

    content_object = models.ForeignKey(
        Notebook, on_delete=models.CASCADE, related_name="worker_grants"
    )

    class Meta(UserObjectPermissionBase.Meta):
        indexes = [  # all that GRANTED reads
            models.Index(
                fields=["user", "permission", "content_object", "until"], name="dossier_user_reads"
            )
        ]


class TeamGrant(Grant, GroupObjectPermissionBase):  # noqa: DJ008 - guardian says it in words
    """A notebook opened to a team."""

    content_object = models.ForeignKey(
        Notebook, on_delete=models.CASCADE, related_name="team_grants"
    )

    class Meta(GroupObjectPermissionBase.Meta):
        indexes = [  # all that GRANTED reads
            models.Index(
                fields=["group", "permission", "content_object", "until"],
                name="dossier_group_reads",
            )
        ]


class Circle(models.Model):
    """A circle (*cercle*): a notebook apart, beside another, for what only some may read (health).

    A notebook of its own, with its own readers; each of its writings is tied to the one it is
    `around`, and shown there to who reads both (CSP L1110-4).
    """

    notebook = models.OneToOneField(Notebook, on_delete=models.CASCADE, related_name="circle")
    around = models.ForeignKey(Notebook, on_delete=models.PROTECT, related_name="circles")

    def __str__(self) -> str:
        return str(self.notebook)


class Apart(models.Model):
    """A notebook opened for a while, with a reason that is seen: what the two below share."""

    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        abstract = True


class Urgent(Apart):
    """A notebook opened at once (*en urgence*) by a worker who needed it; `seen_by` is who, of
    those who keep it, said that they have seen it.
    """

    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="urgents")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    seen_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y}"


class JournalAsked(Apart):
    """The journal of a notebook opened to the direction, for one notebook and a reason."""

    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE, related_name="journal_asked")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y}"


class LabelQuerySet(models.QuerySet):
    """Sets of headings or tags, only ever those used where the worker may read."""

    def used_in(self, notebooks: Notebook | NotebookQuerySet) -> "LabelQuerySet":
        """Return those put on the writings of a notebook, or of several."""
        many = isinstance(notebooks, models.QuerySet)
        where = {"notebook__in" if many else "notebook": notebooks}
        return self.filter(Exists(self.model.uses().filter(**where)))

    def used_where(self, worker: Worker) -> "LabelQuerySet":
        """Return those used where `worker` may read."""
        return self.used_in(Notebook.objects.visible_to(worker))

    def suggested_to(self, worker: Worker, notebook: Notebook | None) -> "LabelQuerySet":
        """Return those used where `worker` may read, those of `notebook` first; none of those
        that one of their teams retired.
        """
        retired = Retired.objects.filter(team__in=worker.teams, sort=self.model.SORT)
        found = self.used_where(worker).exclude(name__in=retired.values("name"))
        if not notebook:
            return found.order_by("folded")
        here = Exists(self.model.uses().filter(notebook=notebook))
        return found.annotate(is_here=here).order_by("-is_here", "folded")


class Label(models.Model):
    """A word people put on writings, made while writing; `folded` is what its spellings share.

    A spelling belongs to nobody: only what it is put on says who may know of it.
    """

    name = models.CharField(max_length=80, unique=True)
    folded = models.CharField(max_length=80, db_index=True)

    objects = LabelQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["folded", "name"]

    def __str__(self) -> str:
        return self.name


class Heading(Label):
    """A heading (*rubrique*): free, made on the spot."""

    SORT = "heading"

    @staticmethod
    def uses() -> models.QuerySet:
        """Return the writings under a heading, for a query about headings."""
        return Writing.objects.filter(heading=OuterRef("pk"))


class Tag(Label):
    """A tag (*étiquette*)."""

    SORT = "tag"

    @staticmethod
    def uses() -> models.QuerySet:
        """Return the uses of a tag, for a query about tags."""
        return Tagging.objects.filter(tag=OuterRef("pk"))


class WritingQuerySet(models.QuerySet):
    """Sets of writings."""

    def visible_to(self, worker: Worker) -> "WritingQuerySet":
        """Return the writings `worker` may read: those of the notebooks they may read."""
        return self.filter(notebook__in=Notebook.objects.visible_to(worker))

    def assembled(self) -> "WritingQuerySet":
        """Return the writings that take up others."""
        return self.filter(pk__in=Piece.objects.filter(until=None).values("writing"))

    def correctable_by(self, worker: Worker) -> "WritingQuerySet":
        """Return the writings `worker` may sign anew: their own and those with several hands, where
        they may write.
        """
        mine = Q(author=worker) | Q(is_common=True)
        return self.filter(mine, notebook__in=Notebook.objects.writable_by(worker))

    def for_reading(self) -> "WritingQuerySet":
        """Join what every page shows beside the text."""
        return self.select_related("notebook", "author", "heading")


class Writing(models.Model):
    """A signed writing (*écrit*), in exactly one notebook.

    `position` orders writings by when things happened and names their place in the search
    index: seconds since 1970 × 2^30, plus the milliseconds of signing modulo 2^30
    (`rules.position`). Instants shown have no seconds. `tag_words` are the tags as written, so
    that former versions keep theirs. A text with several hands (`is_common`: that of a project,
    the conclusions of a meeting) is corrected by whoever writes in its notebook.
    """

    class Voice(models.TextChoices):
        """Who is speaking."""

        WORKER = "worker", "{professionnel.singulier}"
        PERSON = "person", "{personne.le}"
        RELATIVE = "relative", "{proche.un}"

        @property
        def said(self) -> str:
            """Who is speaking, in the words of the house."""
            return said(self.label)

    notebook = models.ForeignKey(
        Notebook, on_delete=models.PROTECT, related_name="writings", db_index=False
    )
    author = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField(default=uuid.uuid4)
    text = models.TextField()
    heading = models.ForeignKey(
        Heading, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    tags = models.ManyToManyField(Tag, through="Tagging", related_name="+")
    tag_words = models.TextField(blank=True)
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.WORKER)
    speaker = models.CharField(max_length=200, blank=True)
    moment = models.CharField(max_length=200, blank=True)
    occurred_on = models.DateField(null=True)
    occurred_time = models.TimeField(null=True)
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    signed_at = models.DateTimeField()
    position = models.BigIntegerField(unique=True)
    version = models.PositiveSmallIntegerField(default=1)
    corrected_at = models.DateTimeField(null=True)
    is_common = models.BooleanField(default=False)

    objects = WritingQuerySet.as_manager()
    history = HistoricalRecords(
        cascade_delete_history=True,
        excluded_fields=["key", "position", "is_common"],
        related_name="versions",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="written_once")]
        indexes = [
            models.Index(fields=["notebook", "position"], name="timeline"),
            models.Index(fields=["notebook", "heading", "position"], name="timeline_by_heading"),
            models.Index(fields=["signed_at"], name="writings_since"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_from_worker(self) -> bool:
        """Whether a worker speaks; else the person or a relative does."""
        return self.voice == self.Voice.WORKER

    @property
    def voice_said(self) -> str:
        """Who is speaking, in the words of the house."""
        return self.Voice(self.voice).said


class Tagging(models.Model):
    """A tag on a writing, with what a timeline filtered by tag needs to stay cheap."""

    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, db_index=False, related_name="+")
    notebook = models.ForeignKey(
        Notebook, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    position = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "writing"], name="tag_once")]
        indexes = [models.Index(fields=["notebook", "tag", "position"], name="timeline_by_tag")]

    def __str__(self) -> str:
        return str(self.tag)


class Retired(models.Model):
    """A heading or tag that a team offers no more; what bears it keeps it."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    sort = models.CharField(max_length=8)
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "sort", "name"], name="retired_once")
        ]

    def __str__(self) -> str:
        return self.name


class LabelChange(models.Model):
    """A change of a heading or tag in what a team writes: what it was, what it became.

    `writings` are those it was changed on, so that it can be told, and undone.
    """

    class Act(models.TextChoices):
        """What was done."""

        RENAMED = "renamed", "renommée"
        MERGED = "merged", "réunie"
        SPLIT = "split", "séparée"
        RETIRED = "retired", "retirée"
        REVIVED = "revived", "reprise"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    sort = models.CharField(max_length=8)
    act = models.CharField(max_length=8, choices=Act)
    old = models.CharField(max_length=80)
    new = models.CharField(max_length=80, blank=True)
    is_undone = models.BooleanField(default=False)
    writings = models.ManyToManyField(Writing, through="Relabelled", related_name="label_changes")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Relabelled(models.Model):
    """A writing whose heading or tag a change renamed; `had_both` if it bore the new one too."""

    change = models.ForeignKey(LabelChange, on_delete=models.CASCADE, related_name="+")
    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="+")
    had_both = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.change} : {self.writing}"


class Mention(models.Model):
    """A writing that speaks of another notebook; shown there to who may read both.

    Its text says so (@), or `by` tied it by hand.
    """

    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="mentions")
    notebook = models.ForeignKey(
        Notebook, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    position = models.BigIntegerField()
    by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notebook", "writing"], name="mention_once")]
        indexes = [models.Index(fields=["notebook", "position"], name="timeline_of_mentions")]

    def __str__(self) -> str:
        return f"@{self.notebook}"


class NamelessQuerySet(models.QuerySet):
    """Sets of tellings without names."""

    def sealed_to(self, worker: Worker) -> "NamelessQuerySet":
        """Return those of which `worker` reads the present version alone: a name may stand in a
        former one, and they do not read where it comes from.
        """
        return self.exclude(source__notebook__in=Notebook.objects.visible_to(worker))


class Nameless(models.Model):
    """A writing that tells, without names, a passage of `source` as its `version` said it.

    What is told is the text of `writing`, checked by who signed it; where it comes from, and what
    was told before a correction, is for those who read the source alone.
    """

    writing = models.OneToOneField(Writing, on_delete=models.CASCADE, related_name="nameless")
    source = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="told_nameless")
    version = models.PositiveSmallIntegerField()

    objects = NamelessQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.source} → {self.writing}"


class DaySaid(models.Model):
    """A day to come that a writing announces, said in its text or noted beside it.

    `words` are those that say it, `at` the hour if it is said.
    """

    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="days_said")
    on = models.DateField()
    at = models.TimeField(null=True)
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["on"], name="days_said_on")]

    def __str__(self) -> str:
        return f"{self.on}"


class Move(models.Model):
    """A fragment filed: from a bric-à-brac to the notebook where it lives now."""

    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="moves")
    from_notebook = models.ForeignKey(
        Notebook, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_notebook} → {self.writing}"


class PieceQuerySet(models.QuerySet):
    """Sets of pieces."""

    def outdated(self) -> "PieceQuerySet":
        """Return those taken from what was told without names, and corrected since."""
        told = Q(source__nameless__isnull=False)
        return self.filter(told, version__lt=models.F("source__version"))


class Piece(models.Model):
    """A passage of a writing taken up (*repris*) in another, as it was in its version `version`,
    and the `words` its author put after it.

    It never changes: what becomes of `source` is told beside it. `tells_source` is what who took
    it up decided; readers of the source always know that it was taken up. `is_shared` says
    whether who took it up wrote there, so that others may read it here. An answer to a passage
    follows it (`answers`), but for those of colleagues that were left out (`unsaid`, numbers of
    writings). Of the writing's version `since` on, and before its version `until`.
    """

    writing = models.ForeignKey(Writing, on_delete=models.CASCADE, related_name="pieces")
    source = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="taken_up")
    version = models.PositiveSmallIntegerField()
    passage = models.TextField(blank=True)
    words = models.TextField(blank=True)
    tells_source = models.BooleanField(default=True)
    is_shared = models.BooleanField(default=True)
    answers = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="answered_by"
    )
    unsaid = models.JSONField(default=list)
    since = models.PositiveSmallIntegerField(default=1)
    until = models.PositiveSmallIntegerField(null=True)

    objects = PieceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.passage[:60]


class AttachmentQuerySet(models.QuerySet):
    """Sets of attachments."""

    def visible_to(self, worker: Worker) -> "AttachmentQuerySet":
        """Return those of the writings `worker` may read, and those not yet signed, their own."""
        signed = Q(writing__notebook__in=Notebook.objects.visible_to(worker))
        sealed = Nameless.objects.sealed_to(worker).values("writing")
        found = self.filter(signed | Q(writing=None, author=worker)).exclude(
            Q(until__isnull=False, writing__in=sealed)
            | Q(piece__in=Piece.objects.outdated().filter(source__in=sealed))
        )
        return found.select_related("blob")

    def present(self) -> "AttachmentQuerySet":
        """Return what is joined to present versions, as all their readers may find it."""
        found = self.filter(until=None).exclude(piece__in=Piece.objects.outdated())
        return found.select_related("blob").order_by("pk")

    def pending(self, worker: Worker, key: uuid.UUID | None) -> "AttachmentQuerySet":
        """Return what `worker` joined to the form `key`, not signed yet."""
        return self.filter(author=worker, key=key, writing=None).order_by("pk")


class Attachment(models.Model):
    """A file joined to a writing (*pièce jointe*): photo, sound, drawing, document.

    Joined to the form `key` of `author` until that form is signed; then to the `writing`, from
    its version `since` on, and before its version `until` if it was taken off. That of a passage
    taken up is tied again, with its `piece`.
    """

    writing = models.ForeignKey(
        Writing, on_delete=models.CASCADE, null=True, related_name="attachments"
    )
    author = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.UUIDField()
    piece = models.ForeignKey(
        Piece, on_delete=models.CASCADE, null=True, related_name="attachments"
    )
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    since = models.PositiveSmallIntegerField(default=1)
    until = models.PositiveSmallIntegerField(null=True)

    objects = AttachmentQuerySet.as_manager()
    history = HistoricalRecords(cascade_delete_history=True, related_name="versions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "key", "blob"], name="attached_once")
        ]

    def __str__(self) -> str:
        return self.name


class OutlineQuerySet(models.QuerySet):
    """Sets of outlines."""

    def of(self, worker: Worker) -> "OutlineQuerySet":
        """Return the outlines of the teams of `worker`, by title."""
        mine = self.filter(team__in=worker.teams)
        return mine.select_related("team").order_by("title", "pk")


class Outline(models.Model):
    """An outline (*trame*): titles, and words between them, from which a team starts writing."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200)
    text = models.TextField()
    is_retired = models.BooleanField(default=False)

    objects = OutlineQuerySet.as_manager()
    history = HistoricalRecords(cascade_delete_history=True, related_name="versions")

    def __str__(self) -> str:
        return self.title


class DraftQuerySet(models.QuerySet):
    """Sets of drafts."""

    def of(self, worker: Worker) -> "DraftQuerySet":
        """Return the drafts of `worker`: nobody else's."""
        return self.filter(author=worker).select_related("notebook")


class Draft(models.Model):
    """A draft (*brouillon*): its author's alone.

    `fields` holds the form exactly as typed and `path` the page it was typed on, so that any
    form can be taken up again; `notebook` is the one it speaks to, if one was chosen.
    """

    author = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    notebook = models.ForeignKey(Notebook, on_delete=models.SET_NULL, null=True, related_name="+")
    path = models.CharField(max_length=300)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="draft_once")]
        ordering = ["-kept_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def text(self) -> str:
        """What was typed in the box, under the title if it has one."""
        told = (value for name, value in self.pairs if name in {"title", "text"} and value)
        return "\n".join(told)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What was typed, as (name of the field, value) pairs."""
        return [
            (name, value)
            for name, values in self.fields.items()
            for value in (values if isinstance(values, list) else [values])
        ]


class Sent(models.Model):
    """A form already sent: its key, a print of what it held, and the address where it led.

    Kept a month, so that a page left open and sent twice does once.
    """

    author = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.UUIDField()
    digest = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "key"], name="sent_once")]

    def __str__(self) -> str:
        return self.place
