"""Coming, joining, leaving, in any order: who left has no session, no grant, no team, for good."""

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from dossier.accounts import invitations, people, sittings
from dossier.accounts.models import Invitation, Sitting
from dossier.establishment.models import Team, Worker
from dossier.notebooks import actions
from dossier.notebooks.actions import NoKeeperLeft
from dossier.notebooks.models import KEEP, READ, WRITE, NotAllowed, Notebook, WorkerGrant
from dossier.notebooks.sharing import join_team, leave_team
from dossier.trust.leaving import leave
from tests.conftest import log_in

PHRASE = "sept lampes sous la pluie"
REFUSED = (
    NotAllowed,
    NoKeeperLeft,
    people.NotTheirs,
    people.LastOne,
    people.Taken,
    invitations.AlreadyCame,
    invitations.NoInvitation,
)
ACTS = ("open", "invite", "come", "enter", "join", "quit", "grant", "leave")
DRAWN = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)),
    max_size=25,
)


class House:
    """The cast and who came since, each act tried as anybody would."""

    def __init__(self, cast):
        self.cast, self.codes, self.clients = cast, {}, []

    def somebody(self, number: int) -> Worker:
        """Return one of those who work or worked here; the lately come more often."""
        everybody = list(Worker.objects.order_by("-pk"))
        return everybody[number % len(everybody)]

    def open(self, by, number, _):
        """Open an account."""
        worker = people.open_account(by=by, login=f"n{number}", name=f"N {number}")
        self.codes[worker.pk] = invitations.invite(by=by, worker=worker)

    def invite(self, by, number, _):
        """Make a code again."""
        worker = self.somebody(number)
        self.codes[worker.pk] = invitations.invite(by=by, worker=worker)

    def come(self, by, number, _):
        """Come with the last code."""
        code = self.codes.get(by.pk, "")
        invitations.come(login=by.login, code=code, passphrase=PHRASE)

    def enter(self, by, *_):
        """Log in, when one can."""
        if by.is_active and by.has_usable_password():
            client = log_in(by)
            key = client.session.session_key
            sittings.begin(worker=by, session=key, agent="")
            self.clients.append((by.pk, client))

    def join(self, by, number, other):
        """Welcome somebody in a team."""
        teams = list(Team.objects.order_by("pk"))
        join_team(by=by, worker=self.somebody(number), team=teams[other % len(teams)])

    def quit(self, by, number, other):
        """Take somebody out of a team."""
        teams = list(Team.objects.order_by("pk"))
        leave_team(by=by, worker=self.somebody(number), team=teams[other % len(teams)])

    def grant(self, by, number, other):
        """Open a notebook to somebody."""
        level = (READ, WRITE, KEEP)[other % 3]
        for notebook in Notebook.objects.kept_by(by)[:1]:
            actions.grant(by=by, notebook=notebook, to=self.somebody(number), level=level)

    def leave(self, by, number, other):
        """Let somebody leave."""
        leave(by=by, worker=self.somebody(number), successor=self.somebody(other))

    def check(self):
        """Check what must hold after any act."""
        now = timezone.now()
        living = [one.get_decoded() for one in Session.objects.filter(expire_date__gt=now)]
        inside = {int(one["_auth_user_id"]) for one in living if "_auth_user_id" in one}
        for gone in Worker.objects.filter(is_active=False):
            assert gone.pk not in inside
            assert not Sitting.objects.filter(worker=gone).exists()
            assert (
                not WorkerGrant.objects.filter(user=gone)
                .exclude(content_object__owner=gone)
                .exists()
            )
            assert not gone.groups.exists()
            assert not gone.has_usable_password()
            assert not Notebook.objects.visible_to(gone).exists()
            assert not Invitation.objects.filter(worker=gone).exists()
        for awaited in Worker.objects.exclude(invitation=None):
            assert not awaited.groups.exists()
            assert not awaited.has_usable_password()
            assert not WorkerGrant.objects.filter(user=awaited).exists()
        for keeps in Worker.objects.filter(is_administrator=True):
            assert not keeps.groups.exists()
            assert not Notebook.objects.visible_to(keeps).exists()
        assert not Notebook.objects.filter(owner=None, team=None).unkept().exists()
        assert Worker.objects.filter(is_active=True, is_administrator=True).exists()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=DRAWN)
def test_whatever_the_order_who_left_has_nothing_left(cast, acts):
    with transaction.atomic():
        house, refused = House(cast), 0
        for act, by, number, other in acts:
            try:
                with transaction.atomic():
                    getattr(house, act)(house.somebody(by), number, other)
            except REFUSED:
                refused += 1
            house.check()
        event(f"refused: {refused // 5 * 5}")
        for pk, client in house.clients:
            if not Worker.objects.get(pk=pk).is_active:
                assert client.get("/maison/gens/").status_code == 302
        transaction.set_rollback(True)


def test_each_act_happens_when_it_may(cast):
    """The random orders are not all refusals."""
    house = House(cast)
    house.open(cast.yann, 1, 0)
    lina = Worker.objects.get(login="n1")
    house.come(lina, 0, 0)
    lina.refresh_from_db()
    everybody = [one.pk for one in Worker.objects.order_by("-pk")]
    at = everybody.index(lina.pk)
    house.enter(lina)
    house.join(cast.samira, at, 0)
    house.check()
    assert cast.amina in Notebook.objects.visible_to(lina)
    house.grant(cast.samira, at, 2)
    house.leave(cast.yann, at, everybody.index(cast.samira.pk))
    house.check()
    assert not Worker.objects.get(pk=lina.pk).is_active
    assert house.clients[0][1].get("/maison/gens/").status_code == 302
