"""Acts on what a person was given, told, what they signed or refused: noted, and it stays."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.actions import Content, must_write
from dossier.notebooks.models import Attachment, Writing
from dossier.persons.models import Dossier
from dossier.rights import strokes as drawings
from dossier.rights.models import Contract, Edition, Giving, Report


@transaction.atomic
def note_giving(
    *,
    by: Worker,
    dossier: Dossier,
    on: date | None = None,
    edition: Edition | None = None,
    contract: Contract | None = None,
    report: Report | None = None,
    version: int | None = None,
    what: str = "",
    side: str = Giving.Side.PERSON,
    who: str = "",
    answer: str = Giving.Answer.GIVEN,
    how: str = "",
    present: str = "",
    words: str = "",
    strokes: list | None = None,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Giving:
    """Note one thing given to somebody of `dossier`, and what they answered (CASF L311-4, D311).

    `version` is that of the writing of the contract or report, the present one for None. A refusal
    is an answer, kept with its reasons. The files joined to the form `key` become a writing of the
    dossier. Raises NotAllowed unless `by` writes there; ValueError for what `_check` refuses;
    `strokes.NoSignature`.
    """
    told = {
        "on": on, "version": version, "what": what, "side": side, "who": who, "answer": answer,
        "how": how, "present": present, "words": words, "strokes": strokes,
    }  # fmt: skip
    things = [one for one in (edition, contract, report) if one]
    if len(things) > 1:
        raise ValueError("one thing at a time")
    return note_givings(by=by, dossier=dossier, things=things, key=key, at=at, **told)[0]


@transaction.atomic
def note_givings(
    *,
    by: Worker,
    dossier: Dossier,
    things: Iterable[Edition | Contract | Report],
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    **told: Any,
) -> list[Giving]:
    """Note several things given in one gesture, as `note_giving` does, a line for each; with
    `what`, or without anything, a line for what words alone say.
    """
    must_write(by, dossier.notebook)
    things = list(things)
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    told["on"] = told.get("on") or timezone.localtime(now).date()
    what = told.pop("what", "").strip()
    _check(dossier, things, what, told)
    paper = None
    names = [_called(one) for one in things] + ([what] if what else [])
    if key:
        paper = keep_paper(by=by, dossier=dossier, key=key, names=names, on=told["on"], at=now)
    rows = [_row(one, told.get("version")) for one in things]
    rows += [{"what": what}] if what or not things else []
    told = {name: value for name, value in told.items() if name != "version"}
    told["strokes"] = told.get("strokes") or None
    common = {"dossier": dossier, "writing": paper, "noted_by": by, "noted_at": now, **told}
    noted = [Giving.objects.create(**common, **row) for row in rows]
    record(by=by, notebook=dossier.notebook, act=Entry.Act.GIVEN, at=now)
    return noted


def _row(thing: Edition | Contract | Report, version: int | None) -> dict[str, Any]:
    if isinstance(thing, Edition):
        return {"edition": thing}
    written = thing.writing
    latest = written.version if written else None
    if version is not None and not 0 < version <= (latest or 0):
        raise ValueError("a version there is not")
    name = "contract" if isinstance(thing, Contract) else "report"
    return {name: thing, "version": version or latest}


def _check(dossier: Dossier, things: list, what: str, told: dict[str, Any]) -> None:
    """Raise ValueError for a side or an answer there is not, what is somebody else's, and when
    nothing at all was said; `NoSignature` for a drawing that is none.
    """
    if told.get("side", Giving.Side.PERSON) not in Giving.Side:
        raise ValueError("a side there is not")
    if told.get("answer", Giving.Answer.GIVEN) not in Giving.Answer:
        raise ValueError("an answer there is not")
    for one in things:
        if getattr(one, "dossier_id", dossier.pk) != dossier.pk:
            raise ValueError("what is somebody else's")
    if not things and not what and not told.get("words", "").strip():
        raise ValueError("nothing was said")
    if told.get("strokes") is not None:
        drawings.check(told["strokes"])


def _called(thing: Edition | Contract | Report) -> str:
    """Return what a thing given is called, in the words of the house."""
    if isinstance(thing, Edition):
        return str(thing.house_text)
    return said(thing.get_sort_display()).capitalize()


def keep_paper(
    *, by: Worker, dossier: Dossier, key: uuid.UUID, names: list[str], on: date, at: datetime
) -> Writing | None:
    """Make of the files joined to a form a writing of the dossier, named after what they show;
    None when there is none. For the acts of this floor.
    """
    # A key of its own: the same form may come back with other words and other files.
    own = uuid.uuid4()
    if not Attachment.objects.pending(by, key).update(key=own):
        return None
    text = ", ".join(names) or "Papier"
    content = Content(text=f"# {text}", occurred_on=on)
    return actions.write(by=by, notebook=dossier.notebook, content=content, key=own, at=at)[0]


@transaction.atomic
def mark_giving(*, by: Worker, giving: Giving, is_mistaken: bool) -> None:
    """Say that a line was noted by mistake, or that it stands after all; the line stays."""
    must_write(by, giving.dossier.notebook)
    giving.is_mistaken = is_mistaken
    giving.save(update_fields=["is_mistaken"])
    record(by=by, notebook=giving.dossier.notebook, act=Entry.Act.GIVEN)
