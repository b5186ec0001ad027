"""A form shown, sent, or taken up again from a draft: the same three states everywhere."""

import hashlib
import json
import uuid
from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dossier.notebooks import drafts
from dossier.notebooks.models import Sent
from dossier.web import rescue
from dossier.web.converters import number


def open_form(
    kind: type[Form], request: HttpRequest, *, initial: dict[str, Any] | None = None, **options: Any
) -> Form:
    """Return the form as sent, as it was left in a draft, or new.

    `initial` is what is saved now, which a form that was sent is compared with.
    """
    if request.method == "POST":
        data = request.POST.copy()
        data["key"] = str(rescue.form_key(request))
        return kind(data, initial=initial, files=request.FILES, **options)
    form = kind(initial=initial, **options)
    if draft := rescue.draft_of(request):
        # The draft wins over what is saved, and its key makes saving it twice one act.
        form.initial |= draft.fields | {"key": draft.key}
    return form


def ticked(request: HttpRequest, form: Form, name: str) -> set[int]:
    """Return the numbers of the rows ticked under `name`, as sent or as a draft kept them."""
    kept = form.initial.get(name, [])
    told = request.POST.getlist(name) or (kept if isinstance(kept, list) else [kept])
    return {pk for pk in map(number, told) if pk is not None}


def retry(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Show the form; one that was sent and refused is also kept as a draft meanwhile."""
    if request.method == "POST":
        rescue.keep(request, request.user)
        return render(request, template, context, status=422)
    return render(request, template, context)


def put_by(request: HttpRequest, path: str, **told: Any) -> None:
    """Keep in one's drafts what a line told, before it is taken off; the form at `path` takes it up
    again.
    """
    fields = {name: str(value or "") for name, value in told.items()}
    drafts.keep_draft(by=request.user, key=uuid.uuid4(), path=path, fields=fields)


def digest(request: HttpRequest) -> str:
    """Return a print of what a form held: SHA-256, in hexadecimal."""
    told = json.dumps([request.path, sorted(rescue.fields_of(request).items())])
    return hashlib.sha256(told.encode()).hexdigest()


def already(request: HttpRequest) -> HttpResponse | None:
    """Return where a form led that was already sent with the same words, if it was: for pages
    whose subject is gone once the form has done its work.
    """
    asked = {"author": request.user, "key": rescue.form_key(request), "digest": digest(request)}
    sent = Sent.objects.filter(**asked).first() if request.method == "POST" else None
    return redirect(sent.place) if sent else None


def once(request: HttpRequest, act: Callable[[], str]) -> HttpResponse:
    """Do what a form asks, once even if it is sent twice, and go where `act` says."""
    key = rescue.form_key(request)
    return redirect(drafts.once(by=request.user, key=key, digest=digest(request), act=act))
