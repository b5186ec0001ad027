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
from dossier.notes.models import Note
from dossier.persons.models import Dossier, Person, Relation, Stay
from dossier.projects.models import Agreement, Project, Step
from dossier.reading.models import Beside, Covering, Reply, Request
from dossier.retention.models import (
    Archive,
    ArchiveOpening,
    ArchiveReader,
    Certificate,
    Slip,
    SlipLine,
)
from dossier.rights.models import (
    Contract,
    Edition,
    Explanation,
    Frame,
    Giving,
    HouseText,
    Report,
    Trust,
)

__all__ = [
    "Agreement",
    "Archive",
    "ArchiveOpening",
    "ArchiveReader",
    "Attachment",
    "Blob",
    "Certificate",
    "Collective",
    "Contract",
    "Council",
    "Beside",
    "Covering",
    "DaySaid",
    "Dossier",
    "Draft",
    "Edition",
    "Entry",
    "Establishment",
    "Explanation",
    "Frame",
    "Giving",
    "Heading",
    "HouseText",
    "Meeting",
    "Membership",
    "Mention",
    "Move",
    "Nameless",
    "Note",
    "Notebook",
    "Person",
    "Point",
    "Project",
    "Relation",
    "Reply",
    "Report",
    "Request",
    "Seat",
    "Slip",
    "SlipLine",
    "Stay",
    "Step",
    "Tag",
    "Tagging",
    "Team",
    "TeamGrant",
    "Trust",
    "WordChange",
    "Worker",
    "WorkerGrant",
    "Writing",
]
