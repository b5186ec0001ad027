"""Tying a writing to another notebook by hand: who may, what outlives a correction, what leaks."""

import pytest

from dossier.journal.models import Entry
from dossier.notebooks import actions, ties, timeline
from dossier.notebooks.actions import Content, NotAllowed
from dossier.notebooks.bricabrac import bricabrac, file_away
from dossier.notebooks.models import READ, WRITE, Mention
from tests.conftest import make_writing

# Who may tie a writing of Amina to the first floor, then one of Didier to Amina.
MAY = """
    who      amina-etage  didier-amina
    samira   yes          no
    karim    yes          no
    bruno    yes          no
    helene   yes          yes
    maud     no           no
    yann     no           no
    gilles   no           no
"""
ROWS = [line.split() for line in MAY.strip().splitlines()[1:]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_who_reads_both_and_writes_in_one_may(cast, row):
    of_amina = make_writing(cast.samira, cast.amina, "Un mot.")
    of_didier = make_writing(cast.maud, cast.didier, "Un autre.")
    by, found = getattr(cast, row[0]), []
    for writing, notebook in ((of_amina, cast.etage), (of_didier, cast.amina)):
        try:
            ties.tie(by=by, writing=writing, notebook=notebook)
            found.append("yes")
        except NotAllowed:
            found.append("no")
        assert Mention.objects.filter(writing=writing).exists() == (found[-1] == "yes")
    assert found == row[1:]


def test_a_reader_of_both_who_writes_in_neither_may_not(cast):
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.noor, level=READ)
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.noor, level=READ)
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    with pytest.raises(NotAllowed):
        ties.tie(by=cast.noor, writing=writing, notebook=cast.etage)


def test_a_tie_outlives_corrections_and_is_made_once(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    Entry.objects.all().delete()
    for who in (cast.bruno, cast.bruno, cast.samira):
        ties.tie(by=who, writing=writing, notebook=cast.etage)
    assert [(one.act, one.worker, one.notebook) for one in Entry.objects.all()] == [
        ("tied", cast.bruno, cast.amina)
    ]
    saved, _ = actions.correct(
        by=cast.samira, writing=writing, version=1, content=Content("Autre, @Le premier étage.")
    )
    saved, _ = actions.correct(by=cast.samira, writing=saved, version=2, content=Content("Seul."))
    (mention,) = Mention.objects.all()
    assert (mention.by, mention.position) == (cast.bruno, saved.position)


def test_untie_leaves_what_the_text_says(cast):
    writing = make_writing(cast.samira, cast.amina, "Un mot à @Le premier étage.")
    ties.tie(by=cast.samira, writing=writing, notebook=cast.etage)
    assert ties.untie(by=cast.samira, writing=writing, notebook=cast.etage)
    assert Mention.objects.get().by is None
    plain = make_writing(cast.samira, cast.amina, "Un mot.")
    ties.tie(by=cast.samira, writing=plain, notebook=cast.etage)
    assert not ties.untie(by=cast.bruno, writing=plain, notebook=cast.etage)
    assert not Mention.objects.filter(writing=plain).exists()


def test_a_tie_is_shown_there_to_who_reads_both_alone(cast):
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level=WRITE)
    writing = make_writing(cast.samira, cast.amina, "Un secret d’Amina.")
    ties.tie(by=cast.samira, writing=writing, notebook=cast.etage)

    def texts(who):
        seen = timeline.Seen(who)
        return [one.text for one in timeline.read(cast.etage, seen=seen).writings]

    assert (texts(cast.bruno), texts(cast.maud)) == (["Un secret d’Amina."], [])
    with pytest.raises(NotAllowed):
        ties.untie(by=cast.maud, writing=writing, notebook=cast.etage)
    assert ties.tied(by=cast.maud, writing=writing)[0].notebook == cast.etage


def test_nothing_is_tied_to_a_heap_nor_to_where_it_lives(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    writing = make_writing(cast.samira, cast.amina, "Un mot.")
    for place in (heap, cast.amina):
        with pytest.raises(NotAllowed):
            ties.tie(by=cast.samira, writing=writing, notebook=place)


def test_a_fragment_tied_then_filed_there_is_there_once(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    fragment = make_writing(cast.samira, heap, "Trois mots.")
    ties.tie(by=cast.samira, writing=fragment, notebook=cast.etage)
    file_away(by=cast.samira, writing=fragment, notebook=cast.etage)
    seen = timeline.Seen(cast.samira)
    assert [one.pk for one in timeline.read(cast.etage, seen=seen).writings] == [fragment.pk]
