"""Pages and gestures of points: set aside, move, put off, conclude, answer."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dossier.establishment.house import said
from dossier.journal.actions import record_opening
from dossier.meetings import actions, points
from dossier.meetings.models import Meeting, Point
from dossier.notebooks import rules
from dossier.notebooks.actions import AlreadyWritten
from dossier.notebooks.models import NotAllowed, Notebook, Writing
from dossier.web import rescue
from dossier.web.drafts import already, once, open_form, put_by, retry
from dossier.web.meetings.around import Shown
from dossier.web.meetings.forms import (
    AnswerForm,
    ConclusionForm,
    PointForm,
    PointWordsForm,
    SetAsideForm,
    where,
)
from dossier.web.meetings.views import meeting_of
from dossier.web.notebooks.forms import initial_of
from dossier.web.notebooks.views import composer


def _point(request: HttpRequest, pk: int) -> Point:
    """Return the point `pk`, if one may know of it and writes in its notebook."""
    known = Point.objects.telling_read(request.user).select_related(
        "notebook", "meeting", "writing__heading", "conclusion", "answer"
    )
    writable = Notebook.objects.writable_by(request.user)
    return get_object_or_404(known.filter(notebook__in=writable), pk=pk)


def _place(point: Point) -> str:
    """Return the address where a point is read."""
    if point.meeting_id:
        return reverse("meeting-detail", args=[point.meeting_id]) + f"#p{point.pk}"
    return reverse("meeting-list", args=[point.notebook_id])


def _say_where(request: HttpRequest, point: Point) -> None:
    told = "C’est mis de côté pour {reunion.le} de « {name} »."
    if not point.meeting_id:
        told = "C’est mis de côté dans « {name} », en attendant {reunion.un}."
    messages.success(request, said(told, name=point.notebook))


def writing_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a writing aside, to talk about it at a meeting."""
    readable = Writing.objects.visible_to(request.user).for_reading()
    writing = get_object_or_404(readable, pk=pk)
    form = open_form(SetAsideForm, request, notebooks=where(request.user))
    if request.method != "POST" or not form.is_valid():
        record_opening(by=request.user, notebook=writing.notebook)
        context = {"form": form, "writing": writing, "notebook": writing.notebook}
        return retry(request, "meetings/writing_set_aside.html", context)

    def act() -> str:
        point = actions.set_aside(by=request.user, writing=writing, **form.given())
        _say_where(request, point)
        return reverse("writing-detail", args=[pk])

    return once(request, act)


def point_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a point, in words, for the next meeting of a notebook."""
    writable = Notebook.objects.writable_by(request.user).filter(kind__in=actions.MEET)
    notebook = get_object_or_404(writable, pk=pk)
    return _put(request, notebook, None, reverse("meeting-list", args=[pk]))


def meeting_point(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a point, in words, on the agenda of a meeting."""
    meeting = meeting_of(request, pk, is_writing=True)
    return _put(request, meeting.notebook, meeting, reverse("meeting-detail", args=[pk]))


def _put(
    request: HttpRequest, notebook: Notebook, meeting: Meeting | None, back: str
) -> HttpResponse:
    form = open_form(PointForm, request)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": notebook, "back": back}
        return retry(request, "meetings/point_create.html", context)

    def act() -> str:
        given = form.given()
        point = actions.set_aside(by=request.user, notebook=notebook, meeting=meeting, **given)
        return _place(point)

    return once(request, act)


def point_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a point its own words, or change them."""
    point = _point(request, pk)
    initial = {"words": point.words}
    form = open_form(PointWordsForm, request, initial=initial, is_needed=not point.is_read)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "point": point, "back": _place(point)}
        return retry(request, "meetings/point_edit.html", context)

    def act() -> str:
        points.word(by=request.user, point=point, **form.given())
        return _place(point)

    return once(request, act)


@require_POST
def point_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a point up or down the agenda."""
    point = _point(request, pk)

    def act() -> str:
        points.move(by=request.user, point=point, is_up=request.POST.get("way") != "down")
        return _place(point)

    return once(request, act)


