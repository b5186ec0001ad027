"""Pages of assemblies against harm: nothing typed is lost, nothing withheld is told."""

import uuid

import pytest
from django.urls import reverse

from dossier.journal.models import Entry
from dossier.notebooks import actions, pieces, timeline
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Draft, Piece, Writing
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble
from tests.conftest import log_in, make_attachment, make_writing
from tests.web.reading import PageForm, form_to, send

TEXT = "Le mur suinte. On a téléphoné. Personne n’est venu."


@pytest.fixture
def wall(cast):
    """Return a writing of Amina's notebook; bruno reads there, maud reads only the first floor."""
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    return make_writing(cast.karim, cast.amina, TEXT)


@pytest.fixture
def client(cast):
    """Return samira's browser."""
    return log_in(cast.samira)


@pytest.fixture
def karim(cast):
    """Return the browser of karim, who is of the foyer and keeps nothing."""
    return log_in(cast.karim)


def begun(cast, client, writing, **typed) -> PageForm:
    """Return the form of an assembly begun with a writing, to be signed on the first floor."""
    form = form_to(client.get(reverse("writing-take-up", args=[writing.pk])), "assembly-create")
    form.fields |= {"notebook": str(cast.etage.pk)} | typed
    return form


def signed(cast, client, writing, **typed) -> Writing:
    """Sign an assembly of one writing."""
    assert send(client, begun(cast, client, writing, **typed)).status_code == 302
    return Piece.objects.latest("pk").writing


def made(cast, *takes, by=None, **more) -> Writing:
    """Assemble pieces in the first floor's notebook."""
    return assemble(by=by or cast.samira, notebook=cast.etage, takes=takes, **more)


def editing(client, writing) -> PageForm:
    """Return the form in which an assembly is made again."""
    return form_to(client.get(reverse("assembly-edit", args=[writing.pk])), "assembly-edit")


def kept(client, form) -> PageForm:
    """Keep a form without signing it; return it as its page shows it again."""
    form.fields["geste"] = "garder"
    response = client.get(send(client, form).url.split("#")[0])
    return form_to(response, form.name)


def autosaved(client, form, **typed) -> str:
    """Send a form as its page does by itself; return what the page says of it."""
    fields = form.fields | {"path": form.action} | typed
    return client.post(reverse("draft-keep"), fields, headers={"X-Suite": "1"}).json()["kept"]


def listed(value) -> list[str]:
    """Return the values of a field, in order, but the empty ones."""
    return [one for one in (value if isinstance(value, list) else [value]) if one]


def told(writing, by) -> list[timeline.Excerpt]:
    """Return the pieces of a writing as `by` reads them."""
    return timeline.read_one(writing.pk, by=by).pieces


def files_told(writing, by) -> list[str]:
    """Return the descriptions of the files that stand with the pieces, as `by` reads them."""
    return [one.description for piece in told(writing, by) for one in piece.attached]


def page(worker, name, *args) -> str:
    """Return a page as a worker reads it."""
    return log_in(worker).get(reverse(name, args=args)).content.decode()


def close_amina(cast, worker):
    """Nobody of the foyer reads in Amina's notebook any more, nor does `worker`."""
    cast.amina.team_grants.filter(group=cast.foyer).delete()
    cast.amina.worker_grants.filter(user=worker).delete()


# Signed, then the page comes back (the Back button): what is typed there is kept.


def test_sent_again_with_other_words_they_are_taken_to_its_correction(cast, client, wall):
    form = begun(cast, client, wall, title="Un", after="Avant.")
    send(client, form)
    form.fields["after"] = "Une demi-heure de travail."
    response = send(client, form)
    made_of = Piece.objects.get().writing
    assert response.url.split("?")[0] == reverse("assembly-edit", args=[made_of.pk])
    again = form_to(client.get(response.url), "assembly-edit")
    assert again.fields["after"] == "Une demi-heure de travail."
    assert Entry.objects.filter(act=Entry.Act.TAKEN_UP).count() == 1


