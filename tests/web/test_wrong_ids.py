"""Numbers and keys of what one does not read, in every query and every form of every page.

A stranger's house is made with the same high numbers in every table, so that one number names
the first thing of each; and each of its texts holds one word, which must come out nowhere.
"""

import re
import uuid

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models

from dossier.collectives.actions import join, open_collective
from dossier.establishment.models import Team, Worker
from dossier.meetings.actions import call_meeting, set_aside
from dossier.meetings.councils import declare_council, seat
from dossier.notebooks import drafts
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.outlines import keep_outline
from dossier.notes.actions import keep as keep_note
from dossier.persons.actions import note_relation, note_stay, open_dossier
from dossier.projects.actions import note_agreement, note_step, open_project, write_text
from dossier.reading.requests import note_reply, note_request
from dossier.rights import contracts
from dossier.rights.actions import frame_house
from dossier.rights.givings import note_giving
from dossier.rights.reports import open_report, write_report
from dossier.rights.trust import note_trust
from tests.conftest import log_in, make_attachment, make_team, make_worker, make_writing
from tests.web.house import furnish, patterns
from tests.web.reading import forms_of
from tests.web.test_pages import NAMES, NOT_HTML, PAGES

BASE, WORD = 7_000_000, "zibelinou"
FIRST = BASE + 1
PARTS = 4  # of the pages, a test each
OF_NOTEBOOKS = {"cahier", "notebook", "ou", "avec", "whose", "source", "at"}
KEYS = {"key", "brouillon"}
# Not what is asked for: who asks, and whether the form is ours.
OURS = {"csrfmiddlewaretoken", "plume", "path"}
CHOSEN = re.compile(
    r'<select\b[^>]*\bname="([^"]+)"'
    r'|<input\b(?=[^>]*\btype="(?:hidden|radio|checkbox)")[^>]*\bname="([^"]+)"'
)


def asked_of(page: str, response) -> set[str]:
    """Return the names that the area of a page, or its forms sent by GET, read in a query."""
    (view,) = [one.callback for one in patterns() if one.name == page]
    area, found = view.__module__.split(".")[2], {"brouillon"}
    for path in (settings.BASE_DIR / "dossier" / "web" / area).rglob("*.py"):
        found |= set(re.findall(r'GET(?:\.get|\.getlist)?[(\[]"(\w+)"', path.read_text()))
    if response.headers["Content-Type"].startswith("text/html"):
        for form in forms_of(response):
            found |= set(form.fields) if form.method == "get" else set()
    return found


def jump(after: int) -> None:
    """Make the next row of every table of ours the one after this number."""
    tables = [model._meta for model in apps.get_models() if not model._meta.proxy]
    numbered = [meta for meta in tables if isinstance(meta.pk, models.AutoField)]
    with connection.cursor() as cursor:
        for meta in numbered:
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [meta.db_table])
                cursor.execute(
                    "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)",
                    [meta.db_table, after],
                )
            else:
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                    [meta.db_table, meta.pk.column, after],
                )


def make_secret() -> uuid.UUID:
    """Fill a house that samira knows nothing of; return the key of a draft there."""
    team = make_team("Une autre équipe")
    on = {"by": make_worker("ines", team)}
    by, teams = on["by"], [team]
    notebook = open_dossier(**on, called=f"Personne {WORD}", teams=teams).notebook
    dossier = notebook.dossier
    group = open_collective(**on, name=f"Groupe {WORD}", teams=teams).notebook
    project = open_project(**on, title=f"Projet {WORD}", teams=teams)
    open_collective(**on, name=f"Cause {WORD}", kind="cause", teams=teams)
    writing = make_writing(by, notebook, f"Un mot : {WORD}.", heading=WORD, tags=(WORD,))
    make_attachment(by, writing, description=WORD)
    draft = drafts.keep_draft(**on, key=uuid.uuid4(), path="/ecrire/", fields={"text": WORD})
    make_writing(by, bricabrac(**on, team=team), f"Un reste : {WORD}.")
    note_stay(**on, dossier=dossier, service=WORD)
    note_relation(**on, notebook=notebook, name=WORD)
    join(**on, notebook=group, words=WORD)
    note_step(**on, project=project, words=WORD)
    write_text(**on, project=project, text=WORD)
    note_agreement(**on, project=project, side="house", answer="yes", words=WORD)
    council = declare_council(**on, notebook=group)
    seat(**on, council=council, college="persons", name=WORD)
    call_meeting(**on, notebook=group, title=WORD)
    set_aside(**on, notebook=group, words=WORD, writing=writing)
    keep_outline(**on, team=team, title=WORD, text=WORD)
    keep_note(**on, text=WORD)
    asked = note_request(**on, dossier=dossier, sort="read", words=WORD)
    note_reply(**on, request=asked, answer="refused", words=WORD)
    contract = contracts.draw_up(**on, dossier=dossier, sort="stay", why=WORD)
    note_giving(**on, dossier=dossier, contract=contract, words=WORD)
    note_trust(**on, dossier=dossier, act="named", name=WORD)
    frame_house(**on, protects_children=True)
    report = open_report(**on, dossier=dossier, sort="situation")
    write_report(**on, report=report, text=WORD)
    return draft.key


