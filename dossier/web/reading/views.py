"""Reading beside the person, and writing their own words from there."""

import uuid
from typing import Any

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dossier.files import kinds
from dossier.files.actions import handed
from dossier.journal.actions import record_openings
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import Attachment, Notebook, Writing
from dossier.persons.models import Dossier
from dossier.reading import covering
from dossier.reading.desk import Desk, Passage
from dossier.reading.passages import concerning
from dossier.web import converters
from dossier.web.drafts import once, open_form, retry
from dossier.web.files.serving import serve
from dossier.web.reading import sitting
from dossier.web.reading.forms import SayForm
from dossier.web.reading.sheets import days, shown

OLDEST = "ancien"
DISAGREES = "Désaccord"


def readable(request: HttpRequest, pk: int, *, is_kept: bool = False) -> Dossier:
    """Return the dossier of a notebook that one reads (or keeps); Http404."""
    sets = Notebook.objects
    seen = sets.kept_by(request.user) if is_kept else sets.visible_to(request.user)
    dossiers = Dossier.objects.filter(notebook__in=seen).select_related("person", "notebook")
    return get_object_or_404(dossiers, notebook=pk)


def _may_write(request: HttpRequest, pk: int) -> bool:
    return Notebook.objects.writable_by(request.user).filter(pk=pk).exists()


@require_safe
def reading_together(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is written of a person as they may read it, beside them."""
    dossier = readable(request, pk)
    is_newest = request.GET.get("ordre") != OLDEST
    after = converters.place(request.GET.get("depuis", ""))
    found, place = covering.pages(
        by=request.user,
        dossier=dossier,
        after=after,
        is_newest=is_newest,
        said=sitting.said(request, dossier),
    )
    read = {one.writing.notebook_id for one in found} | {dossier.notebook_id}
    record_openings(by=request.user, notebook_ids=read, act=Entry.Act.READ_TOGETHER)
    may_say = _may_write(request, pk)
    called = Desk(by=request.user, dossier=dossier).called
    context = {
        "dossier": dossier,
        "called": called,
        "notebook": dossier.notebook,
        "days": days(found, called, may_say=may_say),
        "place": place,
        "is_first": after is None,
        "is_newest": is_newest,
        "may_say": may_say,
        "messages": (),  # what one was told elsewhere waits for another page: it may name somebody
    }
    return render(request, "reading/reading_together.html", context)


def reading_say(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the person's own words, from the page one reads together; what is answered is not shown
    again, but as they may read it.
    """
    dossier = readable(request, pk)
    if not _may_write(request, pk):
        raise Http404
    begun = {"answers": request.GET.get("repond", ""), "against": request.GET.get("accord", "")}
    form = open_form(SayForm, request)
    form.initial = begun | form.initial
    answered = _answered(request, dossier, form)
    if request.method != "POST" or not form.is_valid():
        called = Desk(by=request.user, dossier=dossier).called
        told = shown(answered, called, may_say=False) if answered else None
        context = {"form": form, "called": called, "notebook": dossier.notebook}
        context |= {"answered": told, "messages": ()}
        return retry(request, "reading/reading_say.html", context)

    def act() -> str:
        writing = _say(request, dossier, form.cleaned_data, answered)
        sitting.keep(request, dossier, writing)
        return f"{reverse('reading-together', args=[pk])}#e{writing.pk}"

    response = once(request, act)
    list(get_messages(request))
    return response


def _say(
    request: HttpRequest, dossier: Dossier, given: dict[str, Any], answered: Passage | None
) -> Writing:
    """Sign the words; sent again with others, they are signed beside the first."""
    content = actions.Content(
        text=given["text"],
        voice=Writing.Voice.PERSON,
        heading=DISAGREES if given["against"] else "",
    )
    told = {
        "by": request.user,
        "notebook": dossier.notebook,
        "content": content,
        "answers": answered.writing if answered else None,
    }
    try:
        return actions.write(**told, key=given["key"])[0]
    except actions.AlreadyWritten:
        return actions.write(**told, key=uuid.uuid4())[0]


def _answered(request: HttpRequest, dossier: Dossier, form: SayForm) -> Passage | None:
    """Return what is answered, when it can be read on the page one comes from; Http404 else."""
    asked = form.data.get("answers", "") if form.is_bound else form.initial.get("answers", "")
    if (pk := converters.number(str(asked))) is None:
        return None
    found = concerning(by=request.user, dossier=dossier).filter(notebook=dossier.notebook)
    writing = get_object_or_404(found, pk=pk)
    said = sitting.said(request, dossier)
    (passage,) = Desk(by=request.user, dossier=dossier, said=said).read([writing])
    if not (passage.stretches or passage.shown_files):
        raise Http404
    return passage


@require_safe
def reading_file(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Hand over a file that a keeper decided to show, under no name."""
    dossier = readable(request, pk)
    found = concerning(by=request.user, dossier=dossier)
    joined = Attachment.objects.filter(writing__in=found, until=None).select_related("blob")
    one = get_object_or_404(joined, pk=attachment)
    (passage,) = Desk(by=request.user, dossier=dossier).read([found.get(pk=one.writing_id)])
    if one not in passage.shown_files:
        raise Http404
    is_image = one.blob.kind == kinds.IMAGE
    path = one.blob.path("large" if is_image else "content")
    if one.blob.kind in {kinds.SOUND, kinds.VIDEO} and not (path := handed(one.blob)):
        raise Http404
    mime = "image/webp" if is_image else one.blob.mime
    return serve(request, path, kind=one.blob.kind, mime=mime, name=f"joint-{one.pk}")
