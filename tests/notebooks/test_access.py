"""Who sees, writes in and keeps which notebook, read as a table; and the same over HTTP."""

import re
import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dossier.accounts.people import open_account
from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import tell_nameless
from dossier.collectives.models import Membership
from dossier.disclosures.consents import Asked, answer_consent, ask_consent
from dossier.disclosures.models import Allowed, Consent
from dossier.establishment.actions import farewell
from dossier.journal.models import Entry
from dossier.meetings.actions import call_meeting, conclude, set_aside
from dossier.meetings.councils import declare_council, seat
from dossier.meetings.models import Council, Meeting, Point, Seat
from dossier.notebooks import actions, drafts, labels, ties
from dossier.notebooks.bricabrac import bricabrac, file_away
from dossier.notebooks.models import (
    KEEP,
    READ,
    WRITE,
    Attachment,
    Draft,
    Heading,
    Mention,
    Move,
    Notebook,
    Tag,
    TeamGrant,
    WorkerGrant,
    Writing,
)
from dossier.notebooks.outlines import keep_outline
from dossier.notes.actions import keep as keep_note
from dossier.notes.models import Note
from dossier.persons.actions import note_relation, note_stay
from dossier.persons.models import Relation, Stay
from dossier.projects.actions import note_agreement, note_step, open_project
from dossier.projects.models import Agreement, Step
from dossier.reading.covering import cover
from dossier.reading.models import Beside, Covering, Reply, Request
from dossier.reading.requests import note_reply, note_request
from dossier.retention.models import Archive, ArchiveOpening, ArchiveReader, Slip, SlipLine
from dossier.rights import contracts, texts
from dossier.rights.actions import frame_house
from dossier.rights.givings import note_giving
from dossier.rights.models import Contract, Edition, Explanation, Giving, Report, Trust
from dossier.rights.reports import open_report
from dossier.rights.trust import note_trust
from dossier.trust.urgent import open_at_once
from tests.conftest import (
    log_in,
    make_attachment,
    make_notebook,
    make_team,
    make_worker,
    make_writing,
)
from tests.web.house import archived, give_proof, keep_to_seal, patterns, sent

# "late" had a grant on each until yesterday, and "lately" a team that had one; "today" has
# grants until tomorrow. gilles left, and his grants were forgotten.
ACCESS = """
    who        amina                etage                didier
    samira     sees writes keeps    sees writes keeps    -
    karim      sees writes          sees writes          -
    bruno      sees                 sees writes          -
    helene     sees writes          sees writes          sees writes
    maud       -                    -                    sees writes keeps
    yann       -                    -                    -
    gilles     -                    -                    -
    late       -                    -                    -
    lately     -                    -                    -
    today      sees                 sees writes          sees writes keeps
    anonymous  -                    -                    -
"""
ROWS = [re.split(r"\s{2,}", line.strip()) for line in ACCESS.strip().splitlines()]
COLUMNS = ROWS.pop(0)[1:]
LEVELS = dict(zip(COLUMNS, (READ, WRITE, KEEP), strict=True))


@pytest.fixture
def house(cast):
    """Return the cast and four more: some whose grants ended, one whose grants end tomorrow."""
    now = timezone.now()
    ended = make_team("Renfort")
    cast.late, cast.lately = make_worker("late"), make_worker("lately", ended)
    cast.today, cast.anonymous = make_worker("today"), AnonymousUser()
    for title, level in LEVELS.items():
        notebook = getattr(cast, title)
        keeper = cast.maud if title == "didier" else cast.samira
        for who, until in [
            (cast.late, now - timedelta(days=1)),
            (ended, now - timedelta(days=1)),
            (cast.today, now + timedelta(days=1)),
            (cast.gilles, None),
        ]:
            actions.give(by=keeper, notebook=notebook, to=who, level=level, until=until)
    cast.gilles.groups.add(cast.foyer)
    return cast


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_access_is_what_the_table_says(house, row):
    who = getattr(house, row[0])
    sets = {
        "sees": Notebook.objects.visible_to(who),
        "writes": Notebook.objects.writable_by(who),
        "keeps": Notebook.objects.kept_by(who),
    }
    found = {
        column: {verb for verb, notebooks in sets.items() if getattr(house, column) in notebooks}
        for column in COLUMNS
    }
    assert found == {
        column: set(cell.split()) - {"-"} for column, cell in zip(COLUMNS, row[1:], strict=True)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_notebook_detail_opens_to_who_sees(house, row):
    client = Client()
    if row[0] != "anonymous":
        client.force_login(getattr(house, row[0]))
    refused = 302 if row[0] in {"anonymous", "gilles"} else 404
    found = [
        client.get(reverse("notebook-detail", args=[getattr(house, column).pk])).status_code
        for column in COLUMNS
    ]
    assert found == [200 if "sees" in cell else refused for cell in row[1:]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_write_is_for_who_writes(house, row):
    who = getattr(house, row[0])
    written = []
    for column in COLUMNS:
        try:
            make_writing(who, getattr(house, column), "Un mot.")
        except actions.NotAllowed:
            continue
        written.append(column)
    assert written == [
        column for column, cell in zip(COLUMNS, row[1:], strict=True) if "writes" in cell
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_grant_is_for_who_keeps(house, row):
    who, granted = getattr(house, row[0]), []
    for column in COLUMNS:
        try:
            actions.grant(by=who, notebook=getattr(house, column), to=house.noor, level=READ)
        except actions.NotAllowed:
            continue
        granted.append(column)
    assert granted == [
        column for column, cell in zip(COLUMNS, row[1:], strict=True) if "keeps" in cell
    ]
    assert sorted(
        Notebook.objects.visible_to(house.noor).values_list("title", flat=True)
    ) == sorted(getattr(house, column).title for column in granted)


def test_grant_ends_at_its_very_instant(cast):
    now = timezone.now()
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ, until=now)
    assert list(Notebook.objects.visible_to(cast.noor)) == []


def test_grant_replaces_what_they_had(cast):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=KEEP)
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ, reason="stage")
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.foyer, level=READ)
    assert list(Notebook.objects.kept_by(cast.noor)) == []
    assert list(Notebook.objects.writable_by(cast.karim)) == [cast.etage]
    assert WorkerGrant.objects.get(user=cast.noor).reason == "stage"
    assert TeamGrant.objects.filter(content_object=cast.amina, group=cast.foyer).count() == 1


