"""Telling in a cause, without the names, what was written elsewhere, and who learns what."""

import uuid

import pytest

from dossier.collectives.actions import join, open_collective
from dossier.collectives.causes import AnswersFollow, in_words, known, plea, tell_nameless
from dossier.journal.models import Entry
from dossier.notebooks import actions, search, timeline
from dossier.notebooks.models import READ, WRITE, Mention, Nameless, NotAllowed, Notebook, Writing
from dossier.notebooks.timeline import Seen, TakenUp, Told
from dossier.persons.actions import describe, note_relation
from tests.conftest import Cast, make_attachment, make_notebook, make_writing

SAID = "Amina tousse la nuit, le mur suinte."
TOLD = "[une personne] tousse la nuit, le mur suinte."


@pytest.fixture
def cause(cast) -> Notebook:
    """Return a cause in which the foyer and the SAVS write; bruno reads Amina and not the cause,
    maud the cause and not Amina, samira both.
    """
    kind = Notebook.Kind.CAUSE
    opened = open_collective(by=cast.samira, name="Des murs humides", kind=kind, teams=[cast.foyer])
    actions.grant(by=cast.samira, notebook=opened.notebook, to=cast.savs, level=WRITE)
    return opened.notebook


@pytest.fixture
def source(cast) -> Writing:
    """Return a writing with all that must not go along."""
    writing = make_writing(
        cast.samira,
        cast.amina,
        SAID,
        heading="Santé",
        tags=("pédiatre",),
        moment="la nuit de dimanche",
        voice="person",
        speaker="Amina Benali",
    )
    make_attachment(cast.samira, writing, name="visage.png", description="Son visage.")
    return writing


def tell(cast: Cast, source: Writing, cause: Notebook, **more) -> Writing:
    """Tell SAID without its name."""
    return tell_nameless(by=cast.samira, source=source, cause=cause, text=TOLD, **more)


def test_only_the_text_and_the_voice_go_along(cast, source, cause):
    telling = tell(cast, source, cause)
    assert (telling.notebook, telling.text, telling.author) == (cause, TOLD, cast.samira)
    assert (telling.voice, telling.speaker, telling.moment) == ("person", "", "")
    assert (telling.heading, telling.tag_words, telling.occurred_on) == (None, "", None)
    assert telling.attachments.count() == telling.pieces.count() == telling.taggings.count() == 0
    assert Mention.objects.filter(writing=telling).count() == 0
    assert (telling.nameless.source, telling.nameless.version) == (source, 1)


def test_when_is_said_by_hand(cast, source, cause):
    assert tell(cast, source, cause, moment="cet hiver").moment == "cet hiver"


def test_a_line_is_left_in_both_notebooks(cast, source, cause):
    Entry.objects.all().delete()
    telling = tell(cast, source, cause)
    lines = Entry.objects.order_by("pk").values_list("notebook", "act", "writing")
    assert list(lines) == [(cause.pk, "wrote", telling.pk), (cast.amina.pk, "nameless", source.pk)]


def test_the_same_form_twice_tells_once(cast, source, cause):
    answer = make_writing(cast.samira, cast.amina, "Non.", answers=source, voice="person")
    key = uuid.uuid4()
    first = tell(cast, source, cause, key=key, answers={answer.pk: "Non."})
    assert tell(cast, source, cause, key=key, answers={answer.pk: "Non."}) == first
    assert Writing.objects.filter(notebook=cause).count() == Nameless.objects.count() == 2
    assert Entry.objects.filter(act=Entry.Act.NAMELESS).count() == 2
    with pytest.raises(actions.AlreadyWritten):
        tell_nameless(by=cast.samira, source=source, cause=cause, text="Autre.", key=key,
                      answers={answer.pk: "Non."})  # fmt: skip


def test_two_windows_tell_twice(cast, source, cause):
    assert tell(cast, source, cause) != tell(cast, source, cause)


def test_answers_of_the_person_follow_and_those_of_colleagues_may(cast, source, cause):
    person = make_writing(cast.samira, cast.amina, "Non.", answers=source, voice="relative")
    colleague = make_writing(cast.karim, cast.amina, "J’appelle l’office.", answers=source)
    with pytest.raises(AnswersFollow) as refused:
        tell(cast, source, cause, answers={colleague.pk: "J’appelle."})
    assert refused.value.missing == [person.pk]
    telling = tell(cast, source, cause, answers={person.pk: "Non."})
    (told,) = telling.replies.all()
    assert (told.text, told.voice, told.speaker, told.notebook) == ("Non.", "relative", "", cause)
    assert told.nameless.source == person
    telling = tell(cast, source, cause, answers={person.pk: "Non.", colleague.pk: "J’appelle."})
    assert [one.text for one in telling.replies.order_by("pk")] == ["Non.", "J’appelle."]
    other = make_writing(cast.samira, cast.amina, "Autre chose.")
    with pytest.raises(ValueError, match="something else"):
        tell(cast, source, cause, answers={person.pk: "Non.", other.pk: "Autre."})


def test_an_answer_that_follows_is_not_empty(cast, source, cause):
    person = make_writing(cast.samira, cast.amina, "Non.", answers=source, voice="person")
    with pytest.raises(AnswersFollow):
        tell(cast, source, cause, answers={person.pk: "  "})


@pytest.mark.parametrize(("who", "may"), [
    ("samira", True), ("karim", True), ("bruno", False), ("maud", False), ("helene", True),
    ("yann", False), ("gilles", False),
])  # fmt: skip
def test_who_writes_in_both_may(cast, source, cause, who, may):
    actions.grant(by=cast.samira, notebook=cause, to=cast.nuit, level=WRITE)
    teller = getattr(cast, who)
    try:
        tell_nameless(by=teller, source=source, cause=cause, text=TOLD)
    except NotAllowed:
        assert not may
        assert Nameless.objects.count() == Writing.objects.filter(notebook=cause).count() == 0
    else:
        assert may


