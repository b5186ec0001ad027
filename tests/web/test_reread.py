"""Writing knowing it will be read: a look before signing, the charter, marks."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dossier.journal.models import Entry
from dossier.notebooks.models import Attachment, Draft, Sent, Writing
from dossier.projects.actions import open_project
from dossier.rights.models import Edition, HouseText
from tests.conftest import log_in, make_notebook, make_writing
from tests.web.reading import fill, form_to, send, texts_shown
from tests.web.test_pages import assert_well_made

TEXT = "Amina est violente.\n\n  Rose a crié, avec @Le premier étage."


def reread(client, address, name, **typed):
    """Type in the form of a page, and ask to read again before signing."""
    form = fill(client, address, name, **typed)
    signs, form.action = form.action, reverse("writing-reread")
    return signs, send(client, form)


def test_a_look_shows_what_it_found_and_the_text_as_it_was_typed(cast):
    make_notebook(cast.samira, "Rose", cast.foyer)
    client = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    signs, page = reread(client, address, "writing-create", text=TEXT, tags="nuit", speaker="")
    assert_well_made(page)
    assert texts_shown(page) == [TEXT]
    told = page.content.decode()
    assert all(f"{one}</q>" in told for one in ("Amina est violente", "Rose"))
    form = form_to(page, "writing-create")
    assert (form.action, form.fields["tags"]) == (signs, "nuit")
    assert send(client, form).status_code == 302
    assert Writing.objects.get().text == TEXT


def test_nothing_is_kept_of_a_look(cast):
    client = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    client.get(address)
    Entry.objects.all().delete()
    reread(client, address, "writing-create", text=TEXT)
    found = [kind.objects.count() for kind in (Entry, Draft, Sent, Writing, Attachment)]
    assert found == [0, 0, 0, 0, 0]


def test_files_that_come_along_wait_for_the_form(cast):
    client, key = log_in(cast.samira), str(uuid.uuid4())
    data = {"text": "a", "key": key, "path": reverse("writing-create", args=[cast.amina.pk])}
    page = client.post("/ecrire/relire/", data | {"files": SimpleUploadedFile("a.txt", b"Un mot")})
    assert "a.txt" in page.content.decode()
    assert send(client, form_to(page, "writing-create")).status_code == 302
    assert Attachment.objects.get().writing == Writing.objects.get()


@pytest.mark.parametrize("text", ["Rien à dire.", "", "é" * 80_001, "a\x00b"])
def test_any_text_is_shown_again(cast, text):
    client = log_in(cast.samira)
    path = reverse("writing-create", args=[cast.amina.pk])
    page = client.post("/ecrire/relire/", {"text": text, "path": path})
    assert page.status_code == 200
    assert "Rien ne saute aux yeux" in page.content.decode()
    assert texts_shown(page)[0].replace("�", "\x00") == text


def test_the_first_page_keeps_the_notebook_that_was_chosen(cast):
    client = log_in(cast.samira)
    chosen = str(cast.amina.pk)
    _, page = reread(client, "/", "writing-place", text="Il ment toujours.", notebook=chosen)
    form = form_to(page, "writing-place")
    assert form.fields["notebook"] == chosen
    assert send(client, form).url.startswith(f"/cahiers/{chosen}/")


def test_a_correction_an_answer_and_a_project_go_on_where_they_were(cast):
    client = log_in(cast.samira)
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    address = reverse("writing-correct", args=[writing.pk])
    _, page = reread(client, address, "writing-correct", text="Elle est violente.")
    send(client, form_to(page, "writing-correct"))
    writing.refresh_from_db()
    assert (writing.text, writing.version) == ("Elle est violente.", 2)
    address = f"{reverse('writing-create', args=[cast.amina.pk])}?repond={writing.pk}"
    _, page = reread(client, address, "writing-create", text="Non.")
    send(client, form_to(page, "writing-create"))
    assert Writing.objects.get(text="Non.").answers == writing
    project = open_project(by=cast.samira, title="La mer", teams=[cast.foyer])
    address = reverse("project-text", args=[project.notebook_id])
    _, page = reread(client, address, "project-text", text="En mai.")
    send(client, form_to(page, "project-text"))
    project.refresh_from_db()
    assert project.text.text == "En mai."


def test_what_one_may_not_know_of_is_as_what_is_not(cast):
    theirs = make_writing(cast.maud, cast.didier, "Un mot.")
    client, bodies = log_in(cast.samira), []
    for name, pk in (
        ("writing-create", cast.didier.pk), ("writing-create", 987_654),
        ("writing-correct", theirs.pk), ("writing-correct", 987_654),
    ):  # fmt: skip
        page = client.post("/ecrire/relire/", {"text": TEXT, "path": reverse(name, args=[pk])})
        assert (page.status_code, texts_shown(page)) == (404, [TEXT])
        bodies.append(re.sub(rb'value="[^"]{20,}"', b"", page.content))
    assert len(set(bodies)) == 1


def test_names_one_may_not_read_are_not_told_by_a_look(cast):
    """Didier is maud's: samira's text with his name is no business of the machine's."""
    path = reverse("writing-create", args=[cast.amina.pk])
    for who, found in ((cast.samira, False), (cast.helene, True)):
        page = log_in(who).post("/ecrire/relire/", {"text": "Vu Didier au marché.", "path": path})
        assert ("Didier</q>" in page.content.decode()) == found