def test_grant_to_a_worker_adds_to_the_grant_of_their_team(cast):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.karim, level=READ)
    assert cast.amina in Notebook.objects.writable_by(cast.karim)


def test_who_leaves_a_team_reads_no_more_what_it_reads(cast):
    make_writing(cast.samira, cast.amina, "Un mot.")
    cast.karim.groups.clear()
    assert list(Writing.objects.visible_to(cast.karim)) == []


def test_farewell_closes_what_was_granted_by_name(cast):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.maud, level=KEEP)
    client = log_in(cast.maud)
    assert client.get(reverse("notebook-detail", args=[cast.amina.pk])).status_code == 200
    farewell(worker=cast.maud)
    assert client.get(reverse("notebook-detail", args=[cast.amina.pk])).status_code == 302


def test_readers_name_who_sees_and_nobody_else(house):
    assert [(one.who, one.may) for one in house.amina.readers] == [
        ("Samira", "garde le cahier"),
        ("L’équipe Foyer", "peut écrire dans le cahier"),
        ("L’équipe Nuit", "lit le cahier"),
        ("Today", "lit le cahier"),
    ]
    who = {one.who for one in house.didier.readers}
    assert who == {"Maud", "Today", "L’équipe SAVS"}


# Over HTTP: what each answers to GET and POST. Everything belongs to maud: she keeps, bruno
# reads, samira is a stranger to it.
PAGES = """
    name               keeper   reader   stranger  anonymous
    notebook-detail    200 405  200 405  404 405   302 403
    writing-create     200 302  404 404  404 404   302 403
    writing-detail     200 405  200 405  404 405   302 403
    writing-correct    200 302  404 404  404 404   302 403
    writing-take-up    200 405  200 405  404 405   302 403
    writing-document-pdf  200 405 200 405 404 405 302 403
    writing-document-odt  200 405 200 405 404 405 302 403
    writing-document-html 200 405 200 405 404 405 302 403
    assembly-edit      200 302  404 404  404 404   302 403
    assembly-choose    200 302  200 302  200 302   302 403
    writing-nameless   200 302  404 404  404 404   302 403
    cause-plead        302 405  404 405  404 405   302 403
    writing-versions   200 405  200 405  404 405   302 403
    person-detail      200 405  200 405  404 405   302 403
    person-rights      200 405  200 405  404 405   302 403
    person-edit        200 302  404 404  404 404   302 403
    stay-create        200 302  404 404  404 404   302 403
    stay-edit          200 302  404 404  404 404   302 403
    relation-create    200 302  404 404  404 404   302 403
    relation-edit      200 302  404 404  404 404   302 403
    project-detail     200 405  200 405  404 405   302 403
    project-edit       200 302  404 404  404 404   302 403
    project-text       200 302  404 404  404 404   302 403
    project-easy       200 302  404 404  404 404   302 403
    agreement-create   200 302  404 404  404 404   302 403
    agreement-mark     405 302  405 404  405 404   302 403
    step-create        200 302  404 404  404 404   302 403
    step-edit          200 302  404 404  404 404   302 403
    step-mark          405 302  405 404  405 404   302 403
    step-drop          405 302  405 404  405 404   302 403
    writing-tie        200 422  200 422  404 404   302 403
    writing-untie      405 302  405 404  405 404   302 403
    telling-withdraw   405 302  405 404  405 404   302 403
    notebook-ties      200 405  200 405  404 405   302 403
    collective-detail  200 405  200 405  404 405   302 403
    collective-edit    200 302  404 404  404 404   302 403
    membership-create  200 302  404 404  404 404   302 403
    membership-edit    200 302  404 404  404 404   302 403
    membership-drop    405 302  405 404  405 404   302 403
    membership-end     405 302  405 404  405 404   302 403
    attachment-detail  200 405  200 405  404 405   302 403
    attachment-large   200 405  200 405  404 405   302 403
    attachment-small   200 405  200 405  404 405   302 403
    attachment-describe 200 302 404 404  404 404   302 403
    attachment-take-off 405 302 405 404  405 404   302 403
    heading-change     200 302  404 404  404 404   302 403
    tag-change         200 302  404 404  404 404   302 403
    label-undo         405 302  405 404  405 404   302 403
    outline-edit       200 302  404 404  404 404   302 403
    outline-text       200 405  404 405  404 405   302 403
    fragment-file      200 404  404 404  404 404   302 403
    fragment-put-back  405 302  405 404  405 404   302 403
    draft-resume       302 405  302 405  302 405   302 403
    draft-place        200 405  404 405  404 405   302 403
    writing-set-aside  200 422  200 422  404 404   302 403
    meeting-list       200 405  200 405  404 405   302 403
    meeting-create     200 302  404 404  404 404   302 403
    meeting-detail     200 405  200 405  404 405   302 403
    meeting-edit       200 302  404 404  404 404   302 403
    meeting-cancel     405 302  405 404  405 404   302 403
    meeting-note       405 302  405 404  405 404   302 403
    meeting-point      200 302  404 404  404 404   302 403
    meeting-agenda     200 405  200 405  404 405   302 403
    meeting-agenda-pdf 200 405  200 405  404 405   302 403
    meeting-agenda-odt 200 405  200 405  404 405   302 403
    meeting-agenda-html 200 405 200 405  404 405   302 403
    meeting-minutes    200 405  200 405  404 405   302 403
    meeting-minutes-pdf 200 405 200 405  404 405   302 403
    meeting-minutes-odt 200 405 200 405  404 405   302 403
    meeting-minutes-html 200 405 200 405 404 405   302 403
    point-create       200 302  404 404  404 404   302 403
    point-edit         200 302  404 404  404 404   302 403
    point-move         405 302  405 404  405 404   302 403
    point-put-off      405 302  405 404  405 404   302 403
    point-withdraw     405 302  405 404  405 404   302 403
    point-loosen       405 302  405 404  405 404   302 403
    point-conclude     200 302  404 404  404 404   302 403
    point-answer       200 302  404 404  404 404   302 403
    council-detail     200 405  200 405  404 405   302 403
    council-edit       200 302  404 404  404 404   302 403
    seat-create        200 302  404 404  404 404   302 403
    seat-edit          200 302  404 404  404 404   302 403
    draft-drop         405 302  405 302  405 302   302 403
    reading-together   200 405  200 405  404 405   302 403
    reading-say        200 302  404 404  404 404   302 403
    reading-file       200 405  200 405  404 405   302 403
    reading-waiting    200 405  404 405  404 405   302 403
    reading-several    405 302  405 404  405 404   302 403
    reading-look       200 302  404 404  404 404   302 403
    reading-beside     200 302  404 404  404 404   302 403
    person-copy        200 405  404 405  404 405   302 403
    person-copy-html   200 405  404 405  404 405   302 403
    person-copy-pdf    200 405  404 405  404 405   302 403
    person-explain     200 302  404 404  404 404   302 403
    person-reports     200 405  200 405  404 405   302 403
    person-report      200 302  404 404  404 404   302 403
    report-detail      200 405  200 405  404 405   302 403
    report-edit        200 302  404 404  404 404   302 403
    report-text        200 302  404 404  404 404   302 403
    report-tell        200 422  404 404  404 404   302 403
    report-mark        405 302  405 404  405 404   302 403
    report-untell      405 302  405 404  405 404   302 403
    council-year       200 405  200 405  404 405   302 403
    council-year-pdf   200 405  200 405  404 405   302 403
    council-year-odt   200 405  200 405  404 405   302 403
    council-year-html  200 405  200 405  404 405   302 403
    journal-detail     200 405  404 405  404 405   302 403
    journal-document-pdf 200 405 404 405 404 405   302 403
    journal-document-odt 200 405 404 405 404 405   302 403
    journal-document-html 200 405 404 405 404 405  302 403
    note-edit          200 302  404 404  404 404   302 403
    note-carry         200 405  404 405  404 405   302 403
    note-drop          405 302  405 404  405 404   302 403
    request-create     200 422  404 404  404 404   302 403
    request-detail     200 405  200 405  404 405   302 403
    request-complete   200 302  404 404  404 404   302 403
    request-mark       405 302  405 404  405 404   302 403
    request-letter     200 405  404 405  404 405   302 403
    consent-ask        200 422  404 404  404 404   302 403
    consent-detail     200 405  200 405  404 405   302 403
    consent-writings   200 302  404 404  404 404   302 403
    consent-take-out   405 302  405 404  405 404   302 403
    consent-answer     200 422  404 404  404 404   302 403
    consent-withdraw   200 302  404 404  404 404   302 403
    consent-mark       405 302  405 404  405 404   302 403
    consent-sheet      200 405  200 405  404 405   302 403
    consent-send       405 302  405 404  405 404   302 403
    disclosure-detail  200 405  200 405  404 405   302 403
    disclosure-choose  200 302  404 404  404 404   302 403
    disclosure-piece   200 422  404 404  404 404   302 403
    disclosure-take-out 405 302 405 404  405 404   302 403
    disclosure-names   200 302  404 404  404 404   302 403
    disclosure-again   405 302  405 404  405 404   302 403
    disclosure-abandon 405 302  405 404  405 404   302 403
    disclosure-preview 200 302  404 404  404 404   302 403
    disclosure-seal    200 302  404 404  404 404   302 403
    disclosure-progress 200 405 404 405  404 405   302 403
    disclosure-file    200 405  404 405  404 405   302 403
    disclosure-archive 200 405  404 405  404 405   302 403
    disclosure-hand    200 302  404 404  404 404   302 403
    disclosure-kept    200 405  200 405  404 405   302 403
    disclosure-letter  200 405  200 405  404 405   302 403
    disclosure-letter-odt 200 405 200 405 404 405  302 403
    reply-create       200 422  404 404  404 404   302 403
    reply-mark         405 302  405 404  405 404   302 403
    contract-which     200 405  404 405  404 405   302 403
    contract-create    200 302  404 404  404 404   302 403
    contract-detail    200 405  200 405  404 405   302 403
    contract-edit      200 302  404 404  404 404   302 403
    contract-text      200 302  404 404  404 404   302 403
    contract-sign      200 302  404 404  404 404   302 403
    contract-mark      405 302  405 404  405 404   302 403
    contract-document-pdf 200 405 200 405 404 405  302 403
    contract-document-odt 200 405 200 405 404 405  302 403
    contract-document-html 200 405 200 405 404 405 302 403
    giving-list        200 405  200 405  404 405   302 403
    giving-create      200 422  404 404  404 404   302 403
    giving-mark        405 302  405 404  405 404   302 403
    edition-sign       200 302  404 404  404 404   302 403
    trust-create       200 302  404 404  404 404   302 403
    trust-mark         405 302  405 404  405 404   302 403
    archive-close      200 302  404 404  404 404   302 403
    archive-detail     200 405  200 405  404 405   302 403
    archive-open       200 302  200 302  404 404   302 403
    archive-shut       405 302  405 302  405 404   302 403
    archive-back       405 302  405 404  405 404   302 403
    archive-hold       200 302  404 404  404 404   302 403
    slip-detail        200 405  404 405  404 405   302 403
    slip-pdf           200 405  404 405  404 405   302 403
    slip-visa          200 302  404 404  404 404   302 403
    slip-line          200 302  404 404  404 404   302 403
    slip-deposit       200 405  404 405  404 405   302 403
    slip-destroy       200 422  404 404  404 404   302 403
    door-proof         200 422  404 404  404 404   302 403
    notebook-sharing   200 405  200 405  404 405   302 403
    sharing-open       200 422  404 404  404 404   302 403
    sharing-hand-over  200 422  404 404  404 404   302 403
    sharing-worker-change 200 302 404 404 404 404  302 403
    sharing-team-change 200 302 404 404  404 404   302 403
    sharing-worker-withdraw 405 302 405 404 405 404 302 403
    sharing-team-withdraw 405 302 405 404 405 404  302 403
    circle-create      200 422  404 404  404 404   302 403
    urgent-seen        405 302  405 404  405 404   302 403
    people-code        404 404  404 404  404 404   302 403
    people-leave       200 422  404 404  404 404   302 403
    team-edit          200 302  404 404  404 404   302 403
    team-welcome       200 422  404 404  404 404   302 403
    team-leave         405 302  405 404  405 404   302 403
"""
PAGE_ROWS = [line.split() for line in PAGES.strip().splitlines()[1:]]
NOWHERE = 987_654_321
WORDS = (
    *("text", "title", "called", "name", "service", "words", "tie", "word", "birth"),
    *("took_part", "what", "who"),
)
CHOSEN = {"version": "1", "side": "house", "answer": "yes"}
ANYTHING = dict.fromkeys(WORDS, "Un mot de trop.") | CHOSEN


