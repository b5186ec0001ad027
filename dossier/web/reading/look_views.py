"""Looking, before the person reads, at what speaks of others: for who keeps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.journal.actions import record_opening, record_openings
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.reading import copy, covering, rules
from dossier.reading.desk import COVER, SHOW, Desk
from dossier.reading.models import Beside, Covering
from dossier.reading.telling import place, who
from dossier.web import converters
from dossier.web.drafts import once, open_form, retry
from dossier.web.keyed import KeyedForm
from dossier.web.reading.forms import BesideForm, LookForm
from dossier.web.reading.views import readable

CHANGED = (
    "Rien n’a été enregistré : ce que vous aviez coché a changé entre-temps, ou quelqu’un en a "
    "déjà décidé. Regardez à nouveau."
)
OTHERS_DONE = (
    "C’est enregistré, sauf pour ce qui a changé entre-temps, ou dont quelqu’un avait déjà décidé. "
    "Regardez à nouveau ce qui reste ici."
)


@require_safe
def reading_waiting(request: HttpRequest, pk: int) -> HttpResponse:
    """List what waits to be looked at, oldest first, for who may decide something of it."""
    dossier = readable(request, pk)
    decidable = covering.decidable(by=request.user, dossier=dossier)
    keeps = Notebook.objects.kept_by(request.user).filter(pk=pk).exists()
    if not (keeps or decidable.exists()):
        raise Http404
    after = converters.place(request.GET.get("depuis", ""))
    is_all = request.GET.get("tout") == "1"
    found, more = covering.waiting(by=request.user, dossier=dossier, after=after, is_all=is_all)
    read = {one.writing.notebook_id for one in found}
    record_openings(by=request.user, notebook_ids=read | {dossier.notebook_id})
    called = dossier.person.called
    rows = [{"passage": one, "who": who(one, called), "place": place(one)} for one in found]
    for row in rows:
        row["doubts"] = sorted({sign.said for sign in row["passage"].listening.signs})
    context = {
        "notebook": dossier.notebook,
        "form": KeyedForm(),
        "groups": [
            {"is_shown": sort == SHOW, "rows": those}
            for sort in (SHOW, COVER)
            if (those := [one for one in rows if one["passage"].at_once == sort])
        ],
        "rows": [one for one in rows if not one["passage"].at_once],
        "after": after,
        "place": more,
        "is_first": after is None,
        "is_all": is_all,
        "keeps": keeps,
    }
    return render(request, "reading/reading_waiting.html", context)


@require_POST
def reading_several(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide as proposed of the writings ticked, wholly shown or wholly covered; what changed since
    it was shown is refused, and shown anew on the list.
    """
    dossier = readable(request, pk)
    if not covering.decidable(by=request.user, dossier=dossier).exists():
        raise Http404

    def act() -> str:
        seen = _seen(request.POST.getlist("voir")[: covering.PAGE])
        refused = covering.as_proposed(by=request.user, dossier=dossier, seen=seen)
        _tell(request, seen, refused)
        after = converters.place(request.POST.get("depuis", ""))
        listed = reverse("reading-waiting", args=[pk])
        return listed if after is None else f"{listed}?depuis={after}"

    return once(request, act)


def _seen(told: list[str]) -> dict[int, str]:
    """Return what was ticked: the print of what one saw, by number of writing."""
    parts = [one.partition(".") for one in told]
    return {
        pk: mark for told_pk, _, mark in parts if (pk := converters.number(told_pk)) is not None
    }


def _tell(request: HttpRequest, seen: dict[int, str], refused: set[int]) -> None:
    if not seen:
        messages.warning(request, "Aucun n’était coché : rien n’a changé.")
    elif refused:
        messages.warning(request, CHANGED if refused == set(seen) else OTHERS_DONE)
    else:
        messages.success(request, "C’est enregistré : ce que vous aviez coché est décidé.")


def reading_look(request: HttpRequest, pk: int, writing: int) -> HttpResponse:
    """Decide what the person reads of one writing, then go on to the next that waits."""
    dossier = readable(request, pk)
    decidable = covering.decidable(by=request.user, dossier=dossier)
    found = get_object_or_404(decidable, pk=writing)
    (passage,) = Desk(by=request.user, dossier=dossier).read([found])
    form = open_form(LookForm, request, passage=passage)
    form.take_up()
    if request.method != "POST" or not form.is_valid():
        record_opening(by=request.user, notebook=found.notebook)
        context = {
            "form": form,
            "passage": passage,
            "notebook": dossier.notebook,
            "who": who(passage, dossier.person.called),
            "place": place(passage),
            "former": _former(request, dossier, writing),
            "back": reverse("reading-waiting", args=[pk]),
        }
        return retry(request, "reading/reading_look.html", context)

    def act() -> str:
        covering.cover(by=request.user, dossier=dossier, writing=found, **form.decided())
        return _next(request, dossier, found.position)

    return once(request, act)


def reading_beside(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide what the copy shows of the words beside the writings."""
    dossier = readable(request, pk, is_kept=True)
    there = copy.beside(by=request.user, dossier=dossier)
    form = open_form(BesideForm, request, words=there, decided=Beside.objects.decided(dossier))
    if request.method != "POST" or not form.is_valid():
        record_opening(by=request.user, notebook=dossier.notebook)
        context = {"form": form, "notebook": dossier.notebook}
        return retry(request, "reading/reading_beside.html", context)

    def act() -> str:
        copy.cover_beside(by=request.user, dossier=dossier, chosen=form.chosen())
        messages.success(request, "C’est enregistré : la copie en tient compte.")
        return reverse("person-copy", args=[pk])

    return once(request, act)


def _next(request: HttpRequest, dossier: Dossier, position: int) -> str:
    """Return where the next that waits is looked at; the list when there is none close by."""
    rest, more = covering.waiting(by=request.user, dossier=dossier, after=position, size=1)
    if rest:
        return reverse("reading-look", args=[dossier.notebook_id, rest[0].writing.pk])
    if more is None:
        messages.success(request, "C’est enregistré. Plus rien n’attend après.")
        return reverse("reading-waiting", args=[dossier.notebook_id])
    return f"{reverse('reading-waiting', args=[dossier.notebook_id])}?depuis={more}"


def _former(request: HttpRequest, dossier: Dossier, writing: int) -> list[dict]:
    """Return what was decided before, the latest first: who, when, why."""
    kept = Covering.objects.visible_to(request.user).filter(dossier=dossier, writing=writing)
    return [
        {
            "one": one,
            "whole": rules.told([one.whole]) if one.whole in rules.REASONS else "",
            "told": rules.told(dict.fromkeys(reason for *_, reason in one.spans)),
        }
        for one in kept.select_related("by").order_by("-pk")
    ]
