"""What the law awaits: a page one goes and reads; and why something is not there."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.journal.actions import record_openings
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.reading.models import Request
from dossier.rights import awaits
from dossier.rights.awaiting_rules import KEYS
from dossier.rights.awaits import Awaited
from dossier.rights.models import Explanation
from dossier.web.awaits.forms import ExplanationForm
from dossier.web.awaits.gather import awaited, house_lines, tell, told
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry

PAGE = 40  # persons
BEFORE, BINDER = "before", "C’est dans le classeur."


@require_safe
def law_awaits(request: HttpRequest) -> HttpResponse:
    """Show what the law awaits of the house, then for each person one reads, by name."""
    today = timezone.localdate()
    found = awaited(worker=request.user, today=today)
    first = (max(number(request.GET.get("suite", "")) or 1, 1) - 1) * PAGE
    shown = found[first : first + PAGE]
    record_openings(by=request.user, notebook_ids={one.dossier.notebook_id for one in shown})
    untold = [one for one in shown if any(map(_is_untold, one.lines))]
    context = {
        "persons": [
            (one, lines)
            for one in shown
            if (lines := [told(line, today) for line in one.lines if not _is_untold(line)])
        ],
        "untold": untold,
        "may_say_binder": any(one.may_write for one in untold),
        "house_lines": house_lines(worker=request.user, today=today) if not first else [],
        "next": first // PAGE + 2 if found[first + PAGE :] else None,
        "is_first": not first,
    }
    return render(request, "awaits/law_awaits.html", context)


def _is_untold(line: Awaited) -> bool:
    """Whether a line says that nothing at all is noted, and nobody said why."""
    return line.key == BEFORE and not line.explanation


@require_POST
def law_binder(request: HttpRequest) -> HttpResponse:
    """Say of several persons at once that what they were given is noted on paper."""
    asked = {number(one) for one in request.POST.getlist("qui")}
    rows = Dossier.objects.filter(notebook__in=Notebook.objects.writable_by(request.user))
    dossiers = list(rows.filter(notebook__in=asked - {None}).select_related("person", "notebook"))
    if len(dossiers) != len(asked):
        raise Http404
    with transaction.atomic():
        for one in dossiers:
            awaits.explain(by=request.user, dossier=one, key=BEFORE, words=BINDER)
    done = (
        "C’est noté, et cela peut se redire autrement." if dossiers else "Cochez au moins un nom."
    )
    messages.success(request, done)
    return redirect("law-awaits")


def person_explain(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Say why something awaited is not there; what was said before stays below."""
    dossier = _writable(request, pk)
    _must_be_known(dossier, what)
    before = list(Explanation.objects.filter(dossier=dossier, key=what).select_related("by"))
    form = open_form(
        ExplanationForm, request, initial={"words": before[-1].words if before else ""}
    )
    if request.method != "POST" or not form.is_valid():
        found = awaited(worker=request.user, today=timezone.localdate(), notebook=dossier.notebook)
        lines = [tell(one.sentence) for who in found for one in who.lines if one.key == what]
        context = {"form": form, "notebook": dossier.notebook, "lines": lines}
        context |= {"before": before[::-1], "back": _rights(pk)}
        return retry(request, "awaits/person_explain.html", context)

    def act() -> str:
        awaits.explain(by=request.user, dossier=dossier, key=what, **form.given())
        messages.success(request, "C’est noté, et cela peut se redire autrement.")
        return _rights(pk)

    return once(request, act)


def _writable(request: HttpRequest, pk: int) -> Dossier:
    rows = Dossier.objects.filter(notebook__in=Notebook.objects.writable_by(request.user))
    return get_object_or_404(rows.select_related("person", "notebook"), notebook=pk)


def _rights(pk: int) -> str:
    return f"{reverse('person-rights', args=[pk])}#attendu"


def _must_be_known(dossier: Dossier, key: str) -> None:
    """Raise Http404 for what nothing awaited of this dossier is called."""
    asked = number(key.removeprefix(awaits.OF_REQUEST)) if key not in KEYS else None
    if key not in KEYS and not (
        key.startswith(awaits.OF_REQUEST)
        and Request.objects.filter(pk=asked, dossier=dossier).exists()
    ):
        raise Http404