def test_each_address_that_names_something_has_its_row():
    """Those of the house’s words, of its teams, of the guides are everybody’s:
    tests/web/test_people.py, tests/web/test_administrator.py.
    """
    named = [one.name for one in patterns() if one.pattern.converters]
    shared = {"team-detail", "guide-detail"}
    named = [name for name in named if not name.startswith("house-") and name not in shared]
    assert sorted(named) == sorted(row[0] for row in PAGE_ROWS)


@pytest.fixture
def belongings(cast):
    """Return maud's things by the name of the address that leads there; bruno may read them."""
    atelier = make_notebook(cast.maud, "Atelier soudure", cast.savs, collective=True)
    roof = open_project(by=cast.maud, title="Un toit", teams=[cast.savs])
    project, step = roof.notebook, note_step(by=cast.maud, project=roof, words="Visiter")
    cause = open_collective(
        by=cast.maud, name="Des lettres sans réponse", kind="cause", teams=[cast.savs]
    ).notebook
    for notebook in (cast.didier, atelier, project, cause):
        actions.grant(by=cast.maud, notebook=notebook, to=cast.bruno, level=READ)
    dossier = cast.didier.dossier
    stay = note_stay(by=cast.maud, dossier=dossier, service="SAVS")
    relation = note_relation(by=cast.maud, notebook=cast.didier, name="Odile")
    agreed = note_agreement(by=cast.maud, project=roof, side="house", answer="yes")
    member = join(by=cast.maud, notebook=atelier, words="dix parents")
    writing = make_writing(cast.maud, cast.didier, "Une fugue que le foyer ne doit pas lire.")
    draft = drafts.keep_draft(
        by=cast.maud, key=uuid.uuid4(), path="/ecrire/", fields={"text": "Mon brouillon."}
    )
    heap = bricabrac(by=cast.maud, team=cast.savs)
    WorkerGrant.objects.create(
        user=cast.bruno, content_object=heap, permission=actions.permission(READ)
    )
    fragment = make_writing(cast.maud, heap, "Un mot de l’escalier.")
    filed = make_writing(cast.maud, heap, "Un mot rangé.")
    file_away(by=cast.maud, writing=filed, notebook=cast.didier)
    signed = make_attachment(cast.maud, writing, description="Son visage.")
    for name in ("Fugues", "Tutelle"):
        make_writing(cast.maud, cast.didier, "Un mot.", heading=name, tags=(name,))
    heading, tag = Heading.objects.get(name="Fugues"), Tag.objects.get(name="Fugues")
    gone = Tag.objects.get(name="Tutelle")
    outline = keep_outline(by=cast.maud, team=cast.savs, title="Curatelle", text="# Curatelle")
    change = labels.relabel(by=cast.maud, team=cast.savs, label=gone, name="Curatelle")
    pending = make_attachment(cast.maud, data=b"pas encore", key=draft.key)
    council = declare_council(by=cast.maud, notebook=atelier)
    sits = seat(by=cast.maud, council=council, college="persons", name="Odile")
    met = call_meeting(by=cast.maud, notebook=atelier, title="Vite")
    point, done = [
        set_aside(by=cast.maud, notebook=atelier, words=words, writing=writing)
        for words in ("Les gants", "Le four")
    ]
    conclude(by=cast.maud, point=done, text="On le change.")
    told = tell_nameless(by=cast.maud, source=writing, cause=cause, text="Le mur suinte.")
    frame_house(by=cast.maud, protects_children=True)
    report = open_report(by=cast.maud, dossier=dossier, sort="situation")
    made_known = note_giving(by=cast.maud, dossier=dossier, report=report)
    own = {"meeting": met, "point": point, "report": report}
    years = ["council-year", *(f"council-year-{kind}" for kind in ("pdf", "odt", "html"))]
    note = keep_note(by=cast.maud, text="Un mot pour moi.")
    asked = note_request(by=cast.maud, dossier=dossier, sort="read", words="Tout lire.")
    reply = note_reply(by=cast.maud, request=asked, answer="refused", words="Non.")
    lines = ("detail", "complete", "mark", "letter")
    wanted = {"recipient": "le collège", "sort": "school", "purpose": "La rentrée"}
    consent = ask_consent(
        by=cast.maud, dossier=dossier, asked=[Asked(cast.didier)], until=timezone.localdate(),
        **wanted,
    )  # fmt: skip
    given = ask_consent(
        by=cast.maud, dossier=dossier, asked=[Asked(cast.didier)], until=timezone.localdate(),
        **wanted,
    )  # fmt: skip
    given = answer_consent(by=cast.maud, consent=given, answer="yes")
    consents = ("detail", "writings", "take-out", "answer", "withdraw", "mark", "sheet")
    places = {
        **{f"consent-{act}": {"pk": cast.didier.pk, "line": consent.pk} for act in consents},
        "person-explain": {"pk": cast.didier.pk, "what": "contract"},
        "report-untell": {"pk": report.pk, "line": made_known.pk},
        **dict.fromkeys(years, {"pk": atelier.pk, "year": timezone.localdate().year}),
        **{f"request-{act}": {"pk": cast.didier.pk, "line": asked.pk} for act in lines},
        "reply-create": {"pk": cast.didier.pk, "line": asked.pk},
        "reply-mark": {"pk": cast.didier.pk, "line": asked.pk, "reply": reply.pk},
        **{f"note-{act}": {"key": note.key} for act in ("edit", "carry", "drop")},
        "meeting-list": {"pk": atelier.pk},
        "meeting-create": {"pk": atelier.pk},
        "point-create": {"pk": atelier.pk},
        "point-answer": {"pk": done.pk},
        "point-loosen": {"pk": done.pk},
        "seat-edit": {"pk": atelier.pk, "seat": sits.pk},
        "fragment-file": {"pk": fragment.pk},
        "fragment-put-back": {"pk": filed.pk},
        "attachment-take-off": {"pk": pending.pk},
        "stay-edit": {"pk": cast.didier.pk, "stay": stay.pk},
        "relation-edit": {"pk": cast.didier.pk, "relation": relation.pk},
        "heading-change": {"team": cast.savs.pk, "pk": heading.pk},
        "tag-change": {"team": cast.savs.pk, "pk": tag.pk},
        "label-undo": {"pk": change.pk},
        "outline-edit": {"pk": outline.pk},
        "outline-text": {"pk": outline.pk},
        "assembly-edit": {"pk": writing.pk},
        "cause-plead": {"pk": cause.pk},
        **{
            f"membership-{act}": {"pk": atelier.pk, "membership": member.pk}
            for act in ("edit", "end", "drop")
        },
        "telling-withdraw": {"pk": told.pk},
        "writing-untie": {"pk": writing.pk, "notebook": atelier.pk},
        "agreement-mark": {"pk": project.pk, "line": agreed.pk},
        **{f"step-{act}": {"pk": project.pk, "step": step.pk} for act in ("edit", "mark", "drop")},
    }
    places |= belongings_of_rights(cast) | sent(cast.maud, given, writing)
    ties.tie(by=cast.maud, writing=writing, notebook=atelier)
    decided = {"version": writing.version, "files": [signed.pk]}
    cover(by=cast.maud, dossier=dossier, writing=writing, **decided)
    places |= {
        "reading-file": {"pk": cast.didier.pk, "attachment": signed.pk},
        "reading-look": {"pk": cast.didier.pk, "writing": writing.pk},
    }
    closed = make_notebook(cast.maud, "Un dossier clos", cast.savs)
    make_writing(cast.maud, closed, "Un mot que personne d’autre ne doit connaître.")
    actions.grant(by=cast.maud, notebook=closed, to=cast.bruno, level=READ)
    passing = make_worker("lou", make_team("Jour"))
    at_once = open_at_once(by=passing, name="Didier", reason="il a appelé").urgent
    places |= {
        "urgent-seen": {"pk": at_once.pk},
        **{
            f"sharing-{whose}-{act}": {"pk": cast.didier.pk, whose: pk}
            for whose, pk in (("worker", cast.bruno.pk), ("team", cast.savs.pk))
            for act in ("change", "withdraw")
        },
    }
    places |= archived(cast.maud, closed) | {"archive-close": {"pk": cast.didier.pk}}
    places |= {"door-proof": {"pk": give_proof(cast.maud).pk}}
    lina = open_account(by=cast.yann, login="lina", name="Lina")
    places |= {"people-code": {"pk": lina.pk}, "people-leave": {"pk": cast.maud.pk}}
    places |= {f"team-{act}": {"pk": cast.savs.pk} for act in ("edit", "welcome")}
    places |= {"team-leave": {"pk": cast.savs.pk, "worker": cast.maud.pk}}
    for one in patterns():
        parts = one.name.split("-")
        if "key" in one.pattern.converters:
            places.setdefault(one.name, {"key": draft.key})
        elif parts[0] == "attachment":
            places.setdefault(one.name, {"pk": signed.pk})
        elif parts[0] in own:
            places.setdefault(one.name, {"pk": own[parts[0]].pk})
        elif parts[0] in {"collective", "membership", "council", "seat"}:
            places.setdefault(one.name, {"pk": atelier.pk})
        elif parts[0] in {"project", "step", "agreement"}:
            places.setdefault(one.name, {"pk": project.pk})
        elif parts[0] == "writing" and one.name != "writing-create":
            places.setdefault(one.name, {"pk": writing.pk})
        else:
            places.setdefault(one.name, {"pk": cast.didier.pk})
    keep_to_seal(cast.maud)
    return places


