"""Pages of the bric-à-brac: keep in one gesture, rummage, file."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from dossier.establishment.house import said
from dossier.journal.actions import record_openings
from dossier.notebooks import timeline
from dossier.notebooks.bricabrac import AnsweredThere, bricabrac, file_away, filed_by, put_back
from dossier.notebooks.models import Notebook, Writing
from dossier.web import rescue
from dossier.web.bricabrac.heaps import heap_named, heaps
from dossier.web.converters import number, place
from dossier.web.notebooks.articles import cards
from dossier.web.notebooks.choices import named_first
from dossier.web.notebooks.views import composer, refused, sent
from dossier.web.notebooks.writing_views import sign


def fragment_keep(request: HttpRequest) -> HttpResponse:
    """Keep what may be of use one day, then show what waits there already."""
    if request.method != "POST":
        return _rummage(request, composer(request, None))
    team = heap_named(request.user, request.POST.get("notebook", ""))
    form = sent(request)
    if not form.is_valid():
        rescue.keep(request, request.user, path=reverse("fragment-keep"))
        return _rummage(request, refused(request, form), status=422)
    return sign(request, bricabrac(by=request.user, team=team), form)


def _rummage(request: HttpRequest, context: dict, status: int = 200) -> HttpResponse:
    choice = timeline.Choice(before=place(request.GET.get("avant", "")))
    seen = Notebook.objects.visible_to(request.user).filter(kind=Notebook.Kind.BRICABRAC)
    among = dict(seen.telling_writable(request.user).values_list("pk", "is_writable"))
    writable = [pk for pk, is_writable in among.items() if is_writable]
    page = timeline.read_all(by=request.user, choice=choice, among=among)
    record_openings(by=request.user, notebook_ids={line.notebook_id for line in page.writings})
    shown = cards(page.writings, writable=writable)
    context |= {"page": page, "cards": shown, "heaps": heaps(request.user)}
    partial = request.headers.get("X-Suite") and request.method == "GET"
    template = "_fragments.html" if partial else "fragment_keep.html"
    return render(request, f"bricabrac/{template}", context, status=status)


def _fragments(request: HttpRequest) -> QuerySet[Writing]:
    """Return the fragments the worker may file: those of the heaps they write in."""
    mine = Notebook.objects.writable_by(request.user).filter(kind=Notebook.Kind.BRICABRAC)
    return Writing.objects.filter(notebook__in=mine, answers=None).for_reading()


def fragment_file(request: HttpRequest, pk: int) -> HttpResponse:
    """File a fragment in a notebook: those it mentions are offered first."""
    fragment = get_object_or_404(_fragments(request), pk=pk)
    writable = Notebook.objects.writable_by(request.user).exclude(pk=fragment.notebook_id)
    if request.method == "POST":
        notebook = get_object_or_404(writable, pk=number(request.POST.get("notebook", "")))
        file_away(by=request.user, writing=fragment, notebook=notebook)
        filed = {"notebook": notebook, "pk": pk}
        messages.success(request, render_to_string("bricabrac/_filed.html", filed, request))
        return redirect("notebook-detail", notebook.pk)  # at its top, where it can be taken back
    line = timeline.read_one(pk, by=request.user)
    record_openings(by=request.user, notebook_ids={fragment.notebook_id})
    context = {"card": cards([line])[0]}
    context |= named_first(writable.order_by("kind", "title"), fragment.text)
    return render(request, "bricabrac/fragment_file.html", context)


@require_POST
def fragment_put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back in its bric-à-brac what was filed too quickly."""
    filed = get_object_or_404(filed_by(request.user), pk=pk)
    try:
        heap = put_back(by=request.user, writing=filed)
    except AnsweredThere:
        messages.warning(
            request,
            said(
                "On y a répondu, sans lire {bricabrac.le} : {fragment.le} reste ici, avec "
                "{reponse.le}."
            ),
        )
        return redirect("writing-detail", pk)
    messages.success(request, f"C’est remis ({heap}).")
    return redirect("fragment-keep")
