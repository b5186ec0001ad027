"""Pages of writings: write, read, correct, answer, compare versions."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.collectives.causes import may_withdraw
from dossier.establishment.house import said
from dossier.journal.actions import record, record_opening
from dossier.journal.models import Entry
from dossier.meetings.models import Point
from dossier.notebooks import actions, passages, rules, ties, timeline
from dossier.notebooks.attachments import own
from dossier.notebooks.bricabrac import filed_by
from dossier.notebooks.models import Attachment, Notebook, Outline, Writing
from dossier.notebooks.versions import versions
from dossier.projects.models import Project
from dossier.projects.rules import REVIEW
from dossier.rights.models import Contract
from dossier.web import rescue
from dossier.web.bricabrac.heaps import heap
from dossier.web.converters import number
from dossier.web.files import receiving
from dossier.web.notebooks.articles import days, piece
from dossier.web.notebooks.forms import BLANK, WritingForm, initial_of
from dossier.web.notebooks.views import composer, handed_over, outline_of, refused, sent
from dossier.web.ties.shelves import Place, shelves

CORRECTED = "La correction est enregistrée ; l’ancienne version reste lisible."
CORRECTED_NAMELESS = (
    "La correction est enregistrée ; seul qui lit là d’où cela vient peut encore lire le texte "
    "d’avant."
)


def _readable(request: HttpRequest):
    return Writing.objects.visible_to(request.user).for_reading()


def attached(writing: Writing) -> list[Attachment]:
    """Return the files joined to the present version of a writing itself."""
    return list(own(writing).defer("blob__text"))


def _at(writing: Writing) -> str:
    """Return where a writing stands: its project, meeting or contract, or its notebook."""
    if writing.is_common:
        if Project.objects.filter(Q(text=writing) | Q(easy=writing)).exists():
            return reverse("project-detail", args=[writing.notebook_id])
        if point := Point.objects.exclude(meeting=None).filter(conclusion=writing).first():
            return f"{reverse('meeting-detail', args=[point.meeting_id])}#p{point.pk}"
        if contract := Contract.objects.filter(writing=writing).first():
            return reverse("contract-detail", args=[writing.notebook_id, contract.pk])
    if part := _part_of_project(writing):
        return f"{reverse('project-detail', args=[writing.notebook_id])}#{part}"
    address = reverse("notebook-detail", args=[writing.notebook_id])
    return f"{address}#e{writing.pk}"


def _part_of_project(writing: Writing) -> str:
    """Return the part of a project's page where a writing of its notebook is read, if it is one:
    a review, an answer to its text.
    """
    if writing.notebook.kind != Notebook.Kind.PROJECT:
        return ""
    if writing.heading and writing.heading.folded == actions.folded(REVIEW):
        return "bilans"
    answers = writing.answers_id and Project.objects.filter(text=writing.answers_id).exists()
    return "leurs-mots" if answers else ""


def _say(request: HttpRequest, done: str, doubtful: set[str]) -> None:
    messages.success(request, done)
    for name in sorted(doubtful):
        messages.warning(
            request,
            said(
                "Deux {cahier.pluriel} s’appellent « {name} » : @{name} ne mène nulle part. "
                "Corrigez {ecrit.le} en ajoutant de quoi les distinguer, si l’un des noms est plus "
                "long.",
                name=name,
            ),
        )


def writing_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Write in a notebook, maybe to answer a writing of it."""
    notebook = get_object_or_404(Notebook.objects.writable_by(request.user), pk=pk)
    answered = _answered(request, notebook)
    if answered:
        record_opening(by=request.user, notebook=notebook)
    context = {"notebook": notebook, "answered": answered}
    if request.method != "POST":
        begun = outline_of(request, request.GET.get("trame", ""))
        initial = {"text": begun.text, "outline": begun.pk} if begun else {}
        initial |= {"heading": request.GET.get("rubrique", "")[:80]}
        initial |= {"came": request.GET.get("venu", "")[:300]}
        if (voice := request.GET.get("voix")) in Writing.Voice:
            initial["voice"] = voice
        context |= composer(request, notebook if not begun else None, initial)
        context["outlines"] = Outline.objects.of(request.user).filter(is_retired=False)
        context["shelves"] = also(request, notebook)
        return render(request, "notebooks/writing_create.html", context)
    form = sent(request)
    if not form.is_valid():
        rescue.keep(request, request.user, path=reverse("writing-create", args=[pk]))
        context |= refused(request, form) | {"shelves": also(request, notebook)}
        return render(request, "notebooks/writing_create.html", context, status=422)
    return sign(request, notebook, form, answered)


def also(request: HttpRequest, notebook: Notebook) -> list[tuple[str, list[Place]]]:
    """Return what a writing of `notebook` may also be tied to while it is written."""
    return shelves(Notebook.objects.mentionable(request.user).exclude(pk=notebook.pk))


@transaction.atomic
def _written(request: HttpRequest, form: WritingForm, **given: Any) -> tuple[Writing, set[str]]:
    """Sign a form that holds, and tie the writing to what was chosen with it."""
    key = rescue.form_key(request)
    writing, doubtful = actions.write(by=request.user, content=form.content(), key=key, **given)
    other = form.cleaned_data["also"]
    if other and other.pk != writing.notebook_id:
        ties.tie(by=request.user, writing=writing, notebook=other)
    return writing, doubtful


