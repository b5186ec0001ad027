"""Acts at the same instant, each counting on the other: nothing is left with nobody to keep it."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from dossier.accounts.people import LastOne, NotTheirs, name_heads
from dossier.establishment.models import Worker
from dossier.notebooks import actions, sharing
from dossier.notebooks.actions import NoKeeperLeft
from dossier.notebooks.bricabrac import bricabrac
from dossier.notebooks.models import KEEP, READ, NotAllowed, Notebook
from dossier.retention.actions import bring_back, close
from dossier.trust.leaving import leave
from tests.conftest import make_notebook, make_team, make_worker

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="absent: SQLite writes one by one"),
    pytest.mark.django_db(transaction=True),
]
WAITS_S = 0.7  # that the second act waits for the first; without a lock it ends well before


def known(worker: Worker) -> Worker:
    """Return a worker as a request that began before knows them."""
    return Worker.objects.get(pk=worker.pk)


def at_once(first: Callable[[], object], second: Callable[[], object]) -> Exception | None:
    """Do `second` while `first` is done and not yet on the disk; return what it raises."""
    raised, began = [], threading.Event()

    def run() -> None:
        began.set()
        try:
            second()
        except Exception as error:  # noqa: BLE001 - told to the test
            raised.append(error)
        finally:
            connections.close_all()

    other = threading.Thread(target=run)
    with transaction.atomic():
        first()
        other.start()
        began.wait()
        other.join(WAITS_S)
    other.join()
    return raised[0] if raised else None


def unkept() -> set[str]:
    return set(Notebook.objects.filter(owner=None).unkept().values_list("title", flat=True))


@pytest.fixture
def both(cast):
    """Return two workers who keep a notebook, both of them alone."""
    mine, yours = make_worker("nina"), make_worker("zoe")
    notebook = make_notebook(mine, "Zelda")
    actions.grant(by=mine, notebook=notebook, to=yours, level=KEEP)
    return mine, yours, notebook


def test_two_keepers_withdraw_each_other(both):
    mine, yours, notebook = both
    told = at_once(
        lambda: sharing.withdraw(by=mine, notebook=notebook, who=yours),
        lambda: sharing.withdraw(by=yours, notebook=notebook, who=mine),
    )
    assert (type(told), unkept()) == (NotAllowed, set())


def test_two_keepers_let_each_other_only_read(both):
    mine, yours, notebook = both
    told = at_once(
        lambda: actions.grant(by=mine, notebook=notebook, to=yours, level=READ),
        lambda: actions.grant(by=yours, notebook=notebook, to=mine, level=READ),
    )
    assert (type(told), unkept()) == (NotAllowed, set())


def test_two_leave_their_team(both):
    mine, yours, notebook = both
    team = make_team("Aube")
    team.workers.add(mine, yours)
    actions.grant(by=mine, notebook=notebook, to=team, level=KEEP)
    for who in (yours, mine):
        sharing.withdraw(by=mine, notebook=notebook, who=who)
    told = at_once(
        lambda: sharing.leave_team(by=mine, worker=mine, team=team),
        lambda: sharing.leave_team(by=yours, worker=yours, team=team),
    )
    assert (type(told), unkept()) == (NoKeeperLeft, set())


def test_two_leave_the_house(both):
    mine, yours, _ = both
    told = at_once(
        lambda: leave(by=mine, worker=mine),
        lambda: leave(by=yours, worker=yours),
    )
    assert (type(told), unkept()) == (NoKeeperLeft, set())


@pytest.mark.parametrize("act", ["hand_over", "successor", "team"])
def test_handed_over_to_somebody_who_is_leaving(cast, act):
    nina, team = make_worker("nina"), make_team("Aube")
    team.workers.add(cast.noor)
    actions.grant(by=cast.samira, notebook=cast.amina, to=team, level=KEEP)
    noor, late = known(cast.noor), known(nina)
    acts = {
        "hand_over": lambda: sharing.hand_over(by=cast.samira, notebook=cast.etage, to=late),
        "successor": lambda: leave(by=cast.maud, worker=cast.maud, successor=late),
        "team": lambda: sharing.join_team(by=noor, worker=late, team=team),
    }
    told = at_once(lambda: leave(by=nina, worker=nina), acts[act])
    assert (type(told), unkept()) == (NotAllowed, set())
    assert not known(nina).groups.exists()


def test_leaving_while_something_is_handed_over_to_them(cast):
    nina = make_worker("nina")
    late = known(nina)
    told = at_once(
        lambda: sharing.hand_over(by=cast.samira, notebook=cast.amina, to=nina),
        lambda: leave(by=late, worker=late),
    )
    assert (type(told), unkept()) == (NoKeeperLeft, set())


@pytest.mark.parametrize("act", ["dossier", "circle", "heap"])
def test_nothing_is_opened_by_somebody_who_is_leaving(both, act):
    mine, yours, notebook = both
    team = make_team("Aube")
    mine.groups.add(team)
    late = known(mine)
    acts = {
        "dossier": lambda: make_notebook(late, "Zora"),
        "circle": lambda: sharing.open_circle(by=late, around=notebook, name="Santé"),
        "heap": lambda: bricabrac(by=late, team=team),
    }
    told = at_once(lambda: leave(by=mine, worker=mine), acts[act])
    assert (type(told), unkept()) == (NotAllowed, set())


def test_an_archive_is_not_brought_back_by_somebody_who_is_leaving(both):
    mine, yours, notebook = both
    archive = close(by=mine, dossier=notebook.dossier, last_contact_on=timezone.localdate())
    late = known(mine)
    told = at_once(
        lambda: leave(by=mine, worker=mine),
        lambda: bring_back(by=late, archive=archive),
    )
    assert type(told) is NotAllowed


def test_both_who_keep_the_machine_leave(cast):
    other = make_worker("nina", is_administrator=True)
    told = at_once(
        lambda: leave(by=cast.yann, worker=cast.yann),
        lambda: leave(by=other, worker=other),
    )
    assert type(told) is LastOne
    assert Worker.objects.filter(is_active=True, is_administrator=True).count() == 1


def test_the_direction_is_not_who_is_leaving(cast):
    name_heads(by=cast.samira, heads=[cast.helene])
    nina = make_worker("nina")
    late, head = known(nina), known(cast.helene)
    told = at_once(
        lambda: leave(by=nina, worker=nina),
        lambda: name_heads(by=head, heads=[late]),
    )
    assert type(told) is NotTheirs
    assert Worker.objects.filter(is_active=True, is_head=True).exists()
