"""A shared machine locks itself, opens with a PIN, loses nothing; one leaves it quickly."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dossier.accounts.actions import set_doors
from dossier.accounts.models import Known, Machine, Sitting
from dossier.accounts.rules import Doors
from dossier.notebooks.models import Draft
from dossier.web.rescue import pen
from tests.conftest import PASSPHRASE, log_in, make_writing
from tests.web.test_doors import enter, is_in

PIN = "2580"
TEXT = "Elle a dormi d’une traite, ce qui n’était pas arrivé depuis mars."


def share(client, pin=PIN, **more):
    """Say that this machine is shared."""
    told = {"passphrase": PASSPHRASE, "name": "le bureau", "pin": pin}
    return client.post("/ma-porte/machine/", told | more)


def rest(client, minutes):
    """Let minutes pass without anything."""
    session = client.session
    session["served"] -= minutes
    session.save()


@pytest.fixture
def client(cast):
    """Return samira's browser, on a machine that she said is shared."""
    client = Client()
    enter(client)
    assert share(client).url == "/ma-porte/"
    return client


def _form(worker, text=TEXT):
    return {"text": text, "plume": pen(worker), "key": str(uuid.uuid4())}


def test_it_locks_after_a_rest_and_shows_nothing_of_what_was_read(cast, client):
    make_writing(cast.samira, cast.amina, TEXT)
    rest(client, 5)
    assert is_in(client)
    rest(client, 6)
    address = f"/cahiers/{cast.amina.pk}/?page=1"
    assert client.get(address).url == "/verrou/"
    page = client.get("/verrou/").content.decode()
    assert "Samira" in page
    assert not any(word in page for word in ("Amina", TEXT[:12], "cahiers", "Chercher"))
    assert client.post("/verrou/", {"pin": "1470"}).status_code == 422
    assert client.post("/verrou/", {"pin": PIN}).url == address
    assert TEXT[:12] in client.get(address).content.decode()


def test_what_was_to_be_said_waits_behind_the_lock(cast, client):
    told = {"who": f"p{cast.noor.pk}", "level": "read_notebook"}
    assert client.post(f"/cahiers/{cast.amina.pk}/partage/ouvrir/", told).status_code == 302
    client.post("/verrou/fermer/")
    for address in ("/verrou/", "/connexion/", "/premiere-fois/"):
        assert "Noor" not in client.get(address).content.decode()
    back = client.post("/verrou/", {"pin": PIN}).url
    assert "Noor" in client.get(back).content.decode()


def test_every_page_is_behind_the_lock(cast, client):
    draft = client.post("/brouillons/garder/", _form(cast.samira) | {"path": "/ecrire/"})
    assert draft.status_code == 302
    key = Draft.objects.get().key
    client.post("/verrou/fermer/")
    for address in ("/", "/ma-porte/", "/cahiers/", f"/nulle-part/?brouillon={key}", "/chercher/"):
        response = client.get(address)
        assert response.status_code in {302, 404}
        assert "dormi" not in response.content.decode()
        assert "Ma porte" not in response.content.decode()
    for address in ("/connexion/", "/connexion/secours/", "/vide/", "/sante"):
        assert client.get(address).status_code == 200


def test_what_a_script_asks_of_a_locked_machine_is_refused_and_what_it_sends_kept(cast, client):
    client.post("/verrou/fermer/")
    aside = {"headers": {"X-Suite": "1"}}
    assert client.get(f"/cahiers/{cast.amina.pk}/", **aside).status_code == 403
    form = _form(cast.samira) | {"path": "/ecrire/"}
    answer = client.post("/brouillons/garder/", form, **aside)
    assert answer.status_code == 403
    assert "Envoyez quand même" in answer.json()["kept"]
    form = _form(cast.samira, "") | {"path": "/ecrire/"}
    answer = client.post("/brouillons/garder/", form, **aside)
    assert answer.json()["kept"] == "On ne vous reconnaît plus ici."
    assert Draft.objects.get().text == TEXT


