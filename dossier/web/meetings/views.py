"""Pages of meetings: those of a notebook, one of them, what it is."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said
from dossier.journal.actions import record_openings
from dossier.meetings import actions, rules
from dossier.meetings.models import Council, Meeting, Point
from dossier.notebooks.models import NotAllowed, Notebook
from dossier.web.drafts import already, once, open_form, retry
from dossier.web.fiches import fiche
from dossier.web.meetings.around import (
    Shown,
    council_of,
    count_said,
    meetings_around,
    opened,
    shown,
    tell,
    what_became,
)
from dossier.web.meetings.forms import (
    DAYS,
    ConclusionForm,
    HeldForm,
    MeetingForm,
    PointForm,
    people_of,
)

CONCLUDED = (
    "On y a déjà conclu quelque chose : {reunion.le} reste. Si ce n’était pas ici, dites-le sous "
    "chaque conclusion (« Ce n’est pas ici »), puis recommencez."
)
WAS_HELD = (
    "On y a déjà noté qui est venu, ou ses papiers : {reunion.le} reste. Si c’était une erreur, "
    "effacez-le ici, puis recommencez."
)
DONE = {
    "agenda_sent_on": "l’ordre du jour est envoyé",
    "signed_on": "le relevé est signé",
    "adopted_on": "le relevé est adopté",
    "sent_on": "le relevé est envoyé à l’organisme gestionnaire et à l’autorité",
}


def meeting_of(request: HttpRequest, pk: int, *, is_writing: bool = False) -> Meeting:
    """Return the meeting `pk` of a notebook one reads, or writes in."""
    kept = Meeting.objects.select_related("notebook")
    rows = kept.writable_by(request.user) if is_writing else kept.visible_to(request.user)
    return get_object_or_404(rows, pk=pk)


@require_safe
def meeting_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the meetings of a notebook, and what waits for the next one."""
    meets = Notebook.objects.visible_to(request.user).filter(kind__in=actions.MEET)
    notebook = get_object_or_404(meets.telling_writable(request.user), pk=pk)
    waiting = meetings_around(notebook, worker=request.user)
    record_openings(by=request.user, notebook_ids=opened(notebook, waiting["waiting"]))
    today = timezone.localdate()
    context = waiting | {
        "notebook": notebook,
        "fiche": fiche(notebook),
        "may_write": notebook.is_writable,
        "to_come": notebook.meetings.all().to_come(today),
        "past": notebook.meetings.filter(on__lt=today),
        "undated": notebook.meetings.filter(on=None).exclude(
            pk__in=notebook.meetings.all().to_come(today).values("pk")
        ),
    }
    return render(request, "meetings/meeting_list.html", context)


def meeting_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a meeting; it takes what waits."""
    writable = Notebook.objects.writable_by(request.user).filter(kind__in=actions.MEET)
    notebook = get_object_or_404(writable, pk=pk)
    form = open_form(MeetingForm, request)
    if request.method != "POST" or not form.is_valid():
        waiting = shown(Point.objects.filter(notebook=pk, meeting=None), request.user)
        record_openings(by=request.user, notebook_ids=opened(notebook, waiting))
        context = {"form": form, "notebook": notebook, "waiting": waiting}
        return retry(request, "meetings/meeting_create.html", context)

    def act() -> str:
        meeting = actions.call_meeting(by=request.user, notebook=notebook, **form.given())
        return reverse("meeting-detail", args=[meeting.pk])

    return once(request, act)


@require_safe
def meeting_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a meeting: its points, what was concluded, what became of the former conclusions."""
    meeting = meeting_of(request, pk)
    notebook, council = meeting.notebook, council_of(meeting.notebook)
    may_write = Notebook.objects.writable_by(request.user).filter(pk=notebook.pk).exists()
    points = shown(meeting.points.all(), request.user)
    record_openings(by=request.user, notebook_ids=opened(notebook, points))
    if may_write:
        _with_forms(points)
    context = {
        "meeting": meeting,
        "notebook": notebook,
        "council": council,
        "points": points,
        "became": what_became(meeting, council, request.user),
        "count": count_said(meeting, council),
        "persons": people_of(meeting, request.user).filter(pk__in=meeting.persons.values("pk")),
        "may_write": may_write,
        "form": PointForm(),
    } | _days(meeting, council)
    return render(request, "meetings/meeting_detail.html", context)


