"""The bric-à-brac: who reads what waits there, and what filing changes."""

import pytest

from dossier.journal.models import Entry
from dossier.notebooks import actions, timeline
from dossier.notebooks.actions import NotAllowed
from dossier.notebooks.bricabrac import (
    TO_REGRET,
    AnsweredThere,
    NotAFragment,
    bricabrac,
    file_away,
    filed_by,
    put_back,
)
from dossier.notebooks.models import Move, Notebook, TeamGrant, Writing
from dossier.notebooks.search import search
from tests.conftest import log_in, make_attachment, make_writing


@pytest.fixture
def heap(cast) -> Notebook:
    """Return the heap of the foyer."""
    return bricabrac(by=cast.samira, team=cast.foyer)


def readers(cast, notebook) -> set[str]:
    """Return who of the cast reads a notebook."""
    everybody = ("samira", "karim", "bruno", "helene", "maud", "yann", "gilles")
    return {
        who
        for who in everybody
        if Notebook.objects.visible_to(getattr(cast, who)).filter(pk=notebook.pk).exists()
    }


def test_the_heap_of_a_team_is_read_by_the_team(cast, heap):
    assert readers(cast, heap) == {"samira", "karim", "helene"}
    assert bricabrac(by=cast.karim, team=cast.foyer) == heap


def test_ones_own_heap_is_ones_own(cast):
    mine = bricabrac(by=cast.samira)
    assert readers(cast, mine) == {"samira"}
    assert bricabrac(by=cast.karim) != mine


def test_nobody_keeps_things_in_the_heap_of_another_team(cast, heap):
    with pytest.raises(NotAllowed):
        bricabrac(by=cast.maud, team=cast.foyer)


def test_filing_moves_all_that_hangs_on_a_fragment(cast, heap):
    fragment = make_writing(cast.samira, heap, "La chanson de @Amina.", tags=("musique",))
    make_attachment(cast.samira, fragment)
    answer = make_writing(cast.karim, heap, "Elle la chantait hier.", answers=fragment)
    file_away(by=cast.karim, writing=fragment, notebook=cast.etage)
    page = timeline.read(cast.etage, seen=timeline.Seen(cast.bruno))
    assert [line.pk for line in page.writings] == [answer.pk, fragment.pk]
    assert [len(line.attached) for line in page.writings] == [0, 1]
    assert page.writings[1].tags == ["musique"]
    assert timeline.read(heap, seen=timeline.Seen(cast.samira)).writings == []
    found = search("chanson", by=cast.bruno, notebook=cast.etage).hits
    assert [hit.writing.pk for hit in found] == [fragment.pk]
    assert search("chanson", by=cast.samira, notebook=heap).hits == []
    tagged = timeline.Choice(tag=fragment.taggings.get().tag)
    assert (
        len(timeline.read(cast.etage, seen=timeline.Seen(cast.bruno), choice=tagged).writings) == 1
    )
    assert len(timeline.read(cast.amina, seen=timeline.Seen(cast.samira)).writings) == 1
    assert {(move.writing_id, move.from_notebook, move.by) for move in Move.objects.all()} == {
        (fragment.pk, heap, cast.karim),
        (answer.pk, heap, cast.karim),
    }
    acts = Entry.objects.filter(act=Entry.Act.FILED).order_by("pk")
    assert [entry.notebook for entry in acts] == [heap, cast.etage]


def test_a_fragment_filed_where_it_speaks_of_is_shown_there_once(cast, heap):
    fragment = make_writing(cast.samira, heap, "La chanson de @Amina.")
    assert len(timeline.read(cast.amina, seen=timeline.Seen(cast.samira)).writings) == 1
    file_away(by=cast.samira, writing=fragment, notebook=cast.amina)
    assert [
        line.pk for line in timeline.read(cast.amina, seen=timeline.Seen(cast.samira)).writings
    ] == [fragment.pk]


@pytest.mark.parametrize("who", ["bruno", "maud", "yann"])
def test_who_does_not_write_in_both_files_nothing(cast, heap, who):
    fragment = make_writing(cast.samira, heap, "Un mot.")
    with pytest.raises(NotAllowed):
        file_away(by=getattr(cast, who), writing=fragment, notebook=cast.etage)
    fragment.refresh_from_db()
    assert fragment.notebook == heap


def test_what_is_filed_is_no_fragment_any_more(cast, heap):
    writing = make_writing(cast.samira, cast.amina, "Un écrit.")
    question = make_writing(cast.samira, heap, "Une question.")
    answer = make_writing(cast.karim, heap, "Une réponse.", answers=question)
    for one, notebook in ((writing, cast.etage), (answer, cast.etage), (question, heap)):
        with pytest.raises(NotAFragment):
            file_away(by=cast.samira, writing=one, notebook=notebook)
    assert Move.objects.count() == 0


def test_a_heap_is_not_a_name_to_mention(cast, heap):
    writing = make_writing(cast.samira, cast.amina, f"Voir @{heap.title}.")
    assert writing.mentions.count() == 0


def test_its_author_corrects_a_fragment_that_was_filed(cast, heap):
    fragment = make_writing(cast.samira, heap, "Un mot.")
    file_away(by=cast.karim, writing=fragment, notebook=cast.amina)
    fragment = Writing.objects.get(pk=fragment.pk)
    content = actions.Content(text="Deux mots.")
    actions.correct(by=cast.samira, writing=fragment, version=1, content=content)
    assert (
        timeline.read(cast.amina, seen=timeline.Seen(cast.bruno)).writings[0].text == "Deux mots."
    )


# Put back.


def texts(notebook, who) -> list[str]:
    """Return what `who` reads in a notebook, the latest first."""
    return [line.text for line in timeline.read(notebook, seen=timeline.Seen(who)).writings]