def test_sent_again_with_one_more_piece_it_is_taken_to_its_correction(cast, client, wall):
    cave = make_writing(cast.samira, cast.etage, "La cave aussi.")
    form = begun(cast, client, wall)
    send(client, form)
    form.fields |= {
        "source": [str(wall.pk), str(cave.pk), ""],
        "at": ["1", "1"],
        "passage": [TEXT, ""],
        "after": ["", "Mes mots."],
        "tells": ["", ""],
        "kept": ["", ""],
    }
    again = form_to(client.get(send(client, form).url), "assembly-edit")
    assert listed(again.fields["source"]) == [str(wall.pk), str(cave.pk)]
    assert again.fields["after"] == ["", "Mes mots."]


def test_an_autosave_of_more_than_was_signed_is_kept(cast, client, wall):
    form = begun(cast, client, wall, title="Un", after="Avant.")
    send(client, form)
    assert autosaved(client, form, after="Avant. Et vingt minutes.").startswith("Gardé")
    assert Draft.objects.get().fields["after"] == "Avant. Et vingt minutes."


def test_an_autosave_that_comes_late_brings_back_no_draft(cast, client, wall):
    form = editing(client, made(cast, Taken(wall), text="# A"))
    late = PageForm(form.method, form.action, form.fields | {"title": "AB"})
    form.fields["title"] = "ABC"
    send(client, form)
    assert autosaved(client, late) == ""
    assert Draft.objects.count() == 0


def test_an_autosave_of_the_page_before_choosing_keeps_what_was_chosen(cast, client, wall):
    cave = make_writing(cast.samira, cast.etage, "La cave aussi.")
    form = begun(cast, client, wall)
    old = PageForm(form.method, form.action, dict(form.fields))
    form.fields["geste"] = "ajouter"
    choice = form_to(client.get(send(client, form).url), "assembly-choose")
    choice.fields["piece"] = str(cave.pk)
    send(client, choice)
    autosaved(client, old, title="Le mur")
    held = Draft.objects.get().fields
    assert (listed(held["source"]), held["title"]) == ([str(wall.pk), str(cave.pk)], "Le mur")


def test_a_form_that_comes_without_its_pieces_takes_none_off(cast, client, wall):
    cave = make_writing(cast.samira, cast.etage, "La cave aussi.")
    there = made(cast, Taken(wall, words="a"), Taken(cave, words="b"))
    typed = {"title": "T", "text": "x", "version": "1"}
    client.post(reverse("assembly-edit", args=[there.pk]), typed)
    there.refresh_from_db()
    assert there.text == "# T\n\nx"
    seen = [(one.passage, one.words) for one in told(there, cast.samira)]
    assert seen == [(TEXT, "a"), ("La cave aussi.", "b")]


# What was left aside, or came since, enters only when asked.


def test_a_file_left_aside_stays_aside(cast, client, wall):
    photo = make_attachment(cast.karim, wall, description="Les bleus.")
    there = signed(cast, client, wall, left=str(photo.pk), after="a")
    assert files_told(there, cast.maud) == []
    form = editing(client, there)
    form.fields["after"] = "Une virgule."
    send(client, form)
    there.refresh_from_db()
    assert (there.version, files_told(there, cast.maud)) == (2, [])


def test_a_file_joined_to_the_source_since_comes_only_when_asked(cast, client, wall):
    there = signed(cast, client, wall, after="a")
    make_attachment(cast.karim, wall, description="Un certificat.")
    form = editing(client, there)
    form.fields["after"] = "Une virgule."
    send(client, form)
    assert files_told(there, cast.maud) == []
    form = editing(client, there)
    del form.fields["left"]
    send(client, form)
    assert files_told(there, cast.maud) == ["Un certificat."]


def test_an_assembly_is_taken_up_with_the_passages_it_takes_up(cast, client, wall):
    there = made(cast, Taken(wall, passage="Le mur suinte.", words="Mes mots."), text="# Rapport")
    form = begun(cast, client, there)
    assert listed(form.fields["source"]) == [str(there.pk), str(wall.pk)]
    send(client, form)
    again = Piece.objects.latest("pk").writing
    seen = [one.passage for one in told(again, cast.maud)]
    assert seen == ["# Rapport\n\nMes mots.", "Le mur suinte."]


