"""A dossier for the archives: one page that anybody can read, and the files, in a ZIP."""

import shutil
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.apps import apps
from django.db.models import Model, Q
from django.utils import timezone

from dossier.documents import pages
from dossier.documents.html import html
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.notebooks import pieces, rules
from dossier.notebooks.models import Attachment, Notebook, Writing
from dossier.notebooks.printed import blocks
from dossier.persons.models import Dossier
from dossier.retention.fates import CODE, TEXTS
from dossier.retention.models import ArchiveReader
from dossier.retention.slips import notebooks_of

PAGE = "dossier.html"
# What hangs on a dossier, and how it is called there.
AROUND = {
    "dossier.stay": "{accompagnement.Pluriel}",
    "dossier.contract": "Contrats",
    "dossier.giving": "Ce qui a été remis, expliqué, signé ou refusé",
    "dossier.trust": "La personne de confiance",
    "dossier.report": "Rapports pour sa protection",
    "dossier.request": "Ses demandes",
    "dossier.explanation": "Ce qui n’a pas été fait, et pourquoi",
}


def write(dossier: Dossier, file: IO[bytes], *, by: Worker) -> None:
    """Write the ZIP of a dossier to `file`: `dossier.html`, and each file under `fichiers/`. Of
    the circles around it, those that `by` read when it was closed.
    """
    mine = Q(worker=by) | Q(team__in=by.groups.all())
    read = ArchiveReader.objects.in_force().filter(mine, archive__dossier=dossier)
    kept = Notebook.objects.exclude(kind=Notebook.Kind.CIRCLE) | Notebook.objects.filter(
        pk__in=read.values("circle")
    )
    whole = notebooks_of(dossier)
    may = set(kept.filter(pk__in=whole).values_list("pk", flat=True))
    notebooks = [one for one in whole if one in may]
    joined = Attachment.objects.filter(writing__notebook__in=notebooks).select_related("blob")
    named = {one.pk: f"fichiers/{one.pk}-{one.name}" for one in joined.order_by("pk")}
    document = pages.Document(
        title=dossier.person.civil_name or dossier.person.called,
        blocks=tuple(_told(dossier, notebooks, list(joined), named)),
        house=house().name,
        told=f"Remis aux archives ; sorti le {timezone.localdate():%d/%m/%Y}",
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(PAGE, html(document))
        for one in joined:
            path = one.blob.path()
            if path.exists():
                with path.open("rb") as file, made.open(named[one.pk], "w", force_zip64=True) as to:
                    shutil.copyfileobj(file, to)


def _line(text: str, *, strong: bool = False) -> pages.Paragraph:
    return pages.Paragraph((pages.Run(text, strong=strong),))


def _title(text: str, level: int = 1) -> pages.Title:
    return pages.Title(level, (pages.Run(said(text)),))


def _told(
    dossier: Dossier, notebooks: list[int], joined: list[Attachment], named: dict[int, str]
) -> Iterator[pages.Block]:
    person = dossier.person
    told = [person.called, person.civil_name, person.birth, person.word]
    yield from (_line(one) for one in told if one)
    around = list(dossier.notebook.relations.all())
    if around:
        yield _title("{entourage.Singulier}")
        yield from (_line(", ".join(filter(None, (r.name, r.tie, r.word)))) for r in around)
    for label, name in AROUND.items():
        rows = list(apps.get_model(label).objects.filter(dossier=dossier).order_by("pk"))
        if rows:
            yield _title(name)
            yield from (_line(_words(row)) for row in rows)
    of: dict[int, list[Attachment]] = {}
    for one in joined:
        of.setdefault(one.writing_id, []).append(one)
    yield _title("{ecrit.Pluriel}")
    found = Writing.objects.for_reading().filter(notebook__in=notebooks).order_by("position")
    for writing in found.prefetch_related("pieces"):
        yield from _writing(writing, of.get(writing.pk, []), named)


def _words(row: Model) -> str:
    """Return what a row says, in order: its words and its days."""
    texts = TEXTS[row._meta.label_lower]
    told: list[str] = []
    for one in row._meta.local_fields:
        value: Any = getattr(row, one.name) if one.name in texts or _is_day(one) else ""
        if texts.get(one.name) == CODE:
            shown = getattr(row, f"get_{one.name}_display", None)
            value = said(str(shown())) if shown else ""
        told += [_shown(value)] if value else []
    return " ; ".join(told)


def _is_day(field: Any) -> bool:
    return field.get_internal_type() == "DateField"


def _shown(value: Any) -> str:
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, dict | list):
        each = value.values() if isinstance(value, dict) else value
        return ", ".join(str(one) for one in each if one and not isinstance(one, int))
    return str(value)


def _writing(
    writing: Writing, joined: list[Attachment], named: dict[int, str]
) -> Iterator[pages.Block]:
    """Yield a writing, what it takes up that may be shown, its files, and its former versions."""
    signed = timezone.localtime(writing.signed_at)
    who = writing.speaker or (writing.author.name if writing.is_from_worker else writing.voice_said)
    head = [f"{signed:%d/%m/%Y %H:%M}", who, writing.moment, writing.tag_words]
    yield pages.Title(2, (pages.Run(", ".join(filter(None, head))),))
    if writing.heading:
        yield _line(writing.heading.name, strong=True)
    yield from blocks(rules.without_mark(writing.text))
    for piece in pieces.told_to_all(writing.pieces.all()):
        if piece.passage:
            yield pages.Quote(tuple(blocks(piece.passage)))
        yield from blocks(piece.words)
    for one in joined:
        yield from _file(one, named[one.pk])
    for row in writing.history.order_by("history_date", "history_id")[: writing.version - 1]:
        yield pages.Quote(tuple(blocks(row.text)), f"version du {row.history_date:%d/%m/%Y}")


def _file(one: Attachment, name: str) -> Iterator[pages.Block]:
    blob = one.blob
    if blob.kind == kinds.IMAGE:
        size = (blob.width or 0, blob.height or 0)
        yield pages.Picture(blob.path("large"), "image/webp", one.description, name, *size)
    else:
        yield pages.Enclosed(name, blob.size, one.description)
