"""Making an assembly of pieces, or making one again."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.journal.actions import record_openings
from dossier.notebooks import actions, pieces, rules
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Draft, Notebook, Writing
from dossier.notebooks.passages import NotVerbatim
from dossier.notebooks.taking_up import assemble, reassemble
from dossier.projects.models import Project
from dossier.web import rescue
from dossier.web.assemblies import slips
from dossier.web.assemblies.forms import CHANGED, OUTDATED, TOO_MUCH, AssemblyForm
from dossier.web.bricabrac.heaps import heap
from dossier.web.converters import number
from dossier.web.drafts import once, open_form, retry

GESTURE = re.compile(r"(monter|descendre|retirer|actuel)-\d{1,4}|ajouter|garder")
TEMPLATE = "assemblies/assembly_edit.html"


@require_safe
def assembly_list(request: HttpRequest) -> HttpResponse:
    """Show what one is assembling, and the assemblies one may read, the latest first."""
    signed = Writing.objects.assembled().visible_to(request.user).for_reading()
    context = {"begun": _begun(request), "assemblies": signed.order_by("-position")[:30]}
    return render(request, "assemblies/assembly_list.html", context)


def _begun(request: HttpRequest) -> list[Draft]:
    """Return what one is assembling."""
    return [one for one in Draft.objects.of(request.user) if slips.SOURCE in one.fields]


def assembly_create(request: HttpRequest) -> HttpResponse:
    """Assemble pieces in a new writing."""
    return _compose(request)


@require_safe
def writing_take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin an assembly with a writing, or add it to one already begun."""
    source = get_object_or_404(Writing.objects.visible_to(request.user), pk=pk)
    return _compose(request, begun=slips.expanded([source], by=request.user))


def assembly_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a writing again from other pieces: a new version, the former ones stay."""
    mine = Writing.objects.correctable_by(request.user)
    writing = get_object_or_404(mine.for_reading(), pk=pk)
    return _compose(request, writing=writing)


def _compose(
    request: HttpRequest, *, writing: Writing | None = None, begun: Sequence[slips.Slip] = ()
) -> HttpResponse:
    """Show the form, do what one of its gestures asks, or sign it."""
    initial = slips.as_fields(begun)
    if writing:
        title, text = rules.untitled(writing.text)
        initial = slips.of_writing(writing)
        initial |= {"title": title, "text": text, "version": writing.version}
    path = reverse("assembly-edit", args=[writing.pk]) if writing else reverse("assembly-create")
    if writing and (draft := _waiting(request, path)):
        return redirect(f"{path}?brouillon={draft.key}")
    form = open_form(AssemblyForm, request, initial=initial, worker=request.user, writing=writing)
    if GESTURE.fullmatch(request.POST.get("geste", "")):
        return _gesture(request, form)
    if request.method == "POST" and form.is_valid():
        return _sign(request, form, path)
    record_openings(by=request.user, notebook_ids=form.notebook_ids)
    more = {"begun": _begun(request), "source": begun[0].source_id} if begun else {}
    return _show(request, form, path, more)


def _show(
    request: HttpRequest, form: AssemblyForm, path: str, more: dict[str, Any]
) -> HttpResponse:
    """Show the form; one that was sent and refused is kept meanwhile."""
    context = {
        "form": form,
        "writing": form.writing,
        "path": path,
        "version": request.POST.get("version") or form.initial.get("version"),
        "added": request.POST.get("added") or form.initial.get("added"),
        "is_resumed": "brouillon" in request.GET,
        "is_easy": form.writing and Project.objects.filter(easy=form.writing).exists(),
    }
    return retry(request, TEMPLATE, context | more)


def _waiting(request: HttpRequest, path: str) -> Draft | None:
    """Return what one had begun at the same place, unless one asks to begin anew."""
    if request.method == "POST" or {"brouillon", "neuf"} & request.GET.keys():
        return None
    return Draft.objects.of(request.user).filter(path=path).first()


def _gesture(request: HttpRequest, form: AssemblyForm) -> HttpResponse:
    """Move a slip, take it off, bring it up to date, or go and choose others; all is kept."""
    asked = request.POST["geste"]
    rows, place = slips.moved(form.to_keep, asked)
    fields = rescue.fields_of(request) | slips.as_fields(rows)
    fields.pop("geste", None)
    key = rescue.form_key(request)
    keep_draft(by=request.user, key=key, path=request.path, fields=fields)
    if asked == "ajouter":
        return redirect("assembly-choose", key=key)
    return redirect(f"{request.path}?brouillon={key}#piece-{place}")


def _sign(request: HttpRequest, form: AssemblyForm, path: str) -> HttpResponse:
    """Sign a form that holds, or say why it cannot be and what to do."""
    given, writing, more = form.cleaned_data, form.writing, {}
    made = {
        "by": request.user,
        "takes": given["takes"],
        "text": given["text"],
        "key": rescue.form_key(request),
    }

    def act() -> str:
        if writing:
            version = number(request.POST.get("version", "")) or 0
            saved = reassemble(writing=writing, version=version, **made)
        else:
            saved = assemble(notebook=_notebook(request, given["notebook"]), **made)
        return reverse("writing-detail", args=[saved.pk])

    try:
        answer = once(request, act)
    except actions.AlreadyWritten as already:
        return _again(request, already.writing)
    except actions.Outdated as outdated:
        form.add_error(None, OUTDATED)
        more["version"] = outdated.writing.version
    except pieces.TooMuch:
        form.add_error(None, TOO_MUCH)
    except (pieces.NotReadable, NotVerbatim):
        form.add_error(None, CHANGED)
    if form.errors:
        return _show(request, form, path, more)
    places = [] if writing else form.fields["notebook"].choices
    place = next((f" : {name}" for value, name in places if value == given["notebook"]), "")
    messages.success(request, f"C’est enregistré{place}.")
    return answer


def _notebook(request: HttpRequest, chosen: str) -> Notebook:
    if (pk := number(chosen)) is not None:
        return get_object_or_404(Notebook.objects.writable_by(request.user), pk=pk)
    return heap(request.user, chosen)


def _again(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The form was signed, and came again with other words: they become its correction."""
    path, key = reverse("assembly-edit", args=[writing.pk]), rescue.form_key(request)
    fields = rescue.fields_of(request) | {"version": str(writing.version)}
    keep_draft(by=request.user, key=key, path=path, fields=fields)
    messages.warning(
        request,
        "C’était déjà enregistré. Le voici avec vos changements : enregistrez pour corriger.",
    )
    return redirect(f"{path}?brouillon={key}")