def test_who_does_not_read_a_passage_there_takes_up_the_rest(cast, wall):
    there = made(cast, Taken(wall), text="# Rapport")
    maud = log_in(cast.maud)
    form = begun(cast, maud, there, notebook=str(cast.didier.pk))
    assert listed(form.fields["source"]) == [str(there.pk)]
    send(maud, form)
    again = Piece.objects.latest("pk").writing
    assert [one.passage for one in told(again, cast.maud)] == ["# Rapport"]


# What is withheld is not to be guessed.


def test_the_author_who_reads_the_source_no_more_reads_it_in_no_page(cast, wall):
    there = made(cast, Taken(wall, words="Je garde."), by=cast.bruno)
    cast.amina.team_grants.filter(group=cast.nuit).delete()
    for name in ("writing-detail", "assembly-edit", "writing-versions"):
        shown = page(cast.bruno, name, there.pk)
        assert ("Je garde." in shown, "suinte" in shown) == (True, False), name


def test_how_many_answers_are_withheld_changes_no_page(cast, wall):
    there = made(cast, Taken(wall, words="Je garde."), by=cast.bruno)
    for number in range(3):
        make_writing(cast.karim, cast.amina, f"Réponse {number}.", answers=wall)
    bruno = log_in(cast.bruno)
    send(bruno, editing(bruno, there))
    there.refresh_from_db()
    assert (there.version, len(told(there, cast.bruno))) == (2, 4)
    assert [one.words for one in told(there, cast.maud)] == ["Je garde."]
    assert "Lire tout" not in page(cast.maud, "notebook-detail", cast.etage.pk)
    assert "ce qui est repris" not in page(cast.maud, "writing-versions", there.pk)
    assert "ce qui est repris" in page(cast.bruno, "writing-versions", there.pk)


def test_a_draft_places_no_passage_of_a_source_read_no_more(cast, client, wall):
    kept(client, begun(cast, client, wall, after="Mes mots."))
    close_amina(cast, cast.samira)
    shown = page(cast.samira, "draft-place", Draft.objects.get().key)
    assert ("Mes mots." in shown, "suinte" in shown) == (True, False)


def test_a_cut_passage_read_no_more_comes_back_as_words_left_out(cast, client, wall):
    form = kept(client, begun(cast, client, wall, passage="Le mur suinte."))
    close_amina(cast, cast.samira)
    form = kept(client, form)
    assert form.fields["passage"] == "[…]"
    actions.give(by=cast.samira, notebook=cast.amina, to=cast.samira, level="keep_notebook")
    form = kept(client, form)
    assert form.fields["passage"] == "[…]"
    assert send(client, form).status_code == 422
    assert Piece.objects.count() == 0
    form.fields["passage"] = "Le mur suinte."
    assert send(client, form).status_code == 302
    assert Piece.objects.get().passage == "Le mur suinte."


def test_two_passages_read_no_more_keep_their_places_and_one_may_go(cast, karim, wall):
    one, two = "Le mur suinte.", "Personne n’est venu."
    takes = [Taken(wall, passage=one, words="Un."), Taken(wall, passage=two, words="Deux.")]
    there = made(cast, *takes, by=cast.karim)
    close_amina(cast, cast.karim)
    form = editing(karim, there)
    form.fields["after"] = ["Autre.", "Deux."]
    assert send(karim, form).status_code == 302
    both = [(seen.passage, seen.words) for seen in told(there, cast.maud)]
    assert both == [(one, "Autre."), (two, "Deux.")]
    form = editing(karim, there)
    form.fields["geste"] = "retirer-0"
    form = form_to(karim.get(send(karim, form).url.split("#")[0]), "assembly-edit")
    assert send(karim, form).status_code == 302
    assert [(seen.passage, seen.words) for seen in told(there, cast.maud)] == [(two, "Deux.")]


def test_what_is_sent_for_a_passage_read_no_more_is_no_other_passage(cast, karim, wall):
    one, two = "Le mur suinte.", "Personne n’est venu."
    there = made(cast, Taken(wall, passage=one), Taken(wall, passage=two), by=cast.karim)
    close_amina(cast, cast.karim)
    form = editing(karim, there)
    form.fields |= {"passage": [two, two], "after": ["Mes mots.", ""]}
    response = send(karim, form)
    assert response.status_code == 422
    assert form_to(response, "assembly-edit").fields["after"] == ["Mes mots.", ""]
    assert [seen.passage for seen in told(there, cast.maud)] == [one, two]