def belongings_of_rights(cast) -> dict[str, dict]:
    """Return maud's contract, what was given of it, who is trusted, by the name of the address."""
    dossier, pk = cast.didier.dossier, cast.didier.pk
    contract = contracts.draw_up(by=cast.maud, dossier=dossier, sort="stay", why="Un foyer secret.")
    given = note_giving(by=cast.maud, dossier=dossier, contract=contract)
    trusted = note_trust(by=cast.maud, dossier=dossier, act="named", name="Odile")
    booklet = texts.open_text(by=cast.maud, sort="welcome", title="Bienvenue")
    edition = texts.publish(by=cast.maud, house_text=booklet, text="Entrez.")
    of_contract = ("detail", "edit", "text", "sign", "mark")
    of_contract += tuple(f"document-{kind}" for kind in ("pdf", "odt", "html"))
    found = {f"contract-{one}": {"pk": pk, "contract": contract.pk} for one in of_contract}
    return found | {
        "giving-mark": {"pk": pk, "line": given.pk},
        "trust-mark": {"pk": pk, "line": trusted.pk},
        "edition-sign": {"pk": pk, "edition": edition.pk},
    }


KEY = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def without_tokens(body: bytes) -> bytes:
    """Return a page without what changes each time: the token against forgery, the pen, and the
    key that the address itself holds.
    """
    return re.sub(rb'name="(csrfmiddlewaretoken|plume)" value="[^"]*"|' + KEY.pattern, b"", body)


