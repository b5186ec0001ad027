"""Logging in, slowed for strangers only: nobody locks a team out of its house."""

import statistics
import time
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from dossier.accounts import machines, tries
from dossier.accounts.models import Failure
from dossier.accounts.passphrases import Slowed, Wrong
from tests.conftest import PASSPHRASE

HERE, FAR = "192.168.1.7", "198.51.100.9"


@pytest.fixture
def house(cast):
    """Return the cast, samira having come from a machine of the house."""
    cast.token = machines.know(worker=cast.samira, token="")[1]
    return cast


def knock(login="samira", passphrase="", *, address=FAR, token="", times=1) -> list[str]:
    """Try to come in, and return what was answered each time."""
    found = []
    for _ in range(times):
        try:
            tries.enter(login=login, passphrase=passphrase, address=address, token=token)
        except (Wrong, Slowed) as error:
            found.append(type(error).__name__)
        else:
            found.append("in")
    return found


def test_after_five_misses_and_one_a_stranger_waits_even_with_the_right_phrase(house):
    assert knock(times=8) == ["Wrong"] * 6 + ["Slowed"] * 2
    assert knock(passphrase=PASSPHRASE) == ["Slowed"]
    Failure.objects.update(at=timezone.now() - timedelta(minutes=1))
    assert knock(passphrase=PASSPHRASE) == ["in"]


def test_a_stranger_who_changes_address_waits_too(house):
    assert [knock(address=f"198.51.100.{n}")[0] for n in range(7)] == ["Wrong"] * 6 + ["Slowed"]


def test_a_machine_that_knew_the_worker_is_never_slowed_by_others(house):
    for n in range(40):
        knock(address=f"198.51.100.{n}")
    knock(address=HERE, times=40)
    assert knock(passphrase=PASSPHRASE, address=HERE, token=house.token) == ["in"]


def test_the_machine_of_another_is_that_of_a_stranger(house):
    knock("karim", times=10)
    assert knock("karim", PASSPHRASE, token=house.token) == ["Slowed"]


def test_on_a_machine_that_knew_them_their_own_misses_count(house):
    told = {"address": HERE, "token": house.token}
    assert knock(times=7, **told) == ["Wrong"] * 6 + ["Slowed"]


def test_trying_many_names_from_one_address_is_slowed(house):
    answers = [knock(f"nom{n}")[0] for n in range(200)]
    assert answers.count("Wrong") <= tries.WAYS * 6
    assert knock("encore un", address=HERE) == ["Wrong"]


def test_a_colleague_who_mistypes_does_not_slow_a_house_behind_one_address(house):
    knock("samira", address=HERE, times=30)
    others = ["karim", "bruno", "maud", "helene", "noor", "yann"]
    found = [knock(name, PASSPHRASE, address=HERE)[0] for name in others]
    assert found.count("in") >= len(others) - 2


def test_coming_in_forgets_ones_misses(house):
    knock(times=5)
    assert knock(passphrase=PASSPHRASE) == ["in"]
    assert knock(address=HERE, times=5) == ["Wrong"] * 5


def test_a_name_that_nobody_has_is_answered_alike_at_each_step(house):
    assert knock("samira", times=9) == knock("personne-ici", address="192.0.2.1", times=9)


def test_the_page_says_the_same_and_gives_the_name_back_never_the_phrase(house):
    pages = {}
    for login in ("samira", "inconnue"):
        client = Client(REMOTE_ADDR=f"192.0.2.{len(pages)}")
        told = {"login": login, "passphrase": "un secret tapé"}
        answers = [client.post("/connexion/", told) for _ in range(7)]
        assert [one.status_code for one in answers] == [200] * 6 + [429]
        for one in answers:
            assert f'value="{login}"' in one.content.decode()
            assert "un secret tapé" not in one.content.decode()
        pages[login] = answers[-1].content.decode().replace(login, "")
    assert "Attendez une demi-minute, puis essayez encore." in pages["samira"]
    assert len({page.split("<form")[0] for page in pages.values()}) == 1


def test_the_cookie_of_the_machine_is_given_at_log_in_and_counts(house):
    client = Client(REMOTE_ADDR=HERE)
    told = {"login": "samira", "passphrase": PASSPHRASE}
    assert client.post("/connexion/", told).status_code == 302
    client.post("/au-revoir/")
    for n in range(30):
        Client(REMOTE_ADDR=f"192.0.2.{n}").post("/connexion/", told | {"passphrase": "faux"})
    assert Client(REMOTE_ADDR="192.0.2.99").post("/connexion/", told).status_code == 429
    assert client.post("/connexion/", told).status_code == 302


def test_a_name_that_nobody_has_takes_as_long_as_one_that_exists(house, settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    house.samira.password = make_password(PASSPHRASE)
    house.samira.save()
    monkeypatch.setattr(tries.slowing, "wait", lambda key: None)

    def timed(login: str) -> float:
        begun = time.perf_counter()
        assert knock(login) == ["Wrong"]
        return time.perf_counter() - begun

    # gilles left and lina would not have come: no phrase of theirs would do.
    names = ("samira", "inconnue", "gilles")
    rounds = [[timed(name) for name in names] for _ in range(7)]
    took = [statistics.median(one[at] for one in rounds) for at in range(len(names))]
    assert max(took) < 1.5 * min(took)
