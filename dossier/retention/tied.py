"""What other notebooks hold of one that is destroyed: passages taken up, tellings, points, drafts.

What others wrote around it stays, theirs; what was hers goes.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import F

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.meetings.models import Point
from dossier.notebooks.actions import leave_word
from dossier.notebooks.drafts import COLUMNS, SOURCE, listed
from dossier.notebooks.models import Attachment, Draft, Nameless, Piece, Sent, Writing
from dossier.reading.models import Covering

LEFT = (
    "Un passage qui était repris ici n’y est plus : {dossier.le} d’où il venait a été "
    "{dossier:détruit,détruite}, comme la loi le demande."
)
OUTDATED = "Ce passage a été corrigé depuis : il n’est plus ici."
A_POINT = "Un point dont les mots ont été détruits avec {dossier.le} d’où il venait"
IN_NOTEBOOK = re.compile(r"^/cahiers/(\d+)/")
IN_WRITING = re.compile(r"^/ecrits/(\d+)/")
IN_ARCHIVE = re.compile(r"^/archives/(\d+)/")


def taken_files(writings: set[int]) -> set[int]:
    """Return the attachments, of writings elsewhere, that a passage taken from `writings` brought
    along.
    """
    found: set[int] = set()
    for some in chunks(writings):
        rows = Attachment.objects.filter(piece__source__in=some)
        found |= set(rows.values_list("pk", flat=True))
    return found


def chunks(pks: Iterable[Any], size: int = 500) -> Iterable[list[Any]]:
    """Yield numbers in lists that both databases take in a query."""
    ordered = sorted(pks)
    for at in range(0, len(ordered), size):
        yield ordered[at : at + size]


def leave_pieces(writings: set[int], *, by: Worker, at: Any) -> set[int]:
    """Put, in place of each passage that was taken from `writings` elsewhere, a sentence that says
    that it is no more; the words their authors put after it stay. Return the writings changed.
    """
    rows: list[Piece] = []
    for some in chunks(writings):
        taken = Piece.objects.filter(source__in=some).select_related("writing__notebook")
        rows += [one for one in taken if one.writing_id not in writings]
    words: dict[int, Writing] = {}
    roots = {one.pk: one for one in rows if not one.answers_id}
    for one in sorted(rows, key=lambda one: one.pk):
        if one.pk in roots:
            at_place = one.writing.notebook_id
            if at_place not in words:
                words[at_place] = leave_word(
                    by=by, notebook=one.writing.notebook, text=said(LEFT), at=at
                )
            one.source, one.version, one.passage = words[at_place], 1, words[at_place].text
            one.unsaid, one.is_shared = [], True
            one.save()
            continue
        kept = roots.get(one.answers_id) or one.answers  # what was said after it is its author's
        kept.words = "\n\n".join(filter(None, (kept.words, one.words)))
        kept.save(update_fields=["words"])
        Piece.objects.filter(pk=one.pk).delete()
    _forget_unsaid(writings)
    changed = {one.writing_id for one in rows}
    look_again(changed)
    return changed


def look_again(writings: Iterable[int]) -> None:
    """Let wait again what was covered of writings whose text, or a passage in them, changed: the
    stretches covered would stand elsewhere in it.
    """
    for some in chunks(writings):
        Covering.objects.filter(writing__in=some).update(version=Covering.CHANGED)


def _forget_unsaid(writings: set[int]) -> None:
    for one in Piece.objects.exclude(unsaid=[]):
        if writings & set(one.unsaid):
            one.unsaid = [pk for pk in one.unsaid if pk not in writings]
            one.save(update_fields=["unsaid"])


def untie_tellings(writings: set[int]) -> set[int]:
    """Let what was told without names stand alone: nobody reads its source any more, so that its
    former versions, where a name may stand, say what it says now. Return the attachments and
    writings to look at: those of it that were taken off go.
    """
    told: set[int] = set()
    for some in chunks(writings):
        rows = Nameless.objects.filter(source__in=some)
        told |= set(rows.values_list("writing", flat=True))
    told -= writings
    for one in Writing.objects.filter(pk__in=told):
        same = {name: getattr(one, name) for name in ("text", "tag_words", "speaker", "moment")}
        one.history.update(**same)
        Attachment.objects.filter(writing=one, until__isnull=False).delete()
    outdated = Piece.objects.filter(source__in=told, version__lt=F("source__version"))
    Attachment.objects.filter(piece__in=outdated).delete()
    changed = set(outdated.values_list("writing", flat=True))
    outdated.update(passage=OUTDATED)
    look_again(changed)
    return changed


def loosen_points(writings: set[int]) -> None:
    """Let the points that were writings of it stand by their words, or by a sentence."""
    for some in chunks(writings):
        Point.objects.filter(writing__in=some, words="").update(words=said(A_POINT))
        Point.objects.filter(writing__in=some).update(writing=None)


def drafts_of(notebooks: set[int], writings: set[int]) -> list[Draft]:
    """Return the drafts, whosever, that were begun in these notebooks or on these writings."""
    return [one for one in Draft.objects.all() if _speaks_of(one, notebooks, writings)]


def _speaks_of(draft: Draft, notebooks: set[int], writings: set[int]) -> bool:
    chosen = listed(draft.fields.get("notebook"))
    if draft.notebook_id in notebooks or leads_to(draft.path, notebooks, writings):
        return True
    of = {*listed(draft.fields.get("answers")), *listed(draft.fields.get("corrects"))}
    return bool(
        {one for one in chosen if one} & set(map(str, notebooks)) or of & set(map(str, writings))
    )


def leads_to(path: str, notebooks: set[int], writings: set[int]) -> bool:
    """Whether an address is one of these notebooks or writings."""
    at, of = IN_NOTEBOOK.match(path), IN_WRITING.match(path)
    return bool((at and int(at[1]) in notebooks) or (of and int(of[1]) in writings))


def clear_drafts(writings: set[int]) -> None:
    """Take out of the assemblies that are being made the passages of `writings`; the rest stays."""
    gone = set(map(str, writings))
    for one in Draft.objects.filter(fields__has_key=SOURCE):
        sources = listed(one.fields[SOURCE])
        if not gone & set(sources):
            continue
        kept = [at for at, source in enumerate(sources) if source not in gone]
        for name in COLUMNS:
            column = listed(one.fields.get(name))
            if name in one.fields:
                column += [""] * (len(sources) - len(column))
                one.fields[name] = [column[at] for at in kept]
        one.save(update_fields=["fields"])


def forget_sent(notebooks: set[int], writings: set[int], archives: set[int]) -> None:
    """Forget the forms that led there."""
    gone = []
    for pk, place in Sent.objects.exclude(place="").values_list("pk", "place"):
        archive = IN_ARCHIVE.match(place)
        if leads_to(place, notebooks, writings) or (archive and int(archive[1]) in archives):
            gone.append(pk)
    for some in chunks(gone):
        Sent.objects.filter(pk__in=some).delete()


def history_elsewhere(notebooks: set[int]) -> None:
    """Let the former versions of fragments that once were filed there live where they are now."""
    once = Writing.history.filter(notebook__in=notebooks).values_list("id", flat=True).distinct()
    for one in Writing.objects.filter(pk__in=once).exclude(notebook__in=notebooks):
        one.history.filter(notebook__in=notebooks).update(notebook=one.notebook_id)