def test_a_lock_is_not_undone_by_a_request_that_began_before_it(cast, client):
    address = f"/cahiers/{cast.amina.pk}/"
    slow = client.session
    assert "served" in slow  # it has read the session, and is still at work
    client.post("/verrou/fermer/", {"then": address})
    slow["served"] += 1
    slow.save()
    assert client.get("/cahiers/").url == "/verrou/"
    assert client.post("/verrou/", {"pin": PIN}).url == address
    assert is_in(client)
    # Nor by one that changes its key meanwhile, as a new passphrase does.
    slow = client.session
    assert "served" in slow
    client.post("/verrou/fermer/")
    slow.cycle_key()
    slow.save()
    client.cookies["dossier_session"] = slow.session_key
    assert client.get("/cahiers/").url == "/verrou/"


def test_it_is_the_house_that_says_how_long(cast, client):
    set_doors(by=cast.samira, doors=Doors(idle_minutes=30))
    rest(client, 30)
    assert is_in(client)
    rest(client, 31)
    assert not is_in(client)


def test_what_was_being_written_comes_back(cast, client):
    form = _form(cast.samira) | {"path": "/ecrire/", "then": "/"}
    assert client.post("/verrou/fermer/", form).url == "/verrou/"
    draft = Draft.objects.get()
    assert (draft.text, draft.author, draft.path) == (TEXT, cast.samira, "/ecrire/")
    client.get("/cahiers/")  # going back in the browser changes nothing
    back = client.post("/verrou/", {"pin": PIN}).url
    assert TEXT in client.get(back, follow=True).content.decode()


def test_what_is_sent_to_a_machine_locked_meanwhile_is_kept(cast, client):
    rest(client, 60)
    assert client.post("/ecrire/", _form(cast.samira)).url == "/verrou/"
    assert Draft.objects.get().text == TEXT
    back = client.post("/verrou/", {"pin": PIN}).url
    assert TEXT in client.get(back, follow=True).content.decode()


def test_five_wrong_pins_end_the_session_and_the_text_is_kept(cast, client):
    client.post("/verrou/fermer/", _form(cast.samira) | {"path": "/ecrire/"})
    assert "Entrez avec votre phrase" in client.get("/verrou/").content.decode()
    for left in ("Encore 4 essais", "Encore 3 essais", "Encore 2 essais", "Encore 1 essai ;"):
        answer = client.post("/verrou/", {"pin": "1470"})
        assert (answer.status_code, left in answer.content.decode()) == (422, True)
    assert client.post("/verrou/", {"pin": "1470"}).status_code == 302
    assert not Sitting.objects.exists()
    assert client.get("/verrou/").url == "/"
    assert client.post("/verrou/", {"pin": PIN}).url == "/"
    assert not is_in(client)
    assert Draft.objects.get().text == TEXT
    enter(client)
    assert is_in(client)
    client.post("/verrou/fermer/")
    assert client.post("/verrou/", {"pin": PIN}).status_code == 302
    assert is_in(client)


def test_the_right_pin_after_five_wrong_ones_does_not_open(cast, client):
    client.post("/verrou/fermer/")
    Known.objects.update(missed=5)
    assert client.post("/verrou/", {"pin": PIN}).url == "/connexion/"
    assert not is_in(client)


def test_a_pin_without_its_machine_opens_nothing(cast, client):
    client.post("/verrou/fermer/")
    session = client.cookies["dossier_session"].value
    thief = Client()
    thief.cookies["dossier_session"] = session
    for said in (PIN, PASSPHRASE):
        thief.post("/verrou/", {"pin": said})
        assert not is_in(thief)


