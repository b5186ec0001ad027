"""Passkeys over HTTP: the question is asked when the browser is ready, and serves once."""

from typing import Any

from django.http import HttpRequest, JsonResponse

from dossier.accounts import passkeys
from dossier.establishment.models import Worker
from dossier.web.doors.entering import QUESTION, place


def is_asked(request: HttpRequest) -> bool:
    """Tell whether the browser asks for the question, before it answers."""
    return bool(request.headers.get("X-Suite"))


def question(request: HttpRequest, asked: tuple[dict[str, Any], dict[str, Any]]) -> JsonResponse:
    """Answer with a question, whose state the session keeps."""
    options, request.session[QUESTION] = asked
    return JsonResponse(options)


def add(request: HttpRequest, worker: Worker, name: str = "") -> None:
    """Add the key that answered; raises passkeys.WrongKey."""
    told = {"answer": request.POST.get("credential", ""), "name": name}
    state = request.session.pop(QUESTION, {})
    passkeys.add(worker=worker, place=place(request), state=state, **told)


def answered(request: HttpRequest, worker: Worker | None = None) -> Worker:
    """Return whose key answered; raises passkeys.WrongKey."""
    state, told = request.session.pop(QUESTION, {}), request.POST.get("credential", "")
    return passkeys.answered(place=place(request), state=state, answer=told, worker=worker)
