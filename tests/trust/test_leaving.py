"""Leaving the house: everything is lost at once, nothing is left without a keeper."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from dossier.accounts.models import Invitation, Known, Machine, Proof, RecoveryCode, Rescue, Sitting
from dossier.journal.models import Entry
from dossier.notebooks import sharing
from dossier.notebooks.actions import NoKeeperLeft, grant
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.drafts import keep_draft
from dossier.notebooks.models import (
    KEEP,
    READ,
    Draft,
    NotAllowed,
    Notebook,
    WorkerGrant,
    Writing,
)
from dossier.trust.leaving import leave, successors
from tests.conftest import log_in, make_writing


def test_everything_is_lost_at_once(cast):
    day, soon = timezone.localdate(), timezone.now() + timedelta(days=1)
    clients = [log_in(cast.maud), log_in(cast.maud)]
    others = log_in(cast.samira)
    machine = Machine.objects.create(digest="m", added_on=day)
    Known.objects.create(worker=cast.maud, machine=machine)
    Sitting.objects.create(worker=cast.maud, session="s", began_at=timezone.now())
    Proof.objects.create(worker=cast.maud, sort="totp", added_on=day)
    RecoveryCode.objects.create(worker=cast.maud, digest="r")
    Rescue.objects.create(worker=cast.maud, code="c", browser="b", until=soon)
    grant(by=cast.samira, notebook=cast.amina, to=cast.maud, level=READ)
    Invitation.objects.create(worker=cast.maud, digest="i", until=soon)
    assert Session.objects.count() == 3
    leave(by=cast.yann, worker=cast.maud, successor=cast.helene)
    cast.maud.refresh_from_db()
    assert not cast.maud.is_active
    assert not cast.maud.has_usable_password()
    assert not cast.maud.groups.exists()
    assert not WorkerGrant.objects.filter(user=cast.maud).exists()
    for model in (Known, Sitting, Proof, RecoveryCode, Rescue, Invitation):
        assert not model.objects.filter(worker=cast.maud).exists(), model
    assert Session.objects.count() == 1
    assert [one.get("/").status_code for one in (*clients, others)] == [302, 302, 200]
    assert list(Notebook.objects.visible_to(cast.maud)) == []


def test_what_they_alone_kept_is_kept_by_their_successor(cast):
    grant(by=cast.samira, notebook=cast.etage, to=cast.karim, level=KEEP)
    leave(by=cast.samira, worker=cast.samira, successor=cast.noor)
    assert set(Notebook.objects.kept_by(cast.noor)) == {cast.amina}
    assert not Notebook.objects.exclude(owner__isnull=False).unkept().exists()
    assert Entry.objects.filter(act="handed", notebook=cast.amina).count() == 1


def test_without_a_successor_nothing_is_done_and_nothing_is_named(cast):
    client = log_in(cast.samira)
    with pytest.raises(NoKeeperLeft) as refused:
        leave(by=cast.yann, worker=cast.samira)
    assert str(refused.value) == ""
    cast.samira.refresh_from_db()
    assert cast.samira.is_active
    assert cast.samira.groups.exists()
    assert client.get("/").status_code == 200


def test_who_alone_keeps_nothing_needs_no_successor(cast):
    leave(by=cast.yann, worker=cast.karim)
    assert list(Notebook.objects.visible_to(cast.karim)) == []


def test_only_oneself_the_direction_or_who_keeps_the_machine(cast):
    for who in (cast.samira, cast.helene, cast.gilles):
        with pytest.raises(NotAllowed):
            leave(by=who, worker=cast.karim)
    cast.helene.is_head = True
    cast.helene.save()
    leave(by=cast.helene, worker=cast.karim)


def test_who_keeps_the_machine_gives_nobody_what_their_colleagues_do_not_read(cast):
    """Else an account made for that would read everything."""
    found = {
        who: {one.login for one in successors(by=who, worker=cast.maud)}
        for who in (cast.maud, cast.yann)
    }
    assert found == {
        cast.maud: {"samira", "karim", "bruno", "helene", "noor"},
        cast.yann: {"helene"},
    }
    with pytest.raises(NotAllowed):
        leave(by=cast.yann, worker=cast.maud, successor=cast.noor)
    grant(by=cast.maud, notebook=cast.didier, to=cast.noor, level=READ)
    leave(by=cast.yann, worker=cast.maud, successor=cast.noor)
    assert cast.didier in Notebook.objects.kept_by(cast.noor)


def test_the_direction_chooses_whom_she_wants_but_herself(cast):
    cast.noor.is_head = True
    cast.noor.save()
    found = {one.login for one in successors(by=cast.noor, worker=cast.maud)}
    assert found == {"samira", "karim", "bruno", "helene"}
    for who in (cast.maud, cast.yann, cast.gilles):
        with pytest.raises(NotAllowed):
            leave(by=cast.noor, worker=cast.maud, successor=who)


def test_a_circle_stays_among_those_who_read_it(cast):
    health = sharing.open_circle(
        by=cast.samira, around=cast.amina, name="Santé", to=[cast.noor], level=READ
    )
    alone = sharing.open_circle(by=cast.samira, around=cast.amina, name="Soins")
    leave(by=cast.yann, worker=cast.samira, successor=cast.karim)
    assert health in Notebook.objects.kept_by(cast.noor)
    assert health not in Notebook.objects.visible_to(cast.karim)
    assert alone in Notebook.objects.kept_by(cast.karim)


def test_a_team_of_one_leaves_nothing_without_a_keeper(cast):
    heap = bricabrac(by=cast.bruno, team=cast.nuit)
    cast.helene.groups.remove(cast.nuit)
    with pytest.raises(NoKeeperLeft):
        leave(by=cast.bruno, worker=cast.bruno)
    cast.bruno.refresh_from_db()
    leave(by=cast.bruno, worker=cast.bruno, successor=cast.noor)
    assert heap in Notebook.objects.kept_by(cast.noor)


def test_what_is_theirs_alone_stays_theirs_and_is_read_by_nobody(cast):
    heap = bricabrac(by=cast.karim)
    make_writing(cast.karim, heap, "Trois mots pour moi.")
    keep_draft(by=cast.karim, key=uuid.uuid4(), path="/ecrire/", fields={"text": "Un début."})
    leave(by=cast.yann, worker=cast.karim)
    everybody = (cast.samira, cast.helene, cast.yann, cast.karim, cast.noor)
    assert not any(Writing.objects.visible_to(one).filter(notebook=heap) for one in everybody)
    assert Draft.objects.get().author == cast.karim
    assert Writing.objects.filter(notebook=heap).count() == 1
