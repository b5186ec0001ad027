"""What somebody typed is never lost, whatever happens between their hands and the disk."""

import uuid
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from dossier.accounts.models import Proof
from dossier.collectives.models import Membership
from dossier.notebooks.models import Draft, Writing
from dossier.notebooks.rules import same_words
from dossier.persons.models import Person
from tests.conftest import PASSPHRASE, log_in, make_writing
from tests.web.house import furnish
from tests.web.reading import fill, form_to, forms_of, send, texts_shown

TEXT = "Elle a dit : « je rentre à pied ».\n\nOn l’a attendue jusqu’à 23 h."


@pytest.fixture
def browser(cast):
    """Return samira's browser, as strict about forgery as in real life."""
    client = Client(enforce_csrf_checks=True)
    log_in_by_hand(client, "samira")
    return client


def log_in_by_hand(client, login, **more):
    """Fill in the log-in page."""
    form = fill(client, "/connexion/", "login", login=login, passphrase=PASSPHRASE, **more)
    response = send(client, form)
    assert response.status_code == 302
    return response


def end_session(client):
    """Lose the session and nothing else, as when it is too old."""
    client.session.flush()


def drafts_of(worker) -> list[str]:
    """Return the texts of somebody's drafts, with one kind of line end."""
    return [same_words(draft.text) for draft in Draft.objects.of(worker)]


# One text is enough.

ENOUGH = """
    home               writing-place      text
    handover           writing-place      text
    notebook-detail    writing-create     text
    writing-create     writing-create     text
    writing-correct    writing-correct    text
    person-create      person-create      called
    person-edit        person-edit        called
    stay-create        stay-create        service
    stay-edit          stay-edit          service
    relation-create    relation-create    name
    relation-edit      relation-edit      name
    collective-create  collective-create  name
    collective-edit    collective-edit    name
    membership-create  membership-create  words
    membership-edit    membership-edit    words
    writing-set-aside  writing-set-aside  words
    meeting-create     meeting-create     title
    meeting-edit       meeting-edit       title
    meeting-detail     meeting-point      words
    meeting-detail     point-conclude     text
    meeting-point      meeting-point      words
    point-create       point-create       words
    point-edit         point-edit         words
    point-conclude     point-conclude     text
    point-answer       point-answer       text
    council-edit       council-edit       word
    seat-create        seat-create        name
    seat-edit          seat-edit          name
    cause-create       cause-create       name
    writing-nameless   writing-nameless   name
    project-create     project-create     title
    project-edit       project-edit       title
    project-text       project-text       text
    project-easy       project-easy       text
    agreement-create   agreement-create   words
    step-create        step-create        words
    step-edit          step-edit          words
    fragment-keep      fragment-keep      text
    attachment-describe attachment-describe description
    heading-change     heading-change     name
    tag-change         tag-change         name
    writing-take-up    assembly-create    title
    assembly-create    assembly-create    title
    assembly-edit      assembly-edit      text
    outline-create     outline-create     title
    outline-edit       outline-edit       title
    house-word-change  house-word-change  singular
    reading-say        reading-say        text
    reading-look       reading-look       words
    person-explain     person-explain     words
    house-frame-edit   house-frame-edit   archives
    house-term-change  house-term-change  because
    person-report      person-report      informed
    report-edit        report-edit        informed
    report-text        report-text        text
    report-tell        report-tell        words
    note-list          note-create        text
    note-create        note-create        text
    note-edit          note-edit          text
    note-carry         writing-place      text
    request-create     request-create     words
    request-complete   request-complete   checked
    request-letter     writing-create     text
    reply-create       reply-create       words
    consent-ask        consent-ask        purpose
    consent-detail     consent-withdraw   words
    consent-answer     consent-answer     words
    consent-withdraw   consent-withdraw   words
    disclosure-hand    disclosure-hand    how
    house-mission-create house-mission-create body
    house-mission-edit house-mission-edit body
    house-text-open    house-text-open    title
    house-text-publish house-text-publish text
    contract-create    contract-create    took_part
    contract-edit      contract-edit      took_part
    contract-text      contract-text      text
    contract-sign      contract-sign      who
    edition-sign       edition-sign       who
    giving-create      giving-create      what
    trust-create       trust-create       name
    archive-close      archive-close      words
    archive-open       archive-open       words
    archive-hold       archive-hold       words
    slip-visa          slip-visa          words
    slip-line          slip-line          words
    journal-ask        journal-ask        words
    sharing-open       sharing-open       reason
    sharing-hand-over  sharing-hand-over  reason
    sharing-worker-change sharing-worker-change reason
    sharing-team-change sharing-team-change reason
    circle-create      circle-create      name
    urgent-open        urgent-open        reason
    people-self        people-self        name
    team-create        team-create        name
    team-edit          team-edit          name
"""
# A sentence one copies, to destroy; words one copies from what leaves, to change or cover them.
CONFIRMED = {("slip-destroy", "slip-destroy"), ("disclosure-names", "disclosure-names")}
# What is secret comes back nowhere (tests/web/test_doors.py); how long a machine rests is a number.
SECRET = {
    *(f"door-{what}" for what in ("phrase", "digits", "key", "proof", "codes", "machine")),
    *("rescue-vouch", "login-rescue", "login-first", "house-doors"),
}
CONFIRMED |= {(name, name) for name in SECRET}
CONFIRMED.add(("disclosure-seal", "disclosure-seal"))  # a key and words copied from elsewhere
PLACED = {"writing-place": "amina", "writing-set-aside": "etage"}  # where it goes is chosen too
SAID_BY = {
    "agreement-create": {"who": "sa tante"},  # words are somebody's
    "journal-ask": {"name": "Amina"},  # of which notebook, by its exact name
    # One says yes to something, for somebody, until a day.
    "consent-ask": {"sort": "other", "recipient": "sa tante", "until": "2199-12-31"},
    "consent-answer": {"answer": "no"},
    "reply-create": {"answer": "granted"},  # nobody else may say which way it went
}


