"""The chain as the house lives: sealed after each commit, by several at once, after a crash; cut by
itself; kept through a destruction; told by the command.
"""

import io
import json
import threading
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from dossier.counting import sources
from dossier.journal import chain, verifying
from dossier.journal.actions import record, record_each, record_opening
from dossier.journal.models import Entry, Seal
from dossier.journal.verifying import Whole
from dossier.notebooks import bulk
from dossier.notebooks.actions import Content
from dossier.notebooks.models import Notebook
from dossier.projects.actions import open_project
from dossier.retention import actions as archives
from dossier.retention.destruction import destroy
from dossier.rights.actions import frame_house
from dossier.rights.durations import change_term
from dossier.trust.forgetting import forget, forget_some, kept_since
from tests.conftest import PASSPHRASE, log_in, make_notebook, make_writing


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch):
    monkeypatch.setattr(verifying, "PATIENCE", 0)


def told(*words: str) -> tuple[int, str]:
    """Return the exit code of a command, and what it said."""
    out = io.StringIO()
    try:
        call_command("journal", *words, stdout=out, stderr=out)
    except SystemExit as error:
        return error.code, out.getvalue()
    except CommandError as error:
        return error.returncode, str(error)
    return 0, out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_each_line_is_sealed_once_it_is_on_the_disk(cast):
    assert Seal.objects.count() == Entry.objects.count() > 0
    make_writing(cast.samira, cast.amina, "Un mot.")
    record_opening(by=cast.karim, notebook=cast.amina)
    record_each(by=cast.karim, notebook_ids=[cast.amina.pk, cast.etage.pk], act="printed")
    with transaction.atomic():
        record(by=cast.karim, notebook=cast.etage, act="printed")
        assert Seal.objects.count() == Entry.objects.count() - 1
    items = [
        bulk.Signed(cast.amina.pk, cast.samira, Content(text="Un mot."), timezone.now())
        for _ in range(3)
    ]
    bulk.write_many(items)
    assert Seal.objects.count() == Entry.objects.count()
    assert told("verify")[0] == 0


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_back_is_not_sealed(cast):
    before = Seal.objects.count()

    def fail() -> None:
        with transaction.atomic():
            record(by=cast.karim, notebook=cast.etage, act="printed")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert Seal.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_workers_who_write_at_once_make_one_chain(cast):
    failed = []

    def work(worker, notebook) -> None:
        try:
            for number in range(15):
                make_writing(worker, notebook, f"Mot {number}.")
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            connection.close()

    pairs = [(cast.samira, cast.amina), (cast.karim, cast.amina), (cast.maud, cast.didier)]
    threads = [threading.Thread(target=work, args=pair) for pair in pairs]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    assert Entry.objects.filter(act="wrote").count() == 45
    assert Seal.objects.count() == Entry.objects.count()
    assert isinstance(verifying.verify(), Whole)


@pytest.mark.django_db(transaction=True)
def test_a_crash_between_commit_and_seal_is_mended_by_the_next(cast, monkeypatch):
    def dies(*args):
        raise RuntimeError("the machine stops here")

    with monkeypatch.context() as stopped:
        stopped.setattr(chain, "_seal", dies)
        make_writing(cast.samira, cast.amina, "Un mot.")  # the act is done all the same
    assert Seal.objects.count() == Entry.objects.count() - 1
    code, words = told("verify")
    assert (code, "Lignes qui attendent leur sceau : 1." in words) == (0, True)
    record(by=cast.karim, notebook=cast.etage, act="printed")
    assert Seal.objects.count() == Entry.objects.count()
    assert [one.entry for one in Seal.objects.order_by("place")] == sorted(
        Seal.objects.values_list("entry", flat=True)
    )
    assert told("verify")[0] == 0


# Cut, by itself and by the command.


def age(days: int, number: int = 3) -> None:
    """Leave lines of some days ago, sealed."""
    worker, notebook = Entry.objects.values_list("worker", "notebook").first()
    at = timezone.now().replace(second=0, microsecond=0) - timedelta(days=days)
    line = {"at": at, "worker_id": worker, "notebook_id": notebook, "act": "opened"}
    Entry.objects.all().delete()
    Entry.objects.bulk_create([Entry(**line) for _ in range(number)])
    chain.seal_all()


def test_the_journal_is_cut_after_the_time_the_house_keeps_it(cast):
    age(400)
    age_of_now = record(by=cast.samira, notebook=cast.amina, act="opened")
    chain.seal([age_of_now.pk])
    assert forget(timezone.localdate()).lines == 3
    assert list(Entry.objects.all()) == [age_of_now]
    assert isinstance(verifying.verify(), Whole)


def test_the_house_may_keep_it_less_long(cast):
    age(200)
    assert not forget_some(timezone.localdate())
    assert Entry.objects.count() == 3
    frame_house(by=cast.samira)
    change_term(by=cast.samira, key="journal", amount=6, unit="months", source="nous")
    assert kept_since(timezone.localdate()) > timezone.now() - timedelta(days=190)
    forget_some(timezone.localdate())
    assert Entry.objects.count() == 0


