"""Personal notes: their author's alone, until a day, then nowhere."""

import re
import uuid
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from dossier.journal.models import Entry
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import Draft, Writing
from dossier.notes import actions
from dossier.notes.models import Note
from dossier.rights.actions import frame_house
from tests.conftest import PASSPHRASE, log_in
from tests.web.house import furnish
from tests.web.reading import fill, send, told, walk

WORD = "Zibelinou"  # no word of those drawn for a passphrase
TEXT = f"{WORD} : revenir sur ce que j’ai dit à @Amina. Amina m’a regardée drôlement."


@pytest.fixture
def clock(monkeypatch):
    """Return how to set the day."""

    def set_day(told: str) -> None:
        now = timezone.make_aware(datetime.fromisoformat(f"{told}T22:10:00"))
        monkeypatch.setattr(timezone, "now", lambda: now)

    return set_day


KEPT = """
    2026-01-31  30  2026-03-02
    2024-01-31  30  2024-03-01
    2026-12-15  30  2027-01-14
    2026-02-28   1  2026-03-01
    2024-02-28   1  2024-02-29
"""


@pytest.mark.parametrize("row", KEPT.strip().splitlines())
def test_a_note_is_kept_as_long_as_the_house_says(cast, clock, row):
    day, days, last = row.split()
    clock(day)
    frame_house(by=cast.samira, notes_days=int(days))
    note = actions.keep(by=cast.samira, text="Un mot.")
    assert note.until == date.fromisoformat(last)
    clock(last)
    assert list(Note.objects.of(cast.samira)) == [note]
    assert actions.empty(timezone.localdate()) == 0
    clock(str(date.fromisoformat(last) + timedelta(days=1)))
    assert list(Note.objects.of(cast.samira)) == []
    assert actions.empty(timezone.localdate()) == 1
    assert Note.objects.count() == 0


def test_a_note_may_be_kept_less_and_never_more(cast, clock):
    clock("2026-03-01")
    note = actions.keep(by=cast.samira, text="Un mot.", until=date(2026, 3, 1))
    for until in (date(2026, 2, 28), date(2026, 4, 1)):
        with pytest.raises(actions.TooFar):
            actions.change(by=cast.samira, note=note, text="Un mot.", until=until)
    clock("2026-03-02")
    with pytest.raises(actions.NotTheirs):  # gone
        actions.change(by=cast.samira, note=note, text="Un mot.")


def test_a_change_counts_the_time_anew(cast, clock):
    clock("2026-03-01")
    note = actions.keep(by=cast.samira, text="Un mot.")
    clock("2026-03-20")
    assert actions.change(by=cast.samira, note=note, text="Deux.").until == date(2026, 4, 19)


def test_a_note_is_nobody_else_s_to_change_or_drop(cast):
    note = actions.keep(by=cast.samira, text="Un mot.")
    for act in (actions.drop, lambda **k: actions.change(text="x", **k)):
        with pytest.raises(actions.NotTheirs):
            act(by=cast.helene, note=note)
    assert Note.objects.get().text == "Un mot."


def test_one_form_makes_one_note(cast):
    client = log_in(cast.samira)
    form = fill(client, "/notes/", "note-create", text=TEXT)
    for _ in range(2):
        assert send(client, form).status_code == 302
    assert [note.text for note in Note.objects.all()] == [TEXT]


def test_a_note_is_found_in_its_own_box_alone(cast):
    actions.keep(by=cast.samira, text=TEXT)
    client = log_in(cast.samira)
    assert WORD in client.get("/notes/", {"q": "zibelinou regardee"}).content.decode()
    assert "Rien de tel" in client.get("/notes/", {"q": "introuvable"}).content.decode()
    assert WORD not in client.get("/chercher/", {"q": "revenir"}).content.decode()


@pytest.mark.parametrize("who", ["samira", "karim", "helene", "bruno", "maud", "yann"])
def test_a_note_is_on_no_page_but_its_author_s_own(cast, who):
    start = list(furnish(cast).values())
    actions.keep(by=cast.samira, text=TEXT)
    client, found = log_in(getattr(cast, who)), set()
    for address, response in walk(client, start if who == "samira" else ["/", "/notes/"]):
        if WORD.lower() in told(response):
            found.add(re.sub(r"[0-9a-f-]{36}|\d+", "…", address.split("?")[0]))
    own = {"/notes/", "/notes/…/", "/notes/…/porter/", "/notes/emporter/"}
    own.add("/cahiers/…/demandes/…/")  # the person it names asked: what they hold themselves
    assert found == (own if who == "samira" else set())


