"""Taking up: nothing is copied silently, and nobody reads more than who took it up let them."""

import pytest
from django.urls import reverse

from dossier.journal.models import Entry
from dossier.notebooks import actions, timeline
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import Piece, Writing
from dossier.notebooks.passages import NotVerbatim
from dossier.notebooks.pieces import Taken
from dossier.notebooks.search import search
from dossier.notebooks.taking_up import assemble
from tests.conftest import log_in, make_attachment, make_writing

TEXT = "Elle a dit : « le mur suinte ».\n\nPuis elle a ri."


@pytest.fixture
def source(cast):
    """Return a writing of Amina's notebook, with a photo; bruno reads it, maud does not."""
    writing = make_writing(cast.karim, cast.amina, TEXT, voice="person", speaker="Amina B.")
    make_attachment(cast.karim, writing, description="Le mur.")
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    return writing


def taken(cast, source, **more) -> Writing:
    """Take up a writing in the first floor's notebook."""
    return take_up(cast.samira, source, cast.etage, **more)


def take_up(by, source, notebook, *, words="", files=(), **more) -> Writing:
    """Take up one writing, with one's own words before it."""
    takes = [Taken(source, files=files, **more)]
    return assemble(by=by, notebook=notebook, takes=takes, text=words)


def line(writing, by) -> timeline.Line:
    """Return a writing as `by` reads it."""
    return timeline.read_one(writing.pk, by=by)


def page(worker, writing) -> str:
    """Return the page of a writing."""
    return log_in(worker).get(reverse("writing-detail", args=[writing.pk])).content.decode()


def test_it_stays_where_it_is_and_both_sides_know(cast, source):
    there = taken(cast, source, words="Comme chez Didier.")
    (piece,) = line(there, cast.karim).pieces
    assert (piece.passage, piece.source_pk, piece.notebook) == (TEXT, source.pk, "Amina")
    assert line(source, cast.karim).taken_up == [timeline.TakenUp(there.pk, "Le premier étage")]
    source.refresh_from_db()
    assert (source.text, source.version, source.notebook) == (TEXT, 1, cast.amina)
    assert Entry.objects.filter(act=Entry.Act.TAKEN_UP, notebook=cast.amina).count() == 1
    assert "Lire dans son cahier" in page(cast.karim, there)


def test_who_does_not_read_there_learns_only_that_it_was_taken_up(cast, source):
    own = take_up(cast.karim, source, mine(cast.karim))
    assert line(source, cast.samira).taken_up == [timeline.TakenUp(None, "")]
    shown = page(cast.samira, source)
    assert "repris dans un autre cahier" in shown
    assert f"/ecrits/{own.pk}/" not in shown


def mine(worker):
    """Return a worker's own heap."""
    return bricabrac(by=worker)


@pytest.mark.parametrize("tells", [True, False])
def test_where_it_comes_from_is_told_or_not_as_decided(cast, source, tells):
    there = taken(cast, source, passage="« le mur suinte »", tells_source=tells)
    (piece,) = line(there, cast.maud).pieces
    assert (piece.source_pk, piece.passage) == (None, "« le mur suinte »")
    shown = page(cast.maud, there)
    assert ("Amina" in shown.replace("Amina B.", "")) == tells
    assert ("Karim" in shown) == tells
    assert ("Amina B." in shown) == tells
    assert ("la personne parle" in shown) != tells  # whose words they are, not who
    assert "Puis elle a ri" not in shown
    assert reverse("writing-detail", args=[source.pk]) not in shown


@pytest.mark.parametrize("passage", ["Elle a crié", "elle a dit", "ri.\n\nElle", TEXT + "!"])
def test_a_passage_is_word_for_word(cast, source, passage):
    with pytest.raises(NotVerbatim):
        taken(cast, source, passage=passage)
    assert Piece.objects.count() == 0


@pytest.mark.parametrize(
    ("who", "where"), [("maud", "etage"), ("bruno", "amina"), ("yann", "etage")]
)
def test_one_reads_here_and_writes_there_or_nothing(cast, source, who, where):
    with pytest.raises(actions.NotAllowed):
        take_up(getattr(cast, who), source, getattr(cast, where))
    assert Writing.objects.count() == 1


def test_files_are_tied_again_and_kept_once(cast, source):
    photo = source.attachments.get()
    there = taken(cast, source, files=[photo.pk])
    again = there.attachments.get()
    assert (again.blob, again.description) == (photo.blob, "Le mur.")
    assert taken(cast, source, words="Sans.").attachments.count() == 0
    address = reverse("attachment-detail", args=[again.pk])
    assert log_in(cast.maud).get(address).status_code == 200
    assert log_in(cast.maud).get(reverse("attachment-detail", args=[photo.pk])).status_code == 404


def test_a_file_of_another_writing_is_not_taken(cast, source):
    other = make_attachment(cast.maud, make_writing(cast.maud, cast.didier, "Un mot."), data=b"x")
    assert taken(cast, source, files=[other.pk]).attachments.count() == 0


def test_what_is_taken_up_is_found_there(cast, source):
    there = taken(cast, source, words="Comme ailleurs.")
    (hit,) = search("suinte", by=cast.maud).hits
    assert ("suinte", True) in hit.context
    assert {hit.writing for hit in search("suinte", by=cast.maud).hits} == {there}
    content = actions.Content(text="Comme chez d’autres.", heading="Logement")
    actions.correct(by=cast.samira, writing=there, version=1, content=content)
    assert {hit.writing for hit in search("suinte", by=cast.maud).hits} == {there}


def test_words_around_may_be_taken_back(cast, source):
    there = taken(cast, source, words="Un mot de trop.")
    actions.correct(by=cast.samira, writing=there, version=1, content=actions.Content(text=""))
    assert line(there, cast.samira).pieces[0].passage == TEXT


def test_a_source_corrected_since_is_told_and_never_imposed(cast, source):
    there = taken(cast, source)
    content = actions.Content(text="Elle n’a rien dit.")
    actions.correct(by=cast.karim, writing=source, version=1, content=content)
    assert line(there, cast.samira).pieces[0].passage == TEXT
    assert line(there, cast.samira).pieces[0].is_old
    assert not line(there, cast.maud).pieces[0].is_old
    assert "corrigé depuis" in page(cast.samira, there)
