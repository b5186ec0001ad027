"""An account is opened in a minute, and by one person: alone, it decides nothing for the others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dossier.accounts import people, rescues
from dossier.accounts.actions import MayNotSetDoors, set_by, set_doors
from dossier.accounts.people import LastHead, NotTheirs, is_settled, name_heads
from dossier.accounts.rules import Doors
from dossier.establishment.actions import arrive
from dossier.establishment.models import Worker
from dossier.notebooks import teams
from dossier.notebooks.actions import grant
from dossier.notebooks.models import READ, NotAllowed, Notebook
from dossier.notebooks.sharing import join_team, open_circle
from dossier.trust.leaving import leave, successors
from dossier.trust.urgent import open_at_once
from tests.conftest import PASSPHRASE, log_in, make_notebook, make_team, make_worker

LONG_AGO = timezone.localdate() - timedelta(days=400)


@pytest.fixture
def house(cast):
    """Return a house where all have worked for long, but zoe and quentin, who came today."""
    Worker.objects.update(here_since=LONG_AGO)
    for one in vars(cast).values():
        if isinstance(one, Worker):
            one.here_since = LONG_AGO
    cast.zoe, cast.quentin = make_worker("zoe"), make_worker("quentin")
    for one in (cast.zoe, cast.quentin):
        arrive(worker=one)
        assert not is_settled(one)
    return cast


def head(worker):
    """Make a worker the direction."""
    worker.is_head = True
    worker.save()
    return worker


def test_who_comes_is_known_since_that_day_and_settled_a_month_later(house):
    zoe = Worker.objects.get(login="zoe")
    assert zoe.here_since == timezone.localdate()
    zoe.here_since -= timedelta(days=29)
    assert not is_settled(zoe)
    zoe.here_since -= timedelta(days=1)
    assert is_settled(zoe)
    Worker.objects.update(here_since=timezone.localdate())
    assert is_settled(house.quentin)  # of a house younger than a month, all are


def test_nobody_makes_a_team_of_their_own_to_be_of_one(house):
    empty = teams.make_team(by=house.yann, name="Vide")
    for whom in (house.zoe, house.quentin, house.samira):
        with pytest.raises(NotAllowed):
            join_team(by=house.zoe, worker=whom, team=empty)
    join_team(by=house.samira, worker=house.samira, team=empty)
    join_team(by=house.samira, worker=house.zoe, team=empty)
    assert empty.workers.count() == 2


def test_who_is_in_a_team_is_brought_in_another_by_who_is_settled(house):
    house.zoe.groups.add(house.nuit)
    with pytest.raises(NotAllowed):
        join_team(by=house.zoe, worker=house.samira, team=house.nuit)
    page = log_in(house.zoe).get(f"/maison/equipes/{house.nuit.pk}/accueillir/").content.decode()
    assert ("Quentin" in page, "Samira" in page) == (True, False)
    join_team(by=house.zoe, worker=house.quentin, team=house.nuit)
    join_team(by=house.bruno, worker=house.samira, team=house.nuit)


def test_they_vouch_for_nobody(house):
    for one in (house.zoe, house.quentin):
        one.groups.add(house.foyer)
        for whom in (house.samira, house.yann, house.noor):
            assert not rescues.may_vouch(one, whom)
    assert rescues.may_vouch(house.karim, house.samira)


@pytest.mark.parametrize("by", ["yann", "helene"])
def test_they_keep_nothing_by_the_hand_of_who_keeps_the_machine(house, by):
    if by == "helene":
        head(house.helene)
    house.zoe.groups.add(house.savs)
    offered = successors(by=getattr(house, by), worker=house.maud)
    assert (house.zoe in offered) == (by == "helene")
    assert house.zoe in successors(by=house.maud, worker=house.maud)
    if by == "yann":
        with pytest.raises(NotAllowed):
            leave(by=house.yann, worker=house.maud, successor=house.zoe)


def test_what_was_opened_for_a_day_makes_no_keeper_for_ever(house):
    assert house.bruno not in successors(by=house.yann, worker=house.maud)
    open_at_once(by=house.bruno, name="Didier", reason="une urgence")
    assert house.didier in Notebook.objects.visible_to(house.bruno)
    assert house.bruno not in successors(by=house.yann, worker=house.maud)
    grant(by=house.maud, notebook=house.didier, to=house.nuit, level=READ)
    assert house.bruno in successors(by=house.yann, worker=house.maud)


def test_who_is_offered_says_nothing_of_a_circle(house):
    make_notebook(house.maud, "Nina", make_team("Vide"))
    before = successors(by=house.yann, worker=house.maud)
    open_circle(by=house.maud, around=house.didier, name="Santé")
    assert successors(by=house.yann, worker=house.maud) == before


def test_they_do_not_say_who_is_the_direction(house):
    house.zoe.groups.add(house.foyer)
    assert not people.may_name_heads(house.zoe)
    with pytest.raises(NotTheirs):
        name_heads(by=house.zoe, heads=[house.zoe])
    assert log_in(house.zoe).get("/maison/gens/direction/").status_code == 404
    assert people.may_name_heads(house.samira)
    assert not people.may_name_heads(house.yann)


def test_the_direction_is_left_to_nobody(house):
    head(house.helene)
    with pytest.raises(LastHead):
        leave(by=house.helene, worker=house.helene)
    with pytest.raises(LastHead):
        name_heads(by=house.helene, heads=[])
    client = log_in(house.helene)
    place = f"/maison/gens/{house.helene.pk}/depart/"
    page = client.post(place, {"passphrase": PASSPHRASE}).content.decode()
    assert "dites d’abord qui le sera" in page
    assert 'name="successor"' in page
    page = client.post("/maison/gens/direction/", {"heads": []})
    assert (page.status_code, "dites qui, à votre place" in page.content.decode()) == (422, True)
    name_heads(by=house.helene, heads=[house.helene, house.samira])
    assert client.post(place, {"passphrase": PASSPHRASE}).status_code == 302
    assert not Worker.objects.get(login="helene").is_active


def test_leaving_asks_the_passphrase_and_offers_again_who_keeps(house):
    client, place = log_in(house.maud), f"/maison/gens/{house.maud.pk}/depart/"
    assert "votre phrase secrète" in client.post(place, {"passphrase": "autre"}).content.decode()
    for _ in range(2):
        page = client.post(place, {"passphrase": PASSPHRASE}).content.decode()
        assert "choisissez qui" in page
        assert 'name="successor"' in page
    told = {"passphrase": PASSPHRASE, "successor": house.noor.pk}
    assert client.post(place, told).status_code == 302
    assert house.didier in Notebook.objects.kept_by(house.noor)


def test_who_closes_an_account_is_offered_again_who_keeps(house):
    client, place = log_in(house.yann), f"/maison/gens/{house.maud.pk}/depart/"
    house.karim.groups.add(house.savs)
    for _ in range(2):
        page = client.post(place, {}).content.decode()
        assert "choisissez qui" in page
        assert f'value="{house.karim.pk}"' in page


def test_how_one_comes_in_is_for_the_direction_and_said_to_all(house):
    doors = Doors("free", 60)
    for one in (house.zoe, house.yann, house.noor):
        with pytest.raises(MayNotSetDoors):
            set_doors(by=one, doors=doors)
        assert log_in(one).get("/maison/portes/").status_code == 404
    set_doors(by=house.samira, doors=doors)  # nobody is the direction yet
    head(house.helene)
    with pytest.raises(MayNotSetDoors):
        set_doors(by=house.samira, doors=doors)
    assert log_in(house.samira).get("/maison/portes/").status_code == 404
    set_doors(by=house.helene, doors=doors)
    assert set_by().by == house.helene
    page = log_in(house.maud).get("/ma-porte/").content.decode()
    assert "par Helene" in page