def test_what_is_put_back_is_as_before_it_was_filed(cast, heap):
    fragment = make_writing(cast.samira, heap, "La chanson de @Amina.", tags=("musique",))
    joined = make_attachment(cast.samira, fragment)
    make_writing(cast.karim, heap, "@Amina la chantait.", answers=fragment)
    before = texts(heap, cast.samira), texts(cast.amina, cast.samira)
    file_away(by=cast.karim, writing=fragment, notebook=cast.amina)
    file = f"/pieces/{joined.pk}/"
    assert len(texts(cast.amina, cast.bruno)) == 2
    assert log_in(cast.bruno).get(file).status_code == 200
    assert put_back(by=cast.karim, writing=fragment) == heap
    assert (texts(heap, cast.samira), texts(cast.amina, cast.samira)) == before
    assert texts(cast.amina, cast.bruno) == []
    assert log_in(cast.bruno).get(file).status_code == 404
    assert log_in(cast.karim).get(file).status_code == 200
    for words in ("chanson", "chantait", "musique"):
        assert search(words, by=cast.bruno).hits == []
        assert search(words, by=cast.samira, notebook=heap).hits != []
    assert {one.notebook for one in fragment.taggings.all()} == {heap}
    acts = Entry.objects.filter(act=Entry.Act.PUT_BACK).order_by("pk")
    assert [(one.notebook, one.worker) for one in acts] == [
        (cast.amina, cast.karim),
        (heap, cast.karim),
    ]
    file_away(by=cast.samira, writing=fragment, notebook=cast.etage)
    assert texts(cast.etage, cast.bruno) == ["@Amina la chantait.", "La chanson de @Amina."]


def test_a_fragment_is_put_back_by_who_filed_it_or_wrote_it(cast, heap):
    fragment = make_writing(cast.samira, heap, "Un mot.")
    file_away(by=cast.karim, writing=fragment, notebook=cast.etage)
    may = [who for who in ("samira", "karim", "helene", "bruno", "maud", "yann", "gilles")
           if filed_by(getattr(cast, who)).exists()]  # fmt: skip
    assert may == ["samira", "karim"]
    for who in (cast.helene, cast.bruno, cast.maud):
        with pytest.raises(NotAllowed):
            put_back(by=who, writing=fragment)
    assert Move.objects.count() == 1


@pytest.mark.parametrize("lost", ["heap", "notebook"])
def test_who_writes_no_more_in_one_of_them_puts_nothing_back(cast, heap, lost):
    fragment = make_writing(cast.samira, heap, "Un mot.")
    file_away(by=cast.karim, writing=fragment, notebook=cast.etage)
    place = heap if lost == "heap" else cast.etage
    TeamGrant.objects.filter(content_object=place, group=cast.foyer).delete()
    with pytest.raises(NotAllowed):
        put_back(by=cast.karim, writing=fragment)


def test_what_was_filed_long_ago_stays(cast, heap):
    fragment = make_writing(cast.samira, heap, "Un mot.")
    file_away(by=cast.samira, writing=fragment, notebook=cast.amina)
    move = Move.objects.get()
    move.moved_at -= TO_REGRET
    move.save()
    with pytest.raises(NotAllowed):
        put_back(by=cast.samira, writing=fragment)


def test_what_never_waited_there_is_not_put_back(cast, heap):
    waiting = make_writing(cast.samira, heap, "Un mot.")
    answer = make_writing(cast.samira, heap, "Un autre.", answers=waiting)
    file_away(by=cast.samira, writing=waiting, notebook=cast.amina)
    written = make_writing(cast.samira, cast.amina, "Un écrit.")
    still = make_writing(cast.samira, heap, "Un reste.")
    for one in (written, still, answer):
        with pytest.raises(NotAllowed):
            put_back(by=cast.samira, writing=one)


def test_an_answer_never_leaves_for_where_its_author_does_not_read(cast):
    own = bricabrac(by=cast.samira)
    fragment = make_writing(cast.samira, own, "Un mot.")
    file_away(by=cast.samira, writing=fragment, notebook=cast.etage)
    fragment.refresh_from_db()
    answer = make_writing(cast.bruno, cast.etage, "Pour ceux de l’étage.", answers=fragment)
    with pytest.raises(AnsweredThere):
        put_back(by=cast.samira, writing=fragment)
    page = log_in(cast.samira).post(f"/ecrits/{fragment.pk}/remettre/", follow=True)
    assert "le fragment reste ici" in page.content.decode()
    answer.refresh_from_db()
    assert answer.notebook == cast.etage


def test_what_was_filed_twice_goes_back_where_it_was_last(cast, heap):
    own = bricabrac(by=cast.samira)
    fragment = make_writing(cast.samira, heap, "Un mot.")
    file_away(by=cast.samira, writing=fragment, notebook=own)
    file_away(by=cast.samira, writing=fragment, notebook=cast.amina)
    assert put_back(by=cast.samira, writing=fragment) == own
    assert texts(heap, cast.samira) == []


def test_filing_too_quickly_is_taken_back_in_one_gesture(cast, heap):
    fragment = make_writing(cast.samira, heap, "Un mot.")
    client = log_in(cast.samira)
    there = {"notebook": cast.amina.pk}
    page = client.post(f"/ecrits/{fragment.pk}/ranger/", there, follow=True).content.decode()
    address = f"/ecrits/{fragment.pk}/remettre/"
    assert f'action="{address}"' in page
    assert address in client.get(f"/ecrits/{fragment.pk}/").content.decode()
    assert address not in log_in(cast.helene).get(f"/ecrits/{fragment.pk}/").content.decode()
    assert "C’est remis" in client.post(address, follow=True).content.decode()
    assert texts(heap, cast.samira) == ["Un mot."]
