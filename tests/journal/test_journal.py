"""The journal: each act leaves its line, asked about a notebook and never about a worker."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from dossier.collectives.actions import describe as describe_collective
from dossier.collectives.actions import join, leave, open_collective
from dossier.disclosures import consents, outgoing, preparing, sendings
from dossier.disclosures.sealing import draw
from dossier.establishment.models import Worker
from dossier.journal.actions import record_opening
from dossier.journal.models import Entry
from dossier.meetings import actions as meetings
from dossier.meetings import points
from dossier.meetings.councils import declare_council, seat
from dossier.notebooks import actions, sharing, ties
from dossier.notebooks.models import READ
from dossier.persons.actions import describe, note_relation, note_stay, open_dossier
from dossier.projects import actions as projects
from dossier.reading import requests
from dossier.reading.covering import cover
from dossier.retention import actions as archives
from dossier.rights import awaits, contracts, givings, reports, trust
from dossier.trust import leaving
from dossier.trust.asking import ask
from dossier.trust.urgent import open_at_once
from tests.conftest import log_in, make_writing

NINE = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    """Return how to set the clock: minutes and seconds after nine."""

    def set_clock(minutes: int, seconds: int = 0) -> None:
        now = NINE + timedelta(minutes=minutes, seconds=seconds, microseconds=123)
        monkeypatch.setattr(timezone, "now", lambda: now)

    return set_clock


def lines(notebook, act=None) -> list[tuple]:
    """Return the lines of a notebook since its opening: (act, who, writing)."""
    found = Entry.objects.filter(notebook=notebook).order_by("pk")
    found = found.filter(act=act) if act else found
    return [(entry.act, entry.worker, entry.writing) for entry in found]


# Opening.


def test_opening_leaves_one_line_a_worker_notebook_and_half_hour(cast, clock):
    Entry.objects.all().delete()
    for minutes in (0, 1, 29, 30, 31, 59, 60, 90):
        clock(minutes, 59)
        for worker in (cast.samira, cast.karim):
            for notebook in (cast.amina, cast.etage):
                for _ in range(2):
                    record_opening(by=worker, notebook=notebook)
    starts = [NINE + timedelta(minutes=minutes) for minutes in (0, 30, 60, 90)]
    assert sorted(Entry.objects.values_list("worker", "notebook", "at")) == sorted(
        (worker.pk, notebook.pk, start)
        for worker in (cast.samira, cast.karim)
        for notebook in (cast.amina, cast.etage)
        for start in starts
    )


@pytest.mark.parametrize(
    "address",
    [
        "/cahiers/{amina}/",
        "/cahiers/{amina}/personne/",
        "/ecrits/{writing}/",
        "/transmission/",
        "/",
    ],
)
def test_each_page_that_shows_what_is_written_leaves_a_line(cast, address):
    writing = make_writing(cast.samira, cast.amina, "Une phrase à lire.")
    Entry.objects.all().delete()
    client = log_in(cast.karim)
    for _ in range(2):
        page = client.get(address.format(amina=cast.amina.pk, writing=writing.pk))
    assert page.status_code == 200
    assert lines(cast.amina) == [("opened", cast.karim, None)]
    assert Entry.objects.count() == 1


def test_collective_detail_leaves_a_line(cast):
    Entry.objects.all().delete()
    log_in(cast.karim).get(f"/cahiers/{cast.etage.pk}/collectif/")
    assert lines(cast.etage) == [("opened", cast.karim, None)]


def test_reading_versions_leaves_its_line(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    Entry.objects.all().delete()
    log_in(cast.bruno).get(f"/ecrits/{writing.pk}/versions/")
    assert lines(cast.amina) == [("read-versions", cast.bruno, writing)]


def test_what_one_may_not_open_leaves_no_line(cast):
    writing = make_writing(cast.maud, cast.didier, "Un mot.")
    Entry.objects.all().delete()
    client = log_in(cast.samira)
    for address in (f"/cahiers/{cast.didier.pk}/", f"/ecrits/{writing.pk}/", "/transmission/", "/"):
        client.get(address)
    assert Entry.objects.count() == 0


# Acts.


def _correct(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    Entry.objects.all().delete()
    content = actions.Content(text="Deux mots.")
    actions.correct(by=cast.samira, writing=writing, version=1, content=content)


def _leave(cast):
    member = join(by=cast.samira, notebook=cast.etage, words="dix")
    Entry.objects.all().delete()
    leave(by=cast.samira, membership=member, until_on=NINE.date())


def _on_project(act, **given):
    def acted(cast):
        project = projects.open_project(by=cast.samira, title="Vers la mer")
        Entry.objects.all().delete()
        act(by=cast.samira, project=project, **given)

    return acted


def _mark(cast):
    project = projects.open_project(by=cast.samira, title="Vers la mer")
    noted = projects.note_agreement(by=cast.samira, project=project, side="house", answer="yes")
    Entry.objects.all().delete()
    projects.mark_agreement(by=cast.samira, agreement=noted, is_mistaken=True)


def _loosen(cast):
    point = _met(cast)
    meetings.conclude(by=cast.samira, point=point, text="On la change.")
    Entry.objects.all().delete()
    points.loosen(by=cast.samira, point=point)


def _on_step(act, **given):
    def acted(cast):
        project = projects.open_project(by=cast.samira, title="Vers la mer")
        step = projects.note_step(by=cast.samira, project=project, words="Un car")
        Entry.objects.all().delete()
        act(by=cast.samira, step=step, **given)

    return acted


def _on_report(act, **given):
    def acted(cast):
        report = reports.open_report(by=cast.samira, dossier=cast.amina.dossier, sort="situation")
        Entry.objects.all().delete()
        act(by=cast.samira, report=report, **given)

    return acted


def _tie(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    Entry.objects.all().delete()
    ties.tie(by=cast.samira, writing=writing, notebook=cast.etage)


def _met(cast):
    """Return a point of a meeting called before, the journal being empty."""
    meetings.call_meeting(by=cast.samira, notebook=cast.etage, title="Vite")
    point = meetings.set_aside(by=cast.samira, notebook=cast.etage, words="La chaudière")
    Entry.objects.all().delete()
    return point


def _seat(cast):
    council = declare_council(by=cast.samira, notebook=cast.etage)
    Entry.objects.all().delete()
    seat(by=cast.samira, council=council, college="persons", name="Odile")


def _cover(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    Entry.objects.all().delete()
    cover(by=cast.samira, dossier=cast.amina.dossier, writing=writing, version=1)


def _answer(cast):
    point = _met(cast)
    meetings.conclude(by=cast.samira, point=point, text="On la change.")
    Entry.objects.all().delete()
    meetings.note_answer(by=cast.samira, point=point, text="En mai.")


def _consent(cast):
    told = {"recipient": "le collège", "sort": "school", "purpose": "La rentrée"}
    told |= {"dossier": cast.amina.dossier, "until": timezone.localdate()}
    asked = [consents.Asked(cast.amina)]
    return consents.ask_consent(by=cast.samira, asked=asked, **told)


def _consented(cast):
    """Return an agreement asked before, the journal being empty."""
    asked = _consent(cast)
    Entry.objects.all().delete()
    return asked


def _on_consent(act, **given):
    return lambda cast: act(by=cast.samira, consent=_consented(cast), **given)


def _withdraw_consent(cast):
    consent = _consent(cast)
    consents.answer_consent(by=cast.samira, consent=consent, answer="yes")
    Entry.objects.all().delete()
    consents.withdraw_consent(by=cast.samira, consent=consent)


def _seal(cast):
    """Seal a writing that was agreed to, the journal being emptied before."""
    text = make_writing(cast.samira, cast.amina, "Une journée calme.")
    consent = consents.answer_consent(by=cast.samira, consent=_consent(cast), answer="yes")
    made = sendings.begin_sending(by=cast.samira, consent=consent)
    sendings.put_in(by=cast.samira, disclosure=made, writings=[text])
    seen = preparing.print_of(text.text)
    sendings.look_at(by=cast.samira, piece=made.pieces.get(), seen=seen)
    preparing.prepare(by=cast.samira, disclosure=made)
    Entry.objects.all().delete()
    return outgoing.seal_sending(
        by=cast.samira, disclosure=made, passphrase=draw(), seen=made.basis
    )


def _note_handed(cast):
    made = _seal(cast)
    Entry.objects.all().delete()
    outgoing.note_handed(by=cast.samira, disclosure=made)


def _asked(cast):
    """Return a request noted before, the journal being empty."""
    noted = requests.note_request(by=cast.samira, dossier=cast.amina.dossier, sort="read")
    Entry.objects.all().delete()
    return noted


def _mark_reply(cast):
    noted = requests.note_reply(by=cast.samira, request=_asked(cast), answer="granted")
    Entry.objects.all().delete()
    requests.mark_reply(by=cast.samira, reply=noted, is_mistaken=True)


def _on_dossier(do, **given):
    """Return an act on Amina's dossier."""
    return lambda cast: do(by=cast.samira, dossier=cast.amina.dossier, **given)