def nowhere(kwargs: dict) -> dict:
    """Return the same kind of address, of something that does not exist."""
    return {name: uuid.uuid4() if name == "key" else NOWHERE for name in kwargs}


def client_of(cast, who: str) -> Client:
    """Return a browser of who the table names."""
    workers = {"keeper": cast.maud, "reader": cast.bruno, "stranger": cast.samira}
    return log_in(workers[who]) if who in workers else Client()


@pytest.mark.parametrize("who", ["keeper", "reader", "stranger", "anonymous"])
@pytest.mark.parametrize("row", PAGE_ROWS, ids=lambda row: row[0])
def test_each_page_answers_what_the_table_says(cast, belongings, row, who):
    column = 1 + 2 * ["keeper", "reader", "stranger", "anonymous"].index(who)
    address = reverse(row[0], kwargs=belongings[row[0]])
    client = client_of(cast, who)
    found = [client.get(address).status_code, client.post(address, ANYTHING).status_code]
    assert found == [int(status) for status in row[column : column + 2]]


@pytest.mark.parametrize("who", ["stranger", "anonymous"])
@pytest.mark.parametrize("row", PAGE_ROWS, ids=lambda row: row[0])
def test_not_yours_and_not_there_are_one_page(cast, belongings, row, who):
    kwargs = belongings[row[0]]
    client = client_of(cast, who)
    for send in (client.get, lambda address: client.post(address, ANYTHING)):
        theirs = send(reverse(row[0], kwargs=kwargs))
        none = send(reverse(row[0], kwargs=nowhere(kwargs)))
        assert theirs.status_code == none.status_code
        assert without_tokens(theirs.content) == without_tokens(none.content)
        assert theirs.headers.keys() == none.headers.keys()


