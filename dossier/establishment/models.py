"""The establishment whose instance this is, its teams and those who work there."""

from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group
from django.db import connection, models
from django.utils import timezone


class Establishment(models.Model):
    """The establishment (*établissement*): one row, the house itself."""

    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    presentation = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def here(cls) -> "Establishment":
        """Return the house of this instance; one without a name before it is welcomed.

        Each page asks it: by hand, as building the question took ten times longer than it ran.
        """
        columns = ["id", "name", "address", "presentation"]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(columns)} FROM dossier_establishment ORDER BY id LIMIT 1"  # noqa: S608
            )
            row = cursor.fetchone()
        return cls.from_db(None, columns, row) if row else cls()


class Team(Group):
    """A team (*équipe*): who carries what together. A group, so that guardian can grant to it."""

    presentation = models.TextField(blank=True)


class WorkerManager(BaseUserManager):
    """Finds a worker by the name they log in with, whatever its case."""

    def get_by_natural_key(self, username: str) -> "Worker":
        """Return the worker who logs in as `username`, case ignored."""
        return self.get(login=username.strip().lower())


class Worker(AbstractBaseUser):
    """A worker (*professionnel·le*): who logs in. Never a subject of statistics.

    `last_login` is refused: the only memory of a visit is the worker's own bookmark, to the
    half-hour, which nobody else is shown. There are no superusers.
    """

    login = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    function = models.CharField(max_length=200, blank=True)
    groups = models.ManyToManyField(Group, blank=True, related_name="workers")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
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
    def unread_since(self) -> datetime:
        """The instant of the bookmark; a week ago for who never came."""
        return self.bookmark_at or timezone.now() - timedelta(days=7)
