"""What hostile or hurried hands do to collectives, projects, meetings: nothing breaks, nothing is
lost, nothing is told.
"""

import time
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import AlreadyThere, join
from dossier.collectives.models import Membership
from dossier.documents.easy import sentences
from dossier.meetings.actions import call_meeting, cancel, change_meeting, conclude, set_aside
from dossier.meetings.councils import declare_council
from dossier.meetings.models import Meeting, Point
from dossier.notebooks import actions
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import READ, Draft, NotAllowed, Writing
from dossier.notebooks.pieces import Taken
from dossier.projects.actions import note_agreement, open_project, write_text
from tests.conftest import log_in, make_notebook, make_writing
from tests.web.reading import fill, form_to, send


@pytest.fixture
def meeting(cast) -> Meeting:
    """Return a meeting of the first floor, on this day."""
    today = timezone.localdate()
    return call_meeting(by=cast.samira, notebook=cast.etage, title="Le mardi", on=today)


# Days of other centuries.


@pytest.mark.parametrize("day", ["0026-11-20", "0001-01-01", "9999-12-31", "2200-01-01"])
def test_no_form_takes_a_day_that_places_in_time_cannot_hold(cast, meeting, day):
    client = log_in(cast.samira)
    council = declare_council(by=cast.samira, notebook=cast.etage)
    point = set_aside(by=cast.samira, notebook=cast.etage, words="La chaudière", meeting=meeting)
    conclude(by=cast.samira, point=point, text="On la change.")
    etage = [cast.etage.pk]
    for name, args, field in (
        ("meeting-edit", [meeting.pk], "on"),
        ("point-answer", [point.pk], "on"),
        ("seat-create", etage, "from_on"),
        ("membership-create", etage, "from_on"),
    ):
        sent = {"text": "Oui.", "name": "Zoé", "words": "dix", "title": "A", field: day}
        answer = client.post(reverse(name, args=args), sent)
        assert answer.status_code == 422, (name, day)
        assert "Vérifiez l’année." in answer.content.decode() or "pas encore venu" in (
            answer.content.decode()
        )
    assert (council.seats.count(), Membership.objects.count()) == (0, 0)
    assert client.get(reverse("council-detail", args=etage)).status_code == 200


@pytest.mark.parametrize("name", ["person-create", "collective-create", "project-create"])
def test_a_number_that_no_row_bears_is_refused(cast, name):
    told = {"called": "A", "name": "A", "title": "A", "teams": ["9" * 20]}
    assert log_in(cast.samira).post(reverse(name), told).status_code == 422


# Meetings.


def test_a_meeting_that_was_held_is_not_taken_away(cast, meeting):
    change_meeting(by=cast.samira, meeting=meeting, came="Amina, Bruno, une dizaine de parents")
    with pytest.raises(NotAllowed):
        cancel(by=cast.samira, meeting=meeting)
    answer = log_in(cast.samira).post(reverse("meeting-cancel", args=[meeting.pk]), follow=True)
    assert answer.status_code == 200
    assert Meeting.objects.get().came == "Amina, Bruno, une dizaine de parents"


def test_a_meeting_that_was_only_called_is_cancelled(cast, meeting):
    set_aside(by=cast.samira, notebook=cast.etage, words="La chaudière", meeting=meeting)
    cancel(by=cast.samira, meeting=meeting)
    assert (Meeting.objects.count(), Point.objects.get().meeting) == (0, None)


def test_two_who_tick_who_came_are_both_kept(cast, meeting):
    people = [cast.amina.dossier.person, make_notebook(cast.samira, "Zoé").dossier.person]
    for person in people:
        join(by=cast.samira, notebook=cast.etage, person=person)
    client, address = log_in(cast.samira), reverse("meeting-edit", args=[meeting.pk])
    one = form_to(client.get(address), "meeting-edit")
    other = form_to(client.get(address), "meeting-edit")
    one.fields["persons"], other.fields["persons"] = str(people[0].pk), str(people[1].pk)
    assert send(client, one).status_code == 302
    refused = send(client, other)
    assert refused.status_code == 422
    assert "quelqu’un a enregistré entre-temps « Amina »" in refused.content.decode()
    assert [str(who) for who in meeting.persons.all()] == ["Amina"]