def _on_contract(act, **given):
    """Return an act on a contract of Amina's, drawn up before."""

    def do(cast):
        contract = contracts.draw_up(by=cast.samira, dossier=cast.amina.dossier, sort="stay")
        Entry.objects.all().delete()
        act(by=cast.samira, contract=contract, **given)

    return do


def _mark_giving(cast):
    giving = givings.note_giving(by=cast.samira, dossier=cast.amina.dossier, what="Une clé")
    Entry.objects.all().delete()
    givings.mark_giving(by=cast.samira, giving=giving, is_mistaken=True)


def _mark_trust(cast):
    line = trust.note_trust(by=cast.samira, dossier=cast.amina.dossier, act="proposed")
    Entry.objects.all().delete()
    trust.mark_trust(by=cast.samira, trust=line, is_mistaken=True)


def _closed(cast):
    return archives.close(
        by=cast.samira,
        dossier=_unseen(cast),
        last_contact_on=NINE.date(),
    )


def _unseen(cast):
    """Open a dossier, the journal being empty after."""
    dossier = open_dossier(by=cast.samira, called="Zoé")
    Entry.objects.all().delete()
    return dossier


def _reopen(cast):
    archive = _closed(cast)
    Entry.objects.all().delete()
    archives.open_archive(by=cast.samira, archive=archive, reason="Elle demande.")