def chosen(cast, name: str) -> dict[str, str]:
    """Return what a form asks beside a text: whose words they are, to whom, or whose name."""
    said = {
        "sharing-open": {"who": f"p{cast.noor.pk}"},
        "sharing-hand-over": {"to": str(cast.noor.pk)},
        "urgent-open": {"name": "Didier"},
    }
    return (SAID_BY | said).get(name, {})


ENOUGH_ROWS = [tuple(line.split()) for line in ENOUGH.strip().splitlines()]


def test_each_form_in_which_one_types_has_its_row(cast):
    client, found = log_in(cast.samira), set()
    for name, address in furnish(cast).items():
        response = client.get(address)
        if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
            found |= {
                (name, form.name)
                for form in forms_of(response)
                if form.boxes and form.method == "post"
            }
    assert found - CONFIRMED == {row[:2] for row in ENOUGH_ROWS}


@pytest.mark.parametrize(("page", "name", "box"), ENOUGH_ROWS, ids=lambda value: value)
def test_one_letter_is_enough_in_every_form(cast, page, name, box):
    client = log_in(cast.samira)
    form = form_to(client.get(furnish(cast)[page]), name)
    hidden = {key: value for key, value in form.fields.items() if key in {"key", "version"}}
    if name in PLACED:
        hidden["notebook"] = str(getattr(cast, PLACED[name]).pk)
    response = client.post(form.action, hidden | {box: "a"} | chosen(cast, name))
    assert response.status_code == 302
    assert b"erreurs" not in client.get(response.url).content


@pytest.mark.parametrize(("page", "name", "box"), ENOUGH_ROWS, ids=lambda value: value)
def test_a_form_without_hidden_fields_is_saved_too(cast, page, name, box):
    client = log_in(cast.samira)
    form = form_to(client.get(furnish(cast)[page]), name)
    extra = {"notebook": str(getattr(cast, PLACED[name]).pk)} if name in PLACED else {}
    read = {"writing-correct", "assembly-edit", "contract-sign"}  # the version one read
    extra |= {"version": "1"} if name in read else {}
    extra |= chosen(cast, name)
    assert client.post(form.action, {box: "Tout simplement."} | extra).status_code == 302


# The session ended.

AFTER_THE_END = [row for row in ENOUGH_ROWS if row[0] not in {"notebook-detail"}]