def _everything() -> dict:
    kinds = (
        Attachment,
        Move,
        Writing,
        Stay,
        Relation,
        Membership,
        Mention,
        Step,
        Agreement,
        Meeting,
        Point,
        Council,
        Seat,
        Report,
        Giving,
        Explanation,
        Notebook,
        Draft,
        Note,
        Request,
        Reply,
        Consent,
        Allowed,
        Archive,
        ArchiveReader,
        ArchiveOpening,
        Slip,
        SlipLine,
        Entry,
        WorkerGrant,
        TeamGrant,
        Beside,
        Covering,
        Contract,
        Giving,
        Trust,
        Edition,
    )
    return {kind: list(kind.objects.order_by("pk").values()) for kind in kinds}


@pytest.mark.parametrize("row", PAGE_ROWS, ids=lambda row: row[0])
def test_what_a_stranger_sends_changes_nothing(cast, belongings, row):
    before = _everything()
    address = reverse(row[0], kwargs=belongings[row[0]])
    client = log_in(cast.samira)
    client.get(address)
    client.post(address, ANYTHING)
    assert _everything() == before


@pytest.mark.parametrize(
    "name",
    [
        *("stay-edit", "relation-edit", "membership-end", "step-edit", "seat-edit"),
        *("contract-edit", "contract-text", "contract-sign", "contract-mark"),
        *("giving-mark", "trust-mark"),
    ],
)
def test_things_are_not_reached_through_a_notebook_of_ones_own(cast, belongings, name):
    own = cast.etage if name in {"membership-end", "seat-edit"} else cast.amina
    declare_council(by=cast.samira, notebook=cast.etage)
    address = reverse(name, kwargs=belongings[name] | {"pk": own.pk})
    before = _everything()
    assert log_in(cast.samira).post(address, ANYTHING).status_code == 404
    assert _everything() == before


