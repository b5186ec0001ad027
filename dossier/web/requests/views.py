"""Pages of requests about what is kept of a person."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.journal.actions import record_opening, record_openings
from dossier.notebooks.models import Notebook
from dossier.persons.models import Dossier
from dossier.reading import requests as actions
from dossier.reading.letters import letter
from dossier.reading.models import Reply, Request
from dossier.reading.remedies import why
from dossier.retention.models import Archive
from dossier.retention.unsettled import without_answer
from dossier.rights.models import Frame
from dossier.rights.terms import Terms
from dossier.web import rescue
from dossier.web.dates import full_day
from dossier.web.drafts import once, open_form, retry
from dossier.web.files.with_form import holds, once_with_files, pending
from dossier.web.notebooks.views import composer
from dossier.web.requests import shown
from dossier.web.requests.forms import CompleteForm, ReplyForm, RequestForm
from dossier.web.retention.opened import opened

NEEDS_REASONS = {Reply.Answer.REFUSED, Reply.Answer.PARTLY}
REASONS_DUE = (
    "C’est enregistré, sans les raisons. Elles sont dues à qui demande, avec à qui s’adresser "
    "({why}) : écrivez-les dans la lettre, ou notez à nouveau ce qui a été répondu."
)
ANSWERED = 40
WAITING = 200


def _asked(found: QuerySet[Request]) -> QuerySet[Request]:
    kept = found.select_related("dossier__person", "dossier__notebook", "noted_by")
    return kept.prefetch_related("replies__noted_by")


def _readable(request: HttpRequest, pk: int, line: int) -> Request:
    found = _asked(Request.objects.visible_to(request.user))
    return get_object_or_404(found, pk=line, dossier__notebook=pk)


def _writable(request: HttpRequest, pk: int, line: int) -> Request:
    found = _asked(Request.objects.writable_by(request.user))
    return get_object_or_404(found, pk=line, dossier__notebook=pk)


def _page(asked: Request) -> str:
    return reverse("request-detail", args=[asked.dossier.notebook_id, asked.pk])


def _archived(request: HttpRequest) -> list[Request]:
    """Return those about dossiers in archive whose time runs all the same, but for one that is
    open: it is read as any other.
    """
    archives = Archive.objects.visible_to(request.user)
    read = Notebook.objects.visible_to(request.user)
    found = Request.objects.filter(dossier__archive__in=archives)
    found = found.exclude(dossier__notebook__in=read)
    return without_answer(found.select_related("dossier__person", "dossier__archive"))


@require_safe
def request_list(request: HttpRequest) -> HttpResponse:
    """Show the requests one may know of: those whose time runs, then those answered."""
    final = Reply.objects.filter(is_mistaken=False, answer__in=actions.FINAL)
    found = _asked(Request.objects.visible_to(request.user).filter(is_mistaken=False))
    # One whose last reply is not final waits again: told by `line`, among those with a final one.
    open_ones = found.exclude(pk__in=final.values("request")).order_by("asked_on", "pk")
    closed = found.filter(pk__in=final.values("request"))
    terms = Terms(Frame.here().terms)
    told = [shown.line(one, terms) for one in (*open_ones[:WAITING], *closed[:ANSWERED])]
    record_openings(by=request.user, notebook_ids={one["one"].dossier.notebook_id for one in told})
    context = {
        "waiting": [one for one in told if not one["is_answered"]],
        "answered": [one for one in told if one["is_answered"]],
        "archived": [shown.line(one, terms) for one in _archived(request)],
    }
    return render(request, "requests/request_list.html", context)


def request_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Note a request."""
    writable = Notebook.objects.writable_by(request.user)
    dossiers = Dossier.objects.filter(notebook__in=writable).select_related("notebook", "person")
    dossier = get_object_or_404(dossiers, notebook=pk)
    form = open_form(RequestForm, request)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": dossier.notebook}
        return retry(request, "requests/request_create.html", context)

    def act() -> str:
        return _page(actions.note_request(by=request.user, dossier=dossier, **form.given()))

    return once(request, act)


@require_safe
def request_detail(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Show a request: what the law says of it, what is ready, what was answered."""
    asked = _readable(request, pk, line)
    notebook = asked.dossier.notebook
    record_opening(by=request.user, notebook=notebook)
    context = {
        "asked": asked,
        "notebook": notebook,
        "may_write": Notebook.objects.writable_by(request.user).filter(pk=pk).exists(),
        **shown.line(asked, Terms((frame := Frame.here()).terms)),
        **shown.law_of(asked, frame),
        **shown.prepared(asked, request.user),
    }
    if not context["may_write"]:
        context["opened"] = opened(notebook, request.user)
    return render(request, "requests/request_detail.html", context)


def request_complete(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say what one learnt since a request was noted."""
    asked = _writable(request, pk, line)
    saved = {"matters": asked.matters, "checked": asked.checked}
    form = open_form(CompleteForm, request, initial=saved)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": asked.dossier.notebook, "back": _page(asked)}
        return retry(request, "requests/request_complete.html", context)

    def act() -> str:
        actions.complete(by=request.user, request=asked, **form.given())
        return _page(asked)

    return once(request, act)


@require_POST
def request_mark(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Say that a request was noted by mistake, or that it stands after all."""
    asked = _writable(request, pk, line)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != asked.is_mistaken:
        actions.mark_request(by=request.user, request=asked, is_mistaken=is_mistaken)
    return redirect(_page(asked))


def reply_create(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Note what was answered; what was answered before stays."""
    asked = _writable(request, pk, line)
    form = open_form(ReplyForm, request, asked=asked)
    if not holds(request, form):
        context = {"form": form, "asked": asked, "notebook": asked.dossier.notebook}
        context |= {"back": _page(asked), "joined": pending(request, form)}
        context["why"] = why(asked.side)
        return retry(request, "requests/reply_create.html", context)

    def act() -> str:
        key = rescue.form_key(request)
        reply = actions.note_reply(by=request.user, request=asked, key=key, **form.given())
        if reply.answer in NEEDS_REASONS and not reply.words.strip():
            messages.warning(request, REASONS_DUE.format(why=why(asked.side)))
        return f"{_page(asked)}#ce-qui-a-ete-dit"

    return once_with_files(request, act)


@require_POST
def reply_mark(request: HttpRequest, pk: int, line: int, reply: int) -> HttpResponse:
    """Say that a reply was noted by mistake, or that it stands after all."""
    asked = _writable(request, pk, line)
    noted = get_object_or_404(Reply, pk=reply, request=asked)
    is_mistaken = request.POST.get("erreur") != "non"
    if is_mistaken != noted.is_mistaken:
        actions.mark_reply(by=request.user, reply=noted, is_mistaken=is_mistaken)
    return redirect(f"{_page(asked)}#ce-qui-a-ete-dit")


@require_safe
def request_letter(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Begin the letter that answers, as a writing: signed, it is printed as any other."""
    asked = _writable(request, pk, line)
    notebook = asked.dossier.notebook
    replies = actions.standing_replies(asked)
    remedies = shown.remedies(asked, Frame.here())
    text = letter(asked, full_day(asked.asked_on), replies[-1] if replies else None, remedies)
    context = composer(request, None, {"text": text, "heading": "Courrier"})
    context |= {"asked": asked, "notebook": notebook, "today": timezone.localdate()}
    return render(request, "requests/request_letter.html", context)
