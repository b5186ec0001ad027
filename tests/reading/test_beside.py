"""Words beside the writings: covered in the copy until a keeper decides of these exact words."""

from html import unescape

import pytest
from django.urls import reverse

from dossier.documents.html import html
from dossier.notebooks.actions import grant
from dossier.notebooks.models import READ, NotAllowed
from dossier.persons.actions import note_stay
from dossier.reading import requests, rules
from dossier.reading.copy import beside, copy, cover_beside
from dossier.reading.models import Beside
from tests.conftest import log_in
from tests.web.reading import fill, form_to, send

WORDS = "Avec Zibeline Morvan, elle a dormi."
PLAIN = "Je veux tout lire."


@pytest.fixture
def asked(cast):
    """Return a request of Amina's whose words name somebody."""
    noted = {"by": cast.samira, "dossier": cast.amina.dossier, "sort": "read"}
    requests.note_request(**noted, words=PLAIN)
    return requests.note_request(**noted, words=WORDS)


def copied(cast) -> str:
    return unescape(html(copy(by=cast.samira, dossier=cast.amina.dossier)).decode())


def decide(cast, reason: str, words: str = WORDS) -> None:
    chosen = {rules.print_of(words): reason}
    cover_beside(by=cast.samira, dossier=cast.amina.dossier, chosen=chosen)


def test_they_are_covered_while_nobody_looked(cast, asked):
    page = copied(cast)
    assert "Zibeline" not in page
    assert "[couvert : cela n’a pas encore été relu]" in page
    assert PLAIN in page
    assert list(beside(by=cast.samira, dossier=cast.amina.dossier).values()) == [WORDS]


def test_shown_covered_for_a_reason_and_shown_again(cast, asked):
    for reason, seen, unseen in (
        ("", WORDS, "[couvert"),
        ("third", "[couvert : cela parle de quelqu’un d’autre]", "Zibeline"),
        ("", WORDS, "[couvert"),
    ):
        decide(cast, reason)
        page = copied(cast)
        assert seen in page
        assert unseen not in page
    assert Beside.objects.count() == 3  # what was decided before stays


def test_one_decides_of_these_words_and_no_other(cast, asked):
    decide(cast, "")
    asked.words = WORDS.replace("dormi", "pleuré")
    asked.save()
    assert "Zibeline" not in copied(cast)
    decide(cast, "", "Des mots qui ne sont nulle part.")
    assert Beside.objects.count() == 1


def test_of_another_dossier_it_is_decided_apart(cast, asked):
    decide(cast, "")
    note_stay(by=cast.maud, dossier=cast.didier.dossier, service=WORDS)
    page = html(copy(by=cast.maud, dossier=cast.didier.dossier)).decode()
    assert "Zibeline" not in page


def test_only_who_keeps_decides_and_for_a_reason_there_is(cast, asked):
    grant(by=cast.samira, notebook=cast.amina, to=cast.maud, level=READ)
    for who in (cast.maud, cast.yann):
        with pytest.raises(NotAllowed):
            cover_beside(by=who, dossier=cast.amina.dossier, chosen={})
    with pytest.raises(rules.NotASpan):
        decide(cast, "unread")
    assert not Beside.objects.exists()


def test_on_the_page_what_is_left_covered_waits(cast, asked):
    client, address = log_in(cast.samira), reverse("reading-beside", args=[cast.amina.pk])
    name = f"m{rules.print_of(WORDS)}"
    page = unescape(client.get(address).content.decode())
    assert WORDS in page
    assert PLAIN not in page
    assert form_to(client.get(address), "reading-beside").fields[name] == "attendre"
    send(client, fill(client, address, "reading-beside"))
    assert not Beside.objects.exists()
    send(client, fill(client, address, "reading-beside", **{name: "montrer"}))
    assert Beside.objects.get().reason == ""
    assert form_to(client.get(address), "reading-beside").fields[name] == "montrer"
    assert WORDS in copied(cast)
    wrong = fill(client, address, "reading-beside", **{name: "n’importe quoi"})
    assert send(client, wrong).status_code in {200, 422}
    assert Beside.objects.count() == 1