def test_a_note_leaves_no_line_and_makes_no_writing(cast):
    Entry.objects.all().delete()
    note = actions.keep(by=cast.samira, text=TEXT)
    client = log_in(cast.samira)
    for address in ("/notes/", f"/notes/{note.key}/", f"/notes/{note.key}/porter/"):
        client.get(address)
    actions.drop(by=cast.samira, note=note)
    assert (Entry.objects.count(), Writing.objects.count()) == (0, 0)


def test_one_takes_away_one_s_own(cast):
    actions.keep(by=cast.samira, text=TEXT)
    actions.keep(by=cast.helene, text="Hélène seule.")
    response = log_in(cast.samira).get("/notes/emporter/")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert (WORD in response.content.decode(), "Hélène" in response.content.decode()) == (
        True,
        False,
    )


def test_a_note_is_carried_into_a_notebook_and_then_dropped(cast):
    note = actions.keep(by=cast.samira, text=TEXT)
    client = log_in(cast.samira)
    form = fill(client, f"/notes/{note.key}/porter/", "writing-place", notebook=str(cast.amina.pk))
    response = send(client, form)
    assert response.url == f"/notes/{note.key}/"
    assert [one.text for one in Writing.objects.all()] == [TEXT]
    assert client.post(f"/notes/{note.key}/jeter/").status_code == 302
    assert Note.objects.count() == 0


def _begin(worker, note: Note) -> list[Draft]:
    """Keep what a worker began of a note, on each page where one may."""
    page = f"/notes/{note.key}/"
    fields = {"text": f"{TEXT} Et encore."}
    told = [
        {"key": note.key, "path": "/notes/nouvelle/", "fields": fields},
        {"key": uuid.uuid4(), "path": page, "fields": fields},
        {"key": uuid.uuid4(), "path": f"{page}porter/", "fields": fields},
        {"key": uuid.uuid4(), "path": "/ecrire/", "fields": fields | {"came": f"?note={note.key}"}},
    ]
    return [keep_draft(by=worker, is_autosave=True, **one) for one in told]


def test_a_note_thrown_away_takes_along_what_was_begun_of_it(cast):
    note, other = (actions.keep(by=cast.samira, text=TEXT) for _ in range(2))
    assert all(_begin(cast.samira, note))
    kept = {one.pk for one in _begin(cast.samira, other)}
    kept.add(keep_draft(by=cast.karim, key=note.key, path=f"/notes/{note.key}/",
                        fields={"text": "Un mot."}).pk)  # fmt: skip
    assert log_in(cast.samira).post(f"/notes/{note.key}/jeter/").status_code == 302
    assert set(Draft.objects.values_list("pk", flat=True)) == kept


def test_a_note_that_empties_itself_takes_along_what_was_begun_of_it(cast, clock):
    clock("2026-03-01")
    note = actions.keep(by=cast.samira, text=TEXT, until=date(2026, 3, 2))
    clock("2026-03-02")
    assert all(_begin(cast.samira, note))
    assert (actions.empty(date(2026, 3, 2)), Draft.objects.count()) == (0, 4)
    assert (actions.empty(date(2026, 3, 3)), Draft.objects.count()) == (1, 0)


def test_logging_in_empties(cast, client):
    actions.keep(by=cast.karim, text=TEXT)
    Note.objects.update(until=timezone.localdate() - timedelta(days=1))
    old = keep_draft(by=cast.karim, key=Note.objects.get().key, path="/notes/nouvelle/",
                     fields={"text": TEXT})  # fmt: skip
    Draft.objects.filter(pk=old.pk).update(kept_at=timezone.now() - timedelta(days=31))
    response = client.post("/connexion/", {"login": "samira", "passphrase": PASSPHRASE})
    assert response.status_code == 302
    assert (Note.objects.count(), Draft.objects.count()) == (0, 0)


def _on_disk() -> bytes:
    """Return all that the database's files hold; nothing for PostgreSQL, which is elsewhere."""
    path = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor != "sqlite":
        return b""
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


@pytest.mark.django_db(transaction=True)
def test_sweep_leaves_no_byte(cast):
    actions.keep(by=cast.karim, text=TEXT * 200)
    Note.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert (WORD.encode() in _on_disk()) == (connection.vendor == "sqlite")
    call_command("sweep", verbosity=0)
    assert Note.objects.count() == 0
    assert WORD.encode() not in _on_disk()


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_as_much_with_one_as_with_thirty(cast, django_assert_num_queries, count):
    for number in range(count):
        actions.keep(by=cast.samira, text=f"Un mot, {number}.")
    client = log_in(cast.samira)
    with django_assert_num_queries(5):
        client.get("/notes/")
