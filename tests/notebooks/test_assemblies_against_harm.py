"""Assemblies against harm: a right lost shows nothing new, a disagreement is read."""

import uuid

import pytest

from dossier.journal.models import Entry
from dossier.notebooks import actions, attachments, passages, pieces, search, timeline
from dossier.notebooks.bricabrac import bricabrac, file_away
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Draft, Writing
from dossier.notebooks.passages import NotVerbatim
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import assemble, reassemble
from tests.conftest import make_attachment, make_writing

TEXT = "Le mur suinte. On a téléphoné. Personne n’est venu."


@pytest.fixture
def wall(cast):
    """Return a writing of Amina's notebook, where samira and karim write; maud reads only the
    first floor, where bruno, who reads Amina, writes too.
    """
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    return make_writing(cast.karim, cast.amina, TEXT)


def made(cast, *takes, by=None, **more) -> Writing:
    """Assemble pieces in the first floor's notebook; karim does."""
    return assemble(by=by or cast.karim, notebook=cast.etage, takes=takes, **more)


def remade(writing, *takes, **more) -> Writing:
    """Make an assembly again, by its author, from its present version."""
    writing.refresh_from_db()
    by, version = writing.author, writing.version
    return reassemble(by=by, writing=writing, version=version, takes=takes, **more)


def told(writing, by) -> list[timeline.Excerpt]:
    """Return the pieces of a writing as `by` reads them."""
    return timeline.read_one(writing.pk, by=by).pieces


def read_there(writing, by) -> list[str]:
    """Return what `by` reads of each piece."""
    return [one.passage for one in told(writing, by)]


def corrected(writing, by, text) -> Writing:
    """Sign a new version of a writing."""
    content = actions.Content(text=text)
    return actions.correct(by=by, writing=writing, version=writing.version, content=content)[0]


def karim_reads_no_more(cast):
    """Karim neither reads nor writes any more in Amina's notebook."""
    cast.amina.team_grants.filter(group=cast.foyer).delete()


def karim_only_reads(cast):
    """Karim still reads Amina's notebook, and writes there no more."""
    karim_reads_no_more(cast)
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.karim, level="read_notebook")


# A right lost or reduced: what was shown may stay, nothing more comes.


@pytest.mark.parametrize("passage", ["On a téléphoné.", TEXT])
def test_who_only_reads_now_shows_no_other_passage(cast, wall, passage):
    there = made(cast, Taken(wall, passage="Le mur suinte."))
    karim_only_reads(cast)
    remade(there, Taken(wall, passage=passage, version=1))
    assert [(one.passage, one.is_withheld) for one in told(there, cast.maud)] == [("", True)]
    assert read_there(there, cast.bruno) == [passage]


def test_who_only_reads_now_shows_no_newer_version_nor_its_files_nor_its_answers(cast):
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    source = make_writing(cast.samira, cast.amina, "Il fait beau.")
    there = made(cast, Taken(source))
    karim_only_reads(cast)
    source = corrected(source, cast.samira, "Secret : Amina a été placée.")
    make_attachment(cast.samira, source, kind="pdf", description="Le jugement.", since=2)
    make_writing(cast.samira, cast.amina, "Réponse secrète.", answers=source)
    remade(there, Taken(source, version=2))
    seen = [(one.passage, one.attached, one.is_withheld) for one in told(there, cast.maud)]
    assert seen == [("", (), True)]
    assert there.attachments.count() == 0


def test_answers_written_since_are_for_who_reads_them_there(cast, wall):
    there = made(cast, Taken(wall))
    karim_only_reads(cast)
    make_writing(cast.samira, cast.amina, "Réponse xylophone.", answers=wall)
    remade(there, Taken(wall, version=1))
    assert read_there(there, cast.bruno) == [TEXT, "Réponse xylophone."]
    assert read_there(there, cast.maud) == [TEXT]
    assert search.search("xylophone", by=cast.maud).hits == []


def test_a_fragment_filed_where_its_author_only_reads_brings_no_answer_from_there(cast):
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    heap = bricabrac(by=cast.bruno, team=cast.nuit)
    fragment = make_writing(cast.bruno, heap, "Trois mots.")
    there = made(cast, Taken(fragment), by=cast.bruno)
    actions.grant(by=cast.samira, notebook=cast.amina, to=cast.helene, level="write_notebook")
    file_away(by=cast.helene, writing=fragment, notebook=cast.amina)
    fragment.refresh_from_db()
    make_writing(cast.samira, cast.amina, "Secret du cahier d’Amina.", answers=fragment)
    remade(there, Taken(fragment, version=1))
    assert read_there(there, cast.maud) == ["Trois mots."]


