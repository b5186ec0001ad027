"""Assemblies: pieces in order, words between; nobody reads by them what they may not read."""

import pytest
from django.urls import reverse

from dossier.journal.models import Entry
from dossier.notebooks import actions, passages, pieces, timeline
from dossier.notebooks.attachments import reindex
from dossier.notebooks.bricabrac import bricabrac, file_away
from dossier.notebooks.models import Attachment, Piece, Writing
from dossier.notebooks.passages import NotVerbatim
from dossier.notebooks.pieces import Taken
from dossier.notebooks.search import search
from dossier.notebooks.taking_up import assemble, reassemble
from dossier.notebooks.versions import versions
from tests.conftest import log_in, make_attachment, make_writing

TEXT = "Le mur suinte. On a téléphoné. Personne n’est venu."


@pytest.fixture
def wall(cast):
    """Return a writing of Amina's notebook, which samira and karim write in, bruno reads."""
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="read_notebook")
    return make_writing(cast.karim, cast.amina, TEXT)


def made(cast, *takes, by=None, **more) -> Writing:
    """Assemble pieces in the first floor's notebook, which maud reads and bruno writes in."""
    return assemble(by=by or cast.samira, notebook=cast.etage, takes=takes, **more)


def told(writing, by) -> list[timeline.Excerpt]:
    """Return the pieces of a writing as `by` reads them."""
    return timeline.read_one(writing.pk, by=by).pieces


def read_there(writing, by) -> list[str]:
    """Return what `by` reads of each piece."""
    return [one.passage for one in told(writing, by)]


def test_pieces_keep_their_order_and_the_words_between(cast, wall):
    other = make_writing(cast.samira, cast.etage, "La cave aussi.")
    there = made(cast, Taken(other, words="Puis :"), Taken(wall), text="# Le mur")
    assert [(one.passage, one.words) for one in told(there, cast.karim)] == [
        ("La cave aussi.", "Puis :"),
        (TEXT, ""),
    ]
    assert there.text == "# Le mur"
    assert Entry.objects.filter(act=Entry.Act.TAKEN_UP).count() == 2


@pytest.mark.parametrize(
    "passage",
    [
        "Le mur suinte.",
        "Le mur suinte. […] Personne n’est venu.",
        "[...] On a téléphoné. (…)",
        "Le mur […] suinte.",
        "",
    ],
)
def test_words_left_out_of_a_passage_are_shown_as_such(passage):
    assert passages.passage_of(TEXT, passage) == (passage or TEXT)


@pytest.mark.parametrize(
    "passage",
    [
        "Personne n’est venu. […] Le mur suinte.",
        "Le mur suinte. […] Le mur suinte.",
        "Le mur ne suinte pas.",
        "le mur suinte.",
        "Le mur suinte. On n’a pas […] téléphoné.",
        "Le mur suin",
        "Le m[…]ur suinte.",
        "[…]",
    ],
)
def test_other_words_or_another_order_are_no_passage(passage):
    with pytest.raises(NotVerbatim):
        passages.passage_of(TEXT, passage)


@pytest.mark.parametrize(
    ("text", "cut"), [("वह नहीं आया", "नह"), ("On a te\u0301le\u0301phone\u0301.", "te")]
)
def test_a_mark_on_a_letter_is_of_the_word(text, cut):
    with pytest.raises(NotVerbatim):
        passages.passage_of(text, cut)


def test_a_text_that_holds_the_sign_of_words_left_out_is_itself_a_passage():
    assert passages.passage_of("Il a dit […] et puis", "Il a dit […] et") == "Il a dit […] et"


def test_who_only_reads_the_source_does_not_show_it_to_others(cast, wall):
    photo = make_attachment(cast.karim, wall, description="La tache du mur.")
    there = made(cast, Taken(wall, words="Je le garde ici."), by=cast.bruno)
    assert read_there(there, cast.bruno) == [TEXT]  # he reads it there
    assert read_there(there, cast.samira) == [TEXT]
    (seen,) = told(there, cast.maud)
    assert seen.is_withheld
    hidden = (seen.passage, seen.source_pk, seen.notebook, seen.author, seen.speaker, seen.position)
    assert hidden == ("", None, "", "", "", 0)
    assert seen.words == "Je le garde ici."
    assert there.attachments.count() == 0
    assert not Attachment.objects.visible_to(cast.maud).filter(blob=photo.blob).exists()


