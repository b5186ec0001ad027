"""Acts on projects: a text with several hands, steps, agreements, and who may."""

from datetime import date

import pytest

from dossier.collectives.actions import join
from dossier.establishment.actions import farewell
from dossier.notebooks import actions as notebooks
from dossier.notebooks.actions import Content, NotAllowed, Outdated
from dossier.notebooks.models import READ, Writing
from dossier.notebooks.pieces import Taken
from dossier.notebooks.taking_up import reassemble
from dossier.notebooks.timeline import read_one
from dossier.notebooks.versions import hands, versions
from dossier.projects import actions
from dossier.projects.models import Agreement, Step
from tests.conftest import make_attachment, make_writing


@pytest.fixture
def project(cast):
    """Return a project of the foyer, that samira keeps."""
    return actions.open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])


def test_a_title_is_enough_and_describe_renames(cast, project):
    assert (project.sort, project.text, project.easy) == ("", None, None)
    actions.describe(by=cast.karim, project=project, title="La mer", sort="séjour")
    project.notebook.refresh_from_db()
    assert (str(project.notebook), project.sort) == ("La mer", "séjour")


def test_the_text_has_several_hands_and_says_whose(cast, project):
    first = actions.write_text(by=cast.samira, project=project, text="Trois jours.")
    again = actions.write_text(by=cast.karim, project=project, text="Cinq jours.")
    assert (first.pk, again.version, again.author) == (again.pk, 2, cast.samira)
    assert hands(again) == ["Samira", "Karim"]
    told = versions(again, by=cast.bruno)
    assert [(one.text, one.by) for one in told] == [
        ("Cinq jours.", "Karim"),
        ("Trois jours.", "Samira"),
    ]
    assert Writing.objects.filter(is_common=True).count() == 1


def test_the_author_leaving_blocks_nothing(cast, project):
    actions.write_text(by=cast.karim, project=project, text="Trois jours.")
    farewell(worker=cast.karim)
    again = actions.write_text(by=cast.helene, project=project, text="Cinq jours.")
    assert (again.text, again.version) == ("Cinq jours.", 2)


@pytest.mark.parametrize("which", [actions.TEXT, actions.EASY])
def test_two_at_once_lose_nothing(cast, project, which):
    given = {"project": project, "which": which}
    actions.sign(by=cast.samira, content=Content("Trois jours."), version=0, **given)
    with pytest.raises(Outdated):  # both opened the empty page
        actions.sign(by=cast.karim, content=Content("Le train."), version=0, **given)
    actions.sign(by=cast.karim, content=Content("Trois jours, le train."), version=1, **given)
    with pytest.raises(Outdated) as outdated:
        actions.sign(by=cast.samira, content=Content("Le car."), version=1, **given)
    assert outdated.value.writing.text == "Trois jours, le train."


def test_the_text_and_the_easy_one_are_two(cast, project):
    text = actions.write_text(by=cast.samira, project=project, text="Trois jours à la mer.")
    easy = actions.write_easy(by=cast.karim, project=project, text="On va à la mer.")
    project.refresh_from_db()
    assert (project.text, project.easy) == (text, easy)


