"""Files that come with a form of ours: received before it is read, gone with what it did."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from dossier.notebooks import attachments
from dossier.notebooks.models import Attachment
from dossier.web import rescue
from dossier.web.drafts import once
from dossier.web.files import receiving


def holds(request: HttpRequest, form: Form) -> bool:
    """Whether a form that was sent holds; the files that came with it are kept, and it says of
    which it could not.
    """
    if request.method != "POST":
        return False
    key = rescue.form_key(request)
    refusals = receiving.receive(request, worker=request.user, key=key)
    receiving.describe(request, worker=request.user, key=key)
    form.joined = pending(request, form).exists()
    is_valid = form.is_valid()
    for refusal in refusals:
        form.add_error(None, refusal)
    return is_valid and not refusals


def pending(request: HttpRequest, form: Form) -> Any:
    """Return what is joined to a form, not signed yet."""
    key = rescue.form_key(request) if form.is_bound else form.initial.get("key")
    return Attachment.objects.pending(request.user, key).select_related("blob")


def once_with_files(request: HttpRequest, act: Callable[[], str]) -> HttpResponse:
    """Do once what a form asks; what was sent again with it is not kept twice."""
    response = once(request, act)
    if Attachment.objects.pending(request.user, rescue.form_key(request)).delete()[0]:
        attachments.sweep()
    return response
