"""Requests: noted, answered, struck; known of who reads the dossier."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from dossier.establishment.actions import name_establishment
from dossier.notebooks.actions import grant
from dossier.notebooks.models import READ, NotAllowed, Writing
from dossier.notes.actions import keep as keep_note
from dossier.persons.actions import describe
from dossier.reading import requests
from dossier.reading.models import Reply, Request
from dossier.rights.actions import frame_house
from tests.conftest import log_in, make_attachment, make_notebook
from tests.web.reading import fill, send

TODAY = timezone.localdate()


@pytest.fixture
def asked(cast):
    """Return a request of Amina's, received three days ago."""
    return requests.note_request(
        by=cast.samira,
        dossier=cast.amina.dossier,
        sort="read",
        asked_on=TODAY - timedelta(days=3),
        words="Zibeline : je veux tout lire.",
        matters=["health"],
    )


def _page(asked, more=""):
    return f"/cahiers/{asked.dossier.notebook_id}/demandes/{asked.pk}/{more}"


def test_nothing_is_needed_but_the_sort(cast):
    one = requests.note_request(by=cast.karim, dossier=cast.amina.dossier, sort="erase")
    assert (one.asked_on, one.side, one.noted_by) == (TODAY, "person", cast.karim)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sort": "burn"},
        {"side": "neighbour"},
        {"matters": ["gossip"]},
        {"asked_on": TODAY + timedelta(days=1)},
    ],
    ids=str,
)
def test_what_there_is_not_is_refused(cast, wrong):
    with pytest.raises(ValueError, match="there is not|not come"):
        requests.note_request(
            by=cast.samira, dossier=cast.amina.dossier, **{"sort": "read"} | wrong
        )
    assert Request.objects.count() == 0


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), TODAY - timedelta(days=4)])
def test_an_answer_comes_after_the_request_and_has_come(cast, asked, on):
    with pytest.raises(ValueError, match="not come, or before"):
        requests.note_reply(by=cast.samira, request=asked, answer="granted", on=on)


