"""One person from admission to destruction; then no byte of her name, her words, her files."""

import json
import unicodedata
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone

from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import tell_nameless
from dossier.files.models import Blob
from dossier.meetings.actions import call_meeting, set_aside
from dossier.meetings.councils import declare_council, seat
from dossier.notebooks import actions, drafts
from dossier.notebooks.bricabrac import bricabrac, file_away
from dossier.notebooks.models import Draft, Heading, Nameless, Notebook, Piece, Tag, Writing
from dossier.notebooks.pieces import Taken
from dossier.notebooks.search import search
from dossier.notebooks.sharing import open_circle
from dossier.notebooks.taking_up import assemble
from dossier.notes.models import Note
from dossier.persons.actions import note_relation, note_stay, open_dossier
from dossier.projects.actions import note_agreement, note_step, open_project, write_text
from dossier.reading.models import Covering, Reply, Request
from dossier.retention import actions as archives
from dossier.retention.cleaning import clean
from dossier.retention.destruction import NoVisa, destroy, plan
from dossier.retention.models import Archive, Certificate
from dossier.rights.models import Contract, Explanation, Giving, Report, Trust
from dossier.trust.urgent import open_at_once
from tests.conftest import make_attachment, make_writing

CALLED, CIVIL = "Zéphyrine", "Zéphyrine Quatrelivres"
NAMES = ("Zéphyrine", "Quatrelivres")
WORDS = [f"canari{number:02d}xyz" for number in range(60)]


@pytest.fixture
def clock(monkeypatch):
    """Return how to say which day it is."""

    def set_clock(day: date) -> datetime:
        now = datetime.combine(day, time(10, 30), tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: now)
        return now

    return set_clock


class Canaries:
    """Words put in fields, each once, to be looked for."""

    def __init__(self) -> None:
        self.left = list(WORDS)
        self.used: list[str] = []

    def word(self) -> str:
        self.used.append(self.left.pop(0))
        return self.used[-1]


def spelled(name: str) -> set[str]:
    """Return a name in each case, with its accents, without, and with accents typed apart."""
    flat = "".join(
        char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char)
    )
    ways = {name, flat, unicodedata.normalize("NFD", name)}
    return {way for one in ways for way in (one, one.lower(), one.upper(), one.capitalize())}


def needles(words) -> dict[bytes, str]:
    """Return what to look for in bytes: UTF-8, UTF-16 both ways, and as JSON writes it."""
    found = {}
    for one in words:
        for way in spelled(one):
            told = [
                way.encode(code)
                for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
                if code != "latin-1" or all(ord(char) < 256 for char in way)
            ]
            told.append(json.dumps(way).strip('"').encode())
            found |= dict.fromkeys(told, one)
    return found


def every_byte() -> Iterator[tuple[str, bytes]]:
    """Yield all that the house keeps: the files of its folder, or the rows of each table."""
    for path in sorted(Path(settings.DOSSIER_HOME).rglob("*")):
        if path.is_file() and "static" not in path.parts:
            yield str(path), path.read_bytes()
    for path in sorted(Path(settings.MEDIA_ROOT).rglob("*")):
        if path.is_file():
            yield str(path), path.read_bytes()
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608
            yield table, "\n".join(row[0] for row in cursor.fetchall()).encode()
        cursor.execute("SELECT coalesce(most_common_vals::text, '') FROM pg_stats")
        yield "pg_stats", "\n".join(row[0] for row in cursor.fetchall()).encode()
        yield from _heaps(cursor)


