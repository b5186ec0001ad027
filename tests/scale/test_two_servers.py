"""Two application servers on one PostgreSQL: one house, whichever answers."""

import subprocess

import pytest
from django.db import connection

from scripts import postgresql, tools
from tests.scale.servers import Browser, Server, two_servers

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def house(tmp_path_factory, django_db_setup):
    """Yield two servers of a house, and the number of its notebook."""
    if connection.vendor == "sqlite":
        pytest.skip("absent: SQLite is of one machine")
    folder = tmp_path_factory.mktemp("maison")
    with postgresql.cluster(tools.require_postgresql()) as url:
        first, second, notebook = two_servers(folder, DATABASE_URL=url)
        with first.serving(), second.serving():
            yield first, second, notebook


def test_who_entered_by_one_writes_by_the_other(house):
    first, second, notebook = house
    browser = Browser()
    browser.enter(first, "samira")
    assert browser.write(second, notebook, "Le goûter était bon.")[0] == 302
    assert "Le goûter était bon." in browser.ask(first, "GET", f"/cahiers/{notebook}/")[1]


def test_a_form_of_one_sent_to_both_is_one_writing(house):
    first, second, notebook = house
    browser = Browser()
    browser.enter(second, "karim")
    token = browser.token(first, f"/cahiers/{notebook}/ecrire/")
    fields = {"key": "5f0e6a3e-8d6b-4f0e-9c39-2b4f0a8f6d11", "seen": token}
    told = [browser.write(one, notebook, "Une seule fois.", **fields) for one in (second, first)]
    assert [status for status, _ in told] == [302, 302]
    assert browser.ask(first, "GET", f"/cahiers/{notebook}/")[1].count("Une seule fois.") == 1


def test_what_is_locked_by_one_is_locked_by_the_other(house):
    first, second, notebook = house
    browser, other = Browser(), Browser()
    browser.enter(first, "bruno")
    other.enter(second, "bruno")
    told = {"name": "Le poste", "pin": "4071", "passphrase": "une phrase pour les essais"}
    assert browser.send(first, "/ma-porte/machine/", **told)[0] == 302
    token = browser.token(second, f"/cahiers/{notebook}/ecrire/")
    assert browser.send(second, "/verrou/fermer/", seen=token)[0] == 302
    for server in house[:2]:
        status, place = browser.ask(server, "GET", f"/cahiers/{notebook}/")
        assert (status, place) == (302, "/verrou/")
        assert other.ask(server, "GET", f"/cahiers/{notebook}/")[0] == 200


def test_misses_at_one_slow_the_other(house):
    first, second, _ = house
    browser = Browser()
    for number in range(7):
        server = (first, second)[number % 2]
        told = {"login": "maud", "passphrase": "ce n’est pas celle-là"}
        status, page = browser.send(server, "/connexion/", **told)
    assert status == 429
    assert "Attendez" in page


def test_who_leaves_one_has_left_the_other(house):
    first, second, notebook = house
    browser = Browser()
    browser.enter(first, "samira")
    token = browser.token(first, f"/cahiers/{notebook}/ecrire/")
    kept = dict(browser.cookies)
    assert browser.send(second, "/au-revoir/", seen=token)[0] == 302
    browser.cookies = kept
    status, place = browser.ask(first, "GET", f"/cahiers/{notebook}/")
    assert (status, place.partition("?")[0]) == (302, "/connexion/")


def test_the_journal_that_both_wrote_is_one_chain(house):
    first, second, _ = house
    for server in (first, second):
        assert "est entière" in server.run("manage.py", "journal", "verify")


def test_a_server_that_has_other_keys_is_told_before_it_is_opened(house, tmp_path):
    first, _, _ = house
    stranger = Server(tmp_path, first.environment | {"DOSSIER_HOME": str(tmp_path)})
    with pytest.raises(subprocess.CalledProcessError):
        stranger.run("manage.py", "journal", "verify")
    assert "est entière" in first.run("manage.py", "journal", "verify")
