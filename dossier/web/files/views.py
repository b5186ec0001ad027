"""Pages and answers about what is joined to writings."""

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dossier.establishment.house import said_later
from dossier.files import kinds
from dossier.journal.actions import record_opening
from dossier.notebooks import attachments
from dossier.notebooks.models import Attachment, Notebook
from dossier.web import rescue
from dossier.web.drafts import once, open_form, retry
from dossier.web.files import receiving
from dossier.web.files.serving import serve
from dossier.web.keyed import KeyedForm, Words

SMALLER = "image/webp"


def _readable(request: HttpRequest) -> QuerySet[Attachment]:
    return Attachment.objects.visible_to(request.user).select_related("writing__notebook")


@require_safe
def attachment_detail(request: HttpRequest, pk: int, size: str = "content") -> HttpResponse:
    """Hand over a file, or an image at another size, to who may read its writing."""
    attachment = get_object_or_404(_readable(request), pk=pk)
    blob, name, mime = attachment.blob, attachment.name, attachment.blob.mime
    if size != "content" and blob.kind != kinds.IMAGE:
        return redirect("attachment-detail", pk=pk)
    if size != "content":
        name, mime = f"{name.rpartition('.')[0]}.webp", SMALLER
    if attachment.writing:
        record_opening(by=request.user, notebook=attachment.writing.notebook)
    return serve(request, blob.path(size), kind=blob.kind, mime=mime, name=name)


@require_POST
def attachment_join(request: HttpRequest) -> HttpResponse:
    """Join files to the form being written, before it is sent."""
    key = rescue.form_key(request)
    refusals = receiving.receive(request, worker=request.user, key=key)
    rescue.keep(request, request.user)
    if not request.headers.get("X-Suite"):
        return redirect("draft-resume", key=key)
    joined = Attachment.objects.pending(request.user, key).select_related("blob")
    context = {"joined": joined, "refusals": refusals}
    return render(request, "files/_joined.html", context)


@require_POST
def attachment_take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Take off a file from the form being written."""
    mine = Attachment.objects.filter(author=request.user, writing=None)
    attachment = get_object_or_404(mine, pk=pk)
    attachments.take_off(by=request.user, attachment=attachment)
    if request.headers.get("X-Suite"):
        return HttpResponse(status=204)
    draft = rescue.keep(request, request.user)
    return redirect("draft-resume", key=draft.key) if draft else redirect("home")


class DescriptionForm(KeyedForm):
    """What a file shows or lets hear."""

    description = Words(
        label="Ce qu’on y voit, ce qu’on y entend",
        required=False,
        max_length=attachments.MAX_DESCRIPTION,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={
            "max_length": said_later(
                "C’est trop long pour une description : gardez l’essentiel, en quelques phrases. "
                "Le reste peut s’écrire dans {cahier.le}."
            )
        },
    )


def attachment_describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Describe a file, for who does not see it or does not hear it."""
    writable = Notebook.objects.writable_by(request.user)
    attachment = get_object_or_404(_readable(request), pk=pk, writing__notebook__in=writable)
    initial = {"description": attachment.description}
    form = open_form(DescriptionForm, request, initial=initial)
    back = reverse("writing-detail", args=[attachment.writing_id])
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            attachments.describe(by=request.user, attachment=attachment, **form.given())
            return back

        return once(request, act)
    context = {"form": form, "attachment": attachment, "back": back}
    return retry(request, "files/attachment_describe.html", context)