# Too much is said, and nothing is lost.


def test_more_than_an_assembly_holds_is_not_chosen_and_what_was_there_stays(
    cast, client, wall, monkeypatch
):
    monkeypatch.setattr(pieces, "MAX_SIGNS", 2 * len(TEXT) - 1)
    other = make_writing(cast.samira, cast.etage, TEXT)
    form = begun(cast, client, wall, after="Mes mots.", geste="ajouter")
    choice = form_to(client.get(send(client, form).url), "assembly-choose")
    choice.fields["piece"] = str(other.pk)
    response = client.get(send(client, choice).url.split("#")[0])
    assert "C’est trop pour tenir ensemble" in response.content.decode()
    form = form_to(response, "assembly-create")
    assert listed(form.fields["source"]) == [str(wall.pk)]
    assert form.fields["after"] == "Mes mots."


def test_more_than_an_assembly_holds_is_not_signed_and_what_was_typed_stays(
    cast, client, wall, monkeypatch
):
    monkeypatch.setattr(pieces, "MAX_SIGNS", len(TEXT) + 5)
    response = send(client, begun(cast, client, wall, after="Mes mots."))
    assert response.status_code == 422
    assert "C’est trop pour tenir ensemble" in response.content.decode()
    assert form_to(response, "assembly-create").fields["after"] == "Mes mots."
    assert Draft.objects.get().fields["after"] == "Mes mots."
    assert Piece.objects.count() == 0


def test_a_passage_of_nothing_but_signs_is_refused_at_once(cast, client, wall):
    form = begun(cast, client, wall, passage="[…]" * 600_000, after="Mes mots.")
    response = send(client, form)
    assert response.status_code == 422
    assert form_to(response, "assembly-create").fields["after"] == "Mes mots."


def test_a_hundred_pieces_and_all_their_files_left_aside_can_be_sent(cast, client, wall):
    for number in range(11):
        make_attachment(cast.karim, wall, data=b"%d" % number)
    left = [str(pk) for pk in wall.attachments.values_list("pk", flat=True)]
    each = pieces.MAX_PIECES
    form = begun(cast, client, wall)
    form.fields |= {
        "source": [str(wall.pk)] * each + [""],
        "at": ["1"] * each,
        "passage": [TEXT] * each,
        "after": ["Mes mots."] * each,
        "tells": [""] * each,
        "kept": [""] * each,
        "left": left * each,
    }
    assert send(client, form).status_code == 302
    there = Piece.objects.latest("pk").writing
    assert (there.pieces.count(), there.attachments.count()) == (each, 0)


def test_the_same_source_chosen_twice_elsewhere_is_there_twice(cast):
    key = uuid.uuid4()
    twice = {"source": ["1", "5", "1", ""], "passage": ["", "", "Un passage."], "added": "1"}
    kept = {"by": cast.samira, "key": key, "path": "/assembler/"}
    keep_draft(**kept, fields=twice | {"after": ["", "", "Mes mots."]})
    draft = keep_draft(**kept, fields={"source": ["1", ""], "title": "T", "added": ""})
    assert draft.fields["source"] == ["1", "5", "1", ""]
    assert draft.fields["after"] == ["", "", "Mes mots."]


def test_cut_after_it_was_signed_it_is_kept(cast, client, wall):
    form = begun(cast, client, wall, title="Un", after="Avant.")
    send(client, form)
    assert autosaved(client, form, passage="Le mur suinte.") != ""


def test_the_page_says_that_what_was_withheld_will_be_read(cast, wall):
    there = made(cast, Taken(wall), by=cast.bruno)
    page, address = log_in(cast.bruno), reverse("assembly-edit", args=[there.pk])
    said = "Vous pouvez à présent écrire dans ce cahier"
    assert said not in page.get(address).content.decode()
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.bruno, level="write_notebook")
    assert said in page.get(address).content.decode()
