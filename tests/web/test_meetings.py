"""Pages and papers of meetings and councils: the path, the leaks, what two do at once."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.journal.models import Entry
from dossier.meetings import actions
from dossier.meetings.models import Council, Meeting, Point
from dossier.notebooks.actions import grant
from dossier.notebooks.models import READ, WRITE, Draft, Writing
from dossier.projects.actions import open_project
from tests.conftest import log_in, make_notebook, make_writing
from tests.web.reading import fill, form_to, forms_of, send
from tests.web.test_documents import words as words_of

KINDS = ("pdf", "odt", "html")
SECRET = "Elle pleure la nuit depuis la lettre du juge."


def today(days=0):
    """Return so many days from today."""
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def council(cast):
    """Return the notebook of a council that maud reads without reading amina; its meeting, three
    points: a writing alone, words, words beside a writing.
    """
    notebook = make_notebook(cast.samira, "Le grand soir", cast.foyer, collective=True)
    grant(by=cast.samira, notebook=notebook, to=cast.savs, level=WRITE)
    actions.declare_council(by=cast.samira, notebook=notebook)
    secret = make_writing(cast.samira, cast.amina, f"# La nuit d’Amina\n\n{SECRET}")
    actions.call_meeting(by=cast.samira, notebook=notebook, on=today(20))
    for words, writing in (("", secret), ("La chaudière", None), ("Les nuits", secret)):
        actions.set_aside(by=cast.samira, notebook=notebook, words=words, writing=writing)
    return notebook


def the_meeting() -> Meeting:
    """Return the one meeting."""
    return Meeting.objects.get()


def said(response) -> str:
    """Return a page without its tokens and keys."""
    body = response.content.decode()
    return re.sub(r'(?:value|name)="[^"]*"', "", body)


# The path.


def test_the_whole_path_from_a_writing_to_what_was_answered(cast):
    client, writing = log_in(cast.samira), make_writing(cast.samira, cast.amina, "Il fait froid.")
    address = reverse("writing-set-aside", args=[writing.pk])
    typed = {"notebook": str(cast.etage.pk), "words": "Le froid"}
    assert send(client, fill(client, address, "writing-set-aside", **typed)).status_code == 302
    page = client.get(reverse("meeting-create", args=[cast.etage.pk]))
    assert "Le froid" in page.content.decode()
    form = form_to(page, "meeting-create")
    form.fields |= {"on": today(-1).isoformat()}
    page = client.get(send(client, form).url)
    form = form_to(page, "point-conclude")
    form.fields["text"] = "On demande une visite."
    page = client.get(send(client, form).url)
    assert "On demande une visite." in page.content.decode()
    # Nothing but leaving, saying that it is not here, and one more point.
    assert [one.action for one in forms_of(page)[1:-1]] == [
        reverse("point-loosen", args=[Point.objects.get().pk])
    ]
    point = Point.objects.get()
    address = reverse("point-answer", args=[point.pk])
    typed = {"text": "Le 12.", "on": today().isoformat()}
    page = client.get(send(client, fill(client, address, "point-answer", **typed)).url)
    assert "Le 12." in page.content.decode()
    texts = [(one.text, one.occurred_on) for one in Writing.objects.order_by("pk")[1:]]
    assert texts == [("# Le froid\n\nOn demande une visite.", today(-1)), ("Le 12.", today())]
    found = client.get(reverse("writing-search"), {"q": "visite"}).content.decode()
    assert "On demande une" in found


def test_each_gesture_sent_twice_does_once(cast):
    client, meeting = log_in(cast.samira), None
    for words in ("Un", "Deux", "Trois"):
        meeting = meeting or actions.call_meeting(by=cast.samira, notebook=cast.etage, on=today())
        actions.set_aside(by=cast.samira, notebook=cast.etage, words=words)
    actions.call_meeting(by=cast.samira, notebook=cast.etage, on=today(3))
    actions.call_meeting(by=cast.samira, notebook=cast.etage, on=today(6))
    point = Point.objects.get(words="Trois")
    for name, typed in (("point-move", {"way": "up"}), ("point-put-off", {})):
        sent = {"key": str(uuid.uuid4())} | typed
        address = reverse(name, args=[point.pk])
        assert [client.post(address, sent).status_code for _ in range(2)] == [302, 302]
    point.refresh_from_db()
    assert [one.words for one in meeting.points.all()] == ["Un", "Deux"]
    assert point.meeting.on == today(3)
    address, sent = reverse("point-withdraw", args=[point.pk]), {"key": str(uuid.uuid4())}
    assert [client.post(address, sent).status_code for _ in range(2)] == [302, 302]
    form = fill(client, reverse("meeting-point", args=[meeting.pk]), "meeting-point", words="Un")
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    assert Point.objects.count() == 3
    address = reverse("meeting-create", args=[cast.etage.pk])
    form = fill(client, address, "meeting-create", title="Vite")
    assert send(client, form).url == send(client, form).url
    assert Meeting.objects.count() == 4


@pytest.mark.parametrize("name", ["point-conclude", "point-answer"])
def test_two_who_say_it_at_once_lose_neither_text(cast, name):
    point = actions.set_aside(by=cast.samira, notebook=cast.etage, words="Le froid")
    if name == "point-answer":
        actions.conclude(by=cast.samira, point=point, text="Oui.")
    address = reverse(name, args=[point.pk])
    clients = [log_in(cast.samira), log_in(cast.karim)]
    forms = [
        fill(client, address, name, text=text)
        for client, text in zip(clients, ("Mes mots à moi.", "Les miens sont autres."), strict=True)
    ]
    assert [send(clients[0], forms[0]).status_code for _ in range(2)] == [302, 302]
    response = send(clients[1], forms[1])
    page = response.content.decode()
    assert response.status_code == 409
    assert ("Mes mots à moi." in page, "Les miens sont autres." in page) == (True, True)
    key = forms[1].fields["key"]
    resumed = clients[1].get(reverse("draft-resume", args=[key]), follow=True)
    assert "Les miens sont autres." in resumed.content.decode()
    again = form_to(response, "writing-correct")
    assert send(clients[1], again).status_code == 302
    title = "# Le froid\n\n" if name == "point-conclude" else ""
    writing = Writing.objects.order_by("pk").last()
    texts = [one.text for one in writing.history.order_by("history_id")]
    assert texts == [f"{title}Mes mots à moi.", f"{title}Les miens sont autres."]
    assert Draft.objects.count() == 0
    assert clients[1].get(address).url == reverse("writing-correct", args=[writing.pk])


def test_a_meeting_changed_meanwhile_is_refused_once(cast):
    meeting = actions.call_meeting(by=cast.samira, notebook=cast.etage, title="Vite")
    client, address = log_in(cast.samira), reverse("meeting-edit", args=[meeting.pk])
    form = fill(client, address, "meeting-edit", came="Amina et Bruno")
    actions.change_meeting(by=cast.karim, meeting=meeting, came="Une dizaine")
    response = send(client, form)
    assert response.status_code == 422
    page = response.content.decode()
    assert ("Une dizaine" in page, "Amina et Bruno" in page) == (True, True)
    assert send(client, form_to(response, "meeting-edit")).status_code == 302
    meeting.refresh_from_db()
    assert meeting.came == "Amina et Bruno"


def test_papers_of_a_council_are_noted_in_one_gesture_once(cast, council):
    client, meeting = log_in(cast.samira), the_meeting()
    address = reverse("meeting-note", args=[meeting.pk])
    client.post(address, {"what": "agenda_sent_on"})
    Meeting.objects.update(agenda_sent_on=today(-3))
    client.post(address, {"what": "agenda_sent_on"})
    client.post(address, {"what": "notebook_id"})
    meeting.refresh_from_db()
    assert (meeting.agenda_sent_on, meeting.signed_on) == (today(-3), None)
    page = client.get(reverse("meeting-detail", args=[meeting.pk])).content.decode()
    assert "Ordre du jour envoyé le" in page


def test_before_the_day_only_the_agenda_is_noted_and_what_is_noted_today_is_taken_back(
    cast, council
):
    client, meeting = log_in(cast.samira), the_meeting()
    address, page = (
        reverse(name, args=[meeting.pk]) for name in ("meeting-note", "meeting-detail")
    )
    told = client.get(page).content.decode()
    assert ('value="agenda_sent_on"' in told, 'value="signed_on"' in told) == (True, False)
    client.post(address, {"what": "signed_on"})
    client.post(address, {"what": "agenda_sent_on"})
    meeting.refresh_from_db()
    assert (meeting.agenda_sent_on, meeting.signed_on) == (today(), None)
    assert 'name="undone" value="agenda_sent_on"' in client.get(page).content.decode()
    client.post(address, {"undone": "agenda_sent_on"})
    Meeting.objects.update(on=today())
    assert 'value="signed_on"' in client.get(page).content.decode()
    client.post(address, {"what": "signed_on"})
    Meeting.objects.update(adopted_on=today(-1))
    client.post(address, {"undone": "adopted_on"})  # not of today: on the page of the meeting
    meeting.refresh_from_db()
    days = (meeting.agenda_sent_on, meeting.signed_on, meeting.adopted_on)
    assert days == (None, today(), today(-1))
    assert 'value="adopted_on"' not in client.get(page).content.decode()


def test_a_conclusion_in_the_wrong_place_is_loosened_and_its_writings_stay(cast, council):
    client, meeting = log_in(cast.samira), the_meeting()
    point = Point.objects.get(words="La chaudière")
    actions.conclude(by=cast.samira, point=point, text="On la change.")
    actions.note_answer(by=cast.samira, point=point, text="Oui.")
    refused = client.post(reverse("meeting-cancel", args=[meeting.pk]), follow=True)
    assert "« Ce n’est pas ici »" in " ".join(map(str, refused.context["messages"]))
    address, sent = reverse("point-loosen", args=[point.pk]), {"key": str(uuid.uuid4())}
    assert [client.post(address, sent).status_code for _ in range(2)] == [302, 302]
    point.refresh_from_db()
    assert (point.conclusion, point.answer, point.meeting) == (None, None, meeting)
    page = client.get(reverse("notebook-detail", args=[council.pk])).content.decode()
    assert ("On la change." in page, "Oui." in page) == (True, True)
    page = client.get(reverse("meeting-detail", args=[meeting.pk])).content.decode()
    assert reverse("point-conclude", args=[point.pk]) in page
    answer = client.post(reverse("meeting-cancel", args=[meeting.pk]))
    assert (answer.status_code, Meeting.objects.count()) == (302, 0)


@pytest.mark.parametrize(("form", "asked"), [("consultation", True), ("group", False)])
def test_where_each_is_asked_there_are_no_seats_but_what_each_said(cast, form, asked):
    council = actions.declare_council(by=cast.samira, notebook=cast.etage, form=form)
    client = log_in(cast.samira)
    address = reverse("council-detail", args=[cast.etage.pk])
    told = client.get(address).content.decode()
    begun = reverse("writing-create", args=[cast.etage.pk]) + "?voix=person#ecrire"
    assert ("Dire qui siège" in told, begun in told) == (not asked, asked)
    for name in ("meeting-list", "collective-detail"):
        page = client.get(reverse(name, args=[cast.etage.pk])).content.decode()
        assert ("Qui y siège" in page) == (not asked)
    actions.seat(by=cast.samira, council=council, college="persons", name="Yasmine")
    assert "Yasmine" in client.get(address).content.decode()


def test_saying_when_and_where_comes_first_among_the_links(cast, council):
    page = log_in(cast.samira).get(reverse("meeting-detail", args=[the_meeting().pk]))
    told = page.content.decode()
    told = told[told.index('class="couverture"') :]
    assert told.index("Dire quand, où, qui est venu") < told.index("Ordre du jour à donner")


def test_a_team_meeting_has_no_papers_to_send(cast):
    meeting = actions.call_meeting(by=cast.samira, notebook=cast.etage, on=today(5))
    client = log_in(cast.samira)
    client.post(reverse("meeting-note", args=[meeting.pk]), {"what": "agenda_sent_on"})
    meeting.refresh_from_db()
    page = client.get(reverse("meeting-detail", args=[meeting.pk])).content.decode()
    assert (meeting.agenda_sent_on, "Les papiers" in page) == (None, False)
    assert "serait à envoyer" not in page


# Who may read only part.


def pages_of(notebook) -> list[str]:
    """Return every address where a meeting shows."""
    meeting = the_meeting().pk
    there = ["meeting-list", "council-detail", "collective-detail", "notebook-detail"]
    of = ["meeting-detail", "meeting-agenda", "meeting-minutes", "meeting-edit"]
    papers = [f"meeting-{which}-{kind}" for which in ("agenda", "minutes") for kind in KINDS]
    found = [reverse(name, args=[notebook.pk]) for name in [*there, "meeting-create"]]
    found += [reverse(name, args=[meeting]) for name in [*of, *papers]]
    return [*found, "/chercher/?q=juge", "/chercher/?q=nuit", "/", "/transmission/"]


def test_who_reads_the_council_alone_learns_nothing_of_a_writing_set_aside(cast, council):
    client = log_in(cast.maud)
    for point in Point.objects.all():
        actions.conclude(by=cast.samira, point=point, text="C’est entendu.")
    for address in pages_of(council):
        response = client.get(address)
        assert response.status_code == 200, address
        kind = address.rsplit(".", 1)[-1]
        told = words_of(response, kind) if kind in KINDS else response.content.decode()
        for name in ("Amina", "pleure", "La nuit d", f"/cahiers/{cast.amina.pk}/"):
            assert name not in told, (address, name)
    seen = log_in(cast.samira).get(reverse("meeting-detail", args=[the_meeting().pk]))
    assert "La nuit d’Amina" in seen.content.decode()


def test_a_point_one_may_not_know_of_leaves_no_trace(cast, council):
    """The page is the same, but for what names each thing, with and without the hidden point."""
    client = log_in(cast.maud)
    meeting = the_meeting()
    addresses = [reverse("meeting-detail", args=[meeting.pk])]
    addresses += [reverse(f"meeting-{which}", args=[meeting.pk]) for which in ("agenda", "minutes")]
    with_it = [said(client.get(address)) for address in addresses]
    hidden = Point.objects.get(words="")
    for name in ("point-edit", "point-conclude", "point-answer"):
        address = reverse(name, args=[hidden.pk])
        assert client.get(address).status_code == client.post(address, {"text": "a"}).status_code
        assert client.get(address).status_code == 404
    hidden.delete()
    assert [said(client.get(address)) for address in addresses] == with_it


def test_what_waits_is_hidden_too(cast):
    secret = make_writing(cast.samira, cast.amina, SECRET)
    grant(by=cast.samira, notebook=cast.etage, to=cast.savs, level=WRITE)
    client = log_in(cast.maud)
    names = ("meeting-list", "meeting-create", "collective-detail")
    addresses = [reverse(name, args=[cast.etage.pk]) for name in names]
    before = [said(client.get(address)) for address in addresses]
    actions.set_aside(by=cast.samira, notebook=cast.etage, writing=secret)
    assert [said(client.get(address)) for address in addresses] == before
    assert "pleure" in log_in(cast.samira).get(addresses[0]).content.decode()


def test_who_came_is_named_to_who_reads_both(cast, council):
    join(by=cast.samira, notebook=council, person=cast.amina.dossier.person)
    meeting = the_meeting()
    persons = [cast.amina.dossier.person]
    actions.change_meeting(by=cast.samira, meeting=meeting, persons=persons, came="Des gens")
    for name in ("meeting-detail", "meeting-edit"):
        address = reverse(name, args=[meeting.pk])
        pages = [log_in(who).get(address).content.decode() for who in (cast.samira, cast.maud)]
        assert ["<b>Amina</b>" in page or "Amina" in page for page in pages] == [True, False]
    for kind in KINDS:
        address = reverse(f"meeting-minutes-{kind}", args=[meeting.pk])
        told = words_of(log_in(cast.samira).get(address), kind)
        assert ("Amina" in told, "Des gens" in told) == (False, True)


def test_nobody_sets_aside_what_they_do_not_read_nor_where_they_do_not_write(cast):
    theirs = make_writing(cast.maud, cast.didier, "À la banque.")
    mine = make_writing(cast.samira, cast.amina, "Un mot.")
    grant(by=cast.maud, notebook=cast.didier, to=cast.noor, level=READ)
    client = log_in(cast.samira)
    typed = {"notebook": str(cast.etage.pk), "words": "a"}
    address = reverse("writing-set-aside", args=[theirs.pk])
    assert client.post(address, typed).status_code == 404
    other = make_notebook(cast.maud, "La cour", collective=True)
    for pk in (other.pk, cast.amina.pk, 987_654):
        address = reverse("writing-set-aside", args=[mine.pk])
        response = client.post(address, typed | {"notebook": str(pk)})
        assert response.status_code == 422
        assert "La cour" not in response.content.decode()
    assert Point.objects.count() == 0


@pytest.mark.parametrize("name", ["meeting-detail", "meeting-minutes", "meeting-list"])
def test_a_page_of_meetings_leaves_a_line_where_something_was_read(cast, council, name):
    meeting = the_meeting()
    if name == "meeting-list":
        Point.objects.update(meeting=None)
    Entry.objects.all().delete()
    for who in (cast.samira, cast.maud):
        log_in(who).get(reverse(name, args=[council.pk if name == "meeting-list" else meeting.pk]))
    found = set(Entry.objects.values_list("worker", "notebook", "act"))
    lines = {(cast.samira, cast.amina), (cast.samira, council), (cast.maud, council)}
    assert found == {(who.pk, notebook.pk, "opened") for who, notebook in lines}


# Papers.


@pytest.mark.parametrize("kind", KINDS)
def test_papers_hold_words_conclusions_and_answers_in_order(cast, council, kind):
    meeting = the_meeting()
    points = list(meeting.points.exclude(words=""))
    for point in points:
        actions.conclude(by=cast.samira, point=point, text=f"On s’occupe : {point.words}.")
    actions.note_answer(by=cast.samira, point=points[0], text="Le chauffagiste vient.", on=today())
    fields = {"came": "Une dizaine de gens", "count": 12, "president": "Odile M."}
    actions.change_meeting(by=cast.samira, meeting=meeting, **fields)
    client = log_in(cast.samira)
    response = client.get(reverse(f"meeting-minutes-{kind}", args=[meeting.pk]))
    told = words_of(response, kind)
    parts = ("Une dizaine de gens", "12", "La chaudière", "On s’occupe", "Le chauffagiste vient.",
             "Les nuits", "Odile M.", "Secrétariat")  # fmt: skip
    at = [told.index(part) for part in parts]
    assert at[2:] == sorted(at[2:])
    assert "Relevé de conclusions" in told
    assert SECRET not in told
    assert "compte-rendu-" in response.headers["Content-Disposition"]
    agenda = words_of(client.get(reverse(f"meeting-agenda-{kind}", args=[meeting.pk])), kind)
    assert ("Les nuits" in agenda, "On s’occupe" in agenda) == (True, False)
    assert Entry.objects.filter(act="printed", notebook=council).count() == 2


def test_before_printing_the_page_says_what_will_not_be_there_and_who_is_named(cast, council):
    meeting = the_meeting()
    chaudiere = meeting.points.get(words="La chaudière")
    actions.conclude(by=cast.samira, point=chaudiere, text="Chez amina, on gèle. Aminata aussi.")
    client = log_in(cast.samira)
    page = client.get(reverse("meeting-minutes", args=[meeting.pk])).content.decode()
    assert page.count("n’a pas de mots à lui") == 1
    assert page.count("rien n’en est encore conclu") == 1
    assert "« Amina »" in page
    actions.conclude(by=cast.samira, point=meeting.points.get(words="Les nuits"), text="Oui.")
    other = log_in(cast.maud).get(reverse("meeting-minutes", args=[meeting.pk])).content.decode()
    assert "Ce papier sortira" not in other  # maud may not know that Amina is somebody here


def test_the_next_meeting_tells_what_became_of_the_former_conclusions(cast, council):
    former, meeting = (
        actions.call_meeting(by=cast.samira, notebook=council, on=today(days))
        for days in (-90, -30)
    )
    points = [
        actions.set_aside(by=cast.samira, notebook=council, words=words, meeting=one)
        for words, one in (("Le toit", former), ("La cave", former), ("La cour", meeting))
    ]
    for point in points:
        actions.conclude(by=cast.samira, point=point, text="On demande.")
    actions.note_answer(by=cast.samira, point=points[0], text="C’est fait.")
    coming = Meeting.objects.get(on=today(20))
    client = log_in(cast.maud)
    told = client.get(reverse("meeting-detail", args=[coming.pk])).context["became"]
    assert [one.point.words for one in told] == ["La cave", "La cour"]
    agenda = words_of(client.get(reverse("meeting-agenda-pdf", args=[coming.pk])), "pdf")
    assert agenda.count("n’a pas encore répondu") == 2
    Council.objects.all().delete()
    told = client.get(reverse("meeting-detail", args=[coming.pk]))
    assert [one.point.words for one in told.context["became"]] == ["La cour"]
    assert "n’a pas encore répondu" not in told.content.decode()


@pytest.mark.parametrize(("form", "shown"), [("survey", False), ("group", True)])
def test_few_who_were_asked_are_nowhere_counted(cast, council, form, shown):
    actions.declare_council(by=cast.samira, notebook=council, form=form)
    meeting = the_meeting()
    actions.change_meeting(by=cast.samira, meeting=meeting, count=3)
    client = log_in(cast.maud)
    for name in ("meeting-detail", "meeting-minutes"):
        page = client.get(reverse(name, args=[meeting.pk])).content.decode()
        assert ("En tout : 3" in page, "moins de cinq" in page) == (shown, not shown)
    told = words_of(client.get(reverse("meeting-minutes-pdf", args=[meeting.pk])), "pdf")
    assert ("En tout : 3" in told) == shown
    page = client.get(reverse("council-detail", args=[council.pk])).content.decode()
    assert "La loi en demande trois" not in page


# A council's page.


def test_a_council_s_page_says_quietly_what_would_be_due(cast, council):
    client = log_in(cast.samira)
    for college, name in (("persons", "Yasmine"), ("persons", "{conseil}"), ("workers", "Karim")):
        address = reverse("seat-create", args=[council.pk])
        typed = {"college": college, "name": name, "from_on": "2020-01-15"}
        assert send(client, fill(client, address, "seat-create", **typed)).status_code == 302
    response = client.get(reverse("council-detail", args=[council.pk]))
    page = response.content.decode()
    for part in ("serait à envoyer au plus tard le", "La loi en demande trois au moins",
                 "organisme gestionnaire", "Yasmine", "{conseil}", "trois ans le"):  # fmt: skip
        assert part in page, part
    assert re.findall(r"\d+ ?%", page) == []
    assert "au moins deux représentants" not in page


def test_which_form_would_be_due_is_told_without_deciding(cast):
    client = log_in(cast.samira)
    address = reverse("council-edit", args=[cast.etage.pk])
    assert "est dû" in client.get(address, {"here": "lodging"}).content.decode()
    page = client.get(address, {"here": ["lodging", "short"]}).content.decode()
    assert "n’est pas imposé" in page
    assert client.get(address, {"here": "château"}).status_code == 200
    assert Council.objects.count() == 0


def test_a_project_and_a_cause_are_no_council(cast):
    project = open_project(by=cast.samira, title="Vers la mer").notebook
    client = log_in(cast.samira)
    for notebook in (project, cast.amina):
        assert client.get(reverse("council-edit", args=[notebook.pk])).status_code == 404
        assert client.get(reverse("council-detail", args=[notebook.pk])).status_code == 404
    assert client.get(reverse("meeting-list", args=[cast.amina.pk])).status_code == 404
    page = client.get(reverse("project-detail", args=[project.pk])).content.decode()
    assert reverse("meeting-list", args=[project.pk]) in page


# What a page costs.


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("name", "queries"),
    [("meeting-detail", 11), ("meeting-minutes", 9), ("meeting-agenda", 11), ("meeting-list", 11),
     ("collective-detail", 15), ("council-detail", 12)],
)  # fmt: skip
def test_a_page_costs_as_much_with_one_point_as_with_thirty(
    cast, django_assert_num_queries, name, queries, count
):
    council = actions.declare_council(by=cast.samira, notebook=cast.etage)
    met = [
        actions.call_meeting(by=cast.samira, notebook=cast.etage, on=today(days))
        for days in (-2, 2, *range(3, 2 + count))
    ]
    for number in range(count):
        notebook = make_notebook(cast.samira, f"Personne {number}", cast.foyer)
        join(by=cast.samira, notebook=cast.etage, person=notebook.dossier.person)
        writing = make_writing(cast.samira, notebook, f"Un mot {number}.", heading=f"A{number}")
        actions.seat(by=cast.samira, council=council, college="persons", name=f"Zoé {number}")
        for meeting in met[:2]:
            point, _, bare = [
                actions.set_aside(
                    by=cast.samira, notebook=cast.etage, writing=writing, words=words,
                    meeting=meeting,
                )
                for words in (f"Point {number}", f"Autre {number}", "")
            ]  # fmt: skip
            actions.conclude(by=cast.samira, point=point, text="Oui.")
            actions.note_answer(by=cast.samira, point=point, text="Non.")
        Point.objects.filter(pk=bare.pk).update(meeting=None)
    persons = [one.person for one in cast.etage.memberships.all()]
    actions.change_meeting(by=cast.samira, meeting=met[1], persons=persons)
    client = log_in(cast.samira)
    of_notebook = name in {"meeting-list", "collective-detail", "council-detail"}
    address = reverse(name, args=[cast.etage.pk if of_notebook else met[1].pk])
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)