def test_a_pin_serves_on_its_machine_and_for_its_worker_only(cast, client):
    client.post("/au-revoir/")
    enter(client, "karim")
    assert client.session["served"]
    client.post("/verrou/fermer/")
    assert "phrase" in client.get("/verrou/").content.decode()
    assert client.post("/verrou/", {"pin": PIN}).status_code == 422
    assert client.post("/verrou/", {"pin": PASSPHRASE}).status_code == 302
    assert is_in(client)
    assert Known.objects.count() == 2


def test_somebody_else_comes_in_under_their_name(cast, client):
    make_writing(cast.samira, cast.amina, TEXT)
    client.post("/verrou/fermer/", {"then": f"/cahiers/{cast.amina.pk}/"})
    enter(client, "maud")
    assert [one.worker for one in Sitting.objects.all()] == [cast.maud]
    assert client.get(f"/cahiers/{cast.amina.pk}/").status_code == 404


@pytest.mark.parametrize(
    "pin", ["123", "123456789", "abcd", "0000", "1234", "9876", "٢٥٨٠", "8901"]
)
def test_a_pin_that_all_would_try_is_refused(cast, pin):
    client = Client()
    enter(client)
    response = share(client, pin)
    assert response.status_code == 422
    assert pin not in response.content.decode()
    assert not Machine.objects.get().is_shared


def test_a_machine_is_shared_no_more(cast, client):
    assert share(client, geste="seule").status_code == 302
    assert not Machine.objects.get().is_shared
    assert Known.objects.get().pin == ""
    assert "served" not in client.session
    client.post("/verrou/fermer/")
    assert is_in(client)


@pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example/", "javascript:x", "x"])
def test_a_lock_leads_nowhere_else(cast, client, then):
    client.post("/verrou/fermer/", {"then": then})
    assert client.post("/verrou/", {"pin": PIN}).url == "/"


def test_a_clock_put_back_neither_locks_nor_keeps_open_for_ever(cast, client):
    rest(client, -600)
    assert is_in(client)
    rest(client, 6)
    assert not is_in(client)


# What it costs.


def _writes(client, address="/cahiers/"):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    told = [one["sql"] for one in queries.captured_queries]
    return len([sql for sql in told if sql.startswith(("UPDATE", "INSERT", "DELETE"))]), len(told)


def test_the_session_is_written_once_a_minute_at_most(cast, client):
    ordinary = log_in(cast.samira)
    ordinary.get("/cahiers/")
    _writes(client)  # a minute may pass meanwhile, once
    found = _writes(client)
    assert found in {(0, _writes(ordinary)[1]), (1, _writes(ordinary)[1] + 1)}
    rest(client, 1)
    assert _writes(client)[0] == 1


def test_a_session_of_an_ordinary_machine_holds_no_instant(cast):
    client = Client()
    enter(client)
    client.get("/")
    assert set(client.session.keys()) == {
        "_auth_user_id",
        "_auth_user_backend",
        "_auth_user_hash",
        "_session_expiry",  # the end of every session, twelve hours after the log-in
    }
    assert _writes(client)[0] == 0


# Leaving quickly.


def test_one_leaves_quickly_and_the_text_is_kept(cast, client):
    form = _form(cast.samira) | {"path": "/ecrire/"}
    assert client.post("/sortir/", form).url == "/vide/"
    assert not is_in(client)
    assert not Sitting.objects.exists()
    assert (Draft.objects.get().text, Draft.objects.get().author) == (TEXT, cast.samira)


def test_the_page_left_behind_tells_nothing(cast):
    page = Client().get("/vide/").content.decode()
    assert "<title>Nouvel onglet</title>" in page
    body = page.partition("<body>")[2]
    assert "<a" not in body
    assert not any(word in page.lower() for word in ("maison", "dossier unique", "connexion"))


def test_one_leaves_from_a_page_opened_long_ago(cast):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/sortir/", _form(cast.samira)).url == "/vide/"
    assert Draft.objects.get().author == cast.samira
    strict.force_login(cast.samira)
    assert strict.post("/sortir/").url == "/vide/"
    assert not is_in(strict)