@pytest.mark.parametrize("who", ["maud", "bruno", "yann", "gilles"])
def test_acts_are_not_allowed_to_who_does_not_write_there(cast, project, who):
    notebooks.grant(by=cast.samira, notebook=project.notebook, to=cast.bruno, level=READ)
    step = actions.note_step(by=cast.samira, project=project, words="Un car")
    actions.write_text(by=cast.samira, project=project, text="Trois jours.")
    by = getattr(cast, who)
    for act in (
        lambda: actions.describe(by=by, project=project, title="Autre"),
        lambda: actions.write_text(by=by, project=project, text="Autre."),
        lambda: actions.write_easy(by=by, project=project, text="Autre."),
        lambda: actions.note_step(by=by, project=project, words="Autre"),
        lambda: actions.note_step(by=by, project=project, words="Autre", step=step),
        lambda: actions.mark_step(by=by, step=step, done_on=date(2026, 1, 1)),
        lambda: actions.drop_step(by=by, step=step),
        lambda: actions.note_agreement(by=by, project=project, side="house", answer="yes"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert [(one.words, one.done_on) for one in Step.objects.all()] == [("Un car", None)]
    assert Agreement.objects.count() == 0


# Pieces of a text with several hands.


@pytest.fixture
def composed(cast, project):
    """Return a text that takes up, by bruno who only reads Amina, and by samira who writes there;
    maud writes in the project and reads nothing of Amina.
    """
    for who in (cast.bruno, cast.maud):
        notebooks.grant(by=cast.samira, notebook=project.notebook, to=who, level="write_notebook")
    withheld = make_writing(cast.samira, cast.amina, "Elle a peur du noir. Un secret.")
    shown = make_writing(cast.samira, cast.amina, "Elle aime la mer. Et les glaces.")
    make_attachment(cast.samira, shown, description="La plage.")
    text = actions.write_text(by=cast.bruno, project=project, text="# Vers la mer")
    text = reassemble(
        by=cast.bruno,
        writing=text,
        version=1,
        text=text.text,
        takes=[Taken(withheld, words="Donc.")],
    )
    former = text.pieces.get(until=None)
    takes = [
        Taken(withheld, version=1, kept=former.pk, words="Donc."),
        Taken(shown, passage="Elle aime la mer."),
    ]
    return text, withheld, shown, takes


def read(text, by):
    """Return the passages of a text as somebody reads them."""
    return [(one.passage, one.is_withheld) for one in read_one(text.pk, by=by).pieces]


def test_a_next_signer_who_may_show_less_shows_no_more(cast, project, composed):
    text, withheld, shown, takes = composed
    # maud, who reads nothing of it, keeps the piece as it was, and corrects the words after.
    kept = [Taken(withheld, version=1, kept=takes[0].kept, words="Alors.")]
    text = reassemble(by=cast.maud, writing=text, version=2, text=text.text, takes=kept)
    assert read(text, cast.maud) == [("", True)]
    assert read(text, cast.bruno) == [("Elle a peur du noir. Un secret.", False)]
    assert hands(text) == ["Bruno", "Maud"]


def test_a_next_signer_takes_up_nothing_they_do_not_read(cast, project, composed):
    text, withheld, shown, takes = composed
    with pytest.raises(NotAllowed):
        reassemble(by=cast.maud, writing=text, version=2, text=text.text, takes=[Taken(shown)])
    text.refresh_from_db()
    assert text.version == 2


def test_what_one_showed_stays_shown_when_another_corrects_the_words(cast, project, composed):
    text, withheld, shown, _ = composed
    text = reassemble(
        by=cast.samira, writing=text, version=2, text=text.text,
        takes=[Taken(shown, passage="Elle aime la mer.")],
    )  # fmt: skip
    assert read(text, cast.maud) == [("Elle aime la mer.", False)]
    actions.write_text(by=cast.maud, project=project, text="# Vers la mer\n\nEn mai.")
    assert read(text, cast.maud) == [("Elle aime la mer.", False)]
    (piece,) = read_one(text.pk, by=cast.maud).pieces
    assert [one.description for one in piece.attached] == ["La plage."]


# Steps.


def test_a_step_needs_words_and_nothing_else(cast, project):
    step = actions.note_step(by=cast.karim, project=project, words="Un car")
    assert (step.on, step.when, step.done_on) == (None, "", None)
    with pytest.raises(ValueError, match="says what"):
        actions.note_step(by=cast.karim, project=project, words=" ")


def test_a_step_changes_is_done_and_undone(cast, project):
    step = actions.note_step(by=cast.karim, project=project, words="Un car")
    actions.note_step(by=cast.samira, project=project, words="Le train", when="en mai", step=step)
    actions.mark_step(by=cast.karim, step=step, done_on=date(2026, 5, 1))
    assert Step.objects.get().done_on == date(2026, 5, 1)
    actions.mark_step(by=cast.karim, step=step, done_on=None)
    found = Step.objects.get()
    assert (found.words, found.when, found.done_on) == ("Le train", "en mai", None)


def test_a_step_of_another_project_is_not_reached(cast, project):
    other = actions.open_project(by=cast.samira, title="Autre")
    step = actions.note_step(by=cast.samira, project=other, words="Un car")
    with pytest.raises(ValueError, match="another project"):
        actions.note_step(by=cast.samira, project=project, words="Non", step=step)


# Agreements.


def note(cast, project, **more):
    """Note a yes of the house, or what is given."""
    given = {"by": cast.samira, "side": "house", "answer": "yes"} | more
    return actions.note_agreement(project=project, **given)


def test_an_agreement_is_of_the_text_there_is(cast, project):
    assert note(cast, project).version is None
    actions.write_text(by=cast.samira, project=project, text="Trois jours.")
    actions.write_text(by=cast.karim, project=project, text="Cinq jours.")
    assert note(cast, project).version == 2
    assert note(cast, project, version=1).version == 1
    with pytest.raises(ValueError, match="version"):
        note(cast, project, version=3)


@pytest.mark.parametrize(
    "given",
    [{"side": "nobody"}, {"answer": "peut-être"}, {"answer": ""}, {"answer": "", "words": " "}],
    ids=str,
)
def test_an_agreement_that_says_nothing_is_none(cast, project, given):
    with pytest.raises(ValueError, match=r"there is not|nothing"):
        note(cast, project, **given)
    assert Agreement.objects.count() == 0


def test_somebody_whom_one_may_not_read_is_not_named(cast, project):
    with pytest.raises(ValueError, match="may not read"):
        note(cast, project, side="person", person=cast.didier.dossier.person)


def test_a_reader_of_the_project_who_reads_one_of_two_persons_knows_of_that_one(cast, project):
    didier = cast.didier
    notebooks.grant(by=cast.maud, notebook=didier, to=cast.samira, level=READ)
    notebooks.grant(by=cast.samira, notebook=project.notebook, to=cast.bruno, level=READ)
    for notebook, answer in ((cast.amina, "yes"), (didier, "no")):
        person = notebook.dossier.person
        join(by=cast.samira, notebook=project.notebook, person=person)
        note(cast, project, side="person", person=person, answer=answer)
        note(cast, project, side="other", person=person, who="Sa tante", answer=answer)
    note(cast, project)
    seen = Agreement.objects.visible_to(cast.bruno)
    assert [(one.side, str(one.person)) for one in seen] == [
        ("person", "Amina"),
        ("other", "Amina"),
        ("house", "None"),
    ]
    assert Agreement.objects.visible_to(cast.maud).count() == 0
