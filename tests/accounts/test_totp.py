"""Six digits of an application: windows, replay, what is not digits."""

from datetime import UTC, datetime

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.accounts import totp

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # of RFC 6238, appendix B
INSTANTS = st.integers(1_600_000_000, 4_000_000_000)


def _at(seconds):
    return datetime.fromtimestamp(seconds, UTC)


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")]
)
def test_the_codes_of_the_rfc(seconds, code):
    assert totp.step_of(SECRET, code, at=_at(seconds)) == seconds // 30


@given(INSTANTS, st.integers(-5, 5))
def test_one_step_around_and_no_more(seconds, apart):
    step = seconds // 30 + apart
    code = pyotp.TOTP(SECRET).generate_otp(step)
    found = totp.step_of(SECRET, code, at=_at(seconds))
    if abs(apart) <= 1:
        assert found is not None
    else:  # unless two steps happen to show the same digits
        near = {pyotp.TOTP(SECRET).generate_otp(seconds // 30 + one) for one in (-1, 0, 1)}
        assert found is None or code in near


@given(INSTANTS, st.integers(-1, 1), st.integers(-3, 3))
def test_no_code_serves_twice_nor_one_before_it(seconds, apart, later):
    step = seconds // 30 + apart
    code = pyotp.TOTP(SECRET).generate_otp(step)
    found = totp.step_of(SECRET, code, at=_at(seconds), after=step + later)
    assert found is None or found > step + later


@given(st.text(max_size=12), INSTANTS)
def test_what_is_not_six_digits_is_refused_and_breaks_nothing(typed, seconds):
    if totp.step_of(SECRET, typed, at=_at(seconds)) is not None:
        assert "".join(typed.split()).isascii()
        assert len("".join(typed.split())) == 6


def test_digits_may_be_spaced_and_those_of_other_alphabets_are_not_digits():
    assert totp.step_of(SECRET, " 287 082\n", at=_at(59)) == 1
    assert totp.step_of(SECRET, "٢٨٧٠٨٢", at=_at(59)) is None


def test_a_new_secret_has_160_bits_and_reads_by_fours():
    secret = totp.new_secret()
    assert len(secret) == 32
    assert {len(group) for group in totp.in_groups(secret).split()} == {4}
    assert totp.in_groups(secret).replace(" ", "") == secret


def test_the_square_names_the_house_and_the_worker():
    told = totp.address(SECRET, login="samira", house="La maison : le foyer")
    parsed = pyotp.parse_uri(told)
    assert (parsed.name, parsed.issuer, parsed.secret) == ("samira", "La maison   le foyer", SECRET)
