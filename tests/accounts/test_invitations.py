"""The code that lets somebody come for the first time: said once, for a week, and never after."""

import math
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dossier.accounts import invitations, passphrases
from dossier.accounts.invitations import AlreadyCame, NoInvitation, come, invite, invited
from dossier.accounts.models import Invitation
from dossier.accounts.people import Mixed, NotTheirs, Taken, open_account, tell_oneself
from dossier.accounts.proofs import LETTERS
from dossier.establishment.models import Worker
from dossier.notebooks import actions
from dossier.notebooks.models import READ, NotAllowed
from dossier.notebooks.sharing import join_team
from dossier.trust.leaving import leave
from tests.conftest import PASSPHRASE

PHRASE = "sept lampes sous la pluie"


@pytest.fixture
def lina(cast):
    """Return somebody who arrives."""
    return open_account(by=cast.yann, login="Lina", name="Lina Costa", function="veilleuse")


def test_an_account_is_opened_in_no_team_and_without_a_passphrase(cast, lina):
    assert (lina.login, lina.teams.count(), lina.has_usable_password()) == ("lina", 0, False)


@pytest.mark.parametrize("who", ["samira", "helene", "noor", "gilles"])
def test_only_who_keeps_the_machine_opens_accounts(cast, who):
    with pytest.raises(NotTheirs):
        open_account(by=getattr(cast, who), login="lina", name="Lina")


def test_nobody_takes_the_name_of_another(cast):
    with pytest.raises(Taken):
        open_account(by=cast.yann, login="samira2", name=" SAMIRA ")


def test_a_code_has_eighty_bits_and_no_letter_that_looks_like_another(cast, lina):
    code = invite(by=cast.yann, worker=lina)
    assert re.fullmatch(f"(?:[{LETTERS}]{{5}}-){{3}}[{LETTERS}]{{5}}", code)
    assert math.log2(len(LETTERS)) * 20 > 80
    assert not set("iloszy0125") & set(LETTERS)


def test_a_code_is_kept_nowhere_as_it_is_said(cast, lina):
    code = invite(by=cast.yann, worker=lina)
    told = str(Invitation.objects.values_list().get())
    assert code not in told
    assert code.replace("-", "") not in told


@pytest.mark.parametrize("typed", ["{}", " {} ", "{upper}", "{spaced}"])
def test_who_comes_chooses_their_passphrase_however_the_code_is_typed(cast, lina, typed):
    code = invite(by=cast.yann, worker=lina)
    told = typed.format(code, upper=code.upper(), spaced=code.replace("-", " "))
    worker = come(login=" LINA ", code=told, passphrase=PHRASE)
    assert worker == lina
    assert worker.check_password(PHRASE)
    with pytest.raises(NoInvitation):
        come(login="lina", code=code, passphrase="une autre que la première")


def test_a_new_code_ends_the_former(cast, lina):
    former, code = invite(by=cast.yann, worker=lina), invite(by=cast.yann, worker=lina)
    with pytest.raises(NoInvitation):
        invited(login="lina", code=former)
    assert invited(login="lina", code=code) == lina


def test_a_code_serves_a_week(cast, lina):
    code = invite(by=cast.yann, worker=lina)
    left = Invitation.objects.get().until - timezone.now()
    assert timedelta(days=7, minutes=-1) <= left <= timedelta(days=7)
    Invitation.objects.update(until=timezone.now())
    with pytest.raises(NoInvitation):
        come(login="lina", code=code, passphrase=PHRASE)


@pytest.mark.parametrize(("login", "code"), [("lina", "x"), ("lina", ""), ("rien", "x"), ("", "")])
def test_nobody_comes_without_the_right_code(cast, lina, login, code):
    with pytest.raises(NoInvitation):
        come(login=login, code=code, passphrase=PHRASE)
    invite(by=cast.yann, worker=lina)
    with pytest.raises(NoInvitation):
        come(login=login, code=code, passphrase=PHRASE)


