"""The calendar: what is written elsewhere, day by day; what leaves it names nobody."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dossier.collectives.actions import join
from dossier.establishment.actions import change_word
from dossier.establishment.words import Word
from dossier.journal.models import Entry
from dossier.meetings.models import Meeting
from dossier.notebooks import actions
from dossier.notebooks.models import READ, DaySaid
from dossier.persons.actions import note_stay
from dossier.projects.actions import open_project
from dossier.projects.models import Step
from dossier.together.calendar import Event, Sort, events, month_of
from dossier.together.export import exported, uid
from tests.conftest import log_in, make_writing

PARIS = ZoneInfo("Europe/Paris")
PAGE, MONTH, COMING = "/calendrier/", "/calendrier/mois.ics", "/calendrier/six-mois.ics"
SIGNED = datetime(2026, 11, 25, 21, 0, tzinfo=PARIS)
DECEMBER = date(2026, 12, 1), date(2026, 12, 31)
HOSTILE = "Bilan\r\nEND:VEVENT\r\nSUMMARY:Amina; avec, \\n <b>tout</b>"


@pytest.fixture
def december(cast):
    """Put something of each sort in December, some that helene alone reads whole: amina, of whom
    samira reads all, is in a project of maud's with didier.
    """
    project = open_project(by=cast.helene, title="Vers la mer", teams=[cast.foyer]).notebook
    theirs = open_project(by=cast.helene, title="Le toit bleu", teams=[cast.savs]).notebook
    for place, name in ((cast.etage, "Parlons cuisine"), (theirs, "Parlons loyer")):
        Meeting.objects.create(
            notebook=place, title=name, on=date(2026, 12, 3), at=time(18), place="au Lavoir"
        )
    for place, words in ((project, "Louer le minibus"), (theirs, "Voir le notaire")):
        Step.objects.create(project=place.project, words=words, on=date(2026, 12, 4),
                            done_on=date(2026, 12, 5))  # fmt: skip
    for keeper, place, service in (
        (cast.samira, cast.amina, "Le foyer"),
        (cast.maud, cast.didier, "Le SAVS"),
    ):
        note_stay(by=keeper, dossier=place.dossier, service=service, from_on=date(2026, 12, 6),
                  until_on=date(2026, 12, 20))  # fmt: skip
    for person in (cast.amina, cast.didier):
        join(by=cast.helene, notebook=project, person=person.dossier.person,
             from_on=date(2026, 12, 7), until_on=date(2026, 12, 21))  # fmt: skip
    for keeper, place, text in (
        (cast.samira, cast.amina, "Dentiste le 8 décembre à 14 h 30."),
        (cast.maud, cast.didier, "Banque le 8 décembre à 9 h."),
    ):
        make_writing(keeper, place, text, at=SIGNED)
    return cast


OURS = {"Parlons cuisine", "Louer le minibus", "Le foyer", "Dentiste"}
THEIRS = {"Parlons loyer", "Voir le notaire", "Le SAVS", "Banque"}


def told(worker) -> list[tuple]:
    """Return December as values."""
    since, until = DECEMBER
    found = events(by=worker, since=since, until=until)
    return [(one.on.day, one.sort.name, one.notebook, one.who) for one in found]


def test_a_month_holds_what_is_written_elsewhere(december):
    assert told(december.samira) == [
        (3, "MEETING", "Le premier étage", ""),
        (4, "STEP", "Vers la mer", ""),
        (5, "DONE", "Vers la mer", ""),
        (6, "ARRIVES", "Amina", ""),
        (7, "JOINS", "Vers la mer", "Amina"),
        (8, "SAID", "Amina", ""),
        (20, "LEAVES", "Amina", ""),
        (21, "QUITS", "Vers la mer", "Amina"),
    ]


@pytest.mark.parametrize("who", ["samira", "karim", "bruno", "maud", "noor", "helene"])
def test_each_sees_what_they_read_and_nothing_of_the_rest(december, who):
    worker = getattr(december, who)
    client = log_in(worker)
    page = client.get(PAGE, {"mois": "2026-12"}).content.decode()
    knows = {
        "samira": OURS, "karim": OURS, "bruno": {"Parlons cuisine", "Le foyer", "Dentiste"},
        "maud": THEIRS, "noor": set(), "helene": OURS | THEIRS,
    }[who]  # fmt: skip
    assert {words for words in OURS | THEIRS if words in page} == knows
    body = page.split('<ol class="mois">')[1]
    assert ("Didier" in body) == (who in {"maud", "helene"})
    assert ("Vers la mer" in body) == (who in {"samira", "karim", "helene"})
    assert "autres" not in body
    assert body.count('class="evenement"') == len(told(worker))


def test_days_look_alike_whether_something_was_left_out_or_there_is_nothing(december):
    page = log_in(december.noor).get(PAGE, {"mois": "2026-12"}).content.decode()
    days = re.findall(r'<li id="j\d+" class="([^"]*)">(.*?)</li>', page, re.DOTALL)
    assert len(days) == 31
    assert {one.split()[-1] for one, _ in days} == {"calme"}
    assert "Rien n’est noté" in page


def test_one_notebook_alone(december):
    client = log_in(december.samira)
    asked = {"mois": "2026-12", "cahier": december.amina.pk}
    page = client.get(PAGE, asked).content.decode().split('<ol class="mois">')[1]
    assert "Dentiste" in page
    assert "Parlons cuisine" not in page
    assert Entry.objects.filter(worker=december.samira, act=Entry.Act.OPENED).count() == 1
    for pk in (december.didier.pk, 987_654):
        page = client.get(PAGE, {"mois": "2026-12", "cahier": pk}).content.decode()
        assert 'class="evenement"' not in page
        file = client.get(MONTH, {"mois": "2026-12", "cahier": pk}).content
        assert b"VEVENT" not in file


def test_a_day_that_is_past_leads_to_what_was_written(cast):
    client = log_in(cast.samira)
    make_writing(cast.samira, cast.amina, "Au jardin.", at=SIGNED - timedelta(days=9))
    page = client.get(PAGE, {"mois": "2026-11"}).content.decode()
    address = "/transmission/?depuis=2026-11-16T00:00&amp;jusque=2026-11-17T00:00"
    assert address in page
    assert "Au jardin" in client.get(address.replace("&amp;", "&")).content.decode()
    other = address.replace("-16T", "-15T").replace("-17T", "-16T").replace("&amp;", "&")
    assert "Au jardin" not in client.get(other).content.decode()


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("2026-12", "Décembre 2026"), ("12/2026", "Décembre 2026"), ("2028-02", "Février 2028"),
        ("1900-01", "Janvier 1900"), ("2199-12", "Décembre 2199"), ("2026-13", ""), ("0001-01", ""),
        ("9999-12", ""), ("bonjour", ""), ("", ""), ("\x00", ""), ("²", ""), ("-1", ""),
    ],
)  # fmt: skip
def test_any_month_is_answered(cast, asked, title):
    for address in (PAGE, MONTH):
        response = log_in(cast.samira).get(address, {"mois": asked})
        assert response.status_code == 200
        if title and address == PAGE:
            assert f"<h1>{title}</h1>" in response.content.decode()


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 12, 31), date(2026, 12, 31)), (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2027, 2, 1), date(2027, 2, 28)), (date(2026, 10, 25), date(2026, 10, 31)),
    ],
)  # fmt: skip
def test_a_month_ends_where_it_ends(day, last):
    assert month_of(day) == (day.replace(day=1), last)


def parsed(client, address=MONTH, **asked) -> list[icalendar.Event]:
    """Return the events of a file, read back."""
    response = client.get(address, {"mois": "2026-12"} | asked)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content).walk("VEVENT")


def test_what_leaves_holds_kinds_and_no_names(december):
    Meeting.objects.update(title=HOSTILE, place=HOSTILE)
    Step.objects.update(words=HOSTILE)
    DaySaid.objects.update(words=HOSTILE)
    client = log_in(december.helene)
    content = client.get(MONTH, {"mois": "2026-12"}).content.decode()
    for name in (
        "Amina",
        "Didier",
        "étage",
        "mer",
        "toit",
        "foyer",
        "SAVS",
        "Bilan",
        "<b>",
        "Lavoir",
    ):
        assert name not in content.replace("\r\n ", "")
    found = parsed(client)
    assert len(found) == len(told(december.helene))
    assert {str(one["summary"]) for one in found} == {
        "Réunion", "Projet, étape", "Projet, étape faite", "Arrivée", "Départ",
        "Début d’une participation", "Fin d’une participation", "Annoncé dans un écrit",
    }  # fmt: skip
    assert {key for one in found for key in one} == {
        "UID",
        "DTSTAMP",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "URL",
    }
    assert {re.sub(r"j\d+$", "j", str(one["url"])) for one in found} == {
        "http://testserver/calendrier/?mois=2026-12#j"
    }
    name = client.get(MONTH, {"mois": "2026-12"}).headers["Content-Disposition"]
    assert name == 'attachment; filename="calendrier-2026-12.ics"'


def test_a_file_holds_what_its_reader_may_read_and_the_page_shows(december):
    for who in ("samira", "bruno", "maud", "noor"):
        worker = getattr(december, who)
        assert len(parsed(log_in(worker))) == len(told(worker))


def test_who_an_event_is_stays_the_same_and_tells_nothing(december):
    first, again = ([str(one["uid"]) for one in parsed(log_in(december.samira))] for _ in range(2))
    assert first == again
    assert len(set(first)) == len(first)
    assert all(re.fullmatch(r"[0-9a-f]{40}", one) for one in first)


def test_who_an_event_is_depends_on_the_key_of_the_house(settings):
    event = Event(SIGNED.date(), None, Sort.STEP, 1, "Amina", "", "", "STEP 1")
    before = uid(event)
    settings.SECRET_KEY = "une autre clé"
    assert uid(event) != before


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        (date(2026, 12, 12), time(14, 30), "2026-12-12T13:30"),
        (date(2026, 7, 12), time(14, 30), "2026-07-12T12:30"),
        (date(2026, 10, 25), time(9, 0), "2026-10-25T08:00"),
        (date(2027, 3, 28), time(9, 0), "2027-03-28T07:00"),
        (date(2028, 2, 29), None, None),
        (date(2026, 12, 31), None, None),
    ],
)
def test_a_day_or_an_hour_in_paris_comes_back_as_it_was(db, day, at, utc):
    event = Event(day, at, Sort.MEETING, 1, "Amina", "", "", "meeting 1")
    made = exported([event], at=timezone.now(), zone=PARIS, address=lambda day: f"http://ici/{day}")
    (back,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    start = back["dtstart"].dt
    if at:
        assert f"{start.astimezone(ZoneInfo('UTC')):%Y-%m-%dT%H:%M}" == utc
        assert f"{start:%H:%M}" == f"{at:%H:%M}"
        assert b"TZID=Europe/Paris" in made
        assert b"BEGIN:VTIMEZONE" in made
    else:
        assert (start, back["dtend"].dt) == (day, day + timedelta(days=1))
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_six_months_to_come(cast):
    client = log_in(cast.samira)
    today = timezone.localdate()
    for days in (-1, 0, 100, 400):
        Meeting.objects.create(notebook=cast.etage, on=today + timedelta(days=days))
    found = parsed(client, COMING)
    assert [one["dtstart"].dt for one in found] == [today, today + timedelta(days=100)]


def test_what_leaves_without_names_leaves_no_line(december):
    Entry.objects.all().delete()
    client = log_in(december.samira)
    for address in (MONTH, COMING):
        client.get(address, {"mois": "2026-12"})
    assert Entry.objects.count() == 0
    client.get(PAGE, {"mois": "2026-12"})
    assert Entry.objects.get().act == Entry.Act.OPENED  # words of a text are read on the page


def test_the_words_of_the_house_are_those_of_the_file(december):
    change_word(by=december.samira, key="reunion", word=Word("assemblée", gender="f"))
    assert "Assemblée" in {str(one["summary"]) for one in parsed(log_in(december.samira))}


def test_what_was_filed_or_corrected_is_followed(december):
    writing = december.amina.writings.get()
    content = actions.Content(text="Finalement le 9 décembre.")
    actions.correct(by=december.samira, writing=writing, version=1, content=content, at=SIGNED)
    assert (9, "SAID", "Amina", "") in told(december.samira)
    assert (8, "SAID", "Amina", "") not in told(december.samira)


def test_who_reads_a_project_alone_learns_nothing_of_who_comes_in(december):
    project = Step.objects.filter(words="Louer le minibus").get().project.notebook
    actions.grant(by=december.helene, notebook=project, to=december.noor, level=READ)
    assert [(day, sort) for day, sort, _, _ in told(december.noor)] == [(4, "STEP"), (5, "DONE")]


def test_it_costs_the_same_with_1_and_300(cast):
    client, counts = log_in(cast.samira), []
    for start, count in ((0, 1), (1, 300)):
        for number in range(start, count):
            day = date(2026, 12, 1 + number % 31)
            Meeting.objects.create(notebook=cast.etage, on=day, title=f"R{number}")
            writing = cast.amina.writings.first() or make_writing(cast.samira, cast.amina, "Mot.")
            DaySaid.objects.create(writing=writing, on=day, words=f"Mot {number}")
        found = []
        for address in (PAGE, MONTH):
            client.get(address, {"mois": "2026-12"})
            with CaptureQueriesContext(connection) as asked:
                client.get(address, {"mois": "2026-12"})
            found.append(len(asked))
        counts.append(found)
    assert counts[0] == counts[1]
