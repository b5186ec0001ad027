"""The text that something holds: a writing with several hands, signed first, then anew.

A project, a contract, a report say what they say in a writing of their notebook, with its versions
and documents (decision 0014).
"""

import uuid
from datetime import datetime

from django.db import models

from dossier.establishment.models import Worker
from dossier.notebooks import actions
from dossier.notebooks.models import Notebook, Writing


def sign_held(
    *,
    by: Worker,
    holder: models.Model,
    notebook: Notebook,
    content: actions.Content,
    field: str = "writing",
    key: uuid.UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> tuple[Writing, set[str]]:
    """Sign the text that the `field` of `holder`, a row locked by the caller, holds in `notebook`.

    `version` is the one that was read before writing: 0 when there was none, None for the present
    one whatever it is. Returns and raises what `actions.write` and `correct` do.
    """
    present = Writing.objects.filter(pk=getattr(holder, f"{field}_id")).first()
    again = present and key and (present.author_id, present.key) == (by.pk, key)
    if present and not again:
        version = present.version if version is None else version
        return actions.correct(
            by=by, writing=present, version=version, content=content, key=key, at=at
        )
    saved, doubtful = actions.write(
        by=by, notebook=notebook, content=content, key=key, at=at, is_common=True
    )
    setattr(holder, field, saved)
    holder.save(update_fields=[field])
    return saved, doubtful


def content_held(holder: models.Model, text: str, field: str = "writing") -> actions.Content:
    """Return `text` with what else the writing that `holder` holds says, if there is one yet."""
    holder.refresh_from_db(fields=[field])
    present = getattr(holder, field)
    return actions.content_of(present, text=text) if present else actions.Content(text=text)
