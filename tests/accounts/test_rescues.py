"""Two colleagues vouch, and what another may hold goes; who may vouch, and for how long."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from dossier.accounts import machines, passphrases, proofs, rescues, sittings, spoken
from dossier.accounts.models import Known, Proof, RecoveryCode, Rescue, Sitting, Voucher
from dossier.establishment.actions import farewell

PHRASE = "sept lampes sous la pluie"


def _ask(login):
    half = rescues.ask(login=login)
    return half, spoken.code(half)


def _vouched(cast, login="karim", by=("samira", "helene")):
    half, code = _ask(login)
    for who in by:
        rescues.vouch(by=getattr(cast, who), code=code)
    return half


@pytest.fixture
def house(cast):
    """Say who is the head of the cast's house."""
    cast.helene.is_head = True
    cast.helene.save()
    return cast


@pytest.mark.django_db
def test_two_let_in_and_what_another_may_hold_goes(house):
    karim = house.karim
    Proof.objects.create(worker=karim, sort="totp", secret="A", added_on=timezone.localdate())
    proofs.make_codes(worker=karim)
    known, _ = machines.know(worker=karim, token="")
    machines.set_pin(known=known, pin="2580")
    sittings.begin(worker=karim, session="une-session", agent="")
    half = _vouched(house)
    assert rescues.finish(half=half, passphrase=PHRASE) == karim
    karim.refresh_from_db()
    assert karim.check_password(PHRASE)
    for table in (Proof, RecoveryCode, Sitting):
        assert not table.objects.filter(worker=karim)
    assert Known.objects.get(worker=karim).pin == ""
    assert [row.vouchers.count() for row in rescues.unread(karim)] == [2]
    with pytest.raises(rescues.NotVouchedFor):
        rescues.finish(half=half, passphrase=PHRASE)
    rescues.read(karim)
    assert not rescues.unread(karim)
    # Who came in so may be somebody else: who vouched is still told, for months.
    assert [row.vouchers.count() for row in rescues.done(karim)] == [2]
    Rescue.objects.update(done_at=timezone.now() - rescues.KEPT)
    assert not rescues.done(karim)
    rescues.ask(login="karim")
    assert (Rescue.objects.count(), Voucher.objects.count()) == (1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "whom", "may"),
    [
        ("samira", "karim", True),  # of one team
        ("helene", "maud", True),  # the direction
        ("maud", "karim", False),
        ("karim", "karim", False),
        ("yann", "karim", False),  # keeps the machine
        ("noor", "karim", False),
        ("gilles", "karim", False),  # left
        ("karim", "yann", True),  # who has no team is everybody's
        ("karim", "noor", True),
        ("noor", "yann", False),
        ("samira", "gilles", False),
    ],
)
def test_who_may_vouch_for_whom(house, who, whom, may):
    assert rescues.may_vouch(getattr(house, who), getattr(house, whom)) is may


@pytest.mark.django_db
def test_one_is_not_two_even_twice(house):
    half = _vouched(house, by=("samira", "samira"))
    with pytest.raises(rescues.NotVouchedFor):
        rescues.finish(half=half, passphrase=PHRASE)


@pytest.mark.django_db
def test_who_left_since_vouches_no_more(house):
    half = _vouched(house)
    farewell(worker=house.samira)
    with pytest.raises(rescues.NotVouchedFor):
        rescues.finish(half=half, passphrase=PHRASE)


@pytest.mark.django_db
def test_an_hour_later_it_is_over(house):
    half = _vouched(house)
    code = spoken.code(half)
    Rescue.objects.update(until=timezone.now() - timedelta(seconds=1))
    with pytest.raises(rescues.NotVouchedFor):
        rescues.finish(half=half, passphrase=PHRASE)
    with pytest.raises(rescues.NoSuchCode):
        rescues.vouch(by=house.samira, code=code)
    _ask("karim")
    assert Rescue.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("login", ["personne", "gilles", ""])
def test_an_unknown_name_is_asked_alike_and_nobody_can_vouch(house, login):
    half, code = _ask(login)
    assert rescues.asked(half)
    with pytest.raises(rescues.NoSuchCode):
        rescues.vouch(by=house.helene, code=code)


@pytest.mark.django_db
def test_only_the_asking_browser_goes_on(house):
    half = _vouched(house)
    with pytest.raises(rescues.NotVouchedFor):
        rescues.finish(half=spoken.code(half), passphrase=PHRASE)
    assert [rescues.asked(wrong) for wrong in ("", half[:-1])] == [None, None]


@pytest.mark.django_db
def test_a_phrase_too_easy_is_refused_and_the_rescue_stays_open(house):
    half = _vouched(house)
    for easy in ("court", "karim karim karim", "aaaaaaaaaaaaaaaa", "password1234"):
        with pytest.raises(passphrases.Refused):
            rescues.finish(half=half, passphrase=easy)
    assert rescues.finish(half=half, passphrase=PHRASE)


@pytest.mark.django_db
def test_nothing_of_the_code_nor_of_the_browser_is_kept(house):
    half = _vouched(house)
    kept = str(list(Rescue.objects.values()))
    assert half not in kept
    assert spoken.code(half) not in kept


def test_no_word_is_said_twice():
    assert {len(set(spoken.code(str(at)).split())) for at in range(2000)} == {spoken.SAID}


def test_the_words_are_easy_to_say():
    assert len(spoken.WORDS) == len(set(spoken.WORDS)) == 64
    assert all(word.isascii() and word.isalpha() and 4 <= len(word) <= 10 for word in spoken.WORDS)


@given(st.text(min_size=1), st.sampled_from([" ", "-", ", ", "  ", "\n"]))
def test_a_code_is_heard_however_it_is_typed(secret, between):
    code = spoken.code(secret)
    assert spoken.heard(between.join(code.upper().split())) == code
    assert spoken.heard(f" {code.replace('e', 'é')}. ") == code