@pytest.mark.parametrize("name", ["person-detail", "person-edit", "stay-create", "project-detail"])
def test_a_collective_has_no_page_of_a_person(cast, name):
    assert log_in(cast.samira).get(reverse(name, args=[cast.etage.pk])).status_code == 404


@pytest.mark.parametrize(
    "name", ["collective-detail", "project-edit", "collective-edit", "membership-create"]
)
def test_a_person_has_no_page_of_a_collective(cast, name):
    assert log_in(cast.samira).get(reverse(name, args=[cast.amina.pk])).status_code == 404


def test_notebook_list_names_what_one_sees(cast):
    found = {
        who: [notebook.title for notebook in log_in(who).get("/cahiers/").context["notebooks"]]
        for who in (cast.samira, cast.bruno, cast.maud, cast.noor)
    }
    both = ["Amina", "Le premier étage"]
    assert found == {cast.samira: both, cast.bruno: both, cast.maud: ["Didier"], cast.noor: []}


@pytest.mark.parametrize(
    ("page", "name"),
    [("writing-search", "cahier"), ("writing-create", "repond"), ("home", "brouillon")],
)
def test_an_address_that_asks_for_what_is_not_yours_is_as_if_it_did_not_exist(
    cast, belongings, page, name
):
    client = log_in(cast.samira)
    address = reverse(page, args=[cast.amina.pk] if page == "writing-create" else [])
    theirs = {
        "cahier": cast.didier.pk,
        "repond": belongings["writing-detail"]["pk"],
        "brouillon": belongings["draft-place"]["key"],
    }[name]
    none = uuid.uuid4() if name == "brouillon" else NOWHERE
    pages = [client.get(address, {"q": "fugue", name: value}) for value in (theirs, none)]
    assert pages[0].status_code == pages[1].status_code == (404 if name == "repond" else 200)
    bodies = [
        re.sub(rb'name="key" value="[^"]*"', b"", without_tokens(page.content)) for page in pages
    ]
    assert bodies[0] == bodies[1]


