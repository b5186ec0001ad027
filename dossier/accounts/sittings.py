"""Sittings: the sessions of a worker that are open, for them alone to see and to end."""

from importlib import import_module

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from dossier.accounts.models import Machine, Sitting
from dossier.establishment.actions import half_hour
from dossier.establishment.models import Worker

# The first found wins: all of them say that they are Safari too.
BROWSERS = {
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Edg": "Edge",
    "OPR": "Opera",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}


def label(agent: str) -> str:
    """Return what a browser calls itself, coarsely, without a version: "Firefox sur Android"."""
    browser = next((name for sign, name in BROWSERS.items() if sign in agent), "Un navigateur")
    system = next((name for sign, name in SYSTEMS.items() if sign in agent), "")
    return f"{browser} sur {system}" if system else browser


@transaction.atomic
def begin(*, worker: Worker, session: str, agent: str, machine: Machine | None = None) -> Sitting:
    """Remember a session that opens, by its key; those that are over are forgotten."""
    Sitting.objects.exclude(pk__in=_open(Sitting.objects.all())).delete()
    told = {"worker": worker, "machine": machine, "label": label(agent)}
    began = half_hour(timezone.now())
    sitting, _ = Sitting.objects.update_or_create(
        session=session, defaults=told | {"began_at": began}
    )
    return sitting


def open_to(worker: Worker) -> QuerySet[Sitting]:
    """Return the sittings of `worker` that are open, the latest first."""
    return _open(Sitting.objects.filter(worker=worker))


@transaction.atomic
def end(sitting: Sitting) -> None:
    """End a session at once, wherever it is open."""
    import_module(settings.SESSION_ENGINE).SessionStore().delete(sitting.session)
    sitting.delete()


@transaction.atomic
def end_all(worker: Worker, *, but: str = "") -> None:
    """End all the sessions of `worker`, except the one whose key is `but`."""
    for sitting in Sitting.objects.filter(worker=worker).exclude(session=but):
        end(sitting)


def closed(session: str) -> None:
    """Forget a session that has just ended by itself."""
    Sitting.objects.filter(session=session).delete()


def moved(old: str, new: str) -> None:
    """Follow a session whose key was changed."""
    Sitting.objects.filter(session=old).update(session=new)


def _open(sittings: QuerySet[Sitting]) -> QuerySet[Sitting]:
    living = Session.objects.filter(expire_date__gt=timezone.now())
    return sittings.filter(session__in=living.values("session_key"))
