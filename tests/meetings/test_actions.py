"""Acts on meetings: points wait, go to the next one, are concluded once, answered after."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.meetings import actions, councils, points
from dossier.meetings.models import Point
from dossier.notebooks.actions import AlreadyWritten
from dossier.notebooks.models import NotAllowed, Notebook, Writing
from dossier.projects.actions import open_project
from tests.conftest import make_notebook, make_writing

DAY = timedelta(days=1)


def call(cast, days=None, **more):
    """Call a meeting of the first floor so many days from today."""
    if days is not None:
        more["on"] = timezone.localdate() + days * DAY
    return actions.call_meeting(by=cast.samira, notebook=cast.etage, **more)


def aside(cast, words="La chaudière", by=None, **more):
    """Set words aside on the first floor."""
    more.setdefault("notebook", cast.etage)
    return actions.set_aside(by=by or cast.samira, words=words, **more)


def test_a_day_or_a_title_is_enough(cast):
    assert call(cast, 3).title == ""
    assert call(cast, title="Vite").on is None
    with pytest.raises(ValueError, match="title or a day"):
        call(cast, title=" ")


def test_a_project_meets_and_a_dossier_does_not(cast):
    project = open_project(by=cast.samira, title="Vers la mer").notebook
    assert actions.call_meeting(by=cast.samira, notebook=project, title="Vite").pk
    with pytest.raises(ValueError, match="nobody meets"):
        actions.call_meeting(by=cast.samira, notebook=cast.amina, title="Vite")
    with pytest.raises(ValueError, match="nobody meets"):
        aside(cast, notebook=cast.amina)


def test_the_next_meeting_called_takes_what_waits(cast):
    set_aside = [aside(cast, words) for words in ("Un", "Deux", "Trois")]
    assert [one.meeting for one in set_aside] == [None] * 3
    other = make_notebook(cast.samira, "La cuisine", collective=True)
    elsewhere = aside(cast, notebook=other)
    meeting = call(cast, 3)
    assert [one.words for one in meeting.points.all()] == ["Un", "Deux", "Trois"]
    elsewhere.refresh_from_db()
    assert elsewhere.meeting is None


@pytest.mark.parametrize(
    ("planned", "goes"),
    [([], None), ([-1], None), ([0], 0), ([-1, 9, 4], 4), ([None, 9], 9), ([-1, None], "undated")],
)
def test_what_is_set_aside_goes_to_the_next_planned(cast, planned, goes):
    made = {}
    for days in planned:
        made[days] = call(cast, days, title="Vite")
    found = aside(cast).meeting
    assert found == (made[None] if goes == "undated" else made.get(goes) if planned else None)


def test_a_meeting_without_a_day_is_over_once_something_is_concluded(cast):
    first = call(cast, title="Vite")
    actions.conclude(by=cast.samira, point=aside(cast), text="Oui.")
    assert Point.objects.get().meeting == first
    assert aside(cast).meeting is None


def test_set_aside_is_for_who_writes_there_and_reads_the_writing(cast):
    theirs = make_writing(cast.maud, cast.didier, "À la banque.")
    with pytest.raises(NotAllowed):
        aside(cast, "", writing=theirs)
    with pytest.raises(NotAllowed):
        aside(cast, by=cast.maud)
    with pytest.raises(ValueError, match="says what"):
        aside(cast, " ")
    assert Point.objects.count() == 0


def test_a_writing_alone_is_a_point_for_who_reads_it(cast):
    """bruno writes on the floor and reads amina; maud is given the floor alone."""
    secret = make_writing(cast.samira, cast.amina, "Elle pleure la nuit.")
    alone, both = aside(cast, "", writing=secret), aside(cast, "Les nuits", writing=secret)
    found = {
        who: list(Point.objects.telling_read(getattr(cast, who)).values_list("pk", "is_read"))
        for who in ("bruno", "maud", "yann")
    }
    assert found == {"bruno": [(alone.pk, True), (both.pk, True)], "maud": [], "yann": []}
    Notebook.objects.get(pk=cast.amina.pk).team_grants.all().delete()
    seen = Point.objects.telling_read(cast.bruno).values_list("pk", "is_read")
    assert list(seen) == [(both.pk, False)]
    for act in (actions.conclude, points.word, points.put_off, points.move):
        more = {actions.conclude: {"text": "a"}, points.word: {"words": "a"},
                points.move: {"is_up": True}}  # fmt: skip
        with pytest.raises(NotAllowed):
            act(by=cast.bruno, point=alone, **more.get(act, {}))


def test_moving_goes_past_what_one_may_not_know_of(cast):
    meeting = call(cast, 3)
    secret = make_writing(cast.samira, cast.amina, "Elle pleure la nuit.")
    first = aside(cast, "Un")
    aside(cast, "", writing=secret)
    last = aside(cast, "Trois")
    cast.amina.team_grants.all().delete()  # bruno reads it no more
    points.move(by=cast.bruno, point=last, is_up=True)
    assert [one.words for one in meeting.points.all()] == ["Trois", "Un", ""]
    points.move(by=cast.bruno, point=last, is_up=True)  # the first already
    points.move(by=cast.samira, point=first, is_up=False)
    assert [one.words for one in meeting.points.all()] == ["Trois", "", "Un"]


def test_put_off_goes_to_the_meeting_after_or_waits(cast):
    first = call(cast, 1)
    point = aside(cast)
    assert points.put_off(by=cast.bruno, point=point) is None
    point.refresh_from_db()
    assert point.meeting is None
    second = call(cast, 5)
    point.refresh_from_db()
    assert point.meeting == second
    again = aside(cast, "Encore")
    assert again.meeting == first
    assert points.put_off(by=cast.samira, point=again) == second
    assert [one.words for one in second.points.all()] == ["La chaudière", "Encore"]


def test_who_put_a_point_withdraws_it_until_it_is_concluded(cast):
    point = aside(cast)
    with pytest.raises(NotAllowed):
        points.withdraw(by=cast.karim, point=point)
    points.withdraw(by=cast.samira, point=point)
    done = aside(cast)
    actions.conclude(by=cast.karim, point=done, text="Oui.")
    with pytest.raises(NotAllowed):
        points.withdraw(by=cast.samira, point=done)
    with pytest.raises(ValueError, match="not concluded"):
        points.put_off(by=cast.samira, point=done)
    assert Point.objects.get() == done


def test_a_conclusion_is_a_writing_of_the_day_that_others_correct(cast):
    meeting = call(cast, -2)
    point = aside(cast, meeting=meeting)
    said = actions.conclude(by=cast.samira, point=point, text="On la change.")
    assert (said.text, said.notebook, said.occurred_on, said.is_common) == (
        "# La chaudière\n\nOn la change.", cast.etage, meeting.on, True,
    )  # fmt: skip
    assert list(Writing.objects.correctable_by(cast.bruno)) == [said]
    point.refresh_from_db()
    assert point.conclusion == said


def test_a_conclusion_never_quotes_what_was_set_aside(cast):
    secret = make_writing(cast.samira, cast.amina, "# Les nuits d’Amina\n\nElle pleure.")
    said = actions.conclude(
        by=cast.samira, point=aside(cast, "", writing=secret), text="On veille."
    )
    assert said.text == "On veille."
    named = aside(cast, "", writing=secret)
    said = actions.conclude(by=cast.samira, point=named, text="On veille.", words="Les nuits")
    named.refresh_from_db()
    assert (said.text, named.words) == ("# Les nuits\n\nOn veille.", "Les nuits")


def test_concluded_twice_at_once_keeps_both(cast):
    point, key = aside(cast), uuid.uuid4()
    first = actions.conclude(by=cast.samira, point=point, text="Oui.", key=key)
    assert actions.conclude(by=cast.samira, point=point, text="Oui.", key=key) == first
    with pytest.raises(AlreadyWritten):
        actions.conclude(by=cast.samira, point=point, text="Non.", key=key)
    with pytest.raises(actions.AlreadySaid) as refused:
        actions.conclude(by=cast.karim, point=point, text="Non.")
    assert refused.value.writing == first
    assert Writing.objects.count() == 1


def test_nothing_is_concluded_in_the_future(cast):
    point = aside(cast, meeting=call(cast, 9))
    assert actions.conclude(by=cast.samira, point=point, text="Oui.").occurred_on is None
    later = timezone.now() + 10 * DAY
    point = aside(cast, meeting=call(cast, 9))
    said = actions.conclude(by=cast.samira, point=point, text="Oui.", at=later)
    assert said.occurred_on == timezone.localdate() + 9 * DAY


def test_a_meeting_that_is_not_held_gives_its_points_back(cast):
    first, point = call(cast, 3), aside(cast)
    second = call(cast, 9)
    with pytest.raises(NotAllowed):
        actions.cancel(by=cast.maud, meeting=first)
    actions.cancel(by=cast.karim, meeting=first)
    point.refresh_from_db()
    assert point.meeting == second
    actions.cancel(by=cast.samira, meeting=second)
    point.refresh_from_db()
    assert point.meeting is None
    third = call(cast, 9)
    actions.conclude(by=cast.samira, point=point, text="Oui.")
    with pytest.raises(NotAllowed):
        actions.cancel(by=cast.samira, meeting=third)


def test_whether_something_was_set_aside_with_words_is_not_told(cast):
    secret = make_writing(cast.samira, cast.amina, "Elle pleure la nuit.")
    pair = [aside(cast, "Les nuits", writing=secret), aside(cast, "La chaudière")]
    cast.amina.team_grants.all().delete()
    for point in pair:
        with pytest.raises(ValueError, match="says what"):
            points.word(by=cast.bruno, point=point, words=" ")
    points.word(by=cast.samira, point=pair[0], words=" ")
    assert Point.objects.filter(words="").count() == 1


def test_an_answer_answers_the_conclusion(cast):
    point = aside(cast)
    with pytest.raises(ValueError, match="nothing was concluded"):
        actions.note_answer(by=cast.samira, point=point, text="En mai.")
    said = actions.conclude(by=cast.samira, point=point, text="Oui.")
    on = date(2026, 3, 3)
    answer = actions.note_answer(by=cast.samira, point=point, text="En mai.", on=on)
    assert (answer.answers, answer.occurred_on, answer.is_common) == (said, on, True)
    with pytest.raises(actions.AlreadySaid):
        actions.note_answer(by=cast.karim, point=point, text="En juin.")
    for act in (actions.conclude, actions.note_answer):
        with pytest.raises(ValueError, match="empty"):
            act(by=cast.samira, point=aside(cast) if act is actions.conclude else _said(cast),
                text=" ")  # fmt: skip


def _said(cast):
    point = aside(cast)
    actions.conclude(by=cast.samira, point=point, text="Oui.")
    return point


def test_who_came_is_ticked_among_those_one_reads(cast):
    join(by=cast.samira, notebook=cast.etage, person=cast.amina.dossier.person)
    meeting = call(cast, -1)
    amina, didier = cast.amina.dossier.person, cast.didier.dossier.person
    with pytest.raises(ValueError, match="may not read"):
        actions.change_meeting(by=cast.samira, meeting=meeting, persons=[didier])
    actions.change_meeting(by=cast.samira, meeting=meeting, persons=[amina], count=12)
    cast.amina.team_grants.all().delete()
    actions.change_meeting(by=cast.bruno, meeting=meeting, persons=[], place="La salle")
    meeting.refresh_from_db()
    assert (list(meeting.persons.all()), meeting.count) == ([amina], 12)
    with pytest.raises(TypeError):
        actions.change_meeting(by=cast.samira, meeting=meeting, notebook=cast.amina)
    with pytest.raises(NotAllowed):
        actions.change_meeting(by=cast.maud, meeting=meeting, place="Ailleurs")


def test_a_collective_is_declared_a_council_and_has_seats(cast):
    council = councils.declare_council(by=cast.samira, notebook=cast.etage)
    again = councils.declare_council(
        by=cast.karim, notebook=cast.etage, form="survey", word="Un an"
    )
    assert (council.pk, again.form, again.word) == (again.pk, "survey", "Un an")
    line = councils.seat(by=cast.samira, council=council, college="persons", name="Odile")
    councils.seat(by=cast.samira, council=council, college="families", name="Odile", seated=line)
    assert [one.college for one in council.seats.all()] == ["families"]
    with pytest.raises(NotAllowed):
        councils.seat(by=cast.maud, council=council, college="persons", name="Moi")
    for wrong in ({"college": "nobody"}, {"college": "persons", "role": "king"}):
        with pytest.raises(ValueError, match="no such"):
            councils.seat(by=cast.samira, council=council, name="Odile", **wrong)
    with pytest.raises(ValueError, match="collective"):
        councils.declare_council(by=cast.samira, notebook=cast.amina)
