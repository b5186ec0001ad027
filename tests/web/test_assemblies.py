"""The pages of assemblies: gathered, moved, cut, signed; what is typed is never lost."""

import uuid

import pytest
from django.urls import reverse

from dossier.journal.models import Entry
from dossier.notebooks import actions, timeline
from dossier.notebooks.models import Draft, Piece, Writing
from tests.conftest import log_in, make_attachment, make_writing
from tests.web.reading import form_to, forms_of, send

TEXT = "Le mur suinte.\n\nPersonne n’est venu."


@pytest.fixture
def wall(cast):
    """Return a writing of Amina's notebook, with a photo; maud reads only the first floor."""
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    writing = make_writing(cast.karim, cast.amina, TEXT)
    make_attachment(cast.karim, writing, description="Le mur.")
    return writing


@pytest.fixture
def client(cast):
    """Return samira's browser."""
    return log_in(cast.samira)


def begun(client, *writings):
    """Return the form of an assembly begun with some writings."""
    response = client.get(reverse("writing-take-up", args=[writings[0].pk]))
    for writing in writings[1:]:
        form = form_to(response, "assembly-create")
        form.fields |= {"geste": "ajouter"}
        chosen = client.get(send(client, form).url)
        choice = form_to(chosen, "assembly-choose")
        choice.fields["piece"] = str(writing.pk)
        response = client.get(send(client, choice).url)
    return form_to(response, "assembly-create")


def sources(form) -> list[str]:
    """Return the sources of a form, in order."""
    told = form.fields["source"]
    return [one for one in (told if isinstance(told, list) else [told]) if one]


def words_of(client, writing) -> str:
    """Return the page of a writing."""
    return client.get(reverse("writing-detail", args=[writing.pk])).content.decode()


def test_gathered_moved_and_signed_without_a_script(cast, client, wall):
    cave = make_writing(cast.samira, cast.etage, "La cave aussi.")
    form = begun(client, wall, cave)
    assert sources(form) == [str(wall.pk), str(cave.pk)]
    form.fields |= {"title": "Le mur", "text": "En deux ans.", "after": ["D’abord.", "Puis."]}
    form.fields["geste"] = "monter-1"
    form = form_to(client.get(send(client, form).url.split("#")[0]), "assembly-create")
    assert sources(form) == [str(cave.pk), str(wall.pk)]
    assert form.fields["after"] == ["Puis.", "D’abord."]
    form.fields["notebook"] = str(cast.etage.pk)
    response = send(client, form)
    made = Writing.objects.get(text__startswith="# Le mur")
    assert response.url == reverse("writing-detail", args=[made.pk])
    assert made.text == "# Le mur\n\nEn deux ans."
    assert [(one.source_id, one.words) for one in made.pieces.all()] == [
        (cave.pk, "Puis."),
        (wall.pk, "D’abord."),
    ]
    assert Draft.objects.count() == 0


def test_sent_twice_it_is_signed_once(cast, client, wall):
    form = begun(client, wall)
    form.fields["notebook"] = str(cast.etage.pk)
    assert send(client, form).url == send(client, form).url
    assert Piece.objects.count() == 1


def test_sent_again_with_other_words_it_becomes_its_correction(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"notebook": str(cast.etage.pk), "title": "Un"}
    send(client, form)
    form.fields |= {"title": "Deux", "after": "Et puis."}
    response = send(client, form)
    made = Piece.objects.get().writing
    path = reverse("assembly-edit", args=[made.pk])
    assert response.url == f"{path}?brouillon={form.fields['key']}"
    again = form_to(client.get(response.url), "assembly-edit")
    assert (again.fields["title"], again.fields["after"]) == ("Deux", "Et puis.")
    send(client, again)
    made.refresh_from_db()
    assert (made.text, made.version) == ("# Deux", 2)


@pytest.mark.parametrize("gesture", ["retirer-0", "monter-0", "descendre-0", "garder", "monter-7"])
def test_each_gesture_keeps_what_is_typed(client, wall, gesture):
    form = begun(client, wall)
    form.fields |= {"title": "À ne pas perdre", "geste": gesture}
    again = form_to(client.get(send(client, form).url.split("#")[0]), "assembly-create")
    assert again.fields["title"] == "À ne pas perdre"
    assert sources(again) == ([] if gesture == "retirer-0" else [str(wall.pk)])


def test_a_correction_made_since_is_offered_and_taken_in_one_gesture(cast, client, wall):
    form = begun(client, wall)
    content = actions.Content(text="Le mur est sec.")
    actions.correct(by=cast.karim, writing=wall, version=1, content=content)
    form.fields |= {"geste": "garder"}
    page = client.get(send(client, form).url.split("#")[0])
    shown = page.content.decode()
    assert "Corrigé depuis" in shown
    assert "Le mur suinte." in shown
    form = form_to(page, "assembly-create")
    form.fields["geste"] = "actuel-0"
    form = form_to(client.get(send(client, form).url.split("#")[0]), "assembly-create")
    assert (form.fields["passage"], form.fields["at"]) == ("Le mur est sec.", "2")