def _heaps(cursor) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the tables, when the database is on this machine and lets us ask."""
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    if not cursor.fetchone()[0]:
        return
    cursor.execute("CHECKPOINT")
    cursor.execute("SHOW data_directory")
    root = Path(cursor.fetchone()[0])
    cursor.execute(
        "SELECT relname, pg_relation_filepath(oid) FROM pg_class"
        " WHERE relkind IN ('r', 'i', 't') AND pg_relation_filepath(oid) IS NOT NULL"
        " AND (relname LIKE 'dossier%' OR relname LIKE 'pg_toast%' OR relname LIKE 'django%')"
    )
    for name, path in cursor.fetchall():
        if (root / path).exists():
            yield name, (root / path).read_bytes()


def clean_wholly() -> None:
    """Clean until all is out: on PostgreSQL, tests beside this one hold transactions."""
    tries = 0
    while not clean():
        tries += 1
        assert tries < 10


def found(looked_for: dict[bytes, str]) -> dict[str, set[str]]:
    """Return where each word is, by word."""
    where: dict[str, set[str]] = {}
    for place, content in every_byte():
        for needle, word in looked_for.items():
            if needle in content:
                where.setdefault(word, set()).add(place)
    return where


def live(cast, clock):
    """Let her live here: return her dossier, the canaries and the bytes of the files that go."""
    canary, files = Canaries(), []
    word = canary.word

    def joined(writing=None, **more):
        files.append(uuid.uuid4().bytes * 20)
        return make_attachment(cast.samira, writing, data=files[-1], **more)

    now = clock(date(2015, 3, 2))
    dossier = open_dossier(
        by=cast.samira, called=CALLED, civil_name=CIVIL, birth="12/03/1989",
        word=f"Arrive avec une valise {word()}.", teams=[cast.foyer],
    )  # fmt: skip
    notebook, person = dossier.notebook, dossier.person
    stay = note_stay(
        by=cast.samira, dossier=dossier, service=f"Foyer {word()}", from_on=date(2015, 3, 2),
        until_on=date(2016, 6, 30), word=word(),
    )  # fmt: skip
    note_relation(
        by=cast.samira, notebook=notebook, name=f"Odile {word()}", tie=word(), word=word()
    )
    first = make_writing(
        cast.samira, notebook, f"Zephyrine est arrivée {word()}.", heading=f"Rubrique {word()}",
        tags=(word(),), voice="person", speaker=word(), moment=word(), at=now,
    )  # fmt: skip
    content = actions.Content(text=f"Elle est arrivée à pied {word()}.")
    actions.correct(by=cast.samira, writing=first, version=1, content=content)
    first.refresh_from_db()
    answer = make_writing(cast.karim, notebook, f"Elle a dit : {word()}.", answers=first)
    joined(first, name="zephyrine-quatrelivres.jpg", description=f"Son visage {word()}")
    joined(first, kind="sound", name=f"{word()}.wav")
    letter = joined(answer, kind="pdf", name="lettre.pdf")
    Blob.objects.filter(pk=letter.blob_id).update(text=f"Chère {CIVIL}, {word()}")
    health = open_circle(
        by=cast.samira, around=notebook, name=f"Santé {word()}", to=[cast.noor], reason=word()
    )
    joined(make_writing(cast.noor, health, f"Deux comprimés {word()}.", heading=word()))
    open_at_once(by=cast.maud, name=CALLED, reason=f"Elle a appelé {word()}")
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    fragment = make_writing(cast.samira, heap, f"Trouvé dans l’escalier {word()}.")
    file_away(by=cast.samira, writing=fragment, notebook=notebook)

    text = make_writing(cast.samira, notebook, f"Entre la maison et {CIVIL} {word()}")
    contract = Contract.objects.create(
        dossier=dossier, sort="stay", stay=stay, writing=text, facts={"why": word()}, why=word(),
        took_part=f"{CIVIL}, sa tante", minor_opinion=word(), by=cast.samira, at=now,
    )  # fmt: skip
    paper = make_writing(cast.samira, notebook, f"Signé {word()}")
    joined(paper)
    Giving.objects.create(
        dossier=dossier, contract=contract, version=1, what=word(), who=CIVIL, how=word(),
        present=word(), words=word(), strokes=[[[1, 2], [3, 4]]], on=date(2015, 3, 20),
        writing=paper, noted_by=cast.samira, noted_at=now,
    )  # fmt: skip
    Trust.objects.create(dossier=dossier, act="named", on=date(2015, 3, 20), name=word(),
                         words=word(), noted_by=cast.samira, noted_at=now)  # fmt: skip
    Report.objects.create(dossier=dossier, sort="situation", on=date(2015, 9, 1), sent_to=word(),
                          informed=word(), by=cast.samira, at=now)  # fmt: skip
    Explanation.objects.create(dossier=dossier, key="x", words=word(), by=cast.samira, at=now)
    asked = Request.objects.create(
        dossier=dossier, sort="read", asked_on=date(2015, 9, 1), who=CIVIL, words=word(),
        checked=word(), noted_by=cast.samira, noted_at=now,
    )  # fmt: skip
    Reply.objects.create(request=asked, answer="granted", on=date(2015, 9, 9), words=word(),
                         noted_by=cast.samira, noted_at=now)  # fmt: skip
    Covering.objects.create(dossier=dossier, writing=first, version=2, words=word(),
                            by=cast.samira, at=now)  # fmt: skip

    takes = [Taken(first, words="Voilà ce qu’on en garde."), Taken(answer)]
    made = assemble(by=cast.samira, notebook=cast.etage, takes=takes, text="# L’étage en 2015")
    cause = open_collective(by=cast.samira, name="Attendre", kind="cause", teams=[cast.foyer])
    told = tell_nameless(
        by=cast.samira, source=first, cause=cause.notebook, text=f"{CALLED} attend.",
        answers={answer.pk: "Elle a dit : non."},
    )  # fmt: skip
    content = actions.Content(text="Quelqu’un attend.")
    actions.correct(by=cast.samira, writing=told, version=1, content=content)
    spoken = make_writing(
        cast.samira, cast.etage, f"Avec @{CALLED}, puis ZÉPHYRINE et quatrelivres zephyrine.",
        tags=(f"fête de {CALLED}",), heading=f"Départ de {CALLED}",
    )  # fmt: skip
    joined_elsewhere = make_attachment(
        cast.samira,
        spoken,
        data=b"a photo of the whole floor",
        name=f"{CALLED} et Karim.png",
        description=f"{CIVIL} rit",
    )
    join(by=cast.samira, notebook=cast.etage, person=person)
    join(by=cast.samira, notebook=cast.etage, words=f"la tante de {CALLED}")
    met = call_meeting(by=cast.samira, notebook=cast.etage, title=f"Le départ de {CALLED}")
    met.came = f"{CIVIL}, Karim"
    met.save()
    met.persons.add(person)
    set_aside(by=cast.samira, notebook=cast.etage, writing=answer, words="")
    council = declare_council(by=cast.samira, notebook=cast.etage)
    seat(by=cast.samira, council=council, college="persons", name=CIVIL)
    sea = open_project(by=cast.samira, title=f"La mer avec {CALLED}", teams=[cast.foyer])
    join(by=cast.samira, notebook=sea.notebook, person=person)
    join(by=cast.samira, notebook=sea.notebook, words="dix autres")
    write_text(by=cast.samira, project=sea, text=f"On part avec {CALLED}.")
    note_step(by=cast.samira, project=sea, words=f"Un car pour {CALLED}")
    note_agreement(by=cast.samira, project=sea, side="person", answer="yes", person=person,
                   words=word(), how=word(), present=word())  # fmt: skip
    alone = open_project(by=cast.samira, title=f"Un studio {word()}", teams=[cast.foyer])
    join(by=cast.samira, notebook=alone.notebook, person=person)
    write_text(by=cast.samira, project=alone, text=f"Un studio {word()}.")
    note_relation(by=cast.samira, notebook=cast.amina, name=CIVIL, tie="son amie")

    for who in (cast.samira, cast.karim):
        key = uuid.uuid4()
        drafts.keep_draft(
            by=who, key=key, path=f"/cahiers/{notebook.pk}/ecrire/", notebook=notebook,
            fields={"text": f"Un début {word()}", "moment": word()},
        )  # fmt: skip
        joined(None, key=key) if who == cast.samira else None
    drafts.keep_draft(
        by=cast.karim, key=uuid.uuid4(), path="/assembler/",
        fields={
            "title": "Le bilan", "source": [str(first.pk), str(spoken.pk), ""],
            "at": ["2", "1", ""], "passage": [word(), "", ""],
            "after": ["Mes mots.", "Et puis.", ""], "added": "2",
        },
    )  # fmt: skip
    Note.objects.create(author=cast.karim, text=f"Rappeler {CALLED} demain.",
                        until=date(2090, 1, 1), changed_at=now)  # fmt: skip
    keep = {"assembly": made, "told": told, "spoken": spoken,
            "elsewhere": joined_elsewhere, "sea": sea}  # fmt: skip
    return dossier, canary, files, keep


@pytest.mark.django_db(transaction=True)
def test_a_life_and_then_no_byte_of_it(cast, clock):
    dossier, canary, files, kept = live(cast, clock)
    names, words = needles(NAMES), needles(canary.used)

    # She left in 2016; two years later her dossier is closed, opened once, put on a slip in 2023.
    clock(date(2018, 7, 1))
    archive = archives.close(
        by=cast.samira, dossier=dossier, last_contact_on=date(2016, 6, 30), why="Elle est partie."
    )
    assert archive.keep_until == date(2023, 6, 30)
    assert not Notebook.objects.visible_to(cast.karim).filter(pk=dossier.notebook_id).exists()
    assert not search(canary.used[8], by=cast.samira).hits
    clock(date(2020, 1, 5))
    archives.open_archive(by=cast.karim, archive=archive, reason=f"Elle demande {CALLED}")
    assert Notebook.objects.visible_to(cast.karim).filter(pk=dossier.notebook_id).exists()
    clock(date(2023, 7, 1))
    slip = archives.make_slip(by=cast.samira, archives=[archive])
    line = slip.lines.get()
    archives.decide(by=cast.samira, line=line, decision="destroy", reason=f"Rien de {CALLED}")
    with pytest.raises(NoVisa):
        destroy(by=cast.samira, slip=slip)
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 2023-117", on=date(2023, 7, 10))

    # The control: each word, each name and each file is there, or finding none proves nothing.
    assert set(found(words)) == set(canary.used)
    assert set(found(names)) == set(NAMES)
    present = dict(every_byte())
    assert all(any(data in content for content in present.values()) for data in files)

    session = SessionStore()
    session["_messages"] = json.dumps(["Le dossier de Zéphyrine est ouvert."])
    session["_auth_user_id"] = str(cast.karim.pk)
    session.create()
    kept["session"] = session.session_key
    before = rows()
    told = plan(slip)
    assert rows() == before
    assert (len(told), told[0].doubtful) == (1, [])
    (certificate,) = destroy(by=cast.samira, slip=slip)
    clean_wholly()

    assert found(names) == {}
    assert found(words) == {}
    left = dict(every_byte())
    assert not any(data in content for content in left.values() for data in files)
    assert (certificate.files, certificate.visa) == (len(files), "AD 2023-117")
    assert Archive.objects.count() == 0
    nothing_else_went(cast, kept)


def rows() -> dict[str, list]:
    """Return every row of every table."""
    return {
        model._meta.label_lower: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
    }


def nothing_else_went(cast, kept) -> None:
    """What others wrote stays, without her name."""
    kept["assembly"].refresh_from_db()
    pieces = list(Piece.objects.filter(writing=kept["assembly"]))
    assert "Voilà ce qu’on en garde." in "\n".join(one.words for one in pieces)
    assert all("détruit" in one.passage for one in pieces)
    kept["told"].refresh_from_db()
    assert kept["told"].text == "Quelqu’un attend."
    assert Nameless.objects.count() == 0
    kept["spoken"].refresh_from_db()
    assert kept["spoken"].text.startswith("Avec [une personne accompagnée]") or kept[
        "spoken"
    ].text.startswith("Avec [")
    assert Heading.objects.filter(name__startswith="Départ de [").count() == 1
    assert Tag.objects.filter(name__startswith="fête de [").count() == 1
    kept["elsewhere"].refresh_from_db()
    assert kept["elsewhere"].blob.path().exists()
    (bilan,) = Draft.objects.filter(author=cast.karim)
    assert bilan.fields["after"] == ["Et puis.", ""]
    assert Draft.objects.filter(author=cast.samira).count() == 0
    assert list(SessionStore(kept["session"]).keys()) == ["_auth_user_id"]
    assert Certificate.objects.count() == 1
    assert Writing.objects.filter(notebook=kept["sea"].notebook).count() == 1
    assert Notebook.objects.kept_by(cast.samira).filter(pk=cast.amina.pk).exists()
