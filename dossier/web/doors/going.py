"""Where one was going before a door was asked for."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def local(request: HttpRequest, target: str) -> str:
    """Return `target` if it is a page of this house, the first page otherwise."""
    is_here = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return target if is_here and target.startswith("/") else "/"


def destination(request: HttpRequest) -> str:
    """Return the page named by `next`."""
    return local(request, request.POST.get("next") or request.GET.get("next") or "/")