def test_what_will_follow_a_passage_is_shown_before_it_is_signed(cast, client, wall):
    make_writing(cast.samira, cast.amina, "Je ne suis pas d’accord.", answers=wall, voice="person")
    shown = client.get(reverse("writing-take-up", args=[wall.pk])).content.decode()
    assert "Je ne suis pas d’accord." in shown
    form = begun(client, wall)
    form.fields["notebook"] = str(cast.etage.pk)
    send(client, form)
    made = Piece.objects.first().writing
    assert "Je ne suis pas d’accord." in words_of(log_in(cast.maud), made)


def test_a_colleague_s_answer_is_left_out_and_stays_out(cast, client, wall):
    coffee = make_writing(cast.samira, cast.amina, "J’amène le café.", answers=wall)
    hers = make_writing(cast.samira, cast.amina, "Non.", answers=wall, voice="person")
    form = begun(client, wall)
    form.fields |= {"notebook": str(cast.etage.pk), "unsaid": [str(coffee.pk), str(hers.pk)]}
    send(client, form)
    made = Piece.objects.first().writing
    shown = words_of(log_in(cast.maud), made)
    assert ("café" in shown, "Non." in shown, "n’y est pas reprise" in shown) == (False, True, True)
    again = form_to(client.get(reverse("assembly-edit", args=[made.pk])), "assembly-edit")
    assert again.fields["unsaid"] == str(coffee.pk)
    send(client, again)
    made.refresh_from_db()
    assert made.version == 1


def test_a_passage_is_cut_and_other_words_are_refused_and_kept(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"notebook": str(cast.etage.pk), "passage": "Le mur rit.", "after": "Mes mots."}
    response = send(client, form)
    assert response.status_code == 422
    assert "mot pour mot" in response.content.decode()
    again = form_to(response, "assembly-create")
    assert (again.fields["passage"], again.fields["after"]) == ("Le mur rit.", "Mes mots.")
    again.fields["passage"] = "Le mur suinte.\n\n[…]"
    assert send(client, again).status_code == 302
    assert Piece.objects.get().passage == "Le mur suinte.\n\n[…]"


def test_what_one_leaves_and_does_not_tell(cast, client, wall):
    form = begun(client, wall)
    photo = str(wall.attachments.get().pk)
    form.fields |= {"notebook": str(cast.etage.pk), "left": photo, "tells": "tue"}
    form.fields["geste"] = "garder"
    form = form_to(client.get(send(client, form).url.split("#")[0]), "assembly-create")
    send(client, form)
    piece = Piece.objects.get()
    assert (piece.tells_source, piece.attachments.count()) == (False, 0)
    shown = words_of(log_in(cast.maud), piece.writing)
    assert "Amina" not in shown
    assert "Karim" not in shown


def test_one_reads_what_one_gathers_or_it_does_not_exist(cast, client):
    secret = make_writing(cast.maud, cast.didier, "Le secret de Didier.")
    assert client.get(reverse("writing-take-up", args=[secret.pk])).status_code == 404
    key = uuid.uuid4()
    choose = reverse("assembly-choose", args=[key])
    client.post(choose, {"piece": [secret.pk]})
    assert "secret" not in client.get(choose).content.decode()
    posted = {"title": "Ma page", "source": [secret.pk, ""], "at": "1", "notebook": cast.etage.pk}
    response = client.post(reverse("assembly-create"), posted | {"key": key})
    assert response.status_code == 422
    shown = response.content.decode()
    assert "vous ne lisez plus le cahier" in shown
    for leak in ("secret", "Didier", "Maud"):
        assert leak not in shown
    assert (Piece.objects.count(), Draft.objects.get().fields["title"]) == (0, "Ma page")


def test_a_piece_chosen_and_read_no_more_says_so_and_the_rest_stays(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"title": "Le mur", "notebook": str(cast.etage.pk)}
    cast.amina.team_grants.filter(group=cast.foyer).delete()
    cast.amina.worker_grants.filter(user=cast.samira).delete()
    response = send(client, form)
    assert response.status_code == 422
    assert "vous ne lisez plus le cahier" in response.content.decode()
    form = form_to(response, "assembly-create")
    form.fields["geste"] = "retirer-0"
    form = form_to(client.get(send(client, form).url.split("#")[0]), "assembly-create")
    assert send(client, form).status_code == 302
    assert Writing.objects.get(notebook=cast.etage).text == "# Le mur"


def test_only_notebooks_one_writes_in_are_offered(cast, wall):
    bruno = log_in(cast.bruno)
    response = bruno.get(reverse("writing-take-up", args=[wall.pk]))
    shown = response.content.decode()
    assert f'<option value="{cast.etage.pk}">' in shown
    assert f'<option value="{cast.amina.pk}">' not in shown
    assert "Vous lisez ce cahier sans y écrire" in shown
    form = form_to(response, "assembly-create")
    form.fields["notebook"] = str(cast.amina.pk)
    assert send(bruno, form).status_code == 422


