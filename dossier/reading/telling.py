"""How what is read says who wrote, where and when: never the name of somebody around the person,
nor of another notebook.
"""

from datetime import datetime

from django.utils import timezone

from dossier.establishment.house import said
from dossier.notebooks import rules as places
from dossier.notebooks.models import Notebook, Writing
from dossier.reading.desk import Passage

PLACES = {Notebook.Kind.COLLECTIVE: "{collectif.un}", Notebook.Kind.PROJECT: "{projet.un}"}


def lived(passage: Passage) -> datetime:
    """Return the local instant a writing is sorted by."""
    return timezone.localtime(places.instant(passage.writing.position))


def half(at: datetime) -> str:
    """Return in which part of the day."""
    return "le matin" if at.hour < 12 else "l’après-midi" if at.hour < 18 else "le soir ou la nuit"


def who(passage: Passage, called: str) -> str:
    """Return who wrote, and who speaks; `called` is how the person is, "" when that cannot be
    said.
    """
    writing = passage.writing
    author = writing.author.name
    if writing.is_from_worker:
        return f"{author} et d’autres" if writing.is_common and writing.version > 1 else author
    speaks = said("{proche.un}")
    if writing.voice == Writing.Voice.PERSON:
        speaks = called or "vous" if passage.is_here else said("{personne.un}")
    return f"{speaks[:1].upper()}{speaks[1:]}, avec {author}"


def place(passage: Passage) -> str:
    """Return in what sort of notebook it is written, when it is not the person's."""
    if passage.is_here:
        return ""
    told = PLACES.get(passage.writing.notebook.kind, "")
    return said(f"noté à propos d’{told}") if told else "noté ailleurs"
