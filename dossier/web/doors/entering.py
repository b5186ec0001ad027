"""Coming in: what a session holds between the passphrase and the first page, and after."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from dossier.accounts import machines, passkeys, proofs, rescues, sittings, whence
from dossier.accounts.models import Rescue
from dossier.accounts.rules import ALL, OUTSIDE, Doors
from dossier.establishment.actions import arrive
from dossier.establishment.house import house, words
from dossier.establishment.models import Worker
from dossier.notes.actions import empty
from dossier.trust.forgetting import forget_some
from dossier.web import dates
from dossier.web.doors import locking

HALF, RESCUED, QUESTION, DIGITS, TOLD = "half", "rescue", "question", "digits", "told"
PROVING, SETTING_UP = 5 * 60, 20 * 60  # seconds
COOKIE, YEAR = f"{settings.COOKIE_PREFIX}dossier_machine", 365 * 86_400


def address(request: HttpRequest) -> str:
    """Return where a request comes from, as `whence.client` says."""
    meta = request.META
    return whence.client(
        meta.get("REMOTE_ADDR", ""),
        meta.get("HTTP_X_FORWARDED_FOR", ""),
        is_proxied="HTTP_X_FORWARDED_PROTO" in meta,
    )


def place(request: HttpRequest) -> passkeys.Place:
    """Return where passkeys are asked for: this host, this scheme, this port."""
    here = request.get_host()
    name = house().name or words()["maison"].Singulier
    host = here.rpartition(":")[0] if here.rpartition(":")[2].isdecimal() else here
    return passkeys.Place(host, f"{request.scheme}://{here}", name)


def token(request: HttpRequest) -> str:
    """Return the cookie of this machine, or nothing."""
    return request.COOKIES.get(COOKIE, "")


def must_prove(request: HttpRequest) -> bool:
    """Tell whether the house asks a second proof of who comes from there."""
    second = Doors.of(house().doors).second
    return second == ALL or (second == OUTSIDE and whence.is_outside(address(request)))


def after_passphrase(request: HttpRequest, worker: Worker, destination: str) -> HttpResponse:
    """Let `worker` in, or ask a second proof first."""
    if not proofs.has_one(worker) and not must_prove(request):
        return admit(request, worker, destination)
    leave(request)
    request.session.cycle_key()
    request.session[HALF] = {
        "worker": worker.pk,
        "at": int(time.time()),
        "next": destination,
        "hash": worker.get_session_auth_hash(),
        "proves": proofs.has_one(worker),
    }
    return redirect("login-proof")


class TooLate(Exception):
    """Nobody gave their passphrase here, or too long ago."""


class Changed(Exception):
    """The passphrase is another since, or there is a second proof where there was none."""


def half(request: HttpRequest) -> tuple[Worker, str]:
    """Return who gave their passphrase and where they were going; raises TooLate, Changed.

    Who began to make a first proof never goes on as who shows one, nor the other way.
    """
    kept = request.session.get(HALF)
    if not kept:
        raise TooLate
    lasts = PROVING if kept.get("proves", True) else SETTING_UP
    if not 0 <= time.time() - kept["at"] <= lasts:
        raise TooLate
    worker = Worker.objects.filter(pk=kept["worker"], is_active=True).first()
    if not worker or not constant_time_compare(
        kept.get("hash", ""), worker.get_session_auth_hash()
    ):
        raise Changed
    if proofs.has_one(worker) != kept["proves"]:
        raise Changed
    return worker, kept["next"]


def admit(request: HttpRequest, worker: Worker, destination: str) -> HttpResponse:
    """Open the session of `worker` under a new key, on a machine that is known from now on."""
    if SESSION_KEY in request.session:
        leave(request)
    for name in (HALF, RESCUED, QUESTION, DIGITS):
        request.session.pop(name, None)
    login(request, worker)
    known, cookie = machines.know(worker=worker, token=token(request))
    sittings.begin(
        worker=worker,
        session=request.session.session_key,
        agent=request.headers.get("User-Agent", ""),
        machine=known.machine,
    )
    arrive(worker=worker)
    empty(timezone.localdate())
    forget_some(timezone.localdate())
    rescues.drop(worker)
    if told := [_told(rescue) for rescue in rescues.unread(worker)]:
        request.session[TOLD] = told
    if known.machine.is_shared:
        locking.watch(request)
    response = HttpResponseRedirect(destination)
    keep_cookie(response, cookie)
    return response


def _told(rescue: Rescue) -> dict[str, Any]:
    who = [one.by.name for one in rescue.vouchers.select_related("by").order_by("pk")]
    return {"on": dates.full_day(timezone.localtime(rescue.done_at).date()), "who": who}


def keep_cookie(response: HttpResponse, cookie: str) -> None:
    """Give a machine its cookie, for a year."""
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=YEAR,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def leave(request: HttpRequest) -> None:
    """End the session, and forget its sitting."""
    if request.session.session_key:
        sittings.closed(request.session.session_key)
    logout(request)
