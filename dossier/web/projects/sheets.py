"""What the page of a project shows, each part as far as its reader may know."""

from collections.abc import Iterable
from typing import Any

from dossier.collectives.models import Membership
from dossier.establishment.house import said
from dossier.establishment.models import Worker
from dossier.notebooks import actions as notebooks
from dossier.notebooks import timeline
from dossier.notebooks.models import Mention, Notebook, Writing
from dossier.notebooks.passages import threads
from dossier.notebooks.versions import hands
from dossier.projects import rules
from dossier.projects.models import Agreement, Project
from dossier.projects.rules import REVIEW
from dossier.web.notebooks.articles import whole

SHOWN = 30
VOICES = 8


def texts(project: Project, *, worker: Worker) -> dict[str, Any]:
    """Return the text of a project and the easy one, who signed them, what colleagues answer to
    the text; and beside it the voices of the person and of relatives, the latest of all they say
    in its notebook.
    """
    answers = threads([project.text_id])[project.text_id] if project.text else []
    voiced = Writing.objects.filter(notebook=project.notebook).exclude(voice=Writing.Voice.WORKER)
    voices = list(voiced.order_by("-position").values_list("pk", flat=True)[: VOICES + 1])
    pks = [one for one in (project.text_id, project.easy_id) if one]
    found = timeline.read_some([*pks, *voices, *(one.pk for one in answers)], by=worker)
    lines = [found[one.pk] for one in answers if one.pk in found]
    text, easy = found.get(project.text_id or 0), found.get(project.easy_id or 0)
    return {
        "text": whole(text, heading=project.title) if text else None,
        "easy": whole(easy, heading=project.title) if easy else None,
        "hands": hands(project.text) if text else [],
        "voices": [whole(found[pk]) for pk in voices[:VOICES] if pk in found],
        "has_more_voices": len(voices) > VOICES,
        "answers": [whole(one) for one in lines if one.is_from_worker],
    }


def agreements(
    project: Project, memberships: Iterable[Membership], *, worker: Worker
) -> dict[str, Any]:
    """Return what each last said of a project, with what they said before; what the house's own
    answer is not; the persons of whom nothing is noted.
    """
    seen = Agreement.objects.visible_to(worker).filter(project=project)
    lines = list(seen.select_related("person", "noted_by"))
    persons = {one.person_id: one.person for one in memberships if one.person and one.is_present}
    version = project.text.version if project.text else None
    return {
        "agreements": [
            (last and _told(last, version), [_told(one, version) for one in before])
            for last, before in rules.last_of_each(lines)
        ],
        "house_agrees": rules.house_agrees(lines),
        "silent": [persons[pk] for pk in rules.silent(lines, persons)],
    }


def _told(line: Agreement, version: int | None) -> dict[str, Any]:
    """Return what was said of a project as the page shows it."""
    who = str(line.person or line.who or "Quelqu’un")
    if line.side == Agreement.Side.HOUSE:
        who = said("{maison.Le}") + (f" ({line.who})" if line.who else "")
    elif line.person and line.who:
        who = f"{line.who}, pour {line.person}" if line.side == Agreement.Side.OTHER else who
    elif line.person and line.side == Agreement.Side.OTHER:
        who = f"Quelqu’un pour {line.person}"
    return {
        "line": line,
        "who": who,
        "answer": line.get_answer_display(),
        "is_refusal": line.answer == Agreement.Answer.NO,
        "is_old": rules.is_of_another_text(line, version),
    }


def reviews(notebook: Notebook) -> dict[str, Any]:
    """Return the writings of a project under the heading of reviews, the latest first."""
    folded = notebooks.folded(REVIEW)
    found = Writing.objects.filter(notebook=notebook, heading__folded=folded)
    return {
        "review": REVIEW,
        "reviews": found.for_reading().order_by("-position")[:SHOWN],
    }


def tied(notebook: Notebook, *, worker: Worker) -> list[Writing]:
    """Return the writings that live elsewhere and are tied to a notebook, as far as `worker` may
    read them, the latest first.
    """
    seen = Mention.objects.filter(
        notebook=notebook, writing__notebook__in=Notebook.objects.visible_to(worker)
    )
    around = ("writing__notebook", "writing__author", "writing__heading")
    return [one.writing for one in seen.select_related(*around).order_by("-position")[:SHOWN]]