def test_the_words_of_a_point_withdrawn_wait_in_a_draft(cast, meeting):
    point = set_aside(by=cast.samira, notebook=cast.etage, words="La chaudière, encore")
    log_in(cast.samira).post(reverse("point-withdraw", args=[point.pk]))
    assert Point.objects.count() == 0
    assert [draft.fields["words"] for draft in Draft.objects.of(cast.samira)] == [
        "La chaudière, encore"
    ]


def test_the_direction_does_not_answer_tomorrow(cast, meeting):
    point = set_aside(by=cast.samira, notebook=cast.etage, words="La chaudière", meeting=meeting)
    conclude(by=cast.samira, point=point, text="On la change.")
    tomorrow = timezone.localdate() + timedelta(days=1)
    sent = {"text": "En mai.", "on": f"{tomorrow:%Y-%m-%d}"}
    answer = log_in(cast.samira).post(reverse("point-answer", args=[point.pk]), sent)
    assert answer.status_code == 422
    assert "En mai." in answer.content.decode()


# Who is there.


def test_somebody_is_there_once(cast):
    person = cast.amina.dossier.person
    member = join(by=cast.samira, notebook=cast.etage, person=person)
    with pytest.raises(AlreadyThere):
        join(by=cast.samira, notebook=cast.etage, person=person)
    client, address = log_in(cast.samira), reverse("membership-create", args=[cast.etage.pk])
    answer = client.post(address, {"person": person.pk})
    assert (answer.status_code, "Amina en est déjà." in answer.content.decode()) == (422, True)
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(pk=member.pk).update(until_on=yesterday)
    assert client.post(address, {"person": person.pk}).status_code == 302  # she came back


def test_a_line_is_changed_ended_and_taken_off(cast):
    person = cast.amina.dossier.person
    member = join(by=cast.samira, notebook=cast.etage, person=person)
    client, args = log_in(cast.karim), [cast.etage.pk, member.pk]
    client.post(reverse("membership-end", args=args))
    member.refresh_from_db()
    assert member.until_on == timezone.localdate()
    form = fill(client, reverse("membership-edit", args=args), "membership-edit", until_on="")
    assert send(client, form).status_code == 302
    member.refresh_from_db()
    assert (member.until_on, member.person) == (None, person)
    client.post(reverse("membership-drop", args=args))
    client.post(reverse("membership-drop", args=args))  # asked twice
    assert Membership.objects.count() == 0
    (draft,) = Draft.objects.of(cast.karim)
    page = client.get(reverse("draft-resume", args=[draft.key]), follow=True).content.decode()
    assert f'<option value="{person.pk}" selected>' in page


def test_a_line_one_may_not_know_of_is_not_reached(cast):
    member = join(by=cast.samira, notebook=cast.etage, person=cast.amina.dossier.person)
    other = make_notebook(cast.maud, "Chez Maud", cast.savs, collective=True)
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level="write_notebook")
    for name in ("membership-edit", "membership-end", "membership-drop"):
        address = reverse(name, args=[cast.etage.pk, member.pk])
        answer = log_in(cast.maud).post(address, {"words": "a"})
        assert answer.status_code in {302, 404}
        assert "Amina" not in answer.content.decode()
    assert list(Membership.objects.values_list("pk", "until_on")) == [(member.pk, None)]
    assert other


