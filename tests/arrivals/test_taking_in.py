"""What came from elsewhere is taken in once, says who wrote it, and can be undone."""

import uuid
from datetime import UTC, date, datetime, time

import pytest
from django.core.management import call_command

from dossier.arrivals import actions
from dossier.arrivals.brought import Around, Brought, Paper, Period, Someone, Told
from dossier.arrivals.models import Arrival, Arrived
from dossier.files.models import Blob
from dossier.notebooks import actions as writing
from dossier.notebooks.actions import Content
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Attachment, NotAllowed, Notebook, Writing
from dossier.notebooks.search import search
from dossier.persons.actions import note_stay, open_dossier
from dossier.persons.models import Dossier, Person, Relation, Stay

pytestmark = pytest.mark.django_db
LEO = Someone(
    key="12",
    called="Léo Zibelinou",
    civil_name="Zibelinou Léo",
    birth="3 mai 2010",
    facts=(("Allergies", "arachide"), ("", "Aime le canot.")),
    stays=(Period("Les Tilleuls", date(2024, 9, 1), None, "à la rentrée"),),
    around=(Around("Fatou Zibelinou", "sa mère", "06 12 34 56 78"),),
)
NOTE = Told(
    key="n1",
    of=("12",),
    text="A mal dormi, a demandé sa mère.",
    when=datetime(2025, 10, 12, 20, 30, tzinfo=UTC),
    moment="au coucher",
    heading="Nuit",
    author="B. Lecoq, veilleur",
    papers=(Paper("dessin.txt", "une péniche".encode()),),
)


def brought(*people, texts=()):
    """Return a source that brings these."""
    return Brought(Paper("export.csv", b""), tuple(people), tuple(texts))


def take(cast, *people, texts=(), by=None):
    """Take it in, at the foyer."""
    told = {"by": by or cast.samira, "sort": Arrival.Sort.SPREADSHEET, "teams": [cast.foyer]}
    return actions.take_in(brought(*people, texts=texts), **told)


def counted() -> dict[str, int]:
    """Return how many rows each table holds that an arrival may fill."""
    models = (Dossier, Person, Stay, Relation, Writing, Attachment, Blob, Notebook, Arrived)
    return {model.__name__: model.objects.count() for model in models}


def test_somebody_comes_with_all_that_was_told(cast):
    done = take(cast, LEO, texts=[NOTE])
    assert (done.opened, done.written, done.known) == (1, 2, 0)
    dossier = Dossier.objects.get(person__called="Léo Zibelinou")
    assert dossier.person.civil_name == "Zibelinou Léo"
    assert dossier.person.born_from == date(2010, 5, 3)
    stay = dossier.stays.get()
    assert (stay.service, stay.from_on, stay.word) == (
        "Les Tilleuls",
        date(2024, 9, 1),
        "à la rentrée",
    )
    near = Relation.objects.get(notebook=dossier.notebook)
    assert (near.name, near.tie, near.word) == ("Fatou Zibelinou", "sa mère", "06 12 34 56 78")
    facts, note = dossier.notebook.writings.order_by("pk")
    assert facts.text == "Allergies : arachide\nAime le canot."
    assert facts.heading.name == actions.FROM_ELSEWHERE
    assert note.text == f"{NOTE.text}\n\nÉcrit par B. Lecoq, veilleur"
    assert (note.heading.name, note.moment) == ("Nuit", "au coucher")
    assert (note.occurred_on, note.occurred_time) == (date(2025, 10, 12), time(22, 30))
    assert note.author == cast.samira
    assert note.attachments.get().name == "dessin.txt"
    for worker in (cast.samira, cast.karim, cast.bruno):  # of the foyer
        is_of_it = worker.groups.filter(pk=cast.foyer.pk).exists()
        seen = Notebook.objects.visible_to(worker).filter(pk=dossier.notebook_id).exists()
        assert seen == (worker == cast.samira or is_of_it)
    assert not Notebook.objects.visible_to(cast.maud).filter(pk=dossier.notebook_id).exists()
    found = search("arachide", by=cast.samira)
    assert [hit.writing.pk for hit in found.hits] == [facts.pk]


def test_brought_twice_nothing_is_twice(cast):
    take(cast, LEO, texts=[NOTE])
    before = counted()
    done = take(cast, LEO, texts=[NOTE])
    assert (done.opened, done.written, done.known) == (0, 0, 2)
    assert counted() == before


