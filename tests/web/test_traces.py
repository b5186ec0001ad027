"""Pages of the journal: for who keeps a notebook, for the direction who asked, for oneself; and for
nobody else.
"""

import io
import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pypdf
import pytest
from django.utils import timezone

from dossier.accounts import slowing
from dossier.journal.actions import record
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import JournalAsked, NotAllowed
from dossier.trust import asking
from tests.conftest import log_in, make_notebook, make_writing

NINE = datetime(2026, 3, 24, 9, 47, tzinfo=UTC)  # a Tuesday; 10:47 where the house is


@pytest.fixture
def clock(monkeypatch):
    """Return how to set the clock."""

    def set_clock(at: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: at)

    set_clock(NINE)
    return set_clock


@pytest.fixture
def head(cast):
    """Return helene, who is of the direction, and keeps nothing."""
    cast.helene.is_head = True
    cast.helene.groups.clear()
    cast.helene.save()
    return cast.helene


def words(response) -> str:
    """Return the words of a page."""
    body = re.sub(r"<[^>]*>", "", response.content.decode())
    return " ".join(unescape(body).replace("\N{NO-BREAK SPACE}", " ").split())


def trace(worker, notebook, **asked) -> str:
    """Return the words of the journal of a notebook, as `worker` reads it."""
    response = log_in(worker).get(f"/cahiers/{notebook.pk}/trace/", asked)
    assert response.status_code == 200
    return words(response)


def test_a_keeper_reads_who_did_what_and_when_to_the_half_hour(cast, clock):
    writing = make_writing(cast.karim, cast.amina, "Un mot.")
    log_in(cast.bruno).get(f"/cahiers/{cast.amina.pk}/")
    log_in(cast.bruno).get(f"/ecrits/{writing.pk}/document.html")
    told = trace(cast.samira, cast.amina)
    assert "Qui a lu, et quand : Amina" in told  # in the title, which paper keeps
    assert "Mardi 24 mars 2026" in told
    assert "Bruno a lu, a sorti un document, entre 10 h 30 et 11 h" in told
    assert "Karim y a ajouté un écrit, entre 10 h 30 et 11 h lire cet écrit" in told
    assert "10 h 47" not in told


def test_opening_the_journal_is_a_line_in_it_one_a_half_hour(cast, clock):
    for _ in range(3):
        told = trace(cast.samira, cast.amina)
    assert told.count("a lu la trace") == 1
    assert Entry.objects.filter(act="read-journal", worker=cast.samira).count() == 1
    clock(NINE + timedelta(hours=1))
    assert trace(cast.samira, cast.amina).count("a lu la trace") == 2


def test_it_is_newest_first_by_day_and_paged(cast, clock, monkeypatch):
    monkeypatch.setattr("dossier.journal.reading.PAGE", 4)
    monkeypatch.setattr("dossier.web.traces.views.PAGE", 4)
    Entry.objects.all().delete()
    for day in range(6):
        record(by=cast.karim, notebook=cast.amina, act="printed", at=NINE - timedelta(days=day))
    told, client, address = [], log_in(cast.samira), f"/cahiers/{cast.amina.pk}/trace/"
    page = client.get(address)
    while True:
        told += re.findall(r"(?:di|Dimanche) (\d+) mars 2026", words(page))
        more = re.search(r'href="(\?avant=[^"]+)"', page.content.decode())
        if not more:
            break
        page = client.get(address + more[1])
    assert told == ["24", "23", "22", "21", "20", "19"]


@pytest.mark.parametrize("told", ["x", "1-", "-1", "9" * 30 + "-1", "99999999999999999-1", "1-1"])
def test_a_place_that_is_none_breaks_nothing(cast, told):
    trace(cast.samira, cast.amina, avant=told)


@pytest.mark.parametrize("who", ["karim", "bruno", "maud", "yann", "noor", "helene"])
def test_who_does_not_keep_it_gets_what_does_not_exist(cast, head, who):
    client = log_in(getattr(cast, who))
    nowhere = client.get("/cahiers/987654321/trace/")
    assert nowhere.status_code == 404
    for address in ("", "trace.pdf", "trace.odt", "trace.html"):
        found = client.get(f"/cahiers/{cast.amina.pk}/trace/{address}")
        assert (found.status_code, words(found)) == (404, words(nowhere))
    assert not Entry.objects.filter(act="read-journal").exists()


