"""The invented house lives a year together: what is in it, and who sees which part."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from dossier.collectives.models import Membership
from dossier.demo import cast as files
from dossier.demo.load import House
from dossier.establishment.models import Worker
from dossier.meetings.models import Meeting, Point, Seat
from dossier.notebooks import timeline
from dossier.notebooks.models import Mention, Nameless, Notebook, Writing
from dossier.persons.models import Person, Relation
from dossier.projects.models import Agreement, Project, Step
from dossier.together.calendar import Sort, events

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 8, 31, 12, 0, tzinfo=PARIS)
NOWS = [NOW, *(datetime(*day, 9, 0, tzinfo=PARIS) for day in ((2026, 1, 1), (2024, 2, 29)))]
STALL = "Un bout de table au marché"
# Words of names that are also words of every day, and how persons are called before a name.
PLAIN = {"Mme", "Monsieur", "Madame", "Petit", "Jean", "Enzo et Lola", "Une", "Les"}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the house as if it were the last day of August; taken away at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        House(lambda step: None, now=NOW).load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def house(loaded, db):
    """Give a test the loaded house; what it changes goes with it."""


@pytest.fixture
def stall(house):
    """Give the project of the year."""
    return Project.objects.select_related("notebook", "text").get(title=STALL)


def worker(login):
    """Return somebody of the house."""
    return Worker.objects.get(login=login)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("J+1", date(2026, 9, 1)),
        ("S+0 jeudi", date(2026, 9, 3)),
        ("S+2 mardi", date(2026, 9, 15)),
    ],
)
def test_days_to_come_are_understood(words, day):
    assert files.day_of(words, NOW.date()) == day


def test_a_day_is_told_as_one_writes_it():
    assert files.told(date(2026, 9, 3)) == "jeudi 3 septembre"
    assert files.told(date(2026, 9, 1)) == "mardi 1er septembre"


def _days_to_come(now):
    """Return the days that the files announce or plan, from `now` on."""
    texts = "".join(path.read_text() for path in (files.FIXTURES / "ecrits").glob("*.txt"))
    said = {one[1] for one in files.SAID.finditer(texts)}
    data = files.together()
    said |= {one["jour"] for one in data["rencontre"]}
    said |= {one["jour"] for whole in data["projet"] for one in whole["etape"] if "jour" in one}
    return {files.day_of(words, now.date()) for words in said}


@pytest.mark.parametrize("now", NOWS, ids=lambda now: f"{now:%d-%m}")
def test_whatever_the_day_three_months_have_something_to_come(now):
    days, first = _days_to_come(now), now.date().replace(day=1)
    for _ in range(3):
        assert {day for day in days if (day.year, day.month) == (first.year, first.month)}, first
        first = (first + timedelta(days=32)).replace(day=1)
    assert not any("{" in block.text for block in files.blocks(now))


@pytest.mark.parametrize("now", NOWS, ids=lambda now: f"{now:%d-%m}")
def test_what_was_concluded_is_past_and_what_is_planned_is_not(now):
    for one in files.together()["rencontre"]:
        day = files.day_of(one["jour"], now.date())
        assert day != now.date()
        is_concluded = any("conclu" in point for point in one.get("point", []))
        assert (day < now.date()) >= is_concluded


@pytest.mark.slow
@pytest.mark.parametrize("now", NOWS[1:], ids=lambda now: f"{now:%d-%m}")
def test_the_house_loads_on_such_a_day(db, now):
    House(lambda step: None, now=now).load()
    assert not Writing.objects.filter(signed_at__gt=now).exists()
    assert Meeting.objects.filter(on__gt=now).count() >= 8


def test_a_project_lives_a_year_by_several_hands(stall):
    versions = list(stall.text.history.select_related("history_user").order_by("version"))
    assert len(versions) == 7
    assert {one.history_user.login for one in versions} >= {"fabrice", "corinne", "samira", "karim"}
    assert "motoculteur" in versions[0].text.split("Qui :")[0]
    assert "laissé tomber" in stall.text.text
    written = Writing.objects.filter(notebook=stall.notebook)
    assert 50 <= written.count() <= 70
    months = {(one.year, one.month) for one in written.values_list("signed_at", flat=True)}
    assert len(months) >= 11
    assert written.filter(voice="person").count() >= 9
    assert Mention.objects.filter(notebook=stall.notebook).exclude(by=None).count() == 2
    steps = Step.objects.filter(project=stall)
    assert steps.filter(on=None).exists()
    assert steps.filter(on__gt=NOW, done_on=None).count() == 3
    assert Relation.objects.filter(notebook=stall.notebook).get().name.startswith("La ferme")
    assert Meeting.objects.filter(notebook=stall.notebook).count() == 4


def test_one_disagrees_and_is_heard(stall):
    bao = Agreement.objects.filter(project=stall, person__called="Bao")
    assert list(bao.values_list("answer", "version")) == [("no", 3), ("yes", 5)]
    ginette = Agreement.objects.filter(project=stall, person__called="Ginette")
    assert list(ginette.values_list("answer", flat=True)) == ["yes", "unsure", "yes"]
    first = Agreement.objects.filter(project=stall).order_by("pk").first()
    assert first.side == "house"
    assert "Bao a dit non, et il est écouté" in stall.text.history.get(version=4).text


def test_each_sees_another_part_of_the_project(stall):
    seen = {
        login: set(
            Agreement.objects.visible_to(worker(login))
            .filter(project=stall, side="person")
            .values_list("person__called", flat=True)
        )
        for login in ("samira", "bruno", "maud", "yann")
    }
    assert seen == {
        "samira": {"Nour", "Ginette"}, "bruno": {"Nour"}, "maud": {"Bao"}, "yann": set(),
    }  # fmt: skip
    members = Membership.objects.visible_to(worker("bruno")).filter(notebook=stall.notebook)
    assert {str(one) for one in members} & {"Nour", "Ginette", "Bao"} == {"Nour"}


def test_the_rain_of_a_night_plays_in_the_project_for_who_does_not_read_the_heap(stall):
    maud = worker("maud")
    (rain,) = Writing.objects.filter(notebook=stall.notebook, text__contains="enregistré la pluie")
    (piece,) = timeline.read_one(rain.pk, by=maud).pieces
    assert [(one.kind, one.name) for one in piece.attached] == [("sound", "REC_0310.wav")]
    assert not Writing.objects.visible_to(maud).filter(text__contains="3h10 velux").exists()


def test_the_easy_text_has_short_sentences_and_a_picture(house):
    easy = Project.objects.get(title="Rosa : ce que je veux").easy
    assert [one.blob.kind for one in easy.attachments.select_related("blob")] == ["image"]
    for line in easy.text.splitlines():
        assert len(line.split()) <= 12, line


def test_a_person_is_not_asked_before_there_is_a_roof(house):
    aurore = Project.objects.get(title="Aurore, au sec")
    assert set(Agreement.objects.filter(project=aurore).values_list("side", flat=True)) == {"house"}


def _names():
    """Return the words of all the names of the house: persons, those around them, workers."""
    told = [
        *Person.objects.values_list("called", flat=True),
        *Person.objects.values_list("civil_name", flat=True),
        *Relation.objects.exclude(notebook__kind="project").values_list("name", flat=True),
        *Worker.objects.values_list("name", flat=True),
    ]
    words = {word for name in told for word in re.findall(r"[^\W\d_]{2,}", name)}
    return {word for word in words if word[0].isupper() or not word.isascii()} - PLAIN


def test_causes_hold_no_name_of_anybody_of_the_house(house):
    causes = Writing.objects.filter(notebook__kind=Notebook.Kind.CAUSE)
    held = list(causes.values_list("text", flat=True))
    for cause in Notebook.objects.filter(kind=Notebook.Kind.CAUSE):
        told = Nameless.objects.filter(writing__notebook=cause)
        assert told.filter(writing__answers=None).count() in range(6, 13)
    karim = worker("karim")
    for one in causes.assembled():
        read = timeline.read_one(one.pk, by=karim)
        held += [f"{piece.passage} {piece.words}" for piece in read.pieces]
    names = _names()
    assert {"Nour", "Didier", "Benali", "Lucette", "Leblond"} <= names
    assert len(held) > 30
    for text in held:
        assert not names & set(re.findall(r"[^\W\d_]{2,}", text)), text


def test_a_team_reads_a_cause_and_not_the_dossiers(house):
    maud = worker("maud")
    told = Nameless.objects.filter(writing__notebook__title="Le guichet qui ne répond plus")
    seen = Writing.objects.visible_to(maud)
    assert all(seen.filter(pk=one.writing_id).exists() for one in told)
    unread = [one for one in told if not seen.filter(pk=one.source_id).exists()]
    assert len(unread) >= 4
    bruno = Writing.objects.visible_to(worker("bruno"))
    assert not bruno.filter(notebook__title="Les murs qui boivent").exists()


def test_the_plea_counts_in_plain_words(house):
    plea = Writing.objects.get(text__startswith="# On ne condense pas, on habite")
    assert not re.search(r"\d", plea.text)
    assert len(timeline.read_one(plea.pk, by=worker("samira")).pieces) >= 3


def test_the_council_met_was_answered_and_meets_again(house):
    council = Notebook.objects.get(title="Le CVS").council
    past = council.notebook.meetings.filter(on__lt=NOW)
    assert past.count() == 4
    assert all(one.on - one.agenda_sent_on >= timedelta(days=15) for one in past)
    colleges = set(Seat.objects.filter(council=council).values_list("college", flat=True))
    assert colleges >= {"persons", "families", "workers", "managing"}
    points = Point.objects.filter(notebook=council.notebook)
    late = points.get(words__startswith="Les draps")
    assert (late.answer.occurred_on - late.meeting.on).days > 200
    assert (
        "Non, et je vous dois les raisons" in points.get(words__startswith="Un chien").answer.text
    )
    waiting = points.get(words__startswith="Pouvoir appeler la nuit")
    assert waiting.conclusion
    assert waiting.answer is None
    planned = council.notebook.meetings.filter(on__gt=NOW).order_by("on").first()
    assert planned.points.count() == 4
    assert Notebook.objects.get(title="Le groupe du banc").council.form == "group"


@pytest.mark.parametrize("login", ["samira", "bruno", "maud"])
def test_the_calendar_of_three_months_holds_something_for_each(house, login):
    by = worker(login)
    for first in (date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)):
        found = events(by=by, since=first, until=first + timedelta(days=29))
        assert {one.sort for one in found} >= {Sort.MEETING}, first
    days = {"since": NOW.date(), "until": NOW.date() + timedelta(days=1)}
    seen = [one for one in events(by=worker("bruno"), **days) if "dentiste" in one.words]
    (dentist,) = seen
    assert f"{dentist.at:%H:%M}" == "14:00"


def test_the_team_meets_each_week_and_the_next_agenda_fills(house):
    team = Notebook.objects.get(title="L’équipe du foyer, le mardi")
    assert team.meetings.filter(on__lt=NOW).count() == 8
    planned = team.meetings.get(on__gt=NOW)
    assert planned.points.exclude(writing=None).count() == 2
    assert not Point.objects.visible_to(worker("maud")).filter(meeting=planned).exists()
