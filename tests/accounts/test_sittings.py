"""Sessions that are open: seen coarsely, ended at once."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from dossier.accounts import sittings
from dossier.accounts.models import Sitting

pytestmark = pytest.mark.django_db
ANDROID = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


def _session():
    session = SessionStore()
    session.create()
    return session.session_key


def _begin(worker):
    return sittings.begin(worker=worker, session=_session(), agent=ANDROID)


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (ANDROID, "Firefox sur Android"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox sur Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
            "Edge sur Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari sur iPhone",
        ),
        ("", "Un navigateur"),
    ],
)
def test_a_label_is_coarse(agent, told):
    assert sittings.label(agent) == told


def test_a_sitting_says_the_half_hour_and_no_version(cast):
    sitting = _begin(cast.samira)
    assert sitting.began_at.minute in {0, 30}
    assert sitting.began_at.second == sitting.began_at.microsecond == 0
    assert not any(sign.isdigit() for sign in sitting.label)


def test_ending_one_closes_its_session_and_no_other(cast):
    one, other = _begin(cast.samira), _begin(cast.samira)
    sittings.end(one)
    assert list(sittings.open_to(cast.samira)) == [other]
    assert [row.session_key for row in Session.objects.all()] == [other.session]


def test_ending_all_leaves_this_one_and_other_people_s(cast):
    _begin(cast.samira)
    here, bruno = _begin(cast.samira), _begin(cast.bruno)
    sittings.end_all(cast.samira, but=here.session)
    assert set(Sitting.objects.all()) == {here, bruno}
    assert Session.objects.count() == 2


def test_a_session_that_is_over_is_not_shown_and_is_forgotten(cast):
    old = _begin(cast.samira)
    Session.objects.filter(pk=old.session).update(expire_date=timezone.now() - timedelta(hours=1))
    assert not sittings.open_to(cast.samira)
    new = _begin(cast.samira)
    assert list(Sitting.objects.all()) == [new]