def _with_forms(points: list[Shown]) -> None:
    """Give its box to each point that nothing was concluded of."""
    for one in points:
        if not one.point.conclusion_id:
            one.form = ConclusionForm(
                has_words=bool(one.point.words), auto_id=f"p{one.point.pk}_%s"
            )


def _days(meeting: Meeting, council: Council | None) -> dict:
    """Return what a page says of the days of a council's papers: noted, to note in one gesture."""
    if not council:
        return {}
    today = timezone.localdate()
    noted = [
        (name, told, on, on == today)
        for name, told in DAYS.items()
        if (on := getattr(meeting, name))
    ]
    open_now = rules.papers(meeting.on, today)
    to_note = [(name, DONE[name]) for name in open_now if not getattr(meeting, name)]
    due = None
    if council.form == Council.Form.COUNCIL:
        due = rules.agenda(meeting.on, meeting.agenda_sent_on, today)
    return {"noted": noted, "to_note": to_note, "due": tell(due)}


def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a meeting is or was, and who came."""
    meeting = meeting_of(request, pk, is_writing=True)
    council, people = council_of(meeting.notebook), people_of(meeting, request.user)
    names = actions.OF_MEETING if council else actions.OF_MEETING - set(DAYS)
    initial = {name: getattr(meeting, name) for name in sorted(names)}
    ticked = people.filter(pk__in=meeting.persons.values("pk"))
    initial["persons"] = sorted(ticked.values_list("pk", flat=True))
    form = open_form(HeldForm, request, initial=initial, people=people, council=council)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "meeting": meeting, "notebook": meeting.notebook}
        context["cancel_key"] = uuid.uuid4()
        return retry(request, "meetings/meeting_edit.html", context)

    def act() -> str:
        actions.change_meeting(by=request.user, meeting=meeting, **form.given())
        return reverse("meeting-detail", args=[pk])

    return once(request, act)


@require_POST
def meeting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a meeting will not be held; what was to be talked about there waits."""
    if sent := already(request):
        return sent
    meeting = meeting_of(request, pk, is_writing=True)

    def act() -> str:
        try:
            actions.cancel(by=request.user, meeting=meeting)
        except NotAllowed:
            concluded = meeting.points.filter(conclusion__isnull=False).exists()
            messages.warning(request, said(CONCLUDED if concluded else WAS_HELD))
            return reverse("meeting-detail", args=[pk])
        messages.success(request, "C’est annulé. Ce dont on devait parler attend.")
        return reverse("meeting-list", args=[meeting.notebook_id])

    return once(request, act)


@require_POST
def meeting_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a paper of a council was sent, signed, adopted today; the first day stays. What is
    noted today can be taken back.
    """
    meeting = meeting_of(request, pk, is_writing=True)
    what, undone = request.POST.get("what", ""), request.POST.get("undone", "")
    today = timezone.localdate()
    if not council_of(meeting.notebook):
        return redirect("meeting-detail", pk)
    if undone in DONE and getattr(meeting, undone) == today:
        actions.change_meeting(by=request.user, meeting=meeting, **{undone: None})
        messages.success(request, "C’est retiré : rien n’en est noté.")
    elif what in rules.papers(meeting.on, today) and getattr(meeting, what) is None:
        actions.change_meeting(by=request.user, meeting=meeting, **{what: today})
        messages.success(request, f"C’est noté : {DONE[what]} aujourd’hui.")
    return redirect("meeting-detail", pk)
