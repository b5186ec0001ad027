"""Pages of causes."""

import re
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.collectives.actions import open_collective
from dossier.collectives.causes import tell_nameless, withdraw
from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.notebooks import actions
from dossier.notebooks.drafts import keep_draft, listed
from dossier.notebooks.models import Draft, NotAllowed, Notebook, Writing
from dossier.notebooks.passages import NotVerbatim
from dossier.web import rescue
from dossier.web.causes.forms import NamelessForm, NewCauseForm, causes_of
from dossier.web.causes.sheets import AGAIN, Sheet
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry

GESTURE = re.compile(r"voir|refaire|couper|garder")
CARRIED = re.compile(r"(?:text|made|before)(?:-\d{1,18})?|hide|shown|left|version")
NOT_VERBATIM = (
    "Un passage se reprend mot pour mot. Enlevez ce qui ne sert pas, en mettant […] à la place ; "
    "vous pourrez tout changer à la page suivante."
)


def cause_create(request: HttpRequest) -> HttpResponse:
    """Open a cause."""
    form = open_form(NewCauseForm, request, worker=request.user)
    if request.method != "POST" or not form.is_valid():
        return retry(request, "causes/cause_create.html", {"form": form})

    def act() -> str:
        kind = Notebook.Kind.CAUSE
        cause = open_collective(by=request.user, kind=kind, **form.given())
        done = said("C’est fait : {cahier.le} « {name} » est {cahier:ouvert,ouverte}.", name=cause)
        messages.success(request, done)
        return reverse("notebook-detail", args=[cause.notebook_id])

    return once(request, act)


@require_safe
def cause_plead(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to speak up for a cause: choose what serves, first of what is told there."""
    cause = get_object_or_404(causes_of(request.user), pk=pk)
    choose = reverse("assembly-choose", args=[uuid.uuid4()])
    return redirect(f"{choose}?cahier={cause.pk}")


def writing_nameless(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell a passage in a cause without the names: choose it, check the names, sign."""
    writable = Notebook.objects.writable_by(request.user)
    source = get_object_or_404(Writing.objects.for_reading().filter(notebook__in=writable), pk=pk)
    if draft := _waiting(request):
        return redirect(f"{request.path}?brouillon={draft.key}")
    form = open_form(NamelessForm, request, worker=request.user, source=source.notebook)
    sheet = Sheet(source, by=request.user, fields=_fields(request))
    if request.method == "POST":
        return _do(request, form, sheet)
    record_opening(by=request.user, notebook=source.notebook)
    return _show(request, form, sheet)


def _fields(request: HttpRequest) -> dict[str, Any]:
    """Return what was sent, or what a draft kept."""
    if request.method == "POST":
        return rescue.fields_of(request)
    draft = rescue.draft_of(request)
    return draft.fields if draft else {}


def _waiting(request: HttpRequest) -> Draft | None:
    """Return what one had begun here, unless one asks to begin anew."""
    if request.method == "POST" or {"brouillon", "neuf"} & request.GET.keys():
        return None
    return Draft.objects.of(request.user).filter(path=request.path).first()


def _do(request: HttpRequest, form: NamelessForm, sheet: Sheet) -> HttpResponse:
    """Do what a gesture asks, all being kept; or sign."""
    asked = request.POST.get("geste", "")
    if not GESTURE.fullmatch(asked):
        asked = "" if sheet.is_checking else "voir"
    fields = {name: told for name, told in sheet.fields.items() if name != "geste"}
    if asked == "couper":
        return _keep(request, fields | {"step": AGAIN})
    if asked == "garder":
        return _keep(request, fields)
    try:
        if form.is_valid() and not asked:
            return _sign(request, form, sheet)
        if form.is_valid():
            return _keep(request, fields | sheet.made_again() | {"step": "2"})
    except NotVerbatim:
        form.add_error("extract", NOT_VERBATIM)
    return _show(request, form, sheet)


def _keep(request: HttpRequest, fields: dict[str, Any]) -> HttpResponse:
    key = rescue.form_key(request)
    keep_draft(by=request.user, key=key, path=request.path, fields=fields)
    return redirect(f"{request.path}?brouillon={key}")


def _show(request: HttpRequest, form: NamelessForm, sheet: Sheet) -> HttpResponse:
    """Show the passage to choose, or the names to check; all that is not shown is sent along."""
    is_checking = sheet.is_checking and not {"extract", "notebook"} & form.errors.keys()
    carried = [] if is_checking else _carried(sheet.fields)
    chosen = number(str(form["notebook"].value() or ""))
    context = {
        "form": form,
        "sheet": sheet,
        "source": sheet.source,
        "notebook": sheet.source.notebook,
        "carried": carried,
        "cause": causes_of(request.user).filter(pk=chosen).first(),
        "passage": sheet.passage,
        "is_resumed": "brouillon" in request.GET,
    }
    template = "nameless_check" if is_checking else "nameless_choose"
    return retry(request, f"causes/{template}.html", context)


def _carried(fields: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what is sent along while one goes back to the passage: the boxes, the ticks."""
    names = [name for name in fields if CARRIED.fullmatch(name)]
    return [(name, value) for name in names for value in listed(fields[name])]


def _sign(request: HttpRequest, form: NamelessForm, sheet: Sheet) -> HttpResponse:
    """Sign what is in the boxes, or say what is missing."""
    for fault in sheet.faults():
        form.add_error(None, fault)
    if form.errors:
        return _show(request, form, sheet)
    given = form.cleaned_data

    def act() -> str:
        saved = tell_nameless(
            by=request.user,
            source=sheet.source,
            cause=given["notebook"] or _opened(request, given["name"]),
            text=sheet.boxes[0].text,
            answers=sheet.answers,
            moment=given["moment"],
            version=sheet.version,
            key=rescue.form_key(request),
        )
        return reverse("writing-detail", args=[saved.pk])

    try:
        answer = once(request, act)
    except actions.AlreadyWritten as already:
        return _again(request, already.writing)
    messages.success(request, "C’est enregistré, sans les noms.")
    return answer


def _opened(request: HttpRequest, name: str) -> Notebook:
    """Return the cause of that name in which one writes, opened if there is none."""
    if known := causes_of(request.user).filter(title__iexact=name).first():
        return known
    opened = {"by": request.user, "name": name, "kind": Notebook.Kind.CAUSE}
    return open_collective(**opened, teams=request.user.groups.all()).notebook


def _again(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The form was signed, and came again with other words: they become its correction."""
    path, key = reverse("writing-correct", args=[writing.pk]), rescue.form_key(request)
    told = writing.nameless.source_id
    text = request.POST.get("text" if not writing.answers_id else f"text-{told}", "")
    fields = {"text": text, "version": str(writing.version), "corrects": str(writing.pk)}
    keep_draft(by=request.user, key=key, path=path, fields=fields)
    messages.warning(
        request,
        "C’était déjà enregistré. Le voici avec vos changements : enregistrez pour corriger.",
    )
    return redirect(f"{path}?brouillon={key}")


@require_POST
def telling_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take what was told out of the cause."""
    telling = get_object_or_404(Writing.objects.visible_to(request.user).for_reading(), pk=pk)
    try:
        withdraw(by=request.user, writing=telling)
    except NotAllowed:
        raise Http404 from None
    messages.success(request, said("C’est retiré {cause.du}."))
    return redirect("writing-detail", pk=pk)