def _head(cast):
    cast.samira.is_head = True
    return cast.samira


def _take_out(cast):
    monday = date(2010, 6, 28)
    archive = archives.close(by=cast.samira, dossier=_unseen(cast), last_contact_on=monday)
    slip = archives.make_slip(by=cast.samira, archives=[archive])
    Entry.objects.all().delete()
    archives.note_taken_out(by=cast.samira, line=slip.lines.get())


def _bring_back(cast):
    archive = _closed(cast)
    Entry.objects.all().delete()
    archives.bring_back(by=cast.samira, archive=archive)


def _leave_the_house(cast) -> None:
    cast.samira.is_head = True
    cast.samira.save()
    leaving.leave(by=cast.samira, worker=cast.maud, successor=cast.karim)


ACTS = {
    "open_dossier": (lambda cast: open_dossier(by=cast.samira, called="Zoé"), "created"),
    "open_collective": (lambda cast: open_collective(by=cast.samira, name="Zoé"), "created"),
    "write": (lambda cast: make_writing(cast.samira, cast.amina, "Un mot."), "wrote"),
    "correct": (_correct, "corrected"),
    "grant": (
        lambda cast: actions.grant(
            by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ, reason="urgence"
        ),
        "granted",
    ),
    "withdraw access": (
        lambda cast: sharing.withdraw(by=cast.samira, notebook=cast.amina, who=cast.nuit),
        "withdrew",
    ),
    "open_circle": (
        lambda cast: sharing.open_circle(by=cast.samira, around=cast.amina, name="Santé"),
        "created",
    ),
    "open_at_once": (
        lambda cast: open_at_once(by=cast.samira, name="Didier", reason="il a appelé"),
        "urgent",
    ),
    "hand_over": (
        lambda cast: sharing.hand_over(by=cast.samira, notebook=cast.amina, to=cast.noor),
        "handed",
    ),
    "leave the house": (_leave_the_house, "handed"),
    "describe": (
        lambda cast: describe(by=cast.samira, dossier=cast.amina.dossier, called="Mimi"),
        "described",
    ),
    "note_stay": (
        lambda cast: note_stay(by=cast.samira, dossier=cast.amina.dossier, service="Ici"),
        "described",
    ),
    "note_relation": (
        lambda cast: note_relation(by=cast.samira, notebook=cast.amina, name="Odile"),
        "described",
    ),
    "describe a collective": (
        lambda cast: describe_collective(
            by=cast.samira, collective=cast.etage.collective, name="L’étage"
        ),
        "described",
    ),
    "join": (
        lambda cast: join(by=cast.samira, notebook=cast.etage, words="dix"),
        "described",
    ),
    "leave": (_leave, "described"),
    "note_step": (_on_project(projects.note_step, words="Un car"), "described"),
    "note_agreement": (
        _on_project(projects.note_agreement, side="house", answer="yes"),
        "described",
    ),
    "mark_agreement": (_mark, "described"),
    "describe a project": (_on_project(projects.describe, title="La mer"), "described"),
    "write_text": (_on_project(projects.write_text, text="En mai."), "wrote"),
    "mark_step": (_on_step(projects.mark_step, done_on=NINE.date()), "described"),
    "drop_step": (_on_step(projects.drop_step), "described"),
    "tie": (_tie, "tied"),
    "call_meeting": (
        lambda cast: meetings.call_meeting(by=cast.samira, notebook=cast.etage, on=NINE.date()),
        "described",
    ),
    "change_meeting": (
        lambda cast: meetings.change_meeting(
            by=cast.samira, meeting=_met(cast).meeting, place="La salle"
        ),
        "described",
    ),
    "cancel": (
        lambda cast: meetings.cancel(by=cast.samira, meeting=_met(cast).meeting),
        "described",
    ),
    "set_aside": (
        lambda cast: meetings.set_aside(by=cast.samira, notebook=cast.etage, words="Le toit"),
        "described",
    ),
    "word": (
        lambda cast: points.word(by=cast.samira, point=_met(cast), words="Le toit"),
        "described",
    ),
    "put_off": (lambda cast: points.put_off(by=cast.samira, point=_met(cast)), "described"),
    "loosen": (_loosen, "described"),
    "withdraw": (lambda cast: points.withdraw(by=cast.samira, point=_met(cast)), "described"),
    "conclude": (
        lambda cast: meetings.conclude(by=cast.samira, point=_met(cast), text="On la change."),
        "wrote",
    ),
    "note_answer": (_answer, "wrote"),
    "declare_council": (
        lambda cast: declare_council(by=cast.samira, notebook=cast.etage),
        "described",
    ),
    "seat": (_seat, "described"),
    "cover": (_cover, "covered"),
    "explain": (
        lambda cast: awaits.explain(
            by=cast.samira, dossier=cast.amina.dossier, key="contract", words="Plus tard."
        ),
        "described",
    ),
    "open_report": (
        lambda cast: reports.open_report(
            by=cast.samira, dossier=cast.amina.dossier, sort="situation"
        ),
        "described",
    ),
    "change_report": (_on_report(reports.change_report, sent_to="la cellule"), "described"),
    "write_report": (_on_report(reports.write_report, text="Elle va bien."), "wrote"),
    "mark_report": (_on_report(reports.mark_report, is_mistaken=True), "described"),
    "note_request": (
        lambda cast: requests.note_request(
            by=cast.samira, dossier=cast.amina.dossier, sort="erase"
        ),
        "asked",
    ),
    "ask_consent": (_consent, "consented"),
    "add_to_consent": (_on_consent(consents.add_to_consent, writings=()), "consented"),
    "take_from_consent": (
        lambda cast: (
            (consent := _consented(cast))
            and consents.take_from_consent(
                by=cast.samira, consent=consent, allowed=consent.allowed.get()
            )
        ),
        "consented",
    ),
    "answer_consent": (_on_consent(consents.answer_consent, answer="no"), "consented"),
    "withdraw_consent": (_withdraw_consent, "consented"),
    "mark_consent": (_on_consent(consents.mark_consent, is_mistaken=True), "consented"),
    "seal_sending": (_seal, "sent"),
    "note_handed": (_note_handed, "sent"),
    "complete": (
        lambda cast: requests.complete(
            by=cast.samira, request=_asked(cast), matters=["health"], checked="Elle est là."
        ),
        "asked",
    ),
    "note_reply": (
        lambda cast: requests.note_reply(by=cast.samira, request=_asked(cast), answer="refused"),
        "asked",
    ),
    "mark_request": (
        lambda cast: requests.mark_request(by=cast.samira, request=_asked(cast), is_mistaken=True),
        "asked",
    ),
    "mark_reply": (_mark_reply, "asked"),
    "draw_up": (_on_dossier(contracts.draw_up, sort="stay"), "described"),
    "write_contract": (_on_contract(contracts.write_contract, text="Une chambre."), "wrote"),
    "describe_contract": (_on_contract(contracts.describe_contract, why="Oui."), "described"),
    "mark_contract": (_on_contract(contracts.mark_contract, is_mistaken=True), "described"),
    "note_giving": (_on_dossier(givings.note_giving, what="Une clé"), "given"),
    "mark_giving": (_mark_giving, "given"),
    "note_trust": (_on_dossier(trust.note_trust, act="proposed"), "given"),
    "mark_trust": (_mark_trust, "given"),
    "ask for the journal": (
        lambda cast: ask(by=_head(cast), notebook=cast.amina, reason="Elle demande."),
        "asked-journal",
    ),
    "take out for the archives": (_take_out, "printed"),
    "close": (_closed, "archived"),
    "open_archive": (_reopen, "reopened"),
    "bring_back": (_bring_back, "reopened"),
}


