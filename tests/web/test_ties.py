"""Tying over HTTP: later, by its page, and while writing, in the same transaction."""

import uuid

import pytest
from django.urls import reverse

from dossier.notebooks import actions, ties
from dossier.notebooks.models import READ, Draft, Mention, Writing
from dossier.projects.actions import open_project
from tests.conftest import log_in, make_notebook, make_writing
from tests.web.reading import fill, form_to, send, texts_shown


@pytest.fixture
def sea(cast):
    """Return the notebook of a project of the foyer."""
    return open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer]).notebook


@pytest.fixture
def writing(cast):
    """Return a writing of Amina."""
    return make_writing(cast.samira, cast.amina, "Elle parle de la mer.")


def test_a_writing_is_tied_then_untied_by_its_page(cast, sea, writing):
    client, address = log_in(cast.karim), reverse("writing-tie", args=[writing.pk])
    form = form_to(client.get(address), "writing-tie")
    form.fields["notebook"] = str(sea.pk)
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    assert (Mention.objects.get().notebook, Mention.objects.get().by) == (sea, cast.karim)
    page = client.get(address)
    assert "Vers la mer" in page.content.decode()
    undo = form_to(page, "writing-untie")
    assert [client.post(undo.action, undo.fields).status_code for _ in range(2)] == [302, 302]
    assert Mention.objects.count() == 0


def test_an_article_says_what_it_is_tied_to_to_who_may_follow(cast, sea, writing):
    ties.tie(by=cast.samira, writing=writing, notebook=sea)

    def told(who, notebook):
        address = reverse("notebook-detail", args=[notebook.pk])
        return "rattaché à Vers la mer" in log_in(who).get(address).content.decode()

    assert told(cast.karim, cast.amina)
    assert not told(cast.bruno, cast.amina)  # who does not read the project
    assert not told(cast.karim, sea)  # it is read there


def test_what_the_text_says_is_not_untied_by_hand(cast, sea):
    writing = make_writing(cast.samira, cast.amina, "Un mot à @Vers la mer.")
    ties.tie(by=cast.samira, writing=writing, notebook=sea)
    address = reverse("writing-untie", args=[writing.pk, sea.pk])
    page = log_in(cast.samira).post(address, follow=True).content.decode()
    assert "corrigez son texte" in page
    assert Mention.objects.get().by is None


def test_nothing_is_told_of_what_it_is_tied_to_elsewhere(cast, writing):
    secret = make_notebook(cast.samira, "Le procès", cast.foyer)
    ties.tie(by=cast.samira, writing=writing, notebook=secret)
    client = log_in(cast.bruno)  # reads Amina, not the other
    address = reverse("writing-tie", args=[writing.pk])
    assert "procès" not in client.get(address).content.decode()
    other = {"notebook": str(secret.pk)}, {"notebook": "987654321"}
    told = [client.post(address, typed) for typed in other]
    assert [one.status_code for one in told] == [422, 422]
    assert len({len(one.content) for one in told}) == 1
    pages = [
        client.post(reverse("writing-untie", args=[writing.pk, pk]))
        for pk in (secret.pk, 987654321)
    ]
    assert [one.status_code for one in pages] == [404, 404]
    assert Mention.objects.count() == 1


def test_a_reader_who_writes_nowhere_is_offered_nothing(cast, writing):
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ)
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.noor, level=READ)
    page = log_in(cast.noor).get(reverse("writing-tie", args=[writing.pk])).content.decode()
    assert "<select" not in page


# While writing.


@pytest.mark.parametrize("place", ["large page", "first page"])
def test_one_ties_while_writing(cast, sea, place):
    client = log_in(cast.samira)
    if place == "large page":
        address = reverse("writing-create", args=[cast.amina.pk])
        form = fill(client, address, "writing-create", text="La mer.", also=str(sea.pk))
    else:
        form = fill(client, "/", "writing-place", text="La mer.", also=str(sea.pk))
        form.fields["notebook"] = str(cast.amina.pk)
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    (mention,) = Mention.objects.all()
    assert (mention.notebook, mention.by, mention.writing.notebook) == (
        sea,
        cast.samira,
        cast.amina,
    )


def test_the_choice_is_kept_by_drafts_and_refused_forms(cast, sea):
    client, address = log_in(cast.samira), reverse("writing-create", args=[cast.amina.pk])
    typed = {"text": "La mer.", "also": str(sea.pk), "occurred_on": "un jour"}
    form = fill(client, address, "writing-create", **typed)
    again = form_to(send(client, form), "writing-create")
    assert again.fields["also"] == str(sea.pk)
    for page in (address, reverse("notebook-detail", args=[cast.amina.pk])):
        taken_up = form_to(client.get(page), "writing-create")
        assert taken_up.fields["also"] == str(sea.pk)
    assert Mention.objects.count() == 0


def test_a_draft_placed_later_keeps_what_it_is_tied_to(cast, sea):
    client = log_in(cast.samira)
    form = fill(client, "/", "writing-place", text="La mer.", also=str(sea.pk))
    place = form_to(client.get(send(client, form).url), "writing-place")
    place.fields["notebook"] = str(cast.amina.pk)
    assert send(client, place).status_code == 302
    assert Mention.objects.get().notebook == sea


def test_a_choice_alone_is_no_draft(cast, sea):
    typed = {"text": "", "also": str(sea.pk), "path": "/ecrire/", "key": str(uuid.uuid4())}
    log_in(cast.samira).post(reverse("draft-keep"), typed)
    assert Draft.objects.count() == 0


def test_what_one_may_not_read_is_as_what_does_not_exist(cast):
    client, address = log_in(cast.samira), reverse("writing-create", args=[cast.amina.pk])
    told = [
        client.post(address, {"text": "La mer.", "also": pk})
        for pk in (str(cast.didier.pk), "987654321", "x")
    ]
    assert {one.status_code for one in told} == {422}
    assert all(texts_shown(one) == ["La mer."] for one in told)
    assert "Didier" not in told[0].content.decode()
    assert Writing.objects.count() == 0


def test_a_tie_that_fails_signs_nothing(cast, sea, monkeypatch):
    monkeypatch.setattr(ties, "tie", lambda **_: 1 / 0)
    client = log_in(cast.samira)
    client.raise_request_exception = False
    typed = {"text": "La mer.", "also": str(sea.pk)}
    address = reverse("writing-create", args=[cast.amina.pk])
    answer = client.post(address, typed)
    assert (answer.status_code, Writing.objects.count()) == (500, 0)


def test_tied_to_where_it_is_written_is_not_tied(cast, sea):
    client = log_in(cast.samira)
    typed = {"text": "La mer.", "also": str(sea.pk)}
    assert client.post(reverse("writing-create", args=[sea.pk]), typed).status_code == 302
    assert Mention.objects.count() == 0


@pytest.mark.parametrize("count", [1, 200])
def test_offering_two_hundred_costs_one_query_on_the_large_page_alone(
    cast, count, django_assert_max_num_queries
):
    for number in range(count):
        make_notebook(cast.samira, f"Zoé {number}")
    client, notebook = log_in(cast.samira), reverse("notebook-detail", args=[cast.amina.pk])
    for address, queries in ((reverse("writing-create", args=[cast.amina.pk]), 7), ("/", 13)):
        client.get(address)
        with django_assert_max_num_queries(queries):
            page = client.get(address).content.decode()
        assert page.count('name="also"') == 1
    assert 'name="also"' not in client.get(notebook).content.decode()