@pytest.mark.parametrize("kind", ["pdf", "odt", "html"])
def test_the_person_is_handed_it_on_request_which_is_a_line_too(cast, clock, kind):
    record(by=cast.bruno, notebook=cast.amina, act="read-versions")
    response = log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/trace/trace.{kind}")
    assert response.status_code == 200
    assert Entry.objects.filter(act="printed", worker=cast.samira).count() == 1
    if kind == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
        told = " ".join("".join(page.extract_text() for page in pages).split())
    elif kind == "html":
        told = words(response)
    else:
        return
    assert "Qui a lu, et quand : Amina" in told
    assert "Bruno a lu un écrit dans toutes ses versions" in told
    assert "10 h 30" in told


# The direction asks.


def ask(client, name="Amina", reason="Elle demande qui a lu.", **more):
    """Send the form."""
    return client.post("/trace/demander/", {"name": name, "words": reason} | more)


def test_the_direction_asks_for_one_journal_with_a_reason_for_a_day(cast, head, clock):
    client = log_in(head)
    response = ask(client)
    assert (response.status_code, response.url) == (302, f"/cahiers/{cast.amina.pk}/trace/")
    told = words(client.get(response.url))
    assert "Samira a commencé ce cahier" in told
    assert "Elle demande qui a lu." in told
    assert client.get(f"/cahiers/{cast.amina.pk}/").status_code == 404  # not the notebook
    assert client.get(f"/cahiers/{cast.amina.pk}/trace/trace.pdf").status_code == 404
    assert client.get(f"/cahiers/{cast.etage.pk}/trace/").status_code == 404  # nor another's
    asked = JournalAsked.objects.get()
    assert (asked.worker, asked.until - asked.at) == (head, timedelta(days=1))
    for hours, status in ((23, 200), (25, 404)):
        clock(NINE + timedelta(hours=hours))
        assert log_in(head).get(response.url).status_code == status


def test_names_are_not_tried_one_after_the_other(cast, head):
    client = log_in(head)
    for _ in range(slowing.FREE + 1):
        assert "ne porte ce nom" in ask(client, "Zoé").content.decode()
    for name in ("Zoé", "Amina"):
        slowed = ask(client, name).content.decode()
        assert "Attendez une demi-minute" in slowed
        assert "ne porte ce nom" not in slowed
    assert not JournalAsked.objects.exists()


def test_who_keeps_the_notebook_sees_that_it_was_asked_and_why(cast, head, clock):
    ask(log_in(head))
    log_in(head).get(f"/cahiers/{cast.amina.pk}/trace/")
    clock(NINE + timedelta(days=60))
    told = trace(cast.samira, cast.amina)
    assert "Helene, le mardi 24 mars 2026Elle demande qui a lu." in told
    assert "Helene a lu la trace, a demandé à lire la trace, entre 10 h 30 et 11 h" in told


def test_who_is_of_the_direction_no_more_reads_it_no_more(cast, head):
    ask(log_in(head))
    head.is_head = False
    head.save()
    assert log_in(head).get(f"/cahiers/{cast.amina.pk}/trace/").status_code == 404


@pytest.mark.parametrize("who", ["samira", "karim", "yann", "noor"])
def test_nobody_else_may_ask(cast, who):
    client = log_in(getattr(cast, who))
    assert client.get("/trace/demander/").status_code == 404
    assert ask(client).status_code == 404
    with pytest.raises(NotAllowed):
        asking.ask(by=getattr(cast, who), notebook=cast.amina, reason="Pour voir.")
    assert not JournalAsked.objects.exists()


def test_who_keeps_the_machine_never_may_even_of_the_direction(cast):
    cast.yann.is_head = True
    cast.yann.save()
    assert log_in(cast.yann).get("/trace/demander/").status_code == 404


@pytest.mark.parametrize("name", ["amina", "Amin", "Amina B", "Amin%", "", "Amina 99"])
def test_only_the_exact_name_leads_there(cast, head, name):
    response = ask(log_in(head), name=name)
    assert response.status_code == 422
    assert "Elle demande qui a lu." in unescape(response.content.decode())  # nothing is lost
    assert not JournalAsked.objects.exists()


def test_a_reason_too_long_is_told_in_plain_words(cast, head):
    told = words(ask(log_in(head), reason="x" * 2000))
    assert "C’est un peu long : 500 signes au plus, il y en a 2000." in told


