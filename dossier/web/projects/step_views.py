"""Pages of steps: note one, change it, say that it is done, take off one noted by mistake."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dossier.establishment.house import said
from dossier.projects import actions
from dossier.projects.models import Step
from dossier.web.drafts import once, open_form, put_by, retry
from dossier.web.projects.finding import page, writable
from dossier.web.projects.forms import StepForm

NAMES = ("words", "on", "when", "done_on")


def step_edit(request: HttpRequest, pk: int, step: int | None = None) -> HttpResponse:
    """Note an aim, a step, a date, or change one."""
    project = writable(request, pk)
    noted = get_object_or_404(Step, pk=step, project=project) if step else None
    initial = {name: getattr(noted, name) for name in NAMES} if noted else {}
    form = open_form(StepForm, request, initial=initial)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "notebook": project.notebook, "back": page(project, "etapes")}
        return retry(request, "projects/step_edit.html", context | {"step": noted})

    def act() -> str:
        actions.note_step(by=request.user, project=project, step=noted, **form.given())
        return page(project, "etapes")

    return once(request, act)


@require_POST
def step_mark(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Say that a step is done today, or that it is not done after all."""
    project = writable(request, pk)
    noted = get_object_or_404(Step, pk=step, project=project)
    done = request.POST.get("fait") != "non"
    if done != bool(noted.done_on):  # asked again, it is still the day of the first time
        today = timezone.localdate()
        actions.mark_step(by=request.user, step=noted, done_on=today if done else None)
    return redirect(page(project, "etapes"))


@require_POST
@transaction.atomic
def step_drop(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Take off a step noted by mistake; its words wait in the drafts of who did."""
    project = writable(request, pk)
    if noted := Step.objects.filter(pk=step, project=project).first():
        told = {name: getattr(noted, name) for name in NAMES}
        put_by(request, reverse("step-create", args=[pk]), **told)
        actions.drop_step(by=request.user, step=noted)
        done = (
            "La ligne est retirée. Si c’était une erreur, elle attend dans vos {brouillon.pluriel}."
        )
        messages.success(request, said(done))
    return redirect(page(project, "etapes"))
