"""Every table of the app, gathered from the domains for Django to find."""

from dossier.collectives.models import Collective, Membership
from dossier.establishment.models import Establishment, Team, WordChange, Worker
from dossier.files.models import Blob
from dossier.journal.models import Entry
from dossier.notebooks.models import (
    Attachment,
    Draft,
    Heading,
    Mention,
    Move,
    Notebook,
    Tag,
    Tagging,
    TeamGrant,
    WorkerGrant,
    Writing,
)
from dossier.persons.models import Dossier, Person, Relation, Stay

__all__ = [
    "Attachment",
    "Blob",
    "Collective",
    "Dossier",
    "Draft",
    "Entry",
    "Establishment",
    "Heading",
    "Membership",
    "Mention",
    "Move",
    "Notebook",
    "Person",
    "Relation",
    "Stay",
    "Tag",
    "Tagging",
    "Team",
    "TeamGrant",
    "Worker",
    "WordChange",
    "WorkerGrant",
    "Writing",
]
