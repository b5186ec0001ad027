"""The establishment whose instance this is, its teams and those who work there."""

import json
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group
from django.db import connection, models
from django.utils import timezone
from django.utils.functional import cached_property

from dossier.establishment.words import Words


class Establishment(models.Model):
    """The establishment (*établissement*): one row, the house itself.

    `words` are those it changed, by key (`words.KNOWN`), each as the fields of a `words.Word`;
    `doors` how one comes in here (`accounts.rules.Doors`).
    """

    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    presentation = models.TextField(blank=True)
    words = models.JSONField(default=dict, blank=True)
    doors = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return self.name

    @cached_property
    def said_words(self) -> Words:
        """All the words of the interface, those it changed among them."""
        return Words(self.words)

    @classmethod
    def here(cls) -> "Establishment":
        """Return the house of this instance; one without a name before it is welcomed.

        Each page asks it: by hand, as building the question took ten times longer than it ran.
        """
        columns = ["id", "name", "address", "presentation", "words", "doors"]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(columns)} FROM dossier_establishment ORDER BY id LIMIT 1"  # noqa: S608
            )
            row = cursor.fetchone()
        return cls.from_db(None, columns, [*row[:-2], *map(json.loads, row[-2:])]) if row else cls()


class Team(Group):
    """A team (*équipe*): who carries what together. A group, so that guardian can grant to it."""

    presentation = models.TextField(blank=True)


class WorkerQuerySet(models.QuerySet):
    """Sets of workers."""

    def accompanying(self) -> "WorkerQuerySet":
        """Return those who accompany people: not who left, nor who keeps the machine."""
        return self.filter(is_active=True, is_administrator=False)


class WorkerManager(BaseUserManager.from_queryset(WorkerQuerySet)):
    """Finds a worker by the name they log in with, whatever its case."""

    def get_by_natural_key(self, username: str) -> "Worker":
        """Return the worker who logs in as `username`, case ignored."""
        return self.get(login=username.strip().lower())


class Worker(AbstractBaseUser):
    """A worker (*professionnel·le*): who logs in. Never a subject of statistics.

    `last_login` is refused: the only memory of a visit is the worker's own bookmark, to the
    half-hour, which nobody else is shown. There are no superusers: who keeps the machine
    (`is_administrator`) opens accounts and reads no notebook; the direction (`is_head`) reads the
    journal of one notebook at a time, saying why.
    """

    login = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    function = models.CharField(max_length=200, blank=True)
    groups = models.ManyToManyField(Group, blank=True, related_name="workers")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    is_head = models.BooleanField(default=False)
    here_since = models.DateField(null=True, blank=True)
    came_at = models.DateTimeField(null=True, blank=True)
    bookmark_at = models.DateTimeField(null=True, blank=True)
    last_login = None
    is_superuser = False

    objects = WorkerManager()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep the log-in name lower-case."""
        self.login = self.login.strip().lower()

    @property
    def teams(self) -> models.QuerySet[Team]:
        """The teams of this worker, by name."""
        return Team.objects.filter(pk__in=self.groups.values("pk")).order_by("name")

    @property
    def speaks_for_house(self) -> bool:
        """Whether they may change the words of the house: who accompanies, or keeps the machine."""
        return self.is_active and (self.is_administrator or self.is_head or self.groups.exists())

    @property
    def accompanies(self) -> bool:
        """Whether they accompany people: who keeps the machine does not, nor who left."""
        return self.is_active and not self.is_administrator

    @property
    def unread_since(self) -> datetime:
        """The instant of the bookmark; a week ago for who never came."""
        return self.bookmark_at or timezone.now() - timedelta(days=7)


class WordChange(models.Model):
    """A word of the house changed: by whom, when, what was kept of it before and after.

    Null is the word as it was at first. Undone by another change.
    """

    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    key = models.CharField(max_length=20)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.key}: {self.old} → {self.new}"
