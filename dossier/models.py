"""Every table of the app, gathered from the domains for Django to find."""

from dossier.collectives.models import Collective, Membership
from dossier.establishment.models import Establishment, Team, WordChange, Worker
from dossier.files.models import Blob
from dossier.journal.models import Entry
from dossier.meetings.models import Council, Meeting, Point, Seat
from dossier.notebooks.models import (
    Attachment,
    DaySaid,
    Draft,
    Heading,
    Mention,
    Move,
    Nameless,
    Notebook,
    Tag,
    Tagging,
    TeamGrant,
    WorkerGrant,
    Writing,
)
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.projects.models import Agreement, Project, Step

__all__ = [
    "Agreement",
    "Attachment",
    "Blob",
    "Collective",
    "Council",
    "DaySaid",
    "Dossier",
    "Draft",
    "Entry",
    "Establishment",
    "Heading",
    "Meeting",
    "Membership",
    "Mention",
    "Move",
    "Nameless",
    "Notebook",
    "Person",
    "Point",
    "Project",
    "Relation",
    "Seat",
    "Stay",
    "Step",
    "Tag",
    "Tagging",
    "Team",
    "TeamGrant",
    "Worker",
    "WordChange",
    "WorkerGrant",
    "Writing",
]
