"""Headers that keep the page in the house, and log-in required everywhere."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render

from dossier.establishment.house import reading_once
from dossier.notebooks.actions import NotAllowed
from dossier.web import rescue
from dossier.web.doors import locking
from dossier.web.files.receiving import MEGABYTE
from dossier.web.people import apart

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
OURS = ("camera", "microphone", "publickey-credentials-create", "publickey-credentials-get")
NOBODY_S = (
    *("accelerometer", "autoplay", "bluetooth", "browsing-topics", "display-capture"),
    *("encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts"),
    *("magnetometer", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial"),
    *("usb", "window-management", "xr-spatial-tracking"),
)
PERMISSIONS_POLICY = ", ".join(
    [*(f"{name}=(self)" for name in OURS), *(f"{name}=()" for name in NOBODY_S)]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
METHODS = ["GET", "HEAD", "POST"]
FORGET = '"cache", "storage"'


class HouseMiddleware:
    """The house and its words are read once a request, and never kept for the next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the words of now."""
        with reading_once():
            return self.get_response(request)


class HeadersMiddleware:
    """Answer with headers that forbid other hosts, frames, inline scripts and shared caches.

    It is the first, so that they are on whatever any other answers: a file, a refusal, an error.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers; a page is kept by no cache, for the next person at this computer.

        The answer that takes a session away takes with it what the browser kept of its pages.
        """
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        session = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if session is not None and not session.value:
            response.headers["Clear-Site-Data"] = FORGET
        return response


class GZipPagesMiddleware(GZipMiddleware):
    """Compress pages; files are handed over as they are, with their length."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Compress what is a page."""
        if response.has_header("Accept-Ranges"):
            return response
        return super().process_response(request, response)


class WeightMiddleware:
    """Refuse, before reading it, a request that announces more than the house could keep, words
    in another alphabet's code than UTF-8, which every form of the house sends, or a method
    that no page knows.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 413 to an announced weight of ten files or more, 400 to another charset, 405."""
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if request.content_params.get("charset", "utf-8").lower() not in {"utf-8", "utf8"}:
            return render(request, "400.html", status=400)
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdecimal() and int(announced) > 10 * settings.MAX_FILE_MB * MEGABYTE:
            response = render(request, "413.html", {"limit": settings.MAX_FILE_MB}, status=413)
            response.headers["Connection"] = "close"
            return response
        return self.get_response(request)


class LockMiddleware:
    """While its shared machine is locked, a session is nobody's: no page can show what it reads."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the worker of a locked session apart, as `request.locked`."""
        request.locked = None
        if locking.is_locked(request) and request.user.is_authenticated:
            request.locked, request.user = request.user, AnonymousUser()
        return self.get_response(request)


class LoginMiddleware(LoginRequiredMiddleware):
    """Every page needs a log-in, and nearly all of them somebody who accompanies people; what
    somebody sends after their session ended is kept.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable, args: tuple, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Answer to who keeps the machine as if no page of a notebook existed."""
        if apart.is_closed(request):
            raise Http404
        return super().process_view(request, view_func, args, kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: Callable) -> HttpResponse:
        """Keep what was sent, then ask to log in, or to open a machine that is locked."""
        is_aside = bool(request.headers.get("X-Suite"))
        if request.locked and not is_aside:
            return rescue.session_locked(request)
        if request.method == "POST":
            return rescue.session_ended(request)
        if request.locked:  # asked by a script: no other page must come in place of the answer
            return HttpResponse(status=403)
        return super().handle_no_permission(request, view_func)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A right withdrawn between the check and the act: nothing here any more, text kept."""
        return rescue.not_found(request, exception) if isinstance(exception, NotAllowed) else None
