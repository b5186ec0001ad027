"""The square to scan, and the same in letters; the secret waits in the session, until confirmed."""

from typing import Any

import segno
from django.http import HttpRequest

from dossier.accounts import totp
from dossier.establishment.house import house, words
from dossier.establishment.models import Worker
from dossier.web.doors.entering import DIGITS


def secret(request: HttpRequest) -> str:
    """Return the secret this session offers, a new one if there is none."""
    if DIGITS not in request.session:
        request.session[DIGITS] = totp.new_secret()
    return request.session[DIGITS]


def shown(request: HttpRequest, worker: Worker) -> dict[str, Any]:
    """Return what the page shows of it."""
    offered = secret(request)
    name = house().name or words()["maison"].Singulier
    address = totp.address(offered, login=worker.login, house=name)
    square = segno.make(address, error="m")
    return {
        "address": address,
        "square": square.svg_inline(scale=5, border=4, dark="#000", light="#fff"),
        "groups": totp.in_groups(offered),
    }