@pytest.mark.parametrize("happens", [karim_only_reads, karim_reads_no_more])
def test_a_file_keeps_the_description_it_had_when_the_right_was_reduced(cast, wall, happens):
    photo = make_attachment(cast.karim, wall)
    there = made(cast, Taken(wall))
    happens(cast)
    attachments.describe(by=cast.samira, attachment=photo, description="Secret : les bleus.")
    make_attachment(cast.samira, wall, data=b"autre", description="Secret aussi.")
    remade(there, Taken(wall, version=1, words="Autre."))
    (seen,) = told(there, cast.maud)
    assert [one.description for one in seen.attached] == [""]
    assert seen.words == "Autre."


def test_two_passages_of_a_source_read_no_more_stay_each_in_its_place(cast, wall):
    one, two = "Le mur suinte.", "Personne n’est venu."
    there = made(cast, Taken(wall, passage=one), Taken(wall, passage=two, words="Fin."))
    kept = [piece.pk for piece in pieces.present(there)]
    karim_reads_no_more(cast)
    same = [Taken(wall, version=1, kept=pk) for pk in kept]
    remade(there, Taken(wall, version=1, kept=kept[1], words="Puis."), same[0])
    assert [(seen.passage, seen.words) for seen in told(there, cast.maud)] == [
        (two, "Puis."),
        (one, ""),
    ]


def test_an_answer_does_not_take_with_it_what_was_filed_elsewhere_meanwhile(cast):
    heap = bricabrac(by=cast.samira, team=cast.foyer)
    actions.grant(by=cast.samira, notebook=heap, to=cast.bruno, level="write_notebook")
    stale = make_writing(cast.samira, heap, "Secret d’Amina seulement.")
    file_away(
        by=cast.samira,
        writing=Writing.objects.get(pk=stale.pk),
        notebook=bricabrac(by=cast.samira),
    )
    with pytest.raises(actions.NotAllowed):
        make_writing(cast.bruno, heap, "Je réponds.", answers=stale)
    assert Writing.objects.count() == 1


# Who disagrees is read, once, whole.


@pytest.mark.parametrize("passage", ["Je […] suis […] d’accord.", ""])
def test_an_answer_taken_up_in_part_or_silently_does_not_stand_for_the_whole(cast, wall, passage):
    whole = "Je ne suis pas d’accord."
    no = make_writing(cast.samira, cast.amina, whole, answers=wall, voice="person")
    there = made(cast, Taken(wall), Taken(no, passage=passage, tells_source=False))
    assert [(one.passage, one.is_answer) for one in told(there, cast.maud)] == [
        (TEXT, False),
        (whole, True),
        (passage or whole, False),
    ]


def test_a_passage_of_nothing_but_words_left_out_is_refused(cast, wall):
    with pytest.raises(NotVerbatim):
        made(cast, Taken(wall, passage="[…]"))


@pytest.mark.parametrize("passage", ["Le […]u[…]t", "ur suinte.", "Le mur suint", "[…]e[…]n"])
def test_a_passage_cuts_no_word(passage):
    with pytest.raises(NotVerbatim):
        passages.passage_of(TEXT, passage)


def test_answers_come_once_however_often_their_source_is_taken_up(cast, wall):
    for number in range(3):
        make_writing(cast.samira, cast.amina, f"Réponse {number}.", answers=wall)
    there = made(cast, *[Taken(wall)] * pieces.MAX_PIECES)
    told_there = [one.passage for one in pieces.present(there) if one.answers_id]
    assert told_there == ["Réponse 0.", "Réponse 1.", "Réponse 2."]
    assert there.pieces.count() == pieces.MAX_PIECES + 3


def test_an_answer_recomposed_with_what_it_answers_is_not_its_own_piece(cast, wall):
    answer = make_writing(cast.karim, cast.amina, "Non.", answers=wall)
    for _ in range(3):
        answer = remade(answer, Taken(wall, version=1), text="Non.")
    assert answer.version == 2
    assert read_there(answer, cast.samira) == [TEXT]


# Sent again.