@pytest.fixture
def places(cast):
    """Return the addresses of samira's house, and the key of a stranger's draft."""
    found = furnish(cast)
    jump(BASE)
    yield found, make_secret()
    jump(BASE // 2)  # PostgreSQL takes no number back with its rows


def rows() -> dict:
    """Return every row of every table, by table and number."""
    return {
        model: {row["pk"]: row for row in model.objects.values("pk", *_columns(model))}
        for model in apps.get_models()
        if model._meta.app_label == "dossier" and not model._meta.proxy
    }


def _columns(model: type[models.Model]) -> list[str]:
    return [one.attname for one in model._meta.concrete_fields]


KNOWN_TO_ALL = {Worker, Team}  # everybody sees who works here, and may open things to them


def secret_of(found: dict) -> dict:
    """Return, of all rows, those of the stranger's house."""
    return {
        model: {pk: row for pk, row in kept.items() if isinstance(pk, int) and pk > BASE}
        for model, kept in found.items()
        if model not in KNOWN_TO_ALL
    }


def ties_to(secret: dict, found: dict) -> list[str]:
    """Return what of samira's leads to something of the stranger's house."""
    told = []
    for model, kept in found.items():
        ties = [
            (one.attname, one.related_model)
            for one in model._meta.concrete_fields
            if one.is_relation and one.related_model in secret
        ]
        for pk, row in kept.items():
            if pk not in secret.get(model, {}):
                told += [f"{model.__name__}.{name}" for name, to in ties if row[name] in secret[to]]
    return told


def values_of(name: str, key: uuid.UUID) -> list[str]:
    """Return what to put in the place of `name`."""
    if name in KEYS:
        return [str(key)]
    return [str(FIRST + one) for one in range(4 if name in OF_NOTEBOOKS else 1)]


def test_the_house_of_the_stranger_has_the_numbers_it_should(places):
    secret = secret_of(rows())
    first = {model.__name__ for model, kept in secret.items() if FIRST in kept}
    assert first >= {"Notebook", "Writing", "Attachment", "Person", "Heading", "Tag", "Contract"}
    assert first >= {"Meeting", "Point", "Stay", "Relation", "Step", "Report", "Request", "Giving"}


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_query_leads_to_what_one_does_not_read(cast, places, part):
    found, key = places
    client, shown, sent = log_in(cast.samira), [], 0
    for page in [*PAGES, *sorted(NOT_HTML & set(NAMES))][part::PARTS]:
        for name in sorted(asked_of(page, client.get(found[page]))):
            for value in values_of(name, key):
                response = client.get(found[page], {name: value})
                sent += 1
                assert response.status_code < 500, (page, name, value)
                if WORD.encode() in b"".join(response):
                    shown.append((page, name, value))
    assert sent > 50
    assert shown == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_form_reaches_what_one_does_not_read(cast, places, part):
    found, key = places
    client, shown = log_in(cast.samira), []
    before = rows()
    secret = secret_of(before)
    sent = 0
    for page in PAGES[part::PARTS]:
        response = client.get(found[page])
        chosen = {one or other for one, other in CHOSEN.findall(response.content.decode())} - OURS
        for form in forms_of(response):
            if form.method != "post" or form.name == "logout":
                continue
            for name in sorted(chosen):
                for value in values_of(name, key):
                    fresh = {"key": str(uuid.uuid4())} if name != "key" else {}
                    answer = client.post(form.action, form.fields | fresh | {name: value})
                    sent += 1
                    assert answer.status_code < 500, (page, form.action, name, value)
                    if WORD.encode() in b"".join(answer):
                        shown.append((page, form.action, name, value))
    after = rows()
    assert sent > 30
    assert shown == []
    for model, kept in secret.items():
        assert {pk: after[model].get(pk) for pk in kept} == kept
    assert ties_to(secret, after) == []