def test_nobody_learns_that_what_is_withheld_was_answered(cast, wall):
    make_writing(cast.karim, cast.amina, "Non.", answers=wall)
    there = made(cast, Taken(wall), by=cast.bruno)
    shown = log_in(cast.maud).get(reverse("writing-detail", args=[there.pk])).content.decode()
    assert shown.count("un cahier que vous ne lisez pas") == 1


def test_what_is_withheld_is_found_by_nobody_there(cast, wall):
    make_attachment(cast.karim, wall, description="Une tache de salpêtre.")
    there = made(cast, Taken(wall, words="Je le garde ici."), by=cast.bruno)
    reindex([there.pk])
    for words in ("suinte", "salpêtre"):
        assert search(words, by=cast.maud).hits == []
        assert there not in [hit.writing for hit in search(words, by=cast.bruno).hits]
    (hit,) = search("garde ici", by=cast.maud).hits
    assert "suinte" not in "".join(text for text, _ in hit.context)


def test_who_writes_there_shows_it_and_that_is_told(cast, wall):
    there = made(cast, Taken(wall))
    (seen,) = told(there, cast.maud)
    assert (seen.passage, seen.source_pk, seen.is_withheld) == (TEXT, None, False)


def test_a_right_lost_since_withholds_nothing_already_shown(cast, wall):
    there = made(cast, Taken(wall))
    cast.amina.team_grants.filter(group=cast.foyer).delete()
    cast.amina.worker_grants.filter(user=cast.samira).delete()
    assert read_there(there, cast.maud) == [TEXT]
    assert told(there, cast.samira)[0].source_pk is None


def test_answers_follow_what_they_answer(cast, wall):
    says = make_writing(
        cast.samira, cast.amina, "Je ne suis pas d’accord.", answers=wall, voice="person"
    )
    make_attachment(cast.samira, says, kind="sound", name="voix.wav")
    make_writing(cast.karim, cast.amina, "Je l’entends.", answers=says)
    after = make_writing(cast.samira, cast.etage, "Et la cave ?")
    there = made(cast, Taken(wall, words="Puis :"), Taken(after))
    assert [(one.passage, one.is_answer, one.words) for one in told(there, cast.maud)] == [
        (TEXT, False, ""),
        ("Je ne suis pas d’accord.", True, ""),
        ("Je l’entends.", True, "Puis :"),
        ("Et la cave ?", False, ""),
    ]
    takes = [Taken(wall, words="Puis :", version=1), Taken(after, version=1)]
    again = reassemble(by=cast.samira, writing=there, version=1, takes=takes)
    assert again.version == 1
    assert [one.name for one in told(there, cast.maud)[1].attached] == ["voix.wav"]


def test_an_answer_chosen_for_itself_comes_once(cast, wall):
    says = make_writing(cast.samira, cast.amina, "Non.", answers=wall)
    there = made(cast, Taken(says), Taken(wall))
    assert read_there(there, cast.samira) == ["Non.", TEXT]


def test_files_stand_with_their_piece_and_the_same_photo_in_two(cast, wall):
    other = make_writing(cast.samira, cast.amina, "La même photo.")
    data = b"la photo du mur"
    make_attachment(cast.karim, wall, data=data, description="Le mur.")
    make_attachment(cast.samira, other, data=data, description="Encore.")
    there = made(cast, Taken(wall), Taken(other))
    line = timeline.read_one(there.pk, by=cast.maud)
    assert [[one.description for one in piece.attached] for piece in line.pieces] == [
        ["Le mur."],
        ["Encore."],
    ]
    assert line.attached == []