def test_what_changed_is_added_and_nothing_replaced(cast):
    take(cast, LEO, texts=[NOTE])
    dossier = Dossier.objects.get(person__called="Léo Zibelinou")
    changed = Someone(**(vars(LEO) | {"facts": (("Allergies", "arachide, noix"),)}))
    other = Told(**(vars(NOTE) | {"text": "A bien dormi, finalement."}))
    done = take(cast, changed, texts=[other])
    assert (done.opened, done.written) == (0, 2)
    texts = list(dossier.notebook.writings.order_by("pk").values_list("text", flat=True))
    assert len(texts) == 4
    assert texts[2] == "Allergies : arachide, noix"
    assert "A mal dormi" in texts[1]
    assert Stay.objects.filter(dossier=dossier).count() == 1
    assert any("a changé depuis" in line.words for line in done.lines)
    again = take(cast, changed, texts=[other])
    assert (again.opened, again.written, again.known) == (0, 0, 2)


def test_the_number_of_another_house_is_not_the_same_person(cast):
    take(cast, LEO)
    done = take(cast, Someone(key="12", called="Mina Ortega"), texts=[NOTE])
    assert done.opened == 1
    mina = Dossier.objects.get(person__called="Mina Ortega")
    assert mina.notebook.writings.get().text.startswith(NOTE.text)
    again = take(cast, Someone(key="12", called="Mina Ortega"), texts=[NOTE])
    assert (again.opened, again.written) == (0, 0)


def test_what_is_of_nobody_waits_in_the_heap_of_the_team(cast):
    take(cast, texts=[Told(key="x", of=(), text="Le portail grince.")])
    assert Writing.objects.get(text="Le portail grince.").notebook.team == cast.foyer


def test_what_is_of_two_is_in_one_and_tied_to_the_other(cast):
    mina = Someone(key="13", called="Mina Zibelinou")
    told = Told(key="x", of=("12", "13"), text="Dispute au goûter, vite finie.")
    take(cast, LEO, mina, texts=[told])
    one = Writing.objects.get(text=told.text)
    assert one.notebook.title == "Léo Zibelinou"
    assert [mention.notebook.title for mention in one.mentions.all()] == ["Mina Zibelinou"]


def test_the_same_whole_name_joins_and_is_said(cast):
    own = open_dossier(by=cast.samira, called="Léo", civil_name="ZIBELINOU Leo")
    done = take(cast, LEO)
    assert done.opened == 0
    assert own.notebook.writings.count() == 1
    assert any("rejoint le dossier" in line.words for line in done.lines)


@pytest.mark.parametrize("why", ["born otherwise", "two of them", "another's", "a first name"])
def test_a_name_alone_is_not_somebody(cast, why):
    by = cast.maud if why == "another's" else cast.samira
    birth = "4 mai 2010" if why == "born otherwise" else ""
    name = "Léo" if why == "a first name" else "Léo Zibelinou"
    for _ in range(2 if why == "two of them" else 1):
        own = open_dossier(by=by, called=name, birth=birth)
    someone = Someone(key="1", called="Léo") if why == "a first name" else LEO
    done = take(cast, someone)
    assert done.opened == 1
    assert not own.notebook.writings.exists()
    if why == "another's":  # nothing is said of what samira does not read
        assert done.lines == []


def test_what_is_too_long_is_kept_whole(cast):
    long = "x" * 300
    someone = Someone(
        key="long",
        called=f"Léo {long}",
        civil_name=f"Zibelinou {long}",
        birth=f"vers 2010, {long}",
        stays=(Period(service=f"Les Tilleuls {long}"),),
        around=(Around(f"Fatou {long}", f"sa mère {long}"),),
    )
    text = Told(key="t", of=("long",), text="a" * 450_000, heading=long, moment=long, author=long)
    take(cast, someone, texts=[text])
    dossier = Dossier.objects.get(person__called__startswith="Léo xxx")
    held = "\n".join(dossier.notebook.writings.values_list("text", flat=True))
    for words in (someone.called, someone.civil_name, someone.birth, "Les Tilleuls", "Fatou"):
        assert words in held
    assert held.count("a" * 1000) >= 440
    assert held.count(long) >= 9


