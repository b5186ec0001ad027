"""The record of processing, and the text for the person: read by all, printed, taken up."""

import uuid
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.counting.record import easy_text, record
from dossier.documents.easy import easy
from dossier.documents.pages import Document
from dossier.establishment.house import house
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.printed import blocks
from dossier.rights.models import Frame, HouseText
from dossier.rights.texts import open_text
from dossier.web import dates
from dossier.web.counting.views import hand_over
from dossier.web.drafts import once
from dossier.web.keyed import KeyedForm

RECORD = "Registre des traitements"
EASY = "Ce que l’on note sur vous"


@require_safe
def house_record(request: HttpRequest) -> HttpResponse:
    """Show the record of what is done with data here (RGPD art. 30)."""
    context = {"text": record(Frame.here(), timezone.localdate())}
    return render(request, "counting/house_record.html", context)


def house_record_easy(request: HttpRequest) -> HttpResponse:
    """Show the text for the person, and begin with it the house's own."""
    text = easy_text(Frame.here(), timezone.localdate())
    if request.method == "POST":
        if not request.user.speaks_for_house:
            raise Http404
        return once(request, lambda: _begin(request, text))
    context = {"text": text, "form": KeyedForm(), "may_begin": request.user.speaks_for_house}
    return render(request, "counting/house_record_easy.html", context)


def _begin(request: HttpRequest, text: str) -> str:
    """Lead to a new edition of the house's own text, begun with this one."""
    held = HouseText.objects.filter(sort=HouseText.Sort.DATA, is_retired=False).first()
    ours = held or open_text(by=request.user, sort=HouseText.Sort.DATA, title=EASY)
    path = reverse("house-text-publish", args=[ours.pk])
    draft = keep_draft(by=request.user, key=uuid.uuid4(), path=path, fields={"easy": text})
    return reverse("draft-resume", args=[draft.key])


@require_safe
def house_record_document(
    request: HttpRequest, kind: str, *, is_easy: bool = False
) -> HttpResponse:
    """Hand over the record, or the text for the person in large letters."""
    today = timezone.localdate()
    made = _document(RECORD, record(Frame.here(), today), today)
    name, back = "registre", "house-record"
    if is_easy:
        made = easy(_document(EASY, easy_text(Frame.here(), today), today))
        name, back = "ce-que-l-on-note-sur-vous", "house-record-easy"
    return hand_over(request, made, kind, name, (back,))


def _document(title: str, text: str, today: date) -> Document:
    told = f"Au {dates.full_day(today)}"
    return Document(title=title, blocks=tuple(blocks(text)), house=house().name, told=told)