def test_made_again_the_former_version_stays(cast, wall):
    other = make_writing(cast.samira, cast.etage, "La cave aussi.")
    make_attachment(cast.karim, wall)
    there = made(cast, Taken(wall), Taken(other), text="# Avant")
    again = [Taken(other, words="Puis plus rien.")]
    saved = reassemble(by=cast.samira, writing=there, version=1, takes=again, text="# Après")
    assert saved.version == 2
    assert read_there(there, cast.karim) == ["La cave aussi."]
    assert timeline.read_one(wall.pk, by=cast.karim).taken_up == []
    now, before = versions(there, by=cast.karim)
    assert [one.passage for one in before.taken] == [TEXT, "La cave aussi."]
    assert [len(one.attached) for one in before.taken] == [1, 0]
    assert now.also == ["ce qui est repris"]
    assert search("suinte", by=cast.maud).hits == []


def test_made_again_the_same_is_no_new_version(cast, wall):
    make_attachment(cast.karim, wall)
    there = made(cast, Taken(wall, words="Voilà."), text="# Le mur")
    takes = [Taken(wall, passage=TEXT, words="Voilà.", version=1)]
    saved = reassemble(by=cast.samira, writing=there, version=1, takes=takes, text="# Le mur")
    assert (saved.version, Piece.objects.count()) == (1, 1)


def test_a_correction_of_the_source_is_taken_only_when_asked(cast, wall):
    there = made(cast, Taken(wall))
    content = actions.Content(text="Le mur ne suinte plus.")
    actions.correct(by=cast.karim, writing=wall, version=1, content=content)
    wall.refresh_from_db()
    (seen,) = told(there, cast.samira)
    assert (seen.passage, seen.is_old) == (TEXT, True)
    reassemble(by=cast.samira, writing=there, version=1, takes=[Taken(wall, version=1)])
    assert read_there(there, cast.samira) == [TEXT]
    there.refresh_from_db()
    takes = [Taken(wall, version=2)]
    reassemble(by=cast.samira, writing=there, version=there.version, takes=takes)
    assert read_there(there, cast.samira) == ["Le mur ne suinte plus."]


def test_corrected_otherwise_the_pieces_stay(cast, wall):
    there = made(cast, Taken(wall), text="Avant.")
    content = actions.Content(text="Après.", heading="Logement")
    actions.correct(by=cast.samira, writing=there, version=1, content=content)
    assert read_there(there, cast.maud) == [TEXT]
    there.refresh_from_db()
    reassemble(by=cast.samira, writing=there, version=2, takes=[Taken(wall, words="Et puis.")])
    there.refresh_from_db()
    assert there.heading.name == "Logement"


def test_a_piece_read_no_more_stays_or_goes_and_is_never_read_again(cast, wall):
    make_writing(cast.samira, cast.amina, "Non.", answers=wall)
    there = made(cast, Taken(wall), by=cast.bruno)
    cast.amina.team_grants.filter(group=cast.nuit).delete()
    longer = actions.Content(text=TEXT + " Depuis, le secret.")
    actions.correct(by=cast.karim, writing=wall, version=1, content=longer)
    wall.refresh_from_db()
    made_again = {"by": cast.bruno, "writing": there, "version": 1}
    with pytest.raises(actions.NotAllowed):
        reassemble(takes=[Taken(wall, version=2)], **made_again)
    with pytest.raises(actions.NotAllowed):
        reassemble(takes=[Taken(wall, passage="Depuis, le secret.", version=1)], **made_again)
    shorter = Taken(wall, passage="Le mur suinte.", words="Mes mots.", version=1)
    reassemble(takes=[shorter], **made_again)
    assert [(one.passage, one.is_answer) for one in told(there, cast.samira)] == [
        ("Le mur suinte.", False),
        ("Non.", True),
    ]
    assert all(one.is_withheld for one in told(there, cast.maud))


@pytest.mark.parametrize(("who", "where"), [("maud", "didier"), ("yann", "etage")])
def test_one_reads_each_piece_or_nothing_is_signed(cast, wall, who, where):
    with pytest.raises(actions.NotAllowed):
        assemble(by=getattr(cast, who), notebook=getattr(cast, where), takes=[Taken(wall)])
    assert (Writing.objects.count(), Piece.objects.count()) == (1, 0)