def test_a_reason_is_needed(cast, head):
    response = ask(log_in(head), reason="  ")
    assert response.status_code == 422
    assert "Écrivez pourquoi" in words(response)
    with pytest.raises(ValueError, match="reason"):
        asking.ask(by=head, notebook=cast.amina, reason=" ")


def test_two_of_one_name_are_told_apart_by_their_number(cast, head):
    other = make_notebook(cast.maud, "Amina", cast.savs)
    client = log_in(head)
    told = words(ask(client))
    assert f"« Amina {cast.amina.pk} », gardé par Samira" in told
    assert f"« Amina {other.pk} », gardé par Maud" in told
    assert ask(client, name=f"Amina {other.pk}").url == f"/cahiers/{other.pk}/trace/"
    assert ask(client, name=f"Didier {other.pk}").status_code == 422


def test_sent_twice_it_is_asked_once(cast, head):
    key = {"key": "8f8b2f4e-2f6b-4b3e-9a55-0d3a6a1c7a11"}
    client = log_in(head)
    assert [ask(client, **key).status_code for _ in range(2)] == [302, 302]
    assert JournalAsked.objects.count() == 1


# One's own.


def test_a_worker_sees_all_about_themselves_and_nothing_of_others(cast, clock):
    make_writing(cast.karim, cast.amina, "Un mot.")
    log_in(cast.karim).get(f"/cahiers/{cast.amina.pk}/")
    log_in(cast.bruno).get(f"/cahiers/{cast.amina.pk}/")
    told = words(log_in(cast.karim).get("/ma-trace/"))
    assert "Amina : vous avez lu, vous y avez ajouté un écrit" in told
    assert "Bruno" not in told
    assert "Samira" not in told


def test_no_address_asks_for_another_s(cast, clock):
    make_writing(cast.samira, cast.amina, "Un mot.")
    client = log_in(cast.karim)
    plain = words(client.get("/ma-trace/"))
    for asked in ("qui", "worker", "worker_id", "who", "par", "pk", "id", "login"):
        for value in (cast.samira.pk, cast.samira.login):
            assert words(client.get("/ma-trace/", {asked: value})) == plain
    assert client.get(f"/ma-trace/{cast.samira.pk}/").status_code == 404


def test_it_is_a_month_at_a_time(cast, clock):
    record(by=cast.karim, notebook=cast.amina, act="printed", at=NINE - timedelta(days=40))
    client = log_in(cast.karim)
    assert "vous avez sorti" not in words(client.get("/ma-trace/"))
    before = client.get("/ma-trace/?mois=2026-02")
    assert "Jeudi 12 février 2026" not in words(client.get("/ma-trace/"))
    assert "Amina : vous avez sorti un document" in words(before)
    assert "?mois=2026-02" in client.get("/ma-trace/").content.decode()
    assert "Le mois d’avant" not in words(before)  # nothing is kept of before
    for told in ("x", "2026-13", "0000-01", "9999-12", "1999-12", "2026-02-01", "²"):
        assert client.get("/ma-trace/", {"mois": told}).status_code == 200


def test_what_one_reads_no_more_has_no_name_there(cast, clock):
    record(by=cast.karim, notebook=cast.didier, act="printed")
    told = words(log_in(cast.karim).get("/ma-trace/"))
    assert "Un cahier que vous ne lisez plus : vous avez sorti un document" in told
    assert "Didier" not in told


# Where the ways in are.


def test_the_way_is_shown_to_who_keeps_and_to_no_other(cast, head):
    link = f"/cahiers/{cast.amina.pk}/trace/"
    assert link in log_in(cast.samira).get(f"/cahiers/{cast.amina.pk}/").content.decode()
    assert link not in log_in(cast.bruno).get(f"/cahiers/{cast.amina.pk}/").content.decode()
    home = {
        who: log_in(getattr(cast, who)).get("/").content.decode() for who in ("samira", "helene")
    }
    assert all("/ma-trace/" in page for page in home.values())
    assert ["/trace/demander/" in page for page in home.values()] == [False, True]


def test_a_notebook_that_is_kept_by_a_team_shows_its_journal_to_all_of_it(cast):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.nuit, level="keep_notebook")
    assert "Samira a commencé ce cahier" in trace(cast.bruno, cast.amina)
