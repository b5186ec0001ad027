"""Choosing the pieces of an assembly among all that one may read."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dossier.journal.actions import record_openings
from dossier.notebooks import pieces, rules, timeline
from dossier.notebooks.drafts import ADDED, added, keep_draft
from dossier.notebooks.models import Draft, Notebook, Writing
from dossier.notebooks.search import Hit
from dossier.notebooks.timeline import Line
from dossier.web.assemblies import slips
from dossier.web.converters import number
from dossier.web.notebooks.articles import lived_at
from dossier.web.search.views import SearchForm


@dataclass
class Offer:
    """A writing one may choose: where it is, who wrote it, when, and the stretch that shows it."""

    pk: int
    notebook: str
    author: str
    lived: Any
    stretch: list[tuple[str, bool]]
    pictures: list[Any]
    sounds: list[Any]


def _of_hit(hit: Hit) -> Offer:
    one = hit.writing
    place = (one.pk, str(one.notebook), one.author.name, lived_at(one))
    return Offer(*place, hit.context, list(hit.pictures), [])


def _of_line(line: Line) -> Offer:
    title, rest = rules.untitled(line.text)
    parts = [title, rest, *(one.passage for one in line.pieces[:1])]
    begun = "\n".join(part for part in parts if part)
    stretch = begun[:300] + (" …" if len(begun) > 300 else "")
    pictures = [one for one in line.attached if one.kind == "image"]
    others = [one for one in line.attached if one.kind != "image"]
    place = (line.pk, line.notebook, line.author, lived_at(line))
    return Offer(*place, [(stretch, False)] if stretch else [], pictures, others)


def _offers(request: HttpRequest, form: SearchForm) -> tuple[list[Offer], int | None]:
    """Return what is found, else what a notebook holds, else what waits in the bric-à-brac; and
    the cursor of the next page.
    """
    if (form.given["q"] or "").strip():
        found = form.results()
        return [_of_hit(hit) for hit in found.hits], found.before
    since, before = form.bounds()
    choice = timeline.Choice(voice=form.given["voix"] or "", since=since, before=before)
    notebook = form.given["cahier"]
    heaps = Notebook.objects.visible_to(request.user).filter(kind=Notebook.Kind.BRICABRAC)
    among = {notebook.pk} if notebook else set(heaps.values_list("pk", flat=True))
    page = timeline.read_all(by=request.user, choice=choice, among=among)
    record_openings(by=request.user, notebook_ids={line.notebook_id for line in page.writings})
    return [_of_line(line) for line in page.writings], page.before


def assembly_choose(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Choose pieces, and go back to the assembly with them."""
    draft = Draft.objects.of(request.user).filter(key=key).first()
    path = draft.path if draft else reverse("assembly-create")
    if request.method == "POST":
        return _add(request, key, path, draft.fields if draft else {})
    form = SearchForm(request.GET, request=request)
    offers, before = _offers(request, form)
    rest = request.GET.copy()
    rest.pop("avant", None)
    context = {
        "form": form,
        "key": key,
        "back": f"{path}?brouillon={key}",
        "taken": {one.source_id for one in slips.of_fields(draft.fields if draft else {})},
        "asked": request.GET.get("q", "").strip(),
        "offers": offers,
        "before": before,
        "query": rest.urlencode(),
        "is_narrowed": any(form.given[name] for name in ("cahier", "du", "au", "voix")),
    }
    return render(request, "assemblies/assembly_choose.html", context)


def _add(request: HttpRequest, key: uuid.UUID, path: str, fields: dict[str, Any]) -> HttpResponse:
    """Put what was ticked after the slips already there."""
    asked = [pk for pk in map(number, request.POST.getlist("piece")) if pk is not None]
    readable = Writing.objects.visible_to(request.user).in_bulk(asked[: pieces.MAX_PIECES])
    rows = slips.of_fields(fields)
    chosen = [readable[pk] for pk in dict.fromkeys(asked) if pk in readable]
    fresh = slips.expanded(chosen, by=request.user)
    if not _fit([*rows, *fresh]):
        messages.warning(
            request,
            f"C’est trop pour tenir ensemble ({pieces.MAX_PIECES} pièces au plus) : rien n’a été "
            "ajouté. Choisissez-en moins, ou faites-en deux.",
        )
        fresh = []
    elif request.POST.get("suite"):
        names = "Une pièce est ajoutée" if len(fresh) == 1 else f"{len(fresh)} pièces sont ajoutées"
        messages.success(request, f"{names if fresh else 'Rien n’est ajouté'}.")
    kept = fields | slips.as_fields([*rows, *fresh]) | {ADDED: str(added(fields) + 1)}
    kept = _pleading(request) | kept
    keep_draft(by=request.user, key=key, path=path, fields=kept)
    if request.POST.get("suite"):
        return redirect(f"{request.path}?{request.GET.urlencode()}")
    return redirect(f"{path}?brouillon={key}#piece-{max(0, len(rows) + len(fresh) - 1)}")


def _pleading(request: HttpRequest) -> dict[str, str]:
    """Return where an assembly begun from a cause is signed, unless one chooses otherwise."""
    writable = Notebook.objects.writable_by(request.user).filter(kind=Notebook.Kind.CAUSE)
    cause = writable.filter(pk=number(request.GET.get("cahier", ""))).first()
    return {"notebook": str(cause.pk)} if cause else {}


def _fit(rows: list[slips.Slip]) -> bool:
    """Whether slips taken whole would be no more than an assembly holds."""
    signs = Writing.objects.filter(pk__in={one.source_id for one in rows}).annotate(
        signs=Length("text")
    )
    long = dict(signs.values_list("pk", "signs"))
    total = sum(len(one.passage) or long.get(one.source_id, 0) for one in rows)
    return len(rows) <= pieces.MAX_PIECES and total <= pieces.MAX_SIGNS
