"""Acts on those who work in the house."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.utils import timezone

from dossier.establishment.house import forget
from dossier.establishment.models import Establishment, Team, WordChange, Worker
from dossier.establishment.words import KNOWN, Word, kept

KEEPING = 430_023  # the advisory lock of PostgreSQL; that of the journal is another
SAVING = timedelta(seconds=10)  # at most, from when a writing is signed to when it is read


class MayNotChangeWords(Exception):
    """Only who accompanies, in a team, or keeps the machine changes the words of the house."""


class Unchanged(Exception):
    """Nothing would change, or nothing is left to undo."""


def hold_keeping(*who: Worker | Group) -> None:
    """Keep others, until this transaction ends, from changing who keeps notebooks or the machine,
    is in a team or leaves; read anew whether the workers among `who` are still here.

    First line of each such act: two at once, each counting on the other, would leave nobody. SQLite
    lets one write at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [KEEPING])
    for one in who:
        if isinstance(one, Worker):
            one.refresh_from_db(fields=["is_active", "is_administrator", "is_head"])


def name_establishment(*, name: str, address: str = "", presentation: str = "") -> Establishment:
    """Give the house its name (one row, replaced)."""
    house, _ = Establishment.objects.update_or_create(
        pk=1, defaults={"name": name, "address": address, "presentation": presentation}
    )
    return house


@transaction.atomic
def change_word(*, by: Worker, key: str, word: Word) -> WordChange:
    """Call what `key` names (`words.KNOWN`) otherwise in the whole interface.

    Raises MayNotChangeWords, Unchanged when it is said so already, KeyError for no such key.
    """
    return _change_word(by, key, lambda now: kept(key, word))


@transaction.atomic
def undo_word(*, by: Worker, change: WordChange) -> WordChange:
    """Give a word back what it was before `change`: Unchanged when it changed again since."""

    def before(now: dict[str, Any] | None) -> dict[str, Any] | None:
        return change.old if now == change.new else now

    return _change_word(by, change.key, before)


def _change_word(by: Worker, key: str, change: Callable[[Any], Any]) -> WordChange:
    if not by.speaks_for_house:
        raise MayNotChangeWords
    house, _ = Establishment.objects.select_for_update().get_or_create(pk=1, defaults={"name": ""})
    old = house.words.get(key)
    new = change(old)
    if old == new or key not in KNOWN:
        raise Unchanged
    rest = {name: one for name, one in house.words.items() if name != key}
    house.words = rest | ({key: new} if new else {})
    house.save(update_fields=["words"])
    forget()
    now = timezone.now().replace(second=0, microsecond=0)
    return WordChange.objects.create(by=by, at=now, key=key, old=old, new=new)


@transaction.atomic
def welcome(
    *,
    login: str,
    name: str,
    passphrase: str | None,
    function: str = "",
    teams: tuple[Team | Group, ...] = (),
    is_administrator: bool = False,
) -> Worker:
    """Open an account for a worker; without a passphrase, nobody can log in with it. ValueError for
    who keeps the machine and would be in a team: they read nothing of what teams write.
    """
    if is_administrator and teams:
        raise ValueError("who keeps the machine is in no team")
    worker = Worker(login=login, name=name, function=function, is_administrator=is_administrator)
    worker.set_password(passphrase)
    worker.full_clean()
    worker.save()
    worker.groups.set([team.pk for team in teams])
    return worker


@transaction.atomic
def farewell(*, worker: Worker) -> None:
    """Close the account of somebody who leaves: they can log in no more, and belong to no team."""
    worker.is_active = False
    worker.set_unusable_password()
    worker.save(update_fields=["is_active", "password"])
    worker.groups.clear()


def half_hour(at: datetime) -> datetime:
    """Return the half-hour that `at` is in: nobody's comings are kept finer."""
    past = timedelta(minutes=at.minute % 30, seconds=at.second, microseconds=at.microsecond)
    return at - past


def arrive(*, worker: Worker) -> None:
    """Move the bookmark to the visit before this one, and keep the day of the first; called at
    log-in.

    Kept to the half-hour, rounded down: what is new is never missed, and no minute is known.
    """
    now = half_hour(timezone.now())
    if worker.came_at != now:
        worker.bookmark_at = worker.came_at
        worker.came_at = now
        worker.here_since = worker.here_since or timezone.localdate()
        worker.save(update_fields=["bookmark_at", "came_at", "here_since"])


def told_until() -> datetime:
    """Return until when a page read now tells all: the minute, rounded down, as what is signed in
    it has that very minute; a little before, for what is being saved.
    """
    return (timezone.now() - SAVING).replace(second=0, microsecond=0)


@transaction.atomic
def place_bookmark(*, worker: Worker, at: datetime) -> bool:
    """Put the bookmark at `at`, the `told_until` of what was read; return whether it is there or
    further: never later than now, and it never goes back.
    """
    if at > timezone.now():
        return False
    present = Worker.objects.select_for_update().get(pk=worker.pk)
    if at > present.unread_since:
        worker.bookmark_at = at.replace(second=0, microsecond=0)
        worker.save(update_fields=["bookmark_at"])
    return True
