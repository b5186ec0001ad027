"""Tries that fail wait longer and longer, are forgotten, and fill nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from dossier.accounts import slowing
from dossier.accounts.models import Failure

pytestmark = pytest.mark.django_db
KEY = ("passphrase", "samira", "203.0.113.7")


def _miss(times, key=KEY):
    for _ in range(times):
        slowing.missed(key)


def _ago(time):
    Failure.objects.update(at=timezone.now() - time)


def test_five_misses_are_free_and_the_sixth_waits_thirty_seconds():
    _miss(5)
    assert slowing.wait(KEY) is None
    _miss(1)
    assert timedelta(seconds=28) < slowing.wait(KEY) <= timedelta(seconds=30)
    _ago(timedelta(seconds=31))
    assert slowing.wait(KEY) is None


def test_another_key_does_not_wait():
    _miss(9)
    assert slowing.wait(("passphrase", "samira", "203.0.113.8")) is None
    assert slowing.wait(("passphrase", "samira203.0.113.7")) is None


@given(st.integers(0, 100_000))
def test_a_wait_never_shrinks_nor_passes_a_quarter_of_an_hour(count):
    assert slowing.delay(count) <= slowing.delay(count + 1) <= timedelta(minutes=15)
    assert (slowing.delay(count) > timedelta(0)) == (count > 5)


def test_an_hour_later_all_is_forgotten():
    _miss(40)
    _ago(timedelta(hours=1, seconds=1))
    assert slowing.wait(KEY) is None
    _miss(1, ("autre",))
    assert Failure.objects.count() == 1


def test_the_right_one_forgets():
    _miss(40)
    slowing.forget(KEY)
    assert slowing.wait(KEY) is None


def test_a_clock_put_back_locks_nobody_out_for_longer():
    _miss(6)
    _ago(timedelta(days=-300))
    assert slowing.wait(KEY) <= timedelta(seconds=30)


def test_the_table_is_bounded_and_who_tries_many_names_frees_no_other(monkeypatch):
    monkeypatch.setattr(slowing, "ROOM", 10)
    _miss(8)
    for number in range(50):
        _miss(1, ("passphrase", str(number)))
    assert Failure.objects.count() == 10
    assert slowing.wait(KEY)


def test_nothing_of_what_was_tried_is_kept():
    _miss(1)
    kept = Failure.objects.values().get()
    assert not any(word in str(kept) for word in KEY)
