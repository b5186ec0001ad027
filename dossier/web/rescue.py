"""Nothing lost: what was typed survives an ended session, a refused form, an error.

Each form carries the pen (*plume*), a signed note of whose page it was. With it, a text that
arrives after the session ended becomes a draft of that worker, seen by nobody else, even if
another worker then logs in on the same computer. A pen ends with the passphrase it was made under.
"""

import sys
import uuid
from collections.abc import Iterable

from django.core import signing
from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.crypto import constant_time_compare

from dossier.accounts.digests import digest
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks.drafts import SILENT, TooManyDrafts, keep_draft, unproven_key
from dossier.notebooks.models import Draft, Notebook
from dossier.web.converters import number
from dossier.web.doors import locking
from dossier.web.files import receiving

SALT = "plume"
PEN_DAYS = 30
# They have no page of their own.
ASIDE = {
    *("draft-keep", "attachment-join", "attachment-take-off", "writing-reread"),
    *("leave-quickly", "lock-shut"),
}
NOT_KEPT = {"csrfmiddlewaretoken", "plume", "key", "path", "then"}
# Nor is what is secret: kept nowhere, shown again nowhere.
NOT_KEPT |= {"passphrase", "new_passphrase", "again_passphrase", "drawn_passphrase"}
NOT_KEPT |= {"pin", "code", "credential"}
UNKNOWN = "On ne vous reconnaît plus ici."
UNKNOWN_KEPT = (
    f"{UNKNOWN} Envoyez quand même : votre texte ira dans vos {{brouillon.pluriel}}, et vous "
    "attendra."
)
UNKNOWN_NOT_KEPT = f"{UNKNOWN} Copiez votre texte avant de quitter cette page."
BEYOND_READING = (
    BadRequest,
    MultiPartParserError,
    UnreadablePostError,
    RequestDataTooBig,
    TooManyFieldsSent,
)


def pen(worker: Worker) -> str:
    """Return the signed note put in each form shown to `worker`."""
    return signing.dumps([worker.pk, _under(worker)], salt=SALT)


def holder(request: HttpRequest) -> Worker | None:
    """Return the worker to whom the form of `request` was shown, if it can be proved."""
    try:
        told = signing.loads(request.POST.get("plume", ""), salt=SALT, max_age=PEN_DAYS * 86_400)
        pk, under = told
    except UnreadablePostError:  # who was sending it hung up, or was too slow
        return None
    except (signing.BadSignature, TypeError):  # a pen of before holds a number alone
        return None
    worker = Worker.objects.filter(pk=pk, is_active=True).first()
    return worker if worker and constant_time_compare(under, _under(worker)) else None


def _under(worker: Worker) -> str:
    return digest("pen", worker.get_session_auth_hash())[:32]


def form_key(request: HttpRequest) -> uuid.UUID:
    """Return the key of the form that was sent; a new one, always the same, when it has none."""
    if not hasattr(request, "form_key"):
        try:
            request.form_key = uuid.UUID(request.POST.get("key", ""))
        except ValueError:
            request.form_key = uuid.uuid4()
    return request.form_key


def fields_of(request: HttpRequest) -> dict[str, str | list[str]]:
    """Return what the form of `request` held, as a draft keeps it."""
    return {
        name: values[0] if len(values) == 1 else values
        for name, values in request.POST.lists()
        if name not in NOT_KEPT
    }


def keep(
    request: HttpRequest, worker: Worker, path: str | None = None, *, is_autosave: bool = False
) -> Draft | None:
    """Keep the form of `request`, and the files that came with it, as a draft of `worker`; None
    if there was nothing in it.
    """
    return _keep(request, worker, form_key(request), path, is_autosave=is_autosave)


def keep_unproven(request: HttpRequest) -> tuple[Worker | None, Draft | None]:
    """Keep a form that came without the session it was opened in, for the worker its pen names.

    Nothing that worker has can be replaced so. Returns whose it is, and the draft, if any.
    """
    if not (worker := holder(request)):
        return None, None
    try:
        key = unproven_key(by=worker, key=form_key(request), fields=fields_of(request))
    except TooManyDrafts:
        return worker, None
    if not typed(request) and not request.FILES:
        return worker, None
    return worker, _keep(request, worker, key, None)


