"""A form shown, sent, or taken up again from a draft: the same three states everywhere."""

import uuid
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dossier.notebooks.actions import drop_draft
from dossier.notebooks.models import Draft
from dossier.web import rescue


def draft_of(request: HttpRequest) -> Draft | None:
    """Return the draft of this worker that the address names (`?brouillon=`), if any."""
    try:
        key = uuid.UUID(request.GET.get("brouillon", ""))
    except ValueError:
        return None
    return Draft.objects.of(request.user).filter(key=key).first()


def open_form(kind: type[Form], request: HttpRequest, **options: Any) -> Form:
    """Return the form as sent, as it was left in a draft, or new."""
    if request.method == "POST":
        return kind(request.POST, **options)
    if draft := draft_of(request):
        # The draft wins over what is saved, and its key makes saving it twice one act.
        initial = options.pop("initial", None) or {}
        return kind(initial=initial | draft.fields | {"key": draft.key}, **options)
    return kind(**options)


def retry(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Show the form; one that was sent and refused is also kept as a draft meanwhile."""
    if request.method == "POST":
        rescue.keep(request, request.user)
        return render(request, template, context, status=422)
    return render(request, template, context)


def finish(request: HttpRequest, form: Form) -> None:
    """Drop the draft of a form that was saved."""
    if key := form.cleaned_data.get("key"):
        drop_draft(by=request.user, key=key)