@pytest.mark.parametrize(("act", "word"), ACTS.values(), ids=ACTS)
def test_each_act_leaves_its_line(cast, act, word):
    Entry.objects.all().delete()
    act(cast)
    assert [(entry.act, entry.worker) for entry in Entry.objects.all()] == [(word, cast.samira)]


def test_a_line_names_the_writing(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    assert lines(cast.amina, "wrote") == [("wrote", cast.samira, writing)]


def test_a_refused_act_leaves_no_line(cast):
    Entry.objects.all().delete()
    with pytest.raises(actions.NotAllowed):
        make_writing(cast.maud, cast.amina, "Un mot.")
    log_in(cast.samira).post(f"/cahiers/{cast.amina.pk}/ecrire/", {"text": " "})
    assert Entry.objects.count() == 0


def test_drafts_leave_no_line(cast):
    Entry.objects.all().delete()
    log_in(cast.samira).post("/brouillons/garder/", {"text": "Un mot.", "path": "/ecrire/"})
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("act", [act for act, _ in ACTS.values()], ids=list(ACTS))
def test_no_line_has_seconds(cast, clock, act):
    clock(17, 42)
    act(cast)
    log_in(cast.karim).get(f"/cahiers/{cast.amina.pk}/")
    instants = set(Entry.objects.values_list("at", flat=True))
    assert instants
    assert all((at.second, at.microsecond) == (0, 0) for at in instants)


# Looked at from the notebook, never from the worker.


def test_the_table_has_no_index_on_the_worker(db):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Entry._meta.db_table)
    indexed = [one["columns"] for one in found.values() if one["index"] or one["unique"]]
    assert sorted(indexed) == sorted([["id"], ["notebook_id", "at"]]) or sorted(indexed) == [
        ["notebook_id", "at"]
    ]


# How one comes in, shown to oneself only: none of these tables knows what was read or written.
OF_THEIR_DOOR = {"invitation", "proof", "recoverycode", "known", "sitting", "rescue"}


def test_no_accessor_leads_from_a_worker_to_what_they_did():
    related = {relation.related_model._meta.model_name for relation in Worker._meta.related_objects}
    assert related == {"workergrant", "userobjectpermission"} | OF_THEIR_DOOR


def test_asking_what_a_notebook_s_lines_are_uses_its_index(cast):
    found = Entry.objects.filter(notebook=cast.amina).order_by("-at")
    if connection.vendor == "sqlite":
        assert "journal_of_a_notebook" in found.explain()
    assert found.count() == 2