def test_it_is_cut_by_itself_as_somebody_comes_in_a_piece_at_a_time(cast, client):
    age(400, 501)
    given = {"login": "samira", "passphrase": PASSPHRASE}
    client.post("/connexion/", given)
    assert Entry.objects.filter(act="opened").count() == 1
    client.post("/connexion/", given)
    assert Entry.objects.filter(act="opened").count() == 0


def test_a_touched_journal_stops_nobody_from_coming_in(cast, client):
    age(400)
    Seal.objects.filter(place=1).update(seal="0" * 32)
    assert client.post("/connexion/", {"login": "samira", "passphrase": PASSPHRASE}).url == "/"
    assert Entry.objects.count() == 3


def test_the_command_tells_before_it_cuts(cast):
    age(400)
    code, words = told("cut", "--dry-run")
    assert (code, "partiraient : 3" in words, Entry.objects.count()) == (0, True, 3)
    assert json.loads(told("cut", "--dry-run", "--json")[1])["lines"] == 3
    code, words = told("cut")
    assert (code, "sont parties : 3" in words, Entry.objects.count()) == (0, True, 0)
    assert told("cut")[1].startswith("Rien d’avant")
    assert told("verify")[0] == 0


def test_a_day_of_a_project_and_what_was_taken_out_stay_when_it_is_cut(cast):
    sea = open_project(by=cast.samira, title="La mer")
    Entry.objects.all().delete()
    begun = sources.facts(Notebook.objects.all()).projects
    assert begun == {sea.notebook_id: timezone.localdate()}


# Destroying a dossier.


def test_destroying_a_dossier_leaves_a_chain_that_verifies(cast):
    lucie = make_notebook(cast.samira, "Lucie", cast.foyer)
    told_there = make_writing(cast.samira, lucie, "Elle part.")
    line = record(by=cast.samira, notebook=cast.etage, act="tied", writing=told_there)
    chain.seal_all()
    day = date(2001, 1, 1)
    asked = {"last_contact_on": day, "keep_until": day, "keep_why": "Rien.", "why": "Partie."}
    archive = archives.close(by=cast.samira, dossier=lucie.dossier, **asked)
    slip = archives.make_slip(by=cast.samira, archives=[archive])
    archives.note_visa(by=cast.samira, slip=slip, visa="AD 7")
    archives.decide(by=cast.samira, line=slip.lines.get(), decision="destroy")
    chain.seal_all()
    destroy(by=cast.samira, slip=slip)
    line.refresh_from_db()
    assert line.writing is None
    assert not Entry.objects.filter(notebook=lucie.pk).exists()
    assert Seal.objects.exclude(gone="").exists()
    assert Seal.objects.get(entry=line.pk).loosened
    assert told("verify")[0] == 0


# The command.


def test_the_command_says_the_first_thing_wrong_in_words_and_names_nobody(cast):
    chain.seal_all()
    assert told("verify") == (0, "La chaîne est entière, de la place 1 à la 5.\n")
    line = Entry.objects.order_by("pk")[1]
    Entry.objects.filter(pk=line.pk).update(worker=cast.maud)
    today = f"{timezone.localdate():%d/%m/%Y}"
    assert told("verify") == (
        1,
        f"Place 2, ligne n° {line.pk}, du {today} : ce qui y était écrit, ou son sceau, a été "
        "changé.\n",
    )
    code, words = told("verify", "--json")
    found = {"is_whole": False, "place": 2, "what": "changed", "line": line.pk}
    assert (code, json.loads(words)) == (1, found | {"day": timezone.localdate().isoformat()})


def test_the_command_gives_what_to_copy_on_paper_and_takes_it_back(cast):
    assert told("head")[0] == 1
    assert told("verify")[0] == 1
    assert told("seal") == (0, "Lignes scellées : 5.\n")
    assert told("seal") == (0, "Tout était scellé.\n")
    code, words = told("head")
    anchor = words.split("\n")[0]
    assert (code, anchor) == (0, f"5:{Seal.objects.get(place=5).seal}")
    assert f"Jusqu’au {timezone.localdate():%d/%m/%Y}" in words
    assert told("verify", "--anchor", anchor)[0] == 0
    assert told("verify", "--anchor", f"5:{'0' * 32}")[0] == 1
    assert told("verify", "--anchor", f"9:{'0' * 32}")[0] == 1
    assert told("verify", "--anchor", "x")[0] == 2


def test_a_moved_end_is_said_by_every_act(cast):
    chain.seal_all()
    Seal.objects.filter(place__gt=3).delete()
    connection.cursor().execute("UPDATE dossier_mark SET place = 3 WHERE id = 2")
    assert told("verify")[1].startswith("La marque du bout")
    for act in ("head", "seal", "cut"):
        assert told(act) == (1, "Les bouts de la chaîne ne sont pas ceux de la maison : lancez "
                                "« journal verify ».")  # fmt: skip


def test_a_page_says_nothing_of_the_chain(cast):
    """Whole or not, the pages of the journal are the same: the machine's keeper verifies."""
    assert (
        "sceau" not in log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/trace/").content.decode()
    )
