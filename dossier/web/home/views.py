"""The first page: where to write, notebooks at hand, what is new. No counter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dossier.journal.actions import record_openings
from dossier.notebooks import timeline
from dossier.notebooks.models import Notebook
from dossier.notebooks.sharing import opened_to
from dossier.ownership import backup
from dossier.trust import urgent
from dossier.web.bricabrac.heaps import heaps
from dossier.web.notebooks.articles import days
from dossier.web.notebooks.views import composer
from dossier.web.ties.shelves import shelved

NEW = 8
AT_HAND = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show where to write first, then what came since the last visit."""
    if not request.user.accompanies:
        return render(request, "home/home_apart.html", {"backup": backup.remembered()})
    choice = timeline.Choice(signed_since=request.user.unread_since)
    read = Notebook.objects.visible_to(request.user).telling_writable(request.user)
    seen = list(read.order_by("kind", "title"))
    notebooks = [one for one in seen if one.is_writable]
    page = timeline.read_all(by=request.user, choice=choice, size=NEW)
    record_openings(by=request.user, notebook_ids={line.notebook_id for line in page.writings})
    context = composer(request, None) | {
        "notebooks": [one for one in notebooks if one.kind != Notebook.Kind.BRICABRAC],
        "heaps": heaps(request.user),
        "shelves": shelved((one.pk, one.title, one.kind) for one in seen),
        "at_hand": Notebook.objects.at_hand(request.user)[:AT_HAND],
        "urgents": urgent.waiting_for(request.user),
        "opened": opened_to(request.user, since=request.user.unread_since, most=AT_HAND),
        "page": page,
        "days": days(
            page.writings,
            worker_id=request.user.pk,
            notebook_id=None,
            writable=[notebook.pk for notebook in notebooks],
        ),
        "since": request.user.unread_since,
        # The direction need be in no team.
        "is_newcomer": not (page.writings or seen or request.user.is_head)
        and not request.user.groups.exists(),
    }
    return render(request, "home/home.html", context)
