"""An edition compared with another, its file, and on paper."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dossier.documents import pages
from dossier.documents.easy import easy
from dossier.documents.html import html
from dossier.documents.pdf import NotSet, pdf
from dossier.documents.plain import TooDeep
from dossier.establishment.house import house, said
from dossier.files import kinds
from dossier.files.apart import Busy
from dossier.notebooks.printed import blocks
from dossier.notebooks.versions import changes
from dossier.rights.models import Edition
from dossier.web import dates
from dossier.web.converters import number
from dossier.web.documents.sheets import LARGE
from dossier.web.documents.views import EASY
from dossier.web.files.serving import serve
from dossier.web.texts.views import LIGHT, edition_of

KINDS = {"pdf": ("application/pdf", pdf), "html": ("text/html; charset=utf-8", html)}


@require_safe
def house_text_compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what changed from an edition to another, the one before unless `avec` says."""
    edition = edition_of(pk)
    others = [one for one in LIGHT.filter(house_text=edition.house_text) if one.pk != pk]
    asked = number(request.GET.get("avec", ""))
    before = [one for one in others if one.number < edition.number] or others
    chosen = next((one for one in others if one.pk == asked), before[0] if before else None)
    context = {"edition": edition, "house_text": edition.house_text, "others": others}
    if chosen:
        old, new = sorted((edition_of(chosen.pk), edition), key=lambda one: one.number)
        context |= {"old": old, "new": new, "chosen": chosen.pk}
        context["text"] = _changed(old.text, new.text)
        context["easy"] = _changed(old.easy, new.easy)
        context["other_file"] = old.blob_id != new.blob_id
    return render(request, "texts/house_text_compare.html", context)


def _changed(old: str, new: str) -> list[tuple[str, str]]:
    """Return what changed between two texts, as one reads them: titles without their marks."""
    bare = [re.sub(r"(?m)^#{1,6}[ \t]+", "", one) for one in (old, new)]
    return changes(*bare) if any(bare) else []


@require_safe
def house_text_file(request: HttpRequest, pk: int, size: str = "content") -> HttpResponse:
    """Hand over the file of an edition, as what is joined to writings is."""
    edition = edition_of(pk)
    if not edition.blob:
        raise Http404
    blob, name, mime = edition.blob, edition.name, edition.blob.mime
    if size != "content" and blob.kind == kinds.IMAGE:
        name, mime = f"{name.rpartition('.')[0]}.webp", LARGE
    else:
        size = "content"
    return serve(request, blob.path(size), kind=blob.kind, mime=mime, name=name)


@require_safe
def house_text_document(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Hand over an edition as a PDF or a page in one file; maybe its easy text, set so."""
    edition = edition_of(pk)
    is_easy = request.GET.get("mise") == EASY
    made = document(edition, is_easy=is_easy)
    mime, make = KINDS[kind]
    try:
        content = make(easy(made) if is_easy else made)
    except (NotSet, TooDeep):
        messages.warning(request, "Ce texte est trop lourd pour être mis en page.")
        return redirect("house-text-edition", pk)
    except Busy:
        messages.warning(
            request, "Un autre document se prépare : redemandez celui-ci dans un instant."
        )
        return redirect("house-text-edition", pk)
    response = HttpResponse(content, content_type=mime)
    name = f"texte-{edition.house_text_id}-edition-{edition.number}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def document(edition: Edition, *, is_easy: bool = False) -> pages.Document:
    """Return an edition as a document; its easy text, when it has one, for who asks for it."""
    text = (is_easy and edition.easy) or edition.text or edition.easy
    told = [*blocks(text)]
    if blob := edition.blob:
        if blob.kind == kinds.IMAGE:
            size = (blob.width or 0, blob.height or 0)
            told.append(pages.Picture(blob.path("large"), LARGE, edition.name, "", *size))
        else:
            told.append(pages.Enclosed(edition.name, blob.size))
    since = f"Édition {edition.number}, en vigueur depuis le {dates.full_day(edition.in_force_on)}"
    if edition.in_force_on > timezone.localdate():
        since = since.replace("depuis le", "à partir du")
    return pages.Document(
        title=str(edition.house_text),
        blocks=tuple(told),
        house=house().name,
        signed=f"{since}.",
        words=pages.Words(enclosed=said("{piece.Singulier}, à part")),
    )