def test_filters_of_a_notebook_offer_only_words_used_in_it(cast):
    make_writing(cast.maud, cast.didier, "Un mot.", heading="Addictologie", tags=("sevrage",))
    make_writing(cast.samira, cast.amina, "Un mot.", heading="Nuit", tags=("sommeil",))
    page = log_in(cast.samira).get(reverse("notebook-detail", args=[cast.amina.pk]), {"tri": "1"})
    offered = re.findall(r"<option[^>]*>([^<]*)</option>", page.content.decode())
    assert {"Nuit", "sommeil"} <= set(offered)
    assert {"Addictologie", "sevrage"} & set(offered) == set()


def test_headings_of_others_are_suggested_nowhere(cast):
    make_writing(cast.maud, cast.didier, "Un mot.", heading="Addictologie")
    make_writing(cast.samira, cast.etage, "Un mot.", heading="Ascenseur")
    assert [
        *Heading.objects.suggested_to(cast.samira, cast.amina).values_list("name", flat=True)
    ] == ["Ascenseur"]
    for notebook in (cast.amina, cast.didier):
        answer = log_in(cast.samira).get("/rubriques/", {"cahier": notebook.pk})
        assert answer.json() == {"headings": ["Ascenseur"], "tags": []}


def test_mention_suggest_names_what_one_sees(cast):
    answers = [
        [one["title"] for one in log_in(who).get("/noms/", {"q": "d"}).json()["names"]]
        for who in (cast.maud, cast.samira, cast.noor)
    ]
    assert answers == [["Didier"], [], []]


def test_person_detail_names_only_the_groups_one_sees(cast):
    secret = make_notebook(cast.samira, "Groupe de parole", collective=True)
    for notebook in (secret, cast.etage):
        join(by=cast.samira, notebook=notebook, person=cast.amina.dossier.person)
    address = reverse("person-detail", args=[cast.amina.pk])
    found = {
        who: sorted(str(one.notebook) for one in log_in(who).get(address).context["belongs"])
        for who in (cast.samira, cast.karim)
    }
    assert found == {
        cast.samira: ["Groupe de parole", "Le premier étage"],
        cast.karim: ["Le premier étage"],
    }


def test_collective_detail_ties_a_member_only_to_a_dossier_one_may_read(cast):
    join(by=cast.samira, notebook=cast.etage, person=cast.amina.dossier.person)
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.noor, level=READ)
    address = reverse("collective-detail", args=[cast.etage.pk])
    link = f'href="/cahiers/{cast.amina.pk}/"'.encode()
    pages = {who: log_in(who).get(address).content for who in (cast.samira, cast.noor)}
    assert [link in page for page in pages.values()] == [True, False]


def test_home_shows_what_one_sees(cast):
    make_writing(cast.samira, cast.amina, "Au jardin.")
    make_writing(cast.maud, cast.didier, "À la banque.")
    found = {
        who: [one.text for one in log_in(who).get("/").context["page"].writings]
        for who in (cast.samira, cast.bruno, cast.maud, cast.noor)
    }
    assert found == {
        cast.samira: ["Au jardin."],
        cast.bruno: ["Au jardin."],
        cast.maud: ["À la banque."],
        cast.noor: [],
    }


def test_deciding_access_costs_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert set(Notebook.objects.visible_to(cast.samira)) == {cast.amina, cast.etage}