def sign(
    request: HttpRequest, notebook: Notebook, form: WritingForm, answered: Writing | None = None
) -> HttpResponse:
    """Sign a form that holds, and go where it can be read."""
    try:
        writing, doubtful = _written(request, form, notebook=notebook, answers=answered)
    except actions.AlreadyWritten as already:
        return _changed_after_signing(request, already.writing, form)
    came = handed_over(form.cleaned_data["came"])
    if notebook.kind == Notebook.Kind.BRICABRAC:
        _say(request, f"C’est gardé ({notebook}).", doubtful)
        return redirect(came or "fragment-keep")
    _say(request, said("C’est noté dans {cahier.le} « {name} ».", name=notebook), doubtful)
    return redirect(came or _at(writing))


def _changed_after_signing(
    request: HttpRequest, writing: Writing, form: WritingForm
) -> HttpResponse:
    """The form went back and came again with other words: offer them as a correction."""
    rescue.keep(request, request.user, path=reverse("writing-correct", args=[writing.pk]))
    messages.warning(
        request,
        "Ce texte était déjà enregistré. Le voici avec vos changements : enregistrez-le pour le "
        "corriger.",
    )
    context = refused(request, form) | {"writing": writing, "notebook": writing.notebook}
    context["values"]["version"] = writing.version
    context["present"] = attached(writing)
    return render(request, "notebooks/writing_correct.html", context, status=409)


def _answered(request: HttpRequest, notebook: Notebook) -> Writing | None:
    """Return what is answered: what the form or the address says, or the draft taken up."""
    named = request.POST.get("answers") or request.GET.get("repond")
    if not named and (draft := rescue.draft_of(request)):
        kept = number(draft.fields.get("answers", ""))
        return _readable(request).filter(pk=kept, notebook=notebook).first()
    if (asked := number(named or "")) is None:
        return None
    return get_object_or_404(_readable(request), pk=asked, notebook=notebook)


@require_safe
def writing_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one writing, with what it answers and what answers it."""
    writing = get_object_or_404(_readable(request), pk=pk)
    line = timeline.read_one(pk, by=request.user)
    notebook = writing.notebook
    record_opening(by=request.user, notebook=notebook)
    may_write = Notebook.objects.writable_by(request.user).filter(pk=notebook.pk).exists()
    shown = days(
        [line],
        worker_id=request.user.pk,
        notebook_id=notebook.pk,
        writable=[notebook.pk] if may_write else [],
        is_whole=True,
    )
    context = {"writing": writing, "notebook": notebook, "may_write": may_write, "days": shown}
    mine = line.is_common or line.author_id == request.user.pk
    context["may_recompose"] = may_write and line.pieces and mine
    context["joined"] = line.attached
    context["title"] = rules.untitled(line.text)[0]
    context["may_withdraw"] = may_withdraw(by=request.user, writing=writing)
    context["may_put_back"] = may_write and filed_by(request.user).filter(pk=pk).exists()
    return render(request, "notebooks/writing_detail.html", context)


def writing_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one's own writing, or one with several hands: a new version, the former ones stay."""
    writing = get_object_or_404(_readable(request).correctable_by(request.user), pk=pk)
    record_opening(by=request.user, notebook=writing.notebook)
    present = attached(writing)
    context = {"writing": writing, "notebook": writing.notebook, "present": present}
    context["line"] = line = timeline.read_one(pk, by=request.user)
    template = "notebooks/writing_correct.html"
    if request.method != "POST":
        context |= composer(request, None, initial=initial_of(writing))
        return render(request, template, context)
    off = set(map(number, request.POST.getlist("off")))
    form = sent(request, holds_files=any(one.pk not in off for one in present))
    if not form.is_valid():
        rescue.keep(request, request.user)
        return render(request, template, context | refused(request, form), status=422)
    try:
        saved, doubtful = actions.correct(
            by=request.user,
            writing=writing,
            version=number(request.POST.get("version", "")) or 0,
            content=form.content(),
            off=off,
            key=rescue.form_key(request),
        )
    except actions.Outdated as outdated:
        rescue.keep(request, request.user)
        context |= refused(request, form) | {"newer": outdated.writing}
        context["values"]["version"] = outdated.writing.version
        return render(request, template, context, status=409)
    _say(request, CORRECTED_NAMELESS if line.nameless else CORRECTED, doubtful)
    return redirect(_at(saved))


@require_safe
def writing_versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the versions of a writing and what changed, in words."""
    writing = get_object_or_404(_readable(request), pk=pk)
    record(by=request.user, notebook=writing.notebook, act=Entry.Act.READ_VERSIONS, writing=writing)
    told = versions(writing, by=request.user)
    for one in told:
        for taken in (one.taken, one.gone, one.come):
            taken[:] = [piece(excerpt, one.by) for excerpt in taken]
    context = {
        "writing": writing,
        "notebook": writing.notebook,
        "versions": told,
        "changes": [] if _is_sealed(request, pk) else writing.label_changes.select_related("by"),
    }
    return render(request, "notebooks/writing_versions.html", context)


def _is_sealed(request: HttpRequest, pk: int) -> bool:
    return bool(passages.sealed({pk}, by=request.user))


@require_POST
def writing_place(request: HttpRequest) -> HttpResponse:
    """Sign what was written on the first page, or ask in which notebook it goes."""
    chosen = request.POST.get("notebook", "")
    if (pk := number(chosen)) is not None:
        return writing_create(request, pk)
    if chosen:
        return writing_create(request, heap(request.user, chosen).pk)
    draft = rescue.keep(request, request.user, path=reverse("writing-place"))
    for refusal in receiving.receive(request, worker=request.user, key=rescue.form_key(request)):
        messages.warning(request, refusal)
    if not draft:
        messages.warning(request, BLANK)
        return redirect("home")
    return redirect("draft-place", key=draft.key)
