"""Common causes: telling there, without the names, what was written elsewhere; asking for all."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from dossier.collectives import naming
from dossier.collectives.actions import FEW_IN_A_CAUSE
from dossier.collectives.naming import Known
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions, circles, passages
from dossier.notebooks.models import UNNAMED, Nameless, NotAllowed, Notebook, Writing
from dossier.persons.models import Person, Relation

WITHDRAWN = "(retiré)"
# (from how many situations, how they are told)
PLENTY = (
    (FEW_IN_A_CAUSE, "moins d’une dizaine"),
    (9, "une dizaine"),
    (13, "une quinzaine"),
    (18, "une vingtaine"),
    (25, "une trentaine"),
    (35, "une quarantaine"),
    (45, "une cinquantaine"),
    (55, "plusieurs dizaines"),
    (85, "une centaine"),
    (150, "plus d’une centaine"),
    (250, "plusieurs centaines"),
)


class AnswersFollow(ValueError):
    """What answers a passage in the person's or a relative's voice is told with it; `missing` are
    the numbers of those that are not.
    """

    def __init__(self, missing: Iterable[int]) -> None:
        self.missing = sorted(missing)
        super().__init__(self.missing)


def in_words(number: int) -> str:
    """Return about how many, in words and never in figures; nothing under FEW_IN_A_CAUSE."""
    return next((words for least, words in reversed(PLENTY) if number >= least), "")


def plea(cause: Notebook) -> str:
    """Return a sentence that says about how many situations (notebooks) are told in a cause, or
    nothing; for those who write there.

    Each telling can be read there already, so what this adds is whether several are of one
    situation, and that by steps: nothing under FEW_IN_A_CAUSE, then by about five. Somebody who
    tells situations one at a time may see a step go by, and work out how many others there are to
    one or two; never which, where, or whose. It is not kept, nor written anywhere by itself.
    """
    told = Nameless.objects.filter(writing__notebook=cause, writing__answers=None)
    told = told.exclude(writing__text=WITHDRAWN)
    words = in_words(told.values("source__notebook").distinct().count())
    return f"{words[:1].upper()}{words[1:]} de situations nous ont été racontées." if words else ""


def words() -> dict[str, str]:
    """Return by what names are replaced, in the words of the house."""
    told = {
        naming.PERSON: "{personne.un}",
        naming.RELATIVE: "{proche.un}",
        naming.WORKER: "quelqu’un de {equipe.le}",
        naming.GROUP: "{collectif.un}",
        naming.NAME: "un nom",
        naming.NUMBER: "un numéro",
        naming.MAIL: "un courriel",
        naming.PLACE: "une adresse",
        naming.DAY: "une date",
    }
    return {sort: said(f"[{words}]") for sort, words in told.items()}


def known(*, by: Worker, notebook: Notebook) -> list[Known]:
    """Return whose names `by` may know: those of whom they read the notebook, those around them,
    those who work there; first whom `notebook` is about. Four queries, whatever is found.

    Of somebody else, nothing: that a word is replaced must not tell that they have a notebook.
    """
    seen, about = Notebook.objects.visible_to(by), circles.about(notebook)
    named = Q(dossier__notebook__in=seen) | Q(dossier__notebook=about)
    people = Person.objects.filter(named).values_list(
        "pk", "called", "civil_name", "born_from", "born_until", "dossier__notebook"
    )
    found = [
        Known(
            f"p{pk}",
            naming.PERSON,
            (called, civil),
            born=born if born == last else None,
            is_own=at == about,
        )
        for pk, called, civil, born, last, at in people
    ]
    around = Relation.objects.filter(notebook__in=seen).values_list("name", "notebook")
    found += sorted(
        (
            Known(f"r{name.casefold()}", naming.RELATIVE, (name,), is_own=at == about)
            for name, at in around
        ),
        key=lambda one: not one.is_own,
    )
    workers = Worker.objects.values_list("pk", "name")
    found += [Known(f"w{pk}", naming.WORKER, (name,)) for pk, name in workers]
    groups = seen.exclude(kind__in=[Notebook.Kind.DOSSIER, *UNNAMED])
    return found + [
        Known(f"n{pk}", naming.GROUP, (title,), is_own=pk == about)
        for pk, title in groups.values_list("pk", "title")
    ]


@transaction.atomic
def tell_nameless(
    *,
    by: Worker,
    source: Writing,
    cause: Notebook,
    text: str,
    answers: Mapping[int, str] | None = None,
    moment: str = "",
    version: int | None = None,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Writing:
    """Sign in `cause` the `text` that tells, without names, a passage of `source` as its `version`
    said it (the present one for None), and the `answers` to it, by number of what answers.

    The text is the caller's, checked by who signs. Nothing else of the source goes along: neither
    title, heading, tags, files, speaker, nor when it was (`moment` is what who tells says of it);
    only whether a worker, the person or a relative speaks. Raises NotAllowed unless `by` writes
    where the source lives and in the cause, AnswersFollow when an answer of the person or a
    relative is missing, ValueError for what is no cause or no answer, and what `actions.write`
    does.
    """
    answers = {pk: told for pk, told in (answers or {}).items() if told.strip()}
    actions.must_write(by, source.notebook)
    actions.must_write(by, cause)
    if cause.kind != Notebook.Kind.CAUSE or cause.pk == source.notebook_id:
        raise ValueError("it is told in a cause, and elsewhere than where it is")
    if not Writing.objects.filter(pk=source.pk, notebook=source.notebook_id).exists():
        raise NotAllowed  # it was filed elsewhere meanwhile
    hanging = {one.pk: one for one in passages.threads([source.pk])[source.pk]}
    missing = {pk for pk, one in hanging.items() if not one.is_from_worker} - answers.keys()
    if missing:
        raise AnswersFollow(missing)
    if answers.keys() - hanging.keys():
        raise ValueError("it answers something else")
    key = key or uuid.uuid4()
    telling = _tell(by, source, cause, text, version or source.version, key, at, moment=moment)
    for pk, told in answers.items():
        one = hanging[pk]
        own = uuid.uuid5(key, str(pk))
        _tell(by, one, cause, told, one.version, own, at, answers=telling)
    return telling


def _tell(
    by: Worker,
    source: Writing,
    cause: Notebook,
    text: str,
    version: int,
    key: uuid.UUID,
    at: datetime | None,
    *,
    moment: str = "",
    answers: Writing | None = None,
) -> Writing:
    content = actions.Content(text=text, voice=source.voice, moment=moment)
    writing, _ = actions.write(
        by=by, notebook=cause, content=content, key=key, answers=answers, at=at
    )
    from_there = {"source": source, "version": version}
    _, is_new = Nameless.objects.get_or_create(writing=writing, defaults=from_there)
    if is_new:
        record(by=by, notebook=source.notebook, act=Entry.Act.NAMELESS, writing=source, at=at)
    return writing


def may_withdraw(*, by: Worker, writing: Writing) -> bool:
    """Whether `by` may take a telling out of its cause, and it is still there."""
    if writing.text == WITHDRAWN or not Nameless.objects.filter(writing=writing).exists():
        return False
    kept = Notebook.objects.kept_by(by).filter(pk=writing.notebook_id)
    return kept.exists() or Writing.objects.correctable_by(by).filter(pk=writing.pk).exists()


@transaction.atomic
def withdraw(*, by: Worker, writing: Writing, at: datetime | None = None) -> None:
    """Take a telling out of its cause, with the answers told along: WITHDRAWN stands in place of
    their texts, and nothing of them is left but to who reads where they come from.

    Raises NotAllowed unless `by` signed it and writes in the cause, or keeps the cause.
    """
    if not may_withdraw(by=by, writing=writing):
        raise NotAllowed
    told = [one for one in passages.threads([writing.pk])[writing.pk] if one.text != WITHDRAWN]
    along = Nameless.objects.filter(writing__in=told).values_list("writing", flat=True)
    for one in [writing, *(one for one in told if one.pk in set(along))]:
        content = actions.Content(text=WITHDRAWN, voice=one.voice)
        off = one.attachments.values_list("pk", flat=True)
        actions.sign_anew(
            by=by, writing=one, version=None, content=content, takes=[], off=off, at=at
        )
        one.mentions.all().delete()