@pytest.mark.parametrize("who", ["bruno", "maud", "yann", "gilles"])
def test_who_does_not_write_there_notes_nothing(cast, asked, who):
    by = getattr(cast, who)
    acts = [
        lambda: requests.note_request(by=by, dossier=cast.amina.dossier, sort="read"),
        lambda: requests.note_reply(by=by, request=asked, answer="granted"),
        lambda: requests.complete(by=by, request=asked, matters=[], checked="x"),
        lambda: requests.mark_request(by=by, request=asked, is_mistaken=True),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize("answer", Reply.Answer)
def test_the_last_reply_that_stands_says_whether_it_is_answered(cast, asked, answer):
    reply = requests.note_reply(by=cast.samira, request=asked, answer=answer)
    assert requests.is_answered(asked) == (answer != "extended")
    requests.mark_reply(by=cast.samira, reply=reply, is_mistaken=True)
    assert not requests.is_answered(Request.objects.get(pk=asked.pk))


def test_files_joined_become_a_writing(cast, asked):
    key = uuid.uuid4()
    file = make_attachment(cast.samira, key=key, name="lettre.jpg")
    reply = requests.note_reply(by=cast.samira, request=asked, answer="granted", key=key)
    file.refresh_from_db()
    assert (reply.writing, file.writing) == (Writing.objects.get(), reply.writing)
    assert reply.writing.notebook == cast.amina
    page = log_in(cast.bruno).get(_page(asked)).content.decode()
    assert f'href="/ecrits/{reply.writing_id}/"' in page


def test_over_http_one_notes_then_answers_then_takes_it_back(cast):
    client = log_in(cast.samira)
    place = f"/cahiers/{cast.amina.pk}/demandes/nouvelle/"
    noted = send(client, fill(client, place, "request-create", words="Je veux lire."))
    page = client.get(noted.url).content.decode()
    assert "Je veux lire." in page
    assert "À répondre au plus tard le" in page
    answer = fill(client, f"{noted.url}repondre/", "reply-create", answer="refused", words="Non.")
    assert send(client, answer).status_code == 302
    page = client.get(noted.url).content.decode()
    assert all(one in page for one in ("CNIL", "CADA", "Une personne qualifiée", "Défenseur"))
    mark = f"{noted.url}reponses/{Reply.objects.get().pk}/erreur/"
    client.post(mark, {"erreur": "oui"})
    assert "CNIL" not in client.get(noted.url).content.decode()


def test_a_refusal_without_reasons_is_saved_and_the_page_says_they_are_due(cast, asked):
    requests.note_reply(by=cast.samira, request=asked, answer="refused")
    page = log_in(cast.samira).get(_page(asked)).content.decode()
    assert "Les raisons ne sont pas notées ici" in page


def test_a_mistaken_request_counts_no_more(cast, asked):
    client = log_in(cast.samira)
    assert "Amina" in client.get("/demandes/").content.decode()
    client.post(_page(asked, "erreur/"), {"erreur": "oui"})
    assert "Zibeline" not in client.get("/demandes/").content.decode()
    assert f'href="{_page(asked)}"' not in client.get("/demandes/").content.decode()
    assert "notée par erreur" in client.get(_page(asked)).content.decode()
    client.post(_page(asked, "erreur/"), {"erreur": "non"})
    assert f'href="{_page(asked)}"' in client.get("/demandes/").content.decode()


def test_the_page_of_requests_names_those_one_may_know_of(cast, asked):
    name_establishment(name="La maison")
    found = {
        who: f'href="{_page(asked)}"'
        in log_in(getattr(cast, who)).get("/demandes/").content.decode()
        for who in ("samira", "bruno", "helene", "maud", "yann")
    }
    assert found == {"samira": True, "bruno": True, "helene": True, "maud": False, "yann": False}


def test_a_request_is_not_reached_through_another_notebook(cast, asked):
    other = make_notebook(cast.samira, "Zoé", cast.foyer)
    client = log_in(cast.samira)
    for part in ("", "preciser/", "repondre/", "lettre/"):
        assert client.get(f"/cahiers/{other.pk}/demandes/{asked.pk}/{part}").status_code == 404


def test_one_s_own_notes_that_name_the_person_are_shown_to_oneself_alone(cast, asked):
    keep_note(by=cast.samira, text="Amina m’a parlé de Loulou, à reprendre.")
    keep_note(by=cast.samira, text="Rien à voir : la chaudière.")
    pages = {
        who: log_in(getattr(cast, who)).get(_page(asked)).content.decode()
        for who in ("samira", "helene", "karim")
    }
    assert ["Loulou" in page for page in pages.values()] == [True, False, False]
    assert "chaudière" not in pages["samira"]
    assert "Une note à vous" not in pages["helene"]


def test_an_approximate_birth_shows_two_readings(cast, asked):
    describe(by=cast.samira, dossier=cast.amina.dossier, called="Amina",
             birth=f"{TODAY.year - 18}")  # fmt: skip
    page = log_in(cast.samira).get(_page(asked)).content.decode()
    assert ("S’il est mineur" in page, "S’il a dix-huit ans" in page) in {
        (True, True),
        (TODAY.month == 12 and TODAY.day == 31, False),
    }


def test_the_letter_begins_with_what_was_asked_and_is_printed_once_signed(cast, asked):
    frame_house(by=cast.samira, has_public_mission=False)
    requests.note_reply(by=cast.samira, request=asked, answer="partly", words="Voici, sauf…")
    client = log_in(cast.samira)
    form = fill(client, _page(asked, "lettre/"), "writing-create")
    text = form.fields["text"]
    assert all(one in text for one in ("Zibeline", "Voici, sauf…", "CNIL", "## Pourquoi"))
    assert "CADA" not in text
    assert send(client, form).status_code == 302
    signed = Writing.objects.get()
    assert signed.heading.name == "Courrier"
    assert client.get(f"/ecrits/{signed.pk}/document.pdf").status_code in {200, 404}


@pytest.mark.parametrize("part", ["a-deux", "copie"])
def test_what_is_prepared_is_linked(cast, asked, part):
    address = f"/cahiers/{cast.amina.pk}/{part}/"
    client = log_in(cast.samira)
    assert f'href="{address}"' in client.get(_page(asked)).content.decode()
    assert client.get(address).status_code == 200


def test_the_copy_is_offered_to_keepers_alone(cast, asked):
    page = log_in(cast.karim).get(_page(asked)).content.decode()
    assert f"/cahiers/{cast.amina.pk}/a-deux/" in page
    assert f"/cahiers/{cast.amina.pk}/copie/" not in page


def test_more_time_is_said_within_the_first_month(cast):
    on = date(2026, 1, 31)
    one = requests.note_request(
        by=cast.samira, dossier=cast.amina.dossier, sort="read", asked_on=on
    )
    requests.note_reply(by=cast.samira, request=one, answer="extended", on=date(2026, 2, 28))
    page = log_in(cast.samira).get(_page(one)).content.decode()
    assert "jeudi 30 avril 2026" in page


@pytest.mark.parametrize("count", [1, 30])
def test_pages_cost_as_much_with_one_request_as_with_thirty(cast, django_assert_num_queries, count):
    grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ)
    for number in range(count):
        one = requests.note_request(
            by=cast.samira, dossier=cast.amina.dossier, sort="read", words=f"{number}"
        )
        requests.note_reply(by=cast.samira, request=one, answer="extended")
        done = requests.note_request(by=cast.samira, dossier=cast.amina.dossier, sort="read")
        requests.note_reply(by=cast.samira, request=done, answer="granted")
        requests.note_reply(by=cast.samira, request=one, answer="extended")
    client = log_in(cast.samira)
    for address, queries in (("/demandes/", 12), (_page(one), 12)):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


def test_a_refusal_without_reasons_says_at_once_that_they_are_due(cast):
    asked = requests.note_request(by=cast.samira, dossier=cast.amina.dossier, sort="erase")
    client = log_in(cast.samira)
    form = fill(client, _page(asked, "repondre/"), "reply-create", answer="refused", words="")
    page = client.get(send(client, form).url.split("#")[0]).content.decode()
    assert "C’est enregistré, sans les raisons" in page
    assert "CADA" not in page
    form = fill(client, _page(asked, "repondre/"), "reply-create", answer="refused", words="Car…")
    page = client.get(send(client, form).url.split("#")[0]).content.decode()
    assert "C’est enregistré, sans les raisons" not in page


def test_an_heir_is_told_of_no_article_that_is_not_for_the_dead(cast):
    asked = requests.note_request(
        by=cast.samira, dossier=cast.amina.dossier, sort="erase", side="heir"
    )
    requests.note_reply(by=cast.samira, request=asked, answer="refused")
    client = log_in(cast.samira)
    for part in ("", "repondre/", "lettre/"):
        page = client.get(_page(asked, part)).content.decode()
        assert ("RGPD, article" in page, "CADA" in page) == (False, False)
    assert "articles 84 à 86" in client.get(_page(asked)).content.decode()


def test_to_erase_leads_to_what_one_may_do(cast):
    asked = requests.note_request(by=cast.samira, dossier=cast.amina.dossier, sort="erase")
    page = log_in(cast.samira).get(_page(asked)).content.decode()
    assert f'href="/chercher/?cahier={cast.amina.pk}"' in page
    assert "corriger et en retirer un passage" in page
