"""Opening a dossier at once: an exact name, a reason, a day; seen by those who keep it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dossier.accounts import slowing
from dossier.accounts.models import Failure
from dossier.journal.models import Entry
from dossier.notebooks import sharing
from dossier.notebooks.models import NotAllowed, Notebook, Urgent, WorkerGrant
from dossier.persons.actions import describe, open_dossier
from dossier.retention import actions as archives
from dossier.rights.actions import frame_house
from dossier.rights.durations import change_term
from dossier.trust import urgent
from dossier.trust.urgent import Nobody, NoReason, Several, Slowed, open_at_once
from tests.conftest import log_in, make_team
from tests.trust.pages import says

WHY = "les pompiers sont là"


def opened(who, name="Amina", **more):
    """Open at once."""
    return open_at_once(by=who, name=name, **{"reason": WHY} | more)


@pytest.mark.parametrize(
    "name", ["Amina", "amina", "  AMINA ", "Âmina", "Belkacem Amina-Nour", "belkacem amina nour"]
)
def test_an_exact_name_opens_for_a_day_to_read(cast, name):
    describe(
        by=cast.samira, dossier=cast.amina.dossier, called="Amina",
        civil_name="Belkacem Amina-Nour",
    )  # fmt: skip
    before = timezone.now()
    found = opened(cast.maud, name)
    assert found.notebook == cast.amina
    grant = WorkerGrant.objects.get(user=cast.maud, content_object=cast.amina)
    assert before + timedelta(days=1) <= grant.until <= timezone.now() + timedelta(days=1)
    assert grant.reason == found.urgent.reason == WHY
    assert cast.amina in Notebook.objects.visible_to(cast.maud)
    assert cast.amina not in Notebook.objects.writable_by(cast.maud)
    lines = Entry.objects.filter(notebook=cast.amina, act="urgent")
    assert [one.worker for one in lines] == [cast.maud]


def test_for_as_long_as_the_house_says(cast):
    frame_house(by=cast.helene)
    change_term(by=cast.helene, key="urgent", amount=3, unit="days", source="nous")
    found = opened(cast.maud)
    assert found.urgent.until - timezone.now() > timedelta(days=2, hours=23)


@pytest.mark.parametrize("name", ["Ami", "Amina B", "", "@", "%", "Le premier étage", "Foyer"])
def test_what_nobody_bears_opens_nothing(cast, name):
    with pytest.raises(Nobody):
        opened(cast.maud, name)
    assert not Urgent.objects.exists()


def test_without_a_reason_nothing_opens(cast):
    with pytest.raises(NoReason):
        opened(cast.maud, reason="  ")
    assert not Failure.objects.exists()


def test_several_are_told_apart_by_a_civil_name_or_a_birth(cast):
    cast.noor.groups.add(make_team("Jour"))
    other = open_dossier(
        by=cast.maud, called="Amina", civil_name="Amina Diallo", birth="12/03/1989"
    )
    for more in ("", "Amina"):
        with pytest.raises(Several):
            opened(cast.noor, more=more)
    for more in ("Amina Diallo", "12 mars 1989", "mars 1989", "1989"):
        assert opened(cast.noor, more=more).notebook == other.notebook
    with pytest.raises(Nobody):
        opened(cast.noor, more="1990")


def test_archives_circles_and_collectives_never_open_so(cast):
    cast.noor.groups.add(make_team("Jour"))
    sharing.open_circle(by=cast.samira, around=cast.amina, name="Santé")
    for name in ("Santé, Amina", "Le premier étage"):
        with pytest.raises(Nobody):
            opened(cast.maud, name)
    assert not opened(cast.maud).notebook.is_circle
    assert Notebook.objects.visible_to(cast.maud).filter(kind="circle").count() == 0
    archives.close(by=cast.samira, dossier=cast.amina.dossier, last_contact_on=date(2010, 6, 30))
    with pytest.raises(Nobody):
        opened(cast.noor)


def test_who_keeps_the_machine_or_left_opens_nothing(cast):
    for who in (cast.yann, cast.gilles):
        with pytest.raises(NotAllowed):
            opened(who)
    client = log_in(cast.yann)
    assert client.get("/urgence/").status_code == 404
    assert client.post("/urgence/", {"name": "Amina", "reason": WHY}).status_code == 404
    assert "/urgence/" not in client.get("/").content.decode()


def test_who_reads_already_is_led_there_and_nothing_is_noted(cast):
    sent = log_in(cast.bruno).post("/urgence/", {"name": "amina", "reason": WHY})
    assert sent.url == f"/cahiers/{cast.amina.pk}/"
    assert not Urgent.objects.exists()
    assert not WorkerGrant.objects.filter(user=cast.bruno).exists()


def test_who_is_in_no_team_opens_nothing_and_is_told_why(cast):
    with pytest.raises(NotAllowed):
        opened(cast.noor)
    client, told = log_in(cast.noor), {"name": "Amina", "reason": WHY}
    for answer in (client.get("/urgence/"), client.post("/urgence/", told)):
        assert "Vous n’êtes encore dans aucune équipe" in answer.content.decode()
        assert 'name="reason"' not in answer.content.decode()
    assert not Urgent.objects.exists()
    cast.noor.is_head = True
    cast.noor.save()
    assert opened(cast.noor).urgent


def test_misses_are_slowed_without_what_was_typed(cast, clock):
    cast.noor.groups.add(make_team("Jour"))
    clock(14, 3)
    for _ in range(slowing.FREE + 1):
        with pytest.raises(Nobody):
            opened(cast.maud, "Zoé")
    with pytest.raises(Slowed) as slowed:
        opened(cast.maud)  # not even a right name
    assert slowed.value.left == slowing.FIRST
    (kept,) = Failure.objects.all()
    assert str(cast.maud.pk) != kept.digest
    assert len(kept.digest) == 64
    opened(cast.noor)  # nobody else is slowed
    assert Failure.objects.count() == 1
    clock(14, 4)
    assert opened(cast.maud).urgent
    with pytest.raises(Slowed):  # it took back itself alone: one does not try others for it
        opened(cast.maud, "Zoé")
    clock(14, 5)
    with pytest.raises(Nobody):
        opened(cast.maud, "Zoé")


def test_a_try_is_counted_before_it_is_looked_at(cast, monkeypatch):
    counted = []
    bearing = urgent._bearing

    def looks(name, more):
        counted.append(Failure.objects.get().count)
        return bearing(name, more)

    monkeypatch.setattr(urgent, "_bearing", looks)
    with pytest.raises(Nobody):
        opened(cast.maud, "Zoé")
    opened(cast.maud)
    assert counted == [1, 2]
    assert Failure.objects.get().count == 1


def test_the_page_says_what_to_do_and_keeps_what_was_typed(cast):
    client = log_in(cast.maud)
    open_dossier(by=cast.samira, called="Léa")
    open_dossier(by=cast.samira, called="Lea")
    for given, told in (
        ({"name": "Zoé", "reason": WHY}, "Nul ne porte ce nom ici"),
        ({"name": "LÉA", "reason": WHY}, "Plusieurs portent ce nom"),
        ({"name": "Amina", "reason": " "}, "Écrivez pourquoi, en un mot"),
        ({"name": "", "reason": WHY}, "Écrivez son nom en entier"),
    ):
        sent = client.post("/urgence/", given)
        assert (sent.status_code, told in says(sent)) == (422, True), told
        for typed in filter(str.strip, given.values()):
            assert f'value="{typed}"' in sent.content.decode()
    for _ in range(slowing.FREE + 1):
        sent = client.post("/urgence/", {"name": "Zoé", "reason": WHY})
    assert "Plusieurs noms de suite n’ont rien ouvert" in says(sent)
    body = client.get("/urgence/").content.decode()
    assert "Amina" not in body
    assert "<option" not in body
    assert "<datalist" not in body


def test_it_shows_to_those_who_keep_until_one_says_seen_then_to_all_readers(cast):
    log_in(cast.maud).post("/urgence/", {"name": "Amina", "reason": WHY})
    one = Urgent.objects.get()
    shown = {
        who: [WHY in says(log_in(who).get(page)) for page in ("/", f"/cahiers/{cast.amina.pk}/")]
        for who in (cast.samira, cast.karim, cast.bruno)
    }
    assert shown == {
        cast.samira: [True, True],
        cast.karim: [False, False],
        cast.bruno: [False, False],
    }
    for who in (cast.karim, cast.maud, cast.yann):
        assert log_in(who).post(f"/urgence/{one.pk}/vu/").status_code == 404
    sent = log_in(cast.samira).post(f"/urgence/{one.pk}/vu/", {"de": "accueil"})
    assert sent.url == "/"
    for page in ("/", f"/cahiers/{cast.amina.pk}/"):
        assert WHY not in says(log_in(cast.samira).get(page))
    for who in (cast.samira, cast.karim, cast.bruno, cast.maud):
        words = says(log_in(who).get(f"/cahiers/{cast.amina.pk}/partage/"))
        assert WHY in words
        assert "vu par Samira" in words


def test_it_ends_and_stays_told(cast, clock):
    clock(9, 0)
    opened(cast.maud)
    clock(9, 0, days=1)
    assert cast.amina not in Notebook.objects.visible_to(cast.maud)
    assert WHY in says(log_in(cast.bruno).get(f"/cahiers/{cast.amina.pk}/partage/"))
    assert opened(cast.maud).urgent  # and it may be needed again
    clock(9, 0, days=400)
    assert list(urgent.told_of(cast.amina)) == []


def test_a_keeper_may_close_it_before(cast):
    opened(cast.maud)
    sharing.withdraw(by=cast.samira, notebook=cast.amina, who=cast.maud)
    assert cast.amina not in Notebook.objects.visible_to(cast.maud)
    assert urgent.told_of(cast.amina).count() == 1
