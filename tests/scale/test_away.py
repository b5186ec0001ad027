"""A database that goes away: the page says so, and the words are still there."""

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from tests.conftest import log_in

pytestmark = pytest.mark.django_db


def gone(*_: object) -> None:
    """Answer nothing, as a server that was killed."""
    raise OperationalError("server closed the connection unexpectedly")


@pytest.mark.parametrize("after", [0, 1, 3, 6])
def test_what_was_typed_is_shown_when_the_database_goes_away(cast, after):
    """Before the session is read, while it is, and in the middle of the work."""
    client = log_in(cast.samira)
    client.raise_request_exception = False
    asked = []

    def going(execute, *told):
        asked.append(told)
        return execute(*told) if len(asked) <= after else gone()

    with connection.execute_wrapper(going):
        address = reverse("writing-create", args=[cast.amina.pk])
        answer = client.post(address, {"text": "Elle a ri tout l’après-midi."})
    assert answer.status_code == (503 if connection.vendor == "postgresql" else 500)
    assert "Elle a ri tout l’après-midi." in answer.content.decode()
    assert len(asked) > after


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="absent: SQLite does not go away")
def test_a_page_that_was_only_asked_for_offers_to_send_nothing_again(cast):
    client = log_in(cast.samira)
    client.raise_request_exception = False
    with connection.execute_wrapper(gone):
        page = client.get(reverse("home")).content.decode()
    assert "rechargez cette page" in page
    assert "renvoyer" not in page