def test_another_worker_s_assembly_in_progress_is_theirs_alone(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"title": "Mon affaire", "geste": "garder"}
    address = send(client, form).url.split("#")[0]
    karim = log_in(cast.karim)
    assert "Mon affaire" not in karim.get(address).content.decode()
    choose = reverse("assembly-choose", args=[form.fields["key"]])
    karim.post(choose, {"piece": [wall.pk]})
    assert Draft.objects.get(author=cast.samira).fields["title"] == "Mon affaire"
    assert "Mon affaire" not in karim.get(reverse("assembly-list")).content.decode()


def test_begun_already_one_more_piece_goes_there(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"title": "Le mur", "geste": "garder"}
    send(client, form)
    cave = make_writing(cast.samira, cast.etage, "La cave aussi.")
    page = client.get(reverse("writing-take-up", args=[cave.pk]))
    (add,) = [one for one in forms_of(page) if one.name == "assembly-choose"]
    again = form_to(client.get(send(client, add).url.split("#")[0]), "assembly-create")
    assert sources(again) == [str(wall.pk), str(cave.pk)]
    assert again.fields["title"] == "Le mur"


def test_what_is_shown_to_be_taken_up_leaves_its_line(cast, client, wall):
    client.get(reverse("writing-take-up", args=[wall.pk]))
    assert Entry.objects.filter(act=Entry.Act.OPENED, notebook=cast.amina).count() == 1


def test_only_its_author_makes_it_again_and_two_windows_lose_nothing(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"notebook": str(cast.etage.pk), "title": "Un"}
    send(client, form)
    made = Piece.objects.get().writing
    address = reverse("assembly-edit", args=[made.pk])
    assert log_in(cast.karim).get(address).status_code == 404
    first, second = (form_to(client.get(address), "assembly-edit") for _ in range(2))
    first.fields["title"], second.fields["title"] = "Deux", "Trois"
    assert send(client, first).status_code == 302
    response = send(client, second)
    assert response.status_code == 422
    again = form_to(response, "assembly-edit")
    assert again.fields["title"] == "Trois"
    assert send(client, again).status_code == 302
    made.refresh_from_db()
    assert (made.text, made.version) == ("# Trois", 3)


def test_all_pieces_taken_off_stay_off_when_the_draft_is_taken_up_again(cast, client, wall):
    form = begun(client, wall)
    form.fields |= {"notebook": str(cast.etage.pk), "title": "Un"}
    send(client, form)
    address = reverse("assembly-edit", args=[Piece.objects.get().writing_id])
    form = form_to(client.get(address), "assembly-edit")
    form.fields["geste"] = "retirer-0"
    again = form_to(client.get(send(client, form).url.split("#")[0]), "assembly-edit")
    assert sources(again) == []


@pytest.mark.parametrize(
    "forged",
    [
        {"source": ["", "x", "-1", "9" * 30], "at": ["1", "2"]},
        {"source": ["1"], "at": ["65000"], "passage": ["a", "b"], "tells": "autre"},
        {"source": "", "geste": "monter-9999"},
        {"source": "", "geste": "monter-99999"},
        {"version": "x", "left": ["x", ""]},
    ],
)
def test_forged_fields_break_nothing(cast, client, wall, forged):
    sent = {"title": "Un mot", "notebook": cast.etage.pk} | forged
    response = client.post(reverse("assembly-create"), sent)
    assert response.status_code in {302, 422}
    held = [*Draft.objects.all(), *Writing.objects.filter(text="# Un mot")]
    assert any("Un mot" in one.text for one in held)


def test_long_assemblies_are_told_briefly_among_others(cast, client, wall):
    form = begun(client, *[wall] * 5)
    form.fields |= {"notebook": str(cast.etage.pk), "title": "Long"}
    send(client, form)
    made = Piece.objects.first().writing
    notebook = client.get(reverse("notebook-detail", args=[cast.etage.pk])).content.decode()
    assert (notebook.count("Le mur suinte."), "Lire tout" in notebook) == (3, True)
    assert words_of(client, made).count("Le mur suinte.") == 5
    assert len(timeline.read_one(made.pk, by=cast.samira).pieces) == 5


@pytest.mark.parametrize("name", ["writing-detail", "assembly-edit", "writing-versions"])
def test_a_page_costs_the_same_with_one_piece_and_with_thirty(
    cast, client, wall, name, django_assert_max_num_queries
):
    counts = []
    for number in (1, 30):
        takes = [actions.pieces.Taken(wall, words=str(at)) for at in range(number)]
        made, _ = actions.write(
            by=cast.samira, notebook=cast.etage, content=actions.Content(text=""), takes=takes
        )
        address = reverse(name, args=[made.pk])
        client.get(address)
        with django_assert_max_num_queries(40) as asked:
            assert client.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