@pytest.mark.parametrize(("page", "name", "box"), AFTER_THE_END, ids=lambda value: value)
def test_session_ended_keeps_every_form_for_its_author(cast, browser, page, name, box):
    address = furnish(cast)[page]
    Draft.objects.all().delete()
    Proof.objects.all().delete()  # or the log-in would ask for it
    form = fill(browser, address, name, **{box: "Des mots à ne pas perdre."})
    end_session(browser)
    response = send(browser, form)
    assert response.status_code == 403
    (draft,) = Draft.objects.all()
    assert (draft.author, draft.fields[box]) == (cast.samira, "Des mots à ne pas perdre.")
    again = send(browser, filled_login(response, "samira"))
    page = browser.get(again.url, follow=True)
    assert page.status_code == 200
    assert "Des mots à ne pas perdre." in page.content.decode()


def filled_login(response, login):
    form = form_to(response, "login")
    form.fields |= {"login": login, "passphrase": PASSPHRASE}
    return form


def test_session_ended_text_is_not_for_who_logs_in_next(cast, browser):
    form = fill(
        browser, reverse("notebook-detail", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    end_session(browser)
    response = send(browser, form)
    assert "je rentre à pied" not in response.content.decode()
    again = send(browser, filled_login(response, "maud"))
    assert browser.get(again.url).url == "/brouillons/"  # her own, where there is nothing
    assert (drafts_of(cast.maud), drafts_of(cast.samira)) == ([], [TEXT])
    assert Writing.objects.count() == 0
    for address in ("/", "/brouillons/"):
        assert "je rentre à pied" not in browser.get(address).content.decode()


def test_session_ended_text_is_signed_once_taken_up_again(cast, browser):
    form = fill(
        browser, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    end_session(browser)
    again = send(browser, filled_login(send(browser, form), "samira"))
    page = browser.get(again.url, follow=True)
    assert send(browser, form_to(page, "writing-create")).status_code == 302
    assert [writing.text for writing in Writing.objects.all()] == [TEXT]
    assert drafts_of(cast.samira) == []


def test_session_ended_in_another_tab_while_another_worker_logged_in(cast, browser):
    form = fill(
        browser, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    end_session(browser)
    log_in_by_hand(browser, "maud")
    response = send(browser, form)
    assert response.status_code == 403
    assert "je rentre à pied" not in response.content.decode()
    assert (len(drafts_of(cast.samira)), drafts_of(cast.maud)) == (1, [])


def test_session_ended_draft_button_leads_back_to_the_page(cast, browser):
    page = reverse("writing-create", args=[cast.amina.pk])
    form = fill(browser, page, "writing-create", text=TEXT, path=page)
    form.action = reverse("draft-keep")
    end_session(browser)
    again = send(browser, filled_login(send(browser, form), "samira"))
    response = browser.get(again.url, follow=True)
    assert response.status_code == 200
    assert texts_shown(response) == [TEXT]


def test_session_ended_without_a_pen_shows_the_text_again(cast):
    response = Client().post(reverse("writing-create", args=[cast.amina.pk]), {"text": TEXT})
    assert response.status_code == 403
    assert texts_shown(response) == [TEXT]
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("pen", ["", "x", "MQ:1x:forged", "\x00", "é" * 300])
def test_a_forged_pen_gives_no_draft_to_anybody(cast, pen):
    address = reverse("writing-create", args=[cast.amina.pk])
    response = Client().post(address, {"text": TEXT, "plume": pen})
    assert (response.status_code, Draft.objects.count()) == (403, 0)
    assert texts_shown(response) == [TEXT]


def test_the_pen_of_somebody_who_left_writes_no_more(cast, browser):
    form = fill(
        browser, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    cast.samira.is_active = False
    cast.samira.save()
    response = send(browser, form)
    assert (response.status_code, Draft.objects.count()) == (403, 0)


def test_session_ended_never_shows_nor_keeps_a_passphrase(cast):
    client = Client(enforce_csrf_checks=True)
    secret = "ma phrase tout à fait secrète"
    response = client.post("/connexion/", {"login": "samira", "passphrase": secret})
    assert response.status_code == 403
    assert secret not in response.content.decode()
    assert Draft.objects.count() == 0


# The form was refused.


def test_csrf_refused_keeps_the_text_as_a_draft_and_signs_nothing(cast, browser):
    form = fill(
        browser, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    form.fields["csrfmiddlewaretoken"] = "x" * 64
    response = send(browser, form)
    assert (response.status_code, Writing.objects.count()) == (403, 0)
    key = form.fields["key"]
    assert reverse("draft-resume", args=[key]) in response.content.decode()
    page = browser.get(reverse("draft-resume", args=[key]), follow=True)
    assert send(browser, form_to(page, "writing-create")).status_code == 302
    assert Writing.objects.get().text == TEXT


def test_csrf_refused_without_a_pen_shows_the_text_again(cast, browser):
    response = browser.post(reverse("writing-create", args=[cast.amina.pk]), {"text": TEXT})
    assert response.status_code == 403
    assert texts_shown(response) == [TEXT]


def test_csrf_refused_draft_button_leads_back_to_the_page(cast, browser):
    page = reverse("writing-create", args=[cast.amina.pk])
    form = fill(browser, page, "writing-create", text=TEXT, path=page, csrfmiddlewaretoken="no")
    form.action = reverse("draft-keep")
    send(browser, form)
    response = browser.get(reverse("draft-resume", args=[form.fields["key"]]), follow=True)
    assert (response.status_code, texts_shown(response)) == (200, [TEXT])


@pytest.mark.parametrize("text", ["a\x00b et la suite", "\x00", "x" * 80_001, "é\n" * 40_001])
def test_a_text_that_cannot_be_signed_is_shown_again_and_kept(cast, text):
    client = log_in(cast.samira)
    form = fill(
        client, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=text
    )
    response = send(client, form)
    assert (response.status_code, Writing.objects.count()) == (422, 0)
    assert texts_shown(response) == [text.replace("\x00", "�")]
    assert drafts_of(cast.samira) == [text.replace("\x00", "�")]


def test_a_text_with_a_nul_is_signed_at_the_second_try(cast):
    client = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    response = send(client, fill(client, address, "writing-create", text="a\x00b"))
    assert send(client, form_to(response, "writing-create")).status_code == 302
    assert Writing.objects.get().text == "a�b"
    assert drafts_of(cast.samira) == []


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\u00a0", "\u2003\u2028"])
def test_an_empty_text_is_neither_signed_nor_kept(cast, text):
    client = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    response = send(client, fill(client, address, "writing-create", text=text))
    assert (response.status_code, Writing.objects.count(), Draft.objects.count()) == (422, 0, 0)
    page = response.content.decode()
    assert "La page est encore blanche : un mot suffit, ou une photo." in page
    assert "Rien n’est perdu" not in page


def test_a_blank_page_with_a_tag_says_that_nothing_is_lost(cast):
    client = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    response = send(client, fill(client, address, "writing-create", tags="sommeil"))
    assert "Rien n’est perdu" in response.content.decode()


def test_who_is_known_no_more_is_told_so_and_comes_in_from_there(browser):
    form = fill(browser, "/", "writing-place", text="Un mot.")
    browser.cookies.clear()
    response = browser.post(form.action, form.fields)
    page = response.content.decode()
    assert response.status_code == 403
    assert "On ne vous reconnaît plus sur cet ordinateur" in page
    assert "Votre texte est dans vos brouillons : reconnectez-vous." in page
    assert form_to(response, "login").fields["next"].startswith("/brouillons/")


def test_ten_million_signs_are_refused_in_french(cast):
    client = log_in(cast.samira)
    response = client.post("/ecrire/", {"text": "x" * 10_500_000})
    assert response.status_code == 400
    assert "Cette demande ne se lit pas" in response.content.decode()


BROKEN = ["%ED%A0%80", "%FF%FE", "%C3", "%00", "%", "%ZZ", "%F4%90%80%80", "%EF%BF%BE"]


@pytest.mark.parametrize("piece", BROKEN)
def test_a_broken_encoding_loses_no_other_letter(cast, piece):
    client = log_in(cast.samira)
    body = f"text=avant{piece}%20puis%20la%20suite&key={uuid.uuid4()}"
    kind = "application/x-www-form-urlencoded"
    response = client.post(reverse("writing-create", args=[cast.amina.pk]), body, content_type=kind)
    kept = [writing.text for writing in Writing.objects.all()] or drafts_of(cast.samira)
    assert response.status_code in {302, 422}
    assert (len(kept), kept[0][:5], kept[0][-14:]) == (1, "avant", " puis la suite")


@pytest.mark.parametrize("piece", BROKEN)
@pytest.mark.parametrize(
    "address", ["/chercher/?q=", "/noms/?q=", "/connexion/?next=", "/", "/cahiers/"]
)
def test_a_broken_address_is_answered(cast, address, piece):
    assert log_in(cast.samira).get(address + piece).status_code in {200, 302, 404}


def test_a_text_in_another_encoding_is_refused_in_french(cast):
    response = log_in(cast.samira).post(
        "/ecrire/", "text=abc", content_type="application/x-www-form-urlencoded; charset=utf-16"
    )
    assert response.status_code == 400
    assert "Cette demande ne se lit pas" in response.content.decode()


# What one has no right to.


@pytest.mark.parametrize("text", [TEXT, "Fugue.", "a"])
@pytest.mark.parametrize("place", ["/cahiers/{}/ecrire/", "/ecrire/", "/cahiers/987654321/ecrire/"])
def test_a_text_for_a_notebook_that_is_not_yours_is_shown_again(cast, place, text):
    client = log_in(cast.samira)
    response = client.post(
        place.format(cast.didier.pk), {"text": text, "notebook": str(cast.didier.pk)}
    )
    assert (response.status_code, Writing.objects.count()) == (404, 0)
    assert texts_shown(response) == [text]


def test_an_answer_to_what_is_not_yours_is_shown_again(cast):
    theirs = make_writing(cast.maud, cast.didier, "À la banque.")
    elsewhere = make_writing(cast.samira, cast.etage, "L’ascenseur.")
    address = reverse("writing-create", args=[cast.amina.pk])
    for answered in (theirs, elsewhere):
        response = log_in(cast.samira).post(address, {"text": TEXT, "answers": str(answered.pk)})
        assert (response.status_code, texts_shown(response)) == (404, [TEXT])
    assert Writing.objects.count() == 2


@pytest.mark.parametrize(
    "forged",
    [
        {"answers": "9" * 30},
        {"answers": "-1"},
        {"answers": "²"},
        {"answers": "x"},
        {"notebook": "9" * 30},
        {"notebook": "x"},
        {"version": "9" * 30},
        {"key": ""},
    ],
    ids=str,
)
def test_a_forged_number_does_not_stop_a_text(cast, forged):
    address = reverse("writing-create", args=[cast.amina.pk])
    response = log_in(cast.samira).post(address, {"text": TEXT} | forged)
    assert response.status_code == 302
    assert Writing.objects.get().text == TEXT


@pytest.mark.parametrize("forged", [{"voice": "x"}, {"voice": "x", "key": "x"}], ids=str)
def test_a_forged_choice_shows_the_text_again(cast, forged):
    address = reverse("writing-create", args=[cast.amina.pk])
    response = log_in(cast.samira).post(address, {"text": TEXT} | forged)
    assert (response.status_code, texts_shown(response)) == (422, [TEXT])


def test_a_key_of_somebody_else_does_not_stop_a_text(cast):
    key = uuid.uuid4()
    make_writing(cast.maud, cast.didier, "À la banque.", key=key)
    address = reverse("writing-create", args=[cast.amina.pk])
    response = log_in(cast.samira).post(address, {"text": TEXT, "key": str(key)})
    assert response.status_code < 500
    assert "À la banque." not in response.content.decode()
    signed = Writing.objects.filter(author=cast.samira, text=TEXT).count()
    assert signed or texts_shown(response) == [TEXT]


def test_a_person_of_another_team_cannot_be_named_in_a_group(cast):
    address = reverse("membership-create", args=[cast.etage.pk])
    typed = {"person": str(cast.didier.dossier.person.pk), "words": "dix parents du quartier"}
    response = log_in(cast.samira).post(address, typed)
    assert (response.status_code, Membership.objects.count()) == (422, 0)
    assert "dix parents du quartier" in response.content.decode()
    assert "Didier" not in response.content.decode()


# Twice, back, and again.


def test_double_post_makes_one_writing(cast):
    client = log_in(cast.samira)
    form = fill(
        client, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    first, second = send(client, form), send(client, form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert [writing.text for writing in Writing.objects.all()] == [TEXT]


def test_double_post_of_a_correction_makes_one_version(cast):
    writing = make_writing(cast.samira, cast.amina, "Avant.")
    client = log_in(cast.samira)
    form = fill(client, reverse("writing-correct", args=[writing.pk]), "writing-correct", text=TEXT)
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    writing.refresh_from_db()
    assert (writing.version, writing.text, writing.history.count()) == (2, TEXT, 2)


def test_back_button_with_changed_text_offers_a_correction(cast):
    client = log_in(cast.samira)
    form = fill(
        client, reverse("writing-create", args=[cast.amina.pk]), "writing-create", text=TEXT
    )
    send(client, form)
    form.fields["text"] = TEXT + "\nElle est rentrée."
    response = send(client, form)
    assert response.status_code == 409
    again = form_to(response, "writing-correct")
    assert again.fields["text"] == TEXT + "\nElle est rentrée."
    assert send(client, again).status_code == 302
    writing = Writing.objects.get()
    assert (writing.text, writing.version) == (TEXT + "\nElle est rentrée.", 2)
    assert drafts_of(cast.samira) == []


def test_back_button_keeps_the_other_boxes(cast):
    client = log_in(cast.samira)
    typed = {"heading": "Nuit", "tags": "sommeil, école", "moment": "vers minuit"}
    typed |= {"occurred_on": "2026-03-24", "occurred_time": "21:40"}
    address = reverse("writing-create", args=[cast.amina.pk])
    form = fill(client, address, "writing-create", text=TEXT, **typed)
    send(client, form)
    form.fields["text"] = "Autre chose."
    again = form_to(send(client, form), "writing-correct")
    assert {name: again.fields[name] for name in typed} == typed


def test_two_windows_of_a_correction_lose_neither_text(cast):
    writing = make_writing(cast.samira, cast.amina, "Avant.")
    client = log_in(cast.samira)
    address = reverse("writing-correct", args=[writing.pk])
    first = fill(client, address, "writing-correct", text="Première fenêtre.")
    second = fill(client, address, "writing-correct", text="Seconde fenêtre.")
    assert send(client, first).status_code == 302
    response = send(client, second)
    assert response.status_code == 409
    assert "Première fenêtre." in response.content.decode()
    again = form_to(response, "writing-correct")
    assert again.fields["text"] == "Seconde fenêtre."
    assert send(client, again).status_code == 302
    texts = [row.text for row in writing.history.order_by("history_id")]
    assert texts == ["Avant.", "Première fenêtre.", "Seconde fenêtre."]
    assert drafts_of(cast.samira) == []


# Drafts.


def test_draft_keep_then_resume_gives_every_box_back(cast):
    client = log_in(cast.samira)
    page = reverse("writing-create", args=[cast.amina.pk])
    typed = {"text": TEXT, "heading": "Nuit", "moment": "vers minuit", "occurred_on": "hier soir"}
    form = fill(client, page, "writing-create", path=page, **typed)
    form.action = reverse("draft-keep")
    assert send(client, form).url == reverse("draft-list")
    response = client.get(reverse("draft-resume", args=[form.fields["key"]]), follow=True)
    again = form_to(response, "writing-create")
    assert {name: again.fields[name] for name in typed} == typed
    assert again.fields["key"] == form.fields["key"]


def test_draft_keep_answers_an_autosave(cast):
    client = log_in(cast.samira)
    typed = {"text": TEXT, "path": "/ecrire/", "key": str(uuid.uuid4())}
    answer = client.post(reverse("draft-keep"), typed, headers={"X-Suite": "1"})
    assert answer.json()["kept"]
    assert client.post(
        reverse("draft-keep"), typed | {"text": " "}, headers={"X-Suite": "1"}
    ).json() == {"kept": ""}
    assert Draft.objects.count() == 0


@pytest.mark.parametrize(
    "path",
    ["https://ailleurs.example/", "//ailleurs.example/", "/nulle-part/", "", "\x00", "é" * 400],
)
def test_draft_keep_leads_to_no_address_but_the_house_s(cast, path):
    client = log_in(cast.samira)
    key = str(uuid.uuid4())
    client.post(reverse("draft-keep"), {"text": TEXT, "path": path, "key": key})
    response = client.get(reverse("draft-resume", args=[key]), follow=True)
    assert response.redirect_chain == [(reverse("draft-place", args=[key]), 302)]
    assert response.status_code == 200


def test_a_text_sent_twice_in_one_form_can_still_be_read(cast):
    client = log_in(cast.samira)
    typed = {"text": ["Un texte.", "Un autre."], "path": "/ecrire/", "key": str(uuid.uuid4())}
    assert client.post(reverse("draft-keep"), typed).status_code == 302
    page = client.get(reverse("draft-list"))
    assert page.status_code == 200
    assert "Un autre." in page.content.decode()


def test_a_text_from_the_first_page_finds_its_notebook_later(cast):
    client = log_in(cast.samira)
    form = fill(client, "/", "writing-place", text=TEXT)
    response = send(client, form)
    assert (response.status_code, Writing.objects.count()) == (302, 0)
    place = form_to(client.get(response.url), "writing-place")
    place.fields["notebook"] = str(cast.amina.pk)
    assert send(client, place).status_code == 302
    writing = Writing.objects.get()
    assert (writing.text, writing.notebook, drafts_of(cast.samira)) == (TEXT, cast.amina, [])


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        (
            "person-create",
            {"called": "", "civil_name": "Benali", "birth": "vers 1950", "word": TEXT},
        ),
        ("person-edit", {"called": "", "civil_name": "Benali", "birth": "vers 1950", "word": TEXT}),
        ("stay-create", {"service": "Nuit", "from_on": "2026-02-02", "until_on": "2025-01-01"}),
        ("stay-edit", {"service": "Nuit", "from_on": "un jour", "until_on": "", "word": TEXT}),
        ("relation-create", {"name": "", "tie": "sa tante", "word": TEXT}),
        ("relation-edit", {"name": "x" * 201, "tie": "sa tante", "word": TEXT}),
        ("collective-create", {"name": "", "sort": "atelier", "word": TEXT}),
        ("collective-edit", {"name": "x" * 201, "sort": "atelier", "word": TEXT}),
        ("project-create", {"title": "", "sort": "personnalisé"}),
        ("step-create", {"words": "", "when": "avant l’été", "on": "un jour"}),
        ("step-edit", {"words": "x" * 501, "when": "avant l’été", "on": ""}),
        ("agreement-create", {"words": TEXT, "who": "sa tante", "on": "un jour"}),
        ("membership-create", {"words": "des parents", "count": "beaucoup", "from_on": "hier"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_refused_form_keeps_what_was_typed(cast, page, typed):
    client = log_in(cast.samira)
    form = fill(client, furnish(cast)[page], page, **typed)
    people = Person.objects.count()
    response = send(client, form)
    assert (response.status_code, Person.objects.count()) == (422, people)
    again = form_to(response, page)
    assert {name: again.fields[name] for name in typed} == typed
    key = form.fields["key"]
    resumed = client.get(reverse("draft-resume", args=[key]), follow=True)
    again = form_to(resumed, page)
    assert {name: again.fields[name] for name in typed} == typed


def test_teams_ticked_in_a_refused_form_stay_ticked(cast):
    client = log_in(cast.samira)
    teams = [str(cast.nuit.pk), str(cast.savs.pk)]
    typed = {"called": "", "word": TEXT, "teams": teams, "key": str(uuid.uuid4())}
    response = client.post(reverse("person-create"), typed)
    resumed = client.get(reverse("draft-resume", args=[typed["key"]]), follow=True)
    for page in (response, resumed):
        ticked = [
            piece.split('value="')[1].split('"')[0]
            for piece in page.content.decode().split("<input")
            if 'name="teams"' in piece and "checked" in piece
        ]
        assert ticked == teams


def test_login_leads_where_one_was_going_and_nowhere_else(cast):
    address = reverse("notebook-detail", args=[cast.amina.pk])
    client = Client()
    assert client.get(address).url == f"/connexion/?next={quote(address)}"
    assert log_in_by_hand(client, "samira", next=address).url == address
    for bad in (
        "https://ailleurs.example/",
        "//ailleurs.example",
        "/\\ailleurs.example",
        "javascript:1",
    ):
        assert log_in_by_hand(Client(), "samira", next=bad).url == "/"