def test_who_leaves_later_is_still_there(cast):
    project = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    later = timezone.localdate() + timedelta(days=90)
    person = cast.amina.dossier.person
    join(by=cast.samira, notebook=project.notebook, person=person, until_on=later)
    note_agreement(by=cast.samira, project=project, side="house", answer="yes")
    page = log_in(cast.samira).get(reverse("project-detail", args=[project.notebook_id]))
    assert "Amina : rien n’est noté" in " ".join(page.content.decode().split())
    assert "N’en est plus" in page.content.decode()


# Texts with several hands.


def test_what_one_began_is_shown_beside_what_a_colleague_wrote_first(cast):
    project = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    path, key = reverse("project-text", args=[project.notebook_id]), uuid.uuid4()
    keep_draft(by=cast.karim, key=key, path=path, fields={"text": "Trois jours, à pied."})
    write_text(by=cast.samira, project=project, text="Deux jours, en car.")
    answer = log_in(cast.karim).get(path, {"brouillon": key})
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Trois jours, à pied." in told
    assert "Deux jours, en car." in told


def test_a_name_goes_on_naming_who_it_named(cast):
    """karim reads another Louis than samira, and corrects a comma."""
    hers, his = make_notebook(cast.samira, "Louis"), make_notebook(cast.karim, "Louis")
    project = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    write_text(by=cast.samira, project=project, text="Pour @Louis et @Didier.")
    write_text(by=cast.karim, project=project, text="Pour @Louis, et @Didier.")
    named = Writing.objects.get().mentions.values_list("notebook_id", flat=True)
    assert list(named) == [hers.pk]
    write_text(by=cast.karim, project=project, text="Pour personne.")
    assert not Writing.objects.get().mentions.exists()
    write_text(by=cast.karim, project=project, text="Pour @Louis.")
    assert list(Writing.objects.get().mentions.values_list("notebook_id", flat=True)) == [his.pk]


def test_a_withheld_piece_tells_no_number(cast):
    """samira only reads didier; what she takes up of it in a project is withheld from karim."""
    actions.grant(by=cast.maud, notebook=cast.didier, to=cast.samira, level=READ)
    for _ in range(3):
        make_writing(cast.maud, cast.didier, "Une autre.")
    secret = make_writing(cast.maud, cast.didier, "Un secret de Didier.")
    project = open_project(by=cast.samira, title="Vers la mer", teams=[cast.foyer])
    text = write_text(by=cast.samira, project=project, text="Un début.")
    actions.correct(
        by=cast.samira, writing=text, version=1, content=actions.content_of(text, text="Un début."),
        takes=[Taken(secret, words="Et la suite.")],
    )  # fmt: skip
    client, address = log_in(cast.karim), reverse("assembly-edit", args=[text.pk])
    form = form_to(client.get(address), "assembly-edit")
    assert form.fields["source"][0] == "0"
    assert str(secret.pk) not in {form.fields["source"][0], form.fields["at"]}
    form.fields["text"] = "Un autre début."
    assert send(client, form).status_code == 302
    saved = Writing.objects.get(pk=text.pk)
    assert saved.text == "Un autre début."
    assert [(one.source_id, one.is_shared) for one in saved.pieces.filter(until=None)] == [
        (secret.pk, False)
    ]


# What costs.


@pytest.mark.parametrize("text", ["A. " * 26_000, "il dort. " * 9_000, "«" * 80_000], ids=len)
def test_sentences_are_found_at_once(text):
    begun = time.process_time()
    found = sentences(text)
    assert time.process_time() - begun < 2
    assert "".join("".join(found).split()) == "".join(text.split())


def test_an_invisible_sign_told_without_names_is_no_breakdown(cast):
    source = make_writing(cast.samira, cast.amina, "Le mur suinte.")
    cause = make_notebook(cast.samira, "Des murs", collective=True)
    address = reverse("writing-nameless", args=[source.pk])
    sent = {"notebook": cause.pk, "extract": "", "text": "Le mur\x00 suinte."}
    assert log_in(cast.samira).post(address, sent).status_code < 500
