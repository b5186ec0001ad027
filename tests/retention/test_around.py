"""What a destruction does around itself: what was covered stays covered, what was not shown stays,
what changed meanwhile stops it, what was cut short is taken up again.
"""

import io
import os
import re
import time
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from dossier.files.actions import QUARANTINE_S
from dossier.notebooks.models import Writing
from dossier.notebooks.pieces import Taken
from dossier.persons.actions import note_stay, open_dossier
from dossier.persons.models import Person
from dossier.reading import rules
from dossier.reading.covering import cover
from dossier.reading.desk import Desk
from dossier.retention import actions as archives
from dossier.retention import cleaning, destruction
from dossier.retention.destruction import destroy
from dossier.retention.models import Archive, Certificate
from dossier.rights.texts import open_text, publish
from tests.conftest import log_in, make_attachment, make_writing
from tests.retention.test_a_life import clean_wholly

LONG_AGO = date(2010, 6, 30)


@pytest.fixture
def lucie(cast):
    """Return the dossier of somebody who left long ago."""
    dossier = open_dossier(
        by=cast.samira, called="Lucie", civil_name="Lucie Dubreuil", teams=[cast.foyer]
    )
    note_stay(by=cast.samira, dossier=dossier, service="Ici", until_on=LONG_AGO)
    return dossier


@pytest.fixture
def mina(cast):
    """Return the dossier of somebody who is there."""
    return open_dossier(by=cast.samira, called="Mina", civil_name="Mina Sarr", teams=[cast.foyer])


def decided(cast, *dossiers):
    """Return a slip on which these dossiers are decided to be destroyed."""
    told = {"by": cast.samira, "last_contact_on": LONG_AGO}
    kept = [archives.close(dossier=one, **told) for one in dossiers]
    slip = archives.make_slip(by=cast.samira, archives=kept)
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    for line in slip.lines.all():
        archives.decide(by=cast.samira, line=line, decision="destroy")
    return slip


def passage(cast, dossier, writing):
    """Return a writing as the person of a dossier may read it."""
    now = Writing.objects.select_related("notebook", "author", "heading").get(pk=writing.pk)
    return Desk(by=cast.samira, dossier=dossier).read([now])[0]


def read(cast, dossier, writing) -> str:
    """Return what the person of a dossier reads of a writing."""
    return "".join(one.text for one in passage(cast, dossier, writing).stretches if not one.reasons)


def cover_sentences(cast, dossier, writing, *words):
    """Cover the sentences of a writing where one of `words` stands."""
    text = passage(cast, dossier, writing).text
    spans = [
        (start, end, "third")
        for start, end in rules.sentences(text)
        if any(word in text[start:end] for word in words)
    ]
    cover(by=cast.samira, dossier=dossier, writing=writing, version=1, spans=spans)


def test_a_covered_sentence_stays_covered_when_a_passage_before_it_goes(cast, lucie, mina):
    source = make_writing(cast.samira, lucie.notebook, "Lucie a aidé à la cuisine, avec patience.")
    takes = [Taken(source=source, words="Mina a bien dormi. Kévin Morel a volé le vélo de Rosa.")]
    report = make_writing(cast.samira, mina.notebook, "Bilan du mois pour Mina.", takes=takes)
    cover_sentences(cast, mina, report, "Lucie", "Kévin")
    assert "Mina a bien dormi." in read(cast, mina, report)
    destroy(by=cast.samira, slip=decided(cast, lucie))
    assert passage(cast, mina, report).is_waiting
    assert "Kévin" not in read(cast, mina, report)


def test_a_covered_sentence_stays_covered_when_a_name_before_it_is_replaced(cast, lucie, mina):
    takes = [
        Taken(
            source=make_writing(cast.samira, cast.etage, "Lucie Dubreuil chante."),
            words="Rosa a crié. Mina dort.",
        )
    ]
    report = make_writing(cast.samira, mina.notebook, "Bilan.", takes=takes)
    cover_sentences(cast, mina, report, "Lucie", "Rosa")
    destroy(by=cast.samira, slip=decided(cast, lucie))
    assert "Dubreuil" not in passage(cast, mina, report).text
    assert passage(cast, mina, report).is_waiting
    assert "Rosa" not in read(cast, mina, report)


