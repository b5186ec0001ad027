"""Acts on projects: open one, write its text, note its steps and who agrees."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from dossier.establishment.models import Worker
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks.actions import Content, must_write, open_notebook, rename
from dossier.notebooks.held import content_held, sign_held
from dossier.notebooks.models import NotAllowed, Notebook, Writing
from dossier.persons.models import Person
from dossier.projects.models import Agreement, Project, Step

TEXT, EASY = "text", "easy"


@transaction.atomic
def open_project(*, by: Worker, title: str, sort: str = "", teams: Iterable[Group] = ()) -> Project:
    """Open the notebook of a project; a title is enough. `by` keeps it."""
    notebook = open_notebook(by=by, kind=Notebook.Kind.PROJECT, title=title, teams=teams)
    return Project.objects.create(title=title, sort=sort, notebook=notebook)


@transaction.atomic
def describe(*, by: Worker, project: Project, title: str, sort: str = "") -> None:
    """Say what the project is; the notebook takes the title."""
    must_write(by, project.notebook)
    project.title, project.sort = title, sort
    project.save(update_fields=["title", "sort"])
    rename(project.notebook, title)
    record(by=by, notebook=project.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def sign(
    *,
    by: Worker,
    project: Project,
    content: Content,
    which: str = TEXT,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> tuple[Writing, set[str]]:
    """Sign the text of a project, or the easy one (`which`), for the first time or anew, as
    `sign_held` does.
    """
    held = Project.objects.select_for_update().select_related("notebook").get(pk=project.pk)
    saved, doubtful = sign_held(
        by=by,
        holder=held,
        notebook=held.notebook,
        content=content,
        field=which,
        key=key,
        at=at,
        version=version,
    )
    setattr(project, which, saved)
    return saved, doubtful


def write_text(
    *,
    by: Worker,
    project: Project,
    text: str,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> Writing:
    """Write the text that lives: a writing with several hands, corrected the next times."""
    return _written(TEXT, by=by, project=project, text=text, key=key, at=at, version=version)


def write_easy(
    *,
    by: Worker,
    project: Project,
    text: str,
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> Writing:
    """Write the same told in easy words, as `write_text` does."""
    return _written(EASY, by=by, project=project, text=text, key=key, at=at, version=version)


def _written(which: str, *, project: Project, text: str, **more: object) -> Writing:
    content = content_held(project, text, which)
    return sign(project=project, content=content, which=which, **more)[0]


@transaction.atomic
def note_step(
    *,
    by: Worker,
    project: Project,
    words: str,
    on: date | None = None,
    when: str = "",
    done_on: date | None = None,
    step: Step | None = None,
) -> Step:
    """Note an aim, a step, a date, or change the one given; only words are needed."""
    must_write(by, project.notebook)
    if not words.strip():
        raise ValueError("a step says what")
    step = step or Step(project=project)
    if step.project_id != project.pk:
        raise ValueError("a step of another project")
    step.words, step.on, step.when, step.done_on = words, on, when, done_on
    step.save()
    record(by=by, notebook=project.notebook, act=Entry.Act.DESCRIBED)
    return step


@transaction.atomic
def mark_step(*, by: Worker, step: Step, done_on: date | None) -> None:
    """Say on which day a step was done, or that it is not (None)."""
    must_write(by, step.project.notebook)
    step.done_on = done_on
    step.save(update_fields=["done_on"])
    record(by=by, notebook=step.project.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def drop_step(*, by: Worker, step: Step) -> None:
    """Take off a step noted by mistake; who does it for somebody keeps its words first."""
    must_write(by, step.project.notebook)
    step.delete()
    record(by=by, notebook=step.project.notebook, act=Entry.Act.DESCRIBED)


@transaction.atomic
def note_agreement(
    *,
    by: Worker,
    project: Project,
    side: str,
    answer: str,
    person: Person | None = None,
    who: str = "",
    words: str = "",
    how: str = "",
    present: str = "",
    on: date | None = None,
    version: int | None = None,
    at: datetime | None = None,
) -> Agreement:
    """Note what the house, a person or somebody else said of a project, of the present text unless
    `version` says which, now or `at`; what was noted before stays (CASF L311-3, 3° and 7°).

    Words alone may be noted, without an answer. Raises NotAllowed unless `by` writes there;
    ValueError for a person `by` may not read, for a side, an answer or a version there is not,
    and when nothing was said.
    """
    must_write(by, project.notebook)
    project.refresh_from_db(fields=["text"])
    latest = project.text.version if project.text else None
    if side not in Agreement.Side or (answer and answer not in Agreement.Answer):
        raise ValueError("a side or an answer there is not")
    if not answer and not words.strip():
        raise ValueError("nothing was said")
    if version is not None and not 0 < version <= (latest or 0):
        raise ValueError("a version there is not")
    if side == Agreement.Side.HOUSE:
        person = None
    read = Notebook.objects.visible_to(by)
    if person and not read.filter(dossier__person=person).exists():
        raise ValueError("somebody whose notebook the worker may not read")
    now = (at or timezone.now()).replace(second=0, microsecond=0)
    agreement = Agreement.objects.create(
        project=project,
        version=version or latest,
        side=side,
        person=person,
        who=who.strip(),
        answer=answer,
        words=words,
        how=how,
        present=present,
        on=on,
        noted_by=by,
        noted_at=now,
    )
    record(by=by, notebook=project.notebook, act=Entry.Act.DESCRIBED, at=now)
    return agreement


@transaction.atomic
def mark_agreement(*, by: Worker, agreement: Agreement, is_mistaken: bool) -> None:
    """Say that an agreement was noted by mistake, or that it stands after all; the line stays.

    Raises NotAllowed unless `by` writes in the project and may know of the line.
    """
    must_write(by, agreement.project.notebook)
    if not Agreement.objects.visible_to(by).filter(pk=agreement.pk).exists():
        raise NotAllowed
    agreement.is_mistaken = is_mistaken
    agreement.save(update_fields=["is_mistaken"])
    record(by=by, notebook=agreement.project.notebook, act=Entry.Act.DESCRIBED)
