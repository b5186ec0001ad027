"""Outlines: a start that imposes nothing, and that goes from house to house as text."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from dossier.notebooks.actions import NotAllowed
from dossier.notebooks.models import Draft, Outline, Writing
from dossier.notebooks.outlines import keep_outline, read_in, retire_outline, written_out
from dossier.notebooks.rules import without_untouched
from tests.conftest import log_in
from tests.web.reading import fill, form_to, send, texts_shown

HEAD = "# Projet\n\n"
SAID = HEAD + "## Ce qu’elle dit\n"
PROJECT = "# Projet\n\n## Ce qu’elle dit\n\nAvec ses mots.\n\n## Ce qu’on essaie\n\n## Plus tard"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (PROJECT, ""),
        ("", ""),
        ("Un mot avant.\n" + PROJECT, "Un mot avant."),
        (PROJECT + "\nLa mer.", "# Projet\n\n## Plus tard\nLa mer."),
        (PROJECT.replace("Avec ses", "Quatre"), SAID + "\nQuatre mots."),
        (PROJECT + "\n\n### La mer", HEAD + "## Plus tard\n\n### La mer"),
        (PROJECT.replace("\n\nAvec", "\nElle chante.\n\nAvec"), SAID + "Elle chante."),
        (PROJECT.replace("ses mots.", "ses mots.\n\nLà."), SAID + "\nLà."),
        (PROJECT + "\nAvec ses mots.", "# Projet\n\n## Plus tard\nAvec ses mots."),
        (PROJECT.replace("mots.", "mots.\nAvec ses mots."), SAID + "Avec ses mots."),
        ("# Un autre titre", "# Un autre titre"),
        ("Avec ses mots. Et d’autres.", "Avec ses mots. Et d’autres."),
    ],
)  # fmt: skip
def test_titles_left_empty_go_and_nothing_else(text, left):
    assert without_untouched(text, PROJECT) == left


@given(st.text(st.sampled_from("# aé\n"), max_size=60), st.text(st.sampled_from("# a\n")))
def test_no_line_of_one_s_own_is_ever_dropped(text, outline):
    known = {line.strip() for line in outline.split("\n")}
    typed = [line for line in text.split("\n") if line.strip() not in known | {""}]
    left = without_untouched(text, outline).split("\n")
    assert [line for line in left if line.strip() not in known | {""}] == typed


HELPED = [f"## Titre {number}\n\nAide {number}.\n" for number in range(3)]
TYPED = st.lists(st.sampled_from(["Elle chante.", "Aide 0.", "Aide 1.", "Aide 2."]), max_size=3)


@given(st.tuples(TYPED, TYPED, TYPED))
def test_the_help_goes_where_it_stood_and_nowhere_else(typed):
    pairs = zip(HELPED, typed, strict=True)
    text = "\n".join("\n".join([given, *lines]) for given, lines in pairs)
    left = without_untouched(text, "".join(HELPED))
    expected = [[f"## Titre {number}", *lines] for number, lines in enumerate(typed) if lines]
    assert [line for line in left.split("\n") if line] == [one for some in expected for one in some]


def test_a_line_that_names_what_follows_stays_with_it():
    given = "# Réunion\n\nQui était là, en deux mots.\n\nPrésents :\n\nÀ faire :"
    text = given.replace("Présents :", "Présents :\nRosa")
    assert without_untouched(text, given) == "# Réunion\n\nPrésents :\nRosa\n\nÀ faire :"
    assert without_untouched(given, given) == ""


@pytest.mark.parametrize("unit", ["a\n", "# a\n", "# a\n## b\n", "\n"])
def test_a_long_text_is_compared_quickly(unit):
    text = (unit * 40_000)[:80_000]
    start = time.perf_counter()
    without_untouched(text, text)
    assert time.perf_counter() - start < 2


@given(st.text(max_size=200))
def test_without_an_outline_a_text_stays_as_it_is(text):
    assert without_untouched(text, "") in {text, text.strip("\n")}


@pytest.fixture
def outline(cast):
    """Return an outline of the foyer."""
    return keep_outline(by=cast.samira, team=cast.foyer, title="Projet", text=PROJECT)


def test_a_writing_starts_from_an_outline(cast, outline):
    client = log_in(cast.samira)
    place = reverse("writing-create", args=[cast.amina.pk])
    assert f"?trame={outline.pk}" in client.get(place).content.decode()
    form = form_to(client.get(f"{place}?trame={outline.pk}"), "writing-create")
    assert form.fields["text"] == PROJECT
    form.fields["text"] = PROJECT + "\n\nLa mer."
    assert send(client, form).status_code == 302
    assert Writing.objects.get().text == "# Projet\n\n## Plus tard\n\nLa mer."
    form.action = "/brouillons/garder/"  # late
    send(client, form, **{"X-Suite": "1"})
    assert Draft.objects.count() == 0


def test_an_outline_sent_untouched_is_a_blank_page(cast, outline):
    client = log_in(cast.samira)
    place = reverse("writing-create", args=[cast.amina.pk])
    response = send(client, form_to(client.get(f"{place}?trame={outline.pk}"), "writing-create"))
    assert (response.status_code, texts_shown(response)) == (422, [PROJECT])
    again = form_to(response, "writing-create")
    again.fields["text"] = PROJECT + "\nLa mer."
    send(client, again)
    assert Writing.objects.get().text == "# Projet\n\n## Plus tard\nLa mer."


def test_the_outline_of_another_team_is_not_there(cast, outline):
    client = log_in(cast.maud)
    place = reverse("writing-create", args=[cast.didier.pk])
    page = client.get(f"{place}?trame={outline.pk}")
    assert form_to(page, "writing-create").fields["text"] == ""
    assert "Projet" not in page.content.decode()
    assert "Projet" not in client.get("/trames/").content.decode()
    for act in (
        lambda: keep_outline(by=cast.maud, team=cast.foyer, title="A", text="A"),
        lambda: keep_outline(by=cast.maud, team=cast.savs, title="A", text="A", outline=outline),
        lambda: retire_outline(by=cast.maud, outline=outline, is_retired=True),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_outline_goes_out_and_comes_in_the_same(cast, outline):
    text = log_in(cast.samira).get(reverse("outline-text", args=[outline.pk]))
    assert text.headers["Content-Disposition"] == 'attachment; filename="projet.txt"'
    client = log_in(cast.maud)
    form = fill(client, "/trames/nouvelle/", "outline-create")
    brought = SimpleUploadedFile("projet.txt", text.content)
    response = client.post("/trames/nouvelle/", form.fields | {"file": brought})
    assert response.status_code == 302
    theirs = Outline.objects.get(team=cast.savs)
    assert (theirs.title, theirs.text) == (outline.title, outline.text)


@pytest.mark.parametrize("title", ["Projet", "Autre"])
def test_written_out_is_read_back(title):
    outline = Outline(title=title, text=PROJECT)
    assert read_in(written_out(outline))[0] == title
    assert read_in(written_out(outline))[1].endswith(PROJECT)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe\x00", "n’est pas un texte simple"), (b"", "vide"), (b"a" * 200_001, "trop gros")],
    ids=["binary", "empty", "heavy"],
)
def test_a_file_that_is_no_outline_is_said_and_the_rest_stays(cast, content, said):
    client = log_in(cast.samira)
    form = fill(client, "/trames/nouvelle/", "outline-create", title="Projet", text="# Un mot")
    response = client.post(
        "/trames/nouvelle/", form.fields | {"file": SimpleUploadedFile("a.txt", content)}
    )
    assert response.status_code == 422
    assert said in response.content.decode()
    assert form_to(response, "outline-create").fields["text"] == "# Un mot"
    assert Outline.objects.count() == 0


def test_who_is_in_no_team_is_told(cast):
    client = log_in(cast.noor)
    form = fill(client, "/trames/nouvelle/", "outline-create", title="Projet")
    response = send(client, form)
    assert response.status_code == 422
    assert "vous n’êtes encore dans aucune" in response.content.decode()


def test_an_outline_retired_is_offered_no_more_and_comes_back(cast, outline):
    client, address = log_in(cast.karim), reverse("outline-edit", args=[outline.pk])
    place = reverse("writing-create", args=[cast.amina.pk])
    for geste, offered in (("retirer", False), ("reprendre", True)):
        client.post(address, {"geste": geste})
        assert (f"?trame={outline.pk}" in client.get(place).content.decode()) == offered
    assert outline.history.count() == 3


def test_an_outline_changed_meanwhile_is_not_replaced(cast, outline):
    address = reverse("outline-edit", args=[outline.pk])
    hers, his = log_in(cast.samira), log_in(cast.karim)
    forms = [
        fill(client, address, "outline-edit", text=f"# De {name}")
        for client, name in ((hers, "elle"), (his, "lui"))
    ]
    assert send(hers, forms[0]).status_code == 302
    refused = send(his, forms[1])
    assert refused.status_code == 422
    assert "# De elle" in refused.content.decode()