def test_what_a_keeper_covered_of_a_clear_text_waits_when_the_text_changes(cast, lucie, mina):
    told = "Lucie Dubreuil est venue. Elle a pleuré toute la nuit."
    own = make_writing(cast.samira, mina.notebook, told)
    cover_sentences(cast, mina, own, "Lucie", "pleuré")
    destroy(by=cast.samira, slip=decided(cast, lucie))
    assert "Dubreuil" not in passage(cast, mina, own).text
    assert "pleuré" not in read(cast, mina, own)


def test_a_name_written_with_marks_inside_goes_too(cast, lucie):
    told = ["Dub**reuil** Lucie est là.", "*Lu*cie **Dubreuil** rit.", "Lucie_Dubreuil.jpg"]
    kept = [make_writing(cast.samira, cast.etage, text) for text in told]
    destroy(by=cast.samira, slip=decided(cast, lucie))
    for one in kept:
        one.refresh_from_db()
    said = [one.text for one in kept]
    assert said == ["[une personne] est là.", "[une personne] rit.", "[une personne].jpg"]


def page_of(client, slip) -> dict[str, str]:
    """Return what the page of a destruction, opened now, sends when one typed its sentence."""
    page = client.get(f"/bordereaux/{slip.pk}/detruire/").content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|seen)" value="([^"]+)"', page))
    return hidden | {"words": f"je détruis ce que dit le bordereau {slip.number}"}


def dossiers() -> set[str]:
    """Return who of the two is still there."""
    found = Person.objects.filter(called__in=["Lucie", "Mina"])
    return set(found.values_list("called", flat=True))


def test_a_line_decided_once_the_page_was_opened_is_shown_first(cast, lucie, mina):
    slip, client = decided(cast, lucie, mina), log_in(cast.samira)
    address = f"/bordereaux/{slip.pk}/detruire/"
    second = slip.lines.get(archive__dossier=mina)
    archives.decide(by=cast.samira, line=second, decision="keep", reason="Un procès.")
    told = page_of(client, slip)
    archives.hold(by=cast.samira, archive=second.archive, why="")
    archives.decide(by=cast.samira, line=second, decision="destroy")
    answer = client.post(address, told)
    assert (answer.status_code, dossiers()) == (422, {"Lucie", "Mina"})
    assert "Cette page a changé" in answer.content.decode()
    assert told["words"] in answer.content.decode()
    assert client.post(address, {"words": told["words"]}).status_code == 422  # nothing was shown
    assert client.post(address, page_of(client, slip)).status_code == 302
    assert dossiers() == set()


def test_what_was_not_shown_is_not_destroyed(cast, lucie, mina):
    slip = decided(cast, lucie, mina)
    shown = slip.lines.filter(archive__dossier=lucie).values_list("pk", flat=True)
    destroy(by=cast.samira, slip=slip, lines=set(shown))
    assert dossiers() == {"Mina"}


def test_a_hold_noted_meanwhile_stops_what_is_left(cast, lucie, mina, monkeypatch):
    slip, certify = decided(cast, lucie, mina), destruction._certify

    def held(*given):
        told = certify(*given)
        for one in Archive.objects.all():
            archives.hold(by=cast.samira, archive=one, why="Un procès est en cours.")
        return told

    monkeypatch.setattr(destruction, "_certify", held)
    with pytest.raises(archives.TooEarly):
        destroy(by=cast.samira, slip=slip)
    assert len(dossiers()) == 1
    assert Certificate.objects.count() == 1


def test_a_hold_noted_as_one_destroys_on_screen_is_said(cast, lucie, monkeypatch):
    slip, client, found = decided(cast, lucie), log_in(cast.samira), destruction.destroy
    told = page_of(client, slip)

    def held(**given):
        archives.hold(by=cast.samira, archive=slip.lines.get().archive, why="Un procès.")
        return found(**given)

    monkeypatch.setattr(destruction, "destroy", held)
    answer = client.post(f"/bordereaux/{slip.pk}/detruire/", told)
    assert (answer.status_code, dossiers()) == (422, {"Lucie"})


def test_two_at_once_destroy_once(cast, lucie, monkeypatch):
    slip, missing, seen = decided(cast, lucie), destruction.missing, []

    def meanwhile(line):
        if not seen:
            seen.append(line)
            destroy(by=cast.samira, slip=slip)
        return missing(line)

    monkeypatch.setattr(destruction, "missing", meanwhile)
    with pytest.raises(destruction.NothingDecided):
        destroy(by=cast.samira, slip=slip)
    assert Certificate.objects.count() == 1


def command(name, *args, **options) -> str:
    """Return what a command says."""
    out = io.StringIO()
    call_command(name, *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def cut_short(cast, lucie, monkeypatch):
    """Return a slip done by a machine that stopped just after, and the file that it left."""
    writing = make_writing(cast.samira, lucie.notebook, "Sa photo.")
    path = make_attachment(cast.samira, writing).blob.path("content")
    hour_old = time.time() - 2 * QUARANTINE_S
    os.utime(path, (hour_old, hour_old))
    slip = decided(cast, lucie)
    monkeypatch.setattr(destruction, "unlink", lambda paths: None)
    destroy(by=cast.samira, slip=slip)
    assert path.exists()
    return slip, path


def test_destroying_again_what_is_done_ends_its_cleaning(cast, cut_short):
    slip, path = cut_short
    assert "déjà" in command("destroy", str(slip.number), yes=True, login="samira")
    assert not path.exists()


def test_sending_the_page_again_ends_its_cleaning(cast, lucie, monkeypatch):
    slip, client, cleaned = decided(cast, lucie), log_in(cast.samira), []
    address, told = f"/bordereaux/{slip.pk}/detruire/", page_of(client, slip)

    def stops():
        raise OSError("the machine stops")

    monkeypatch.setattr(cleaning, "clean", stops)
    with pytest.raises(OSError, match="stops"):
        client.post(address, told)
    assert dossiers() == set()
    monkeypatch.setattr(cleaning, "clean", lambda: cleaned.append(1))
    assert client.post(address, told).status_code == 302
    assert cleaned == [1]


@pytest.mark.django_db(transaction=True)
def test_every_evening_what_was_cut_short_is_ended(cut_short, monkeypatch):
    cleaned = []
    _, path = cut_short
    monkeypatch.setattr(cleaning, "clean", lambda: cleaned.append(1))
    command("sweep")
    assert cleaned == [1]
    monkeypatch.undo()
    clean_wholly()
    assert not path.exists()
    assert not cleaning.is_due()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="absent: SQLite waits for its lock")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sees", ["SELECT pg_current_xact_id()", "SELECT 1 FROM dossier_worker"])
def test_what_an_older_transaction_could_still_see_is_waited_for(cast, monkeypatch, capsys, sees):
    clean_wholly()
    cleaning.begin()
    monkeypatch.setattr(cleaning, "PATIENCE_S", 0.3)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            cursor.execute(sees)
        assert not cleaning.clean()
        assert cleaning.is_due()
        command("sweep")
        assert "Relancez" in capsys.readouterr().err
    finally:
        other.close()
    monkeypatch.undo()
    clean_wholly()
    assert not cleaning.is_due()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="absent: SQLite waits for its lock")
@pytest.mark.django_db(transaction=True)
def test_a_table_that_somebody_holds_is_left_for_later(cast, monkeypatch):
    cleaning.begin()
    monkeypatch.setattr(cleaning, "LOCK_S", 1)
    monkeypatch.setattr(cleaning, "_is_alone", lambda cursor: True)  # the other came just after
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT 1 FROM dossier_worker")
        assert not cleaning.clean()
        assert cleaning.is_due()
    finally:
        other.close()
    monkeypatch.undo()
    clean_wholly()


@pytest.mark.django_db(transaction=True)
def test_every_evening_files_that_no_row_knows_go(cut_short):
    cleaning.end()
    command("sweep")
    assert not cut_short[1].exists()


def test_a_command_stopped_by_a_hold_says_so(cast, lucie, mina, monkeypatch, capsys):
    slip, certify = decided(cast, lucie, mina), destruction._certify

    def held(*given):
        told = certify(*given)
        for one in Archive.objects.all():
            archives.hold(by=cast.samira, archive=one, why="Un procès est en cours.")
        return told

    monkeypatch.setattr(destruction, "_certify", held)
    with pytest.raises(SystemExit) as end:
        command("destroy", str(slip.number), yes=True, login="samira", doubtful="leave")
    assert (end.value.code, len(dossiers())) == (2, 1)
    assert "Arrêté là" in capsys.readouterr().err


BLANKS = ["\u200b", " \u200b\u00a0", "\u2060\ufeff", "…"]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_reason_that_cannot_be_read_is_none(cast, lucie, blank):
    slip = decided(cast, lucie)
    line = slip.lines.get()
    with pytest.raises(archives.NoReason):
        archives.open_archive(by=cast.samira, archive=line.archive, reason=blank)
    with pytest.raises(archives.NoReason):
        archives.decide(by=cast.samira, line=line, decision="keep", reason=blank)
    archives.note_visa(by=cast.samira, slip=slip, visa=blank)
    with pytest.raises(archives.NoVisa):
        destroy(by=cast.samira, slip=slip)
    client = log_in(cast.samira)
    answer = client.post(f"/archives/{line.archive_id}/ouvrir/", {"words": blank})
    assert (answer.status_code, "Écrivez pourquoi" in answer.content.decode()) == (422, True)
    told = {"decision": "keep", "words": blank}
    answer = client.post(f"/bordereaux/{slip.pk}/lignes/{line.pk}/", told)
    assert (answer.status_code, "Écrivez pourquoi" in answer.content.decode()) == (422, True)


def test_a_name_beside_the_birth_of_somebody_else_or_in_a_text_of_the_house_goes(cast, lucie, mina):
    person = mina.person
    person.birth = "née le même jour que Lucie Dubreuil"
    person.save()
    own = open_text(by=cast.yann, title="Charte de Lucie Dubreuil", sort="charter")
    street = open_text(by=cast.yann, title="Foyer Lucie", sort="rules")
    edition = publish(by=cast.yann, house_text=own, text="Dite par Lucie Dubreuil, à table.")
    slip = decided(cast, lucie)
    (told,) = destruction.plan(slip)
    shown = {one.table for one in told.told_to(cast.samira)}
    assert shown >= {"dossier.housetext", "dossier.edition", "dossier.person"}
    destroy(by=cast.samira, slip=slip)
    for one in (person, own, street, edition):
        one.refresh_from_db()
    assert person.birth == "née le même jour que [une personne]"
    assert (own.title, street.title) == ("Charte de [une personne]", "Foyer Lucie")
    assert edition.text == "Dite par [une personne], à table."


def test_before_opening_one_is_told_how_a_request_is_answered(cast, lucie):
    archive = decided(cast, lucie).lines.get().archive
    told = {}
    for worker in (cast.samira, cast.karim):
        page = log_in(worker).get(f"/archives/{archive.pk}/ouvrir/").content.decode()
        assert "l’ouvrir ne suffit pas" in page
        told[worker.login] = "par qui en répond" in page
    assert told == {"samira": False, "karim": True}
