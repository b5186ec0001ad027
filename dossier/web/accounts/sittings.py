"""One's own open sessions, seen and ended by oneself alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dossier.accounts.sittings import end, end_all, open_to
from dossier.web.converters import number


def sittings(request: HttpRequest) -> HttpResponse:
    """Show where one is logged in, and end one session, or all the others."""
    here = request.session.session_key or ""
    found = open_to(request.user)
    if request.method == "POST":
        asked = request.POST.get("fin", "")
        if asked == "toutes":
            end_all(request.user, but=here)
        else:
            end(get_object_or_404(found.exclude(session=here), pk=number(asked)))
        messages.success(request, "C’est fermé.")
        return redirect("sittings")
    listed = list(found.select_related("machine"))
    others = any(one.session != here for one in listed)
    context = {"sittings": listed, "here": here, "has_others": others}
    return render(request, "accounts/sittings.html", context)
