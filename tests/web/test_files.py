"""Files over HTTP: joined without JavaScript, never lost, handed over and never executed."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dossier.files.models import Blob
from dossier.notebooks import attachments, bricabrac
from dossier.notebooks.models import Attachment, Draft, Notebook, Writing
from dossier.web import rescue
from tests.conftest import log_in, make_attachment, make_worker, make_writing
from tests.web.house import furnish
from tests.web.reading import form_to


def paper(name: str = "liste.txt", words: str = "Du pain, du lait.") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, words.encode())


def write_at(notebook) -> str:
    return reverse("writing-create", args=[notebook.pk])


def names(worker) -> list[str]:
    """Return the names of what is joined to writings that `worker` reads."""
    found = Attachment.objects.visible_to(worker).exclude(writing=None).order_by("pk")
    return [one.name for one in found]


@pytest.mark.parametrize("text", ["Voilà la liste.", ""])
def test_files_come_with_the_text_or_alone(cast, text):
    client = log_in(cast.samira)
    files = [paper(), paper("menu.txt", "Hachis.")]
    response = client.post(write_at(cast.amina), {"text": text, "files": files})
    assert response.status_code == 302
    assert names(cast.karim) == ["liste.txt", "menu.txt"]
    assert Writing.objects.get().text == text
    page = client.get(response.url).content.decode()
    assert "liste.txt" in page


def test_what_is_joined_on_the_first_page_waits_for_its_notebook(cast):
    client = log_in(cast.samira)
    response = client.post(reverse("writing-place"), {"text": "", "files": [paper()]})
    page = client.get(response.url)
    form = form_to(page, "writing-place")
    client.post(form.action, form.fields | {"notebook": cast.amina.pk})
    assert names(cast.karim) == ["liste.txt"]
    assert Draft.objects.count() == 0


def test_the_first_page_keeps_in_a_heap_too(cast):
    client = log_in(cast.samira)
    heap = f"tas-{cast.foyer.pk}"
    client.post(reverse("writing-place"), {"text": "", "files": [paper()], "notebook": heap})
    notebook = Notebook.objects.get(team=cast.foyer)
    assert Writing.objects.get().notebook == notebook


def test_a_refused_form_keeps_its_files(cast):
    client = log_in(cast.samira)
    sent = {"text": "x" * 80_001, "files": [paper()]}
    response = client.post(write_at(cast.amina), sent)
    assert response.status_code == 422
    assert "liste.txt" in response.content.decode()
    form = form_to(response, "writing-create")
    client.post(form.action, form.fields | {"text": "Plus court."})
    assert names(cast.samira) == ["liste.txt"]


def test_an_empty_file_is_said_and_the_text_stays(cast):
    client = log_in(cast.samira)
    files = [paper("vide.txt", ""), paper()]
    response = client.post(write_at(cast.amina), {"text": "Deux pièces.", "files": files})
    page = response.content.decode()
    assert response.status_code == 422
    assert ("« vide.txt » est vide" in page, "Deux pièces." in page) == (True, True)
    form = form_to(response, "writing-create")
    client.post(form.action, form.fields)
    assert (names(cast.samira), Writing.objects.get().text) == (["liste.txt"], "Deux pièces.")


def test_a_file_too_heavy_is_said_and_the_rest_stays(cast, settings):
    settings.MAX_FILE_MB = 1
    client = log_in(cast.samira)
    files = [paper("lourd.txt", "x" * 1_200_000), paper()]
    response = client.post(write_at(cast.amina), {"text": "Deux pièces.", "files": files})
    page = response.content.decode()
    assert response.status_code == 422
    assert "« lourd.txt » pèse plus de 1 Mo" in page
    form = form_to(response, "writing-create")
    client.post(form.action, form.fields)
    assert (names(cast.samira), Writing.objects.get().text) == (["liste.txt"], "Deux pièces.")


def test_an_announced_mountain_is_refused_before_it_is_read(cast, settings):
    settings.MAX_FILE_MB = 1
    response = log_in(cast.samira).post(write_at(cast.amina), {"text": "x" * 11_000_000})
    assert response.status_code == 413
    assert "Revenez en arrière" in response.content.decode()


def test_too_many_files_are_said(cast, monkeypatch):
    monkeypatch.setattr(attachments, "MAX_JOINED", 1)
    client = log_in(cast.samira)
    files = [paper(), paper("deux.txt", "Deux.")]
    response = client.post(write_at(cast.amina), {"text": "Un mot.", "files": files})
    assert response.status_code == 422
    assert "« deux.txt » n’a pas pu être joint" in response.content.decode()


def test_files_sent_after_the_session_ended_wait_for_their_author(cast):
    client = log_in(cast.samira)
    key = uuid.uuid4()
    sent = {"text": "Un mot.", "plume": rescue.pen(cast.samira), "key": key, "files": [paper()]}
    client.session.flush()
    assert client.post(write_at(cast.amina), sent).status_code == 403
    draft = Draft.objects.get()
    assert (draft.author, names(cast.samira)) == (cast.samira, [])
    resumed = log_in(cast.samira).get(reverse("draft-resume", args=[draft.key]), follow=True)
    assert "liste.txt" in resumed.content.decode()
    assert Client().post(write_at(cast.amina), {"text": "x", "files": [paper()]}).status_code == 403
    assert Attachment.objects.count() == 1


def test_a_form_sent_twice_makes_one_writing_with_its_files_once(cast):
    client = log_in(cast.samira)
    for _ in range(2):
        sent = {"text": "Un mot.", "key": "6f9619ff-8b86-4d11-b42d-00c04fc964ff"}
        response = client.post(write_at(cast.amina), sent | {"files": [paper()]})
        assert response.status_code == 302
    assert (Writing.objects.count(), names(cast.samira)) == (1, ["liste.txt"])


def test_a_correction_takes_off_by_hand(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    one, two = (make_attachment(cast.samira, writing, name=name) for name in ("a.png", "b.png"))
    client = log_in(cast.samira)
    address = reverse("writing-correct", args=[writing.pk])
    form = form_to(client.get(address), "writing-correct")
    client.post(form.action, form.fields | {"off": [one.pk]})
    assert list(writing.attachments.filter(until=None)) == [two]
    assert Writing.objects.get().version == 2


def test_descriptions_typed_beside_files_are_kept(cast):
    client, key = log_in(cast.samira), uuid.uuid4()
    one = make_attachment(cast.samira, key=key)
    sent = {"text": "Un mot.", "key": key, f"description_{one.pk}": "La cour sous la neige."}
    client.post(write_at(cast.amina), sent)
    page = client.get(reverse("notebook-detail", args=[cast.amina.pk])).content.decode()
    assert 'alt="La cour sous la neige."' in page


# Joined as soon as they are chosen.


def test_a_file_joined_at_once_is_shown_and_waits_with_a_draft(cast):
    client, key = log_in(cast.samira), uuid.uuid4()
    sent = {"key": key, "path": write_at(cast.amina), "text": "Je commence", "files": [paper()]}
    response = client.post(reverse("attachment-join"), sent, headers={"X-Suite": "1"})
    assert (response.status_code, "liste.txt" in response.content.decode()) == (200, True)
    assert Draft.objects.get().path == write_at(cast.amina)
    client.post(write_at(cast.amina), {"key": key, "text": "J’ai fini."})
    assert (names(cast.karim), Draft.objects.count()) == (["liste.txt"], 0)


def test_taking_off_without_javascript_leads_back_to_the_form(cast):
    client, key = log_in(cast.samira), uuid.uuid4()
    one = make_attachment(cast.samira, key=key)
    sent = {"key": key, "path": write_at(cast.amina), "text": "Je continue."}
    response = client.post(reverse("attachment-take-off", args=[one.pk]), sent, follow=True)
    assert "Je continue." in response.content.decode()
    assert Attachment.objects.count() == 0


# Handed over.


def test_what_is_shown_is_shown_and_the_rest_is_only_downloaded(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    client, found = log_in(cast.bruno), {}
    for kind in ("image", "sound", "pdf", "text", "other"):
        one = make_attachment(cast.samira, writing, kind=kind, name=f"é{kind}.x")
        response = client.get(reverse("attachment-detail", args=[one.pk]))
        found[kind] = response.headers["Content-Disposition"].split(";")[0]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response.headers["Content-Security-Policy"]
        assert "script" not in response.headers["Content-Security-Policy"]
        assert response.headers["Cache-Control"] == "no-store"
    assert found == {
        "image": "inline",
        "sound": "inline",
        "pdf": "attachment",
        "text": "attachment",
        "other": "attachment",
    }


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("bytes=0-3", 206, b"0123"),
        ("bytes=4-", 206, b"456789"),
        ("bytes=-2", 206, b"89"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=10-", 416, b""),
        ("bytes=-", 416, b""),
        ("bytes=5-2", 416, b""),
        ("octets=0-3", 200, b"0123456789"),
        ("bytes=0-3,5-6", 200, b"0123456789"),
    ],
)
def test_a_player_asks_for_a_stretch(cast, asked, status, told):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    one = make_attachment(cast.samira, writing, kind="sound", data=b"0123456789")
    address = reverse("attachment-detail", args=[one.pk])
    response = log_in(cast.samira).get(address, headers={"Range": asked, "Accept-Encoding": "gzip"})
    assert (response.status_code, response.content) == (status, told)
    assert "Content-Encoding" not in response.headers


def test_a_file_of_a_former_version_is_still_read_by_who_reads(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    one = make_attachment(cast.samira, writing, until=2)
    address = reverse("attachment-detail", args=[one.pk])
    assert [log_in(who).get(address).status_code for who in (cast.bruno, cast.maud)] == [200, 404]


def test_a_file_follows_its_fragment_where_it_is_filed(cast):
    heap = bricabrac.bricabrac(by=cast.samira, team=cast.foyer)
    fragment = make_writing(cast.samira, heap, "Un mot.")
    address = reverse("attachment-detail", args=[make_attachment(cast.samira, fragment).pk])
    assert log_in(cast.bruno).get(address).status_code == 404
    file = reverse("fragment-file", args=[fragment.pk])
    assert log_in(cast.karim).post(file, {"notebook": cast.etage.pk}).status_code == 302
    assert log_in(cast.bruno).get(address).status_code == 200


@pytest.mark.parametrize("chosen", ["", "x", "0", "9" * 30, "didier"])
def test_a_fragment_is_filed_where_one_writes_and_nowhere_else(cast, chosen):
    heap = bricabrac.bricabrac(by=cast.samira, team=cast.foyer)
    fragment = make_writing(cast.samira, heap, "Un mot.")
    place = str(cast.didier.pk) if chosen == "didier" else chosen
    address = reverse("fragment-file", args=[fragment.pk])
    assert log_in(cast.samira).post(address, {"notebook": place}).status_code == 404
    fragment.refresh_from_db()
    assert fragment.notebook == heap


def test_the_heap_of_another_team_is_not_there(cast):
    sent = {"text": "Un mot.", "notebook": f"tas-{cast.savs.pk}"}
    for address in (reverse("fragment-keep"), reverse("writing-place")):
        assert log_in(cast.samira).post(address, sent).status_code == 404
    assert Writing.objects.count() == 0


def test_files_of_others_are_nowhere_on_the_pages_of_a_stranger(cast):
    """Every page of zelie, and nothing of what samira joined."""
    furnish(cast)
    zelie = make_worker("zelie", cast.savs)
    make_writing(zelie, cast.didier, "Un mot.")
    client, pieces = log_in(zelie), [f"/pieces/{one.pk}/" for one in Attachment.objects.all()]
    assert len(pieces) >= 4
    for address in ("/", "/cahiers/", "/bric-a-brac/", "/transmission/", "/chercher/?q=neige"):
        page = client.get(address).content.decode()
        assert [piece for piece in pieces if piece in page] == []
    assert {client.get(piece).status_code for piece in pieces} == {404}


def test_search_finds_in_files_and_says_which(cast):
    client = log_in(cast.samira)
    menu = paper("menu.txt", "Blanquette de veau.")
    client.post(write_at(cast.amina), {"text": "Le menu.", "files": [menu]})
    page = client.get("/chercher/", {"q": "blanquette"}).content.decode()
    assert "trouvé dans « menu.txt »" in page
    assert Blob.objects.get().text == "Blanquette de veau."