def test_no_code_before_one_is_made_opens(cast, lina):
    assert Invitation.objects.get().digest == ""
    with pytest.raises(NoInvitation):
        invited(login="lina", code="")


def test_a_phrase_that_is_refused_leaves_the_code(cast, lina):
    code = invite(by=cast.yann, worker=lina)
    with pytest.raises(passphrases.Refused):
        come(login="lina", code=code, passphrase="lina costa 2026")
    assert come(login="lina", code=code, passphrase=PHRASE) == lina


def test_once_somebody_came_nobody_makes_them_a_code(cast, lina):
    come(login="lina", code=invite(by=cast.yann, worker=lina), passphrase=PHRASE)
    lina.refresh_from_db()
    for worker in (lina, cast.samira, cast.gilles):
        with pytest.raises(AlreadyCame):
            invite(by=cast.yann, worker=worker)
    assert cast.samira.check_password(PASSPHRASE)


def test_who_has_not_come_is_given_nothing_that_who_made_the_code_could_read(cast, lina):
    invite(by=cast.yann, worker=lina)
    with pytest.raises(NotAllowed):
        join_team(by=cast.samira, worker=lina, team=cast.foyer)
    with pytest.raises(NotAllowed):
        actions.grant(by=cast.samira, notebook=cast.amina, to=lina, level=READ)
    come(login="lina", code=invite(by=cast.yann, worker=lina), passphrase=PHRASE)
    join_team(by=cast.samira, worker=lina, team=cast.foyer)
    actions.grant(by=cast.samira, notebook=cast.amina, to=lina, level=READ)


def test_who_left_before_coming_comes_no_more(cast, lina):
    code = invite(by=cast.yann, worker=lina)
    leave(by=cast.yann, worker=lina)
    with pytest.raises(NoInvitation):
        come(login="lina", code=code, passphrase=PHRASE)
    lina.refresh_from_db()
    with pytest.raises(AlreadyCame):
        invite(by=cast.yann, worker=lina)


def test_a_code_of_another_does_not_serve(cast, lina):
    code = invite(by=cast.yann, worker=lina)
    other = open_account(by=cast.yann, login="paul", name="Paul")
    invitations.invite(by=cast.yann, worker=other)
    with pytest.raises(NoInvitation):
        come(login="paul", code=code, passphrase=PHRASE)


LOOK = [
    "Samira\u200b", "Sa\u00admira", "\uff33\uff41\uff4d\uff49\uff52\uff41", "S\u0430mira",
    "Sam\u0131ra",
    "Sámirà", "samira\u3164", "𝐒𝐚𝐦𝐢𝐫𝐚", "\u2066Samira\u2069", "Sami\u034fra", "Samira\u0301",
]  # fmt: skip


@pytest.mark.parametrize("name", LOOK, ids=ascii)
def test_nobody_takes_a_name_that_looks_like_another_s(cast, name):
    with pytest.raises((Taken, Mixed)):
        open_account(by=cast.yann, login="samira2", name=name)
    with pytest.raises((Taken, Mixed)):
        tell_oneself(worker=cast.karim, name=name, function="")


def test_a_name_in_another_alphabet_looks_like_another_s_too(cast):
    tell_oneself(worker=cast.karim, name="Cop", function="")
    with pytest.raises(Taken):
        open_account(by=cast.yann, login="cop2", name="Сор")
    with pytest.raises(Mixed):
        open_account(by=cast.yann, login="cop2", name="Νikos")


def test_names_of_all_alphabets_are_kept_as_they_are_seen(cast):
    names = [
        "Анна Петрова",
        "Ελένη",
        "سميرة",
        "Ngọc Ánh",
        "Élodie-Rose O’Neil",
        "Zoé\u200b \u00ad B.",
    ]
    for place, name in enumerate(names):
        open_account(by=cast.yann, login=f"w{place}", name=name)
    kept = set(Worker.objects.filter(login__startswith="w").values_list("name", flat=True))
    assert kept == {*names[:-1], "Zoé B."}