@require_POST
def point_put_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a point off to the next meeting."""
    point = _point(request, pk)
    back = _place(point).partition("#")[0]

    def act() -> str:
        if point.conclusion_id or not point.meeting_id:
            return back
        later = points.put_off(by=request.user, point=point)
        told = "Ce point est remis à la prochaine fois." if later else (
            "Ce point attend la prochaine fois."
        )  # fmt: skip
        messages.success(request, told)
        return back

    return once(request, act)


@require_POST
def point_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a point one put."""
    if sent := already(request):
        return sent
    point = _point(request, pk)
    back = _place(point).partition("#")[0]

    def act() -> str:
        path = reverse("point-create", args=[point.notebook_id])
        try:
            points.withdraw(by=request.user, point=point)
        except NotAllowed:
            told = "Seul qui a mis ce point peut le retirer, tant que rien n’en est conclu."
            messages.warning(request, told)
            return back
        if point.words:
            put_by(request, path, words=point.words)
            told = "Le point est retiré. Ses mots attendent dans vos {brouillon.pluriel}."
            messages.success(request, said(told))
        return back

    return once(request, act)


@require_POST
def point_loosen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a conclusion off a point where it has no place; the writing stays in the notebook."""
    point = _point(request, pk)

    def act() -> str:
        if point.conclusion_id:
            points.loosen(by=request.user, point=point)
            told = "Ce point est de nouveau libre. Ce qui était conclu reste dans {cahier.le}."
            messages.success(request, said(told))
        return _place(point)

    return once(request, act)


def point_conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what was concluded of a point; concluded already, it is corrected."""
    point = _point(request, pk)
    form = open_form(ConclusionForm, request, has_words=bool(point.words))

    def act() -> Writing:
        key = rescue.form_key(request)
        return actions.conclude(by=request.user, point=point, key=key, **form.given())

    return _say(request, point, form, act, "conclusion")


def point_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what the direction answered to a conclusion; noted already, it is corrected."""
    point = _point(request, pk)
    if not point.conclusion_id:
        return redirect("point-conclude", pk)
    form = open_form(AnswerForm, request)

    def act() -> Writing:
        key = rescue.form_key(request)
        return actions.note_answer(by=request.user, point=point, key=key, **form.given())

    return _say(request, point, form, act, "answer")


def _say(
    request: HttpRequest, point: Point, form: Form, act: Callable[[], Writing], what: str
) -> HttpResponse:
    """Show the page where one concludes or answers, sign what is sent; said already, show both."""
    said_already = getattr(point, what)
    if request.method != "POST" and said_already:
        if not rescue.draft_of(request):
            return redirect("writing-correct", said_already.pk)
        return _both(request, point, said_already, form.initial.get("text", ""))
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "point": point, "back": _place(point), "notebook": point.notebook}
        context["one"] = Shown(point)
        return retry(request, f"meetings/point_{request.resolver_match.url_name[6:]}.html", context)
    try:
        act()
    except (actions.AlreadySaid, AlreadyWritten) as already_said:
        return _both(request, point, already_said.writing, form.cleaned_data["text"])
    return redirect(_place(point))


def _both(request: HttpRequest, point: Point, writing: Writing, text: str) -> HttpResponse:
    """Show what another signed meanwhile beside what was typed, to be made into one."""
    if request.method == "POST":
        rescue.keep(request, request.user)
    words = point.words if writing.pk != point.answer_id else ""
    writing = Writing.objects.for_reading().get(pk=writing.pk)
    context = composer(request, None, initial=initial_of(writing))
    context["values"] |= {"text": rules.titled(words, text), "version": writing.version}
    context["values"]["key"] = request.POST.get("key") or context["values"]["key"]
    context |= {"writing": writing, "newer": writing, "notebook": writing.notebook, "present": []}
    return render(request, "notebooks/writing_correct.html", context, status=409)