def test_a_nul_and_an_empty_text_stop_nothing(cast):
    take(
        cast, LEO, texts=[Told(key="n", of=("12",), text="avant\x00après"), Told("v", ("12",), " ")]
    )
    texts = set(Writing.objects.values_list("text", flat=True))
    assert "avant\ufffdaprès" in texts
    assert "…" in texts


def test_many_files_make_several_writings(cast):
    papers = tuple(Paper(f"{n}.txt", f"feuille {n}".encode()) for n in range(45))
    take(cast, LEO, texts=[Told(key="p", of=("12",), text="Le classeur.", papers=papers)])
    assert Attachment.objects.exclude(writing=None).count() == 45


def test_undone_all_is_as_before(cast):
    before = counted()
    entries = {one.pk for one in Arrival.objects.all()}
    done = take(cast, LEO, texts=[NOTE, Told(key="x", of=(), text="Le portail grince.")])
    heap = Notebook.objects.filter(team=cast.foyer).count()
    left = actions.undo(by=cast.samira, arrival=done.arrival)
    assert (left.dossiers, left.writings) == ((), 0)
    assert (left.gone_dossiers, left.gone_writings) == (1, 3)
    assert counted() == before | {"Notebook": before["Notebook"] + heap, "Blob": before["Blob"]}
    assert Arrival.objects.exclude(pk__in=entries).get().undone_at
    assert search("arachide", by=cast.samira).hits == []
    with pytest.raises(actions.Undone):
        actions.undo(by=cast.samira, arrival=done.arrival)
    again = take(cast, LEO, texts=[NOTE])
    assert (again.opened, again.written) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_the_journal_stays_whole(cast):
    done = take(cast, LEO, texts=[NOTE])
    actions.undo(by=cast.samira, arrival=done.arrival)
    call_command("journal", "verify")


@pytest.mark.parametrize(
    "touch", ["answered", "corrected", "written beside", "a stay", "drafted", "mentioned"]
)
def test_what_was_touched_since_stays(cast, touch):
    done = take(cast, LEO, texts=[NOTE])
    dossier = Dossier.objects.get(person__called="Léo Zibelinou")
    note = Writing.objects.get(text__startswith=NOTE.text)
    told = {"by": cast.samira, "notebook": dossier.notebook}
    if touch == "answered":
        writing.write(**told, content=Content("Oui."), answers=note)
    elif touch == "corrected":
        writing.correct(by=cast.samira, writing=note, content=Content("A dormi."), version=1)
    elif touch == "written beside":
        writing.write(**told, content=Content("Premier soir."))
    elif touch == "a stay":
        note_stay(by=cast.samira, dossier=dossier, service="L’internat")
    elif touch == "drafted":
        keep_draft(
            by=cast.samira,
            key=uuid.uuid4(),
            notebook=dossier.notebook,
            path="/",
            fields={"text": "a"},
        )
    else:
        writing.write(by=cast.samira, notebook=cast.amina, content=Content("Avec @Léo Zibelinou."))
    left = actions.undo(by=cast.samira, arrival=done.arrival)
    assert left.dossiers == ("Léo Zibelinou",)
    assert Dossier.objects.filter(pk=dossier.pk).exists()
    kept = set(Writing.objects.filter(notebook=dossier.notebook).values_list("pk", flat=True))
    assert (note.pk in kept) == (touch in {"answered", "corrected"})


def test_a_dossier_that_was_there_is_never_undone(cast):
    own = open_dossier(by=cast.samira, called="Léo Zibelinou")
    done = take(cast, LEO, texts=[NOTE])
    actions.undo(by=cast.samira, arrival=done.arrival)
    assert Dossier.objects.filter(pk=own.pk).exists()
    assert not own.notebook.writings.exists()


def test_who_may(cast):
    for worker in (cast.yann, cast.gilles):
        with pytest.raises(NotAllowed):
            take(cast, LEO, by=worker)
    done = take(cast, LEO)
    with pytest.raises(NotAllowed):
        actions.undo(by=cast.karim, arrival=done.arrival)
    assert Dossier.objects.filter(person__called="Léo Zibelinou").exists()


def test_where_one_writes_no_more_nothing_is_added(cast):
    take(cast, LEO, texts=[NOTE])
    before = Writing.objects.count()
    other = Told(key="n2", of=("12",), text="Un mot de plus.")
    done = take(cast, LEO, texts=[other], by=cast.maud)
    assert Writing.objects.count() == before
    assert any("vous n’y écrivez plus" in line.words for line in done.lines)