def test_who_only_reads_the_cause_may_not(cast, source, cause):
    actions.grant(by=cast.samira, notebook=cause, to=cast.foyer, level=READ)
    with pytest.raises(NotAllowed):
        tell_nameless(by=cast.karim, source=source, cause=cause, text=TOLD)


def test_it_is_told_in_a_cause_with_words(cast, source, cause):
    for place in (cast.etage, cast.amina):
        with pytest.raises(ValueError, match="in a cause"):
            tell(cast, source, place)
    with pytest.raises(ValueError, match="no writing"):
        tell_nameless(by=cast.samira, source=source, cause=cause, text="  ")


# Who learns what.


def line(writing: Writing, who) -> timeline.Line:
    return timeline.read_one(writing.pk, by=who)


def test_who_reads_one_of_the_two_learns_nothing_of_the_other(cast, source, cause):
    telling = tell(cast, source, cause)
    assert line(telling, cast.maud).nameless == Told(None, False)
    assert line(telling, cast.samira).nameless == Told(source.pk, False)
    assert line(source, cast.bruno).taken_up == [TakenUp(None, "")]
    assert line(source, cast.samira).taken_up == [TakenUp(telling.pk, "Des murs humides", True)]
    assert line(source, cast.samira).nameless is None


def test_told_elsewhere_twice_is_said_once(cast, source, cause):
    for _ in range(2):
        tell(cast, source, cause)
    assert line(source, cast.bruno).taken_up == [TakenUp(None, "")]


def test_a_correction_of_the_source_is_told_to_who_reads_it(cast, source, cause):
    telling = tell(cast, source, cause)
    content = actions.content_of(source, text="Amina tousse jour et nuit.")
    actions.correct(by=cast.samira, writing=source, version=1, content=content)
    assert line(telling, cast.samira).nameless == Told(source.pk, True)
    assert line(telling, cast.maud).nameless == Told(None, False)


def test_what_is_told_is_found_by_who_reads_the_cause(cast, source, cause):
    tell(cast, source, cause)
    for who, found in ((cast.maud, [TOLD]), (cast.bruno, [SAID]), (cast.yann, [])):
        hits = search.search(by=who, query="tousse").hits
        assert [hit.writing.text for hit in hits] == found


@pytest.mark.parametrize("count", [1, 30])
def test_a_page_costs_as_much_with_one_told_as_with_thirty(
    cast, cause, count, django_assert_num_queries
):
    for number in range(count):
        writing = make_writing(cast.samira, cast.amina, f"Amina tousse, {number}.")
        tell(cast, writing, cause)
    with django_assert_num_queries(9):
        timeline.read(cause, seen=Seen(cast.samira))


# Whose names are known.


def test_only_those_one_may_read_are_known(cast, cause):
    note_relation(by=cast.samira, notebook=cast.amina, name="Odile")
    note_relation(by=cast.maud, notebook=cast.didier, name="Gertrudine")
    names = {name for one in known(by=cast.samira, notebook=cast.amina) for name in one.names}
    assert {"Amina", "Odile", "Maud", "Le premier étage", "Des murs humides"} <= names
    assert {"Didier", "Gertrudine"} & names == set()
    own = {name for one in known(by=cast.samira, notebook=cast.amina) if one.is_own
           for name in one.names if name}  # fmt: skip
    assert own == {"Amina", "Odile"}


@pytest.mark.parametrize("count", [1, 30])
def test_asking_costs_the_same_for_one_and_thirty(cast, count, django_assert_num_queries):
    for number in range(count):
        notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
        note_relation(by=cast.samira, notebook=notebook, name=f"Proche {number}")
    describe(by=cast.samira, dossier=cast.amina.dossier, called="Amina", birth="12/03/2009")
    with django_assert_num_queries(4):
        known(by=cast.samira, notebook=cast.amina)


# About how many.


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (-1, ""), (0, ""), (1, ""), (4, ""),
        (5, "moins d’une dizaine"), (8, "moins d’une dizaine"),
        (9, "une dizaine"), (12, "une dizaine"), (13, "une quinzaine"), (17, "une quinzaine"),
        (18, "une vingtaine"), (24, "une vingtaine"), (25, "une trentaine"),
        (40, "une quarantaine"), (50, "une cinquantaine"), (60, "plusieurs dizaines"),
        (99, "une centaine"), (150, "plus d’une centaine"), (10_000, "plusieurs centaines"),
    ],
)  # fmt: skip
def test_about_how_many(number, words):
    assert in_words(number) == words


def test_there_is_never_a_figure():
    assert not any(char.isdigit() for number in range(2_000) for char in in_words(number))


def test_a_plea_counts_situations_and_nothing_under_five(cast, cause):
    told = []
    for number in range(5):
        notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
        for _ in range(3):
            tell(cast, make_writing(cast.samira, notebook, "Le mur suinte."), cause)
        told.append(plea(cause))
    assert told == [""] * 4 + ["Moins d’une dizaine de situations nous ont été racontées."]


def test_so_few_are_not_counted_in_a_cause(cast, cause):
    for count in (0, 1, 4):
        with pytest.raises(ValueError, match="so few"):
            join(by=cast.samira, notebook=cause, words="des familles", count=count)
    assert join(by=cast.samira, notebook=cause, words="des familles", count=5).count == 5
    assert join(by=cast.samira, notebook=cast.etage, words="des jeunes", count=2).count == 2
