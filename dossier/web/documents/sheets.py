"""A writing, or an assembly of pieces, as a document: what its reader may read of it, no more."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from dossier.documents import pages
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.files.models import Blob
from dossier.notebooks import passages, rules, timeline
from dossier.notebooks.models import Attachment, Writing
from dossier.notebooks.printed import blocks
from dossier.notebooks.timeline import Attached, Excerpt, Line
from dossier.web import dates
from dossier.web.notebooks.articles import lived_at

LARGE = "image/webp"


def document(pk: int, *, by: Worker) -> pages.Document | None:
    """Return a writing as a document, if `by` may read it: what it answers, its text, what it
    takes up with the words between, its files, and the answers to it. What is withheld from
    `by` is only said to be missing.
    """
    line = timeline.read_one(pk, by=by)
    if not line:
        return None
    answers = [one.pk for one in passages.threads([pk])[pk]]
    around = timeline.read_some([*answers, line.answers_id or 0], by=by)
    held = _held([line, *around.values()])
    title, text = rules.untitled(line.text)
    told: list[pages.Block] = []
    if answered := around.get(line.answers_id or 0):
        origin = f"{_origin(answered)} ; ce qui suit y répond"
        told.append(pages.Quote(tuple(_body(answered, held)), origin))
    told += [*blocks(text), *_rest(line, held)]
    told += [
        pages.Answer(tuple(_body(around[one], held)), _origin(around[one]))
        for one in answers
        if one in around
    ]
    today = dates.full_day(timezone.localdate())
    return pages.Document(
        title=title or _called(line),
        blocks=tuple(told),
        house=house().name,
        told=f"Document sorti le {today} par {by.name}",
        signed=_signed(line),
        words=pages.Words(
            answer=said("{reponse.Singulier}"), enclosed=said("{piece.Singulier}, à part")
        ),
    )


def _called(line: Line) -> str:
    """Return what to call a writing without a title: one with several hands is what its notebook
    is about.
    """
    named = line.heading or (line.notebook if line.is_common else "")
    return named or dates.full_day(lived_at(line).date()).capitalize()


def _held(lines: Iterable[Line]) -> dict[int, Blob]:
    """Return what is joined to lines and to what they take up, by the number of the attachment."""
    shown = [
        one.pk
        for line in lines
        for attached in (line.attached, *(piece.attached for piece in line.pieces))
        for one in attached
    ]
    found = Attachment.objects.filter(pk__in=shown).select_related("blob").defer("blob__text")
    return {one.pk: one.blob for one in found}


def _who(author: str, voice: str, speaker: str) -> str:
    if voice == Writing.Voice.WORKER:
        return author
    return f"{speaker or Writing.Voice(voice).said}, avec {author}"


def _origin(line: Line) -> str:
    """Return who wrote a line, in whose voice, and when."""
    day = dates.full_day(lived_at(line).date())
    author = f"{line.author} et d’autres" if line.is_common and line.version > 1 else line.author
    return f"{_who(author, line.voice, line.speaker)}, {day}"


def _signed(line: Line) -> str:
    told = f"{_origin(line)}."
    if line.version > 1 and line.corrected_at:
        corrected = dates.full_day(timezone.localtime(line.corrected_at).date())
        told += f" Corrigé le {corrected}."
    return told


def _body(line: Line, held: dict[int, Blob]) -> Iterator[pages.Block]:
    yield from blocks(line.text)
    yield from _rest(line, held)


def _rest(line: Line, held: dict[int, Blob]) -> Iterator[pages.Block]:
    """Yield what comes after the text of a line: what it takes up, its files."""
    for piece in line.pieces:
        yield _piece(piece, held)
        yield from blocks(piece.words)
    yield from _files(line.attached, held)


def _piece(piece: Excerpt, held: dict[int, Blob]) -> pages.Block:
    if piece.is_withheld:
        missing = "Un passage n’est pas reproduit ici."
        return pages.Paragraph((pages.Run(missing, emphasis=True),))
    content = (*blocks(piece.passage), *_files(piece.attached, held))
    origin = ""
    if piece.notebook:
        who = _who(piece.author, piece.voice, piece.speaker)
        day = dates.full_day(lived_at(piece).date())
        origin = f"{said('{cahier.Singulier}')} « {piece.notebook} », {day}, signé par {who}"
        origin += " ; corrigé depuis" if piece.is_old else ""
    elif piece.voice != Writing.Voice.WORKER:
        origin = Writing.Voice(piece.voice).said
    if piece.has_unsaid:
        missing = said("{reponse.un} n’y est pas {reponse:repris,reprise}")
        origin = " ; ".join(filter(None, (origin, missing)))
    return (pages.Answer if piece.is_answer else pages.Quote)(content, origin)


def _files(attached: Iterable[Attached], held: dict[int, Blob]) -> Iterator[pages.Block]:
    for one in attached:
        blob, told = held[one.pk], one.description
        if one.kind == kinds.IMAGE:
            size = (one.width or 0, one.height or 0)
            yield pages.Picture(blob.path("large"), LARGE, told, told, *size)
        elif one.kind == kinds.SOUND:
            yield pages.Sound(one.name, blob.path(), one.mime, told)
        elif one.kind == kinds.VIDEO:
            yield pages.Film(one.name, blob.path(), one.mime, told)
        else:
            yield pages.Enclosed(one.name, one.size, told)