def test_the_person_s_own_words_are_not_looked_at(cast):
    path = reverse("writing-create", args=[cast.amina.pk])
    page = log_in(cast.samira).post(
        "/ecrire/relire/", {"text": "Elle est violente.", "path": path, "voice": "person"}
    )
    assert "Rien ne saute aux yeux" in page.content.decode()


def test_a_session_that_ended_while_rereading_keeps_the_text(cast, client):
    browser = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    form = fill(browser, address, "writing-create", text=TEXT)
    browser.session.flush()
    form.action = "/ecrire/relire/"
    assert send(browser, form).status_code == 403
    draft = Draft.objects.get()
    assert (draft.author, draft.path) == (cast.samira, address)


# The charter.


def _edition(number=1, **more):
    text, _ = HouseText.objects.get_or_create(sort="writing", title="Charte")
    now = timezone.now()
    given = {"text": "Chez nous, *on raconte*.", "in_force_on": now.date()} | more
    return Edition.objects.create(house_text=text, number=number, at=now, **given)


def test_the_charter_is_ours_until_the_house_has_its_own(cast):
    client = log_in(cast.noor)
    assert "par-dessus l’épaule" in client.get("/ecrire/pour-etre-lu/").content.decode()
    _edition(by=cast.samira)
    later = timezone.localdate() + timedelta(days=3)
    _edition(2, by=cast.samira, text="Plus tard.", in_force_on=later)
    page = client.get("/ecrire/pour-etre-lu/").content.decode()
    assert "<em>on raconte</em>" in page
    assert "épaule" not in page
    assert "Plus tard" not in page
    part = client.get("/ecrire/pour-etre-lu/", headers={"X-Suite": "1"}).content.decode()
    assert "<em>on raconte</em>" in part
    assert "<html" not in part
    HouseText.objects.update(is_retired=True)
    assert "épaule" in client.get("/ecrire/pour-etre-lu/").content.decode()


def test_the_box_asks_no_question_for_its_charter(cast, django_assert_num_queries):
    client = log_in(cast.samira)
    address = reverse("writing-create", args=[cast.amina.pk])
    client.get(address)
    for make in (lambda: None, lambda: _edition(by=cast.samira)):
        make()
        with django_assert_num_queries(7):
            page = client.get(address).content.decode()
    assert "on raconte" not in page
    assert 'href="/ecrire/pour-etre-lu/"' in page