def test_the_same_form_with_other_pieces_is_not_taken_for_the_same(cast, wall):
    form = {"key": uuid.uuid4(), "text": "# Le mur"}
    there = made(cast, Taken(wall, words="Un."), **form)
    with pytest.raises(actions.AlreadyWritten):
        made(cast, Taken(wall, words="Deux."), **form)
    assert made(cast, Taken(wall, words="Un."), **form) == there
    assert (there.version, there.pieces.count()) == (1, 1)
    assert [one.words for one in told(there, cast.maud)] == ["Un."]


def test_refused_because_it_was_signed_it_leaves_no_line(cast, wall):
    form = {"key": uuid.uuid4(), "text": "# Le mur"}
    made(cast, Taken(wall, words="Un."), **form)
    with pytest.raises(actions.AlreadyWritten):
        made(cast, Taken(wall, words="Deux."), **form)
    assert Entry.objects.filter(act=Entry.Act.TAKEN_UP).count() == 1


# Much is bounded, and costs what it must.


def test_pieces_and_the_answers_to_them_are_bounded_together(cast, wall, monkeypatch):
    monkeypatch.setattr(pieces, "MAX_ROWS", 5)
    for number in range(3):
        make_writing(cast.samira, cast.amina, f"Réponse {number}.", answers=wall)
    assert len(pieces.rows([Taken(wall)] * 2, by=cast.karim)) == 5
    with pytest.raises(pieces.TooMuch):
        pieces.rows([Taken(wall)] * 3, by=cast.karim)


def test_signs_are_bounded_the_passages_and_one_s_own_words_together(cast):
    long = make_writing(cast.samira, cast.amina, "Le mur. " * 10_000)
    takes = [Taken(long)] * 12
    left = pieces.MAX_SIGNS - 12 * len(long.text)
    last = Taken(long, passage="Le mur.", words="m" * (left - len("Le mur.")))
    assert len(pieces.rows([*takes, last], by=cast.samira)) == 13
    with pytest.raises(pieces.TooMuch):
        pieces.rows([*takes, last, Taken(long, passage="Le")], by=cast.samira)


def test_a_chain_of_answers_is_followed_in_two_queries(cast, wall, django_assert_num_queries):
    chain = [wall]
    for number in range(30):
        chain.append(make_writing(cast.samira, cast.amina, f"{number}.", answers=chain[-1]))
    with django_assert_num_queries(2):
        assert passages.threads([wall.pk]) == {wall.pk: chain[1:]}


def test_where_a_word_is_found_is_looked_for_no_further_than_the_first(cast, wall, monkeypatch):
    there = made(cast, *[Taken(wall)] * pieces.MAX_PIECES)
    asked, context = [], search.context

    def counted(text, terms, **more):
        asked.append(text)
        return context(text, terms, **more)

    monkeypatch.setattr(search, "context", counted)
    (hit,) = search.search("suinte", by=cast.maud).hits
    assert (hit.writing, ("suinte", True) in hit.context) == (there, True)
    assert asked == ["", TEXT]


# What was chosen in another window.

A_AND_B = {"source": ["1", "2", ""], "passage": ["", "Un passage."], "after": ["", ""]}


def kept(cast, key, *, is_autosave=False, **fields) -> dict[str, str | list[str]]:
    """Keep what a window of an assembly holds; return what the draft holds."""
    path = "/assembler/"
    keep_draft(by=cast.samira, key=key, path=path, fields=fields, is_autosave=is_autosave)
    return Draft.objects.get(key=key).fields


def test_an_autosave_of_a_window_left_open_loses_no_piece_chosen_in_another(cast):
    key = uuid.uuid4()
    kept(cast, key, **A_AND_B, title="", added="1")
    old = {"source": ["1", ""], "passage": "", "after": "Mes mots.", "title": "Le mur"}
    held = kept(cast, key, **old, added="", is_autosave=True)
    assert (held["source"], held["title"], held["added"]) == (["1", "2", ""], "Le mur", "1")
    assert held["passage"] == ["", "Un passage."]
    assert held["after"] == ["Mes mots.", ""]


def test_a_piece_taken_off_by_who_saw_it_chosen_stays_off(cast):
    key = uuid.uuid4()
    kept(cast, key, **A_AND_B, title="", added="1")
    less = {"source": ["1", ""], "passage": "", "after": "", "title": ""}
    assert kept(cast, key, **less, added="1", is_autosave=True)["source"] == ["1", ""]
    late = kept(cast, key, **less | {"title": "Le mur"}, added="", is_autosave=True)
    assert late["source"] == ["1", ""]