def _keep(
    request: HttpRequest,
    worker: Worker,
    key: uuid.UUID,
    path: str | None,
    *,
    is_autosave: bool = False,
) -> Draft | None:
    receiving.receive(request, worker=worker, key=key)
    notebook = None
    if chosen := number(request.POST.get("notebook", "")):
        notebook = Notebook.objects.writable_by(worker).filter(pk=chosen).first()
    return keep_draft(
        by=worker,
        key=key,
        path=path or page_of(request),
        fields=fields_of(request),
        notebook=notebook,
        is_autosave=is_autosave,
    )


def page_of(request: HttpRequest) -> str:
    """Return the page where the form of `request` is shown: where it was sent, if that is one."""
    if not request.resolver_match or request.resolver_match.url_name not in ASIDE:
        return request.path
    asked = request.POST.get("path", "")
    try:
        resolve(asked)
    except Resolver404:
        return reverse("writing-place")
    return asked[:300]


def typed(request: HttpRequest) -> list[str]:
    """Return what was typed in the form of `request`, to show it again when it cannot be kept;
    nothing of a request that cannot be read.
    """
    try:
        return words_of(request.POST.items())
    except BEYOND_READING:
        return []


def words_of(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return the words somebody typed, among (name of the field, value) pairs."""
    return [value for name, value in pairs if name not in NOT_KEPT | SILENT and value.strip()]


def _is_by_itself(request: HttpRequest) -> bool:
    """Tell whether a page keeps by itself what is being typed."""
    is_keeping = request.resolver_match and request.resolver_match.url_name == "draft-keep"
    return bool(is_keeping and request.headers.get("X-Suite"))


def _unknown(request: HttpRequest, draft: Draft | None) -> HttpResponse:
    told = UNKNOWN_KEPT if draft else UNKNOWN_NOT_KEPT if typed(request) else UNKNOWN
    return JsonResponse({"kept": said(told)}, status=403)


def session_ended(request: HttpRequest) -> HttpResponse:
    """Keep what was sent without a session, and show the log-in page that leads back to it."""
    _, draft = keep_unproven(request)
    if _is_by_itself(request):
        return _unknown(request, draft)
    context = {
        "next": reverse("draft-resume", args=[draft.key]) if draft else reverse("home"),
        "kept": draft is not None,
        "typed": [] if draft else typed(request),
    }
    return render(request, "accounts/session_ended.html", context, status=403)


def session_locked(request: HttpRequest) -> HttpResponse:
    """Keep what was sent to a machine that was locked meanwhile, and lead to its lock."""
    if request.method == "POST":
        worker, draft = keep_unproven(request)
        then = reverse("draft-resume", args=[draft.key]) if draft else ""
        if worker == request.locked:
            locking.lock(request, then)
    elif not locking.knows_where(request):
        locking.lock(request, request.get_full_path())
    return redirect("lock")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Keep what a refused form held: it was opened before a log-in, or by another site."""
    if not request.user.is_authenticated:
        return session_ended(request)
    worker, draft = keep_unproven(request)
    if _is_by_itself(request):
        return _unknown(request, draft)
    mine = draft is not None and worker == request.user
    context = {
        "draft": draft if mine else None,
        "kept": draft is not None,
        "typed": [] if draft else typed(request),
    }
    return render(request, "accounts/form_refused.html", context, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a request could not be read."""
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, or nothing for this worker: the same words.

    What was being typed is kept, or was: it can be placed elsewhere.
    """
    draft = _held(request)
    words = words_of(draft.pairs) if draft else typed(request)
    return render(request, "404.html", {"typed": words, "draft": draft}, status=404)


def _held(request: HttpRequest) -> Draft | None:
    """Return the draft of a form sent here, or taken up here, by who is logged in."""
    if not request.user.is_authenticated:
        return None
    if request.method == "POST" and typed(request) and request.POST.get("key"):
        return keep(request, request.user)
    return draft_of(request)


def draft_of(request: HttpRequest) -> Draft | None:
    """Return the draft of this worker that the address names (`?brouillon=`), if any."""
    try:
        key = uuid.UUID(request.GET.get("brouillon", ""))
    except ValueError:
        return None
    return Draft.objects.of(request.user).filter(key=key).first()


def server_error(request: HttpRequest) -> HttpResponse:
    """Show again what was typed: something broke, the words must not. The page asks nothing of the
    database, which may be what broke; one that is away comes back (503), the same or another.
    """
    broke = isinstance(sys.exception(), OperationalError | InterfaceError)
    is_away = broke and connection.vendor == "postgresql"
    context = {"typed": typed(request), "is_away": is_away, "is_sent": request.method == "POST"}
    page = render_to_string("500.html", context)
    return HttpResponse(page, status=503 if is_away else 500)