def test_a_version_that_never_was_is_refused(cast, wall):
    with pytest.raises(NotVerbatim):
        made(cast, Taken(wall, version=7))


def test_an_assembly_holds_so_many_pieces(cast, wall):
    with pytest.raises(pieces.TooMuch):
        made(cast, *[Taken(wall)] * (pieces.MAX_PIECES + 1))


def test_a_source_that_is_filed_elsewhere_is_read_there(cast, wall):
    fragment = make_writing(cast.karim, bricabrac(by=cast.karim), "Trois mots.")
    there = made(cast, Taken(fragment), by=cast.karim)
    assert told(there, cast.samira)[0].source_pk is None
    file_away(by=cast.karim, writing=fragment, notebook=cast.amina)
    assert told(there, cast.samira)[0].source_pk == fragment.pk


@pytest.mark.parametrize("answers", [1, 10])
def test_what_follows_a_piece_costs_the_same_whatever_it_is(
    cast, wall, answers, django_assert_num_queries
):
    for number in range(answers):
        make_writing(cast.samira, cast.amina, f"Réponse {number}.", answers=wall)
    with django_assert_num_queries(6):
        rows = pieces.rows([Taken(wall)], by=cast.samira)
    assert [row.answers for row in rows] == [None] + [0] * answers


def test_of_an_assembly_one_takes_up_its_author_s_words_and_not_its_pieces(cast, wall):
    make_attachment(cast.karim, wall)
    there = made(cast, Taken(wall, words="Voilà où nous en sommes."), text="# Le mur")
    again = assemble(by=cast.samira, notebook=cast.amina, takes=[Taken(there)])
    (seen,) = told(again, cast.samira)
    assert (seen.passage, seen.attached) == ("# Le mur\n\nVoilà où nous en sommes.", ())
    part = Taken(there, passage="Voilà où nous en sommes.")
    assert read_there(assemble(by=cast.samira, notebook=cast.amina, takes=[part]), cast.samira)
    with pytest.raises(NotVerbatim):
        assemble(
            by=cast.samira, notebook=cast.amina, takes=[Taken(there, passage="Le mur suinte.")]
        )
    reassemble(by=cast.samira, writing=there, version=1, takes=[Taken(wall, words="Plus rien.")])
    there.refresh_from_db()
    former = Taken(there, passage="Voilà où nous en sommes.", version=1)
    assert read_there(assemble(by=cast.samira, notebook=cast.amina, takes=[former]), cast.samira)


def test_what_colleagues_answered_may_be_left_out_and_that_is_told(cast, wall):
    coffee = make_writing(cast.samira, cast.amina, "J’amène le café.", answers=wall)
    hers = make_writing(cast.samira, cast.amina, "Non.", answers=coffee, voice="person")
    there = made(cast, Taken(wall, words="Puis :", without=[coffee.pk, hers.pk]))
    assert [(one.passage, one.has_unsaid, one.words) for one in told(there, cast.maud)] == [
        (TEXT, True, ""),
        ("Non.", False, "Puis :"),
    ]
    again = [Taken(wall, words="Puis :", version=1, without=[coffee.pk])]
    saved = reassemble(by=cast.samira, writing=there, version=1, takes=again)
    assert saved.version == 1
    assert search("café", by=cast.maud).hits == []


def test_versions_tell_which_passages_came_and_went(cast, wall):
    cave = make_writing(cast.samira, cast.etage, "La cave aussi.")
    there = made(cast, Taken(wall))
    reassemble(by=cast.samira, writing=there, version=1, takes=[Taken(cave)])
    now, before = versions(there, by=cast.samira)
    assert [one.passage for one in now.come] == ["La cave aussi."]
    assert [one.passage for one in now.gone] == [TEXT]
    assert (before.come, before.gone) == ([], [])
    hidden = made(cast, Taken(wall), by=cast.bruno)
    reassemble(by=cast.bruno, writing=hidden, version=1, takes=[Taken(cave)])
    assert [one.passage for one in versions(hidden, by=cast.maud)[0].gone] == []
